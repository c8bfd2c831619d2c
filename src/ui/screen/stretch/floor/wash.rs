//! Paints the cue for the eye under everything in the window: a shade that
//! comes and goes slowly, of another shape for each cue.

use egui::{Align2, FontId, Painter, Rect, Stroke, StrokeKind, Ui};

use crate::settings::Night;
use crate::stretch::{Shade, Side, Visual};
use crate::ui::Cx;
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::Tokens;

/// How thick the edges are.
const EDGE: f32 = 20.0;
/// A still shade is there from this strength on.
const STILL: f32 = 0.3;

/// Does nothing on the floor view move?
pub(in super::super) fn is_still(cx: &Cx<'_>) -> bool {
    cx.state.settings.reduce_motion || cx.state.settings.night == Night::On
}

/// Paints what shows now, and asks for the next frame while it does.
pub(in super::super) fn show(ui: &Ui, cx: &Cx<'_>) {
    let session = cx.state.stretch.session();
    if session.is_some_and(|session| session.away().is_some()) {
        return; // what was told before an absence is old
    }
    let Some(Visual { shade, level }) = cx.state.stretch.visual(cx.now) else {
        return;
    };
    let still = is_still(cx);
    let pause = if still { 100 } else { 33 };
    ui.ctx()
        .request_repaint_after(std::time::Duration::from_millis(pause));
    let level = match (still, level >= STILL) {
        (true, false) => return,
        (true, true) => 1.0,
        (false, _) => level,
    };
    paint(ui.painter(), ui.tokens(), ui.max_rect(), shade, level);
}

fn paint(painter: &Painter, t: &Tokens, room: Rect, shade: Shade, level: f32) {
    let soft = t.accent_soft.gamma_multiply(level);
    let edge = t.accent.gamma_multiply(level);
    let fill = |rect: Rect| {
        painter.rect_filled(rect, 0, soft);
    };
    let band = |rect: Rect| {
        painter.rect_filled(rect, 0, edge);
    };
    let top = room.with_max_y(room.top() + EDGE);
    let bottom = room.with_min_y(room.bottom() - EDGE);
    match shade {
        Shade::Step => band(bottom),
        Shade::Go => {
            // Rises from below.
            fill(room.with_min_y(room.bottom() - room.height() * level));
            band(bottom);
        }
        Shade::Half => {
            fill(room.with_min_y(room.center().y));
            band(
                room.with_min_y(room.center().y)
                    .with_max_y(room.center().y + EDGE / 2.0),
            );
        }
        Shade::Release => {
            // Sinks from above.
            fill(room.with_max_y(room.top() + room.height() * level));
            band(top);
        }
        Shade::Switch(side) => switch(painter, room, side, level, soft, edge),
        Shade::Done => {
            fill(room);
            let line = Stroke::new(EDGE, edge);
            painter.rect_stroke(room, 0, line, StrokeKind::Inside);
        }
    }
}

/// Sweeps to the side that comes: its edge, and behind everything an arrow and
/// its letter, large and faint.
fn switch(
    painter: &Painter,
    room: Rect,
    side: Side,
    level: f32,
    soft: egui::Color32,
    edge: egui::Color32,
) {
    let half = room.width() * 0.5 * level;
    let (rect, band, sign) = if side.is_left() {
        let rect = room.with_max_x(room.left() + half);
        (rect, room.with_max_x(room.left() + EDGE), -1.0)
    } else {
        let rect = room.with_min_x(room.right() - half);
        (rect, room.with_min_x(room.right() - EDGE), 1.0)
    };
    painter.rect_filled(rect, 0, soft);
    painter.rect_filled(band, 0, edge);
    let faint = soft.lerp_to_gamma(edge, 0.17);
    let reach = room.height() * 0.30;
    let outer = band.center().x - sign * EDGE;
    let middle = room.center().y;
    let arrow = vec![
        egui::pos2(outer - sign * reach * 0.6, middle - reach),
        egui::pos2(outer, middle),
        egui::pos2(outer - sign * reach * 0.6, middle + reach),
    ];
    let width = (room.height() * 0.05).max(10.0);
    painter.add(egui::Shape::line(arrow, Stroke::new(width, faint)));
    let letter = if side.is_left() { "L" } else { "R" };
    let at = egui::pos2(outer - sign * reach * 0.9, middle);
    let align = if side.is_left() {
        Align2::LEFT_CENTER
    } else {
        Align2::RIGHT_CENTER
    };
    let font = FontId::new(room.height() * 0.6, semibold());
    painter.text(at, align, letter, font, faint);
}
