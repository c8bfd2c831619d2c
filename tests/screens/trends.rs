//! The trends as a person sees them: with a diary of half a year, by what a
//! screen reader says, and how they look.

use egui::{Role, Theme};
use egui_kittest::kittest::Queryable as _;
use unclench::action::Action;
use unclench::diary::Edit;
use unclench::screen::Screen;
use unclench::triage::{Answer, Place};

use crate::audit::audit;
use crate::kit::Person;
use unclench::diary::example::{Simulated, TODAY, plausible};

/// Puts a made-up diary into the folder and opens the app on it.
pub fn with_diary(person: Person, made: &Simulated) -> Person {
    unclench::store::lay_out(person.folder.path(), made.entries()).unwrap();
    person.restart()
}

/// Half a year of somebody who sits a lot.
fn half_a_year(size: [f32; 2], theme: Theme) -> Person {
    let person = Person::with(size, 1.0, theme);
    let mut person = with_diary(person, &plausible(TODAY, 182, 2));
    person.open(Screen::Trends);
    person
}

fn sitting() -> Simulated {
    plausible(TODAY, 60, 1)
}

#[test]
fn an_empty_diary_says_what_will_be_here() {
    let mut person = Person::new();
    person.open(Screen::Trends);
    person.must_see("Nothing to show yet");
    person.must_not_see("Patterns");
}

#[test]
fn few_entries_say_how_many_more_are_needed() {
    let mut sim = Simulated::default();
    sim.cramp(1, 9, |_| {});
    sim.cramp(0, 2, |_| {});
    let mut person = with_diary(Person::new(), &sim);
    person.open(Screen::Trends);
    person.must_see("2 cramps on 2 days");
    person.must_see("Too few to tell whether it is changing.");
    person.must_see("Still to log: 5 more days and 1 more cramp.");
    person.must_not_see("It may point to");
    audit(&person, 900.0);
}

#[test]
fn a_chart_has_its_numbers_as_a_table_by_keyboard() {
    let mut person = with_diary(Person::new(), &sitting());
    person.open(Screen::Trends);
    person.must_not_see("Week of");
    let switch = "Show as table: Days with cramp, each week";
    person
        .harness
        .get_by_role_and_label(Role::CheckBox, switch)
        .focus();
    person.harness.run();
    person.key(egui::Key::Space);
    person.must_see("Week of");
    person.must_see("not logged");
    person.act(Role::CheckBox, switch);
    person.must_not_see("Week of");
}

/// Looks back on three weeks, of which the second was left out.
fn with_looks() -> Simulated {
    let mut sim = Simulated::default();
    for (ago, points) in [(22, 6), (8, 4), (1, 3)] {
        let points = unclench::diary::example::pain(points);
        sim.day(ago, |day| {
            day.week = Some(unclench::diary::entry::WeekLook {
                pain: points,
                enjoyment: points,
                activity: points,
            });
        });
    }
    sim
}

#[test]
fn the_looks_back_have_a_chart_a_sentence_and_a_table_also_without_a_cramp() {
    let mut person = with_diary(Person::new(), &with_looks());
    person.open(Screen::Trends);
    person.must_see("No cramp in this time");
    let said = "3 looks back. The mean of the three answers was 6.0 of 10 at the first and 3.0 at \
                the last: better.";
    person.must_see(said);
    let picture = person.harness.get_all_by_role(Role::Image).any(|image| {
        use egui_kittest::kittest::NodeT as _;
        let name = image.accesskit_node().label().unwrap_or_default();
        name.contains("Your look back on the week") && name.contains(said)
    });
    assert!(picture, "the picture is spoken as it is written");
    person.must_see("no line goes over them");
    person.act(Role::CheckBox, "Show as table: Your look back on the week");
    person.must_see("Taken from what you enjoy");
    person.must_see("22 Nov 2026");
    audit(&person, 900.0);
}

#[test]
fn where_nobody_looked_back_the_trends_lead_to_it() {
    let mut sim = Simulated::default();
    sim.cramp(1, 9, |_| {});
    let mut person = with_diary(Person::new(), &sim);
    person.open(Screen::Trends);
    person.must_see("Three questions once a week");
    person.press("Look back on your week");
    assert_eq!(
        person.harness.state().state().screen,
        Screen::Diary,
        "there"
    );
    person.must_see("The seven days from 17 to 23 November 2026.");
}

#[test]
fn the_period_changes_what_is_counted() {
    let mut person = with_diary(Person::new(), &sitting());
    person.open(Screen::Trends);
    person.must_not_see("since 2 November 2026");
    person.act(Role::RadioButton, "4 weeks");
    person.must_see("since 2 November 2026");
}

