//! The names of files and folders: what we call ours, and which we read.
//!
//! A name is a hint for people and a start for a search. Nothing is decided by
//! it but whether a file is looked at.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::diary::entry::{Entry, EntryId};

/// The folder of the entries.
pub(super) const DIARY: &str = "diary";
/// The folder of deleted entries.
pub(super) const TRASH: &str = "trash";
/// The folder of replaced versions.
pub(super) const HISTORY: &str = "history";
/// The folder of damaged files that were set aside.
pub(super) const ASIDE: &str = "damaged";
/// The folder of the backups, unless another was chosen.
pub(super) const BACKUPS: &str = "backups";
/// The file that says which format the folder has.
pub(super) const FORMAT: &str = "store.ron";
/// The folder of cramps that are not in the diary yet.
pub(super) const UNFINISHED: &str = "unfinished";
/// The file of a session that is not in the diary yet.
pub(super) const SESSION: &str = "session.ron";
/// The file of the window.
pub(super) const WINDOW: &str = "window.ron";
/// The note that a crash leaves.
pub(super) const CRASH: &str = "crash.txt";
/// The same, when it has been told of.
pub(super) const CRASH_TOLD: &str = "crash-told.txt";
/// The file for whoever opens the folder in ten years.
pub(super) const README: &str = "README.txt";
/// The file in a folder that the diary was moved from.
pub(super) const MOVED: &str = "MOVED.txt";
/// The file in a folder that the diary is being moved to.
pub(super) const MOVING: &str = "MOVING.txt";
/// How deep folders are read below the data folder: `diary/2026/11/any`.
pub(super) const DEPTH: usize = 4;

const IMPORT_START: &str = "import-";
const IMPORT_PART: &str = ".part";
const TEMP_START: &str = ".~";
const TEMP_END: &str = ".ron.part";

/// Where a new entry goes: the month it happened in.
pub(super) fn home(entry: &Entry) -> PathBuf {
    let date = entry.date();
    let mut path = PathBuf::from(DIARY);
    path.push(format!("{:04}", date.year()));
    path.push(format!("{:02}", date.month()));
    path.push(file_name(entry));
    path
}

/// `2026-11-23-<id>.ron`.
pub(super) fn file_name(entry: &Entry) -> String {
    format!("{}-{}.ron", entry.date(), entry.id())
}

/// A new temporary name in the same folder.
pub(super) fn temp_beside(path: &Path) -> PathBuf {
    path.with_file_name(format!("{TEMP_START}{}{TEMP_END}", Uuid::now_v7()))
}

/// A new name for a version that was not expected, in the same folder.
pub(super) fn conflict_beside(path: &Path, id: EntryId) -> PathBuf {
    path.with_file_name(format!("{id}.conflict-{}.ron", Uuid::now_v7()))
}

/// The same place in another top folder: `trash/2026/11/…` for
/// `diary/2026/11/…`.
pub(super) fn moved(path: &Path, top: &str) -> PathBuf {
    let mut parts = path.components();
    parts.next();
    Path::new(top).join(parts.as_path())
}

/// The `n`-th name to try when a name is taken: `x.ron`, `x.2.ron`, …
pub(super) fn numbered(path: &Path, n: u32) -> PathBuf {
    if n <= 1 {
        return path.to_owned();
    }
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!(".{n}."));
    name.push(path.extension().unwrap_or(OsStr::new("ron")));
    path.with_file_name(name)
}

/// The folder a file is in; the root for a bare name.
pub(super) fn folder(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

/// Whether a file is an entry by its name.
pub(super) fn is_record(name: &OsStr) -> bool {
    let extension = Path::new(name).extension();
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}

/// Whether a name is passed over: hidden, or a sync tool's or editor's own.
pub(super) fn is_passed_over(name: &OsStr) -> bool {
    matches!(name.as_encoded_bytes().first(), None | Some(b'.' | b'~'))
}

/// Whether it is a temporary file of ours.
pub(super) fn is_temp(name: &OsStr) -> bool {
    let bytes = name.as_encoded_bytes();
    bytes.starts_with(TEMP_START.as_bytes()) && bytes.ends_with(TEMP_END.as_bytes())
}

/// New names for the folder of an import: while it is filled, and once all of
/// it is there and it must be brought to its end.
pub(super) fn import() -> (PathBuf, PathBuf) {
    let whole = format!("{IMPORT_START}{}", Uuid::now_v7());
    let part = format!("{whole}{IMPORT_PART}");
    (part.into(), whole.into())
}

/// Whether a name is that of an import's folder: filled, or being filled.
pub(super) fn is_import(name: &OsStr) -> Option<bool> {
    let name = name.to_str()?.strip_prefix(IMPORT_START)?;
    let (id, is_whole) = match name.strip_suffix(IMPORT_PART) {
        Some(id) => (id, false),
        None => (name, true),
    };
    Uuid::parse_str(id).ok().map(|_id| is_whole)
}

/// Whether a name speaks of this entry.
pub(super) fn names(path: &Path, id: EntryId) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.to_lowercase().contains(&id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_taken_get_a_number() {
        let path = Path::new("trash/2026/11/a-b.ron");
        assert_eq!(numbered(path, 1), path, "the first try");
        assert_eq!(
            numbered(path, 3),
            Path::new("trash/2026/11/a-b.3.ron"),
            "third"
        );
    }

    #[test]
    fn only_records_are_read() {
        for name in ["a.ron", "A.RON", "-rf.ron", "CON.ron"] {
            assert!(
                is_record(OsStr::new(name)) && !is_passed_over(OsStr::new(name)),
                "{name}"
            );
        }
        for name in ["a.ron~", "a.txt", "ron", ".ron"] {
            assert!(!is_record(OsStr::new(name)), "{name}");
        }
        assert!(is_passed_over(OsStr::new(".a.ron")), "hidden");
        let temp = temp_beside(Path::new("diary/a.ron"));
        assert!(is_temp(temp.file_name().unwrap()), "{temp:?}");
    }

    #[test]
    fn places_keep_their_month_when_moved() {
        let path = Path::new("diary/2026/11/a.ron");
        assert_eq!(
            moved(path, TRASH),
            Path::new("trash/2026/11/a.ron"),
            "trash"
        );
    }
}
