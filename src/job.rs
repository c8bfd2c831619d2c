//! What the IO thread is asked ([`Job`]) and what it tells ([`Report`]).
//!
//! Owned values only: no files, no threads, no window. A [`Ticket`] goes out
//! with a job and comes back with its report, so that a late answer is never
//! taken for a newer one. A [`Fault`] is told in our words, path last.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::awake;
use crate::desktop::{self, Place};
use crate::dialog::{Choice, Purpose};
use crate::diary::begun::Begun;
use crate::diary::entry::{Entry, EntryId};
use crate::diary::found::{Loaded, Scan, Trashed, Version};
use crate::exchange::job::{ExchangeJob, ExchangeReport};
use crate::home::{HomeJob, HomeReport};
use crate::print::{PageJob, PageReport};
use crate::settings::{Change, Settings};
use crate::stretch::Kept;
use crate::{sound, voice};

/// Names one job of the diary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// Something to do on the IO thread. Jobs are done in the order they are given.
#[derive(Clone, Debug, PartialEq)]
pub enum Job {
    /// Read the diary; clean up what old enough trash and history is.
    Load,
    /// Look for changes from outside, which a sync folder or a network does not
    /// always announce; told only if there are any. What looks as before is not
    /// read.
    Rescan,
    /// Write a new entry.
    Create {
        /// Comes back with the report.
        ticket: Ticket,
        /// What to write.
        entry: Arc<Entry>,
    },
    /// Replace an entry.
    Edit {
        /// Comes back with the report.
        ticket: Ticket,
        /// The versions the person knows to be replaced. Anything else that
        /// turns out to be on disk is kept as a conflict.
        before: Vec<Arc<Entry>>,
        /// What to write.
        entry: Arc<Entry>,
    },
    /// Move an entry to the trash.
    Delete {
        /// Comes back with the report.
        ticket: Ticket,
        /// Which.
        id: EntryId,
    },
    /// Move an entry out of the trash.
    Restore {
        /// Comes back with the report.
        ticket: Ticket,
        /// Which.
        id: EntryId,
    },
    /// Of several versions keep this one; the others go to the history.
    Keep {
        /// Which entry.
        id: EntryId,
        /// The file to keep.
        path: PathBuf,
    },
    /// Of several versions make one an entry of its own.
    KeepBoth {
        /// Comes back with the report.
        ticket: Ticket,
        /// The file that holds the version.
        path: PathBuf,
        /// What it says, under a new id.
        entry: Arc<Entry>,
    },
    /// Move a damaged file out of the diary, unchanged.
    SetAside(PathBuf),
    /// Write what was changed of the settings. Several in a row are written as one.
    SaveSettings(Ticket, Box<Change>),
    /// Something to do with a page that is saved as PDF.
    Page(PageJob),
    /// Keep the session that is not in the diary yet, in case of a crash.
    KeepSession(Box<Kept>),
    /// There is no such session any more.
    DropSession,
    /// Keep a cramp that is not in the diary yet.
    KeepCramp(Box<Begun>),
    /// It is in the diary now, or was put aside.
    DropCramp(EntryId),
    /// Keep where the window is, for the next start.
    KeepWindow(Place),
    /// Something that takes the diary out or in.
    Exchange(ExchangeJob),
    /// Something about the folder the diary lives in.
    Home(HomeJob),
    /// Ask the system's dialog for a path; nothing waits for it.
    Choose {
        /// Comes back with the report.
        ticket: Ticket,
        /// What for.
        purpose: Purpose,
        /// Where it begins, as it was typed.
        path: String,
    },
}

