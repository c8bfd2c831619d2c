//! Cramps that are not in the diary yet, one file each: kept durably from the
//! first press on, dropped when their entry is durable.
//!
//! A file that cannot be read is never written and never removed: it is listed
//! with the damaged ones, and the cramp is kept under another name. Pains that
//! another window told of the same cramp are taken in, not lost.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk::{Disk, ItemKind};
use super::load::list;
use super::names::{self, UNFINISHED};
use super::{Store, unread};
use crate::diary::begun::Begun;
use crate::diary::entry::EntryId;
use crate::diary::format::{Spot, Unread};
use crate::diary::found::{Damaged, Newer, Scan};
use crate::diary::unfinished::{format, parse};
use crate::job::{Fault, FaultKind};

/// A file of the folder and what it says.
type File = (PathBuf, Result<Begun, Unread>);

impl Store {
    /// Keeps a cramp; durable when it returns. Returns it with the pains that
    /// another window told.
    ///
    /// # Errors
    /// What went wrong; the file then says what it said before, or as much.
    pub fn keep_unfinished(&mut self, begun: &Begun) -> Result<Begun, Fault> {
        let wrong = |why: String| Fault::new(FaultKind::Invalid, why);
        let id = begun.id.ok_or_else(|| wrong("it has no id".to_owned()))?;
        self.writable()?;
        let folder = Path::new(UNFINISHED);
        if self.disk.list(folder).is_err() {
            self.synced.remove(folder); // removed since it was made
        }
        self.ensure_folder(folder)?;
        let mut begun = begun.clone();
        let mut own = self.files_of_cramp(id);
        for (_, before) in &own {
            begun.join(before);
        }
        let text = format(&begun).map_err(wrong)?;
        let path = if own.is_empty() {
            let first = folder.join(format!("{id}.ron"));
            let create = |disk: &dyn Disk, name: &Path| disk.create(name, text.as_bytes());
            let made = self.first_free(&first, create);
            made.map_err(|err| self.fault(&err, &first))?
        } else {
            let (path, _) = own.remove(0);
            let replaced = self.disk.put(&path, text.as_bytes());
            replaced.map_err(|err| self.fault(&err, &path))?;
            path
        };
        self.sync_folder_of(&path)?;
        // Copies of it, which are taken in now. One that stays is no trouble.
        for (copy, _) in own {
            self.disk.remove(&copy).ok();
        }
        self.furnish();
        Ok(begun)
    }

    /// The files of one cramp that can be read, its own name first.
    fn files_of_cramp(&self, id: EntryId) -> Vec<(PathBuf, Begun)> {
        let files = self.unfinished_files().unwrap_or_default().into_iter();
        let read = files.filter_map(|(path, found)| Some((path, found.ok()?)));
        let mut own: Vec<_> = read.filter(|(_, begun)| begun.id == Some(id)).collect();
        own.sort_by_key(|(path, _)| path.as_os_str().len());
        own
    }

    /// Drops a cramp: it is in the diary, or put aside. Only files that can be
    /// read and that are its own go.
    ///
    /// # Errors
    /// When a file could not be removed; it is then as it was.
    pub fn drop_unfinished(&mut self, id: EntryId) -> Result<(), Fault> {
        for (path, found) in self.unfinished_files()? {
            if found.is_ok_and(|begun| begun.id == Some(id)) {
                match self.disk.remove(&path) {
                    Err(err) if err.kind() != ErrorKind::NotFound => {
                        return Err(self.fault(&err, &path));
                    }
                    _ => self.disk.sync_dir(names::folder(&path)).ok(),
                };
            }
        }
        Ok(())
    }

    /// The cramps that are not in the diary, oldest first, and what could not
    /// be read. To be called after [`Store::load`]: a leftover of a cramp that
    /// has come into the diary, or from there into the trash, is passed over,
    /// and with `tidy` dropped.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn unfinished(&mut self, tidy: bool) -> Result<(Vec<Begun>, Scan), Fault> {
        let files = self.unfinished_files()?;
        let may_write = self.writable().is_ok();
        let mut open: Vec<Begun> = Vec::new();
        let mut scan = Scan::default();
        let trash = if files.is_empty() {
            Vec::new()
        } else {
            self.trash()
        };
        for (path, found) in files {
            let begun = match found {
                Ok(begun) => begun,
                Err(Unread::Newer(schema)) => {
                    scan.newer.push(Newer { path, schema });
                    continue;
                }
                Err(Unread::Damaged(spot)) => {
                    scan.damaged.push(Damaged { path, spot });
                    continue;
                }
            };
            let is_in_diary = |id: &EntryId| {
                self.homes.has(*id) || trash.iter().any(|trashed| trashed.id() == *id)
            };
            if begun.id.as_ref().is_some_and(is_in_diary) {
                if tidy && may_write && self.is_safe(begun.id) {
                    // Not being able to tidy up is no one's trouble.
                    self.disk.remove(&path).ok();
                }
            } else if let Some(known) = open.iter_mut().find(|known| known.id == begun.id) {
                known.join(&begun); // a copy that a sync tool made
            } else {
                open.push(begun);
            }
        }
        open.sort_by_key(|begun| (begun.instant(), begun.id));
        Ok((open, scan))
    }

    /// Would the entry of this cramp survive a power cut?
    fn is_safe(&self, id: Option<EntryId>) -> bool {
        let mut homes = id.into_iter().flat_map(|id| self.homes.of(id));
        homes.all(|home| self.disk.sync_dir(names::folder(home)).is_ok())
    }

    /// Every file in the folder and what it says.
    fn unfinished_files(&self) -> Result<Vec<File>, Fault> {
        let folder = Path::new(UNFINISHED);
        let mut items = match list(&*self.disk, folder) {
            Ok(items) => items,
            Err(err) if err.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(err) => return Err(self.fault(&err, folder)),
        };
        items.retain(|item| names::is_record(&item.name) && !names::is_passed_over(&item.name));
        items.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        let mut files = Vec::new();
        for item in items {
            let path = folder.join(&item.name);
            let found = if item.kind == ItemKind::Link {
                Err(Unread::Damaged(Spot::whole(super::disk::IS_LINK)))
            } else {
                match self.disk.read(&path) {
                    Ok(bytes) => parse(&bytes),
                    Err(err) if err.kind() == ErrorKind::NotFound => continue,
                    Err(err) => Err(Unread::Damaged(unread(&err))),
                }
            };
            files.push((path, found));
        }
        Ok(files)
    }
}
