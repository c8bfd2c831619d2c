//! Paints the cue for the eye under everything in the window: a shade that
//! comes and goes slowly, of another shape for each cue.

use egui::{Color32, FontId, Painter, Rect, Stroke, Ui};

use super::sheet::Sheet;
use crate::pose::Turn;
use crate::stretch::{Shade, Side, Visual};
use crate::ui::Cx;
use crate::ui::theme::{UiExt as _, semibold};

/// How thick the edges are.
const EDGE: f32 = 20.0;
/// A still shade is there from this strength on.
const STILL: f32 = 0.3;

/// Does nothing on the floor view move?
pub(in super::super) fn is_still(cx: &Cx<'_>) -> bool {
    cx.state.reduces_motion() || cx.state.is_night()
}

/// Paints what shows now, turned like the sheet, and asks for the next frame
/// while it does.
pub(in super::super) fn show(ui: &Ui, cx: &Cx<'_>, turn: Turn) {
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
    Wash {
        painter: ui.painter(),
        sheet: Sheet::new(ui.max_rect(), turn),
        soft: ui.tokens().accent_soft.gamma_multiply(level),
        edge: ui.tokens().accent.gamma_multiply(level),
        level,
    }
    .paint(shade);
}

/// A shade to paint.
struct Wash<'a> {
    painter: &'a Painter,
    sheet: Sheet,
    soft: Color32,
    edge: Color32,
    level: f32,
}

impl Wash<'_> {
    fn fill(&self, rect: Rect, color: Color32) {
        self.sheet.fill(self.painter, rect, 0, color);
    }

    fn paint(&self, shade: Shade) {
        let room = self.sheet.rect();
        let top = room.with_max_y(room.top() + EDGE);
        let bottom = room.with_min_y(room.bottom() - EDGE);
        match shade {
            Shade::Step => self.fill(bottom, self.edge),
            Shade::Go => {
                // Rises from below.
                let rises = room.with_min_y(room.bottom() - room.height() * self.level);
                self.fill(rises, self.soft);
                self.fill(bottom, self.edge);
            }
            Shade::Half => {
                let lower = room.with_min_y(room.center().y);
                self.fill(lower, self.soft);
                self.fill(lower.with_max_y(lower.top() + EDGE / 2.0), self.edge);
            }
            Shade::Release => {
                // Sinks from above.
                let sinks = room.with_max_y(room.top() + room.height() * self.level);
                self.fill(sinks, self.soft);
                self.fill(top, self.edge);
            }
            Shade::Switch(side) => self.switch(side),
            Shade::Done => {
                self.fill(room, self.soft);
                self.fill(top, self.edge);
                self.fill(bottom, self.edge);
                let between = room.with_min_y(top.bottom()).with_max_y(bottom.top());
                self.fill(between.with_max_x(room.left() + EDGE), self.edge);
                self.fill(between.with_min_x(room.right() - EDGE), self.edge);
            }
        }
    }

    /// Sweeps to the side that comes: its edge, and behind everything an arrow
    /// and its letter, large and faint.
    fn switch(&self, side: Side) {
        let room = self.sheet.rect();
        let half = room.width() * 0.5 * self.level;
        let (rect, band, sign) = if side.is_left() {
            let rect = room.with_max_x(room.left() + half);
            (rect, room.with_max_x(room.left() + EDGE), -1.0)
        } else {
            let rect = room.with_min_x(room.right() - half);
            (rect, room.with_min_x(room.right() - EDGE), 1.0)
        };
        self.fill(rect, self.soft);
        self.fill(band, self.edge);
        let faint = self.soft.lerp_to_gamma(self.edge, 0.17);
        let short = room.width().min(room.height());
        let reach = short * 0.30;
        let outer = band.center().x - sign * EDGE * 1.5;
        let middle = room.center().y;
        let inner = outer - sign * reach * 0.6;
        let arrow = [
            egui::pos2(inner, middle - reach),
            egui::pos2(outer, middle),
            egui::pos2(inner, middle + reach),
        ];
        let arrow = arrow.map(|place| self.sheet.at(place)).to_vec();
        let line = Stroke::new((short * 0.05).max(10.0), faint);
        self.painter.add(egui::Shape::line(arrow, line));
        let letter = if side.is_left() { "L" } else { "R" };
        let font = FontId::new(short * 0.6, semibold());
        let letter = self.painter.layout_no_wrap(letter.to_owned(), font, faint);
        let near = outer - sign * reach * 0.9;
        let left = if side.is_left() {
            near
        } else {
            near - letter.size().x
        };
        let at = egui::pos2(left, middle - letter.size().y / 2.0);
        self.sheet.write(self.painter, at, letter, faint);
    }
}
