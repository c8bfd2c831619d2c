//! Cramps that are not in the diary yet: durable from the first press on,
//! whatever goes wrong, and gone only when the entry is there.

use std::path::Path;
use std::sync::Arc;

use unclench::clock::{Clock as _, Moment};
use unclench::diary::begun::Begun;
use unclench::diary::entry::{Entry, Intensity, Lasted, Region, Side};

use super::{Folder, at_each_fault, episode, read_all};

fn pain(value: u8) -> Intensity {
    Intensity::new(value).unwrap()
}

fn now(folder: &Folder) -> Moment {
    folder.clock.now()
}

/// What a new program finds.
fn found(folder: &Folder) -> Vec<Begun> {
    let mut store = folder.store();
    read_all(&mut store);
    store.unfinished(true).expect("listed").0
}

fn entry_of(begun: &Begun, folder: &Folder) -> Arc<Entry> {
    let mut begun = begun.clone();
    begun.lasted = Some(Lasted::Seconds(60));
    begun.regions = vec![Region::SitBoneLeft];
    begun.side = Some(Side::Left);
    begun.pain_peak = Some(pain(4));
    Arc::new(Entry::from(begun.episode(&now(folder)).unwrap()))
}

#[test]
fn it_is_there_after_a_restart_and_goes_when_it_is_finished() {
    let folder = Folder::new();
    let mut begun = Begun::now(&now(&folder));
    folder.store().keep_unfinished(&begun).unwrap();
    assert_eq!(found(&folder), [begun.clone()], "as it was");
    begun.note_pain(pain(6), now(&folder).wall.timestamp());
    folder.store().keep_unfinished(&begun).unwrap();
    assert_eq!(found(&folder), [begun.clone()], "changed in place");
    folder.store().drop_unfinished(begun.id.unwrap()).unwrap();
    folder.store().drop_unfinished(begun.id.unwrap()).unwrap();
    assert_eq!(found(&folder), [], "dropped, twice is once");
}

#[test]
fn a_crash_between_entry_and_file_leaves_one_of_it() {
    let folder = Folder::new();
    let begun = Begun::now(&now(&folder));
    folder.store().keep_unfinished(&begun).unwrap();
    let entry = entry_of(&begun, &folder);
    folder.store().create(&entry).unwrap();
    // Here the power goes.
    assert_eq!(found(&folder), [], "the entry speaks for it");
    let id = begun.id.unwrap();
    let file = folder.data().join(format!("unfinished/{id}.ron"));
    assert!(!file.exists(), "the leftover is gone");
    assert_eq!(folder.load().len(), 1, "the entry is there");
    // The same when the entry was moved to the trash since.
    folder.store().keep_unfinished(&begun).unwrap();
    let mut store = folder.store();
    read_all(&mut store);
    store.delete(id).unwrap();
    assert_eq!(found(&folder), [], "deleted is finished too");
}

#[test]
fn without_its_entry_it_stays() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "another")).unwrap();
    let begun = Begun::now(&now(&folder));
    folder.store().keep_unfinished(&begun).unwrap();
    assert_eq!(found(&folder), [begun], "another entry is no reason");
}

#[test]
fn at_every_fault_it_is_as_before_or_as_told() {
    for is_new in [true, false] {
        let folder = Folder::new();
        folder.store().create(&episode(1, "a")).unwrap();
        let old = Begun::now(&now(&folder));
        let mut new = old.clone();
        new.note_pain(pain(9), now(&folder).wall.timestamp());
        if !is_new {
            folder.store().keep_unfinished(&old).unwrap();
        }
        at_each_fault(&folder, true, |mut store, disk| {
            let done = store.keep_unfinished(&new).is_ok();
            let there = found(&folder);
            let is_old = if is_new {
                there.is_empty()
            } else {
                there == [old.clone()]
            };
            assert!(is_old || there == [new.clone()], "{disk:?}: {there:?}");
            assert!(!done || there == [new.clone()], "said done: {disk:?}");
            assert_eq!(folder.load().len(), 1, "the diary: {disk:?}");
        });
    }
}

