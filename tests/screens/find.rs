//! Finding again, as a person does it: search, filters, the calendar by keyboard,
//! the check-in of the day, undo by name.

use egui::{Key, Role, Theme};
use egui_kittest::kittest::Queryable as _;
use unclench::action::Action;
use unclench::diary::entry::EntryId;
use unclench::diary::example::{Simulated, TODAY, plausible};
use unclench::screen::Screen;
use unclench::state::DiaryPage;

use crate::audit::{SIZES, audit};
use crate::kit::Person;
use crate::trends::with_diary;

/// Some weeks by hand: three cramps, a day without, a note.
fn few() -> Simulated {
    let mut sim = Simulated::default();
    sim.cramp(40, 3, |e| "after the train".clone_into(&mut e.note));
    sim.cramp(12, 3, |e| e.tags = vec!["work".to_owned()]);
    sim.cramp(11, 9, |_| {});
    sim.day(10, |day| day.cramp_free = true);
    sim
}

fn opened(sim: &Simulated) -> Person {
    let mut person = with_diary(Person::new(), sim);
    person.open(Screen::Diary);
    person
}

fn saved(person: &mut Person) {
    person.until("it is safe", |app| {
        app.state().diary.unsaved().next().is_none()
    });
    person.harness.run();
}

fn find(person: &mut Person, text: &str) {
    person.write(Role::TextInput, "Search the diary", text);
}

#[test]
fn words_find_and_escape_clears() {
    let mut person = opened(&few());
    person.must_see("4 entries");
    person
        .harness
        .key_press_modifiers(egui::Modifiers::COMMAND, Key::F);
    person.harness.run();
    person
        .harness
        .get_by_role_and_label(Role::TextInput, "Search the diary")
        .type_text("train october");
    person.harness.run();
    person.must_see("1 entry found");
    person.must_not_see("Thursday, 12 November");
    person.key(Key::Escape);
    person.must_see("4 entries");
    find(&mut person, "elephant");
    person.must_see("Nothing found");
    person.press("Clear the search");
    person.must_see("4 entries");
}

#[test]
fn a_row_says_in_which_field_the_words_were_found() {
    let mut person = opened(&few());
    find(&mut person, "train");
    person.must_see("Found in Note: after the train");
    audit(&person, 900.0);
    person.picture("find_words");
    person.key(Key::Escape);
    person.must_not_see("Found in");
    find(&mut person, "work left");
    person.must_see("Found in Where: Left buttock, middle; Tag: work");
}

#[test]
fn filters_have_counts_and_are_cleared() {
    let mut person = opened(&few());
    person.act(Role::CheckBox, "Filters");
    person.act(Role::CheckBox, "Cramps (3)");
    person.must_see("3 entries found");
    person.act(Role::CheckBox, "With a note (1)");
    person.must_see("1 entry found");
    audit(&person, 900.0);
    person.press("Without the filter With a note");
    person.must_see("3 entries found");
    person.act(Role::CheckBox, "Last 7 days");
    person.must_see("No entry fits all the filters.");
}

#[test]
fn the_calendar_is_walked_by_keyboard_alone() {
    let mut person = opened(&few());
    person.act(Role::RadioButton, "Month");
    person.must_see("November 2026");
    person
        .must_see("Cramp on 2 days, worst 5 of 10. No cramp on 1 day. Nothing written on 20 days.");
    let today = "Today, Monday, 23 November: nothing written";
    person
        .harness
        .get_by_role_and_label(Role::Button, today)
        .focus();
    person.harness.run();
    person.key(Key::ArrowUp); // the 16th
    person.key(Key::ArrowLeft);
    person.key(Key::ArrowLeft);
    person.key(Key::ArrowLeft); // the 13th
    person.must_see("Friday, 13 November 2026");
    person.must_see("No cramp.");
    person.key(Key::ArrowLeft);
    person.must_see("1 cramp, 5 of 10.");
    person.key(Key::PageUp);
    person.must_see("October 2026");
    person.must_see("Monday, 12 October 2026");
    // Enter goes into the day, where the first thing to do is to say it was free.
    person.key(Key::Enter);
    person.key(Key::Enter);
    saved(&mut person);
    person.must_see("No cramp on 1 day.");
    person.key(Key::Escape);
    person.act(Role::RadioButton, "Year");
    person.must_see("October 2026: Cramp on 1 day, worst 5 of 10.");
}

