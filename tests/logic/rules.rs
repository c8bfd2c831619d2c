//! Every rule of triage fires when it should, and only then; every question is
//! there for something.

use std::collections::BTreeMap;

use unclench::content::Library;
use unclench::triage::{Answer, Answers};

fn library() -> Library {
    Library::embedded().unwrap()
}

/// Reads answers such as `rf_fever=no age_years=45 cramp_medicines=statin`.
fn answers(text: &str) -> Answers {
    let pairs = text.split_whitespace().map(|pair| {
        let (id, value) = pair.split_once('=').unwrap();
        let answer = match value.parse::<u32>() {
            Ok(number) => Answer::Number(number),
            Err(_) if value == "unsure" => Answer::Unsure,
            Err(_) => Answer::option(value),
        };
        (id.to_owned(), answer)
    });
    pairs.collect()
}

/// For each rule: answers that fire it, and answers that nearly do.
const RULES: &[(&str, &str, &str)] = &[
    ("R01", "rf_bowel_loss=yes", "rf_bowel_loss=unsure"),
    (
        "R02",
        "rf_bladder_change=new",
        "rf_bladder_change=weak_stream",
    ),
    (
        "R02",
        "rf_bladder_change=cannot_pass",
        "rf_bladder_change=no",
    ),
    ("R03", "rf_saddle_numb=yes", "rf_saddle_numb=no"),
    (
        "R04",
        "rf_sexual_change=yes loc_low_back=yes",
        "rf_sexual_change=yes loc_low_back=no",
    ),
    (
        "R04",
        "rf_sexual_change=yes leg_radiation=leg_unsure",
        "rf_sexual_change=yes leg_radiation=none",
    ),
    ("R05", "rf_both_legs=at_rest", "rf_both_legs=only_walking"),
    ("R06", "rf_both_legs=only_walking", "rf_both_legs=old_same"),
    (
        "R07",
        "rf_leg_weak=worsening_or_both",
        "rf_leg_weak=new_mild",
    ),
    ("R08", "rf_leg_weak=foot_drop", "rf_leg_weak=slow"),
    ("R09", "rf_leg_weak=new_mild", "rf_leg_weak=old_assessed"),
    (
        "R10",
        "rf_fever=fever_and_very_ill",
        "rf_fever=fever_or_chills",
    ),
    (
        "R11",
        "rf_fever=fever_or_chills rf_infection_risk=yes",
        "rf_fever=fever_or_chills rf_infection_risk=no",
    ),
    (
        "R11",
        "rf_fever=fever_or_chills rf_no_weight=yes",
        "rf_fever=no rf_no_weight=yes",
    ),
    (
        "R11",
        "rf_fever=fever_or_chills rf_leg_weak=new_mild",
        "rf_fever=fever_or_chills rf_leg_weak=old_assessed",
    ),
    ("R12", "rf_fever=fever_or_chills", "rf_fever=ill_no_fever"),
    ("R13", "rf_severe_constant=yes", "rf_severe_constant=no"),
    (
        "R13",
        "pain_worst_nrs=8 episode_duration=over_24h",
        "pain_worst_nrs=7 episode_duration=over_24h",
    ),
    ("R14", "rf_aorta=yes", "rf_aorta=no"),
    (
        "R15",
        "age_years=60 onset_mode=sudden_no_trigger pain_worst_nrs=8 smoke_ever=yes",
        "age_years=59 onset_mode=sudden_no_trigger pain_worst_nrs=8 smoke_ever=yes",
    ),
    (
        "R15",
        "age_years=80 course=quickly_worse loc_low_back=yes diabetes_vascular=yes",
        "age_years=80 course=slowly_worse loc_low_back=yes diabetes_vascular=yes",
    ),
    (
        "R15",
        "age_years=70 onset_mode=sudden_no_trigger pain_worst_nrs=9 smoke_ever=yes loc_rectum=no",
        "age_years=70 onset_mode=sudden_no_trigger pain_worst_nrs=9 smoke_ever=yes loc_rectum=yes",
    ),
    ("R16", "rf_cold_leg=yes", "rf_cold_leg=no"),
    ("R17", "rf_foot_rest_pain=yes", "rf_foot_rest_pain=no"),
    ("R18", "rf_chest_breath=yes", "rf_chest_breath=no"),
    ("R19", "rf_leg_swelling=yes", "rf_leg_swelling=no"),
    ("R20", "rf_tense_buttock=yes", "rf_tense_buttock=no"),
    ("R21", "rf_skin_spread=yes", "rf_skin_spread=no"),
    ("R22", "rf_anal_swelling=yes", "rf_anal_swelling=no"),
    (
        "R23",
        "rf_anal_swelling=yes rf_fever=fever_or_chills rf_infection_risk=yes",
        "rf_anal_swelling=yes rf_fever=fever_or_chills rf_infection_risk=no",
    ),
    ("R24", "rf_brown_urine=yes", "rf_brown_urine=no"),
    (
        "R25",
        "rf_heart_confusion=yes",
        "rf_heart_confusion=palpitations",
    ),
    (
        "R26",
        "gut_losses=yes cramps_elsewhere=yes",
        "gut_losses=yes cramps_elsewhere=no",
    ),
    (
        "R26",
        "gut_losses=yes cramp_medicines=diuretic",
        "gut_losses=yes cramp_medicines=laba",
    ),
    ("R27", "rf_injury=major_accident", "rf_injury=hard_blow"),
    ("R27", "rf_injury=fall_cannot_stand", "rf_injury=minor_fall"),
    (
        "R28",
        "rf_injury=minor_fall age_years=65",
        "rf_injury=minor_fall age_years=64",
    ),
    (
        "R28",
        "rf_injury=minor_fall rf_bone_risk=yes",
        "rf_injury=none rf_bone_risk=yes",
    ),
    (
        "R28",
        "rf_bone_risk=yes age_years=60 walk_onset=yes symptom_weeks=2_to_6",
        "rf_bone_risk=yes age_years=60 walk_onset=yes symptom_weeks=6_to_12",
    ),
    ("R29", "rf_pregnancy_alarm=yes", "rf_pregnancy_alarm=no"),
    (
        "R30",
        "pregnancy_status=postpartum rf_leg_swelling=yes",
        "pregnancy_status=no rf_leg_swelling=yes",
    ),
    (
        "R31",
        "pregnancy_status=pregnant pain_worst_nrs=4",
        "pregnancy_status=pregnant pain_worst_nrs=3",
    ),
    ("R32", "rf_testicle=yes", "rf_testicle=no"),
    (
        "R33",
        "rf_cancer_history=yes rf_night_pain=yes",
        "rf_cancer_history=no rf_night_pain=yes",
    ),
    (
        "R33",
        "rf_cancer_history=yes leg_numb_tingle=yes",
        "rf_cancer_history=yes leg_numb_tingle=no",
    ),
    ("R34", "rf_weight_loss=yes", "rf_weight_loss=no"),
    (
        "R34",
        "rf_night_pain=yes rf_no_relief=yes",
        "rf_night_pain=yes rf_no_relief=no",
    ),
    (
        "R34",
        "rf_night_pain=yes treatment_effect=no_help",
        "rf_night_pain=yes treatment_effect=helped",
    ),
    ("R35", "rf_rectal_bleed=yes", "rf_rectal_bleed=no"),
    ("R36", "rf_blister_rash=yes", "rf_blister_rash=no"),
    ("R37", "rf_run_groin=yes", "rf_run_groin=buttock_hop"),
    ("R38", "rf_twitch_wasting=yes", "rf_twitch_wasting=no"),
    (
        "R39",
        "cramp_medicines=statin cramps_elsewhere=yes rf_leg_weak=slow",
        "cramp_medicines=statin cramps_elsewhere=yes rf_leg_weak=no",
    ),
    (
        "R40",
        "walk_onset=yes symptom_weeks=under_2 walk_distance_fixed=yes relief_stand_still=yes smoke_ever=yes age_years=70",
        "walk_onset=yes symptom_weeks=over_12 walk_distance_fixed=yes relief_stand_still=yes smoke_ever=yes age_years=70",
    ),
    (
        "R41",
        "leg_radiation=below_knee cough_leg_pain=yes leg_numb_tingle=yes burning_electric=yes",
        "hard_knot=yes recent_hard_exercise=yes stretch_relief=yes leg_radiation=none",
    ),
    ("R42", "symptom_weeks=6_to_12", "symptom_weeks=2_to_6"),
    (
        "R42",
        "symptom_weeks=2_to_6 rest_days_better=no",
        "symptom_weeks=2_to_6 rest_days_better=yes",
    ),
    (
        "R42",
        "symptom_weeks=over_12 rest_days_better=yes",
        "symptom_weeks=6_to_12 rest_days_better=yes",
    ),
    (
        "R43",
        "loc_rectum=yes how_often=monthly",
        "loc_rectum=yes how_often=first_time",
    ),
    (
        "R43",
        "loc_rectum=yes rectal_assessed=no",
        "loc_rectum=yes rectal_assessed=yes",
    ),
    (
        "R44",
        "age_years=15 walk_onset=yes",
        "age_years=16 walk_onset=yes",
    ),
    (
        "R44",
        "age_years=0 rf_fever=ill_no_fever",
        "age_years=0 rf_fever=no",
    ),
    ("R45", "side=one", "rf_cancer_history=yes"),
    ("R46", "rf_cancer_history=yes", "rf_cancer_history=no"),
    (
        "R47",
        "cramp_medicines=statin cramps_elsewhere=yes",
        "cramp_medicines=laba cramps_elsewhere=yes",
    ),
    (
        "R48",
        "cramp_medicines=laba cramps_elsewhere=yes medicine_new=yes",
        "cramp_medicines=none cramps_elsewhere=yes medicine_new=yes",
    ),
    ("R49", "rf_aorta=unsure", "rf_fever=unsure"),
    ("R50", "rf_leg_weak=old_assessed", "rf_leg_weak=no"),
    (
        "R51",
        "rf_bladder_change=longstanding_unchanged",
        "rf_bladder_change=no",
    ),
    (
        "R51",
        "rf_bladder_change=weak_stream",
        "rf_bladder_change=unsure",
    ),
    (
        "R52",
        "rf_fever=ill_no_fever rf_leg_weak=new_mild",
        "rf_fever=ill_no_fever rf_leg_weak=slow",
    ),
    ("R53", "rf_fever=ill_no_fever", "rf_fever=no"),
    (
        "R54",
        "rf_fever=ill_no_fever course=quickly_worse",
        "rf_fever=ill_no_fever course=same",
    ),
    (
        "R54",
        "rf_fever=ill_no_fever onset_mode=after_injection",
        "rf_fever=no onset_mode=after_injection",
    ),
    (
        "R55",
        "rf_heart_confusion=palpitations",
        "rf_heart_confusion=old_heartbeat",
    ),
    ("R56", "rf_run_groin=buttock_hop", "rf_run_groin=no"),
    (
        "R57",
        "bone_stress_risk=yes symptom_weeks=2_to_6",
        "bone_stress_risk=yes symptom_weeks=under_2",
    ),
    (
        "R57",
        "bone_stress_risk=yes course=slowly_worse",
        "bone_stress_risk=yes course=slowly_worse felt_pop=yes",
    ),
    ("R58", "rf_growing_lump=yes", "rf_growing_lump=no"),
    ("R59", "age_years=15", "age_years=16"),
    (
        "R60",
        "course=quickly_worse symptom_weeks=over_12",
        "course=quickly_worse symptom_weeks=under_2",
    ),
    (
        "R61",
        "treatment_effect=worse_despite",
        "treatment_effect=no_help",
    ),
    (
        "R62",
        "walk_distance_change=much_shorter",
        "walk_distance_change=shorter_slowly",
    ),
    ("R63", "rf_leg_weak=slow", "rf_leg_weak=old_assessed"),
    ("R63", "rf_leg_weak=better_now", "rf_leg_weak=no"),
    ("R64", "rf_urine_burning=yes", "urinary_chronic=yes"),
    (
        "R65",
        "rf_bladder_change=weak_stream loc_low_back=yes",
        "rf_bladder_change=weak_stream loc_low_back=no",
    ),
    (
        "R66",
        "onset_mode=after_operation course=slowly_worse",
        "onset_mode=after_operation course=better",
    ),
    ("R67", "course=slowly_worse", "course=comes_goes"),
    (
        "R68",
        "age_years=60 rf_night_pain=yes course=slowly_worse",
        "age_years=59 rf_night_pain=yes course=slowly_worse",
    ),
    ("R69", "rf_no_weight=yes", "rf_no_weight=no"),
    ("R70", "rf_acute_belly=yes", "rf_acute_belly=no"),
    (
        "R71",
        "rf_bone_risk=yes symptom_weeks=2_to_6",
        "rf_bone_risk=yes symptom_weeks=over_12",
    ),
    (
        "R72",
        "pregnancy_status=pregnant",
        "pregnancy_status=possible",
    ),
];

