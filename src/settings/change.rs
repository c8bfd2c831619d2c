//! A change of the settings: what they were and what they are to be. Only what
//! differs is written, so that two windows do not undo each other's choices.

use super::Settings;
use super::fields::{fields, reminder_fields, stretch_fields};

/// A change on its way to the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What they were; none: all of `now` is to be written.
    pub before: Option<Settings>,
    /// What they are to be.
    pub now: Settings,
}

impl Change {
    /// From the one to the other.
    pub fn between(before: Settings, now: Settings) -> Self {
        Self {
            before: Some(before),
            now,
        }
    }

    /// All of these settings, whatever they were before.
    pub fn whole(now: Settings) -> Self {
        Self { before: None, now }
    }

    /// This change together with the one before it, which was not written.
    #[must_use]
    pub fn after(self, earlier: Self) -> Self {
        Self {
            before: earlier.before,
            now: self.now,
        }
    }

    /// Settings with this change: what was not changed is as it was in them.
    #[must_use]
    pub fn on(&self, mut settings: Settings) -> Settings {
        let Some(before) = &self.before else {
            return self.now.clone();
        };
        macro_rules! take {
            ($name:ident) => {
                if before.$name != self.now.$name {
                    settings.$name.clone_from(&self.now.$name);
                }
            };
        }
        fields!(take);
        macro_rules! take_stretch {
            ($name:ident, $key:literal) => {
                if before.stretch.$name != self.now.stretch.$name {
                    settings.stretch.$name.clone_from(&self.now.stretch.$name);
                }
            };
        }
        stretch_fields!(take_stretch);
        macro_rules! take_reminder {
            ($name:ident, $key:literal) => {
                if before.reminders.$name != self.now.reminders.$name {
                    settings
                        .reminders
                        .$name
                        .clone_from(&self.now.reminders.$name);
                }
            };
        }
        reminder_fields!(take_reminder);
        settings
    }

    /// The fields that are changed, by the names they have in the file.
    pub fn names(&self) -> Vec<&'static str> {
        let mut all = Vec::new();
        let before = self.before.as_ref();
        macro_rules! name {
            ($name:ident) => {
                if before.is_none_or(|before| before.$name != self.now.$name) {
                    all.push(stringify!($name));
                }
            };
        }
        fields!(name);
        macro_rules! name_stretch {
            ($name:ident, $key:literal) => {
                if before.is_none_or(|b| b.stretch.$name != self.now.stretch.$name) {
                    all.push($key);
                }
            };
        }
        stretch_fields!(name_stretch);
        macro_rules! name_reminder {
            ($name:ident, $key:literal) => {
                if before.is_none_or(|b| b.reminders.$name != self.now.reminders.$name) {
                    all.push($key);
                }
            };
        }
        reminder_fields!(name_reminder);
        all
    }
}
