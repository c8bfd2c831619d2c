//! The columns of the table: which field each holds and how it is written.
//!
//! One row is one entry, of whatever kind; cells that its kind does not have
//! stay empty. Every field comes back as it was. Lists are joined with `|`,
//! pairs with `:`; a `\` takes the meaning from the next sign.

use serde_json::{Map, Number, Value};

/// How a field is written in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Text, or a word of a list, as it is.
    Text,
    /// A whole number.
    Number,
    /// `yes` or `no`.
    Flag,
    /// Texts joined with `|`.
    List,
    /// Pairs of these two fields, joined with `|`: the first is text or a
    /// number, the second a number or yes or no.
    Pairs(&'static str, &'static str),
    /// Seconds, or `still_going`.
    Lasted,
    /// `finished`, or `stopped:` and the reason.
    Ended,
    /// One JSON object.
    Json,
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    pub(super) name: &'static str,
    /// Where the field is: its name, or that of the part it is in and its name.
    path: (&'static str, Option<&'static str>),
    pub(super) cell: Cell,
    about: &'static str,
}

const fn top(name: &'static str, cell: Cell, about: &'static str) -> Column {
    Column {
        name,
        path: (name, None),
        cell,
        about,
    }
}

const fn part(
    name: &'static str,
    of: &'static str,
    field: &'static str,
    cell: Cell,
    about: &'static str,
) -> Column {
    Column {
        name,
        path: (of, Some(field)),
        cell,
        about,
    }
}

/// All columns, in the order they are written.
#[rustfmt::skip]
pub(super) const COLUMNS: &[Column] = &[
    top("kind", Cell::Text, "episode, session, day or check"),
    top("schema", Cell::Number, "the number of the format, 1"),
    top("id", Cell::Text, "names the entry for ever; may be empty in a table of your own"),
    top("started_at", Cell::Text, "episode, session: date, time, offset and zone"),
    top("date", Cell::Text, "day: the day it is about"),
    Column { name: "duration_secs", path: ("duration", None), cell: Cell::Lasted, about: "episode: seconds, or still_going" },
    top("regions", Cell::List, "episode: places of the body map"),
    top("side", Cell::Text, "episode: left, right, both or middle"),
    top("pain_peak", Cell::Number, "episode: worst pain, 0 to 10"),
    top("pain_average", Cell::Number, "episode: pain on average, 0 to 10"),
    top("about", Cell::Flag, "episode: the start is a guess"),
    top("samples", Cell::Pairs("after_secs", "pain"), "episode: seconds since the start : pain"),
    top("quality", Cell::List, "episode: what it felt like"),
    top("triggers", Cell::List, "episode: what set it off"),
    top("sitting_before_min", Cell::Number, "episode: minutes sat in the two hours before"),
    top("walk_distance_m", Cell::Number, "episode: meters walked until it began"),
    top("walk_time_min", Cell::Number, "episode: minutes walked until it began"),
    top("walk_uphill", Cell::Flag, "episode: the walk went uphill"),
    top("relief", Cell::List, "episode: what was done about it"),
    top("relief_after_min", Cell::Number, "episode: minutes until it was clearly better"),
    top("woke_me", Cell::Flag, "episode: it woke me"),
    top("leg_symptoms", Cell::List, "episode: what the leg did"),
    top("cycle_day", Cell::Number, "episode: days since the period began, from 1"),
    top("period_day", Cell::Flag, "episode, day: a day of the period"),
    top("bowel_urine", Cell::List, "episode: what bowel and bladder did"),
    top("fluid_heat", Cell::List, "episode: losing water and salt"),
    top("medicines", Cell::Pairs("name", "taken"), "episode: name : taken, yes or no"),
    top("helped", Cell::Pairs("remedy", "score"), "episode: remedy : how much it helped, 0 to 10"),
    part("stretch_rounds", "stretch", "rounds", Cell::Number, "episode: holds done"),
    part("stretch_level", "stretch", "level", Cell::Text, "episode: level of the stretch"),
    part("stretch_pain_before", "stretch", "pain_before", Cell::Number, "episode: 0 to 10"),
    part("stretch_pain_after", "stretch", "pain_after", Cell::Number, "episode: 0 to 10"),
    part("stretch_stopped", "stretch", "stopped", Cell::Text, "episode: why the stretch was stopped"),
    top("tags", Cell::List, "episode: tags of your own"),
    top("routine", Cell::Text, "session: the routine"),
    top("level", Cell::Text, "session: its level"),
    top("plan", Cell::Text, "session: how long and how often"),
    top("sore_side", Cell::Text, "session: the side that hurt"),
    part("left_rounds", "left", "rounds", Cell::Number, "session: holds on the left"),
    part("left_held_secs", "left", "held_secs", Cell::Number, "session: seconds held on the left"),
    part("right_rounds", "right", "rounds", Cell::Number, "session: holds on the right"),
    part("right_held_secs", "right", "held_secs", Cell::Number, "session: seconds held on the right"),
    top("ended", Cell::Ended, "session: finished, or stopped: and why"),
    top("pain_before", Cell::Number, "session: 0 to 10"),
    top("pain_after", Cell::Number, "session: 0 to 10"),
    top("episode", Cell::Text, "session: the id of the episode it was done for"),
    top("feelings", Cell::List, "session: what was felt"),
    top("cramp_free", Cell::Flag, "day: no cramp that day"),
    top("sitting_min", Cell::Number, "day: minutes sat"),
    top("steps", Cell::Number, "day: steps walked"),
    part("training_activity", "training", "activity", Cell::Text, "episode, day: training"),
    part("training_minutes", "training", "minutes", Cell::Number, "episode, day: its minutes"),
    part("training_effort", "training", "effort", Cell::Number, "episode, day: its effort, 0 to 10"),
    top("sleep", Cell::Text, "day: the night before: bad, poor, fair or good"),
    top("worst_pain", Cell::Number, "day: worst pain, 0 to 10"),
    part("week_pain", "week", "pain", Cell::Number, "day: the week's pain, 0 to 10"),
    part("week_enjoyment", "week", "enjoyment", Cell::Number, "day: how much it took from what is enjoyed, 0 to 10"),
    part("week_activity", "week", "activity", Cell::Number, "day: how much it got in the way of the day, 0 to 10"),
    top("urgency", Cell::Text, "check: how soon to see someone"),
    top("content", Cell::Text, "check: the version of the guide"),
    top("answers", Cell::Json, "check: what was answered, as one JSON object"),
    top("fitted", Cell::Pairs("cause", "percent"), "check: cause : share in percent"),
    top("undecided", Cell::Flag, "check: no cause stood out"),
    top("note", Cell::Text, "anything else"),
    top("logged_at", Cell::Text, "when it was written down"),
    top("edited_at", Cell::Text, "when it was last changed"),
];

