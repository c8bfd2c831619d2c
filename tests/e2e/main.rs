//! The end-to-end run: the release program in a real window under Xvfb, driven
//! by its accessible names alone. Needs `UNCLENCH_BIN`, `DISPLAY` and the
//! feature `inspection`; `.ci/run` gives all three.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "a test that panics says where; this one waits for a real window"
)]

mod bus;
mod crash;
mod link;
mod paper;
mod sound;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use link::{Group, Window, program};

fn diary(data: &Path, words: &[&str]) -> Output {
    Command::new(program())
        .arg("diary")
        .args(words)
        .arg("--data-dir")
        .arg(data)
        .stdin(Stdio::null())
        .output()
        .expect("the program runs")
}

fn entries(data: &Path) -> Vec<serde_json::Value> {
    let out = diary(data, &["list", "--json"]);
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    String::from_utf8_lossy(&out.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a JSON line"))
        .collect()
}

/// Everything that the window has written is for the owner alone.
fn private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    for item in std::fs::read_dir(folder).expect("a folder") {
        let path = item.expect("a name").path();
        let about = std::fs::symlink_metadata(&path).expect("it is there");
        let mode = about.permissions().mode() & 0o777;
        let wanted = if about.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, wanted, "{}: {mode:o}", path.display());
        if about.is_dir() {
            private(&path);
        }
    }
}

fn log_a_cramp(window: &mut Window, note: &str) {
    window.key(Modifiers::COMMAND | Modifiers::CTRL, Key::N);
    window.must_see("Log a cramp");
    window.press(Role::CheckBox, "10 min");
    window.press(Role::CheckBox, "Deep inside");
    window.press(Role::CheckBox, "Left");
    window.press(Role::RadioButton, "Worst pain 7 of 10");
    window.write(Role::MultilineTextInput, "Note (optional)", note);
    window.press(Role::Button, "Save");
}

#[test]
fn the_main_job_runs_and_survives_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::open(folder.path());

    window.press(Role::Button, "Guide");
    window.press(Role::Button, "Piriformis syndrome");
    window.must_see("What it feels like");
    window.picture("cause");

    log_a_cramp(&mut window, "from the end-to-end run");
    window.must_see("Saved.");
    window.must_see("Left buttock, deep inside");
    window.picture("diary");

    window.press(Role::Button, "Stretch");
    window.press(Role::Button, "None of these is true for me");
    window.press(Role::RadioButton, "On a chair");
    window.press(Role::RadioButton, "Right");
    window.press(Role::RadioButton, "Only that side");
    window.press(Role::RadioButton, "Pain before 6 of 10");
    window.press(Role::Button, "Start the stretch");
    window.must_see("Sit tall");
    window.picture("floor");
    for _ in 0..3 {
        window.press(Role::Button, "Skip"); // shortened: straight to the hold
    }
    window.must_see("Hold and breathe");
    window.picture("hold");
    for _ in 0..60 {
        if window.sees("How is the buttock now?") {
            break;
        }
        window.press(Role::Button, "Skip"); // and over what is left
    }
    window.must_see("How is the buttock now?");
    window.press(Role::RadioButton, "Pain after 2 of 10");
    window.press(Role::Button, "Save to the diary");
    window.must_see("Saved.");
    window.quit();

    let kept = entries(folder.path());
    assert_eq!(kept.len(), 2, "an episode and a session: {kept:?}");
    let mut window = Window::open(folder.path());
    window.press(Role::Button, "Diary");
    window.must_see("Left buttock, deep inside");
    window.must_see("pain 6 to 2");
    window.picture("found_again");
    window.quit();
    private(folder.path());
}

#[test]
fn a_check_is_done_kept_and_found_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::open(folder.path());
    window.press(Role::Button, "Check");
    window.press(Role::Button, "Start the check");
    for card in 1..=6 {
        window.must_see(&format!("Red flags, card {card} of 6"));
        window.press(Role::Button, "None of these");
    }
    window.must_see("How old are you?");
    window.write(Role::TextInput, "How old are you?", "44");
    window.press(Role::Button, "Continue");
    window.press(Role::RadioButton, "A prostate");
    window.press(Role::RadioButton, "More than 3 months");
    window.press(Role::RadioButton, "About the same");
    window.press(Role::RadioButton, "Into the thigh");
    window.picture("check_question");
    window.press(Role::Button, "Show the result now");
    window.must_see("Book a routine visit");
    window.picture("check_result");
    window.press(Role::Button, "Keep in the diary");
    window.must_see("Kept in the diary.");
    window.quit();

    let kept = entries(folder.path());
    assert_eq!(kept.len(), 1, "one check: {kept:?}");
    assert_eq!(kept[0]["kind"], "check", "{kept:?}");
    assert_eq!(kept[0]["urgency"], "routine", "{kept:?}");
    let mut window = Window::open(folder.path());
    window.press(Role::Button, "Check");
    window.must_see("Your last check");
    window.press(Role::Button, "Open it");
    window.must_see("Book a routine visit");
    window.quit();
}

