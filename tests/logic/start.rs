//! How the program starts: a portable one keeps everything beside itself, and a
//! file that is named has to be there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program::run;

const RECORD: &str = include_str!("../fixtures/record.json");

/// A copy of the program in a folder of its own, as on a stick.
struct Stick {
    temp: tempfile::TempDir,
}

impl Stick {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir(temp.path().join("stick")).unwrap();
        let built = env!("CARGO_BIN_EXE_unclench");
        let copy = temp.path().join("stick/unclench");
        if fs::hard_link(built, &copy).is_err() {
            fs::copy(built, &copy).unwrap();
        }
        Self { temp }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.temp.path().join("stick").join(path)
    }

    /// Makes it portable.
    fn mark(&self) {
        fs::File::create(self.at("unclench-portable.txt")).unwrap();
    }

    /// Runs the copy from another folder: the code, and what was printed.
    fn run(&self, program: &Path, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(self.temp.path())
            .env_remove("UNCLENCH_DATA_DIR")
            .env("HOME", self.temp.path().join("home"))
            .env("XDG_DATA_HOME", self.temp.path().join("home/share"))
            .env("XDG_CONFIG_HOME", self.temp.path().join("home/config"));
        let output = run(&mut command, &RECORD.replace("@MARK@", "here"));
        let told = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        (output.status.code(), told)
    }

    fn add(&self, more: &[&str]) -> (Option<i32>, String) {
        let arguments = [&["diary", "add", "--json"], more].concat();
        self.run(&self.at("unclench"), &arguments)
    }
}

#[test]
fn a_marker_keeps_the_diary_beside_the_program() {
    let stick = Stick::new();
    stick.mark();
    assert_eq!(stick.add(&[]).0, Some(0), "added");
    assert!(stick.at("unclench-data/diary").is_dir(), "beside it");
    let home = stick.temp.path().join("home");
    assert!(!home.exists(), "and nothing elsewhere");
    let listed = stick.run(&stick.at("unclench"), &["diary", "list"]).1;
    assert_eq!(listed.lines().count(), 1, "{listed}");
    // A link to it, as from a desktop, is the program where it really is.
    #[cfg(target_os = "linux")]
    {
        let link = stick.temp.path().join("link");
        std::os::unix::fs::symlink(stick.at("unclench"), &link).unwrap();
        let listed = stick.run(&link, &["diary", "list"]).1;
        assert_eq!(listed.lines().count(), 1, "{listed}");
    }
    // A folder that is named goes before.
    let named = stick.at("named").display().to_string();
    assert_eq!(stick.add(&["--data-dir", &named]).0, Some(0), "added");
    assert!(stick.at("named/diary").is_dir(), "in the named one");
    let listed = stick.run(&stick.at("unclench"), &["diary", "list"]).1;
    assert_eq!(listed.lines().count(), 1, "the other is as it was");
}

#[test]
fn without_the_marker_nothing_is_written_beside_the_program() {
    let stick = Stick::new();
    assert_eq!(stick.add(&[]).0, Some(0), "added");
    assert!(!stick.at("unclench-data").exists(), "not there");
}

#[test]
fn a_stick_that_cannot_be_written_is_told_with_its_path() {
    let stick = Stick::new();
    stick.mark();
    fs::File::create(stick.at("unclench-data")).unwrap(); // in the way
    let (code, told) = stick.add(&[]);
    assert_eq!(code, Some(2), "{told}");
    assert_eq!(told.lines().count(), 1, "one sentence: {told}");
    assert!(told.contains("unclench-data"), "{told}");
}

#[test]
fn a_file_that_is_named_has_to_be_there() {
    let stick = Stick::new();
    let program = stick.at("unclench");
    let (code, told) = stick.run(&program, &["dairy"]);
    assert_eq!(code, Some(2), "{told}");
    assert_eq!(
        told, "unclench: there is no file and no command \"dairy\"; see unclench --help.\n",
        "what, and what to do"
    );
    stick.mark();
    let there = stick.at("unclench-portable.txt").display().to_string();
    let (code, told) = stick.run(&program, &[&there, "diary", "list"]);
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("do not go together"), "{told}");
    let (code, told) = stick.run(&program, &["--screen", "diary", &there]);
    assert_eq!(code, Some(2), "one or the other: {told}");
}
