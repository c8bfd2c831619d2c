//! A routine with its options, laid out as phases one after the other. Each
//! side gets all of its own phases; nothing here knows what time it is.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Dose;
use super::options::{Options, Side};
use super::routine::{PhaseKind, Routine, RoutineStep};

/// One stretch of time in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// What it is for.
    pub kind: PhaseKind,
    /// The side it is about; none while getting ready.
    pub side: Option<Side>,
    /// The round on this side, from 1.
    pub round: u32,
    /// Rounds on each side.
    pub of_rounds: u32,
    /// How long it lasts; none when it waits for the person.
    pub duration: Option<Duration>,
    /// Its name.
    pub title: String,
    /// What to do, in a few words.
    pub cue: String,
    /// The same, told whole.
    pub detail: String,
    /// The commonest fault, as a reminder.
    pub watch: Option<String>,
    /// The id of its picture.
    pub picture: String,
    /// Of a hold that ends when the person says it eased: how often to ask.
    /// Going on then is holding it to its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask_every: Option<Duration>,
}

impl Phase {
    /// Is the stretch held in it?
    pub fn is_hold(&self) -> bool {
        self.kind == PhaseKind::Hold
    }

    /// Does it wait for the person?
    pub fn waits(&self) -> bool {
        self.duration.is_none()
    }

    /// How long it lasts; nothing when it waits.
    pub fn length(&self) -> Duration {
        self.duration.unwrap_or_default()
    }
}

/// The phases of a session, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The routine it was made from.
    pub routine: String,
    /// Its level.
    pub level: String,
    /// How long a wait for the person is thought to take.
    wait: Duration,
    phases: Vec<Phase>,
}

/// Longer plans and phases than these were not made by us.
const MOST_PHASES: usize = 200;
const LONGEST_PHASE: Duration = Duration::from_mins(10);
/// A step without a length of its own lasts this long.
const USUAL: u32 = 5;

impl Plan {
    /// Lays out a routine. Each side gets its own full set of phases.
    pub fn new(routine: &Routine, options: &Options) -> Self {
        Self::with(routine, options, None)
    }

    /// The same with what a dose says besides lengths: a hold until it eases,
    /// a walk at the end. The lengths are those of the options.
    pub fn with(routine: &Routine, options: &Options, dose: Option<&Dose>) -> Self {
        let options = options.clone().within(&routine.ranges);
        let mut maker = Maker {
            options: &options,
            dose,
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
            for round in 1..=options.rounds_on(*side) {
                for step in &routine.steps {
                    if is_wanted(routine, step.kind, round) {
                        maker.add(step, Some(*side), *side, round);
                    }
                }
            }
        }
        maker.walk();
        Self {
            routine: routine.id.clone(),
            level: routine.level.clone(),
            wait: secs(options.prepare_secs),
            phases: maker.phases,
        }
    }

    /// The phases, in order.
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// How long all that is counted takes.
    pub fn total(&self) -> Duration {
        self.phases.iter().map(Phase::length).sum()
    }

    /// How long all of it takes, waits for the person guessed.
    pub fn estimated(&self) -> Duration {
        let waits = self.phases.iter().filter(|p| p.waits()).count();
        self.total() + self.wait * u32::try_from(waits).unwrap_or(u32::MAX)
    }

    /// Could we have made it? Asked of a plan that comes from a file: sums over
    /// a sound one cannot overflow.
    pub(super) fn is_sound(&self) -> bool {
        let fits = |phase: &Phase| phase.length() <= LONGEST_PHASE;
        !self.phases.is_empty()
            && self.phases.len() <= MOST_PHASES
            && self.wait <= LONGEST_PHASE
            && self.phases.iter().all(fits)
    }

    /// How long this side is held, all rounds together.
    pub fn held(&self, side: Side) -> Duration {
        let holds = self.phases.iter().filter(|p| p.is_hold());
        holds
            .filter(|p| p.side == Some(side))
            .map(Phase::length)
            .sum()
    }
}

/// Is a step done in this round of a side? In later rounds the ankle is still
/// crossed, unless the routine has no words for resting crossed.
fn is_wanted(routine: &Routine, kind: PhaseKind, round: u32) -> bool {
    let stays_crossed = routine
        .step(PhaseKind::Release)
        .is_some_and(|step| step.between.is_some());
    match kind {
        PhaseKind::Prepare | PhaseKind::Swap | PhaseKind::Walk | PhaseKind::Rate => false,
        PhaseKind::Cross => round == 1 || !stays_crossed,
        PhaseKind::Open => {
            round == 1 || !stays_crossed || routine.step(PhaseKind::DrawIn).is_none()
        }
        PhaseKind::DrawIn | PhaseKind::Hold | PhaseKind::Release => true,
    }
}

struct Maker<'a> {
    options: &'a Options,
    dose: Option<&'a Dose>,
    phases: Vec<Phase>,
}

