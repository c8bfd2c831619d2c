//! "None of these" is an answer to every sign: it is there once all of them were on
//! the screen, by key and by wheel.

use std::time::Duration;

use egui::{Key, Role, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::kit::Person;

const PRESS: &str = "It’s cramping now";
const NO_SIGN: &str = "None of these";

#[test]
fn none_of_these_comes_after_every_sign_was_on_the_screen() {
    let mut person = Person::with([480.0, 420.0], 1.0, Theme::Light);
    person.press(PRESS);
    let answer = |person: &Person| {
        let found = person
            .harness
            .query_by_role_and_label(Role::Button, NO_SIGN);
        found.is_some()
    };
    assert!(!answer(&person), "the last signs are below the fold");
    person.must_see("Yes or not sure");
    // The keyboard stands on the way on, and Enter goes down the list.
    let mut read = 0;
    while !answer(&person) {
        let on = person
            .harness
            .get_by_role_and_label(Role::Button, "Read on");
        assert!(on.accesskit_node().is_focused(), "the keyboard is there");
        person.key(Key::Enter);
        person.harness.run();
        read += 1;
        assert!(read < 8, "the list has an end");
    }
    // Enter, pressed once too often, is not taken for the answer.
    person.key(Key::Enter);
    person.must_see("Is one of these true now?");
    person.pass(Duration::from_millis(600));
    person.key(Key::Enter);
    person.must_not_see("Is one of these true now?");
}

#[test]
fn in_a_window_that_shows_all_signs_the_answer_is_there_at_once() {
    let mut person = Person::new();
    person.press(PRESS);
    person.must_not_see("Read on");
    let mut low = Person::with([480.0, 420.0], 1.0, Theme::Light);
    low.press(PRESS);
    low.must_see("Read on");
    // A wheel is as good.
    for _ in 0..6 {
        low.harness.hover_at(egui::pos2(260.0, 200.0));
        low.harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -120.0),
            modifiers: egui::Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
        });
        low.harness.run();
    }
    low.must_not_see("Read on");
    low.must_see(NO_SIGN);
}
