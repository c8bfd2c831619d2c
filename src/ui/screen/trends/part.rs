//! One part of the trends: heading, a sentence, the picture, and its twin as a
//! table.

use std::collections::BTreeSet;

use egui::Ui;

use crate::diary::chart::Step;
use crate::ui::text;
use crate::ui::tokens::space;
use crate::ui::widget::{card, chip, hairline};

/// The parts, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Days,
    Pain,
    Minutes,
    Weeks,
    Hours,
    Places,
    Triggers,
    Exposures,
    Relief,
    Stretch,
}

impl Part {
    /// All of them.
    pub(super) const ALL: [Self; 10] = [
        Self::Days,
        Self::Pain,
        Self::Minutes,
        Self::Weeks,
        Self::Hours,
        Self::Places,
        Self::Triggers,
        Self::Exposures,
        Self::Relief,
        Self::Stretch,
    ];

    /// Its heading.
    pub(super) const fn title(self, step: Step) -> &'static str {
        match (self, step) {
            (Self::Days, Step::Week) => "Days with cramp, each week",
            (Self::Days, Step::Month) => "Days with cramp, each month",
            (Self::Pain, _) => "How bad it gets",
            (Self::Minutes, _) => "How long it lasts",
            (Self::Weeks, _) => "Your look back on the week",
            (Self::Hours, _) => "Day of the week and time of day",
            (Self::Places, _) => "Where it is felt",
            (Self::Triggers, _) => "What set it off",
            (Self::Exposures, _) => "Days with and without",
            (Self::Relief, _) => "What eased it",
            (Self::Stretch, _) => "Stretching and cramp",
        }
    }

    /// Whether it is a table in the first place.
    const fn is_table(self) -> bool {
        matches!(self, Self::Triggers | Self::Exposures | Self::Relief)
    }
}

/// A table: its head and its rows, all of the same number of cells.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) head: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// Draws a part. `picture` is given the name a screen reader says for it.
pub(super) fn show(
    ui: &mut Ui,
    open: &mut BTreeSet<Part>,
    part: Part,
    step: Step,
    said: &str,
    table: &Table,
    picture: impl FnOnce(&mut Ui, &str),
) {
    let title = part.title(step);
    card(ui, |ui| {
        text::subheading(ui, 2, title);
        text::body(ui, said);
        ui.add_space(space::S);
        if part.is_table() {
            draw(ui, table);
            return;
        }
        picture(ui, &format!("{title}. {said} The table has the numbers."));
        ui.add_space(space::S);
        let is_open = open.contains(&part);
        let switch = chip(ui, is_open, "Show as table");
        if switch
            .accessible_name(format!("Show as table: {title}"))
            .clicked()
            && !open.remove(&part)
        {
            open.insert(part);
        }
        if is_open {
            ui.add_space(space::S);
            draw(ui, table);
        }
    });
}

/// One row: cells of equal width, the first twice as wide.
fn row(ui: &mut Ui, cells: &[String], draw: fn(&mut Ui, String) -> egui::Response) {
    let gap = 12.0;
    let shares = cells.len() as f32 + 0.6;
    let unit = (ui.available_width() - gap * (cells.len().max(1) - 1) as f32) / shares;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (at, cell) in cells.iter().enumerate() {
            let wide = if at == 0 { 1.6 * unit } else { unit };
            ui.allocate_ui(egui::vec2(wide, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(wide);
                    draw(ui, cell.clone());
                });
            });
        }
    });
}

fn draw(ui: &mut Ui, table: &Table) {
    row(ui, &table.head, text::strong);
    for cells in &table.rows {
        hairline(ui);
        let quiet = cells.get(1).is_some_and(|cell| cell == "not logged");
        row(ui, cells, if quiet { text::muted } else { text::body });
    }
}
