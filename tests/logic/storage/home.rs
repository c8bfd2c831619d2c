//! The diary moves to another folder: all of it or not at all, whatever goes
//! wrong, and nobody is left writing into the old one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

use unclench::home::Prospect;
use unclench::job::FaultKind;
use unclench::store::disk::RealDisk;
use unclench::store::{Places, Store};

use super::faulty_disk::{FaultyDisk, Trouble};
use super::{Hand, census, episode, id, read_all};
use crate::program;

/// A machine with the folders the system gives.
struct Machine {
    temp: tempfile::TempDir,
    clock: Hand,
}

type Census = std::collections::BTreeMap<PathBuf, Vec<u8>>;

impl Machine {
    /// With a diary in the usual folder, of every kind of file.
    fn new() -> Self {
        let machine = Self {
            temp: tempfile::tempdir().unwrap(),
            clock: Hand::today(),
        };
        let mut store = machine.store();
        for n in 1..=4 {
            store.create(&episode(n, "a")).unwrap();
        }
        store.edit(&[episode(1, "a")], &episode(1, "b")).unwrap();
        store.delete(id(4)).unwrap();
        for (path, bytes) in [
            (
                "diary/2026/11/torn.ron",
                b"Episode(schema: 1, id: ".to_vec(),
            ),
            ("diary/2026/11/.~1.ron.part", b"half".to_vec()),
            ("damaged/bad.ron", b"(".to_vec()),
            ("backups/2026-11-01.zip", vec![7; (1 << 20) + 9]),
            ("session.ron", b"(".to_vec()),
            (
                "import-01a2082c-0000-7000-8000-00000000aaaa.part/x.ron",
                b"(".to_vec(),
            ),
            ("notes of mine/list.txt", b"milk".to_vec()),
        ] {
            machine.plant(&machine.usual().join(path), &bytes);
        }
        machine
    }

    fn usual(&self) -> PathBuf {
        self.temp.path().join("share/unclench")
    }

    fn config(&self) -> PathBuf {
        self.temp.path().join("config/unclench")
    }

    fn target(&self) -> PathBuf {
        self.temp.path().join("stick/my diary")
    }

    fn places(&self) -> Places {
        Places::of_system(&self.usual(), &self.config())
    }

    /// A program that starts now.
    fn store(&self) -> Store {
        Store::open(self.places(), Arc::new(self.clock.clone()))
    }

    fn plant(&self, path: &Path, bytes: &[u8]) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn census(&self, folder: &Path) -> Census {
        let mut found = Census::new();
        census(folder, folder, &mut found);
        found
    }
}

fn quiet(_done: usize, _of: usize) {}

/// What a census holds besides the notes of a move.
fn content(mut all: Census) -> Census {
    all.retain(|path, _| path != Path::new("MOVED.txt") && path != Path::new("MOVING.txt"));
    all
}

#[test]
fn everything_moves_and_the_old_folder_stays_as_it_was() {
    let machine = Machine::new();
    let before = machine.census(&machine.usual());
    let mut store = machine.store();
    let diary = read_all(&mut store);
    let moved = store.move_to(&machine.target(), &mut quiet).unwrap();
    assert_eq!(moved.files, before.len(), "all of them");
    assert_eq!(moved.remark, None, "no trouble");
    assert_eq!(machine.census(&machine.target()), before, "byte for byte");
    assert_eq!(
        content(machine.census(&machine.usual())),
        before,
        "as it was"
    );
    let note = fs::read_to_string(machine.usual().join("MOVED.txt")).unwrap();
    assert!(note.contains("stick/my diary"), "{note}");
    // The same program goes on there, and finds nothing new.
    assert_eq!(store.places().data, machine.target(), "at home");
    assert!(store.rescan().is_empty(), "the same files");
    store.create(&episode(9, "after")).unwrap();
    assert_eq!(
        content(machine.census(&machine.usual())),
        before,
        "not there"
    );
    // So does the next.
    let mut next = machine.store();
    assert_eq!(read_all(&mut next).len(), diary.len() + 1, "the next start");
    assert_eq!(next.places().data, machine.target(), "reads the new folder");
}

#[cfg(unix)]
#[test]
fn what_is_copied_is_for_the_owner_alone_and_links_are_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let machine = Machine::new();
    std::os::unix::fs::symlink("/etc/passwd", machine.usual().join("diary/link.ron")).unwrap();
    let moved = machine
        .store()
        .move_to(&machine.target(), &mut quiet)
        .unwrap();
    assert_eq!(moved.left_out, [PathBuf::from("diary/link.ron")], "told");
    for path in machine.census(&machine.target()).keys() {
        let mode = fs::metadata(machine.target().join(path))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o077, 0, "{path:?} is {mode:o}");
    }
}

