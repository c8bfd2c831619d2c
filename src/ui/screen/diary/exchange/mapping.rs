//! How the table of another app is read: which column is what, and what to
//! take where no column says so.

use egui::Ui;

use super::{ExchangeDraft, ask};
use crate::action::ExchangeStep;
use crate::diary::entry::{Intensity, Region};
use crate::exchange::foreign::{DateOrder, Foreign, Mapping, Role, Unit};
use crate::ui::tokens::space;
use crate::ui::widget::segmented;
use crate::ui::{Cx, text};

/// Draws the choices. Each is tried at once.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    draft: &mut ExchangeDraft,
    foreign: &Foreign,
    path: &str,
) {
    let rows = foreign.rows;
    text::body(
        ui,
        format!(
            "A table of another app, with {rows} rows. Look whether each column is understood."
        ),
    );
    ui.add_space(space::S);
    let mut mapping = foreign.mapping.clone();
    let in_row = in_row(ui);
    for roles in Role::ALL.chunks(in_row) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for role in roles {
                ui.vertical(|ui| column(ui, foreign, &mut mapping, *role));
            }
        });
        ui.add_space(space::XS);
    }
    ui.add_space(space::S);
    details(ui, &mut mapping);
    if mapping != foreign.mapping && draft.mapping.as_ref() != Some(&mapping) {
        draft.mapping = Some(mapping.clone());
        let mapping = Some(Box::new(mapping));
        let path = path.to_owned();
        ask(cx, ExchangeStep::Look { path, mapping });
    }
}

/// How wide one choice is, in points.
const WIDE: f32 = 200.0;

/// How many choices fit beside each other.
fn in_row(ui: &Ui) -> usize {
    let fit = (ui.available_width() + space::M) / (WIDE + space::M);
    (fit.floor() as usize).max(1)
}

/// The column of one role, with what stands in it first.
fn column(ui: &mut Ui, foreign: &Foreign, mapping: &mut Mapping, role: Role) {
    let name = |at: usize| foreign.header.get(at).map_or("", String::as_str);
    let here = mapping.column(role);
    let shown = here.map_or("No column", name).to_owned();
    combo(ui, role.label(), &shown, |ui| {
        if ui.selectable_label(here.is_none(), "No column").clicked() {
            mapping.set(role, None);
        }
        for at in 0..foreign.header.len() {
            let example = foreign.sample.first().and_then(|row| row.get(at));
            let example: String = example
                .map_or("", String::as_str)
                .chars()
                .take(30)
                .collect();
            let line = format!("{}: {}", name(at), example.replace('\n', " "));
            if ui.selectable_label(here == Some(at), line).clicked() {
                mapping.set(role, Some(at));
            }
        }
    });
}

/// A labelled choice from a list.
fn combo(ui: &mut Ui, label: &str, shown: &str, add: impl FnOnce(&mut Ui)) {
    let name = text::caption(ui, label);
    let shown: String = shown.chars().take(28).collect();
    let combo = crate::ui::field::combo(label)
        .width(WIDE)
        .selected_text(shown)
        .show_ui(ui, add);
    combo.response.labelled_by(name.id);
}

/// What no column says.
fn details(ui: &mut Ui, mapping: &mut Mapping) {
    text::caption(ui, "A date such as 03/04/2026 is");
    let orders = [
        (Some(DateOrder::DayFirst), "3 April"),
        (Some(DateOrder::MonthFirst), "March 4"),
    ];
    if let Some(order) = segmented(ui, "Order of dates", mapping.dates, &orders) {
        mapping.dates = order;
    }
    if mapping.column(Role::Duration).is_some() {
        text::caption(ui, "A bare number of how long it lasted counts");
        let units = [
            (Unit::Seconds, "Seconds"),
            (Unit::Minutes, "Minutes"),
            (Unit::Hours, "Hours"),
        ];
        if let Some(unit) = segmented(ui, "Unit", mapping.unit, &units) {
            mapping.unit = unit;
        }
    }
    if mapping.column(Role::Intensity).is_some() {
        text::caption(ui, "The worst on its scale is");
        let scales = [(5, "5"), (10, "10"), (100, "100")];
        if let Some(scale) = segmented(ui, "Scale", mapping.scale, &scales) {
            mapping.scale = scale;
        }
    }
    ui.add_space(space::S);
    text::caption(ui, "For rows that do not say it");
    place(ui, mapping);
    let all = [1, 2, 5, 10, 15, 30, 60];
    let word = |minutes: u16| format!("{minutes} min");
    fallback(ui, "How long", &mut mapping.minutes, &all, word);
    let all: Vec<Intensity> = (0..=10).filter_map(Intensity::new).collect();
    let word = |pain: Intensity| format!("{pain} of 10");
    fallback(ui, "How bad", &mut mapping.pain, &all, word);
}

fn place(ui: &mut Ui, mapping: &mut Mapping) {
    let word = |region: Region| region.label().to_owned();
    fallback(ui, "Where", &mut mapping.place, Region::ALL, word);
}

fn fallback<T: Copy + PartialEq>(
    ui: &mut Ui,
    label: &str,
    value: &mut Option<T>,
    all: &[T],
    word: impl Fn(T) -> String,
) {
    const NONE: &str = "Leave the row out";
    let here = *value;
    let shown = here.map_or_else(|| NONE.to_owned(), &word);
    combo(ui, label, &shown, |ui| {
        if ui.selectable_label(here.is_none(), NONE).clicked() {
            *value = None;
        }
        for one in all {
            if ui
                .selectable_label(here == Some(*one), word(*one))
                .clicked()
            {
                *value = Some(*one);
            }
        }
    });
}
