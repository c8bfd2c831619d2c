//! Where it is felt: the body from behind, each place the stronger the more
//! often, with its count; places that are not in the picture stand below it.

use egui::Ui;

use crate::diary::chart::Charts;
use crate::ui::widget::figure::{Easel, Heat, heat};
use crate::ui::{Cx, text};

/// The figure with the places.
const FIGURE: &str = "back";
/// Its layer of places.
const PLACES: &str = "places";
/// The tallest the picture gets, in points.
const TALLEST: f32 = 380.0;

/// Draws the picture.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, easel: &mut Easel, charts: &Charts, name: &str) {
    let Some(figure) = cx.library().figure(FIGURE) else {
        return;
    };
    let room = egui::vec2(ui.available_width(), TALLEST);
    let all = charts.places.iter();
    let counts: Vec<Heat<'_>> = all
        .clone()
        .filter(|(region, _)| figure.structure(region.id()).is_some())
        .map(|(region, count)| Heat {
            structure: region.id(),
            count: *count,
        })
        .collect();
    heat(ui, easel, figure, PLACES, &counts, room, name);
    let elsewhere: Vec<String> = all
        .filter(|(region, _)| figure.structure(region.id()).is_none())
        .map(|(region, count)| format!("{}: {count}", region.label()))
        .collect();
    if !elsewhere.is_empty() {
        text::muted(
            ui,
            format!("Not in the picture: {}.", elsewhere.join(" · ")),
        );
    }
}
