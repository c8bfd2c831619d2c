//! What is chosen for the next session: routine, plan, sides, lengths. What a
//! person wishes is kept as it is; what can be done now follows from it, the
//! safety list and the pain before.

use super::StretchDesk;
use crate::diary::entry::Side as Sore;
use crate::settings::StretchDefaults;
use crate::stretch::{CRAMP, Dose, Level, OWN, Options, Order, Routine, Side};

/// The routine to begin with: on the back, the foot down.
const FIRST: &str = "figure_four_foot_down";

impl StretchDesk {
    /// The routine that is chosen, or the nearest one that is allowed.
    pub fn routine(&self) -> Option<&Routine> {
        self.library.routine(&self.routine)
    }

    /// The routine the person wished for.
    pub fn wish(&self) -> Option<&Routine> {
        let wish = &self.chosen.routine;
        let wish = if wish.is_empty() { FIRST } else { wish };
        self.library
            .routine(wish)
            .or_else(|| self.library.routine(FIRST))
            .or_else(|| self.library.routines().first())
    }

    /// The dose that is chosen; none: the person's own lengths.
    pub fn dose(&self) -> Option<&Dose> {
        let routine = self.routine()?;
        let fits = |dose: &&Dose| dose.goes_with(&routine.level);
        if self.cramp
            && let Some(dose) = self.library.dose(CRAMP).filter(fits)
        {
            return Some(dose);
        }
        if self.chosen.plan == OWN {
            return None;
        }
        let wish = self.library.dose(&self.chosen.plan).filter(fits);
        wish.or_else(|| self.library.dose(&routine.plan))
    }

    /// The id of the plan, as the diary keeps it.
    pub fn plan_id(&self) -> &str {
        self.dose().map_or(OWN, |dose| dose.id.as_str())
    }

    /// Is it set up for a cramp that is there now?
    pub fn is_for_cramp(&self) -> bool {
        self.cramp
    }

    /// What is remembered: own lengths, sides, what was chosen last.
    pub fn chosen(&self) -> &StretchDefaults {
        &self.chosen
    }

    /// The lengths and sides that are chosen.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The side that hurts, if it is one.
    pub fn sore(&self) -> Option<Side> {
        match self.chosen.sore_side {
            Some(Sore::Left) => Some(Side::Left),
            Some(Sore::Right) => Some(Side::Right),
            Some(Sore::Both | Sore::Middle) | None => None,
        }
    }

    /// Why a routine cannot be chosen now; none: it can.
    pub fn barred(&self, routine: &Routine) -> Option<String> {
        let verdict = self.verdict();
        if !verdict.allows(&routine.level) {
            let reasons = verdict.reasons();
            let so = reasons.first().map_or("Your safety answers", |r| r.so);
            return Some(format!("Your safety answers: {so}"));
        }
        let most = routine.most_pain?;
        let calm = self.before.is_some_and(|pain| pain <= most);
        (!calm).then(|| match most {
            0 => "Only when nothing hurts: tell your pain first.".to_owned(),
            n => format!("Only with pain of {n} or less: tell your pain first."),
        })
    }

    /// Brings routine and lengths in line with what was chosen or answered.
    pub(super) fn settle(&mut self) {
        let Some((id, usual)) = self.nearest().map(|r| (r.id.clone(), Options::of(r))) else {
            return;
        };
        self.routine = id;
        let lengths = &self.chosen;
        let (prepare, switch) = (lengths.prepare_secs, lengths.switch_secs);
        let mut options = Options {
            prepare_secs: u32::from(prepare),
            switch_secs: switch.map_or(usual.switch_secs, u32::from),
            sore: self.sore(),
            ..usual
        };
        let dose = self.dose();
        let mut order = lengths.order;
        if let Some(dose) = dose {
            options = options.dosed(dose);
            if dose.sore_only {
                order = Order::SoreOnly;
            }
        } else {
            options.hold_secs = u32::from(lengths.hold_secs);
            options.rounds = u32::from(lengths.rounds);
            options.rest_secs = u32::from(lengths.rest_secs);
            options.extra = u32::from(lengths.extra_rounds);
        }
        options.sides = order.sides(options.sore);
        self.options = options.clamped();
    }

    /// The routine wished for, or of those allowed the one that comes nearest
    /// from below; else the gentlest.
    fn nearest(&self) -> Option<&Routine> {
        let wish = self.wish()?;
        let allowed = |r: &&Routine| self.barred(r).is_none();
        if allowed(&wish) {
            return Some(wish);
        }
        let rung = |r: &Routine| Level::parse(&r.level).map_or(0, Level::rung);
        let all = || self.library.routines().iter().filter(allowed);
        let below = all().filter(|r| rung(r) <= rung(wish));
        // Of equal ones the first in the list.
        let below = below.max_by_key(|r| (rung(r), std::cmp::Reverse(r.order)));
        below
            .or_else(|| all().min_by_key(|r| r.order))
            .or(Some(wish))
    }

    /// Takes a routine; a plan that does not go with it makes way for its own.
    pub(super) fn choose_routine(&mut self, id: &str) {
        let Some(routine) = self.library.routine(id) else {
            return;
        };
        let level = routine.level.clone();
        let dose = self.library.dose(&self.chosen.plan);
        let fits = dose.is_some_and(|dose| dose.goes_with(&level));
        if self.chosen.plan != OWN && !fits {
            self.chosen.plan = String::new();
        }
        id.clone_into(&mut self.chosen.routine);
        self.settle();
    }

    /// Takes a plan. The one for a cramp holds for this time alone.
    pub(super) fn choose_dose(&mut self, id: &str) {
        self.cramp = id == CRAMP;
        if !self.cramp {
            id.clone_into(&mut self.chosen.plan);
        }
        self.settle();
    }

    /// Takes lengths of the person's own.
    pub(super) fn choose_lengths(&mut self, options: &Options) {
        let options = options.clone().clamped();
        let short = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
        let tiny = |n: u32| u8::try_from(n).unwrap_or(u8::MAX);
        let was = self.options.clone();
        let own = |o: &Options| (o.hold_secs, o.rounds, o.rest_secs, o.extra);
        let chosen = &mut self.chosen;
        if own(&options) != own(&was) {
            chosen.hold_secs = short(options.hold_secs);
            chosen.rounds = tiny(options.rounds);
            chosen.rest_secs = short(options.rest_secs);
            chosen.extra_rounds = tiny(options.extra);
            OWN.clone_into(&mut chosen.plan);
            self.cramp = false;
        }
        if options.prepare_secs != was.prepare_secs {
            self.chosen.prepare_secs = short(options.prepare_secs);
        }
        if options.switch_secs != was.switch_secs {
            self.chosen.switch_secs = Some(short(options.switch_secs));
        }
        self.settle();
    }
}
