//! The content as it is: no problem anywhere, nothing forgotten, and the check
//! bites when a file is broken.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use unclench::content::{Library, Problem};
use unclench::triage::Urgency;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn said(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

fn library() -> Library {
    Library::embedded().unwrap_or_else(|problems| panic!("\n{}", said(&problems)))
}

/// Every `.ron` file below the folder, as its path from there.
fn on_disk(folder: &Path, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            on_disk(&path, into);
        } else if path.extension().is_some_and(|e| e == "ron") {
            let path = path.strip_prefix(root()).unwrap().to_str().unwrap();
            into.insert(path.replace('\\', "/"));
        }
    }
}

#[test]
fn the_content_has_no_problem() {
    library();
}

#[test]
fn what_is_embedded_is_what_is_in_the_folder() {
    let mut folder = BTreeSet::new();
    on_disk(&root(), &mut folder);
    let embedded: BTreeSet<String> = Library::embedded_files()
        .map(|(path, _)| path.to_owned())
        .collect();
    assert_eq!(embedded, folder, "src/content/embed.rs and content/ differ");
}

#[test]
fn every_cause_alert_and_rule_of_the_clinical_list_is_there() {
    let library = library();
    assert_eq!(
        library.causes().len(),
        21,
        "A.1 to A.14 and the look-alikes"
    );
    assert_eq!(library.remedies().len(), 16, "relief measures");
    assert_eq!(library.conflicts().len(), 14, "conflicts with the seed");
    assert_eq!(library.seed().len(), 23, "statements of the seed");
    let numbers: Vec<u32> = library.alerts().iter().map(|a| a.number).collect();
    assert_eq!(
        numbers,
        (1..=30).collect::<Vec<_>>(),
        "B.1, in order, and those of R58 and R70"
    );
    let rules: Vec<&str> = library.rules().iter().map(|r| r.id.as_str()).collect();
    let wanted: Vec<String> = (1..=72).map(|n| format!("R{n:02}")).collect();
    assert_eq!(rules, wanted, "C.3, in order");
}

#[test]
fn the_rules_have_the_urgency_of_the_clinical_list() {
    use Urgency::{EmergencyNow, Routine, SameDay, SelfCare, WithinDays};
    let table = [
        (
            EmergencyNow,
            "01 02 03 04 05 07 10 11 14 16 18 20 21 23 24 25 27 29 32",
        ),
        (
            SameDay,
            "06 08 09 12 13 15 17 19 22 26 28 30 33 36 37 39 44 49",
        ),
        (WithinDays, "31 34 35 38 40 46 47"),
        (Routine, "41 42 43 48 50 51"),
        // Added since: see the reasons beside them in rules.ron.
        (EmergencyNow, "52 70"),
        (SameDay, "54 55 65 69"),
        (WithinDays, "53 56 57 58 60 61 62 63 64 66 68 71"),
        (Routine, "59 67 72"),
        (SelfCare, "45"),
    ];
    let library = library();
    let mut seen = 0;
    for (urgency, numbers) in table {
        for number in numbers.split(' ') {
            let rule = library.rule(&format!("R{number}")).unwrap();
            assert_eq!(rule.urgency, urgency, "R{number}");
            seen += 1;
        }
    }
    assert_eq!(seen, 72, "every rule is in the table");
}

#[test]
fn every_red_flag_is_explained_by_its_alert() {
    let library = library();
    let urgent = library.rules().iter().filter(|r| r.red_flag);
    for rule in urgent.filter(|r| r.urgency >= Urgency::SameDay) {
        let alert = rule.alert.as_deref().and_then(|id| library.alert(id));
        assert!(alert.is_some(), "{} has no alert", rule.id);
    }
}

#[test]
fn not_sure_counts_for_the_eleven_emergency_signs_of_r49() {
    let library = library();
    let unsure: BTreeSet<&str> = library
        .knowledge()
        .findings()
        .iter()
        .filter(|f| f.unsure)
        .map(|f| f.id.as_str())
        .collect();
    let wanted = BTreeSet::from([
        "rf_bladder_change",
        "rf_bowel_loss",
        "rf_saddle_numb",
        "rf_both_legs",
        "rf_aorta",
        "rf_cold_leg",
        "rf_chest_breath",
        "rf_tense_buttock",
        "rf_brown_urine",
        "rf_skin_spread",
        "rf_heart_confusion",
    ]);
    assert_eq!(unsure, wanted, "R49");
}

/// The problems of the content with one file changed.
fn broken(path: &str, from: &str, to: &str) -> Vec<Problem> {
    let changed: Vec<(&str, String)> = Library::embedded_files()
        .map(|(name, text)| {
            if name == path {
                assert!(text.contains(from), "{path} does not say {from:?}");
                (name, text.replacen(from, to, 1))
            } else {
                (name, text.to_owned())
            }
        })
        .collect();
    let files: Vec<(&str, &str)> = changed.iter().map(|(n, t)| (*n, t.as_str())).collect();
    Library::read(&files).err().unwrap_or_default()
}