#[test]
fn what_cannot_be_read_is_listed_and_never_written() {
    let folder = Folder::new();
    let begun = Begun::now(&now(&folder));
    let id = begun.id.unwrap();
    let name = format!("unfinished/{id}.ron");
    for bytes in [b"" as &[u8], b"\0\xff", b"Unfinished(schema: 1, oops"] {
        folder.plant(&name, bytes);
        folder.store().keep_unfinished(&begun).unwrap();
        let mut store = folder.store();
        read_all(&mut store);
        let (open, scan) = store.unfinished(true).unwrap();
        assert_eq!(
            open,
            std::slice::from_ref(&begun),
            "kept under another name"
        );
        let damaged: Vec<_> = scan.damaged.iter().map(|d| d.path.as_path()).collect();
        assert_eq!(damaged, [Path::new(&name)], "listed");
        folder.store().drop_unfinished(id).unwrap();
        let after = std::fs::read(folder.data().join(&name)).unwrap();
        assert_eq!(after, bytes, "byte for byte");
    }
    folder.plant(&name, b"Unfinished(schema: 2, more: true)");
    let (_, scan) = folder.store().unfinished(true).unwrap();
    assert_eq!(scan.newer.len(), 1, "a newer one is told apart");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let folder = Folder::new();
    let begun = Begun::now(&now(&folder));
    folder.store().keep_unfinished(&begun).unwrap();
    let outside = folder.temp.path().join("outside.ron");
    let own = folder
        .data()
        .join(format!("unfinished/{}.ron", begun.id.unwrap()));
    std::fs::rename(&own, &outside).unwrap();
    std::os::unix::fs::symlink(&outside, &own).unwrap();
    let (open, scan) = folder.store().unfinished(true).unwrap();
    assert_eq!(open, [], "not read");
    assert_eq!(scan.damaged.len(), 1, "but told");
    folder.store().drop_unfinished(begun.id.unwrap()).unwrap();
    assert!(outside.exists() && own.is_symlink(), "and not touched");
}

#[test]
fn two_windows_keep_their_own_and_add_to_each_other() {
    let folder = Folder::new();
    let (mut one, mut two) = (folder.store(), folder.store());
    let first = Begun::now(&now(&folder));
    let second = Begun::now(&now(&folder));
    one.keep_unfinished(&first).unwrap();
    two.keep_unfinished(&second).unwrap();
    assert_eq!(found(&folder).len(), 2, "each its own");
    let at = |secs| now(&folder).wall.timestamp() + jiff::SignedDuration::from_secs(secs);
    let (mut here, mut there) = (first.clone(), first.clone());
    here.note_pain(pain(7), at(10));
    there.note_pain(pain(3), at(400));
    one.keep_unfinished(&here).unwrap();
    let joined = two.keep_unfinished(&there).unwrap();
    assert_eq!(joined.samples.len(), 2, "the other's pain is not lost");
    let mut all = found(&folder);
    all.retain(|begun| begun.id == first.id);
    assert_eq!(all, [joined], "in the file too");
    one.drop_unfinished(second.id.unwrap()).unwrap();
    assert_eq!(found(&folder).len(), 1, "finished in the other window");
}

#[test]
fn a_folder_of_a_newer_program_is_not_written() {
    let folder = Folder::new();
    folder.plant("store.ron", b"(format: 2)");
    let begun = Begun::now(&now(&folder));
    assert!(folder.store().keep_unfinished(&begun).is_err(), "refused");
    assert!(!folder.data().join("unfinished").exists(), "no folder");
}

#[test]
fn a_copy_that_a_sync_tool_made_is_one_cramp() {
    let folder = Folder::new();
    let begun = Begun::now(&now(&folder));
    folder.store().keep_unfinished(&begun).unwrap();
    let id = begun.id.unwrap();
    let own = folder.data().join(format!("unfinished/{id}.ron"));
    let copy = folder.data().join(format!("unfinished/{id} (copy).ron"));
    std::fs::copy(&own, &copy).unwrap();
    assert_eq!(found(&folder), [begun], "once");
    folder.store().drop_unfinished(id).unwrap();
    assert!(!own.exists() && !copy.exists(), "both go");
}
