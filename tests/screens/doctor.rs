//! The page for the doctor in the window: reached, changed, looked at, saved.

use egui::{Key, Modifiers, Role, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unclench::diary::example::{TODAY, plausible};
use unclench::screen::Screen;

use crate::audit::audit;
use crate::kit::Person;
use crate::trends::with_diary;

/// Half a year of somebody who sits a lot, at the page for the doctor.
fn at_the_doctor(size: [f32; 2], theme: Theme) -> Person {
    let person = Person::with(size, 1.0, theme);
    let mut person = with_diary(person, &plausible(TODAY, 182, 2));
    person.open(Screen::Trends);
    person.press("For your doctor");
    drawn(&mut person);
    person
}

/// Waits until the page is drawn as it is wanted.
fn drawn(person: &mut Person) {
    person.harness.run();
    person.until("the page is drawn", |app| {
        let desk = &app.state().doctor;
        desk.preview().is_some() && !desk.is_waiting()
    });
    person.harness.run();
}

/// The text of the page in the window.
fn text(person: &mut Person) -> Vec<String> {
    let preview = person.harness.state().state().doctor.preview().cloned();
    preview.unwrap().unwrap().text.concat()
}

#[test]
fn it_is_reached_by_key_from_trends_and_diary_and_left_again() {
    let mut person = Person::new();
    for screen in [Screen::Trends, Screen::Diary] {
        person.open(screen);
        person
            .harness
            .key_press_modifiers(Modifiers::COMMAND, Key::P);
        person.harness.run();
        person.must_see("Nothing to report yet");
        person.press("Back");
        assert_eq!(person.harness.state().state().screen, screen, "back");
        person.must_not_see("Nothing to report yet");
    }
}

#[test]
fn what_is_chosen_is_on_the_page() {
    let mut person = at_the_doctor([1200.0, 900.0], Theme::Light);
    assert!(
        text(&mut person)
            .iter()
            .any(|l| l.contains("Medicines taken")),
        "all"
    );
    person.write(
        Role::MultilineTextInput,
        "It stands near the top",
        "Is it a nerve?",
    );
    person.act(Role::CheckBox, "Medicines");
    person.act(Role::RadioButton, "4 weeks");
    person.act(Role::CheckBox, "Table of all cramps");
    drawn(&mut person);
    drawn(&mut person);
    let said = text(&mut person);
    let has = |word: &str| said.iter().any(|line| line.contains(word));
    assert!(has("Is it a nerve?"), "{said:?}");
    assert!(!has("Medicines taken"), "left out");
    assert!(has("27 Oct 2026 to 23 Nov 2026"), "four weeks: {said:?}");
    assert!(!has("Appendix"), "no table");
    person.must_see("Page 1 of 1");
    person.act(Role::CheckBox, "Show as text");
    person.must_see("Is it a nerve?");
    let settings = &person.harness.state().state().settings;
    assert_eq!(settings.report_name, "", "nothing is kept unasked");
}

#[test]
fn it_is_saved_under_a_neutral_name() {
    let mut person = at_the_doctor([1200.0, 900.0], Theme::Light);
    person.act(Role::CheckBox, "Neutral file name");
    person.press("Save as PDF");
    let field = person
        .harness
        .get_by_role_and_label(Role::TextInput, "Folder and file name");
    let proposed = field.accesskit_node().value().unwrap_or_default();
    assert!(proposed.ends_with("/report-2026-11-23.pdf"), "{proposed}");
    person.press("Save");
    person.until("it is saved", |app| {
        let notices = app.state().notices.list();
        notices.iter().any(|n| n.text.starts_with("Saved as"))
    });
    assert!(
        std::fs::read(&proposed).unwrap().starts_with(b"%PDF"),
        "there"
    );
}

#[test]
fn a_date_that_is_none_is_said() {
    let mut person = at_the_doctor([1200.0, 900.0], Theme::Light);
    person.act(Role::RadioButton, "Since a date");
    let from = "From (such as your last visit)";
    person
        .harness
        .get_by_role_and_label(Role::TextInput, from)
        .focus();
    person.harness.run();
    person.write(Role::TextInput, from, "soon");
    person.harness.run();
    person.must_see("Write a date as year-month-day");
}

fn looks(name: &str, size: [f32; 2], theme: Theme) {
    let mut person = at_the_doctor(size, theme);
    audit(&person, size[0]);
    person.picture(name);
}

#[test]
fn it_looks_right_in_a_large_window() {
    looks("page_doctor", [1200.0, 1100.0], Theme::Light);
}

#[test]
fn it_looks_right_in_the_dark() {
    looks("page_doctor_dark", [900.0, 640.0], Theme::Dark);
}

#[test]
fn it_looks_right_in_a_small_window() {
    looks("page_doctor_narrow", [480.0, 420.0], Theme::Light);
}