#[test]
fn a_pattern_leads_to_the_guide_and_into_check() {
    let mut person = with_diary(Person::new(), &sitting());
    person.open(Screen::Trends);
    person.must_see("A pattern in your diary, not a diagnosis.");
    person.must_see("Days of long sitting");
    person.press("Check this: Days of long sitting");
    let state = person.harness.state().state();
    assert_eq!(state.screen, Screen::Check, "it opens Check");
    assert_eq!(*state.check.run().place(), Place::Start, "from the start");
    person.must_see("From your diary");
    person.must_see("Sitting brings it on.");
    person.press("Leave it out: Sitting for 20 to 30 minutes");
    person.must_not_see("Sitting brings it on.");
    person.open(Screen::Guide);
    person.must_see("From your diary");
    person.must_see("See the counts");
}

#[test]
fn what_the_diary_tells_is_marked_and_can_be_changed() {
    let mut person = with_diary(Person::new(), &sitting());
    person.open(Screen::Trends);
    person.press("Check this: Days of long sitting");
    person.press("Start the check");
    let answer = |person: &Person| {
        let run = person.harness.state().state().check.run().clone();
        run.answer("worse_sitting").cloned()
    };
    assert_eq!(answer(&person), Some(Answer::option("yes")), "told");
    for _ in 0..60 {
        if person.sees("What your diary tells is ticked already.") {
            break;
        }
        if !person.press_if_there("None of these") && !person.press_if_there("Skip") {
            break;
        }
    }
    person.must_see("What your diary tells is ticked already.");
    person.act(Role::CheckBox, "Sitting for 20 to 30 minutes");
    assert_eq!(answer(&person), None, "taken back");
    assert!(
        !person
            .harness
            .state()
            .state()
            .check
            .is_from_diary("worse_sitting"),
        "no longer from the diary"
    );
}

#[test]
fn a_warning_sign_stands_first_whatever_else_is_shown() {
    let mut sim = Simulated::default();
    sim.cramp(1, 9, |e| {
        e.leg_symptoms = vec![unclench::diary::entry::LegSymptom::Weak];
    });
    let mut person = with_diary(Person::new(), &sim);
    person.open(Screen::Trends);
    person.must_see("A warning sign in your diary");
    person.must_see("See someone today");
    person.must_see("One leg is newly a little weak.");
    person.press("Check this now");
    person.press("Start the check");
    let run = person.harness.state().state().check.run().clone();
    assert_eq!(
        run.answer("rf_leg_weak"),
        Some(&Answer::option("new_mild")),
        "told"
    );
}

#[test]
fn the_charts_follow_the_diary() {
    let mut person = with_diary(Person::new(), &sitting());
    person.open(Screen::Trends);
    let cramps = |person: &Person| {
        let diary = &person.harness.state().state().diary;
        let all = diary.entries().iter();
        all.filter(|e| e.as_episode().is_some()).count()
    };
    let before = cramps(&person);
    person.must_see(&format!("{before} cramps on"));
    let mut sim = Simulated::default();
    for _ in 0..400 {
        sim.cramp(0, 1, |_| {});
    }
    // The last of them has an id that the diary does not know.
    let new = sim.entries().last().unwrap().clone();
    person.ask(Action::Diary(Box::new(Edit::Create(new))));
    person.must_see(&format!("{} cramps on", before + 1));
}

#[test]
fn the_trends_hold_at_every_size() {
    for size in [[480.0, 420.0], [900.0, 640.0], [1440.0, 900.0]] {
        let person = half_a_year(size, Theme::Light);
        audit(&person, size[0]);
    }
}

#[test]
#[ignore = "measures, and reads ten thousand files first; run it with --ignored"]
fn a_frame_of_the_trends_with_ten_thousand_entries_is_quick() {
    let mut person = with_diary(Person::new(), &plausible(TODAY, 4900, 5));
    person.open(Screen::Trends);
    person.act(Role::RadioButton, "All");
    let entries = person.harness.state().state().diary.len();
    assert!(entries > 10_000, "{entries} entries");
    let mut times: Vec<u128> = (0..40)
        .map(|_| {
            let begun = std::time::Instant::now();
            person.harness.step();
            begun.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    // Generous: a build for tests on a busy machine.
    let (median, slowest) = (times[20], times[39]);
    let said = format!("{entries} entries: median {median} us, slowest {slowest} us");
    assert!(median < 60_000, "{said}");
}

#[test]
fn the_charts_look_as_accepted_in_light() {
    half_a_year([900.0, 3400.0], Theme::Light).picture("trends_charts_light");
}

#[test]
fn the_charts_look_as_accepted_in_dark() {
    half_a_year([900.0, 3400.0], Theme::Dark).picture("trends_charts_dark");
}

#[test]
fn the_top_of_the_trends_looks_as_accepted_in_light() {
    half_a_year([900.0, 640.0], Theme::Light).picture("trends_top_light");
}

#[test]
fn the_top_of_the_trends_looks_as_accepted_in_dark() {
    half_a_year([900.0, 640.0], Theme::Dark).picture("trends_top_dark");
}

#[test]
fn the_trends_look_as_accepted_in_a_narrow_window() {
    let mut person = half_a_year([480.0, 2600.0], Theme::Light);
    person.picture("trends_narrow");
    person.outline("trends_charts");
}
