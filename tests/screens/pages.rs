//! Every page of the program at every size and zoom, held to the audit.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Modifiers, Role, Theme};
use unclench::action::{Action, CheckStep, ExchangeStep, StretchStep};
use unclench::diary::example::{Simulated, TODAY, plausible};
use unclench::screen::Screen;
use unclench::settings::{Night, Settings};
use unclench::state::{CheckView, DiaryPage, DoctorStep, GuidePage, ManualView, PLATES};
use unclench::stretch::Command;
use unclench::triage::Item;

use crate::check::{CRAMP, PIRIFORMIS, TODAY as SOON, result_of};
use crate::kit::Person;
use crate::log::{modules, open_all, plain, saved};
use crate::trends::with_diary;
use crate::walk::{SIZES, Walk};

fn ids<'a>(all: impl Iterator<Item = &'a String>) -> Vec<String> {
    all.cloned().collect()
}

/// The pages that are there whatever is in the diary.
fn diary_pages(person: &mut Person, walk: &mut Walk, what_diary: &str) {
    for page in [
        DiaryPage::Day(TODAY),
        DiaryPage::Week(TODAY),
        DiaryPage::Files,
        DiaryPage::Trash,
        DiaryPage::Exchange,
    ] {
        let name = format!("{page:?}{what_diary}");
        person.ask(Action::DiaryPage(page));
        walk.look(person, &name);
    }
}

#[test]
fn every_screen_with_an_empty_diary() {
    let (mut walk, mut person) = (Walk::default(), Person::new());
    for screen in Screen::ALL {
        person.ask(Action::Open(screen));
        walk.look(&mut person, screen.title());
    }
    person.open(Screen::Diary);
    for view in ["Month", "Year"] {
        person.act(Role::RadioButton, view);
        walk.look(&mut person, &format!("{view}, empty"));
    }
    diary_pages(&mut person, &mut walk, ", empty");
    person.ask(Action::Doctor(DoctorStep::Open));
    walk.look(&mut person, "doctor's page, empty");
    walk.end(Screen::ALL.len() + 8);
}

#[test]
fn every_kind_of_page_of_the_guide() {
    let (mut walk, mut person) = (Walk::default(), Person::new());
    let library = Arc::clone(&person.harness.state().state().library);
    let two = ("piriformis_dgs".to_owned(), "muscle_cramp".to_owned());
    let mut all = vec![
        GuidePage::Home,
        GuidePage::Conflicts,
        GuidePage::Find,
        GuidePage::Compare(String::new(), String::new()),
        GuidePage::Compare(two.0.clone(), String::new()),
        GuidePage::Compare(two.0, "gluteal_tendinopathy".to_owned()),
    ];
    let plates = PLATES.map(|(id, _)| id).into_iter();
    all.extend(
        plates
            .chain(["gone"])
            .map(|id| GuidePage::Figure(id.to_owned())),
    );
    for id in ids(library.causes().iter().map(|c| &c.id)) {
        all.push(GuidePage::Cause(id));
    }
    for id in ids(library.alerts().iter().map(|a| &a.id)) {
        all.push(GuidePage::Alert(id));
    }
    for id in ids(library.remedies().iter().map(|r| &r.id)) {
        all.push(GuidePage::Remedy(id));
    }
    let count = all.len();
    for page in all {
        let name = format!("{page:?}");
        person.ask(Action::Guide(page));
        for sources in person.all_named(Role::DisclosureTriangle, "Sources") {
            person.act(Role::DisclosureTriangle, &sources);
        }
        walk.look(&mut person, &name);
    }
    walk.end(count);
}

#[test]
fn every_plate_has_its_parts_in_a_list() {
    let mut person = Person::new();
    let library = Arc::clone(&person.harness.state().state().library);
    let plates = library.figures().iter();
    for figure in plates.filter(|f| PLATES.iter().any(|(id, _)| *id == f.id)) {
        person.ask(Action::Guide(GuidePage::Figure(figure.id.clone())));
        let named = person.all_named(Role::Button, "");
        let missing = figure.structures.iter().map(|s| &s.name);
        // Of the two kinds of pelvis one is shown at a time.
        let missing: Vec<&String> = missing.filter(|name| !named.contains(name)).collect();
        assert!(missing.len() <= 3, "{}: {missing:?}", figure.id);
        let images = person.all_named(Role::Image, "");
        assert!(!images.is_empty(), "{}: it is a picture", figure.id);
    }
}

