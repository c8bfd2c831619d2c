//! The empty state: what will be here, and the first step.

use egui::{Response, Ui};

use super::{card, primary};
use crate::ui::icon::Icon;
use crate::ui::text;
use crate::ui::theme::UiExt as _;

/// Says what this place is for and offers one action; returns its button.
pub fn empty(ui: &mut Ui, icon: Icon, title: &str, line: &str, action: &str) -> Response {
    card(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(24.0);
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(48.0), egui::Sense::hover());
            icon.paint(ui, rect, ui.tokens().accent);
            ui.add_space(8.0);
            text::subheading(ui, 2, title);
            ui.allocate_ui(egui::vec2(ui.available_width().min(480.0), 0.0), |ui| {
                ui.vertical_centered(|ui| text::muted(ui, line));
            });
            ui.add_space(12.0);
            let response = primary(ui, None, action);
            ui.add_space(24.0);
            response
        })
        .inner
    })
    .inner
}
