//! A page is saved as PDF: asked where, told what stands in the way, found again.

use egui::{Key, Modifiers, Role, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unclench::action::{Action, CheckStep, StretchStep};
use unclench::diary::entry::Side as Sore;
use unclench::print::Page;
use unclench::screen::Screen;
use unclench::settings::Settings;
use unclench::state::{GuidePage, PrintStep};
use unclench::stretch::{Order, Sides};

use crate::audit::audit;
use crate::kit::Person;

const FIELD: &str = "Folder and file name";

fn at_a_cause(size: [f32; 2], zoom: f32, theme: Theme) -> Person {
    let mut person = Person::with(size, zoom, theme);
    person.ask(Action::Guide(GuidePage::Cause("piriformis_dgs".to_owned())));
    person
}

/// What the field says.
fn proposed(person: &Person) -> String {
    let field = person.harness.get_by_role_and_label(Role::TextInput, FIELD);
    field.accesskit_node().value().unwrap_or_default()
}

fn wait_until_saved(person: &mut Person) {
    person.until("the page is saved", |app| {
        let notices = app.state().notices.list();
        notices.iter().any(|n| n.text.starts_with("Saved as"))
    });
    person.harness.run();
}

#[test]
fn a_page_is_saved_where_it_is_proposed_and_never_replaced_unasked() {
    let mut person = at_a_cause([900.0, 640.0], 1.0, Theme::Light);
    person.press("Save as PDF");
    let path = person.folder.path().join("Piriformis syndrome.pdf");
    assert_eq!(proposed(&person), path.display().to_string(), "proposed");
    person.press("Save");
    wait_until_saved(&mut person);
    person.must_not_see(FIELD);
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"), "there");

    std::fs::write(&path, "mine").unwrap();
    person.press("Save as PDF");
    person.press("Save");
    person.until("it is refused", |app| {
        app.state().print.sheet().is_some_and(|s| s.taken)
    });
    person.harness.run();
    person.must_see("This file is there already");
    assert_eq!(std::fs::read(&path).unwrap(), b"mine", "untouched");
    person.press("Replace the file");
    person.until("it is replaced", |app| app.state().print.sheet().is_none());
    assert!(
        std::fs::read(&path).unwrap().starts_with(b"%PDF"),
        "replaced"
    );
}

#[test]
fn what_stands_in_the_way_is_said_and_the_path_can_be_mended() {
    let mut person = at_a_cause([900.0, 640.0], 1.0, Theme::Light);
    person.press("Save as PDF");
    let gone = person.folder.path().join("gone").join("page");
    person
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::A);
    person.write(Role::TextInput, FIELD, &gone.display().to_string());
    person.press("Save");
    person.until("it failed", |app| {
        app.state()
            .print
            .sheet()
            .is_some_and(|s| s.problem.is_some())
    });
    person.harness.run();
    person.must_see("The folder is not there; make it first");
    std::fs::create_dir(person.folder.path().join("gone")).unwrap();
    person.press("Save");
    wait_until_saved(&mut person);
    assert!(gone.with_extension("pdf").exists(), "the ending is added");
}

#[test]
fn the_sheet_is_opened_and_closed_by_keyboard_alone() {
    let mut person = at_a_cause([900.0, 640.0], 1.0, Theme::Light);
    let button = |person: &Person| {
        let node = person
            .harness
            .get_by_role_and_label(Role::Button, "Save as PDF");
        node.accesskit_node().is_focused()
    };
    person
        .harness
        .get_by_role_and_label(Role::Button, "Save as PDF")
        .focus();
    person.harness.run();
    person.key(Key::Enter);
    person.must_see(FIELD);
    let field = person.harness.get_by_role_and_label(Role::TextInput, FIELD);
    assert!(field.accesskit_node().is_focused(), "the keyboard is in it");
    person.key(Key::Escape);
    person.must_not_see(FIELD);
    assert!(button(&person), "and back where it was");
    person
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::P);
    person.harness.run();
    person.must_see(FIELD);
    person.key(Key::Enter);
    wait_until_saved(&mut person);
}

