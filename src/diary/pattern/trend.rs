//! The course over weeks: getting worse (P16), answering to the stretch (P17),
//! many attacks (P18). Weeks are blocks of seven days back from the newest day
//! logged, and are looked at only while the diary is being kept.

use super::survey::Survey;
use super::{Level, Seen, count};
use crate::content::Pattern;
use crate::diary::stats::{mean, weighted_mean};

/// A weekly mean needs so many attacks (STONE10).
const FOR_A_MEAN: usize = 4;
/// Days of a week that must be logged for its attack-days to be compared.
const FOR_A_WEEK: u32 = 5;
/// How much the weekly mean must rise or fall to be felt clearly (SALAFFI04).
const POINTS: f64 = 2.0;
/// How far the attack-days must rise, and by how many [own judgement].
const MORE: f64 = 1.5;
/// See [`MORE`].
const MORE_DAYS: u32 = 2;
/// Attack-days a week that are many, also after a week without any.
const MANY: u32 = 3;

/// One block of seven days.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    attack_days: u32,
    logged: u32,
    mean: Option<f64>,
}

/// The block that ended `ago` weeks before the newest day.
fn block(survey: &Survey<'_>, ago: i32) -> Block {
    let last = survey.newest - 7 * ago;
    let first = last - 6;
    let (attack_days, logged) = survey.attack_days(first, last);
    let cases = survey.between(first, last);
    Block {
        attack_days,
        logged,
        mean: weighted_mean(cases.iter().map(|c| (c.peak(), c.weight)))
            .filter(|_| cases.len() >= FOR_A_MEAN),
    }
}

/// Is `now` clearly worse than `before`?
fn is_worse(now: Block, before: Block) -> bool {
    let stronger = match (now.mean, before.mean) {
        (Some(now), Some(before)) => now - before >= POINTS - 1e-9,
        _ => false,
    };
    let comparable = now.logged >= FOR_A_WEEK && before.logged >= FOR_A_WEEK;
    // A day not logged in the earlier week might have had an attack: gaps must
    // never make the rise look steeper.
    let then = before.attack_days + 7_u32.saturating_sub(before.logged);
    let least = if then == 0 { MANY } else { then + MORE_DAYS };
    let more = comparable
        && f64::from(now.attack_days) >= MORE * f64::from(then)
        && now.attack_days >= least;
    stronger || more
}

/// P16: getting worse from week to week.
pub(super) fn worsening(survey: &Survey<'_>, content: &Pattern) -> Seen {
    if !survey.is_fresh() || survey.logged < content.least.days {
        return Seen::default();
    }
    let [now, before, earlier] = [0, 1, 2].map(|ago| block(survey, ago));
    let running = is_worse(before, earlier) && is_worse(now, earlier);
    let enough = |b: Block| b.logged >= FOR_A_WEEK || b.mean.is_some();
    let level = if !enough(now) || !enough(before) {
        Level::Insufficient
    } else if running {
        Level::Clear
    } else if is_worse(now, before) {
        Level::Possible
    } else {
        Level::Absent
    };
    let compared = if running { earlier } else { before };
    let pain = match (now.mean, compared.mean) {
        (Some(now), Some(then)) => format!("{then:.1} to {now:.1} of 10"),
        _ => "not enough to compare".to_owned(),
    };
    Seen {
        level,
        x: now.attack_days,
        y: now.logged,
        against: Some((compared.attack_days, compared.logged)),
        number: pain,
        ..Seen::default()
    }
}

/// P17: the stretch helps.
pub(super) fn responding(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let of_sessions = survey
        .sessions
        .iter()
        .map(|s| (s.pain_before, s.pain_after));
    let of_cases = survey.cases.iter().filter_map(|c| {
        let stretch = c.episode.stretch.as_ref()?;
        Some((stretch.pain_before, stretch.pain_after))
    });
    let drops: Vec<f64> = of_sessions
        .chain(of_cases)
        .filter_map(|(before, after)| Some(f64::from(before?.get()) - f64::from(after?.get())))
        .collect();
    let x = count(&drops, |d| **d >= 1.0);
    let y = count(&drops, |_| true);
    let drop = mean(&drops).unwrap_or(0.0);
    let mut seen = Seen {
        x,
        y,
        number: format!("{drop:.1}"),
        ..Seen::default()
    };
    if survey.logged < content.least.days || y < content.least.cramps {
        return seen;
    }
    let helps = content.possible.is_some_and(|least| drop >= least - 1e-9);
    // The first and the last week that have a mean.
    let weeks = (survey.newest - survey.days.keys().next().copied().unwrap_or(survey.newest)) / 7;
    let means: Vec<f64> = (0..=weeks)
        .rev()
        .filter_map(|ago| block(survey, ago).mean)
        .collect();
    let eased = match (means.first(), means.last()) {
        (Some(first), Some(last)) if means.len() >= 2 => {
            let part = content.clear.unwrap_or(f64::MAX);
            first - last >= POINTS - 1e-9 || first - last >= part * first - 1e-9
        }
        _ => false,
    };
    seen.level = match (helps, eased) {
        (false, _) => Level::Absent,
        (true, false) => Level::Possible,
        (true, true) => Level::Clear,
    };
    seen
}

/// P18: attacks on three or more days in each of the last four weeks.
pub(super) fn frequent(survey: &Survey<'_>, content: &Pattern) -> Seen {
    if !survey.is_fresh() || survey.logged < content.least.days {
        return Seen::default();
    }
    let weeks = [0, 1, 2, 3].map(|ago| block(survey, ago));
    let (x, y) = survey.attack_days(survey.newest - 27, survey.newest);
    Seen {
        level: if weeks.iter().all(|week| week.attack_days >= MANY) {
            Level::Possible
        } else {
            Level::Absent
        },
        marks: vec![if 7 * x >= 4 * y { "most" } else { "weekly" }],
        x,
        y,
        ..Seen::default()
    }
}
