//! Edits of the diary: what a person does to it, and taking that back.
//!
//! An edit is carried out in memory at once; the jobs it returns make it
//! durable. Undo is an edit like any other and is saved like any other.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::entry::{Entry, EntryId};
use super::undo::What;
use super::when::When;
use super::{Diary, Held};
use crate::clock::Moment;
use crate::job::Job;

/// Something a person does to the diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Adds an entry. Its id and time of logging may be missing.
    Create(Entry),
    /// Replaces the entry with the same id.
    Change(Entry),
    /// Moves an entry to the trash.
    Delete(EntryId),
    /// Takes an entry out of the trash.
    Restore(EntryId),
    /// Tries again to save what could not be saved.
    Retry(EntryId),
    /// Of several files of one entry keeps this one.
    Keep {
        /// Which entry.
        id: EntryId,
        /// The file to keep; the others go to the history.
        path: PathBuf,
    },
    /// Of several files of one entry makes this one an entry of its own.
    KeepBoth {
        /// Which entry.
        id: EntryId,
        /// The file that gets a new id.
        path: PathBuf,
    },
    /// Moves a damaged file out of the diary, unchanged.
    SetAside(PathBuf),
    /// Several edits that belong together: undone in one go.
    Together(Vec<Self>),
    /// Takes back the last edit.
    Undo,
    /// Does again what was undone last.
    Redo,
}

impl Diary {
    /// Carries out an edit and returns what must be done to make it durable.
    pub fn apply(&mut self, edit: Edit, now: &Moment) -> Vec<Job> {
        match edit {
            Edit::Undo => self.step_back(now),
            Edit::Redo => self.step_forward(now),
            Edit::Together(edits) => self.together(edits, now),
            one @ (Edit::Create(_)
            | Edit::Change(_)
            | Edit::Delete(_)
            | Edit::Restore(_)
            | Edit::Retry(_)
            | Edit::Keep { .. }
            | Edit::KeepBoth { .. }
            | Edit::SetAside(_)) => self.together(vec![one], now),
        }
    }

    /// Carries out one edit and nothing that follows from it.
    pub(super) fn carry_out(&mut self, edit: Edit, now: &Moment) -> Vec<Job> {
        match edit {
            Edit::Create(mut entry) => {
                entry.complete(EntryId::new(now), now);
                let entry = Arc::new(entry);
                self.remember(What::Add, None, Some(&entry));
                self.create(&entry)
            }
            Edit::Change(entry) => self.change(entry, now),
            Edit::Delete(id) => {
                let Some(entry) = self.get(id).cloned() else {
                    return Vec::new();
                };
                self.remember(What::Delete, Some(&entry), None);
                self.delete(id)
            }
            Edit::Restore(id) => {
                let Some(entry) = self.in_trash(id) else {
                    return Vec::new();
                };
                self.remember(What::Restore, None, Some(&entry));
                self.restore(&entry)
            }
            Edit::Retry(id) => self.retry(id),
            Edit::Keep { id, path } => vec![Job::Keep { id, path }],
            Edit::KeepBoth { id, path } => self.keep_both(id, &path, now),
            Edit::SetAside(path) => vec![Job::SetAside(path)],
            // Of more than one edit; `apply` takes them apart.
            Edit::Together(_) | Edit::Undo | Edit::Redo => Vec::new(),
        }
    }

    /// The entry with this id in the trash.
    pub fn in_trash(&self, id: EntryId) -> Option<Arc<Entry>> {
        let trashed = self.trash.get(&id)?.last()?;
        Some(Arc::clone(&trashed.entry))
    }

    fn change(&mut self, mut entry: Entry, now: &Moment) -> Vec<Job> {
        let Some(before) = self.get(entry.id()).cloned() else {
            return self.carry_out(Edit::Create(entry), now);
        };
        if before.says_the_same(&entry) {
            return Vec::new();
        }
        entry.set_edited(Some(When::from(&now.wall)));
        let entry = Arc::new(entry);
        self.remember(What::Change, Some(&before), Some(&entry));
        self.replace(&entry)
    }