/// The columns in plain text, for the page that goes with an export.
pub fn guide() -> String {
    let width = COLUMNS.iter().map(|c| c.name.len()).max().unwrap_or(0);
    let lines = COLUMNS
        .iter()
        .map(|column| format!("  {:width$}  {}\n", column.name, column.about));
    lines.collect()
}

/// Takes a field out of an entry.
pub(super) fn field<'a>(entry: &'a Map<String, Value>, column: &Column) -> Option<&'a Value> {
    let (name, inner) = column.path;
    let value = entry.get(name)?;
    match inner {
        Some(inner) => value.as_object()?.get(inner),
        None => Some(value),
    }
}

/// Puts a field into an entry.
pub(super) fn put(entry: &mut Map<String, Value>, column: &Column, value: Value) {
    let (name, inner) = column.path;
    match inner {
        None => drop(entry.insert(name.to_owned(), value)),
        Some(inner) => {
            let part = entry.entry(name).or_insert_with(|| Map::new().into());
            if let Some(part) = part.as_object_mut() {
                part.insert(inner.to_owned(), value);
            }
        }
    }
}

/// A field as a cell, not yet guarded.
pub(super) fn cell_of(value: &Value, cell: Cell) -> String {
    match (cell, value) {
        (Cell::List, Value::Array(items)) => {
            let items: Vec<String> = items.iter().map(|item| escaped(&plain(item))).collect();
            items.join("|")
        }
        (Cell::Pairs(first, second), Value::Array(pairs)) => {
            let one =
                |pair: &Value, name: &str| escaped(&pair.get(name).map_or_else(String::new, plain));
            let pairs: Vec<String> = pairs
                .iter()
                .map(|pair| format!("{}:{}", one(pair, first), one(pair, second)))
                .collect();
            pairs.join("|")
        }
        (Cell::Lasted, Value::Object(lasted)) => {
            lasted.get("seconds").map_or_else(String::new, plain)
        }
        (Cell::Ended, Value::Object(ended)) => {
            let why = ended.get("stopped").map_or_else(String::new, plain);
            format!("stopped:{why}")
        }
        _ => plain(value),
    }
}

