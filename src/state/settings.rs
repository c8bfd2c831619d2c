//! The settings as they are changed: each change is kept at once, and what
//! another window changes is taken in.

use super::State;
use crate::job::{Job, Report, Ticket};
use crate::settings::{Change, Settings};

/// Changes on their way to the disk.
#[derive(Clone, Debug, Default)]
pub(super) struct Saving {
    /// The last one that was handed over.
    asked: Ticket,
    /// It has not been written yet, or could not be.
    is_open: bool,
}

impl State {
    pub(super) fn choose(&mut self, settings: Settings) -> Vec<Job> {
        let settings = settings.clamped();
        if settings == self.settings {
            return Vec::new();
        }
        if settings.stretch != self.settings.stretch {
            self.stretch.choose(&settings);
        }
        vec![self.keep_settings(settings)]
    }

    /// Takes settings over and has what changed written.
    pub(super) fn keep_settings(&mut self, settings: Settings) -> Job {
        self.saving.asked = Ticket(self.saving.asked.0 + 1);
        self.saving.is_open = true;
        let before = std::mem::replace(&mut self.settings, settings);
        let change = Change::between(before, self.settings.clone());
        Job::SaveSettings(self.saving.asked, Box::new(change))
    }

    /// Takes in what the file says, unless a change of this window is still on
    /// its way there: its report brings both.
    pub(super) fn hear_settings(&mut self, report: &Report) {
        if let Report::SettingsSaved(ticket, settings) = report
            && *ticket == self.saving.asked
        {
            self.saving.is_open = false;
            self.take_settings(settings);
        }
        if let Report::SettingsFound(settings) = report
            && !self.saving.is_open
        {
            self.take_settings(settings);
        }
    }

    fn take_settings(&mut self, settings: &Settings) {
        if *settings == self.settings {
            return;
        }
        // What is being dragged for the stretch stays.
        let mut here = self.settings.clone();
        self.stretch.remember(&mut here);
        let dragged = Change::between(self.settings.clone(), here.clone());
        let taken = dragged.on(settings.clone());
        if taken != here {
            self.stretch.choose(&taken);
        }
        self.settings.clone_from(settings);
    }

    /// Larger, smaller, or with 0 the usual size.
    pub(super) fn zoom(&mut self, step: i8) -> Vec<Job> {
        let now = i32::from(self.settings.zoom_percent);
        let wanted = if step == 0 {
            100
        } else {
            now + 10 * i32::from(step)
        };
        let wanted = u16::try_from(wanted.clamp(80, 250)).unwrap_or(100);
        self.choose(Settings {
            zoom_percent: wanted,
            ..self.settings.clone()
        })
    }
}
