//! Where it is felt: the body from behind, and from the front where there is
//! something to show; each place the stronger the more often, with its count.
//! Places that are in no picture stand below.

use egui::Ui;

use crate::diary::chart::Charts;
use crate::ui::widget::figure::{Easel, Heat, heat};
use crate::ui::{Cx, text};

/// The figures with the places.
const FIGURES: [&str; 2] = ["back", "front"];
/// Their layer of places.
const PLACES: &str = "places";
/// The tallest the picture gets, in points.
const TALLEST: f32 = 380.0;

/// Draws the pictures.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, easel: &mut Easel, charts: &Charts, name: &str) {
    let figures = FIGURES.iter().filter_map(|id| cx.library().figure(id));
    let mut elsewhere: Vec<_> = charts.places.iter().collect();
    for (at, figure) in figures.enumerate() {
        let (here, rest): (Vec<_>, Vec<_>) = (elsewhere.into_iter())
            .partition(|(region, _)| figure.structure(region.id()).is_some());
        elsewhere = rest;
        if at > 0 && here.is_empty() {
            continue; // the body from behind is always there
        }
        let counts: Vec<Heat<'_>> = (here.iter())
            .map(|(region, count)| Heat {
                structure: region.id(),
                count: *count,
            })
            .collect();
        let room = egui::vec2(ui.available_width(), TALLEST);
        let name = match at {
            0 => name.to_owned(),
            _ => format!("In front. {name}"),
        };
        heat(ui, easel, figure, PLACES, &counts, room, &name);
    }
    let elsewhere: Vec<String> = (elsewhere.into_iter())
        .map(|(region, count)| format!("{}: {count}", region.label()))
        .collect();
    if !elsewhere.is_empty() {
        let said = format!("Not in the picture: {}.", elsewhere.join(" · "));
        text::muted(ui, said);
    }
}