/// What happened on the IO thread, or on that of sound, voice or keeper.
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    /// Part of the diary, newest months first; or what changed from outside.
    Found(Scan),
    /// All of the diary has been told.
    Loaded(Loaded),
    /// An entry is durable.
    Saved {
        /// The ticket of its job.
        ticket: Ticket,
        /// The file and what it says.
        version: Version,
        /// A version we did not expect, kept beside it as a conflict.
        aside: Option<Version>,
    },
    /// An entry is in the trash.
    Deleted {
        /// The ticket of its job.
        ticket: Ticket,
        /// Which.
        id: EntryId,
        /// Its files in the trash; none if it was gone already.
        trashed: Vec<Trashed>,
    },
    /// An entry is back from the trash.
    Restored {
        /// The ticket of its job.
        ticket: Ticket,
        /// The file and what it says.
        version: Version,
    },
    /// A change of the settings is durable; and all that they say with it.
    SettingsSaved(Ticket, Box<Settings>),
    /// The settings were changed from outside.
    SettingsFound(Box<Settings>),
    /// What became of a page.
    Page(PageReport),
    /// A session was interrupted: it is not in the diary, and no window runs it.
    Interrupted(Box<Kept>),
    /// The cramps that are not in the diary yet, oldest first.
    Unfinished(Vec<Begun>),
    /// A cramp is kept durably, as it says now.
    CrampKept(Box<Begun>),
    /// The file of an interrupted session could not be read.
    SessionDamaged(Fault),
    /// The program crashed the last time: what its note says, and where it is.
    Crashed(String, PathBuf),
    /// What the desktop tells.
    Desktop(desktop::News),
    /// Whether there is sound; from the player.
    Sound(sound::Status),
    /// Whether there is a voice; from the voice.
    Voice(voice::Status),
    /// Whether the screen is kept on; from the keeper.
    Awake(awake::Status),
    /// What became of taking the diary out or in.
    Exchange(ExchangeReport),
    /// What became of the folder the diary lives in.
    Home(HomeReport),
    /// What a person chose in the system's dialog.
    Chosen(Ticket, Choice),
    /// One version was kept; the others are here now, in the history.
    Kept(Vec<PathBuf>),
    /// Something could not be done.
    Failed {
        /// The ticket of its job, if it had one.
        ticket: Option<Ticket>,
        /// What was to be done.
        what: Task,
        /// Why not.
        fault: Fault,
    },
}

/// What a failed job was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Reading.
    Load,
    /// Writing an entry, new or changed.
    Save(EntryId),
    /// Deleting.
    Delete(EntryId),
    /// Restoring.
    Restore(EntryId),
    /// Resolving a conflict.
    Keep(EntryId),
    /// Setting a damaged file aside.
    SetAside(PathBuf),
    /// Writing the settings.
    SaveSettings,
    /// Keeping the session that runs.
    KeepSession,
    /// Keeping a cramp that is not in the diary yet.
    KeepCramp(EntryId),
    /// Putting such a cramp away.
    DropCramp,
}

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Load => "The diary could not be read",
            Self::Save(_) => "The entry could not be saved",
            Self::Delete(_) => "The entry could not be deleted",
            Self::Restore(_) => "The entry could not be restored",
            Self::Keep(_) => "The version could not be chosen",
            Self::SetAside(_) => "The file could not be set aside",
            Self::SaveSettings => "The settings could not be saved",
            Self::KeepCramp(_) => "The start of the cramp could not be kept",
            Self::DropCramp => "An unfinished cramp could not be put away",
            Self::KeepSession => "The stretch could not be kept in case of a crash",
        })
    }
}

/// The kind of a fault, for those who must decide what to offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// No space, or no quota, left.
    Full,
    /// Not allowed here.
    Denied,
    /// The disk or folder cannot be written.
    ReadOnly,
    /// What was asked for is not there.
    Missing,
    /// Something has this name already.
    Exists,
    /// The folder was written by a newer version.
    Newer,
    /// The entry may not be kept as it is.
    Invalid,
    /// It was written, but may not survive a power cut. Saving again helps.
    NotYetSafe,
    /// Anything else the system says.
    System,
}

/// Why something could not be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What kind.
    pub kind: FaultKind,
    /// What went wrong and what to do, without a full stop.
    pub told: String,
    /// The file or folder it is about.
    pub path: Option<PathBuf>,
}

impl Fault {
    /// A fault in our words.
    pub fn new(kind: FaultKind, told: impl Into<String>) -> Self {
        Self {
            kind,
            told: told.into(),
            path: None,
        }
    }

    /// The same, about this file or folder.
    #[must_use]
    pub fn at(mut self, path: impl Into<PathBuf>) -> Self {
        self.path = Some(path.into());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told)?;
        match &self.path {
            Some(path) => write!(f, ": {}", quoted(path)),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Fault {}

/// A path in quotes, with whatever a name may hold made visible.
pub fn quoted(path: &Path) -> String {
    format!("{:?}", path.to_string_lossy())
}
