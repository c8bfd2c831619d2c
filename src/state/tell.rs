//! What the IO thread reports, told to the person as notices.

use std::path::PathBuf;

use super::State;
use crate::job::{Fault, FaultKind, Report, Task};
use crate::notice::{Remedy, Tone};
use crate::stretch::Kept;

/// The topic of what is told about an interrupted session.
pub(super) const SESSION: &str = "session";

impl State {
    /// Turns a report into a notice where a person must know of it.
    pub(super) fn tell(&mut self, report: &Report) {
        match report {
            Report::Saved { aside, .. } => {
                self.notices
                    .tell("entry", Tone::Good, "Saved.", Some(Remedy::Undo));
                if aside.is_some() {
                    self.notices.tell(
                        "conflict",
                        Tone::Info,
                        "The entry had been changed elsewhere. Both versions are kept.",
                        Some(Remedy::ShowDamaged),
                    );
                }
            }
            Report::Deleted { .. } => {
                self.notices.tell(
                    "entry",
                    Tone::Good,
                    "Moved to the trash.",
                    Some(Remedy::Undo),
                );
            }
            Report::Restored { .. } => {
                self.notices
                    .tell("entry", Tone::Good, "Back in the diary.", None);
            }
            Report::Failed { what, fault, .. } => {
                let hint = match fault.kind {
                    FaultKind::Full => " Free some space, then try again.",
                    FaultKind::Denied | FaultKind::ReadOnly => {
                        " Check who may write to the folder, then try again."
                    }
                    FaultKind::Missing
                    | FaultKind::Exists
                    | FaultKind::Newer
                    | FaultKind::Invalid
                    | FaultKind::NotYetSafe
                    | FaultKind::System => "",
                };
                let remedy =
                    matches!(what, Task::Save(_) | Task::KeepCramp(_)).then_some(Remedy::Retry);
                let said = format!("{what}: {fault}.{hint}");
                self.notices.tell("fault", Tone::Warning, said, remedy);
            }
            Report::Loaded(loaded) => {
                if let Some(format) = loaded.newer_store {
                    let said = format!(
                        "This diary was written by a newer Unclench (format {format}). It can be \
                         read, but nothing can be saved. Update Unclench."
                    );
                    self.notices.tell("newer", Tone::Warning, said, None);
                }
            }
            Report::Page(told) => self.page_told(told.clone()),
            Report::Exchange(told) => self.exchange_told(told),
            Report::Home(told) => self.home_told(told),
            Report::Chosen(ticket, choice) => self.path_chosen(*ticket, choice),
            Report::Kept(others) => self.tell_kept(others),
            Report::Interrupted(kept) => self.tell_interrupted(kept),
            Report::SessionDamaged(fault) => {
                let said = format!("A stretch was interrupted, but {fault}.");
                self.notices.tell(SESSION, Tone::Warning, said, None);
            }
            Report::Sound(_)
            | Report::Voice(_)
            | Report::Awake(_)
            | Report::Desktop(_)
            | Report::Crashed(..)
            | Report::Found(_)
            | Report::Unfinished(_)
            | Report::CrampKept(_)
            | Report::SettingsSaved(..)
            | Report::SettingsFound(_) => {}
        }
    }

    /// Says that the file of the settings could not be read, and what became of
    /// it.
    pub fn tell_settings(&mut self, fault: &Fault) {
        let said = format!("Your settings start afresh: {fault}.");
        self.notices.tell("settings", Tone::Warning, said, None);
    }

    /// Says where the versions are that were not kept.
    fn tell_kept(&mut self, others: &[PathBuf]) {
        let Some(first) = others.first() else {
            return;
        };
        let said = match others.len() {
            1 => format!("The other version is kept for 90 days: {}", first.display()),
            count => format!(
                "The other {count} versions are kept for 90 days, the first as {}",
                first.display()
            ),
        };
        self.notices.tell("conflict", Tone::Good, said, None);
    }

    /// Offers a session that a crash cut off.
    fn tell_interrupted(&mut self, kept: &Kept) {
        let session = &kept.session;
        let said = if session.is_over() {
            let at = self.say_time(session.started.datetime().time());
            format!("Your stretch of {at} is not in the diary yet.")
        } else {
            let at = self.say_time(session.made.datetime().time());
            format!("Your stretch was interrupted at {at}.")
        };
        self.notices
            .tell(SESSION, Tone::Info, said, Some(Remedy::ShowSession));
    }
}