#[test]
fn each_fault_at_each_step_leaves_the_old_or_the_new_folder_in_force() {
    let (mut old, mut new) = (0, 0);
    // Which of the three disks goes wrong: the old one, the new one, the settings.
    for which in 0..3 {
        for trouble in Trouble::ALL {
            // Every step of the one that decides, of the others a sample.
            for at in (0..).step_by(if which == 2 { 1 } else { 13 }) {
                let machine = Machine::new();
                let before = machine.census(&machine.usual());
                let disk = |n: usize, root: &Path| {
                    let at = if n == which { at } else { usize::MAX };
                    Arc::new(FaultyDisk::new(root, at, trouble, true))
                };
                let disks = [
                    disk(0, &machine.usual()),
                    disk(1, &machine.target()),
                    disk(2, &machine.config()),
                ];
                let mut store = Store::with_disk(
                    Arc::clone(&disks[0]) as Arc<_>,
                    machine.places(),
                    Arc::new(machine.clock.clone()),
                );
                let to = machine.target();
                let done =
                    store.move_over(&to, Arc::clone(&disks[1]) as Arc<_>, &*disks[2], &mut quiet);
                let when = format!("disk {which}, {trouble:?} at {at}: {done:?}");
                let places = machine.places();
                assert_eq!(places.missing(), None, "{when}: lost");
                let is_new = places.data == to;
                assert_eq!(
                    content(machine.census(&machine.usual())),
                    before,
                    "{when}: old"
                );
                if is_new {
                    new += 1;
                    assert_eq!(content(machine.census(&to)), before, "{when}: not whole");
                } else {
                    old += 1;
                    assert!(done.is_err(), "{when}: told as moved");
                }
                assert_eq!(read_all(&mut machine.store()).len(), 3, "{when}: all read");
                if !is_new {
                    // It can be tried again, to the same folder.
                    let again = machine.store().move_to(&to, &mut quiet);
                    assert!(again.is_ok(), "{when}: {again:?}");
                    let mut there = content(machine.census(&to));
                    // A torn temporary file may be left; it is none of the diary.
                    there.retain(|path, _| {
                        let name = path.file_name().unwrap().to_string_lossy();
                        before.contains_key(path) || !name.starts_with(".~")
                    });
                    assert_eq!(there, before, "{when}: again");
                }
                if !disks[which].has_struck() {
                    break;
                }
            }
        }
    }
    assert!(old > 10 && new > 10, "both were seen: {old} old, {new} new");
}

