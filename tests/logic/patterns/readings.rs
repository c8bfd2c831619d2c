//! How the rules of the patterns are read, where their words leave something to
//! read: which days and attacks count, counted by hand.

use unclench::diary::entry::{FluidHeat, Region};
use unclench::diary::example::{Simulated, TODAY, training};
use unclench::diary::pattern::{Found, Level, find};
use unclench::triage::{Answer, Urgency};

use super::library;
use super::made::{p06, p13};

fn of(id: &str, sim: &Simulated) -> Found {
    let patterns = find(&sim.diary(), &library(), TODAY);
    patterns.get(id).cloned().expect("it was looked for")
}

#[test]
fn p06_counts_two_days_before_the_first_day_and_two_after_it() {
    // Four periods, 28 days apart: three whole cycles. Days -2 to +3 without a day
    // 0 are five days a cycle, the other 23 are the rest.
    let found = of("P06", &p06());
    assert_eq!(
        (found.x, found.y),
        (12, 15),
        "days -1, 1, 2 and 3 had cramp"
    );
    assert_eq!(found.against, Some((1, 69)), "one day in the rest");
    // The fourth day of the period belongs to the rest.
    let mut sim = Simulated::default();
    for start in [84, 56, 28, 0] {
        sim.cramp(start, 10, |e| e.period_day = Some(true));
        if start >= 3 {
            sim.cramp(start - 3, 10, |_| {});
        }
    }
    let found = of("P06", &sim.free_days(90));
    assert_eq!((found.x, found.y), (3, 15), "the first days");
    assert_eq!(found.against, Some((3, 69)), "the fourth days");
}

#[test]
fn p06_counts_the_attacks_of_whole_cycles_alone() {
    // Two whole cycles with four attacks; five more lie before them.
    let mut sim = Simulated::default();
    for start in [57, 29, 1] {
        sim.cramp(start, 10, |e| e.period_day = Some(true));
        if start > 1 {
            sim.cramp(start - 1, 10, |_| {});
        }
    }
    for ago in [70, 80, 90, 100, 110] {
        sim.cramp(ago, 10, |_| {});
    }
    let found = of("P06", &sim.free_days(62));
    assert_eq!(found.level, Level::Insufficient, "four of six: {found:?}");
}

#[test]
fn p07_needs_days_that_are_not_within_a_day_of_training() {
    // Every other day: there is no day to compare with.
    let mut sim = Simulated::default();
    for ago in (0..28).step_by(2) {
        sim.day(ago, |day| day.training = Some(training(6)));
    }
    for ago in [1, 5, 9, 13, 17, 21] {
        sim.cramp(ago, 9, |_| {});
    }
    let found = of("P07", &sim.free_days(28));
    assert_eq!(found.level, Level::Insufficient, "{found:?}");
}

#[test]
fn p12_is_clear_where_the_cramps_were_in_two_parts_between_them() {
    let wet = |places: &[Region]| {
        let mut sim = Simulated::default();
        for (at, place) in (2..).zip(places) {
            sim.cramp(at * 4, 18, |e| {
                e.fluid_heat = vec![FluidHeat::Sweat];
                e.regions = vec![*place];
            });
        }
        of("P12", &sim.free_days(34))
    };
    let (buttock, calf) = (Region::ButtockLeftMid, Region::CalfLeft);
    let both = wet(&[buttock, buttock, calf, buttock, calf]);
    assert_eq!(both.level, Level::Clear, "buttock and calf: {both:?}");
    let one = wet(&[buttock, Region::SitBoneRight, buttock, buttock, buttock]);
    assert_eq!(
        one.level,
        Level::Possible,
        "the buttock is one part: {one:?}"
    );
}

#[test]
fn p12_asks_for_a_blood_test_when_another_attack_was_elsewhere() {
    let losses = |elsewhere: Region, ago: i32| {
        let mut sim = Simulated::default();
        for at in [10, 14, 18] {
            sim.cramp(at, 18, |e| e.fluid_heat = vec![FluidHeat::HotDay]);
        }
        sim.cramp(ago, 9, |e| e.fluid_heat = vec![FluidHeat::GutLosses]);
        sim.cramp(1, 20, |e| {
            e.fluid_heat = vec![FluidHeat::Sweat];
            e.regions = vec![elsewhere];
        });
        sim.free_days(34)
    };
    let found = of("P12", &losses(Region::CalfLeft, 2));
    assert_eq!(found.urgency, Some(Urgency::SameDay), "R26: {found:?}");
    let found = of("P12", &losses(Region::ButtockLeftMid, 2));
    assert_eq!(found.urgency, None, "the buttock alone: {found:?}");
    let found = of("P12", &losses(Region::CalfLeft, 8));
    assert_eq!(found.urgency, None, "over a week ago: {found:?}");
    let mut told = losses(Region::ButtockLeftMid, 2);
    told.check(1, &[("cramps_elsewhere", Answer::option("yes"))]);
    let found = of("P12", &told);
    assert_eq!(found.urgency, Some(Urgency::SameDay), "told in a check");
}

#[test]
fn p13_needs_four_weeks_before_and_leaves_the_first_day_out() {
    // First told of 33 days ago: 33 days after it, with cramp on 11.
    let found = of("P13", &p13());
    assert_eq!(
        (found.x, found.y),
        (11, 33),
        "days after the first: {found:?}"
    );
    assert_eq!(found.against, Some((2, 28)), "the four weeks before");
    // Of the four weeks before, half was logged.
    let half = p13().only(|entry| {
        let ago = (TODAY - entry.date()).get_days();
        !(34..62).contains(&ago) || ago % 2 == 1
    });
    assert_eq!(
        of("P13", &half).level,
        Level::Insufficient,
        "too few before"
    );
    let mut short = p13();
    short = short.only(|entry| (TODAY - entry.date()).get_days() < 50);
    assert_eq!(
        of("P13", &short).level,
        Level::Insufficient,
        "16 days before"
    );
}

#[test]
fn p16_takes_three_days_after_a_week_without_any_for_worse() {
    let week = |days: i32| {
        let mut sim = Simulated::default();
        for ago in 0..days {
            sim.cramp(2 * ago, 9, |_| {});
        }
        sim.cramp(20, 9, |_| {}); // two weeks before
        sim.cramp(18, 9, |_| {});
        of("P16", &sim.free_days(28))
    };
    let three = week(3);
    assert_eq!(
        three.level,
        Level::Possible,
        "3 of 7 after 0 of 7: {three:?}"
    );
    assert_eq!(three.urgency, Some(Urgency::WithinDays), "soon");
    assert_eq!(three.against, Some((0, 7)), "the week before");
    let two = week(2);
    assert_eq!(two.level, Level::Absent, "2 of 7 may be chance: {two:?}");
}
