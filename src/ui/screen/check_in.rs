//! The check-in in one press, for any screen: "No cramp today", yesterday where
//! it is missing, and the look back on the week when it is due.

use egui::{Sense, Ui, Vec2};
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::action::Action;
use crate::diary::check_in::Told;
use crate::screen::Screen;
use crate::state::DiaryPage;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::{size, space};
use crate::ui::widget::{card, quiet, secondary};
use crate::ui::{Cx, icon, text};

/// Draws the row. It costs the same however long the diary is.
pub(super) fn check_in_row(ui: &mut Ui, cx: &mut Cx<'_>) {
    if !cx.state.diary.is_loaded() {
        return;
    }
    let today = cx.now.wall.date();
    let days = &cx.state.days;
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        one(ui, cx, today, "today", &days.today);
        if days.asks_yesterday {
            let yesterday = today.saturating_sub(1.day());
            one(ui, cx, yesterday, "yesterday", &days.yesterday);
        }
        if days.week_is_due {
            ui.horizontal_wrapped(|ui| {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(22.0), Sense::hover());
                icon::CALENDAR.paint(ui, rect, ui.tokens().muted);
                line(ui, "A week has passed.");
                if quiet(ui, None, "Look back on your week").clicked() {
                    open(cx, DiaryPage::Week(today));
                }
            });
        }
    });
}

/// One day: what it says, or the press that says it.
fn one(ui: &mut Ui, cx: &mut Cx<'_>, date: Date, word: &str, told: &Told) {
    let t = ui.tokens();
    ui.horizontal_wrapped(|ui| {
        if told.cramps > 0 {
            let said = match told.cramps {
                1 => format!("1 cramp {word}."),
                count => format!("{count} cramps {word}."),
            };
            line(ui, &said);
        } else if told.free {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(22.0), Sense::hover());
            icon::CHECK_MARK.paint(ui, rect, t.positive);
            let said = line(ui, &format!("No cramp {word}."));
            text::announce(ui, &said, false);
        } else {
            let said = format!("No cramp {word}");
            if secondary(ui, Some(icon::CHECK_MARK), &said).clicked() {
                cx.ask(Action::NoCramp(date));
            }
        }
        let (verb, name) = if told.entry.is_some() {
            ("Edit the check-in", format!("Edit the check-in of {word}"))
        } else {
            ("Say more", format!("Check in for {word}"))
        };
        if quiet(ui, None, verb).accessible_name(name).clicked() {
            open(cx, DiaryPage::Day(date));
        }
    });
}

/// A line of text as high as the buttons beside it.
fn line(ui: &mut Ui, said: &str) -> egui::Response {
    let font = egui::FontId::proportional(size::BODY);
    let wide = ui
        .painter()
        .layout_no_wrap(said.to_owned(), font, ui.tokens().text)
        .size()
        .x;
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let room = egui::vec2((wide + 2.0).min(ui.max_rect().width()), size::CONTROL);
    ui.allocate_ui_with_layout(room, layout, |ui| text::body(ui, said))
        .inner
}

fn open(cx: &mut Cx<'_>, page: DiaryPage) {
    cx.ask(Action::DiaryPage(page));
    cx.ask(Action::Open(Screen::Diary));
}
