//! The diary commands of the real program.

use std::io::{Read as _, Write as _};
use std::process::{Command, Output, Stdio};

use super::{Folder, episode, id};
use crate::program;
use unclench::diary::format::format;

const RECORD: &str = include_str!("../../fixtures/record.json");

fn run(folder: &Folder, arguments: &[&str], input: &str) -> Output {
    let mut program = program::program();
    program.env("UNCLENCH_DATA_DIR", folder.data());
    program::run(program.args(arguments), input)
}

fn good(folder: &Folder, arguments: &[&str], input: &str) -> String {
    let output = run(folder, arguments, input);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {told}");
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn bad(folder: &Folder, arguments: &[&str], input: &str) -> String {
    let output = run(folder, arguments, input);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?} prints nothing");
    String::from_utf8(output.stderr).unwrap()
}

fn record(mark: &str) -> String {
    RECORD.replace("@MARK@", mark)
}

#[test]
fn add_list_show_edit_delete_restore() {
    let folder = Folder::new();
    let id = good(&folder, &["diary", "add", "--json"], &record("first"));
    let line = good(&folder, &["diary", "list", "--json"], "");
    let listed: serde_json::Value = serde_json::from_str(&line).unwrap();
    let sent: serde_json::Value = serde_json::from_str(&record("first")).unwrap();
    for (key, value) in sent.as_object().unwrap() {
        assert_eq!(&listed[key], value, "{key} comes back as it was sent");
    }
    assert_eq!(listed["id"], id.as_str(), "the id that was printed");

    let shown = good(&folder, &["diary", "show", &id], "");
    assert!(shown.starts_with("Episode(\n  schema: 1,"), "{shown}");
    let edited = good(
        &folder,
        &["diary", "edit", &id, "--json", "-"],
        &record("second"),
    );
    assert_eq!(edited, id, "the same entry");
    let line = good(&folder, &["diary", "show", &id, "--json"], "");
    assert!(
        line.contains("second") && line.contains("edited_at"),
        "{line}"
    );
    // What `show` prints can be edited back.
    good(&folder, &["diary", "edit", &id], &shown);
    assert!(
        good(&folder, &["diary", "list"], "").contains("first"),
        "back again"
    );

    good(&folder, &["diary", "delete", &id], "");
    assert_eq!(good(&folder, &["diary", "list"], ""), "", "deleted");
    assert!(
        bad(&folder, &["diary", "delete", &id], "").contains("holds no entry"),
        "told"
    );
    good(&folder, &["diary", "restore", &id], "");
    assert!(
        good(&folder, &["diary", "list"], "").contains("8/10"),
        "restored"
    );
    assert!(
        bad(&folder, &["diary", "restore", &id], "").contains("trash holds no"),
        "told"
    );
}

#[test]
fn entries_may_be_ron_and_of_any_kind() {
    let folder = Folder::new();
    let day = "Day(date: \"2026-11-20\", cramp_free: true, sitting_min: 480)";
    good(&folder, &["diary", "add"], day);
    let session = "Session(started_at: \"2026-11-21T20:00:00+01:00\", routine: \"figure_four\", \
                   left: SideDone(rounds: 2, held_secs: 60), ended: stopped(too_much))";
    let file = folder.temp.path().join("session.ron");
    std::fs::File::create(&file)
        .unwrap()
        .write_all(session.as_bytes())
        .unwrap();
    good(&folder, &["diary", "add", file.to_str().unwrap()], "");
    good(&folder, &["diary", "add", "--json"], &record("x"));
    let list = good(&folder, &["diary", "list"], "");
    let kinds: Vec<&str> = list
        .lines()
        .map(|line| line.split_whitespace().nth(2).unwrap())
        .collect();
    assert_eq!(kinds, ["day", "session", "episode"], "oldest first");
    for (arguments, count) in [
        (["--since", "2026-11-21"], 2),
        (["--until", "2026-11-21"], 2),
        (["--since", "2027-01-01"], 0),
    ] {
        let all: Vec<&str> = ["diary", "list"].into_iter().chain(arguments).collect();
        assert_eq!(
            good(&folder, &all, "").lines().count(),
            count,
            "{arguments:?}"
        );
    }
}

#[test]
fn the_data_folder_may_be_named_before_or_after() {
    let folder = Folder::new();
    let other = folder.temp.path().join("other");
    let other = other.to_str().unwrap();
    good(
        &folder,
        &["--data-dir", other, "diary", "add", "--json"],
        &record("x"),
    );
    let list = good(&folder, &["diary", "list", "--data-dir", other], "");
    assert_eq!(list.lines().count(), 1, "found there");
    assert_eq!(good(&folder, &["diary", "list"], ""), "", "not here");
    assert!(!folder.data().exists(), "listing makes no folder");
}

