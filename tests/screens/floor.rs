//! The floor view: a session by keyboard alone, an absence, a crash.

use std::time::Duration;

use egui::{Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unclench::action::Action;
use unclench::diary::entry::Session as SessionEntry;
use unclench::screen::Screen;
use unclench::settings::Settings;
use unclench::state::Stage;
use unclench::stretch::Status;

use crate::kit::Person;
use crate::stories::start_the_gentle_stretch;

pub(crate) fn started() -> Person {
    let mut person = Person::new();
    start_the_gentle_stretch(&mut person);
    person
}

/// In the first hold, two seconds into it.
pub(crate) fn holding(mut person: Person) -> Person {
    person.pass(Duration::from_secs(10));
    person.key(Key::ArrowRight);
    person.key(Key::ArrowRight);
    person.must_see("Hold and breathe");
    person.pass(Duration::from_secs(2));
    person
}

fn status(person: &Person) -> Status {
    let stretch = &person.harness.state().state().stretch;
    stretch.session().expect("a session").status()
}

fn seconds(person: &Person) -> String {
    let timer = person
        .harness
        .get_by_role_and_label(Role::Timer, "Time left in this step");
    timer.accesskit_node().value().expect("a value")
}

fn kept(person: &mut Person) -> SessionEntry {
    person.until("the session is safe", |app| {
        app.state().diary.len() == 1 && app.state().diary.unsaved().next().is_none()
    });
    person.harness.run();
    let entry = person.harness.state().state().diary.entries()[0].clone();
    entry.as_session().expect("a session").clone()
}

fn file(person: &Person) -> std::path::PathBuf {
    person.folder.path().join("session.ron")
}

#[test]
fn the_keyboard_alone_steers_it() {
    let mut person = holding(started());
    assert_eq!(seconds(&person), "28 seconds", "it counts");
    person.key(Key::Space);
    person.must_see("Paused");
    person.pass(Duration::from_secs(30));
    assert_eq!(seconds(&person), "28 seconds", "it stands");
    person.key(Key::Space);
    person.pass(Duration::from_secs(3));
    assert_eq!(seconds(&person), "25 seconds", "it goes on");
    person.key(Key::R);
    assert_eq!(seconds(&person), "30 seconds", "from its start");
    person.key(Key::ArrowDown);
    person.must_see("10 s less. Pull a little less.");
    assert_eq!(seconds(&person), "20 seconds", "ten less");
    person.pass(Duration::from_secs(7));
    person.must_not_see("10 s less");
    person.key(Key::S);
    person.must_see("Left buttock");
    person.key(Key::ArrowLeft);
    person.key(Key::ArrowLeft);
    person.must_see("Right buttock");
    person.key(Key::Escape);
    person.must_see("How is the buttock now?");
    person.press("Take it up again");
    person.must_see("Paused");
    person.must_see("Right buttock");
}

#[test]
fn space_on_a_button_presses_that_button_alone() {
    let mut person = holding(started());
    person
        .harness
        .get_by_role_and_label(Role::Button, "Back")
        .focus();
    person.harness.run();
    person.pass(Duration::from_secs(3));
    person.key(Key::Space);
    assert_eq!(status(&person), Status::Running, "not paused");
    assert_eq!(seconds(&person), "30 seconds", "back to the start");
    person.key(Key::ArrowDown);
    assert_eq!(seconds(&person), "20 seconds", "other keys work as ever");
    person.key(Key::Space);
    assert_eq!(
        seconds(&person),
        "5 seconds",
        "the focus stayed: back once more"
    );
}

#[test]
fn one_key_ends_it_for_sharp_pain_and_explains() {
    let mut person = holding(started());
    person.key(Key::X);
    person.must_see("Stopped");
    person.must_see("Tingling down the leg means that a nerve is being stretched.");
    assert!(
        !person.sees("Take it up again"),
        "what pain ended stays ended"
    );
    person.press("Check my symptoms");
    assert_eq!(
        person.harness.state().state().screen,
        Screen::Check,
        "to the check"
    );
}

#[test]
fn after_an_absence_it_asks() {
    let mut person = holding(started());
    person.clock.sleep(Duration::from_mins(10));
    person.harness.run();
    person.must_see("You were away 10 min");
    person.must_see("Right buttock · Hold and breathe · 28 s left");
    person.picture("floor_away");
    person.outline("floor_away");
    person.press("Go on");
    assert_eq!(seconds(&person), "28 seconds", "where it was");
    // The same for a program that was stopped: both clocks ran on.
    person.clock.pass(Duration::from_secs(40));
    person.harness.run();
    person.must_see("You were away 40 s");
    person.key(Key::R);
    assert_eq!(seconds(&person), "30 seconds", "the hold again");
    assert_eq!(
        person.harness.state().state().stretch.stage(),
        Stage::Floor,
        "it was never over"
    );
}

#[test]
fn a_crash_loses_nothing_and_the_session_is_taken_up() {
    let mut person = holding(started());
    person.key(Key::ArrowDown);
    person.pass(Duration::from_secs(1));
    let left = seconds(&person);
    assert!(file(&person).is_file(), "kept while it runs");
    person.key(Key::Space); // a pause is written at once
    let mut person = person.restart();
    person.until("the crash is told", |app| {
        app.state().stretch.interrupted().is_some()
    });
    person.harness.run();
    person.must_see("Your stretch was interrupted at 03:10.");
    person.press("Show it");
    person.must_see("0 of 4 holds.");
    person.must_see("You held the right side for 3 s.");
    person.picture("floor_interrupted");
    person.outline("floor_interrupted");
    person.press("Go on");
    person.must_see("Paused");
    person.must_not_see("was interrupted");
    assert_eq!(seconds(&person), left, "where it was");
    person.key(Key::Space);
    person.pass(Duration::from_secs(260));
    person.press("Save to the diary");
    let session = kept(&mut person);
    assert_eq!(session.left.held_secs, 60, "left");
    assert_eq!(session.right.held_secs, 50, "right, ten less");
    assert!(!session.plan.is_empty(), "which plan it was");
    assert_eq!(
        session
            .pain_before
            .map(unclench::diary::entry::Intensity::get),
        Some(6),
        "before"
    );
    person.until("the file is gone", |_| true);
    let person = person.restart();
    assert!(
        !file(&person).exists(),
        "in the diary, so not kept any more"
    );
    person.must_not_see("interrupted");
}

#[test]
fn what_was_done_before_a_crash_can_be_saved_or_left() {
    let mut person = holding(started()).restart();
    person.open(Screen::Stretch);
    person.press("Save what was done");
    let session = kept(&mut person);
    assert!(session.right.held_secs <= 2, "what was held");
    assert!(!session.plan.is_empty(), "which plan it was");
    let mut person = person.restart();
    assert!(!file(&person).exists(), "dealt with");
    start_again(&mut person);
    let mut person = person.restart();
    person.open(Screen::Stretch);
    person.press("Do not save");
    person.must_see("Start the stretch");
    let person = person.restart();
    assert!(!file(&person).exists(), "left");
    assert_eq!(person.harness.state().state().diary.len(), 1, "one entry");
}

fn start_again(person: &mut Person) {
    person.open(Screen::Stretch);
    person.press("Start the stretch");
    person.pass(Duration::from_secs(1));
}

#[test]
fn a_session_that_is_over_but_not_saved_survives_too() {
    let mut person = holding(started());
    person.key(Key::Escape);
    person.must_see("How is the buttock now?");
    let mut person = person.restart();
    person.must_see("Your stretch of 03:10 is not in the diary yet.");
    person.press("Show it");
    assert!(!person.sees("Go on"), "there is nothing to go on with");
    person.press("Save what was done");
    assert_eq!(kept(&mut person).right.held_secs, 2, "what was held");
}

#[test]
fn an_old_interruption_is_saved_but_not_gone_on_with() {
    let mut person = holding(started());
    person.key(Key::Space);
    person.clock.pass(Duration::from_hours(13));
    let mut person = person.restart();
    person.open(Screen::Stretch);
    assert!(!person.sees("Go on"), "too long ago");
    person.must_see("Save what was done");
}

#[test]
fn a_damaged_file_is_kept_aside_and_told() {
    let person = Person::new();
    std::fs::write(file(&person), "KeptSession(schema: 1, oops").unwrap();
    let person = person.restart();
    person.must_see("A stretch was interrupted, but its file could not be read");
    let aside = std::fs::read_dir(person.folder.path())
        .unwrap()
        .filter_map(Result::ok)
        .find(|e| {
            e.file_name()
                .to_string_lossy()
                .starts_with("session.ron.damaged-")
        });
    let text = std::fs::read_to_string(aside.expect("kept aside").path()).unwrap();
    assert_eq!(text, "KeptSession(schema: 1, oops", "byte for byte");
}

#[test]
fn muted_turned_and_full_screen_by_key() {
    let mut person = holding(started());
    person.key(Key::M);
    assert!(person.harness.state().state().settings.sound_muted, "muted");
    person.press("Sound on");
    assert!(
        !person.harness.state().state().settings.sound_muted,
        "again"
    );
    person.key(Key::T);
    person.must_see("Right buttock");
    person.key(Key::F11);
    assert!(person.harness.state().state().full_screen, "full screen");
    person.key(Key::K);
    person.must_see("Skip this side");
    person.key(Key::Escape);
    person.must_not_see("Skip this side");
    assert_eq!(
        status(&person),
        Status::Running,
        "Escape closed the keys only"
    );
}

#[test]
fn a_stretch_fills_the_screen_if_that_is_wanted_and_gives_it_back() {
    let mut person = Person::new();
    person.ask(Action::Settings(Box::new(Settings {
        full_screen_stretch: true,
        ..Settings::default()
    })));
    start_the_gentle_stretch(&mut person);
    assert!(person.harness.state().state().full_screen, "at the start");
    person.key(Key::Escape);
    assert!(!person.harness.state().state().full_screen, "at the end");
}

#[test]
fn a_screen_reader_is_told_once_a_phase_and_the_timer_is_silent() {
    let mut person = holding(started());
    let told = |person: &Person| -> Vec<String> {
        fn walk(node: &egui_kittest::Node<'_>, into: &mut Vec<String>) {
            let inner = node.accesskit_node();
            if inner.live() != egui::accesskit::Live::Off
                && let Some(label) = inner.label().or_else(|| inner.value())
            {
                into.push(label);
            }
            for child in node.children() {
                walk(&child, into);
            }
        }
        let mut all = Vec::new();
        walk(&person.harness.root(), &mut all);
        all
    };
    let first = told(&person);
    assert_eq!(
        first,
        ["Right buttock. Hold and breathe. A soft pull, no pain. Breathe out slowly. 30 seconds."],
        "side, step, seconds"
    );
    for _ in 0..8 {
        person.pass(Duration::from_secs(1));
        assert_eq!(told(&person), first, "nothing while it runs");
    }
}
