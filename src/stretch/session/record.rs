//! What a session was: seconds truly held, by side and by round.

use std::time::Duration;

use jiff::ZonedDateTime;
use serde::{Deserialize, Serialize};

use super::{Session, Status, StopReason};
use crate::stretch::Side;

/// A hold shorter than this is no round, however it ended.
const SHORTEST_ROUND: Duration = Duration::from_secs(5);

/// What one side got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SideHeld {
    /// Holds held to their end (which "too much" may have brought nearer),
    /// each counted once.
    pub rounds: u32,
    /// Time held, all holds together, cut-off and repeated ones included.
    pub held: Duration,
}

/// What one hold of the plan got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoldDone {
    /// The side.
    pub side: Side,
    /// The round on this side, from 1.
    pub round: u32,
    /// Time held; skipped time is not held.
    pub held: Duration,
    /// Was it held to its end?
    pub whole: bool,
}

/// What a phase got, by its place in the plan. Of holds only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Got {
    pub(super) held: Duration,
    pub(super) whole: bool,
}

/// What a session was, for the diary. The caller adds the intensities before
/// and after, which the session does not know.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionRecord {
    /// When it began.
    pub started: ZonedDateTime,
    /// The routine's id.
    pub routine: String,
    /// Its level.
    pub level: String,
    /// The left side.
    pub left: SideHeld,
    /// The right side.
    pub right: SideHeld,
    /// Every hold of the plan, in order.
    pub holds: Vec<HoldDone>,
    /// Were all phases gone through, skipped ones included?
    pub finished: bool,
    /// Why it ended early, if it did.
    pub stopped: Option<StopReason>,
    /// How often "too much" was pressed.
    pub eased: u32,
}

impl Session {
    /// Adds held time to the hold it is in.
    pub(super) fn note_held(&mut self, time: Duration) {
        if let Some(got) = self.got.get_mut(self.at) {
            got.held = got.held.saturating_add(time);
        }
    }

    /// The phase it is in came to its end by itself, or was eased to it.
    pub(super) fn note_whole(&mut self) {
        let held = self.phase().is_some_and(super::Phase::is_hold);
        if held
            && self.spent >= SHORTEST_ROUND
            && let Some(got) = self.got.get_mut(self.at)
        {
            got.whole = true;
        }
    }

    /// Every hold of the plan with what it got, in order.
    pub fn holds(&self) -> Vec<HoldDone> {
        let phases = self.plan.phases().iter().zip(&self.got);
        phases
            .filter(|(phase, _)| phase.is_hold())
            .filter_map(|(phase, got)| {
                Some(HoldDone {
                    side: phase.side?,
                    round: phase.round,
                    held: got.held,
                    whole: got.whole,
                })
            })
            .collect()
    }

    /// What a side got so far, as of the last tick.
    pub fn held(&self, side: Side) -> SideHeld {
        let holds = self.holds().into_iter().filter(|h| h.side == side);
        holds.fold(SideHeld::default(), |sum, hold| SideHeld {
            rounds: sum.rounds + u32::from(hold.whole),
            held: sum.held.saturating_add(hold.held),
        })
    }

    /// Was "too much" pressed, so that an easier level is to be offered?
    pub fn offers_easier(&self) -> bool {
        self.eased > 0
    }

    /// What it was, for the diary.
    pub fn record(&self) -> SessionRecord {
        SessionRecord {
            started: self.started.clone(),
            routine: self.plan.routine.clone(),
            level: self.plan.level.clone(),
            left: self.held(Side::Left),
            right: self.held(Side::Right),
            holds: self.holds(),
            finished: self.status == Status::Done,
            stopped: match self.status {
                Status::Stopped(reason) => Some(reason),
                Status::Ready | Status::Running | Status::Paused(_) | Status::Done => None,
            },
            eased: self.eased,
        }
    }
}
