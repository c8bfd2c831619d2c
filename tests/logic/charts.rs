//! What the trends count: gaps stay gaps, late entries weigh half, and what
//! helped is measured.

use unclench::diary::chart::{Charts, Period, Step};
use unclench::diary::entry::{Helped, Lasted, Region, Relief, StretchDone, Trigger, WeekLook};
use unclench::diary::week::Change;
use unclench::diary::when::When;
use unclench::settings::FirstWeekday;

use unclench::diary::example::{Simulated, TODAY, pain, training};

fn charts(sim: &Simulated, period: Period) -> Charts {
    Charts::of(&sim.diary(), TODAY, period, FirstWeekday::Monday)
}

#[test]
fn a_week_nobody_logged_is_a_gap_and_a_logged_one_is_not() {
    // The day of the tests is a Monday: 0 days ago begins a week.
    let mut sim = Simulated::default();
    sim.cramp(8, 9, |_| {});
    sim.day(3, |day| day.cramp_free = true);
    let charts = charts(&sim, Period::FourWeeks);
    let told: Vec<(u32, u32)> = charts
        .buckets
        .iter()
        .map(|b| (b.logged, b.attack_days))
        .collect();
    assert_eq!(told, [(0, 0), (1, 1), (1, 0), (0, 0)], "four weeks");
    assert!(charts.buckets[0].mean.is_none(), "no mean over a gap");
    assert_eq!((charts.cramps, charts.logged), (1, 2), "counts");
}

#[test]
fn a_stretch_or_an_empty_check_in_is_no_day_without_cramp() {
    let mut sim = Simulated::default();
    sim.stretch(1, 9, 3, 1);
    sim.day(2, |day| day.sitting_min = Some(300));
    let charts = charts(&sim, Period::FourWeeks);
    assert_eq!(charts.logged, 0, "nobody said that there was no cramp");
}

#[test]
fn an_entry_written_down_late_weighs_half() {
    let mut sim = Simulated::default();
    sim.cramp(5, 9, |e| e.pain_peak = pain(6));
    sim.cramp(4, 9, |e| {
        e.pain_peak = pain(3);
        e.logged_at = When::parse("2026-11-23T09:00:00+00:00").unwrap();
    });
    let charts = charts(&sim, Period::FourWeeks);
    let mean = charts.buckets[2].mean.unwrap();
    // By hand: (6 + 3 / 2) / 1.5 = 5.
    assert!((mean - 5.0).abs() < 1e-9, "{mean}");
    assert_eq!(charts.buckets[2].range, Some((3, 6)), "the range is whole");
}

#[test]
fn a_long_diary_is_shown_in_months() {
    let mut sim = Simulated::default();
    sim.cramp(900, 9, |_| {});
    sim.cramp(1, 9, |_| {});
    let all = charts(&sim, Period::All);
    assert_eq!(all.step, Step::Month, "30 months");
    assert_eq!(all.buckets.len(), 30, "from June 2024 to November 2026");
    assert_eq!(all.cramps, 2, "both");
    let year = charts(&sim, Period::Year);
    assert_eq!((year.step, year.buckets.len()), (Step::Week, 52), "a year");
    assert_eq!(year.cramps, 1, "the older one lies before");
}

#[test]
fn the_grid_begins_with_the_first_day_of_the_week() {
    let mut sim = Simulated::default();
    sim.cramp(0, 2, |_| {}); // a Monday
    for (week, at) in [
        (FirstWeekday::Monday, 0),
        (FirstWeekday::Sunday, 1),
        (FirstWeekday::Saturday, 2),
    ] {
        let charts = Charts::of(&sim.diary(), TODAY, Period::FourWeeks, week);
        assert_eq!(charts.hours[at][0], 1, "{week:?}");
        let sum: u32 = charts.hours.iter().flatten().sum();
        assert_eq!(sum, 1, "{week:?}");
    }
}

#[test]
fn places_and_triggers_are_counted_once_an_attack() {
    let mut sim = Simulated::default();
    for ago in 0..3 {
        sim.cramp(ago, 9, |e| {
            e.regions = vec![Region::LowBack, Region::SitBoneLeft, Region::LowBack];
            e.triggers = vec![Trigger::Sitting];
            e.pain_peak = pain(7);
        });
    }
    sim.cramp(4, 9, |e| {
        e.regions = vec![Region::LowBack];
        e.pain_peak = pain(3);
    });
    let charts = charts(&sim, Period::FourWeeks);
    assert_eq!(
        charts.places,
        [(Region::LowBack, 4), (Region::SitBoneLeft, 3)],
        "most first"
    );
    let row = charts.triggers[0];
    assert_eq!((row.with, row.without), (3, 1), "with and without");
    assert_eq!(
        (row.mean_with, row.mean_without),
        (Some(7.0), Some(3.0)),
        "means"
    );
}

