//! The check-in of the day in one press, and what can be undone, told by name.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::State;
use crate::clock::Moment;
use crate::diary::check_in::{Told, contradicted, week_is_due, without_cramp};
use crate::diary::when::When;
use crate::diary::{Diary, Edit};
use crate::job::Job;
use crate::notice::Tone;

/// What is told about check-ins.
const TOPIC: &str = "day";

/// What today and yesterday say; made once for a revision of the diary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayDesk {
    /// What is known of today.
    pub today: Told,
    /// What is known of yesterday.
    pub yesterday: Told,
    /// The diary is older than yesterday, so yesterday may be asked for.
    pub asks_yesterday: bool,
    /// It is time to look back on the week.
    pub week_is_due: bool,
    made_for: Option<(u64, Date)>,
}

impl DayDesk {
    /// Follows the diary and the date.
    pub(super) fn look(&mut self, diary: &Diary, today: Date) {
        let made_for = Some((diary.revision(), today));
        if self.made_for == made_for {
            return;
        }
        let yesterday = today.saturating_sub(1.day());
        let started = diary.entries().first().map(|entry| entry.date());
        let told = Told::of(diary, yesterday);
        *self = Self {
            today: Told::of(diary, today),
            asks_yesterday: !told.is_said() && started.is_some_and(|first| first < today),
            yesterday: told,
            week_is_due: week_is_due(diary, today),
            made_for,
        };
    }
}

/// "23 November".
fn said(date: Date) -> String {
    date.strftime("%-d %B").to_string()
}

impl State {
    /// "No cramp that day": kept, unless a cramp of that day says otherwise.
    pub(super) fn no_cramp(&mut self, date: Date, now: &Moment) -> Vec<Job> {
        if date > now.wall.date() {
            return Vec::new(); // nobody knows
        }
        match without_cramp(&self.diary, date, &When::from(&now.wall)) {
            Ok(entry) if self.diary.get(entry.id()).is_some() => {
                self.diary.apply(Edit::Change(entry), now)
            }
            Ok(entry) => self.diary.apply(Edit::Create(entry), now),
            Err(_cramps) => {
                let told = format!(
                    "There is a cramp on {}, so “no cramp” was not saved.",
                    said(date)
                );
                self.notices.tell(TOPIC, Tone::Info, told, None);
                Vec::new()
            }
        }
    }

    /// Says that a cramp takes back the "no cramp" of its day.
    pub(super) fn tell_taken_back(&mut self, edit: &Edit) {
        let (Edit::Create(entry) | Edit::Change(entry)) = edit else {
            return;
        };
        let Some(episode) = entry.as_episode() else {
            return;
        };
        let untrue = contradicted(&self.diary, episode);
        if let Some(day) = untrue.first() {
            let told = format!("“No cramp” on {} was taken back with it.", said(day.date));
            // "Saved." has the one Undo: a second would undo one change more.
            self.notices.tell(TOPIC, Tone::Info, told, None);
        }
    }

    /// Takes back the last change to the diary.
    pub(super) fn undo(&mut self, now: &Moment) -> Vec<Job> {
        let name = self.diary.undo_name(now.wall.date());
        let jobs = self.diary.apply(Edit::Undo, now);
        self.tell_turned("undone", name, &jobs);
        jobs
    }

    /// Does it again.
    pub(super) fn redo(&mut self, now: &Moment) -> Vec<Job> {
        let name = self.diary.redo_name(now.wall.date());
        let jobs = self.diary.apply(Edit::Redo, now);
        self.tell_turned("done again", name, &jobs);
        jobs
    }

    /// Says why nothing happened, where there was something to turn back.
    fn tell_turned(&mut self, how: &str, name: Option<String>, jobs: &[Job]) {
        let Some(name) = name.filter(|_| jobs.is_empty()) else {
            return;
        };
        let told =
            format!("“{name}” could not be {how}: the entry has been changed elsewhere since.");
        self.notices.tell(TOPIC, Tone::Info, told, None);
    }
}
