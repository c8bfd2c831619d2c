//! Escape leaves every sheet; what was written is kept, and the keyboard goes back
//! to where it came from. F10 leads to the list of screens, and radio buttons are
//! one stop in which the arrows choose.

use egui::accesskit::Toggled;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unclench::action::{Action, CheckStep};
use unclench::diary::example::{TODAY, plausible};
use unclench::screen::Screen;
use unclench::settings::Theme;
use unclench::state::{CheckView, DiaryPage, HomeStep};

use crate::check::{PIRIFORMIS, result_of};
use crate::kit::Person;
use crate::trends::with_diary;

fn page(person: &Person) -> DiaryPage {
    person.harness.state().state().diary_page.clone()
}

#[test]
fn escape_leaves_the_check_in_and_keeps_what_was_written() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    for (open, asks) in [
        (DiaryPage::Day(TODAY), "Check-in of the day"),
        (DiaryPage::Week(TODAY), "Look back on your week"),
    ] {
        // Nothing is written: nothing is kept.
        person.ask(Action::DiaryPage(open.clone()));
        person.must_see(asks);
        person.key(Key::Escape);
        assert_eq!(page(&person), DiaryPage::List, "{asks}: left");
        person.must_not_see("Draft kept");
        // Something is.
        person.ask(Action::DiaryPage(open.clone()));
        let scale = if asks.starts_with("Check") {
            "Worst pain of the day 4 of 10"
        } else {
            "Pain this week 4 of 10"
        };
        person.act(Role::RadioButton, scale);
        person.key(Key::Escape);
        assert_eq!(page(&person), DiaryPage::List, "{asks}: left");
        person.must_see("Draft kept");
        let go_on = (Role::Button, "Go on writing".to_owned());
        assert_eq!(person.focused(), Some(go_on), "{asks}: the way back");
        person.key(Key::Enter);
        assert_eq!(page(&person), open, "opened again");
        person.must_see("Draft kept: this is what you had written.");
        let kept = person
            .harness
            .get_by_role_and_label(Role::RadioButton, scale)
            .accesskit_node()
            .toggled();
        assert_eq!(kept, Some(Toggled::True), "{asks}: as it was");
        person.press("Discard");
        person.must_not_see("Draft kept");
    }
    let diary = &person.harness.state().state().diary;
    assert!(diary.is_empty(), "nothing was saved by leaving");
}

#[test]
fn escape_leaves_a_check_in_from_within_its_note() {
    let mut person = Person::new();
    person.ask(Action::DiaryPage(DiaryPage::Day(TODAY)));
    person.open(Screen::Diary);
    person.write(Role::MultilineTextInput, "Note (optional)", "long day");
    person.key(Key::Escape);
    person.must_see("Draft kept");
    person.press("Go on writing");
    person.must_see("long day");
    // Saved, it is no draft any more.
    person.press("Save");
    crate::log::saved(&mut person, 1);
    person.must_not_see("Draft kept");
}

#[test]
fn escape_leaves_every_other_page_of_the_diary_and_gives_the_keyboard_back() {
    let mut person = with_diary(Person::new(), &plausible(TODAY, 30, 2));
    person.open(Screen::Diary);
    for button in ["Trash", "Bring in and take out"] {
        person.enter_on(button);
        assert_ne!(page(&person), DiaryPage::List, "{button}: there");
        person.key(Key::Escape);
        assert_eq!(page(&person), DiaryPage::List, "{button}: back");
        let opener = (Role::Button, button.to_owned());
        assert_eq!(person.focused(), Some(opener), "{button}: the keyboard too");
    }
    person.ask(Action::DiaryPage(DiaryPage::Files));
    person.key(Key::Escape);
    assert_eq!(page(&person), DiaryPage::List, "files: back");
    // Each kind of entry.
    let ids: Vec<_> = {
        let diary = &person.harness.state().state().diary;
        diary.entries().iter().map(|entry| entry.id()).collect()
    };
    for id in ids {
        person.ask(Action::EditEntry(id));
        person.key(Key::Escape);
        assert_eq!(page(&person), DiaryPage::List, "an entry: back");
        person.must_not_see("Draft kept");
    }
}

#[test]
fn escape_leaves_the_page_for_the_doctor_and_what_lies_over_a_check() {
    let mut person = with_diary(Person::new(), &plausible(TODAY, 30, 2));
    person.open(Screen::Trends);
    person.enter_on("For your doctor");
    assert!(person.harness.state().state().is_at_doctor(), "there");
    person.key(Key::Escape);
    assert!(!person.harness.state().state().is_at_doctor(), "back");
    let opener = (Role::Button, "For your doctor".to_owned());
    assert_eq!(person.focused(), Some(opener), "the keyboard too");
    result_of(&mut person, PIRIFORMIS);
    person.open(Screen::Check);
    for view in [CheckView::Answers, CheckView::Quality, CheckView::HandOver] {
        person.ask(Action::Check(CheckStep::View(view)));
        person.key(Key::Escape);
        let here = person.harness.state().state().check.view();
        assert_eq!(here, CheckView::Run, "{view:?}: back");
    }
    person.must_see("Your result");
    person.key(Key::Escape);
    person.must_see("Your result"); // the result itself is no sheet
}

