//! The drawings of the page, as plain marks: episodes a week, peaks a week,
//! walking distances. Dark on white, so that they hold in gray.

use super::facts::Facts;
use super::say;
use super::weeks::Bin;
use crate::print::ink::Ink;
use crate::print::plot::{Align, Mark, Plot, X};

/// Room at the left for the numbers of the scale, in points.
const LEFT: f32 = 17.0;
/// Room below for the dates, in points.
const FOOT: f32 = 13.0;
/// The letters of a chart, in points.
pub(super) const LETTERS: f32 = 8.5;

/// Where a bar begins and ends.
fn span(at: usize, count: usize) -> (X, X) {
    let share = |n: usize| {
        let part = n as f32 / count.max(1) as f32;
        X {
            share: part,
            points: LEFT * (1.0 - part),
        }
    };
    let (from, to) = (share(at), share(at + 1));
    let gap = if count > 30 { 0.4 } else { 1.2 };
    (
        X {
            points: from.points + gap,
            ..from
        },
        X {
            points: to.points - gap,
            ..to
        },
    )
}

const fn middle(span: (X, X)) -> X {
    X {
        share: f32::midpoint(span.0.share, span.1.share),
        points: f32::midpoint(span.0.points, span.1.points),
    }
}

/// The frame: base line, scale with two numbers, dates at the ends.
fn frame(bins: &[Bin], height: f32, top: u32, step: u32) -> Vec<Mark> {
    let base = height - FOOT;
    let mut marks = vec![Mark::line(
        (X::at(LEFT), base),
        (X::RIGHT, base),
        0.7,
        Ink::Muted,
    )];
    for (value, y) in [(top, LETTERS * 0.8), (0, base)] {
        marks.push(Mark::word(
            (X::at(LEFT - 4.0), y + LETTERS * 0.1),
            value.to_string(),
            Align::End,
        ));
    }
    let dates = [
        (0, Align::Start),
        (bins.len() / 2, Align::Middle),
        (bins.len().saturating_sub(1), Align::End),
    ];
    let years = step > 1;
    for (at, align) in dates {
        let Some(bin) = bins.get(at) else { continue };
        if align == Align::Middle && bins.len() < 5 || align == Align::End && bins.len() < 2 {
            continue;
        }
        let here = span(at, bins.len());
        let (x, date) = match align {
            Align::Start => (here.0, bin.first),
            Align::Middle => (middle(here), bin.first),
            Align::End => (here.1, bin.last),
        };
        let text = if years {
            date.strftime("%b %Y").to_string()
        } else {
            say::short_day(date)
        };
        marks.push(Mark::word((x, height - 2.5), text, align));
    }
    marks
}

/// Weeks that nobody logged: a gap with two strokes, never a zero.
fn gap(marks: &mut Vec<Mark>, here: (X, X), base: f32) {
    let at = middle(here);
    for dy in [0.0, 3.0] {
        let from = (
            X {
                points: at.points - 2.0,
                ..at
            },
            base - 3.0 - dy,
        );
        let to = (
            X {
                points: at.points + 2.0,
                ..at
            },
            base - 5.5 - dy,
        );
        marks.push(Mark::line(from, to, 0.9, Ink::Muted));
    }
}

/// Weeks of which little was logged: an open bar.
fn outline(marks: &mut Vec<Mark>, here: (X, X), top: f32, base: f32) {
    for (from, to) in [
        ((here.0, base), (here.0, top)),
        ((here.0, top), (here.1, top)),
        ((here.1, top), (here.1, base)),
    ] {
        marks.push(Mark::line(from, to, 0.8, Ink::Accent));
    }
}

/// What one bar is.
pub(super) fn bar(step: u32) -> String {
    match step {
        1 => "week".to_owned(),
        52 => "52 weeks".to_owned(),
        n => format!("{n} weeks"),
    }
}

