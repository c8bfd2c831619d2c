//! Check as a person goes through it, by what a screen reader says, and how its
//! pages look.

use egui::{Key, Role, Theme};
use unclench::action::{Action, CheckStep};
use unclench::screen::Screen;
use unclench::state::CheckView;
use unclench::triage::{Answer, Item, Place};

use crate::kit::Person;

/// The cards of red flags, all passed with "None of these".
fn past_the_red_flags(person: &mut Person) {
    person.open(Screen::Check);
    person.press("Start the check");
    for _ in 0..6 {
        person.press("None of these");
    }
}

/// Gives answers such as `side=one age_years=45` and goes to the result.
pub(crate) fn result_of(person: &mut Person, text: &str) {
    person.ask(Action::Open(Screen::Check));
    person.ask(Action::Check(CheckStep::Restart));
    person.ask(Action::Check(CheckStep::Begin));
    for pair in text.split_whitespace() {
        let (id, value) = pair.split_once('=').expect("id=value");
        let answer = match value.parse::<u32>() {
            Ok(number) => Answer::Number(number),
            Err(_) => Answer::option(value),
        };
        let step = CheckStep::Answer(id.to_owned(), Some(answer));
        person.ask(Action::Check(step));
    }
    person.ask(Action::Check(CheckStep::Finish));
}

pub(crate) const PIRIFORMIS: &str = "rf_fever=no age_years=44 anatomy=womb_periods symptom_weeks=over_12 \
    course=same leg_radiation=thigh loc_low_back=no worse_sitting=yes hip_twist_cross=yes \
    tender_spot=yes loc_buttock=deep_middle leg_numb_tingle=no walk_onset=no stand_triggers=no \
    pain_worst_nrs=5";
pub(crate) const CRAMP: &str = "age_years=38 anatomy=prostate symptom_weeks=under_2 hard_knot=yes \
    during_exercise=yes heat_sweat=yes low_fluid_signs=yes cramps_elsewhere=yes \
    recent_hard_exercise=yes episode_duration=under_2min leg_radiation=none";
pub(crate) const TODAY: &str = "rf_leg_weak=foot_drop leg_radiation=below_knee leg_numb_tingle=yes age_years=50 \
    cough_leg_pain=yes pain_worst_nrs=7";

#[test]
fn a_red_flag_stops_the_check_and_cannot_be_taken_back() {
    let mut person = Person::new();
    person.open(Screen::Check);
    person.press("Start the check");
    let sign = "Numb or different feeling around the back passage, the genitals or the inner \
                thighs, for example when you wipe";
    person.act(Role::CheckBox, &format!("Yes: {sign}"));
    person.must_see("Call 999 or go to A&E now.");
    person.act(Role::CheckBox, &format!("Yes: {sign}"));
    person.press("None of these");
    person.must_see("Get emergency help now");
    person.must_see("Why this soon");
    person.must_not_see("Fits best");
}

#[test]
fn a_yes_with_kinds_asks_which() {
    let mut person = Person::new();
    person.open(Screen::Check);
    person.press("Start the check");
    person.act(Role::CheckBox, "Yes: A leg or foot is weak");
    person.must_see("“A leg or foot is weak”: choose the line that fits, or take “Yes” back.");
    person.act(
        Role::RadioButton,
        "One foot drops or slaps; I cannot lift it",
    );
    person.press("Continue");
    person.must_see("Red flags, card 2 of 6");
}

#[test]
fn nothing_wrong_leads_to_care_at_home_with_a_safety_net() {
    let mut person = Person::new();
    past_the_red_flags(&mut person);
    person.must_see("How old are you?");
    person.press("Show the result now");
    person.must_see("Care for it at home");
    person.must_see("Your answers do not point clearly to one cause");
    person.must_see("Even if it was fine today");
    person.must_see("What would change this");
}

