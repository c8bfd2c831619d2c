//! Attacks on walking: after the same distance (P04), or eased only by sitting
//! and bending (P05).

use super::survey::{Case, DayNumber, Survey};
use super::{Level, Seen, count, level, reaches};
use crate::content::Pattern;
use crate::diary::entry::{Relief, Trigger};
use crate::diary::stats::{median, scatter};

/// How fast standing still must ease it, in minutes [ECQ-MC].
const QUICK: f64 = 10.0;
/// How many in a hundred must ease on standing still for a clear pattern.
const EASED: f64 = 0.8;
/// How few in a hundred may ease on standing still when sitting is needed.
const FEW: f64 = 0.2;
/// Attacks on standing alone that a clear need to sit takes.
const STANDING: u32 = 3;

fn eased_by(case: &Case<'_>, relief: Relief) -> bool {
    case.episode.relief.contains(&relief)
}

/// How far each walk went until it began: meters, or minutes where fewer than
/// the least number tell meters. Also the word for the unit.
fn walks<'s, 'a>(survey: &'s Survey<'a>, least: u32) -> (Vec<(&'s Case<'a>, f64)>, &'static str) {
    let walking = || survey.cases.iter().filter(|c| c.by(Trigger::Walking));
    let meters: Vec<_> = walking()
        .filter_map(|c| Some((c, f64::from(c.episode.walk_distance_m?))))
        .collect();
    let minutes: Vec<_> = walking()
        .filter_map(|c| Some((c, f64::from(c.episode.walk_time_min?))))
        .collect();
    if meters.len() >= least as usize || meters.len() >= minutes.len() {
        (meters, "m")
    } else {
        (minutes, "minutes")
    }
}

/// Has the middle distance halved within four weeks?
fn has_halved(walks: &[(&Case<'_>, f64)], newest: DayNumber) -> bool {
    let middle = |from: i32, to: i32| {
        let found: Vec<f64> = walks
            .iter()
            .filter(|(case, _)| (from..=to).contains(&(newest - case.day)))
            .map(|(_, far)| *far)
            .collect();
        median(&found).filter(|_| found.len() >= 2)
    };
    let Some(now) = middle(0, 13) else {
        return false;
    };
    [middle(14, 41), middle(28, 55)]
        .into_iter()
        .flatten()
        .any(|before| now <= before / 2.0)
}

/// P04: the same distance each time, eased quickly by standing still.
pub(super) fn distance(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let (walks, unit) = walks(survey, content.least.cramps);
    let y = count(&walks, |_| true);
    let x = count(&walks, |(case, _)| eased_by(case, Relief::StoodStill));
    let far: Vec<f64> = walks.iter().map(|(_, far)| *far).collect();
    let scatter = scatter(&far).unwrap_or(f64::MAX);
    let minutes: Vec<f64> = walks
        .iter()
        .filter(|(case, _)| eased_by(case, Relief::StoodStill))
        .filter_map(|(case, _)| case.episode.relief_after_min)
        .map(f64::from)
        .collect();
    let quick = median(&minutes).is_some_and(|m| m <= QUICK);
    let halved = survey.is_fresh() && has_halved(&walks, survey.newest);
    // Here the thresholds are scatter: less is surer.
    let within = |most: Option<f64>| most.is_some_and(|most| scatter <= most);
    let level = if y < content.least.cramps {
        Level::Insufficient
    } else if within(content.clear) && quick && reaches(x, y, Some(EASED)) {
        Level::Clear
    } else if within(content.possible) || halved {
        Level::Possible
    } else {
        Level::Absent
    };
    let mut marks = Vec::new();
    if within(content.possible) {
        marks.push("same");
    }
    if quick && reaches(x, y, Some(EASED)) {
        marks.push("still");
    }
    if halved {
        marks.push("halved");
    }
    Seen {
        level,
        x,
        y,
        number: format!("{:.0} {unit}", median(&far).unwrap_or(0.0)),
        marks,
        raised: halved,
        ..Seen::default()
    }
}

/// P05: only sitting or bending forward eases it.
pub(super) fn sit_or_bend(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let all: Vec<&Case<'_>> = survey
        .cases
        .iter()
        .filter(|c| c.by(Trigger::Walking) || c.by(Trigger::Standing))
        .collect();
    let y = count(&all, |_| true);
    let x = count(&all, |c| {
        eased_by(c, Relief::Sat) || eased_by(c, Relief::BentForward)
    });
    let still = count(&all, |c| eased_by(c, Relief::StoodStill));
    let alone = count(&all, |c| c.by(Trigger::Standing) && !c.by(Trigger::Walking));
    let few = f64::from(still) <= FEW * f64::from(y) + 1e-9;
    let mut level = level(x, y, content, alone >= STANDING);
    if !few && level > Level::Absent {
        level = Level::Absent;
    }
    let mut marks = Vec::new();
    if all.iter().any(|c| c.by(Trigger::Walking)) {
        marks.push("walking");
    }
    if all.iter().any(|c| c.by(Trigger::Standing)) {
        marks.push("standing");
    }
    Seen {
        level,
        x,
        y,
        marks,
        number: still.to_string(),
        ..Seen::default()
    }
}
