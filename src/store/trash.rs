//! Finding the files of an entry, and moving them: trash, history, set aside.
//!
//! Nothing here removes a file. Every move is a rename that never replaces, and
//! both folders are made durable.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::names::{self, ASIDE, DIARY, TRASH};
use super::{Seen, Store};
use crate::diary::entry::{Entry, EntryId};
use crate::diary::format::{Parsed, parse};
use crate::diary::found::{Trashed, Version};
use crate::job::{Fault, FaultKind};

/// Where an entry is.
#[derive(Debug)]
pub(super) struct Located {
    /// Its files.
    pub(super) found: Vec<Arc<Path>>,
    /// What could not be read: it may be in there too.
    pub(super) doubt: Option<Fault>,
}

impl Store {
    /// The files that hold an entry.
    ///
    /// # Errors
    /// When none is found and something could not be read: it may be there.
    pub(super) fn locate(&mut self, id: EntryId) -> Result<Vec<Arc<Path>>, Fault> {
        let Located { found, doubt } = self.search(id)?;
        match doubt {
            Some(doubt) if found.is_empty() => Err(doubt),
            _ => Ok(found),
        }
    }

    /// The files that hold an entry, and why there may be others.
    ///
    /// # Errors
    /// When a folder, or a file with the name of the entry, cannot be read.
    pub(super) fn search(&mut self, id: EntryId) -> Result<Located, Fault> {
        let found: Vec<_> = self.homes.of(id).cloned().collect();
        if !found.is_empty() {
            return Ok(Located { found, doubt: None });
        }
        let tree = self.tree(DIARY);
        let is_folder = |path: &Path| !names::is_record(path.as_os_str());
        if let Some(damaged) = tree.damaged.iter().find(|d| is_folder(&d.path)) {
            let told = format!("a folder could not be searched, {}", damaged.spot.reason);
            return Err(Fault::new(FaultKind::System, told).at(self.full(&damaged.path)));
        }
        // Those whose name speaks of it first; only if none does, all of them.
        let (named, others): (Vec<_>, Vec<_>) = tree
            .files
            .into_iter()
            .partition(|path| names::names(path, id));
        let mut located = self.holding(named, id);
        if located.found.is_empty() {
            if let Some(doubt) = located.doubt {
                return Err(doubt);
            }
            located = self.holding(others, id);
        }
        for path in &located.found {
            self.homes.put(id, Arc::clone(path));
        }
        Ok(located)
    }

    fn holding(&self, paths: Vec<PathBuf>, id: EntryId) -> Located {
        let (mut found, mut doubt) = (Vec::new(), None);
        for path in paths {
            match self.parsed(&path) {
                Ok(Some(parsed)) if parsed.entry.id() == id => found.push(path.into()),
                Ok(_) => {}
                Err(fault) => doubt = Some(fault),
            }
        }
        Located { found, doubt }
    }

    /// What a file says; none if it is not there, damaged or no file at all.
    fn parsed(&self, path: &Path) -> Result<Option<Parsed>, Fault> {
        match self.disk.read(path) {
            Ok(bytes) => Ok(parse(&bytes).ok()),
            Err(err) if matches!(err.kind(), ErrorKind::NotFound | ErrorKind::InvalidData) => {
                Ok(None)
            }
            Err(err) => Err(self.fault(&err, path)),
        }
    }

    /// Whether a file is not there any more.
    fn is_gone(&self, path: &Path) -> bool {
        let changed = self.disk.changed(path);
        changed.is_err_and(|err| err.kind() == ErrorKind::NotFound)
    }

    /// What the files of an entry say.
    ///
    /// # Errors
    /// When a folder or a file cannot be read.
    pub fn versions(&mut self, id: EntryId) -> Result<Vec<Version>, Fault> {
        let mut versions = Vec::new();
        for path in self.locate(id)? {
            let bytes = self.disk.read(&path);
            let bytes = bytes.map_err(|err| self.fault(&err, &path))?;
            if let Ok(Parsed { entry, seal }) = parse(&bytes) {
                let entry = Arc::new(entry);
                versions.push(Version { path, entry, seal });
            }
        }
        versions.sort_by_cached_key(Version::rank);
        Ok(versions)
    }

    /// Moves all files of an entry to the trash. None there is no error.
    ///
    /// # Errors
    /// What went wrong; files that were moved stay in the trash.
    pub fn delete(&mut self, id: EntryId) -> Result<Vec<Trashed>, Fault> {
        self.writable()?;
        let mut trashed = Vec::new();
        for path in self.locate(id)? {
            let Some(parsed) = self.parsed(&path)?.filter(|p| p.entry.id() == id) else {
                // It is something else by now, or gone.
                self.note_gone(id, &path);
                continue;
            };
            let to = names::moved(&path, TRASH);
            self.ensure_folder(names::folder(&to))?;
            let moved = self.first_free(&to, |disk, name| disk.rename_new(&path, name));
            let moved = match moved {
                Err(err) if err.kind() == ErrorKind::NotFound && self.is_gone(&path) => {
                    self.note_gone(id, &path);
                    continue;
                }
                moved => moved.map_err(|err| self.fault(&err, &path))?,
            };
            self.note_gone(id, &path);
            trashed.push(Trashed {
                path: moved.clone(),
                entry: Arc::new(parsed.entry),
            });
            self.sync_folder_of(&moved)?;
            self.sync_folder_of(&path)?;
        }
        Ok(trashed)
    }

