//! What is asked after nobody was counting: the computer slept, or the program
//! was stopped. Nothing of that time was held.

use egui::{Rect, Ui, UiBuilder};

use super::controls;
use super::words;
use crate::stretch::{Command, Session};
use crate::ui::Cx;
use crate::ui::text;
use crate::ui::tokens::space;

/// Draws the question; returns what was pressed.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    session: &Session,
    away: std::time::Duration,
    room: Rect,
) -> Option<Command> {
    let mut pressed = None;
    let wide = room.width().min(760.0);
    let high = room.height().min(300.0);
    let place = Rect::from_center_size(room.center(), egui::vec2(wide, high));
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        let said = format!("You were away {}", words::away(away));
        let title = text::title(ui, &said);
        text::announce(ui, &title, true);
        ui.add_space(space::S);
        text::body(ui, "That time was not counted. Your stretch waits here:");
        if let Some(phase) = session.phase() {
            let left = words::digits(session.remaining(cx.now));
            let at = format!("{} · {} · {left} s left", words::side(phase), phase.title);
            text::strong(ui, at);
        }
        ui.add_space(space::L);
        let top = ui.cursor().top();
        let row = Rect::from_min_size(
            egui::pos2(place.left(), top),
            egui::vec2(place.width(), controls::HEIGHT),
        );
        pressed = controls::row(ui, row, &controls::away(session));
        ui.advance_cursor_after_rect(row);
    });
    pressed
}
