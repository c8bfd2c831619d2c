//! Surfaces: cards, wells, callouts and what lies over everything.

use egui::{Color32, CornerRadius, Frame, InnerResponse, Margin, Modal, Shadow, Stroke, Ui};

use crate::ui::icon::Icon;
use crate::ui::text;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::size;

/// A raised card that fills the width.
pub fn card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let t = ui.tokens();
    Frame::new()
        .fill(t.raised)
        .stroke(t.edge())
        .corner_radius(CornerRadius::same(size::CARD_RADIUS))
        .inner_margin(Margin::same(20))
        .shadow(Shadow {
            offset: [0, 1],
            blur: 6,
            spread: 0,
            color: t.shadow,
        })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
}

/// A quiet well that fills the width.
pub fn sunken<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let t = ui.tokens();
    Frame::new()
        .fill(t.sunken)
        .stroke(t.edge())
        .corner_radius(CornerRadius::same(size::CARD_RADIUS))
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
}

/// What a person must see: an icon, a line of its color at the left, content.
pub fn callout<R>(
    ui: &mut Ui,
    icon: Icon,
    ink: Color32,
    fill: Color32,
    title: &str,
    add: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let edge = if ui.tokens().high {
        Stroke::new(1.5, ink)
    } else {
        Stroke::NONE
    };
    Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(size::CARD_RADIUS))
        .inner_margin(Margin::same(16))
        .stroke(edge)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                let (rect, _) =
                    ui.allocate_exact_size(egui::Vec2::splat(24.0), egui::Sense::hover());
                icon.paint(ui, rect, ink);
                ui.vertical(|ui| {
                    text::strong_colored(ui, title, ink);
                    add(ui)
                })
                .inner
            })
            .inner
        })
}

/// What lies over everything until it is closed; a screen reader says its name
/// when it opens.
pub fn dialog(id: egui::Id, name: &str) -> Modal {
    Modal::new(id).area(Modal::default_area(id).accessible_name(name))
}

/// A faint line between rows.
pub fn hairline(ui: &mut Ui) {
    let t = ui.tokens();
    let (rect, _) =
        ui.allocate_exact_size(egui::vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 0, t.hairline);
}
