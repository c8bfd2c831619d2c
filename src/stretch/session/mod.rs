//! A session: a plan performed in time. A pure state machine.
//!
//! Time is counted in ticks between moments while the session runs. Where the
//! wall ran ahead of the ticks, or the ticks jumped, the computer slept: the
//! session pauses as of the last moment it saw, and nothing of the gap counts.

mod ahead;
mod read;
mod record;
mod snapshot;
#[cfg(test)]
mod tests;
mod words;

use std::time::Duration;

use jiff::ZonedDateTime;

use self::record::Got;
pub use self::record::{HoldDone, SessionRecord, SideHeld};
pub use self::snapshot::Snapshot;
pub use self::words::{Command, Cue, Pause, Status, StopReason};
use super::plan::{Phase, Plan};
use super::routine::PhaseKind;
use crate::clock::Moment;

/// Ticks further apart than this mean that nobody was counting.
const LONGEST_TICK: Duration = Duration::from_secs(5);
/// The wall may run ahead of the ticks by this much before it means sleep.
const WALL_SLACK: Duration = Duration::from_secs(3);
/// "Back" within this time of a phase's start goes to the phase before.
const BACK_TWICE: Duration = Duration::from_secs(2);
/// "Too much" takes this off a hold (clinical list E.4).
const EASE_OFF: Duration = Duration::from_secs(10);
/// The cue before the end of a hold.
const LAST_SECONDS: Duration = Duration::from_secs(5);

/// A plan performed in time.
#[derive(Clone, Debug)]
pub struct Session {
    plan: Plan,
    started: ZonedDateTime,
    status: Status,
    /// The place of the phase it is in.
    at: usize,
    /// Time spent in this phase.
    spent: Duration,
    /// This phase's length; shorter than planned after "too much", nothing
    /// when it waits for the person.
    length: Duration,
    /// What each phase got, by its place.
    got: Vec<Got>,
    eased: u32,
    /// What the last "too much" took off; nothing outside of holds.
    eased_by: Duration,
    /// How long nobody was counting, before the pause it stands in.
    away: Duration,
    /// The last moment it was told; its ticks never go back.
    seen: Moment,
    /// Cues from before the first tick.
    unheard: Vec<Cue>,
}

impl Session {
    /// Lays a plan out, not begun. None when it has no phases.
    pub fn new(plan: Plan, now: &Moment) -> Option<Self> {
        let length = plan.phases().first()?.length();
        let got = vec![Got::default(); plan.phases().len()];
        Some(Self {
            plan,
            started: now.wall.clone(),
            status: Status::Ready,
            at: 0,
            spent: Duration::ZERO,
            length,
            got,
            eased: 0,
            eased_by: Duration::ZERO,
            away: Duration::ZERO,
            seen: now.clone(),
            unheard: Vec::new(),
        })
    }

    /// Lays a plan out and begins; the first tick tells of the first phase.
    pub fn start(plan: Plan, now: &Moment) -> Option<Self> {
        let mut session = Self::new(plan, now)?;
        session.unheard = session.apply(Command::Start, now);
        Some(session)
    }

    /// Ticks since the last moment it was told.
    fn since(&self, now: &Moment) -> Duration {
        now.ticks.saturating_sub(self.seen.ticks)
    }

    /// The same by the wall; nothing where it was set back.
    fn wall_since(&self, now: &Moment) -> Duration {
        let wall = now
            .wall
            .timestamp()
            .duration_since(self.seen.wall.timestamp());
        Duration::try_from(wall).unwrap_or(Duration::ZERO)
    }

    /// Was the computer asleep since then, or the program stopped? No matter
    /// while a phase waits: then nothing is counted, and nobody needs to tick.
    fn slept(&self, now: &Moment) -> bool {
        if self.is_waiting() {
            return false;
        }
        let ticks = self.since(now);
        ticks > LONGEST_TICK || self.wall_since(now) > ticks + WALL_SLACK
    }

    /// Moves on to `now` and tells what happened on the way.
    pub fn tick(&mut self, now: &Moment) -> Vec<Cue> {
        let mut cues = std::mem::take(&mut self.unheard);
        if self.status == Status::Running {
            if self.slept(now) {
                self.status = Status::Paused(Pause::Slept);
                self.away = self.since(now).max(self.wall_since(now));
                cues.push(Cue::Slept);
            } else {
                self.run(self.since(now), &mut cues);
            }
        }
        self.seen = Moment {
            wall: now.wall.clone(),
            ticks: now.ticks.max(self.seen.ticks),
        };
        cues
    }

    /// Lets `time` pass, over as many phase borders as it takes.
    fn run(&mut self, mut time: Duration, cues: &mut Vec<Cue>) {
        while self.status == Status::Running && !self.is_waiting() {
            let left = self.length.saturating_sub(self.spent);
            let step = time.min(left);
            self.pass(step, cues);
            time -= step;
            if step < left {
                return;
            }
            self.note_whole();
            self.enter(self.at + 1, cues);
        }
    }

