//! A routine with its options, laid out as phases one after the other.

use std::time::Duration;

use super::options::{Options, Side};
use super::routine::{PhaseKind, Routine, RoutineStep};

/// One stretch of time in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// What it is for.
    pub kind: PhaseKind,
    /// The side it is about; none while getting ready.
    pub side: Option<Side>,
    /// The round on this side, from 1.
    pub round: u32,
    /// Rounds on each side.
    pub of_rounds: u32,
    /// How long it lasts.
    pub length: Duration,
    /// Its name.
    pub title: String,
    /// What to do.
    pub cue: String,
    /// The commonest fault, as a reminder.
    pub watch: Option<String>,
    /// The id of its picture.
    pub picture: String,
}

/// The phases of a session, in order. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The routine it was made from.
    pub routine: String,
    /// Its level.
    pub level: String,
    phases: Vec<Phase>,
}

/// A step without a length of its own lasts this long.
const USUAL: u32 = 5;

impl Plan {
    /// Lays out a routine. Each side gets its own full set of phases.
    pub fn new(routine: &Routine, options: &Options) -> Self {
        let options = options.clone().clamped();
        let mut maker = Maker {
            options: &options,
            phases: Vec::new(),
        };
        let sides = options.sides.list();
        if let (Some(step), Some(first)) = (routine.step(PhaseKind::Prepare), sides.first()) {
            maker.add(step, None, *first, 1);
        }
        for (at, side) in sides.iter().enumerate() {
            if at > 0
                && let Some(swap) = routine.step(PhaseKind::Swap)
            {
                maker.add(swap, Some(*side), *side, 1);
            }
            for round in 1..=options.rounds {
                for step in &routine.steps {
                    let last = round == options.rounds && at + 1 < sides.len();
                    let wanted = match step.kind {
                        PhaseKind::Prepare | PhaseKind::Swap => false,
                        // Already crossed and open in the rounds after the first.
                        PhaseKind::Cross | PhaseKind::Open => round == 1,
                        PhaseKind::DrawIn | PhaseKind::Hold => true,
                        // Changing sides is the rest.
                        PhaseKind::Release => !last || routine.step(PhaseKind::Swap).is_none(),
                    };
                    if wanted {
                        maker.add(step, Some(*side), *side, round);
                    }
                }
            }
        }
        Self {
            routine: routine.id.clone(),
            level: routine.level.clone(),
            phases: maker.phases,
        }
    }

    /// The phases, in order.
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// How long all of it takes.
    pub fn total(&self) -> Duration {
        self.phases.iter().map(|p| p.length).sum()
    }
}

struct Maker<'a> {
    options: &'a Options,
    phases: Vec<Phase>,
}

impl Maker<'_> {
    fn add(&mut self, step: &RoutineStep, side: Option<Side>, named: Side, round: u32) {
        let o = self.options;
        let secs = match step.kind {
            PhaseKind::Prepare => o.prepare_secs,
            PhaseKind::Hold => o.hold_secs,
            PhaseKind::Release => o.rest_secs,
            PhaseKind::Swap => o.switch_secs,
            PhaseKind::Cross | PhaseKind::Open | PhaseKind::DrawIn => step.secs.unwrap_or(USUAL),
        };
        self.phases.push(Phase {
            kind: step.kind,
            side,
            round,
            of_rounds: o.rounds,
            length: Duration::from_secs(u64::from(secs)),
            title: fill(&step.title, named),
            cue: fill(&step.cue, named),
            watch: step.watch.as_deref().map(|w| fill(w, named)),
            picture: step.picture.clone(),
        });
    }
}

/// Puts the sides into a text: `{side}`, `{other}`.
fn fill(text: &str, side: Side) -> String {
    text.replace("{side}", &side.word().to_lowercase())
        .replace("{other}", &side.other().word().to_lowercase())
}
