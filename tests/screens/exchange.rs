//! The diary goes out as one file and comes in again, in a person's hands.

use egui::{Role, Theme};
use egui_kittest::kittest::Queryable as _;
use unclench::action::{Action, ExchangeStep};
use unclench::diary::Edit;
use unclench::diary::format::parse_draft;
use unclench::exchange::Format;
use unclench::screen::Screen;
use unclench::state::DiaryPage;

use crate::audit::{SIZES, audit};
use crate::kit::Person;

pub(crate) const TABLE: &str = include_str!("../fixtures/exchange/headache_app.csv");

fn with_an_entry() -> Person {
    let mut person = Person::new();
    let text = "Episode(started_at: \"2026-11-20T03:10:00+01:00[Europe/Berlin]\", duration: seconds(240), \
                regions: [buttock_left_deep], side: left, pain_peak: 8, note: \"woke me\")";
    let entry = parse_draft(text).unwrap();
    person.ask(Action::Diary(Box::new(Edit::Create(entry))));
    person.until("it is safe", |app| {
        app.state().diary.unsaved().next().is_none()
    });
    person
}

/// Looks into a file, through the page.
fn look(person: &mut Person, path: &str) {
    person.open(Screen::Diary);
    person.press_if_there("Bring in and take out");
    person.write(Role::TextInput, "File", path);
    person.press("Look inside");
    person.until("it was looked at", |app| {
        app.state().exchange.preview.is_some()
    });
    person.harness.run();
}

fn export(person: &mut Person, path: &str, force: bool) {
    let step = ExchangeStep::Export {
        format: Format::Json,
        path: path.to_owned(),
        force,
    };
    person.ask(Action::Exchange(Box::new(step)));
    person.until("it is written or not", |app| !app.state().exchange.is_busy);
    person.harness.run();
}

#[test]
fn a_diary_goes_out_and_comes_in_and_goes_again() {
    let outside = tempfile::tempdir().unwrap();
    let file = outside.path().join("diary.json").display().to_string();
    let mut person = with_an_entry();
    person.open(Screen::Diary);
    person.press("Bring in and take out");
    export(&mut person, &file, false);
    person.must_see("1 entry in");
    export(&mut person, &file, false);
    person.must_see("There is a file of that name");

    let mut other = Person::new();
    look(&mut other, &file);
    other.must_see("1 entry new");
    assert!(
        other.harness.state().state().diary.is_empty(),
        "a look brings nothing in"
    );
    other.press("Bring in 1 entry");
    other.until("it is there", |app| {
        app.state().diary.len() == 1 && app.state().exchange.preview.is_none()
    });
    other.harness.run();
    other.must_see("1 entry was brought in.");
    other.press("Undo");
    other.until("it is in the trash", |app| {
        app.state().diary.is_empty() && app.state().diary.trash().count() == 1
    });

    // What is there already is not brought in again.
    look(&mut person, &file);
    person.must_see("Nothing new");
    person.must_see("1 is in your diary already");
    person.must_not_see("Bring in 1 entry");
    person.press("Close");
    person.must_not_see("Nothing new");
}

#[test]
fn a_table_of_another_app_is_asked_about_and_comes_in() {
    let outside = tempfile::tempdir().unwrap();
    let file = outside.path().join("app.csv");
    std::fs::write(&file, TABLE).unwrap();
    let mut person = Person::new();
    look(&mut person, file.to_str().unwrap());
    person.must_see("One thing is not clear");
    person.must_see("Is a date such as 11/02/2026 written day first or month first?");
    person.act(Role::RadioButton, "March 4");
    person.until("it is clear", |app| {
        let preview = app.state().exchange.preview.as_ref();
        preview.is_some_and(|preview| preview.plan.question().is_none())
    });
    person.harness.run();
    person.must_see("3 entries new");
    person.must_see("1 part cannot be read and is left out");
    person.must_see("“temple” is no place we know");
    person.press("Bring in 3 entries");
    person.until("they are there", |app| app.state().diary.len() == 3);
}

#[test]
fn a_file_that_is_none_is_told_beside_the_button() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    person.press("Bring in and take out");
    person.write(Role::TextInput, "File", "/nowhere/at/all.csv");
    person.press("Look inside");
    person.until("it was tried", |app| app.state().exchange.fault.is_some());
    person.harness.run();
    person.must_see("The file could not be read");
    person.must_see("It is not there");
}

#[test]
fn a_backup_is_made_by_itself_and_looked_into() {
    let person = with_an_entry();
    let mut person = person.restart();
    person.open(Screen::Diary);
    person.press("Bring in and take out");
    let is_listed = |app: &unclench::app::App| {
        let backups = app.state().exchange.backups.as_ref();
        backups.is_some_and(|(_, all)| all.len() == 1)
    };
    person.until("there is one of today", is_listed);
    person.harness.run();
    person.press("Look inside the backup of 23 November 2026");
    person.until("it was looked at", |app| {
        app.state().exchange.preview.is_some()
    });
    person.harness.run();
    person.must_see("1 is in your diary already");
    person.press("Back up now");
    person.until("a newer one of today took its place", |app| {
        let backups = app.state().exchange.backups.as_ref();
        backups.is_some_and(|(_, all)| all.len() == 1 && all[0].nth == 2)
    });
    person.harness.run();
    person.must_see("was read back to make sure");
}

