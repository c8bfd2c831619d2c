//! An attack that is being written down: what is there so far, what is missing,
//! and the entry it becomes. Knows nothing of the window.

mod number;
pub mod place;
mod problem;
pub mod recent;
pub mod span;
pub mod start;
#[cfg(test)]
mod tests;

use jiff::ZonedDateTime;

pub use self::number::{Number, Numbers};
use self::place::Spot;
pub use self::problem::{Field, Problem};
use self::recent::Last;
use super::begun::{Begun, keep_moments};
use super::entry::{
    Entry, EntryId, Episode, Helped, Intensity, Lasted, Medicine, Quality, Required, Side, Training,
};
use super::late::Late;
use super::when::When;
use crate::clock::Moment;
use crate::settings::Reads;

/// The log sheet of an attack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Every optional field that needs no text lives here, also those no sheet
    /// shows; the required ones in it do not count.
    pub so_far: Episode,
    /// Nothing of it is in the diary yet.
    pub is_new: bool,
    /// When it began, as it is written.
    pub start: String,
    /// What `start` was when it last stood for `started`.
    shown: Option<String>,
    /// The exact start behind `shown`, with its zone.
    started: When,
    /// How long, as it is written; empty while it goes on.
    pub lasted: String,
    /// It goes on.
    pub goes_on: bool,
    /// Where.
    pub spot: Spot,
    /// How bad.
    pub pain: Option<u8>,
    /// Fields that are numbers, as they are written.
    pub numbers: Numbers,
    /// What was trained.
    pub activity: String,
    /// How hard.
    pub effort: Option<u8>,
    /// What was tried, and how much it helped.
    pub helped: Vec<(String, Option<u8>)>,
    /// A tag, a medicine and a remedy that are being written.
    pub words: [String; 3],
    /// What "same as last time" replaced.
    replaced: Option<(Spot, Vec<Quality>)>,
    /// Save was pressed, so that what is missing may be said.
    pub tried: bool,
    reads: Reads,
    /// The sheet as it was opened.
    opened: Option<Box<Self>>,
}

/// Which of [`Draft::words`].
pub const TAG: usize = 0;
/// Which of [`Draft::words`].
pub const MEDICINE: usize = 1;
/// Which of [`Draft::words`].
pub const REMEDY: usize = 2;

impl Draft {
    /// The sheet of a new attack, with what is known of it.
    pub fn new(now: &Moment, begun: &Begun, reads: impl Into<Reads>) -> Self {
        let logged = When::from(&now.wall);
        let started = begun.started_at.clone().unwrap_or_else(|| logged.clone());
        let required = Required {
            duration: begun.lasted.unwrap_or(Lasted::StillGoing),
            regions: Vec::new(),
            side: begun.side.unwrap_or(Side::Middle),
            pain_peak: begun.worst().unwrap_or_default(),
        };
        let id = begun.id.unwrap_or_else(|| EntryId::new(now));
        let mut episode = Episode::new(id, logged, started, required);
        episode.samples.clone_from(&begun.samples);
        episode.woke_me = begun.woke_me;
        episode.note.clone_from(&begun.note);
        let mut draft = Self::on(episode, true, now, reads.into());
        draft.spot = Spot::new(&begun.regions, begun.side);
        draft.pain = begun.worst().map(Intensity::get);
        if begun.lasted.is_none() {
            draft.goes_on = false;
        }
        if begun.time_unknown {
            let day = draft.started.civil().date();
            draft.start = start::say_day(day, now.wall.date());
            draft.shown = None; // the time is to be written behind it
        }
        draft.open()
    }

    /// The sheet of an attack that was logged before.
    pub fn of(episode: &Episode, now: &Moment, reads: impl Into<Reads>) -> Self {
        Self::on(episode.clone(), false, now, reads.into()).open()
    }

    fn on(episode: Episode, is_new: bool, now: &Moment, reads: Reads) -> Self {
        let training = episode.training.clone().unwrap_or_default();
        let helped = episode.helped.iter();
        let started = episode.started_at.clone();
        let mut draft = Self {
            is_new,
            start: String::new(),
            shown: None,
            started: started.clone(),
            lasted: episode
                .duration
                .seconds()
                .map_or_else(String::new, span::say_seconds),
            goes_on: episode.duration == Lasted::StillGoing,
            spot: Spot::new(&episode.regions, Some(episode.side)),
            pain: Some(episode.pain_peak.get()),
            numbers: Numbers::of(&episode, reads.units),
            activity: training.activity,
            effort: training.effort.map(Intensity::get),
            helped: helped
                .map(|h| (h.remedy.clone(), Some(h.score.get())))
                .collect(),
            words: Default::default(),
            replaced: None,
            tried: false,
            reads,
            opened: None,
            so_far: episode,
        };
        draft.set_start(started, now);
        draft
    }

    fn open(mut self) -> Self {
        self.opened = Some(Box::new(self.clone()));
        self
    }

