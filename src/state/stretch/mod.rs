//! The stretch from the safety list to the saved session.

mod entry;
mod running;

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;

use crate::action::StretchStep;
use crate::clock::Moment;
use crate::content::Library;
use crate::diary::entry::{Feeling, Session as SessionEntry};
use crate::settings::Settings;
use crate::stretch::{Cue, Kept, Options, Plan, Routine, Session, SideHeld, Status, Visuals};

/// The page of the stretch screen that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The safety list.
    Gate,
    /// Routine, lengths, sides.
    SetUp,
    /// The session runs.
    Floor,
    /// How it is now.
    After,
}

/// The safety list comes back after this many days.
pub const GATE_DAYS: i32 = 30;

/// Everything about the stretch that outlives a frame.
#[derive(Clone, Debug)]
pub struct StretchDesk {
    library: Arc<Library>,
    routine: String,
    options: Options,
    gate_passed: Option<Date>,
    today: Option<Date>,
    before: Option<u8>,
    session: Option<Session>,
    heard: Vec<Cue>,
    visuals: Visuals,
    keeper: running::Keeper,
    /// A session of before that is not in the diary.
    interrupted: Option<Kept>,
}

impl StretchDesk {
    /// A desk with the gentlest routine on the back and the settings' lengths.
    pub fn new(library: Arc<Library>, settings: &Settings) -> Self {
        let first = library.routine("figure_four_foot_down");
        let routine = first.map(|r| r.id.clone()).unwrap_or_default();
        let mut desk = Self {
            library,
            routine,
            options: Options::default(),
            gate_passed: settings.gate_passed,
            today: None,
            before: None,
            session: None,
            heard: Vec::new(),
            visuals: Visuals::default(),
            keeper: running::Keeper::default(),
            interrupted: None,
        };
        desk.choose(settings);
        desk
    }

    /// Takes lengths and the safety list's date from the settings.
    pub fn choose(&mut self, settings: &Settings) {
        let lengths = settings.stretch;
        self.options = Options {
            hold_secs: u32::from(lengths.hold_secs),
            rounds: u32::from(lengths.rounds),
            rest_secs: u32::from(lengths.rest_secs),
            prepare_secs: u32::from(lengths.prepare_secs),
            ..self.options.clone()
        }
        .clamped();
        self.gate_passed = settings.gate_passed;
    }

    /// The page shown.
    pub fn stage(&self) -> Stage {
        match &self.session {
            Some(session) if session.is_over() => Stage::After,
            Some(_) => Stage::Floor,
            None if self.gate_is_open() => Stage::SetUp,
            None => Stage::Gate,
        }
    }

    /// Was the safety list read in the last [`GATE_DAYS`] days?
    fn gate_is_open(&self) -> bool {
        let (Some(passed), Some(today)) = (self.gate_passed, self.today) else {
            return false;
        };
        passed
            .until(today)
            .is_ok_and(|span| (0..GATE_DAYS).contains(&span.get_days()))
    }

    /// The routine that is chosen.
    pub fn routine(&self) -> Option<&Routine> {
        self.library.routine(&self.routine)
    }

    /// The lengths and sides that are chosen.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Intensity before the stretch, if it was given.
    pub fn before(&self) -> Option<u8> {
        self.before
    }

    /// How long a session takes as chosen.
    pub fn total(&self) -> Duration {
        self.plan().map_or(Duration::ZERO, |plan| plan.total())
    }

    fn plan(&self) -> Option<Plan> {
        Some(Plan::new(self.routine()?, &self.options))
    }

    /// The session, while there is one.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// Was the session ended early?
    pub fn was_stopped(&self) -> bool {
        self.session
            .as_ref()
            .is_some_and(|s| matches!(s.status(), Status::Stopped(_)))
    }

    /// What the session was, in one sentence.
    pub fn summary(&self) -> String {
        let Some(record) = self.session.as_ref().map(Session::record) else {
            return String::new();
        };
        let said = |side: SideHeld| side.held.as_secs();
        format!(
            "You held the left side for {} s and the right side for {} s.",
            said(record.left),
            said(record.right)
        )
    }

    /// Takes a step. Returns the entry to keep when a session was finished.
    pub fn apply(&mut self, step: StretchStep, now: &Moment) -> Option<SessionEntry> {
        match step {
            StretchStep::Choose(id) => {
                if let Some(routine) = self.library.routine(&id) {
                    self.options = Options {
                        sides: self.options.sides,
                        ..Options::of(routine)
                    };
                    self.routine = id;
                }
            }
            StretchStep::Options(options) => self.options = options.clamped(),
            StretchStep::PassGate => self.gate_passed = Some(now.wall.date()),
            StretchStep::Before(before) => self.before = before,
            StretchStep::Start => {
                self.begin(now);
            }
            StretchStep::Command(command) => self.command(command, now),
            StretchStep::TakeUp => self.take_up(now),
            StretchStep::SaveInterrupted => return self.save_interrupted(now),
            StretchStep::LeaveInterrupted => self.leave_interrupted(now),
            StretchStep::Finish { after, feelings } => {
                let session = self.session.take()?;
                let before = self.before.take();
                let mut entry = entry::entry(&session.record(), before, after, &feelings, now);
                entry.note = self.other_signs(&feelings);
                return Some(entry);
            }
            StretchStep::Discard => {
                self.session = None;
                self.before = None;
            }
        }
        None
    }
}

impl StretchDesk {
    /// The names of the signs for which the diary has no word, so that they
    /// are kept as a note.
    fn other_signs(&self, feelings: &[String]) -> String {
        let signs = self.library.stop_signs().iter();
        let names: Vec<&str> = signs
            .filter(|s| feelings.contains(&s.id) && Feeling::from_id(&s.id).is_none())
            .map(|s| s.name.as_str())
            .collect();
        names.join("; ")
    }
}
