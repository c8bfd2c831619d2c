//! A look that nothing hinted at, as when the window gets the keyboard again:
//! what others changed is found, and what looks as before is not read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use unclench::diary::format::format;
use unclench::store::disk::{Disk, Item, RealDisk, Stamp};

use super::{Folder, episode, id, read_all};

/// The disk of the machine, which counts the files it reads.
#[derive(Debug)]
struct CountingDisk {
    real: RealDisk,
    read: Mutex<Vec<PathBuf>>,
    stamps: AtomicUsize,
}

impl CountingDisk {
    fn new(folder: &Folder) -> Arc<Self> {
        Arc::new(Self {
            real: RealDisk::new(folder.data()),
            read: Mutex::default(),
            stamps: AtomicUsize::new(0),
        })
    }

    /// The files below `diary/` that were read since the last call.
    fn take_read(&self) -> Vec<PathBuf> {
        let mut read = std::mem::take(&mut *self.read.lock().unwrap());
        read.retain(|path| path.starts_with("diary"));
        read
    }

    fn note(&self, path: &Path) {
        self.read.lock().unwrap().push(path.to_owned());
    }
}

impl Disk for CountingDisk {
    fn list(&self, dir: &Path) -> io::Result<Vec<Item>> {
        self.real.list(dir)
    }
    fn read_up_to(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        self.note(path);
        self.real.read_up_to(path, most)
    }
    fn read_stamped(&self, path: &Path) -> io::Result<(Vec<u8>, Option<Stamp>)> {
        self.note(path);
        self.real.read_stamped(path)
    }
    fn stamp(&self, path: &Path) -> Option<Stamp> {
        self.stamps.fetch_add(1, Ordering::Relaxed);
        self.real.stamp(path)
    }
    fn changed(&self, path: &Path) -> io::Result<i64> {
        self.real.changed(path)
    }
    fn make_root(&self) -> io::Result<()> {
        self.real.make_root()
    }
    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        self.real.make_dir(dir)
    }
    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.real.sync_dir(dir)
    }
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.real.create(path, bytes)
    }
    fn stage(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.real.stage(path, bytes)
    }
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.real.exchange(one, other)
    }
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.real.rename_new(from, to)
    }
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.real.replace(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.real.remove(path)
    }
    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        self.real.remove_dir(dir)
    }
}

fn home(n: u32) -> String {
    let day = 1 + n % 28;
    format!("diary/2026/11/2026-11-{day:02}-{}.ron", id(n))
}

#[test]
fn what_looks_as_before_is_not_read() {
    let folder = Folder::new();
    for n in 0..20 {
        folder.store().create(&episode(n, "first")).unwrap();
    }
    folder.clock.pass(Duration::from_mins(1));
    let disk = CountingDisk::new(&folder);
    let mut store = folder.store_on(Arc::clone(&disk) as Arc<_>);
    assert_eq!(read_all(&mut store).len(), 20, "all read");
    assert_eq!(disk.take_read().len(), 20, "each once");
    assert!(store.look_over().is_empty(), "nothing new");
    assert_eq!(disk.take_read(), Vec::<PathBuf>::new(), "and nothing read");
    let looked_at = disk.stamps.load(Ordering::Relaxed);
    assert_eq!(looked_at, 20, "each was looked at from outside");

    // In place, as an editor does; new, as a sync tool does; and gone.
    let second = format(&episode(3, "second")).unwrap();
    folder.plant(&home(3), second.as_bytes());
    let new = format(&episode(30, "from elsewhere")).unwrap();
    folder.plant(&home(30), new.as_bytes());
    fs::remove_file(folder.data().join(home(5))).unwrap();
    let found = store.look_over();
    let ids: Vec<_> = found.found.iter().map(|v| v.entry.id()).collect();
    assert_eq!(ids, [id(3), id(30)].map(|id| id), "changed and new");
    assert_eq!(found.gone, [PathBuf::from(home(5))], "gone");
    assert_eq!(disk.take_read().len(), 2, "no other was read");
}

#[test]
fn what_changed_a_moment_ago_is_read_again_until_it_rests() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "first")).unwrap();
    let disk = CountingDisk::new(&folder);
    let mut store = folder.store_on(Arc::clone(&disk) as Arc<_>);
    read_all(&mut store);
    // Written within one tick of the disk's clock it may look the same.
    disk.take_read();
    assert!(store.look_over().is_empty(), "the same");
    assert_eq!(disk.take_read().len(), 1, "but looked into");
    folder.clock.pass(Duration::from_mins(1));
    store.look_over();
    assert_eq!(disk.take_read().len(), 1, "once more, when it rests");
    store.look_over();
    assert_eq!(disk.take_read().len(), 0, "then no more");
    // What this program writes is read once, and then known by its looks.
    store.create(&episode(2, "own")).unwrap();
    folder.clock.pass(Duration::from_mins(1));
    store.look_over();
    assert_eq!(disk.take_read(), [PathBuf::from(home(2))], "the own one");
}

#[test]
fn a_folder_that_is_gone_hides_nothing() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "first")).unwrap();
    let disk = CountingDisk::new(&folder);
    let mut store = folder.store_on(Arc::clone(&disk) as Arc<_>);
    read_all(&mut store);
    let away = folder.temp.path().join("away");
    fs::rename(folder.data(), &away).unwrap();
    let found = store.look_over();
    assert!(found.gone.is_empty(), "a stick pulled out deletes nothing");
    assert_eq!(found.damaged.len(), 1, "it is told: {:?}", found.damaged);
    fs::rename(away, folder.data()).unwrap();
    assert!(store.look_over().damaged.is_empty(), "back again");
}
