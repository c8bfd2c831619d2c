//! A session: a plan performed in time. A pure state machine.
//!
//! Time is counted in ticks between moments while the session runs. Where the
//! wall ran ahead of the ticks, or the ticks jumped, the computer slept: the
//! session pauses as of the last moment it saw, and nothing of the gap counts.

use std::time::Duration;

use jiff::ZonedDateTime;

use super::options::Side;
use super::plan::{Phase, Plan};
use super::routine::PhaseKind;
use crate::clock::Moment;

/// Ticks further apart than this mean that nobody was counting.
const LONGEST_TICK: Duration = Duration::from_secs(5);
/// The wall may run ahead of the ticks by this much before it means sleep.
const WALL_SLACK: Duration = Duration::from_secs(3);
/// "Back" within this time of a phase's start goes to the phase before.
const BACK_TWICE: Duration = Duration::from_secs(2);
/// "Too much" takes this off a hold.
const EASE_OFF: Duration = Duration::from_secs(10);

/// Why a session stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// The person asked for it.
    Asked,
    /// The computer slept.
    Slept,
}

/// Why a session ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopReason {
    /// The person asked for it.
    Asked,
    /// Sharp pain, numbness, tingling.
    Pain,
}

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Time runs.
    Running,
    /// Time stands still.
    Paused(Pause),
    /// Every phase is over.
    Done,
    /// It was ended early.
    Stopped(StopReason),
}

/// What a person does to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Stand still.
    Pause,
    /// Go on.
    Resume,
    /// On to the next phase.
    Next,
    /// To the start of this phase; pressed twice, to the phase before.
    Back,
    /// Take ten seconds off this hold.
    TooMuch,
    /// End it.
    Stop(StopReason),
}

/// Something that happened and may be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// A phase began: its place in the plan.
    PhaseStarted(usize),
    /// Half of a hold is over.
    Half,
    /// Five seconds of a hold are left.
    FiveLeft,
    /// The session is over.
    Done,
    /// The computer had slept; the session is paused.
    Slept,
}

/// What one side got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SideHeld {
    /// Holds held to their end (which "too much" may have brought nearer).
    pub rounds: u32,
    /// Time held, all holds together.
    pub held: Duration,
}

/// What a session was, for the diary.
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
    /// Why it ended early, if it did.
    pub stopped: Option<StopReason>,
    /// How often "too much" was pressed.
    pub eased: u32,
}

/// A plan performed in time.
#[derive(Clone, Debug)]
pub struct Session {
    plan: Plan,
    started: ZonedDateTime,
    status: Status,
    at: usize,
    /// Time spent in this phase.
    spent: Duration,
    /// This phase's length; shorter than planned after "too much".
    length: Duration,
    left: SideHeld,
    right: SideHeld,
    eased: u32,
    seen: Moment,
}

impl Session {
    /// Starts a plan. None when it has no phases.
    pub fn start(plan: Plan, now: &Moment) -> Option<Self> {
        let length = plan.phases().first()?.length;
        Some(Self {
            plan,
            started: now.wall.clone(),
            status: Status::Running,
            at: 0,
            spent: Duration::ZERO,
            length,
            left: SideHeld::default(),
            right: SideHeld::default(),
            eased: 0,
            seen: now.clone(),
        })
    }

    /// How it stands.
    pub fn status(&self) -> Status {
        self.status
    }

    /// Is it over, either way?
    pub fn is_over(&self) -> bool {
        matches!(self.status, Status::Done | Status::Stopped(_))
    }

    /// The phase it is in; after the end, the last one.
    pub fn phase(&self) -> Option<&Phase> {
        self.plan.phases().get(self.at)
    }

    /// The phase after this one.
    pub fn next_up(&self) -> Option<&Phase> {
        self.plan.phases().get(self.at + 1)
    }

    /// The time spent in this phase by `now`; a gap the next tick will find to
    /// be sleep does not count.
    fn spent_by(&self, now: &Moment) -> Duration {
        let running = self.status == Status::Running && !self.slept(now);
        let more = if running {
            self.since(now)
        } else {
            Duration::ZERO
        };
        (self.spent + more).min(self.length)
    }

    fn since(&self, now: &Moment) -> Duration {
        now.ticks.saturating_sub(self.seen.ticks)
    }

    fn slept(&self, now: &Moment) -> bool {
        let ticks = self.since(now);
        let wall = now
            .wall
            .timestamp()
            .duration_since(self.seen.wall.timestamp());
        // A wall set back is no sleep.
        let wall = Duration::try_from(wall).unwrap_or(Duration::ZERO);
        ticks > LONGEST_TICK || wall > ticks + WALL_SLACK
    }

    /// What is left of this phase.
    pub fn remaining(&self, now: &Moment) -> Duration {
        self.length.saturating_sub(self.spent_by(now))
    }

