//! Entry to text and back: the public file format.
//!
//! A file is one pretty RON struct, `Episode(schema: 1, …)`, and a last line
//! `// crc32 xxxxxxxx` over the bytes before it. The schema is read first: a
//! newer one is told apart from damage and never written.

use std::fmt::Write as _;
use std::sync::LazyLock;

use ron::extensions::Extensions;
use ron::options::Options;
use ron::ser::PrettyConfig;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::check::{check, sentence};
use super::entry::{Entry, SCHEMA};

/// The largest file that is read or written, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// What stands at the start of the last line.
const SEAL: &str = "// crc32 ";

/// Reads with the default recursion limit; `5` is accepted for `Some(5)`.
static READER: LazyLock<Options> =
    LazyLock::new(|| Options::default().with_default_extension(Extensions::IMPLICIT_SOME));

static PRETTY: LazyLock<PrettyConfig> = LazyLock::new(|| {
    PrettyConfig::new()
        .struct_names(true)
        .new_line("\n")
        .indentor("  ")
        .compact_arrays(true)
        .escape_strings(true)
});

/// Whether the checksum of a file fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seal {
    /// It fits.
    Whole,
    /// There is none: written by hand or by another program.
    Missing,
    /// It does not fit: edited outside the app, or damaged.
    Broken,
}

/// An entry as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The entry.
    pub entry: Entry,
    /// Whether its checksum fits.
    pub seal: Seal,
}

/// Why a text is not an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Written by a newer version, with this schema.
    Newer(u32),
    /// Damaged, or not an entry.
    Damaged(Spot),
}

/// What is wrong with a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Line, from 1; none when it is not about one place.
    pub line: Option<usize>,
    /// Column, from 1.
    pub column: Option<usize>,
    /// What is wrong, without a full stop.
    pub reason: String,
}

/// The most signs of a reason that are told.
const LONGEST_REASON: usize = 300;

impl Spot {
    /// Something wrong with the whole.
    pub fn whole(reason: impl Into<String>) -> Self {
        Self {
            line: None,
            column: None,
            reason: one_line(&reason.into()),
        }
    }
}

/// A sentence on one line and not too long, whatever it quotes of a file that
/// anybody may have written: a sign that breaks a line becomes a space, one that
/// steers a terminal or turns the direction of text becomes `\u{fffd}`.
pub fn one_line(sentence: &str) -> String {
    let tame = |c: char| match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    let mut signs = sentence.chars();
    let mut line: String = signs.by_ref().take(LONGEST_REASON).map(tame).collect();
    if signs.next().is_some() {
        line.push_str(" …");
    }
    line
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.line, self.column) {
            (Some(line), Some(column)) => {
                write!(f, "line {line}, column {column}: {}", self.reason)
            }
            _ => f.write_str(&self.reason),
        }
    }
}

impl From<ron::error::SpannedError> for Spot {
    fn from(err: ron::error::SpannedError) -> Self {
        Self {
            line: Some(err.span.start.line),
            column: Some(err.span.start.col),
            reason: one_line(&err.code.to_string()),
        }
    }
}

/// Only the schema; everything else is passed over.
#[derive(Deserialize)]
#[serde(rename = "Episode")]
struct EpisodeProbe {
    #[serde(default)]
    schema: Option<u32>,
}
#[derive(Deserialize)]
#[serde(rename = "Session")]
struct SessionProbe {
    #[serde(default)]
    schema: Option<u32>,
}
#[derive(Deserialize)]
#[serde(rename = "Day")]
struct DayProbe {
    #[serde(default)]
    schema: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename = "Check")]
struct CheckProbe {
    #[serde(default)]
    schema: Option<u32>,
}

#[derive(Clone, Copy)]
enum Kind {
    Episode,
    Session,
    Day,
    Check,
}

/// The file of an entry: RON and its checksum.
///
/// # Errors
/// The sentence to show when it may not be written.
pub fn format(entry: &Entry) -> Result<String, String> {
    let flaws = check(entry);
    if !flaws.is_empty() {
        return Err(sentence(&flaws));
    }
    sealed(ron(entry)?)
}

/// Any value as pretty RON with its checksum.
pub(super) fn written(value: &impl Serialize) -> Result<String, String> {
    let text = ron::ser::to_string_pretty(value, PRETTY.clone());
    sealed(text.map_err(|err| err.to_string())? + "\n")
}

fn sealed(mut text: String) -> Result<String, String> {
    let sum = crc32fast::hash(text.as_bytes());
    writeln!(text, "{SEAL}{sum:08x}").map_err(|err| err.to_string())?;
    if text.len() > MAX_BYTES {
        return Err(format!(
            "the entry takes {} bytes; up to {MAX_BYTES} are allowed",
            text.len()
        ));
    }
    Ok(text)
}

