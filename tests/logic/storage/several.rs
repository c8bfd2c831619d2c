//! Several programs and sync tools in one folder: what nobody expected is kept
//! and shown side by side.

use std::path::Path;
use std::sync::Arc;

use unclench::diary::entry::Entry;
use unclench::diary::format::format;
use unclench::store::disk::RealDisk;

use super::faulty_disk::{FaultyDisk, Trouble};
use super::{Folder, episode, id, read_all};

#[test]
fn of_two_edits_at_once_both_are_kept() {
    for can_exchange in [true, false] {
        let folder = Folder::new();
        let base = episode(1, "base");
        folder.store().create(&base).unwrap();
        let disk = || FaultyDisk::new(&folder.data(), usize::MAX, Trouble::Torn, can_exchange);
        let (mut here, mut there) = (
            folder.store_on(Arc::new(disk())),
            folder.store_on(Arc::new(disk())),
        );
        let before = [Arc::clone(&base)];
        assert_eq!(
            here.edit(&before, &episode(1, "mine")).unwrap().aside,
            None,
            "expected"
        );
        let edited = there.edit(&before, &episode(1, "yours")).unwrap();
        let aside = edited.aside.unwrap();
        assert_eq!(aside.entry.note(), "mine", "kept aside");
        let diary = folder.load();
        assert_eq!(diary.len(), 1, "one entry");
        assert_eq!(
            diary.conflicts().collect::<Vec<_>>(),
            [id(1)],
            "in conflict"
        );
        let notes: Vec<&str> = diary
            .versions(id(1))
            .iter()
            .map(|v| v.entry.note())
            .collect();
        assert_eq!(notes, ["yours", "mine"], "the canonical name first");

        let gone = folder.store().keep(id(1), &aside.path).unwrap();
        assert_eq!(gone.len(), 1, "the other one");
        let diary = folder.load();
        assert_eq!(diary.conflicts().count(), 0, "resolved");
        assert_eq!(diary.get(id(1)).unwrap().note(), "mine", "as chosen");
        let yours = format(&episode(1, "yours")).unwrap();
        let census = folder.census();
        let (path, _) = census
            .iter()
            .find(|(_, b)| **b == *yours.as_bytes())
            .unwrap();
        assert!(path.starts_with("history"), "the other is in the history");
    }
}

#[test]
fn edits_and_retries_of_one_person_are_no_conflict() {
    let folder = Folder::new();
    let mut store = folder.store();
    let (a, b, c) = (episode(1, "a"), episode(1, "b"), episode(1, "c"));
    store.create(&a).unwrap();
    store.edit(&[Arc::clone(&a)], &b).unwrap();
    // The answer to the edit was lost, so it is not known which is there.
    let edited = store.edit(&[a, Arc::clone(&b)], &c).unwrap();
    assert_eq!(edited.aside, None, "known");
    let again = store.edit(&[b, Arc::clone(&c)], &c).unwrap();
    assert_eq!(again.aside, None, "the same again");
    assert_eq!(folder.load().conflicts().count(), 0, "no conflict");
    let history: Vec<_> = folder
        .census()
        .into_keys()
        .filter(|p| p.starts_with("history"))
        .collect();
    assert_eq!(history.len(), 2, "a and b: {history:?}");
}

#[test]
fn copies_of_sync_tools_are_versions_of_one_entry() {
    let folder = Folder::new();
    let entry = episode(1, "mine");
    let home = folder.store().create(&entry).unwrap().path;
    let text = format(&episode(1, "theirs")).unwrap();
    let name = home.file_stem().unwrap().to_str().unwrap();
    for copy in [
        format!("diary/2026/11/{name}.sync-conflict-20260101-120000-ABCDEFG.ron"),
        format!("diary/2026/11/{name} (conflicted copy 2026-01-01 120000).ron"),
    ] {
        folder.plant(&copy, text.as_bytes());
    }
    let diary = folder.load();
    assert_eq!(diary.len(), 1, "one entry");
    assert_eq!(
        diary.get(id(1)).unwrap().note(),
        "mine",
        "our own name first"
    );
    assert_eq!(diary.versions(id(1)).len(), 3, "all are shown");
    // Deleting it takes all of them along, and none is lost.
    let trashed = folder.store().delete(id(1)).unwrap();
    assert_eq!(trashed.len(), 3, "all in the trash");
    assert!(folder.load().is_empty(), "none left");
    folder.store().restore(id(1)).unwrap();
    assert_eq!(folder.load().len(), 1, "restored");
}

