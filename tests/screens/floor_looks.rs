//! How the floor view looks: in every light, narrow, tall, zoomed, and lying on
//! its side.

use std::time::Duration;

use egui::{Key, Theme};
use unclench::action::{Action, StretchStep};
use unclench::screen::Screen;
use unclench::settings::{Motion, Night, Settings};
use unclench::stretch::Command;

use crate::floor::{holding, started};
use crate::kit::Person;

/// Three seconds into the first hold.
fn looks(name: &str, size: [f32; 2], zoom: f32, theme: Theme, turns: u8) {
    looks_with(name, size, zoom, theme, turns, Settings::default());
}

fn looks_with(name: &str, size: [f32; 2], zoom: f32, theme: Theme, turns: u8, settings: Settings) {
    let mut person = Person::with(size, zoom, theme);
    person.ask(Action::Settings(Box::new(settings)));
    person.ask(Action::Open(Screen::Stretch));
    person.ask(Action::Stretch(StretchStep::PassGate));
    person.ask(Action::Stretch(StretchStep::Start));
    for _ in 0..3 {
        person.ask(Action::Stretch(StretchStep::Command(Command::Next)));
    }
    person.pass(Duration::from_secs(3));
    for _ in 0..turns {
        person.key(Key::T);
    }
    person.picture(name);
    crate::audit::audit_turned(&person, size[0]);
}

const USUAL: [f32; 2] = [900.0, 640.0];

#[test]
fn it_looks_as_accepted_in_light() {
    looks("floor_light", USUAL, 1.0, Theme::Light, 0);
}

#[test]
fn it_looks_as_accepted_in_dark() {
    looks("floor_dark", USUAL, 1.0, Theme::Dark, 0);
}

#[test]
fn it_looks_as_accepted_at_night() {
    let night = Settings {
        night: Night::On,
        ..Settings::default()
    };
    looks_with("floor_night", USUAL, 1.0, Theme::Dark, 0, night);
}

#[test]
fn it_looks_as_accepted_still() {
    let still = Settings {
        motion: Motion::Reduced,
        ..Settings::default()
    };
    looks_with("floor_still", USUAL, 1.0, Theme::Light, 0, still);
}

#[test]
fn it_looks_as_accepted_on_its_side() {
    looks("floor_quarter", USUAL, 1.0, Theme::Light, 1);
}

#[test]
fn it_looks_as_accepted_upside_down() {
    looks("floor_half", USUAL, 1.0, Theme::Light, 2);
}

#[test]
fn it_looks_as_accepted_narrow() {
    looks("floor_narrow", [480.0, 420.0], 1.0, Theme::Light, 0);
}

#[test]
fn it_looks_as_accepted_tall() {
    looks("floor_tall", [640.0, 1_000.0], 1.0, Theme::Light, 0);
}

#[test]
fn it_looks_as_accepted_at_the_largest_zoom() {
    looks("floor_zoomed", [360.0, 256.0], 2.5, Theme::Light, 0);
}

#[test]
fn a_switch_of_sides_looks_as_accepted() {
    let mut person = holding(started());
    person.key(Key::S);
    person.pass(Duration::from_secs(2));
    person.must_see("Left buttock");
    person.picture("floor_switch");
}

#[test]
fn a_pause_looks_as_accepted() {
    let mut person = holding(started());
    person.pass(Duration::from_secs(3));
    person.key(Key::Space);
    person.picture("floor_paused");
    person.outline("floor_paused");
}
