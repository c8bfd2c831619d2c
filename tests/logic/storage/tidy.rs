//! Trash, history, leftovers, settings, and the look of the folder.

use std::sync::Arc;
use std::time::Duration;

use unclench::diary::format::format;
use unclench::settings::{Change, Settings, Theme};

use super::{Folder, episode, id, read_all};

/// Cleans up as the window does at its start.
fn start(folder: &Folder) -> bool {
    let mut store = folder.store();
    read_all(&mut store);
    store.clean()
}

#[test]
fn trash_is_kept_for_thirty_days_and_history_for_ninety() {
    let folder = Folder::new();
    let mut store = folder.store();
    store.create(&episode(1, "a")).unwrap();
    store.create(&episode(2, "b")).unwrap();
    store.edit(&[episode(2, "b")], &episode(2, "c")).unwrap();
    store.delete(id(1)).unwrap();
    let count = |top: &str| {
        folder
            .census()
            .keys()
            .filter(|p| p.starts_with(top))
            .count()
    };
    for (days, trash, history) in [(29, 1, 1), (2, 0, 1), (58, 0, 1), (2, 0, 0)] {
        folder.clock.pass_days(days);
        start(&folder);
        assert_eq!(
            (count("trash"), count("history")),
            (trash, history),
            "after {days} more"
        );
    }
    assert_eq!(folder.load().len(), 1, "the diary itself is not pruned");
}

#[test]
fn a_clock_that_went_back_prunes_nothing() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "a")).unwrap();
    folder.store().delete(id(1)).unwrap();
    {
        let mut now = folder.clock.0.lock().unwrap();
        now.wall = "1970-01-02T00:00:00+00:00[UTC]".parse().unwrap();
    }
    start(&folder);
    assert_eq!(folder.load().trash().count(), 1, "kept");
}

#[test]
fn a_leftover_with_an_unknown_version_comes_to_light() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "there")).unwrap();
    let temp = "diary/2026/11/.~01a2082c-0000-7000-8000-00000000ffff.ron.part";
    folder.plant(temp, format(&episode(1, "unknown")).unwrap().as_bytes());
    assert!(!start(&folder), "someone may be writing it at this moment");
    assert_eq!(folder.load().leftovers().len(), 1, "listed");
    folder.clock.pass(Duration::from_mins(2));
    assert!(start(&folder), "brought to light");
    let diary = folder.load();
    assert_eq!(
        diary.conflicts().collect::<Vec<_>>(),
        [id(1)],
        "as a conflict"
    );
    assert_eq!(
        diary.get(id(1)).unwrap().note(),
        "there",
        "the diary's own is shown"
    );
    assert!(diary.leftovers().is_empty(), "no leftover any more");
}

#[test]
fn a_leftover_of_an_entry_that_is_nowhere_becomes_the_entry() {
    let folder = Folder::new();
    let temp = "diary/2026/11/.~01a2082c-0000-7000-8000-00000000ffff.ron.part";
    folder.plant(temp, format(&episode(1, "only here")).unwrap().as_bytes());
    folder.clock.pass(Duration::from_mins(2));
    assert!(start(&folder), "brought to light");
    assert_eq!(
        folder.load().get(id(1)).unwrap().note(),
        "only here",
        "the entry"
    );
}

#[test]
fn useless_leftovers_go_after_a_week() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "same")).unwrap();
    let name = |n: u32| format!("diary/2026/11/.~01a2082c-0000-7000-8000-00000000000{n}.ron.part");
    folder.plant(&name(1), format(&episode(1, "same")).unwrap().as_bytes());
    folder.plant(&name(2), b"Episode(schema: 1, torn");
    folder.plant(&name(3), b"Episode(schema: 7, who: knows)");
    for (days, left) in [(6, 3), (2, 1)] {
        folder.clock.pass_days(days);
        start(&folder);
        assert_eq!(
            folder.load().leftovers().len(),
            left,
            "after {days} more days"
        );
    }
}

