//! Check on cases with a considered answer: how often the urgency and the cause
//! are right, and the bars that must never be missed.
//!
//! The answers were written down by people who saw only the story and the
//! questions, never the rules. What a story does not mention stays unanswered.
//! See `tests/vignettes/README.md`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use unclench::content::Library;
use unclench::triage::{Answer, Answers, Item, Knowledge, Next, Urgency, fits};

/// What was finally found.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Truth {
    urgency: Urgency,
    /// Ranked causes that are right; empty where it was an alert or is not said.
    #[serde(default)]
    causes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vignette {
    id: String,
    #[expect(dead_code, reason = "for the reader of the file")]
    source: String,
    #[expect(dead_code, reason = "for the reader of the file")]
    story: Vec<String>,
    answers: Answers,
    truth: Truth,
}

/// How one case went.
struct Outcome {
    id: String,
    wanted: Urgency,
    got: Urgency,
    /// Place of a right cause among the entries shown, from 1.
    place: Option<usize>,
    ranked: bool,
    asked: usize,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vignettes")
}

fn cases(set: &str) -> Vec<Vignette> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder().join(set))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "ron"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).unwrap();
            ron::from_str(&text).unwrap_or_else(|err| panic!("{}: {err}", path.display()))
        })
        .collect()
}

/// Goes through the check as a person would who knows only the story: what is
/// asked and known is answered, what is not known is skipped.
fn ask(knowledge: &Knowledge, known: &Answers) -> Answers {
    let mut given = Answers::new();
    while let Next::Ask(item) = knowledge.next(&given) {
        let ids: Vec<String> = match &item {
            Item::Finding(id) => vec![id.clone()],
            Item::Sheet(sheet) => {
                let rows = knowledge.rows(sheet, &given);
                rows.iter().map(|f| f.id.clone()).collect()
            }
        };
        for id in ids {
            let answer = known.get(&id).cloned().unwrap_or(Answer::Skipped);
            given.insert(id, answer);
        }
    }
    given
}

fn outcome(knowledge: &Knowledge, case: &Vignette) -> Outcome {
    let given = ask(knowledge, &case.answers);
    let assessment = knowledge.assess(&given);
    let right = |ids: &[String]| ids.iter().any(|id| case.truth.causes.contains(id));
    Outcome {
        id: case.id.clone(),
        wanted: case.truth.urgency,
        got: assessment.urgency,
        place: assessment
            .shown
            .iter()
            .position(|s| right(&s.causes))
            .map(|at| at + 1),
        ranked: !case.truth.causes.is_empty(),
        asked: knowledge.asked(&given),
    }
}

/// Counts over a set of cases.
#[derive(Default, Debug)]
struct Tally {
    cases: usize,
    exact: usize,
    over: usize,
    under: usize,
    under_by_two: Vec<String>,
    emergencies: usize,
    emergencies_missed: Vec<String>,
    ranked: usize,
    first: usize,
    in_three: usize,
    asked: Vec<usize>,
}

impl Tally {
    fn of(outcomes: &[Outcome]) -> Self {
        let mut tally = Self::default();
        for one in outcomes {
            let off = one.got.level() - one.wanted.level();
            tally.cases += 1;
            tally.exact += usize::from(off == 0);
            tally.over += usize::from(off > 0);
            tally.under += usize::from(off < 0);
            if off <= -2 {
                tally.under_by_two.push(one.id.clone());
            }
            if one.wanted == Urgency::EmergencyNow {
                tally.emergencies += 1;
                if off < 0 {
                    tally.emergencies_missed.push(one.id.clone());
                }
            }
            if one.ranked {
                tally.ranked += 1;
                tally.first += usize::from(one.place == Some(1));
                tally.in_three += usize::from(one.place.is_some_and(|p| p <= 3));
            }
            if one.got != Urgency::EmergencyNow {
                tally.asked.push(one.asked);
            }
        }
        tally.asked.sort_unstable();
        tally
    }

    /// The median number of questions after the red flags, where none stopped it.
    fn median_asked(&self) -> usize {
        self.asked.get(self.asked.len() / 2).copied().unwrap_or(0)
    }
}

