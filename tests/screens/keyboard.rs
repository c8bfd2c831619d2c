//! Whole tasks by the keyboard alone, where the keyboard goes when a sheet opens
//! and closes, and that one sees where it is.
//!
//! Nothing here is pressed by its node; Tab has to lead to it.

use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Role, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use unclench::clock::{Clock as _, Moment};
use unclench::content::Library;
use unclench::diary::entry::{Intensity, Lasted, Region, Side};
use unclench::diary::example::{TODAY, plausible};
use unclench::screen::Screen;
use unclench::settings::Settings;
use unclench::state::{Stage, State};
use unclench::triage::Place;
use unclench::ui::screen::Screens;
use unclench::ui::{Cx, shell, theme};

use crate::kit::Person;
use crate::kit::clock::ManualClock;
use crate::log::saved;
use crate::trends::with_diary;

fn screen(person: &Person) -> Screen {
    person.harness.state().state().screen
}

#[test]
fn a_cramp_is_logged() {
    let mut person = Person::new();
    person.chord(Key::Num5);
    assert_eq!(screen(&person), Screen::Diary, "there");
    person.enter_on("Log a cramp");
    person.tab_into("How long did it last?");
    person.arrow_to(Key::ArrowRight, "10 min");
    person.key(Key::Space);
    person.tab_into("Where?");
    person.arrow_to(Key::ArrowRight, "Deep inside");
    person.key(Key::Space);
    person.tab_into("Which side?");
    person.arrow_to(Key::ArrowRight, "Right");
    person.key(Key::Space);
    person.tab_into("Worst pain");
    person.key(Key::Num6);
    person.tab_to(Role::MultilineTextInput, "Note (optional)");
    person.typed("on the stairs");
    person.enter_on("Save");
    saved(&mut person, 1);
    let entry = person.harness.state().state().diary.entries()[0].clone();
    let cramp = entry.as_episode().expect("a cramp").clone();
    assert_eq!(cramp.duration, Lasted::Seconds(600), "how long");
    assert_eq!(cramp.regions, [Region::ButtockRightDeep], "where");
    assert_eq!(cramp.side, Side::Right, "which side");
    assert_eq!(cramp.pain_peak.get(), 6, "how bad");
    assert_eq!(cramp.note, "on the stairs", "the note");
}

#[test]
fn a_check_comes_to_its_result() {
    let mut person = Person::new();
    person.chord(Key::Num3);
    person.enter_on("Start the check");
    for card in 1..=6 {
        person.must_see(&format!("Red flags, card {card} of 6"));
        person.enter_on("None of these");
    }
    person.tab_to(Role::TextInput, "How old are you?");
    person.typed("45");
    person.enter_on("Continue");
    let run = |person: &Person| person.harness.state().state().check.run().clone();
    for asked in 0.. {
        if *run(&person).place() == Place::Result {
            break;
        }
        assert!(asked < 60, "the check ends");
        let before = run(&person).place().clone();
        person.key(Key::Num1);
        if *run(&person).place() == before {
            let words = ["Continue", "That is all", "Skip"];
            let there = |word: &&&str| {
                let buttons = person.all_named(Role::Button, word);
                buttons.iter().any(|name| name == **word)
            };
            let word = words.iter().find(there).expect("a way on");
            person.enter_on(word);
        }
    }
    person.must_see("Your result");
}

#[test]
fn a_session_runs_from_its_set_up_to_the_saved_entry() {
    let mut person = Person::new();
    person.chord(Key::Num4);
    person.enter_on("None of these is true for me");
    person.tab_into("Pain before");
    person.key(Key::Num5);
    person.enter_on("Start the stretch");
    let stage = |person: &Person| person.harness.state().state().stretch.stage();
    assert_eq!(stage(&person), Stage::Floor, "it runs");
    person.pass(Duration::from_secs(5));
    for _ in 0..200 {
        if stage(&person) == Stage::After {
            break;
        }
        person.key(Key::ArrowRight);
        person.pass(Duration::from_secs(1));
    }
    assert_eq!(stage(&person), Stage::After, "it is over");
    person.tab_into("Pain after");
    person.key(Key::Num3);
    person.must_see("From 5 to 3");
    person.enter_on("Save to the diary");
    saved(&mut person, 1);
    let entry = person.harness.state().state().diary.entries()[0].clone();
    let session = entry.as_session().expect("a session").clone();
    assert_eq!(session.pain_before.map(Intensity::get), Some(5), "before");
    assert_eq!(session.pain_after.map(Intensity::get), Some(3), "after");
}

