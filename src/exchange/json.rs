//! JSON: a list with one entry a line, in the words of the diary's JSON.

use std::sync::Arc;

use super::pieces::{Notation, TOO_LARGE, pieces};
use super::{How, Incoming, Place};
use crate::diary::entry::Entry;
use crate::diary::format::MAX_BYTES;
use crate::diary::json::{format_json, parse_json};

/// The list. Every line can be read on its own.
pub(super) fn write(entries: &[Arc<Entry>]) -> Result<Vec<u8>, String> {
    let mut text = String::from("[\n");
    for (at, entry) in entries.iter().enumerate() {
        if at > 0 {
            text.push_str(",\n");
        }
        text.push_str(&format_json(entry)?);
    }
    text.push_str("\n]\n");
    Ok(text.into_bytes())
}

/// Reads a list, or one entry a line, or a single entry.
pub(super) fn read(text: &str, how: &How) -> Result<Incoming, String> {
    let mut incoming = Incoming::default();
    for piece in pieces(text, Notation::Json) {
        incoming.room()?;
        if piece.text.len() > MAX_BYTES {
            incoming.trouble(Place::Line(piece.line), TOO_LARGE);
            continue;
        }
        incoming.take(parse_json(piece.text), Place::Line(piece.line), &how.now);
    }
    Ok(incoming)
}
