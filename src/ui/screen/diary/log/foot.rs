//! The end of the sheet: save, leave, throw away, and which fields there are.

use egui::Ui;

use super::{Leave, LogSheet, SAVE};
use crate::action::Action;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{primary, quiet};
use crate::ui::{Cx, icon, text};

impl LogSheet {
    /// Draws it; returns how the sheet is left, if it is.
    pub(super) fn foot(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) -> Option<Leave> {
        let mut leave = None;
        if !self.problems.is_empty() {
            let ink = ui.tokens().danger;
            let said = match self.problems.len() {
                1 => "One thing is missing above.".to_owned(),
                n => format!("{n} things are missing above."),
            };
            let line = text::strong_colored(ui, said, ink);
            text::announce(ui, &line, false);
        }
        super::part::steady(ui, "foot", |ui| {
            ui.horizontal_wrapped(|ui| {
                let save = primary(ui, Some(icon::CHECK_MARK), "Save")
                    .on_hover_text(ui.ctx().format_shortcut(&SAVE));
                if save.clicked() {
                    leave = Some(self.save(cx));
                }
                if self.draft.is_changed() {
                    if quiet(ui, None, "Discard")
                        .on_hover_text("Throw away what is written here")
                        .clicked()
                    {
                        leave = Some(Leave::Discard);
                    }
                } else if quiet(ui, None, "Cancel").clicked() {
                    leave = Some(Leave::Discard);
                }
            });
            let keys = ui.ctx().format_shortcut(&SAVE);
            text::caption(
                ui,
                format!("{keys} saves. Escape goes back and keeps the draft."),
            );
            ui.add_space(space::L);
            let mut settings = cx.state.settings.clone();
            text::caption(ui, "Also ask for");
            ui.horizontal_wrapped(|ui| {
                ui.checkbox(&mut settings.log_cycle, "Period and cycle");
                ui.add_space(space::M);
                ui.checkbox(&mut settings.log_medicine, "Medicine");
            });
            if settings != cx.state.settings {
                cx.ask(Action::Settings(Box::new(settings)));
            }
        });
        leave
    }
}
