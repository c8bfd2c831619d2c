//! The diary: what a person wrote down, in memory, and how it differs from disk.
//!
//! Pure. [`Diary::apply`] carries out an [`Edit`] at once and says which jobs
//! make it durable; [`Diary::receive`] takes in what the IO thread reports. An
//! entry that could not be saved stays here, marked, until it is.

pub mod begun;
pub mod calendar;
pub mod chart;
pub mod check;
pub mod check_in;
pub mod count;
pub mod differ;
pub mod draft;
mod edit;
pub mod entry;
pub mod example;
pub mod flag;
pub mod format;
pub mod found;
pub mod json;
pub mod late;
pub mod link;
pub mod mirror;
pub mod pattern;
mod receive;
pub mod relief;
pub mod remedies;
pub mod search;
pub mod sign;
pub mod stats;
#[cfg(test)]
mod tests;
mod timeline;
pub mod trend;
mod undo;
pub mod unfinished;
pub mod week;
pub mod when;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

pub use self::edit::Edit;
use self::entry::{Entry, EntryId};
use self::format::Seal;
use self::found::{Damaged, Newer, Trashed, Version};
use self::timeline::Timeline;
use self::undo::Edits;
use crate::job::{Fault, Ticket};

/// Whether an entry is on disk as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState<'a> {
    /// It is, and would survive a power cut.
    Saved,
    /// Not yet; a job is under way.
    Saving,
    /// It is not, for this reason.
    Failed(&'a Fault),
}

/// All entries, and everything known about their files.
#[derive(Clone, Debug, Default)]
pub struct Diary {
    timeline: Timeline,
    held: BTreeMap<EntryId, Held>,
    paths: BTreeMap<Arc<Path>, EntryId>,
    conflicts: BTreeSet<EntryId>,
    unsealed: BTreeSet<EntryId>,
    unsaved: BTreeSet<EntryId>,
    damaged: BTreeMap<PathBuf, Damaged>,
    newer: BTreeMap<PathBuf, Newer>,
    trash: BTreeMap<EntryId, Vec<Trashed>>,
    leftovers: Vec<PathBuf>,
    newer_store: Option<u32>,
    is_loaded: bool,
    last_ticket: Ticket,
    edits: Edits,
    revision: u64,
}

/// One entry and its files.
#[derive(Clone, Debug)]
struct Held {
    /// As it is shown.
    entry: Arc<Entry>,
    /// On disk, the one to show first.
    versions: Vec<Version>,
    /// Jobs under way, oldest first.
    pending: Vec<Ticket>,
    /// What was handed to the disk since the last answer that it is safe. Any
    /// of these may be found there.
    attempts: Vec<Arc<Entry>>,
    /// Why the last job failed.
    fault: Option<Fault>,
    /// Deleted here; the files are on their way to the trash.
    is_leaving: bool,
}

impl Held {
    fn new(entry: Arc<Entry>) -> Self {
        Self {
            entry,
            versions: Vec::new(),
            pending: Vec::new(),
            attempts: Vec::new(),
            fault: None,
            is_leaving: false,
        }
    }

    fn is_settled(&self) -> bool {
        self.pending.is_empty() && self.fault.is_none()
    }
}

impl Diary {
    /// An empty diary, before anything has been read.
    pub fn new() -> Self {
        Self::default()
    }

    /// All entries, oldest first.
    pub fn entries(&self) -> &[Arc<Entry>] {
        self.timeline.all()
    }

