//! The table: one row an entry of any kind, and back without loss.
//!
//! Written with commas, quotes where needed, UTF-8 and line feeds. Read with
//! whatever separator a spreadsheet has put there. A table with another header
//! is one of another program: see [`super::foreign`].

use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};
use serde_json::{Map, Value};

use super::columns::{COLUMNS, Column, cell_of, field, put, short, value_of};
use super::foreign;
use super::guard::{bare, guarded};
use super::{How, Incoming, MAX_CELLS, MAX_ENTRIES, Place, too_many};
use crate::diary::entry::{Check, Day, Entry, Episode, SCHEMA, Session};
use crate::diary::format::{MAX_BYTES, Spot, Unread};
use crate::diary::json::format_json;

/// What may stand between two cells.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The most cells of one row.
const ROW_CELLS: usize = 1_000;

/// The kinds of entries.
const KINDS: [&str; 4] = ["episode", "session", "day", "check"];

/// The table.
pub(super) fn write(entries: &[Arc<Entry>]) -> Result<Vec<u8>, String> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let header = COLUMNS.iter().map(|column| column.name);
    out.write_record(header).map_err(|err| err.to_string())?;
    for entry in entries {
        let fields: Map<String, Value> =
            serde_json::from_str(&format_json(entry)?).map_err(|err| err.to_string())?;
        let row = COLUMNS.iter().map(|column| {
            let value = field(&fields, column);
            value.map_or_else(String::new, |value| guarded(cell_of(value, column.cell)))
        });
        out.write_record(row).map_err(|err| err.to_string())?;
    }
    out.into_inner().map_err(|err| err.to_string())
}

/// A table as it stands in a file.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// The number of a row as a spreadsheet shows it.
    pub(super) const fn number(at: usize) -> usize {
        at + 2
    }
}

/// Reads a table of ours, or of another program.
pub(super) fn read(text: &str, how: &How) -> Result<Incoming, String> {
    let table = table(text)?;
    let mut incoming = Incoming::default();
    if !is_ours(&table.header) {
        if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
            let told = "A quotation mark is opened and never closed. Look at the last rows.";
            incoming.remarks.push(told.to_owned());
        }
        foreign::read(&table, how, &mut incoming);
        return Ok(incoming);
    }
    if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        return Err(
            "a quotation mark is opened and never closed, so rows cannot be told apart".to_owned(),
        );
    }
    let columns = columns(&table.header, &mut incoming);
    for (at, row) in table.rows.iter().enumerate() {
        let row_at = Table::number(at);
        if row.len() > table.header.len() {
            let told = format!(
                "it has {} cells, the header has {}",
                row.len(),
                table.header.len()
            );
            incoming.trouble(Place::Row(row_at), told);
            continue;
        }
        match entry_of(&columns, row) {
            Ok(entry) => incoming.take(Ok(entry), Place::Row(row_at), &how.now),
            Err(Wrong {
                column: _,
                unread: Unread::Newer(schema),
            }) => {
                incoming.take(Err(Unread::Newer(schema)), Place::Row(row_at), &how.now);
            }
            Err(Wrong { column, unread }) => {
                let place = match column {
                    Some(name) => Place::Cell(row_at, name.to_owned()),
                    None => Place::Row(row_at),
                };
                incoming.take(Err(unread), place, &how.now);
            }
        }
    }
    Ok(incoming)
}

/// Cuts a text into cells.
fn table(text: &str) -> Result<Table, String> {
    let separator = separator_of(text);
    // What spreadsheets understand as "the separator is this".
    let text = match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => rest,
        _ => text,
    };
    // Before they are made: an empty cell takes more memory than its comma.
    if text.bytes().filter(|byte| *byte == separator).count() > MAX_CELLS {
        return Err(format!(
            "it has more than {MAX_CELLS} cells, the most that are taken in at once; split it"
        ));
    }
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut record = ByteRecord::new();
    while reader
        .read_byte_record(&mut record)
        .map_err(|err| err.to_string())?
    {
        if rows.len() > MAX_ENTRIES {
            return Err(too_many());
        }
        if record.as_slice().len() > MAX_BYTES {
            return Err(format!(
                "row {} is larger than 1 MiB; a quotation mark before it may not be closed",
                rows.len() + 1
            ));
        }
        if record.len() > ROW_CELLS {
            return Err(format!(
                "row {} has {} cells; up to {ROW_CELLS} are read",
                rows.len() + 1,
                record.len()
            ));
        }
        let cell = |bytes| String::from_utf8_lossy(bytes).into_owned();
        rows.push(record.iter().map(cell).collect());
    }
    if rows.is_empty() {
        return Err("it is empty".to_owned());
    }
    let header = rows.remove(0);
    let header = header
        .iter()
        .map(|name| bare(name).trim().to_owned())
        .collect();
    // Rows without anything in them are no rows.
    for row in &mut rows {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            row.clear();
        }
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    Ok(Table { header, rows })
}

