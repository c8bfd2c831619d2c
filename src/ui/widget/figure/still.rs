//! Pictures as they stand in a text: a still with its caption, two of them side
//! by side where there is room.

use egui::{Id, Sense, Ui};

use super::easel::Easel;
use super::pair::Pair;
use super::{edges, sheet};
use crate::content::{Figure, Library, Picture};
use crate::figure::View;
use crate::ui::tokens::space;
use crate::ui::widget::sunken;

/// From this width on two stills stand side by side.
const TWO: f32 = 460.0;
/// The tallest a still gets, in points.
const TALLEST: f32 = 400.0;
/// The margin inside the frame of a still, in points.
const INSET: f32 = 16.0;

/// Draws the pictures of a page, then calls `caption` below each. Two that show
/// one figure in two states can be played.
pub fn stills(
    ui: &mut Ui,
    easel: &mut Easel,
    library: &Library,
    salt: &str,
    pictures: &[Picture],
    mut caption: impl FnMut(&mut Ui, &Picture),
) {
    let beside = pictures.len() > 1 && ui.available_width() >= TWO;
    for (row, two) in pictures.chunks(2).enumerate() {
        let place = Id::unique(("still", salt, row));
        let pair = match two {
            [a, b] => Pair::of(library, a, b),
            _ => None,
        };
        let width = if beside {
            (ui.available_width() - space::L) / 2.0
        } else {
            ui.available_width()
        };
        if let Some(pair) = pair {
            pair.show(ui, easel, place, beside, &mut caption);
        } else if let ([alone], true) = (two, beside) {
            // The last one of an odd number has its caption beside it.
            let figure = library.figure(&alone.figure);
            let mut column = 0;
            caption_row(ui, width, &[alone, alone], &mut |ui, picture| {
                match figure.filter(|_| column == 0) {
                    Some(figure) => one(ui, easel, place.with(0), figure, picture, None),
                    None => caption(ui, picture),
                }
                column += 1;
            });
        } else {
            let mut at = 0;
            columns(ui, width, two, &mut |ui, picture| {
                if let Some(figure) = library.figure(&picture.figure) {
                    one(ui, easel, place.with(at), figure, picture, None);
                }
                at += 1;
                ui.add_space(space::XS);
                caption(ui, picture);
            });
        }
        ui.add_space(space::M);
    }
}

/// Something for each picture, side by side where they fit, else below each other.
fn columns(ui: &mut Ui, width: f32, pictures: &[Picture], add: &mut dyn FnMut(&mut Ui, &Picture)) {
    if width >= ui.available_width() {
        for (at, picture) in pictures.iter().enumerate() {
            if at > 0 {
                ui.add_space(space::M);
            }
            add(ui, picture);
        }
        return;
    }
    let all: Vec<&Picture> = pictures.iter().collect();
    caption_row(ui, width, &all, add);
}

/// Something for each picture, side by side, each `width` wide.
pub(super) fn caption_row(
    ui: &mut Ui,
    width: f32,
    pictures: &[&Picture],
    add: &mut dyn FnMut(&mut Ui, &Picture),
) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for picture in pictures {
            ui.allocate_ui(egui::vec2(width, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.x = 8.0;
                    add(ui, picture);
                });
            });
        }
    });
}

/// How tall a still of this figure is in a frame of this width, in points.
pub(super) fn tall(figure: &Figure, width: f32) -> f32 {
    let room = egui::vec2(width - 2.0 * INSET, TALLEST);
    sheet::fitted(figure, room).y
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
pub(super) fn one(
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
