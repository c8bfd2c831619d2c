//! The doses, the ladder and the safety list as they ship, against the clinical
//! lists E.4 to E.6; a hold that ends when it eases.

use std::time::Duration;

use jiff::SignedDuration;
use unclench::clock::Moment;
use unclench::content::Library;
use unclench::stretch::{
    Command, Cue, GateAnswers, Level, Options, PhaseKind, Plan, Session, Side, Sides, Verdict,
    verdict,
};

pub(crate) fn library() -> Library {
    Library::embedded().unwrap()
}

fn moment(text: &str) -> Moment {
    Moment {
        wall: text.parse().unwrap(),
        ticks: Duration::from_secs(1_000),
    }
}

pub(crate) fn evening() -> Moment {
    moment("2026-11-23T20:00:00+01:00[Europe/Berlin]")
}

#[test]
fn the_plans_are_those_of_the_clinical_list() {
    let library = library();
    for (id, hold, rounds, rest) in [
        ("default", 30, 2, 10),
        ("beginner", 15, 4, 10),
        ("older", 30, 2, 15),
        ("cramp", 120, 1, 10),
        ("desk", 25, 1, 10),
        ("sleep", 30, 2, 10),
    ] {
        let dose = library.dose(id).unwrap();
        let got = (dose.hold_secs, dose.rounds, dose.rest_secs);
        assert_eq!(got, (hold, rounds, rest), "{id}");
    }
    let cramp = library.dose("cramp").unwrap();
    assert_eq!(cramp.until_eased, Some(20), "a check every 20 s");
    let walk = cramp.then.as_ref().unwrap().secs;
    assert!((60..=120).contains(&walk), "then 1 to 2 min of walking");
    let desk = &library.dose("desk").unwrap().levels;
    assert_eq!(desk, &["0"], "at the desk one sits");
    for dose in library.doses() {
        let hard = dose.goes_with("3");
        assert!(!hard || dose.id == "default", "{}: level 3", dose.id);
    }
}

#[test]
fn the_ladder_leads_from_every_level_up_and_down() {
    let library = library();
    let levels: Vec<&str> = library
        .routines()
        .iter()
        .map(|r| r.level.as_str())
        .collect();
    assert_eq!(levels, Level::ALL, "E.6, gentlest first");
    let next = |level: &str| {
        let routine = library
            .routines()
            .iter()
            .find(|r| r.level == level)
            .unwrap();
        let of = |id: &Option<String>| {
            let id = id.as_deref()?;
            Some(library.routine(id).unwrap().level.clone())
        };
        (of(&routine.easier), of(&routine.harder))
    };
    let some = |level: &str| Some(level.to_owned());
    for (level, easier, harder) in [
        ("0", None, some("1")),
        ("0b", None, some("1")),
        ("1", some("0"), some("2")),
        ("1b", some("0"), some("2b")),
        ("2", some("1"), some("3")),
        ("2b", some("1b"), some("3")),
        ("3", some("2"), None),
    ] {
        assert_eq!(next(level), (easier, harder), "level {level}");
    }
    let across = library.routines().iter().find(|r| r.level == "3").unwrap();
    assert_eq!(across.most_pain, Some(0), "only without pain");
}

fn left(yes: &[&str], days: i32, pain: Option<u8>) -> Option<Vec<String>> {
    let library = library();
    let answers = GateAnswers {
        yes: yes.iter().map(|id| (*id).to_owned()).collect(),
        days,
    };
    match verdict(library.gate(), &answers, pain) {
        Verdict::Open => Some(Level::ALL.map(str::to_owned).to_vec()),
        Verdict::Levels(levels, reasons) => {
            assert!(!reasons.is_empty(), "it says why");
            Some(levels)
        }
        Verdict::Blocked(reasons) => {
            assert!(!reasons.is_empty(), "it says why");
            None
        }
    }
}

#[test]
fn each_line_of_the_safety_list_leads_where_the_clinical_list_says() {
    let all = library();
    let table: [(&str, &[&str]); 18] = [
        ("open_flag", &[]),
        ("hip_new", &[]),
        ("hip_front", &[]),
        ("operation", &[]),
        ("fracture", &[]),
        ("pop", &[]),
        ("weak_leg", &[]),
        ("clot", &[]),
        ("outer_hip", &[]),
        ("pelvic_girdle", &[]),
        ("hip_old", &["0"]),
        ("pregnant", &["0", "0b"]),
        ("lying", &["0", "0b"]),
        ("floor", &["0"]),
        ("knee", &["0", "1b"]),
        ("groin_pinch", &["1"]),
        ("sit_bone", &["1"]),
        ("numb", &["0", "0b", "1", "1b"]),
    ];
    assert_eq!(all.gate().len(), table.len(), "every line is here");
    for (id, levels) in table {
        let wanted = (!levels.is_empty()).then(|| levels.iter().map(|l| (*l).to_owned()).collect());
        assert_eq!(left(&[id], 0, Some(5)), wanted, "{id}");
    }
    assert_eq!(left(&[], 0, None).unwrap().len(), 7, "none is true");
}