/// The separator of the first line: the one there is most of, outside quotes.
fn separator_of(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    if let [b's', b'e', b'p', b'=', separator] = first.trim_end().as_bytes()
        && SEPARATORS.contains(separator)
    {
        return *separator;
    }
    let count = |separator: u8| {
        let mut is_quoted = false;
        let outside = first.bytes().filter(|byte| {
            is_quoted ^= *byte == b'"';
            *byte == separator && !is_quoted
        });
        outside.count()
    };
    let most = SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator));
    most.filter(|separator| count(*separator) > 0)
        .unwrap_or(b',')
}

/// Whether a header is that of our own table.
fn is_ours(header: &[String]) -> bool {
    let has = |name: &str| header.iter().any(|other| other == name);
    has("kind") && (has("started_at") || has("date") || has("id"))
}

/// The column of each cell. Names we do not know, and names that come twice,
/// are told and left out.
fn columns(header: &[String], incoming: &mut Incoming) -> Vec<Option<&'static Column>> {
    let mut found: Vec<Option<&'static Column>> = Vec::new();
    for name in header {
        let column = COLUMNS.iter().find(|column| column.name == name);
        let is_twice = column.is_some() && found.iter().flatten().any(|other| other.name == name);
        if is_twice {
            incoming.remarks.push(format!(
                "The column “{}” is there twice. Only the first is read.",
                short(name)
            ));
        } else if column.is_none() && !name.is_empty() {
            incoming.remarks.push(format!(
                "The column “{}” is not known and is left out.",
                short(name)
            ));
        }
        found.push(column.filter(|_| !is_twice));
    }
    found
}

/// Why a row is no entry, and which column is to blame.
struct Wrong {
    column: Option<&'static str>,
    unread: Unread,
}

impl Wrong {
    fn damaged(column: Option<&'static str>, reason: impl Into<String>) -> Self {
        Self {
            column,
            unread: Unread::Damaged(Spot::whole(reason)),
        }
    }
}

fn entry_of(columns: &[Option<&'static Column>], row: &[String]) -> Result<Entry, Wrong> {
    let mut fields = Map::new();
    let mut filled = Vec::new();
    for (column, cell) in columns.iter().zip(row) {
        let text = bare(cell);
        if let Some(column) = column
            && !text.is_empty()
        {
            let value = value_of(text, column.cell);
            let value = value.map_err(|reason| Wrong::damaged(Some(column.name), reason))?;
            put(&mut fields, column, value);
            filled.push(*column);
        }
    }
    if filled.is_empty() {
        return Err(Wrong::damaged(None, "it is empty"));
    }
    let schema = fields.get("schema").and_then(Value::as_u64).unwrap_or(0);
    if schema > u64::from(SCHEMA) {
        let schema = u32::try_from(schema).unwrap_or(u32::MAX);
        return Err(Wrong {
            column: None,
            unread: Unread::Newer(schema),
        });
    }
    if let Some(stretch) = fields.get_mut("stretch").and_then(Value::as_object_mut) {
        stretch.entry("level").or_insert_with(|| "".into());
    }
    let kind = fields.remove("kind").unwrap_or_default();
    let kind = kind.as_str().unwrap_or_default().trim().to_owned();
    for side in ["left", "right"] {
        if let Some(done) = fields.get_mut(side).and_then(Value::as_object_mut) {
            for part in ["rounds", "held_secs"] {
                done.entry(part).or_insert_with(|| 0.into());
            }
        }
    }
    typed(&kind, fields.clone()).map_err(|reason| {
        if !KINDS.contains(&kind.as_str()) {
            return Wrong::damaged(Some("kind"), reason);
        }
        let to_blame = filled.iter().find(|column| {
            let mut less = fields.clone();
            remove(&mut less, column);
            typed(&kind, less).err().as_ref() != Some(&reason)
        });
        Wrong::damaged(to_blame.map(|column| column.name), reason)
    })
}

fn remove(fields: &mut Map<String, Value>, column: &Column) {
    // A part of a whole is blamed by taking out the whole.
    put(fields, column, Value::Null);
    let top: Vec<String> = fields.keys().cloned().collect();
    for name in top {
        let is_null = |value: &Value| {
            value.is_null()
                || value
                    .as_object()
                    .is_some_and(|part| part.values().any(Value::is_null))
        };
        if fields.get(&name).is_some_and(is_null) {
            fields.remove(&name);
        }
    }
}

fn typed(kind: &str, fields: Map<String, Value>) -> Result<Entry, String> {
    let value = Value::Object(fields);
    let told = |err: serde_json::Error| err.to_string();
    match kind {
        "episode" => serde_json::from_value::<Episode>(value)
            .map(Entry::from)
            .map_err(told),
        "session" => serde_json::from_value::<Session>(value)
            .map(Entry::from)
            .map_err(told),
        "day" => serde_json::from_value::<Day>(value)
            .map(Entry::from)
            .map_err(told),
        "check" => serde_json::from_value::<Check>(value)
            .map(Entry::from)
            .map_err(told),
        other => Err(format!(
            "kind “{}” is not known; write episode, session, day or check",
            short(other)
        )),
    }
}
