//! RON: a list of entries, each written as its file is, without the checksum.

use std::sync::Arc;

use super::pieces::{Notation, TOO_LARGE, pieces};
use super::{How, Incoming, Place};
use crate::diary::entry::Entry;
use crate::diary::format::{MAX_BYTES, format, parse_draft};

/// The list.
pub(super) fn write(entries: &[Arc<Entry>]) -> Result<Vec<u8>, String> {
    let mut text =
        String::from("// A diary of the program Unclench: one entry after another.\n[\n");
    for entry in entries {
        let file = format(entry)?;
        let (body, _seal) = file.rsplit_once("// crc32 ").unwrap_or((&file, ""));
        text.push_str(body.trim_end());
        text.push_str(",\n");
    }
    text.push_str("]\n");
    Ok(text.into_bytes())
}

/// Reads a list, entries one after another, or a single entry.
pub(super) fn read(text: &str, how: &How) -> Result<Incoming, String> {
    let mut incoming = Incoming::default();
    for piece in pieces(text, Notation::Ron) {
        incoming.room()?;
        if piece.text.len() > MAX_BYTES {
            incoming.trouble(Place::Line(piece.line), TOO_LARGE);
            continue;
        }
        incoming.take(parse_draft(piece.text), Place::Line(piece.line), &how.now);
    }
    Ok(incoming)
}
