//! The body map, from behind and from the front: painted where it is pressed, and
//! the same in words.

use egui::{Role, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unclench::action::Action;

use crate::audit::{SIZES, audit};
use crate::kit::Person;

fn opened(size: [f32; 2], zoom: f32, theme: Theme) -> Person {
    let mut person = Person::with(size, zoom, theme);
    person.ask(Action::NewEntry);
    person.press("All places, on the body map");
    person
}

fn is_on(person: &Person, place: &str) -> bool {
    let place = person.harness.get_by_role_and_label(Role::CheckBox, place);
    place.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

/// Presses a place of the picture, in units of the drawing (480 by 560).
fn press_at(person: &mut Person, (x, y): (f32, f32)) {
    let pictures = person.harness.get_all_by_role(Role::Image);
    let rect = pictures
        .filter(|image| {
            let name = image.accesskit_node().label().unwrap_or_default();
            name.contains("can be chosen")
        })
        .map(|image| image.rect())
        .next()
        .expect("the picture");
    let scale = rect.height() / 560.0;
    let left = rect.center().x - 240.0 * scale;
    let at = egui::pos2(left + x * scale, rect.top() + y * scale);
    person.harness.hover_at(at);
    person.harness.run();
    person.harness.drag_at(at);
    person.harness.run();
    person.harness.drop_at(at);
    person.harness.run();
}

#[test]
fn the_front_is_painted_as_the_back_is() {
    let mut person = opened([900.0, 1500.0], 1.0, Theme::Light);
    person.must_see("Seen from behind: your left is on the left");
    press_at(&mut person, (160.0, 470.0));
    assert!(is_on(&person, "Back of the left thigh"), "from behind");
    person.act(Role::RadioButton, "Front");
    person.must_see("Seen from the front: your left is on the right");
    press_at(&mut person, (314.0, 286.0));
    assert!(is_on(&person, "Left groin"), "the person's left");
    press_at(&mut person, (158.0, 450.0));
    assert!(
        is_on(&person, "Front of the right thigh"),
        "the person's right"
    );
    press_at(&mut person, (314.0, 286.0));
    assert!(!is_on(&person, "Left groin"), "taken off");
    assert!(
        is_on(&person, "Back of the left thigh"),
        "what was painted stays"
    );
}

#[test]
fn the_front_holds_at_every_size() {
    for (size, zoom) in SIZES {
        let mut person = opened(size, zoom, Theme::Light);
        person.act(Role::RadioButton, "Front");
        audit(&person, size[0]);
    }
}

fn front_looks(theme: Theme, name: &str) {
    let mut person = opened([900.0, 1300.0], 1.0, theme);
    person.act(Role::RadioButton, "Front");
    person.act(Role::CheckBox, "Left groin");
    person.picture(name);
}

#[test]
fn the_front_looks_as_accepted_in_light() {
    front_looks(Theme::Light, "map_front_light");
}

#[test]
fn the_front_looks_as_accepted_in_dark() {
    front_looks(Theme::Dark, "map_front_dark");
}