#[test]
fn an_edit_of_what_was_deleted_elsewhere_is_written_anew() {
    let folder = Folder::new();
    let mut here = folder.store();
    let base = episode(1, "base");
    here.create(&base).unwrap();
    folder.store().delete(id(1)).unwrap();
    let edited = here.edit(&[base], &episode(1, "still here")).unwrap();
    assert_eq!(edited.aside, None, "no conflict");
    let diary = folder.load();
    assert_eq!(diary.get(id(1)).unwrap().note(), "still here", "kept");
    assert_eq!(diary.trash().count(), 1, "the deleted one too");
    // Restoring now gives a conflict, not a loss.
    folder.store().restore(id(1)).unwrap();
    assert_eq!(folder.load().conflicts().count(), 1, "side by side");
}

#[test]
fn a_moved_and_renamed_file_is_found_by_its_id() {
    let folder = Folder::new();
    let base = episode(1, "base");
    let home = folder.store().create(&base).unwrap().path;
    let to = folder.data().join("diary/holiday.ron");
    std::fs::rename(folder.data().join(home), &to).unwrap();
    folder.store().edit(&[base], &episode(1, "found")).unwrap();
    let diary = folder.load();
    assert_eq!(diary.versions(id(1)).len(), 1, "no second file");
    assert_eq!(
        *diary.versions(id(1))[0].path,
        *Path::new("diary/holiday.ron"),
        "in place"
    );
    assert_eq!(diary.get(id(1)).unwrap().note(), "found", "edited");
}

#[test]
fn a_rescan_tells_only_what_changed() {
    let folder = Folder::new();
    let mut here = folder.store();
    for n in 1..=3 {
        here.create(&episode(n, "x")).unwrap();
    }
    let mut diary = read_all(&mut here);
    assert!(here.rescan().is_empty(), "nothing changed");
    let mut there = folder.store();
    there.delete(id(1)).unwrap();
    there.edit(&[episode(2, "x")], &episode(2, "y")).unwrap();
    there.create(&episode(4, "z")).unwrap();
    folder.plant("diary/2026/11/bad.ron", b"(");
    let scan = here.rescan();
    assert_eq!(
        (scan.found.len(), scan.gone.len(), scan.damaged.len()),
        (2, 1, 1),
        "{scan:?}"
    );
    diary.receive(unclench::job::Report::Found(scan));
    let notes: Vec<&str> = diary.entries().iter().map(|e| Entry::note(e)).collect();
    assert_eq!(notes, ["y", "x", "z"], "taken in");
    assert!(here.rescan().is_empty(), "told once");
    // A folder that is gone altogether was pulled out, not deleted.
    std::fs::rename(folder.data(), folder.temp.path().join("elsewhere")).unwrap();
    let scan = here.rescan();
    assert!(scan.gone.is_empty() && scan.damaged.len() == 1, "{scan:?}");
}

#[test]
fn a_newer_folder_is_only_read() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "x")).unwrap();
    folder.plant("store.ron", b"(format: 2)");
    let before = folder.census();
    let mut store = folder.store();
    for fault in [
        store.create(&episode(2, "y")).unwrap_err(),
        store
            .edit(&[episode(1, "x")], &episode(1, "y"))
            .unwrap_err(),
        store.delete(id(1)).unwrap_err(),
    ] {
        assert!(fault.told.contains("newer Unclench"), "{fault}");
    }
    store.clean();
    assert_eq!(folder.census(), before, "untouched");
    let diary = folder.load();
    assert_eq!(
        (diary.len(), diary.newer_store()),
        (1, Some(2)),
        "still read"
    );
}

#[test]
fn eight_writers_at_once_lose_nothing() {
    let folder = Folder::new();
    std::thread::scope(|scope| {
        for writer in 0..8 {
            let mut store = folder.store_on(Arc::new(RealDisk::new(folder.data())));
            scope.spawn(move || {
                for n in 0..25 {
                    store.create(&episode(writer * 100 + n, "x")).unwrap();
                }
            });
        }
    });
    assert_eq!(folder.load().len(), 200, "all there");
}
