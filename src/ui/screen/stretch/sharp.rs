//! What sharp pain, numbness and tingling may mean, on the page after a session
//! that they ended. The words are those of the stop signs in content.

use egui::Ui;

use crate::action::Action;
use crate::screen::Screen;
use crate::stretch::{Status, StopReason};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{callout, primary, secondary};
use crate::ui::{Cx, icon, text};

/// The signs that the one key stands for.
const SIGNS: [&str; 4] = ["sharp_pain", "electric_pain", "tingling", "numbness"];

/// Explains, if that is why the session ended.
pub(super) fn explain(ui: &mut Ui, cx: &mut Cx<'_>) {
    let pain = Status::Stopped(StopReason::Pain);
    let session = cx.state.stretch.session();
    if session.is_none_or(|session| session.status() != pain) {
        return;
    }
    let t = ui.tokens();
    let title = "Do not stretch on";
    callout(ui, icon::WARNING, t.danger, t.danger_soft, title, |ui| {
        let signs = cx.library().stop_signs();
        for id in SIGNS {
            if let Some(sign) = signs.iter().find(|sign| sign.id == id) {
                text::body(ui, &sign.meaning.text);
            }
        }
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            if primary(ui, Some(icon::CHECK), "Check my symptoms").clicked() {
                cx.ask(Action::Open(Screen::Check));
            }
            if secondary(ui, Some(icon::HELP), "Get help").clicked() {
                cx.ask(Action::Open(Screen::Help));
            }
        });
    });
    ui.add_space(space::M);
}
