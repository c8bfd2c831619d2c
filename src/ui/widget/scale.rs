//! The pain scale, 0 to 10: eleven cells with their number, one press each.

use egui::{CornerRadius, FontId, Sense, Stroke, StrokeKind, Ui};

use super::focus_ring;
use crate::ui::text;
use crate::ui::theme::{UiExt as _, digits};
use crate::ui::tokens::{self, size};

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
    scale(ui, name, current, pain_word, ends)
}

/// The same for the strength of a pull.
pub fn pull_scale(ui: &mut Ui, name: &str, current: Option<u8>) -> Option<u8> {
    let ends = "0 is no pull at all, 3 to 4 a firm one";
    scale(ui, name, current, pull_word, ends)
}

/// The same for how much something got in the way.
pub fn hindrance_scale(ui: &mut Ui, name: &str, current: Option<u8>) -> Option<u8> {
    let ends = "0 is not at all, 10 completely";
    scale(ui, name, current, hindrance_word, ends)
}

fn scale(
    ui: &mut Ui,
    name: &str,
    current: Option<u8>,
    word: fn(u8) -> &'static str,
    ends: &str,
) -> Option<u8> {
    let mut picked = None;
    let t = ui.tokens();
    let gap = 4.0;
    let cell = ((ui.available_width() - 10.0 * gap - 2.0) / 11.0)
        .clamp(24.0, 52.0)
        .floor();
    let inner = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(gap, gap);
        for n in 0..=10_u8 {
            let on = current == Some(n);
            let (rect, response) =
                ui.allocate_exact_size(egui::vec2(cell, size::PRIMARY), Sense::click());
            response.widget_info(|| {
                egui::WidgetInfo::selected(
                    egui::Role::RadioButton,
                    ui.is_enabled(),
                    on,
                    format!("{name} {n} of 10"),
                )
            });
            if ui.is_rect_visible(rect) {
                let radius = CornerRadius::same(8);
                ui.painter().rect_filled(rect, radius, tokens::pain(n));
                if on {
                    ui.painter().rect_stroke(
                        rect.expand(1.0),
                        radius,
                        Stroke::new(3.0, t.accent),
                        StrokeKind::Outside,
                    );
                } else if response.hovered() {
                    ui.painter().rect_stroke(
                        rect,
                        radius,
                        Stroke::new(1.5, t.text),
                        StrokeKind::Inside,
                    );
                }
                ui.painter().text(
                    rect.center(),
                    egui::Align2::CENTER_CENTER,
                    n.to_string(),
                    FontId::new(18.0, digits()),
                    tokens::on_pain(n),
                );
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
