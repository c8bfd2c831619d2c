//! The folder of the diary in a person's hands: moved, missing, in conflict.

use std::sync::Arc;

use egui::Role;
use egui_kittest::kittest::Queryable as _;
use unclench::action::Action;
use unclench::diary::Edit;
use unclench::diary::format::{format, parse_draft};
use unclench::screen::Screen;
use unclench::state::DiaryPage;

use crate::audit::audit;
use crate::kit::Person;

const ENTRY: &str = "Episode(id: \"01a2082c-0000-7000-8000-000000000001\", \
    logged_at: \"2026-11-20T03:20:00+01:00[Europe/Berlin]\", \
    started_at: \"2026-11-20T03:10:00+01:00[Europe/Berlin]\", duration: seconds(240), \
    regions: [buttock_left_deep], side: left, pain_peak: 8, note: \"woke me\")";

fn log(person: &mut Person) {
    let entry = parse_draft(ENTRY).unwrap();
    person.ask(Action::Diary(Box::new(Edit::Create(entry))));
    person.until("it is safe", |app| {
        app.state().diary.unsaved().next().is_none()
    });
}

#[test]
fn the_diary_moves_and_the_old_copy_goes_on_request() {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let mut person = Person::of_system(Arc::clone(&folder));
    log(&mut person);
    person.open(Screen::Settings);
    person.press("Move to another folder…");
    let to = folder.path().join("new place");
    person.write(Role::TextInput, "New folder", to.to_str().unwrap());
    person.press("Look at this folder");
    person.until("it was looked at", |app| {
        app.state().home.prospect.is_some()
    });
    person.harness.run();
    person.must_see("This folder can be used");
    audit(&person, 900.0);
    person.press("Move the diary here");
    person.until("it is moved", |app| app.state().home.moved.is_some());
    person.harness.run();
    person.must_see("The diary has moved");
    assert!(to.join("store.ron").is_file(), "there");
    person.press("Remove the old copy…");
    person.press("Remove the old copy");
    person.until("it is removed", |app| app.state().home.removed.is_some());
    assert!(
        !folder.path().join("usual").exists(),
        "the old copy is gone"
    );
    assert_eq!(
        person.harness.state().state().diary.len(),
        1,
        "shown all along"
    );
    drop(person);
    let person = Person::of_system(folder);
    assert_eq!(
        person.harness.state().state().diary.len(),
        1,
        "the next start"
    );
}

#[test]
fn a_missing_folder_is_told_and_found_again() {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let named = folder.path().join("stick");
    let config = folder.path().join("config");
    std::fs::create_dir_all(&config).unwrap();
    let text = format!("DataFolder(folder: {named:?})");
    std::fs::write(config.join("data-folder.ron"), text).unwrap();
    let mut person = Person::of_system(Arc::clone(&folder));
    person.must_see("Your diary is not there");
    audit(&person, 900.0);
    person.press("Try again");
    person.until("it was tried", |app| app.state().home.fault.is_some());
    person.harness.run();
    person.must_see("Still not there");
    // Help needs no diary.
    person.ask(Action::Open(Screen::Help));
    person.harness.run();
    person.must_not_see("Your diary is not there");
    person.open(Screen::Diary);
    person.must_see("Your diary is not there");
    // Plugged in.
    std::fs::create_dir_all(named.join("diary/2026/11")).unwrap();
    let entry = format(&parse_draft(ENTRY).unwrap()).unwrap();
    std::fs::write(named.join("diary/2026/11/a.ron"), entry).unwrap();
    person.press("Try again");
    person.until("it is read", |app| app.state().diary.len() == 1);
    person.harness.run();
    person.must_not_see("Your diary is not there");
}

/// What answers "Look at this folder" is seen, and the keyboard is on the way on.
#[test]
fn the_answer_about_a_folder_comes_into_sight() {
    for size in [[900.0, 640.0], [480.0, 420.0], [360.0, 256.0]] {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let mut person = Person::of_system(Arc::clone(&folder));
        person.harness.set_size(size.into());
        log(&mut person);
        person.open(Screen::Settings);
        person.press("Move to another folder…");
        let to = folder.path().join("new place");
        let field = (Role::TextInput, "New folder");
        person.write(field.0, field.1, to.to_str().unwrap());
        person.key(egui::Key::Enter);
        person.until("it was looked at", |app| {
            app.state().home.prospect.is_some()
        });
        for _ in 0..40 {
            person.harness.step(); // it scrolls there
        }
        person.harness.run();
        let onward = (Role::Button, "Move the diary here".to_owned());
        assert_eq!(person.focused(), Some(onward.clone()), "{size:?}");
        let button = person.harness.get_by_role_and_label(onward.0, &onward.1);
        let rect = button.rect();
        assert!(
            rect.top() > 0.0 && rect.bottom() < size[1],
            "in sight: {rect:?} in {size:?}"
        );
        audit(&person, size[0]);
    }
}

#[test]
fn a_missing_folder_is_told_before_the_cards_of_the_first_run() {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let config = folder.path().join("config");
    std::fs::create_dir_all(&config).unwrap();
    let text = format!("DataFolder(folder: {:?})", folder.path().join("stick"));
    std::fs::write(config.join("data-folder.ron"), text).unwrap();
    let mut person = Person::newcomer_of_system(folder);
    person.must_see("Your diary is not there");
    person.must_not_see("Welcome, 1 of 3");
    audit(&person, 900.0);
    person.press("Use the usual folder this time");
    person.until("it is open", |app| app.state().home.lost.is_none());
    person.harness.run();
    person.must_see("Welcome, 1 of 3");
    person.must_not_see("Your diary is not there");
}

#[test]
fn a_conflict_is_shown_side_by_side_and_both_may_stay() {
    let mut person = Person::new();
    log(&mut person);
    let month = person.folder.path().join("diary/2026/11");
    let item = std::fs::read_dir(&month).unwrap().next().unwrap().unwrap();
    let stem = item
        .path()
        .file_stem()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let other = ENTRY.replace("pain_peak: 8", "pain_peak: 6");
    let other = format(&parse_draft(&other).unwrap()).unwrap();
    let name = format!("{stem}.sync-conflict-20261124-081500-ABCDEFG.ron");
    std::fs::write(month.join(&name), other).unwrap();
    person.until("it is seen", |app| {
        app.state().diary.conflicts().count() == 1
    });
    person.ask(Action::DiaryPage(DiaryPage::Files));
    person.open(Screen::Diary);
    person.harness.run();
    person.must_see("Put aside by Syncthing on 24 November 2026, 08:15, from ABCDEFG.");
    person.must_see("Worst pain · differs");
    audit(&person, 900.0);
    person.press(&format!("Keep both, with diary/2026/11/{name}"));
    person.until("both are entries", |app| {
        let diary = &app.state().diary;
        diary.len() == 2 && diary.conflicts().count() == 0 && diary.unsaved().next().is_none()
    });
}