#[test]
fn bad_input_is_told_in_one_sentence_and_writes_nothing() {
    let folder = Folder::new();
    let table: [(&[&str], String, &str); 9] = [
        (
            &["diary", "add", "--json"],
            record("x").replace(": 8,", ": 11,"),
            "11 is not on the scale from 0 to 10",
        ),
        (
            &["diary", "add", "--json"],
            "{\"kind\": \"poem\"}".to_owned(),
            "write episode, session, day or check",
        ),
        (
            &["diary", "add", "--json"],
            record("x").replace("\"side\"", "\"sied\""),
            "unknown field `sied`",
        ),
        (
            &["diary", "add", "--json"],
            record("x").replace("[\"buttock_left_deep\", \"sit_bone_left\"]", "[]"),
            "regions: is empty",
        ),
        (
            &["diary", "add"],
            "Episode(schema: 9)".to_owned(),
            "newer Unclench (schema 9)",
        ),
        (
            &["diary", "add"],
            "Episode(".to_owned(),
            "standard input, line 1",
        ),
        (
            &["diary", "add", "/nowhere/at/all"],
            String::new(),
            "could not be read",
        ),
        (
            &["diary", "show", "nonsense"],
            String::new(),
            "is not the id of an entry",
        ),
        (
            &["diary", "edit", "01a2082c-0000-7000-8000-000000000001"],
            record("x"),
            "holds no entry",
        ),
    ];
    for (arguments, input, expected) in table {
        let told = bad(&folder, arguments, &input);
        assert!(told.contains(expected), "{expected}: {told}");
        assert_eq!(told.lines().count(), 1, "one sentence: {told}");
    }
    assert!(!folder.data().exists(), "nothing was written");
    let too_long = bad(&folder, &["diary", "add"], &" ".repeat(2 << 20));
    assert!(too_long.contains("larger than"), "{too_long}");
    assert!(
        bad(&folder, &["frobnicate"], "").contains("no file and no command"),
        "usage"
    );
    assert!(good(&folder, &["--help"], "").contains("Usage"), "help");
}

#[test]
fn verify_counts_and_names_everything() {
    let folder = Folder::new();
    let mut store = folder.store();
    store.create(&episode(1, "a")).unwrap();
    store.create(&episode(2, "b")).unwrap();
    let fine = good(&folder, &["diary", "verify"], "");
    assert!(
        fine.contains("entries: 2") && fine.contains("damaged: 0"),
        "{fine}"
    );

    folder.plant(
        "diary/2026/11/copy.ron",
        format(&episode(2, "other")).unwrap().as_bytes(),
    );
    folder.plant("diary/2026/11/newer.ron", b"Day(schema: 12)");
    folder.plant("diary/2026/11/.~0.ron.part", b"");
    folder.plant(
        "import-01a2082c-0000-7000-8000-00000000aaaa.part/x.ron",
        b"(",
    );
    let output = run(&folder, &["diary", "verify", "--json"], "");
    assert_eq!(output.status.code(), Some(0), "nothing is damaged");
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["entries"], 2, "entries");
    assert_eq!(found["newer"][0]["schema"], 12, "newer");
    assert_eq!(found["conflicts"][0]["id"], id(2).to_string(), "conflict");
    assert_eq!(found["leftovers"].as_array().unwrap().len(), 1, "leftover");
    let imports = found["unfinished_imports"].as_array().unwrap();
    assert_eq!(imports.len(), 1, "unfinished import");

    folder.plant(
        "diary/2026/11/bad.ron",
        b"Episode(\n  schema: 1,\n  what: 3)",
    );
    let output = run(&folder, &["diary", "verify"], "");
    assert_eq!(output.status.code(), Some(1), "damage");
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(
        told.contains("\"diary/2026/11/bad.ron\": line 3, column 3"),
        "{told}"
    );
    let advice = told.lines().filter(|line| line.contains("What to do:"));
    assert_eq!(advice.count(), 5, "for each kind that was found: {told}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let open = |path: &std::path::Path, mode| {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        };
        open(&folder.data(), 0o755);
        open(&folder.data().join("diary/2026/11/bad.ron"), 0o644);
        let output = run(&folder, &["diary", "verify", "--json"], "");
        let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let all = found["open_to_others"].as_array().unwrap();
        let named = |path: &str| all.iter().any(|one| one == path);
        assert!(named(".") && named("diary/2026/11/bad.ron"), "{all:?}");
    }
    let output = run(&folder, &["diary", "list"], "");
    assert_eq!(output.status.code(), Some(1), "the list is not complete");
    assert_eq!(
        String::from_utf8(output.stdout).unwrap().lines().count(),
        2,
        "but shown"
    );
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let folder = Folder::new();
    let mut store = folder.store();
    for n in 0..600 {
        store.create(&episode(n, &"long ".repeat(200))).unwrap();
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_unclench"))
        .args(["diary", "list", "--json", "--data-dir"])
        .arg(folder.data())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut told = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut told)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{told}");
    assert_eq!(told, "", "nothing to tell");
}
