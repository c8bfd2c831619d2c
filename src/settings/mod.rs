//! Settings: what a person has chosen, and the range each choice may have.
//!
//! Plain values. Reading is tolerant (`file.rs`): a missing or broken field is
//! its default, a number out of range is brought back into it.

mod change;
mod choices;
mod fields;
mod file;
mod reminders;

use jiff::civil::Time;

pub use self::change::Change;
pub use self::choices::{
    Contrast, DayClock, FirstWeekday, Motion, Night, Reads, Theme, Units, is_between, say_time,
    say_when,
};
pub use self::file::{Tolerant, format, format_over, parse};
pub use self::reminders::Reminders;
use crate::diary::entry::Side;
use crate::stretch::Order;

/// How a stretch is done: the person's own lengths, and what was chosen last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StretchDefaults {
    /// Seconds each hold lasts, 5 to 120.
    pub hold_secs: u16,
    /// Holds on each side, 1 to 6.
    pub rounds: u8,
    /// Seconds between holds, 5 to 60.
    pub rest_secs: u16,
    /// Seconds to get into place, 3 to 30. Also with other plans than one's own.
    pub prepare_secs: u16,
    /// Seconds to change sides, 5 to 60; none: as the routine proposes. Also
    /// with other plans.
    pub switch_secs: Option<u16>,
    /// Rounds the sore side gets besides, 0 to 3.
    pub extra_rounds: u8,
    /// The side that hurts.
    pub sore_side: Option<Side>,
    /// When the side that hurts is stretched.
    pub order: Order,
    /// The id of the routine chosen last; empty: none yet.
    pub routine: String,
    /// The id of the plan chosen last, `own` for one's own lengths; empty: as
    /// the routine proposes.
    pub plan: String,
}

impl Default for StretchDefaults {
    /// The usual dose for adults: twice 30 s on each side.
    fn default() -> Self {
        Self {
            hold_secs: 30,
            rounds: 2,
            rest_secs: 10,
            prepare_secs: 10,
            switch_secs: None,
            extra_rounds: 0,
            sore_side: None,
            order: Order::default(),
            routine: String::new(),
            plan: String::new(),
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
    /// How strongly things stand out.
    pub contrast: Contrast,
    /// Size of everything in percent, 80 to 250.
    pub zoom_percent: u16,
    /// Stills or movement.
    pub motion: Motion,
    /// The screen for the night.
    pub night: Night,
    /// The time of day it begins, where it comes by itself.
    pub night_from: Time,
    /// The time of day it ends.
    pub night_until: Time,
    /// Whose emergency number is shown: a country code,
    /// `INTL`, or [`BY_LOCALE`].
    pub region: String,
    /// Meters or feet.
    pub units: Units,
    /// Where a week begins.
    pub first_weekday: FirstWeekday,
    /// How the time of day is told.
    pub day_clock: DayClock,
    /// How loud, 0 to 100.
    pub sound_volume: u8,
    /// No sound at all, and no voice.
    pub sound_muted: bool,
    /// The steps of a stretch are said aloud.
    pub voice: bool,
    /// How fast, -100 to 100; 0 as the system speaks.
    pub voice_rate: i8,
    /// How a stretch is done.
    pub stretch: StretchDefaults,
    /// The window fills the screen when a stretch starts.
    pub full_screen_stretch: bool,
    /// The log sheet asks for the period and the day of the cycle.
    pub log_cycle: bool,
    /// The log sheet asks for medicines.
    pub log_medicine: bool,
    /// Neutral titles, notifications and file names.
    pub discreet: bool,
    /// The window opens on the screen that was open last.
    pub reopen: bool,
    /// What to be reminded of.
    pub reminders: Reminders,
    /// The first-run pages have been seen.
    pub seen_intro: bool,
    /// The day the safety list before the stretch was last answered.
    pub gate_passed: Option<jiff::civil::Date>,
    /// The lines of it that were true then, by id.
    pub gate_answers: Vec<String>,
    /// Until then every warning sign has been looked at, the person said.
    pub flags_seen: Option<jiff::Timestamp>,
    /// A backup each day that something has changed.
    pub backup_daily: bool,
    /// The folder of the backups; empty: in the data folder.
    pub backup_folder: String,
    /// The person's own question on the doctor's page.
    pub report_question: String,
    /// Name and date of birth are kept for the next time.
    pub report_keeps_me: bool,
    /// The name on the doctor's page, if it is kept.
    pub report_name: String,
    /// The date of birth on it, if it is kept.
    pub report_born: String,
    /// The day a person was last told that this folder is not there.
    pub backup_missed: Option<jiff::civil::Date>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            contrast: Contrast::default(),
            zoom_percent: 100,
            motion: Motion::default(),
            night: Night::default(),
            night_from: Time::constant(22, 0, 0, 0),
            night_until: Time::constant(6, 0, 0, 0),
            region: BY_LOCALE.to_owned(),
            units: Units::default(),
            first_weekday: FirstWeekday::default(),
            day_clock: DayClock::default(),
            sound_volume: 70,
            sound_muted: false,
            voice: false,
            voice_rate: 0,
            stretch: StretchDefaults::default(),
            full_screen_stretch: false,
            log_cycle: false,
            log_medicine: false,
            discreet: false,
            reopen: true,
            reminders: Reminders::default(),
            seen_intro: false,
            gate_passed: None,
            gate_answers: Vec::new(),
            flags_seen: None,
            backup_daily: true,
            backup_folder: String::new(),
            report_question: String::new(),
            report_keeps_me: false,
            report_name: String::new(),
            report_born: String::new(),
            backup_missed: None,
        }
    }
}

impl Settings {
    /// The same with every number brought into its range.
    #[must_use]
    pub fn clamped(mut self) -> Self {
        self.zoom_percent = self.zoom_percent.clamp(80, 250);
        self.sound_volume = self.sound_volume.min(100);
        self.voice_rate = self.voice_rate.clamp(-100, 100);
        let stretch = &mut self.stretch;
        stretch.hold_secs = stretch.hold_secs.clamp(5, 120);
        stretch.rounds = stretch.rounds.clamp(1, 6);
        stretch.rest_secs = stretch.rest_secs.clamp(5, 60);
        stretch.prepare_secs = stretch.prepare_secs.clamp(3, 30);
        stretch.switch_secs = stretch.switch_secs.map(|secs| secs.clamp(5, 60));
        stretch.extra_rounds = stretch.extra_rounds.min(3);
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
        for id in [&mut self.stretch.routine, &mut self.stretch.plan] {
            if !is_id(id) {
                id.clear();
            }
        }
        for (text, most) in [
            (&mut self.report_question, 400),
            (&mut self.report_name, 100),
            (&mut self.report_born, 40),
        ] {
            if text.chars().count() > most {
                *text = text.chars().take(most).collect();
            }
        }
        self.gate_answers.retain(|id| is_id(id));
        self.gate_answers.truncate(100);
        self
    }
}
