//! Copying a data folder: every file, durably, read back and compared.
//!
//! It runs in passes. Each looks at every file of the old folder and brings
//! over what the new one does not have as it is; a pass that had nothing to do
//! says that both are the same.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::super::disk::{Disk, ItemKind};
use super::super::load::{in_parallel, list};
use super::super::{Seen, names, told};
use crate::exchange::MAX_FILE;
use crate::job::{Fault, FaultKind};

/// Files copied between two words on how far it is.
const BATCH: usize = 64;
/// Files a thread copies at a time.
const CHUNK: usize = 4;
/// Folders within folders that are copied; nobody has more by intent.
const DEPTH: usize = 32;

/// What is in a folder.
#[derive(Debug, Default)]
pub(super) struct Census {
    pub(super) files: Vec<PathBuf>,
    /// Those above first.
    pub(super) folders: Vec<PathBuf>,
    /// Links, pipes, sockets, devices.
    pub(super) odd: Vec<PathBuf>,
}

/// Lists everything in a folder but these names at its root.
pub(super) fn survey(disk: &dyn Disk, without: &[PathBuf]) -> Result<Census, (PathBuf, io::Error)> {
    let mut census = Census::default();
    let mut rest = vec![(PathBuf::new(), 0)];
    while let Some((folder, depth)) = rest.pop() {
        let items = match list(disk, &folder) {
            Ok(items) => items,
            Err(err) if err.kind() == ErrorKind::NotFound => continue,
            Err(err) => return Err((folder, err)),
        };
        for item in items {
            let path = folder.join(&item.name);
            if without.contains(&path) {
                continue;
            }
            match item.kind {
                ItemKind::File => census.files.push(path),
                ItemKind::Folder if depth < DEPTH => {
                    census.folders.push(path.clone());
                    rest.push((path, depth + 1));
                }
                ItemKind::Folder | ItemKind::Link | ItemKind::Other => census.odd.push(path),
            }
        }
    }
    census.files.sort_unstable();
    census.folders.sort_unstable();
    Ok(census)
}

/// What became of one file.
enum Outcome {
    /// It is there as it was before this pass.
    Same(Seen),
    /// It was brought over.
    Copied(Seen),
    /// It is not in the old folder any more.
    Gone,
}

/// Copies from one folder to another.
pub(super) struct Copier<'a> {
    old: &'a dyn Disk,
    new: &'a dyn Disk,
    from: &'a Path,
    to: &'a Path,
    without: Vec<PathBuf>,
    /// What is in the new folder, as it was compared.
    copied: BTreeMap<PathBuf, Seen>,
    folders: BTreeSet<PathBuf>,
    odd: Vec<PathBuf>,
}

impl<'a> Copier<'a> {
    pub(super) fn new(
        old: &'a dyn Disk,
        new: &'a dyn Disk,
        from: &'a Path,
        to: &'a Path,
        without: Vec<PathBuf>,
    ) -> Self {
        Self {
            old,
            new,
            from,
            to,
            without,
            copied: BTreeMap::new(),
            folders: BTreeSet::new(),
            odd: Vec::new(),
        }
    }

    /// Brings over what the new folder does not have as it is. Returns how many
    /// files that were.
    pub(super) fn pass(&mut self, progress: &mut dyn FnMut(usize, usize)) -> Result<usize, Fault> {
        let census = survey(self.old, &self.without)
            .map_err(|(at, err)| told(&err).at(self.from.join(at)))?;
        self.odd = census.odd;
        self.make_folders(&census.folders)?;
        let (mut changed, mut done) = (0, 0);
        for batch in census.files.chunks(BATCH) {
            progress(done, census.files.len());
            let this = &*self;
            let outcomes = in_parallel(batch, CHUNK, |path| this.bring(path));
            for (path, outcome) in batch.iter().zip(outcomes) {
                match outcome? {
                    Outcome::Same(seen) => drop(self.copied.insert(path.clone(), seen)),
                    Outcome::Copied(seen) => {
                        changed += 1;
                        self.copied.insert(path.clone(), seen);
                    }
                    Outcome::Gone => {}
                }
            }
            done += batch.len();
        }
        progress(done, census.files.len());
        let there: BTreeSet<&PathBuf> = census.files.iter().collect();
        let gone = self.copied.keys().filter(|path| !there.contains(path));
        for path in gone.cloned().collect::<Vec<_>>() {
            // Deleted or moved while it was copied: by now it is elsewhere.
            let removed = self.new.remove(&path);
            removed.map_err(|err| told(&err).at(self.to.join(&path)))?;
            self.copied.remove(&path);
            changed += 1;
        }
        self.refuse_strangers()?;
        Ok(changed)
    }

