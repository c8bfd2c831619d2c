//! Chips: words that can be switched on and off.

use egui::{Color32, CornerRadius, FontId, Id, Response, Sense, Stroke, StrokeKind, Ui};

use super::focus_ring;
use crate::ui::icon;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::{Tokens, size};

/// The fill and line of what can be picked.
pub(super) fn face(t: &Tokens, on: bool, response: &Response) -> (Color32, Stroke) {
    if on {
        (t.accent_soft, Stroke::new(1.5, t.accent))
    } else if response.hovered() {
        (t.accent_soft, Stroke::new(1.0, t.accent))
    } else {
        (t.raised, Stroke::new(1.0, t.outline))
    }
}

/// One chip. What is on carries a tick as well as its color.
pub fn chip(ui: &mut Ui, on: bool, word: &str) -> Response {
    chip_at(ui, None, on, word)
}

/// The same with an id and a sense of its own.
pub(super) fn chip_at(ui: &mut Ui, own: Option<(Id, Sense)>, on: bool, word: &str) -> Response {
    chip_as(ui, egui::Role::CheckBox, own, on, word)
}

/// The same, told to a screen reader as something else.
pub(super) fn chip_as(
    ui: &mut Ui,
    role: egui::Role,
    own: Option<(Id, Sense)>,
    on: bool,
    word: &str,
) -> Response {
    let t = ui.tokens();
    let ink = if on { t.accent } else { t.text };
    let mark = if on { 22.0 } else { 0.0 };
    // A word longer than the place is wide goes on in a second line.
    let room = (ui.max_rect().width() - 28.0 - mark).max(40.0);
    let font = FontId::proportional(size::BODY);
    let galley = ui.painter().layout(word.to_owned(), font, ink, room);
    let wanted = egui::vec2(
        galley.size().x + 28.0 + mark,
        size::CONTROL.max(galley.size().y + 16.0),
    );
    let (rect, response) = match own {
        None => ui.allocate_exact_size(wanted, Sense::click()),
        Some((id, sense)) => {
            let (_, rect) = ui.allocate_space(wanted);
            (rect, ui.interact(rect, id, sense))
        }
    };
    response.widget_info(|| egui::WidgetInfo::selected(role, ui.is_enabled(), on, word));
    if ui.is_rect_visible(rect) {
        let (fill, line) = face(t, on, &response);
        let radius = CornerRadius::same(20);
        ui.painter()
            .rect(rect, radius, fill, line, StrokeKind::Inside);
        let mut at = rect.left_center() + egui::vec2(14.0, -galley.size().y / 2.0);
        if on {
            let tick = egui::Rect::from_center_size(
                rect.left_center() + egui::vec2(21.0, 0.0),
                egui::Vec2::splat(18.0),
            );
            icon::CHECK_MARK.paint(ui, tick, t.accent);
            at.x += mark;
        }
        ui.painter().galley(at, galley, ink);
    }
    focus_ring(ui, &response);
    response
}
