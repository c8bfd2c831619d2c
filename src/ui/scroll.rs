//! Names for scroll bars: egui gives them a role and nothing to say.

use egui::accesskit::Orientation;
use egui::scroll_area::ScrollAreaOutput;

use egui::{Ui, UiBuilder};

/// The room of a bar beside a column, in points. A column's margin is wider.
const BAR: f32 = 14.0;

/// A place that scrolls within a column: its bar stands in the margin at the right,
/// so that it touches nothing. Its content is to be as wide as the column, see
/// [`within`].
pub fn beside<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let room = room.with_max_x(room.right() + BAR);
    ui.scope_builder(UiBuilder::new().max_rect(room), add).inner
}

/// Leaves the room of the bar free, at the beginning of what scrolls [`beside`] it.
pub fn within(ui: &mut Ui) {
    ui.set_max_width(ui.available_width() - BAR);
}

/// Names the bars of a place that scrolls, while they are shown; `what` says what
/// they move.
pub fn named<R>(ui: &Ui, area: ScrollAreaOutput<R>, what: &str) -> ScrollAreaOutput<R> {
    let over = area.content_size - area.inner_rect.size();
    for (axis, over, way) in [
        (0_usize, over.x, Orientation::Horizontal),
        (1, over.y, Orientation::Vertical),
    ] {
        // The bar's id, as the scroll area makes it.
        let bar = area.id.with(axis);
        if over > 0.0 && ui.ctx().read_response(bar).is_some() {
            ui.ctx().accesskit_node_builder(bar, |node| {
                node.set_label(format!("Scroll: {what}"));
                node.set_orientation(way);
            });
        }
    }
    area
}