#[test]
fn every_page_that_can_be_saved_offers_it() {
    let mut person = Person::new();
    for page in [
        GuidePage::Alert("cauda_equina".to_owned()),
        GuidePage::Remedy("moist_heat".to_owned()),
        GuidePage::Figure("back_layers".to_owned()),
        GuidePage::Conflicts,
        GuidePage::Compare("piriformis_dgs".to_owned(), "disc_radiculopathy".to_owned()),
    ] {
        person.ask(Action::Guide(page));
        person.press("Save as PDF");
        person.must_see(FIELD);
        person.press("Cancel");
        person.must_not_see(FIELD);
    }
    person.open(Screen::Help);
    person.press("Save as PDF");
    assert!(
        proposed(&person).ends_with("Signs that need help.pdf"),
        "help"
    );
    person.press("Cancel");
    person.ask(Action::Guide(GuidePage::Compare(
        String::new(),
        String::new(),
    )));
    person.must_not_see("Save as PDF");
    person.open(Screen::Settings);
    person.ask(Action::Print(PrintStep::Open));
    person.must_see("There is no page to save here.");
    person.open(Screen::Diary);
    person.ask(Action::Print(PrintStep::Open));
    person.must_see("For your doctor");
}

#[test]
fn the_result_of_a_check_is_saved() {
    let mut person = Person::new();
    person.open(Screen::Check);
    person.ask(Action::Check(CheckStep::Begin));
    person.ask(Action::Check(CheckStep::Finish));
    person.press("Save as PDF");
    assert!(
        proposed(&person).ends_with("Result of a check.pdf"),
        "its name"
    );
    person.press("Save");
    wait_until_saved(&mut person);
    let path = person.folder.path().join("Result of a check.pdf");
    assert!(std::fs::read(path).unwrap().starts_with(b"%PDF"), "there");
}

#[test]
fn the_stretch_as_it_is_set_up_is_saved_in_pictures() {
    let mut person = Person::new();
    person.open(Screen::Stretch);
    let save = |person: &mut Person| {
        let keys = Modifiers::COMMAND;
        person.harness.key_press_modifiers(keys, Key::P);
        person.harness.run();
    };
    save(&mut person);
    person.must_see("There is no page to save here.");
    person.ask(Action::Stretch(StretchStep::PassGate));
    person.press("Save the sheet as PDF");
    let name = "Stretch on your back, foot down.pdf";
    assert!(proposed(&person).ends_with(name), "its name");
    person.key(Key::Escape);
    person.must_not_see(FIELD);
    for step in [
        StretchStep::Choose("figure_four".to_owned()),
        StretchStep::Dose("older".to_owned()),
        StretchStep::Sore(Some(Sore::Left)),
        StretchStep::Order(Order::SoreOnly),
    ] {
        person.ask(Action::Stretch(step));
    }
    save(&mut person);
    assert!(proposed(&person).ends_with("drawn in.pdf"), "as chosen");
    let sheet = person.harness.state().state().print.sheet().cloned();
    let Some(Page::Stretch(chosen)) = sheet.map(|sheet| sheet.page) else {
        panic!("a stretch is to be saved");
    };
    assert_eq!(chosen.routine, "figure_four", "the version");
    assert_eq!(chosen.plan, "older", "the plan");
    assert_eq!(chosen.options.sides, Sides::LeftOnly, "the side");
    person.press("Save");
    wait_until_saved(&mut person);
    let path = person
        .folder
        .path()
        .join("Stretch on your back, drawn in.pdf");
    assert!(std::fs::read(path).unwrap().starts_with(b"%PDF"), "there");
    person.press("Start the stretch");
    save(&mut person);
    person.must_not_see(FIELD);
}

#[test]
fn a_discreet_name_tells_nothing() {
    let mut person = at_a_cause([900.0, 640.0], 1.0, Theme::Light);
    let settings = Settings {
        discreet: true,
        ..Settings::default()
    };
    person.ask(Action::Settings(Box::new(settings)));
    person.press("Save as PDF");
    let name = person.folder.path().join("Notes.pdf");
    assert_eq!(proposed(&person), name.display().to_string(), "neutral");
}

#[test]
fn the_sheet_holds_at_every_size() {
    for (size, zoom, theme) in [
        ([480.0, 420.0], 1.0, Theme::Light),
        ([900.0, 640.0], 1.5, Theme::Dark),
        ([1440.0, 900.0], 1.0, Theme::Light),
    ] {
        let mut person = at_a_cause(size, zoom, theme);
        person.press("Save as PDF");
        audit(&person, size[0]);
    }
}
