//! The settings: each choice changes what is seen, is kept, and nothing broken
//! is lost in silence; the desktop is followed; reminders; the keys.

use egui::{Modifiers, Role, Theme};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use unclench::action::Action;
use unclench::desktop::{News, Prefers};
use unclench::screen::Screen;
use unclench::settings::{Contrast, Motion, Night, Settings};
use unclench::state::{SettingsPart, WindowStep};
use unclench::ui::shortcut;
use unclench::ui::tokens::{DARK, LIGHT, LIGHT_HIGH, NIGHT, Tokens};

use crate::audit::{SIZES, audit};
use crate::kit::Person;

fn change(person: &mut Person, change: impl FnOnce(&mut Settings)) {
    let mut settings = person.harness.state().state().settings.clone();
    change(&mut settings);
    person.ask(Action::Settings(Box::new(settings)));
}

fn settings(person: &Person) -> Settings {
    person.harness.state().state().settings.clone()
}

/// Presses one of the choices of a group.
fn pick(person: &mut Person, group: &str, word: &str) {
    person
        .harness
        .get_by_role_and_label(Role::RadioGroup, group)
        .get_by_role_and_label(Role::RadioButton, word)
        .click_accesskit();
    person.harness.run();
}

/// Is the page drawn in the colors of this set?
fn wears(person: &Person, tokens: &Tokens) -> bool {
    let style = person.harness.ctx.global_style();
    style.visuals.panel_fill == tokens.surface
        && style.visuals.weak_text_color == Some(tokens.muted)
}

#[test]
fn how_it_looks_changes_at_once_and_is_kept() {
    let mut person = Person::new();
    person.open(Screen::Settings);
    assert!(wears(&person, &LIGHT), "as the test wants it");
    pick(&mut person, "Theme", "Dark");
    assert!(wears(&person, &DARK), "dark");
    pick(&mut person, "Theme", "Light");
    pick(&mut person, "Contrast", "High");
    assert!(wears(&person, &LIGHT_HIGH), "high contrast");
    audit(&person, 900.0);
    pick(&mut person, "Contrast", "Usual");
    pick(&mut person, "Motion", "Stills");
    assert!(person.harness.state().state().reduces_motion(), "stills");
    pick(&mut person, "Night colours", "By the hour");
    assert!(wears(&person, &NIGHT), "it is ten past three at night");
    person.must_see("22:00");
    pick(&mut person, "Time of day", "12 hours: 3:10 pm");
    person.must_see("10:00 pm");
    pick(&mut person, "A week begins on", "Sunday");
    let chosen = settings(&person);
    let mut person = person.restart();
    assert_eq!(settings(&person), chosen, "kept");
    assert!(wears(&person, &NIGHT), "worn again");
    // Morning comes.
    person.clock.pass(std::time::Duration::from_hours(4));
    person.harness.run();
    assert!(wears(&person, &LIGHT), "by day");
}

#[test]
fn the_desktop_is_followed_where_the_person_says_so() {
    let mut person = Person::new();
    let tell = |person: &mut Person, dark, high, less| {
        let prefers = Prefers {
            dark: Some(dark),
            high_contrast: Some(high),
            less_motion: Some(less),
        };
        person
            .around
            .with(|told| told.news.push(News::Prefers(prefers)));
        person.harness.run();
    };
    tell(&mut person, true, false, true);
    assert!(wears(&person, &DARK), "dark");
    let state = person.harness.state().state();
    assert!(state.reduces_motion(), "still");
    tell(&mut person, false, true, false);
    assert!(wears(&person, &LIGHT_HIGH), "light and strong");
    assert!(!person.harness.state().state().reduces_motion(), "it moves");
    change(&mut person, |s| {
        s.theme = unclench::settings::Theme::Light;
        s.contrast = Contrast::Usual;
        s.motion = Motion::Reduced;
    });
    tell(&mut person, true, true, false);
    assert!(wears(&person, &LIGHT), "the person's own word holds");
    assert!(person.harness.state().state().reduces_motion(), "here too");
}

