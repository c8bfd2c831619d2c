//! The signs of danger in one entry: which fields tell which rule, and the one
//! question a sign leaves open.
//!
//! The table of R01 to R25. "Asked": no field tells it, but a field raises the
//! question, which is put to the person at once. "No": nothing in an entry
//! speaks of it; Check asks.
//!
//! | rule | from an entry |
//! |---|---|
//! | R01 bowel control | no |
//! | R02 bladder | asked after "weak stream" |
//! | R03 numb saddle | numb, between the legs or at the back passage |
//! | R04 sexual feeling | no |
//! | R05, R06 both legs | asked after leg signs on both sides |
//! | R07 both legs weak | weakness, both sides; one by the day: asked |
//! | R08 foot drop | asked after weakness |
//! | R09 one leg weak | weakness |
//! | R10 to R12 fever | no |
//! | R13 severe for a day | 8 or more for 24 hours, or still going since then |
//! | R14 to R25 | no: aorta, cold leg, foot, chest, swelling, skin, lump, urine, fainting; R15 also needs an age |
//!
//! Later rules that an entry tells: R26, R35, R51, R65.

use unclench::content::Library;
use unclench::diary::entry::{
    BowelUrine, EntryId, Episode, FluidHeat, Intensity, Lasted, LegSymptom, Quality, Region,
    Required, Side,
};
use unclench::diary::sign::Signs;
use unclench::diary::when::When;
use unclench::triage::{Answer, Urgency};

use crate::dose::{evening, library};

const DEEP: [Region; 1] = [Region::ButtockLeftDeep];

fn episode(change: impl Fn(&mut Episode)) -> Episode {
    let when = When::parse("2026-11-23T03:10:00+01:00[Europe/Berlin]").unwrap();
    let required = Required {
        duration: Lasted::Seconds(600),
        regions: DEEP.to_vec(),
        side: Side::Left,
        pain_peak: Intensity::new(6).unwrap(),
    };
    let mut episode = Episode::new(EntryId::default(), when.clone(), when, required);
    change(&mut episode);
    episode
}

fn signs(library: &Library, change: impl Fn(&mut Episode)) -> Option<Signs> {
    let now = evening().wall.timestamp();
    Signs::of(&episode(change), library, now)
}

fn rules(signs: &Signs) -> Vec<&str> {
    signs.fired.iter().map(|f| f.rule.as_str()).collect()
}

#[test]
fn a_plain_cramp_has_no_signs() {
    let library = library();
    assert_eq!(signs(&library, |_| {}), None, "plain");
    let worst = signs(&library, |e| {
        e.pain_peak = Intensity::MAX;
        e.leg_symptoms = vec![LegSymptom::Thigh];
        e.quality = vec![Quality::Numb, Quality::Electric];
    });
    assert_eq!(worst, None, "bad, but no flag");
}

#[test]
fn every_rule_that_an_entry_tells_fires() {
    type Change = fn(&mut Episode);
    let library = library();
    let table: [(&str, Urgency, Change); 11] = [
        ("R03", Urgency::EmergencyNow, |e| {
            e.quality = vec![Quality::Numb];
            e.regions = vec![Region::Perineum];
        }),
        ("R03", Urgency::EmergencyNow, |e| {
            e.quality = vec![Quality::Ache, Quality::Numb];
            e.regions = vec![Region::ButtockLeftMid, Region::BackPassage];
        }),
        ("R07", Urgency::EmergencyNow, |e| {
            e.leg_symptoms = vec![LegSymptom::Weak];
            e.side = Side::Both;
        }),
        ("R09", Urgency::SameDay, |e| {
            e.leg_symptoms = vec![LegSymptom::Weak];
        }),
        ("R13", Urgency::SameDay, |e| {
            e.duration = Lasted::Seconds(24 * 3600);
            e.pain_peak = Intensity::new(8).unwrap();
        }),
        ("R13", Urgency::SameDay, |e| {
            e.duration = Lasted::StillGoing;
            e.started_at = When::parse("2026-11-20T03:10:00+01:00").unwrap();
            e.pain_peak = Intensity::new(9).unwrap();
        }),
        ("R26", Urgency::SameDay, |e| {
            e.fluid_heat = vec![FluidHeat::GutLosses];
            e.regions = vec![Region::ButtockLeftMid, Region::CalfLeft];
        }),
        ("R35", Urgency::WithinDays, |e| {
            e.bowel_urine = vec![BowelUrine::Bleeding];
        }),
        ("R65", Urgency::SameDay, |e| {
            e.bowel_urine = vec![BowelUrine::WeakStream];
            e.regions = vec![Region::LowBack];
        }),
        ("R65", Urgency::SameDay, |e| {
            e.bowel_urine = vec![BowelUrine::WeakStream];
            e.leg_symptoms = vec![LegSymptom::Tingle];
        }),
        ("R65", Urgency::SameDay, |e| {
            e.bowel_urine = vec![BowelUrine::WeakStream];
            e.leg_symptoms = vec![LegSymptom::BelowKnee];
        }),
    ];
    for (rule, urgency, change) in table {
        let signs = signs(&library, change).expect(rule);
        assert!(rules(&signs).contains(&rule), "{rule}: {signs:?}");
        assert_eq!(signs.urgency(), Some(urgency), "{rule}");
    }
}