#[test]
fn a_leftover_of_a_deleted_entry_does_not_bring_it_back() {
    let folder = Folder::new();
    let mut store = folder.store();
    store.create(&episode(1, "new")).unwrap();
    let temp = "diary/2026/11/.~01a2082c-0000-7000-8000-00000000ffff.ron.part";
    folder.plant(temp, format(&episode(1, "old")).unwrap().as_bytes());
    store.delete(id(1)).unwrap();
    folder.clock.pass_days(1);
    start(&folder);
    assert!(folder.load().is_empty(), "deleted");
    assert!(
        folder.census().keys().any(|p| p.starts_with("history")),
        "but kept"
    );
}

#[test]
fn damaged_files_are_set_aside_unchanged() {
    let folder = Folder::new();
    folder.plant("diary/2026/11/bad.ron", b"(");
    folder.plant("damaged/bad.ron", b"another");
    let mut store = folder.store();
    let path = read_all(&mut store).damaged().next().unwrap().path.clone();
    store.set_aside(&path).unwrap();
    let census = folder.census();
    assert_eq!(
        census[std::path::Path::new("damaged/bad.2.ron")],
        b"(",
        "moved"
    );
    assert_eq!(
        census[std::path::Path::new("damaged/bad.ron")],
        b"another",
        "not replaced"
    );
}

#[cfg(unix)]
#[test]
fn everything_is_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    fn look(dir: &std::path::Path) {
        for item in std::fs::read_dir(dir).unwrap() {
            let path = item.unwrap().path();
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{path:?} is {mode:o}");
            if path.is_dir() {
                look(&path);
            }
        }
    }
    let folder = Folder::new();
    let mut store = folder.store();
    store.create(&episode(1, "a")).unwrap();
    store.edit(&[episode(1, "a")], &episode(1, "b")).unwrap();
    store.delete(id(1)).unwrap();
    store
        .save_settings(&Change::whole(Settings::default()))
        .unwrap();
    look(folder.temp.path());
    let census = folder.census();
    let readme = &census[std::path::Path::new("README.txt")];
    assert!(readme.starts_with(b"These files are a diary"), "explained");
    assert_eq!(
        census[std::path::Path::new("store.ron")],
        b"(format: 1)\n",
        "numbered"
    );
}

#[test]
fn settings_survive_and_broken_ones_are_kept_aside() {
    let folder = Folder::new();
    let store = folder.store();
    assert_eq!(
        store.load_settings(),
        (Settings::default(), None),
        "none yet"
    );
    let dark = Settings {
        theme: Theme::Dark,
        zoom_percent: 4000,
        ..Settings::default()
    };
    store.save_settings(&Change::whole(dark)).unwrap();
    let (read, fault) = store.load_settings();
    assert_eq!(
        (read.theme, read.zoom_percent, fault),
        (Theme::Dark, 250, None),
        "read"
    );
    folder.plant("settings.ron", b"Settings(theme: ");
    let (read, fault) = store.load_settings();
    assert_eq!(read, Settings::default(), "defaults");
    assert!(
        fault
            .unwrap()
            .told
            .contains("are kept as settings.ron.damaged-"),
        "told"
    );
    let kept = folder.census().into_iter().find(|(path, _)| {
        path.starts_with("settings.ron") || path.to_string_lossy().contains("damaged-")
    });
    assert_eq!(kept.unwrap().1, b"Settings(theme: ", "byte for byte");
}

#[test]
fn flawed_entries_are_refused_before_anything_is_touched() {
    let folder = Folder::new();
    let mut flawed = episode(1, "x").as_episode().unwrap().clone();
    flawed.regions.clear();
    let fault = folder.store().create(&Arc::new(flawed.into())).unwrap_err();
    assert_eq!(
        fault.to_string(),
        "regions: is empty; at least one is needed",
        "told"
    );
    assert!(!folder.data().exists(), "nothing was made");
}
