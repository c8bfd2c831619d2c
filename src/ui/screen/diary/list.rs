//! The list by day: every entry, found again by search and filters, edited,
//! deleted. However long the diary is, only what is seen is drawn.

use egui::{Key, ScrollArea, Ui};

use super::row::ROW;
use super::rows::Row;
use super::{Finder, Top, filters, row};
use crate::action::Action;
use crate::diary::count::grouped;
use crate::diary::search::why;
use crate::state::DiaryPage;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{callout, empty, quiet, secondary};
use crate::ui::{Cx, icon, scroll, text};

/// The widest the list gets.
const WIDEST: f32 = 860.0;

/// Draws the list below the diary's head; or that too, where it scrolls.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, find: &mut Finder, head: Option<Top<'_>>) {
    let reading = (&cx.state.diary, cx.library(), cx.now);
    let (text, filter) = (&find.text, &find.filter);
    find.rows.update(reading, text, filter, find.shows_filters);
    if find.rows.read_so_far().is_some() {
        ui.ctx().request_repaint(); // the next slice
    }
    let mut area = ScrollArea::vertical().id_salt("entries").auto_shrink(false);
    if let Some(offset) = keys(ui, find) {
        area = area.vertical_scroll_offset(offset);
    }
    if (&find.shown.0, &find.shown.1) != (&find.text, &find.filter) {
        find.shown = (find.text.clone(), find.filter.clone());
        area = area.vertical_scroll_offset(0.0);
    }
    let output = scroll::beside(ui, |ui| {
        let output = area.show_viewport(ui, |ui, seen| rows(ui, cx, find, head, seen));
        scroll::named(ui, output, "entries")
    });
    find.offset = output.state.clamped_offset().y;
    find.page = output.inner_rect.height();
}

/// What stands above the rows, and those of the rows that are seen.
fn rows(ui: &mut Ui, cx: &mut Cx<'_>, find: &mut Finder, head: Option<Top<'_>>, seen: egui::Rect) {
    scroll::within(ui);
    let top = ui.cursor().top();
    if let Some(head) = head {
        head(ui, cx, find);
    }
    above(ui, cx, find);
    let above = ui.cursor().top() - top;
    ui.spacing_mut().item_spacing.y = 0.0;
    let count = find.rows.len();
    // One more on each side, so that the keyboard finds the next one.
    let row_at = |y: f32| ((y - above) / ROW).floor().max(0.0) as usize;
    let first = row_at(seen.min.y).saturating_sub(1).min(count);
    let last = (row_at(seen.max.y) + 2).min(count);
    ui.add_space(first as f32 * ROW);
    for at in first..last {
        match find.rows.row(&cx.state.diary, at) {
            Some(Row::Day(date, count)) => row::day(ui, cx, date, count),
            Some(Row::Entry(entry, nth)) => {
                let of = find.rows.entries();
                let why = why(&entry, &find.text, cx.library(), cx.state.is_twelve());
                ui.push_id(entry.id(), |ui| row::entry(ui, cx, &entry, (nth, of), &why));
            }
            None => ui.add_space(ROW),
        }
    }
    ui.add_space((count - last) as f32 * ROW);
    scroll::follow(ui, "entries");
}

/// What stands above the first row and scrolls with it.
fn above(ui: &mut Ui, cx: &mut Cx<'_>, find: &mut Finder) {
    let is_all = find.text.trim().is_empty() && find.filter.is_open();
    if is_all && !find.shows_filters {
        crate::ui::screen::check_in::check_in_row(ui, cx);
        ui.add_space(space::S);
    }
    if find.shows_filters {
        filters::panel(ui, cx, find);
        ui.add_space(space::S);
    }
    filters::line(ui, find);
    if find.rows.entries() == 0 && find.rows.read_so_far().is_none() {
        nothing_found(ui, find);
    }
}

/// The keys that scroll, where no field is being typed in: how far down.
fn keys(ui: &Ui, find: &Finder) -> Option<f32> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let page = (find.page - ROW).max(ROW);
    let none = egui::Modifiers::NONE;
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(none, key);
        if pressed(Key::PageDown) {
            Some(find.offset + page)
        } else if pressed(Key::PageUp) {
            Some((find.offset - page).max(0.0))
        } else if pressed(Key::Home) {
            Some(0.0)
        } else if pressed(Key::End) {
            Some(f32::MAX / 4.0)
        } else {
            None
        }
    })
}

/// Nothing fits: what was looked for, and the ways on.
fn nothing_found(ui: &mut Ui, find: &mut Finder) {
    ui.add_space(space::M);
    let line = match (find.text.trim().is_empty(), find.filter.is_open()) {
        (true, _) => "No entry fits all the filters. Take one away, or clear them all.",
        (false, true) => {
            "Try fewer or shorter words. Places, triggers, remedies, tags, notes and dates are \
             searched: “left deep”, “sitting march”, “2026-03”."
        }
        (false, false) => "Some entries may say it, but the filters leave them out.",
    };
    let button = if find.filter.is_open() {
        "Clear the search"
    } else {
        "Clear the filters"
    };
    let clear = empty(ui, icon::SEARCH, "Nothing found", line, button);
    if clear.clicked() {
        if find.filter.is_open() {
            find.text.clear();
        }
        find.clear_filters();
    }
}

/// Files that could not be read, and the like: said above everything else.
pub(super) fn troubles(ui: &mut Ui, cx: &mut Cx<'_>) {
    let count = super::files::count(&cx.state.diary);
    if count == 0 {
        return;
    }
    let t = ui.tokens();
    let (said, kept) = if count == 1 {
        ("1 file needs a look".to_owned(), "It is kept as it is")
    } else {
        (
            format!("{} files need a look", grouped(count)),
            "They are kept as they are",
        )
    };
    callout(ui, icon::WARNING, t.caution, t.caution_soft, &said, |ui| {
        text::body(ui, format!("{kept}; nothing was changed or deleted."));
        if secondary(ui, None, "Show the files").clicked() {
            cx.ask(Action::DiaryPage(DiaryPage::Files));
        }
    });
    ui.add_space(space::M);
}

/// A diary without entries.
pub(super) fn nothing_yet(ui: &mut Ui, cx: &mut Cx<'_>) {
    let first = empty(
        ui,
        icon::DIARY,
        "Your diary is empty",
        "Each cramp you log appears here by day. It takes seconds, it stays on this computer, and \
         nothing you write is ever lost.",
        "Log your first cramp",
    );
    if first.clicked() {
        cx.ask(Action::NewEntry);
    }
}

/// The page of an entry that is not there any more.
pub(super) fn gone(ui: &mut Ui, cx: &mut Cx<'_>) {
    crate::ui::widget::page(ui, "gone", WIDEST, |ui| {
        let back = empty(
            ui,
            icon::DIARY,
            "This entry is not here any more",
            "It may be in the trash, or another window may have deleted it.",
            "Back to the diary",
        );
        if back.clicked() {
            cx.ask(Action::DiaryPage(DiaryPage::List));
        }
    });
}

/// The way back to the list, at the top of the diary's other pages.
pub(super) fn way_back(ui: &mut Ui, cx: &mut Cx<'_>) {
    let back = quiet(ui, Some(icon::BACK), "Diary").accessible_name("Back to the diary");
    if back.clicked() {
        cx.ask(Action::DiaryPage(DiaryPage::List));
    }
    ui.add_space(space::XS);
}
