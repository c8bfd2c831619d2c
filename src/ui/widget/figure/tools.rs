//! The tools below a plate: layers, closer and away, mirror, states.

use egui::{Slider, Ui};

use super::plate::{CLOSEST, PlateView};
use crate::content::Figure;
use crate::figure::Drawing;
use crate::ui::tokens::space;
use crate::ui::widget::{chip, icon_button, segmented};
use crate::ui::{icon, text};

/// Draws the tools; they change `view` alone.
pub fn tools(ui: &mut Ui, figure: &Figure, view: &mut PlateView) {
    layers(ui, figure, view);
    ui.horizontal_wrapped(|ui| {
        let closer = ui.add_enabled_ui(view.zoom < CLOSEST, |ui| {
            icon_button(ui, icon::PLUS, "Closer").clicked()
        });
        if closer.inner {
            view.approach(1.4, egui::Vec2::ZERO);
        }
        let away = ui.add_enabled_ui(view.zoom > 1.0, |ui| {
            let away = icon_button(ui, icon::MINUS, "Further away").clicked();
            let whole = icon_button(ui, icon::WHOLE, "Whole picture").clicked();
            (away, whole)
        });
        if away.inner.0 {
            view.approach(1.0 / 1.4, egui::Vec2::ZERO);
        }
        if away.inner.1 {
            view.zoom = 1.0;
            view.pan = egui::Vec2::ZERO;
        }
        if chip(ui, view.mirrored, "Mirror").clicked() {
            view.mirrored = !view.mirrored;
        }
        states(ui, figure, view);
    });
}

/// A slider that lifts off one layer after the other.
fn layers(ui: &mut Ui, figure: &Figure, view: &mut PlateView) {
    let order = Drawing::peel_order(figure);
    if order.len() < 2 {
        return;
    }
    ui.horizontal(|ui| {
        let label = text::muted(ui, "Layers");
        ui.add_space(space::XS);
        let name = order
            .get(view.lifted)
            .and_then(|id| figure.layers.iter().find(|l| l.id == *id))
            .map_or("", |l| l.name.as_str());
        ui.spacing_mut().slider_width = (ui.available_width() - 8.0).clamp(60.0, 150.0);
        let slider = Slider::new(&mut view.lifted, 0..=order.len() - 1).show_value(false);
        let response = ui.add(slider).labelled_by(label.id);
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
    if let Some(picked) = segmented(ui, "What is drawn", here.as_str(), &options) {
        view.state = Some(picked.to_owned());
    }
}
