//! Patterns in diaries made for it: each is found where it is, leads to its
//! page, and is not said when there is too little to say it.

#[path = "patterns/made.rs"]
mod made;
#[path = "patterns/readings.rs"]
mod readings;

use jiff::ToSpan as _;
use unclench::content::Library;
use unclench::diary::entry::{Entry, FluidHeat, LegSymptom, Region, Side, Trigger};
use unclench::diary::example::{Simulated, TODAY, plausible};
use unclench::diary::pattern::{Level, Patterns, find};
use unclench::triage::{Answer, Urgency};

use self::made::{
    p01, p02, p03, p04, p05, p06, p07, p08, p09, p10, p11, p12, p13, p14, p15, p16, p17, p18, p19,
};

fn library() -> Library {
    Library::embedded().expect("content without problems")
}

/// A pattern, its diary, how sure it is, the page it leads to, how soon.
type Row = (
    &'static str,
    fn() -> Simulated,
    Level,
    &'static str,
    Option<Urgency>,
);

fn table() -> Vec<Row> {
    use Level::{Clear, Possible};
    use Urgency::{Routine, SameDay, WithinDays};
    vec![
        ("P01", p01, Clear, "proctalgia_fugax", Some(Routine)),
        ("P02", p02, Clear, "levator_ani", Some(Routine)),
        ("P03", p03, Clear, "proctalgia_fugax", None),
        ("P04", p04, Clear, "pad_aortoiliac", Some(Routine)),
        ("P05", p05, Clear, "spinal_stenosis", Some(Routine)),
        ("P06", p06, Clear, "endometriosis_gyn", Some(Routine)),
        ("P07", p07, Clear, "muscle_fatigue_cramp", None),
        ("P08", p08, Clear, "overuse_cycling_running", None),
        ("P09", p09, Clear, "prolonged_sitting", None),
        ("P10", p10, Clear, "disc_radiculopathy", Some(Routine)),
        ("P11", p11, Clear, "inflammatory_sij", Some(Routine)),
        ("P12", p12, Clear, "dehydration", None),
        ("P13", p13, Clear, "drug_induced", Some(Routine)),
        ("P14", p14, Clear, "iliac_endofibrosis", Some(Routine)),
        ("P15", p15, Clear, "cpps_uro", Some(Routine)),
        ("P16", p16, Clear, "", Some(WithinDays)),
        ("P17", p17, Clear, "", None),
        ("P18", p18, Possible, "", Some(Routine)),
        ("P19", p19, Clear, "", Some(SameDay)),
    ]
}

fn found(sim: &Simulated, library: &Library) -> Patterns {
    find(&sim.diary(), library, TODAY)
}

#[test]
fn each_pattern_is_found_and_leads_to_its_page() {
    let library = library();
    for (id, make, level, page, urgency) in table() {
        let patterns = found(&make(), &library);
        let got = patterns.get(id).unwrap_or_else(|| panic!("{id} is gone"));
        assert_eq!(got.level, level, "{id}: {got:?}");
        assert_eq!(got.urgency, urgency, "{id}: {got:?}");
        assert!(!got.says.contains(['{', '}']), "{id}: {}", got.says);
        if !page.is_empty() {
            assert_eq!(
                got.points_to.first().map(String::as_str),
                Some(page),
                "{id}"
            );
            assert!(patterns.shift(page) > 0.3, "{id}: {}", patterns.shift(page));
            let first = patterns.moved_up(&library);
            assert!(first.iter().any(|(cause, _)| *cause == page), "{id}");
        }
    }
}

#[test]
fn nothing_is_said_of_few_days_or_few_cramps() {
    let library = library();
    for (id, make, ..) in table().into_iter().filter(|row| row.0 != "P19") {
        let six_days = make().only(|e| e.date() > TODAY.saturating_sub(6.days()));
        let patterns = found(&six_days, &library);
        assert!(patterns.is_thin(), "{id}: six days are few");
        assert_eq!(patterns.shown().count(), 0, "{id}: {patterns:?}");
        let mut left = 2;
        let two_cramps = make().only(|e| {
            let cramp = e.as_episode().is_some();
            left -= i32::from(cramp);
            !cramp || left >= 0
        });
        let patterns = found(&two_cramps, &library);
        assert!(patterns.is_thin(), "{id}: two cramps are few");
        assert_eq!(patterns.shown().count(), 0, "{id}: {patterns:?}");
    }
}

#[test]
fn a_pattern_is_silent_below_its_own_numbers() {
    let library = library();
    for (id, make, ..) in table().into_iter().filter(|row| row.0 != "P19") {
        let least = library.pattern(id).unwrap().least;
        let most_cramps = if least.cramps > 0 {
            least.cramps
        } else {
            least.attack_days.max(3)
        };
        let mut left = most_cramps - 1;
        let fewer = make().only(|e| match e {
            Entry::Episode(_) if left == 0 => false,
            Entry::Episode(_) => {
                left -= 1;
                true
            }
            // P17 counts stretches.
            Entry::Session(_) => false,
            Entry::Day(_) | Entry::Check(_) => true,
        });
        let patterns = found(&fewer, &library);
        let got = patterns.get(id);
        assert!(got.is_none_or(|f| !f.is_shown()), "{id}: {got:?}");
    }
}

#[test]
fn a_calm_diary_shows_nothing() {
    let library = library();
    let mut sim = Simulated::default();
    for (at, ago) in [4, 13, 29, 41, 55].into_iter().enumerate() {
        sim.cramp(ago, 9 + 2 * at as i8, |_| {});
    }
    let patterns = found(&sim.free_days(60), &library);
    let shown: Vec<_> = patterns.shown().map(|f| &f.id).collect();
    assert!(shown.is_empty(), "{shown:?}");
    assert!(patterns.tested >= 5, "looked for {}", patterns.tested);
}

