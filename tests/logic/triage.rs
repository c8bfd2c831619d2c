//! What must hold for any answers whatever: no answer lowers what a red flag
//! demands, and there is always a sound result.

use proptest::prelude::*;
use unclench::content::Library;
use unclench::triage::{Answer, Answers, Finding, Kind, Urgency};

fn library() -> Library {
    Library::embedded().unwrap()
}

/// Any answer to a finding, or none.
fn any_answer(finding: &Finding) -> BoxedStrategy<Option<Answer>> {
    let ids: Vec<String> = finding.options.iter().map(|o| o.id.clone()).collect();
    let given = match finding.kind() {
        Kind::Number => {
            let range = finding.number.as_ref().map_or(0..=0, |r| r.min..=r.max);
            range.prop_map(Answer::Number).boxed()
        }
        Kind::Many => prop::sample::subsequence(ids.clone(), 1..=ids.len())
            .prop_map(Answer::Chosen)
            .boxed(),
        Kind::One | Kind::YesNo => prop::sample::select(ids)
            .prop_map(|id| Answer::option(&id))
            .boxed(),
    };
    prop_oneof![
        4 => Just(None),
        1 => Just(Some(Answer::Unsure)),
        1 => Just(Some(Answer::Skipped)),
        4 => given.prop_map(Some),
    ]
    .boxed()
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let library = library();
    let each: Vec<_> = library
        .knowledge()
        .findings()
        .iter()
        .map(|f| {
            let id = f.id.clone();
            any_answer(f).prop_map(move |a| a.map(|a| (id.clone(), a)))
        })
        .collect();
    each.prop_map(|list| list.into_iter().flatten().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    /// M7: whatever else is answered, these never come out lower.
    #[test]
    fn the_seed_floor_holds_over_any_answers(answers in any_answers()) {
        let library = library();
        for (id, option, floor) in [
            ("rf_bowel_loss", "yes", Urgency::EmergencyNow),
            ("rf_bladder_change", "new", Urgency::EmergencyNow),
            ("rf_bladder_change", "cannot_pass", Urgency::EmergencyNow),
            ("rf_leg_weak", "worsening_or_both", Urgency::EmergencyNow),
            ("rf_leg_weak", "foot_drop", Urgency::SameDay),
            ("rf_leg_weak", "new_mild", Urgency::SameDay),
            ("rf_fever", "fever_or_chills", Urgency::SameDay),
            ("rf_fever", "fever_and_very_ill", Urgency::EmergencyNow),
            ("rf_severe_constant", "yes", Urgency::SameDay),
        ] {
            let mut answers = answers.clone();
            answers.insert(id.to_owned(), Answer::option(option));
            let got = library.knowledge().assess(&answers).urgency;
            prop_assert!(got >= floor, "{id} = {option} gives {got:?}");
        }
    }

    /// A red flag that is added never lowers the urgency.
    #[test]
    fn a_sign_never_calms(answers in any_answers(), pick in any::<prop::sample::Index>()) {
        let library = library();
        let signs: Vec<&Finding> = library
            .knowledge()
            .findings()
            .iter()
            .filter(|f| f.group == "flag" && f.kind() == Kind::YesNo)
            .collect();
        let sign = signs[pick.index(signs.len())];
        let mut without = answers;
        without.insert(sign.id.clone(), Answer::option("no"));
        let before = library.knowledge().assess(&without).urgency;
        without.insert(sign.id.clone(), Answer::option("yes"));
        let after = library.knowledge().assess(&without).urgency;
        prop_assert!(after >= before, "{} lowers {before:?} to {after:?}", sign.id);
    }

    /// Contradictory, empty, odd: there is always an answer, the shares are
    /// shares, and asking ends.
    #[test]
    fn any_answers_lead_to_a_sound_result(answers in any_answers()) {
        let library = library();
        let got = library.knowledge().assess(&answers);
        prop_assert!(!got.fired.is_empty(), "at least R45");
        let all: f32 = got.causes.iter().map(|c| c.share).sum();
        prop_assert!(got.child || (all - 1.0).abs() < 1e-3, "shares sum to {all}");
        prop_assert!(got.causes.is_sorted_by(|a, b| a.share >= b.share), "in order");
        prop_assert_eq!(&got, &library.knowledge().assess(&answers));
        prop_assert_eq!(library.knowledge().next(&answers), library.knowledge().next(&answers));
    }
}

#[test]
fn everything_not_sure_and_everything_yes_end_in_a_result() {
    let library = library();
    let findings = library.knowledge().findings();
    let unsure: Answers = findings
        .iter()
        .map(|f| (f.id.clone(), Answer::Unsure))
        .collect();
    let got = library.knowledge().assess(&unsure);
    assert_eq!(got.urgency, Urgency::SameDay, "R49");
    assert!(got.undecided, "nothing points anywhere");
    let first: Answers = findings
        .iter()
        .map(|f| {
            (
                f.id.clone(),
                match &f.number {
                    Some(range) => Answer::Number(range.max),
                    None => Answer::option(&f.options[0].id),
                },
            )
        })
        .collect();
    library.knowledge().assess(&first);
    let yes: Answers = findings
        .iter()
        .filter(|f| f.kind() == Kind::YesNo)
        .map(|f| (f.id.clone(), Answer::option("yes")))
        .collect();
    assert_eq!(
        library.knowledge().assess(&yes).urgency,
        Urgency::EmergencyNow
    );
}
