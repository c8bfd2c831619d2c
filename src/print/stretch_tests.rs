//! Tests of the stretch in pictures: one page, whatever was chosen, and what it
//! says.

use super::guide::stretch;
use super::sheet::{Block, Sheet, Step};
use super::tests::{faces, library, outside, stamp};
use super::{laid_out, pdf};
use crate::content::Library;
use crate::pose::Seen;
use crate::stretch::{Dose, Options, Routine, Side, Sides};

const SIDES: [Sides; 4] = [
    Sides::RightFirst,
    Sides::LeftFirst,
    Sides::RightOnly,
    Sides::LeftOnly,
];

fn sheet(library: &Library, routine: &str, plan: &str, sides: Sides) -> Sheet {
    let routine = library.routine(routine).unwrap();
    let dose = library.dose(plan).unwrap();
    let options = Options {
        sides,
        ..Options::of(routine).dosed(dose)
    };
    stretch(library, routine, &options, Some(dose))
}

fn steps(sheet: &Sheet) -> &[Step] {
    let steps = sheet.blocks.iter().find_map(|block| {
        if let Block::Steps(steps) = block {
            Some(&*steps.list)
        } else {
            None
        }
    });
    steps.expect("the steps are there")
}

#[test]
fn every_routine_with_every_plan_and_side_is_one_page() {
    let (faces, library) = (faces(), library());
    let fits = |routine: &Routine, options: &Options, dose: Option<&Dose>| {
        let sheet = stretch(&library, routine, options, dose);
        let (_, pages) = laid_out(&faces, &sheet);
        let what = format!("{} {:?} {options:?}", routine.id, dose.map(|d| &d.id));
        assert_eq!(pages.len(), 1, "{what}");
        let wrong = outside(&pages, sheet.margins());
        assert!(wrong.is_empty(), "{what}: {}", wrong.join("\n"));
    };
    for routine in library.routines() {
        for sides in SIDES {
            let doses = library.doses().iter();
            for dose in doses.filter(|d| d.goes_with(&routine.level)) {
                let options = Options {
                    sides,
                    ..Options::of(routine).dosed(dose)
                };
                fits(routine, &options, Some(dose));
            }
            // The longest words that lengths of one's own can make.
            let own = Options {
                hold_secs: 119,
                rounds: 6,
                rest_secs: 59,
                sore: Some(Side::Left),
                extra: 3,
                sides,
                ..Options::of(routine)
            };
            fits(routine, &own, None);
        }
    }
}

#[test]
fn the_steps_are_told_for_the_side_that_was_chosen() {
    let library = library();
    let both = sheet(&library, "figure_four", "default", Sides::RightFirst);
    let list = steps(&both);
    assert_eq!(list.len(), 7, "{list:?}");
    assert_eq!(
        list[1].cue.text(),
        "Right ankle on the left thigh, toes up."
    );
    assert_eq!(list[1].seen, Seen::Above, "the crossed legs");
    assert_eq!(list[4].title, "Hold and breathe: 30 seconds");
    assert!(list[4].main, "what it is about");
    assert!(
        list[5].alt.contains("Uncross slowly"),
        "the foot goes down at the end: {}",
        list[5].alt
    );
    let swap = &list[6];
    assert_eq!(swap.side, Side::Left, "the other side is shown");
    assert!(
        swap.cue
            .text()
            .ends_with("Do\u{a0}2\u{a0}to\u{a0}6 again, left and right swapped."),
        "{}",
        swap.cue.text()
    );
    assert_eq!(
        both.under,
        "Plan: Everyday. First the right side, then the left."
    );

    let left = sheet(&library, "figure_four", "cramp", Sides::LeftOnly);
    let list = steps(&left);
    assert_eq!(left.under, "Plan: It is cramping. The left side only.");
    assert_eq!(
        list[1].cue.text(),
        "Left ankle on the right thigh, toes up."
    );
    assert_eq!(list[4].title, "Hold until it eases", "no length to reach");
    assert_eq!(list.last().unwrap().pose, "walk", "and then?");
    assert!(list.iter().all(|s| s.side == Side::Left), "one side");
}

#[test]
fn every_picture_has_words_and_every_sheet_says_when_to_stop() {
    let library = library();
    for routine in library.routines() {
        let sheet = sheet(&library, &routine.id, &routine.plan, Sides::RightFirst);
        for step in steps(&sheet) {
            assert!(library.poses().knows(&step.pose), "{}", step.pose);
            assert!(step.alt.starts_with("Seen from"), "{}", step.alt);
            assert!(step.alt.split_whitespace().count() > 10, "{}", step.alt);
            assert!(!step.alt.contains('{'), "{}", step.alt);
        }
        let said = format!("{sheet:?}");
        for sign in [
            "Sharp pain",
            "tingling",
            "numbness",
            "Groin pain",
            "Knee pain",
        ] {
            assert!(said.contains(sign), "{}: {sign}", routine.id);
        }
        for text in [&routine.for_whom, &routine.position] {
            assert!(said.contains(&format!("{text:?}")), "{text}");
        }
        assert!(said.contains("Sources: 1 "), "{}: sources", routine.id);
        let wrong: Vec<&str> = ["{side}", "{other}"]
            .into_iter()
            .filter(|word| said.contains(word))
            .collect();
        assert!(wrong.is_empty(), "{}: {wrong:?}", routine.id);
    }
}

#[test]
fn the_pictures_are_drawn_and_tell_a_screen_reader_what_they_show() {
    let library = library();
    let sheet = sheet(&library, "seated_figure_four", "desk", Sides::LeftFirst);
    let bytes = pdf(&sheet, &stamp()).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let figures = text.matches("/S/Figure").count() + text.matches("/S /Figure").count();
    assert_eq!(figures, steps(&sheet).len(), "a figure each");
    assert!(text.contains("/Alt"), "in words");
    assert!(bytes.len() < 900_000, "{} bytes", bytes.len());
}
