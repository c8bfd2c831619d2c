//! The check-in of a day: what a date says so far, what may be said of it, and
//! when a look back on the week is due.
//!
//! One check-in a date. A cramp of that date contradicts "no cramp": the false
//! statement is refused here, whoever asks for it.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::entry::{Day, Entry, EntryId, Episode, Lasted};
use super::when::When;
use super::{Diary, Edit};

/// A week lies between two looks back, in days.
pub const WEEK_DAYS: i32 = 7;
/// The longest attack, in days: how far back one may begin that still goes on.
const LONGEST_DAYS: i32 = 30;

/// What is known of a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Its check-in.
    pub entry: Option<EntryId>,
    /// It was said that there was no cramp.
    pub free: bool,
    /// Attacks of that date, or that still went on.
    pub cramps: usize,
}

impl Told {
    /// What the diary says of `date`.
    pub fn of(diary: &Diary, date: Date) -> Self {
        let day = day_of(diary, date);
        Self {
            entry: day.map(|day| day.id),
            free: day.is_some_and(|day| day.cramp_free),
            cramps: cramps_on(diary, date),
        }
    }

    /// Is it known whether there was cramp?
    pub const fn is_said(&self) -> bool {
        self.free || self.cramps > 0
    }
}

/// The check-in of a date; of several, as an import may bring, the one that was
/// written down last.
pub fn day_of(diary: &Diary, date: Date) -> Option<&Day> {
    let days = diary.on(date).iter().filter_map(|entry| entry.as_day());
    days.max_by_key(|day| (day.logged_at.instant(), day.id))
}

/// How many attacks there were on a date: begun on it, or still going then.
pub fn cramps_on(diary: &Diary, date: Date) -> usize {
    let earlier = (1..=LONGEST_DAYS)
        .filter_map(|ago| date.checked_sub(ago.days()).ok())
        .flat_map(|day| diary.on(day))
        .filter_map(|entry| entry.as_episode())
        .filter(|episode| last_day(episode) >= date);
    let begun = diary.on(date).iter().filter(|e| e.as_episode().is_some());
    begun.count() + earlier.count()
}

/// The last date of an attack. One that was never closed is taken to go into
/// the next day, not on for a month.
fn last_day(episode: &Episode) -> Date {
    let start = episode.started_at.civil();
    let end = match episode.duration {
        Lasted::StillGoing => start.checked_add(1.day()),
        // An end on the stroke of midnight is not yet the next day.
        Lasted::Seconds(secs) => start.checked_add((i64::from(secs) - 1).seconds()),
    };
    end.map_or(start.date(), |end| end.date().max(start.date()))
}

/// The check-ins that an attack makes untrue: those of its dates that say "no
/// cramp".
pub fn contradicted<'a>(diary: &'a Diary, episode: &Episode) -> Vec<&'a Day> {
    let last = last_day(episode);
    let dates = episode.started_at.date().series(1.day());
    let dates = dates.take_while(|date| *date <= last).take(32);
    let days = dates.flat_map(|date| diary.on(date));
    let days = days.filter_map(|entry| entry.as_day());
    days.filter(|day| day.cramp_free).collect()
}

/// Takes "no cramp" out of a check-in; one that says nothing else goes.
fn taken_back(day: &Day) -> Edit {
    let mut day = day.clone();
    day.cramp_free = false;
    if day.is_empty() {
        Edit::Delete(day.id)
    } else {
        Edit::Change(day.into())
    }
}

