//! A path: typed, or chosen in the system's dialog.

use egui::{Response, Ui};

use super::tokens::space;
use super::widget::secondary;
use super::{Cx, field, icon, text};
use crate::action::Action;
use crate::dialog::Purpose;

/// What is written in the field.
#[derive(Clone, Debug, Default)]
pub struct PathField {
    /// The path, as it was typed or chosen.
    pub path: String,
    /// The last answer of a dialog that was taken.
    seen: u64,
}

impl PathField {
    /// A field that says so at first, whatever was chosen before.
    pub fn new(cx: &Cx<'_>, purpose: Purpose, path: impl Into<String>) -> Self {
        let chosen = cx.state.dialog.chosen(purpose);
        Self {
            path: path.into(),
            seen: chosen.map_or(0, |chosen| chosen.serial),
        }
    }

    /// Draws the field and the button beneath it. Returns the field, and
    /// whether a path was chosen in this frame.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        (label, hint): (&str, &str),
        purpose: Purpose,
    ) -> (Response, bool) {
        let chosen = cx.state.dialog.chosen(purpose);
        let is_new = chosen.is_some_and(|chosen| chosen.serial > self.seen);
        let mut is_chosen = false;
        if let Some(chosen) = chosen.filter(|_| is_new) {
            self.seen = chosen.serial;
            if let Some(path) = &chosen.path {
                self.path.clone_from(path);
                is_chosen = true;
            }
        }
        let width = ui.available_width();
        let line = field::line(ui, label, hint, &mut self.path, width);
        ui.add_space(space::XS);
        let button = secondary(ui, Some(icon::FOLDER), "Choose…")
            .accessible_name(format!("Choose: {label}"));
        if button.clicked() {
            cx.ask(Action::Choose(purpose, self.path.trim().to_owned()));
        }
        if cx.state.dialog.is_asked(purpose) {
            let said = "The system’s dialog is asked. If none opens, type the path above.";
            let said = text::muted(ui, said);
            text::announce(ui, &said, false);
        } else if cx
            .state
            .dialog
            .chosen(purpose)
            .is_some_and(|c| c.path.is_none())
        {
            let said = text::muted(ui, "The system’s dialog did not open. Type the path above.");
            text::announce(ui, &said, true);
        }
        (line, is_chosen)
    }
}
