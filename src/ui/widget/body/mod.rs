//! The figure that stretches: a pose, or a moment between two. It draws what it
//! is told and asks for no repaint; its caller knows whether anything moves.

mod marks;
mod paint;

use egui::{Rect, Response, Sense, Ui, Vec2};

use crate::content::Library;
pub use crate::pose::{BodyView, Seen, Turn};
use crate::ui::theme::UiExt as _;

/// Draws the figure as large as `room` allows; `spoken` is what a screen reader
/// says. A pose nobody knows leaves the room empty.
pub fn body(
    ui: &mut Ui,
    library: &Library,
    view: &BodyView<'_>,
    room: Vec2,
    spoken: &str,
) -> Response {
    let (place, response) = ui.allocate_exact_size(room.max(Vec2::splat(1.0)), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, spoken));
    if !ui.is_rect_visible(place) {
        return response;
    }
    if let Some(picture) = library.poses().picture(view) {
        let (wide, high) = picture.size;
        let scale = (place.width() / wide).min(place.height() / high);
        let rect = Rect::from_center_size(place.center(), Vec2::new(wide, high) * scale);
        let wardrobe = &ui.tokens().body;
        paint::body(ui, &picture, wardrobe, rect, scale);
        marks::paint(ui, &picture, view, rect, scale);
    }
    response
}
