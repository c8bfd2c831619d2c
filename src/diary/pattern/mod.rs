//! Patterns: what the diary shows again and again, and what that may mean.
//!
//! Each rule counts over a [`Survey`] and says how sure the count is; words,
//! thresholds and leads are content (`content/patterns.ron`). No rule lowers
//! an urgency, and below the least numbers nothing is said. A pattern is a
//! pattern in a diary; it tells nobody what they have.

mod body;
mod cycle;
mod flags;
mod found;
mod load;
mod night;
mod rectum;
mod side;
mod sitting;
mod survey;
mod trend;
mod walking;

use jiff::civil::Date;

pub use self::found::{Found, Level, Patterns, Shelf};
pub use self::survey::{Case, DayFacts, DayNumber, LOOK_BACK, Survey, day_number};
use super::Diary;
use super::stats::holm;
use crate::content::{Library, Pattern};

/// The chance of a false alarm that all quoted claims together may have.
const ALPHA: f64 = 0.05;
/// Below so many days logged, no pattern is shown (P20).
pub const LEAST_DAYS: u32 = 7;
/// Below so many attacks, no pattern is shown (P20).
pub const LEAST_CRAMPS: u32 = 3;

/// What a pattern is and is not: stands wherever patterns are shown.
pub const HONEST: &str = "A pattern in your diary, not a diagnosis.";

/// What a rule counted.
#[derive(Clone, Debug, Default)]
struct Seen {
    level: Level,
    x: u32,
    y: u32,
    /// What `x` of `y` is compared with.
    against: Option<(u32, u32)>,
    /// The chance of such a count by accident, where the claim quotes one.
    p: Option<f64>,
    /// A number more for the sentence.
    number: String,
    /// What the content's leads and answers depend on.
    marks: Vec<&'static str>,
    /// The urgency is raised.
    raised: bool,
    /// The urgency is left alone: it has been seen to.
    seen_to: bool,
}

type Rule = fn(&Survey<'_>, &Pattern) -> Seen;

/// Every rule that counts, by the id of its pattern.
const RULES: [(&str, Rule); 18] = [
    ("P01", rectum::short),
    ("P02", rectum::long),
    ("P03", night::night),
    ("P04", walking::distance),
    ("P05", walking::sit_or_bend),
    ("P06", cycle::period),
    ("P07", load::training),
    ("P08", load::jump),
    ("P09", sitting::sitting),
    ("P10", side::one_leg),
    ("P11", side::alternating),
    ("P12", body::fluid),
    ("P13", body::medicine),
    ("P14", load::all_out),
    ("P15", body::voiding),
    ("P16", trend::worsening),
    ("P17", trend::responding),
    ("P18", trend::frequent),
];

/// The marks that content may name, by the id of the pattern that sets them.
pub const MARKS: &[(&str, &[&str])] = &[
    ("P01", &["brief", "minutes"]),
    ("P03", &["rectal", "stiff", "leg", "woke"]),
    ("P04", &["same", "still", "halved"]),
    ("P05", &["walking", "standing"]),
    ("P07", &["exercise"]),
    ("P09", &["deep", "rectal"]),
    ("P10", &["tingle"]),
    ("P12", &["gut", "hot", "elsewhere"]),
    ("P13", &["elsewhere"]),
    ("P15", &["bladder"]),
    ("P18", &["most", "weekly"]),
];

/// Looks for every pattern in the diary up to `today`.
pub fn find(diary: &Diary, library: &Library, today: Date) -> Patterns {
    let survey = Survey::of(diary, today);
    let mut patterns = Patterns::begin(&survey);
    if let Some(content) = library.pattern("P19") {
        patterns
            .found
            .extend(flags::flags(&survey, content, library));
    }
    if patterns.is_thin() {
        return patterns;
    }
    let mut counted = Vec::new();
    for (id, rule) in RULES {
        if let Some(content) = library.pattern(id) {
            counted.push((content, rule(&survey, content)));
        }
    }
    patterns.tested = counted
        .iter()
        .filter(|(_, seen)| seen.level != Level::Insufficient)
        .count();
    correct(&mut counted, patterns.tested);
    for (content, seen) in counted {
        patterns.found.push(Found::of(content, seen));
    }
    patterns.sort();
    patterns
}

/// A clear claim that quotes a chance must hold among all that was looked for;
/// else it is only possible.
fn correct(counted: &mut [(&Pattern, Seen)], tested: usize) {
    let quoting: Vec<(usize, f64)> = counted
        .iter()
        .enumerate()
        .filter(|(_, (_, seen))| seen.level == Level::Clear)
        .filter_map(|(at, (_, seen))| Some((at, seen.p?)))
        .collect();
    let p: Vec<f64> = quoting.iter().map(|(_, p)| *p).collect();
    for ((at, _), holds) in quoting.iter().zip(holm(&p, tested, ALPHA)) {
        if let Some((_, seen)) = counted.get_mut(*at)
            && !holds
        {
            seen.level = Level::Possible;
        }
    }
}

/// Whether `x` of `y` is at least this share.
fn reaches(x: u32, y: u32, share: Option<f64>) -> bool {
    let Some(share) = share else { return false };
    // A hair below, so that 3 of 5 is 0.6.
    y > 0 && f64::from(x) / f64::from(y) >= share - 1e-9
}

/// The level of a share: clear only when `firm` holds as well.
fn level(x: u32, y: u32, content: &Pattern, firm: bool) -> Level {
    if y < content.least.cramps.max(1) {
        Level::Insufficient
    } else if firm && reaches(x, y, content.clear) {
        Level::Clear
    } else if reaches(x, y, content.possible) {
        Level::Possible
    } else {
        Level::Absent
    }
}

/// How many of these are so.
fn count<T>(items: impl IntoIterator<Item = T>, so: impl Fn(&T) -> bool) -> u32 {
    let count = items.into_iter().filter(|item| so(item)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}
