//! When it began, as people write it: "3:10", "0310", "yesterday 22:30",
//! "20 min ago", "20 Nov 7 pm". A time alone is the last one that has passed.

use jiff::civil::{Date, Time, Weekday};
use jiff::{SignedDuration, Span, ZonedDateTime};

use super::span;
use crate::settings::say_time;

/// Why a start could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Nothing is written.
    Empty,
    /// A day, but no time.
    NoTime,
    /// It makes no sense.
    Unknown,
    /// It lies ahead.
    Future,
}

impl Unread {
    /// What to do.
    pub fn sentence(self, twelve: bool) -> String {
        let at = |hour, minute| say_time(jiff::civil::time(hour, minute, 0, 0), twelve);
        let (night, evening) = (at(3, 10), at(22, 30));
        match self {
            Self::Empty => format!("Write when it began, for example {night} or 20 min ago."),
            Self::NoTime => format!("Add the time, for example yesterday {evening}."),
            Self::Unknown => format!(
                "Write the time as {night}, yesterday {evening}, 20 min ago, or 2026-11-20 {night}."
            ),
            Self::Future => "That lies in the future. Check the day and the time.".to_owned(),
        }
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// Reads a start, told at `now`.
///
/// # Errors
/// What is missing or wrong.
pub fn read(text: &str, now: &ZonedDateTime) -> Result<ZonedDateTime, Unread> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Err(Unread::Empty);
    }
    if text == "now" || text == "just now" {
        return Ok(now.clone());
    }
    if let Some(before) = text.strip_suffix("ago") {
        let secs = span::seconds(before.trim()).ok_or(Unread::Unknown)?;
        let back = SignedDuration::from_secs(i64::from(secs));
        return now.checked_sub(back).map_err(|_e| Unread::Unknown);
    }
    let (time, day) = split(&text)?;
    let Some(time) = time else {
        return Err(match date(&day, now.date()) {
            Some(_) => Unread::NoTime,
            None => Unread::Unknown,
        });
    };
    let at = |date: Date| {
        date.to_datetime(time)
            .to_zoned_datetime(now.time_zone().clone())
            .map_err(|_e| Unread::Unknown)
    };
    if day.is_empty() {
        let today = at(now.date())?;
        if today.timestamp() <= now.timestamp() {
            return Ok(today);
        }
        return at(now.date().yesterday().map_err(|_e| Unread::Unknown)?);
    }
    let start = at(date(&day, now.date()).ok_or(Unread::Unknown)?)?;
    if start.timestamp() > now.timestamp() {
        return Err(Unread::Future);
    }
    Ok(start)
}

/// A start as it is shown in the field.
pub fn say(start: &jiff::civil::DateTime, today: Date, twelve: bool) -> String {
    let time = say_time(start.time(), twelve);
    if start.date() == today {
        format!("today {time}")
    } else if today.yesterday().is_ok_and(|day| day == start.date()) {
        format!("yesterday {time}")
    } else {
        format!("{} {time}", start.date())
    }
}

/// The day of a start whose time is still to be written behind it.
pub fn say_day(day: Date, today: Date) -> String {
    if day == today {
        "today ".to_owned()
    } else if today.yesterday().is_ok_and(|yesterday| yesterday == day) {
        "yesterday ".to_owned()
    } else {
        format!("{day} ")
    }
}

/// Takes the time out of the words; what is left is the day.
fn split(text: &str) -> Result<(Option<Time>, Vec<String>), Unread> {
    // "2026-11-20T03:10" is two words, and so is "3:10 pm".
    let text = match text.split_once('t') {
        Some((day, time)) if day.parse::<Date>().is_ok() => format!("{day} {time}"),
        _ => text.to_owned(),
    };
    let words: Vec<&str> = text
        .split([' ', ','])
        .filter(|w| !w.is_empty() && *w != "at" && *w != "on")
        .collect();
    let (mut time, mut day) = (None, Vec::new());
    let mut skip = false;
    for (at, word) in words.iter().enumerate() {
        if std::mem::take(&mut skip) {
            continue;
        }
        let next = words.get(at + 1).copied();
        let half = next.filter(|w| matches!(*w, "am" | "pm" | "a.m." | "p.m."));
        let read = match half {
            Some(half) => clock(&format!("{word}{half}")),
            None => clock(word),
        };
        // "20 nov 2026" has a year, not 20:26.
        let is_year = at >= 2 && word.len() == 4 && !word.contains([':', '.']) && time.is_some();
        match read {
            Some(_) if time.is_some() && !is_year => return Err(Unread::Unknown),
            Some(read) if time.is_none() && !is_a_year(&words, at) => {
                time = Some(read);
                skip = half.is_some();
            }
            _ => day.push((*word).to_owned()),
        }
    }
    Ok((time, day))
}