#[test]
fn the_whole_check_is_done_with_number_keys() {
    let mut person = Person::new();
    past_the_red_flags(&mut person);
    person.write(Role::TextInput, "How old are you?", "45");
    person.press("Continue");
    person.must_see("Which of these do you have?");
    let mut screens = 0;
    while let Place::At(_) = person.harness.state().state().check.run().place() {
        person.key(Key::Num1);
        let asked = person.harness.state().state().check.run().trail().len();
        person.key(Key::Enter);
        let now = person.harness.state().state().check.run().trail().len();
        if asked == now && screens % 3 == 2 {
            person.press_if_there("Skip");
        }
        screens += 1;
        assert!(screens < 60, "the check ends");
    }
    person.must_see("Your result");
}

#[test]
fn an_answer_can_be_looked_at_again_and_moves_the_result() {
    let mut person = Person::new();
    result_of(&mut person, PIRIFORMIS);
    person.must_see("Book a routine visit");
    person.must_see("Piriformis syndrome");
    person.press("Look at my answers");
    person.press("Change: How is it changing?");
    person.act(
        Role::RadioButton,
        "Suddenly or much worse, in the last days or weeks",
    );
    person.must_see("Within 2 to 7 days");
}

#[test]
fn a_child_is_sent_to_a_doctor_without_causes() {
    let mut person = Person::new();
    past_the_red_flags(&mut person);
    person.write(Role::TextInput, "How old are you?", "12");
    person.press("Continue");
    person.must_see("This check is for people of 16 and over");
    person.must_not_see("Fits best");
}

fn the_pages_in(theme: Theme) {
    let mut person = Person::with([900.0, 1480.0], 1.0, theme);
    let name = format!("{theme:?}").to_lowercase();
    let picture = |person: &mut Person, page: &str| {
        person.picture(&format!("check_{page}_{name}"));
    };
    person.ask(Action::Open(Screen::Check));
    person.ask(Action::Check(CheckStep::Begin));
    picture(&mut person, "card");
    for item in [
        Item::Finding("course".to_owned()),
        Item::Finding("age_years".to_owned()),
        Item::Finding("pain_worst_nrs".to_owned()),
        Item::Sheet("sets_off".to_owned()),
    ] {
        let id = match &item {
            Item::Finding(id) | Item::Sheet(id) => id.clone(),
        };
        person.ask(Action::Check(CheckStep::Revisit(item)));
        picture(&mut person, &id);
    }
    for (answers, page) in [
        (PIRIFORMIS, "result"),
        (CRAMP, "result_cramp"),
        (TODAY, "result_today"),
        ("rf_saddle_numb=yes", "result_emergency"),
        ("side=one", "result_open"),
    ] {
        result_of(&mut person, answers);
        picture(&mut person, page);
    }
    result_of(&mut person, TODAY);
    for (view, page) in [
        (CheckView::Answers, "answers"),
        (CheckView::Quality, "quality"),
    ] {
        person.ask(Action::Check(CheckStep::View(view)));
        picture(&mut person, page);
    }
}

#[test]
fn the_pages_look_as_accepted_in_light() {
    the_pages_in(Theme::Light);
}

#[test]
fn the_pages_look_as_accepted_in_dark() {
    the_pages_in(Theme::Dark);
}

#[test]
fn the_result_reads_as_accepted() {
    let mut person = Person::new();
    result_of(&mut person, PIRIFORMIS);
    person.outline("check_result");
    result_of(&mut person, TODAY);
    person.ask(Action::Check(CheckStep::View(CheckView::HandOver)));
    // No picture: the card names the version of the content, which an outline
    // can leave out.
    person.outline("check_hand_over");
}

#[test]
fn a_check_is_kept_opened_again_and_compared() {
    let mut person = Person::new();
    result_of(&mut person, PIRIFORMIS);
    person.press("Keep in the diary");
    person.must_see("Kept in the diary.");
    person.until("the check is safe", |app| {
        app.state().diary.len() == 1 && app.state().diary.unsaved().next().is_none()
    });
    let mut person = person.restart();
    person.open(Screen::Check);
    person.must_see("Your last check");
    person.press("Open it");
    person.must_see("Piriformis syndrome");
    person.press("Start again");
    result_of(&mut person, TODAY);
    person.press("Compare with 23 November");
    person.must_see("Then and now");
    person.must_see("Now: One foot drops.");
    person.open(Screen::Diary);
    person.must_see("Check: Book a routine visit");
}
