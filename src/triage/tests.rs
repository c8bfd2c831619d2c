//! Tests of triage on the content that is compiled in.

use super::*;
use crate::content::Library;

fn library() -> Library {
    Library::embedded().unwrap()
}

fn answers(list: &[(&str, &str)]) -> Answers {
    list.iter()
        .map(|(id, option)| ((*id).to_owned(), Answer::option(option)))
        .collect()
}

#[test]
fn not_sure_about_an_emergency_sign_is_seen_today() {
    let library = library();
    let unsure: Vec<&Finding> = library
        .knowledge()
        .findings()
        .iter()
        .filter(|f| f.unsure)
        .collect();
    assert!(unsure.len() >= 11, "R49 names eleven signs");
    for finding in unsure {
        let given = Answers::from([(finding.id.clone(), Answer::Unsure)]);
        let got = library.knowledge().assess(&given);
        assert_eq!(got.urgency, Urgency::SameDay, "{}", finding.id);
    }
}

#[test]
fn nothing_answered_points_nowhere() {
    let got = library().knowledge().assess(&Answers::new());
    assert_eq!(got.urgency, Urgency::SelfCare, "no sign");
    assert!(got.undecided, "nothing is known");
    assert_eq!(got.fired.len(), 1, "R45 alone: {:?}", got.fired);
}

#[test]
fn a_cause_that_cannot_be_is_not_ranked() {
    let library = library();
    let ranked = |anatomy: &str| -> Vec<String> {
        let got = library
            .knowledge()
            .assess(&answers(&[("anatomy", anatomy)]));
        got.causes.into_iter().map(|c| c.id).collect()
    };
    let has = |list: Vec<String>, id: &str| list.iter().any(|c| c == id);
    assert!(!has(ranked("prostate"), "endometriosis_gyn"), "no womb");
    assert!(!has(ranked("prostate"), "pregnancy_pgp"), "no womb");
    assert!(!has(ranked("womb_periods"), "cpps_uro"), "no prostate");
    assert!(has(ranked("womb_periods"), "endometriosis_gyn"), "a womb");
}

#[test]
fn six_answers_about_one_thing_count_as_one() {
    let library = library();
    let got = library.knowledge().assess(&answers(&[
        ("relief_sit_bend", "yes"),
        ("no_pain_seated", "yes"),
        ("stand_triggers", "yes"),
        ("walk_onset", "yes"),
    ]));
    let first = got.causes.first().unwrap();
    assert_eq!(first.id, "spinal_stenosis", "all four speak for it");
    assert!(
        (first.log_odds - 2.1).abs() < 0.01,
        "-0.9 and at most 3: {}",
        first.log_odds
    );
}

#[test]
fn the_cramps_are_shown_as_one() {
    let library = library();
    let got = library.knowledge().assess(&answers(&[
        ("hard_knot", "yes"),
        ("cramps_elsewhere", "yes"),
        ("gut_losses", "yes"),
    ]));
    let first = got.shown.first().unwrap();
    assert_eq!(first.id, "muscle_fatigue_cramp", "the entry's head");
    assert_eq!(first.causes.len(), 4, "{:?}", first.causes);
    let alone: f32 = got
        .causes
        .iter()
        .filter(|c| first.causes.contains(&c.id))
        .map(|c| c.share)
        .sum();
    assert!((first.share - alone).abs() < 1e-5, "the sum of its parts");
}

#[test]
fn a_later_answer_cannot_lower_the_result() {
    let library = library();
    let knowledge = library.knowledge();
    let mut run = CheckRun::default();
    run.set("rf_saddle_numb", Some(Answer::option("yes")), knowledge);
    assert_eq!(run.assess(knowledge).urgency, Urgency::EmergencyNow);
    run.set("rf_saddle_numb", None, knowledge);
    let after = run.assess(knowledge);
    assert_eq!(after.urgency, Urgency::EmergencyNow, "locked in");
    assert!(
        after.fired.iter().all(|f| f.rule != "R03"),
        "but the sign is not claimed any more"
    );
}

#[test]
fn an_emergency_stops_the_questions() {
    let library = library();
    let knowledge = library.knowledge();
    let mut run = CheckRun::default();
    run.begin(knowledge);
    assert_eq!(*run.place(), Place::At(Item::Sheet("flags_nerves".into())));
    run.set("rf_bowel_loss", Some(Answer::option("yes")), knowledge);
    run.next(knowledge);
    assert_eq!(*run.place(), Place::Result, "nothing more is asked");
}

#[test]
fn a_child_is_asked_no_further() {
    let library = library();
    let knowledge = library.knowledge();
    let mut run = CheckRun::default();
    run.begin(knowledge);
    while *run.place() != Place::At(Item::Finding("age_years".into())) {
        run.next(knowledge);
    }
    run.set("age_years", Some(Answer::Number(12)), knowledge);
    run.next(knowledge);
    assert_eq!(*run.place(), Place::Result, "stops");
    let got = run.assess(knowledge);
    assert!(got.child && got.causes.is_empty(), "and ranks nothing");
    assert!(got.urgency >= Urgency::Routine, "a doctor sees children");
}

#[test]
fn red_flags_come_first_and_questions_end() {
    let library = library();
    let knowledge = library.knowledge();
    let mut run = CheckRun::default();
    run.begin(knowledge);
    let mut screens = 0;
    let mut flags_are_over = false;
    while let Place::At(item) = run.place().clone() {
        let flags = matches!(&item, Item::Sheet(id) if id.starts_with("flags_"));
        assert!(!(flags && flags_are_over), "{item:?} after the flags");
        flags_are_over |= !flags;
        run.skip(knowledge);
        screens += 1;
        assert!(screens < 40, "it ends");
    }
    assert!(
        knowledge.asked(run.answers()) <= MOST_QUESTIONS,
        "{screens}"
    );
}

#[test]
fn back_goes_the_way_one_came() {
    let library = library();
    let knowledge = library.knowledge();
    let mut run = CheckRun::default();
    run.begin(knowledge);
    let first = run.place().clone();
    run.next(knowledge);
    run.next(knowledge);
    run.back();
    run.back();
    assert_eq!(*run.place(), first, "the first card");
    run.back();
    assert_eq!(*run.place(), Place::Start, "and the start");
}

#[test]
fn the_same_answers_give_the_same_result() {
    let library = library();
    let given = answers(&[
        ("side", "both"),
        ("worse_sitting", "yes"),
        ("walk_onset", "no"),
    ]);
    let first = library.knowledge().assess(&given);
    assert_eq!(first, library.knowledge().assess(&given));
    assert_eq!(
        library.knowledge().next(&given),
        library.knowledge().next(&given)
    );
}
