//! The twins of the calendar: the same as a table, for reading aloud and for
//! who likes numbers.

use egui::{Grid, Ui};

use crate::diary::calendar::{Month, Said};
use crate::ui::text;
use crate::ui::tokens::space;
use crate::ui::widget::card;

/// With less room than this a year's numbers are told in words.
const FIVE_COLUMNS: f32 = 420.0;

/// The days of a month that say something.
pub(super) fn month(ui: &mut Ui, month: &Month) {
    let days = month.days().filter(|day| day.said != Said::Nothing);
    let rows: Vec<[String; 2]> = days
        .map(|day| {
            let date = day.date.strftime("%a %-d %B").to_string();
            [date, day.said.words()]
        })
        .collect();
    draw(ui, ["Day", "What was written"], &rows);
}

/// The months of a year.
pub(super) fn year(ui: &mut Ui, months: &[Month]) {
    if ui.available_width() < FIVE_COLUMNS {
        let rows: Vec<[String; 2]> = months
            .iter()
            .map(|month| {
                let name = month.first.strftime("%B").to_string();
                [name, month.tally.words()]
            })
            .collect();
        return draw(ui, ["Month", "What was written"], &rows);
    }
    let rows: Vec<[String; 5]> = months
        .iter()
        .map(|month| {
            let tally = month.tally;
            [
                month.first.strftime("%B").to_string(),
                tally.cramp_days.to_string(),
                tally.worst.map_or("–".to_owned(), |n| n.to_string()),
                tally.free_days.to_string(),
                tally.unknown_days.to_string(),
            ]
        })
        .collect();
    let head = ["Month", "Days with cramp", "Worst", "Without", "Not known"];
    draw(ui, head, &rows);
}

fn draw<const N: usize>(ui: &mut Ui, head: [&str; N], rows: &[[String; N]]) {
    ui.add_space(space::S);
    card(ui, |ui| {
        if rows.is_empty() {
            text::muted(ui, "Nothing was written.");
            return;
        }
        let wide = ui.available_width() / (N as f32 + 0.4) - 12.0;
        Grid::new("calendar table")
            .num_columns(N)
            .spacing(egui::vec2(12.0, 6.0))
            .max_col_width(if N == 2 { wide * 1.4 } else { wide * 1.2 })
            .show(ui, |ui| {
                for word in head {
                    text::strong(ui, word);
                }
                ui.end_row();
                for row in rows {
                    for cell in row {
                        text::body(ui, cell);
                    }
                    ui.end_row();
                }
            });
    });
}
