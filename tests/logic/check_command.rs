//! `unclench check` of the real program.

use std::process::Output;

use serde_json::Value;

use crate::program;

fn run(arguments: &[&str], input: &str) -> Output {
    program::run(program::program().arg("check").args(arguments), input)
}

fn json(arguments: &[&str], input: &str) -> Value {
    let output = run(arguments, input);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {told}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn answers_are_weighed() {
    let got = json(
        &["--answers", "-", "--json"],
        "{\"worse_sitting\": \"yes\", \"tender_spot\": \"yes\", \"symptom_weeks\": \"over_12\",
          \"leg_radiation\": \"thigh\", \"hip_twist_cross\": \"yes\", \"age_years\": 44}",
    );
    assert_eq!(got["urgency"], "routine", "R42");
    assert_eq!(got["causes"][0]["id"], "piriformis_dgs", "{got}");
    assert_eq!(got["causes"][0]["band"], "fits_best", "{got}");
    assert_eq!(got["causes"].as_array().unwrap().len(), 21, "all of them");
    assert!(!got["causes"][0]["for"].as_array().unwrap().is_empty());
    assert_eq!(got["undecided"], false);
    assert_eq!(got["next"][0], "rf_bladder_change", "red flags first");
}

#[test]
fn an_emergency_says_now_and_asks_no_further() {
    let got = json(&["--answers", "-", "--json"], "{\"rf_saddle_numb\": true}");
    assert_eq!(got["urgency"], "emergency_now");
    assert_eq!(got["deadline"], "now");
    assert_eq!(got["rules"][0]["id"], "R03");
    assert_eq!(got["alerts"][0], "cauda_equina");
    assert_eq!(got["next"].as_array().unwrap().len(), 0, "nothing more");
}

#[test]
fn every_question_is_listed_with_its_options() {
    let got = json(&["--questions", "--json"], "");
    let list = got.as_array().unwrap();
    assert!(list.len() > 100, "{} questions", list.len());
    for question in list {
        let id = &question["id"];
        assert!(question["question"].is_string(), "{id}");
        let options = question["options"].as_array().unwrap();
        assert!(!options.is_empty() || question["kind"] == "number", "{id}");
    }
}

#[test]
fn bad_answers_are_told_in_one_sentence() {
    for (input, said) in [
        ("{\"age_years\": 130}", "must be from 0 to 120"),
        ("{\"age_years\": \"old\"}", "a whole number from 0 to 120"),
        ("{\"rf_fever\": \"maybe\"}", "it has no, ill_no_fever"),
        ("{\"rf_fever\": 3}", "takes an option, not a number"),
        ("{\"side\": [\"one\", \"both\"]}", "takes one option only"),
        ("{\"poem\": \"yes\"}", "there is no question \"poem\""),
        ("{\"age_years\": 4", "line 1"),
        ("[1]", "answers look like"),
        ("", "answers look like"),
    ] {
        let output = run(&["--answers", "-"], input);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{input}: {told}");
        assert!(told.contains(said), "{input}: {told}");
        assert_eq!(told.trim().lines().count(), 1, "{told}");
        assert!(output.stdout.is_empty(), "nothing on standard output");
    }
    let output = run(&["--answers", "/nowhere/at/all.ron"], "");
    assert_eq!(output.status.code(), Some(2), "no such file");
    assert_eq!(run(&[], "").status.code(), Some(2), "nothing asked");
}
