//! Sides: down one leg (P10), and now left, now right (P11).

use super::survey::{Case, Survey};
use super::{Level, Seen, count, level, reaches};
use crate::content::Pattern;
use crate::diary::entry::{LegSymptom, Side};

/// How many of the attacks down the leg must tingle for a clear pattern.
const TINGLE: f64 = 2.0 / 3.0;
/// Below this age inflamed joints are likelier, in years [IBP-MA].
const YOUNG: u32 = 45;
/// From this part of the attacks on, waking and early hours count.
const EARLY: f64 = 1.0 / 3.0;

fn leg(case: &Case<'_>, symptom: LegSymptom) -> bool {
    case.episode.leg_symptoms.contains(&symptom)
}

/// P10: below the knee, always on the same side. An attack that tells nothing
/// of the leg counts as one without.
pub(super) fn one_leg(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let y = count(&survey.cases, |_| true);
    let below = |side: Side| -> Vec<&Case<'_>> {
        let all = survey.cases.iter().filter(|c| c.on(side));
        all.filter(|c| leg(c, LegSymptom::BelowKnee)).collect()
    };
    let (left, right) = (below(Side::Left), below(Side::Right));
    let (side, word) = if left.len() >= right.len() {
        (left, "left")
    } else {
        (right, "right")
    };
    let x = count(&side, |_| true);
    let tingle = count(&side, |c| leg(c, LegSymptom::Tingle));
    let tingles = reaches(tingle, x, Some(TINGLE));
    Seen {
        level: level(x, y, content, tingles),
        marks: if tingles { vec!["tingle"] } else { Vec::new() },
        x,
        y,
        number: word.to_owned(),
        ..Seen::default()
    }
}

/// P11: both sides in turn.
pub(super) fn alternating(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let y = count(&survey.cases, |_| true);
    let left = count(&survey.cases, |c| c.on(Side::Left));
    let right = count(&survey.cases, |c| c.on(Side::Right));
    let early = count(&survey.cases, |c| {
        c.episode.woke_me == Some(true) || (2..9).contains(&c.hour)
    });
    let firm = reaches(early, y, Some(EARLY)) && survey.age().is_some_and(|age| age < YOUNG);
    let both = reaches(left, y, content.possible) && reaches(right, y, content.possible);
    let level = if y < content.least.cramps {
        Level::Insufficient
    } else if !both {
        Level::Absent
    } else if firm {
        Level::Clear
    } else {
        Level::Possible
    };
    Seen {
        level,
        x: left,
        y,
        number: right.to_string(),
        ..Seen::default()
    }
}
