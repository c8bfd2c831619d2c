//! Walking: how far and how long until it began, and whether uphill.

use egui::Ui;

use super::LogSheet;
use super::part::{number, yes_no};
use crate::diary::draft::{Field, Number};
use crate::settings::Units;
use crate::ui::tokens::space;
use crate::ui::{Cx, text};

impl LogSheet {
    /// Draws the part.
    pub(super) fn walk(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        text::muted(ui, "If it came on while you walked.");
        let hint = match cx.state.settings.units {
            Units::Metric => "300 m",
            Units::Imperial => "900 ft, 0.5 mi",
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            for (which, label, hint) in [
                (Number::Way, "Walked until it began", hint),
                (Number::Walked, "For how long", "5 min"),
            ] {
                let focus = self.goes_to(Field::Number(which));
                ui.vertical(|ui| number(ui, &mut self.draft, (which, label, hint), focus));
            }
        });
        self.complain(ui, Field::Number(Number::Way));
        self.complain(ui, Field::Number(Number::Walked));
        yes_no(ui, "Uphill?", &mut self.draft.so_far.walk_uphill);
    }
}