#[test]
fn a_day_that_is_opened_is_seen_at_every_size() {
    for size in [
        [480.0, 420.0],
        [480.0, 640.0],
        [900.0, 640.0],
        [1440.0, 900.0],
    ] {
        let person = Person::with(size, 1.0, Theme::Light);
        let mut person = with_diary(person, &few());
        person.open(Screen::Diary);
        person.act(Role::RadioButton, "Month");
        for day in [
            "Thursday, 19 November: nothing written",
            "Sunday, 1 November: nothing written",
        ] {
            let found = person.harness.get_by_role_and_label(Role::Button, day);
            if size[0] >= 900.0 {
                found.click(); // with the pointer, where it is
                person.harness.run();
            } else {
                person.act(Role::Button, day); // it may be scrolled away
            }
            let name = format!("{} 2026", day.split(':').next().unwrap_or_default());
            let heading = person.harness.get_by_role_and_label(Role::Heading, &name);
            let place = heading.rect();
            assert!(
                place.top() >= 0.0 && place.bottom() + 60.0 <= size[1],
                "{name} at {place:?} in a window of {size:?}"
            );
        }
    }
}

#[test]
fn the_bar_that_scrolls_touches_no_day() {
    let mut person = opened(&few());
    person.act(Role::RadioButton, "Month");
    person.act(Role::CheckBox, "Show as table: November 2026");
    let sunday = "Sunday, 1 November: nothing written";
    let day = person
        .harness
        .get_by_role_and_label(Role::Button, sunday)
        .rect();
    let bar = person
        .harness
        .get_by_role_and_label(Role::ScrollBar, "Scroll: the calendar")
        .rect();
    assert!(day.right() + 2.0 <= bar.left(), "{day:?} and {bar:?}");
}

#[test]
fn the_calendar_has_a_table_for_its_twin() {
    let mut person = opened(&few());
    person.act(Role::RadioButton, "Month");
    person.act(Role::CheckBox, "Show as table: November 2026");
    person.must_see("Wed 11 November");
    person.must_see("What was written");
    person.act(Role::RadioButton, "Year");
    person.must_see("Days with cramp");
}

#[test]
fn no_cramp_today_is_one_press_and_one_entry() {
    let mut person = opened(&few());
    person.press("No cramp today");
    saved(&mut person);
    person.must_see("No cramp today.");
    assert_eq!(person.harness.state().state().diary.len(), 5, "one more");
    person.press("Edit the check-in of today");
    person.must_see("Monday, 23 November 2026");
    person.act(Role::CheckBox, "8 hours");
    person.act(Role::RadioButton, "Good");
    person.press("Save");
    saved(&mut person);
    let diary = &person.harness.state().state().diary;
    assert_eq!(diary.len(), 5, "the same entry");
    let day = diary.on(TODAY)[0].as_day().expect("a check-in").clone();
    assert_eq!((day.cramp_free, day.sitting_min), (true, Some(480)), "both");
    person.press("Undo: change the check-in of 23 November");
    saved(&mut person);
    person.press("Undo: add the check-in of 23 November");
    saved(&mut person);
    assert_eq!(person.harness.state().state().diary.len(), 4, "as before");
    person.press("Redo: add the check-in of 23 November");
    saved(&mut person);
    person.must_see("No cramp today.");
    person.open(Screen::Now);
    person.must_see("No cramp today.");
}

