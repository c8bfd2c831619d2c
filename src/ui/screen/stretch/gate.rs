//! The safety list: read before the first session and every 30 days.

use egui::Ui;

use crate::action::{Action, StretchStep};
use crate::screen::Screen;
use crate::ui::tokens::space;
use crate::ui::widget::{card, hairline, page, primary, secondary};
use crate::ui::{Cx, icon, text};

/// Draws the safety list.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    page(ui, "stretch gate", 760.0, |ui| {
        text::title(ui, "Before you stretch");
        text::muted(
            ui,
            "This stretch is safe for most people. Read the list once; it comes back every 30 \
             days.",
        );
        ui.add_space(space::M);
        confirm(ui, cx);
        ui.add_space(space::M);
        let checks = cx.library().gate();
        card(ui, |ui| {
            for (at, check) in checks.iter().enumerate() {
                if at > 0 {
                    hairline(ui);
                }
                ui.add_space(space::XS);
                text::strong(ui, &check.question);
                text::colored(ui, check.action.sentence(), ui_ink(ui));
                text::muted(ui, &check.why);
                ui.add_space(space::XS);
            }
        });
        ui.add_space(space::M);
        confirm(ui, cx);
    });
}

fn ui_ink(ui: &Ui) -> egui::Color32 {
    use crate::ui::theme::UiExt as _;
    ui.tokens().caution
}

fn confirm(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.horizontal_wrapped(|ui| {
        if primary(ui, Some(icon::CHECK_MARK), "None of these is true for me").clicked() {
            cx.ask(Action::Stretch(StretchStep::PassGate));
        }
        if secondary(ui, Some(icon::CHECK), "I am not sure: check red flags").clicked() {
            cx.ask(Action::Open(Screen::Check));
        }
    });
}
