//! Training: attacks within a day of it (P07), after a jump in its load (P08),
//! and only at full effort (P14).

use super::survey::{Case, DayNumber, Survey};
use super::{Level, Seen, count, level};
use crate::content::Pattern;
use crate::diary::entry::{Side, Trigger};
use crate::diary::stats::{median, ratio};

/// Days with and without training that the comparison needs, each.
const EACH: u32 = 4;
/// A week's load above this many times the mean of the four before is a jump.
const JUMP: f64 = 1.3;
/// Days of the four weeks before a jump that must be logged, of 28.
const FULL: usize = 25;
/// How long after a jump attacks count, in days, with the week of the jump.
const AFTER: i32 = 14;
/// From this effort on it is full effort.
const ALL_OUT: u8 = 9;
/// How quickly it passes once one stops, in minutes.
const SOON: f64 = 5.0;

/// The level of a comparison of two shares: clear only when the whole interval
/// of the ratio lies above 1.
pub(super) fn compared(
    (x, y): (u32, u32),
    (a, b): (u32, u32),
    content: &Pattern,
    firm: bool,
) -> Level {
    let Some(ratio) = ratio(x, y, a, b) else {
        return Level::Absent;
    };
    let times = if a == 0 { f64::INFINITY } else { ratio.times };
    let reaches = |least: Option<f64>| least.is_some_and(|least| times >= least - 1e-9);
    if firm && reaches(content.clear) && ratio.interval.low > 1.0 {
        Level::Clear
    } else if reaches(content.possible) {
        Level::Possible
    } else {
        Level::Absent
    }
}

/// P07: attacks on days of training and the day after, against other days. A
/// day that is logged and tells of no training is taken as one without.
pub(super) fn training(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let mut near = (0, 0);
    let mut far = (0, 0);
    let (mut trained, mut attack_days) = (0, 0);
    for (day, facts) in &survey.days {
        let Some(attack) = facts.attack() else {
            continue;
        };
        attack_days += u32::from(attack);
        trained += u32::from(facts.load.is_some());
        let side = if facts.load.is_some() || survey.day(day - 1).load.is_some() {
            &mut near
        } else {
            &mut far
        };
        *side = (side.0 + u32::from(attack), side.1 + 1);
    }
    let effort = count(&survey.cases, |c| c.by(Trigger::Exercise));
    let exercise = 2 * effort >= count(&survey.cases, |_| true).max(1);
    let mut seen = Seen {
        marks: if exercise {
            vec!["exercise"]
        } else {
            Vec::new()
        },
        x: near.0,
        y: near.1,
        against: Some(far),
        ..Seen::default()
    };
    let enough = attack_days >= content.least.attack_days
        && survey.logged >= content.least.days
        && trained >= EACH
        && far.1 >= EACH;
    if enough {
        seen.level = compared(near, far, content, true);
    }
    seen
}

/// The first days of stretches of days on which the load of the last seven was
/// a jump.
fn jumps(survey: &Survey<'_>) -> Vec<DayNumber> {
    let load = |from: DayNumber, to: DayNumber| -> (f64, usize) {
        let days = survey.days.range(from..=to);
        let load = days
            .clone()
            .filter_map(|(_, f)| f.load)
            .map(f64::from)
            .sum();
        (load, days.filter(|(_, f)| f.attack().is_some()).count())
    };
    let mut jumps = Vec::new();
    let mut before: Option<DayNumber> = None;
    for day in survey.days.keys() {
        let (week, _) = load(day - 6, *day);
        let (month, logged) = load(day - 34, day - 7);
        // Days not logged may have had training: the four weeks must be nearly full.
        let usual = month / logged.max(1) as f64 * 7.0;
        if month <= 0.0 || logged < FULL || week <= JUMP * usual {
            continue;
        }
        if before.is_none_or(|last| day - last > 7) {
            jumps.push(*day);
        }
        before = Some(*day);
    }
    jumps
}

/// P08: more attacks after a jump in the load.
pub(super) fn jump(survey: &Survey<'_>, content: &Pattern) -> Seen {
    if survey.logged < content.least.days {
        return Seen::default();
    }
    let jumps = jumps(survey);
    let rate = |(x, y): (u32, u32)| f64::from(x) / f64::from(y.max(1));
    let followed = |day: &&DayNumber| {
        let after = survey.attack_days(**day, **day + AFTER - 1);
        let before = survey.attack_days(**day - 28, **day - 1);
        after.0 >= 2 && rate(after) > rate(before)
    };
    let (x, y) = (count(&jumps, followed), count(&jumps, |_| true));
    let level = match (x, y) {
        (_, 0) => Level::Insufficient,
        (0, _) => Level::Absent,
        (1, _) => Level::Possible,
        // Only where most jumps were followed by attacks.
        _ if 2 * x > y => Level::Clear,
        _ => Level::Possible,
    };
    Seen {
        level,
        x,
        y,
        ..Seen::default()
    }
}

/// P14: only at full effort.
pub(super) fn all_out(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let hard: Vec<&Case<'_>> = survey
        .cases
        .iter()
        .filter(|case| {
            let effort = case.episode.training.as_ref().and_then(|t| t.effort);
            effort.is_some_and(|e| e.get() >= ALL_OUT)
        })
        .collect();
    let (x, y) = (count(&hard, |_| true), count(&survey.cases, |_| true));
    let one_side = hard.iter().all(|c| c.on(Side::Left)) || hard.iter().all(|c| c.on(Side::Right));
    let minutes: Vec<f64> = hard
        .iter()
        .filter_map(|c| c.episode.relief_after_min.map(f64::from).or(c.minutes()))
        .collect();
    let soon = median(&minutes).is_some_and(|m| m <= SOON);
    let mut seen = Seen {
        level: level(x, y, content, one_side && soon),
        x,
        y,
        ..Seen::default()
    };
    if x < content.least.cramps {
        // Without attacks at full effort there is nothing to look at.
        seen.level = Level::Insufficient;
    }
    seen
}
