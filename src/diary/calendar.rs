//! The diary as a calendar: what each day says, a month or a year at a time, and
//! how the keyboard moves from day to day.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::Diary;
use super::check::YEARS;
use crate::settings::FirstWeekday;

/// What a day says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing was written of it.
    #[default]
    Nothing,
    /// Something, but not whether there was cramp.
    Something,
    /// There was no cramp.
    Free,
    /// There was.
    Cramp {
        /// How many attacks began.
        count: usize,
        /// The worst of their intensities, 0 to 10.
        worst: u8,
    },
}

impl Said {
    /// What the diary says of a date.
    pub fn of(diary: &Diary, date: Date) -> Self {
        let entries = diary.on(date);
        let mut said = if entries.is_empty() {
            Self::Nothing
        } else {
            Self::Something
        };
        let (mut count, mut peak) = (0, 0);
        for entry in entries {
            if let Some(episode) = entry.as_episode() {
                count += 1;
                peak = peak.max(episode.pain_peak.get());
            } else if entry.as_day().is_some_and(|day| day.cramp_free) {
                said = Self::Free;
            }
        }
        // A cramp is a fact; that there was none was said too early.
        if count > 0 {
            said = Self::Cramp { count, worst: peak };
        }
        said
    }

    /// In words, for example "2 cramps, worst 7".
    pub fn words(self) -> String {
        match self {
            Self::Nothing => "nothing written".to_owned(),
            Self::Something => "not said whether there was cramp".to_owned(),
            Self::Free => "no cramp".to_owned(),
            Self::Cramp { count: 1, worst } => format!("1 cramp, {worst} of 10"),
            Self::Cramp { count, worst } => format!("{count} cramps, worst {worst} of 10"),
        }
    }
}

/// One day of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which day.
    pub date: Date,
    /// It belongs to the month of the page.
    pub is_inside: bool,
    /// What it says.
    pub said: Said,
}

/// The counts of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Attacks.
    pub cramps: usize,
    /// Days with an attack.
    pub cramp_days: usize,
    /// Days without one, as was said.
    pub free_days: usize,
    /// Days up to today of which neither is known.
    pub unknown_days: usize,
    /// The worst intensity, 0 to 10.
    pub worst: Option<u8>,
}

/// One month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Date,
    /// Its weeks, whole ones, with the days of other months around them.
    pub weeks: Vec<[Cell; 7]>,
    /// What it comes to.
    pub tally: Tally,
}

impl Month {
    /// The month of a date. Days after `today` are not missing.
    pub fn of(diary: &Diary, date: Date, today: Date, week: FirstWeekday) -> Self {
        let first = date.first_of_month();
        let last = date.last_of_month();
        let mut month = Self {
            first,
            ..Self::default()
        };
        let mut at = week_of(first, week);
        while at <= last {
            let cells = std::array::from_fn(|n| {
                let date = at.saturating_add(i32::try_from(n).unwrap_or(0).days());
                let is_inside = (first..=last).contains(&date);
                let said = if is_inside {
                    Said::of(diary, date)
                } else {
                    Said::Nothing
                };
                Cell {
                    date,
                    is_inside,
                    said,
                }
            });
            month.weeks.push(cells);
            let next = at.saturating_add(7.days());
            if next <= at {
                break; // the end of the calendar
            }
            at = next;
        }
        month.count(today);
        month
    }

    fn count(&mut self, today: Date) {
        let mut tally = Tally::default();
        for cell in self.days() {
            match cell.said {
                Said::Cramp { count, worst } => {
                    tally.cramps += count;
                    tally.cramp_days += 1;
                    tally.worst = tally.worst.max(Some(worst));
                }
                Said::Free => tally.free_days += 1,
                Said::Nothing | Said::Something => {
                    tally.unknown_days += usize::from(cell.date <= today);
                }
            }
        }
        self.tally = tally;
    }

    /// The days of the month alone.
    pub fn days(&self) -> impl Iterator<Item = &Cell> {
        self.weeks.iter().flatten().filter(|cell| cell.is_inside)
    }

    /// "November 2026".
    pub fn name(&self) -> String {
        self.first.strftime("%B %Y").to_string()
    }
}

/// The twelve months of a year.
pub fn year(diary: &Diary, year: i16, today: Date, week: FirstWeekday) -> Vec<Month> {
    let months = (1..=12).filter_map(|month| Date::new(year, month, 1).ok());
    months
        .map(|first| Month::of(diary, first, today, week))
        .collect()
}

