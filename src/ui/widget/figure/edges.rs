//! The words at the edges of a picture that say which side is which.

use egui::{Align2, FontId, Rect, Ui};

use crate::content::Figure;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::size;

/// Writes "Left" and "Right", or "Front" and "Back", at the foot of `rect`.
pub(super) fn paint(ui: &Ui, figure: &Figure, rect: Rect, mirrored: bool) {
    let Some((a, b)) = figure.seen_from.edges() else {
        return;
    };
    let (left, right) = if mirrored { (b, a) } else { (a, b) };
    let t = ui.tokens();
    let pad = egui::vec2(8.0, 3.0);
    for (word, corner, align) in [
        (left, rect.left_bottom(), Align2::LEFT_BOTTOM),
        (right, rect.right_bottom(), Align2::RIGHT_BOTTOM),
    ] {
        let font = FontId::proportional(size::CAPTION);
        let galley = ui.painter().layout_no_wrap(word.to_owned(), font, t.muted);
        let pill = align.anchor_size(corner, galley.size() + 2.0 * pad);
        ui.painter()
            .rect_filled(pill, pill.height() / 2.0, t.sunken);
        ui.painter().galley(pill.min + pad, galley, t.muted);
    }
}

/// The same in words, for a person who cannot see it.
pub(super) fn spoken(figure: &Figure, mirrored: bool) -> String {
    figure.seen_from.edges().map_or_else(String::new, |(a, b)| {
        let (left, right) = if mirrored { (b, a) } else { (a, b) };
        let side = |word: &str| word.to_lowercase();
        format!(
            " The person’s {} is on the left of the picture, the {} on the right.",
            side(left),
            side(right)
        )
    })
}
