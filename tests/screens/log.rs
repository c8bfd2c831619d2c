//! The log sheet: a plain entry by keyboard, every field, what is said of red
//! flags, and drafts that survive.

use egui::{Key, Modifiers, Role, Theme};
use egui_kittest::kittest::Queryable as _;
use unclench::action::Action;
use unclench::diary::entry::{
    Episode, Intensity, Lasted, LegSymptom, Quality, Region, Relief, Side, Trigger,
};
use unclench::screen::Screen;
use unclench::settings::Settings;

use crate::kit::Person;

pub(crate) fn saved(person: &mut Person, entries: usize) {
    person.until("the entry is safe", |app| {
        let diary = &app.state().diary;
        diary.len() == entries && diary.unsaved().next().is_none()
    });
    person.harness.run();
}

fn newest(person: &Person) -> Episode {
    let diary = &person.harness.state().state().diary;
    let all = diary.entries().iter().filter_map(|e| e.as_episode());
    all.max_by_key(|e| e.logged_at.instant())
        .expect("a cramp")
        .clone()
}

pub(crate) fn plain(person: &mut Person) {
    person.act(Role::CheckBox, "10 min");
    person.act(Role::CheckBox, "Deep inside");
    person.act(Role::CheckBox, "Left");
    person.act(Role::RadioButton, "Worst pain 7 of 10");
}

/// Presses keys and counts them.
struct Keys<'a> {
    person: &'a mut Person,
    pressed: usize,
}

impl Keys<'_> {
    fn press(&mut self, modifiers: Modifiers, key: Key, times: usize) {
        for _ in 0..times {
            self.person.harness.key_press_modifiers(modifiers, key);
            self.person.harness.run();
            self.pressed += 1;
        }
    }

    fn key(&mut self, key: Key, times: usize) {
        self.press(Modifiers::NONE, key, times);
    }
}

#[test]
fn a_plain_cramp_is_logged_by_keyboard_in_twenty_presses() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    let mut keys = Keys {
        person: &mut person,
        pressed: 0,
    };
    keys.press(Modifiers::COMMAND, Key::N, 1);
    keys.key(Key::Tab, 3); // past the start, which is now
    keys.key(Key::ArrowRight, 3);
    keys.key(Key::Space, 1); // 10 min
    keys.key(Key::Tab, 2);
    keys.key(Key::Space, 1); // deep inside
    keys.key(Key::Tab, 2);
    keys.key(Key::Space, 1); // left
    keys.key(Key::Tab, 1);
    keys.key(Key::Num7, 1);
    keys.press(Modifiers::COMMAND, Key::S, 1);
    assert!(keys.pressed <= 20, "{} presses", keys.pressed);
    saved(&mut person, 1);
    let cramp = newest(&person);
    assert_eq!(cramp.duration, Lasted::Seconds(600), "how long");
    assert_eq!(cramp.regions, [Region::ButtockLeftDeep], "where");
    assert_eq!(cramp.pain_peak.get(), 7, "how bad");
    person.must_see("Saved.");
    person.must_not_see("warning sign");
}

#[test]
fn the_pain_scale_takes_digits_ten_and_arrows() {
    let mut person = Person::new();
    person.ask(Action::NewEntry);
    let scale = |n: u8| format!("Worst pain {n} of 10");
    person
        .harness
        .get_by_role_and_label(Role::RadioButton, &scale(0))
        .focus();
    person.harness.run();
    let mut keys = Keys {
        person: &mut person,
        pressed: 0,
    };
    keys.key(Key::Num1, 1);
    keys.person.must_see("1 of 10, mild");
    keys.key(Key::Num0, 1);
    keys.person.must_see("10 of 10, worst you can imagine");
    keys.key(Key::Num0, 1);
    keys.person.must_see("0 of 10, no pain");
    keys.key(Key::Num4, 1);
    keys.key(Key::ArrowRight, 2);
    keys.key(Key::Space, 1);
    keys.person.must_see("6 of 10, moderate");
}

pub(crate) fn open_all(person: &mut Person) {
    for part in [
        "What it felt like",
        "What set it off",
        "Walking",
        "What you did, what helped",
        "Leg, bowel, bladder, fluids",
        "Training that day",
        "Medicine",
        "Period and cycle",
        "Your own tags",
    ] {
        person.press(part);
    }
}

pub(crate) fn modules(person: &mut Person) {
    let settings = Settings {
        log_cycle: true,
        log_medicine: true,
        ..person.harness.state().state().settings.clone()
    };
    person.ask(Action::Settings(Box::new(settings)));
}

