//! The twins of the pictures: every number of a part as a table.

use super::part::{Part, Table};
use super::{grid, say, weeks};
use crate::diary::chart::{Bucket, Charts, FIELDS, Step};
use crate::diary::count::{grouped, plural};
use crate::settings::FirstWeekday;
use crate::ui::Cx;

/// The dash of a cell without a value.
const NONE: &str = "–";

/// The table of a part; none where the part has nothing to show.
pub(super) fn of(part: Part, charts: &Charts, cx: &Cx<'_>, week: FirstWeekday) -> Option<Table> {
    match part {
        Part::Days => Some(days(charts)),
        Part::Pain => Some(pain(charts)),
        Part::Minutes => Some(minutes(charts)),
        Part::Weeks => weeks::table(charts),
        Part::Hours => Some(hours(charts, week, cx.state.is_twelve())),
        Part::Places => Some(places(charts)),
        Part::Triggers => some(triggers(charts)),
        Part::Exposures => some(exposures(charts)),
        Part::Relief => some(relief(charts, cx)),
        Part::Stretch => {
            let any = charts.buckets.iter().any(|b| b.stretch_days > 0);
            any.then(|| stretch(charts))
        }
    }
}

fn some(table: Table) -> Option<Table> {
    (!table.rows.is_empty()).then_some(table)
}

fn head(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn points(value: Option<f64>) -> String {
    value.map_or(NONE.to_owned(), |value| format!("{value:.1} of 10"))
}

fn part_of((x, y): (u32, u32)) -> String {
    format!("{} of {}", grouped(x), grouped(y))
}

/// A row for each week or month, newest first; what was not logged says so.
fn over_time(charts: &Charts, words: &[&str], cells: impl Fn(&Bucket) -> Vec<String>) -> Table {
    let (first, format) = match charts.step {
        Step::Week => ("Week of", "%-d %b %Y"),
        Step::Month => ("Month", "%B %Y"),
    };
    let mut all = vec![first];
    all.extend(words);
    let rows = charts.buckets.iter().rev().map(|bucket| {
        let mut row = vec![bucket.first.strftime(format).to_string()];
        if bucket.logged == 0 && bucket.cramps == 0 {
            row.push("not logged".to_owned());
            row.resize(all.len(), NONE.to_owned());
        } else {
            row.extend(cells(bucket));
        }
        row
    });
    Table {
        rows: rows.collect(),
        head: head(&all),
    }
}

fn days(charts: &Charts) -> Table {
    over_time(charts, &["Days with cramp", "Days logged", "Cramps"], |b| {
        vec![
            b.attack_days.to_string(),
            part_of((b.logged, b.days)),
            grouped(b.cramps),
        ]
    })
}

fn pain(charts: &Charts) -> Table {
    let words = ["Cramps", "Mean of the worst", "Lowest to highest"];
    over_time(charts, &words, |b| {
        let range = b
            .range
            .map_or(NONE.to_owned(), |(l, h)| format!("{l} to {h}"));
        vec![grouped(b.cramps), points(b.mean), range]
    })
}

fn minutes(charts: &Charts) -> Table {
    over_time(charts, &["Cramps", "Median duration"], |b| {
        vec![
            grouped(b.cramps),
            b.minutes.map_or(NONE.to_owned(), say::lasted),
        ]
    })
}

fn stretch(charts: &Charts) -> Table {
    let words = ["Days with cramp", "Days with a stretch", "Days logged"];
    over_time(charts, &words, |b| {
        vec![
            b.attack_days.to_string(),
            b.stretch_days.to_string(),
            part_of((b.logged, b.days)),
        ]
    })
}

fn hours(charts: &Charts, week: FirstWeekday, twelve: bool) -> Table {
    let mut all = vec!["Day".to_owned()];
    all.extend((0..FIELDS).map(|field| grid::short(field, twelve)));
    let rows = grid::weekdays(week).into_iter().zip(charts.hours);
    Table {
        head: all,
        rows: rows
            .map(|(day, counts)| {
                let mut row = vec![day.to_owned()];
                row.extend(counts.map(grouped));
                row
            })
            .collect(),
    }
}

fn places(charts: &Charts) -> Table {
    let rows = charts
        .places
        .iter()
        .map(|(region, count)| vec![region.label().to_owned(), part_of((*count, charts.cramps))]);
    Table {
        head: head(&["Place", "Cramps"]),
        rows: rows.collect(),
    }
}

fn triggers(charts: &Charts) -> Table {
    let rows = charts.triggers.iter().map(|row| {
        vec![
            row.trigger.label().to_owned(),
            part_of((row.with, row.with + row.without)),
            points(row.mean_with),
            points(row.mean_without),
        ]
    });
    Table {
        head: head(&["Trigger", "Cramps", "Pain with it", "Pain without it"]),
        rows: rows.collect(),
    }
}

fn exposures(charts: &Charts) -> Table {
    let rows = charts
        .exposures
        .iter()
        .map(|row| vec![row.name.to_owned(), part_of(row.with), part_of(row.without)]);
    Table {
        head: head(&["What", "With it", "Without it"]),
        rows: rows.collect(),
    }
}

fn relief(charts: &Charts, cx: &Cx<'_>) -> Table {
    let rows = charts.relief.iter().map(|row| {
        let known = cx.library().remedy(&row.name).filter(|_| !row.is_label);
        let name = known.map_or(row.name.as_str(), |remedy| remedy.name.as_str());
        let helped = if row.measured == 0 {
            format!("not measured ({})", plural(row.used, "time"))
        } else {
            part_of((row.helped, row.measured))
        };
        let change = row.change.map_or(NONE.to_owned(), |change| {
            let sign = if change > 0.0 {
                "+"
            } else if change < 0.0 {
                "–"
            } else {
                ""
            };
            format!("{sign}{}", change.abs())
        });
        let minutes = row.minutes.map_or(NONE.to_owned(), say::lasted);
        vec![name.to_owned(), helped, change, minutes]
    });
    Table {
        head: head(&["What", "Helped in", "Median change", "Better after"]),
        rows: rows.collect(),
    }
}
