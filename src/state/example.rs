//! The example diary: whether this is one, and the wish to open or leave it.
//!
//! It is another folder and another state; [`crate::app`] holds the two apart.

use super::State;
use crate::settings::Settings;

impl State {
    /// Can the example be opened now? Not while a stretch runs.
    pub fn may_look_around(&self) -> bool {
        !self.over.is_example && self.stretch.session().is_none()
    }

    /// Asks for the example diary, or to leave it.
    pub(super) fn wish_example(&mut self, open: bool) {
        let fits = if open {
            self.may_look_around()
        } else {
            self.over.is_example
        };
        if fits {
            self.over.manual = None;
            self.over.example_wish = Some(open);
        }
    }

    /// What was asked for since the last time.
    pub fn take_example_wish(&mut self) -> Option<bool> {
        self.over.example_wish.take()
    }

    /// The settings an example starts with: the look stays, and nothing that
    /// leads to the person's own files.
    pub fn settings_for_example(&self) -> Settings {
        let own = &self.settings;
        Settings {
            theme: own.theme,
            zoom_percent: own.zoom_percent,
            contrast: own.contrast,
            motion: own.motion,
            night: own.night,
            night_from: own.night_from,
            night_until: own.night_until,
            region: own.region.clone(),
            units: own.units,
            first_weekday: own.first_weekday,
            day_clock: own.day_clock,
            sound_volume: own.sound_volume,
            sound_muted: own.sound_muted,
            seen_intro: true,
            backup_daily: false,
            ..Settings::default()
        }
    }
}
