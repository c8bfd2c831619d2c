//! The licences of everything that is built into the program. The text is made by
//! `packaging/licences/make.sh` and only laid out here, a line a row, so that its
//! length costs nothing.

use std::sync::LazyLock;

use egui::{FontId, ScrollArea, Ui};

use crate::ui::theme::UiExt as _;
use crate::ui::tokens::{size, space};
use crate::ui::{scroll, text};

/// The whole text.
const TEXT: &str = include_str!("../../../packaging/licences/third_party.txt");

/// How many characters fit on a row of the sheet, by how wide it is: of the window
/// smallest at 250 %, of the smallest, and of all others.
const FITS: [usize; 3] = [30, 46, 76];
/// So wide is a character at most, on average.
const LETTER: f32 = 7.6;

static ROWS: LazyLock<[Vec<&'static str>; 3]> = LazyLock::new(|| FITS.map(|n| rows(TEXT, n)));

/// Cuts a text into rows of at most `wide` characters, between words where there
/// are any.
fn rows(text: &str, wide: usize) -> Vec<&str> {
    let mut all = Vec::new();
    for line in text.lines() {
        let mut rest = line.trim_end();
        while let Some((far, _)) = rest.char_indices().nth(wide) {
            let fits = rest.get(..far).unwrap_or(rest);
            let cut = fits.rfind(' ').filter(|at| *at > 0).unwrap_or(far);
            let (row, after) = rest.split_at(cut);
            all.push(row);
            rest = after.trim_start();
        }
        all.push(rest);
    }
    all
}

/// Draws the text, `room` points high.
pub(super) fn show(ui: &mut Ui, room: f32) {
    text::muted(
        ui,
        "Unclench itself is under MIT or Apache 2.0, as you like. It is built with the work of \
         many others:",
    );
    ui.add_space(space::S);
    let font = FontId::proportional(size::CAPTION);
    let row = ui.fonts_mut(|fonts| fonts.row_height(&font)).max(1.0);
    let ink = ui.tokens().text;
    let fits = (ui.available_width() / LETTER) as usize;
    let at = FITS.iter().rposition(|wide| *wide <= fits).unwrap_or(0);
    let rows = ROWS.get(at).map_or(&[][..], Vec::as_slice);
    ui.spacing_mut().item_spacing.y = 3.0;
    let turn = super::turned_by_keys(ui, room);
    let area = ScrollArea::both()
        .id_salt("licences")
        .max_height((room - 60.0).max(80.0))
        .auto_shrink(false)
        .show_rows(ui, row, rows.len(), |ui, seen| {
            ui.scroll_with_delta(turn);
            for line in rows.get(seen).unwrap_or_default() {
                let rich = egui::RichText::new(*line).font(font.clone()).color(ink);
                ui.add(egui::Label::new(rich).extend());
            }
        });
    scroll::named(ui, area, "licences");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_cut_between_words_and_nothing_is_lost() {
        let text = "one two three\n\nfour";
        assert_eq!(rows(text, 8), ["one two", "three", "", "four"], "between");
        assert_eq!(rows("onetwothree", 4), ["onet", "woth", "ree"], "long");
        for wide in FITS {
            let all = rows(TEXT, wide);
            assert!(all.len() > 100, "the text was made");
            assert!(all.iter().all(|row| row.chars().count() <= wide), "fits");
        }
    }
}
