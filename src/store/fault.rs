//! Errors of the system, told in our words.

use std::io::{self, ErrorKind};

use crate::diary::format::Spot;
use crate::job::{Fault, FaultKind};

/// What an error of the system means and what to do about it.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the system has many errors, we tell of few"
)]
pub fn told(err: &io::Error) -> Fault {
    let (kind, words) = match err.kind() {
        ErrorKind::StorageFull => (
            FaultKind::Full,
            "the disk is full; make some room and try again",
        ),
        ErrorKind::QuotaExceeded => (
            FaultKind::Full,
            "your share of the disk is used up; make some room and try again",
        ),
        ErrorKind::PermissionDenied => (
            FaultKind::Denied,
            "access was denied; check who may write here",
        ),
        ErrorKind::ReadOnlyFilesystem => (
            FaultKind::ReadOnly,
            "the disk can only be read; choose another folder",
        ),
        ErrorKind::NotFound => (FaultKind::Missing, "it is not there; check the path"),
        ErrorKind::NotADirectory => (
            FaultKind::System,
            "there is a file where a folder should be; choose another folder",
        ),
        ErrorKind::AlreadyExists => (FaultKind::Exists, "something else has this name already"),
        ErrorKind::InvalidFilename => (
            FaultKind::System,
            "the path is too long; choose a shorter one",
        ),
        _ => return Fault::new(FaultKind::System, words_of(err)),
    };
    Fault::new(kind, words)
}

/// The system's own words, in lower case and without its number.
fn words_of(err: &io::Error) -> String {
    let text = err.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut chars = text.chars();
    let words = chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect::<String>()
    });
    // What we say ourselves says what to do.
    if err.raw_os_error().is_some() {
        words + "; try again"
    } else {
        words
    }
}

/// Why a file could not be read, as it is listed.
pub(super) fn unread(err: &io::Error) -> Spot {
    if err.kind() == ErrorKind::InvalidData {
        return Spot::whole(err.to_string());
    }
    Spot::whole(format!("it could not be read: {}", told(err).told))
}