#[test]
fn several_lines_leave_what_is_left_to_all() {
    assert_eq!(
        left(&["knee", "numb"], 0, None).unwrap(),
        ["0", "1b"],
        "both"
    );
    assert_eq!(left(&["knee", "lying"], 0, None).unwrap(), ["0"], "both");
    assert_eq!(left(&["groin_pinch", "pregnant"], 0, None), None, "nothing");
    assert_eq!(left(&["numb", "clot"], 0, None), None, "one that blocks");
}

#[test]
fn a_pop_blocks_three_days_and_then_while_it_hurts() {
    assert_eq!(left(&["pop"], 2, Some(1)), None, "the second day");
    assert_eq!(left(&["pop"], 3, Some(3)).unwrap(), ["1"], "after 72 h");
    assert_eq!(left(&["pop"], 3, Some(4)), None, "with more pain");
    assert_eq!(left(&["pop"], 3, None), None, "pain not told");
}

#[test]
fn the_stop_signs_are_those_of_the_clinical_list() {
    let library = library();
    for id in [
        "tingling",
        "numbness",
        "electric_pain",
        "groin_pain",
        "outer_hip_pain",
        "knee_pain",
        "dizzy",
        "chest_pain",
        "spreading_cramp",
        "nerve_emergency",
        "sharp_pain",
    ] {
        assert!(library.stop_signs().iter().any(|s| s.id == id), "E.7: {id}");
    }
}

/// A session for a cramp, one side, in its hold.
fn in_a_cramp() -> (Session, Moment) {
    let library = library();
    let dose = library.dose("cramp").unwrap();
    let routine = library.routine("figure_four_foot_down").unwrap();
    let options = Options {
        sides: Sides::LeftOnly,
        ..Options::of(routine).dosed(dose)
    };
    let mut now = evening();
    let plan = Plan::with(routine, &options, Some(dose));
    let mut session = Session::start(plan, &now).unwrap();
    while !session.phase().unwrap().is_hold() {
        pass(&mut now, 1);
        session.tick(&now);
    }
    (session, now)
}

fn pass(now: &mut Moment, secs: u64) {
    now.ticks += Duration::from_secs(secs);
    let by = SignedDuration::from_secs(i64::try_from(secs).unwrap());
    now.wall = now.wall.checked_add(by).unwrap();
}

#[test]
fn in_a_cramp_it_asks_every_20_seconds_and_ends_when_it_eased() {
    let (mut session, mut now) = in_a_cramp();
    assert!(session.ends_when_eased(), "it waits for the person");
    assert_eq!(session.main_command(), Some(Command::Next), "one press");
    let mut asked = 0;
    for _ in 0..50 {
        pass(&mut now, 1);
        let cues = session.tick(&now);
        asked += cues.iter().filter(|c| **c == Cue::Asks).count();
        assert!(
            !cues.contains(&Cue::Half),
            "no half of a hold without a length"
        );
    }
    assert_eq!(asked, 2, "after 20 s and 40 s");
    session.apply(Command::Next, &now);
    let left = session.held(Side::Left);
    assert_eq!((left.rounds, left.held.as_secs()), (1, 50), "a whole hold");
    while session.phase().unwrap().kind != PhaseKind::Walk {
        session.apply(Command::Next, &now);
    }
    pass(&mut now, 4);
    session.tick(&now);
    assert!(!session.is_over(), "it walks");
}

#[test]
fn a_cramp_that_does_not_ease_ends_after_two_minutes() {
    let (mut session, mut now) = in_a_cramp();
    let mut asked = 0;
    for _ in 0..119 {
        pass(&mut now, 1);
        asked += session
            .tick(&now)
            .iter()
            .filter(|c| **c == Cue::Asks)
            .count();
    }
    assert!(session.phase().unwrap().is_hold(), "not yet");
    assert_eq!(asked, 5, "at 20, 40, 60, 80 and 100 s");
    pass(&mut now, 1);
    session.tick(&now);
    assert!(!session.phase().unwrap().is_hold(), "two minutes at most");
    session.apply(Command::SkipSide, &now);
    assert_eq!(
        session.phase().unwrap().kind,
        PhaseKind::Walk,
        "the walk stays"
    );
}
