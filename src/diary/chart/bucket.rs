//! Weeks, or months where there would be too many: attack-days, pain, duration,
//! stretch days.

use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::period::week_of;
use crate::diary::entry::Entry;
use crate::diary::late::LATE_SECS;
use crate::diary::pattern::DayFacts;
use crate::diary::stats::{median, weighted_mean};
use crate::settings::FirstWeekday;

/// Above so many weeks, months are shown.
const MOST_WEEKS: usize = 60;
/// Fewer attacks than this make no mean to compare (STONE10).
pub const FEW: u32 = 4;

/// What a bucket is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// Seven days.
    #[default]
    Week,
    /// A month of the calendar.
    Month,
}

/// One week or month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bucket {
    /// Its first day.
    pub first: Date,
    /// How many days it has.
    pub days: u32,
    /// Days known to have had an attack or none. 0: a gap.
    pub logged: u32,
    /// Days with an attack.
    pub attack_days: u32,
    /// Attacks.
    pub cramps: u32,
    /// The mean of the worst pain; late entries count half.
    pub mean: Option<f64>,
    /// The lowest and the highest worst pain, 0 to 10.
    pub range: Option<(u8, u8)>,
    /// The median of the minutes an attack lasted.
    pub minutes: Option<f64>,
    /// Days with a stretch.
    pub stretch_days: u32,
}

impl Bucket {
    /// Enough attacks for a mean to be compared.
    pub const fn is_firm(&self) -> bool {
        self.cramps >= FEW
    }
}

/// A bucket that is being filled.
#[derive(Debug)]
pub(super) struct Open {
    bucket: Bucket,
    last: Date,
    peaks: Vec<(f64, f64)>,
    minutes: Vec<f64>,
}

impl Open {
    fn new(first: Date, last: Date) -> Self {
        let days = last.since(first).map_or(0, |span| span.get_days()) + 1;
        Self {
            bucket: Bucket {
                first,
                days: u32::try_from(days).unwrap_or(7),
                logged: 0,
                attack_days: 0,
                cramps: 0,
                mean: None,
                range: None,
                minutes: None,
                stretch_days: 0,
            },
            last,
            peaks: Vec::new(),
            minutes: Vec::new(),
        }
    }

    pub(super) fn close(self) -> Bucket {
        Bucket {
            mean: weighted_mean(self.peaks),
            minutes: median(&self.minutes),
            ..self.bucket
        }
    }
}

/// The buckets from `first` to `today`, all empty, oldest first.
pub(super) fn empty(first: Date, today: Date, week: FirstWeekday) -> (Step, Vec<Open>) {
    let mut weeks = Vec::new();
    let mut at = week_of(first, week);
    while at <= today && weeks.len() <= MOST_WEEKS {
        weeks.push(Open::new(at, at.saturating_add(6.days())));
        at = at.saturating_add(7.days());
    }
    if weeks.len() <= MOST_WEEKS {
        return (Step::Week, weeks);
    }
    let mut months = Vec::new();
    let mut at = first.first_of_month();
    while at <= today {
        months.push(Open::new(at, at.last_of_month()));
        let next = at.saturating_add(1.month());
        if next <= at {
            break; // the end of the calendar
        }
        at = next;
    }
    (Step::Month, months)
}

/// Adds a day to its bucket.
pub(super) fn add(buckets: &mut [Open], date: Date, entries: &[Arc<Entry>], facts: DayFacts) {
    let at = buckets.partition_point(|open| open.last < date);
    let Some(open) = buckets.get_mut(at).filter(|open| open.bucket.first <= date) else {
        return;
    };
    open.bucket.logged += u32::from(facts.attack().is_some());
    open.bucket.attack_days += u32::from(facts.attacks > 0);
    open.bucket.stretch_days += u32::from(facts.stretched);
    for episode in entries.iter().filter_map(|e| e.as_episode()) {
        let peak = episode.pain_peak.get();
        let started = episode.started_at.instant().as_second();
        let late = episode.logged_at.instant().as_second() - started > LATE_SECS;
        open.peaks
            .push((f64::from(peak), if late { 0.5 } else { 1.0 }));
        open.bucket.cramps += 1;
        let (low, high) = open.bucket.range.unwrap_or((peak, peak));
        open.bucket.range = Some((low.min(peak), high.max(peak)));
        if let Some(seconds) = episode.duration.seconds() {
            open.minutes.push(f64::from(seconds) / 60.0);
        }
    }
}
