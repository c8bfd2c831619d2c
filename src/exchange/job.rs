//! What the IO thread is asked about taking the diary out and in, and what it
//! tells.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::civil::Date;

use super::foreign::Mapping;
use super::{Format, Incoming};
use crate::diary::entry::{Entry, EntryId};
use crate::job::Fault;

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub enum ExchangeJob {
    /// Write the diary into one file.
    Export {
        /// Which kind.
        format: Format,
        /// Where, as it was typed.
        path: String,
        /// What, oldest first; a zip takes all files as they are instead.
        entries: Vec<Arc<Entry>>,
        /// Replace a file that is there.
        force: bool,
    },
    /// Read a file that may be taken in; nothing is written.
    Look {
        /// Which, as it was typed.
        path: String,
        /// How the table of another program is read, if a person has said so.
        mapping: Option<Box<Mapping>>,
    },
    /// Take entries in, all or none.
    Import {
        /// Entries that the diary does not hold.
        entries: Vec<Arc<Entry>>,
        /// Calls it off, up to the last step.
        stop: Stop,
    },
    /// Make a backup, or only if one is due today.
    BackUp {
        /// Only if today has none and something has changed.
        only_if_due: bool,
    },
    /// List the backups.
    ListBackups,
}

/// Calls off a job that is under way.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Calls it off.
    pub fn press(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was called off.
    pub fn is_pressed(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A backup that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where.
    pub path: PathBuf,
    /// Its day.
    pub date: Date,
    /// Which of that day, from 1.
    pub nth: u32,
}

/// The diary in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Where.
    pub path: PathBuf,
    /// How many entries, or files of the diary, are in it.
    pub count: usize,
    /// Files of the diary that could not be read and are not in it.
    pub left_out: Vec<PathBuf>,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq)]
pub enum ExchangeReport {
    /// The diary is in a file, which was read back.
    Exported(Exported),
    /// What a file holds that may be taken in.
    Looked {
        /// Which, as it was typed.
        path: String,
        /// What is in it.
        incoming: Box<Incoming>,
    },
    /// So many entries are written, of so many; none counts yet.
    Importing(usize, usize),
    /// Entries were taken in: their ids. None if it was called off.
    Imported(Option<Vec<EntryId>>),
    /// A backup was made and found to be whole. None if none was due.
    BackedUp(Option<Backup>),
    /// The backups, newest first, and the folder they are in.
    Backups(PathBuf, Vec<Backup>),
    /// It could not be done.
    Failed(Errand, Fault),
}

/// What a failed job was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// Writing the diary into a file.
    Export,
    /// Reading a file.
    Look,
    /// Taking entries in.
    Import,
    /// Making a backup, or listing them.
    BackUp,
}

impl fmt::Display for Errand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Export => "The file could not be written",
            Self::Look => "The file could not be read",
            Self::Import => "The entries could not be brought in",
            Self::BackUp => "No backup could be made",
        })
    }
}