/// A single value as text.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Null => String::new(),
        Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

/// The field that a cell holds.
///
/// # Errors
/// What is expected there, without a full stop.
pub(super) fn value_of(text: &str, cell: Cell) -> Result<Value, String> {
    match cell {
        Cell::Text => Ok(Value::String(text.to_owned())),
        Cell::Number => number(text),
        Cell::Flag => flag(text),
        Cell::List => Ok(split(text, '|')
            .map(|item| Value::String(unescaped(item)))
            .collect()),
        Cell::Pairs(first, second) => {
            let pairs: Result<Vec<Value>, String> = split(text, '|')
                .map(|text| pair(text, first, second))
                .collect();
            Ok(pairs?.into())
        }
        Cell::Lasted if text.trim() == "still_going" => Ok(text.trim().into()),
        Cell::Lasted => Ok(named("seconds", number(text)?)),
        Cell::Ended => Ok(match text.trim().split_once(':') {
            Some(("stopped", why)) => named("stopped", why.trim().into()),
            _ => text.trim().into(),
        }),
        Cell::Json => {
            serde_json::from_str(text).map_err(|err| format!("is not one JSON object: {err}"))
        }
    }
}

/// One pair, `ibuprofen:yes` or `60:8`.
fn pair(text: &str, first: &str, second: &str) -> Result<Value, String> {
    let parts: Vec<&str> = split(text, ':').collect();
    let [one, other] = parts.as_slice() else {
        return Err(format!(
            "\u{201c}{}\u{201d} is no pair; write a:b|c:d",
            short(text)
        ));
    };
    let (one, other) = (unescaped(one), unescaped(other));
    let one = if first == "after_secs" {
        number(&one)?
    } else {
        one.into()
    };
    let other = if second == "taken" {
        flag(&other)?
    } else {
        number(&other)?
    };
    Ok([(first.to_owned(), one), (second.to_owned(), other)]
        .into_iter()
        .collect::<Map<_, _>>()
        .into())
}

fn named(name: &str, value: Value) -> Value {
    let mut map = Map::new();
    map.insert(name.to_owned(), value);
    map.into()
}

fn number(text: &str) -> Result<Value, String> {
    let digits = text.trim();
    // A spreadsheet may have made 8 into 8.0 or 8,0.
    let digits = digits
        .strip_suffix(".0")
        .or_else(|| digits.strip_suffix(",0"))
        .unwrap_or(digits);
    let number: Result<u64, _> = digits.parse();
    number
        .map(|number| Value::Number(Number::from(number)))
        .map_err(|_source| format!("\u{201c}{}\u{201d} is not a whole number", short(text)))
}

fn flag(text: &str) -> Result<Value, String> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "true" | "1" => Ok(true.into()),
        "no" | "false" | "0" => Ok(false.into()),
        _ => Err(format!(
            "\u{201c}{}\u{201d} is neither yes nor no",
            short(text)
        )),
    }
}

/// The start of a text, to be shown.
pub(super) fn short(text: &str) -> String {
    let mut start: String = text.chars().take(40).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '|' | ':') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(if c == '\\' {
            chars.next().unwrap_or(c)
        } else {
            c
        });
    }
    out
}

/// Splits at `at`, but not where a `\` stands before it.
fn split(text: &str, at: char) -> impl Iterator<Item = &str> {
    let mut is_escaped = false;
    text.split(move |c| {
        let is_end = c == at && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_inside_of_items_do_not_split_them() {
        let items: Value = ["a|b", "c:d", "\\", "\\|", ""].into_iter().collect();
        let cell = cell_of(&items, Cell::List);
        assert_eq!(value_of(&cell, Cell::List).unwrap(), items, "{cell}");
    }

    #[test]
    fn every_name_is_there_once() {
        let names: std::collections::BTreeSet<&str> = COLUMNS.iter().map(|c| c.name).collect();
        assert_eq!(names.len(), COLUMNS.len(), "no name twice");
        assert!(guide().contains("duration_secs"), "the guide lists them");
    }
}