#[test]
fn a_kill_at_any_moment_leaves_one_whole_diary() {
    let (mut old, mut new) = (0, 0);
    for round in 0..40_usize {
        let machine = Machine::new();
        for n in 10..60 {
            machine.store().create(&episode(n, "many")).unwrap();
        }
        let run = |arguments: &[&str]| {
            let mut program = program::program();
            program
                .args(arguments)
                .env_remove("UNCLENCH_DATA_DIR")
                .env("HOME", machine.temp.path())
                .env("XDG_DATA_HOME", machine.temp.path().join("share"))
                .env("XDG_CONFIG_HOME", machine.temp.path().join("config"));
            program
        };
        let to = machine.target();
        let mut child = run(&["diary", "move", to.to_str().unwrap()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while child.try_wait().unwrap().is_none() {
            let there = machine.census(&to).len();
            let is_late = machine.config().join("data-folder.ron").exists();
            if there > round * 2 || (round >= 30 && is_late) {
                break;
            }
        }
        child.kill().ok();
        child.wait().unwrap();
        let list = run(&["diary", "list"]).output().unwrap();
        let list = String::from_utf8(list.stdout).unwrap();
        assert_eq!(list.lines().count(), 53, "round {round}: all are read");
        if machine.places().data == to {
            new += 1;
        } else {
            old += 1;
            let again = run(&["diary", "move", to.to_str().unwrap()])
                .output()
                .unwrap();
            let told = String::from_utf8(again.stderr).unwrap();
            assert!(again.status.success(), "round {round}: {told}");
        }
        assert_eq!(
            read_all(&mut machine.store()).len(),
            53,
            "round {round}: moved"
        );
    }
    assert!(old > 0 && new > 0, "both were seen: {old} old, {new} new");
}

#[test]
fn a_folder_that_is_no_place_is_refused_with_the_reason() {
    let machine = Machine::new();
    let other = machine.temp.path().join("other");
    machine.plant(&other.join("full/photo.jpg"), b"x");
    machine.plant(&other.join("file"), b"x");
    let store = machine.store();
    for (path, kind, told) in [
        (
            machine.usual(),
            FaultKind::Invalid,
            "in this folder already",
        ),
        (
            machine.usual().join("diary/sub"),
            FaultKind::Invalid,
            "inside the folder",
        ),
        (
            machine.usual().join("../unclench/x"),
            FaultKind::Invalid,
            "inside the folder",
        ),
        (
            other.join("full"),
            FaultKind::Exists,
            "other files in this folder",
        ),
        (other.join("file"), FaultKind::Invalid, "it is a file"),
        (
            PathBuf::from("relative"),
            FaultKind::Invalid,
            "the whole path",
        ),
        (PathBuf::new(), FaultKind::Invalid, "no folder is named"),
        (other.join("gone/../x"), FaultKind::Invalid, "without .."),
        (
            other.join("two\nlines"),
            FaultKind::Invalid,
            "signs that are no text",
        ),
    ] {
        let fault = store.look_at_home(&path).unwrap_err();
        assert_eq!(fault.kind, kind, "{path:?}: {fault}");
        assert!(fault.told.contains(told), "{path:?}: {fault}");
    }
    // One that was named at the start is not ours to change.
    let named = Store::open(
        Places::within(&machine.usual()).unwrap(),
        Arc::new(machine.clock.clone()),
    );
    let fault = named.look_at_home(&machine.target()).unwrap_err();
    assert!(fault.told.contains("--data-dir"), "{fault}");
}

#[test]
fn another_diary_is_opened_but_never_merged() {
    let machine = Machine::new();
    let theirs = machine.target();
    let mut other = Store::open(
        Places::within(&theirs).unwrap(),
        Arc::new(machine.clock.clone()),
    );
    other.create(&episode(7, "theirs")).unwrap();
    let before = (machine.census(&machine.usual()), machine.census(&theirs));
    let mut store = machine.store();
    let seen = store.look_at_home(&theirs).unwrap();
    let expected = Prospect::Diary {
        path: theirs.clone(),
        entries: 1,
        is_old: false,
    };
    assert_eq!(seen, expected, "seen");
    let fault = store.move_to(&theirs, &mut quiet).unwrap_err();
    assert!(fault.told.contains("nothing is merged"), "{fault}");
    store.open_home(&theirs).unwrap();
    let diary = read_all(&mut store);
    assert_eq!(diary.len(), 1, "only theirs");
    let after = (machine.census(&machine.usual()), machine.census(&theirs));
    assert_eq!(after, before, "nothing was touched");
    assert_eq!(machine.places().data, theirs, "the next start too");
}

#[test]
fn a_second_window_goes_along_and_what_it_wrote_meanwhile_comes_too() {
    let machine = Machine::new();
    let mut second = machine.store();
    read_all(&mut second);
    let mut first = machine.store();
    let mut is_written = false;
    // While the first copies, the second writes.
    let moved = first.move_to(&machine.target(), &mut |_, _| {
        if !std::mem::replace(&mut is_written, true) {
            second.create(&episode(20, "meanwhile")).unwrap();
        }
    });
    assert_eq!(moved.unwrap().remark, None, "moved");
    assert_eq!(read_all(&mut machine.store()).len(), 4, "it came along");
    // Then it follows, before it writes the next time.
    second.create(&episode(21, "later")).unwrap();
    assert_eq!(second.places().data, machine.target(), "followed");
    assert_eq!(read_all(&mut machine.store()).len(), 5, "both are there");
    second.edit(&[episode(2, "a")], &episode(2, "c")).unwrap();
    assert_eq!(
        read_all(&mut machine.store()).conflicts().count(),
        0,
        "no conflict"
    );
    // One that sees another diary being opened does not.
    let theirs = machine.temp.path().join("theirs");
    let clock = Arc::new(machine.clock.clone());
    let mut other = Store::open(Places::within(&theirs).unwrap(), clock);
    other.create(&episode(7, "theirs")).unwrap();
    first.open_home(&theirs).unwrap();
    second.create(&episode(22, "mine")).unwrap();
    assert_eq!(
        second.places().data,
        machine.target(),
        "stays with its diary"
    );
    assert_eq!(read_all(&mut first).len(), 1, "theirs alone");
}

#[test]
fn a_folder_that_is_not_there_is_never_an_empty_diary() {
    let machine = Machine::new();
    let away = machine.temp.path().join("in the drawer");
    machine
        .store()
        .move_to(&machine.target(), &mut quiet)
        .unwrap();
    let mut open = machine.store();
    read_all(&mut open);
    fs::rename(machine.target(), &away).unwrap();
    let missing = machine.places().missing().unwrap();
    assert_eq!(missing.kind, FaultKind::Missing, "{missing}");
    assert!(missing.told.contains("may not be plugged in"), "{missing}");
    // An empty mount point is no diary either.
    fs::create_dir(machine.target()).unwrap();
    let missing = machine.places().missing().unwrap();
    assert!(
        missing.told.contains("no diary in this folder"),
        "{missing}"
    );
    // Nobody writes there, neither a window that was open nor a new one.
    for store in [&mut open, &mut machine.store()] {
        let fault = store.create(&episode(30, "x")).unwrap_err();
        assert_eq!(fault.kind, FaultKind::Missing, "{fault}");
    }
    assert!(
        machine.census(&machine.target()).is_empty(),
        "nothing was made"
    );
    let output = program::program()
        .args(["diary", "list"])
        .env_remove("UNCLENCH_DATA_DIR")
        .env("HOME", machine.temp.path())
        .env("XDG_DATA_HOME", machine.temp.path().join("share"))
        .env("XDG_CONFIG_HOME", machine.temp.path().join("config"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "the command says so too");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("plug in its disk"), "{told}");
    // The usual folder serves meanwhile; the note of the other stays.
    let mut store = machine.store();
    assert!(store.find_home().is_err(), "still away");
    assert_eq!(
        store.usual_home().unwrap(),
        machine.usual(),
        "the usual one"
    );
    store.create(&episode(31, "meanwhile")).unwrap();
    // Plugged in again, it is found.
    fs::remove_dir(machine.target()).unwrap();
    fs::rename(&away, machine.target()).unwrap();
    let mut next = machine.store();
    assert_eq!(read_all(&mut next).len(), 3, "all there");
    // A file that says nothing is not taken for a new diary.
    machine.plant(&machine.config().join("data-folder.ron"), b"DataFolder(");
    let missing = machine.places().missing().unwrap();
    assert!(missing.told.contains("where your diary is"), "{missing}");
}

#[test]
fn of_an_old_copy_only_what_is_safe_is_removed() {
    let machine = Machine::new();
    let mut store = machine.store();
    let fault = store.remove_old(&machine.usual()).unwrap_err();
    assert!(fault.told.contains("no old copy"), "{fault}");
    store.move_to(&machine.target(), &mut quiet).unwrap();
    // Someone wrote there since, and a file in the new folder was changed.
    machine.plant(&machine.usual().join("diary/2026/11/new.ron"), b"mine");
    store.edit(&[episode(2, "a")], &episode(2, "c")).unwrap();
    let removed = store.remove_old(&machine.usual()).unwrap();
    assert_eq!(removed.kept.len(), 2, "{:?}", removed.kept);
    let left = content(machine.census(&machine.usual()));
    assert_eq!(left.len(), 2, "{:?}", left.keys());
    assert_eq!(left[Path::new("diary/2026/11/new.ron")], b"mine", "kept");
    assert_eq!(read_all(&mut machine.store()).len(), 3, "all there");
    // Without those nothing is left of it.
    for path in left.keys() {
        fs::remove_file(machine.usual().join(path)).unwrap();
    }
    store.remove_old(&machine.usual()).unwrap();
    assert!(!machine.usual().exists(), "gone");
}

#[test]
fn a_disk_without_room_is_told_before_anything_is_copied() {
    let machine = Machine::new();
    let disk = RealDisk::new(machine.config());
    let to = machine.target();
    let full = Trouble::Refused(std::io::ErrorKind::StorageFull);
    let new = Arc::new(FaultyDisk::new(&to, 6, full, true));
    let fault = machine
        .store()
        .move_over(&to, new, &disk, &mut quiet)
        .unwrap_err();
    assert_eq!(fault.kind, FaultKind::Full, "{fault}");
    assert!(fault.told.contains("make some room"), "{fault}");
    assert_eq!(machine.places().data, machine.usual(), "where it was");
}
