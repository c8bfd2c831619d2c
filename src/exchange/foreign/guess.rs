//! Guessing which column is what, by its name in a few languages and by what
//! stands in it.

use super::{DateOrder, Mapping, Role, Unit, time};
use crate::exchange::csv::Table;

/// Words that name a role, most telling first. A name is looked at word by
/// word, so that "update" is no date.
const NAMES: [(Role, &[&str]); 8] = [
    (
        Role::Date,
        &[
            "datetime",
            "timestamp",
            "date",
            "started",
            "start",
            "begin",
            "began",
            "when",
            "datum",
            "tag",
            "day",
            "beginn",
            "fecha",
            "inicio",
            "jour",
            "début",
            "debut",
            "data",
        ],
    ),
    (
        Role::Time,
        &[
            "time", "clock", "uhrzeit", "zeit", "hora", "heure", "ora", "tijd",
        ],
    ),
    (
        Role::Ends,
        &[
            "end", "ended", "ends", "stop", "stopped", "until", "ende", "bis", "fin",
        ],
    ),
    (
        Role::Duration,
        &[
            "duration",
            "length",
            "lasted",
            "minutes",
            "mins",
            "min",
            "seconds",
            "dauer",
            "duración",
            "duracion",
            "durée",
            "duree",
            "durata",
            "duur",
        ],
    ),
    (
        Role::Intensity,
        &[
            "intensity",
            "severity",
            "pain",
            "nrs",
            "vas",
            "level",
            "strength",
            "score",
            "stärke",
            "staerke",
            "intensität",
            "schmerz",
            "intensidad",
            "dolor",
            "intensité",
            "intensite",
            "douleur",
            "intensità",
        ],
    ),
    (
        Role::Place,
        &[
            "place", "location", "where", "region", "area", "site", "body", "ort", "stelle", "wo",
            "lugar", "zona", "lieu", "endroit", "luogo",
        ],
    ),
    (
        Role::Side,
        &["side", "seite", "lado", "côté", "cote", "lato"],
    ),
    (
        Role::Note,
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "description",
            "remarks",
            "text",
            "notiz",
            "notizen",
            "bemerkung",
            "kommentar",
            "nota",
            "notas",
            "commentaire",
        ],
    ),
];

/// The mapping that the names and the values speak for.
pub(super) fn mapping(table: &Table) -> Mapping {
    let mut mapping = Mapping::default();
    let names: Vec<Vec<String>> = table.header.iter().map(|name| words(name)).collect();
    for (role, telling) in NAMES {
        let free = |at: &usize| !mapping.is_used(*at);
        let found = telling.iter().find_map(|word| {
            let has = |at: &usize| {
                names
                    .get(*at)
                    .is_some_and(|name| name.iter().any(|w| w == word))
            };
            (0..names.len()).filter(free).find(has)
        });
        if found.is_some() {
            mapping.set(role, found);
        }
    }
    swap_full_times(table, &mut mapping);
    mapping.dates = mapping
        .column(Role::Date)
        .and_then(|column| order(column_of(table, column)));
    if let Some(column) = mapping.column(Role::Duration) {
        let name = names.get(column).cloned().unwrap_or_default();
        let has = |all: &[&str]| name.iter().any(|word| all.contains(&word.as_str()));
        if has(&["s", "sec", "secs", "seconds", "sek", "sekunden"]) {
            mapping.unit = Unit::Seconds;
        } else if has(&["h", "hour", "hours", "std", "stunden", "horas", "heures"]) {
            mapping.unit = Unit::Hours;
        }
    }
    if let Some(column) = mapping.column(Role::Intensity) {
        let values: Vec<f64> = column_of(table, column)
            .filter_map(|cell| super::words::number(cell))
            .collect();
        // One slip of the pen must not turn 8 of 10 into 8 of 100.
        let large = values.iter().filter(|value| **value > 10.0).count();
        if large * 2 > values.len() {
            mapping.scale = 100;
        }
    }
    mapping
}

/// A column named "time" that holds dates too is the date.
fn swap_full_times(table: &Table, mapping: &mut Mapping) {
    if mapping.column(Role::Date).is_some() {
        return;
    }
    if let Some(column) = mapping.column(Role::Time) {
        let mut cells = column_of(table, column).filter(|cell| !cell.trim().is_empty());
        if cells.next().is_some_and(|cell| time::has_date(cell)) {
            mapping.set(Role::Date, Some(column));
            mapping.set(Role::Time, None);
        }
    }
}

fn column_of(table: &Table, column: usize) -> impl Iterator<Item = &String> {
    table.rows.iter().filter_map(move |row| row.get(column))
}

/// The words of a name, in lower case: `Start_Time (min)` is start, time, min.
fn words(name: &str) -> Vec<String> {
    name.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The order that the dates themselves show.
pub(super) fn order<'a>(dates: impl Iterator<Item = &'a String>) -> Option<DateOrder> {
    let (mut day_first, mut month_first) = (false, false);
    for (first, second) in dates.filter_map(|date| time::unclear_pair(date)) {
        day_first |= first > 12;
        month_first |= second > 12;
    }
    match (day_first, month_first) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// A date that can be read two ways, if nothing in the column decides.
pub(super) fn unclear<'a>(dates: impl Iterator<Item = &'a String>) -> Option<String> {
    let mut unclear = dates.filter(|date| time::unclear_pair(date).is_some());
    unclear
        .next()
        .map(|date| date.trim().chars().take(30).collect())
}
