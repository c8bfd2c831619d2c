//! The head of the diary: its name, what can be undone, list or calendar, and
//! the search field.

use egui::{Align, Key, Layout, Ui};
use jiff::civil::Date;

use super::{Finder, View};
use crate::action::Action;
use crate::state::{DiaryPage, DoctorStep};
use crate::ui::icon::Icon;
use crate::ui::tokens::{size, space};
use crate::ui::widget::{chip, icon_button, primary, segmented};
use crate::ui::{Cx, field, icon, text};

/// Draws the head.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, find: &mut Finder) {
    ui.horizontal(|ui| {
        text::title(ui, "Diary");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if primary(ui, Some(icon::PLUS), "Log a cramp").clicked() {
                cx.ask(Action::NewEntry);
            }
            if icon_button(ui, icon::FOLDER, "Bring in and take out").clicked() {
                cx.ask(Action::DiaryPage(DiaryPage::Exchange));
            }
            if icon_button(ui, icon::SAVE_PAGE, "For your doctor").clicked() {
                cx.ask(Action::Doctor(DoctorStep::Open));
            }
            if icon_button(ui, icon::TRASH, "Trash").clicked() {
                cx.ask(Action::DiaryPage(DiaryPage::Trash));
            }
        });
    });
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        let views = [
            (View::List, "List"),
            (View::Month, "Month"),
            (View::Year, "Year"),
        ];
        if let Some(view) = segmented(ui, "How the diary is shown", find.view, &views) {
            find.view = view;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            turn(ui, cx);
        });
    });
    ui.add_space(space::XS);
    if find.view == View::List && !cx.state.diary.is_empty() {
        search(ui, find);
    }
}

/// Undo and redo, each with the name of what it would turn back.
fn turn(ui: &mut Ui, cx: &mut Cx<'_>) {
    let today: Date = cx.now.wall.date();
    let (undo, redo) = {
        let diary = &cx.state.diary;
        (diary.undo_name(today), diary.redo_name(today))
    };
    let one = |ui: &mut Ui, icon: Icon, verb: &str, name: Option<String>| {
        let is_there = name.is_some();
        let said = match name {
            Some(name) => format!("{verb}: {name}"),
            None => format!("Nothing to {}", verb.to_lowercase()),
        };
        ui.add_enabled_ui(is_there, |ui| icon_button(ui, icon, &said))
            .inner
            .clicked()
    };
    // From the right.
    if one(ui, icon::REDO, "Redo", redo) {
        cx.ask(Action::Redo);
    }
    if one(ui, icon::UNDO, "Undo", undo) {
        cx.ask(Action::Undo);
    }
}

/// The search field, and the switch of the filters beside it.
fn search(ui: &mut Ui, find: &mut Finder) {
    ui.horizontal(|ui| {
        let count = find.filter.count();
        let word = match count {
            0 => "Filters".to_owned(),
            count => format!("Filters ({count})"),
        };
        let room = ui.available_width() - 150.0;
        let line = egui::vec2(room.min(520.0), size::CONTROL);
        let layout = Layout::left_to_right(Align::Center);
        let response = ui
            .allocate_ui_with_layout(line, layout, |ui| {
                field::search(ui, "Search the diary", &mut find.text)
            })
            .inner;
        if std::mem::take(&mut find.focus) {
            response.request_focus();
        }
        let escape = response.has_focus() || response.lost_focus();
        if escape && ui.input(|i| i.key_pressed(Key::Escape)) && !find.text.is_empty() {
            find.text.clear();
            response.request_focus();
        }
        if chip(ui, find.shows_filters, &word).clicked() {
            find.shows_filters = !find.shows_filters;
        }
    });
    ui.add_space(space::XS);
}