#[test]
fn a_window_left_open_over_night_makes_the_backup_of_the_new_day() {
    let mut person = with_an_entry().restart();
    let names = |person: &Person| -> Vec<String> {
        let folder = std::fs::read_dir(person.folder.path().join("backups"));
        let all = folder.into_iter().flatten().flatten();
        all.map(|file| file.file_name().to_string_lossy().into_owned())
            .collect()
    };
    person.until("there is one of the first day", |app| {
        app.state().exchange.backups.is_some()
    });
    assert_eq!(names(&person).len(), 1, "one, of the 23rd");
    // The same day goes on, with another entry: no second one.
    let text = "Episode(started_at: \"2026-11-23T03:00:00+01:00[Europe/Berlin]\", duration: seconds(60), \
                regions: [buttock_left_deep], side: left, pain_peak: 3)";
    let entry = parse_draft(text).unwrap();
    person.ask(Action::Diary(Box::new(Edit::Create(entry))));
    person.until("it is safe", |app| {
        app.state().diary.unsaved().next().is_none()
    });
    person.clock.sleep(std::time::Duration::from_hours(12));
    person.harness.run();
    assert_eq!(names(&person).len(), 1, "still the 23rd");
    // Past midnight, at the first frame, nothing pressed.
    person.clock.sleep(std::time::Duration::from_hours(12));
    person.until("there is one of the new day", |app| {
        let backups = app.state().exchange.backups.as_ref();
        backups.is_some_and(|(_, all)| all.len() == 2)
    });
    let names = names(&person);
    let newer = names.iter().filter(|name| name.contains("2026-11-24"));
    assert_eq!(newer.count(), 1, "of the 24th: {names:?}");
    person.harness.run();
    person.must_not_see("was read back to make sure"); // nobody asked for it
}

#[test]
fn the_page_holds_at_every_size() {
    let outside = tempfile::tempdir().unwrap();
    let file = outside.path().join("app.csv");
    std::fs::write(&file, TABLE).unwrap();
    for (size, zoom) in SIZES {
        let mut person = Person::with(size, zoom, Theme::Light);
        person.ask(Action::Open(Screen::Diary));
        person.ask(Action::DiaryPage(DiaryPage::Exchange));
        audit(&person, size[0]);
        let step = ExchangeStep::Look {
            path: file.display().to_string(),
            mapping: None,
        };
        person.ask(Action::Exchange(Box::new(step)));
        person.until("it was looked at", |app| {
            app.state().exchange.preview.is_some()
        });
        person.harness.run();
        audit(&person, size[0]);
    }
}

fn looks_as_accepted(theme: Theme, name: &str) {
    let mut person = Person::with([900.0, 640.0], 1.0, theme);
    person.ask(Action::Open(Screen::Diary));
    person.ask(Action::DiaryPage(DiaryPage::Exchange));
    person.picture(name);
}

#[test]
fn the_page_looks_as_accepted_in_light() {
    looks_as_accepted(Theme::Light, "page_exchange");
}

#[test]
fn the_page_looks_as_accepted_in_dark() {
    looks_as_accepted(Theme::Dark, "page_exchange_dark");
}

#[test]
fn a_file_named_at_the_start_is_looked_into_and_no_more() {
    let outside = tempfile::tempdir().unwrap();
    let file = outside.path().join("diary.json").display().to_string();
    export(&mut with_an_entry(), &file, false);
    let mut person = Person::new();
    person.ask(Action::LookInside(file.clone()));
    person.until("it was looked at", |app| {
        app.state().exchange.preview.is_some()
    });
    person.harness.run();
    person.must_see("1 entry new");
    let field = person
        .harness
        .get_by_role_and_label(Role::TextInput, "File");
    assert_eq!(field.value().as_deref(), Some(file.as_str()), "its name");
    assert!(
        person.harness.state().state().diary.is_empty(),
        "nothing came in by itself"
    );
    person.press("Bring in 1 entry");
    person.until("it is in", |app| app.state().diary.len() == 1);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a file from elsewhere")]
fn a_file_that_is_none_of_ours_is_told() {
    let outside = tempfile::tempdir().unwrap();
    let file = outside.path().join("unclench-2026-11-24.zip");
    std::fs::write(&file, b"no archive").unwrap();
    let mut person = Person::new();
    person.ask(Action::LookInside(file.display().to_string()));
    person.until("it was looked at", |app| {
        app.state().exchange.fault.is_some()
    });
    person.harness.run();
    person.must_see("The file could not be read");
    let other = outside.path().join("holiday.jpg");
    std::fs::write(&other, b"a picture").unwrap();
    person.ask(Action::LookInside(other.display().to_string()));
    person.until("it was looked at", |app| !app.state().exchange.is_busy);
    person.harness.run();
    person.must_see("must end in .csv, .json, .ron or .zip");
}
