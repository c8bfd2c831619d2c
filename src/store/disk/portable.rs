//! The disk of all other systems, with what the standard library offers.
//!
//! No exchange: an edit there looks, compares and renames. Folders cannot be
//! made durable by a program there; the file system does it.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{Disk, IS_LINK, Item, ItemKind, NOT_A_FILE, Stamp, TOO_LARGE, refused};

/// A folder on the disk of this machine.
#[derive(Clone, Debug)]
pub struct PortableDisk {
    root: PathBuf,
}

impl PortableDisk {
    /// The disk below `root`, which need not exist yet.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }
}

impl Disk for PortableDisk {
    fn list(&self, dir: &Path) -> io::Result<Vec<Item>> {
        let mut items = Vec::new();
        for entry in fs::read_dir(self.root.join(dir))? {
            let entry = entry?;
            let kind = entry.file_type()?;
            items.push(Item {
                name: entry.file_name(),
                kind: if kind.is_symlink() {
                    ItemKind::Link
                } else if kind.is_dir() {
                    ItemKind::Folder
                } else if kind.is_file() {
                    ItemKind::File
                } else {
                    ItemKind::Other
                },
            });
        }
        Ok(items)
    }

    fn read_up_to(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        let path = self.root.join(path);
        let about = fs::symlink_metadata(&path)?;
        if about.is_symlink() {
            return Err(refused(IS_LINK));
        }
        if !about.is_file() {
            return Err(refused(NOT_A_FILE));
        }
        if about.len() > most as u64 {
            return Err(refused(TOO_LARGE));
        }
        fs::read(path)
    }

    fn read_stamped(&self, path: &Path) -> io::Result<(Vec<u8>, Option<Stamp>)> {
        let before = self.stamp(path);
        Ok((self.read(path)?, before))
    }

    fn stamp(&self, path: &Path) -> Option<Stamp> {
        let about = fs::symlink_metadata(self.root.join(path)).ok()?;
        let since = about
            .modified()
            .ok()?
            .duration_since(SystemTime::UNIX_EPOCH);
        let modified = i64::try_from(since.ok()?.as_nanos()).ok()?;
        Some(Stamp {
            size: about.len(),
            modified,
            changed: modified,
            node: 0,
        })
    }

    fn changed(&self, path: &Path) -> io::Result<i64> {
        let changed = fs::symlink_metadata(self.root.join(path))?.modified()?;
        let since = changed.duration_since(SystemTime::UNIX_EPOCH);
        Ok(since.map_or(0, |since| {
            i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
        }))
    }

    fn make_root(&self) -> io::Result<()> {
        fs::create_dir_all(&self.root)
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        fs::create_dir(self.root.join(dir))
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        // At least tell when it is not there.
        fs::metadata(self.root.join(dir)).map(drop)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = self.root.join(path);
        let dir = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
        let mut temp = tempfile::Builder::new()
            .prefix(".~")
            .suffix(".ron.part")
            .tempfile_in(dir)?;
        temp.write_all(bytes)?;
        temp.as_file().sync_all()?;
        temp.persist_noclobber(path)?;
        Ok(())
    }

    fn stage(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = self.root.join(path);
        let mut file = fs::File::create_new(&path)?;
        let done = file.write_all(bytes).and_then(|()| file.sync_all());
        if done.is_err() {
            fs::remove_file(&path).ok();
        }
        done
    }

    fn exchange(&self, _one: &Path, _other: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        let to = self.root.join(to);
        match fs::symlink_metadata(&to) {
            Ok(_taken) => Err(io::ErrorKind::AlreadyExists.into()),
            Err(err) if err.kind() == io::ErrorKind::NotFound => {
                fs::rename(self.root.join(from), to)
            }
            Err(err) => Err(err),
        }
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(self.root.join(from), self.root.join(to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(self.root.join(path))
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        fs::remove_dir(self.root.join(dir))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::clock::SystemClock;
    use crate::diary::entry::{Day, Entry, EntryId};
    use crate::diary::when::When;
    use crate::store::{Places, Store};

    fn day(note: &str) -> Arc<Entry> {
        let at = When::parse("2026-11-23T21:00:00+01:00[Europe/Berlin]").unwrap();
        let id = EntryId::parse("01a2082c-0000-7000-8000-000000000001").unwrap();
        let mut day = Day::new(id, at.clone(), at.date());
        day.note = note.to_owned();
        Arc::new(day.into())
    }

    #[test]
    fn the_store_works_without_exchange_and_nameless_files() {
        let temp = tempfile::tempdir().unwrap();
        let places = Places::within(&temp.path().join("data")).unwrap();
        let disk = Arc::new(PortableDisk::new(&places.data));
        let mut store = Store::with_disk(disk, places, Arc::new(SystemClock::new()));
        let (a, b, c) = (day("a"), day("b"), day("c"));
        store.create(&a).unwrap();
        assert_eq!(store.create(&a).unwrap().entry, a, "twice is once");
        store.edit(&[Arc::clone(&a)], &b).unwrap();
        let aside = store.edit(&[a], &c).unwrap().aside.unwrap();
        assert_eq!(aside.entry, b, "not expected, so kept");
        assert_eq!(store.delete(c.id()).unwrap().len(), 2, "both versions");
        store.restore(c.id()).unwrap();
        assert_eq!(store.versions(c.id()).unwrap().len(), 1, "back");
        let history = store.tree(crate::store::names::HISTORY).files;
        assert_eq!(history.len(), 1, "a was replaced knowingly");
    }
}
