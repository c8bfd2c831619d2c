//! A session as it can be kept and taken up again after a crash.
//!
//! What comes from a file is not trusted: a snapshot that does not hang
//! together is refused as a whole.

use std::time::Duration;

use jiff::ZonedDateTime;
use serde::{Deserialize, Serialize};

use super::record::Got;
use super::{Pause, Plan, Session, Status};
use crate::clock::Moment;

/// A session that has begun and is not in the diary yet, for a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// When it was made, by the wall: the last moment the session saw.
    pub made: ZonedDateTime,
    /// When the session began.
    pub started: ZonedDateTime,
    status: Status,
    plan: Plan,
    at: usize,
    spent: Duration,
    length: Duration,
    got: Vec<Got>,
    eased: u32,
}

/// Nobody holds one phase for longer than a day, however often it is repeated.
const LONGEST_HELD: Duration = Duration::from_hours(24);

impl Snapshot {
    /// Does it hang together?
    pub fn is_sound(&self) -> bool {
        let phases = self.plan.phases();
        self.plan.is_sound()
            && self.status != Status::Ready
            && phases.len() == self.got.len()
            && phases
                .get(self.at)
                .is_some_and(|p| self.length <= p.length())
            && self.spent <= self.length
            && self.got.iter().all(|got| got.held <= LONGEST_HELD)
    }

    /// Is the session over, so that there is nothing to go on with?
    pub fn is_over(&self) -> bool {
        matches!(self.status, Status::Done | Status::Stopped(_))
    }
}

impl Session {
    /// The session as of the last tick. None before it begins.
    pub fn snapshot(&self) -> Option<Snapshot> {
        let begun = self.status != Status::Ready;
        begun.then(|| Snapshot {
            made: self.seen.wall.clone(),
            started: self.started.clone(),
            status: self.status,
            plan: self.plan.clone(),
            at: self.at,
            spent: self.spent,
            length: self.length,
            got: self.got.clone(),
            eased: self.eased,
        })
    }

    /// Takes a session up again: paused where it was, or over if it was. None
    /// when the snapshot does not hang together.
    pub fn restore(snapshot: Snapshot, now: &Moment) -> Option<Self> {
        if !snapshot.is_sound() {
            return None;
        }
        let Snapshot {
            made: _,
            started,
            status,
            plan,
            at,
            spent,
            length,
            got,
            eased,
        } = snapshot;
        Some(Self {
            plan,
            started,
            status: match status {
                Status::Done | Status::Stopped(_) => status,
                Status::Ready | Status::Running | Status::Paused(_) => Status::Paused(Pause::Asked),
            },
            at,
            spent,
            length,
            got,
            eased,
            eased_by: Duration::ZERO,
            away: Duration::ZERO,
            seen: now.clone(),
            unheard: Vec::new(),
        })
    }
}