#[test]
fn every_field_is_said_saved_and_opened_again() {
    let mut person = Person::new();
    modules(&mut person);
    person.ask(Action::NewEntry);
    plain(&mut person);
    person.act(Role::CheckBox, "About");
    person.write(Role::MultilineTextInput, "Note (optional)", "on the stairs");
    open_all(&mut person);
    person.act(Role::CheckBox, "Burning");
    person.act(Role::RadioButton, "Average pain 4 of 10");
    person.act(Role::CheckBox, "Did it wake you? Yes");
    person.act(Role::CheckBox, "Sitting");
    person.write(Role::TextInput, "Sat in the two hours before", "45");
    person.write(Role::TextInput, "Walked until it began", "1.2 km");
    person.write(Role::TextInput, "For how long", "15");
    person.act(Role::CheckBox, "Uphill? No");
    person.act(Role::CheckBox, "Sat down");
    person.write(Role::TextInput, "Clearly better after", "5 min");
    person.write(Role::TextInput, "Something else you tried", "A cushion");
    person.press("Add: Something else you tried");
    person.act(Role::RadioButton, "A cushion helped 3 of 10");
    person.act(Role::CheckBox, "Pain into the thigh");
    person.act(Role::CheckBox, "Urgent");
    person.act(Role::CheckBox, "Sweated a lot");
    person.write(Role::TextInput, "What", "Running");
    person.write(Role::TextInput, "How long", "45 min");
    person.act(Role::RadioButton, "Effort 8 of 10");
    person.write(Role::TextInput, "Another medicine", "Magnesium");
    person.press("Add: Another medicine");
    person.act(Role::CheckBox, "Magnesium: Not taken");
    person.act(Role::CheckBox, "A day of the period? Yes");
    let day = "Day of the cycle; the first day of the period is 1";
    person.write(Role::TextInput, day, "2");
    person.write(Role::TextInput, "New tag", "long drive");
    person.key(Key::Enter);
    person.press("Save");
    saved(&mut person, 1);

    let cramp = newest(&person);
    let nrs = |n| Intensity::new(n);
    assert!(cramp.about, "about");
    assert_eq!(cramp.quality, [Quality::Burning], "quality");
    assert_eq!(cramp.pain_average, nrs(4), "average");
    assert_eq!(cramp.woke_me, Some(true), "woke");
    assert_eq!(cramp.triggers, [Trigger::Sitting], "trigger");
    assert_eq!(cramp.sitting_before_min, Some(45), "sat");
    assert_eq!(cramp.walk_distance_m, Some(1200), "way");
    assert_eq!(cramp.walk_time_min, Some(15), "walked");
    assert_eq!(cramp.walk_uphill, Some(false), "uphill");
    assert_eq!(cramp.relief, [Relief::Sat], "relief");
    assert_eq!(cramp.relief_after_min, Some(5), "better");
    assert_eq!(cramp.helped[0].remedy, "A cushion", "own remedy");
    assert_eq!(Some(cramp.helped[0].score), nrs(3), "its effect");
    assert_eq!(cramp.leg_symptoms, [LegSymptom::Thigh], "leg");
    assert_eq!(cramp.bowel_urine.len(), 1, "bowel and bladder");
    assert_eq!(cramp.fluid_heat.len(), 1, "fluids");
    let training = cramp.training.clone().expect("training");
    assert_eq!(
        (training.minutes, training.effort),
        (45, nrs(8)),
        "training"
    );
    assert_eq!(cramp.medicines[0].name, "Magnesium", "medicine");
    assert!(!cramp.medicines[0].taken, "not taken");
    assert_eq!(cramp.period_day, Some(true), "period");
    assert_eq!(cramp.cycle_day, Some(2), "cycle");
    assert_eq!(cramp.tags, ["long drive"], "tag");
    assert_eq!(cramp.note, "on the stairs", "note");

    // Opened again and saved with one word more: the rest is as it was.
    let mut person = person.restart();
    person.open(Screen::Diary);
    person.press("Edit 23 November 03:10, Left buttock, deep inside");
    person.write(Role::MultilineTextInput, "Note (optional)", ", again");
    person.press("Save");
    saved(&mut person, 1);
    let again = newest(&person);
    let wanted = Episode {
        edited_at: again.edited_at.clone(),
        note: again.note.clone(),
        ..cramp
    };
    assert_eq!(again, wanted, "nothing is lost by an edit");
    assert!(again.note.contains("again"), "{}", again.note);
}

#[test]
fn a_red_flag_is_said_at_once() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    person.ask(Action::NewEntry);
    plain(&mut person);
    person.press("Leg, bowel, bladder, fluids");
    person.act(Role::CheckBox, "Weakness");
    person.press("Save");
    person.must_see("A warning sign in what you wrote");
    person.must_see("See someone today");
    person.must_see("Today, not tomorrow.");
    person.must_not_see("(rule"); // the ids of rules are for us
    saved(&mut person, 1);
    person.act(
        Role::RadioButton,
        "Both legs are weak, or one gets weaker from day to day",
    );
    person.must_see("Get emergency help now");
    person.must_see("Get help first");
    person.press("Check with these answers");
    let state = person.harness.state().state();
    assert_eq!(state.screen, Screen::Check, "the way to the check");
    let told = state.check.run().answer("rf_leg_weak").cloned();
    assert!(
        told.is_some_and(|a| a.has("worsening_or_both")),
        "with what is known"
    );
    person.open(Screen::Diary);
    person.press("To the diary");
    person.must_see("1 entry");
}

