//! The settings on the IO thread: changes are written one over the other, and
//! what others write is told.

use super::desk::Desk;
use crate::job::{Report, Task, Ticket};
use crate::settings::{Change, Settings};

/// What the window knows of the settings, and what is still to be written.
#[derive(Debug, Default)]
pub(super) struct Settled {
    /// As they were told last.
    told: Option<Settings>,
    /// A change that is not written: a newer one followed at once, or the disk
    /// refused it. The next one takes it along.
    owed: Option<Change>,
}

impl Settled {
    /// Leaves a change to be written with the next one.
    pub(super) fn owe(&mut self, change: Change) {
        self.owed = Some(match self.owed.take() {
            Some(earlier) => change.after(earlier),
            None => change,
        });
    }
}

impl Desk {
    pub(super) fn save_settings(&mut self, ticket: Ticket, change: Change) {
        self.settings.owe(change);
        let Some(change) = self.settings.owed.take() else {
            return;
        };
        match self.store.save_settings(&change) {
            Ok(settings) => {
                self.settings.told = Some(settings.clone());
                (self.tell)(Report::SettingsSaved(ticket, Box::new(settings)));
            }
            Err(fault) => {
                self.settings.owed = Some(change);
                self.answer(Err(fault), None, Task::SaveSettings);
            }
        }
    }

    /// Tells the settings if they are others than before. A file that is gone or
    /// broken changes nothing.
    pub(super) fn look_at_settings(&mut self) {
        let Some(settings) = self.store.settings_now() else {
            return;
        };
        if self.settings.told.as_ref() != Some(&settings) {
            self.settings.told = Some(settings.clone());
            (self.tell)(Report::SettingsFound(Box::new(settings)));
        }
    }
}