#[test]
fn every_kind_of_page_of_the_check() {
    let (mut walk, mut person) = (Walk::default(), Person::new());
    person.ask(Action::Open(Screen::Check));
    walk.look(&mut person, "start");
    person.ask(Action::Check(CheckStep::Begin));
    walk.look(&mut person, "card of red flags");
    person.ask(Action::Check(CheckStep::Open(
        "rf_leg_weak".to_owned(),
        true,
    )));
    walk.look(&mut person, "card of red flags, opened");
    let library = Arc::clone(&person.harness.state().state().library);
    let knowledge = library.knowledge();
    let findings = knowledge.findings().iter().filter(|f| f.sheet.is_none());
    let mut items: Vec<Item> = findings.map(|f| Item::Finding(f.id.clone())).collect();
    items.extend(knowledge.sheets().iter().map(|s| Item::Sheet(s.id.clone())));
    for item in items {
        let name = format!("{item:?}");
        person.ask(Action::Check(CheckStep::Revisit(item)));
        walk.look(&mut person, &name);
    }
    for (answers, name) in [
        ("rf_saddle_numb=yes", "emergency"),
        ("side=one", "nothing clear"),
        ("age_years=12", "a child"),
        (CRAMP, "a cramp"),
        (SOON, "today"),
        (PIRIFORMIS, "a routine visit"),
    ] {
        result_of(&mut person, answers);
        walk.look(&mut person, &format!("result: {name}"));
        person.ask(Action::Check(CheckStep::Others(true)));
        walk.look(&mut person, &format!("result, all causes: {name}"));
    }
    for view in [CheckView::Answers, CheckView::Quality, CheckView::HandOver] {
        person.ask(Action::Check(CheckStep::View(view)));
        walk.look(&mut person, &format!("{view:?}"));
    }
    person.ask(Action::Check(CheckStep::View(CheckView::Run)));
    person.press("Keep in the diary");
    saved(&mut person, 1);
    let kept = person.harness.state().state().diary.entries()[0].id();
    result_of(&mut person, SOON);
    walk.look(&mut person, "result, with one kept before");
    person.ask(Action::Check(CheckStep::View(CheckView::Compare(kept))));
    walk.look(&mut person, "then and now");
    person.ask(Action::Check(CheckStep::Restart));
    walk.look(&mut person, "start, with one kept before");
    walk.end(20);
}

#[test]
fn every_page_of_the_stretch() {
    let (mut walk, mut person) = (Walk::default(), Person::new());
    crate::stretch::pages(&mut person, |person, page| walk.look(person, page));
    let mut person = Person::new();
    person.ask(Action::Open(Screen::Stretch));
    person.ask(Action::Stretch(StretchStep::PassGate));
    for more in person.all_named(Role::DisclosureTriangle, "") {
        person.act(Role::DisclosureTriangle, &more);
    }
    walk.look(&mut person, "set-up");
    let library = Arc::clone(&person.harness.state().state().library);
    for routine in library.routines() {
        person.ask(Action::Stretch(StretchStep::Choose(routine.id.clone())));
        walk.look(&mut person, &format!("set-up: {}", routine.id));
    }
    person.ask(Action::Stretch(StretchStep::Start));
    walk.look(&mut person, "floor");
    for _ in 0..3 {
        person.ask(Action::Stretch(StretchStep::Command(Command::Next)));
    }
    walk.look(&mut person, "floor, holding");
    person.key(Key::Space);
    walk.look(&mut person, "floor, paused");
    person.key(Key::F1);
    walk.look(&mut person, "floor, help");
    person.key(Key::Escape);
    walk.end(10);
}

/// Half a year of somebody, with a cramp that warns.
fn with_half_a_year() -> Person {
    with_diary(Person::new(), &plausible(TODAY, 182, 2))
}

#[test]
fn every_page_of_the_diary() {
    let (mut walk, mut person) = (Walk::default(), with_half_a_year());
    person.open(Screen::Diary);
    walk.look(&mut person, "list");
    person.act(Role::CheckBox, "Filters");
    walk.look(&mut person, "filters");
    for view in ["Month", "Year"] {
        person.act(Role::RadioButton, view);
        walk.look(&mut person, view);
        for table in person.all_named(Role::CheckBox, "Show as") {
            person.act(Role::CheckBox, &table);
            walk.look(&mut person, &format!("{view}: {table}"));
        }
    }
    diary_pages(&mut person, &mut walk, "");
    let diary = &person.harness.state().state().diary;
    let mut kinds = BTreeMap::new();
    for entry in diary.entries() {
        let kind = format!("{entry:?}");
        let kind = kind.split('(').next().unwrap_or_default().to_owned();
        kinds.entry(kind).or_insert(entry.id());
    }
    for (kind, id) in kinds {
        person.ask(Action::EditEntry(id));
        walk.look(&mut person, &format!("entry: {kind}"));
    }
    walk.end(12);
}