#[test]
fn every_rule_fires_when_it_should_and_only_then() {
    let library = library();
    let fires = |rule: &str, text: &str| {
        let got = library.knowledge().assess(&answers(text));
        got.fired.iter().any(|f| f.rule == rule)
    };
    for (rule, yes, no) in RULES {
        assert!(fires(rule, yes), "{rule} must fire on {yes}");
        assert!(!fires(rule, no), "{rule} must not fire on {no}");
    }
    for rule in library.rules() {
        let tried = RULES.iter().any(|(id, ..)| *id == rule.id);
        assert!(tried, "{} is not tried", rule.id);
    }
}

#[test]
fn every_finding_can_matter() {
    let library = library();
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for evidence in library.causes().iter().flat_map(|c| &c.evidence) {
        *used.entry(&evidence.on).or_default() += 1;
    }
    let rules: String = library
        .rules()
        .iter()
        .filter_map(|r| r.fires.words())
        .collect();
    let hidden: String = library
        .causes()
        .iter()
        .filter_map(|c| c.hidden.as_ref()?.words())
        .collect();
    let asked: String = library
        .knowledge()
        .findings()
        .iter()
        .filter_map(|f| f.when.words())
        .collect();
    for finding in library.knowledge().findings() {
        let quoted = format!("\"{}\"", finding.id);
        let matters = used.contains_key(finding.id.as_str())
            || [&rules, &hidden, &asked]
                .iter()
                .any(|t| t.contains(&quoted));
        assert!(matters, "no cause and no rule needs {}", finding.id);
    }
}