#[test]
fn a_cramp_of_the_day_is_not_denied() {
    let mut sim = few();
    sim.cramp(0, 1, |_| {});
    let mut person = opened(&sim);
    person.must_see("1 cramp today.");
    person.ask(Action::NoCramp(TODAY));
    person.must_see("so “no cramp” was not saved");
    let diary = &person.harness.state().state().diary;
    assert_eq!(diary.on(TODAY).len(), 1, "the cramp alone");
    person.ask(Action::DiaryPage(DiaryPage::Day(TODAY)));
    person.must_see("1 cramp of this day is in the diary.");
    person.must_not_see("No cramp that day");
}

#[test]
fn the_week_is_looked_back_on() {
    let mut person = opened(&few());
    person.press("Look back on your week");
    person.must_see("from 17 to 23 November 2026");
    person.act(Role::RadioButton, "Pain this week 5 of 10");
    person.press("Save");
    person.must_see("Answer all three, or cancel.");
    person.act(Role::RadioButton, "Taken from what you enjoy 3 of 10");
    person.act(Role::RadioButton, "In the way of your days 2 of 10");
    person.must_see("This week: 3.3 of 10.");
    person.press("Save");
    saved(&mut person);
    person.must_not_see("A week has passed.");
    let diary = &person.harness.state().state().diary;
    let day = diary.on(TODAY)[0].as_day().expect("a check-in").clone();
    assert!(!day.cramp_free, "nothing is said of cramp");
    let week = day.week.expect("the week");
    assert_eq!(week.activity.get(), 2, "kept");
}

#[test]
fn the_period_is_asked_only_where_it_is_wanted() {
    let mut person = opened(&few());
    person.ask(Action::DiaryPage(DiaryPage::Day(TODAY)));
    person.must_not_see("your period");
    let mut settings = person.harness.state().state().settings.clone();
    settings.log_cycle = true;
    person.ask(Action::Settings(Box::new(settings)));
    person.must_see("Was it a day of your period?");
}

#[test]
fn what_was_deleted_is_restored_and_that_is_undone() {
    let mut person = opened(&few());
    let id: EntryId = person.harness.state().state().diary.entries()[0].id();
    person.ask(Action::Diary(Box::new(unclench::diary::Edit::Delete(id))));
    saved(&mut person);
    person.press("Trash");
    person.press("Restore 14 October 03:10 Left buttock, middle");
    saved(&mut person);
    person.press("Back to the diary");
    person.press("Undo: restore the cramp of 14 October");
    saved(&mut person);
    assert_eq!(
        person.harness.state().state().diary.len(),
        3,
        "in the trash"
    );
    person.press("Undo: delete the cramp of 14 October");
    saved(&mut person);
    assert_eq!(person.harness.state().state().diary.len(), 4, "back");
}

#[test]
fn finding_holds_at_every_size() {
    for (size, zoom) in SIZES {
        let person = Person::with(size, zoom, Theme::Light);
        let mut person = with_diary(person, &plausible(TODAY, 60, 2));
        person.open(Screen::Diary);
        audit(&person, size[0]);
        person.act(Role::CheckBox, "Filters");
        audit(&person, size[0]);
        for view in ["Month", "Year"] {
            person.act(Role::RadioButton, view);
            audit(&person, size[0]);
        }
        person.ask(Action::DiaryPage(DiaryPage::Day(TODAY)));
        audit(&person, size[0]);
        person.ask(Action::DiaryPage(DiaryPage::Week(TODAY)));
        audit(&person, size[0]);
    }
}

fn pictures(theme: Theme) {
    let person = Person::with([900.0, 640.0], 1.0, theme);
    let mut person = with_diary(person, &plausible(TODAY, 182, 2));
    person.open(Screen::Diary);
    let dress = |name: &str| format!("{name}_{theme:?}").to_lowercase();
    person.picture(&dress("find_list"));
    person.act(Role::RadioButton, "Month");
    person.picture(&dress("find_month"));
    person.act(Role::RadioButton, "Year");
    person.picture(&dress("find_year"));
}

#[test]
fn list_and_calendar_look_as_accepted_in_light() {
    pictures(Theme::Light);
}

#[test]
fn list_and_calendar_look_as_accepted_in_dark() {
    pictures(Theme::Dark);
}
