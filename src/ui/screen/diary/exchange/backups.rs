//! Backups: the last one, where they are, and what is in an old one.

use egui::Ui;

use super::{ExchangeDraft, ask, fault};
use crate::action::{Action, ExchangeStep};
use crate::dialog::Purpose;
use crate::exchange::job::{Backup, Errand};
use crate::settings::Settings;
use crate::state::DiaryPage;
use crate::ui::choose::PathField;
use crate::ui::tokens::space;
use crate::ui::widget::{card, hairline, quiet, secondary};
use crate::ui::{Cx, icon, text};

/// Backups that are listed.
const SHOWN: usize = 12;

/// Draws the card.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut ExchangeDraft) {
    card(ui, |ui| {
        text::subheading(ui, 2, "Backups");
        text::muted(
            ui,
            "A copy of everything, read back after it is written. The newest of 7 days, 4 weeks \
             and 12 months are kept.",
        );
        ui.add_space(space::S);
        let mut daily = cx.state.settings.backup_daily;
        let word = "Make one each day that something has changed";
        if ui.checkbox(&mut daily, word).changed() {
            change(cx, |settings| settings.backup_daily = daily);
        }
        ui.add_space(space::S);
        folder(ui, cx, draft);
        ui.add_space(space::S);
        ui.add_enabled_ui(!cx.state.exchange.is_busy, |ui| {
            if secondary(ui, Some(icon::RESTORE), "Back up now").clicked() {
                ask(cx, ExchangeStep::BackUp);
            }
        });
        fault(ui, cx, Errand::BackUp);
        ui.add_space(space::M);
        list(ui, cx, draft);
    });
}

fn change(cx: &mut Cx<'_>, how: impl FnOnce(&mut Settings)) {
    let mut settings = cx.state.settings.clone();
    how(&mut settings);
    cx.ask(Action::Settings(Box::new(settings)));
    // The list of the folder that is now the right one.
    cx.ask(Action::DiaryPage(DiaryPage::Exchange));
}

/// Where they are, and how to have them elsewhere.
fn folder(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut ExchangeDraft) {
    let own = &cx.state.settings.backup_folder;
    let shown = if own.is_empty() {
        format!("{}/backups", cx.state.data_folder)
    } else {
        own.clone()
    };
    let Some(mut typed) = draft.folder.take() else {
        text::caption(ui, "Folder");
        ui.add(egui::Label::new(&shown).selectable(true).wrap());
        if own.is_empty() {
            text::muted(ui, "Another disk is safer: it outlives this one.");
        }
        if quiet(ui, Some(icon::FOLDER), "Choose another folder").clicked() {
            draft.folder = Some(PathField::new(cx, Purpose::Backups, shown));
        }
        return;
    };
    let words = ("Folder for backups", "/media/usb/unclench");
    typed.show(ui, cx, words, Purpose::Backups);
    let path = std::path::Path::new(typed.path.trim());
    let is_whole = typed.path.trim().is_empty() || path.is_absolute();
    if !is_whole {
        text::muted(ui, "Write the whole path, from the root of the disk.");
    }
    let mut is_done = false;
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(is_whole, |ui| {
            if secondary(ui, None, "Use this folder").clicked() {
                let folder = typed.path.trim().to_owned();
                change(cx, |settings| settings.backup_folder = folder);
                is_done = true;
            }
        });
        if quiet(ui, None, "Use the data folder").clicked() {
            change(cx, |settings| settings.backup_folder = String::new());
            is_done = true;
        }
        is_done |= quiet(ui, None, "Cancel").clicked();
    });
    if !is_done {
        draft.folder = Some(typed);
    }
}

fn list(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut ExchangeDraft) {
    let Some((_, all)) = cx.state.exchange.backups.clone() else {
        text::muted(ui, "Looking for backups…");
        return;
    };
    if all.is_empty() {
        text::muted(ui, "There is no backup yet.");
        return;
    }
    for (at, backup) in all.iter().take(SHOWN).enumerate() {
        if at > 0 {
            hairline(ui);
        }
        row(ui, cx, draft, backup, at == 0);
    }
    if all.len() > SHOWN {
        text::muted(
            ui,
            format!("And {} older ones in the folder.", all.len() - SHOWN),
        );
    }
}

fn row(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut ExchangeDraft, backup: &Backup, is_last: bool) {
    let Backup { path, date, nth } = backup;
    let mut when = date.strftime("%-d %B %Y").to_string();
    if *nth > 1 {
        when = format!("{when}, number {nth}");
    }
    let is_narrow = ui.available_width() < 124.0 + 120.0;
    let add = |ui: &mut Ui| {
        ui.vertical(|ui| {
            if !is_narrow {
                ui.set_width(ui.available_width() - 124.0);
            }
            text::strong(ui, &when);
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let last = if is_last { " · the last one" } else { "" };
            text::muted(ui, format!("{name}{last}"));
        });
        let name = format!("Look inside the backup of {when}");
        ui.add_enabled_ui(!cx.state.exchange.is_busy, |ui| {
            if secondary(ui, None, "Look inside")
                .accessible_name(name)
                .clicked()
            {
                draft.mapping = None;
                draft.from.path = path.display().to_string();
                let path = draft.from.path.clone();
                ask(
                    cx,
                    ExchangeStep::Look {
                        path,
                        mapping: None,
                    },
                );
            }
        });
    };
    if is_narrow {
        ui.vertical(add);
    } else {
        ui.horizontal(add);
    }
}
