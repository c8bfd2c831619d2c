//! Settings: what a person has chosen, and the range each choice may have.
//!
//! Plain values. Reading is tolerant (`file.rs`): a missing or broken field is
//! its default, a number out of range is brought back into it.

mod file;

use serde::{Deserialize, Serialize};

pub use self::file::{Tolerant, format, parse};
use crate::diary::entry::Side;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The near-black, warm, still screen for the night.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Night {
    /// Never.
    Off,
    /// By the hour.
    #[default]
    Auto,
    /// Always.
    On,
}

/// What lengths and temperatures are told in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Units {
    /// Meters and degrees Celsius.
    #[default]
    Metric,
    /// Feet, miles and degrees Fahrenheit.
    Imperial,
}

/// The day a calendar week begins with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstWeekday {
    /// Monday.
    #[default]
    Monday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// How a stretch is done unless the routine says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "StretchDefaults", deny_unknown_fields)]
pub struct StretchDefaults {
    /// Seconds each hold lasts, 5 to 120.
    pub hold_secs: u16,
    /// Holds on each side, 1 to 6.
    pub rounds: u8,
    /// Seconds between holds, 5 to 60.
    pub rest_secs: u16,
    /// Seconds to get into place, 3 to 30.
    pub prepare_secs: u16,
    /// The side that hurts, which comes first.
    pub sore_side: Option<Side>,
}

impl Default for StretchDefaults {
    /// The usual dose for adults: twice 30 s on each side.
    fn default() -> Self {
        Self {
            hold_secs: 30,
            rounds: 2,
            rest_secs: 10,
            prepare_secs: 10,
            sore_side: None,
        }
    }
}

/// The region that means: as the locale of the system says.
pub const BY_LOCALE: &str = "AUTO";

/// Everything a person can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Size of everything in percent, 80 to 250.
    pub zoom_percent: u16,
    /// Stills instead of motion.
    pub reduce_motion: bool,
    /// The screen for the night.
    pub night: Night,
    /// Whose emergency number is shown: a country code,
    /// `INTL`, or [`BY_LOCALE`].
    pub region: String,
    /// Meters or feet.
    pub units: Units,
    /// Where a week begins.
    pub first_weekday: FirstWeekday,
    /// How loud, 0 to 100.
    pub sound_volume: u8,
    /// No sound at all.
    pub sound_muted: bool,
    /// How a stretch is done.
    pub stretch: StretchDefaults,
    /// Neutral titles and file names.
    pub discreet: bool,
    /// The first-run pages have been seen.
    pub seen_intro: bool,
    /// The id of the screen that was open last.
    pub last_screen: String,
    /// The day the safety list before the stretch was last read.
    pub gate_passed: Option<jiff::civil::Date>,
    /// A backup each day that something has changed.
    pub backup_daily: bool,
    /// The folder of the backups; empty: in the data folder.
    pub backup_folder: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            zoom_percent: 100,
            reduce_motion: false,
            night: Night::default(),
            region: BY_LOCALE.to_owned(),
            units: Units::default(),
            first_weekday: FirstWeekday::default(),
            sound_volume: 70,
            sound_muted: false,
            stretch: StretchDefaults::default(),
            discreet: false,
            seen_intro: false,
            last_screen: String::new(),
            gate_passed: None,
            backup_daily: true,
            backup_folder: String::new(),
        }
    }
}

impl Settings {
    /// The same with every number brought into its range.
    #[must_use]
    pub fn clamped(mut self) -> Self {
        self.zoom_percent = self.zoom_percent.clamp(80, 250);
        self.sound_volume = self.sound_volume.min(100);
        let stretch = &mut self.stretch;
        stretch.hold_secs = stretch.hold_secs.clamp(5, 120);
        stretch.rounds = stretch.rounds.clamp(1, 6);
        stretch.rest_secs = stretch.rest_secs.clamp(5, 60);
        stretch.prepare_secs = stretch.prepare_secs.clamp(3, 30);
        let is_id = |id: &str| {
            id.len() <= 40
                && id
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
        };
        if self.region.is_empty() || !is_id(&self.region) {
            self.region = Self::default().region;
        }
        // A folder that depends on where the program was started is no place
        // for a backup.
        let folder = std::path::Path::new(&self.backup_folder);
        if self.backup_folder.len() > 4096 || !folder.is_absolute() {
            self.backup_folder = String::new();
        }
        if !is_id(&self.last_screen) {
            self.last_screen = String::new();
        }
        self
    }
}
