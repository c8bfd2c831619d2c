//! A real crash: the note it leaves says nothing of the diary, and the next start
//! offers what was kept.

use std::path::Path;

use egui::accesskit::Role;

use crate::link::Window;

/// Words that are in the diary, and in what the failure itself says.
const SECRET: &str = "after the long drive to my sister";

/// A window that crashes as soon as the file is there.
fn open(data: &Path, file: &Path) -> Window {
    let crash = [("UNCLENCH_CRASH_ON_FILE", file.to_owned())];
    Window::open_in(data, &crash)
}

#[test]
fn a_crash_leaves_a_note_without_the_diary_and_the_next_start_offers_what_was_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, file) = (folder.path().join("data"), folder.path().join("crash-now"));
    let mut window = open(&data, &file);
    crate::log_a_cramp(&mut window, SECRET);
    window.must_see("Saved.");
    // A cramp that is not an entry yet, and a stretch that runs.
    window.press(Role::Button, "Now");
    window.press(Role::Button, "It’s cramping now");
    window.must_see("Is one of these true now?");
    window.press(Role::Button, "Stretch");
    window.press(Role::Button, "None of these is true for me");
    window.press(Role::RadioButton, "On a chair");
    window.press(Role::Button, "Start the stretch");
    window.must_see("Sit tall");
    for _ in 0..3 {
        window.press(Role::Button, "Skip");
    }
    window.must_see("Hold and breathe");

    std::fs::write(&file, format!("“{SECRET}”, 7 of 10, left")).expect("a file");
    let ended = window.ends();
    assert!(!ended.success(), "it crashed: {ended}");
    let path = data.join("crash.txt");
    let note = std::fs::read_to_string(&path).expect("a note");
    assert!(note.starts_with("Unclench stopped by mistake."), "{note}");
    assert!(note.contains("src/store/crash.rs:"), "where: {note}");
    assert!(note.contains("in the thread main"), "where: {note}");
    for word in [SECRET, "sister", "7 of 10", "left", "asked to"] {
        assert!(!note.contains(word), "{word:?} is in the note: {note}");
    }
    crate::private(&data);

    std::fs::remove_file(&file).expect("the file");
    let mut window = open(&data, &file);
    window.must_see("Unclench stopped by mistake the last time");
    window.must_see("Your stretch was interrupted");
    window.picture("after_a_crash");
    window.press(Role::Button, "Show the note");
    window.must_see("src/store/crash.rs:");
    window.press(Role::Button, "Diary");
    window.must_see("1 cramp to finish");
    window.must_see("Left buttock, deep inside");
    assert_eq!(crate::entries(&data).len(), 1, "what was saved is there");
    window.quit();
    // It is told once.
    let mut window = open(&data, &file);
    window.must_see("Your stretch was interrupted");
    assert!(!window.sees("stopped by mistake"), "told before");
    window.quit();
}
