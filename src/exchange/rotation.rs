//! Which backups are kept: the newest of each of seven days, four weeks and
//! twelve months.
//!
//! Pure: names in, names out. Only names of backups of ours are ever answered;
//! whatever else lies in the folder is nobody's business here.

use std::collections::BTreeSet;

use jiff::civil::Date;

/// Days of which a backup is kept.
pub const DAYS: usize = 7;
/// Weeks, beginning on Mondays, of which one is kept.
pub const WEEKS: usize = 4;
/// Months of which one is kept.
pub const MONTHS: usize = 12;

/// What the names of backups begin with, and in discreet mode.
const STARTS: [&str; 2] = ["unclench", "notes"];

/// The name of a backup: the `n`-th of its day, from 1.
pub fn name(date: Date, n: u32, is_discreet: bool) -> String {
    let [plain, discreet] = STARTS;
    let start = if is_discreet { discreet } else { plain };
    if n <= 1 {
        format!("{start}-{date}.zip")
    } else {
        format!("{start}-{date}-{n}.zip")
    }
}

/// The day of a backup and which of that day it is; none for other files.
pub fn parse(name: &str) -> Option<(Date, u32)> {
    let start = STARTS
        .into_iter()
        .find_map(|start| name.strip_prefix(start))?;
    let rest = start.strip_prefix('-')?.strip_suffix(".zip")?;
    let (date, n) = rest.split_at_checked(10)?;
    let n = match n.strip_prefix('-') {
        Some(n) if !n.starts_with('0') => n.parse().ok().filter(|n| *n > 1)?,
        None if n.is_empty() => 1,
        _ => return None,
    };
    Some((date.parse().ok()?, n))
}

/// The backups among `names`, newest first.
pub fn sorted<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found: Vec<_> = names
        .into_iter()
        .filter_map(|name| parse(name).map(|key| (key, name)))
        .collect();
    found.sort_unstable_by(|one, other| other.cmp(one));
    found.into_iter().map(|(_, name)| name).collect()
}

/// The backups among `names` that need not be kept any more.
pub fn to_remove<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let all = sorted(names);
    let mut kept = BTreeSet::new();
    keep(&all, DAYS, Some, &mut kept);
    keep(
        &all,
        WEEKS,
        |date| {
            date.checked_sub(
                jiff::Span::new().days(i64::from(date.weekday().to_monday_zero_offset())),
            )
            .ok()
        },
        &mut kept,
    );
    keep(&all, MONTHS, |date| Some(date.first_of_month()), &mut kept);
    all.into_iter()
        .filter(|name| !kept.contains(name))
        .collect()
}

/// Keeps the newest of each of the newest `most` periods.
fn keep<'a>(
    all: &[&'a str],
    most: usize,
    period: impl Fn(Date) -> Option<Date>,
    kept: &mut BTreeSet<&'a str>,
) {
    let mut seen = BTreeSet::new();
    for name in all {
        let Some(period) = parse(name).and_then(|(date, _)| period(date)) else {
            continue;
        };
        if seen.contains(&period) {
            continue;
        }
        if seen.len() == most {
            return;
        }
        seen.insert(period);
        kept.insert(*name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_their_day() {
        let date = jiff::civil::date(2026, 11, 24);
        for (n, is_discreet) in [(1, false), (2, false), (12, true)] {
            let name = name(date, n, is_discreet);
            assert_eq!(parse(&name), Some((date, n)), "{name}");
        }
        for other in [
            "unclench.zip",
            "unclench-2026-11-24.zip.part",
            "unclench-2026-11-24-1.zip",
            "unclench-2026-11-24-02.zip",
            "unclench-2026-13-24.zip",
            "my-unclench-2026-11-24.zip",
            "unclench-2026-11-24x.zip",
            "unclench-é026-11-24.zip",
        ] {
            assert_eq!(parse(other), None, "{other} is not ours");
        }
    }

    #[test]
    fn three_years_of_daily_backups_shrink_to_days_weeks_and_months() {
        let mut names: Vec<String> = Vec::new();
        let mut date = jiff::civil::date(2024, 1, 1);
        while date <= jiff::civil::date(2026, 11, 24) {
            names.push(name(date, 1, false));
            let gone: Vec<String> = to_remove(names.iter().map(String::as_str))
                .into_iter()
                .map(str::to_owned)
                .collect();
            names.retain(|name| !gone.contains(name));
            date = date.tomorrow().unwrap();
        }
        let left = sorted(names.iter().map(String::as_str));
        assert_eq!(
            left,
            [
                "unclench-2026-11-24.zip",
                "unclench-2026-11-23.zip",
                "unclench-2026-11-22.zip",
                "unclench-2026-11-21.zip",
                "unclench-2026-11-20.zip",
                "unclench-2026-11-19.zip",
                "unclench-2026-11-18.zip",
                "unclench-2026-11-15.zip",
                "unclench-2026-11-08.zip",
                "unclench-2026-10-31.zip",
                "unclench-2026-09-30.zip",
                "unclench-2026-08-31.zip",
                "unclench-2026-07-31.zip",
                "unclench-2026-06-30.zip",
                "unclench-2026-05-31.zip",
                "unclench-2026-04-30.zip",
                "unclench-2026-03-31.zip",
                "unclench-2026-02-28.zip",
                "unclench-2026-01-31.zip",
                "unclench-2025-12-31.zip",
            ],
            "7 days, the Sundays of 4 weeks, the last days of 12 months"
        );
    }

    #[test]
    fn of_a_day_the_last_is_kept_and_gaps_cost_nothing() {
        let names = [
            "unclench-2026-11-24.zip",
            "unclench-2026-11-24-2.zip",
            "unclench-2020-01-01.zip",
            "x.zip",
        ];
        assert_eq!(
            to_remove(names),
            ["unclench-2026-11-24.zip"],
            "the earlier of the day"
        );
        assert_eq!(to_remove([]), [] as [&str; 0], "nothing there");
    }
}