#[test]
fn a_draft_survives_leaving() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    person.ask(Action::NewEntry);
    person.act(Role::RadioButton, "Worst pain 7 of 10");
    person.write(Role::MultilineTextInput, "Note (optional)", "half written");
    person.open(Screen::Guide);
    person.open(Screen::Diary);
    person.must_see("half written");
    person.key(Key::Escape);
    person.must_see("Draft kept");
    person.must_see("It is not in the diary yet.");
    person.press("Go on writing");
    person.must_see("Draft kept: this is what you had written.");
    person.must_see("half written");
    person.must_see("7 of 10, severe");
    person.press("Discard");
    person.must_not_see("Draft kept");
    person.ask(Action::NewEntry);
    person.must_not_see("half written");
    person.key(Key::Escape);
    person.must_not_see("Draft kept"); // nothing was written on it
}

#[test]
fn the_first_problem_gets_the_keyboard() {
    let mut person = Person::new();
    person.ask(Action::NewEntry);
    plain(&mut person);
    person.press("Walking");
    person.write(Role::TextInput, "Walked until it began", "far");
    person.press("Walking");
    person.press_if_there("Walking: far");
    person.press("Save");
    person.must_see("One thing above is missing or unclear.");
    person.must_see("Write a distance, for example 300 m or 0.5 mi, or leave it empty.");
    let field = person
        .harness
        .get_by_role_and_label(Role::TextInput, "Walked until it began");
    assert!(field.is_focused(), "the keyboard is there");
}

#[test]
fn the_body_map_paints_by_keyboard_and_tells_the_side() {
    let mut person = Person::new();
    person.ask(Action::NewEntry);
    person.press("All places, on the body map");
    person.must_see("Seen from behind: your left is on the left");
    person.act(Role::CheckBox, "Right buttock, deep inside");
    person.act(Role::CheckBox, "Right calf");
    person.act(Role::CheckBox, "5 min");
    person.act(Role::RadioButton, "Worst pain 3 of 10");
    person.press("Save");
    saved(&mut person, 1);
    let cramp = newest(&person);
    let wanted = [Region::ButtockRightDeep, Region::CalfRight];
    assert_eq!(cramp.regions, wanted, "painted");
    assert_eq!(cramp.side, Side::Right, "told by the places");
}

#[test]
fn a_late_entry_is_marked_and_last_time_fills_in() {
    let mut person = Person::new();
    person.open(Screen::Diary);
    person.ask(Action::NewEntry);
    plain(&mut person);
    let start = person
        .harness
        .get_by_role_and_label(Role::TextInput, "Start, written");
    start.focus();
    person.harness.run();
    person
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::A);
    person.harness.run();
    person.write(Role::TextInput, "Start, written", "2026-11-20 01:00");
    person.must_see("written down 3 days later");
    person.press("Save");
    saved(&mut person, 1);
    person.must_see("Left buttock, deep inside");
    person.ask(Action::NewEntry);
    person.act(
        Role::CheckBox,
        "Same as last time: Left buttock, deep inside",
    );
    person.act(Role::CheckBox, "2 min");
    person.act(Role::RadioButton, "Worst pain 2 of 10");
    person.press("Save");
    saved(&mut person, 2);
    assert_eq!(newest(&person).regions, [Region::ButtockLeftDeep], "same");
}

fn sheet_looks(size: [f32; 2], theme: Theme, name: &str) {
    let mut person = Person::with(size, 1.0, theme);
    person.ask(Action::NewEntry);
    person.open(Screen::Diary);
    person.picture(name);
}

#[test]
fn the_sheet_looks_as_accepted_in_dark() {
    sheet_looks([900.0, 640.0], Theme::Dark, "log_dark");
}

#[test]
fn the_sheet_looks_as_accepted_when_narrow() {
    sheet_looks([480.0, 420.0], Theme::Light, "log_narrow");
}

#[test]
fn the_whole_sheet_looks_as_accepted() {
    let mut person = Person::with([900.0, 2900.0], 1.0, Theme::Light);
    modules(&mut person);
    person.ask(Action::NewEntry);
    person.open(Screen::Diary);
    plain(&mut person);
    person.press("All places, on the body map");
    open_all(&mut person);
    person.picture("log_open");
}

#[test]
fn an_emergency_looks_as_accepted() {
    let mut person = Person::with([900.0, 900.0], 1.0, Theme::Light);
    person.open(Screen::Diary);
    person.ask(Action::NewEntry);
    plain(&mut person);
    person.act(Role::CheckBox, "Both");
    person.press("Leg, bowel, bladder, fluids");
    person.act(Role::CheckBox, "Weakness");
    person.press("Save");
    saved(&mut person, 1);
    person.picture("log_emergency");
}
