//! The parts that are folded away: which there are, what each says while it is
//! closed, and where a problem in one of them lies.

use egui::Ui;

use super::part::steady;
use super::{Desk, LogSheet};
use crate::content::Library;
use crate::diary::draft::{Draft, Field, Number};
use crate::ui::tokens::space;
use crate::ui::widget::fold;
use crate::ui::{Cx, text};

/// A part that can be folded away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// What it felt like.
    Feel,
    /// What set it off.
    Trigger,
    /// Walking.
    Walk,
    /// What was done, and what helped.
    Relief,
    /// Leg, bowel and bladder, water and salt.
    Body,
    /// Training.
    Training,
    /// Medicine.
    Medicine,
    /// Period and cycle.
    Cycle,
    /// Tags of one's own.
    Tags,
}

impl Part {
    /// All of them, in the order of the sheet.
    pub(super) const ALL: [Self; 9] = [
        Self::Feel,
        Self::Trigger,
        Self::Walk,
        Self::Relief,
        Self::Body,
        Self::Training,
        Self::Medicine,
        Self::Cycle,
        Self::Tags,
    ];

    /// Its name.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Feel => "What it felt like",
            Self::Trigger => "What set it off",
            Self::Walk => "Walking",
            Self::Relief => "What you did, what helped",
            Self::Body => "Leg, bowel, bladder, fluids",
            Self::Training => "Training that day",
            Self::Medicine => "Medicine",
            Self::Cycle => "Period and cycle",
            Self::Tags => "Your own tags",
        }
    }

    /// The part a field is in.
    pub(super) const fn of(field: Field) -> Option<Self> {
        Some(match field {
            Field::Number(Number::Sat) => Self::Trigger,
            Field::Number(Number::Way | Number::Walked) => Self::Walk,
            Field::Number(Number::Better) | Field::Helped => Self::Relief,
            Field::Number(Number::Cycle) => Self::Cycle,
            Field::Number(Number::Trained) | Field::Training => Self::Training,
            Field::Medicine => Self::Medicine,
            Field::Tag => Self::Tags,
            Field::Start
            | Field::Lasted
            | Field::Place
            | Field::Side
            | Field::Pain
            | Field::Note => return None,
        })
    }

    /// What it says so far, in few words; remedies by their names where the
    /// library is at hand.
    pub(super) fn said(self, draft: &Draft, library: Option<&Library>) -> String {
        let e = &draft.so_far;
        let mut all: Vec<String> = Vec::new();
        let mut add = |word: &str| all.push(word.to_owned());
        let shown = |number| draft.numbers.shown(number);
        match self {
            Self::Feel => {
                e.quality.iter().for_each(|q| add(q.label()));
                if let Some(n) = e.pain_average {
                    add(&format!("{n} of 10 on average"));
                }
                match e.woke_me {
                    Some(true) => add("woke you"),
                    Some(false) => add("did not wake you"),
                    None => {}
                }
            }
            Self::Trigger => {
                e.triggers.iter().for_each(|t| add(t.label()));
                let sat = shown(Number::Sat);
                if !sat.is_empty() {
                    add(&format!("sat {sat}"));
                }
            }
            Self::Walk => {
                for number in [Number::Way, Number::Walked] {
                    add(shown(number));
                }
                match e.walk_uphill {
                    Some(true) => add("uphill"),
                    Some(false) => add("not uphill"),
                    None => {}
                }
            }
            Self::Relief => {
                e.relief.iter().for_each(|r| add(r.label()));
                let better = shown(Number::Better);
                if !better.is_empty() {
                    add(&format!("better after {better}"));
                }
                for (remedy, score) in &draft.helped {
                    let known = library.and_then(|l| l.remedy(remedy));
                    let name = known.map_or(remedy.as_str(), |r| r.name.as_str());
                    match score {
                        Some(n) => add(&format!("{name} {n} of 10")),
                        None => add(name),
                    }
                }
            }
            Self::Body => {
                e.leg_symptoms.iter().for_each(|l| add(l.label()));
                e.bowel_urine.iter().for_each(|b| add(b.label()));
                e.fluid_heat.iter().for_each(|f| add(f.label()));
            }
            Self::Training => {
                add(draft.activity.trim());
                add(shown(Number::Trained));
            }
            Self::Medicine => e.medicines.iter().for_each(|m| add(&m.name)),
            Self::Cycle => {
                if e.period_day == Some(true) {
                    add("a day of the period");
                }
                let day = shown(Number::Cycle);
                if !day.is_empty() {
                    add(&format!("day {day}"));
                }
                if e.period_day == Some(false) {
                    add("no day of the period");
                }
            }
            Self::Tags => e.tags.iter().for_each(|t| add(t)),
        }
        all.retain(|word| !word.is_empty());
        all.join(", ")
    }
}

impl LogSheet {
    /// Draws the folded parts.
    pub(super) fn folded(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>) {
        text::subheading(ui, 2, "More, if you like");
        ui.add_space(space::XS);
        let settings = &cx.state.settings;
        for part in Part::ALL {
            let said = part.said(&self.draft, Some(cx.library()));
            let wanted = match part {
                Part::Medicine => settings.log_medicine,
                Part::Cycle => settings.log_cycle,
                Part::Feel
                | Part::Trigger
                | Part::Walk
                | Part::Relief
                | Part::Body
                | Part::Training
                | Part::Tags => true,
            };
            // What an entry says is always shown.
            if !wanted && said.is_empty() {
                continue;
            }
            let open = self.open.contains(&part);
            let closed = if open { "" } else { said.as_str() };
            if fold(ui, open, part.title(), closed).clicked() {
                if open {
                    self.open.remove(&part);
                } else {
                    self.open.insert(part);
                }
            }
            if self.open.contains(&part) {
                steady(ui, part.title(), |ui| self.part(ui, cx, desk, part));
                ui.add_space(space::L);
            }
        }
    }

    fn part(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>, part: Part) {
        match part {
            Part::Feel => self.feel(ui, cx, desk),
            Part::Trigger => self.trigger(ui, cx, desk),
            Part::Walk => self.walk(ui, cx),
            Part::Relief => self.relief(ui, cx, desk),
            Part::Body => self.body(ui, cx, desk),
            Part::Training => self.training(ui, cx, desk),
            Part::Medicine => self.medicine(ui, cx, desk),
            Part::Cycle => self.cycle(ui),
            Part::Tags => self.tags(ui, cx, desk),
        }
    }
}