fn table(outcomes: &[Outcome]) -> String {
    let mut text = String::new();
    for one in outcomes {
        let off = one.got.level() - one.wanted.level();
        let mark = match off {
            0 => "exact",
            1.. => "over",
            _ => "UNDER",
        };
        let place = match (one.ranked, one.place) {
            (false, _) => "-".to_owned(),
            (true, Some(place)) => place.to_string(),
            (true, None) => "hidden".to_owned(),
        };
        writeln!(
            text,
            "{:<8} {:<14} {:<14} {mark:<6} cause at {place:<7} {} questions",
            one.id,
            one.wanted.id(),
            one.got.id(),
            one.asked
        )
        .unwrap();
    }
    text
}

#[expect(clippy::print_stdout, reason = "the table is what the run is for")]
fn run(set: &str) -> (Vec<Outcome>, Tally) {
    let library = Library::embedded().unwrap();
    let outcomes: Vec<Outcome> = cases(set)
        .iter()
        .map(|case| outcome(library.knowledge(), case))
        .collect();
    let tally = Tally::of(&outcomes);
    println!("{set}: {tally:#?}\n{}", table(&outcomes));
    (outcomes, tally)
}

/// At least so many of a hundred.
fn at_least(part: usize, whole: usize, percent: usize) -> bool {
    part * 100 >= whole * percent
}

fn holds_the_bars(tally: &Tally) {
    assert!(
        tally.emergencies_missed.is_empty(),
        "an emergency rated lower: {:?}",
        tally.emergencies_missed
    );
    assert!(
        tally.under_by_two.is_empty(),
        "too low by two levels: {:?}",
        tally.under_by_two
    );
    assert!(at_least(tally.exact, tally.cases, 75), "{tally:?}");
    assert!(at_least(tally.in_three, tally.ranked, 85), "{tally:?}");
    assert!(at_least(tally.first, tally.ranked, 60), "{tally:?}");
    assert!(tally.median_asked() <= 18, "{tally:?}");
}

#[test]
fn real_cases_hold_the_bars() {
    let (outcomes, tally) = run("real");
    assert!(outcomes.len() >= 39, "all cases are there");
    holds_the_bars(&tally);
}

#[test]
fn constructed_cases_hold_the_bars() {
    let (outcomes, tally) = run("constructed");
    assert!(outcomes.len() >= 52, "all cases are there");
    holds_the_bars(&tally);
}

#[test]
fn written_cases_hold_the_bars() {
    let (outcomes, tally) = run("written");
    assert!(outcomes.len() >= 30, "all cases are there");
    holds_the_bars(&tally);
}

#[test]
fn every_answer_fits_its_question() {
    let library = Library::embedded().unwrap();
    let causes: Vec<&str> = library.causes().iter().map(|c| c.id.as_str()).collect();
    let sets = ["real", "constructed", "written"];
    for case in sets.into_iter().flat_map(cases) {
        for (id, answer) in &case.answers {
            let finding = library.knowledge().finding(id);
            let finding = finding.unwrap_or_else(|| panic!("{}: no finding {id}", case.id));
            fits(finding, answer).unwrap_or_else(|misfit| panic!("{}: {misfit}", case.id));
        }
        for cause in &case.truth.causes {
            assert!(causes.contains(&cause.as_str()), "{}: {cause}", case.id);
        }
    }
}

#[test]
fn the_page_on_quality_tells_this_run() {
    let library = Library::embedded().unwrap();
    let (_, real) = run("real");
    let told = library.quality();
    let run = BTreeMap::from([
        ("cases", real.cases),
        ("exact", real.exact),
        ("over", real.over),
        ("under", real.under),
        ("emergencies", real.emergencies),
        (
            "emergencies_found",
            real.emergencies - real.emergencies_missed.len(),
        ),
        ("ranked", real.ranked),
        ("first", real.first),
        ("in_three", real.in_three),
        ("questions", real.median_asked()),
    ]);
    let shown = BTreeMap::from([
        ("cases", told.cases),
        ("exact", told.exact),
        ("over", told.over),
        ("under", told.under),
        ("emergencies", told.emergencies),
        ("emergencies_found", told.emergencies_found),
        ("ranked", told.ranked),
        ("first", told.first),
        ("in_three", told.in_three),
        ("questions", told.questions),
    ]);
    assert_eq!(shown, run, "write these numbers into content/quality.ron");
}
