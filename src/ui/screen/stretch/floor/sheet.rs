//! The sheet that the session is written on: a surface that can be turned by
//! quarter turns, for somebody who lies beside the screen.
//!
//! Everything is placed on the upright sheet; this alone knows how it lies on
//! the screen. Rectangles stay rectangles; text is turned.

use std::sync::Arc;

use egui::epaint::TextShape;
use egui::{Color32, CornerRadius, FontFamily, FontId, Galley, Painter, Pos2, Rect, Ui, Vec2};

use crate::pose::Turn;

/// A sheet on the screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    screen: Rect,
    turn: Turn,
}

impl Sheet {
    /// A sheet that covers `screen`, turned.
    pub(super) fn new(screen: Rect, turn: Turn) -> Self {
        Self { screen, turn }
    }

    /// How far it is turned.
    pub(super) fn turn(&self) -> Turn {
        self.turn
    }

    /// The upright sheet: from zero, width and height as they are read.
    pub(super) fn rect(&self) -> Rect {
        let size = self.screen.size();
        let size = if self.turn.is_sideways() {
            size.yx()
        } else {
            size
        };
        Rect::from_min_size(Pos2::ZERO, size)
    }

    /// Where a place of the sheet is on the screen.
    pub(super) fn at(&self, place: Pos2) -> Pos2 {
        let Rect { min, max } = self.screen;
        match self.turn {
            Turn::Upright => egui::pos2(min.x + place.x, min.y + place.y),
            Turn::Quarter => egui::pos2(max.x - place.y, min.y + place.x),
            Turn::Half => egui::pos2(max.x - place.x, max.y - place.y),
            Turn::ThreeQuarter => egui::pos2(min.x + place.y, max.y - place.x),
        }
    }

    /// Where a rectangle of the sheet is on the screen.
    pub(super) fn on_screen(&self, rect: Rect) -> Rect {
        Rect::from_two_pos(self.at(rect.min), self.at(rect.max))
    }

    /// Fills a rectangle.
    pub(super) fn fill(&self, painter: &Painter, rect: Rect, radius: u8, color: Color32) {
        painter.rect_filled(self.on_screen(rect), CornerRadius::same(radius), color);
    }

    /// Writes, with the upper left corner at this place.
    pub(super) fn write(&self, painter: &Painter, at: Pos2, galley: Arc<Galley>, color: Color32) {
        let angle = f32::from(self.turn.degrees()).to_radians();
        painter.add(TextShape::new(self.at(at), galley, color).with_angle(angle));
    }
}

/// Lays a line out as large as it may be, at most `points`, so that it fits
/// into `room`.
pub(super) fn fit(
    ui: &Ui,
    words: &str,
    family: &FontFamily,
    points: f32,
    room: Vec2,
    color: Color32,
) -> Arc<Galley> {
    const SMALLEST: f32 = 9.0;
    let lay = |points: f32| {
        let font = FontId::new(points, family.clone());
        ui.painter().layout_no_wrap(words.to_owned(), font, color)
    };
    let galley = lay(points.max(SMALLEST));
    let over = (room.x / galley.size().x).min(room.y / galley.size().y);
    if over >= 1.0 {
        return galley;
    }
    // Whole points, so that a line does not shiver while a window is resized.
    lay((points * over).floor().max(SMALLEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turned_four_times_it_is_upright_again_and_stays_on_the_screen() {
        let screen = Rect::from_min_max(egui::pos2(10.0, 20.0), egui::pos2(310.0, 220.0));
        let mut turn = Turn::Upright;
        for _ in 0..4 {
            let sheet = Sheet::new(screen, turn);
            assert_eq!(sheet.on_screen(sheet.rect()), screen, "all of it, {turn:?}");
            let part = Rect::from_min_size(egui::pos2(5.0, 7.0), egui::vec2(40.0, 30.0));
            assert!(screen.contains_rect(sheet.on_screen(part)), "{turn:?}");
            turn = turn.next();
        }
        assert_eq!(turn, Turn::Upright, "all the way round");
    }

    #[test]
    fn a_quarter_turn_goes_clockwise() {
        let screen = Rect::from_min_size(Pos2::ZERO, egui::vec2(300.0, 200.0));
        let sheet = Sheet::new(screen, Turn::Quarter);
        assert_eq!(sheet.rect().size(), egui::vec2(200.0, 300.0), "sideways");
        let corner = sheet.at(Pos2::ZERO);
        assert_eq!(corner, screen.right_top(), "the upper left corner");
        let along = sheet.at(egui::pos2(50.0, 0.0));
        assert_eq!(along, egui::pos2(300.0, 50.0), "lines run downwards");
    }
}
