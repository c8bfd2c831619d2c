//! Reading: the whole diary newest months first, or only what has changed.
//!
//! Everything that cannot be read is listed and left as it is. A folder that
//! cannot be listed hides nothing: what was known in it stays known.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::disk::{Disk, IS_LINK, Item, ItemKind, NOT_A_FILE, Stamp};
use super::names::{self, DEPTH, DIARY};
use super::{Seen, Store, unread};
use crate::diary::format::{Spot, Unread, parse};
use crate::diary::found::{Damaged, Newer, Scan, Version};

/// How many threads wait for the disk. Far more than there are processors: a
/// cold disk answers many questions at once.
const READERS: usize = 16;
/// Files a reader takes at a time.
const CHUNK: usize = 16;
/// How deep the folders of months are: `diary/2026/11`.
const MONTH_DEPTH: usize = 3;
/// Files in the first batch; each next one has twice as many.
const FIRST_BATCH: usize = 128;
/// A file that has not changed for this long, in nanoseconds, is known by its
/// stamp: FAT, the coarsest, counts in two seconds.
const SETTLED: i64 = 3_000_000_000;

/// The files below a folder, newest months first, and what else was there.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) files: Vec<PathBuf>,
    pub(super) temps: Vec<PathBuf>,
    pub(super) damaged: Vec<Damaged>,
}

/// Which files of a scan are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    /// All of them.
    Whole,
    /// Those whose stamp is not known or another one.
    IfItLooksChanged,
}

/// What reading one file brought.
enum Outcome {
    Read(Version, Seen),
    Same,
    Damaged(Damaged, Seen),
    Newer(Newer, Seen),
    Gone,
}

impl Store {
    /// Reads everything and tells it in batches, newest months first.
    pub fn load(&mut self, tell: &mut dyn FnMut(Scan)) {
        self.furnish_home();
        let mut scan = Scan {
            damaged: self.finish_imports(),
            ..Scan::default()
        };
        // What was moved in is read like all else.
        self.homes.clear();
        self.seen.clear();
        self.stamps.clear();
        let tree = self.tree(DIARY);
        self.note_damage(tree.damaged, &mut scan);
        let mut rest = tree.files.as_slice();
        let mut size = FIRST_BATCH;
        while !rest.is_empty() {
            let (batch, later) = rest.split_at(size.min(rest.len()));
            self.read_batch(batch, Read::Whole, &mut scan);
            tell(std::mem::take(&mut scan));
            rest = later;
            size *= 2;
        }
        if !scan.is_empty() {
            tell(scan);
        }
    }

    /// Reads what has changed since it was last read or written: every file is
    /// read and compared.
    pub fn rescan(&mut self) -> Scan {
        self.scan(Read::Whole)
    }

    /// The same, but only files that look changed from outside are read. For
    /// looks that nothing hinted at.
    pub fn look_over(&mut self) -> Scan {
        self.scan(Read::IfItLooksChanged)
    }

    fn scan(&mut self, how: Read) -> Scan {
        let mut tree = self.tree(DIARY);
        let mut scan = Scan::default();
        if tree.files.is_empty() && tree.damaged.is_empty() && self.is_diary_missing() {
            // A drive that was pulled out is not a diary that was deleted.
            tree.damaged.push(Damaged {
                path: PathBuf::from(DIARY),
                spot: Spot::whole("the folder is not there any more"),
            });
        }
        let mut there: std::collections::BTreeSet<&Path> =
            tree.files.iter().map(PathBuf::as_path).collect();
        there.extend(tree.damaged.iter().map(|damaged| damaged.path.as_path()));
        let is_hidden = |path: &Path| {
            let mut unlisted = tree.damaged.iter();
            unlisted.any(|damaged| path.starts_with(&damaged.path))
        };
        let gone: std::collections::BTreeSet<Arc<Path>> = self
            .seen
            .keys()
            .filter(|path| !there.contains(&***path) && !is_hidden(path))
            .cloned()
            .collect();
        if !gone.is_empty() {
            let is_there = |path: &Path| !gone.contains(path);
            self.seen.retain(|path, _| is_there(path));
            self.stamps.retain(|path, _| is_there(path));
            self.homes.keep(is_there);
        }
        scan.gone = gone.iter().map(|path| path.to_path_buf()).collect();
        let files = tree.files;
        self.note_damage(tree.damaged, &mut scan);
        self.read_batch(&files, how, &mut scan);
        scan
    }

