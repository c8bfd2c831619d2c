//! The weekly looks back over time, and whether the week has changed.
//!
//! The three answers make one number, their mean. What counts as a change: one
//! point or more, or 30 percent (source PEG-MID).

use jiff::civil::Date;

use super::Diary;
use super::entry::WeekLook;

/// Points of the mean that are a change.
pub const POINTS: f64 = 1.0;
/// The share of the earlier mean that is a change.
pub const SHARE: f64 = 0.3;

impl WeekLook {
    /// The mean of the three answers, 0 to 10.
    pub fn mean(&self) -> f64 {
        let sum = self.pain.get() + self.enjoyment.get() + self.activity.get();
        f64::from(sum) / 3.0
    }
}

/// What became of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Lower by a change that counts.
    Better,
    /// Higher by a change that counts.
    Worse,
    /// No change that counts.
    Same,
}

impl Change {
    /// From one mean to a later one.
    pub fn between(earlier: f64, later: f64) -> Self {
        // Means are thirds: a hair less than a whole point is a whole point.
        const HAIR: f64 = 1e-9;
        let by = (later - earlier).abs();
        if by < HAIR || (by < POINTS - HAIR && by < SHARE * earlier - HAIR) {
            Self::Same
        } else if later < earlier {
            Self::Better
        } else {
            Self::Worse
        }
    }

    /// The verdict in words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Same => "no clear change",
        }
    }
}

/// All looks back, oldest first; of several on one date the one logged last.
pub fn looks(diary: &Diary) -> Vec<(Date, WeekLook)> {
    let days = diary.by_day().rev();
    days.filter_map(|(date, entries)| {
        let days = entries.iter().filter_map(|entry| entry.as_day());
        let told = days.filter_map(|day| Some((day.logged_at.instant(), day.week?)));
        let (_, week) = told.max_by_key(|(logged, _)| *logged)?;
        Some((date, week))
    })
    .collect()
}

/// The look of the newest date before `date`.
pub fn look_before(diary: &Diary, date: Date) -> Option<(Date, WeekLook)> {
    let mut earlier = diary.by_day().skip_while(|(day, _)| *day >= date);
    earlier.find_map(|(day, entries)| {
        let week = entries.iter().rev().find_map(|e| e.as_day()?.week)?;
        Some((day, week))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::Intensity;

    fn look(pain: u8, enjoyment: u8, activity: u8) -> WeekLook {
        let points = |n| Intensity::new(n).unwrap();
        WeekLook {
            pain: points(pain),
            enjoyment: points(enjoyment),
            activity: points(activity),
        }
    }

    #[test]
    fn the_mean_is_of_the_three() {
        assert!((look(6, 4, 5).mean() - 5.0).abs() < 1e-9, "15 by 3");
        assert!((look(10, 10, 10).mean() - 10.0).abs() < 1e-9, "the worst");
        assert!((look(1, 0, 0).mean() - 1.0 / 3.0).abs() < 1e-9, "a third");
    }

    #[test]
    fn one_point_or_thirty_percent_is_a_change() {
        let cases = [
            (5.0, 4.0, Change::Better),             // one point
            (5.0, 6.0, Change::Worse),              // one point
            (5.0, 4.0 + 1.0 / 3.0, Change::Same),   // two thirds of a point
            (2.0, 1.0 + 1.0 / 3.0, Change::Better), // 33 percent
            (3.0, 2.0 + 1.0 / 3.0, Change::Same),   // 22 percent
            (0.0, 1.0 / 3.0, Change::Worse),        // from nothing to something
            (4.0, 4.0, Change::Same),
            (7.0 / 3.0, 4.0 / 3.0, Change::Better), // one point, in thirds
        ];
        for (earlier, later, expected) in cases {
            let told = Change::between(earlier, later);
            assert_eq!(told, expected, "{earlier} to {later}");
        }
    }
}
