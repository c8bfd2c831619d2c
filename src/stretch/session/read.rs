//! What a session shows: phase, side, time left. Nothing here changes it.

use std::time::Duration;

use super::{Command, Phase, Plan, Session, Status};
use crate::clock::Moment;
use crate::stretch::Side;

/// A wake comes this much late, so that the frame falls behind the border.
const BEHIND: Duration = Duration::from_millis(4);
const SECOND: Duration = Duration::from_secs(1);

impl Session {
    /// How it stands.
    pub fn status(&self) -> Status {
        self.status
    }

    /// Is it over, either way?
    pub fn is_over(&self) -> bool {
        matches!(self.status, Status::Done | Status::Stopped(_))
    }

    /// Does it stand in a phase that waits for the person?
    pub fn is_waiting(&self) -> bool {
        let begun = matches!(self.status, Status::Running | Status::Paused(_));
        begun && self.phase().is_some_and(Phase::waits)
    }

    /// Does the hold it is in end when the person says that it eased? Then
    /// [`Command::Next`] says so.
    pub fn ends_when_eased(&self) -> bool {
        self.phase().is_some_and(|phase| phase.ask_every.is_some())
    }

    /// The plan it performs.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The place of the phase in the plan.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The phase it is in; after the end, the last one.
    pub fn phase(&self) -> Option<&Phase> {
        self.plan.phases().get(self.at)
    }

    /// The phase after this one.
    pub fn next_up(&self) -> Option<&Phase> {
        self.plan.phases().get(self.at + 1)
    }

    /// The side it is about; while getting ready, the first to come.
    pub fn side(&self) -> Option<Side> {
        let rest = self.plan.phases().iter().skip(self.at);
        rest.into_iter().find_map(|phase| phase.side)
    }

    /// What the one large button, and Space, does now. None when it is over.
    pub fn main_command(&self) -> Option<Command> {
        match self.status {
            Status::Ready => Some(Command::Start),
            Status::Paused(_) => Some(Command::Resume),
            Status::Running if self.is_waiting() || self.ends_when_eased() => Some(Command::Next),
            Status::Running => Some(Command::Pause),
            Status::Done | Status::Stopped(_) => None,
        }
    }

    /// The time spent in this phase by `now`; a gap the next tick will find to
    /// be sleep does not count.
    fn spent_by(&self, now: &Moment) -> Duration {
        let runs = self.status == Status::Running && !self.slept(now);
        let more = if runs {
            self.since(now)
        } else {
            Duration::ZERO
        };
        self.spent.saturating_add(more).min(self.length)
    }

    /// The time spent in this phase by `now`.
    pub fn phase_spent(&self, now: &Moment) -> Duration {
        self.spent_by(now)
    }

    /// How long this phase lasts, "too much" taken off; nothing while it waits.
    pub fn phase_length(&self) -> Duration {
        self.length
    }

    /// How long nobody was counting, while it stands still for that.
    pub fn away(&self) -> Option<Duration> {
        let slept = self.status == Status::Paused(super::Pause::Slept);
        slept.then_some(self.away)
    }

    /// How often "too much" was pressed.
    pub fn eased(&self) -> u32 {
        self.eased
    }

    /// What the last "too much" took off; nothing outside of holds.
    pub fn eased_by(&self) -> Duration {
        self.eased_by
    }

    /// What is left of this phase; nothing while it waits for the person.
    pub fn remaining(&self, now: &Moment) -> Duration {
        self.length.saturating_sub(self.spent_by(now))
    }

    /// How far this phase is, 0 to 1; 0 while it waits for the person.
    pub fn phase_progress(&self, now: &Moment) -> f32 {
        if self.length.is_zero() {
            return 0.0;
        }
        self.spent_by(now)
            .div_duration_f32(self.length)
            .clamp(0.0, 1.0)
    }

    /// What is left of the whole session; nothing when it is over.
    pub fn remaining_total(&self, now: &Moment) -> Duration {
        if self.is_over() {
            Duration::ZERO
        } else {
            self.left(now)
        }
    }

    fn left(&self, now: &Moment) -> Duration {
        let later = self.plan.phases().iter().skip(self.at + 1);
        self.remaining(now) + later.map(Phase::length).sum::<Duration>()
    }

    /// How far the session is, 0 to 1. A stopped one stays where it was.
    pub fn progress(&self, now: &Moment) -> f32 {
        let total = self.plan.total();
        if self.status == Status::Done {
            return 1.0;
        }
        if total.is_zero() {
            return 0.0;
        }
        (1.0 - self.left(now).div_duration_f32(total)).clamp(0.0, 1.0)
    }

    /// How long until something is seen or heard by itself: a whole second, a
    /// cue, the end of the phase. None while it stands still.
    pub fn next_wake(&self, now: &Moment) -> Option<Duration> {
        if self.status != Status::Running || self.is_waiting() {
            return None;
        }
        if self.slept(now) {
            return Some(Duration::ZERO);
        }
        let left = self.remaining(now);
        // At a border the next one is a whole second away.
        let second = match left.subsec_nanos() {
            0 => SECOND.min(left),
            nanos => Duration::from_nanos(u64::from(nanos)),
        };
        // Half of a hold may fall between two seconds.
        let half = (self.length / 2).saturating_sub(self.spent_by(now));
        let holds = self.phase().is_some_and(Phase::is_hold);
        let wake = if holds && !half.is_zero() {
            second.min(half)
        } else {
            second
        };
        Some(wake + BEHIND)
    }
}
