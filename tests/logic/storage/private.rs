//! For the owner alone: the mode of every file and folder that is written,
//! whatever the system would have made it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use unclench::clock::Clock as _;
use unclench::desktop::Place;
use unclench::diary::begun::Begun;
use unclench::diary::example::{TODAY, plausible};
use unclench::settings::{Change, Settings};
use unclench::store::{Example, Places, Store, watch_for_crashes};

use super::home::Machine;
use super::session::kept;
use super::{Folder, episode};
use crate::program;

const RECORD: &str = include_str!("../../fixtures/record.json");

/// Every file and folder below, and its mode.
fn modes(folder: &Path, found: &mut Vec<(PathBuf, u32)>) {
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        let about = fs::symlink_metadata(&path).unwrap();
        found.push((path.clone(), about.permissions().mode() & 0o7777));
        if about.is_dir() {
            modes(&path, found);
        }
    }
}

/// Fails for whatever others may read, or the owner may not. Returns the names
/// of all files, to see that all kinds were there.
fn private(folder: &Path) -> String {
    let mut found = vec![(folder.to_owned(), mode(folder))];
    modes(folder, &mut found);
    for (path, mode) in &found {
        let wanted = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(*mode, wanted, "{}: {mode:o}", path.display());
    }
    let names = found.iter().map(|(path, _)| path.display().to_string());
    names.collect::<Vec<_>>().join("\n")
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

/// The program where new files are open to everybody unless it says otherwise.
fn run(folder: &Folder, words: &[&str], input: &str) -> String {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "umask 0; exec \"$@\"", "sh"])
        .arg(env!("CARGO_BIN_EXE_unclench"))
        .args(words)
        .env("UNCLENCH_DATA_DIR", folder.data());
    let Output {
        status,
        stdout,
        stderr,
    } = program::run(&mut shell, input);
    let told = String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{words:?}: {told}");
    String::from_utf8(stdout).unwrap().trim().to_owned()
}

#[test]
fn whatever_a_command_writes() {
    let folder = Folder::new();
    let out = folder.temp.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::set_permissions(&out, fs::Permissions::from_mode(0o700)).unwrap();
    let to = |name: &str| out.join(name).display().to_string();
    let one = run(&folder, &["diary", "add", "--json"], RECORD);
    let two = run(&folder, &["diary", "add", "--json"], RECORD);
    run(&folder, &["diary", "edit", &one, "--json"], RECORD);
    run(&folder, &["diary", "delete", &two], "");
    run(&folder, &["diary", "restore", &two], "");
    run(&folder, &["diary", "delete", &two], "");
    for name in ["a.csv", "a.json", "a.ron", "a.zip", "report.pdf"] {
        run(&folder, &["diary", "export", &to(name)], "");
        run(&folder, &["diary", "export", &to(name), "--force"], "");
    }
    run(&folder, &["diary", "backup"], "");
    run(
        &folder,
        &["guide", "print", "cause/piriformis_dgs", &to("page.pdf")],
        "",
    );
    let other = Folder::new();
    run(&other, &["diary", "import", &to("a.zip")], "");
    private(&other.data());
    let names = private(&out);
    for kind in [".csv", ".json", ".ron", ".zip", "report.pdf", "page.pdf"] {
        assert!(names.contains(kind), "{kind} was there: {names}");
    }
    let names = private(&folder.data());
    for part in [
        "/diary/",
        "/trash/",
        "/history/",
        "/backups/",
        "README.txt",
        "store.ron",
    ] {
        assert!(names.contains(part), "{part} was there: {names}");
    }
}

