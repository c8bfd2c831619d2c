//! What a person wants to be reminded of, and when not. All of it is off until
//! it is asked for.

use jiff::civil::{Time, Weekday};

/// The wishes for reminders.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Reminders {
    /// A look back on the day, each day.
    pub daily: bool,
    /// At this time of day.
    pub daily_at: Time,
    /// A planned stretch.
    pub stretch: bool,
    /// At this time of day.
    pub stretch_at: Time,
    /// On these days, Monday first.
    pub stretch_days: [bool; 7],
    /// The day to check again, as the last check said; at [`Self::daily_at`].
    pub recheck: bool,
    /// Nothing between two times of day.
    pub quiet: bool,
    /// From then on.
    pub quiet_from: Time,
    /// Until then.
    pub quiet_until: Time,
}

impl Default for Reminders {
    fn default() -> Self {
        Self {
            daily: false,
            daily_at: Time::constant(20, 0, 0, 0),
            stretch: false,
            stretch_at: Time::constant(18, 0, 0, 0),
            stretch_days: [true; 7],
            recheck: false,
            quiet: true,
            quiet_from: Time::constant(22, 0, 0, 0),
            quiet_until: Time::constant(8, 0, 0, 0),
        }
    }
}

impl Reminders {
    /// Is anything wanted at all?
    pub const fn any(&self) -> bool {
        self.daily || self.stretch || self.recheck
    }

    /// Is a stretch planned on this weekday?
    pub fn plans(&self, day: Weekday) -> bool {
        let at = usize::try_from(day.to_monday_zero_offset()).unwrap_or(0);
        self.stretch_days.get(at).copied().unwrap_or(false)
    }
}
