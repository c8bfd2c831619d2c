//! Attacks in the back passage: short ones (P01) and long ones (P02).

use super::survey::{Case, Survey};
use super::{Level, Seen, count, level};
use crate::content::Pattern;
use crate::diary::entry::{Region, Trigger};
use crate::diary::stats::{mean, median};

/// How long a brief attack lasts at most, in minutes [Rome IV: ROME-MDC].
const BRIEF: f64 = 30.0;
/// From so many minutes sat in the two hours before, sitting counts.
const SAT: u16 = 60;
/// How long the diary must cover before a long ache is a pattern, in days.
const TWO_WEEKS: i32 = 14;

/// The attacks in the back passage that have ended, with their minutes.
fn rectal<'s, 'a>(survey: &'s Survey<'a>) -> Vec<(&'s Case<'a>, f64)> {
    survey
        .cases
        .iter()
        .filter(|case| case.felt(&[Region::BackPassage]))
        .filter_map(|case| Some((case, case.minutes()?)))
        .collect()
}

/// Did something of the attack outlast it? There is no field for it: what was
/// measured during the attack or after the stretch is the nearest.
fn leaves_pain(case: &Case<'_>) -> bool {
    let last = case.episode.samples.last().map(|s| s.pain);
    let after = case.episode.stretch.as_ref().and_then(|s| s.pain_after);
    [last, after].into_iter().flatten().any(|p| p.get() > 0)
}

/// P01: brief attacks in the back passage.
pub(super) fn short(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let all = rectal(survey);
    let x = count(&all, |(_, minutes)| *minutes <= BRIEF);
    let y = count(&all, |_| true);
    let clean = all
        .iter()
        .all(|(case, _)| !case.by(Trigger::Stool) && !leaves_pain(case));
    let minutes: Vec<f64> = all.iter().map(|(_, minutes)| *minutes).collect();
    let brief = median(&minutes).is_some_and(|m| m <= 2.0);
    Seen {
        level: level(x, y, content, clean),
        x,
        y,
        marks: vec![if brief { "brief" } else { "minutes" }],
        seen_to: survey.said("rectal_assessed", "yes"),
        ..Seen::default()
    }
}

/// P02: a long dull ache in the back passage.
pub(super) fn long(survey: &Survey<'_>, content: &Pattern) -> Seen {
    let all = rectal(survey);
    let x = count(&all, |(_, minutes)| *minutes > BRIEF);
    let y = count(&all, |_| true);
    let first = all.first().map_or(0, |(case, _)| case.day);
    let last = all.last().map_or(0, |(case, _)| case.day);
    let peaks = |sat: bool| -> Vec<f64> {
        let told = all.iter().filter_map(|(case, _)| {
            let minutes = case.episode.sitting_before_min?;
            ((minutes >= SAT) == sat).then(|| case.peak())
        });
        told.collect()
    };
    let worse = mean(&peaks(true)) > mean(&peaks(false)).or(Some(f64::MAX));
    let mut seen = Seen {
        level: level(x, y, content, worse),
        x,
        y,
        ..Seen::default()
    };
    if last - first < TWO_WEEKS {
        seen.level = Level::Insufficient;
    }
    seen
}