/// The edit and what follows from it, so that the diary never says of a day both
/// that there was cramp and that there was none. A cramp is the fact.
pub(super) fn honest(diary: &Diary, edit: Edit) -> Vec<Edit> {
    let restored;
    let entry = match &edit {
        Edit::Create(entry) | Edit::Change(entry) => entry,
        Edit::Restore(id) => match diary.in_trash(*id) {
            Some(entry) => {
                restored = entry;
                &*restored
            }
            None => return vec![edit],
        },
        Edit::Delete(_)
        | Edit::Retry(_)
        | Edit::Keep { .. }
        | Edit::KeepBoth { .. }
        | Edit::SetAside(_)
        | Edit::Together(_)
        | Edit::Undo
        | Edit::Redo => return vec![edit],
    };
    if let Some(episode) = entry.as_episode() {
        let untrue = contradicted(diary, episode);
        let more: Vec<Edit> = untrue.into_iter().map(taken_back).collect();
        return std::iter::once(edit).chain(more).collect();
    }
    let Some(day) = entry.as_day() else {
        return vec![edit];
    };
    if !day.cramp_free || cramps_on(diary, day.date) == 0 {
        return vec![edit];
    }
    let mut day = day.clone();
    day.cramp_free = false;
    match &edit {
        Edit::Change(_) if day.is_empty() => vec![Edit::Delete(day.id)],
        Edit::Change(_) => vec![Edit::Change(day.into())],
        _ if day.is_empty() => Vec::new(),
        Edit::Restore(_) => vec![edit, taken_back(&day)],
        Edit::Create(_)
        | Edit::Delete(_)
        | Edit::Retry(_)
        | Edit::Keep { .. }
        | Edit::KeepBoth { .. }
        | Edit::SetAside(_)
        | Edit::Together(_)
        | Edit::Undo
        | Edit::Redo => vec![Edit::Create(day.into())],
    }
}

/// The check-in of `date` with "no cramp" said; refused where there was one.
///
/// # Errors
/// How many attacks contradict it.
pub fn without_cramp(diary: &Diary, date: Date, now: &When) -> Result<Entry, usize> {
    let cramps = cramps_on(diary, date);
    if cramps > 0 {
        return Err(cramps);
    }
    let mut day = day_of(diary, date)
        .cloned()
        .unwrap_or_else(|| Day::new(EntryId::default(), now.clone(), date));
    day.cramp_free = true;
    Ok(day.into())
}