    /// Lets time pass within this phase.
    fn pass(&mut self, step: Duration, cues: &mut Vec<Cue>) {
        let before = self.spent;
        self.spent += step;
        if !self.phase().is_some_and(Phase::is_hold) {
            return;
        }
        let crossed = |mark: Duration| before < mark && self.spent >= mark;
        if let Some(every) = self.phase().and_then(|phase| phase.ask_every) {
            let times = |spent: Duration| spent.as_secs() / every.as_secs().max(1);
            if times(self.spent) > times(before) && self.spent < self.length {
                cues.push(Cue::Asks);
            }
        } else if crossed(self.length / 2) {
            cues.push(Cue::Half);
        }
        if self.length > LAST_SECONDS * 2 && crossed(self.length.saturating_sub(LAST_SECONDS)) {
            cues.push(Cue::FiveLeft);
        }
        self.note_held(step);
    }

    /// Goes to the phase at this place; behind the last one, it is done.
    fn enter(&mut self, at: usize, cues: &mut Vec<Cue>) {
        if let Some(phase) = self.plan.phases().get(at) {
            self.at = at;
            self.spent = Duration::ZERO;
            self.length = phase.length();
            cues.push(Cue::PhaseStarted(at));
        } else {
            self.spent = self.length;
            self.status = Status::Done;
            cues.push(Cue::Done);
        }
    }

    /// Obeys a command at `now`, after what happened until then.
    pub fn apply(&mut self, command: Command, now: &Moment) -> Vec<Cue> {
        let mut cues = self.tick(now);
        if self.is_over() {
            return cues;
        }
        if self.status == Status::Ready {
            self.begin(command, now, &mut cues);
            return cues;
        }
        match command {
            Command::Start if self.is_waiting() => self.enter(self.at + 1, &mut cues),
            Command::Start => {}
            Command::Pause => {
                if self.status == Status::Running {
                    self.status = Status::Paused(Pause::Asked);
                }
            }
            Command::Resume => self.status = Status::Running,
            Command::Next => {
                if self.ends_when_eased() {
                    self.note_whole(); // it eased: that was the hold
                }
                self.enter(self.at + 1, &mut cues);
            }
            Command::Back => {
                let at = if self.spent < BACK_TWICE {
                    self.at.saturating_sub(1)
                } else {
                    self.at
                };
                self.enter(at, &mut cues);
            }
            Command::Restart => {
                self.status = Status::Running;
                self.enter(self.at, &mut cues);
            }
            Command::SkipSide => self.enter(self.after_side(), &mut cues),
            Command::TooMuch => self.ease_off(&mut cues),
            Command::Stop(reason) => self.status = Status::Stopped(reason),
        }
        cues
    }

    /// Before the start only starting and stopping mean anything.
    fn begin(&mut self, command: Command, now: &Moment, cues: &mut Vec<Cue>) {
        match command {
            Command::Start | Command::Resume | Command::Next => {
                self.status = Status::Running;
                self.started = now.wall.clone();
                self.enter(0, cues);
            }
            Command::Stop(reason) => self.status = Status::Stopped(reason),
            Command::Pause
            | Command::Back
            | Command::Restart
            | Command::SkipSide
            | Command::TooMuch => {}
        }
    }

    /// Takes a session up again that was ended by mistake: paused, where it
    /// was. One that pain ended stays ended.
    pub fn take_up(&mut self, now: &Moment) {
        if self.status == Status::Stopped(StopReason::Asked) {
            self.status = Status::Paused(Pause::Asked);
            self.seen = now.clone();
        }
    }

    /// The first phase of the next side, or the place behind the last phase.
    fn after_side(&self) -> usize {
        let now = self.side();
        let phases = self.plan.phases();
        let rest = phases.iter().enumerate().skip(self.at + 1);
        let next = |phase: &Phase| match phase.side {
            Some(side) => Some(side) != now,
            None => phase.kind == PhaseKind::Walk,
        };
        rest.into_iter()
            .find(|(_, phase)| next(phase))
            .map_or(phases.len(), |(at, _)| at)
    }

    fn ease_off(&mut self, cues: &mut Vec<Cue>) {
        self.eased = self.eased.saturating_add(1);
        self.eased_by = Duration::ZERO;
        if !self.phase().is_some_and(Phase::is_hold) {
            return;
        }
        let before = self.length;
        self.length = before.saturating_sub(EASE_OFF).max(self.spent);
        self.eased_by = before.saturating_sub(self.length);
        if self.length == self.spent {
            self.note_whole();
            self.enter(self.at + 1, cues);
        }
    }
}