    /// A move that was cut off may have left what has been deleted since: that
    /// would come back.
    fn refuse_strangers(&self) -> Result<(), Fault> {
        let census =
            survey(self.new, &self.without).map_err(|(at, err)| told(&err).at(self.to.join(at)))?;
        let is_strange = |path: &&PathBuf| {
            let is_temp = path.file_name().is_some_and(names::is_temp);
            !self.copied.contains_key(*path) && !is_temp && **path != Path::new(names::FORMAT)
        };
        match census.files.iter().find(is_strange) {
            Some(path) => {
                let told = "an earlier move to this folder was cut off, and left a file that your \
                            diary does not have any more; delete the folder, or choose another";
                Err(Fault::new(FaultKind::Exists, told).at(self.to.join(path)))
            }
            None => Ok(()),
        }
    }

    fn make_folders(&mut self, folders: &[PathBuf]) -> Result<(), Fault> {
        for folder in folders {
            if self.folders.contains(folder) {
                continue;
            }
            match self.new.make_dir(folder) {
                Err(err) if err.kind() != ErrorKind::AlreadyExists => {
                    return Err(told(&err).at(self.to.join(folder)));
                }
                _ => drop(self.folders.insert(folder.clone())),
            }
        }
        Ok(())
    }

    /// Brings one file over, unless it is there as it is.
    fn bring(&self, path: &Path) -> Result<Outcome, Fault> {
        let here = |err: &io::Error| told(err).at(self.from.join(path));
        let there = |err: &io::Error| told(err).at(self.to.join(path));
        let most = usize::try_from(MAX_FILE).unwrap_or(usize::MAX);
        let bytes = match self.old.read_up_to(path, most) {
            Ok(bytes) => bytes,
            Err(err) if err.kind() == ErrorKind::NotFound => return Ok(Outcome::Gone),
            Err(err) => return Err(here(&err)),
        };
        let seen = Seen::of(&bytes);
        if self.copied.get(path) == Some(&seen) {
            return Ok(Outcome::Same(seen));
        }
        let is_there = || self.new.read_up_to(path, most).is_ok_and(|b| b == bytes);
        match self.new.create(path, &bytes) {
            Ok(()) => {}
            Err(err) if err.kind() == ErrorKind::AlreadyExists => {
                if is_there() {
                    // Of a move that was cut off; durable since then.
                    return Ok(Outcome::Copied(seen));
                }
                self.new.put(path, &bytes).map_err(|err| there(&err))?;
            }
            Err(err) => return Err(there(&err)),
        }
        if !is_there() {
            let told = "what was copied does not read the same; use another disk";
            return Err(Fault::new(FaultKind::System, told).at(self.to.join(path)));
        }
        Ok(Outcome::Copied(seen))
    }

    /// Makes all names durable.
    pub(super) fn seal(&self) -> Result<(), Fault> {
        let root = PathBuf::new();
        let folders: Vec<&PathBuf> = self.folders.iter().chain([&root]).collect();
        for folder in folders {
            let synced = self.new.sync_dir(folder);
            synced.map_err(|err| told(&err).at(self.to.join(folder)))?;
        }
        Ok(())
    }

    /// Brings over what others wrote into the old folder up to the moment that
    /// decided. Nothing in the new folder is replaced: another version gets a
    /// name of its own.
    pub(super) fn stragglers(&mut self) -> Result<(), Fault> {
        let census = survey(self.old, &self.without)
            .map_err(|(at, err)| told(&err).at(self.from.join(at)))?;
        let is_new = census.folders.iter().any(|f| !self.folders.contains(f));
        self.make_folders(&census.folders)?;
        let most = usize::try_from(MAX_FILE).unwrap_or(usize::MAX);
        let mut touched = BTreeSet::new();
        for path in census.files {
            let Ok(bytes) = self.old.read_up_to(&path, most) else {
                continue;
            };
            if self.copied.get(&path) == Some(&Seen::of(&bytes)) {
                continue;
            }
            if path == Path::new(names::SESSION) {
                // Only the newest word of a session counts.
                let put = self.new.put(&path, &bytes);
                put.map_err(|err| told(&err).at(self.to.join(&path)))?;
                continue;
            }
            for n in 1..100 {
                let name = names::numbered(&path, n);
                match self.new.create(&name, &bytes) {
                    Err(err) if err.kind() == ErrorKind::AlreadyExists => {}
                    done => {
                        done.map_err(|err| told(&err).at(self.to.join(&name)))?;
                        touched.insert(names::folder(&path).to_owned());
                        break;
                    }
                }
            }
        }
        if is_new {
            return self.seal();
        }
        for folder in touched {
            let synced = self.new.sync_dir(&folder);
            synced.map_err(|err| told(&err).at(self.to.join(&folder)))?;
        }
        Ok(())
    }

    /// How many files were copied, and what was not.
    pub(super) fn done(self) -> (usize, Vec<PathBuf>) {
        (self.copied.len(), self.odd)
    }
}
