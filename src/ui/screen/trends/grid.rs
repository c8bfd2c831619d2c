//! Day of the week against time of day: a painted grid, each field with its
//! count, stronger where there are more.

use egui::{Align2, CornerRadius, FontId, Sense, Ui};

use crate::diary::chart::{Charts, FIELDS, HOURS};
use crate::settings::FirstWeekday;
use crate::ui::theme::{UiExt as _, digits};
use crate::ui::tokens;

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

/// Draws the grid.
pub(super) fn show(ui: &mut Ui, charts: &Charts, week: FirstWeekday, name: &str) {
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
            format!("{:02}", field * HOURS),
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
            painter.rect_filled(cell, radius, tokens::pain(shade));
            painter.text(
                cell.center(),
                Align2::CENTER_CENTER,
                count.to_string(),
                FontId::new(14.0, digits()),
                tokens::on_pain(shade),
            );
        }
    }
}

/// How strong a field is drawn, on the ramp from 1 to 10.
pub(super) fn shade(count: u32, most: u32) -> u8 {
    let part = f64::from(count) / f64::from(most.max(1));
    (1.0 + 9.0 * part).round().clamp(1.0, 10.0) as u8
}
