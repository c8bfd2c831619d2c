//! Files that need a look: damaged, newer than this program, or in conflict.

use std::path::Path;

use egui::Ui;

use super::list::way_back;
use super::rows::headline;
use crate::action::Action;
use crate::diary::entry::EntryId;
use crate::diary::{Diary, Edit};
use crate::state::DiaryPage;
use crate::ui::tokens::space;
use crate::ui::widget::{card, empty, page, quiet, secondary};
use crate::ui::{Cx, icon, text};

/// Files that are listed at once.
const SHOWN: usize = 50;

/// How many files or entries need a look.
pub(super) fn count(diary: &Diary) -> usize {
    diary.damaged().count()
        + diary.newer().count()
        + diary.conflicts().count()
        + diary.unsealed().count()
}

/// Draws the list of files.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    page(ui, "files", 860.0, |ui| {
        way_back(ui, cx);
        text::title(ui, "Files that need a look");
        text::muted(
            ui,
            "Unclench never changes or deletes a file it cannot read. Each is kept as it is, in \
             the data folder, with the reason beside it.",
        );
        ui.add_space(space::M);
        let diary = &cx.state.diary;
        if count(diary) == 0 {
            let back = empty(
                ui,
                icon::CHECK_MARK,
                "All files could be read",
                "Nothing is damaged, nothing is there twice. If that changes, the diary says so at \
                 its top.",
                "Go to your entries",
            );
            if back.clicked() {
                cx.ask(Action::DiaryPage(DiaryPage::List));
            }
            return;
        }
        if diary.damaged().next().is_some() {
            text::subheading(ui, 2, "Cannot be read");
            let mut aside = None;
            for file in diary.damaged().take(SHOWN) {
                let is_file = names_a_file(&file.path);
                let what = if is_file {
                    "Mend it in a text editor, take it from a backup, or set it aside: it then \
                     goes to the folder damaged, as it is."
                } else {
                    "Look at it with your file manager."
                };
                if one(
                    ui,
                    &file.path,
                    &sentence(&file.spot.to_string()),
                    what,
                    is_file,
                ) {
                    aside = Some(file.path.clone());
                }
            }
            more(ui, diary.damaged().count());
            if let Some(path) = aside {
                cx.ask(Action::Diary(Box::new(Edit::SetAside(path))));
            }
        }
        if diary.newer().next().is_some() {
            text::subheading(ui, 2, "Written by a newer Unclench");
            for file in diary.newer().take(SHOWN) {
                let reason = format!(
                    "It has schema {}, which this Unclench does not know. It is never written here.",
                    file.schema
                );
                one(
                    ui,
                    &file.path,
                    &reason,
                    "Update Unclench to read it.",
                    false,
                );
            }
            more(ui, diary.newer().count());
        }
        unsealed(ui, cx);
        super::conflict::show(ui, cx);
    });
}

/// A reason as a sentence.
fn sentence(reason: &str) -> String {
    // What the reader would have taken instead is for programmers.
    let short = reason.split(", expected one of").next().unwrap_or(reason);
    text::capital(&format!("{short}."))
}

/// Those that are not listed.
fn more(ui: &mut Ui, count: usize) {
    if count > SHOWN {
        let rest = count - SHOWN;
        text::muted(
            ui,
            format!("And {rest} more. “unclench diary verify” names them all."),
        );
        ui.add_space(space::S);
    }
}

/// Whether a path that could not be read is one file that can be moved.
fn names_a_file(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    path.starts_with("diary") && extension.eq_ignore_ascii_case("ron")
}

/// One file, why it is here and what to do. Says whether it is to be set aside.
fn one(ui: &mut Ui, path: &Path, reason: &str, what: &str, may_go: bool) -> bool {
    let path = path.display().to_string();
    let mut is_aside = false;
    card(ui, |ui| {
        ui.add(egui::Label::new(&path).selectable(true).wrap());
        text::body(ui, reason);
        text::muted(ui, what);
        ui.horizontal_wrapped(|ui| {
            if may_go {
                let aside = secondary(ui, None, "Set aside");
                is_aside = aside.accessible_name(format!("Set aside {path}")).clicked();
            }
            let copy = quiet(ui, None, "Copy the path");
            if copy
                .accessible_name(format!("Copy the path {path}"))
                .clicked()
            {
                ui.ctx().copy_text(path.clone());
            }
        });
    });
    ui.add_space(space::S);
    is_aside
}

/// Entries whose checksum does not fit: shown, with a word of warning.
fn unsealed(ui: &mut Ui, cx: &mut Cx<'_>) {
    let ids: Vec<EntryId> = cx.state.diary.unsealed().collect();
    if ids.is_empty() {
        return;
    }
    text::subheading(ui, 2, "Changed outside Unclench, or damaged");
    text::muted(
        ui,
        "These entries can be read, but their checksum does not fit. Look whether they say what \
         you wrote. Saving an entry again puts it right.",
    );
    ui.add_space(space::S);
    for id in ids.into_iter().take(SHOWN) {
        open_row(ui, cx, id);
    }
}

/// An entry by its headline, with a button that opens it.
fn open_row(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId) {
    let Some(entry) = cx.state.diary.get(id) else {
        return;
    };
    let when = cx.state.say_when(entry.civil(), "%-d %B %Y, {time}");
    let title = headline(entry);
    card(ui, |ui| {
        text::strong(ui, &title);
        text::muted(ui, &when);
        let open =
            quiet(ui, None, "Open the entry").accessible_name(format!("Open {when} {title}"));
        if open.clicked() {
            cx.ask(Action::EditEntry(id));
        }
    });
    ui.add_space(space::S);
}
