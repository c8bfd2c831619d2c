//! Where the diary may live, and where not: folders that are refused, hold
//! another diary, are not there, or are an old copy.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unclench::home::Prospect;
use unclench::job::FaultKind;
use unclench::store::{Places, Store};

use super::home::{Machine, content, files_of, plant, quiet};
use super::{episode, read_all};
use crate::program;

#[test]
fn a_folder_that_is_no_place_is_refused_with_the_reason() {
    let machine = Machine::new();
    let other = machine.temp.path().join("other");
    plant(&other.join("full/photo.jpg"), b"x");
    plant(&other.join("file"), b"x");
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
    let before = (files_of(&machine.usual()), files_of(&theirs));
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
    let after = (files_of(&machine.usual()), files_of(&theirs));
    assert_eq!(after, before, "nothing was touched");
    assert_eq!(machine.places().data, theirs, "the next start too");
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
    assert!(files_of(&machine.target()).is_empty(), "nothing was made");
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
    plant(&machine.config().join("data-folder.ron"), b"DataFolder(");
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
    plant(&machine.usual().join("diary/2026/11/new.ron"), b"mine");
    store.edit(&[episode(2, "a")], &episode(2, "c")).unwrap();
    let removed = store.remove_old(&machine.usual()).unwrap();
    assert_eq!(removed.kept.len(), 2, "{:?}", removed.kept);
    let left = content(files_of(&machine.usual()));
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