/// Episodes in each week, and the weeks in which a period began.
pub(super) fn episodes(facts: &Facts, height: f32) -> Plot {
    let bins = &facts.weeks.bins;
    let top = bins.iter().map(|b| b.episodes).max().unwrap_or(0).max(4);
    let mut marks = frame(bins, height, top, facts.weeks.step);
    let (base, room) = (height - FOOT, height - FOOT - LETTERS * 0.4);
    let few = bins.len() <= 16;
    for (at, bin) in bins.iter().enumerate() {
        let here = span(at, bins.len());
        if bin.logged == 0 {
            gap(&mut marks, here, base);
            continue;
        }
        let tall = room * bin.episodes as f32 / top as f32;
        let thin = bin.is_thin();
        if thin {
            outline(&mut marks, here, base - tall.max(3.0), base);
        } else if bin.episodes > 0 {
            marks.push(Mark::bar(here, base - tall, base, Ink::Accent));
        }
        if few {
            let ink_is_light = !thin && tall > LETTERS + 3.0;
            let y = if ink_is_light {
                base - tall + LETTERS
            } else {
                base - tall - if thin { 5.0 } else { 2.0 }
            };
            let word = Mark::word((middle(here), y), bin.episodes.to_string(), Align::Middle);
            marks.push(if ink_is_light { word.white() } else { word });
        }
        if facts.cycle.is_some() && bin.period {
            marks.push(Mark::dot((middle(here), base + 3.2), 1.9, Ink::Danger));
        }
    }
    let each: Vec<String> = bins
        .iter()
        .map(|bin| {
            let from = say::short_day(bin.first);
            if bin.logged == 0 {
                format!("{from} not logged")
            } else {
                format!(
                    "{from} {} ({} of {} days logged)",
                    bin.episodes, bin.logged, bin.days
                )
            }
        })
        .collect();
    Plot {
        height,
        marks,
        alt: format!(
            "Bar chart. Episodes per {}, oldest first: {}.",
            bar(facts.weeks.step),
            each.join("; ")
        ),
    }
}

/// The peaks of each week: a line from the lowest to the highest, a dot at the
/// median.
pub(super) fn peaks(facts: &Facts, height: f32) -> Plot {
    let bins = &facts.weeks.bins;
    let mut marks = frame(bins, height, 10, facts.weeks.step);
    let (base, room) = (height - FOOT, height - FOOT - LETTERS * 0.4);
    let y = |value: f64| base - room * (value / 10.0) as f32;
    marks.push(Mark::line(
        (X::at(LEFT), y(5.0)),
        (X::RIGHT, y(5.0)),
        0.4,
        Ink::Hairline,
    ));
    let mut each = Vec::new();
    for (at, bin) in bins.iter().enumerate() {
        let here = span(at, bins.len());
        let from = say::short_day(bin.first);
        if bin.logged == 0 {
            gap(&mut marks, here, base);
            each.push(format!("{from} not logged"));
        }
        let Some(peaks) = bin.peaks else { continue };
        let x = middle(here);
        let wide = if bins.len() > 30 { 1.0 } else { 1.6 };
        if peaks.high > peaks.low {
            marks.push(Mark::line(
                (x, y(peaks.low)),
                (x, y(peaks.high)),
                wide,
                Ink::Accent,
            ));
        }
        let radius = if bins.len() > 30 { 1.7 } else { 2.5 };
        marks.push(Mark::dot((x, y(peaks.middle)), radius, Ink::Text));
        each.push(format!(
            "{from} median {}, {} to {}",
            say::number(peaks.middle),
            peaks.low,
            peaks.high
        ));
    }
    Plot {
        height,
        marks,
        alt: format!(
            "Chart. Peak pain per {} on the scale from 0 to 10: {}.",
            bar(facts.weeks.step),
            each.join("; ")
        ),
    }
}

/// The most walks that are drawn one by one.
const WALKS: usize = 120;

/// Distances walked until it began, over the days of the period.
pub(super) fn walks(facts: &Facts, height: f32) -> Plot {
    let series = &facts.walks.series;
    let skip = series.len().saturating_sub(WALKS);
    let shown = series.get(skip..).unwrap_or_default();
    let top = shown.iter().map(|(_, far)| *far).max().unwrap_or(1).max(1);
    let base = height - FOOT;
    let room = base - LETTERS * 0.9;
    let from = facts.first;
    let whole = f64::from(facts.days.saturating_sub(1).max(1));
    let mut marks = vec![
        Mark::line((X::at(LEFT), base), (X::RIGHT, base), 0.7, Ink::Muted),
        Mark::word(
            (X::at(0.0), LETTERS * 0.8),
            say::meters(f64::from(top), facts.walks.units),
            Align::Start,
        ),
        Mark::word((X::at(LEFT - 4.0), base + 1.0), "0".to_owned(), Align::End),
        Mark::word(
            (X::at(LEFT), height - 2.5),
            say::short_day(facts.first),
            Align::Start,
        ),
        Mark::word(
            (X::RIGHT, height - 2.5),
            say::short_day(facts.last),
            Align::End,
        ),
    ];
    let mut each = Vec::new();
    for (date, far) in shown {
        let days =
            crate::diary::pattern::day_number(*date) - crate::diary::pattern::day_number(from);
        let share = (f64::from(days) / whole) as f32;
        let x = X {
            share,
            points: (LEFT + 3.0) * (1.0 - share) - 3.0 * share,
        };
        let y = base - room * (*far as f32 / top as f32);
        marks.push(Mark::dot((x, y), 2.0, Ink::Text));
        let far = say::meters(f64::from(*far), facts.walks.units);
        each.push(format!("{} {far}", say::short_day(*date)));
    }
    Plot {
        height,
        marks,
        alt: format!(
            "Chart. Distance walked until it began: {}.",
            each.join("; ")
        ),
    }
}
