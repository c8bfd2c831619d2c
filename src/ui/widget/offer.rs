//! Offers: a card each, of which one is taken. Title, for whom, a short note at
//! the right; what cannot be had now says why.

use egui::{CornerRadius, FontId, Response, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::chip::face;
use super::focus_ring;
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::size;

/// One offer.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// Its name, which is its accessible name too.
    pub title: &'a str,
    /// For whom, in a sentence.
    pub line: &'a str,
    /// A few characters at the right; may be empty.
    pub note: &'a str,
    /// Is it the one that holds?
    pub on: bool,
    /// Why it cannot be taken now.
    pub barred: Option<&'a str>,
}

/// Draws one, as wide as there is room and at least `height` points high.
pub fn offer(ui: &mut Ui, one: &Offer<'_>, height: f32) -> Response {
    ui.add_enabled_ui(one.barred.is_none(), |ui| enabled(ui, one, height))
        .inner
}

/// How high an offer is in a place of this width.
pub fn offer_height(ui: &Ui, one: &Offer<'_>, width: f32) -> f32 {
    let (title, line) = words(ui, one, width);
    title.size().y + line.size().y + 2.0 + 24.0
}

type Galley = std::sync::Arc<egui::Galley>;

const LEFT: f32 = 46.0;
const RIGHT: f32 = 16.0;

fn words(ui: &Ui, one: &Offer<'_>, width: f32) -> (Galley, Galley) {
    let t = ui.tokens();
    let room = (width - LEFT - RIGHT).max(60.0);
    let title = if one.note.is_empty() {
        one.title.to_owned()
    } else {
        format!("{}  ·  {}", one.title, one.note)
    };
    let ink = if one.barred.is_some() {
        t.muted
    } else {
        t.text
    };
    let lay = |text: String, font, ink| ui.painter().layout(text, font, ink, room);
    let line = one.barred.unwrap_or(one.line).to_owned();
    (
        lay(title, FontId::new(size::BODY, semibold()), ink),
        lay(line, FontId::proportional(15.0), t.muted),
    )
}

fn enabled(ui: &mut Ui, one: &Offer<'_>, height: f32) -> Response {
    let t = ui.tokens();
    let width = ui.available_width();
    let (title, line) = words(ui, one, width);
    let high = height.max(title.size().y + line.size().y + 26.0);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, high), Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::RadioButton, ui.is_enabled(), one.on, one.title)
    });
    let said = one.barred.unwrap_or(one.line);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(format!("{} {said}", one.note).trim());
    });
    if ui.is_rect_visible(rect) {
        let (fill, line_of) = face(t, one.on, &response);
        let radius = CornerRadius::same(size::RADIUS);
        let outline = if one.barred.is_some() {
            Stroke::new(1.0, t.hairline)
        } else {
            line_of
        };
        // Disabled things fade by themselves; words must stay readable.
        let painter = ui.painter().clone();
        let mut painter = painter;
        painter.set_opacity(1.0);
        painter.rect(rect, radius, fill, outline, StrokeKind::Inside);
        let middle = egui::pos2(rect.left() + 24.0, rect.top() + 12.0 + title.size().y / 2.0);
        if one.barred.is_some() {
            // The ring of a choice, struck through: it cannot be had now.
            let ring = Stroke::new(1.5, t.muted);
            painter.circle_stroke(middle, 9.0, ring);
            let across = Vec2::splat(9.0 * std::f32::consts::FRAC_1_SQRT_2);
            painter.line_segment([middle - across, middle + across], ring);
        } else {
            let ring = Stroke::new(1.5, if one.on { t.accent } else { t.outline });
            painter.circle_stroke(middle, 9.0, ring);
            if one.on {
                painter.circle_filled(middle, 5.0, t.accent);
            }
        }
        let at = rect.left_top() + egui::vec2(LEFT, 12.0);
        let below = at + egui::vec2(0.0, title.size().y + 2.0);
        painter.galley(at, title, t.text);
        painter.galley(below, line, t.muted);
    }
    focus_ring(ui, &response);
    response
}
