//! What stretching did, counted: how often it helped, on how many days it was
//! done. Counts, never guesses; too few are said to be too few.
//!
//! "Helped" is one rule for stretches and remedies alike, [`helped`]. A session counts when pain was told before and after, and there was some
//! before.

use std::collections::BTreeSet;
use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Diary;
use super::entry::{Intensity, Session};

/// Fewer sessions than this are too few to tell.
pub const ENOUGH: usize = 5;
/// Sessions of so many days back count, so that the numbers follow the present.
pub const DAYS_BACK: i32 = 90;

/// What the sessions did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Relief {
    /// Sessions that count.
    pub of: usize,
    /// Those that helped.
    pub helped: usize,
    /// The median change of pain in half points: -4 is 2 points lower. None
    /// when no session counts.
    pub median_halves: Option<i32>,
}

/// Did pain fall by the least that people feel as better? That depends on where
/// they start: 1 point from 4 or less, 2 from 5 to 7, 3 from 8 on (clinical
/// list G.3: NRS-DE; SALAFFI04 and FARRAR01 agree, with 30 to 33 % or 2 points).
/// One rule for all counts, so that no two places say different things of the
/// same fall. Nothing can be felt from 0.
pub const fn helped(before: u8, after: u8) -> bool {
    let least = match before {
        0..=4 => 1,
        5..=7 => 2,
        _ => 3,
    };
    before >= after.saturating_add(least)
}

impl Relief {
    /// What these sessions did.
    pub fn of<'a>(sessions: impl IntoIterator<Item = &'a Session>) -> Self {
        let mut relief = Self::default();
        let mut changes: Vec<i32> = Vec::new();
        for session in sessions {
            let told = (session.pain_before, session.pain_after);
            let (Some(before), Some(after)) =
                (told.0.map(Intensity::get), told.1.map(Intensity::get))
            else {
                continue;
            };
            if before == 0 {
                continue; // nothing to relieve
            }
            relief.of += 1;
            relief.helped += usize::from(helped(before, after));
            changes.push(i32::from(after) - i32::from(before));
        }
        changes.sort_unstable();
        let middle = changes.len() / 2;
        relief.median_halves = if changes.len() % 2 == 1 {
            changes.get(middle).map(|change| change * 2)
        } else {
            let pair = changes.get(middle.wrapping_sub(1)).zip(changes.get(middle));
            pair.map(|(low, high)| low + high)
        };
        relief
    }

    /// Are there enough to say anything?
    pub fn is_enough(self) -> bool {
        self.of >= ENOUGH
    }

    /// The median in points, such as "2.5 lower"; none without a session.
    pub fn median(self) -> Option<String> {
        let halves = self.median_halves?;
        let points = halves.unsigned_abs();
        let half = if points % 2 == 1 { ".5" } else { "" };
        Some(match halves {
            0 => "no change".to_owned(),
            1.. => format!("{}{half} higher", points / 2),
            _ => format!("{}{half} lower", points / 2),
        })
    }
}

impl fmt::Display for Relief {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = self.of;
        match (self.median(), self.is_enough()) {
            (Some(median), true) => write!(
                f,
                "It helped in {} of {of} sessions. Pain in the middle one: {median}.",
                self.helped
            ),
            (Some(_), false) => write!(
                f,
                "It helped in {} of {of}. Too few to tell; {ENOUGH} are needed.",
                self.helped
            ),
            (None, _) => f.write_str(
                "Tell the pain before and after, and you will see here how often it helps.",
            ),
        }
    }
}

/// The sessions of the days from `first` to `last`, newest first.
pub fn sessions(diary: &Diary, first: Date, last: Date) -> impl Iterator<Item = &Session> {
    let days = diary.by_day();
    days.skip_while(move |(date, _)| *date > last)
        .take_while(move |(date, _)| *date >= first)
        .flat_map(|(_, entries)| entries.iter().rev())
        .filter_map(|entry| entry.as_session())
}

/// On how many of the last `count` days up to `today` there was a session.
pub fn days_stretched(diary: &Diary, today: Date, count: i32) -> usize {
    let first = back(today, count - 1);
    let days: BTreeSet<Date> = sessions(diary, first, today)
        .map(|session| session.started_at.date())
        .collect();
    days.len()
}

/// What the sessions of the last [`DAYS_BACK`] days up to `today` did.
pub fn lately(diary: &Diary, today: Date) -> Relief {
    Relief::of(sessions(diary, back(today, DAYS_BACK - 1), today))
}

fn back(today: Date, days: i32) -> Date {
    today.checked_sub(days.days()).unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::{Ended, EntryId};
    use crate::diary::when::When;

    fn session(before: Option<u8>, after: Option<u8>) -> Session {
        let when = When::parse("2026-11-23T20:00:00+01:00[Europe/Berlin]").unwrap();
        let mut session = Session::new(
            EntryId::default(),
            when.clone(),
            when,
            "figure_four",
            Ended::Finished,
        );
        session.pain_before = before.and_then(Intensity::new);
        session.pain_after = after.and_then(Intensity::new);
        session
    }

    fn relief(pairs: &[(u8, u8)]) -> Relief {
        let all: Vec<Session> = pairs
            .iter()
            .map(|(before, after)| session(Some(*before), Some(*after)))
            .collect();
        Relief::of(&all)
    }

    #[test]
    fn helped_depends_on_where_the_pain_starts() {
        for (before, after, wanted) in [
            (1, 0, true),
            (3, 2, true),
            (4, 3, true),
            (4, 4, false),
            (5, 4, false),
            (5, 3, true),
            (7, 6, false),
            (7, 5, true),
            (8, 6, false),
            (8, 5, true),
            (10, 8, false),
            (10, 7, true),
            (2, 7, false),
            (0, 0, false),
        ] {
            assert_eq!(helped(before, after), wanted, "{before} to {after}");
        }
    }

    #[test]
    fn seven_sessions_by_hand() {
        // Changes: -3 -2 -2 -2 -1 0 +1; helped: 7-4, 6-4, 5-3, 4-2, 3-2.
        let seven = relief(&[(7, 4), (6, 4), (5, 3), (4, 2), (3, 2), (5, 5), (2, 3)]);
        assert_eq!((seven.helped, seven.of), (5, 7), "counts");
        assert_eq!(seven.median_halves, Some(-4), "2 points lower");
        assert_eq!(
            seven.to_string(),
            "It helped in 5 of 7 sessions. Pain in the middle one: 2 lower.",
            "in words"
        );
    }

    #[test]
    fn an_even_number_has_the_middle_between_two() {
        // Changes: -3 -2 -1 -1 0 0.
        let six = relief(&[(6, 3), (6, 4), (6, 5), (6, 5), (6, 6), (6, 6)]);
        assert_eq!(six.median_halves, Some(-2), "between -1 and -1");
        let six = relief(&[(6, 3), (6, 4), (6, 4), (6, 5), (6, 6), (6, 6)]);
        assert_eq!(six.median().as_deref(), Some("1.5 lower"), "between");
    }

    #[test]
    fn too_few_and_none_are_said_so() {
        let four = relief(&[(7, 4), (6, 4), (5, 3), (4, 2)]);
        assert!(!four.is_enough(), "four");
        assert!(four.to_string().contains("4 of 4. Too few"), "{four}");
        assert_eq!(relief(&[]).median_halves, None, "none");
        let untold = [session(Some(5), None), session(None, Some(2))];
        assert_eq!(Relief::of(&untold).of, 0, "both must be told");
        assert_eq!(relief(&[(0, 0)]).of, 0, "nothing to relieve");
    }
}
