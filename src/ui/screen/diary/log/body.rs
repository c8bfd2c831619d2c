//! What leg, bowel and bladder did, and what was lost in water and salt.

use egui::Ui;

use super::part::{ask, many};
use super::{Desk, LogSheet};
use crate::diary::entry::{BowelUrine, FluidHeat, LegSymptom};
use crate::ui::Cx;

impl LogSheet {
    /// Draws the part.
    pub(super) fn body(&mut self, ui: &mut Ui, cx: &Cx<'_>, desk: &mut Desk<'_>) {
        let recent = desk.shelf.look(&cx.state.diary);
        let e = &mut self.draft.so_far;
        ask(ui, "What did the leg do?");
        let none = Some(LegSymptom::None);
        let list = &mut e.leg_symptoms;
        many(
            ui,
            "What did the leg do?",
            &recent.leg,
            LegSymptom::label,
            list,
            none,
        );
        ask(ui, "Bowel and bladder");
        let list = &mut e.bowel_urine;
        many(
            ui,
            "Bowel and bladder",
            &recent.bowel,
            BowelUrine::label,
            list,
            None,
        );
        ask(ui, "Heat and fluids");
        let list = &mut e.fluid_heat;
        many(
            ui,
            "Heat and fluids",
            &recent.fluids,
            FluidHeat::label,
            list,
            None,
        );
    }
}
