//! Words of the page: dates, lengths of time, counts; and text of a person made
//! fit for the typeface.

use jiff::civil::Date;

use super::super::face::Faces;
use crate::diary::draft::span::say_meters;
use crate::settings::Units;

/// What stands for letters that the typeface does not have.
pub(super) const UNPRINTED: &str = "[?]";

/// "24 Nov 2026".
pub(super) fn day(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

/// "24 Nov".
pub(super) fn short_day(date: Date) -> String {
    date.strftime("%-d %b").to_string()
}

/// Days, the newest first, and how many more there are.
pub(super) fn days(dates: &[Date], most: usize) -> String {
    let newest = dates.iter().rev().take(most).map(|date| day(*date));
    let mut said = newest.collect::<Vec<_>>().join(", ");
    if dates.len() > most {
        said.extend([format!(" and {} more", dates.len() - most)]);
    }
    said
}

/// A number without false precision: whole, or with a half.
pub(super) fn number(value: f64) -> String {
    let halves = (value * 2.0).round() / 2.0;
    if halves.fract() == 0.0 {
        format!("{halves:.0}")
    } else {
        format!("{halves:.1}")
    }
}

/// A length of time, from seconds: "30 s", "4 min", "1 h 30 min", "2 days".
pub(super) fn lasted(seconds: f64) -> String {
    let minutes = (seconds / 60.0).round();
    if seconds < 59.5 {
        format!("{:.0} s", seconds.round())
    } else if minutes < 60.0 {
        format!("{minutes:.0} min")
    } else if minutes < 24.0 * 60.0 {
        let hours = (minutes / 60.0).floor();
        // Above three hours nobody counts quarters.
        match minutes - hours * 60.0 {
            0.0 => format!("{hours:.0} h"),
            _ if hours >= 3.0 => format!("{:.0} h", (minutes / 60.0).round()),
            rest => format!("{hours:.0} h {rest:.0} min"),
        }
    } else {
        let halves = (minutes / 720.0).round() / 2.0;
        let days = number(halves);
        let s = if days == "1" { "" } else { "s" };
        format!("{days} day{s}")
    }
}

/// Meters, rounded as people tell them: "250 m", "1.5 km", "820 ft", "0.93 mi".
pub(super) fn meters(value: f64, units: Units) -> String {
    if units == Units::Imperial {
        say_meters(value.round().clamp(0.0, 1e9) as u32, units)
    } else if value < 1000.0 {
        format!("{value:.0} m")
    } else {
        let tenths = (value / 100.0).round() / 10.0;
        format!("{tenths} km")
    }
}

/// Makes a person's text fit for the page, and remembers whether anything could
/// not be printed.
pub(super) struct Cleaner<'a> {
    faces: &'a Faces,
    /// Something could not be printed.
    pub(super) missed: bool,
}

impl<'a> Cleaner<'a> {
    pub(super) const fn new(faces: &'a Faces) -> Self {
        Self {
            faces,
            missed: false,
        }
    }

    /// The text in one line, at most so many letters long. A run of letters that
    /// the typeface lacks becomes one mark; what cannot be seen goes.
    pub(super) fn clean(&mut self, text: &str, most: usize) -> String {
        let mut out = String::new();
        let mut missing = false;
        // Enough to fill the room whatever is dropped on the way.
        for c in text.chars().take(most.saturating_mul(4)) {
            if c.is_whitespace() || c.is_control() {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
                missing = false;
            } else if self.faces.has(c) {
                out.push(c);
                missing = false;
            } else if !is_unseen(c) && !missing {
                out.push_str(UNPRINTED);
                missing = true;
                self.missed = true;
            }
        }
        let out = out.trim();
        if out.chars().count() <= most {
            return out.to_owned();
        }
        let cut: String = out.chars().take(most.saturating_sub(1)).collect();
        format!("{}…", cut.trim_end())
    }
}

/// Joiners, marks of direction, variants of pictures: they draw nothing.
const fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ad}')
}
