//! What a chart shows, in a sentence or two: counts first, and "too few to
//! tell" where it is so. The same words stand above the picture and are spoken.

use super::part::Part;
use super::{grid, weeks};
use crate::diary::chart::{Bucket, Charts, FIELDS, Step};
use crate::diary::count::{grouped, plural};
use crate::diary::stats::median;
use crate::ui::Cx;

/// A weekly mean that changes by less is not felt (SALAFFI04).
const POINTS: f64 = 2.0;
/// Below so many attacks nothing is compared.
const ENOUGH: u32 = 6;

/// What the period holds.
pub(super) fn counts(charts: &Charts) -> String {
    let from = charts.first.strftime("%-d %B %Y");
    let mut said = format!(
        "{} on {} since {from}; {} logged.",
        plural(charts.cramps, "cramp"),
        plural(charts.attack_days, "day"),
        plural(charts.logged, "day"),
    );
    if charts.cramps > 0 && charts.cramps < ENOUGH {
        said.push_str(" Too few to tell whether it is changing.");
    } else if charts.cramps > 0 && !charts.has_free_days() {
        said.push_str(
            " Log days without cramp as well: without them there is nothing to compare with.",
        );
    }
    said
}

/// The sentence of a part.
pub(super) fn summary(part: Part, charts: &Charts, cx: &Cx<'_>) -> String {
    match part {
        Part::Days => days(charts),
        Part::Pain => pain(charts),
        Part::Minutes => minutes(charts),
        Part::Weeks => weeks::summary(charts),
        Part::Hours => hours(charts, cx),
        Part::Places => places(charts),
        Part::Triggers => triggers(charts),
        Part::Exposures => {
            "Days with cramp, of days logged. It shows what goes together, not what causes what."
                .to_owned()
        }
        Part::Relief => relief(charts),
        Part::Stretch => stretch(charts),
    }
}

fn word(step: Step) -> &'static str {
    match step {
        Step::Week => "week",
        Step::Month => "month",
    }
}

fn logged(charts: &Charts) -> Vec<&Bucket> {
    charts.buckets.iter().filter(|b| b.logged > 0).collect()
}

fn days(charts: &Charts) -> String {
    let word = word(charts.step);
    let logged = logged(charts);
    let gaps = charts.buckets.len() - logged.len();
    let of: Vec<f64> = logged.iter().map(|b| f64::from(b.attack_days)).collect();
    let mut said = match median(&of) {
        Some(middle) => format!(
            "In the middle {word} {} with cramp; the fewest were {:.0}, the most {:.0}.",
            days_of(middle),
            of.iter().copied().fold(f64::INFINITY, f64::min),
            of.iter().copied().fold(0.0, f64::max),
        ),
        None => format!("No {word} was logged."),
    };
    if gaps > 0 {
        let count = u32::try_from(gaps).unwrap_or(u32::MAX);
        said = format!("{said} {} not logged.", plural(count, word));
    }
    said
}

fn days_of(count: f64) -> String {
    if (count - 1.0).abs() < f64::EPSILON {
        "there was 1 day".to_owned()
    } else {
        format!("there were {count} days")
    }
}

/// The first and the last bucket with enough attacks for a mean.
fn ends(charts: &Charts) -> Option<(f64, f64)> {
    let firm: Vec<f64> = charts
        .buckets
        .iter()
        .filter(|b| b.is_firm())
        .filter_map(|b| b.mean)
        .collect();
    match firm.as_slice() {
        [first, .., last] => Some((*first, *last)),
        _ => None,
    }
}

fn pain(charts: &Charts) -> String {
    let word = word(charts.step);
    let Some((first, last)) = ends(charts) else {
        return format!(
            "Too few to tell: a mean takes four cramps, and a comparison takes two {word}s with one."
        );
    };
    let change = last - first;
    let verdict = if change.abs() >= POINTS {
        "About 2 points is a change one can feel."
    } else {
        "That is less than the 2 points one can clearly feel."
    };
    format!(
        "The mean of the worst pain went from {first:.1} to {last:.1} of 10, from the first to \
         the last {word} with four cramps or more. {verdict}"
    )
}

