//! Every screen in light and dark, as picture and outline.

use egui::Theme;
use unclench::action::{Action, CheckStep, StretchStep};
use unclench::screen::Screen;
use unclench::state::GuidePage;

use crate::kit::Person;

fn every_screen_in(theme: Theme) {
    let mut person = Person::with([900.0, 640.0], 1.0, theme);
    for screen in Screen::ALL {
        person.ask(Action::Open(screen));
        if screen == Screen::Stretch {
            person.ask(Action::Stretch(StretchStep::PassGate));
        }
        let name = format!("{}_{theme:?}", screen.key()).to_lowercase();
        person.picture(&name);
    }
}

#[test]
fn every_screen_looks_as_accepted_in_light() {
    every_screen_in(Theme::Light);
}

#[test]
fn every_screen_looks_as_accepted_in_dark() {
    every_screen_in(Theme::Dark);
}

#[test]
fn every_screen_reads_as_accepted() {
    let mut person = Person::new();
    for screen in Screen::ALL {
        person.ask(Action::Open(screen));
        person.outline(screen.key());
    }
}

#[test]
fn the_inner_pages_look_as_accepted() {
    let mut person = Person::new();
    person.ask(Action::Guide(GuidePage::Cause("piriformis_dgs".to_owned())));
    person.picture("page_cause");
    person.outline("page_cause");
    person.ask(Action::Guide(GuidePage::Cause(
        "gluteal_tendinopathy".to_owned(),
    )));
    person.picture("page_cause_plate");
    person.ask(Action::Guide(GuidePage::Figure("back_layers".to_owned())));
    person.picture("page_anatomy");
    person.outline("page_anatomy");
    person.ask(Action::Guide(GuidePage::Figure("side".to_owned())));
    person.picture("page_anatomy_side");
    person.ask(Action::Guide(GuidePage::Remedy("moist_heat".to_owned())));
    person.picture("page_remedy");
    person.ask(Action::Guide(GuidePage::Alert("cauda_equina".to_owned())));
    person.picture("page_alert");
    person.ask(Action::NewEntry);
    person.picture("page_log_sheet");
    person.ask(Action::Open(Screen::Check));
    person.ask(Action::Check(CheckStep::Begin));
    person.picture("page_check_card");
    person.ask(Action::Open(Screen::Stretch));
    person.ask(Action::Stretch(StretchStep::PassGate));
    person.ask(Action::Stretch(StretchStep::Start));
    person.picture("page_floor");
}

#[test]
fn the_pictures_of_a_cause_look_as_accepted() {
    let mut person = Person::with([1200.0, 900.0], 1.0, Theme::Light);
    person.ask(Action::Guide(GuidePage::Cause("piriformis_dgs".to_owned())));
    person.picture("page_cause_pair");
    person.ask(Action::Guide(GuidePage::Cause(
        "gluteal_tendinopathy".to_owned(),
    )));
    person.picture("page_cause_plate_wide");
}

#[test]
fn the_anatomy_looks_as_accepted_in_dark_and_lit() {
    let mut person = Person::with([900.0, 640.0], 1.0, Theme::Dark);
    person.ask(Action::Guide(GuidePage::Figure("back_layers".to_owned())));
    person.press("Piriformis");
    person.picture("page_anatomy_dark");
}
