//! The figure that stretches: a pose, or a moment between two. It draws what it
//! is told and asks for no repaint; its caller knows whether anything moves.

mod still;

use egui::{Response, Sense, Ui, Vec2};

use crate::content::Library;
pub use crate::pose::{Seen, Turn};
use crate::stretch::Side;

/// One moment of the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BodyView<'a> {
    /// The id of the pose it comes from.
    pub from: &'a str,
    /// The id of the pose it goes to.
    pub to: &'a str,
    /// How far it has come, 0 to 1, already eased by the caller.
    pub blend: f32,
    /// The breath: 0 is out, 1 is in.
    pub breath: f32,
    /// The side that is stretched.
    pub side: Side,
    /// From where it is seen.
    pub seen: Seen,
    /// How far the picture is turned, for somebody who lies down.
    pub turn: Turn,
    /// As in a mirror: left and right of the picture exchanged.
    pub mirrored: bool,
}

impl<'a> BodyView<'a> {
    /// A pose that does not move, seen from the side.
    pub fn still(pose: &'a str, side: Side) -> Self {
        Self {
            from: pose,
            to: pose,
            blend: 1.0,
            breath: 0.0,
            side,
            seen: Seen::Side,
            turn: Turn::Upright,
            mirrored: false,
        }
    }
}

/// Draws the figure as large as `room` allows; `spoken` is what a screen reader
/// says. A pose nobody knows leaves the room empty.
pub fn body(
    ui: &mut Ui,
    _library: &Library,
    view: &BodyView<'_>,
    room: Vec2,
    spoken: &str,
) -> Response {
    let (place, response) = ui.allocate_exact_size(room.max(Vec2::splat(1.0)), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, spoken));
    let pose = if view.blend < 0.5 { view.from } else { view.to };
    still::paint(ui, pose, view.side.is_left() != view.mirrored, place);
    response
}
