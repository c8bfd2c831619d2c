//! The table of what tells two causes apart: an answer a row, and under each
//! cause what it says about it, in words and with marks.

use egui::{Rect, Sense, Stroke, Ui};

use super::compare;
use crate::content::{Cause, Library};
use crate::triage::{Speaks, Telling};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{card, hairline};
use crate::ui::{icon, text};

/// The gap between two columns, in points.
const GAP: f32 = 16.0;
/// The room for the marks before the words, in points.
const MARKS: f32 = 36.0;

/// Draws the table, side by side or below each other.
pub(super) fn table(ui: &mut Ui, library: &Library, first: &Cause, second: &Cause) {
    let rows = library.knowledge().apart(first, second);
    if rows.is_empty() {
        text::muted(
            ui,
            "No answer in the check tells these two apart. Read both pages, or ask a doctor.",
        );
        return;
    }
    text::muted(
        ui,
        "What the check learns from an answer, the strongest difference first.",
    );
    ui.add_space(space::S);
    let wide = compare::is_wide(ui);
    card(ui, |ui| {
        if wide {
            let names = [&first.name, &second.name];
            columns(ui, |ui, column| {
                if let Some(name) = column.checked_sub(1).and_then(|at| names.get(at)) {
                    text::strong(ui, name.as_str());
                } else {
                    text::strong(ui, "If this is true");
                }
            });
        }
        for (at, row) in rows.iter().enumerate() {
            if wide || at > 0 {
                ui.add_space(space::XS);
                hairline(ui);
                ui.add_space(space::XS);
            }
            line(ui, row, first, second, wide);
        }
    });
}

fn line(ui: &mut Ui, row: &Telling, first: &Cause, second: &Cause, wide: bool) {
    if wide {
        columns(ui, |ui, column| match column {
            0 => {
                text::body(ui, &row.says);
            }
            1 => cell(ui, row.first, &first.name, false),
            _ => cell(ui, row.second, &second.name, false),
        });
    } else {
        text::strong(ui, &row.says);
        cell(ui, row.first, &first.name, true);
        cell(ui, row.second, &second.name, true);
    }
}

/// Three columns: the answer, and the two causes.
fn columns(ui: &mut Ui, mut add: impl FnMut(&mut Ui, usize)) {
    let room = ui.available_width() - 2.0 * GAP;
    let said = (room * 0.4).floor();
    let cause = ((room - said) / 2.0).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (column, width) in [said, cause, cause].into_iter().enumerate() {
            ui.allocate_ui(egui::vec2(width, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    add(ui, column);
                });
            });
        }
    });
}

/// What an answer says about one cause. The name is always spoken, and written
/// where it does not stand at the head of a column.
fn cell(ui: &mut Ui, speaks: Speaks, name: &str, named: bool) {
    let t = ui.tokens();
    let ink = match speaks {
        Speaks::ClearlyFor | Speaks::For => t.positive,
        Speaks::Nothing => t.muted,
        Speaks::ClearlyAgainst | Speaks::Against => t.caution,
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (rect, _) = ui.allocate_exact_size(egui::vec2(MARKS, 22.0), Sense::hover());
        marks(ui, rect, speaks, ink);
        ui.vertical(|ui| {
            let whole = format!("{name}: {}", speaks.words());
            let words = if named { &whole } else { speaks.words() };
            let said = text::colored(ui, words, ink);
            ui.ctx().accesskit_node_builder(said.id, |node| {
                node.set_value(whole.as_str());
            });
        });
    });
}

/// Two marks where it is clear, one where it is not, a ring for nothing.
fn marks(ui: &Ui, rect: Rect, speaks: Speaks, ink: egui::Color32) {
    let at = |part: f32| {
        let middle = egui::pos2(rect.left() + rect.width() * part, rect.center().y);
        Rect::from_center_size(middle, egui::Vec2::splat(17.0))
    };
    let both = [at(0.26), at(0.74)];
    let one = [at(0.5)];
    let (mark, places): (icon::Icon, &[Rect]) = match speaks {
        Speaks::ClearlyFor => (icon::PLUS, &both),
        Speaks::For => (icon::PLUS, &one),
        Speaks::Against => (icon::MINUS, &one),
        Speaks::ClearlyAgainst => (icon::MINUS, &both),
        Speaks::Nothing => {
            let middle = at(0.5).center();
            ui.painter()
                .circle_stroke(middle, 3.0, Stroke::new(1.5, ink));
            return;
        }
    };
    for place in places {
        mark.paint(ui, *place, ink);
    }
}
