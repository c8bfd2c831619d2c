//! Attacks that gather in the night (P03).

use super::survey::{Case, Survey};
use super::{Level, Seen, count, level};
use crate::content::Pattern;
use crate::diary::entry::Region;
use crate::diary::stats::at_least;

/// The part of a day that lies between 23:00 and 06:00.
const NIGHT_SHARE: f64 = 7.0 / 24.0;
/// The calf and the foot.
const LOWER_LEG: [Region; 4] = [
    Region::CalfLeft,
    Region::CalfRight,
    Region::FootLeft,
    Region::FootRight,
];

fn at_night(case: &Case<'_>) -> bool {
    case.hour >= 23 || case.hour < 6
}

/// Does the person tell of stiffness? There is no field for it: tags, notes and
/// the newest check are the nearest.
fn is_stiff(survey: &Survey<'_>, cases: &[&Case<'_>]) -> bool {
    let told = |case: &&Case<'_>| {
        let tags = case.episode.tags.iter();
        tags.chain([&case.episode.note])
            .any(|text| text.to_lowercase().contains("stiff"))
    };
    let stiff = cases.iter().filter(|c| told(c)).count();
    survey.said("morning_stiff_30", "yes") || 2 * stiff >= cases.len().max(1)
}

/// P03: night clustering.
pub(super) fn night(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let at: Vec<&Case<'_>> = survey.cases.iter().filter(|c| at_night(c)).collect();
    let (x, y) = (count(&at, |_| true), count(&survey.cases, |_| true));
    let p = at_least(x, y, NIGHT_SHARE);
    let mut marks = Vec::new();
    let half = |so: &dyn Fn(&Case<'_>) -> bool| 2 * count(&at, |c| so(c)) >= x.max(1);
    if half(&|c| c.felt(&[Region::BackPassage])) {
        marks.push("rectal");
    }
    if half(&|c| c.felt(&LOWER_LEG)) {
        marks.push("leg");
    }
    if half(&|c| (2..6).contains(&c.hour)) && is_stiff(survey, &at) {
        marks.push("stiff");
    }
    if half(&|c| c.episode.woke_me == Some(true)) {
        marks.push("woke");
    }
    let level = level(x, y, content, p < 0.05);
    Seen {
        level,
        x,
        y,
        p: (level == Level::Clear).then_some(p),
        marks,
        ..Seen::default()
    }
}
