//! The banner over an example diary: that nothing here is the person's own, and
//! the way back.

use egui::{Align, Frame, Layout, Margin, Panel, Ui};

use super::theme::UiExt as _;
use super::tokens::size;
use super::widget::quiet;
use super::{Cx, text};
use crate::action::Action;

/// Draws the banner, as long as this is an example.
pub(super) fn banner(ui: &mut Ui, cx: &mut Cx<'_>) {
    if !cx.state.over.is_example {
        return;
    }
    let t = ui.tokens();
    Panel::top("example")
        .resizable(false)
        .show_separator_line(false)
        .frame(
            Frame::new()
                .fill(t.info_soft)
                .inner_margin(Margin::symmetric(16, 4)),
        )
        .show(ui, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(egui::accesskit::Role::Banner);
                node.set_label("Example diary");
            });
            ui.horizontal(|ui| {
                let room = (ui.available_width() - 90.0).max(120.0);
                let middle = Layout::left_to_right(Align::Center).with_main_wrap(true);
                ui.allocate_ui_with_layout(egui::vec2(room, size::CONTROL), middle, |ui| {
                    text::strong_colored(
                        ui,
                        "Example diary. Nothing here is yours, nothing is kept.",
                        t.info,
                    );
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if quiet(ui, None, "Leave").clicked() {
                        cx.ask(Action::Example(false));
                    }
                });
            });
        });
}
