//! The card on the first page that leads to the anatomy.

use std::collections::BTreeSet;

use egui::{CornerRadius, FontId, Rect, Sense, Shadow, Ui};

use super::anatomy;
use crate::action::Action;
use crate::figure::View;
use crate::state::GuidePage;
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::size;
use crate::ui::widget::figure::{Easel, thumbnail};
use crate::ui::widget::focus_ring;
use crate::ui::{Cx, icon};

const TITLE: &str = "Look inside";
const LINE: &str = "Muscles, nerves, bones and vessels, layer by layer";

/// How tall the card is, in points.
const TALL: f32 = 156.0;

/// Draws the card as wide as there is room, the picture beside the words.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel) {
    let width = ui.available_width();
    draw(ui, cx, easel, egui::vec2(width, TALL), |rect| {
        let mut picture = rect.shrink(10.0);
        picture.set_width((width * 0.42).min(220.0));
        let mut words = rect.shrink(16.0);
        words.min.x = picture.right() + 16.0;
        words.min.y = rect.center().y - 36.0;
        (picture, words)
    });
}

fn draw(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    easel: &mut Easel,
    wanted: egui::Vec2,
    parts: impl FnOnce(Rect) -> (Rect, Rect),
) {
    let t = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, TITLE));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(LINE);
    });
    if response.clicked() {
        cx.ask(Action::Guide(GuidePage::Figure(anatomy::FIRST.to_owned())));
    }
    if ui.is_rect_visible(rect) {
        let radius = CornerRadius::same(size::CARD_RADIUS);
        let shadow = Shadow {
            offset: [0, 1],
            blur: 6,
            spread: 0,
            color: t.shadow,
        };
        ui.painter().add(shadow.as_shape(rect, radius));
        let fill = if response.hovered() || response.has_focus() {
            t.accent_soft
        } else {
            t.raised
        };
        ui.painter().rect_filled(rect, radius, fill);
        let (picture, words) = parts(rect);
        if let Some(figure) = cx.library().figure(anatomy::FIRST) {
            // Down to the piriformis and the nerves: what the cover hides.
            let view = View {
                hidden: BTreeSet::from(["skin", "superficial", "middle"].map(str::to_owned)),
                ..View::default()
            };
            thumbnail(ui, easel, figure, &view, picture);
        }
        let room = words.width() - 28.0;
        let title = FontId::new(size::H3, semibold());
        let title = ui.painter().layout(TITLE.to_owned(), title, t.text, room);
        let line = FontId::proportional(15.0);
        let line = ui.painter().layout(LINE.to_owned(), line, t.muted, room);
        let below = egui::vec2(0.0, title.size().y + 2.0);
        ui.painter().galley(words.min, title, t.text);
        ui.painter().galley(words.min + below, line, t.muted);
        let mark = Rect::from_center_size(
            egui::pos2(words.right() - 10.0, words.top() + 14.0),
            egui::Vec2::splat(20.0),
        );
        icon::CHEVRON_RIGHT.paint(ui, mark, t.muted);
    }
    focus_ring(ui, &response);
}
