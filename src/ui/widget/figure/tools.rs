//! The tools of a plate: layers and states below it; closer, away and mirror on it.

use egui::{CornerRadius, Rect, Slider, Stroke, StrokeKind, Ui, UiBuilder};

use super::plate::{CLOSEST, PlateView};
use crate::content::Figure;
use crate::figure::Drawing;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::{size, space};
use crate::ui::widget::{focus_ring, icon_button, segmented};
use crate::ui::{icon, text};

/// How much closer one press brings it.
const STEP: f32 = 1.4;
/// How tall the tools below a plate are, in points.
pub fn tools_height(figure: &Figure) -> f32 {
    let rows = 1 + u8::from(!figure.states.is_empty());
    f32::from(rows) * (size::CONTROL + 8.0) + space::XS
}

/// Draws the tools below a plate; they change `view` alone.
pub fn tools(ui: &mut Ui, figure: &Figure, view: &mut PlateView) {
    layers(ui, figure, view);
    states(ui, figure, view);
}

/// Where the tools lie on a picture.
pub(super) fn column(rect: Rect) -> Rect {
    let side = size::CONTROL;
    let wanted = egui::vec2(side + 10.0, 4.0 * side + 12.0);
    Rect::from_min_size(rect.right_top() - egui::vec2(wanted.x, 0.0), wanted)
}

/// Closer, away, all of it, mirrored: in the upper right corner of the picture.
pub(super) fn distance(ui: &mut Ui, rect: Rect, view: &mut PlateView) {
    let column = column(rect);
    let ground = ui.tokens().raised.gamma_multiply(0.85);
    ui.painter()
        .rect_filled(column, CornerRadius::same(size::RADIUS), ground);
    // A child that takes no room: it lies on the picture.
    let mut ui = ui.new_child(UiBuilder::new().max_rect(column));
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add_enabled_ui(view.zoom < CLOSEST, |ui| {
        if icon_button(ui, icon::PLUS, "Closer").clicked() {
            view.approach(STEP, egui::Vec2::ZERO);
        }
    });
    ui.add_enabled_ui(view.zoom > 1.0, |ui| {
        if icon_button(ui, icon::MINUS, "Further away").clicked() {
            view.approach(1.0 / STEP, egui::Vec2::ZERO);
        }
        if icon_button(ui, icon::WHOLE, "Whole picture").clicked() {
            view.zoom = 1.0;
            view.pan = egui::Vec2::ZERO;
        }
    });
    let mirror = icon_button(&mut ui, icon::MIRROR, "Mirror");
    let on = view.mirrored;
    ui.ctx()
        .accesskit_node_builder(mirror.id, |node| node.set_toggled(on.into()));
    if on {
        let ring = Stroke::new(1.5, ui.tokens().accent);
        let radius = CornerRadius::same(size::RADIUS);
        let painter = ui.painter();
        painter.rect_stroke(mirror.rect, radius, ring, StrokeKind::Inside);
    }
    if mirror.clicked() {
        view.mirrored = !view.mirrored;
    }
}

/// A slider that lifts off one layer after the other.
fn layers(ui: &mut Ui, figure: &Figure, view: &mut PlateView) {
    let order = Drawing::peel_order(figure);
    if order.len() < 2 {
        return;
    }
    let t = ui.tokens();
    ui.horizontal(|ui| {
        let label = text::muted(ui, "Layers");
        ui.add_space(space::XS);
        let name = order
            .get(view.lifted)
            .and_then(|id| figure.layers.iter().find(|l| l.id == *id))
            .map_or("", |l| l.name.as_str());
        ui.spacing_mut().slider_width = 130.0;
        // The rail is seen on a white card, and its filled part too.
        ui.visuals_mut().widgets.inactive.bg_fill = t.hairline;
        ui.visuals_mut().selection.bg_fill = t.accent;
        let slider = Slider::new(&mut view.lifted, 0..=order.len() - 1).show_value(false);
        let response = ui.add(slider).labelled_by(label.id);
        focus_ring(ui, &response);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description("Lifts the layers off one by one; also Page Down and Page Up");
        });
        text::body(ui, name);
    });
}

fn states(ui: &mut Ui, figure: &Figure, view: &mut PlateView) {
    let Some(first) = figure.states.first() else {
        return;
    };
    let here = view.state.clone().unwrap_or_else(|| first.id.clone());
    let options: Vec<(&str, &str)> = figure
        .states
        .iter()
        .map(|s| (s.id.as_str(), s.name.as_str()))
        .collect();
    ui.add_space(space::XS);
    if let Some(picked) = segmented(ui, "What is drawn", here.as_str(), &options) {
        view.state = Some(picked.to_owned());
    }
}