#[test]
fn a_broken_file_is_named_with_its_line() {
    let cases = [
        (
            "causes/piriformis_dgs.ron",
            "group: nerve",
            "group: nerves",
            6,
        ),
        (
            "causes/piriformis_dgs.ron",
            "id: \"piriformis_dgs\"",
            "id: \"other\"",
            3,
        ),
        (
            "rules.ron",
            "alert: \"cauda_equina\"",
            "alert: \"nothing\"",
            15,
        ),
        ("remedies/cold.ron", "(\n", "(\n    extra: 1,\n", 3),
        ("regions.ron", "emergency: \"112\"", "emergency: \"913\"", 4),
    ];
    for (path, from, to, line) in cases {
        let problems = broken(path, from, to);
        let named = problems
            .iter()
            .any(|p| p.file == path && p.line.abs_diff(line) <= 1);
        assert!(named, "{path} with {to:?}:\n{}", said(&problems));
    }
}

#[test]
fn every_kind_of_slip_in_a_cause_is_found() {
    let path = "causes/gluteal_strain.ron";
    for (from, to, what) in [
        ("\"GRADING\"", "\"NOBODY\"", "NOBODY"),
        ("remedy: \"active_rest\"", "remedy: \"prayer\"", "prayer"),
        ("other: \"piriformis_dgs\"", "other: \"gout\"", "gout"),
        (
            "conflicts: [\"k_posture_warmup\"]",
            "conflicts: [\"k_none\"]",
            "k_none",
        ),
        (
            "figure: \"fibre_tear\"",
            "figure: \"none\"",
            "figure \"none\"",
        ),
        ("state: \"before\"", "state: \"midway\"", "no state"),
        ("caption: \"A healthy", "caption: \"A normal", "normal"),
        (
            "and there is no tingling.",
            "and it is just sore!",
            "exclamation",
        ),
        (
            "urgency: same_day",
            "urgency: self_care",
            "most urgent first",
        ),
    ] {
        let problems = broken(path, from, to);
        let found = problems
            .iter()
            .any(|p| p.file == path && p.message.contains(what));
        assert!(found, "{to:?} was not found:\n{}", said(&problems));
    }
}

#[test]
fn every_kind_of_slip_in_a_pose_is_found() {
    let cases = [
        (
            "poses.ron",
            "id: \"rest\"",
            "id: \"nap\"",
            "pose \"rest\" is missing",
        ),
        ("poses.ron", "id: \"open\"", "id: \"cross\"", "exists twice"),
        (
            "poses.ron",
            "scene: \"wall\"",
            "scene: \"roof\"",
            "scene \"roof\" does not exist",
        ),
        ("poses.ron", "knee: 100", "knee: 200", "knee is 200"),
        ("poses.ron", "along: 0.82", "along: 1.2", "along is 1.2"),
        (
            "poses.ron",
            "[\"foot_up\"]",
            "[\"hop\"]",
            "pose \"hop\" does not exist",
        ),
        ("poses.ron", "pull: 1.0", "pull: strong", "cannot be read"),
        (
            "routines/figure_four.ron",
            "\"draw_in\"",
            "\"draw\"",
            "pose \"draw\" does not exist",
        ),
    ];
    for (path, from, to, what) in cases {
        let problems = broken(path, from, to);
        let found = problems
            .iter()
            .any(|p| p.file == path && p.line > 1 && p.message.contains(what));
        let missing = what.contains("missing") && said(&problems).contains(what);
        assert!(found || missing, "{path} with {to:?}:\n{}", said(&problems));
    }
}

#[test]
fn all_problems_come_at_once() {
    let mut files: Vec<(&str, &str)> = Library::embedded_files().collect();
    files.retain(|(path, _)| *path != "alerts/dvt.ron" && *path != "remedies/walking.ron");
    let problems = Library::read(&files).unwrap_err();
    let about = |word: &str| problems.iter().filter(|p| p.message.contains(word)).count();
    assert!(about("\"dvt\"") >= 1, "{}", said(&problems));
    assert!(about("\"walking\"") >= 3, "{}", said(&problems));
}

#[test]
fn search_finds_what_people_type() {
    let library = library();
    for (typed, id) in [
        ("wallet", "piriformis_dgs"),
        ("SLIPPED disc", "disc_radiculopathy"),
        ("magnesium", "electrolyte_imbalance"),
        ("shopping trolley", "spinal_stenosis"),
        ("period", "endometriosis_gyn"),
        ("ibuprofen", "nsaids"),
        ("fever lump", "perianal_abscess"),
    ] {
        let hits = library.search(typed);
        let at = hits.iter().position(|h| h.id == id);
        assert!(at.is_some_and(|at| at < 4), "{typed:?}: {id} is at {at:?}");
    }
    assert!(library.search("xylophone").is_empty(), "not a word of ours");
    assert!(library.search("  ").is_empty(), "nothing typed");
}

#[test]
fn the_region_follows_the_locale() {
    let library = library();
    let of = |locale: &str| library.region_of_locale(locale).map(|r| r.id.as_str());
    assert_eq!(of("en_GB.UTF-8"), Some("GB"), "Britain");
    assert_eq!(of("de_DE@euro"), Some("DE"), "Germany");
    assert_eq!(of("C"), None, "no place");
    assert_eq!(of("tlh_QO"), None, "nowhere");
    assert_eq!(library.region("nowhere").emergency, "112", "the stand-in");
}
