//! Every step of every change fails once in every way. After that the diary
//! holds the old entry or the new one, and everything else is as it was.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use unclench::diary::Diary;
use unclench::diary::entry::Entry;
use unclench::diary::format::format;
use unclench::store::Store;

use super::{Folder, at_each_fault, episode, id, read_all};

/// Files that are not ours to touch.
const FOREIGN: [(&str, &[u8]); 5] = [
    (
        "diary/2026/11/torn.ron",
        b"Episode(\n  schema: 1,\n  id: \"01a2",
    ),
    (
        "diary/2026/11/newer.ron",
        b"Episode(schema: 99, aura: pink)",
    ),
    ("diary/2026/11/nul.ron", &[0; 64]),
    ("diary/2026/11/notes.txt", b"do not lose me"),
    ("diary/2026/11/.hidden.ron", b"("),
];

/// Sets up a folder with three entries, one in the trash, and foreign files.
fn furnished() -> (Folder, BTreeMap<PathBuf, Vec<u8>>) {
    let folder = Folder::new();
    let mut store = folder.store();
    for n in 1..=4 {
        store.create(&episode(n, "as it was")).unwrap();
    }
    store.delete(id(4)).unwrap();
    for (path, bytes) in FOREIGN {
        folder.plant(path, bytes);
    }
    let before = folder.census();
    (folder, before)
}

/// Runs a change with each fault at each step and checks what is left.
fn torture(
    change: impl Fn(&mut Store) -> bool,
    check: impl Fn(&Diary, bool, &str),
    can_exchange: bool,
) {
    let (folder, before) = furnished();
    at_each_fault(&folder, can_exchange, |mut store, disk| {
        let is_done = change(&mut store);
        let when = format!("{disk:?}, done: {is_done}");
        let left = folder.census();
        let diary = folder.load();
        check(&diary, is_done, &when);
        for n in 2..=3 {
            let entry = diary
                .get(id(n))
                .unwrap_or_else(|| panic!("{when}: {n} lost"));
            assert_eq!(**entry, *episode(n, "as it was"), "{when}: {n} changed");
        }
        for (path, bytes) in FOREIGN {
            assert_eq!(left[&PathBuf::from(path)], *bytes, "{when}: {path}");
        }
        // Whatever was on disk before is still there, wherever.
        for bytes in before.values() {
            assert!(
                left.values().any(|other| other == bytes),
                "{when}: bytes lost"
            );
        }
        assert!(
            change(&mut folder.store()) || is_done,
            "{when}: not possible any more"
        );
    });
}

fn note_of(diary: &Diary, n: u32) -> Option<String> {
    diary.get(id(n)).map(|entry| entry.note().to_owned())
}

#[test]
fn creating_is_all_or_nothing() {
    torture(
        |store| store.create(&episode(9, "new")).is_ok(),
        |diary, is_done, when| {
            let note = note_of(diary, 9);
            assert!(
                !is_done || note.is_some(),
                "{when}: acknowledged but not there"
            );
            assert!(note.is_none_or(|note| note == "new"), "{when}: not whole");
            assert_eq!(diary.versions(id(9)).len().max(1), 1, "{when}: twice");
        },
        true,
    );
}

fn edit_one(store: &mut Store) -> bool {
    store
        .edit(&[episode(1, "as it was")], &episode(1, "edited"))
        .is_ok()
}

fn either_version(diary: &Diary, is_done: bool, when: &str) {
    let note = note_of(diary, 1).unwrap_or_else(|| panic!("{when}: lost"));
    assert!(
        ["as it was", "edited"].contains(&note.as_str()),
        "{when}: {note}"
    );
    assert!(
        !is_done || note == "edited",
        "{when}: acknowledged but not there"
    );
    assert_eq!(
        diary.conflicts().count(),
        0,
        "{when}: a conflict with itself"
    );
}

#[test]
fn editing_leaves_the_old_or_the_new() {
    torture(edit_one, either_version, true);
}

#[test]
fn editing_without_exchange_leaves_the_old_or_the_new() {
    torture(edit_one, either_version, false);
}

#[test]
fn deleting_leaves_it_in_the_diary_or_in_the_trash() {
    torture(
        |store| store.delete(id(1)).is_ok(),
        |diary, is_done, when| {
            let is_in_diary = diary.get(id(1)).is_some();
            let is_in_trash = diary.in_trash(id(1)).is_some();
            assert!(is_in_diary != is_in_trash, "{when}: not in one place");
            assert!(!is_done || is_in_trash, "{when}: acknowledged but not done");
        },
        true,
    );
}

#[test]
fn restoring_leaves_it_in_the_trash_or_in_the_diary() {
    torture(
        // Once it is back there is nothing to restore.
        |store| store.restore(id(4)).is_ok() || store.versions(id(4)).is_ok_and(|v| v.len() == 1),
        |diary, _, when| {
            let is_in_diary = diary.get(id(4)).is_some();
            let is_in_trash = diary.in_trash(id(4)).is_some();
            assert!(is_in_diary != is_in_trash, "{when}: not in one place");
        },
        true,
    );
}

#[test]
fn a_whole_day_of_work_leaves_foreign_files_alone() {
    let (folder, before) = furnished();
    let mut store = folder.store();
    let diary = read_all(&mut store);
    assert_eq!(diary.damaged().count(), 2, "torn and NUL");
    assert_eq!(diary.newer().count(), 1, "newer");
    assert!(edit_one(&mut store), "edit");
    store.delete(id(2)).unwrap();
    store.restore(id(2)).unwrap();
    store.create(&episode(7, "more")).unwrap();
    folder.clock.pass_days(400);
    store.clean();
    store.rescan();
    let after = folder.census();
    for (path, bytes) in FOREIGN {
        assert_eq!(after[&PathBuf::from(path)], *bytes, "{path}");
    }
    let unchanged = format(&episode(3, "as it was")).unwrap();
    assert!(
        after.values().any(|bytes| bytes == unchanged.as_bytes()),
        "the third entry"
    );
    assert!(before.len() > 8, "there was something to lose");
}

#[test]
fn saving_twice_is_the_same_as_once() {
    let folder = Folder::new();
    let entry: Arc<Entry> = episode(1, "once");
    let first = folder.store().create(&entry).unwrap();
    let second = folder.store().create(&entry).unwrap();
    assert_eq!(first, second, "the same file");
    assert_eq!(folder.load().len(), 1, "one entry");
}

#[test]
fn taking_many_in_is_all_or_nothing() {
    let many: Vec<Arc<Entry>> = (20..25).map(|n| episode(n, "from elsewhere")).collect();
    torture(
        |store| store.import(&many, &mut |_| true).is_ok(),
        |diary, is_done, when| {
            let there = (20..25).filter(|n| note_of(diary, *n).is_some()).count();
            assert!(there == 0 || there == 5, "{when}: {there} of 5");
            assert!(!is_done || there == 5, "{when}: acknowledged but not there");
            assert_eq!(diary.conflicts().count(), 0, "{when}: conflicts");
            for n in 20..25 {
                assert!(diary.versions(id(n)).len() <= 1, "{when}: twice");
            }
        },
        true,
    );
}
