//! Two versions of one entry side by side: what they say differently, in words,
//! and where each file came from.

use std::path::Path;

use serde_json::Value;

use super::entry::{Entry, Lasted};
use super::found::Version;
use super::json::format_json;
use super::when::When;
use crate::settings::say_when;

/// The pattern of a moment.
const WHEN: &str = "%-d %B %Y, {time}";

/// One field that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The field.
    pub label: String,
    /// What the first and the second version say.
    pub says: [String; 2],
}

/// What two versions have in common, and what not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Fields that differ.
    pub differing: Vec<Differing>,
    /// Names of the fields that are the same.
    pub same: Vec<String>,
}

/// The fields in the order people ask for them, with their names.
const NAMES: [(&str, &str); 33] = [
    ("started_at", "Began"),
    ("date", "Day"),
    ("duration", "Lasted"),
    ("regions", "Where"),
    ("side", "Side"),
    ("pain_peak", "Worst pain"),
    ("pain_before", "Pain before"),
    ("pain_after", "Pain after"),
    ("worst_pain", "Worst pain"),
    ("cramp_free", "No cramp"),
    ("quality", "Feels like"),
    ("triggers", "Set off by"),
    ("relief", "Eased by"),
    ("relief_after_min", "Minutes until better"),
    ("helped", "What helped"),
    ("stretch", "Stretch"),
    ("sitting_before_min", "Minutes sat before"),
    ("pain_average", "Pain on average"),
    ("samples", "Pain from time to time"),
    ("woke_me", "Woke you"),
    ("walk_distance_m", "Meters walked before"),
    ("walk_time_min", "Minutes walked before"),
    ("leg_symptoms", "In the leg"),
    ("bowel_urine", "Bowel and bladder"),
    ("cycle_day", "Day of the cycle"),
    ("fluid_heat", "Fluids and heat"),
    ("routine", "Routine"),
    ("left", "Left side"),
    ("right", "Right side"),
    ("ended", "Ended"),
    ("sitting_min", "Minutes sat"),
    ("note", "Note"),
    ("logged_at", "Logged"),
];

/// Compares what two versions say, times as people read them. When they were
/// changed is told apart.
pub fn compare(one: &Entry, other: &Entry, twelve: bool) -> Compared {
    let fields = |entry: &Entry| {
        let text = format_json(entry).unwrap_or_default();
        match serde_json::from_str(&text) {
            Ok(Value::Object(fields)) => fields,
            _ => serde_json::Map::new(),
        }
    };
    let (one, other) = (fields(one), fields(other));
    let mut keys: Vec<&str> = NAMES.iter().map(|(key, _)| *key).collect();
    let known = keys.clone();
    let more = one.keys().chain(other.keys()).map(String::as_str);
    keys.extend(more.filter(|key| !known.contains(key)));
    let mut compared = Compared::default();
    for (at, key) in keys.iter().enumerate() {
        let is_told_apart = ["kind", "schema", "id", "edited_at"].contains(key);
        let (own, theirs) = (one.get(*key), other.get(*key));
        if is_told_apart || (own.is_none() && theirs.is_none()) {
            continue;
        }
        if keys.iter().take(at).any(|before| before == key) {
            continue;
        }
        let name = NAMES.iter().find(|(named, _)| named == key);
        let label = name.map_or_else(|| spaced(key), |(_, label)| (*label).to_owned());
        if own == theirs {
            compared.same.push(label);
        } else {
            let say = |value: &Value| words(value, twelve);
            let says = [own, theirs].map(|value| value.map_or("not said".to_owned(), say));
            compared.differing.push(Differing { label, says });
        }
    }
    compared
}

/// `pain_peak` as `Pain peak`.
fn spaced(key: &str) -> String {
    let mut text = key.replace('_', " ");
    if let Some(first) = text.get(..1).map(str::to_uppercase) {
        text.replace_range(..1, &first);
    }
    text
}

/// A value as people read it.
fn words(value: &Value, twelve: bool) -> String {
    match value {
        Value::Null => "not said".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => match When::parse(text) {
            Ok(when) => say_when(when.civil(), WHEN, twelve),
            Err(_) if text.chars().all(|c| c.is_ascii_lowercase() || c == '_') => {
                text.replace('_', " ")
            }
            Err(_) => text.clone(),
        },
        Value::Array(all) => {
            let all: Vec<String> = all.iter().map(|value| words(value, twelve)).collect();
            all.join(", ")
        }
        Value::Object(fields) => {
            if let Some(seconds) = fields.get("seconds").and_then(Value::as_u64) {
                return lasted(u32::try_from(seconds).unwrap_or(u32::MAX));
            }
            let pairs = fields
                .iter()
                .map(|(key, value)| format!("{} {}", key.replace('_', " "), words(value, twelve)));
            pairs.collect::<Vec<_>>().join(", ")
        }
    }
}

/// To the second: two versions may differ by less than a minute.
fn lasted(seconds: u32) -> String {
    match Lasted::Seconds(seconds).seconds() {
        Some(seconds) if seconds >= 60 && seconds % 60 == 0 => format!("{} min", seconds / 60),
        Some(seconds) if seconds >= 60 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{seconds} s"),
    }
}

/// When a version was last written, as it says itself.
pub fn written(entry: &Entry) -> &When {
    entry.edited_at().unwrap_or_else(|| entry.logged_at())
}