    /// Goes up whenever what is shown changes, so that lists know to follow.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries().len()
    }

    /// Whether there are none (yet; see [`Self::is_loaded`]).
    pub fn is_empty(&self) -> bool {
        self.entries().is_empty()
    }

    /// The entry with this id.
    pub fn get(&self, id: EntryId) -> Option<&Arc<Entry>> {
        self.held
            .get(&id)
            .filter(|held| !held.is_leaving)
            .map(|held| &held.entry)
    }

    /// The days that have entries, newest first, each with its entries, oldest
    /// first.
    pub fn by_day(&self) -> impl DoubleEndedIterator<Item = (Date, &[Arc<Entry>])> {
        self.timeline.days().rev()
    }

    /// The entries of one day, oldest first.
    pub fn on(&self, date: Date) -> &[Arc<Entry>] {
        self.timeline.day(date)
    }

    /// Whether the whole diary has been read.
    pub const fn is_loaded(&self) -> bool {
        self.is_loaded
    }

    /// Whether an entry is on disk as it is shown.
    pub fn state(&self, id: EntryId) -> SaveState<'_> {
        match self.held.get(&id) {
            Some(Held {
                fault: Some(fault), ..
            }) => SaveState::Failed(fault),
            Some(held) if !held.pending.is_empty() => SaveState::Saving,
            _ => SaveState::Saved,
        }
    }

    /// The entries that are not on disk as they are shown: being saved, or
    /// failed.
    pub fn unsaved(&self) -> impl Iterator<Item = EntryId> + '_ {
        self.unsaved.iter().copied()
    }

    /// Whether something could not be saved.
    pub fn has_failed(&self) -> bool {
        self.unsaved()
            .any(|id| matches!(self.state(id), SaveState::Failed(_)))
    }

    /// The entries that have several differing files.
    pub fn conflicts(&self) -> impl Iterator<Item = EntryId> + '_ {
        self.conflicts.iter().copied()
    }

    /// All files of an entry, the one shown first.
    pub fn versions(&self, id: EntryId) -> &[Version] {
        self.held
            .get(&id)
            .map_or(&[], |held| held.versions.as_slice())
    }

    /// The entries whose checksum does not fit: edited outside the app, or
    /// damaged.
    pub fn unsealed(&self) -> impl Iterator<Item = EntryId> + '_ {
        self.unsealed.iter().copied()
    }

    /// Files and folders that could not be read.
    pub fn damaged(&self) -> impl Iterator<Item = &Damaged> {
        self.damaged.values()
    }

    /// Files of a newer version of the program.
    pub fn newer(&self) -> impl Iterator<Item = &Newer> {
        self.newer.values()
    }

    /// Deleted entries that can be restored.
    pub fn trash(&self) -> impl Iterator<Item = &Trashed> {
        self.trash.values().flatten()
    }

    /// Temporary files of interrupted writes.
    pub fn leftovers(&self) -> &[PathBuf] {
        &self.leftovers
    }

    /// The format of the folder, if it is newer than this program knows: then
    /// nothing can be saved.
    pub const fn newer_store(&self) -> Option<u32> {
        self.newer_store
    }

    fn next_ticket(&mut self) -> Ticket {
        self.last_ticket.0 += 1;
        self.last_ticket
    }

    /// Shows `entry` for its id, wherever it was in time before.
    fn show(&mut self, entry: &Arc<Entry>) {
        self.revision += 1;
        let id = entry.id();
        let held = self
            .held
            .entry(id)
            .or_insert_with(|| Held::new(Arc::clone(entry)));
        self.timeline.remove(&held.entry);
        held.entry = Arc::clone(entry);
        held.is_leaving = false;
        self.timeline.insert(Arc::clone(entry));
    }

    /// Hides an entry whose files are still there.
    fn hide(&mut self, id: EntryId) {
        self.revision += 1;
        if let Some(held) = self.held.get_mut(&id) {
            held.is_leaving = true;
            self.timeline.remove(&held.entry);
        }
    }

    /// Forgets an entry altogether.
    fn forget(&mut self, id: EntryId) {
        self.revision += 1;
        if let Some(held) = self.held.remove(&id) {
            self.timeline.remove(&held.entry);
            for version in held.versions {
                self.paths.remove(&version.path);
            }
        }
        self.refresh(id);
    }

    /// Brings the lists of conflicts, broken seals and unsaved entries up to
    /// date for one entry.
    fn refresh(&mut self, id: EntryId) {
        let mark = |set: &mut BTreeSet<EntryId>, is_in: bool| {
            if is_in {
                set.insert(id);
            } else {
                set.remove(&id);
            }
        };
        let held = self.held.get(&id);
        let differs = held.is_some_and(|held| {
            let first = held.versions.first().map(|version| &version.entry);
            held.versions
                .iter()
                .any(|version| Some(&version.entry) != first)
        });
        let is_broken = held.is_some_and(|held| {
            held.versions
                .iter()
                .any(|version| version.seal == Seal::Broken)
        });
        mark(&mut self.conflicts, differs);
        mark(&mut self.unsealed, is_broken);
        mark(
            &mut self.unsaved,
            held.is_some_and(|held| !held.is_settled()),
        );
    }

    /// The id of the entry a file holds.
    fn id_at(&self, path: &Path) -> Option<EntryId> {
        self.paths.get(path).copied()
    }
}
