//! The pain scale, 0 to 10: eleven cells with their number, one press each. For
//! the keyboard it is one stop: digits set it, arrows move.

use egui::{CornerRadius, FontId, Id, Modifiers, Response, Stroke, StrokeKind, Ui};

use super::focus_ring;
use super::group::Rove;
use crate::ui::shortcut::DIGITS;
use crate::ui::text;
use crate::ui::theme::{UiExt as _, digits};
use crate::ui::tokens::size;

/// What an intensity means, in words.
pub(super) fn pain_word(n: u8) -> &'static str {
    match n {
        0 => "no pain",
        1..=3 => "mild",
        4..=6 => "moderate",
        7..=9 => "severe",
        _ => "worst you can imagine",
    }
}

/// What the strength of a pull means, in words.
fn pull_word(n: u8) -> &'static str {
    match n {
        0 => "nothing felt",
        1..=2 => "easy",
        3..=4 => "firm, as it should be",
        5 => "strong",
        _ => "too strong",
    }
}

/// What an amount of getting in the way means, in words.
fn hindrance_word(n: u8) -> &'static str {
    match n {
        0 => "not at all",
        1..=3 => "a little",
        4..=6 => "clearly",
        7..=9 => "very much",
        _ => "completely",
    }
}

/// Lets a person press an intensity; returns the one that was pressed.
/// `name` says whose intensity it is, for example "Worst pain".
pub fn pain_scale(ui: &mut Ui, name: &str, current: Option<u8>) -> Option<u8> {
    let ends = "0 is no pain, 10 the worst you can imagine";
    scale(ui, name, current, pain_word, ends, true)
}

/// How much something helped, in words.
fn help_word(n: u8) -> &'static str {
    match n {
        0 => "not at all",
        1..=3 => "a little",
        4..=6 => "clearly",
        7..=9 => "much",
        _ => "completely",
    }
}

/// The same for how much something helped.
pub fn help_scale(ui: &mut Ui, name: &str, current: Option<u8>) -> Option<u8> {
    let ends = "0 is not at all, 10 completely";
    scale(ui, name, current, help_word, ends, false)
}

/// How hard something was, in words.
fn effort_word(n: u8) -> &'static str {
    match n {
        0 => "rest",
        1..=3 => "easy",
        4..=6 => "hard",
        7..=9 => "very hard",
        _ => "all you could give",
    }
}

/// The same for the effort of training.
pub fn effort_scale(ui: &mut Ui, name: &str, current: Option<u8>) -> Option<u8> {
    let ends = "0 is rest, 10 all you could give";
    scale(ui, name, current, effort_word, ends, false)
}

/// The same for the strength of a pull.
pub fn pull_scale(ui: &mut Ui, name: &str, current: Option<u8>) -> Option<u8> {
    let ends = "0 is no pull at all, 3 to 4 a firm one";
    scale(ui, name, current, pull_word, ends, true)
}

/// The same for how much something got in the way.
pub fn hindrance_scale(ui: &mut Ui, name: &str, current: Option<u8>) -> Option<u8> {
    let ends = "0 is not at all, 10 completely";
    scale(ui, name, current, hindrance_word, ends, false)
}

fn scale(
    ui: &mut Ui,
    name: &str,
    current: Option<u8>,
    word: fn(u8) -> &'static str,
    ends: &str,
    is_pain: bool,
) -> Option<u8> {
    let mut picked = None;
    let rove = Rove::new(ui, name, 11, current.map_or(0, usize::from));
    let gap = 4.0;
    let wide = ((ui.available_width() - 10.0 * gap - 2.0) / 11.0)
        .clamp(24.0, 52.0)
        .floor();
    let inner = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(gap, gap);
        for n in 0..=10_u8 {
            let on = current == Some(n);
            let at = usize::from(n);
            let (_, rect) = ui.allocate_space(egui::vec2(wide, size::PRIMARY));
            let response = ui.interact(rect, rove.id(at), rove.sense(ui, at));
            rove.follow(ui, at, &response);
            if response.has_focus()
                && let Some(digit) = digit(ui, name, current)
            {
                picked = Some(digit);
                rove.go(ui, usize::from(digit));
            }
            response.widget_info(|| {
                egui::WidgetInfo::selected(
                    egui::Role::RadioButton,
                    ui.is_enabled(),
                    on,
                    format!("{name} {n} of 10"),
                )
            });
            if ui.is_rect_visible(rect) {
                cell(ui, n, (on, is_pain), &response);
            }
            focus_ring(ui, &response);
            if response.clicked() {
                picked = Some(n);
            }
        }
    });
    ui.ctx().accesskit_node_builder(inner.response.id, |node| {
        node.set_role(egui::accesskit::Role::RadioGroup);
        node.set_label(name);
    });
    let shown = picked.or(current);
    text::caption(
        ui,
        match shown {
            Some(n) => format!("{n} of 10, {}", word(n)),
            None => ends.to_owned(),
        },
    );
    picked
}

/// Paints one cell of the scale.
fn cell(ui: &Ui, n: u8, (on, is_pain): (bool, bool), response: &Response) {
    let t = ui.tokens();
    let rect = response.rect;
    let radius = CornerRadius::same(8);
    let (fill, ink) = match (is_pain, on) {
        (true, _) => (t.pain(n), t.on_pain(n)),
        (false, true) => (t.accent_soft, t.accent),
        (false, false) => (t.sunken, t.text),
    };
    ui.painter().rect_filled(rect, radius, fill);
    if on {
        let line = Stroke::new(3.0, t.accent);
        ui.painter()
            .rect_stroke(rect.expand(1.0), radius, line, StrokeKind::Outside);
    } else if response.hovered() {
        let line = Stroke::new(1.5, t.text);
        ui.painter()
            .rect_stroke(rect, radius, line, StrokeKind::Inside);
    }
    ui.painter().text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        n.to_string(),
        FontId::new(18.0, digits()),
        ink,
    );
}

/// The digit that was pressed: 0 to 9, and 10 by 1 and then 0.
fn digit(ui: &Ui, name: &str, current: Option<u8>) -> Option<u8> {
    let typed_one = Id::unique(("typed 1", name));
    for (n, key) in (0..=9).zip(DIGITS) {
        if ui.input_mut(|i| i.consume_key(Modifiers::NONE, key)) {
            let after_one = ui.data(|d| d.get_temp(typed_one)).unwrap_or(false);
            ui.data_mut(|d| d.insert_temp(typed_one, n == 1));
            let ten = n == 0 && after_one && current == Some(1);
            return Some(if ten { 10 } else { n });
        }
    }
    None
}
