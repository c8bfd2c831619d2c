//! The table of another program: which column is what, and its rows as
//! episodes.
//!
//! What is not said is asked, never made up: a date that can be read two ways,
//! a table without a place. What has no field here goes into the note, so that
//! nothing of a row is lost.

mod guess;
mod row;
mod time;
mod words;

use super::csv::Table;
use super::{How, Incoming, Place};
use crate::diary::entry::{EntryId, Intensity, Region};

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The date, or date and time.
    Date,
    /// The time of day.
    Time,
    /// When it ended.
    Ends,
    /// How long it lasted.
    Duration,
    /// How bad it was.
    Intensity,
    /// Where it hurt.
    Place,
    /// The side.
    Side,
    /// Anything else.
    Note,
}

impl Role {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 8] = [
        Self::Date,
        Self::Time,
        Self::Duration,
        Self::Ends,
        Self::Intensity,
        Self::Place,
        Self::Side,
        Self::Note,
    ];

    /// The word for it on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
            Self::Ends => "end",
            Self::Duration => "duration",
            Self::Intensity => "intensity",
            Self::Place => "place",
            Self::Side => "side",
            Self::Note => "note",
        }
    }

    /// The words a person reads.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Date => "Date, or date and time",
            Self::Time => "Time of day",
            Self::Ends => "When it ended",
            Self::Duration => "How long it lasted",
            Self::Intensity => "How bad it was",
            Self::Place => "Where it hurt",
            Self::Side => "Which side",
            Self::Note => "Note",
        }
    }
}

/// In which order a date such as 03/04/2026 is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

/// What a bare number of a duration counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Seconds,
    /// Minutes.
    #[default]
    Minutes,
    /// Hours.
    Hours,
}

impl Unit {
    const fn seconds(self) -> f64 {
        match self {
            Self::Seconds => 1.0,
            Self::Minutes => 60.0,
            Self::Hours => 3600.0,
        }
    }
}

/// How a table is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The column of each role, counted from 0.
    columns: [Option<usize>; 8],
    /// How dates are written, where that is not plain.
    pub dates: Option<DateOrder>,
    /// What bare numbers of the duration count.
    pub unit: Unit,
    /// The highest number of the scale of pain: 5, 10 or 100.
    pub scale: u8,
    /// The place of rows that say none we know.
    pub place: Option<Region>,
    /// How long it lasted where no row says so, in minutes.
    pub minutes: Option<u16>,
    /// How bad it was where no row says so.
    pub pain: Option<Intensity>,
}

impl Default for Mapping {
    fn default() -> Self {
        Self {
            columns: [None; 8],
            dates: None,
            unit: Unit::Minutes,
            scale: 10,
            place: None,
            minutes: None,
            pain: None,
        }
    }
}

impl Mapping {
    /// The column of a role.
    pub fn column(&self, role: Role) -> Option<usize> {
        self.columns.get(role as usize).copied().flatten()
    }

    /// Says which column a role has.
    pub fn set(&mut self, role: Role, column: Option<usize>) {
        if let Some(place) = self.columns.get_mut(role as usize) {
            *place = column;
        }
    }

    /// Whether a column has a role.
    fn is_used(&self, column: usize) -> bool {
        self.columns.contains(&Some(column))
    }
}

/// A table of another program, and how it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// The names of its columns.
    pub header: Vec<String>,
    /// Its first rows.
    pub sample: Vec<Vec<String>>,
    /// How many rows there are.
    pub rows: usize,
    /// How it is read.
    pub mapping: Mapping,
    /// What must be answered first, as one sentence.
    pub question: Option<String>,
}

/// Rows shown of a table.
const SAMPLE: usize = 3;

/// Reads a table of another program as far as it is understood.
pub(super) fn read(table: &Table, how: &How, incoming: &mut Incoming) {
    let mapping = how.mapping.clone().unwrap_or_else(|| guess::mapping(table));
    let question = question(table, &mapping);
    let is_asked = question.is_some();
    incoming.foreign = Some(Foreign {
        header: table.header.clone(),
        sample: table.rows.iter().take(SAMPLE).cloned().collect(),
        rows: table.rows.len(),
        mapping: mapping.clone(),
        question,
    });
    if is_asked {
        return;
    }
    for (at, row) in table.rows.iter().enumerate() {
        let number = Table::number(at);
        if row.is_empty() {
            continue;
        }
        match row::episode(table, row, &mapping, how) {
            Ok(mut episode) => {
                // Named by what the file says, not by how it is understood.
                let content = row.join("\u{1f}");
                let at = episode.started_at.instant();
                episode.id = EntryId::of_content(at, content.as_bytes());
                incoming.take(Ok(episode.into()), Place::Row(number), &how.now);
            }
            Err((role, reason)) => {
                let column = role.and_then(|role| mapping.column(role));
                let name = column.and_then(|column| table.header.get(column));
                let place = match name {
                    Some(name) => Place::Cell(number, name.clone()),
                    None => Place::Row(number),
                };
                incoming.trouble(place, reason);
            }
        }
    }
    if mapping.scale != 10 && mapping.column(Role::Intensity).is_some() {
        let told = format!("Its scale of pain is taken as 0 to {}.", mapping.scale);
        incoming.remarks.push(told);
    }
    if !incoming.items.is_empty() && mapping.column(Role::Time).is_none() {
        let told = "Rows that give a date and no time are put at noon and marked as a guess.";
        incoming.remarks.push(told.to_owned());
    }
}

/// What must be answered before the table can be read.
fn question(table: &Table, mapping: &Mapping) -> Option<String> {
    let Some(date) = mapping.column(Role::Date) else {
        return Some("Which column holds the date?".to_owned());
    };
    let dates = table.rows.iter().filter_map(|row| row.get(date));
    if mapping.dates.is_none()
        && let Some(example) = guess::unclear(dates)
    {
        return Some(format!(
            "Is a date such as {example} written day first or month first?"
        ));
    }
    let has = |role| mapping.column(role).is_some();
    if !has(Role::Duration) && !has(Role::Ends) && mapping.minutes.is_none() {
        return Some(
            "Which column says how long it lasted? Or give minutes for all rows.".to_owned(),
        );
    }
    if !has(Role::Intensity) && mapping.pain.is_none() {
        return Some(
            "Which column says how bad it was? Or give one number for all rows.".to_owned(),
        );
    }
    if !has(Role::Place) && mapping.place.is_none() {
        return Some(
            "Which column says where it hurt? Or choose one place for all rows.".to_owned(),
        );
    }
    None
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
