//! Choices: full-width rows of which one, or several, can be picked.

use egui::{CornerRadius, FontId, Response, Sense, Stroke, StrokeKind, Ui};

use super::chip::face;
use super::focus_ring;
use crate::ui::icon;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::size;

/// Is one picked, or several?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// One of the rows.
    One,
    /// As many as fit.
    Several,
}

/// One row. `key` is the number key that picks it, shown at the right.
pub fn choice(ui: &mut Ui, pick: Pick, on: bool, key: Option<usize>, word: &str) -> Response {
    let t = ui.tokens();
    let width = ui.available_width();
    let (left, right) = (46.0, if key.is_some() { 40.0 } else { 14.0 });
    let galley = ui.painter().layout(
        word.to_owned(),
        FontId::proportional(size::BODY),
        t.text,
        (width - left - right).max(40.0),
    );
    let height = (galley.size().y + 22.0).max(size::PRIMARY);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(width, height), Sense::click());
    let role = match pick {
        Pick::One => egui::Role::RadioButton,
        Pick::Several => egui::Role::CheckBox,
    };
    response.widget_info(|| egui::WidgetInfo::selected(role, ui.is_enabled(), on, word));
    if ui.is_rect_visible(rect) {
        let (fill, line) = face(t, on, &response);
        let radius = CornerRadius::same(size::RADIUS);
        ui.painter()
            .rect(rect, radius, fill, line, StrokeKind::Inside);
        let middle = egui::pos2(rect.left() + 25.0, rect.center().y);
        mark(ui, pick, on, middle);
        let at = egui::pos2(rect.left() + left, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, t.text);
        if let Some(key) = key {
            ui.painter().text(
                egui::pos2(rect.right() - 20.0, rect.center().y),
                egui::Align2::CENTER_CENTER,
                key.to_string(),
                FontId::proportional(size::CAPTION),
                t.muted,
            );
        }
    }
    focus_ring(ui, &response);
    response
}

/// The ring of one choice, or the box of several.
fn mark(ui: &Ui, pick: Pick, on: bool, middle: egui::Pos2) {
    let t = ui.tokens();
    let line = Stroke::new(1.5, if on { t.accent } else { t.outline });
    match pick {
        Pick::One => {
            ui.painter().circle_stroke(middle, 9.0, line);
            if on {
                ui.painter().circle_filled(middle, 5.0, t.accent);
            }
        }
        Pick::Several => {
            let frame = egui::Rect::from_center_size(middle, egui::Vec2::splat(18.0));
            let radius = CornerRadius::same(4);
            ui.painter()
                .rect_stroke(frame, radius, line, StrokeKind::Inside);
            if on {
                icon::CHECK_MARK.paint(ui, frame, t.accent);
            }
        }
    }
}

/// A thin line that fills up: `done` of `whole`.
pub fn progress(ui: &mut Ui, done: usize, whole: usize) {
    let t = ui.tokens();
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), 4.0), Sense::hover());
    let radius = CornerRadius::same(2);
    ui.painter().rect_filled(rect, radius, t.sunken);
    #[expect(clippy::cast_precision_loss, reason = "a few dozen questions")]
    let part = (done as f32 / whole.max(1) as f32).clamp(0.0, 1.0);
    let filled = egui::Rect::from_min_size(rect.min, egui::vec2(rect.width() * part, 4.0));
    ui.painter().rect_filled(filled, radius, t.accent);
}
