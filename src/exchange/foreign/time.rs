//! Dates and times as other programs and spreadsheets write them.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use super::DateOrder;
use crate::diary::when::When;

/// A date and, if it was given, a time.
pub(super) type Read = (Date, Option<Time>);

/// The moment a row tells of, and whether its time had to be guessed.
///
/// # Errors
/// What is expected, without a full stop.
pub(super) fn moment(
    date: &str,
    time: Option<&str>,
    order: Option<DateOrder>,
    zone: &TimeZone,
) -> Result<(When, bool), String> {
    let time = time.map(str::trim).filter(|time| !time.is_empty());
    if time.is_none()
        && let Ok(when) = When::parse(date.trim())
    {
        return Ok((when, false));
    }
    let wrong = |text: &str| {
        let shown: String = text.trim().chars().take(40).collect();
        format!("“{shown}” is not a date or time we know; write 2026-11-23 03:10")
    };
    let (day, own) = read(date, order).ok_or_else(|| wrong(date))?;
    let clock = match time {
        Some(time) => Some(clock(time).ok_or_else(|| wrong(time))?),
        None => own,
    };
    let at = day.to_datetime(clock.unwrap_or_else(|| Time::constant(12, 0, 0, 0)));
    let when = local(at, zone).ok_or_else(|| wrong(date))?;
    Ok((when, clock.is_none()))
}

fn local(at: DateTime, zone: &TimeZone) -> Option<When> {
    let zoned = at.to_zoned_datetime(zone.clone()).ok()?;
    Some(When::from(&zoned))
}

/// Reads a date with or without a time.
pub(super) fn read(text: &str, order: Option<DateOrder>) -> Option<Read> {
    let text = text.trim();
    let (date, rest) = split(text)?;
    let date = numbers(date, order).or_else(|| worded(date))?;
    let rest = rest.trim_matches(|c: char| c == ',' || c == 'T' || c.is_whitespace());
    if rest.is_empty() {
        return Some((date, None));
    }
    Some((date, Some(clock(rest)?)))
}

/// Whether a text begins with a date.
pub(super) fn has_date(text: &str) -> bool {
    read(text, Some(DateOrder::DayFirst)).is_some()
        || read(text, Some(DateOrder::MonthFirst)).is_some()
        || When::parse(text.trim()).is_ok()
}

/// The part that is the date, and what follows: a time has a colon in it, or
/// stands after a `T`.
fn split(text: &str) -> Option<(&str, &str)> {
    let colon = text.find(':').unwrap_or(text.len());
    let before = text.get(..colon)?;
    if colon == text.len() {
        return Some((text, ""));
    }
    let at = before.rfind([' ', 'T', ','])?;
    text.split_at_checked(at)
}

/// `2026-11-23`, `23.11.2026`, `11/23/26`.
fn numbers(text: &str, order: Option<DateOrder>) -> Option<Date> {
    let text = text.trim().trim_end_matches(',');
    let sign = text.find(|c: char| !c.is_ascii_digit())?;
    let sign = text.get(sign..)?.chars().next()?;
    if !matches!(sign, '-' | '/' | '.') {
        return None;
    }
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let [one, two, three] = parts.as_slice() else {
        return None;
    };
    let number = |part: &str| part.parse::<i16>().ok().filter(|_| part.len() <= 4);
    let (a, b, c) = (number(one)?, number(two)?, number(three)?);
    let (year, month, day) = if one.len() == 4 {
        (a, b, c)
    } else if sign == '.' || order == Some(DateOrder::DayFirst) {
        (full_year(c, three)?, b, a)
    } else if order == Some(DateOrder::MonthFirst) {
        (full_year(c, three)?, a, b)
    } else {
        return None;
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn full_year(year: i16, text: &str) -> Option<i16> {
    match text.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// The first two numbers of a date whose order is not plain: two short numbers
/// and a year, not with dots.
pub(super) fn unclear_pair(text: &str) -> Option<(i16, i16)> {
    let (date, _) = split(text.trim())?;
    let date = date.trim().trim_end_matches(',');
    let parts: Vec<&str> = date.split(['/', '-']).map(str::trim).collect();
    let [one, two, three] = parts.as_slice() else {
        return None;
    };
    if one.len() > 2 || three.is_empty() || !three.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let pair = (one.parse().ok()?, two.parse().ok()?);
    // The same day either way needs no answer.
    (pair.0 != pair.1).then_some(pair)
}

/// `23 Nov 2026`, `November 23, 2026`.
fn worded(text: &str) -> Option<Date> {
    let clean = text.replace([',', '.', '-'], " ");
    let words: Vec<&str> = clean.split_whitespace().collect();
    let words = match words.as_slice() {
        // Mon 23 Nov 2026
        [day, rest @ ..] if rest.len() == 3 && month(day).is_none() => rest,
        all => all,
    };
    let [a, b, year] = words else { return None };
    let year = full_year(year.parse().ok()?, year)?;
    let (month, day) = match (month(a), month(b)) {
        (Some(month), None) => (month, *b),
        (None, Some(month)) => (month, *a),
        _ => return None,
    };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    Date::new(year, month, day.parse().ok()?).ok()
}

/// The month a word names, in English, German, French or Spanish.
fn month(word: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "ene"],
        &["feb", "fév", "fev"],
        &["mar", "mär", "mrz"],
        &["apr", "avr", "abr"],
        &["may", "mai"],
        &["jun", "juin"],
        &["jul", "juil"],
        &["aug", "aoû", "aou", "ago"],
        &["sep"],
        &["oct", "okt"],
        &["nov"],
        &["dec", "dez", "déc", "dic"],
    ];
    let word = word.to_lowercase();
    let is_word = word.chars().all(char::is_alphabetic) && word.chars().count() >= 3;
    let at = MONTHS
        .iter()
        .position(|names| names.iter().any(|name| word.starts_with(name)));
    at.filter(|_| is_word)
        .and_then(|at| i8::try_from(at + 1).ok())
}

/// `03:10`, `3:10:05 PM`, `3 pm`, `3.10`.
pub(super) fn clock(text: &str) -> Option<Time> {
    let lower = text.trim().to_lowercase();
    let lower = lower.trim_end_matches("uhr").trim_end_matches('h').trim();
    let clean = lower.replace("a.m.", "am").replace("p.m.", "pm");
    let (digits, half) = if let Some(digits) = clean.strip_suffix("am") {
        (digits.trim(), Some(0))
    } else if let Some(digits) = clean.strip_suffix("pm") {
        (digits.trim(), Some(12))
    } else {
        (clean.as_str(), None)
    };
    let sign = if digits.contains(':') { ':' } else { '.' };
    let parts: Vec<&str> = digits.split(sign).collect();
    let number = |part: &&str| -> Option<i8> {
        let part = part.split('.').next().unwrap_or(part);
        part.trim().parse().ok()
    };
    let (hour, minute, second) = match parts.as_slice() {
        [hour] if half.is_some() => (number(hour)?, 0, 0),
        [hour, minute] => (number(hour)?, number(minute)?, 0),
        [hour, minute, second] => (number(hour)?, number(minute)?, number(second)?),
        _ => return None,
    };
    let hour = match half {
        Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
        Some(_) => return None,
        None => hour,
    };
    Time::new(hour, minute, second, 0).ok()
}