#[test]
fn a_kill_while_saving_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let record = |mark: &str| {
        format!(
            "Episode(started_at: \"2026-11-20T03:10:00+01:00\", duration: seconds(60), \
             regions: [buttock_left_deep], side: left, pain_peak: 5, note: \"{mark}\")"
        )
    };
    let mut acknowledged = BTreeSet::new();
    for round in 0..50_u32 {
        let mark = format!("round {round}");
        let file = folder.path().join("record.txt");
        std::fs::write(&file, record(&mark)).expect("a file");
        let mut child = Command::new(program())
            .args(["diary", "add"])
            .arg(&file)
            .arg("--data-dir")
            .arg(folder.path().join("data"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        // From at once to well after the end, in uneven steps.
        std::thread::sleep(Duration::from_micros(u64::from(round * 337 % 12_000)));
        child.kill().ok();
        let out = child.wait_with_output().expect("it ended");
        if String::from_utf8_lossy(&out.stdout).trim().len() == 36 {
            acknowledged.insert(mark);
        }
    }
    let data = folder.path().join("data");
    let kept: BTreeSet<String> = entries(&data)
        .iter()
        .filter_map(|entry| entry["note"].as_str().map(str::to_owned))
        .collect();
    let lost: Vec<_> = acknowledged.difference(&kept).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    let verify = diary(&data, &["verify"]);
    assert!(
        verify.status.success(),
        "{}",
        String::from_utf8_lossy(&verify.stdout)
    );
}

#[test]
fn a_window_killed_after_saved_keeps_the_entry() {
    let folder = tempfile::tempdir().expect("a folder");
    for round in 1..=5 {
        let mut window = Window::open(folder.path());
        log_a_cramp(&mut window, &format!("round {round}"));
        window.must_see("Saved.");
        window.kill();
        assert_eq!(entries(folder.path()).len(), round, "after {round} kills");
    }
}

/// Runs the program under strace; says which sockets it asked for.
fn sockets(log: &Path, data: &Path, words: &[&str]) -> Command {
    let mut command = Command::new("strace");
    command
        .args(["-f", "-e", "trace=socket,connect", "-o"])
        .arg(log)
        .arg(program())
        .args(words)
        .arg("--data-dir")
        .arg(data)
        .env_remove("EGUI_INSPECTION")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[test]
fn the_program_opens_no_internet_socket() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = folder.path().join("strace.log");
    let mut command = sockets(&log, &folder.path().join("data"), &[]);
    let mut window = Group::start(&mut command);
    // Long enough for the window, the fonts and the diary.
    std::thread::sleep(Duration::from_secs(8));
    assert!(window.runs(), "it still runs");
    window.kill();
    let calls = std::fs::read_to_string(&log).expect("a log");
    assert!(
        calls.contains("AF_UNIX"),
        "the display was reached:\n{calls}"
    );
    assert!(!calls.contains("AF_INET"), "an internet socket:\n{calls}");
}

#[test]
fn no_command_opens_a_socket_of_any_kind() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let data = folder.path().join("data");
    let entry = path("entry.ron");
    std::fs::write(
        &entry,
        "Episode(started_at: \"2026-11-20T03:10:00+01:00\", duration: seconds(60), \
         regions: [buttock_left_deep], side: left, pain_peak: 5)",
    )
    .expect("a file");
    let (table, archive, page) = (path("out.csv"), path("out.zip"), path("page.pdf"));
    let commands: [&[&str]; 10] = [
        &["diary", "add", &entry],
        &["diary", "list", "--json"],
        &["diary", "verify"],
        &["diary", "export", &table],
        &["diary", "export", &archive],
        &["diary", "import", &table],
        &["diary", "import", &archive],
        &["diary", "backup"],
        &["check", "--questions"],
        &["guide", "print", "cause/piriformis_dgs", &page],
    ];
    for words in commands {
        let log = folder.path().join("strace.log");
        let done = sockets(&log, &data, words).status().expect("strace runs");
        assert!(done.success(), "{words:?}: {done}");
        let calls = std::fs::read_to_string(&log).expect("a log");
        assert!(!calls.contains("AF_"), "{words:?} opens a socket:\n{calls}");
    }
}