    /// Whether something was written since it was opened.
    pub fn is_changed(&self) -> bool {
        let mut now = self.clone();
        now.tried = false;
        now.replaced = None;
        now.opened = None;
        self.opened.as_deref() != Some(&now)
    }

    /// Writes a start into the field.
    pub fn set_start(&mut self, when: When, now: &Moment) {
        self.start = start::say(&when.civil(), now.wall.date(), self.reads.twelve);
        self.shown = Some(self.start.clone());
        self.started = when;
    }

    /// The start as it is written.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn started(&self, now: &Moment) -> Result<When, start::Unread> {
        if self.shown.as_ref() == Some(&self.start) {
            return Ok(self.started.clone()); // keeps its seconds and its zone
        }
        let read: ZonedDateTime = start::read(&self.start, &now.wall)?;
        Ok(When::from(&read))
    }

    /// How late it is written down, if it is.
    pub fn late(&self, now: &Moment) -> Option<Late> {
        let logged = if self.is_new {
            When::from(&now.wall)
        } else {
            self.so_far.logged_at.clone()
        };
        Late::of(&self.started(now).ok()?, &logged)
    }

    /// How long, as far as it can be read.
    pub fn duration(&self) -> Option<Lasted> {
        if self.goes_on {
            return Some(Lasted::StillGoing);
        }
        span::seconds(&self.lasted).map(Lasted::Seconds)
    }

    /// Writes how long into the field.
    pub fn set_duration(&mut self, lasted: Lasted) {
        self.goes_on = lasted == Lasted::StillGoing;
        self.lasted = lasted.seconds().map_or_else(String::new, span::say_seconds);
    }

    /// Whether place, side and feeling are those of the last time, by that
    /// button.
    pub const fn is_as_last_time(&self) -> bool {
        self.replaced.is_some()
    }

    /// Fills in place, side and feeling of the last attack; once more: takes
    /// that back.
    pub fn as_last_time(&mut self, last: &Last) {
        if let Some((spot, quality)) = self.replaced.take() {
            self.spot = spot;
            self.so_far.quality = quality;
            return;
        }
        let spot = Spot::new(&last.regions, Some(last.side));
        let spot = std::mem::replace(&mut self.spot, spot);
        let quality = std::mem::replace(&mut self.so_far.quality, last.quality.clone());
        self.replaced = Some((spot, quality));
    }

    /// Takes a half-written tag, medicine or remedy over; true if there was one.
    pub fn take_word(&mut self, which: usize) -> bool {
        let Some(word) = self.words.get_mut(which) else {
            return false;
        };
        let taken = std::mem::take(word);
        let word = taken.split_whitespace().collect::<Vec<_>>().join(" ");
        if word.is_empty() {
            return false;
        }
        let same = |known: &str| known.to_lowercase() == word.to_lowercase();
        match which {
            TAG if !self.so_far.tags.iter().any(|t| same(t)) => self.so_far.tags.push(word),
            MEDICINE if !self.so_far.medicines.iter().any(|m| same(&m.name)) => {
                self.so_far.medicines.push(Medicine {
                    name: word,
                    taken: true,
                });
            }
            REMEDY if !self.helped.iter().any(|(r, _)| same(r)) => self.helped.push((word, None)),
            _ => {}
        }
        true
    }

    /// The attack as far as it can be read; none while a required field is
    /// missing. Ask [`Self::problems`] first whether it may be kept.
    pub fn episode(&self, now: &Moment) -> Option<Episode> {
        let mut draft = self.clone();
        // Nobody loses a word by saving before pressing Enter.
        for which in [TAG, MEDICINE, REMEDY] {
            draft.take_word(which);
        }
        let mut episode = draft.so_far;
        let was = episode.started_at.instant();
        episode.started_at = self.started(now).ok()?;
        keep_moments(&mut episode, was);
        episode.duration = self.duration()?;
        episode.regions = draft.spot.regions().to_vec();
        episode.side = draft.spot.side()?;
        episode.pain_peak = Intensity::new(draft.pain?)?;
        if self.is_new {
            episode.logged_at = When::from(&now.wall);
        }
        draft.numbers.write(&mut episode, self.reads.units);
        let minutes = draft.numbers.minutes_trained();
        let activity = draft.activity.trim();
        episode.training = (!activity.is_empty()).then(|| Training {
            activity: activity.to_owned(),
            minutes,
            effort: draft.effort.and_then(Intensity::new),
        });
        let helped = draft.helped.into_iter();
        episode.helped = helped
            .filter_map(|(remedy, score)| {
                let score = Intensity::new(score?)?;
                Some(Helped { remedy, score })
            })
            .collect();
        let note = episode.note.trim();
        if note.len() != episode.note.len() {
            episode.note = note.to_owned();
        }
        Some(episode)
    }

    /// The entry, when nothing is missing or wrong.
    pub fn entry(&self, now: &Moment) -> Option<Entry> {
        if !self.problems(now).is_empty() {
            return None;
        }
        self.episode(now).map(Entry::from)
    }
}
