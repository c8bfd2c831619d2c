//! Files that need a look: damaged, newer than this program, or in conflict.

use std::path::{Path, PathBuf};

use egui::Ui;

use super::list::way_back;
use super::rows::headline;
use crate::action::Action;
use crate::diary::entry::EntryId;
use crate::diary::{Diary, Edit};
use crate::ui::tokens::space;
use crate::ui::widget::{card, hairline, page, quiet, secondary};
use crate::ui::{Cx, text};

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
            text::body(ui, "All files could be read.");
            return;
        }
        if diary.damaged().next().is_some() {
            text::subheading(ui, 2, "Cannot be read");
            for file in diary.damaged() {
                one(ui, &file.path, &file.spot.to_string());
            }
        }
        if diary.newer().next().is_some() {
            text::subheading(ui, 2, "Written by a newer Unclench");
            for file in diary.newer() {
                one(ui, &file.path, "Update Unclench to read it.");
            }
        }
        unsealed(ui, cx);
        conflicts(ui, cx);
    });
}

fn one(ui: &mut Ui, path: &Path, reason: &str) {
    let path = path.display().to_string();
    card(ui, |ui| {
        ui.add(egui::Label::new(&path).selectable(true).wrap());
        text::muted(ui, reason);
        let copy =
            quiet(ui, None, "Copy the path").accessible_name(format!("Copy the path {path}"));
        if copy.clicked() {
            ui.ctx().copy_text(path.clone());
        }
    });
    ui.add_space(space::S);
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
    for id in ids {
        open_row(ui, cx, id);
    }
}

/// An entry by its headline, with a button that opens it.
fn open_row(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId) {
    let Some(entry) = cx.state.diary.get(id) else {
        return;
    };
    let when = cx.state.say_when(entry.civil(), "%-d %B %Y, %H:%M");
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

/// Two files with one id: shown side by side, never merged by themselves.
fn conflicts(ui: &mut Ui, cx: &mut Cx<'_>) {
    let ids: Vec<EntryId> = cx.state.diary.conflicts().collect();
    if ids.is_empty() {
        return;
    }
    text::subheading(ui, 2, "Several versions of one entry");
    text::muted(
        ui,
        "Another program, or another computer, changed the same entry. All versions are kept; \
         the diary shows the first. Keep the one that is right: the others go to the history.",
    );
    ui.add_space(space::S);
    let mut keep: Option<(EntryId, PathBuf)> = None;
    for id in ids {
        card(ui, |ui| {
            for (at, version) in cx.state.diary.versions(id).iter().enumerate() {
                if at > 0 {
                    hairline(ui);
                }
                let when = cx.state.say_when(version.entry.civil(), "%-d %B %Y, %H:%M");
                text::strong(ui, format!("{when}: {}", headline(&version.entry)));
                if !version.entry.note().is_empty() {
                    text::body(ui, version.entry.note());
                }
                let path = version.path.display().to_string();
                text::muted(ui, &path);
                let button = secondary(ui, None, "Keep this one")
                    .accessible_name(format!("Keep the version {path}"));
                if button.clicked() {
                    keep = Some((id, version.path.clone()));
                }
            }
        });
        ui.add_space(space::S);
    }
    if let Some((id, path)) = keep {
        cx.ask(Action::Diary(Box::new(Edit::Keep { id, path })));
    }
}
