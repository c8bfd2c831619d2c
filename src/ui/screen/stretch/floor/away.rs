//! What is asked after nobody was counting: the computer slept, or the program
//! was stopped. Nothing of that time was held.

use egui::{FontId, Rect, Ui, UiBuilder};

use super::controls;
use super::words;
use crate::stretch::{Command, Session};
use crate::ui::Cx;
use crate::ui::text;
use crate::ui::theme::{UiExt as _, semibold};
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
    let t = ui.tokens();
    let wide = room.width().min(960.0);
    let high = room
        .height()
        .min((room.height() * 0.34).clamp(250.0, 460.0));
    let place = Rect::from_center_size(room.center(), egui::vec2(wide, high));
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        // Read from the floor, like the sheet it stands for.
        let line = |share: f32, least: f32, most: f32| (room.height() * share).clamp(least, most);
        let said = format!("You were away {}", words::away(away));
        let title = egui::RichText::new(&said)
            .font(FontId::new(line(0.09, 30.0, 84.0), semibold()))
            .color(t.accent);
        let title = ui.add(egui::Label::new(title).wrap());
        ui.ctx().accesskit_node_builder(title.id, |node| {
            node.set_role(egui::accesskit::Role::Heading);
            node.set_level(1);
            node.set_label(said.as_str());
            node.clear_value();
        });
        text::announce(ui, &title, true);
        ui.add_space(space::S);
        let small = line(0.04, 17.0, 40.0);
        let why = "That time was not counted. Your stretch waits here:";
        let why = egui::RichText::new(why).size(small).color(t.muted);
        ui.add(egui::Label::new(why).wrap());
        if let Some(phase) = session.phase() {
            let left = words::digits(session.remaining(cx.now));
            let at = format!("{} · {} · {left} s left", words::side(phase), phase.title);
            let at = egui::RichText::new(at)
                .font(FontId::new(small, semibold()))
                .color(t.text);
            ui.add(egui::Label::new(at).wrap());
        }
        ui.add_space(space::L);
        let top = ui.cursor().top();
        let row = Rect::from_min_size(
            egui::pos2(place.left(), top),
            egui::vec2(
                place.width(),
                controls::height(ui.max_rect().height() * 2.0),
            ),
        );
        pressed = controls::row(ui, row, &controls::away(session));
        ui.advance_cursor_after_rect(row);
    });
    pressed
}
