//! The banner over an example diary: that nothing here is the person's own, and
//! the way back.

use egui::{Align, FontId, Frame, Label, Layout, Margin, Panel, RichText, Ui};

use super::Cx;
use super::theme::{UiExt as _, semibold};
use super::tokens::size;
use super::widget::quiet;
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
                let middle = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(egui::vec2(room, size::CONTROL), middle, |ui| {
                    let said = "Example diary. Nothing here is yours, nothing is kept.";
                    let points = if room < 440.0 {
                        size::CAPTION // on one line in the smallest window
                    } else {
                        size::BODY
                    };
                    let rich = RichText::new(said)
                        .font(FontId::new(points, semibold()))
                        .color(t.info);
                    ui.add(Label::new(rich).wrap());
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if quiet(ui, None, "Leave").clicked() {
                        cx.ask(Action::Example(false));
                    }
                });
            });
        });
}