#[test]
fn escape_leaves_the_choice_of_another_folder() {
    let folder = std::sync::Arc::new(tempfile::tempdir().unwrap());
    let mut person = Person::of_system(folder);
    person.open(Screen::Settings);
    person.enter_on("Move to another folder…");
    let field = (Role::TextInput, "New folder".to_owned());
    assert_eq!(person.focused(), Some(field), "in");
    person.key(Key::Escape);
    person.must_not_see("New folder");
    let opener = (Role::Button, "Move to another folder…".to_owned());
    assert_eq!(person.focused(), Some(opener), "back");
    person.ask(Action::Home(HomeStep::Begin));
    person.must_see("New folder");
}

#[test]
fn f10_leads_to_the_list_of_screens() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    person.tab_to(Role::Button, "Log a cramp");
    person.key(Key::F10);
    let item = |name: &str| Some((Role::Button, name.to_owned()));
    assert_eq!(person.focused(), item("Diary"), "on the screen one is on");
    person.key(Key::ArrowDown);
    assert_eq!(person.focused(), item("Trends"), "the arrows go on");
    person.key(Key::Enter);
    let screen = person.harness.state().state().screen;
    assert_eq!(screen, Screen::Trends, "and Enter opens it");
    // Not past a dialog.
    person.key(Key::F1);
    person.key(Key::F10);
    assert_eq!(person.focused(), item("Close"), "the dialog keeps it");
    person.key(Key::Escape);
    person.key(Key::F10);
    assert_eq!(person.focused(), item("Trends"), "again");
}

#[test]
fn one_of_several_is_a_radio_group_with_one_stop() {
    let mut person = Person::new();
    person.open(Screen::Settings);
    let theme = |person: &Person| person.harness.state().state().settings.theme;
    let on = |person: &Person, word: &str| {
        let group = person
            .harness
            .get_by_role_and_label(Role::RadioGroup, "Theme");
        let node = group.get_by_role_and_label(Role::RadioButton, word);
        let inner = node.accesskit_node();
        (inner.toggled(), inner.data().position_in_set())
    };
    assert_eq!(
        on(&person, "As the system"),
        (Some(Toggled::True), Some(0)),
        "chosen"
    );
    assert_eq!(
        on(&person, "Dark"),
        (Some(Toggled::False), Some(2)),
        "not chosen"
    );
    let focus = |name: &str| Some((Role::RadioButton, name.to_owned()));
    person.tab_to(Role::RadioButton, "As the system");
    for (key, chosen, word) in [
        (Key::ArrowRight, Theme::Light, "Light"),
        (Key::ArrowDown, Theme::Dark, "Dark"),
        (Key::ArrowRight, Theme::System, "As the system"), // around
        (Key::ArrowLeft, Theme::Dark, "Dark"),
        (Key::ArrowUp, Theme::Light, "Light"),
        (Key::End, Theme::Dark, "Dark"),
        (Key::Home, Theme::System, "As the system"),
        (Key::ArrowRight, Theme::Light, "Light"),
    ] {
        person.key(key);
        assert_eq!(theme(&person), chosen, "{key:?} chooses");
        assert_eq!(person.focused(), focus(word), "{key:?} goes along");
        assert_eq!(on(&person, word).0, Some(Toggled::True), "{key:?} is told");
    }
    // One stop: Tab leaves the group, and comes back to what is chosen.
    person.key(Key::Tab);
    assert_eq!(
        person.focused(),
        focus("As the system"),
        "of the next group"
    );
    person.key(Key::ArrowRight);
    let high = person.harness.state().state().settings.contrast;
    assert_eq!(
        high,
        unclench::settings::Contrast::High,
        "which is another one"
    );
    person.key(Key::ArrowLeft);
    person
        .harness
        .key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    person.harness.run();
    assert_eq!(person.focused(), focus("Light"), "back on the chosen one");
    person.key(Key::Space);
    assert_eq!(theme(&person), Theme::Light, "Space keeps it");
}

#[test]
fn a_choice_that_turns_the_page_keeps_the_keyboard() {
    let mut person = with_diary(Person::new(), &plausible(TODAY, 60, 2));
    for size in [[900.0, 640.0], [480.0, 420.0]] {
        person.harness.set_size(size.into());
        person.open(Screen::Diary);
        person.tab_into("How the diary is shown");
        for word in ["Month", "Year", "List"] {
            person.key(Key::ArrowRight);
            let here = person.focused();
            assert_eq!(here, Some((Role::RadioButton, word.to_owned())), "{size:?}");
        }
    }
}
