//! Pictures as they stand in a text: a still with its caption, two of them side
//! by side where there is room.

use egui::{Id, Sense, Ui};

use super::easel::Easel;
use super::{edges, sheet};
use crate::content::{Figure, Library, Picture};
use crate::figure::View;
use crate::ui::tokens::space;
use crate::ui::widget::sunken;

/// From this width on two stills stand side by side.
const TWO: f32 = 460.0;
/// The tallest a still gets, in points.
const TALLEST: f32 = 400.0;

/// Draws the pictures of a page, then calls `caption` below each.
pub fn stills(
    ui: &mut Ui,
    easel: &mut Easel,
    library: &Library,
    salt: &str,
    pictures: &[Picture],
    mut caption: impl FnMut(&mut Ui, &Picture),
) {
    let two = pictures.len() > 1 && ui.available_width() >= TWO;
    let gap = space::L;
    let width = if two {
        (ui.available_width() - gap) / 2.0
    } else {
        ui.available_width()
    };
    for (row, pair) in pictures.chunks(if two { 2 } else { 1 }).enumerate() {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (column, picture) in pair.iter().enumerate() {
                ui.allocate_ui(egui::vec2(width, 0.0), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        ui.spacing_mut().item_spacing.x = 8.0;
                        if let Some(figure) = library.figure(&picture.figure) {
                            let place = Id::unique(("still", salt, row, column));
                            one(ui, easel, place, figure, picture, None);
                        }
                        ui.add_space(space::XS);
                        caption(ui, picture);
                    });
                });
            }
        });
        ui.add_space(space::M);
    }
}

/// One picture of a page in a frame of a fixed height, for pictures that stand
/// side by side.
pub fn still(
    ui: &mut Ui,
    easel: &mut Easel,
    library: &Library,
    salt: &str,
    picture: &Picture,
    tall: f32,
) {
    if let Some(figure) = library.figure(&picture.figure) {
        let place = Id::unique(("still", salt));
        one(ui, easel, place, figure, picture, Some(tall));
    }
}

/// One picture on a quiet ground, with what it shows as its spoken name; as
/// tall as it needs to be, or of a fixed height.
fn one(
    ui: &mut Ui,
    easel: &mut Easel,
    place: Id,
    figure: &Figure,
    picture: &Picture,
    tall: Option<f32>,
) {
    sunken(ui, |ui| {
        let room = egui::vec2(ui.available_width(), tall.unwrap_or(TALLEST));
        let drawn = sheet::fitted(figure, room);
        let size = egui::vec2(room.x, tall.unwrap_or(drawn.y));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Image, true, name(figure, picture))
        });
        if ui.is_rect_visible(rect) {
            let inner = egui::Rect::from_center_size(rect.center(), drawn);
            let view = View::of(figure, picture);
            sheet::paint(ui, easel, place, figure, &view, inner, false);
            if figure.seen_from.edges().is_some() && figure.structures.iter().any(|s| s.paired) {
                edges::paint(ui, figure, rect, false);
            }
        }
    });
}

/// What the picture shows, in a few words; its caption says the rest.
fn name(figure: &Figure, picture: &Picture) -> String {
    let shown = picture.state.as_ref();
    match shown.and_then(|id| figure.states.iter().find(|s| s.id == *id)) {
        Some(state) => format!("{}: {}", figure.title, state.name.to_lowercase()),
        None => figure.title.clone(),
    }
}