#[test]
fn discreet_mode_hides_what_it_is_about() {
    let mut person = Person::with([1100.0, 700.0], 1.0, Theme::Light);
    person.open(Screen::Settings);
    let name = "Discreet mode: nothing outside the pages says what this is about";
    person.act(Role::CheckBox, name);
    assert_eq!(person.harness.state().state().title(), "Notes", "the title");
    person.ask(Action::Window(WindowStep::TryPost));
    let post = person.around.with(|told| told.posts.pop()).unwrap();
    assert_eq!(post.title, "Reminder", "the notification");
    assert!(!post.icon, "no icon");
    for word in [post.sender, post.title, post.text] {
        assert!(
            !word.contains("Unclench") && !word.contains("cramp"),
            "{word}"
        );
    }
}

#[test]
fn a_broken_file_is_kept_and_told_of() {
    // Put there before any window is open: one that is would tell of it itself.
    let folder = std::sync::Arc::new(tempfile::tempdir().unwrap());
    let path = folder.path().join("settings.ron");
    std::fs::write(&path, "Settings(theme: dark, {{{").unwrap();
    let clock = std::sync::Arc::new(crate::kit::clock::ManualClock::new());
    let theme = egui::Theme::Light;
    let person = Person::at(folder, clock, [900.0, 640.0], 1.0, theme, false);
    person.must_see("Your settings start afresh");
    let kept = std::fs::read_dir(person.folder.path())
        .unwrap()
        .any(|item| {
            let name = item.unwrap().file_name();
            name.to_string_lossy().starts_with("settings.ron.damaged-")
        });
    assert!(kept, "kept aside");
}

#[test]
fn what_another_window_chooses_is_taken_in_and_left_alone() {
    let mut person = Person::new();
    change(&mut person, |s| s.zoom_percent = 110);
    person.ask(Action::NewEntry); // makes sure that the folder is watched
    person.open(Screen::Settings);
    let file = person.folder.path().join("settings.ron");
    person.until("it is written", |_| file.exists());
    let text = std::fs::read_to_string(&file).unwrap();
    let other = text
        .replace("theme: system", "theme: dark")
        .replace("schema: 1,", "schema: 1,\n  of_another_version: [1],");
    assert_ne!(text, other, "changed");
    std::fs::write(&file, other).unwrap();
    person.until("it is seen", |app| {
        app.state().settings.theme == unclench::settings::Theme::Dark
    });
    person.harness.run();
    assert!(wears(&person, &DARK), "worn at once");
    pick(&mut person, "Motion", "Stills");
    let person = person.restart();
    let kept = settings(&person);
    assert_eq!(kept.theme, unclench::settings::Theme::Dark, "theirs");
    assert_eq!(kept.motion, Motion::Reduced, "ours");
    assert_eq!(kept.zoom_percent, 110, "ours before");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("of_another_version: [1],"), "{text}");
}

#[test]
fn the_parts_are_listed_and_led_to() {
    let mut person = Person::with([1440.0, 900.0], 1.0, Theme::Light);
    person.open(Screen::Settings);
    person.press("Go to About");
    for _ in 0..40 {
        person.harness.step(); // it scrolls there
    }
    person.harness.run();
    let about = person
        .harness
        .get_by_role_and_label(Role::Heading, "About")
        .rect();
    assert!(
        about.top() > 0.0 && about.top() < 700.0,
        "in sight: {about:?}"
    );
    let here = person
        .harness
        .get_by_role_and_label(Role::Button, "Go to About");
    let marked = here.accesskit_node().toggled();
    assert_eq!(marked, Some(egui::accesskit::Toggled::True), "and marked");
    // From elsewhere.
    person.open(Screen::Now);
    person.ask(Action::Window(WindowStep::Settings(
        SettingsPart::Reminders,
    )));
    let part = person
        .harness
        .get_by_role_and_label(Role::Heading, "Reminders")
        .rect();
    assert!(part.top() > 0.0 && part.top() < 700.0, "in sight: {part:?}");
}

