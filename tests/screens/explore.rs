//! The guide explored: two causes side by side, and causes by the place that hurts.

use egui::{Role, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unclench::action::Action;
use unclench::screen::Screen;
use unclench::state::GuidePage;

use crate::audit::{SIZES, audit};
use crate::kit::Person;

const PAIR: &str = "Piriformis syndrome or Sciatica from a disc";

fn pair(a: &str, b: &str) -> Action {
    Action::Guide(GuidePage::Compare(a.to_owned(), b.to_owned()))
}

#[test]
fn two_causes_are_compared_from_the_first_page() {
    let mut person = Person::new();
    person.open(Screen::Guide);
    person.press(PAIR);
    person.must_see("What tells them apart");
    person.must_see("It travels below the knee.");
    person.must_see("Piriformis syndrome: speaks against it");
    person.must_see("With a disc, the pain often goes below the knee");
    person.press("Read the whole page: Piriformis syndrome");
    person.must_see("What it feels like");
    person.press("Back");
    person.must_see("What tells them apart");
    person.press("Back");
    person.must_see("Search the guide");
}

#[test]
fn any_two_causes_are_chosen_from_the_lists() {
    let mut person = Person::new();
    person.open(Screen::Guide);
    person.press("Any two causes");
    person.must_see("Choose two causes");
    for (list, cause) in [
        ("First cause", "Piriformis syndrome"),
        ("Second cause", "Worn or pinched hip joint"),
    ] {
        person.act(Role::ComboBox, list);
        person
            .harness
            .get_by(|node| node.label().is_some_and(|l| l.starts_with(cause)))
            .click_accesskit();
        person.harness.run();
    }
    person.must_see("What tells them apart");
    person.press("Back");
    person.must_see("Search the guide");
}

#[test]
fn a_cause_leads_to_the_comparison_with_its_look_alike() {
    let mut person = Person::new();
    person.ask(Action::Guide(GuidePage::Cause("piriformis_dgs".to_owned())));
    person.press("Compare side by side: Sciatica from a disc");
    person.must_see("What tells them apart");
}

#[test]
fn a_place_is_chosen_in_the_list_and_leads_to_a_cause() {
    let mut person = Person::new();
    person.open(Screen::Guide);
    person.press("Where does it hurt?");
    person.must_see("Nothing is chosen yet.");
    person.act(Role::CheckBox, "Left buttock, deep inside");
    person.act(Role::RadioButton, "Into the thigh");
    person.must_see("the closest first");
    let row = person
        .harness
        .get_by_role_and_label(Role::Button, "Piriformis syndrome");
    let why = row.accesskit_node().description().unwrap_or_default();
    assert_eq!(
        why, "Often felt deep in the buttock. Pain into the thigh speaks for it.",
        "the reason in words"
    );
    person.press("Piriformis syndrome");
    person.must_see("What it feels like");
    person.press("Back");
    person.press("Clear what I chose");
    person.must_see("Nothing is chosen yet.");
}

#[test]
fn a_place_is_chosen_on_the_picture_itself() {
    let mut person = Person::with([1200.0, 1000.0], 1.0, Theme::Light);
    person.ask(Action::Guide(GuidePage::Find));
    let picture = person.harness.get_by_role(Role::Image).rect();
    // The middle of the low back: half across, a fifth down.
    let at = picture.min + picture.size() * egui::vec2(0.5, 0.2);
    person.harness.hover_at(at);
    person.harness.run();
    person.must_see("The lowest vertebrae");
    person.harness.drag_at(at);
    person.harness.run();
    person.harness.drop_at(at);
    person.harness.run();
    person.must_see("causes fit, the closest first");
}

#[test]
fn the_pages_hold_at_every_size() {
    for (size, zoom) in SIZES {
        let mut person = Person::with(size, zoom, Theme::Light);
        person.ask(Action::Open(Screen::Guide));
        for page in [
            pair("piriformis_dgs", "disc_radiculopathy"),
            pair("", ""),
            Action::Guide(GuidePage::Find),
        ] {
            person.ask(page);
            audit(&person, size[0]);
        }
    }
}

#[test]
fn the_pages_look_as_accepted() {
    let mut person = Person::with([1200.0, 1500.0], 1.0, Theme::Light);
    person.ask(pair("piriformis_dgs", "disc_radiculopathy"));
    person.ask(Action::Open(Screen::Guide));
    person.picture("page_compare");
    person.outline("page_compare");
    person.ask(Action::Guide(GuidePage::Find));
    person.picture("page_find");
    person.act(Role::CheckBox, "Left buttock, deep inside");
    person.act(Role::CheckBox, "Back of the left thigh");
    person.act(Role::RadioButton, "Below the knee");
    person.picture("page_find_chosen");
    person.outline("page_find");
}

#[test]
fn the_pages_look_as_accepted_where_it_is_narrow() {
    let mut person = Person::with([600.0, 1200.0], 1.0, Theme::Light);
    person.ask(Action::Open(Screen::Guide));
    person.ask(pair("proctalgia_fugax", "levator_ani"));
    person.picture("page_compare_narrow");
    person.ask(Action::Guide(GuidePage::Find));
    person.picture("page_find_narrow");
}