#[test]
fn whatever_the_window_writes_besides() {
    let folder = Folder::new();
    let mut store = folder.store();
    store.create(&episode(1, "a")).unwrap();
    store
        .save_settings(&Change::whole(Settings::default()))
        .unwrap();
    store.keep_session(&kept(&folder, 5)).unwrap();
    store
        .keep_unfinished(&Begun::now(&folder.clock.now()))
        .unwrap();
    store.save_window(&Place::default()).unwrap();
    store.back_up(&Settings::default(), false).unwrap();
    let elsewhere = Settings {
        backup_folder: folder.data().join("kept/elsewhere").display().to_string(),
        ..Settings::default()
    };
    store.back_up(&elsewhere, false).unwrap();
    store.set_aside(Path::new("diary/none.ron")).unwrap_err();
    // A version that another program wrote meanwhile, and a file set aside.
    store.edit(&[episode(1, "a")], &episode(1, "b")).unwrap();
    store.edit(&[episode(1, "a")], &episode(1, "c")).unwrap();
    folder.plant("diary/2026/11/torn.ron", b"(");
    store
        .set_aside(Path::new("diary/2026/11/torn.ron"))
        .unwrap();
    fs::remove_file(folder.data().join("damaged/torn.ron")).unwrap();
    folder.plant("settings.ron", b"no settings at all");
    store.load_settings();
    store
        .save_settings(&Change::whole(Settings::default()))
        .unwrap();
    // What a stranger planted has the mode of a stranger.
    for item in fs::read_dir(folder.data()).unwrap() {
        let path = item.unwrap().path();
        if path.to_string_lossy().contains("settings.ron.damaged") {
            fs::remove_file(path).unwrap();
        }
    }
    let names = private(&folder.data());
    for part in [
        "settings.ron",
        "session.ron",
        "/unfinished/",
        "window.ron",
        "/backups/",
        "/kept/elsewhere/",
        "/history/",
        ".conflict-",
        "/damaged",
    ] {
        assert!(names.contains(part), "{part} was there: {names}");
    }
    // While an import is under way.
    let many: Vec<_> = (20..25).map(|n| episode(n, "many")).collect();
    let mut seen = String::new();
    let done = store.import(&many, &mut |_| {
        seen += &private(&folder.data());
        true
    });
    assert_eq!(done.unwrap(), Some(5), "taken in");
    assert!(
        seen.contains("/import-"),
        "the folder of the import: {seen}"
    );
    private(&folder.data());
}

#[test]
fn the_note_of_a_crash_untold_and_told() {
    let folder = Folder::new();
    let places = Places::within(&folder.data()).unwrap();
    let usual = std::panic::take_hook();
    watch_for_crashes(&places.state, Arc::new(folder.clock.clone()));
    let crashed = std::thread::Builder::new()
        .name("unclench-store".to_owned())
        .spawn(|| panic!("made to"))
        .unwrap()
        .join();
    std::panic::set_hook(usual);
    assert!(crashed.is_err(), "it crashed");
    assert!(private(&places.state).contains("crash.txt"), "untold");
    let store = Store::open(places.clone(), Arc::new(folder.clock.clone()));
    let note = store.take_crash().expect("told");
    assert!(!note.text.contains("made to"), "no message: {}", note.text);
    assert!(private(&places.state).contains("crash-told.txt"), "told");
}

#[test]
fn the_file_that_names_the_folder_and_the_notes_of_a_move() {
    let machine = Machine::new();
    let mut store = machine.store();
    store
        .move_to(&machine.target(), &mut super::home::quiet)
        .unwrap();
    let names = private(&machine.config());
    assert!(names.contains("data-folder.ron"), "{names}");
    let names = private(&machine.target());
    assert!(names.contains("/diary/"), "{names}");
    // The old folder keeps what strangers planted; our note is private.
    assert_eq!(mode(&machine.usual().join("MOVED.txt")), 0o600, "the note");
}

#[test]
fn an_example_diary() {
    let made = plausible(TODAY, 30, 2);
    let example = Example::make(made.entries(), &Settings::default()).unwrap();
    let names = private(&example.places().data);
    for part in ["/diary/2026/11/", "settings.ron"] {
        assert!(names.contains(part), "{part} was there: {names}");
    }
    assert_eq!(
        mode(example.places().data.parent().unwrap()),
        0o700,
        "around it"
    );
}
