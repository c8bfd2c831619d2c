//! Names for scroll bars: egui gives them a role and nothing to say.

use egui::accesskit::Orientation;
use egui::scroll_area::ScrollAreaOutput;

use egui::Ui;

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
