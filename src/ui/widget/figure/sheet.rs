//! Lays the two halves of a picture over each other: the plate, and what is lit
//! above it while the plate recedes.

use egui::{Color32, Id, Rect, Ui, Vec2};

use super::easel::Easel;
use crate::content::Figure;
use crate::figure::{Drawing, Part, RECEDED, View};

/// The widest a picture is drawn, in pixels; beyond it is scaled up.
const WIDEST: f32 = 1400.0;

/// The size of a figure, in units of its drawing.
pub(super) fn units(figure: &Figure) -> Vec2 {
    let (w, h) = Drawing::size_of(&figure.id).unwrap_or((4.0, 3.0));
    egui::vec2(w, h)
}

/// The largest size with the figure's proportions that fits.
pub(super) fn fitted(figure: &Figure, room: Vec2) -> Vec2 {
    let units = units(figure);
    units * (room.x / units.x).min(room.y / units.y)
}

/// How many pixels wide a picture is drawn that is shown in `rect`.
pub(super) fn pixels(ui: &Ui, rect: Rect) -> u32 {
    let pixels = (rect.width() * ui.ctx().pixels_per_point()).round();
    pixels.clamp(8.0, WIDEST) as u32
}

/// Paints a view into a rectangle of the figure's proportions, clipped by `ui`.
pub(super) fn paint(
    ui: &Ui,
    easel: &mut Easel,
    place: Id,
    figure: &Figure,
    view: &View,
    rect: Rect,
    mirrored: bool,
) {
    let width = pixels(ui, rect);
    let uv = if mirrored {
        Rect::from_min_max(egui::pos2(1.0, 0.0), egui::pos2(0.0, 1.0))
    } else {
        Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0))
    };
    let recedes = ui
        .ctx()
        .animate_bool(place.with("recedes"), !view.lit.is_empty());
    let strength = egui::lerp(1.0..=RECEDED, recedes);
    if let Some(plate) = easel.picture(ui.ctx(), place, figure, Part::Plate, view, width) {
        let tint = Color32::WHITE.gamma_multiply(strength);
        ui.painter().image(plate.id(), rect, uv, tint);
    }
    if !view.lit.is_empty() || !view.pain.is_empty() {
        let lit = easel.picture(ui.ctx(), place, figure, Part::Lit, view, width);
        if let Some(lit) = lit {
            ui.painter().image(lit.id(), rect, uv, Color32::WHITE);
        }
    }
}