    fn create(&mut self, entry: &Arc<Entry>) -> Vec<Job> {
        self.show(entry);
        let (ticket, entry) = (self.next_ticket(), Arc::clone(entry));
        self.start(entry.id(), |held| {
            held.pending.push(ticket);
            held.attempts.push(Arc::clone(&entry));
        });
        vec![Job::Create { ticket, entry }]
    }

    fn keep_both(&mut self, id: EntryId, path: &Path, now: &Moment) -> Vec<Job> {
        let version = self.versions(id).iter().find(|v| *v.path == *path);
        let Some(mut entry) = version.map(|version| Entry::clone(&version.entry)) else {
            return Vec::new();
        };
        entry.set_id(EntryId::new(now));
        let entry = Arc::new(entry);
        self.show(&entry);
        let ticket = self.next_ticket();
        self.start(entry.id(), |held| {
            held.pending.push(ticket);
            held.attempts.push(Arc::clone(&entry));
        });
        vec![Job::KeepBoth {
            ticket,
            path: path.to_owned(),
            entry,
        }]
    }

    fn replace(&mut self, entry: &Arc<Entry>) -> Vec<Job> {
        self.show(entry);
        let (ticket, entry) = (self.next_ticket(), Arc::clone(entry));
        let mut before = Vec::new();
        self.start(entry.id(), |held| {
            before = held.known_on_disk();
            held.pending.push(ticket);
            held.attempts.push(Arc::clone(&entry));
        });
        vec![Job::Edit {
            ticket,
            before,
            entry,
        }]
    }

    fn delete(&mut self, id: EntryId) -> Vec<Job> {
        self.hide(id);
        let ticket = self.next_ticket();
        self.start(id, |held| held.pending.push(ticket));
        vec![Job::Delete { ticket, id }]
    }

    fn restore(&mut self, entry: &Arc<Entry>) -> Vec<Job> {
        self.show(entry);
        let (ticket, id) = (self.next_ticket(), entry.id());
        self.start(id, |held| held.pending.push(ticket));
        vec![Job::Restore { ticket, id }]
    }

    /// Marks a job as under way.
    fn start(&mut self, id: EntryId, mark: impl FnOnce(&mut Held)) {
        if let Some(held) = self.held.get_mut(&id) {
            held.fault = None;
            mark(held);
        }
        self.refresh(id);
    }

    fn retry(&mut self, id: EntryId) -> Vec<Job> {
        let Some(held) = self.held.get(&id).filter(|held| held.fault.is_some()) else {
            return Vec::new();
        };
        let entry = Arc::clone(&held.entry);
        self.replace(&entry)
    }

    /// Goes from one state of an entry to another; none if the entry is not as
    /// `from` says. Also returns the entry as it is now.
    pub(super) fn turn(
        &mut self,
        from: Option<&Arc<Entry>>,
        to: Option<&Arc<Entry>>,
        now: &Moment,
    ) -> Option<(Vec<Job>, Option<Arc<Entry>>)> {
        let id = from.or(to)?.id();
        let is_as_expected = match (self.get(id), from) {
            (Some(shown), Some(from)) => shown.says_the_same(from),
            (None, None) => true,
            _ => false,
        };
        if !is_as_expected {
            return None;
        }
        match (from, to) {
            (Some(_), Some(to)) => {
                let mut entry = Entry::clone(to);
                entry.set_edited(Some(When::from(&now.wall)));
                let entry = Arc::new(entry);
                Some((self.replace(&entry), Some(entry)))
            }
            (None, Some(to)) => Some((self.restore(to), Some(Arc::clone(to)))),
            (_, None) => Some((self.delete(id), None)),
        }
    }
}

impl Held {
    /// What may be found on disk and was seen by the person.
    fn known_on_disk(&self) -> Vec<Arc<Entry>> {
        let first = self.versions.first().map(|version| &version.entry);
        first.into_iter().chain(&self.attempts).cloned().collect()
    }
}
