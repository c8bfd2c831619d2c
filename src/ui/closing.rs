//! What is shown while the window waits to close until all is written.

use egui::{Frame, Id, Ui};

use super::tokens::space;
use super::widget::{danger, dialog, primary};
use super::{Cx, text};
use crate::action::Action;
use crate::state::WindowStep;

/// Draws the sheet, if the window waits.
pub(super) fn show(ui: &Ui, cx: &mut Cx<'_>) {
    // Where the keyboard was before the sheet opened.
    let kept = Id::unique("closing, before");
    let Some(is_slow) = cx.state.desktop.is_closing(cx.now) else {
        let before = ui.data_mut(|d| d.remove_temp::<Option<Id>>(kept));
        if let Some(back) = before.flatten() {
            ui.memory_mut(|m| m.request_focus(back));
        }
        return;
    };
    let is_new = ui.data(|d| d.get_temp::<Option<Id>>(kept)).is_none();
    if is_new {
        let before = ui.memory(egui::Memory::focused);
        ui.data_mut(|d| d.insert_temp(kept, before));
    }
    let sheet =
        dialog(Id::unique("closing"), "Closing").frame(Frame::window(&ui.ctx().global_style()));
    let modal = sheet.show(ui.ctx(), |ui| {
        ui.set_width(380.0_f32.min(ui.ctx().content_rect().width() - 80.0));
        text::subheading(ui, 2, "Saving");
        ui.add_space(space::S);
        let words = if is_slow {
            "The disk takes long. Wait a little more, or close now: what is not written yet \
             would be lost."
        } else {
            "The window closes when everything is on the disk."
        };
        let said = text::body(ui, words);
        text::announce(ui, &said, is_slow);
        ui.add_space(space::M);
        ui.horizontal_wrapped(|ui| {
            let stay = primary(ui, None, "Leave it open");
            if is_new {
                stay.request_focus();
            }
            if stay.clicked() {
                cx.ask(Action::Window(WindowStep::StayOpen));
            }
            if is_slow && danger(ui, None, "Close now").clicked() {
                cx.ask(Action::Window(WindowStep::CloseAnyway));
            }
        });
    });
    if modal.should_close() {
        cx.ask(Action::Window(WindowStep::StayOpen));
    }
}
