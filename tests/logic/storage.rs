//! The diary on disk: nothing is ever lost, whatever goes wrong.

#[path = "storage/backup.rs"]
mod backup;
#[path = "storage/command.rs"]
mod command;
#[path = "storage/exchange.rs"]
mod exchange;
#[path = "storage/faults.rs"]
mod faults;
#[path = "../kit/faulty_disk.rs"]
mod faulty_disk;
#[path = "storage/home.rs"]
mod home;
#[path = "storage/hostile.rs"]
mod hostile;
#[path = "storage/look_over.rs"]
mod look_over;
#[path = "storage/places.rs"]
mod places;
#[cfg(unix)]
#[path = "storage/private.rs"]
mod private;
#[path = "storage/session.rs"]
mod session;
#[path = "storage/settings.rs"]
mod settings;
#[path = "storage/several.rs"]
mod several;
#[path = "storage/tidy.rs"]
mod tidy;
#[path = "storage/unfinished.rs"]
mod unfinished;
#[path = "storage/worker.rs"]
mod worker;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use self::faulty_disk::{FaultyDisk, Trouble};
use unclench::clock::{Clock, Moment};
use unclench::diary::Diary;
use unclench::diary::entry::{Entry, EntryId, Episode, Intensity, Lasted, Region, Required, Side};
use unclench::diary::when::When;
use unclench::job::Report;
use unclench::store::disk::Disk;
use unclench::store::{Places, Store};

/// A clock that is set by hand.
#[derive(Clone)]
struct Hand(Arc<Mutex<Moment>>);

impl Hand {
    /// The clock of the machine, then standing still: files have real times.
    fn today() -> Self {
        let now = unclench::clock::SystemClock::new().now();
        Self(Arc::new(Mutex::new(now)))
    }

    fn pass(&self, time: Duration) {
        let mut now = self.0.lock().unwrap();
        now.wall = now.wall.checked_add(time).unwrap();
    }

    fn pass_days(&self, days: u32) {
        self.pass(Duration::from_hours(24) * days);
    }
}

impl Clock for Hand {
    fn now(&self) -> Moment {
        self.0.lock().unwrap().clone()
    }
}

/// A data folder for one test.
struct Folder {
    temp: tempfile::TempDir,
    clock: Hand,
}

impl Folder {
    fn new() -> Self {
        Self {
            temp: tempfile::tempdir().unwrap(),
            clock: Hand::today(),
        }
    }

    fn data(&self) -> PathBuf {
        self.temp.path().join("data")
    }

    fn places(&self) -> Places {
        Places::within(&self.data()).unwrap()
    }

    /// A new program that opens the folder.
    fn store(&self) -> Store {
        Store::open(self.places(), Arc::new(self.clock.clone()))
    }

    /// The same on a disk of the test's.
    fn store_on(&self, disk: Arc<dyn Disk>) -> Store {
        Store::with_disk(disk, self.places(), Arc::new(self.clock.clone()))
    }

    /// What a new program finds.
    fn load(&self) -> Diary {
        read_all(&mut self.store())
    }

    /// Puts a file there, as a stranger would.
    fn plant(&self, path: &str, bytes: &[u8]) {
        let path = self.data().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::File::create(path).unwrap().write_all(bytes).unwrap();
    }

    /// Every file and its bytes.
    fn census(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        census(&self.data(), &self.data(), &mut found);
        found
    }

    /// Replaces everything by what was there at a census.
    fn rewind(&self, to: &BTreeMap<PathBuf, Vec<u8>>) {
        if self.data().exists() {
            fs::remove_dir_all(self.data()).unwrap();
        }
        for (path, bytes) in to {
            self.plant(path.to_str().unwrap(), bytes);
        }
    }
}

fn census(root: &Path, dir: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for item in fs::read_dir(dir).into_iter().flatten() {
        let path = item.unwrap().path();
        if path.is_dir() {
            census(root, &path, found);
        } else {
            let name = path.strip_prefix(root).unwrap().to_owned();
            found.insert(name, fs::read(path).unwrap());
        }
    }
}

/// Puts each trouble to each step of one change, every time from the folder as
/// it is now. `each` makes the change with the store that fails, and looks at
/// what is left; the disk says which fault it was.
fn at_each_fault(folder: &Folder, can_exchange: bool, each: impl Fn(Store, &FaultyDisk)) {
    let before = folder.census();
    let mut tried = 0;
    for trouble in Trouble::ALL {
        for at in 0.. {
            folder.rewind(&before);
            let disk = Arc::new(FaultyDisk::new(&folder.data(), at, trouble, can_exchange));
            each(folder.store_on(Arc::clone(&disk) as Arc<_>), &disk);
            if !disk.has_struck() {
                break;
            }
            tried += 1;
        }
    }
    assert!(tried > 10, "faults were tried: {tried}");
}

fn read_all(store: &mut Store) -> Diary {
    let mut diary = Diary::new();
    store.load(&mut |scan| diary.receive(Report::Found(scan)));
    diary.receive(Report::Loaded(store.surroundings()));
    diary
}

fn id(n: u32) -> EntryId {
    EntryId::parse(&format!("01a2082c-0000-7000-8000-{n:012}")).unwrap()
}

/// An attack in November 2026.
fn episode(n: u32, note: &str) -> Arc<Entry> {
    let day = 1 + n % 28;
    let at = When::parse(&format!("2026-11-{day:02}T03:10:00+01:00[Europe/Berlin]")).unwrap();
    let required = Required {
        duration: Lasted::Seconds(240),
        regions: vec![Region::ButtockLeftDeep],
        side: Side::Left,
        pain_peak: Intensity::new(8).unwrap(),
    };
    let mut episode = Episode::new(id(n), at.clone(), at, required);
    note.clone_into(&mut episode.note);
    Arc::new(episode.into())
}