impl Tally {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            cramps: self.cramps + other.cramps,
            cramp_days: self.cramp_days + other.cramp_days,
            free_days: self.free_days + other.free_days,
            unknown_days: self.unknown_days + other.unknown_days,
            worst: self.worst.max(other.worst),
        }
    }

    /// In a sentence: "Cramp on 5 days, worst 8 of 10. No cramp on 20 days.
    /// Nothing written on 3 days."
    pub fn words(self) -> String {
        let days = |count: usize| match count {
            1 => "1 day".to_owned(),
            count => format!("{count} days"),
        };
        let mut said = match self.worst {
            Some(worst) => format!("Cramp on {}, worst {worst} of 10.", days(self.cramp_days)),
            None => "No cramp was logged.".to_owned(),
        };
        if self.free_days > 0 {
            said = format!("{said} No cramp on {}.", days(self.free_days));
        }
        if self.unknown_days > 0 {
            said = format!("{said} Nothing written on {}.", days(self.unknown_days));
        }
        said
    }
}

/// How the keyboard moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many days on; fewer than 0: back.
    Days(i32),
    /// So many months on, to the same day of the month where there is one.
    Months(i32),
    /// To the first day of the week.
    WeekStart,
    /// To its last day.
    WeekEnd,
}

/// The day a step leads to; it stays where the calendar ends.
pub fn step(from: Date, step: Step, week: FirstWeekday) -> Date {
    let to = match step {
        Step::Days(days) => from.checked_add(days.days()).ok(),
        Step::Months(months) => from.checked_add(months.months()).ok(),
        Step::WeekStart => Some(week_of(from, week)),
        Step::WeekEnd => week_of(from, week).checked_add(6.days()).ok(),
    };
    to.filter(|date| YEARS.contains(&date.year()))
        .unwrap_or(from)
}

/// The first day of the week of a date.
pub fn week_of(date: Date, week: FirstWeekday) -> Date {
    let first = match week {
        FirstWeekday::Monday => Weekday::Monday,
        FirstWeekday::Saturday => Weekday::Saturday,
        FirstWeekday::Sunday => Weekday::Sunday,
    };
    let since = i32::from(date.weekday().since(first));
    date.checked_sub(since.days()).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn steps_go_as_a_calendar_is_read() {
        let monday = FirstWeekday::Monday;
        let from = date(2026, 3, 31); // a Tuesday
        let cases = [
            (Step::Days(1), date(2026, 4, 1)),
            (Step::Days(-7), date(2026, 3, 24)),
            (Step::Months(1), date(2026, 4, 30)),
            (Step::Months(-1), date(2026, 2, 28)),
            (Step::Months(12), date(2027, 3, 31)),
            (Step::WeekStart, date(2026, 3, 30)),
            (Step::WeekEnd, date(2026, 4, 5)),
        ];
        for (one, to) in cases {
            assert_eq!(step(from, one, monday), to, "{one:?}");
        }
        let end = date(2200, 12, 31);
        assert_eq!(step(end, Step::Days(1), monday), end, "the end stays");
    }

    #[test]
    fn a_week_begins_where_the_person_says() {
        let wednesday = date(2026, 11, 25);
        let cases = [
            (FirstWeekday::Monday, date(2026, 11, 23)),
            (FirstWeekday::Sunday, date(2026, 11, 22)),
            (FirstWeekday::Saturday, date(2026, 11, 21)),
        ];
        for (first, day) in cases {
            assert_eq!(week_of(wednesday, first), day, "{first:?}");
            assert_eq!(week_of(day, first), day, "{first:?} itself");
        }
    }

    #[test]
    fn an_empty_month_has_whole_weeks_and_knows_nothing() {
        let today = date(2026, 11, 23);
        let month = Month::of(&Diary::new(), today, today, FirstWeekday::Monday);
        assert_eq!(month.weeks.len(), 6, "from 26 October to 6 December");
        assert_eq!(month.days().count(), 30, "November");
        assert_eq!(month.tally.unknown_days, 23, "up to today");
        assert_eq!(month.name(), "November 2026", "its name");
        let words = month.tally.words();
        assert_eq!(
            words, "No cramp was logged. Nothing written on 23 days.",
            "said"
        );
        // February 2027 begins on a Monday and has four weeks.
        let month = Month::of(&Diary::new(), date(2027, 2, 9), today, FirstWeekday::Monday);
        assert_eq!(month.weeks.len(), 4, "no week of another month");
        assert_eq!(month.tally.unknown_days, 0, "it lies ahead");
    }
}
