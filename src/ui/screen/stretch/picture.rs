//! A pose as a still picture, where nothing moves.

use egui::{Ui, Vec2};

use crate::content::Library;
use crate::stretch::Side;
use crate::ui::widget::body::{self, BodyView};

/// Draws a pose into `room`; `named` is what a screen reader says.
pub(super) fn show(ui: &mut Ui, library: &Library, id: &str, side: Side, room: Vec2, named: &str) {
    body::body(ui, library, &BodyView::still(id, side), room, named);
}
