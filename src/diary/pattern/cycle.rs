//! Attacks around the period (P06).

use super::survey::{DayNumber, Survey};
use super::{Level, Seen, reaches};
use crate::content::Pattern;
use crate::diary::stats::fisher_two_sided;

/// Cycles this long count, in days.
const CYCLE: std::ops::RangeInclusive<i32> = 15..=60;
/// So many of ten days of a cycle must be logged for it to count as full.
const FULL: f64 = 0.9;
/// Days -2 to +3 of the cycle: its first day is day 1, the day before it day -1,
/// and there is no day 0. So two days before the first, and two after it.
const BEFORE: i32 = 2;
/// See [`BEFORE`].
const AFTER: i32 = 2;
/// Full cycles needed to look, and to be clear.
const CYCLES: usize = 2;
/// See [`CYCLES`].
const CLEAR_CYCLES: usize = 3;

/// Attack-days of days logged: around the period, and in the rest of the cycle.
#[derive(Clone, Copy, Debug, Default)]
struct Cycle {
    near: (u32, u32),
    rest: (u32, u32),
    attacks: u32,
}

/// The cycles that are logged in full, oldest first.
fn cycles(survey: &Survey<'_>) -> Vec<Cycle> {
    let pairs = survey.periods.windows(2);
    pairs
        .filter_map(|pair| {
            let [start, next] = *pair else { return None };
            CYCLE.contains(&(next - start)).then_some(())?;
            let first: DayNumber = start - BEFORE;
            let last: DayNumber = next - BEFORE - 1;
            let near = survey.attack_days(first, start + AFTER);
            let rest = survey.attack_days(start + AFTER + 1, last);
            let days = f64::from(last - first + 1);
            let logged = f64::from(near.1 + rest.1);
            let attacks = u32::try_from(survey.between(first, last).len()).unwrap_or(u32::MAX);
            (logged >= FULL * days).then_some(Cycle {
                near,
                rest,
                attacks,
            })
        })
        .collect()
}

/// P06: the period link.
pub(super) fn period(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let cycles = cycles(survey);
    let mut all = Cycle::default();
    for cycle in &cycles {
        all.near = (all.near.0 + cycle.near.0, all.near.1 + cycle.near.1);
        all.rest = (all.rest.0 + cycle.rest.0, all.rest.1 + cycle.rest.1);
        all.attacks += cycle.attacks;
    }
    let (x, y) = all.near;
    let mut seen = Seen {
        x,
        y,
        against: Some(all.rest),
        number: cycles.len().to_string(),
        ..Seen::default()
    };
    if cycles.len() < CYCLES || all.attacks < content.least.cramps {
        return seen;
    }
    let rate = |(x, y): (u32, u32)| f64::from(x) / f64::from(y.max(1));
    let often = |least: Option<f64>| {
        x > 0 && least.is_some_and(|least| rate(all.near) >= least * rate(all.rest) - 1e-9)
    };
    if !often(content.possible) {
        seen.level = Level::Absent;
        return seen;
    }
    seen.level = Level::Possible;
    // Clear when chance is unlikely in two of the last three cycles.
    let newest = cycles.iter().rev().take(CLEAR_CYCLES);
    let mut p: Vec<f64> = newest
        .filter(|c| rate(c.near) > rate(c.rest))
        .map(|c| fisher_two_sided(c.near.0, c.near.1, c.rest.0, c.rest.1))
        .collect();
    p.sort_by(f64::total_cmp);
    let second = p.get(1).copied();
    if cycles.len() >= CLEAR_CYCLES
        && often(content.clear)
        && reaches(x, y, Some(f64::MIN_POSITIVE))
        && second.is_some_and(|p| p < 0.05)
    {
        seen.level = Level::Clear;
        seen.p = second;
    }
    seen
}
