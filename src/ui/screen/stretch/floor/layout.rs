//! Where things go on the sheet: words on top, the figure beside the digits or
//! above them, what comes next at the foot. Only measures; draws nothing.

use egui::{Rect, Vec2};

/// The places on the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Slots {
    /// The side, the largest word.
    pub(super) side: Rect,
    /// The step.
    pub(super) step: Rect,
    /// How to do it.
    pub(super) hint: Rect,
    /// The figure.
    pub(super) figure: Rect,
    /// "Breathe in", under the figure.
    pub(super) breath: Rect,
    /// The digits.
    pub(super) digits: Rect,
    /// How far the phase is, under the digits.
    pub(super) bar: Rect,
    /// What comes next.
    pub(super) next: Rect,
    /// The round, and what is left of all.
    pub(super) meta: Rect,
}

/// The thickness of the bar.
const BAR: f32 = 12.0;
/// On a sheet lower than this there is no room for the hint.
const LOW: f32 = 240.0;
/// The proportions of the figure.
const ASPECT: f32 = 1.5;

/// Lays the sheet out. `cap` is the height the digits want, `across` how wide
/// they are then; `clear` is what other things cover of the upper right corner.
pub(super) fn slots(sheet: Rect, cap: f32, across: f32, clear: Vec2) -> Slots {
    let whole = sheet.size();
    let gap = (whole.y * 0.02).clamp(4.0, 20.0);
    let line = |share: f32, least: f32, most: f32| (whole.y * share).clamp(least, most);
    let cut = |top: f32, height: f32| {
        Rect::from_min_size(egui::pos2(sheet.left(), top), egui::vec2(whole.x, height))
    };
    let side = cut(sheet.top(), line(0.135, 26.0, 132.0));
    let step = cut(side.bottom(), line(0.085, 20.0, 84.0));
    let hint_height = if whole.y < LOW {
        0.0
    } else {
        line(0.06, 17.0, 52.0)
    };
    let hint = cut(step.bottom(), hint_height);
    let foot = line(0.06, 18.0, 52.0);
    let narrow = whole.x < 620.0;
    let (next, meta) = if narrow && whole.y >= LOW {
        let meta = cut(sheet.bottom() - foot * 0.85, foot * 0.85);
        (cut(meta.top() - foot, foot), meta)
    } else {
        let row = cut(sheet.bottom() - foot, foot);
        row.split_left_right_at_fraction(0.66)
    };
    let middle = Rect::from_min_max(
        egui::pos2(sheet.left(), hint.bottom() + gap),
        egui::pos2(sheet.right(), next.top() - gap),
    );
    let breath_height = line(0.055, 16.0, 44.0);
    let block = (cap + gap + BAR).min(middle.height());
    let column = (across * 1.12).clamp(middle.width() * 0.34, middle.width() * 0.62);
    // Beside the digits or above them: where the figure is larger.
    let large = |w: f32, h: f32| w.min(h * ASPECT);
    let beside = large(middle.width() - column, middle.height());
    let above = large(middle.width(), middle.height() - block);
    let (left, right) = if beside >= above {
        middle.split_left_right_at_x(middle.right() - column)
    } else {
        middle.split_top_bottom_at_y(middle.bottom() - block.min(middle.height() * 0.62))
    };
    // The word stays near the figure where the column is high.
    let figure_height = (left.width() / 1.2).min(left.height() - breath_height);
    let left = Rect::from_center_size(
        left.center(),
        egui::vec2(left.width(), figure_height + breath_height),
    );
    let (figure, breath) = left.split_top_bottom_at_y(left.bottom() - breath_height);
    let block = block.min(right.height());
    let right = Rect::from_center_size(right.center(), egui::vec2(right.width(), block));
    let (digits, bar) = right.split_top_bottom_at_y(right.bottom() - BAR - gap);
    let width = (across * 1.06).clamp(120.0, bar.width().max(120.0));
    let bar = Rect::from_center_size(
        egui::pos2(bar.center().x, bar.bottom() - BAR / 2.0),
        egui::vec2(width.min(bar.width()), BAR),
    );
    let short = |mut rect: Rect| {
        if rect.top() < sheet.top() + clear.y {
            rect.max.x -= clear.x;
        }
        rect
    };
    Slots {
        side: short(side),
        step: short(step),
        hint,
        figure,
        breath,
        digits,
        bar,
        next,
        meta,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_overlaps_and_the_digits_keep_their_third() {
        for (w, h) in [
            (440.0, 320.0),
            (840.0, 530.0),
            (1_380.0, 790.0),
            (3_780.0, 2_040.0),
            (530.0, 840.0),
            (340.0, 180.0),
        ] {
            let sheet = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(w, h));
            let cap = (h.min(w) + 100.0) / 3.0;
            let slots = slots(sheet, cap, cap * 1.7, egui::vec2(170.0, 44.0));
            let all = [
                slots.side,
                slots.step,
                slots.hint,
                slots.figure,
                slots.breath,
                slots.digits,
                slots.bar,
                slots.next,
                slots.meta,
            ];
            for (at, one) in all.iter().enumerate() {
                assert!(
                    sheet.expand(0.5).contains_rect(*one),
                    "{w}x{h}: {at} {one:?}"
                );
                for (other_at, other) in all.iter().enumerate().skip(at + 1) {
                    let both = one.shrink(0.25).intersect(other.shrink(0.25));
                    assert!(!both.is_positive(), "{w}x{h}: {at} over {other_at}");
                }
            }
            if h > 400.0 {
                let high = slots.digits.height();
                assert!(high >= cap - 1.0, "{w}x{h}: {high} for {cap}");
            }
        }
    }
}
