//! Cleaning up at the start: what an interrupted write left behind, and what
//! has been in trash or history for long enough.
//!
//! A left-over temporary file may hold the only copy of someone's version. It
//! is removed only if it is a week old and is no entry, or says what the diary
//! says already.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::Store;
use super::disk::ItemKind;
use super::names::{self, DIARY, HISTORY, TRASH};
use crate::diary::format::{Unread, parse};
use crate::diary::found::Loaded;

const DAY: Duration = Duration::from_hours(24);
/// How long deleted entries are kept.
pub(super) const TRASH_DAYS: u32 = 30;
/// How long replaced versions are kept.
pub(super) const HISTORY_DAYS: u32 = 90;
/// How long useless temporary files are kept.
const TEMP_DAYS: u32 = 7;
/// A temporary file younger than this may be someone's who is writing.
const BUSY: Duration = Duration::from_mins(1);

impl Store {
    /// What is known beyond the entries: trash, leftovers, the format.
    pub fn surroundings(&mut self) -> Loaded {
        Loaded {
            trash: self.trash(),
            leftovers: self.leftovers(),
            newer_store: match self.format() {
                Ok(super::Format::Newer(format)) => Some(format),
                _ => None,
            },
        }
    }

    /// Cleans up. To be called after [`Store::load`], which says what the
    /// diary holds. Returns whether something came to light that must be read.
    pub fn clean(&mut self) -> bool {
        if self.writable().is_err() {
            return false;
        }
        self.prune(TRASH, DAY * TRASH_DAYS);
        self.prune(HISTORY, DAY * HISTORY_DAYS);
        self.sweep();
        self.remove_dead_imports();
        let mut is_found = false;
        for temp in self.tree(DIARY).temps {
            is_found |= self.recover(&temp);
        }
        is_found
    }

    /// Temporary files, and the folders of imports that did not come to an end.
    fn leftovers(&self) -> Vec<PathBuf> {
        let mut leftovers = self.tree(DIARY).temps;
        leftovers.extend(self.imports().into_iter().map(|(folder, _)| folder));
        leftovers
    }

    /// Files and folders of the diary that others of this computer may read or
    /// write; none where the system does not say.
    pub fn open_to_others(&self) -> Vec<PathBuf> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            // A folder that is closed closes all that is in it.
            let is_open = |path: &PathBuf| {
                std::fs::symlink_metadata(self.full(path))
                    .is_ok_and(|about| about.permissions().mode() & 0o077 != 0)
            };
            if !is_open(&PathBuf::new()) {
                return Vec::new();
            }
            let mut all = vec![PathBuf::from(".")];
            for top in [DIARY, TRASH, HISTORY] {
                all.push(top.into());
                all.extend(self.tree(top).files);
            }
            all.retain(is_open);
            all
        }
        #[cfg(not(unix))]
        {
            Vec::new()
        }
    }

    /// Removes imports that were never complete and that nobody works on.
    pub(super) fn remove_dead_imports(&self) {
        for (folder, is_whole) in self.imports() {
            if !is_whole && self.age(&folder).is_some_and(|age| age > BUSY) {
                self.drop_import(&folder);
            }
        }
    }

    /// Removes what has been in a folder for longer than `kept`.
    fn prune(&self, top: &str, kept: Duration) {
        for path in self.tree(top).files {
            if self.age(&path).is_some_and(|age| age > kept) {
                // Not being able to tidy up is no one's trouble.
                self.disk.remove(&path).ok();
            }
        }
    }

    /// Removes what an interrupted write of settings or of a session left in
    /// the data folder itself; no entries are written there.
    fn sweep(&self) {
        for item in self.disk.list(Path::new("")).unwrap_or_default() {
            let path = PathBuf::from(&item.name);
            let is_useless = names::is_temp(&item.name) && item.kind == ItemKind::File;
            if is_useless && self.age(&path).is_some_and(|age| age > DAY * TEMP_DAYS) {
                self.disk.remove(&path).ok();
            }
        }
    }

    /// Brings the version in a temporary file to light, if there is one that
    /// is not known.
    fn recover(&mut self, temp: &Path) -> bool {
        let Some(age) = self.age(temp).filter(|age| *age > BUSY) else {
            return false;
        };
        let Ok(bytes) = self.disk.read(temp) else {
            return false;
        };
        let entry = match parse(&bytes) {
            Ok(parsed) => Some(parsed.entry),
            Err(Unread::Newer(_)) => return false,
            Err(Unread::Damaged(_)) => None,
        };
        let homes = entry.iter().flat_map(|entry| self.homes.of(entry.id()));
        let homes: Vec<Arc<Path>> = homes.cloned().collect();
        let is_known = |path: &Arc<Path>| {
            let there = self
                .disk
                .read(path)
                .ok()
                .and_then(|bytes| parse(&bytes).ok());
            there.map(|parsed| parsed.entry) == entry
        };
        let Some(entry) = entry.as_ref().filter(|_| !homes.iter().any(is_known)) else {
            if age > DAY * TEMP_DAYS {
                self.disk.remove(temp).ok();
            }
            return false;
        };
        let id = entry.id();
        if homes.is_empty() && self.trash().iter().any(|trashed| trashed.id() == id) {
            // Deleted since: a replaced version of it belongs to the history.
            self.archive(temp, temp, id).ok();
            return false;
        }
        let to = match homes.first() {
            Some(home) => names::conflict_beside(home, id),
            None => temp.with_file_name(names::file_name(entry)),
        };
        let moved = self.disk.rename_new(temp, &to);
        moved.is_ok() && self.sync_folder_of(&to).is_ok()
    }

    /// How long ago a file was last changed, moved or renamed; none if that
    /// lies in the future.
    fn age(&self, path: &Path) -> Option<Duration> {
        let changed = self.disk.changed(path).ok()?;
        let now = self.clock.now().wall.timestamp().as_second();
        u64::try_from(now - changed).ok().map(Duration::from_secs)
    }
}
