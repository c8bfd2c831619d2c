//! Every screen in light and dark, small, large and zoomed.

use egui::Theme;
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;
use unclench::action::{Action, CheckStep, StretchStep};
use unclench::screen::Screen;
use unclench::state::{DiaryPage, GuidePage};

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
fn every_screen_holds_at_every_size() {
    for (size, zoom) in [
        ([480.0, 420.0], 1.0),
        ([900.0, 640.0], 1.5),
        ([1440.0, 900.0], 1.0),
    ] {
        let mut person = Person::with(size, zoom, Theme::Light);
        for screen in Screen::ALL {
            person.ask(Action::Open(screen));
            audit(&person, size[0]);
        }
        person.ask(Action::Guide(GuidePage::Cause("piriformis_dgs".to_owned())));
        audit(&person, size[0]);
        for figure in ["back_layers", "side", "circulation"] {
            person.ask(Action::Guide(GuidePage::Figure(figure.to_owned())));
            audit(&person, size[0]);
        }
        person.ask(Action::DiaryPage(DiaryPage::New(Box::default())));
        person.ask(Action::Open(Screen::Diary));
        audit(&person, size[0]);
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

/// Everything that can be pressed has a name, is large enough and lies within
/// the window's width; headings do not skip a level; pictures say what they show.
pub fn audit(person: &Person, width: f32) {
    let mut level = 0;
    visit(&person.harness.root(), width, &mut level);
}

fn visit(node: &Node<'_>, width: f32, level: &mut usize) {
    let inner = node.accesskit_node();
    let role = format!("{:?}", inner.role());
    let name = inner.label().or_else(|| inner.value()).unwrap_or_default();
    let pressable = matches!(
        role.as_str(),
        "Button" | "CheckBox" | "RadioButton" | "Link" | "ComboBox" | "TextInput" | "SpinButton"
    );
    if pressable || role == "Image" {
        assert!(!name.is_empty(), "a {role} without a name");
    }
    if pressable {
        let rect = node.rect();
        assert!(
            rect.width() >= 23.9 && rect.height() >= 17.9,
            "{role} {name:?} is {rect:?}"
        );
        assert!(
            rect.left() >= -0.5 && rect.right() <= width + 0.5,
            "{role} {name:?} reaches out of the window: {rect:?}"
        );
    }
    if role == "Heading" {
        let here = inner.level().unwrap_or(0);
        assert!(here >= 1, "the heading {name:?} has no level");
        assert!(here <= *level + 1, "the heading {name:?} skips a level");
        *level = here;
    }
    for child in node.children() {
        visit(&child, width, level);
    }
}
