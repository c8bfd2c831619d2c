//! What is written on the figure: the glow at the stretched buttock with its
//! side in words, and a letter on each leg, so that color is never alone.

use egui::epaint::{Mesh, TextShape};
use egui::{Align2, Color32, FontId, Pos2, Rect, Shape, Stroke, Ui, Vec2};

use crate::pose::{BodyView, P2, Picture};
use crate::ui::theme::{UiExt as _, semibold};

/// How far the glow reaches, in body heights.
const GLOW: f32 = 0.075;
/// Half a letter's disc, in body heights.
const DISC: f32 = 0.026;
/// On a small figure a disc grows to no more than this, and hides no leg.
const MOST_DISC: f32 = 0.06;
/// The same for the size of the word.
const MOST_WORD: f32 = 0.11;

/// Paints the marks over the figure.
pub(super) fn paint(ui: &Ui, picture: &Picture, view: &BodyView<'_>, rect: Rect, scale: f32) {
    let t = ui.tokens();
    let at = |p: P2| rect.min + Vec2::new(p.0, p.1) * scale;
    let spot = at(picture.buttock);
    glow(ui, spot, GLOW * scale, t.body.glow, picture.pull);
    let ring = Stroke::new((0.007 * scale).clamp(1.5, 4.0), t.body.glow);
    ui.painter().circle_stroke(spot, GLOW * 0.72 * scale, ring);
    let angle = f32::from(view.turn.degrees()).to_radians();
    for tag in &picture.tags {
        let letter = if tag.left { "L" } else { "R" };
        let (fill, ink) = if tag.stretched {
            (t.accent, t.on_accent)
        } else {
            (t.raised, t.text)
        };
        let radius = (DISC * scale).max(9.0).min(MOST_DISC * scale);
        let middle = at(tag.at);
        ui.painter()
            .circle(middle, radius, fill, Stroke::new(1.5, ink));
        word(ui, middle, letter, radius * 1.35, ink, angle);
    }
    let points = (0.05 * scale).clamp(13.5, 30.0).min(MOST_WORD * scale);
    word(
        ui,
        at(picture.word),
        view.side.word(),
        points,
        t.text,
        angle,
    );
}

/// A word, its middle at a place, turned.
fn word(ui: &Ui, middle: Pos2, text: &str, points: f32, ink: Color32, angle: f32) {
    let font = FontId::new(points, semibold());
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, ink);
    let corner = middle - galley.size() / 2.0;
    let shape =
        TextShape::new(corner, galley, ink).with_angle_and_anchor(angle, Align2::CENTER_CENTER);
    ui.painter().add(shape);
}

/// A soft light, strongest in the middle.
fn glow(ui: &Ui, middle: Pos2, radius: f32, color: Color32, pull: f32) {
    let strength = 0.35 + 0.60 * pull;
    let rings = [(0.0, 0.95), (0.5, 0.6), (1.0, 0.0)];
    let around = 32_u32;
    let mut mesh = Mesh::default();
    for (share, alpha) in rings {
        for k in 0..around {
            let way = Vec2::angled(k as f32 / around as f32 * std::f32::consts::TAU);
            let color = color.gamma_multiply(alpha * strength);
            mesh.colored_vertex(middle + way * (radius * share), color);
        }
    }
    for ring in 0..2 {
        for k in 0..around {
            let (low, high) = (ring * around, (ring + 1) * around);
            let next = (k + 1) % around;
            mesh.add_triangle(low + k, low + next, high + next);
            mesh.add_triangle(low + k, high + next, high + k);
        }
    }
    ui.painter().add(Shape::mesh(mesh));
}
