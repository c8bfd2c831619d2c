//! The home of the Now screen: one calm button for the minute it hurts, what
//! waits to be finished, and what else can be done from here.

use egui::{CornerRadius, FontId, Sense, Ui, Vec2};

use super::{strip, tray};
use crate::action::{Action, CrampStep};
use crate::screen::Screen;
use crate::settings::{Night, Settings};
use crate::state::GuidePage;
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::{size, space};
use crate::ui::widget::{card, focus_ring, link_row, page, quiet};
use crate::ui::{Cx, icon, text};

/// Narrower than this the large button is drawn smaller, and its words go on in a
/// second line.
const NARROW: f32 = 420.0;

/// Draws it.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    page(ui, "now", 760.0, |ui| {
        ui.horizontal(|ui| {
            text::title(ui, "Now");
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                night_switch(ui, cx);
            });
        });
        ui.add_space(space::S);
        // Enter presses it wherever nothing has the keyboard.
        let pressed = cramp_button(ui).clicked() || super::lead_key(ui, cx);
        if pressed {
            cx.ask(Action::Cramp(CrampStep::Press));
        }
        ui.add_space(space::XL);
        tray::show(ui, cx);
        card(ui, |ui| ways(ui, cx));
        ui.add_space(space::XL);
        crate::ui::screen::check_in::check_in_row(ui, cx);
        ui.add_space(space::XL);
        strip::show(ui, cx);
    });
}

fn ways(ui: &mut Ui, cx: &mut Cx<'_>) {
    let ways = [
        (
            "Check my symptoms",
            "How soon to see someone, and what it could be",
            Action::Open(Screen::Check),
        ),
        (
            "Stretch",
            "The figure-four stretch, guided, both sides",
            Action::Open(Screen::Stretch),
        ),
        (
            "Log an earlier one",
            "Seconds to write down, kept for good",
            Action::NewEntry,
        ),
        (
            "What is this?",
            "Causes, told apart in plain words",
            Action::Guide(GuidePage::Home),
        ),
    ];
    for (title, line, action) in ways {
        if link_row(ui, title, line).clicked() {
            cx.ask(action);
        }
    }
}

fn night_switch(ui: &mut Ui, cx: &mut Cx<'_>) {
    let night = cx.state.is_night();
    let (mark, word) = if night {
        (icon::SUN, "Day colours")
    } else {
        (icon::MOON, "Night colours")
    };
    if quiet(ui, Some(mark), word).clicked() {
        let chosen = match (night, cx.state.settings.night) {
            (false, _) => Night::On,
            // Back to what it was before it was pressed the first time.
            (true, Night::On) => Night::default(),
            (true, Night::Off | Night::Cramp | Night::Auto) => Night::Off,
        };
        let settings = Settings {
            night: chosen,
            ..cx.state.settings.clone()
        };
        cx.ask(Action::Settings(Box::new(settings)));
    }
}

/// The big calm button.
fn cramp_button(ui: &mut Ui) -> egui::Response {
    let t = ui.tokens();
    let wide = ui.available_width();
    let is_narrow = wide < NARROW;
    // Air at the sides, the mark, the air behind it, and the size of the words.
    let (air, mark, behind, points) = if is_narrow {
        (18.0, 40.0, 14.0, 24.0)
    } else {
        (32.0, 56.0, 24.0, 28.0)
    };
    let room = (wide - 2.0 * air - mark - behind).max(80.0);
    let lay = |words: &str, font| {
        let painter = ui.painter();
        painter.layout(words.to_owned(), font, t.on_accent, room)
    };
    let head = lay("It’s cramping now", FontId::new(points, semibold()));
    let line = lay(
        "Notes the time, then the stretch",
        FontId::proportional(size::BODY),
    );
    let tall = head.size().y + 6.0 + line.size().y;
    let wanted = egui::vec2(wide, (tall + 48.0).max(148.0));
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), "It’s cramping now")
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(
            "Notes the time at once, then asks for signs that need help, then starts the stretch",
        );
    });
    if ui.is_rect_visible(rect) {
        let fill = if response.hovered() {
            t.accent.lerp_to_gamma(t.text, 0.12)
        } else {
            t.accent
        };
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::same(20), fill);
        let left = rect.left() + air;
        icon::NOW.paint(
            ui,
            egui::Rect::from_center_size(
                egui::pos2(left + mark / 2.0, rect.center().y),
                Vec2::splat(mark),
            ),
            t.on_accent,
        );
        let middle = rect.center().y;
        let top = if is_narrow {
            middle - tall / 2.0
        } else {
            middle + 2.0 - head.size().y
        };
        let mut at = egui::pos2(left + mark + behind, top);
        let below = head.size().y + 6.0;
        painter.galley(at, head, t.on_accent);
        at.y += below;
        painter.galley(at, line, t.on_accent);
    }
    focus_ring(ui, &response);
    response
}
