//! The window's life: closing waits until all is on the disk, visibly and not
//! for ever; where it was is kept; two windows share one diary.

use std::io;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use unclench::action::Action;
use unclench::clock::{Clock, Moment, SystemClock};
use unclench::content::Library;
use unclench::desktop::Place;
use unclench::diary::Edit;
use unclench::diary::entry::{Day, Entry};
use unclench::diary::found::Loaded;
use unclench::job::{Fault, FaultKind, Job, Report};
use unclench::settings::Settings;
use unclench::state::{Closing, State, WindowStep};
use unclench::store::disk::{Disk, Item, RealDisk};
use unclench::store::{Places, Store, Worker};

/// A disk that keeps every new file waiting until it is let go.
#[derive(Debug)]
struct SlowDisk {
    real: RealDisk,
    gate: Arc<(Mutex<bool>, Condvar)>,
}

impl SlowDisk {
    fn wait(&self) {
        let (open, bell) = &*self.gate;
        let open = open.lock().unwrap();
        drop(bell.wait_while(open, |open| !*open).unwrap());
    }
}

impl Disk for SlowDisk {
    fn list(&self, dir: &Path) -> io::Result<Vec<Item>> {
        self.real.list(dir)
    }
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.real.read(path)
    }
    fn read_up_to(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        self.real.read_up_to(path, most)
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
        self.wait();
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

fn state() -> State {
    let library = Arc::new(Library::embedded().unwrap());
    State::new(library, Settings::default(), String::new())
}

#[test]
fn the_diary_is_looked_at_when_the_keyboard_comes_back() {
    let mut state = state();
    assert!(state.focus(true).is_empty(), "it is read just now");
    state.receive(Report::Loaded(Loaded::default()));
    assert!(state.focus(true).is_empty(), "it never went away");
    assert!(state.focus(false).is_empty(), "nobody looks");
    assert_eq!(state.focus(true), [Job::Rescan], "once");
    assert!(state.focus(true).is_empty(), "and not each frame");
    state.focus(false);
    state.home.lost = Some(Fault::new(FaultKind::Missing, "away"));
    assert!(state.focus(true).is_empty(), "there is nothing to look at");
}

fn later(now: &Moment, secs: u64) -> Moment {
    Moment {
        ticks: now.ticks + Duration::from_secs(secs),
        ..now.clone()
    }
}

/// A day without a cramp.
fn a_day(now: &Moment) -> Entry {
    let said = format!("{{\"date\":\"{}\",\"cramp_free\":true}}", now.wall.date());
    let mut day: Day = serde_json::from_str(&said).unwrap();
    day.logged_at = (&now.wall).into();
    Entry::from(day)
}

#[test]
fn closing_waits_for_the_disk_and_for_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
    let gate = Arc::<(Mutex<bool>, Condvar)>::default();
    let disk = SlowDisk {
        real: RealDisk::new(folder.path()),
        gate: Arc::clone(&gate),
    };
    let places = Places::within(folder.path()).unwrap();
    let store = Store::with_disk(Arc::new(disk), places, Arc::clone(&clock));
    let worker = Worker::spawn(store, || {}).unwrap();
    let mut state = state();
    let now = clock.now();
    assert_eq!(
        state.close(false, worker.is_busy(), &now),
        Closing::No,
        "no wish"
    );
    let edit = Edit::Create(a_day(&now));
    for job in state.apply(Action::Diary(Box::new(edit)), &now) {
        worker.send(job);
    }
    assert!(worker.is_busy(), "it is being written");
    assert_eq!(
        state.close(true, worker.is_busy(), &now),
        Closing::Hold,
        "not yet"
    );
    assert_eq!(
        state.desktop.is_closing(&now),
        Some(false),
        "and it is shown"
    );
    let slow = later(&now, 5);
    assert_eq!(state.close(false, true, &slow), Closing::Hold, "still not");
    assert_eq!(
        state.desktop.is_closing(&slow),
        Some(true),
        "said to be slow"
    );
    *gate.0.lock().unwrap() = true;
    gate.1.notify_all();
    while worker.is_busy() {
        std::thread::yield_now();
    }
    for report in worker.drain() {
        state.receive(report);
    }
    assert_eq!(state.diary.unsaved().count(), 0, "it is durable");
    assert_eq!(
        state.close(false, worker.is_busy(), &slow),
        Closing::Leave,
        "now"
    );
}

#[test]
fn a_person_may_stay_or_leave_at_once() {
    let mut state = state();
    let now = SystemClock::new().now();
    state.apply(Action::Window(WindowStep::Close), &now);
    assert_eq!(state.close(false, true, &now), Closing::Hold, "busy");
    state.apply(Action::Window(WindowStep::StayOpen), &now);
    assert_eq!(state.close(false, true, &now), Closing::No, "stays");
    state.apply(Action::Window(WindowStep::Close), &now);
    assert_eq!(
        state.close(false, false, &now),
        Closing::Leave,
        "nothing under way"
    );
    state.apply(Action::Window(WindowStep::CloseAnyway), &now);
    assert_eq!(state.close(true, true, &now), Closing::Leave, "at once");
    assert!(state.desktop.leaves_at_once(), "without waiting");
}

#[test]
fn where_the_window_was_is_kept_for_the_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::within(folder.path()).unwrap();
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
    let store = Store::open(places.clone(), Arc::clone(&clock));
    assert_eq!(store.load_window(), Place::default(), "none yet");
    let place = Place {
        width: 900,
        height: 640,
        corner: Some((40, 30)),
        maximized: false,
        screen: "trends".to_owned(),
    };
    let worker = Worker::spawn(store, || {}).unwrap();
    worker.send(Job::KeepWindow(place.clone()));
    worker.finish();
    let store = Store::open(places, clock);
    assert_eq!(store.load_window(), place, "kept");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let file = folder.path().join("window.ron");
        let mode = std::fs::metadata(file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "for the owner alone");
    }
}

#[test]
fn two_windows_write_into_one_diary() {
    let folder = tempfile::tempdir().unwrap();
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
    let open = || {
        let places = Places::within(folder.path()).unwrap();
        Worker::spawn(Store::open(places, Arc::clone(&clock)), || {}).unwrap()
    };
    let (one, other) = (open(), open());
    let (mut first, mut second) = (state(), state());
    let now = clock.now();
    for (worker, state) in [(&one, &mut first), (&other, &mut second)] {
        worker.send(Job::Load);
        let edit = Edit::Create(a_day(&now));
        for job in state.apply(Action::Diary(Box::new(edit)), &now) {
            worker.send(job);
        }
    }
    for (worker, state) in [(one, &mut first), (other, &mut second)] {
        for report in worker.finish() {
            assert!(!matches!(report, Report::Failed { .. }), "{report:?}");
            state.receive(report);
        }
        assert_eq!(state.diary.unsaved().count(), 0, "durable");
    }
    let third = open();
    third.send(Job::Load);
    let mut state = state();
    for report in third.finish() {
        state.receive(report);
    }
    assert_eq!(state.diary.len(), 2, "both are there");
    assert_eq!(state.diary.damaged().count(), 0, "none is damaged");
}