#[test]
fn what_is_nearly_a_sign_is_none() {
    type Change = fn(&mut Episode);
    let library = library();
    let table: [(&str, Change); 4] = [
        ("numb elsewhere", |e| e.quality = vec![Quality::Numb]),
        ("a day, but bearable", |e| {
            e.duration = Lasted::Seconds(24 * 3600);
            e.pain_peak = Intensity::new(7).unwrap();
        }),
        ("severe, but not for a day", |e| {
            e.duration = Lasted::Seconds(24 * 3600 - 1);
            e.pain_peak = Intensity::MAX;
        }),
        ("going on, but not for a day", |e| {
            e.duration = Lasted::StillGoing;
            e.pain_peak = Intensity::MAX;
        }),
    ];
    for (what, change) in table {
        assert_eq!(signs(&library, change), None, "{what}");
    }
}

#[test]
fn a_sign_asks_the_question_it_leaves_open() {
    let library = library();
    let both = |e: &mut Episode| {
        e.leg_symptoms = vec![LegSymptom::Tingle];
        e.side = Side::Both;
    };
    let mut signs_of_both = signs(&library, both).expect("a question");
    assert_eq!(signs_of_both.ask, ["rf_both_legs"], "asked");
    assert_eq!(signs_of_both.urgency(), None, "nothing fires yet");
    for (answer, rule) in [("at_rest", "R05"), ("only_walking", "R06")] {
        signs_of_both.answer("rf_both_legs", Answer::option(answer), &library);
        assert!(rules(&signs_of_both).contains(&rule), "{rule}");
    }
    signs_of_both.answer("rf_both_legs", Answer::option("no"), &library);
    assert_eq!(signs_of_both.urgency(), None, "no");

    let weak = |e: &mut Episode| e.leg_symptoms = vec![LegSymptom::Weak];
    let mut weak = signs(&library, weak).expect("a sign");
    assert_eq!(weak.ask, ["rf_leg_weak"], "asked");
    for (answer, urgency) in [
        ("worsening_or_both", Urgency::EmergencyNow),
        ("foot_drop", Urgency::SameDay),
        ("slow", Urgency::WithinDays),
    ] {
        weak.answer("rf_leg_weak", Answer::option(answer), &library);
        assert_eq!(weak.urgency(), Some(urgency), "{answer}");
    }

    let stream = |e: &mut Episode| e.bowel_urine = vec![BowelUrine::WeakStream];
    let mut stream = signs(&library, stream).expect("a question");
    assert_eq!(stream.urgency(), None, "weak for months alone is routine");
    stream.answer("rf_bladder_change", Answer::option("new"), &library);
    assert_eq!(rules(&stream)[0], "R02", "a new change is not");
}

#[test]
fn every_question_and_option_exists() {
    let library = library();
    let all = |e: &mut Episode| {
        e.leg_symptoms = vec![LegSymptom::Weak, LegSymptom::Tingle, LegSymptom::BelowKnee];
        e.side = Side::Both;
        e.bowel_urine = BowelUrine::ALL.to_vec();
        e.fluid_heat = FluidHeat::ALL.to_vec();
        e.quality = Quality::ALL.to_vec();
        e.regions = Region::ALL.to_vec();
        e.duration = Lasted::Seconds(30 * 3600);
        e.pain_peak = Intensity::MAX;
    };
    let signs = signs(&library, all).expect("signs");
    for ask in &signs.ask {
        assert!(library.knowledge().finding(ask).is_some(), "{ask}");
    }
    for (id, answer) in &signs.answers {
        let finding = library.knowledge().finding(id).expect(id);
        assert_eq!(unclench::triage::fits(finding, answer), Ok(()), "{id}");
    }
}
