//! The frame around every screen: the rail, the place for the screen, notices.
//! The banner of the example and the sheet of help come from their own modules.

use egui::{
    CentralPanel, CornerRadius, FontId, Frame, Id, Margin, Panel, Rect, ScrollArea, Sense, Ui, Vec2,
};

use super::icon::{self, Icon};
use super::screen::Screens;
use super::theme::{UiExt as _, semibold};
use super::tokens::size;
use super::widget::{focus_ring, icon_button, icon_width, quiet, word_width};
use super::{Cx, example, scroll, text};
use crate::action::Action;
use crate::notice::{Notice, Tone};
use crate::screen::Screen;

/// Below this width of the window the rail shows icons alone.
const NARROW: f32 = 820.0;
/// The room of the ring that shows where the keyboard is.
const RING: f32 = 4.0;
/// Below this height the rail's rows move closer.
const SHORT: f32 = 560.0;

/// Draws everything in the window.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, screens: &mut Screens) {
    ui.ctx()
        .accesskit_node_builder(egui::accesskit_root_id(), |node| {
            node.set_label(cx.state.title());
        });
    example::banner(ui, cx);
    let window = ui.available_size();
    let is_sent = sent_to_rail(ui, cx);
    if !cx.state.is_on_the_floor() {
        rail(ui, cx, window, is_sent);
    }
    notices(ui, cx);
    CentralPanel::default()
        .frame(Frame::new().fill(ui.tokens().surface))
        .show(ui, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(egui::accesskit::Role::Main);
                node.set_label(cx.state.screen.title());
            });
            screens.show(ui, cx);
        });
    super::closing::show(ui, cx);
}

fn screen_icon(screen: Screen) -> Icon {
    match screen {
        Screen::Now => icon::NOW,
        Screen::Guide => icon::GUIDE,
        Screen::Check => icon::CHECK,
        Screen::Stretch => icon::STRETCH,
        Screen::Diary => icon::DIARY,
        Screen::Trends => icon::TRENDS,
        Screen::Settings => icon::SETTINGS,
        Screen::Help => icon::HELP,
    }
}

/// Was the keyboard sent to the rail since the last frame? Not past a dialog.
fn sent_to_rail(ui: &Ui, cx: &Cx<'_>) -> bool {
    let count = Id::unique("sent to the rail");
    let over = &cx.state.over;
    let now = (over.is_example, over.rail);
    let before = ui.data_mut(|data| {
        let before = data.get_temp(count).unwrap_or((over.is_example, 0));
        data.insert_temp(count, now);
        before
    });
    let has_modal = ui.memory(|m| m.top_modal_layer().is_some());
    before.0 == now.0 && before.1 != now.1 && !has_modal
}

fn rail(ui: &mut Ui, cx: &mut Cx<'_>, window: Vec2, is_sent: bool) {
    let wide = window.x >= NARROW;
    let t = ui.tokens();
    let row = if window.y < SHORT { 42.0 } else { 48.0 };
    let mut margin = Margin::same(10);
    if !wide || window.y < SHORT {
        margin.top = 6; // and the room of the ring
    }
    Panel::left("rail")
        .exact_size(if wide { 196.0 } else { 68.0 })
        .resizable(false)
        .show_separator_line(t.high)
        .frame(Frame::new().fill(t.sunken).inner_margin(margin))
        .show(ui, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(egui::accesskit::Role::Navigation);
                node.set_label("Screens");
            });
            ui.spacing_mut().item_spacing.y = 4.0;
            if wide && window.y >= SHORT {
                ui.add_space(10.0);
                ui.horizontal(|ui| {
                    ui.add_space(10.0);
                    let name = egui::RichText::new(cx.state.title())
                        .font(FontId::new(size::H3, semibold()))
                        .color(t.accent);
                    ui.label(name);
                });
                ui.add_space(10.0);
            }
            let area = ScrollArea::vertical()
                .auto_shrink([false, true])
                .max_height((ui.available_height() - 76.0).max(row))
                .show(ui, |ui| {
                    ui.add_space(RING); // or it would be cut off at the top
                    for screen in Screen::RAIL {
                        let item = rail_item(ui, cx, screen, wide, row, None);
                        if is_sent && cx.state.screen == screen {
                            item.request_focus();
                        }
                        if item.clicked() {
                            cx.ask(Action::Open(screen));
                        }
                    }
                    scroll::follow(ui, "screens");
                });
            scroll::named(ui, area, "screens");
            ui.with_layout(egui::Layout::bottom_up(egui::Align::Min), |ui| {
                let number = cx.state.region().emergency.clone();
                let item = rail_item(ui, cx, Screen::Help, wide, 60.0, Some(&number));
                if is_sent && cx.state.screen == Screen::Help {
                    item.request_focus();
                }
                if item.clicked() {
                    cx.ask(Action::Open(Screen::Help));
                }
            });
        });
}

