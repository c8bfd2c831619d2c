//! Attacks on days of long sitting (P09).

use super::load::compared;
use super::survey::Survey;
use super::{Seen, count};
use crate::content::Pattern;
use crate::diary::entry::{Region, Side};

/// Days with their sitting time that the comparison needs: four in each third.
const DAYS: usize = 12;
/// Attacks after this many minutes sat, in the two hours before, count.
const SAT: u16 = 30;
/// So many of them a clear pattern takes.
const AFTER_SITTING: u32 = 5;
/// The places deep in the buttock.
const DEEP: [Region; 4] = [
    Region::ButtockLeftDeep,
    Region::ButtockRightDeep,
    Region::ButtockLeftMid,
    Region::ButtockRightMid,
];

/// P09: the third of days with the longest sitting against the third with the
/// shortest.
pub(super) fn sitting(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let mut days: Vec<(u16, bool)> = survey
        .days
        .values()
        .filter_map(|facts| Some((facts.sitting?, facts.attack()?)))
        .collect();
    days.sort_unstable_by_key(|(minutes, _)| *minutes);
    let third = days.len() / 3;
    let (Some((short, _)), Some((long, _))) = (
        days.get(third.saturating_sub(1)),
        days.get(days.len() - third.min(days.len())),
    ) else {
        return Seen::default();
    };
    let share = |so: &dyn Fn(u16) -> bool| {
        let within = days.iter().filter(|(minutes, _)| so(*minutes));
        within.fold((0, 0), |(x, y), (_, attack)| {
            (x + u32::from(*attack), y + 1)
        })
    };
    let (low, high) = (*short, *long);
    let bottom = share(&|minutes| minutes <= low);
    let top = share(&|minutes| minutes >= high);
    let attack_days = count(survey.days.values(), |f| f.attacks > 0);
    let enough = days.len() >= DAYS
        && low < high
        && survey.logged >= content.least.days
        && attack_days >= content.least.attack_days;
    let sat = count(&survey.cases, |c| {
        c.episode.sitting_before_min.is_some_and(|m| m >= SAT)
    });
    let all = count(&survey.cases, |_| true);
    let mut marks = Vec::new();
    let most = |n: u32| 2 * n > all;
    if most(count(&survey.cases, |c| {
        c.felt(&DEEP) && (c.on(Side::Left) || c.on(Side::Right))
    })) {
        marks.push("deep");
    }
    if most(count(&survey.cases, |c| c.felt(&[Region::BackPassage]))) {
        marks.push("rectal");
    }
    let mut seen = Seen {
        x: top.0,
        y: top.1,
        against: Some(bottom),
        number: hours(high),
        marks,
        ..Seen::default()
    };
    if enough {
        seen.level = compared(top, bottom, content, sat >= AFTER_SITTING);
    }
    seen
}

/// Minutes as hours, to the half.
fn hours(minutes: u16) -> String {
    let halves = (f64::from(minutes) / 30.0).round() / 2.0;
    if (halves - 1.0).abs() < f64::EPSILON {
        "1 hour".to_owned()
    } else {
        format!("{halves} hours")
    }
}
