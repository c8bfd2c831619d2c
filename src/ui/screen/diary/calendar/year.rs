//! The year as twelve small months, each one press away; the keyboard stands on
//! one of them.

use egui::{Align2, CornerRadius, FontId, Key, Rect, Sense, Stroke, StrokeKind, Ui};

use super::super::{Finder, View};
use super::{Calendar, cell, grid};
use crate::diary::calendar::{Month, Said, Step};
use crate::ui::Cx;
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::size;
use crate::ui::widget::focus_ring;

const PAD: f32 = 10.0;
const GAP: f32 = 10.0;

/// Draws the year.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, calendar: &mut Calendar, find: &mut Finder) {
    let width = ui.available_width();
    let columns = if width >= 720.0 {
        4
    } else if width >= 500.0 {
        3
    } else {
        2
    };
    let base = ui.scope_id().with("calendar month");
    let here = base.with(calendar.day(cx).first_of_month());
    let down = i32::try_from(columns).unwrap_or(3);
    let keys = [
        (Key::ArrowLeft, Step::Months(-1)),
        (Key::ArrowRight, Step::Months(1)),
        (Key::ArrowUp, Step::Months(-down)),
        (Key::ArrowDown, Step::Months(down)),
        (Key::PageUp, Step::Months(-12)),
        (Key::PageDown, Step::Months(12)),
    ];
    if ui.memory(|memory| memory.has_focus(here))
        && let Some(step) = grid::pressed(ui, &keys)
    {
        calendar.go(cx, step);
        calendar.take_focus = true;
        calendar.look_at_year(cx);
    }
    let months = calendar.months.clone();
    let wide = (width - GAP * (columns as f32 - 1.0)) / columns as f32;
    let side = ((wide - 2.0 * PAD) / 7.0).min(24.0);
    let high = 6.0 * side + 30.0 + 2.0 * PAD;
    let rows = months.len().div_ceil(columns);
    let room = egui::vec2(width, rows as f32 * (high + GAP));
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    for (at, month) in months.iter().enumerate() {
        let (row, column) = (at / columns, at % columns);
        let corner = egui::vec2(column as f32 * (wide + GAP), row as f32 * (high + GAP));
        let place = Rect::from_min_size(rect.min + corner, egui::vec2(wide, high));
        let is_here = month.first == calendar.day(cx).first_of_month();
        let id = base.with(month.first);
        let sense = if is_here {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let response = ui.interact(place, id, sense);
        response.widget_info(|| {
            let name = format!("{}: {}", month.name(), month.tally.words());
            egui::WidgetInfo::selected(egui::Role::Button, true, is_here, name)
        });
        if is_here && std::mem::take(&mut calendar.take_focus) {
            response.request_focus();
            response.scroll_to_me(None);
        }
        if response.has_focus() {
            grid::hold_arrows(ui, id);
        }
        if response.clicked() {
            let day = calendar.day(cx);
            calendar.selected = Some(if is_here { day } else { month.first });
            calendar.take_focus = true;
            find.view = View::Month;
        }
        if ui.is_rect_visible(place) {
            paint(ui, cx, month, place, side, (is_here, response.hovered()));
        }
        focus_ring(ui, &response);
    }
}

fn paint(
    ui: &Ui,
    cx: &Cx<'_>,
    month: &Month,
    place: Rect,
    side: f32,
    (is_here, is_hovered): (bool, bool),
) {
    let t = ui.tokens();
    let radius = CornerRadius::same(size::RADIUS);
    let fill = if is_hovered { t.accent_soft } else { t.raised };
    ui.painter().rect_filled(place, radius, fill);
    if is_here {
        let line = Stroke::new(2.0, t.accent);
        let inside = StrokeKind::Inside;
        ui.painter().rect_stroke(place, radius, line, inside);
    }
    let name = month.first.strftime("%B").to_string();
    let corner = place.min + egui::vec2(PAD + 2.0, PAD);
    let font = FontId::new(size::CAPTION + 1.0, semibold());
    ui.painter()
        .text(corner, Align2::LEFT_TOP, name, font, t.text);
    let today = cx.now.wall.date();
    let left = place.left() + PAD + 1.0;
    for (row, week) in month.weeks.iter().enumerate() {
        for (column, day) in week.iter().enumerate().filter(|(_, day)| day.is_inside) {
            let at = egui::pos2(
                left + column as f32 * side,
                place.top() + PAD + 24.0 + row as f32 * side,
            );
            let square = Rect::from_min_size(at, egui::Vec2::splat(side));
            let track = square.shrink(1.5);
            if day.said == Said::Nothing && day.date <= today {
                let line = Stroke::new(1.0, t.hairline);
                let inside = StrokeKind::Inside;
                ui.painter().rect_stroke(track, 2, line, inside);
            }
            cell::sign(
                ui,
                track.shrink2(egui::vec2((side - 16.0).max(0.0) / 2.0, 0.0)),
                day.said,
            );
            if day.date == today {
                let line = Stroke::new(1.5, t.accent);
                ui.painter()
                    .rect_stroke(square, 3, line, StrokeKind::Inside);
            }
        }
    }
}