#[test]
fn a_reminder_comes_once_and_leads_to_the_diary() {
    let mut person = Person::new();
    person.open(Screen::Settings);
    person.must_not_see("Look back at");
    person.act(Role::CheckBox, "A look back on the day, each day");
    person.must_see("Look back at");
    person.clock.pass(std::time::Duration::from_hours(17));
    person.harness.run();
    person.must_see("How was today?");
    let posts = person.around.with(|told| std::mem::take(&mut told.posts));
    assert_eq!(posts.len(), 1, "one notification: {posts:?}");
    person.clock.pass(std::time::Duration::from_mins(5));
    person.harness.run();
    assert!(person.around.with(|told| told.posts.is_empty()), "once");
    // A press on it opens the diary.
    let pressed = News::Pressed(posts[0].id.to_owned());
    person.around.with(|told| told.news.push(pressed));
    person.harness.run();
    let state = person.harness.state().state();
    assert_eq!(state.screen, Screen::Diary, "the diary");
    person.must_not_see("How was today?");
}

#[test]
fn a_desktop_without_notifications_is_told_of() {
    let mut person = Person::new();
    change(&mut person, |s| s.reminders.daily = true);
    person.open(Screen::Settings);
    person.press("Show one now");
    person.around.with(|told| told.news.push(News::NoPosts));
    person.harness.run();
    person.must_see("Your desktop shows no notifications");
}

#[test]
fn a_crash_is_told_of_with_its_note() {
    let person = Person::new();
    let note = "Unclench stopped by mistake.\nWhere: src/x.rs:7:1, in the thread main\n";
    std::fs::write(person.folder.path().join("crash.txt"), note).unwrap();
    let mut person = person.restart();
    person.must_see("Unclench stopped by mistake the last time");
    person.press("Show the note");
    person.must_see("src/x.rs:7:1");
    let person = person.restart();
    person.must_not_see("stopped by mistake");
}

#[test]
fn no_shortcut_fights_a_text_field() {
    for shortcut in shortcut::table() {
        let mut person = Person::new();
        person.open(Screen::Guide);
        person.write(Role::TextInput, "Search the guide", "cramp");
        let keys = shortcut.keys;
        person
            .harness
            .key_press_modifiers(keys.modifiers, keys.logical_key);
        person.harness.run();
        let its_own = matches!(
            shortcut.action,
            Action::Undo | Action::Redo | Action::GuideBack
        );
        if its_own {
            continue; // the field's own: not ours to take
        }
        if person.harness.state().state().over.manual.is_some() {
            person.press("Close");
        }
        person.ask(Action::Guide(unclench::state::GuidePage::Home));
        let field = person
            .harness
            .get_by_role_and_label(Role::TextInput, "Search the guide");
        let value = field.accesskit_node().value().unwrap_or_default();
        assert_eq!(value, "cramp", "after {}", shortcut.text);
    }
}

#[test]
fn every_shortcut_has_its_own_keys_and_a_command() {
    let table = shortcut::table();
    for (at, one) in table.iter().enumerate() {
        let keys = one.keys;
        let is_bare = keys.modifiers == Modifiers::NONE;
        let is_function =
            keys.logical_key.name().starts_with('F') && keys.logical_key.name().len() > 1;
        assert!(!is_bare || is_function, "{}: no bare letter", one.text);
        for other in table.iter().skip(at + 1) {
            assert_ne!(keys, other.keys, "{} and {}", one.text, other.text);
            assert_ne!(Some(keys), other.also, "{} and {}", one.text, other.text);
        }
    }
    let mut person = Person::new();
    for (keys, screen) in [
        (egui::Key::Comma, Screen::Settings),
        (egui::Key::H, Screen::Help),
        (egui::Key::Num1, Screen::Now),
    ] {
        person.harness.key_press_modifiers(Modifiers::COMMAND, keys);
        person.harness.run();
        assert_eq!(person.harness.state().state().screen, screen, "{keys:?}");
    }
    for keys in [egui::Key::Questionmark, egui::Key::Slash] {
        person.harness.key_press_modifiers(Modifiers::COMMAND, keys);
        person.harness.run();
        person.must_see("This list of shortcuts");
        person.press("Close");
    }
}

#[test]
fn the_settings_hold_in_high_contrast_at_every_size() {
    for (size, zoom) in SIZES {
        let mut person = Person::with(size, zoom, Theme::Light);
        change(&mut person, |s| {
            s.contrast = Contrast::High;
            s.night = Night::Auto;
            s.reminders.daily = true;
            s.reminders.stretch = true;
        });
        person.open(Screen::Settings);
        audit(&person, size[0]);
    }
}
