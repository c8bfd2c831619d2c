//! Places that scroll: names for their bars, to which egui gives a role and nothing
//! to say, and the way to where the keyboard is, which egui leaves out of sight.

use egui::accesskit::Orientation;
use egui::scroll_area::ScrollAreaOutput;

use egui::{Id, Ui, UiBuilder};

use super::tokens::space;

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

/// Brings what the keyboard has come to into sight. The last thing in what scrolls;
/// `name` tells the places that do so apart.
pub fn follow(ui: &Ui, name: &str) {
    let focused = ui.memory(egui::Memory::focused);
    let seen = Id::unique(("scroll follows", name));
    if ui.data(|d| d.get_temp::<Option<Id>>(seen)) == Some(focused) {
        return; // it may have been scrolled away since, on purpose
    }
    ui.data_mut(|d| d.insert_temp(seen, focused));
    let Some(at) = focused.and_then(|id| ui.ctx().read_response(id)) else {
        return;
    };
    let is_here = at.layer_id == ui.layer_id() && ui.min_rect().contains_rect(at.rect);
    // What is drawn whole, but beyond this place, lies beside it.
    let is_cut = !at.interact_rect.contains_rect(at.rect);
    let is_near = !ui
        .clip_rect()
        .shrink2(egui::vec2(0.0, space::M))
        .contains_rect(at.rect)
        && ui.clip_rect().contains_rect(at.rect);
    if is_here && (is_cut || is_near) {
        let with_air = at.rect.expand2(egui::vec2(0.0, space::L));
        ui.scroll_to_rect(with_air, None);
    }
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
