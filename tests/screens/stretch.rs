//! The stretch from the safety list to the diary, as a person goes through it.

use std::time::Duration;

use egui::{Key, Role, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unclench::action::{Action, CheckStep, StretchStep};
use unclench::diary::entry::{Ended, Intensity, Session};
use unclench::screen::Screen;
use unclench::state::Stage;
use unclench::triage::{Answer, Answers};

use crate::audit::{SIZES, audit};
use crate::kit::Person;

const NONE: &str = "None of these is true for me";

/// Presses the first of several buttons of this name.
fn press_first(person: &mut Person, name: &str) {
    let all = person.harness.get_all_by_role_and_label(Role::Button, name);
    let first = all.into_iter().next().expect("a button");
    first.click_accesskit();
    person.harness.run();
}

fn at_set_up() -> Person {
    let mut person = Person::new();
    person.open(Screen::Stretch);
    press_first(&mut person, NONE);
    person
}

fn stage(person: &Person) -> Stage {
    person.harness.state().state().stretch.stage()
}

fn is_barred(person: &Person, version: &str) -> bool {
    let node = person
        .harness
        .get_by_role_and_label(Role::RadioButton, version);
    node.accesskit_node().is_disabled()
}

fn last_session(person: &mut Person, count: usize) -> Session {
    person.until("the session is safe", |app| {
        app.state().diary.len() == count && app.state().diary.unsaved().next().is_none()
    });
    person.harness.run();
    let diary = &person.harness.state().state().diary;
    let mut sessions = diary.entries().iter().filter_map(|e| e.as_session());
    sessions.next_back().expect("a session").clone()
}

/// Does the whole session and answers how it was.
fn a_session(person: &mut Person, before: u8, after: u8, pull: u8) {
    person.act(Role::RadioButton, &format!("Pain before {before} of 10"));
    person.press("Start the stretch");
    person.pass(Duration::from_secs(400));
    person.act(Role::RadioButton, &format!("Pain after {after} of 10"));
    person.act(Role::RadioButton, &format!("Pull {pull} of 10"));
}

#[test]
fn the_safety_list_picks_the_safe_version_and_says_why() {
    let mut person = Person::new();
    person.open(Screen::Stretch);
    person.must_see("Before you stretch");
    person.act(
        Role::CheckBox,
        "A knee hurts on twisting, gives way, or has a torn meniscus.",
    );
    person.must_see("Use the chair or the wall, and hold the shin.");
    press_first(&mut person, "Go on with 1 ticked");
    person.must_see("Your safety answers: On your back, foot on a wall");
    assert!(is_barred(&person, "On your back, drawn in"), "level 2");
    assert!(
        !is_barred(&person, "On your back, foot on a wall"),
        "level 1b"
    );
    let mut person = person.restart();
    person.open(Screen::Stretch);
    person.must_see("Your safety answers: On your back, foot on a wall");
    person.press("Your safety answers");
    person.must_see("Before you stretch");
    press_first(&mut person, "Leave it as it was");
    person.must_see("Your safety answers: On your back, foot on a wall");
}

#[test]
fn a_reason_not_to_stretch_blocks_and_shows_the_way_out() {
    let mut person = Person::new();
    person.open(Screen::Stretch);
    person.act(Role::CheckBox, "A leg is hot, swollen or red.");
    press_first(&mut person, "Go on with 1 ticked");
    person.must_see("Not now");
    person.must_see("It may be a clot in a vein.");
    assert_eq!(stage(&person), Stage::Gate, "no way past");
    person.press("Check my symptoms");
    assert_eq!(
        person.harness.state().state().screen,
        Screen::Check,
        "the way out"
    );
    let mut person = person.restart();
    person.open(Screen::Stretch);
    person.must_see("Not now");
    person.press("Change my safety answers");
    person.act(Role::CheckBox, "A leg is hot, swollen or red.");
    press_first(&mut person, NONE);
    assert_eq!(stage(&person), Stage::SetUp, "changed");
}

#[test]
fn an_open_red_flag_blocks_until_it_has_been_looked_at() {
    let mut person = at_set_up();
    let answers = Answers::from([("rf_fever".to_owned(), Answer::option("fever_or_chills"))]);
    person.ask(Action::Check(CheckStep::With(answers)));
    person.must_see("Have this looked at first");
    person.must_see("shivering or chills with this pain");
    assert_eq!(stage(&person), Stage::Gate, "blocked");
    person.press("It has been looked at");
    assert_eq!(stage(&person), Stage::SetUp, "open again");
    person.must_see("On 23 November 2026 you said that a warning sign had been looked at.");
    let person = person.restart();
    let settings = &person.harness.state().state().settings;
    assert!(settings.flags_seen.is_some(), "with its date");
}

#[test]
fn the_list_comes_back_after_thirty_days() {
    let mut person = at_set_up();
    person.clock.sleep(Duration::from_hours(24 * 29));
    person.harness.run();
    assert_eq!(stage(&person), Stage::SetUp, "29 days");
    person.clock.sleep(Duration::from_hours(24));
    person.harness.run();
    assert_eq!(stage(&person), Stage::Gate, "30 days");
}

#[test]
fn routine_plan_side_and_own_lengths_are_remembered() {
    let mut person = at_set_up();
    person.act(Role::RadioButton, "On your back, drawn in");
    person.must_see("2 holds of 30 s on each side, right first.");
    person.act(Role::RadioButton, "Left");
    person.act(Role::RadioButton, "That side last");
    person.act(Role::RadioButton, "65 and over");
    person.must_see("2 holds of 30 s on each side, right first.");
    let mut person = person.restart();
    person.open(Screen::Stretch);
    let desk = &person.harness.state().state().stretch;
    assert_eq!(desk.plan_id(), "older", "the plan");
    assert_eq!(desk.options().rest_secs, 15, "its rest");
    assert_eq!(desk.routine().unwrap().id, "figure_four", "the routine");
    assert_eq!(
        desk.options().sides,
        unclench::stretch::Sides::RightFirst,
        "the sore left side last"
    );
    person.act(Role::RadioButton, "Your own");
    let desk = &person.harness.state().state().stretch;
    assert_eq!(desk.plan_id(), "own", "own lengths");
}

#[test]
fn level_3_is_only_there_when_nothing_hurts() {
    let mut person = at_set_up();
    assert!(
        is_barred(&person, "On your back, drawn across"),
        "pain not told"
    );
    person.act(Role::RadioButton, "Pain before 2 of 10");
    assert!(is_barred(&person, "On your back, drawn across"), "it hurts");
    person.act(Role::RadioButton, "Pain before 0 of 10");
    assert!(
        !is_barred(&person, "On your back, drawn across"),
        "nothing hurts"
    );
    person.act(Role::RadioButton, "On your back, drawn across");
    let desk = &person.harness.state().state().stretch;
    assert_eq!(desk.routine().unwrap().level, "3", "chosen");
    person.act(Role::RadioButton, "Pain before 4 of 10");
    let desk = &person.harness.state().state().stretch;
    assert_eq!(
        desk.routine().unwrap().level,
        "2",
        "the nearest that is left"
    );
}

#[test]
fn three_easy_sessions_suggest_the_next_level_and_nothing_moves_by_itself() {
    let mut person = at_set_up();
    for n in 1..=2 {
        a_session(&mut person, 3, 2, 2);
        person.must_not_see("Next time: a little further?");
        person.press("Save to the diary");
        last_session(&mut person, n);
    }
    a_session(&mut person, 3, 2, 1);
    person.must_see("Next time: a little further?");
    person.must_see("Three times in a row the pull was 2 or less");
    person.press("Use it next time");
    person.must_see("Set for next time: On your back, drawn in.");
    person.press("Save to the diary");
    let session = last_session(&mut person, 3);
    assert_eq!(session.routine, "figure_four_foot_down", "what was done");
    assert_eq!(session.plan, "beginner", "its plan");
    assert_eq!(session.pull.map(Intensity::get), Some(1), "the pull");
    let desk = &person.harness.state().state().stretch;
    assert_eq!(
        desk.routine().unwrap().id,
        "figure_four",
        "taken by a press"
    );
}

#[test]
fn too_much_suggests_a_gentler_one_that_can_be_declined() {
    let mut person = at_set_up();
    person.press("Start the stretch");
    person.pass(Duration::from_secs(30));
    person.ask(Action::Stretch(StretchStep::Command(
        unclench::stretch::Command::TooMuch,
    )));
    person.pass(Duration::from_secs(400));
    person.must_see("Next time: a gentler one?");
    person.must_see("On a chair");
    person.press("Keep the one I have");
    person.must_not_see("Next time: a gentler one?");
    person.press("Save to the diary");
    last_session(&mut person, 1);
    let desk = &person.harness.state().state().stretch;
    assert_eq!(desk.routine().unwrap().level, "1", "as it was");
}

#[test]
fn a_sign_to_stop_explains_itself_and_opens_the_check() {
    let mut person = at_set_up();
    person.press("Start the stretch");
    person.pass(Duration::from_secs(30));
    person.ask(Action::Stretch(StretchStep::Command(
        unclench::stretch::Command::Stop(unclench::stretch::StopReason::Pain),
    )));
    person.must_see("Stopped: what did you feel?");
    person.act(Role::CheckBox, "Tingling");
    person.must_see("Tingling down the leg means that a nerve is being stretched.");
    person.must_see("Rest it for 48 hours");
    person.act(Role::CheckBox, "Chest pain");
    person.must_see("Get emergency help now");
    person.act(Role::CheckBox, "Chest pain");
    person.press("Check my symptoms");
    let check = &person.harness.state().state().check;
    let told = check.run().answers().get("leg_numb_tingle");
    assert_eq!(told, Some(&Answer::option("yes")), "what was felt is told");
    person.open(Screen::Stretch);
    person.press("Save to the diary");
    let session = last_session(&mut person, 1);
    assert!(
        matches!(session.ended, Ended::Stopped(r) if r.id() == "tingling"),
        "{:?}",
        session.ended
    );
    person.must_see("Rest it until Wednesday");
    person.must_see("Start all the same");
}

#[test]
fn a_cramp_is_stretched_and_joined_to_its_entry() {
    let mut person = Person::new();
    person.open(Screen::Stretch);
    press_first(&mut person, NONE);
    person.act(Role::RadioButton, "Left");
    person.act(Role::RadioButton, "Only that side");
    person.act(Role::RadioButton, "Pain before 7 of 10");
    person.press("Start the stretch");
    person.pass(Duration::from_secs(400));
    person.must_see("How is the buttock now?");
    person.act(Role::RadioButton, "Pain after 3 of 10");
    person.must_see("From 7 to 3: 4 lower, clearly better.");
    person.press("Save to the diary");
    let session = last_session(&mut person, 1);
    assert_eq!(session.right.rounds, 0, "the left side alone");
    person.open(Screen::Diary);
    person.press("Log a cramp");
    person.act(Role::CheckBox, "15 minutes ago");
    person.act(Role::CheckBox, "10 min");
    person.act(Role::CheckBox, "Deep inside");
    person.act(Role::CheckBox, "Left");
    person.act(Role::RadioButton, "Worst pain 7 of 10");
    person.press("Save");
    person.until("the entry is safe", |app| {
        app.state().diary.len() == 2 && app.state().diary.unsaved().next().is_none()
    });
    person.harness.run();
    person.press("Edit 23 November 03:01, Left buttock, deep inside");
    person.must_see("You stretched at 03:1");
    person.must_see("pain 7 to 3");
}

#[test]
fn the_keyboard_alone_goes_from_the_safety_list_to_the_floor() {
    let mut person = Person::new();
    person.open(Screen::Stretch);
    let focus = |person: &mut Person, role, name: &str| {
        for _ in 0..60 {
            person.key(Key::Tab);
            let all = person.harness.query_all_by_role_and_label(role, name);
            if all.into_iter().any(|node| node.is_focused()) {
                return;
            }
        }
        panic!("{name} is not reached by Tab");
    };
    focus(&mut person, Role::Button, NONE);
    person.key(Key::Enter);
    assert_eq!(stage(&person), Stage::SetUp, "answered");
    focus(&mut person, Role::RadioButton, "Pain before 0 of 10");
    person.key(Key::Num5);
    focus(&mut person, Role::Button, "Start the stretch");
    person.key(Key::Enter);
    assert_eq!(stage(&person), Stage::Floor, "it runs");
    let before = person.harness.state().state().stretch.before();
    assert_eq!(before, Some(5), "pain was told");
}

pub(crate) fn pages(person: &mut Person, mut look: impl FnMut(&mut Person, &str)) {
    person.ask(Action::Open(Screen::Stretch));
    look(person, "gate");
    person.ask(Action::Stretch(StretchStep::AnswerGate(vec![
        "clot".to_owned(),
    ])));
    look(person, "blocked");
    person.ask(Action::Stretch(StretchStep::AnswerGate(vec![
        "numb".to_owned(),
    ])));
    look(person, "limited");
    person.ask(Action::Stretch(StretchStep::PassGate));
    person.ask(Action::Stretch(StretchStep::Before(Some(5))));
    person.ask(Action::Stretch(StretchStep::Start));
    person.ask(Action::Stretch(StretchStep::Command(
        unclench::stretch::Command::Stop(unclench::stretch::StopReason::Pain),
    )));
    person.act(Role::CheckBox, "Numbness");
    look(person, "after");
    person.ask(Action::Stretch(StretchStep::Discard));
    let answers = Answers::from([("rf_saddle_numb".to_owned(), Answer::option("yes"))]);
    person.ask(Action::Check(CheckStep::With(answers)));
    look(person, "flag");
}

#[test]
fn every_page_holds_at_every_size() {
    for (size, zoom) in SIZES {
        let mut person = Person::with(size, zoom, Theme::Light);
        pages(&mut person, |person, _| audit(person, size[0]));
    }
}

#[test]
fn the_set_up_looks_as_accepted_where_there_is_room() {
    let mut person = Person::with([1440.0, 1900.0], 1.0, Theme::Light);
    person.ask(Action::Open(Screen::Stretch));
    person.ask(Action::Stretch(StretchStep::PassGate));
    person.act(Role::RadioButton, "Left");
    person.picture("stretch_wide");
}

fn every_page_looks_as_accepted_in(theme: Theme) {
    let mut person = Person::with([900.0, 1000.0], 1.0, theme);
    pages(&mut person, |person, page| {
        person.picture(&format!("stretch_{page}_{theme:?}").to_lowercase());
    });
}

#[test]
fn every_page_looks_as_accepted_in_light() {
    every_page_looks_as_accepted_in(Theme::Light);
}

#[test]
fn every_page_looks_as_accepted_in_dark() {
    every_page_looks_as_accepted_in(Theme::Dark);
}