/// The RON of an entry, without its checksum, ending in a line break.
fn ron(entry: &Entry) -> Result<String, String> {
    let pretty = PRETTY.clone();
    let text = match entry {
        Entry::Episode(episode) => ron::ser::to_string_pretty(episode, pretty),
        Entry::Session(session) => ron::ser::to_string_pretty(session, pretty),
        Entry::Day(day) => ron::ser::to_string_pretty(day, pretty),
        Entry::Check(check) => ron::ser::to_string_pretty(check, pretty),
    };
    Ok(text.map_err(|err| err.to_string())? + "\n")
}

/// Reads a file.
///
/// # Errors
/// A newer schema, or what is wrong and where.
pub fn parse(bytes: &[u8]) -> Result<Parsed, Unread> {
    let text = text_of(bytes).map_err(Unread::Damaged)?;
    let entry = parse_draft(text)?;
    let flaws = check(&entry);
    if !flaws.is_empty() {
        return Err(Unread::Damaged(Spot::whole(sentence(&flaws))));
    }
    Ok(Parsed {
        entry,
        seal: seal_of(bytes),
    })
}

/// Reads a text that may lack what a new entry need not have: id, time of
/// logging. Nothing else is checked.
///
/// # Errors
/// A newer schema, or what is wrong and where.
pub fn parse_draft(text: &str) -> Result<Entry, Unread> {
    let kind = probe(text)?;
    let entry = match kind {
        Kind::Episode => read(text).map(Entry::Episode),
        Kind::Session => read(text).map(Entry::Session),
        Kind::Day => read(text).map(Entry::Day),
        Kind::Check => read(text).map(Entry::Check),
    };
    entry.map_err(Unread::Damaged)
}

/// The text of a file: UTF-8, without a byte order mark, not too long.
///
/// # Errors
/// What is wrong and where.
pub fn text_of(bytes: &[u8]) -> Result<&str, Spot> {
    if bytes.len() > MAX_BYTES {
        return Err(Spot::whole(format!(
            "it is larger than {MAX_BYTES} bytes, the most that is read"
        )));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|err| {
        let before = bytes.get(..err.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        let start = before.iter().rposition(|byte| *byte == b'\n');
        Spot {
            line: Some(line),
            column: Some(before.len() - start.map_or(0, |at| at + 1) + 1),
            reason: "these bytes are not UTF-8 text".to_owned(),
        }
    })
}

/// Which kind a text is, after making sure that its schema is known.
fn probe(text: &str) -> Result<Kind, Unread> {
    // What we wrote ourselves says both in its first two lines.
    for (start, kind) in [
        ("Episode(\n  schema: 1,\n", Kind::Episode),
        ("Session(\n  schema: 1,\n", Kind::Session),
        ("Day(\n  schema: 1,\n", Kind::Day),
        ("Check(\n  schema: 1,\n", Kind::Check),
    ] {
        if text.starts_with(start) {
            return Ok(kind);
        }
    }
    let episode = read::<EpisodeProbe>(text).map(|probe| (Kind::Episode, probe.schema));
    let found = episode
        .or_else(|first| {
            let session = read::<SessionProbe>(text).map(|p| (Kind::Session, p.schema));
            session
                .or_else(|_| read::<DayProbe>(text).map(|p| (Kind::Day, p.schema)))
                .or_else(|_| read::<CheckProbe>(text).map(|p| (Kind::Check, p.schema)))
                .map_err(|_later| first)
        })
        .map_err(|spot| Unread::Damaged(better_spot(text, spot)))?;
    match found {
        (_, Some(schema)) if schema > SCHEMA => Err(Unread::Newer(schema)),
        (kind, _) => Ok(kind),
    }
}

/// When no probe fits, the error of the kind that the text names is the one to
/// show.
fn better_spot(text: &str, first: Spot) -> Spot {
    let named = |name: &str| text.trim_start().starts_with(name);
    if named("Session") {
        read::<SessionProbe>(text).err().unwrap_or(first)
    } else if named("Day") {
        read::<DayProbe>(text).err().unwrap_or(first)
    } else if named("Check") {
        read::<CheckProbe>(text).err().unwrap_or(first)
    } else {
        first
    }
}

pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Spot> {
    READER.from_str(text).map_err(Spot::from)
}

/// Whether the last line is the checksum of what stands before it.
pub(super) fn seal_of(bytes: &[u8]) -> Seal {
    let body = bytes.trim_ascii_end();
    let start = body.iter().rposition(|byte| *byte == b'\n');
    let start = start.map_or(0, |at| at + 1);
    let (before, last) = bytes.split_at(start);
    let last = last.trim_ascii_end();
    let Some(written) = last.strip_prefix(SEAL.as_bytes()) else {
        return Seal::Missing;
    };
    let sum = format!("{:08x}", crc32fast::hash(before));
    if written == sum.as_bytes() {
        Seal::Whole
    } else {
        Seal::Broken
    }
}

#[cfg(test)]
#[path = "format_tests.rs"]
mod tests;
