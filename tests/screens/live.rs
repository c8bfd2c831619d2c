//! What is read out by itself: phases, urgency, what was saved, what was counted.

use egui::accesskit::Live;
use egui::{Key, Role};
use unclench::diary::example::{TODAY, plausible};
use unclench::screen::Screen;

use crate::check::{PIRIFORMIS, result_of};
use crate::floor::{holding, started};
use crate::kit::Person;
use crate::log::{plain, saved};
use crate::trends::with_diary;

/// Something with this text is read out by itself.
fn must_hear(person: &Person, urgency: Live, text: &str) {
    let all = person.read_out();
    assert!(
        all.iter()
            .any(|(how, said)| *how == urgency && said.contains(text)),
        "{text:?} is not read out ({urgency:?}), but {all:?}"
    );
}

#[test]
fn each_phase_of_a_stretch() {
    let mut person = holding(started());
    must_hear(&person, Live::Polite, "Hold");
    let first = person.read_out();
    person.key(Key::ArrowRight);
    assert_ne!(person.read_out(), first, "the next phase says more");
    person.key(Key::Space);
    person.must_see("Paused");
    must_hear(&person, Live::Polite, "Paused");
}

#[test]
fn the_urgency_as_soon_as_it_is_known() {
    let mut person = Person::new();
    person.open(Screen::Check);
    person.press("Start the check");
    let sign = "Yes: Numb or different feeling around the back passage, the genitals or the inner \
                thighs, for example when you wipe";
    person.act(Role::CheckBox, sign);
    must_hear(&person, Live::Assertive, "999");
    result_of(&mut person, "rf_saddle_numb=yes");
    must_hear(&person, Live::Assertive, "999");
    result_of(&mut person, PIRIFORMIS);
    must_hear(
        &person,
        Live::Polite,
        "Book an appointment within the next 1 to 4 weeks.",
    );
}

#[test]
fn what_is_missing_and_what_was_saved() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    person.press("Log a cramp");
    person.press("Save");
    let missing = person.read_out();
    let told = missing.iter().any(|(_, said)| said.contains("missing"));
    assert!(told, "{missing:?}");
    plain(&mut person);
    person.press("Save");
    saved(&mut person, 1);
    must_hear(&person, Live::Polite, "Saved.");
}

#[test]
fn what_was_counted() {
    let mut person = with_diary(Person::new(), &plausible(TODAY, 60, 2));
    person.open(Screen::Diary);
    must_hear(&person, Live::Polite, "entries");
    person.write(Role::TextInput, "Search the diary", "sitting");
    must_hear(&person, Live::Polite, "found");
    person.open(Screen::Guide);
    person.write(Role::TextInput, "Search the guide", "wallet");
    must_hear(&person, Live::Polite, "found");
    person.open(Screen::Trends);
    must_hear(&person, Live::Polite, "cramps on");
}