#[test]
fn urgency_is_raised_where_the_table_says_so() {
    let library = library();
    let mut halved = Simulated::default();
    for (ago, far) in [
        (2, 380),
        (6, 400),
        (10, 390),
        (20, 800),
        (26, 820),
        (35, 790),
    ] {
        halved.cramp(ago, 11, |e| {
            e.triggers = vec![Trigger::Walking];
            e.walk_distance_m = Some(far);
        });
    }
    let patterns = found(&halved.free_days(40), &library);
    let p04 = patterns.get("P04").unwrap();
    assert_eq!(p04.urgency, Some(Urgency::WithinDays), "{p04:?}");
    assert!(p04.raised.is_some() && p04.is_shown(), "it says why");
    let mut losses = p12();
    losses.cramp(1, 9, |e| {
        e.fluid_heat = vec![FluidHeat::GutLosses];
        e.regions = vec![Region::ButtockLeftMid, Region::CalfRight];
    });
    let patterns = found(&losses, &library);
    for id in ["P12", "P19"] {
        let got = patterns.get(id).unwrap();
        assert_eq!(got.urgency, Some(Urgency::SameDay), "{got:?}");
        assert_eq!(got.alert.as_deref(), Some("severe_salts"), "{got:?}");
    }
    assert!(
        patterns.found[0].urgency == Some(Urgency::SameDay),
        "the most urgent stands first"
    );
}

#[test]
fn a_warning_sign_counts_from_the_first_entry_on() {
    let library = library();
    let mut sim = Simulated::default();
    sim.cramp(0, 9, |e| {
        e.leg_symptoms = vec![LegSymptom::Weak];
        e.side = Side::Both;
    });
    sim.cramp(1, 9, |e| e.leg_symptoms = vec![LegSymptom::Weak]);
    let patterns = found(&sim, &library);
    assert!(patterns.is_thin(), "else too few");
    let p19 = patterns.get("P19").unwrap();
    assert_eq!(
        p19.urgency,
        Some(Urgency::EmergencyNow),
        "both legs: {p19:?}"
    );
    let weak = p19.answers.get("rf_leg_weak");
    assert_eq!(
        weak,
        Some(&Answer::option("worsening_or_both")),
        "the worst"
    );
}

#[test]
fn a_back_passage_that_was_looked_at_is_not_sent_again() {
    let library = library();
    let mut sim = p01();
    sim.check(5, &[("rectal_assessed", Answer::option("yes"))]);
    let patterns = found(&sim, &library);
    let p01 = patterns.get("P01").unwrap();
    assert_eq!((p01.level, p01.urgency), (Level::Clear, None), "once");
}

#[test]
fn the_guide_moves_by_a_moderate_weight_at_most() {
    let library = library();
    for (id, make, ..) in table() {
        let patterns = found(&make(), &library);
        for cause in library.causes() {
            let shift = patterns.shift(&cause.id);
            assert!((-1.1..=1.1).contains(&shift), "{id}: {} {shift}", cause.id);
        }
    }
    let both = found(&p03(), &library); // P01 and P03 speak for the same cause
    assert!(
        (both.shift("proctalgia_fugax") - 1.1).abs() < 1e-6,
        "no more"
    );
}

#[test]
fn days_that_nobody_logged_never_make_a_claim_stronger() {
    let library = library();
    for (id, make, level, ..) in table().into_iter().filter(|row| row.0 != "P19") {
        let sim = make();
        for days in [1, 5, 13, 20, 60] {
            let later = TODAY.saturating_add(days.days());
            let patterns = find(&sim.diary(), &library, later);
            let got = patterns.get(id).map_or(Level::Insufficient, |f| f.level);
            assert!(got <= level, "{id}, {days} days later: {got:?}");
        }
        // Weeks and spans of the calendar do grow with a gap.
        if ["P02", "P15"].contains(&id) {
            continue;
        }
        for (ago, gap) in [(3, 2), (10, 4), (20, 10), (30, 40)] {
            let patterns = found(&sim.clone().with_gap(ago, gap), &library);
            for other in patterns.shown().filter(|f| f.level == Level::Clear) {
                let before = found(&sim, &library);
                let before = before.get(&other.id).map(|f| f.level);
                assert_eq!(before, Some(Level::Clear), "{id}: gap {gap}: {other:?}");
            }
        }
    }
}

#[test]
fn a_plausible_diary_points_to_sitting() {
    let library = library();
    let patterns = found(&plausible(TODAY, 180, 2), &library);
    let p09 = patterns.get("P09").unwrap();
    assert!(p09.is_shown(), "{p09:?}");
    let up = patterns.moved_up(&library);
    let ids: Vec<&str> = up.iter().map(|(id, _)| *id).collect();
    assert!(ids.contains(&"prolonged_sitting"), "{ids:?}");
    assert!(
        ids.contains(&"piriformis_dgs"),
        "deep, on one side: {ids:?}"
    );
}

#[test]
fn every_text_of_the_patterns_reads_plainly() {
    let library = library();
    assert_eq!(library.patterns().len(), 20, "P01 to P20");
    for pattern in library.patterns() {
        for sentence in pattern.means.text.split(['.', ':']) {
            let words = sentence.split_whitespace().count();
            assert!(words <= 24, "{}: {words} words: {sentence}", pattern.id);
        }
    }
}
