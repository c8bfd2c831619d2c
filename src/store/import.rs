//! Taking many entries in at once: all of them, or none.
//!
//! The entries are first written, durably, into a folder beside the diary.
//! Giving that folder its final name is the one step that decides. From then
//! on every file is moved to its month; whatever interrupts that is finished
//! at the next start, before anything is read. Until then nothing has happened.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Item, ItemKind};
use super::load::{in_parallel, list};
use super::{Store, names};
use crate::diary::entry::Entry;
use crate::diary::format::{Spot, format, parse};
use crate::diary::found::Damaged;
use crate::job::{Fault, FaultKind};

/// Entries written between two looks at whether to go on.
const BATCH: usize = 256;
/// Entries a thread writes at a time.
const CHUNK: usize = 4;

impl Store {
    /// Takes entries in that the diary does not hold. `go_on` is told how many
    /// are written so far, and may say no. Returns how many were taken in;
    /// none if it said no.
    ///
    /// # Errors
    /// What went wrong. Then nothing was taken in, unless the fault says that
    /// the rest will follow.
    pub fn import(
        &mut self,
        entries: &[Arc<Entry>],
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Option<usize>, Fault> {
        self.writable()?;
        let mut files = Vec::new();
        let mut months = BTreeSet::new();
        for entry in entries.iter().filter(|entry| !self.homes.has(entry.id())) {
            let text = format(entry).map_err(|flaws| Fault::new(FaultKind::Invalid, flaws))?;
            months.insert(names::folder(&names::home(entry)).to_owned());
            files.push((names::file_name(entry), text));
        }
        if files.is_empty() {
            return Ok(Some(0));
        }
        self.ensure_folder(Path::new(""))?;
        self.remove_dead_imports();
        let (part, whole) = names::import();
        match self.stage_all(&part, &files, &months, go_on) {
            Ok(true) => {}
            Ok(false) => {
                self.drop_import(&part);
                return Ok(None);
            }
            Err(fault) => {
                self.drop_import(&part);
                return Err(fault);
            }
        }
        if let Err(err) = self.disk.rename_new(&part, &whole)
            && list(&*self.disk, &whole).is_err()
        {
            self.drop_import(&part);
            return Err(self.fault(&err, &part));
        }
        // It is decided; from here there is only forward.
        let synced = self.disk.sync_dir(Path::new(""));
        let moved = match self.finish(&whole) {
            // A failed sync is not tried again: it would only say yes.
            Err(fault) if fault.kind != FaultKind::NotYetSafe => self.finish(&whole),
            done => done,
        };
        moved.map_err(|mut fault| {
            let rest = if fault.kind == FaultKind::NotYetSafe {
                "it is all in the diary, but may not survive a power cut"
            } else {
                "not all of it is in the diary yet; the rest is safe and follows when Unclench is \
                 started again"
            };
            fault.told = format!("{rest} ({})", fault.told);
            fault
        })?;
        synced.map_err(|err| {
            let mut fault = self.fault(&err, Path::new(""));
            fault.kind = FaultKind::NotYetSafe;
            fault.told = format!("it is in the diary, but not yet safe ({})", fault.told);
            fault
        })?;
        self.furnish();
        Ok(Some(files.len()))
    }

    /// Writes everything beside the diary, and makes the folders it will go to.
    /// False if it was called off.
    fn stage_all(
        &mut self,
        part: &Path,
        files: &[(String, String)],
        months: &BTreeSet<PathBuf>,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<bool, Fault> {
        let made = self.disk.make_dir(part);
        made.map_err(|err| self.fault(&err, part))?;
        let mut done = 0;
        for batch in files.chunks(BATCH) {
            if !go_on(done) {
                return Ok(false);
            }
            let disk = &*self.disk;
            let written = in_parallel(batch, CHUNK, |(name, text)| {
                disk.create(&part.join(name), text.as_bytes())
            });
            for (result, (name, _)) in written.into_iter().zip(batch) {
                result.map_err(|err| self.fault(&err, &part.join(name)))?;
            }
            done += batch.len();
        }
        let synced = self.disk.sync_dir(part);
        synced.map_err(|err| self.fault(&err, part))?;
        for month in months {
            self.ensure_folder(month)?;
        }
        Ok(go_on(done))
    }

    /// The folders of imports, and whether each was complete.
    pub(super) fn imports(&self) -> Vec<(PathBuf, bool)> {
        let items = list(&*self.disk, Path::new("")).unwrap_or_default();
        let import = |item: Item| {
            let is_whole = names::is_import(&item.name)?;
            (item.kind == ItemKind::Folder).then(|| (PathBuf::from(item.name), is_whole))
        };
        items.into_iter().filter_map(import).collect()
    }

    /// Brings imports to their end that were interrupted. Returns those that
    /// cannot be.
    pub(super) fn finish_imports(&mut self) -> Vec<Damaged> {
        let mut stuck = Vec::new();
        for (folder, is_whole) in self.imports() {
            if !is_whole {
                continue;
            }
            let done = self.writable().and_then(|()| self.finish(&folder));
            if let Err(fault) = done {
                let reason = format!("an import could not be finished, {}", fault.told);
                stuck.push(Damaged {
                    path: folder,
                    spot: Spot::whole(reason),
                });
            }
        }
        stuck
    }

    /// Moves every entry of a complete import into the diary.
    fn finish(&mut self, folder: &Path) -> Result<(), Fault> {
        let items = match list(&*self.disk, folder) {
            Ok(items) => items,
            // Another program has done it.
            Err(err) if err.kind() == ErrorKind::NotFound => return Ok(()),
            Err(err) => return Err(self.fault(&err, folder)),
        };
        let mut months = BTreeSet::new();
        let mut first = None;
        for item in items {
            let path = folder.join(&item.name);
            match self.move_in(&path) {
                Ok(Some(month)) => drop(months.insert(month)),
                Ok(None) => {}
                Err(fault) => first = first.or(Some(fault)),
            }
        }
        for month in &months {
            if let Err(err) = self.disk.sync_dir(month) {
                let mut fault = self.fault(&err, month);
                fault.kind = FaultKind::NotYetSafe;
                first = first.or(Some(fault));
            }
        }
        if let Some(fault) = first {
            return Err(fault);
        }
        match self.disk.remove_dir(folder) {
            Err(err) if err.kind() != ErrorKind::NotFound => return Err(self.fault(&err, folder)),
            _ => {}
        }
        // Nothing depends on the name of an empty folder.
        self.disk.sync_dir(Path::new("")).ok();
        Ok(())
    }

    /// Moves one entry into the diary. Returns the folder it went to.
    fn move_in(&mut self, path: &Path) -> Result<Option<PathBuf>, Fault> {
        let bytes = match self.disk.read(path) {
            Ok(bytes) => bytes,
            Err(err) if err.kind() == ErrorKind::NotFound => return Ok(None),
            Err(err) => return Err(self.fault(&err, path)),
        };
        let parsed = parse(&bytes).map_err(|_unread| {
            let told = "a file in it is no entry any more; look at it";
            Fault::new(FaultKind::System, told).at(self.full(path))
        })?;
        let entry = parsed.entry;
        let id = entry.id();
        let mut home = names::home(&entry);
        let month = names::folder(&home).to_owned();
        self.ensure_folder(&month)?;
        let mut moved = self.disk.rename_new(path, &home);
        if moved
            .as_ref()
            .is_err_and(|err| err.kind() == ErrorKind::AlreadyExists)
        {
            if self.holds(&home, &entry) {
                let removed = self.disk.remove(path);
                removed.map_err(|err| self.fault(&err, path))?;
                return Ok(Some(month));
            }
            home = names::conflict_beside(&home, id);
            moved = self.disk.rename_new(path, &home);
        }
        match moved {
            Ok(()) => {
                self.note(id, &home.into(), &bytes);
                Ok(Some(month))
            }
            // Another program has moved it.
            Err(err) if err.kind() == ErrorKind::NotFound => Ok(Some(month)),
            Err(err) => Err(self.fault(&err, path)),
        }
    }

    /// Removes the folder of an import that has not begun to count.
    pub(super) fn drop_import(&self, part: &Path) {
        let items = list(&*self.disk, part).unwrap_or_default();
        for item in items {
            self.disk.remove(&part.join(item.name)).ok();
        }
        self.disk.remove_dir(part).ok();
        self.disk.sync_dir(Path::new("")).ok();
    }
}
