//! Day of the week against time of day: a painted grid, each field with its
//! count, stronger where there are more.

use egui::{Align2, CornerRadius, FontId, Sense, Ui};
use jiff::civil::Time;

use crate::diary::chart::{Charts, FIELDS, HOURS};
use crate::settings::{FirstWeekday, say_time};
use crate::ui::theme::{UiExt as _, digits};

/// The height of a row, in points.
const ROW: f32 = 30.0;
/// The room for the names of the days.
const NAMES: f32 = 44.0;
/// The room for the hours above.
const HEAD: f32 = 22.0;

/// The days of the week in their order, from the first.
pub(super) fn weekdays(week: FirstWeekday) -> [&'static str; 7] {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let shift = match week {
        FirstWeekday::Monday => 0,
        FirstWeekday::Saturday => 5,
        FirstWeekday::Sunday => 6,
    };
    std::array::from_fn(|at| days.get((at + shift) % 7).copied().unwrap_or_default())
}

/// When a field of the day begins; the one after the last is midnight.
pub(super) fn begins(field: usize) -> Time {
    let hour = i8::try_from(field * HOURS % 24).unwrap_or(0);
    Time::new(hour, 0, 0, 0).unwrap_or(Time::MIN)
}

/// The same in as little room as there is: `15`, or `3 pm`.
pub(super) fn short(field: usize, twelve: bool) -> String {
    say_time(begins(field), twelve).replace(":00", "")
}

/// Draws the grid: with this first day of the week, and whether the day has twice
/// twelve hours.
pub(super) fn show(ui: &mut Ui, charts: &Charts, reads: (FirstWeekday, bool), name: &str) {
    let (week, twelve) = reads;
    let t = ui.tokens();
    let wanted = egui::vec2(ui.available_width(), HEAD + 7.0 * ROW);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, name));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let most = charts.hours.iter().flatten().copied().max().unwrap_or(0);
    let wide = (rect.width() - NAMES) / FIELDS as f32;
    let painter = ui.painter();
    for field in 0..FIELDS {
        painter.text(
            egui::pos2(
                rect.left() + NAMES + (field as f32) * wide + 2.0,
                rect.top() + 8.0,
            ),
            Align2::LEFT_CENTER,
            short(field, twelve),
            FontId::new(13.0, digits()),
            t.muted,
        );
    }
    for (row, (day, counts)) in weekdays(week).into_iter().zip(charts.hours).enumerate() {
        let top = rect.top() + HEAD + row as f32 * ROW;
        painter.text(
            egui::pos2(rect.left(), top + ROW / 2.0),
            Align2::LEFT_CENTER,
            day,
            FontId::proportional(14.0),
            t.muted,
        );
        for (field, count) in counts.into_iter().enumerate() {
            let cell = egui::Rect::from_min_size(
                egui::pos2(rect.left() + NAMES + field as f32 * wide, top),
                egui::vec2(wide, ROW),
            )
            .shrink(1.5);
            let radius = CornerRadius::same(4);
            if count == 0 {
                painter.rect_filled(cell, radius, t.sunken);
                continue;
            }
            let shade = shade(count, most);
            painter.rect_filled(cell, radius, t.pain(shade));
            painter.text(
                cell.center(),
                Align2::CENTER_CENTER,
                count.to_string(),
                FontId::new(14.0, digits()),
                t.on_pain(shade),
            );
        }
    }
}

/// How strong a field is drawn, on the ramp from 1 to 10.
pub(super) fn shade(count: u32, most: u32) -> u8 {
    let part = f64::from(count) / f64::from(most.max(1));
    (1.0 + 9.0 * part).round().clamp(1.0, 10.0) as u8
}
