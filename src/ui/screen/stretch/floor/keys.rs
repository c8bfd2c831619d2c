//! The keys of the floor view. They work wherever the keyboard is, but Space
//! and Enter belong to a button that has the focus.

use egui::{
    Align2, EventFilter, FontId, Frame, Key, Margin, Modifiers, Rect, Response, ScrollArea, Sense,
    Ui, UiBuilder,
};

use super::controls::Tool;
use crate::stretch::{Command, Session, StopReason};
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::{size, space};
use crate::ui::widget::focus_ring;
use crate::ui::{scroll, text};

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Something of the session.
    Steer(Command),
    /// One of the tools.
    Use(Tool),
}

/// The keys, what they ask for, and their words.
fn table(session: &Session) -> Vec<(Key, &'static str, &'static str, Wish)> {
    let steer = Wish::Steer;
    let main = session.main_command().unwrap_or(Command::Resume);
    vec![
        (Key::Space, "Space", "Pause, or go on", steer(main)),
        (
            Key::ArrowRight,
            "Right",
            "On to the next step",
            steer(Command::Next),
        ),
        (
            Key::ArrowLeft,
            "Left",
            "Back to the start, or one step",
            steer(Command::Back),
        ),
        (
            Key::ArrowDown,
            "Down",
            "Too much: 10 s less",
            steer(Command::TooMuch),
        ),
        (
            Key::R,
            "R",
            "Start this step again",
            steer(Command::Restart),
        ),
        (Key::S, "S", "Skip this side", steer(Command::SkipSide)),
        (
            Key::X,
            "X",
            "Sharp, numb or tingling: end it",
            steer(Command::Stop(StopReason::Pain)),
        ),
        (
            Key::Escape,
            "Esc",
            "End the stretch",
            steer(Command::Stop(StopReason::Asked)),
        ),
        (Key::M, "M", "Sound off or on", Wish::Use(Tool::Mute)),
        (Key::T, "T", "Turn the picture", Wish::Use(Tool::Turn)),
        (
            Key::V,
            "V",
            "See it from the other side",
            Wish::Use(Tool::See),
        ),
        (Key::K, "K", "These keys", Wish::Use(Tool::Keys)),
    ]
}

/// Takes the keys pressed in this frame.
pub(super) fn take(ui: &Ui, session: &Session) -> Vec<Wish> {
    if ui.ctx().text_edit_focused() {
        return Vec::new();
    }
    let focused = ui.memory(egui::Memory::focused);
    if let Some(id) = focused {
        // The arrows step the session; they do not walk over the buttons.
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(id, filter));
    }
    let mut wishes = Vec::new();
    for (key, _, _, wish) in table(session) {
        let belongs_to_button = key == Key::Space && focused.is_some();
        if !belongs_to_button && ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            wishes.push(wish);
        }
    }
    wishes
}

/// Lists the keys under the tools in the corner; each line does it too, for
/// whoever has only a pointer. Returns the one that was pressed.
pub(super) fn legend(ui: &mut Ui, session: &Session, room: Rect) -> Option<Wish> {
    let t = ui.tokens();
    let wide = 350.0_f32.min(room.width());
    let place = Rect::from_min_max(egui::pos2(room.right() - wide, room.top()), room.max);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(place));
    let mut pressed = None;
    let mut rows: Vec<(&str, &str, Wish)> = table(session)
        .into_iter()
        .map(|(_, key, does, wish)| (key, does, wish))
        .collect();
    rows.push(("F11", "Full screen on or off", Wish::Use(Tool::Fill)));
    Frame::new()
        .fill(t.raised)
        .stroke(egui::Stroke::new(1.0, t.outline))
        .corner_radius(size::CARD_RADIUS)
        .inner_margin(Margin::same(16))
        .show(&mut ui, |ui| {
            ui.set_width(ui.available_width());
            text::subheading(ui, 2, "Keys");
            ui.add_space(space::XS);
            let most = (ui.available_height() - 16.0).max(60.0);
            let area = ScrollArea::vertical().max_height(most);
            let area = area.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (key, does, wish) in rows {
                    if line(ui, key, does).clicked() {
                        pressed = Some(wish);
                    }
                }
            });
            scroll::named(ui, area, "keys");
        });
    pressed
}

/// One key and what it does.
fn line(ui: &mut Ui, key: &str, does: &str) -> Response {
    let t = ui.tokens();
    let wanted = egui::vec2(ui.available_width(), 34.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, does));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, size::RADIUS, t.accent_soft);
    }
    let left = rect.left_center() + egui::vec2(8.0, 0.0);
    let painter = ui.painter();
    let strong = FontId::new(size::BODY, semibold());
    painter.text(left, Align2::LEFT_CENTER, key, strong, t.accent);
    let right = left + egui::vec2(62.0, 0.0);
    let plain = FontId::proportional(size::BODY);
    painter.text(right, Align2::LEFT_CENTER, does, plain, t.text);
    focus_ring(ui, &response);
    response
}
