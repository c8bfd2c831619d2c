//! From "It's cramping now" to the stretch and the entry, by role and name; the
//! presses are counted.

use std::time::Duration;

use egui::{Key, Role, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unclench::app::App;
use unclench::diary::begun::Begun;
use unclench::diary::entry::{Entry, Episode, Intensity, Lasted, Region, Side};
use unclench::screen::Screen;
use unclench::state::Stage;
use unclench::triage::Urgency;

use crate::audit::{SIZES, audit};
use crate::kit::Person;

const PRESS: &str = "It’s cramping now";
const NO_SIGN: &str = "None of these";
const GATE: &str = "None of these is true for me";

/// A person whose presses are counted.
struct Counted {
    person: Person,
    presses: usize,
}

impl Counted {
    fn new(person: Person) -> Self {
        let presses = 0;
        Self { person, presses }
    }

    fn press(&mut self, name: &str) {
        self.presses += 1;
        let all = self
            .person
            .harness
            .get_all_by_role_and_label(Role::Button, name);
        let first = all.into_iter().next().expect("a button");
        first.click_accesskit();
        self.person.harness.run();
    }

    fn act(&mut self, role: Role, name: &str) {
        self.presses += 1;
        self.person.act(role, name);
    }
}

fn runs(app: &App) -> bool {
    app.state().stretch.stage() == Stage::Floor
}

fn at(person: &Person) -> &unclench::state::State {
    person.harness.state().state()
}

fn until_kept(person: &mut Person) {
    person.until("every cramp is kept", |app| {
        let cramp = &app.state().cramp;
        cramp
            .open()
            .all(|b| b.id.is_some_and(|id| cramp.is_kept(id)))
    });
    person.harness.run();
}

fn until_saved(person: &mut Person, count: usize) -> Episode {
    person.until("the entry is safe", |app| {
        let diary = &app.state().diary;
        diary.len() == count && diary.unsaved().next().is_none()
    });
    person.harness.run();
    let entries = at(person).diary.entries().iter();
    let mut episodes = entries.filter_map(|entry| entry.as_episode());
    episodes.next_back().expect("an episode").clone()
}

fn files(person: &Person) -> usize {
    let folder = person.folder.path().join("unfinished");
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

/// Goes through the safety list once, so that it is not due.
fn with_gate_passed() -> Person {
    let mut person = Counted::new(Person::new());
    person.person.open(Screen::Stretch);
    person.press(GATE);
    person.person.open(Screen::Now);
    person.person
}

#[test]
fn from_launch_to_stretching_it_takes_three_presses_or_two() {
    let mut first = Counted::new(Person::new());
    first.press(PRESS);
    first.person.must_see("Is one of these true now?");
    first.press(NO_SIGN);
    first.press(GATE);
    assert!(runs(first.person.harness.state()), "it runs");
    assert_eq!(first.presses, 3, "with the safety list due");
    let mut later = Counted::new(with_gate_passed());
    later.press(PRESS);
    later.press(NO_SIGN);
    assert!(runs(later.person.harness.state()), "it runs");
    assert_eq!(later.presses, 2, "with the safety list answered");
}

#[test]
fn the_start_survives_a_crash_right_after_the_press() {
    let mut person = Person::new();
    person.press(PRESS);
    until_kept(&mut person);
    person.must_see("Noted at 03:10");
    assert_eq!(files(&person), 1, "a file of its own");
    let person = person.restart();
    person.must_see("Unfinished");
    person.must_see("Cramp of 03:10");
    person.must_see("Still missing: how long, where, how bad.");
}

#[test]
fn only_logging_it_takes_seven_presses_the_first_time_and_five_later() {
    let mut first = Counted::new(Person::new());
    first.press(PRESS);
    first.press("Only log it");
    first.act(Role::RadioButton, "Pain now 7 of 10");
    first.person.pass(Duration::from_mins(4));
    first.act(Role::CheckBox, "Left");
    first.act(Role::CheckBox, "Deep inside");
    first.press("It has stopped");
    first.press("Save");
    let episode = until_saved(&mut first.person, 1);
    assert_eq!(first.presses, 7, "with place and side told");
    assert_eq!(episode.duration, Lasted::Seconds(240), "from the stamp");
    assert_eq!(episode.regions, [Region::ButtockLeftDeep], "where");
    assert_eq!(episode.samples.len(), 1, "with its moment");
    assert_eq!(episode.woke_me, Some(true), "at ten past three");
    let mut later = Counted::new(first.person);
    later.person.open(Screen::Now);
    later.press(PRESS);
    later.press("Only log it");
    later.act(Role::RadioButton, "Pain now 4 of 10");
    later.person.must_see("Left buttock, deep inside");
    later.person.must_see("Proposed, as last time.");
    later.press("It has stopped");
    later.press("Save, place as last time");
    let episode = until_saved(&mut later.person, 2);
    assert_eq!(later.presses, 5, "three once the cramp is open");
    assert_eq!(episode.side, Side::Left, "as proposed");
    later.person.harness.run();
    later.person.must_not_see("Unfinished");
}

#[test]
fn the_stretch_is_joined_to_the_cramp_and_asks_how_it_is_now() {
    let mut person = with_gate_passed();
    person.press(PRESS);
    person.key(Key::Num8);
    person.press(NO_SIGN);
    assert!(runs(person.harness.state()), "it runs");
    person.pass(Duration::from_mins(10));
    person.act(Role::RadioButton, "Pain after 3 of 10");
    person.press("Save to the diary");
    person.must_see("How is it now?");
    person.must_see("8 at 03:10, 3 at 03:");
    let session = at(&person).diary.entries()[0].clone();
    let session = session.as_session().expect("a session");
    let open = at(&person).cramp.open().next().and_then(|begun| begun.id);
    assert!(open.is_some() && session.episode == open, "joined");
    assert_eq!(session.pain_before, Intensity::new(8), "before");
    assert_eq!(session.plan, "cramp", "the plan for a cramp");
    let plan = at(&person).settings.stretch.plan.clone();
    assert_eq!(plan, "", "is not remembered");
}

#[test]
fn it_is_finished_tomorrow_on_the_log_sheet() {
    let mut person = Person::new();
    person.press(PRESS);
    person.press("Only log it");
    person.act(Role::RadioButton, "Pain now 6 of 10");
    person.press("Finish later");
    until_kept(&mut person);
    person.clock.sleep(Duration::from_hours(15));
    let mut person = person.restart();
    person.must_see("Cramp of 03:10");
    person.press("Finish Cramp of 03:10");
    person.must_see("Log a cramp");
    person.act(Role::CheckBox, "10 min");
    person.act(Role::CheckBox, "Deep inside");
    person.act(Role::CheckBox, "Right");
    person.press("Save");
    let episode = until_saved(&mut person, 1);
    assert_eq!(episode.started_at.civil().hour(), 3, "its own start");
    assert_eq!(episode.pain_peak.get(), 6, "as told then");
    assert_eq!(episode.samples.len(), 1, "with its moment");
    person.until("its file is gone", |app| {
        app.state().cramp.open().count() == 0
    });
    let mut person = person.restart();
    person.open(Screen::Now);
    person.must_not_see("Unfinished");
    assert_eq!(files(&person), 0, "no leftover");
}

#[test]
fn two_cramps_overlap_and_both_are_kept() {
    let mut person = Person::new();
    person.press(PRESS);
    person.key(Key::Escape);
    person.pass(Duration::from_mins(20));
    person.press(PRESS);
    person.key(Key::Escape);
    until_kept(&mut person);
    person.must_see("Cramp of 03:10");
    person.must_see("Cramp of 03:30");
    assert_eq!(files(&person), 2, "a file each");
    person.press("How is it now? Cramp of 03:10");
    person.act(Role::RadioButton, "Pain now 2 of 10");
    person.press("Finish later");
    person.press("Discard Cramp of 03:30");
    person.must_not_see("Cramp of 03:30");
    person.press("Undo");
    person.must_see("Cramp of 03:30");
}

#[test]
fn the_keyboard_alone_goes_all_the_way() {
    let mut person = with_gate_passed();
    // Away from whatever had the keyboard.
    let ctx = person.harness.ctx.clone();
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
    person.key(Key::Enter);
    person.must_see("Is one of these true now?");
    person.key(Key::Num1);
    person.key(Key::Num0);
    let worst = |person: &Person| at(person).cramp.open().next().and_then(Begun::worst);
    assert_eq!(worst(&person), Some(Intensity::MAX), "a 1 and a 0");
    person.key(Key::Enter);
    assert!(
        runs(person.harness.state()),
        "the first focus is the way on"
    );
}

#[test]
fn escape_goes_back_and_loses_nothing() {
    let mut person = Person::new();
    person.press(PRESS);
    person.press("Yes or not sure");
    person.key(Key::Escape);
    person.must_see("Is one of these true now?");
    person.key(Key::Escape);
    person.must_see("Unfinished");
    person.press("How is it now? Cramp of 03:10");
    person.key(Key::Num5);
    person.key(Key::Escape);
    person.must_see("Still missing: how long, where.");
}

#[test]
fn an_emergency_sign_stops_everything() {
    let mut person = Counted::new(with_gate_passed());
    person.press(PRESS);
    person.press("Yes or not sure");
    person.person.must_see("999");
    person.press("Numb between the legs, or new trouble with passing urine or stool");
    assert_eq!(person.presses, 3, "two for the signs");
    assert_eq!(at(&person.person).screen, Screen::Check, "the result");
    let urgency = at(&person.person).check.urgency();
    assert_eq!(urgency, Some(Urgency::EmergencyNow), "now");
    person.person.open(Screen::Now);
    person.press("Stretch it");
    person.press(NO_SIGN);
    assert!(!runs(person.person.harness.state()), "no stretch");
    person.person.must_see("Have this looked at first");
}

#[test]
fn an_entry_still_going_is_asked_about_the_next_day() {
    let mut person = Person::new();
    person.press(PRESS);
    person.press("Only log it");
    person.key(Key::Num4);
    person.act(Role::CheckBox, "Left");
    person.act(Role::CheckBox, "Sit bone");
    person.act(Role::CheckBox, "Still going");
    person.press("Save");
    until_saved(&mut person, 1);
    person.must_not_see("Did it stop?");
    person.clock.sleep(Duration::from_hours(20));
    let mut person = person.restart();
    person.must_see("Did it stop?");
    person.act(Role::CheckBox, "30 min");
    person.until("it is changed", |app| {
        let entry: &Entry = &app.state().diary.entries()[0];
        entry.as_episode().map(|e| e.duration) == Some(Lasted::Seconds(1800))
    });
    person.harness.run();
    person.must_not_see("Did it stop?");
}

/// Every page of the flow, to be looked at and measured.
pub(crate) fn walk(person: &mut Person, mut look: impl FnMut(&mut Person, &str)) {
    person.press(PRESS);
    until_kept(person);
    look(person, "signs");
    person.press("Yes or not sure");
    look(person, "which");
    person.press("Back");
    person.press("Only log it");
    person.key(Key::Num7);
    person.pass(Duration::from_mins(5));
    person.key(Key::Num4);
    until_kept(person);
    look(person, "cramp");
    person.press("It has stopped");
    person.act(Role::CheckBox, "Left");
    person.act(Role::CheckBox, "Deep inside");
    until_kept(person);
    look(person, "ready");
    person.press("Finish later");
    look(person, "tray");
}

#[test]
fn every_page_holds_at_every_size() {
    for (size, zoom) in SIZES {
        let mut person = Person::with(size, zoom, Theme::Light);
        walk(&mut person, |person, _| audit(person, size[0]));
    }
}

#[test]
fn every_page_looks_as_accepted_at_night() {
    let mut person = Person::new();
    walk(&mut person, |person, page| {
        if page != "tray" {
            person.picture(&format!("now_{page}_night"));
        }
    });
}

#[test]
fn every_page_looks_as_accepted_by_day() {
    let mut person = Person::new();
    person.clock.pass(Duration::from_hours(9));
    person.harness.run();
    walk(&mut person, |person, page| {
        person.picture(&format!("now_{page}_light"));
    });
}

#[test]
fn the_signs_are_read_out_in_order() {
    let mut person = Person::new();
    person.press(PRESS);
    until_kept(&mut person);
    person.outline("now_signs");
    let none = person
        .harness
        .get_by_role_and_label(Role::Button, NO_SIGN)
        .accesskit_node();
    assert!(none.is_focused(), "the first focus");
}
