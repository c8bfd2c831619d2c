//! The first run, the example diary, and the sheet of help, found by role and
//! name; the pictures of the readme.

use std::collections::BTreeMap;
use std::path::Path;

use egui::{Key, Role, Theme};
use egui_kittest::SnapshotOptions;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unclench::action::{Action, StretchStep};
use unclench::diary::example::{TODAY, plausible};
use unclench::screen::Screen;
use unclench::state::{GuidePage, ManualView};
use unclench::ui::manual::keys;

use crate::audit::audit;
use crate::kit::Person;
use crate::trends::with_diary;

const LOOK_AROUND: &str = "Look around with an example diary";

fn newcomer() -> Person {
    Person::newcomer([900.0, 640.0], 1.0, Theme::Light)
}

/// Every file below a folder and its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(folder: &Path, into: &mut BTreeMap<String, Vec<u8>>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, into);
            } else {
                let bytes = std::fs::read(&path).unwrap();
                into.insert(path.display().to_string(), bytes);
            }
        }
    }
    let mut all = BTreeMap::new();
    walk(folder, &mut all);
    all
}

fn heading(person: &Person, name: &str) -> bool {
    let found = person.harness.query_by_role_and_label(Role::Heading, name);
    found.is_some()
}

#[test]
fn the_first_run_is_three_cards_by_keyboard_and_comes_once() {
    let mut person = newcomer();
    assert!(heading(&person, "Help when a buttock cramps"), "what it is");
    audit(&person, 900.0);
    person.picture("intro_light");
    person.key(Key::Enter);
    assert!(heading(&person, "It is no doctor"), "what it is not");
    person.key(Key::Enter);
    assert!(heading(&person, "Your data stays here"), "the data");
    person.key(Key::ArrowLeft);
    assert!(heading(&person, "It is no doctor"), "and back");
    person.key(Key::ArrowRight);
    person.press("Begin");
    assert!(heading(&person, "Now"), "then the first screen");
    let mut person = person.restart();
    assert!(heading(&person, "Now"), "and never again");
    person.must_not_see("Welcome, 1 of 3");
    person.open(Screen::Guide);
}

#[test]
fn nobody_in_a_cramp_is_held_up_by_the_first_run() {
    let mut person = newcomer();
    person.press("It’s cramping now");
    assert!(
        person.harness.state().state().cramp.view().is_some(),
        "noted"
    );
    person.must_not_see("Welcome, 1 of 3");
    let person = person.restart();
    assert!(
        heading(&person, "Help when a buttock cramps"),
        "it was not read, so it comes again"
    );
}

#[test]
fn the_first_run_can_be_skipped_and_left_for_another_screen() {
    let mut person = newcomer();
    person.open(Screen::Help);
    assert!(heading(&person, "Get help"), "help is never behind a card");
    let mut person = person.restart();
    person.key(Key::Escape);
    assert!(heading(&person, "Now"), "skipped");
    let person = person.restart();
    assert!(heading(&person, "Now"), "and skipped for good");
}

#[test]
fn the_first_run_holds_at_every_size() {
    for (size, zoom, theme) in [
        ([480.0, 420.0], 1.0, Theme::Dark),
        ([900.0, 640.0], 1.5, Theme::Light),
    ] {
        let mut person = Person::newcomer(size, zoom, theme);
        for _ in 0..3 {
            audit(&person, size[0]);
            person.key(Key::ArrowRight);
        }
        if theme == Theme::Dark {
            person.picture("intro_small_dark");
        }
    }
}

#[test]
fn the_example_diary_leaves_no_trace() {
    let mut person = Person::new();
    person.ask(Action::NewEntry);
    person.open(Screen::Now);
    let before = files(person.folder.path());
    person.ask(Action::Manual(Some(ManualView::All)));
    person.press(LOOK_AROUND);
    person.until("the example is read", |app| app.state().diary.is_loaded());
    person.harness.run();
    person.must_see("Example diary. Nothing here is yours, nothing is kept.");
    let folder = person.harness.state().state().data_folder.clone();
    let made = Path::new(&folder).parent().unwrap().to_owned();
    assert!(!made.starts_with(person.folder.path()), "a folder apart");
    let count = person.harness.state().state().diary.len();
    assert!(count > 100, "{count} entries to look at");
    person.picture("example_now");
    person.ask(Action::Zoom(1));
    person.open(Screen::Trends);
    person.must_see("Example diary.");
    person.press("Leave");
    person.must_not_see("Example diary.");
    let state = person.harness.state().state();
    assert_eq!(state.diary.len(), 0, "the person's own diary again");
    assert_eq!(state.settings.zoom_percent, 100, "and their own settings");
    assert!(!made.exists(), "the folder is gone");
    assert_eq!(files(person.folder.path()), before, "nothing was touched");
}

