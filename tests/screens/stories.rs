//! What a person does, from the first press to the last.

use std::time::Duration;

use egui::Role;
use egui_kittest::kittest::Queryable as _;
use unclench::screen::Screen;

use crate::kit::Person;

fn log_a_cramp(person: &mut Person, note: &str) {
    person.press("Log a cramp");
    person.act(Role::CheckBox, "10 min");
    person.act(Role::CheckBox, "Deep inside");
    person.act(Role::CheckBox, "Left");
    person.act(Role::RadioButton, "Worst pain 7 of 10");
    if !note.is_empty() {
        person.write(Role::MultilineTextInput, "Note (optional)", note);
    }
    person.press("Save");
    person.until("the entry is safe", |app| {
        app.state().diary.len() == 1 && app.state().diary.unsaved().next().is_none()
    });
    person.harness.run();
}

#[test]
fn a_cramp_is_logged_and_found_again_after_a_restart() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    person.must_see("Your diary is empty");
    log_a_cramp(&mut person, "woke me");
    person.must_see("Saved.");
    let mut person = person.restart();
    person.open(Screen::Diary);
    person.must_see("Left buttock, deep inside");
    assert_eq!(person.harness.state().state().diary.len(), 1, "one entry");
    let episode = person.harness.state().state().diary.entries()[0].clone();
    assert_eq!(episode.note(), "woke me", "the note");
}

#[test]
fn an_unfinished_sheet_says_what_is_missing_and_saves_nothing() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    person.press("Log a cramp");
    person.press("Save");
    person.must_see("4 things above are missing or unclear.");
    person.must_see("Press at least one place.");
    assert!(
        person.harness.state().state().diary.is_empty(),
        "nothing saved"
    );
}

#[test]
fn a_deleted_entry_comes_back_by_undo() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    log_a_cramp(&mut person, "");
    person.press("Delete 23 November 03:10, Left buttock, deep inside");
    person.until("it is in the trash", |app| {
        app.state().diary.is_empty() && app.state().diary.trash().count() == 1
    });
    person.harness.run();
    person.must_see("Moved to the trash.");
    person.press("Undo");
    person.until("it is back", |app| app.state().diary.len() == 1);
    person.harness.run();
    person.must_see("Left buttock, deep inside");
}

#[test]
fn an_entry_is_edited_and_keeps_its_place() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    log_a_cramp(&mut person, "");
    person.press("Edit 23 November 03:10, Left buttock, deep inside");
    person.must_see("Edit this cramp");
    person.act(Role::RadioButton, "Worst pain 3 of 10");
    person.press("Save");
    person.until("the change is safe", |app| {
        let diary = &app.state().diary;
        diary.unsaved().next().is_none()
            && diary.entries()[0]
                .worst_pain()
                .is_some_and(|p| p.get() == 3)
    });
    assert_eq!(person.harness.state().state().diary.len(), 1, "still one");
}

#[test]
fn a_cause_is_searched_read_and_left_again() {
    let mut person = Person::new();
    person.open(Screen::Guide);
    person.write(Role::TextInput, "Search the guide", "wallet");
    person.press("Piriformis syndrome");
    person.must_see("What it feels like");
    person.must_see("What we do not know");
    person.press("Back");
    person.must_see("Search the guide");
}

#[test]
fn the_anatomy_is_explored_by_name_and_leads_to_a_cause() {
    let mut person = Person::new();
    person.open(Screen::Guide);
    person.press("Look inside");
    person.must_see("The low back, buttocks and upper thighs");
    person.press("Piriformis");
    person.must_see("it can irritate the sciatic nerve");
    person.must_see("Causes that concern it");
    person.press("Piriformis syndrome");
    person.must_see("Deep in the buttock, seen from behind");
    person.press("Back");
    person.act(Role::RadioButton, "Circulation");
    person.must_see("The lower body of a standing adult");
    person.press("Aorta");
    person.must_see("The main pipe from the heart");
}

#[test]
fn the_anatomy_is_explored_by_keyboard() {
    let mut person = Person::new();
    person.open(Screen::Guide);
    person.press("Look inside");
    person.harness.key_press(egui::Key::PageDown);
    person.harness.run();
    person.harness.key_press(egui::Key::PageDown);
    person.harness.run();
    person.must_see("Middle muscles");
    person
        .harness
        .get_by_role_and_label(Role::Button, "Piriformis")
        .focus();
    person.harness.run();
    person.must_see("it can irritate the sciatic nerve");
    person.harness.key_press(egui::Key::Enter);
    person.harness.run();
    person.must_see("Causes that concern it");
    person.harness.key_press(egui::Key::Escape);
    person.harness.run();
    assert!(
        !person.sees("Causes that concern it"),
        "Escape lets go of what was chosen"
    );
}