    /// What is left of the whole session.
    pub fn remaining_total(&self, now: &Moment) -> Duration {
        let later: Duration = self
            .plan
            .phases()
            .iter()
            .skip(self.at + 1)
            .map(|p| p.length)
            .sum();
        if self.is_over() {
            return Duration::ZERO;
        }
        self.remaining(now) + later
    }

    /// How far the session is, 0 to 1.
    pub fn progress(&self, now: &Moment) -> f32 {
        let total = self.plan.total().as_secs_f32().max(0.001);
        (1.0 - self.remaining_total(now).as_secs_f32() / total).clamp(0.0, 1.0)
    }

    /// How long until something visible changes; none while it stands still.
    pub fn next_wake(&self, now: &Moment) -> Option<Duration> {
        if self.status != Status::Running {
            return None;
        }
        let left = self.remaining(now);
        let whole = Duration::from_secs(left.as_secs());
        let until = left.saturating_sub(whole);
        // A little past the border, so that the frame falls behind it.
        Some(until.max(Duration::from_millis(1)) + Duration::from_millis(4))
    }

    /// Moves on to `now` and tells what happened on the way.
    pub fn tick(&mut self, now: &Moment) -> Vec<Cue> {
        let mut cues = Vec::new();
        if self.status == Status::Running {
            if self.slept(now) {
                self.status = Status::Paused(Pause::Slept);
                cues.push(Cue::Slept);
            } else {
                self.run(self.since(now), &mut cues);
            }
        }
        self.seen = now.clone();
        cues
    }

    /// Lets `time` pass, over as many phase borders as it takes.
    fn run(&mut self, mut time: Duration, cues: &mut Vec<Cue>) {
        while self.status == Status::Running {
            let left = self.length.saturating_sub(self.spent);
            let step = time.min(left);
            self.pass(step, cues);
            time -= step;
            if step < left {
                return;
            }
            self.count_round();
            self.enter(self.at + 1, cues);
        }
    }

    /// Lets time pass within this phase.
    fn pass(&mut self, step: Duration, cues: &mut Vec<Cue>) {
        let before = self.spent;
        self.spent += step;
        let Some(phase) = self.plan.phases().get(self.at) else {
            return;
        };
        if phase.kind != PhaseKind::Hold {
            return;
        }
        let crossed = |mark: Duration| before < mark && self.spent >= mark;
        if crossed(self.length / 2) {
            cues.push(Cue::Half);
        }
        let five = Duration::from_secs(5);
        if self.length > five * 2 && crossed(self.length.saturating_sub(five)) {
            cues.push(Cue::FiveLeft);
        }
        let side = phase.side;
        if let Some(held) = self.held_mut(side) {
            held.held += step;
        }
    }

    fn held_mut(&mut self, side: Option<Side>) -> Option<&mut SideHeld> {
        match side? {
            Side::Left => Some(&mut self.left),
            Side::Right => Some(&mut self.right),
        }
    }

    /// A hold came to its end.
    fn count_round(&mut self) {
        let Some(phase) = self.plan.phases().get(self.at) else {
            return;
        };
        if phase.kind == PhaseKind::Hold {
            let side = phase.side;
            if let Some(held) = self.held_mut(side) {
                held.rounds += 1;
            }
        }
    }

    fn enter(&mut self, at: usize, cues: &mut Vec<Cue>) {
        if let Some(phase) = self.plan.phases().get(at) {
            self.at = at;
            self.spent = Duration::ZERO;
            self.length = phase.length;
            cues.push(Cue::PhaseStarted(at));
        } else {
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
        match command {
            Command::Pause => {
                if self.status == Status::Running {
                    self.status = Status::Paused(Pause::Asked);
                }
            }
            Command::Resume => self.status = Status::Running,
            Command::Next => self.enter(self.at + 1, &mut cues),
            Command::Back => {
                let at = if self.spent < BACK_TWICE {
                    self.at.saturating_sub(1)
                } else {
                    self.at
                };
                self.enter(at, &mut cues);
            }
            Command::TooMuch => self.ease_off(&mut cues),
            Command::Stop(reason) => self.status = Status::Stopped(reason),
        }
        cues
    }

    fn ease_off(&mut self, cues: &mut Vec<Cue>) {
        let holding = self.phase().is_some_and(|p| p.kind == PhaseKind::Hold);
        if !holding {
            return;
        }
        self.eased += 1;
        self.length = self.length.saturating_sub(EASE_OFF).max(self.spent);
        if self.length == self.spent {
            self.count_round();
            self.enter(self.at + 1, cues);
        }
    }

    /// What it was, for the diary.
    pub fn record(&self) -> SessionRecord {
        SessionRecord {
            started: self.started.clone(),
            routine: self.plan.routine.clone(),
            level: self.plan.level.clone(),
            left: self.left,
            right: self.right,
            stopped: match self.status {
                Status::Stopped(reason) => Some(reason),
                Status::Running | Status::Paused(_) | Status::Done => None,
            },
            eased: self.eased,
        }
    }
}
