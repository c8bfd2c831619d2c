//! What the IO thread reports, taken into the diary.
//!
//! Memory wins while a job is under way or has failed: what a person wrote is
//! never replaced by what happens to be on disk.

use std::path::Path;
use std::sync::Arc;

use super::entry::EntryId;
use super::found::{Loaded, Scan, Trashed, Version};
use super::{Diary, Held};
use crate::job::{Fault, Report, Task, Ticket};

impl Diary {
    /// Takes in a report. Those that are not about the diary are passed over.
    pub fn receive(&mut self, report: Report) {
        match report {
            Report::Found(scan) => self.take_scan(scan),
            Report::Loaded(loaded) => self.take_loaded(loaded),
            Report::Saved {
                ticket,
                version,
                aside,
            } => {
                let id = version.entry.id();
                self.answered(id, ticket);
                self.put(version);
                if let Some(aside) = aside {
                    let other = aside.entry.id();
                    self.put(aside);
                    self.settle(other);
                }
                self.settle(id);
            }
            Report::Deleted {
                ticket,
                id,
                trashed,
            } => self.take_deleted(ticket, id, trashed),
            Report::Restored { ticket, version } => {
                let id = version.entry.id();
                self.answered(id, ticket);
                if let Some(trashed) = self.trash.get_mut(&id) {
                    trashed.pop();
                }
                self.trash.retain(|_id, trashed| !trashed.is_empty());
                self.put(version);
                self.settle(id);
            }
            Report::Failed {
                ticket: Some(ticket),
                what,
                fault,
            } => self.take_failed(ticket, &what, fault),
            Report::Failed { ticket: None, .. }
            | Report::SettingsSaved(..)
            | Report::SettingsFound(_)
            | Report::Home(_)
            | Report::Chosen(..)
            | Report::Kept(_)
            | Report::Page(_)
            | Report::Interrupted(_)
            | Report::Unfinished(_)
            | Report::CrampKept(_)
            | Report::SessionDamaged(_)
            | Report::Crashed(..)
            | Report::Desktop(_)
            | Report::Sound(_)
            | Report::Voice(_)
            | Report::Awake(_)
            | Report::Exchange(_) => {}
        }
    }

    fn take_scan(&mut self, scan: Scan) {
        for path in &scan.gone {
            self.damaged.remove(path);
            self.newer.remove(path);
            if let Some(id) = self.drop_path(path) {
                self.settle(id);
            }
        }
        for damaged in scan.damaged {
            self.newer.remove(&damaged.path);
            self.damaged.insert(damaged.path.clone(), damaged);
        }
        for newer in scan.newer {
            self.damaged.remove(&newer.path);
            self.newer.insert(newer.path.clone(), newer);
        }
        let mut fresh = Vec::new();
        for version in scan.found {
            self.damaged.remove(&*version.path);
            self.newer.remove(&*version.path);
            let id = version.entry.id();
            if self.held.contains_key(&id) {
                self.put(version);
                self.settle(id);
                continue;
            }
            // The common case of a load, put into the timeline in one go.
            fresh.push(Arc::clone(&version.entry));
            self.held.insert(id, Held::new(Arc::clone(&version.entry)));
            self.put(version);
            self.refresh(id);
        }
        // A later file of the batch may have the same id and rank before.
        for entry in &mut fresh {
            if let Some(held) = self.held.get(&entry.id())
                && held.versions.len() > 1
            {
                self.timeline.remove(&held.entry);
                *entry = Arc::clone(&held.entry);
            }
        }
        self.revision += 1;
        self.timeline.insert_many(fresh);
    }

    fn take_loaded(&mut self, loaded: Loaded) {
        self.trash.clear();
        for trashed in loaded.trash {
            self.trash.entry(trashed.id()).or_default().push(trashed);
        }
        self.leftovers = loaded.leftovers;
        self.newer_store = loaded.newer_store;
        self.is_loaded = true;
    }

    fn take_deleted(&mut self, ticket: Ticket, id: EntryId, trashed: Vec<Trashed>) {
        self.answered(id, ticket);
        if !trashed.is_empty() {
            self.trash.entry(id).or_default().extend(trashed);
        }
        if let Some(held) = self.held.get_mut(&id) {
            for version in std::mem::take(&mut held.versions) {
                self.paths.remove(&version.path);
            }
        }
        self.settle(id);
    }

    fn take_failed(&mut self, ticket: Ticket, what: &Task, fault: Fault) {
        let (Task::Save(id) | Task::Delete(id) | Task::Restore(id)) = *what else {
            return;
        };
        let Some(held) = self.held.get_mut(&id) else {
            return;
        };
        held.pending.retain(|other| *other != ticket);
        let is_restore = matches!(what, Task::Restore(_));
        if is_restore && held.versions.is_empty() && self.trash.contains_key(&id) {
            // It stays in the trash, where it is safe.
            self.forget(id);
            return;
        }
        let was_leaving = held.is_leaving;
        if held.pending.is_empty() {
            held.fault = Some(fault);
        }
        if was_leaving && matches!(what, Task::Delete(_)) {
            let entry = Arc::clone(&held.entry);
            // Still on disk, so no longer hidden; nothing is lost by that.
            held.fault = None;
            self.show(&entry);
        }
        self.refresh(id);
    }

    /// Notes that a job was done; later ones may still be under way.
    fn answered(&mut self, id: EntryId, ticket: Ticket) {
        if let Some(held) = self.held.get_mut(&id) {
            held.pending.retain(|other| *other > ticket);
            if held.pending.is_empty() {
                held.fault = None;
                held.attempts.clear();
            }
        }
    }

    /// Notes what a file holds; shows it if its entry was not known.
    fn put(&mut self, version: Version) {
        let id = version.entry.id();
        if self.id_at(&version.path).is_some_and(|other| other != id)
            && let Some(other) = self.drop_path(&version.path)
        {
            self.settle(other);
        }
        self.paths.insert(Arc::clone(&version.path), id);
        if !self.held.contains_key(&id) {
            let entry = Arc::clone(&version.entry);
            self.show(&entry);
        }
        let Some(held) = self.held.get_mut(&id) else {
            return;
        };
        held.versions.retain(|other| other.path != version.path);
        // One is what nearly all have, and a list that grows takes room for four.
        held.versions.reserve_exact(1);
        held.versions.push(version);
        if held.versions.len() > 1 {
            held.versions.sort_by_cached_key(Version::rank);
        }
    }

    /// Notes that a file is gone; returns the entry it held.
    fn drop_path(&mut self, path: &Path) -> Option<EntryId> {
        let id = self.paths.remove(path)?;
        let held = self.held.get_mut(&id)?;
        held.versions.retain(|version| *version.path != *path);
        Some(id)
    }

    /// Shows what is on disk, unless memory knows better.
    fn settle(&mut self, id: EntryId) {
        if let Some(held) = self.held.get(&id)
            && held.is_settled()
        {
            match held.versions.first() {
                None => return self.forget(id),
                Some(first) if !held.is_leaving && first.entry != held.entry => {
                    let entry = Arc::clone(&first.entry);
                    self.show(&entry);
                }
                Some(_) => {}
            }
        }
        self.refresh(id);
    }
}
