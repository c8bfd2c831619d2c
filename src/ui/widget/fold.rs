//! The head of a part that can be folded away: its name, what is said in it, and
//! a chevron.

use egui::{CollapsingHeader, CornerRadius, FontId, Id, Response, RichText, Sense, Stroke, Ui};

use super::focus_ring;
use crate::ui::icon;
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::size;

/// The head of a short part in running text, with the chevron of all the others.
fn folding(title: &str, salt: &str) -> CollapsingHeader {
    let title = RichText::new(title).font(FontId::new(size::BODY, semibold()));
    CollapsingHeader::new(title)
        .id_salt(salt)
        .icon(|ui, open, response| {
            let ink = ui.tokens().muted;
            let at = egui::Rect::from_center_size(response.rect.center(), egui::Vec2::splat(18.0));
            let chevron = if open > 0.5 {
                icon::CHEVRON_DOWN
            } else {
                icon::CHEVRON_RIGHT
            };
            chevron.paint(ui, at, ink);
        })
}

/// The head of a part; press it to open or close. `said` is what the part says
/// while it is closed.
pub fn fold(ui: &mut Ui, open: bool, title: &str, said: &str) -> Response {
    let t = ui.tokens();
    let width = ui.available_width();
    let font = FontId::new(size::BODY, semibold());
    let name = ui.painter().layout_no_wrap(title.to_owned(), font, t.text);
    let room = (width - name.size().x - 68.0).max(0.0);
    let line = |text: &str, room: f32| {
        let font = FontId::proportional(size::CAPTION);
        let mut job = egui::text::LayoutJob::simple(text.to_owned(), font, t.muted, room);
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        ui.painter().layout_job(job)
    };
    // What is said stands beside the name, or below it where there is no room.
    let below = room < 120.0 && !said.is_empty();
    let said_line = line(said, if below { width - 60.0 } else { room });
    let tall = if below {
        size::PRIMARY + said_line.size().y
    } else {
        size::PRIMARY
    };
    let (_, rect) = ui.allocate_space(egui::vec2(width, tall));
    let response = ui.interact(rect, Id::unique(("fold", title)), Sense::click());
    response.widget_info(|| {
        let name = if said.is_empty() {
            title.to_owned()
        } else {
            format!("{title}: {said}")
        };
        egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name)
    });
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(open));
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter()
                .rect_filled(rect, CornerRadius::same(size::RADIUS), t.accent_soft);
        }
        let mark = egui::Rect::from_center_size(
            egui::pos2(rect.left() + 18.0, rect.top() + size::PRIMARY / 2.0),
            egui::Vec2::splat(18.0),
        );
        let chevron = if open {
            icon::CHEVRON_DOWN
        } else {
            icon::CHEVRON_RIGHT
        };
        chevron.paint(ui, mark, t.muted);
        let left = rect.left() + 40.0;
        let middle = rect.top() + size::PRIMARY / 2.0;
        let at = egui::pos2(left, middle - name.size().y / 2.0);
        let after = name.size();
        ui.painter().galley(at, name, t.text);
        let at = if below {
            egui::pos2(left, rect.top() + size::PRIMARY - 8.0)
        } else {
            egui::pos2(
                left + after.x + 14.0,
                middle - said_line.size().y / 2.0 + 1.0,
            )
        };
        ui.painter().galley(at, said_line, t.muted);
        ui.painter()
            .hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, t.hairline));
    }
    focus_ring(ui, &response);
    response
}

/// A line that shows more below it when it is pressed, closed at first. `salt`
/// tells those of one page apart.
pub fn more(ui: &mut Ui, salt: &str, title: &str, add: impl FnOnce(&mut Ui)) {
    let part = folding(title, salt).show(ui, add);
    focus_ring(ui, &part.header_response);
}
