//! Lengths of time and ways as people write them: "90 s", "1 h 30", "half an
//! hour", "200 m", "0.5 mi". Reads and says; refuses what could mean two things.

use crate::settings::Units;

/// Meters in a foot and in a mile.
const FOOT: f64 = 0.3048;
const MILE: f64 = 1609.344;

/// A number and the word behind it, which may be missing.
fn pieces(text: &str) -> Option<Vec<(f64, String)>> {
    let mut all = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
        let end = rest.find(|c| !is_number(c)).unwrap_or(rest.len());
        let (number, after) = rest.split_at_checked(end)?;
        let number: f64 = number.replace(',', ".").parse().ok()?;
        let after = after.trim_start();
        let is_word = |c: char| c.is_alphabetic() || c == '.';
        let end = after.find(|c| !is_word(c)).unwrap_or(after.len());
        let (word, after) = after.split_at_checked(end)?;
        all.push((number, word.trim_end_matches('.').to_owned()));
        rest = after.trim_start().trim_start_matches("and ").trim_start();
    }
    (!all.is_empty()).then_some(all)
}

/// A whole number that fits, rounded; none below 0.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked against the range first"
)]
fn whole(value: f64) -> Option<u32> {
    let value = value.round();
    (value >= 0.0 && value <= f64::from(u32::MAX)).then_some(value as u32)
}

/// The seconds in `text`; a number alone is minutes, and so is the last of
/// "1 h 30".
pub fn seconds(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let text = match text.as_str() {
        "half an hour" => "30 min",
        "an hour" => "1 h",
        "a minute" => "1 min",
        "a day" => "1 d",
        other => other,
    };
    if let Some((hours, minutes)) = text.split_once(':') {
        let minutes = minutes.trim_end_matches('h').trim();
        let (hours, minutes): (u32, u32) = (hours.trim().parse().ok()?, minutes.parse().ok()?);
        return (minutes < 60).then_some(hours.checked_mul(3600)? + minutes * 60);
    }
    let mut sum = 0.0;
    for (number, word) in pieces(text)? {
        let unit = match word.as_str() {
            "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
            "" | "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
            "h" | "hr" | "hrs" | "hour" | "hours" => 3600.0,
            "d" | "day" | "days" => 86_400.0,
            _ => return None,
        };
        sum += number * unit;
    }
    whole(sum)
}

/// Seconds as they are shown in a field: "90 s", "10 min", "1 h 30 min".
pub fn say_seconds(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut said = Vec::new();
    if rest > 0 && seconds < 600 {
        return format!("{seconds} s");
    }
    if hours > 0 {
        said.push(format!("{hours} h"));
    }
    if minutes > 0 || (hours == 0 && rest == 0) {
        said.push(format!("{minutes} min"));
    }
    if rest > 0 {
        said.push(format!("{rest} s"));
    }
    said.join(" ")
}

/// The meters in `text`; a number alone is meters, or feet.
pub fn meters(text: &str, units: Units) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let mut sum = 0.0;
    for (number, word) in pieces(&text)? {
        let unit = match word.as_str() {
            "" if units == Units::Imperial => FOOT,
            "" | "m" | "meter" | "meters" | "metre" | "metres" => 1.0,
            "km" => 1000.0,
            "ft" | "foot" | "feet" => FOOT,
            "yd" | "yds" | "yard" | "yards" => FOOT * 3.0,
            "mi" | "mile" | "miles" => MILE,
            _ => return None,
        };
        sum += number * unit;
    }
    whole(sum)
}

/// Meters as they are shown: "300 m", "1.2 km", "980 ft", "1.5 mi".
pub fn say_meters(meters: u32, units: Units) -> String {
    let exact = f64::from(meters);
    let trim = |text: String| {
        let text = text.trim_end_matches('0').trim_end_matches('.');
        text.to_owned()
    };
    match units {
        Units::Metric if meters >= 1000 => {
            format!("{} km", trim(format!("{:.3}", exact / 1000.0)))
        }
        Units::Metric => format!("{meters} m"),
        Units::Imperial if exact >= MILE / 2.0 => {
            format!("{} mi", trim(format!("{:.2}", exact / MILE)))
        }
        Units::Imperial => format!("{:.0} ft", exact / FOOT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("10", Some(600)),
            ("10 min", Some(600)),
            ("90s", Some(90)),
            ("45 sec.", Some(45)),
            ("1 h 30", Some(5400)),
            ("1h30m", Some(5400)),
            ("1:30", Some(5400)),
            ("1.5 hours", Some(5400)),
            ("1,5 h", Some(5400)),
            ("2 hours and 5 minutes", Some(7500)),
            ("Half an hour", Some(1800)),
            ("2 days", Some(172_800)),
            ("0", Some(0)),
            ("1:75", None),
            ("ten", None),
            ("10 apples", None),
            ("-5", None),
            ("", None),
            ("99999999999 d", None),
        ] {
            assert_eq!(seconds(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn what_is_said_is_read_as_the_same() {
        for secs in [0, 1, 30, 90, 120, 600, 601, 3600, 5400, 5401, 172_800] {
            assert_eq!(seconds(&say_seconds(secs)), Some(secs), "{secs}");
        }
        for length in [0, 5, 300, 999, 1000, 1234, 12_345] {
            let said = say_meters(length, Units::Metric);
            assert_eq!(meters(&said, Units::Metric), Some(length), "{said}");
        }
    }

    #[test]
    fn ways_are_read_in_both_units() {
        for (text, units, wanted) in [
            ("300", Units::Metric, Some(300)),
            ("300 m", Units::Imperial, Some(300)),
            ("1.2 km", Units::Metric, Some(1200)),
            ("1000", Units::Imperial, Some(305)),
            ("500 ft", Units::Metric, Some(152)),
            ("0.5 miles", Units::Imperial, Some(805)),
            ("two blocks", Units::Imperial, None),
        ] {
            assert_eq!(meters(text, units), wanted, "{text:?}");
        }
        assert_eq!(say_meters(305, Units::Imperial), "1001 ft", "feet");
        assert_eq!(say_meters(2414, Units::Imperial), "1.5 mi", "miles");
    }
}