    /// Reads what has changed, and the files of these entries even if this
    /// program wrote them itself.
    pub fn rescan_all(&mut self, entries: &[Arc<crate::diary::entry::Entry>]) -> Scan {
        for entry in entries {
            for path in self.homes.of(entry.id()) {
                self.seen.remove(path);
                self.stamps.remove(path);
            }
        }
        self.rescan()
    }

    /// Whether the folder of the diary is gone although there were files in it.
    fn is_diary_missing(&self) -> bool {
        let listed = list(&*self.disk, Path::new(DIARY));
        !self.seen.is_empty() && listed.is_err_and(|err| err.kind() == ErrorKind::NotFound)
    }

    /// The files below one of the top folders.
    pub(super) fn tree(&self, top: &str) -> Tree {
        let disk = &*self.disk;
        let mut tree = Tree::default();
        let mut months = Vec::new();
        walk(disk, Path::new(top), 1, &mut tree, Some(&mut months));
        // Years of months are waited for side by side.
        let below = in_parallel(&months, 1, |month| {
            let mut tree = Tree::default();
            walk(disk, month, MONTH_DEPTH, &mut tree, None);
            tree
        });
        for month in below {
            tree.files.extend(month.files);
            tree.temps.extend(month.temps);
            tree.damaged.extend(month.damaged);
        }
        tree
    }

    /// Damage of the tree itself, told once.
    fn note_damage(&mut self, damaged: Vec<Damaged>, scan: &mut Scan) {
        for damaged in damaged {
            let seen = Seen::Unread(damaged.spot.reason.clone());
            if self
                .seen
                .insert(damaged.path.as_path().into(), seen.clone())
                != Some(seen)
            {
                scan.damaged.push(damaged);
            }
        }
    }

    fn read_batch(&mut self, files: &[PathBuf], how: Read, scan: &mut Scan) {
        let disk = &*self.disk;
        let (known, stamps) = (&self.seen, &self.stamps);
        let now = self.clock.now().wall.timestamp().as_nanosecond();
        let now = i64::try_from(now).unwrap_or(i64::MAX);
        let outcomes = in_parallel(files, CHUNK, |path| {
            let stamp = stamps.get(path.as_path());
            if how == Read::IfItLooksChanged
                && stamp.is_some()
                && disk.stamp(path) == stamp.copied()
            {
                return (Outcome::Same, stamp.copied());
            }
            let (outcome, stamp) = read_one(disk, path, known.get(path.as_path()));
            // What changed a moment ago may change again within one tick of the
            // disk's clock and look the same.
            (
                outcome,
                stamp.filter(|stamp| stamp.changed.saturating_add(SETTLED) < now),
            )
        });
        for (path, (outcome, stamp)) in files.iter().zip(outcomes) {
            match outcome {
                Outcome::Read(version, seen) => {
                    let id = version.entry.id();
                    self.seen.insert(Arc::clone(&version.path), seen);
                    self.homes.put(id, Arc::clone(&version.path));
                    scan.found.push(version);
                }
                Outcome::Damaged(damaged, seen) => {
                    self.seen.insert(path.as_path().into(), seen);
                    scan.damaged.push(damaged);
                }
                Outcome::Newer(newer, seen) => {
                    self.seen.insert(path.as_path().into(), seen);
                    scan.newer.push(newer);
                }
                Outcome::Gone => {
                    if self.seen.remove(path.as_path()).is_some() {
                        scan.gone.push(path.clone());
                    }
                }
                Outcome::Same => {}
            }
            // One path in memory serves both maps.
            match (stamp, self.seen.get_key_value(path.as_path())) {
                (Some(stamp), Some((path, _))) => self.stamps.insert(Arc::clone(path), stamp),
                _ => self.stamps.remove(path.as_path()),
            };
        }
    }
}