#[test]
fn days_with_training_are_compared_with_days_without() {
    let mut sim = Simulated::default();
    sim.day(1, |day| day.training = Some(training(5)));
    sim.cramp(0, 9, |_| {});
    let sim = sim.free_days(10);
    let charts = charts(&sim, Period::FourWeeks);
    let row = charts
        .exposures
        .iter()
        .find(|e| e.name.starts_with("Training"));
    let row = row.unwrap();
    assert_eq!(row.with, (1, 2), "the day and the day after");
    assert_eq!(row.without, (0, 8), "the others");
}

#[test]
fn what_helped_is_measured() {
    let mut sim = Simulated::default();
    for (ago, after) in [(0, 4), (1, 3), (2, 6), (3, 4)] {
        sim.cramp(ago, 9, |e| {
            e.duration = Lasted::Seconds(300);
            e.relief = vec![Relief::Stretched];
            e.relief_after_min = Some(6);
            e.stretch = Some(StretchDone {
                rounds: 4,
                level: "1b".to_owned(),
                pain_before: Some(pain(6)),
                pain_after: Some(pain(after)),
                stopped: None,
            });
        });
    }
    sim.cramp(5, 9, |e| {
        e.helped = vec![Helped {
            remedy: "moist_heat".to_owned(),
            score: pain(7),
        }];
    });
    let charts = charts(&sim, Period::FourWeeks);
    let stretched = &charts.relief[0];
    assert_eq!(stretched.name, "Stretched", "used most");
    assert_eq!((stretched.helped, stretched.measured), (3, 4), "3 of 4");
    assert_eq!(stretched.change, Some(-2.0), "the median change");
    assert_eq!(stretched.minutes, Some(6.0), "clearly better after");
    let heat = &charts.relief[1];
    assert_eq!(
        (heat.helped, heat.measured, heat.change),
        (1, 1, None),
        "a score"
    );
}

fn look(points: [u8; 3]) -> WeekLook {
    let [pain, enjoyment, activity] = points.map(pain);
    WeekLook {
        pain,
        enjoyment,
        activity,
    }
}

#[test]
fn a_look_back_stands_in_the_week_most_of_its_days_lie_in() {
    // The weeks begin on 2, 9, 16 and 23 November; today is Monday, the 23rd.
    let mut sim = Simulated::default();
    sim.day(40, |day| day.week = Some(look([9, 9, 9])));
    sim.day(15, |day| day.week = Some(look([6, 4, 5]))); // Sunday, the 8th
    sim.day(0, |day| day.week = Some(look([2, 4, 3]))); // the 17th to the 23rd
    let looks = charts(&sim, Period::FourWeeks).looks;
    let (first, last) = (Some([6.0, 4.0, 5.0]), Some([2.0, 4.0, 3.0]));
    assert_eq!(looks.by_bucket, [first, None, last, None], "gaps stay gaps");
    assert_eq!((looks.all.len(), looks.gaps()), (2, 2), "counted");
    assert!(looks.has_older, "the one of October lies before");
    // By hand: 15 by 3, and 9 by 3.
    assert_eq!(
        looks.change(),
        Some((5.0, 3.0, Change::Better)),
        "by 2 points"
    );
}

#[test]
fn looks_back_of_one_week_make_a_mean_and_one_alone_no_change() {
    let mut sim = Simulated::default();
    sim.day(2, |day| day.week = Some(look([6, 0, 3]))); // Saturday, the 21st
    assert_eq!(charts(&sim, Period::FourWeeks).looks.change(), None, "one");
    sim.day(0, |day| day.week = Some(look([3, 1, 3])));
    let looks = charts(&sim, Period::FourWeeks).looks;
    assert_eq!(
        looks.by_bucket[2],
        Some([4.5, 0.5, 3.0]),
        "both are of that week"
    );
    let none = charts(&Simulated::default(), Period::FourWeeks).looks;
    assert!(none.all.is_empty() && !none.has_older, "nobody looked back");
    assert_eq!(none.by_bucket, [None; 4], "four weeks without one");
}