#[test]
fn the_table_of_another_app_that_is_looked_at() {
    let outside = tempfile::tempdir().unwrap();
    let file = outside.path().join("app.csv");
    std::fs::write(&file, crate::exchange::TABLE).unwrap();
    let (mut walk, mut person) = (Walk::default(), Person::new());
    person.ask(Action::Open(Screen::Diary));
    person.ask(Action::DiaryPage(DiaryPage::Exchange));
    let step = ExchangeStep::Look {
        path: file.display().to_string(),
        mapping: None,
    };
    person.ask(Action::Exchange(Box::new(step)));
    person.until("it was looked at", |app| {
        app.state().exchange.preview.is_some()
    });
    walk.look(&mut person, "a table of another app");
    walk.end(1);
}

#[test]
fn the_log_sheet_and_the_signs() {
    let (mut walk, mut person) = (Walk::default(), Person::new());
    modules(&mut person);
    person.ask(Action::NewEntry);
    person.open(Screen::Diary);
    walk.look(&mut person, "log sheet");
    plain(&mut person);
    person.press("All places, on the body map");
    open_all(&mut person);
    walk.look(&mut person, "log sheet, all open");
    person.act(Role::CheckBox, "Sat down");
    person.act(Role::CheckBox, "Weakness");
    walk.look(&mut person, "log sheet, filled in");
    person.press("Save");
    saved(&mut person, 1);
    walk.look(&mut person, "signs");
    person.act(
        Role::RadioButton,
        "Both legs are weak, or one gets weaker from day to day",
    );
    walk.look(&mut person, "signs of an emergency");
    walk.end(5);
}

#[test]
fn the_trends_and_the_page_for_the_doctor() {
    let (mut walk, mut person) = (Walk::default(), with_half_a_year());
    person.open(Screen::Trends);
    walk.look(&mut person, "charts");
    for table in person.all_named(Role::CheckBox, "Show as table") {
        person.act(Role::CheckBox, &table);
    }
    walk.look(&mut person, "tables");
    person.press("For your doctor");
    person.until("the page is drawn", |app| {
        let desk = &app.state().doctor;
        desk.preview().is_some() && !desk.is_waiting()
    });
    walk.look(&mut person, "doctor's page");
    person.press("Save as PDF");
    walk.look(&mut person, "doctor's page, where to save it");
    walk.end(4);
}

#[test]
fn the_settings_with_all_that_can_be_on() {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let (mut walk, mut person) = (Walk::default(), Person::of_system(folder));
    let mut settings = Settings {
        night: Night::Auto,
        log_cycle: true,
        log_medicine: true,
        ..person.harness.state().state().settings.clone()
    };
    settings.reminders.daily = true;
    settings.reminders.stretch = true;
    person.ask(Action::Settings(Box::new(settings)));
    person.open(Screen::Settings);
    walk.look(&mut person, "settings");
    person.press("Move to another folder…");
    walk.look(&mut person, "another folder");
    walk.end(2);
}

#[test]
fn what_lies_over_the_screens() {
    let mut walk = Walk::default();
    let mut person = Person::newcomer(SIZES[0], 1.0, Theme::Light);
    for card in 1..=3 {
        walk.look(&mut person, &format!("card {card} of the first run"));
        person.key(Key::ArrowRight);
    }
    let mut person = Person::new();
    let screens = Screen::ALL.map(ManualView::Screen);
    for view in screens
        .into_iter()
        .chain([ManualView::All, ManualView::Licences])
    {
        person.ask(Action::Manual(Some(view)));
        walk.look(&mut person, &format!("help: {view:?}"));
    }
    person.ask(Action::Manual(None));
    let cause = "piriformis_dgs".to_owned();
    person.ask(Action::Guide(GuidePage::Cause(cause)));
    person
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::P);
    person.harness.run();
    walk.look(&mut person, "where to save a page");
    walk.end(14);
}

#[test]
fn every_page_of_a_cramp_that_is_there_now() {
    let (mut walk, mut person) = (Walk::default(), Person::new());
    crate::now::walk(&mut person, |person, page| walk.look(person, page));
    walk.end(5);
}

#[test]
fn a_day_that_is_still_asked_about() {
    let mut made = Simulated::default();
    made.cramp(0, 2, |e| {
        e.duration = unclench::diary::entry::Lasted::StillGoing;
    });
    let (mut walk, mut person) = (Walk::default(), with_diary(Person::new(), &made));
    person.clock.sleep(Duration::from_hours(20));
    person.harness.run();
    walk.look(&mut person, "did it stop");
    walk.end(1);
}

#[test]
fn the_page_of_a_folder_that_is_missing() {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let config = folder.path().join("config");
    std::fs::create_dir_all(&config).unwrap();
    let text = format!("DataFolder(folder: {:?})", folder.path().join("stick"));
    std::fs::write(config.join("data-folder.ron"), text).unwrap();
    let (mut walk, mut person) = (Walk::default(), Person::of_system(folder));
    walk.look(&mut person, "the folder is missing");
    person.press("Try again");
    person.until("it was tried", |app| app.state().home.fault.is_some());
    walk.look(&mut person, "it is still missing");
    walk.end(2);
}
