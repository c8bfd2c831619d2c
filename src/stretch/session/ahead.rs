//! What a session will tell next, before it happens, so that a sound can be
//! made ready and played at the very moment.

use std::time::Duration;

use super::{Cue, Phase, Session, Status};
use crate::clock::Moment;

impl Session {
    /// The next cue that comes by itself, and how long until then: half of a
    /// hold, the next phase, the end. None while it stands still or slept.
    pub fn next_cue(&self, now: &Moment) -> Option<(Duration, Cue)> {
        if self.status != Status::Running || self.is_waiting() || self.slept(now) {
            return None;
        }
        let spent = self.length.saturating_sub(self.remaining(now));
        let half = self.length / 2;
        let holds = self.phase().is_some_and(Phase::is_hold);
        if let Some(every) = self.phase().and_then(|phase| phase.ask_every) {
            let every = every.as_secs().max(1);
            let asks = Duration::from_secs((spent.as_secs() / every + 1) * every);
            if holds && asks < self.length {
                return Some((asks - spent, Cue::Asks));
            }
        } else if holds && spent < half {
            return Some((half - spent, Cue::Half));
        }
        let next = self.at + 1;
        let cue = if next < self.plan.phases().len() {
            Cue::PhaseStarted(next)
        } else {
            Cue::Done
        };
        Some((self.remaining(now), cue))
    }
}