    /// Moves an entry out of the trash, the one deleted last if there are
    /// several.
    ///
    /// # Errors
    /// What went wrong; [`FaultKind::Missing`] if it is not in the trash.
    pub fn restore(&mut self, id: EntryId) -> Result<Version, Fault> {
        self.writable()?;
        let find = || self.trash().into_iter().rfind(|trashed| trashed.id() == id);
        // Twice, for a disk may fail once.
        let Some(Trashed { path, entry }) = find().or_else(find) else {
            return Err(self.not_in_trash(id));
        };
        let folder = names::moved(names::folder(&path), DIARY);
        self.ensure_folder(&folder)?;
        let mut to = folder.join(names::file_name(&entry));
        let mut moved = self.disk.rename_new(&path, &to);
        if moved
            .as_ref()
            .is_err_and(|err| err.kind() == ErrorKind::AlreadyExists)
        {
            to = names::conflict_beside(&to, id);
            moved = self.disk.rename_new(&path, &to);
        }
        moved.map_err(|err| self.fault(&err, &path))?;
        let to: Arc<Path> = to.into();
        self.homes.put(id, Arc::clone(&to));
        self.sync_folder_of(&to)?;
        self.sync_folder_of(&path)?;
        let bytes = self.disk.read(&to).map_err(|err| self.fault(&err, &to))?;
        self.seen.insert(Arc::clone(&to), Seen::of(&bytes));
        self.stamps.remove(&to);
        let seal = parse(&bytes).map_or(crate::diary::format::Seal::Broken, |p| p.seal);
        Ok(Version {
            path: to,
            entry,
            seal,
        })
    }

    /// Why an entry was not found in the trash: it is not there, or something
    /// could not be read.
    fn not_in_trash(&self, id: EntryId) -> Fault {
        let tree = self.tree(TRASH);
        let is_unread = |path: &PathBuf| self.parsed(path).is_err();
        let mut damaged = tree.damaged.into_iter().map(|damaged| damaged.path);
        let unread = damaged
            .next()
            .or_else(|| tree.files.into_iter().find(is_unread));
        match unread {
            Some(path) => Fault::new(
                FaultKind::System,
                "something in the trash could not be read; try again",
            )
            .at(self.full(&path)),
            None => Fault::new(FaultKind::Missing, format!("the trash holds no entry {id}")),
        }
    }

    /// The deleted entries, the one deleted last at the end.
    pub fn trash(&self) -> Vec<Trashed> {
        let mut found: Vec<(i64, Trashed)> = Vec::new();
        for path in self.tree(TRASH).files {
            if let Ok(Some(parsed)) = self.parsed(&path) {
                let when = self.disk.changed(&path).unwrap_or(0);
                let entry = Arc::new(parsed.entry);
                found.push((when, Trashed { path, entry }));
            }
        }
        found.sort_by(|(one, a), (other, b)| one.cmp(other).then_with(|| a.path.cmp(&b.path)));
        found.into_iter().map(|(_, trashed)| trashed).collect()
    }

    /// Of several files of an entry keeps one; the others go to the history.
    /// Returns where each was, and is.
    ///
    /// # Errors
    /// What went wrong; every file is then still in the diary or the history.
    pub fn keep(&mut self, id: EntryId, path: &Path) -> Result<Vec<(PathBuf, PathBuf)>, Fault> {
        self.writable()?;
        let paths = self.locate(id)?;
        if !paths.iter().any(|other| **other == *path) {
            return Err(
                Fault::new(FaultKind::Missing, "that version is not there any more")
                    .at(self.full(path)),
            );
        }
        let mut gone = Vec::new();
        for other in paths.into_iter().filter(|other| **other != *path) {
            let to = self.archive(&other, &other, id)?;
            self.sync_folder_of(&other)?;
            self.note_gone(id, &other);
            gone.push((other.to_path_buf(), to));
        }
        Ok(gone)
    }

    /// Writes the version in a file as an entry of its own, under the id that
    /// `entry` has; the file then goes to the history.
    ///
    /// # Errors
    /// What went wrong; the version is then still where it was.
    pub fn keep_both(&mut self, path: &Path, entry: &Arc<Entry>) -> Result<Version, Fault> {
        self.writable()?;
        let there = self.parsed(path)?.map(|parsed| parsed.entry);
        let Some(there) = there.filter(|there| {
            let mut own = Entry::clone(entry);
            own.set_id(there.id());
            own.says_the_same(there)
        }) else {
            let told = "that version is not there any more, or says something else by now";
            return Err(Fault::new(FaultKind::Missing, told).at(self.full(path)));
        };
        let version = self.create(entry)?;
        self.archive(path, path, there.id())?;
        self.sync_folder_of(path)?;
        self.note_gone(there.id(), path);
        Ok(version)
    }

    /// Moves a file that cannot be read out of the diary, byte for byte.
    ///
    /// # Errors
    /// What went wrong; the file is then where it was.
    pub fn set_aside(&mut self, path: &Path) -> Result<(), Fault> {
        self.writable()?;
        self.ensure_folder(Path::new(ASIDE))?;
        let to = Path::new(ASIDE).join(path.file_name().unwrap_or_default());
        let moved = self.first_free(&to, |disk, name| disk.rename_new(path, name));
        let moved = moved.map_err(|err| self.fault(&err, path))?;
        self.seen.remove(path);
        self.stamps.remove(path);
        self.sync_folder_of(&moved)?;
        self.sync_folder_of(path)
    }
}