/// One row of the rail. `number` is the emergency number, on "Get help".
fn rail_item(
    ui: &mut Ui,
    cx: &Cx<'_>,
    screen: Screen,
    wide: bool,
    height: f32,
    number: Option<&str>,
) -> egui::Response {
    let t = ui.tokens();
    let here = cx.state.screen == screen;
    let wanted = egui::vec2(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), here, screen.title())
    });
    let help = number.is_some();
    let (ink, fill) = match (help, here, response.hovered()) {
        (true, _, _) => (t.danger, t.danger_soft),
        (false, true, _) => (t.accent, t.accent_soft),
        (false, false, true) if t.high => (t.text, t.accent_soft),
        (false, false, true) => (t.text, t.hairline),
        (false, false, false) => (t.muted, egui::Color32::TRANSPARENT),
    };
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::same(size::RADIUS), fill);
        let center = if wide {
            egui::pos2(rect.left() + 24.0, rect.center().y)
        } else if help {
            rect.center() - egui::vec2(0.0, 9.0)
        } else {
            rect.center()
        };
        screen_icon(screen).paint(ui, Rect::from_center_size(center, Vec2::splat(24.0)), ink);
        let words = FontId::new(size::BODY, semibold());
        match (wide, number) {
            (true, None) => {
                let at = egui::pos2(rect.left() + 48.0, rect.center().y);
                painter.text(at, egui::Align2::LEFT_CENTER, screen.title(), words, ink);
            }
            (true, Some(number)) => {
                let at = egui::pos2(rect.left() + 48.0, rect.center().y);
                painter.text(at, egui::Align2::LEFT_BOTTOM, screen.title(), words, ink);
                let at = at + egui::vec2(0.0, 2.0);
                let small = FontId::proportional(size::CAPTION);
                let said = format!("Emergency: {number}");
                painter.text(at, egui::Align2::LEFT_TOP, said, small, ink);
            }
            (false, Some(number)) => {
                let at = rect.center() + egui::vec2(0.0, 16.0);
                painter.text(at, egui::Align2::CENTER_CENTER, number, words, ink);
            }
            (false, None) => {}
        }
    }
    focus_ring(ui, &response);
    if wide {
        response
    } else {
        response.on_hover_text(screen.title())
    }
}

fn notices(ui: &mut Ui, cx: &mut Cx<'_>) {
    if cx.state.notices.list().is_empty() {
        return;
    }
    let t = ui.tokens();
    Panel::bottom("notices")
        .resizable(false)
        .show_separator_line(false)
        .frame(
            Frame::new()
                .fill(t.surface)
                .inner_margin(Margin::symmetric(16, 10)),
        )
        .show(ui, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(egui::accesskit::Role::Status);
                node.set_label("Notices");
            });
            for notice in cx.state.notices.list().to_vec() {
                told(ui, cx, &notice);
            }
        });
}

/// One notice: what is told, the way out, and how to be rid of it.
fn told(ui: &mut Ui, cx: &mut Cx<'_>, notice: &Notice) {
    let t = ui.tokens();
    let (icon, ink, fill) = match notice.tone {
        Tone::Good => (icon::CHECK_MARK, t.positive, t.positive_soft),
        Tone::Info => (icon::INFO, t.info, t.info_soft),
        Tone::Warning => (icon::WARNING, t.caution, t.caution_soft),
    };
    let way_out = |ui: &mut Ui, cx: &mut Cx<'_>| {
        if let Some(remedy) = notice.remedy
            && quiet(ui, None, remedy.word()).clicked()
        {
            cx.ask(Action::Remedy(notice.id, remedy));
        }
    };
    Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(size::RADIUS))
        .inner_margin(Margin::symmetric(14, 4))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::hover());
                icon.paint(ui, rect, ink);
                let gap = ui.spacing().item_spacing.x;
                let alone = ui.available_width() - icon_width(ui) - 2.0 * gap;
                let wide = notice
                    .remedy
                    .map_or(0.0, |remedy| word_width(ui, remedy.word()) + gap);
                // Beside the words, or below them where those would be a column.
                let is_beside = alone - wide >= 200.0;
                let room = if is_beside { alone - wide } else { alone };
                let line = egui::vec2(room.max(80.0), size::CONTROL);
                let font = egui::FontId::proportional(size::BODY);
                let words = notice.text.clone();
                let tall = ui.painter().layout(words, font, t.text, line.x).size().y;
                let down = egui::Layout::top_down(egui::Align::Min);
                ui.allocate_ui_with_layout(line, down, |ui| {
                    ui.add_space(((size::CONTROL - tall) / 2.0).max(0.0));
                    let said = text::body(ui, &notice.text);
                    text::announce(ui, &said, notice.tone == Tone::Warning);
                    if !is_beside {
                        way_out(ui, cx);
                    }
                });
                let right = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(right, |ui| {
                    if icon_button(ui, icon::CLOSE, "Dismiss").clicked() {
                        cx.ask(Action::Dismiss(notice.id));
                    }
                    if is_beside {
                        way_out(ui, cx);
                    }
                });
            });
        });
}
