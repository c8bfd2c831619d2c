//! Backups: made when due, read back, rotated, and never in the way.

use std::path::Path;
use std::sync::Arc;

use unclench::exchange::plan::plan;
use unclench::exchange::zip;
use unclench::job::FaultKind;
use unclench::settings::Settings;

use super::{Folder, episode};
use crate::program;

fn names(dir: &Path) -> Vec<String> {
    let items = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let mut names: Vec<String> = items
        .map(|i| i.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn one_a_day_and_only_if_something_has_changed() {
    let folder = Folder::new();
    let settings = Settings::default();
    let mut store = folder.store();
    assert_eq!(
        store.back_up(&settings, true).unwrap(),
        None,
        "nothing to keep"
    );
    store.create(&episode(1, "a")).unwrap();
    let first = store.back_up(&settings, true).unwrap().unwrap();
    let bytes = std::fs::read(&first.path).unwrap();
    assert!(
        zip::verify(&bytes).unwrap() >= 3,
        "an entry, a page, the format"
    );
    store.create(&episode(2, "b")).unwrap();
    assert_eq!(store.back_up(&settings, true).unwrap(), None, "one a day");
    folder.clock.pass_days(1);
    assert!(
        store.back_up(&settings, true).unwrap().is_some(),
        "the next day"
    );
    folder.clock.pass_days(1);
    assert_eq!(
        store.back_up(&settings, true).unwrap(),
        None,
        "nothing has changed"
    );
    assert!(
        store.back_up(&settings, false).unwrap().is_some(),
        "unless it is asked for"
    );
    let again = store.back_up(&settings, false).unwrap().unwrap();
    assert_eq!(again.nth, 2, "the second of the day");
    let all = store.backups(&settings).unwrap();
    assert_eq!(all[0], again, "the newest first");
    assert_eq!(
        folder.load().damaged().count(),
        0,
        "backups are not in the diary's way"
    );
}

#[test]
fn old_ones_go_and_other_files_stay() {
    let folder = Folder::new();
    let elsewhere = folder.temp.path().join("my backups");
    let settings = Settings {
        backup_folder: elsewhere.display().to_string(),
        discreet: true,
        ..Settings::default()
    };
    std::fs::create_dir(&elsewhere).unwrap();
    let mut store = folder.store();
    for day in 0..60 {
        store.create(&episode(day, "x")).unwrap();
        store.back_up(&settings, true).unwrap();
        std::fs::File::create(elsewhere.join("unclench-holiday.zip")).unwrap();
        folder.clock.pass_days(1);
    }
    let left = names(&elsewhere);
    assert!(
        left.contains(&"unclench-holiday.zip".to_owned()),
        "not ours"
    );
    let ours = left
        .iter()
        .filter(|name| name.starts_with("notes-"))
        .count();
    assert_eq!(ours, left.len() - 1, "discreet names");
    assert!(
        (10..=13).contains(&ours),
        "days, weeks and months: {left:?}"
    );
    let newest = &store.backups(&settings).unwrap()[0];
    // Everything comes back from the newest, into an empty diary.
    let other = Folder::new();
    let incoming = other.store().look(&newest.path, None).unwrap();
    let plan = plan(&incoming, &other.load());
    assert_eq!(plan.fresh.len(), 60, "all of them");
    other.store().import(&plan.fresh, &mut |_| true).unwrap();
    assert_eq!(other.load().len(), 60, "restored");
}

#[test]
fn damaged_files_are_backed_up_as_they_are() {
    let folder = Folder::new();
    let mut store = folder.store();
    store.create(&episode(1, "a")).unwrap();
    store.create(&episode(2, "b")).unwrap();
    store.delete(episode(2, "b").id()).unwrap();
    folder.plant("diary/2026/11/torn.ron", b"Episode(");
    let made = store.back_up(&Settings::default(), false).unwrap().unwrap();
    let inside = zip::contents(&std::fs::read(&made.path).unwrap()).unwrap();
    let has = |part: &str| inside.iter().any(|(name, ..)| name.contains(part));
    assert!(
        has("torn.ron") && has("trash/2026/11/") && has("README.txt"),
        "{inside:?}"
    );
}

#[test]
fn a_folder_that_cannot_be_used_is_told_and_costs_nothing() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "a")).unwrap();
    folder.plant("taken", b"a file");
    let settings = Settings {
        backup_folder: folder.data().join("taken").display().to_string(),
        ..Settings::default()
    };
    let fault = folder.store().back_up(&settings, false).unwrap_err();
    assert_ne!(fault.kind, FaultKind::Missing, "{fault}");
    assert!(fault.to_string().contains("taken"), "{fault}");
    assert_eq!(folder.load().len(), 1, "the diary is there");
}

#[test]
fn a_folder_whose_disk_is_away_is_told_and_not_made() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "a")).unwrap();
    let stick = folder.temp.path().join("stick/unclench");
    let settings = Settings {
        backup_folder: stick.display().to_string(),
        ..Settings::default()
    };
    let fault = folder.store().back_up(&settings, true).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Missing, "{fault}");
    assert!(!stick.exists(), "it would be on the wrong disk");
    let made = folder.store().back_up(&settings, false).unwrap();
    assert!(made.is_some() && stick.is_dir(), "by hand it is made");
}

#[test]
fn the_command_prints_where_it_is() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "a")).unwrap();
    let elsewhere = folder.temp.path().join("b");
    let run = |arguments: &[&str]| {
        let mut program = program::program();
        program.env("UNCLENCH_DATA_DIR", folder.data());
        let output = program::run(program.args(arguments), "");
        assert_eq!(
            output.status.code(),
            Some(0),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    let here = run(&["diary", "backup"]);
    assert!(
        here.starts_with(folder.data().join("backups").to_str().unwrap()),
        "{here}"
    );
    let there = run(&["diary", "backup", elsewhere.to_str().unwrap()]);
    assert_eq!(names(&elsewhere).len(), 1, "{there}");
    assert!(
        Arc::strong_count(&episode(1, "a")) == 1 && Path::new(&there).is_file(),
        "{there}"
    );
}