/// Where a file came from, as far as its name tells.
pub fn origin(version: &Version, twelve: bool) -> String {
    let name = version.path.file_stem().unwrap_or_default();
    origin_of(&name.to_string_lossy(), (version.is_canonical(), twelve))
}

fn origin_of(name: &str, (is_canonical, twelve): (bool, bool)) -> String {
    if let Some((_, tail)) = name.split_once(".sync-conflict-") {
        let mut parts = tail.split('-');
        let (day, time) = (parts.next(), parts.next());
        let device = parts.next().unwrap_or("another device");
        let when = day.zip(time).and_then(|(day, time)| {
            let at = jiff::civil::DateTime::strptime("%Y%m%d %H%M%S", format!("{day} {time}"));
            Some(say_when(at.ok()?, WHEN, twelve))
        });
        let when = when.map_or(String::new(), |when| format!(" on {when}"));
        return format!("Put aside by Syncthing{when}, from {device}.");
    }
    let lower = name.to_lowercase();
    if let (true, Some(start)) = (lower.contains("conflicted copy"), name.rfind('(')) {
        let inside = name.get(start..).unwrap_or_default();
        let inside = inside.trim_matches(|c| c == '(' || c == ')');
        return format!("Put aside by a sync program: {inside}.");
    }
    if let Some((_, tail)) = name.split_once(".conflict-") {
        let at = uuid::Uuid::parse_str(tail)
            .ok()
            .and_then(|id| id.get_timestamp());
        let when = at.and_then(|at| {
            let seconds = i64::try_from(at.to_unix().0).ok()?;
            let at = jiff::Timestamp::from_second(seconds).ok()?;
            let at = say_when(jiff::tz::TimeZone::UTC.to_datetime(at), WHEN, twelve);
            Some(format!(" on {at} UTC"))
        });
        let when = when.unwrap_or_default();
        return format!("Put aside by Unclench{when}, when two programs saved at once.");
    }
    if is_canonical {
        return "The file with the usual name.".to_owned();
    }
    "A copy under another name.".to_owned()
}

/// The part of a path that tells versions apart.
pub fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::json::parse_json;

    fn entry(more: &str) -> Entry {
        let text = format!(
            "{{\"kind\": \"episode\", \"id\": \"01a2082c-0000-7000-8000-000000000001\", \
             \"logged_at\": \"2026-11-23T03:10:00+01:00\", \
             \"started_at\": \"2026-11-23T03:10:00+01:00\", \"side\": \"left\", \
             \"regions\": [\"buttock_left_deep\"], {more}}}"
        );
        parse_json(&text).unwrap()
    }

    #[test]
    fn only_what_differs_is_told_in_words() {
        let one = entry("\"duration\": {\"seconds\": 240}, \"pain_peak\": 8");
        let other =
            entry("\"duration\": {\"seconds\": 250}, \"pain_peak\": 8, \"note\": \"woke_me Now\"");
        let compared = compare(&one, &other, false);
        let told: Vec<_> = compared
            .differing
            .iter()
            .map(|d| (d.label.as_str(), d.says[0].as_str(), d.says[1].as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("Lasted", "4 min", "4 min 10 s"),
                ("Note", "not said", "woke_me Now")
            ],
            "what differs"
        );
        assert!(compared.same.contains(&"Worst pain".to_owned()), "the same");
        let none = compare(&one, &one, false);
        assert!(none.differing.is_empty(), "nothing differs");
    }

    #[test]
    fn the_name_tells_where_a_file_came_from() {
        for (name, told) in [
            (
                "2026-11-23-x.sync-conflict-20261124-081500-ABCDEFG",
                "Put aside by Syncthing on 24 November 2026, 08:15, from ABCDEFG.",
            ),
            (
                "x (conflicted copy 2026-01-01 120000)",
                "Put aside by a sync program: conflicted copy 2026-01-01 120000.",
            ),
            (
                "x (Anna's conflicted copy 2026-01-01)",
                "Put aside by a sync program: Anna's conflicted copy 2026-01-01.",
            ),
            (
                "x.sync-conflict-broken",
                "Put aside by Syncthing, from another device.",
            ),
            ("x copy", "A copy under another name."),
        ] {
            assert_eq!(origin_of(name, (false, false)), told, "{name}");
        }
        let own = origin_of(
            "x.conflict-019ab000-0000-7000-8000-000000000001",
            (false, false),
        );
        assert!(own.starts_with("Put aside by Unclench on "), "{own}");
        assert_eq!(
            origin_of("x", (true, false)),
            "The file with the usual name.",
            "ours"
        );
    }

    #[test]
    fn times_are_read_in_both_by_the_clock_of_the_person() {
        let one = entry("\"duration\": {\"seconds\": 240}, \"pain_peak\": 8");
        let mut other = one.clone();
        if let Entry::Episode(episode) = &mut other {
            episode.started_at = When::parse("2026-11-23T15:10:00+01:00").unwrap();
        }
        for (twelve, first, second) in [
            (false, "23 November 2026, 03:10", "23 November 2026, 15:10"),
            (
                true,
                "23 November 2026, 3:10 am",
                "23 November 2026, 3:10 pm",
            ),
        ] {
            let compared = compare(&one, &other, twelve);
            let began = &compared.differing[0];
            assert_eq!(began.says, [first, second], "{}", began.label);
        }
        let name = "x.sync-conflict-20261124-081500-ABCDEFG";
        let told = "Put aside by Syncthing on 24 November 2026, 8:15 am, from ABCDEFG.";
        assert_eq!(origin_of(name, (false, true)), told, "twelve hours");
    }
}