#[test]
fn an_example_that_is_closed_goes_with_the_window() {
    let mut person = Person::new();
    person.ask(Action::Example(true));
    let folder = person.harness.state().state().data_folder.clone();
    assert!(Path::new(&folder).exists(), "made");
    let person = person.restart();
    assert!(!Path::new(&folder).exists(), "gone");
    assert!(!person.harness.state().state().over.is_example, "one's own");
}

#[test]
fn f1_tells_about_each_screen_with_its_shortcuts() {
    let mut person = Person::new();
    for screen in Screen::ALL {
        person.ask(Action::Open(screen));
        person.key(Key::F1);
        let page = person.harness.state().state().library.clone();
        let page = page.manual_page(screen.key()).expect("a page").clone();
        let said = person.harness.get_by_role_and_label(Role::Dialog, "Help");
        assert!(
            said.query_by_role_and_label(Role::Heading, screen.title())
                .is_some(),
            "{screen:?} has its heading"
        );
        person.must_see(&page.about);
        for line in &page.how {
            person.must_see(&line.to);
        }
        let (here, everywhere) = keys(screen);
        for one in here.iter().chain(&everywhere) {
            person.must_see(one.text);
        }
        let close = person.harness.get_by_role_and_label(Role::Button, "Close");
        assert!(close.accesskit_node().is_focused(), "by keyboard");
        audit(&person, 900.0);
        person.key(Key::Escape);
        assert_eq!(person.harness.state().state().over.manual, None, "closed");
    }
}

#[test]
fn every_help_page_is_reached_from_every_other() {
    let mut person = Person::with([480.0, 420.0], 1.0, Theme::Dark);
    person.key(Key::F1);
    person.picture("manual_small_dark");
    audit(&person, 480.0);
    let line = |person: &Person| {
        let line = person.harness.get_by_label("It hurts now");
        line.rect().top()
    };
    let before = line(&person);
    person.key(Key::PageDown);
    assert!(
        line(&person) < before - 50.0,
        "the page is read by keyboard"
    );
    person.press("All help pages");
    audit(&person, 480.0);
    person.press("Licences");
    person.must_see("It is built with the work of many others");
    person.press("All help pages");
    person.press("Close");
    assert_eq!(person.harness.state().state().over.manual, None, "closed");
}

fn sheet_of_help(theme: Theme) {
    let mut person = Person::with([900.0, 640.0], 1.0, theme);
    person.ask(Action::Open(Screen::Guide));
    person.key(Key::F1);
    person.picture(&format!("manual_{theme:?}").to_lowercase());
    if theme == Theme::Light {
        person.ask(Action::Manual(Some(ManualView::All)));
        person.picture("manual_all");
    }
}

#[test]
fn the_sheet_of_help_looks_as_accepted_in_light() {
    sheet_of_help(Theme::Light);
}

#[test]
fn the_sheet_of_help_looks_as_accepted_in_dark() {
    sheet_of_help(Theme::Dark);
}

/// The pictures of the readme and of the software centre.
fn readme(theme: Theme) {
    let person = Person::with([900.0, 640.0], 1.0, theme);
    let mut person = with_diary(person, &plausible(TODAY, 182, 2));
    let take = |person: &mut Person, name: &str| {
        let options = SnapshotOptions::new().output_path("docs/pictures");
        person.harness.remove_cursor();
        person.harness.run();
        let name = format!("{name}_{theme:?}").to_lowercase();
        person.harness.snapshot_options(name, &options);
    };
    take(&mut person, "now");
    person.ask(Action::Guide(GuidePage::Cause("piriformis_dgs".to_owned())));
    take(&mut person, "guide");
    person.open(Screen::Trends);
    take(&mut person, "trends");
    person.ask(Action::Open(Screen::Stretch));
    person.ask(Action::Stretch(StretchStep::PassGate));
    person.ask(Action::Stretch(StretchStep::Start));
    take(&mut person, "stretch");
}

#[test]
fn the_pictures_of_the_readme_are_as_the_app_is_in_light() {
    readme(Theme::Light);
}

#[test]
fn the_pictures_of_the_readme_are_as_the_app_is_in_dark() {
    readme(Theme::Dark);
}