pub(crate) fn start_the_gentle_stretch(person: &mut Person) {
    person.open(Screen::Stretch);
    let gate = person
        .harness
        .get_all_by_role_and_label(Role::Button, "None of these is true for me")
        .next()
        .expect("the safety list");
    gate.click_accesskit();
    person.harness.run();
    person.act(Role::RadioButton, "Your own"); // twice 30 s
    person.act(Role::RadioButton, "Pain before 6 of 10");
    person.press("Start the stretch");
}

#[test]
fn a_whole_session_is_done_and_kept() {
    let mut person = Person::new();
    start_the_gentle_stretch(&mut person);
    person.must_see("Get ready");
    person.pass(Duration::from_secs(11));
    person.must_see("Right buttock");
    person.pass(Duration::from_secs(260));
    person.must_see("How is the buttock now?");
    person.act(Role::RadioButton, "Pain after 2 of 10");
    person.press("Save to the diary");
    person.until("the session is safe", |app| {
        app.state().diary.len() == 1 && app.state().diary.unsaved().next().is_none()
    });
    let entry = person.harness.state().state().diary.entries()[0].clone();
    let session = entry.as_session().expect("a session");
    assert_eq!(session.left.held_secs, 60, "left: twice 30 s");
    assert_eq!(session.right.held_secs, 60, "right: twice 30 s");
    assert_eq!(
        session
            .pain_before
            .map(unclench::diary::entry::Intensity::get),
        Some(6),
        "before"
    );
    assert_eq!(
        session
            .pain_after
            .map(unclench::diary::entry::Intensity::get),
        Some(2),
        "after"
    );
    let mut person = person.restart();
    person.open(Screen::Diary);
    person.must_see("pain 6 to 2");
}

#[test]
fn the_keyboard_alone_reaches_every_screen() {
    let mut person = Person::new();
    let keys = [
        egui::Key::Num1,
        egui::Key::Num2,
        egui::Key::Num3,
        egui::Key::Num4,
        egui::Key::Num5,
        egui::Key::Num6,
        egui::Key::Num7,
    ];
    for (key, screen) in keys.into_iter().zip(Screen::RAIL) {
        person
            .harness
            .key_press_modifiers(egui::Modifiers::COMMAND, key);
        person.harness.run();
        assert_eq!(person.harness.state().state().screen, screen, "{key:?}");
    }
    person.harness.key_press(egui::Key::F1);
    person.harness.run();
    person.must_see("Undo the last change");
    person.harness.key_press(egui::Key::Escape);
    person.harness.run();
    assert!(!person.sees("Undo the last change"), "closed by Escape");
}

#[test]
fn a_damaged_file_is_named_and_left_alone() {
    let person = Person::new();
    let month = person.folder.path().join("diary/2026/11");
    std::fs::create_dir_all(&month).unwrap();
    let file = month.join("2026-11-20-broken.ron");
    std::fs::write(&file, "Episode(schema: 1, oops").unwrap();
    let mut person = person.restart();
    person.open(Screen::Diary);
    person.must_see("1 file needs a look");
    person.press("Show the files");
    person.must_see("2026-11-20-broken.ron");
    let after = std::fs::read_to_string(&file).unwrap();
    assert_eq!(after, "Episode(schema: 1, oops", "byte for byte");
}

#[test]
fn broken_settings_are_kept_aside_and_the_person_is_told() {
    let person = Person::new();
    let file = person.folder.path().join("settings.ron");
    std::fs::write(&file, "Settings(theme: ((((").unwrap();
    let person = person.restart();
    person.must_see("Your settings start afresh");
    let kept = std::fs::read_dir(person.folder.path())
        .unwrap()
        .filter_map(Result::ok)
        .filter(|e| e.file_name().to_string_lossy().starts_with("settings.ron"))
        .any(|e| std::fs::read_to_string(e.path()).is_ok_and(|t| t.contains("((((")));
    assert!(kept, "the broken text is still there");
}