/// Whether the word follows a day and a month by name, as a year does.
fn is_a_year(words: &[&str], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|at| words.get(at));
    let year = words
        .get(at)
        .and_then(|w| w.parse::<i16>().ok())
        .is_some_and(|year| year >= 1900);
    let is_month = |w: Option<&&str>| w.is_some_and(|w| month(w).is_some());
    year && (is_month(before(1)) || is_month(before(2)))
}

/// Reads `3:10`, `03.10`, `0310`, `3:10pm`, `3pm`, `22h`, `noon`.
fn clock(word: &str) -> Option<Time> {
    match word {
        "noon" => return Time::new(12, 0, 0, 0).ok(),
        "midnight" => return Time::new(0, 0, 0, 0).ok(),
        _ => {}
    }
    let bare = word.replace("a.m.", "am").replace("p.m.", "pm");
    let (bare, half) = if let Some(bare) = bare.strip_suffix("am") {
        (bare.trim_end(), Some(0))
    } else if let Some(bare) = bare.strip_suffix("pm") {
        (bare.trim_end(), Some(12))
    } else {
        (bare.as_str(), None)
    };
    let (hour, minute) = match bare.split_once([':', '.', 'h']) {
        Some((hour, "")) if bare.ends_with('h') => (hour, "0"),
        Some(parts) => parts,
        None if bare.len() == 4 => bare.split_at_checked(2)?,
        None if half.is_some() => (bare, "0"),
        None => return None,
    };
    let is_digits = |w: &str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit());
    if !is_digits(hour) || !is_digits(minute) {
        return None;
    }
    let (mut hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    if let Some(half) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + half;
    }
    Time::new(hour, minute, 0, 0).ok()
}

/// The number of a month by its name or its first three letters or more.
fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let at = MONTHS
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(word))?;
    i8::try_from(at + 1).ok()
}

/// The day in these words; one without a year is the last that has passed.
fn date(words: &[String], today: Date) -> Option<Date> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["today"] => Some(today),
        ["yesterday"] => today.yesterday().ok(),
        ["last", "night"] => None, // before or after midnight? The time must say
        [one] => {
            if let Ok(date) = one.parse() {
                return Some(date);
            }
            let named = WEEKDAYS
                .iter()
                .find(|(name, _)| one.len() >= 3 && name.starts_with(one));
            if let Some((_, weekday)) = named {
                let mut day = today.yesterday().ok()?;
                while day.weekday() != *weekday {
                    day = day.yesterday().ok()?;
                }
                return Some(day);
            }
            dotted(one, today)
        }
        [day, name] | [day, name, _] if month(name).is_some() => {
            named(day, name, words.get(2).copied(), today)
        }
        [name, day] | [name, day, _] if month(name).is_some() => {
            named(day, name, words.get(2).copied(), today)
        }
        _ => None,
    }
}

/// `20.11.` or `20.11.2026`: the day first, as whoever writes dots does.
fn dotted(word: &str, today: Date) -> Option<Date> {
    let parts: Vec<&str> = word.split('.').filter(|p| !p.is_empty()).collect();
    let (day, month): (i8, i8) = match parts.as_slice() {
        [day, month] | [day, month, _] => (day.parse().ok()?, month.parse().ok()?),
        _ => return None,
    };
    in_year(day, month, parts.get(2).copied(), today)
}

fn named(day: &str, name: &str, year: Option<&str>, today: Date) -> Option<Date> {
    let day = day.trim_end_matches(|c: char| !c.is_ascii_digit());
    in_year(day.parse().ok()?, month(name)?, year, today)
}