/// Lists a folder and those in it, newest names first. Folders of months are
/// left to the caller if it wants them.
fn walk(
    disk: &dyn Disk,
    dir: &Path,
    depth: usize,
    tree: &mut Tree,
    mut months: Option<&mut Vec<PathBuf>>,
) {
    let mut items = match list(disk, dir) {
        Ok(items) => items,
        // Only this means that there is nothing.
        Err(err) if err.kind() == ErrorKind::NotFound => return,
        Err(err) => {
            tree.damaged.push(Damaged {
                path: dir.to_owned(),
                spot: unread(&err),
            });
            return;
        }
    };
    items.sort_unstable_by(|one, other| other.name.cmp(&one.name));
    let told = |path: PathBuf, reason: &str, tree: &mut Tree| {
        tree.damaged.push(Damaged {
            path,
            spot: Spot::whole(reason),
        });
    };
    for Item { name, kind } in items {
        let path = dir.join(&name);
        if names::is_temp(&name) && kind == ItemKind::File {
            tree.temps.push(path);
        } else if names::is_passed_over(&name) {
        } else if kind == ItemKind::Folder && depth < DEPTH {
            if names::is_record(&name) {
                // What is in it is read all the same.
                told(path.clone(), "it is a folder where a file should be", tree);
            }
            match months.as_deref_mut() {
                Some(months) if depth + 1 == MONTH_DEPTH => months.push(path),
                months => walk(disk, &path, depth + 1, tree, months),
            }
        } else if kind == ItemKind::Folder {
            told(path, "folders this deep are not read", tree);
        } else if kind == ItemKind::Link {
            told(path, IS_LINK, tree);
        } else if names::is_record(&name) && kind == ItemKind::File {
            tree.files.push(path);
        } else if names::is_record(&name) {
            told(path, NOT_A_FILE, tree);
        }
    }
}

/// Lists a folder; an interruption is no answer.
pub(super) fn list(disk: &dyn Disk, dir: &Path) -> io::Result<Vec<Item>> {
    for _ in 0..8 {
        match disk.list(dir) {
            Err(err) if err.kind() == ErrorKind::Interrupted => {}
            done => return done,
        }
    }
    disk.list(dir)
}

fn read_one(disk: &dyn Disk, path: &Path, known: Option<&Seen>) -> (Outcome, Option<Stamp>) {
    match disk.read_stamped(path) {
        Ok((bytes, stamp)) => (understood(path, &bytes, known), stamp),
        // Renamed or deleted since it was listed.
        Err(err) if err.kind() == ErrorKind::NotFound => (Outcome::Gone, None),
        Err(err) => {
            let spot = unread(&err);
            let seen = Seen::Unread(spot.reason.clone());
            if known == Some(&seen) {
                return (Outcome::Same, None);
            }
            let path = path.to_owned();
            (Outcome::Damaged(Damaged { path, spot }, seen), None)
        }
    }
}

/// What the bytes of a file say, if they are others than before.
fn understood(path: &Path, bytes: &[u8], known: Option<&Seen>) -> Outcome {
    let seen = Seen::of(bytes);
    if known == Some(&seen) {
        return Outcome::Same;
    }
    let path = path.to_owned();
    match parse(bytes) {
        Ok(parsed) => {
            let entry = Arc::new(parsed.entry);
            let path = path.into();
            let seal = parsed.seal;
            Outcome::Read(Version { path, entry, seal }, seen)
        }
        Err(Unread::Newer(schema)) => Outcome::Newer(Newer { path, schema }, seen),
        Err(Unread::Damaged(spot)) => Outcome::Damaged(Damaged { path, spot }, seen),
    }
}

/// Does the same to every item on several threads and keeps the order. If no
/// thread can be had, this one does it all.
pub(super) fn in_parallel<T, R, F>(items: &[T], chunk: usize, work: F) -> Vec<R>
where
    T: Sync,
    R: Send,
    F: Fn(&T) -> R + Sync,
{
    let next = AtomicUsize::new(0);
    let run = || {
        let mut done = Vec::new();
        loop {
            let start = next.fetch_add(1, Ordering::Relaxed) * chunk;
            let Some(rest) = items.get(start..) else {
                return done;
            };
            if rest.is_empty() {
                return done;
            }
            let taken = rest.iter().take(chunk);
            done.push((start, taken.map(&work).collect::<Vec<R>>()));
        }
    };
    // This thread is one of them.
    let helpers = (items.len() / CHUNK / 2).min(READERS - 1);
    let mut chunks = thread::scope(|scope| {
        let spawn = |_| {
            thread::Builder::new()
                .name("unclench-read".to_owned())
                .spawn_scoped(scope, run)
                .ok()
        };
        let helpers: Vec<_> = (0..helpers).filter_map(spawn).collect();
        let mut chunks = run();
        for helper in helpers {
            match helper.join() {
                Ok(done) => chunks.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        chunks
    });
    chunks.sort_unstable_by_key(|(start, _)| *start);
    chunks.into_iter().flat_map(|(_, done)| done).collect()
}
