//! The end of the sheet: which fields there are, and the bar that is always in
//! sight: save, or throw away.

use egui::{Rect, Ui, UiBuilder};

use super::{Leave, LogSheet, SAVE, WIDEST};
use crate::action::Action;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{column_width, primary, quiet};
use crate::ui::{Cx, icon, text};

/// The height of the bar, and what a line of words adds.
const BAR: f32 = 72.0;
const LINE: f32 = 28.0;

/// Switches the parts on and off that not everybody needs.
pub(super) fn modules(ui: &mut Ui, cx: &mut Cx<'_>) {
    super::part::steady(ui, "modules", |ui| {
        let mut settings = cx.state.settings.clone();
        text::caption(ui, "Also ask for");
        ui.horizontal_wrapped(|ui| {
            ui.checkbox(&mut settings.log_cycle, "Period and cycle");
            ui.add_space(space::M);
            ui.checkbox(&mut settings.log_medicine, "Medicines");
        });
        if settings != cx.state.settings {
            cx.ask(Action::Settings(Box::new(settings)));
        }
    });
}

impl LogSheet {
    /// How high the bar is now, in points.
    pub(super) fn bar_height(&self) -> f32 {
        if self.problems.is_empty() {
            BAR
        } else {
            BAR + LINE
        }
    }

    /// Draws the bar; returns how the sheet is left, if it is.
    pub(super) fn bar(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, bar: Rect) -> Option<Leave> {
        let t = ui.tokens();
        ui.painter().rect_filled(bar, 0, t.surface);
        ui.painter()
            .hline(bar.x_range(), bar.top(), egui::Stroke::new(1.0, t.hairline));
        let width = column_width(bar.width(), WIDEST);
        let left = bar.left() + (bar.width() - width) / 2.0;
        let top = bar.top() + 12.0;
        let column = Rect::from_min_max(
            egui::pos2(left, top),
            egui::pos2(left + width, bar.bottom() - 12.0),
        );
        let id = egui::Id::unique("log bar");
        let builder = UiBuilder::new().scope_id(id).max_rect(column);
        ui.scope_builder(builder, |ui| self.buttons(ui, cx)).inner
    }

    fn buttons(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) -> Option<Leave> {
        let mut leave = None;
        if !self.problems.is_empty() {
            let said = match self.problems.len() {
                1 => "One thing above is missing or unclear.".to_owned(),
                n => format!("{n} things above are missing or unclear."),
            };
            let line = text::strong_colored(ui, said, ui.tokens().danger);
            text::announce(ui, &line, false);
        }
        ui.horizontal(|ui| {
            let keys = ui.ctx().format_shortcut(&SAVE);
            let save = primary(ui, Some(icon::CHECK_MARK), "Save").on_hover_text(&keys);
            if save.clicked() {
                leave = Some(self.save(cx));
            }
            let word = if self.draft.is_changed() {
                "Discard"
            } else {
                "Cancel"
            };
            if quiet(ui, None, word).clicked() {
                leave = Some(Leave::Discard);
            }
            if ui.available_width() > 330.0 {
                ui.add_space(space::S);
                let said = format!("{keys} saves. Escape goes back and keeps the draft.");
                text::caption(ui, said);
            }
        });
        leave
    }
}