fn in_year(day: i8, month: i8, year: Option<&str>, today: Date) -> Option<Date> {
    if let Some(year) = year {
        return Date::new(year.parse().ok()?, month, day).ok();
    }
    let this = Date::new(today.year(), month, day).ok();
    match this {
        Some(date) if date <= today => Some(date),
        _ => Date::new(
            today.checked_sub(Span::new().years(1)).ok()?.year(),
            month,
            day,
        )
        .ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::say_when;

    fn now() -> ZonedDateTime {
        // A Monday.
        "2026-11-23T03:10:42+01:00[Europe/Berlin]".parse().unwrap()
    }

    fn read_civil(text: &str) -> Result<String, Unread> {
        read(text, &now()).map(|z| say_when(z.datetime(), "%F {time}", false))
    }

    #[test]
    fn starts_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("now", "2026-11-23 03:10"),
            ("2:30", "2026-11-23 02:30"),
            ("0230", "2026-11-23 02:30"),
            ("2.30", "2026-11-23 02:30"),
            ("2:30 am", "2026-11-23 02:30"),
            ("2 a.m.", "2026-11-23 02:00"),
            ("03:10", "2026-11-23 03:10"),
            ("22:30", "2026-11-22 22:30"), // not yet today: the evening before
            ("10:30 PM", "2026-11-22 22:30"),
            ("today 1:05", "2026-11-23 01:05"),
            ("yesterday 22:30", "2026-11-22 22:30"),
            ("Yesterday at 22h30", "2026-11-22 22:30"),
            ("22:30 yesterday", "2026-11-22 22:30"),
            ("noon yesterday", "2026-11-22 12:00"),
            ("midnight", "2026-11-23 00:00"),
            ("20 min ago", "2026-11-23 02:50"),
            ("an hour ago", "2026-11-23 02:10"),
            ("1 h 30 ago", "2026-11-23 01:40"),
            ("2 days ago", "2026-11-21 03:10"),
            ("friday 7pm", "2026-11-20 19:00"),
            ("Mon 7:00", "2026-11-16 07:00"),
            ("20 Nov 7 pm", "2026-11-20 19:00"),
            ("November 20th 19:00", "2026-11-20 19:00"),
            ("20 nov 2025 19:00", "2025-11-20 19:00"),
            ("24 dec 19:00", "2025-12-24 19:00"),
            ("20.11. 19:00", "2026-11-20 19:00"),
            ("20.11.2026 19:00", "2026-11-20 19:00"),
            ("2026-11-20 03:10", "2026-11-20 03:10"),
            ("2026-11-20T03:10", "2026-11-20 03:10"),
        ] {
            assert_eq!(read_civil(text).as_deref(), Ok(wanted), "{text:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (text, wanted) in [
            ("", Unread::Empty),
            ("yesterday", Unread::NoTime),
            ("2026-11-20", Unread::NoTime),
            ("today 4:00", Unread::Future),
            ("2027-01-01 4:00", Unread::Future),
            ("25:00", Unread::Unknown),
            ("2.75", Unread::Unknown),
            ("13 pm", Unread::Unknown),
            ("soon", Unread::Unknown),
            ("3:10 4:10", Unread::Unknown),
            ("ten ago", Unread::Unknown),
            ("31 feb 3:10", Unread::Unknown),
            ("🦵 3:10", Unread::Unknown),
        ] {
            assert_eq!(read_civil(text), Err(wanted), "{text:?}");
        }
    }

    #[test]
    fn what_is_shown_is_read_as_the_same() {
        let evening = read("yesterday 22:30", &now()).unwrap().datetime();
        let said = say(&evening, now().date(), true);
        assert_eq!(said, "yesterday 10:30 pm", "by the clock of the person");
        assert!(
            Unread::NoTime.sentence(true).contains("10:30 pm"),
            "so is the example"
        );
        for text in ["2:30", "yesterday 22:30", "2026-11-01 08:15"] {
            let start = read(text, &now()).unwrap();
            for twelve in [false, true] {
                let said = say(&start.datetime(), now().date(), twelve);
                assert_eq!(read(&said, &now()).as_ref(), Ok(&start), "{said}");
            }
        }
    }
}
