//! The stretch from the safety list to the saved session.

mod choices;
mod entry;
mod gate;
mod past;
mod running;

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;

pub use self::gate::{GATE_DAYS, GatePage};
pub use self::past::{Rest, Suggestion};
use crate::action::StretchStep;
use crate::clock::Moment;
use crate::content::Library;
use crate::diary::entry::{Feeling, Intensity, Session as SessionEntry, Side as Sore};
use crate::settings::{Settings, StretchDefaults};
use crate::stretch::{Cue, Kept, Options, Plan, Session, SideHeld, Status, Visuals};

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

/// Everything about the stretch that outlives a frame.
#[derive(Clone, Debug)]
pub struct StretchDesk {
    library: Arc<Library>,
    /// What is remembered, as the person wished it.
    chosen: StretchDefaults,
    /// It is set up for a cramp that is there now.
    cramp: bool,
    /// What can be done now: see `settle`.
    routine: String,
    options: Options,
    gate: gate::Gate,
    past: past::Past,
    today: Option<Date>,
    before: Option<u8>,
    /// The ticks at which that was told.
    before_at: Duration,
    /// How strong the pull was, as told after the session.
    pull: Option<u8>,
    /// The id of the plan of the session.
    plan_done: String,
    session: Option<Session>,
    heard: Vec<Cue>,
    visuals: Visuals,
    keeper: running::Keeper,
    /// A session of before that is not in the diary.
    interrupted: Option<Kept>,
}

impl StretchDesk {
    /// A desk with what the settings remember; at first, the gentle routine on
    /// the back.
    pub fn new(library: Arc<Library>, settings: &Settings) -> Self {
        let mut desk = Self {
            library,
            chosen: settings.stretch.clone(),
            cramp: false,
            routine: String::new(),
            options: Options::default(),
            gate: gate::Gate::default(),
            past: past::Past::default(),
            today: None,
            before: None,
            before_at: Duration::ZERO,
            pull: None,
            plan_done: String::new(),
            session: None,
            heard: Vec::new(),
            visuals: Visuals::default(),
            keeper: running::Keeper::default(),
            interrupted: None,
        };
        desk.choose(settings);
        desk
    }

    /// Takes what the settings remember.
    pub fn choose(&mut self, settings: &Settings) {
        self.chosen = settings.stretch.clone();
        self.gate.choose(settings);
        self.settle();
    }

    /// Writes what is to be remembered into the settings.
    pub(in crate::state) fn remember(&self, settings: &mut Settings) {
        settings.stretch = self.chosen.clone();
        self.gate.remember(settings);
    }

    /// Sets up for a cramp that is there now, or back.
    pub(in crate::state) fn set_cramp(&mut self, cramp: bool) {
        self.cramp = cramp;
        self.settle();
    }

    /// The page shown.
    pub fn stage(&self) -> Stage {
        match &self.session {
            Some(session) if session.is_over() => Stage::After,
            Some(_) => Stage::Floor,
            None if self.gate().is_some() => Stage::Gate,
            None => Stage::SetUp,
        }
    }

    /// Intensity before the stretch, if it was given.
    pub fn before(&self) -> Option<u8> {
        self.before
    }

    /// How long a session takes as chosen, waits for the person guessed. A hold
    /// that ends when it eases counts whole: it takes this long at most.
    pub fn total(&self) -> Duration {
        self.plan().map_or(Duration::ZERO, |plan| plan.estimated())
    }

    /// The phases of a session as chosen.
    pub fn plan(&self) -> Option<Plan> {
        Some(Plan::with(self.routine()?, &self.options, self.dose()))
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
        match (said(record.left), said(record.right)) {
            (0, 0) => "Neither side was held.".to_owned(),
            (left, 0) => format!("You held the left side for {left} s."),
            (0, right) => format!("You held the right side for {right} s."),
            (left, right) => {
                format!("You held the left side for {left} s and the right side for {right} s.")
            }
        }
    }

    /// Takes a step. Returns the entry to keep when a session was finished.
    pub fn apply(&mut self, step: StretchStep, now: &Moment) -> Option<SessionEntry> {
        match step {
            StretchStep::Choose(id) => self.choose_routine(&id),
            StretchStep::Dose(id) => self.choose_dose(&id),
            StretchStep::Options(options) => self.choose_lengths(&options),
            StretchStep::Sore(side) => {
                self.chosen.sore_side = side;
                self.settle();
            }
            StretchStep::Order(order) => {
                self.chosen.order = order;
                self.settle();
            }
            StretchStep::PassGate => self.answer_gate(Vec::new(), now),
            StretchStep::AnswerGate(yes) => self.answer_gate(yes, now),
            StretchStep::ReviewGate => self.gate.review(),
            StretchStep::FlagSeen => {} // needs the check; see `State`
            StretchStep::Before(before) => {
                self.before = before;
                self.before_at = now.ticks;
                self.settle();
            }
            StretchStep::Pull(pull) => self.pull = pull,
            StretchStep::Start => {
                self.pull = None;
                self.plan_done = self.plan_id().to_owned();
                self.begin(now);
            }
            StretchStep::Command(command) => self.command(command, now),
            StretchStep::TakeUp => self.take_up(now),
            StretchStep::SaveInterrupted => return self.save_interrupted(now),
            StretchStep::LeaveInterrupted => self.leave_interrupted(now),
            StretchStep::Finish { after, feelings } => {
                return self.finish(after, &feelings, now);
            }
            StretchStep::Discard => {
                self.session = None;
                self.before = None;
                self.pull = None;
                self.cramp = false;
                self.settle();
            }
        }
        None
    }
}

impl StretchDesk {
    fn answer_gate(&mut self, yes: Vec<String>, now: &Moment) {
        self.today = Some(now.wall.date());
        self.gate.answer(yes, now.wall.date());
        self.settle();
    }

    /// The diary's entry of the session that is over. Which attack it was for
    /// is the diary's affair; see `State`.
    fn finish(&mut self, after: Option<u8>, felt: &[String], now: &Moment) -> Option<SessionEntry> {
        let session = self.session.take()?;
        let before = self.before.take();
        let mut entry = entry::entry(&session.record(), before, after, felt, now);
        entry.note = self.other_signs(felt);
        entry.plan = std::mem::take(&mut self.plan_done);
        entry.pull = self.pull.take().and_then(Intensity::new);
        entry.sore_side = self.chosen.sore_side.filter(|side| *side != Sore::Middle);
        self.cramp = false;
        self.settle();
        Some(entry)
    }

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