/// Is a look back on the week due? Once something has been logged for a week,
/// and a week after the last one.
pub fn week_is_due(diary: &Diary, today: Date) -> bool {
    let ago = |days: i32| today.checked_sub(days.days()).ok();
    let started = diary.entries().first().map(|entry| entry.date());
    let Some(week_ago) = ago(WEEK_DAYS) else {
        return false;
    };
    let looked = |date: Date| {
        let mut days = diary.on(date).iter().filter_map(|entry| entry.as_day());
        days.any(|day| day.week.is_some())
    };
    let mut lately = (0..WEEK_DAYS).filter_map(ago);
    started.is_some_and(|first| first <= week_ago) && !lately.any(looked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::diary::Edit;
    use crate::diary::entry::{Intensity, Region, Required, Side, WeekLook};

    fn moment(text: &str) -> Moment {
        Moment {
            wall: text.parse().unwrap(),
            ticks: std::time::Duration::ZERO,
        }
    }

    fn now() -> Moment {
        moment("2026-11-23T20:00:00+01:00[Europe/Berlin]")
    }

    fn at(text: &str) -> When {
        When::parse(text).unwrap()
    }

    fn cramp(started: &str, duration: Lasted) -> Entry {
        let required = Required {
            duration,
            regions: vec![Region::ButtockLeftDeep],
            side: Side::Left,
            pain_peak: Intensity::MAX,
        };
        let when = at(started);
        Episode::new(EntryId::default(), when.clone(), when, required).into()
    }

    fn date(day: i8) -> Date {
        jiff::civil::date(2026, 11, day)
    }

    #[test]
    fn a_second_press_edits_the_same_entry() {
        let mut diary = Diary::new();
        let when = When::from(&now().wall);
        let first = without_cramp(&diary, date(23), &when).unwrap();
        diary.apply(Edit::Create(first), &now());
        let told = Told::of(&diary, date(23));
        assert!(told.free && told.is_said(), "said");
        let again = without_cramp(&diary, date(23), &when).unwrap();
        assert_eq!(Some(again.id()), told.entry, "the same entry");
        assert!(
            diary.apply(Edit::Change(again), &now()).is_empty(),
            "no change"
        );
        assert_eq!(diary.len(), 1, "one a date");
        assert_eq!(
            Told::of(&diary, date(22)),
            Told::default(),
            "nothing of the day before"
        );
    }

    #[test]
    fn a_cramp_forbids_to_say_there_was_none() {
        let when = When::from(&now().wall);
        let table = [
            ("2026-11-23T03:10:00+01:00", Lasted::Seconds(60), 23, 1),
            ("2026-11-22T23:50:00+01:00", Lasted::Seconds(1200), 23, 1),
            ("2026-11-22T23:50:00+01:00", Lasted::Seconds(600), 23, 0),
            (
                "2026-11-20T10:00:00+01:00",
                Lasted::Seconds(3 * 86_400),
                23,
                1,
            ),
            ("2026-11-22T22:00:00+01:00", Lasted::StillGoing, 23, 1),
            ("2026-11-20T22:00:00+01:00", Lasted::StillGoing, 23, 0),
            ("2026-11-24T00:00:00+01:00", Lasted::Seconds(60), 23, 0),
        ];
        for (started, lasted, day, cramps) in table {
            let mut diary = Diary::new();
            diary.apply(Edit::Create(cramp(started, lasted)), &now());
            assert_eq!(cramps_on(&diary, date(day)), cramps, "{started} {lasted:?}");
            let said = without_cramp(&diary, date(day), &when);
            assert_eq!(said.is_err(), cramps > 0, "{started} {lasted:?}");
        }
    }

    /// A diary whose 23 November says "no cramp", and perhaps how long was sat.
    fn said_free(sitting_min: Option<u16>) -> Diary {
        let mut diary = Diary::new();
        let mut day = Day::new(EntryId::default(), at("2026-11-23T20:00:00Z"), date(23));
        day.cramp_free = true;
        day.sitting_min = sitting_min;
        diary.apply(Edit::Create(day.into()), &now());
        diary
    }

    #[test]
    fn a_cramp_takes_back_what_it_makes_untrue_and_undo_brings_it_again() {
        let late = || cramp("2026-11-23T21:00:00+01:00", Lasted::Seconds(60));
        let mut diary = said_free(Some(60));
        diary.apply(Edit::Create(late()), &now());
        let day = day_of(&diary, date(23)).unwrap();
        assert_eq!(
            (day.cramp_free, day.sitting_min),
            (false, Some(60)),
            "the rest is kept"
        );
        diary.apply(Edit::Undo, &now());
        assert_eq!(cramps_on(&diary, date(23)), 0, "the cramp is gone");
        assert!(day_of(&diary, date(23)).unwrap().cramp_free, "in one go");
        diary.apply(Edit::Redo, &now());
        assert!(!day_of(&diary, date(23)).unwrap().cramp_free, "again");

        let mut diary = said_free(None);
        diary.apply(Edit::Create(late()), &now());
        assert_eq!(day_of(&diary, date(23)), None, "it said nothing else");
        diary.apply(Edit::Undo, &now());
        assert!(day_of(&diary, date(23)).unwrap().cramp_free, "back");
    }

    #[test]
    fn a_check_in_that_is_untrue_is_not_kept_so() {
        let mut diary = Diary::new();
        let early = cramp("2026-11-23T03:00:00+01:00", Lasted::Seconds(60));
        diary.apply(Edit::Create(early), &now());
        let mut day = Day::new(EntryId::default(), at("2026-11-23T20:00:00Z"), date(23));
        day.cramp_free = true;
        assert!(
            diary
                .apply(Edit::Create(day.clone().into()), &now())
                .is_empty(),
            "nothing left"
        );
        day.note = "tired".to_owned();
        diary.apply(Edit::Create(day.into()), &now());
        let day = day_of(&diary, date(23)).unwrap();
        assert_eq!(
            (day.cramp_free, day.note.as_str()),
            (false, "tired"),
            "what is true"
        );
    }

    #[test]
    fn a_look_back_is_due_a_week_after_the_last() {
        let mut diary = Diary::new();
        assert!(!week_is_due(&diary, date(23)), "an empty diary");
        let first = cramp("2026-11-10T10:00:00+01:00", Lasted::Seconds(60));
        diary.apply(Edit::Create(first), &now());
        assert!(!week_is_due(&diary, date(16)), "six days");
        assert!(week_is_due(&diary, date(17)), "a week");
        let mut day = Day::new(EntryId::default(), at("2026-11-17T20:00:00Z"), date(17));
        let mild = Intensity::MIN;
        day.week = Some(WeekLook {
            pain: mild,
            enjoyment: mild,
            activity: mild,
        });
        diary.apply(Edit::Create(day.into()), &now());
        assert!(!week_is_due(&diary, date(17)), "done");
        assert!(!week_is_due(&diary, date(23)), "six days after it");
        assert!(week_is_due(&diary, date(24)), "a week after it");
    }
}
