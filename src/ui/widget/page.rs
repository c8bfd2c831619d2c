//! The page of a screen: one scrolling column, centered, with a margin that
//! grows with the window.

use egui::{Rect, ScrollArea, Ui, UiBuilder};

use crate::ui::scroll;

/// How wide the content column is in a place of `available` points, when it
/// wants at most `widest`.
pub fn column_width(available: f32, widest: f32) -> f32 {
    let margin = (available * 0.045).clamp(16.0, 56.0);
    (available - 2.0 * margin).min(widest).max(1.0)
}

/// Scrolls `add` in a centered column at most `widest` points wide.
pub fn page<R>(ui: &mut Ui, salt: &str, widest: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let area = ScrollArea::vertical()
        .id_salt(salt)
        .auto_shrink(false)
        .show(ui, |ui| {
            let room = ui.available_rect_before_wrap();
            let width = column_width(room.width(), widest);
            let left = room.left() + (room.width() - width) / 2.0;
            let column = Rect::from_min_max(
                egui::pos2(left, room.top() + 28.0),
                egui::pos2(left + width, room.bottom().max(room.top() + 60.0)),
            );
            let inner = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
                let result = add(ui);
                ui.add_space(40.0);
                result
            });
            scroll::follow(ui, salt);
            inner.inner
        });
    scroll::named(ui, area, "this page").inner
}

/// The same column without scrolling, for what fills the height by itself.
pub fn stage<R>(ui: &mut Ui, widest: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let width = column_width(room.width(), widest);
    let left = room.left() + (room.width() - width) / 2.0;
    let column = Rect::from_min_max(
        egui::pos2(left, room.top() + 28.0),
        egui::pos2(left + width, room.bottom()),
    );
    ui.scope_builder(UiBuilder::new().max_rect(column), add)
        .inner
}

/// In a row that wraps: goes on in the next one if less than `room` points are
/// left in this one. For groups, which egui lets run out of the window.
pub fn make_room(ui: &mut Ui, room: f32) {
    let left = ui.available_size_before_wrap().x;
    if left < room && left < ui.max_rect().width() - 1.0 {
        ui.end_row();
    }
}

/// Two columns of equal width, each laid out from the left.
pub fn two_columns(ui: &mut Ui, mut add: impl FnMut(&mut Ui, usize)) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        ui.columns(2, |columns| {
            for (at, ui) in columns.iter_mut().enumerate() {
                ui.spacing_mut().item_spacing.x = 8.0;
                // Columns justify their text unless told otherwise.
                ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| add(ui, at));
            }
        });
    });
}
