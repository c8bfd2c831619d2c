//! For the owner alone: the mode of every file and folder that is written,
//! whatever the system would have made it.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use unclench::settings::{Change, Settings};

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
    for name in ["a.csv", "a.json", "a.ron", "a.zip"] {
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
    private(&out);
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
    store.set_aside(Path::new("diary/none.ron")).unwrap_err();
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
    for part in ["settings.ron", "session.ron"] {
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
