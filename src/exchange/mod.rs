//! Exchange: the diary as one file, out and in. CSV, JSON, RON, or a zip of all.
//!
//! Pure: bytes in, entries out, and the other way round; no files, no clock, no
//! window. What would be taken in is decided by [`plan`] before anything is
//! written. Nothing that cannot be read is passed over in silence.

mod columns;
mod csv;
pub mod foreign;
mod guard;
pub mod job;
mod json;
mod pieces;
pub mod plan;
mod ron;
pub mod rotation;
mod text;
pub mod zip;

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use crate::clock::Moment;
use crate::diary::check::{check, sentence};
use crate::diary::entry::{Entry, EntryId};
use crate::diary::format::{Unread, one_line};
use crate::diary::json::format_json;

pub use self::columns::guide as column_guide;
use self::foreign::{Foreign, Mapping};

/// The largest file that is taken in, in bytes: 256 MiB.
pub const MAX_FILE: u64 = 256 << 20;
/// The most entries in one file.
pub const MAX_ENTRIES: usize = 200_000;
/// The most cells of a table, 80 for each of its rows.
pub const MAX_CELLS: usize = 80 * MAX_ENTRIES;
/// The most problems that are kept to be shown; all are counted.
pub const MAX_PROBLEMS: usize = 1_000;

/// A kind of file the diary can be put into and taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A table, one row an entry.
    Csv,
    /// A list, one line an entry.
    Json,
    /// A list, as the files of the diary are written.
    Ron,
    /// Every file as it is, and a page that explains them.
    #[default]
    Zip,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Json, Self::Ron, Self::Zip];

    /// The ending of its file names, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Ron => "ron",
            Self::Zip => "zip",
        }
    }

    /// The kind that the ending of a name says.
    ///
    /// # Errors
    /// One sentence without a full stop that lists the known endings.
    pub fn of(path: &Path) -> Result<Self, String> {
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        let ending = ending.to_lowercase();
        let known = Self::ALL.into_iter().find(|f| f.ending() == ending);
        known.ok_or_else(|| "the name of the file must end in .csv, .json, .ron or .zip".to_owned())
    }
}

/// Where in a file something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole file.
    Whole,
    /// A row of a table, counted from 1, which is the header.
    Row(usize),
    /// A cell of a table: its row and the name of its column.
    Cell(usize, String),
    /// A line, counted from 1.
    Line(usize),
    /// A file inside an archive.
    Inside(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => f.write_str("the file"),
            Self::Row(row) => write!(f, "row {row}"),
            Self::Cell(row, column) => write!(f, "row {row}, column \u{201c}{column}\u{201d}"),
            Self::Line(line) => write!(f, "line {line}"),
            Self::Inside(name) => write!(f, "{name:?}"),
        }
    }
}

/// Something in a file that cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// Why not, without a full stop.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

/// One entry of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The entry, fit to be kept.
    pub entry: Arc<Entry>,
    /// Where it stands.
    pub place: Place,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incoming {
    /// The entries that can be kept.
    pub items: Vec<Item>,
    /// What cannot, the first [`MAX_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// How many problems there are in all.
    pub problem_count: usize,
    /// What a person should know, in sentences.
    pub remarks: Vec<String>,
    /// How the table of another program is read, if it is one.
    pub foreign: Option<Foreign>,
}

impl Incoming {
    /// Whether there is room for one more, good or bad.
    ///
    /// # Errors
    /// What is said of a file with too many.
    fn room(&self) -> Result<(), String> {
        if self.items.len() + self.problem_count < MAX_ENTRIES {
            return Ok(());
        }
        Err(too_many())
    }

    pub(crate) fn trouble(&mut self, place: Place, reason: impl Into<String>) {
        self.problem_count += 1;
        if self.problems.len() < MAX_PROBLEMS {
            let reason = one_line(&reason.into());
            self.problems.push(Problem { place, reason });
        }
    }

    /// Takes in an entry as it was read, or says why it cannot be kept.
    fn take(&mut self, read: Result<Entry, Unread>, place: Place, now: &Moment) {
        match read {
            Ok(entry) => match completed(entry, now) {
                Ok(entry) => self.items.push(Item { entry, place }),
                Err(flaws) => self.trouble(place, flaws),
            },
            Err(Unread::Newer(schema)) => {
                let told = format!("a newer Unclench wrote it (schema {schema}); update this one");
                self.trouble(place, told);
            }
            Err(Unread::Damaged(spot)) => {
                let place = match (place, spot.line) {
                    (Place::Line(first), Some(line)) => Place::Line(first + line - 1),
                    (place, _) => place,
                };
                self.trouble(place, spot.reason);
            }
        }
    }
}

/// Fills in what an entry from elsewhere may lack. Its id then comes from its
/// content.
fn completed(mut entry: Entry, now: &Moment) -> Result<Arc<Entry>, String> {
    if entry.id().is_missing() {
        let content = format_json(&entry)?;
        let id = EntryId::of_content(entry.instant(), content.as_bytes());
        entry.complete(id, now);
    }
    let id = entry.id();
    entry.complete(id, now);
    match check(&entry) {
        flaws if flaws.is_empty() => Ok(Arc::new(entry)),
        flaws => Err(sentence(&flaws)),
    }
}

/// How a file is to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct How {
    /// The time of the reading, whose zone is that of times without one.
    pub now: Moment,
    /// How the table of another program is to be read; none: as it is guessed.
    pub mapping: Option<Mapping>,
}

/// Reads a file.
///
/// # Errors
/// One sentence without a full stop when the file as a whole cannot be read.
pub fn read(format: Format, bytes: &[u8], how: &How) -> Result<Incoming, String> {
    if bytes.len() as u64 > MAX_FILE {
        return Err(too_large());
    }
    let incoming = match format {
        Format::Csv => text::of(bytes).and_then(|text| csv::read(&text, how)),
        Format::Json => text::of(bytes).and_then(|text| json::read(&text, how)),
        Format::Ron => text::of(bytes).and_then(|text| ron::read(&text, how)),
        Format::Zip => zip::read(bytes, how),
    };
    incoming.map_err(|why| one_line(&why))
}

/// What is said of a file that is too large.
pub fn too_large() -> String {
    format!(
        "it is larger than {} MiB, the most that is taken in at once; split it",
        MAX_FILE >> 20
    )
}

/// What is said of a file with too many entries.
fn too_many() -> String {
    format!(
        "it holds more than {MAX_ENTRIES} entries, the most that are taken in at once; split it"
    )
}

/// The entries as one text. A zip is made of files: see [`zip::Packer`].
///
/// # Errors
/// What could not be written.
pub fn write(format: Format, entries: &[Arc<Entry>]) -> Result<Vec<u8>, String> {
    match format {
        Format::Csv => csv::write(entries),
        Format::Json => json::write(entries),
        Format::Ron => ron::write(entries),
        Format::Zip => {
            let mut packer = zip::Packer::new(None);
            for entry in entries {
                let name = zip::name_of(entry);
                packer.add(&name, crate::diary::format::format(entry)?.as_bytes())?;
            }
            packer.finish()
        }
    }
}
