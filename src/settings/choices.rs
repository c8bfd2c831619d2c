//! The choices of the settings that are one of a few words.

use jiff::civil::{DateTime, Time, Weekday};
use serde::{Deserialize, Serialize};

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

/// How strongly things stand out from each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Contrast {
    /// As the system says.
    #[default]
    System,
    /// Text at 7:1 or more, a line around every surface.
    High,
    /// As drawn for most eyes.
    Usual,
}

/// Movement on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Motion {
    /// As the system says.
    #[default]
    System,
    /// Stills.
    Reduced,
    /// All of it.
    Full,
}

/// The near-black, warm, still screen for the night.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Night {
    /// Never.
    Off,
    /// Between two hours of the day, while a cramp is at hand.
    #[default]
    Cramp,
    /// Between two hours of the day.
    Auto,
    /// Always.
    On,
}

/// What lengths are told in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Units {
    /// Meters.
    #[default]
    Metric,
    /// Feet and miles.
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

impl FirstWeekday {
    /// The same as a day of the calendar.
    pub const fn day(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Monday,
            Self::Saturday => Weekday::Saturday,
            Self::Sunday => Weekday::Sunday,
        }
    }
}

/// How the time of day is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayClock {
    /// As is usual where the system's locale is.
    #[default]
    Locale,
    /// 3:10 pm.
    Twelve,
    /// 15:10.
    TwentyFour,
}

/// Territories where the day has twice twelve hours, by the Unicode CLDR.
const TWELVE: [&str; 18] = [
    "US", "CA", "AU", "NZ", "IN", "PK", "BD", "PH", "MY", "SG", "HK", "TW", "KR", "EG", "SA", "AE",
    "JO", "CO",
];

impl DayClock {
    /// Does the day have twice twelve hours, in a locale such as `en_US.UTF-8`?
    pub fn is_twelve(self, locale: &str) -> bool {
        match self {
            Self::Twelve => true,
            Self::TwentyFour => false,
            Self::Locale => {
                let name = locale.split(['.', '@']).next().unwrap_or_default();
                let place = name.split(['_', '-']).nth(1).unwrap_or_default();
                // Canada in French counts to 24.
                TWELVE.contains(&place) && !name.starts_with("fr")
            }
        }
    }
}

/// A time of day as people read it.
pub fn say_time(time: Time, twelve: bool) -> String {
    if twelve {
        let half = if time.hour() < 12 { "am" } else { "pm" };
        let hour = match time.hour() % 12 {
            0 => 12,
            hour => hour,
        };
        format!("{hour}:{:02} {half}", time.minute())
    } else {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }
}

/// Stands for the time of day in a pattern of [`say_when`].
const TIME: &str = "{time}";

/// A moment in a pattern of `strftime`, in which `{time}` is the time of day as
/// people read it. Patterns hold no hours of their own.
pub fn say_when(when: DateTime, pattern: &str, twelve: bool) -> String {
    let pattern = pattern.replace(TIME, &say_time(when.time(), twelve));
    when.strftime(&pattern).to_string()
}

/// How a person reads lengths and times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reads {
    /// Lengths.
    pub units: Units,
    /// The day has twice twelve hours.
    pub twelve: bool,
}

impl From<Units> for Reads {
    fn from(units: Units) -> Self {
        let twelve = false;
        Self { units, twelve }
    }
}

/// Is `time` between two times of day? The second may be on the next day; two
/// equal ones have nothing between them.
pub fn is_between(time: Time, from: Time, until: Time) -> bool {
    if from <= until {
        from <= time && time < until
    } else {
        from <= time || time < until
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn the_hours_of_a_night_go_over_midnight() {
        let (from, until) = (time(22, 0, 0, 0), time(6, 0, 0, 0));
        for (hour, night) in [(21, false), (22, true), (0, true), (5, true), (6, false)] {
            let said = is_between(time(hour, 0, 0, 0), from, until);
            assert_eq!(said, night, "{hour} o'clock");
        }
        assert!(
            is_between(time(3, 0, 0, 0), time(1, 0, 0, 0), until),
            "late"
        );
        assert!(!is_between(from, from, from), "no hours at all");
    }

    #[test]
    fn the_clock_follows_the_locale_or_the_person() {
        for (locale, twelve) in [
            ("en_US.UTF-8", true),
            ("en_GB.UTF-8", false),
            ("fr_CA.UTF-8", false),
            ("de-DE", false),
            ("C", false),
            ("", false),
        ] {
            assert_eq!(DayClock::Locale.is_twelve(locale), twelve, "{locale}");
        }
        assert!(DayClock::Twelve.is_twelve("de_DE"), "asked for");
        assert!(!DayClock::TwentyFour.is_twelve("en_US"), "asked for");
    }

    #[test]
    fn midnight_and_noon_are_twelve() {
        for (hour, said) in [(0, "12:05 am"), (12, "12:05 pm"), (15, "3:05 pm")] {
            assert_eq!(say_time(time(hour, 5, 0, 0), true), said, "{hour}");
        }
        assert_eq!(say_time(time(0, 5, 0, 0), false), "00:05", "24 hours");
    }
}