#[test]
fn the_page_for_the_doctor_is_made_and_saved() {
    let mut person = with_diary(Person::new(), &plausible(TODAY, 60, 2));
    person.chord(Key::Num6);
    person.chord(Key::P);
    person.until("the page is drawn", |app| {
        let desk = &app.state().doctor;
        desk.preview().is_some() && !desk.is_waiting()
    });
    person.harness.run();
    person.enter_on("Save as PDF");
    let field = (Role::TextInput, "Folder and file name".to_owned());
    assert_eq!(person.focused(), Some(field), "in the sheet");
    person.enter_on("Save");
    person.until("it is saved", |app| {
        let notices = app.state().notices.list();
        notices.iter().any(|n| n.text.starts_with("Saved as"))
    });
}

#[test]
fn the_sheet_of_a_page_takes_the_keyboard_and_gives_it_back() {
    let mut person = Person::new();
    person.chord(Key::Num2);
    person.enter_on("Piriformis syndrome");
    person.must_see("What it feels like");
    person.enter_on("Save as PDF");
    let field = (Role::TextInput, "Folder and file name".to_owned());
    assert_eq!(person.focused(), Some(field), "in");
    person.key(Key::Escape);
    person.must_not_see("Folder and file name");
    let button = (Role::Button, "Save as PDF".to_owned());
    assert_eq!(person.focused(), Some(button), "back");
}

#[test]
fn the_sheet_of_help_takes_the_keyboard_and_gives_it_back() {
    let mut person = Person::new();
    person.chord(Key::Num7);
    let here = (Role::Button, "Guide".to_owned());
    person.tab_to(here.0, &here.1);
    person.key(Key::F1);
    let close = (Role::Button, "Close".to_owned());
    assert_eq!(person.focused(), Some(close), "in");
    for _ in 0..12 {
        person.key(Key::Tab);
        let inside = person.all_named(Role::Dialog, "Help");
        assert_eq!(inside.len(), 1, "still open");
        assert_ne!(person.focused(), Some(here.clone()), "Tab stays within");
    }
    person.key(Key::Escape);
    assert_eq!(person.focused(), Some(here), "back");
}

/// The window alone, with a state of the test's own.
struct Window {
    state: State,
    screens: Screens,
    now: Moment,
}

#[test]
fn the_sheet_of_closing_takes_the_keyboard_and_gives_it_back() {
    let library = Arc::new(Library::embedded().unwrap());
    let window = Window {
        state: State::new(library, Settings::default(), "folder".to_owned()),
        screens: Screens::default(),
        now: ManualClock::new().now(),
    };
    let mut harness = Harness::builder()
        .with_size([900.0, 640.0])
        .with_theme(Theme::Light)
        .with_context_setup(|ctx| {
            theme::install(ctx);
            egui_extras::install_image_loaders(ctx);
        })
        .build_ui_state(
            |ui, window: &mut Window| {
                let mut asked = Vec::new();
                let mut cx = Cx::new(&window.state, &window.now, &mut asked);
                shell::show(ui, &mut cx, &mut window.screens);
            },
            window,
        );
    let opener = |harness: &Harness<'_, Window>| {
        let rail = harness.get_by_role_and_label(Role::Navigation, "Screens");
        let node = rail.get_by_role_and_label(Role::Button, "Guide");
        egui_kittest::kittest::NodeT::accesskit_node(&node).is_focused()
    };
    for _ in 0..30 {
        if opener(&harness) {
            break;
        }
        harness.key_press(Key::Tab);
        harness.run();
    }
    assert!(opener(&harness), "the keyboard is on the page");
    let close = |window: &mut Window, busy| {
        let now = window.now.clone();
        window.state.close(busy, busy, &now);
    };
    close(harness.state_mut(), true);
    harness.run();
    let stay = harness.get_by_role_and_label(Role::Button, "Leave it open");
    let stay = egui_kittest::kittest::NodeT::accesskit_node(&stay).is_focused();
    assert!(stay, "in, on the safe one");
    close(harness.state_mut(), false);
    harness.run();
    assert!(opener(&harness), "back");
}
