//! The month as a grid of days, one of which the keyboard stands on.

use std::cmp::Ordering;

use egui::{
    Align2, CornerRadius, EventFilter, FontId, Id, Key, Modifiers, Rect, Sense, Stroke, StrokeKind,
    Ui,
};
use jiff::civil::Date;

use super::{Calendar, Opened, cell};
use crate::diary::calendar::{Cell, Said, Step, week_of};
use crate::ui::Cx;
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::size;
use crate::ui::widget::focus_ring;

/// The keys and where they lead.
const KEYS: [(Key, Step); 8] = [
    (Key::ArrowLeft, Step::Days(-1)),
    (Key::ArrowRight, Step::Days(1)),
    (Key::ArrowUp, Step::Days(-7)),
    (Key::ArrowDown, Step::Days(7)),
    (Key::PageUp, Step::Months(-1)),
    (Key::PageDown, Step::Months(1)),
    (Key::Home, Step::WeekStart),
    (Key::End, Step::WeekEnd),
];

/// Keeps the arrows for the calendar while it has the keyboard.
pub(super) fn hold_arrows(ui: &Ui, id: Id) {
    let filter = EventFilter {
        tab: false,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: false,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

/// The step whose key was pressed, if any.
pub(super) fn pressed(ui: &Ui, keys: &[(Key, Step)]) -> Option<Step> {
    ui.input_mut(|input| {
        let mut keys = keys.iter();
        let hit = keys.find(|(key, _)| input.consume_key(Modifiers::NONE, *key));
        hit.map(|(_, step)| *step)
    })
}

/// Draws the month.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, calendar: &mut Calendar) {
    let base = ui.scope_id().with("calendar day");
    let here = base.with(calendar.day(cx));
    if ui.memory(|memory| memory.has_focus(here))
        && let Some(step) = pressed(ui, &KEYS)
    {
        calendar.go(cx, step);
        calendar.take_focus = true;
        calendar.look_at_month(cx);
    }
    let width = ui.available_width();
    let gap = 4.0;
    let wide = ((width - 6.0 * gap) / 7.0).floor();
    let high = (wide * 0.72).clamp(46.0, 72.0);
    names(ui, cx, wide, gap);
    let weeks = calendar.month.weeks.clone();
    let grid = egui::vec2(width, weeks.len() as f32 * (high + gap));
    let (rect, response) = ui.allocate_exact_size(grid, Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Group);
        node.set_label(calendar.month.name());
    });
    for (row, week) in weeks.iter().enumerate() {
        for (column, day) in week.iter().enumerate().filter(|(_, day)| day.is_inside) {
            let at = egui::vec2(column as f32 * (wide + gap), row as f32 * (high + gap));
            let place = Rect::from_min_size(rect.min + at, egui::vec2(wide, high));
            one(ui, cx, calendar, day, place, base.with(day.date));
        }
    }
}

/// The names of the weekdays.
fn names(ui: &mut Ui, cx: &Cx<'_>, wide: f32, gap: f32) {
    let first = week_of(cx.now.wall.date(), cx.state.settings.first_weekday);
    let room = egui::vec2(ui.available_width(), 20.0);
    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
    for (column, date) in first.series(jiff::ToSpan::day(1)).take(7).enumerate() {
        let x = rect.left() + column as f32 * (wide + gap) + 8.0;
        ui.painter().text(
            egui::pos2(x, rect.center().y),
            Align2::LEFT_CENTER,
            date.strftime("%a").to_string(),
            FontId::proportional(size::CAPTION),
            ui.tokens().muted,
        );
    }
}

fn one(ui: &mut Ui, cx: &Cx<'_>, calendar: &mut Calendar, day: &Cell, place: Rect, id: Id) {
    let t = ui.tokens();
    let (today, selected) = (cx.now.wall.date(), calendar.day(cx));
    let is_here = day.date == selected;
    // One stop for the keyboard; the arrows go on from there.
    let sense = if is_here {
        Sense::click()
    } else {
        Sense::CLICK
    };
    let response = ui.interact(place, id, sense);
    response.widget_info(|| {
        let name = name(day.date, today, day.said);
        egui::WidgetInfo::selected(egui::Role::Button, true, is_here, name)
    });
    if is_here {
        if std::mem::take(&mut calendar.take_focus) {
            response.request_focus();
        }
        if response.has_focus() {
            hold_arrows(ui, id);
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
    }
    if response.clicked() {
        calendar.selected = Some(day.date);
        // Enter and Space go on into the day; the pointer stays.
        let by_keys = !response.clicked_by(egui::PointerButton::Primary)
            || ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
        calendar.opened = if by_keys {
            Opened::ByKeys
        } else {
            Opened::ByPointer
        };
    }
    if ui.is_rect_visible(place) {
        let radius = CornerRadius::same(8);
        let is_ahead = day.date > today;
        let fill = if is_ahead { t.surface } else { t.raised };
        let fill = if response.hovered() {
            t.accent_soft
        } else {
            fill
        };
        ui.painter().rect_filled(place, radius, fill);
        if is_here {
            let line = Stroke::new(2.0, t.accent);
            let inside = StrokeKind::Inside;
            ui.painter().rect_stroke(place, radius, line, inside);
        }
        words(ui, day, place, today);
        // Room for the number of the day, and for that of the pain in its bar.
        let wide = (place.width() - 34.0).clamp(18.0, 30.0);
        let edge = if place.width() < 56.0 { 4.0 } else { 6.0 };
        let track = Rect::from_min_max(
            egui::pos2(place.right() - wide - edge, place.top() + edge),
            place.right_bottom() - egui::vec2(edge, edge),
        );
        cell::sign(ui, track, day.said);
    }
    focus_ring(ui, &response);
}

/// The number of the day, and how many cramps where there were several.
fn words(ui: &Ui, day: &Cell, place: Rect, today: Date) {
    let t = ui.tokens();
    let number = day.date.day().to_string();
    let at = place.left_top() + egui::vec2(15.0, 15.0);
    let (font, ink) = if day.date == today {
        ui.painter().circle_filled(at, 11.5, t.accent);
        (FontId::new(14.0, semibold()), t.on_accent)
    } else {
        let ink = if day.date > today { t.muted } else { t.text };
        (FontId::proportional(14.0), ink)
    };
    ui.painter()
        .text(at, Align2::CENTER_CENTER, number, font, ink);
    if let Said::Cramp { count, .. } = day.said
        && count > 1
    {
        ui.painter().text(
            place.left_bottom() + egui::vec2(6.0, -6.0),
            Align2::LEFT_BOTTOM,
            format!("{count}×"),
            FontId::proportional(12.5),
            t.muted,
        );
    }
}

/// "Thursday, 12 March: 2 cramps, worst 7 of 10".
fn name(date: Date, today: Date, said: Said) -> String {
    let day = date.strftime("%A, %-d %B");
    match date.cmp(&today) {
        Ordering::Greater => format!("{day}: still to come"),
        Ordering::Equal => format!("Today, {day}: {}", said.words()),
        Ordering::Less => format!("{day}: {}", said.words()),
    }
}
