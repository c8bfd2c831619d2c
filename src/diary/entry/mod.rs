//! Entry: one thing the diary keeps, of four kinds.
//!
//! An entry is a value. What it may hold is said by its types and by
//! [`crate::diary::check`]; how it looks on disk by [`crate::diary::format`].

mod check;
mod day;
mod episode;
mod parts;
mod session;
mod words;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

pub use self::check::{Check, Fitted};
pub use self::day::{Day, WeekLook};
pub use self::episode::{
    Episode, Helped, Lasted, Medicine, Required, Sample, StretchDone, Training,
};
pub use self::parts::{EntryId, Intensity, SCHEMA, Schema};
pub use self::session::{Ended, Session, SideDone};
pub use self::words::{
    BowelUrine, Feeling, FluidHeat, LegSymptom, Quality, Region, Relief, Side, Sleep, StopReason,
    Trigger,
};
use super::when::When;
use crate::clock::Moment;

/// Something the diary keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An attack.
    Episode(Box<Episode>),
    /// A stretch session.
    Session(Box<Session>),
    /// The check-in of a day.
    Day(Box<Day>),
    /// A check of symptoms.
    Check(Box<Check>),
}

impl From<Episode> for Entry {
    fn from(episode: Episode) -> Self {
        Self::Episode(Box::new(episode))
    }
}

impl From<Session> for Entry {
    fn from(session: Session) -> Self {
        Self::Session(Box::new(session))
    }
}

impl From<Day> for Entry {
    fn from(day: Day) -> Self {
        Self::Day(Box::new(day))
    }
}

impl From<Check> for Entry {
    fn from(check: Check) -> Self {
        Self::Check(Box::new(check))
    }
}

impl Entry {
    /// The kind in one word: `episode`, `session`, `day` or `check`.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Episode(_) => "episode",
            Self::Session(_) => "session",
            Self::Day(_) => "day",
            Self::Check(_) => "check",
        }
    }

    /// Its id.
    pub const fn id(&self) -> EntryId {
        match self {
            Self::Episode(episode) => episode.id,
            Self::Session(session) => session.id,
            Self::Day(day) => day.id,
            Self::Check(check) => check.id,
        }
    }

    /// When it was written down.
    pub const fn logged_at(&self) -> &When {
        match self {
            Self::Episode(episode) => &episode.logged_at,
            Self::Session(session) => &session.logged_at,
            Self::Day(day) => &day.logged_at,
            Self::Check(check) => &check.logged_at,
        }
    }

    /// When it was last changed.
    pub const fn edited_at(&self) -> Option<&When> {
        match self {
            Self::Episode(episode) => episode.edited_at.as_ref(),
            Self::Session(session) => session.edited_at.as_ref(),
            Self::Day(day) => day.edited_at.as_ref(),
            Self::Check(check) => check.edited_at.as_ref(),
        }
    }

    /// When it happened, where the person was. A day counts from its noon.
    pub fn civil(&self) -> DateTime {
        match self {
            Self::Episode(episode) => episode.started_at.civil(),
            Self::Session(session) => session.started_at.civil(),
            Self::Day(day) => day.date.at(12, 0, 0, 0),
            Self::Check(check) => check.logged_at.civil(),
        }
    }

    /// The day it belongs to.
    pub fn date(&self) -> Date {
        self.civil().date()
    }

    /// The instant it happened, which puts entries in order.
    pub fn instant(&self) -> Timestamp {
        match self {
            Self::Episode(episode) => episode.started_at.instant(),
            Self::Session(session) => session.started_at.instant(),
            Self::Check(check) => check.logged_at.instant(),
            Self::Day(day) => {
                let noon = day.date.at(12, 0, 0, 0);
                let offset = day.logged_at.offset();
                offset.to_timestamp(noon).unwrap_or(Timestamp::UNIX_EPOCH)
            }
        }
    }

    /// What the diary sorts by: the instant, then the id.
    pub fn order(&self) -> (Timestamp, EntryId) {
        (self.instant(), self.id())
    }

    /// Was it written down more than two days later? A check is written as it
    /// is made.
    pub fn is_late(&self) -> bool {
        const LATE_SECS: i64 = 48 * 3600;
        let logged = self.logged_at().instant().as_second();
        logged - self.instant().as_second() > LATE_SECS
    }

    /// The person's own words.
    pub fn note(&self) -> &str {
        match self {
            Self::Episode(episode) => &episode.note,
            Self::Session(session) => &session.note,
            Self::Day(day) => &day.note,
            Self::Check(check) => &check.note,
        }
    }

    /// The worst pain it tells of.
    pub fn worst_pain(&self) -> Option<Intensity> {
        match self {
            Self::Episode(episode) => Some(episode.pain_peak),
            Self::Session(session) => session.pain_before.max(session.pain_after),
            Self::Day(day) => day.worst_pain,
            Self::Check(_) => None,
        }
    }

    /// The attack inside, if it is one.
    pub fn as_episode(&self) -> Option<&Episode> {
        if let Self::Episode(episode) = self {
            Some(episode)
        } else {
            None
        }
    }

    /// The session inside, if it is one.
    pub fn as_session(&self) -> Option<&Session> {
        if let Self::Session(session) = self {
            Some(session)
        } else {
            None
        }
    }

    /// The check-in inside, if it is one.
    pub fn as_day(&self) -> Option<&Day> {
        if let Self::Day(day) = self {
            Some(day)
        } else {
            None
        }
    }

    /// The check of symptoms inside, if it is one.
    pub fn as_check(&self) -> Option<&Check> {
        if let Self::Check(check) = self {
            Some(check)
        } else {
            None
        }
    }

    /// Fills in what a new entry may leave out: its id and when it was logged.
    pub fn complete(&mut self, id: EntryId, now: &Moment) {
        let (own, logged) = match self {
            Self::Episode(episode) => (&mut episode.id, &mut episode.logged_at),
            Self::Session(session) => (&mut session.id, &mut session.logged_at),
            Self::Day(day) => (&mut day.id, &mut day.logged_at),
            Self::Check(check) => (&mut check.id, &mut check.logged_at),
        };
        if own.is_missing() {
            *own = id;
        }
        if logged.is_missing() {
            *logged = When::from(&now.wall);
        }
    }

    /// Gives it another id.
    pub const fn set_id(&mut self, id: EntryId) {
        match self {
            Self::Episode(episode) => episode.id = id,
            Self::Session(session) => session.id = id,
            Self::Day(day) => day.id = id,
            Self::Check(check) => check.id = id,
        }
    }

    /// Sets when it was written down.
    pub fn set_logged(&mut self, when: When) {
        let logged = match self {
            Self::Episode(episode) => &mut episode.logged_at,
            Self::Session(session) => &mut session.logged_at,
            Self::Day(day) => &mut day.logged_at,
            Self::Check(check) => &mut check.logged_at,
        };
        *logged = when;
    }

    /// Sets when it was last changed.
    pub fn set_edited(&mut self, when: Option<When>) {
        let edited = match self {
            Self::Episode(episode) => &mut episode.edited_at,
            Self::Session(session) => &mut session.edited_at,
            Self::Day(day) => &mut day.edited_at,
            Self::Check(check) => &mut check.edited_at,
        };
        *edited = when;
    }

    /// Whether both say the same, whenever they were last changed.
    pub fn says_the_same(&self, other: &Self) -> bool {
        if self.id() != other.id() {
            return false;
        }
        let mut own = self.clone();
        own.set_edited(other.edited_at().cloned());
        own == *other
    }
}
