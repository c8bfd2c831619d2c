//! The diary moves to another folder: all of it or not at all, whatever goes
//! wrong, and nobody is left writing into the old one.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;

use unclench::job::FaultKind;
use unclench::store::disk::RealDisk;
use unclench::store::{Places, Store};

use super::faulty_disk::{FaultyDisk, Trouble};
use super::{Hand, census, episode, id, read_all};
use crate::program;

/// A machine with the folders the system gives.
pub(super) struct Machine {
    pub(super) temp: tempfile::TempDir,
    pub(super) clock: Hand,
}

pub(super) type Census = std::collections::BTreeMap<PathBuf, Vec<u8>>;

impl Machine {
    /// With a diary in the usual folder, of every kind of file.
    pub(super) fn new() -> Self {
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
            plant(&machine.usual().join(path), &bytes);
        }
        machine
    }

    pub(super) fn usual(&self) -> PathBuf {
        self.temp.path().join("share/unclench")
    }

    pub(super) fn config(&self) -> PathBuf {
        self.temp.path().join("config/unclench")
    }

    pub(super) fn target(&self) -> PathBuf {
        self.temp.path().join("stick/my diary")
    }

    pub(super) fn places(&self) -> Places {
        Places::of_system(&self.usual(), &self.config(), &self.config())
    }

    /// A program that starts now.
    pub(super) fn store(&self) -> Store {
        Store::open(self.places(), Arc::new(self.clock.clone()))
    }
}

/// Puts a file there, as a stranger would.
pub(super) fn plant(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::File::create(path).unwrap().write_all(bytes).unwrap();
}

/// Every file below a folder, and its bytes.
pub(super) fn files_of(folder: &Path) -> Census {
    let mut found = Census::new();
    census(folder, folder, &mut found);
    found
}

/// How many files are below a folder in which another program is at work.
fn count(folder: &Path) -> usize {
    let items = fs::read_dir(folder).into_iter().flatten().flatten();
    items
        .map(|item| match item.file_type() {
            Ok(kind) if kind.is_dir() => count(&item.path()),
            _ => 1,
        })
        .sum()
}

pub(super) fn quiet(_done: usize, _of: usize) {}

/// What a census holds besides the notes of a move.
pub(super) fn content(mut all: Census) -> Census {
    all.retain(|path, _| path != Path::new("MOVED.txt") && path != Path::new("MOVING.txt"));
    all
}

#[test]
fn everything_moves_and_the_old_folder_stays_as_it_was() {
    let machine = Machine::new();
    let before = files_of(&machine.usual());
    let mut store = machine.store();
    let diary = read_all(&mut store);
    let moved = store.move_to(&machine.target(), &mut quiet).unwrap();
    assert_eq!(moved.files, before.len(), "all of them");
    assert_eq!(moved.remark, None, "no trouble");
    assert_eq!(files_of(&machine.target()), before, "byte for byte");
    assert_eq!(content(files_of(&machine.usual())), before, "as it was");
    let note = fs::read_to_string(machine.usual().join("MOVED.txt")).unwrap();
    assert!(note.contains("stick/my diary"), "{note}");
    // The same program goes on there, and finds nothing new.
    assert_eq!(store.places().data, machine.target(), "at home");
    assert!(store.rescan().is_empty(), "the same files");
    store.create(&episode(9, "after")).unwrap();
    assert_eq!(content(files_of(&machine.usual())), before, "not there");
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
    for path in files_of(&machine.target()).keys() {
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
                let before = files_of(&machine.usual());
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
                assert_eq!(content(files_of(&machine.usual())), before, "{when}: old");
                if is_new {
                    new += 1;
                    assert_eq!(content(files_of(&to)), before, "{when}: not whole");
                } else {
                    old += 1;
                    assert!(done.is_err(), "{when}: told as moved");
                }
                assert_eq!(read_all(&mut machine.store()).len(), 3, "{when}: all read");
                if !is_new {
                    // It can be tried again, to the same folder.
                    let again = machine.store().move_to(&to, &mut quiet);
                    assert!(again.is_ok(), "{when}: {again:?}");
                    let mut there = content(files_of(&to));
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
            let there = count(&to);
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