impl Maker<'_> {
    /// Adds a step; `named` fills in the words when no side is meant.
    fn add(&mut self, step: &RoutineStep, side: Option<Side>, named: Side, round: u32) {
        let o = self.options;
        let duration = match step.kind {
            PhaseKind::Prepare => o.hands_free.then_some(o.prepare_secs),
            PhaseKind::Hold => Some(o.hold_secs),
            PhaseKind::Release => Some(o.rest_secs),
            PhaseKind::Swap => Some(o.switch_secs),
            PhaseKind::Cross
            | PhaseKind::Open
            | PhaseKind::DrawIn
            | PhaseKind::Walk
            | PhaseKind::Rate => Some(step.secs.unwrap_or(USUAL)),
        };
        let of_rounds = o.rounds_on(named);
        let between = step.between.as_ref().filter(|_| round < of_rounds);
        let hold = self.dose.filter(|_| step.kind == PhaseKind::Hold);
        let eased = hold.and_then(|d| d.hold.as_ref());
        let (title, cue, detail) = match (between, eased) {
            (Some(b), _) => (&b.title, &b.cue, &b.detail),
            (None, Some(w)) => (&w.title, &w.cue, &w.detail),
            (None, None) => (&step.title, &step.cue, &step.detail),
        };
        self.phases.push(Phase {
            kind: step.kind,
            side,
            round,
            of_rounds,
            duration: duration.map(secs),
            title: fill(title, named),
            cue: fill(cue, named),
            detail: fill(detail, named),
            watch: step.watch.as_deref().map(|w| fill(w, named)),
            picture: step.picture.clone(),
            ask_every: hold.and_then(|d| d.until_eased).map(secs),
        });
    }

    /// What a dose has done at the end.
    fn walk(&mut self) {
        let Some(then) = self.dose.and_then(|d| d.then.as_ref()) else {
            return;
        };
        self.phases.push(Phase {
            kind: PhaseKind::Walk,
            side: None,
            round: 1,
            of_rounds: 1,
            duration: Some(secs(then.secs)),
            title: then.title.clone(),
            cue: then.cue.clone(),
            detail: then.detail.clone(),
            watch: None,
            picture: then.picture.clone(),
            ask_every: None,
        });
    }
}

fn secs(number: u32) -> Duration {
    Duration::from_secs(u64::from(number))
}

/// Puts the sides into a text, with a capital where it begins.
fn fill(text: &str, side: Side) -> String {
    let lower = |side: Side| side.word().to_lowercase();
    let filled = text
        .replace("{side}", &lower(side))
        .replace("{other}", &lower(side.other()));
    let mut rest = filled.chars();
    match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => filled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stretch::Sides;

    fn plan(text: &str, change: impl FnOnce(&mut Options)) -> Plan {
        let routine = Routine::parse(text).unwrap();
        let mut options = Options::of(&routine);
        change(&mut options);
        Plan::new(&routine, &options)
    }

    fn full(change: impl FnOnce(&mut Options)) -> Plan {
        plan(
            include_str!("../../content/routines/figure_four.ron"),
            change,
        )
    }

    fn kinds(plan: &Plan) -> Vec<PhaseKind> {
        plan.phases().iter().map(|p| p.kind).collect()
    }

    #[test]
    fn each_side_has_all_of_its_own_phases() {
        use PhaseKind::{Cross, DrawIn, Hold, Open, Prepare, Release, Swap};
        let plan = full(|o| o.sides = Sides::LeftFirst);
        let side = [Cross, Open, DrawIn, Hold, Release, DrawIn, Hold, Release];
        let wanted = [&[Prepare], &side[..], &[Swap], &side[..]].concat();
        assert_eq!(kinds(&plan), wanted, "the order");
        assert_eq!(plan.held(Side::Left), Duration::from_mins(1), "30 s twice");
        assert_eq!(
            plan.held(Side::Left),
            plan.held(Side::Right),
            "both the same"
        );
        let swap = plan.phases().iter().find(|p| p.kind == Swap).unwrap();
        assert_eq!(swap.side, Some(Side::Right), "the side that comes");
        assert_eq!(plan.total(), plan.estimated(), "nothing waits");
    }

    #[test]
    fn between_rounds_the_ankle_stays_crossed_and_at_the_end_it_does_not() {
        let plan = full(|o| o.sides = Sides::RightOnly);
        let rests: Vec<&Phase> = plan
            .phases()
            .iter()
            .filter(|p| p.kind == PhaseKind::Release)
            .collect();
        assert!(rests[0].detail.contains("crossed"), "{:?}", rests[0]);
        assert!(rests[1].detail.contains("ncross"), "{:?}", rests[1]);
    }

    #[test]
    fn getting_ready_waits_unless_hands_free() {
        let plan = full(|o| o.hands_free = false);
        assert!(plan.phases()[0].waits(), "waits");
        let (total, wait) = (plan.total(), Duration::from_secs(10));
        assert_eq!(plan.estimated(), total + wait, "the wait is guessed");
        assert!(
            full(|o| o.hands_free = true).phases()[0].duration.is_some(),
            "counted"
        );
    }

    #[test]
    fn the_sides_are_named_in_words() {
        let plan = full(|o| o.sides = Sides::LeftOnly);
        let cross = &plan.phases()[1];
        assert!(cross.title.contains("left"), "{}", cross.title);
        assert!(cross.cue.starts_with("Left ankle"), "{}", cross.cue);
        assert!(cross.cue.contains("right thigh"), "{}", cross.cue);
        for phase in plan.phases() {
            let said = format!(
                "{}{}{}{:?}",
                phase.title, phase.cue, phase.detail, phase.watch
            );
            assert!(!said.contains('{'), "{said}");
        }
    }

    #[test]
    fn without_drawing_in_the_knee_opens_in_every_round() {
        let text = include_str!("../../content/routines/figure_four_foot_down.ron");
        let plan = plan(text, |o| o.rounds = 3);
        let count = |kind| kinds(&plan).iter().filter(|k| **k == kind).count();
        assert_eq!(count(PhaseKind::Open), 6, "three rounds on two sides");
        assert_eq!(count(PhaseKind::Cross), 2, "crossed once a side");
    }
}