fn minutes(charts: &Charts) -> String {
    let of: Vec<f64> = charts.buckets.iter().filter_map(|b| b.minutes).collect();
    match median(&of) {
        Some(middle) => {
            let word = word(charts.step);
            format!(
                "In the middle {word} half of the cramps were over within {}.",
                lasted(middle)
            )
        }
        None => "No cramp has an end yet.".to_owned(),
    }
}

/// Minutes as people say them.
pub(super) fn lasted(minutes: f64) -> String {
    if minutes < 1.0 {
        format!("{:.0} s", minutes * 60.0)
    } else if minutes < 90.0 {
        format!("{minutes:.0} min")
    } else {
        format!("{:.1} hours", minutes / 60.0)
    }
}

fn hours(charts: &Charts, cx: &Cx<'_>) -> String {
    let mut by_field = [0_u32; FIELDS];
    for day in charts.hours {
        for (sum, count) in by_field.iter_mut().zip(day) {
            *sum += count;
        }
    }
    let field = by_field.iter().enumerate().max_by_key(|(_, count)| **count);
    let by_day = charts.hours.map(|day| day.iter().sum::<u32>());
    let day = by_day.iter().enumerate().max_by_key(|(_, count)| **count);
    let (Some((field, in_field)), Some((day, on_day))) = (field, day) else {
        return String::new();
    };
    if charts.cramps < ENOUGH {
        return "Too few to tell.".to_owned();
    }
    let week = grid::weekdays(cx.state.settings.first_weekday);
    let day = week.get(day).map_or("", |short| whole(short));
    format!(
        "Most began between {} and {}: {in_field} of {}. The day with the most is {day}: {on_day}.",
        cx.state.say_time(grid::begins(field)),
        cx.state.say_time(grid::begins(field + 1)),
        charts.cramps
    )
}

/// The whole name of a day.
fn whole(short: &str) -> &'static str {
    match short {
        "Mon" => "Monday",
        "Tue" => "Tuesday",
        "Wed" => "Wednesday",
        "Thu" => "Thursday",
        "Fri" => "Friday",
        "Sat" => "Saturday",
        _ => "Sunday",
    }
}

fn places(charts: &Charts) -> String {
    let named: Vec<String> = charts
        .places
        .iter()
        .take(3)
        .map(|(region, count)| format!("{} in {}", region.label(), grouped(*count)))
        .collect();
    format!(
        "Of {}: {}.",
        plural(charts.cramps, "cramp"),
        named.join("; ")
    )
}

fn triggers(charts: &Charts) -> String {
    match charts.triggers.first() {
        Some(first) => format!(
            "Named most often: {} ({} of {}). The pain is the mean of the worst.",
            first.trigger.label().to_lowercase(),
            grouped(first.with),
            grouped(charts.cramps)
        ),
        None => "No trigger was noted.".to_owned(),
    }
}

fn relief(charts: &Charts) -> String {
    if charts.relief.iter().all(|r| r.measured == 0) {
        return "Nothing was measured yet. Note the pain before and after, or how much it \
                helped."
            .to_owned();
    }
    "It helped means: the pain fell by a change one can feel, or you scored it 5 of 10 or more. \
     Several things done at once cannot be told apart."
        .to_owned()
}

fn stretch(charts: &Charts) -> String {
    let word = word(charts.step);
    let least = match charts.step {
        Step::Week => 3,
        Step::Month => 12,
    };
    let of = |many: bool| -> Vec<f64> {
        let logged = charts.buckets.iter().filter(|b| b.logged > 0);
        let these = logged.filter(|b| (b.stretch_days >= least) == many);
        these.map(|b| f64::from(b.attack_days)).collect()
    };
    let (many, few) = (of(true), of(false));
    match (median(&many), median(&few)) {
        (Some(with), Some(without)) if many.len() >= 2 && few.len() >= 2 => format!(
            "In {} {word}s with {least} stretch days or more the middle was {with} days with \
             cramp; in {} {word}s with fewer it was {without}. It does not prove what caused what.",
            many.len(),
            few.len()
        ),
        _ => format!(
            "Too few to tell: it takes two {word}s with {least} stretch days or more, and two \
             with fewer."
        ),
    }
}
