//! The head of the diary: its name, what can be undone, list or calendar, and
//! the search field.

use egui::{Align, Key, Layout, Ui};
use jiff::civil::Date;

use super::{Finder, View};
use crate::action::Action;
use crate::state::{DiaryPage, DoctorStep};
use crate::ui::icon::Icon;
use crate::ui::tokens::{size, space};
use crate::ui::widget::{chip, icon_button, primary, quiet, segmented};
use crate::ui::{Cx, field, icon, text};

/// With less room than this what changes the diary stands below the name.
const NARROW: f32 = 372.0;
/// With less than this they stand close to each other.
const CLOSE: f32 = 480.0;
/// With this much the pages are named beside their icons.
const NAMED: f32 = 760.0;

/// Draws the head.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, find: &mut Finder) {
    let room = ui.available_width();
    let is_narrow = room < NARROW;
    ui.horizontal(|ui| {
        text::title(ui, "Diary");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !is_narrow {
                log(ui, cx);
            }
            if room < CLOSE {
                ui.spacing_mut().item_spacing.x = 0.0;
            }
            for page in PAGES.iter().rev() {
                one(ui, cx, page, room >= NAMED);
            }
        });
    });
    if is_narrow {
        ui.horizontal(|ui| {
            log(ui, cx);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                turn(ui, cx);
            });
        });
    }
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
        if !is_narrow {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                turn(ui, cx);
            });
        }
    });
    ui.add_space(space::XS);
    if find.view == View::List && !cx.state.diary.is_empty() {
        search(ui, find);
    }
}

/// The other pages of the diary, from the left.
const PAGES: [(Icon, &str); 3] = [
    (icon::TRASH, "Trash"),
    (icon::SAVE_PAGE, "For your doctor"),
    (icon::FOLDER, BRING_IN),
];
const BRING_IN: &str = "Bring in and take out";

fn log(ui: &mut Ui, cx: &mut Cx<'_>) {
    if primary(ui, Some(icon::PLUS), "Log a cramp").clicked() {
        cx.ask(Action::NewEntry);
    }
}

/// The button of another page.
fn one(ui: &mut Ui, cx: &mut Cx<'_>, (mark, name): &(Icon, &'static str), is_named: bool) {
    let button = if is_named {
        quiet(ui, Some(*mark), name)
    } else {
        icon_button(ui, *mark, name)
    };
    if button.clicked() {
        cx.ask(match *name {
            "Trash" => Action::DiaryPage(DiaryPage::Trash),
            BRING_IN => Action::DiaryPage(DiaryPage::Exchange),
            _ => Action::Doctor(DoctorStep::Open),
        });
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
            field::begin_search(ui, &response, &find.text);
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
