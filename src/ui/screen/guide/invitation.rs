//! The cards on the first page that lead to a picture: the anatomy, and the places
//! that hurt.

use egui::{CornerRadius, FontId, Rect, Sense, Shadow, Ui, UiBuilder};

use super::{anatomy, find};
use crate::action::Action;
use crate::content::Spot;
use crate::figure::View;
use crate::state::GuidePage;
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::size;
use crate::ui::widget::figure::{Easel, thumbnail};
use crate::ui::widget::focus_ring;
use crate::ui::{Cx, icon};

/// What a card leads to.
struct Invitation {
    title: &'static str,
    line: &'static str,
    figure: &'static str,
    hidden: &'static [&'static str],
    pain: &'static [Spot],
    page: fn() -> GuidePage,
}

const INSIDE: Invitation = Invitation {
    title: "Look inside",
    line: "Muscles, nerves, bones and vessels, layer by layer",
    figure: anatomy::FIRST,
    // Down to the piriformis and the nerves: what the cover hides.
    hidden: &["skin", "superficial", "middle"],
    pain: &[],
    page: || GuidePage::Figure(anatomy::FIRST.to_owned()),
};

const PLACE: Invitation = Invitation {
    title: "Where does it hurt?",
    line: "Press the place and see what is often felt there",
    figure: find::FIGURE,
    hidden: &[find::PLACES],
    pain: &[Spot {
        x: 188,
        y: 290,
        r: 44,
    }],
    page: || GuidePage::Find,
};

/// How tall the card is, in points.
const TALL: f32 = 156.0;

/// Draws the card that leads to the anatomy.
pub(super) fn inside(ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel) {
    show(ui, cx, easel, &INSIDE);
}

/// Draws the card that leads to the places that hurt.
pub(super) fn place(ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel) {
    show(ui, cx, easel, &PLACE);
}

/// Draws a card as wide as there is room, the picture beside the words.
fn show(ui: &mut Ui, cx: &mut Cx<'_>, easel: &mut Easel, to: &Invitation) {
    let width = ui.available_width();
    draw(ui, cx, easel, to, egui::vec2(width, TALL), |rect| {
        let mut picture = rect.shrink(10.0);
        picture.set_width((width * 0.42).min(220.0));
        let mut words = rect.shrink(16.0);
        words.min.x = picture.right() + 16.0;
        (picture, words)
    });
}

fn draw(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    easel: &mut Easel,
    to: &Invitation,
    wanted: egui::Vec2,
    parts: impl FnOnce(Rect) -> (Rect, Rect),
) {
    let t = ui.tokens();
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, to.title));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(to.line);
    });
    if response.clicked() {
        cx.ask(Action::Guide((to.page)()));
    }
    // Also when nothing is drawn: the ids of what follows count on it, and with
    // another id a control would lose the keyboard as this is scrolled away.
    let mut within = ui.new_child(UiBuilder::new().max_rect(rect));
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
        if let Some(figure) = cx.library().figure(to.figure) {
            let view = View {
                hidden: to.hidden.iter().map(|id| (*id).to_owned()).collect(),
                pain: to.pain.to_vec(),
                ..View::default()
            };
            thumbnail(&mut within, easel, figure, &view, picture);
        }
        let room = words.width() - 28.0;
        let title = FontId::new(size::H3, semibold());
        let title = ui
            .painter()
            .layout(to.title.to_owned(), title, t.text, room);
        let line = FontId::proportional(15.0);
        let line = ui.painter().layout(to.line.to_owned(), line, t.muted, room);
        let below = egui::vec2(0.0, title.size().y + 2.0);
        let tall = below.y + line.size().y;
        let at = egui::pos2(words.left(), words.center().y - tall / 2.0);
        ui.painter().galley(at, title, t.text);
        ui.painter().galley(at + below, line, t.muted);
        let mark = Rect::from_center_size(
            egui::pos2(words.right() - 10.0, words.center().y),
            egui::Vec2::splat(20.0),
        );
        icon::CHEVRON_RIGHT.paint(ui, mark, t.muted);
    }
    focus_ring(ui, &response);
}
