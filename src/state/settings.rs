//! The settings as they are changed: each change is kept at once.

use super::State;
use crate::job::Job;
use crate::settings::Settings;

impl State {
    pub(super) fn choose(&mut self, settings: Settings) -> Vec<Job> {
        let settings = settings.clamped();
        if settings == self.settings {
            return Vec::new();
        }
        if settings.stretch != self.settings.stretch {
            self.stretch.choose(&settings);
        }
        self.settings = settings;
        vec![Job::SaveSettings(Box::new(self.settings.clone()))]
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
