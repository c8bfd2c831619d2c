//! What the trends show: counts over a period, ready to be drawn. Pure.
//!
//! Counts first. A week that nobody logged is a gap and not a week without
//! cramp; an entry written down late counts half in a mean.

mod bucket;
mod looks;
mod period;
mod table;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use self::bucket::{Bucket, FEW, Step};
pub use self::looks::{ANSWERS, Looks, answers};
pub use self::period::Period;
pub use self::table::{Exposure, TriggerRow};
use super::Diary;
use super::entry::Region;
use super::remedies::{Relieved, relieved};
use crate::settings::FirstWeekday;

/// Hours of the day that stand in one field of the grid.
pub const HOURS: usize = 3;
/// Fields of a day in the grid.
pub const FIELDS: usize = 24 / HOURS;

/// Everything the trends show of one period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Charts {
    /// The first day.
    pub first: Date,
    /// The last day: today.
    pub last: Date,
    /// Attacks.
    pub cramps: u32,
    /// Days with an attack.
    pub attack_days: u32,
    /// Days known to have had an attack or none.
    pub logged: u32,
    /// Whether a bucket is a week or a month.
    pub step: Step,
    /// Weeks or months, oldest first, without holes.
    pub buckets: Vec<Bucket>,
    /// Attacks by day of the week (the first one first) and hours of the day.
    pub hours: [[u32; FIELDS]; 7],
    /// Attacks by place, most first.
    pub places: Vec<(Region, u32)>,
    /// What set attacks off, most first.
    pub triggers: Vec<TriggerRow>,
    /// Days with something against days without it.
    pub exposures: Vec<Exposure>,
    /// What was done about attacks, most used first.
    pub relief: Vec<Relieved>,
    /// The weekly looks back.
    pub looks: Looks,
}

impl Charts {
    /// The charts of a period up to `today`.
    pub fn of(diary: &Diary, today: Date, period: Period, week: FirstWeekday) -> Self {
        let oldest = diary.entries().first().map_or(today, |e| e.date());
        let first = period.first(today, oldest, week);
        let mut charts = Self {
            first,
            last: today,
            ..Self::default()
        };
        let (step, mut buckets) = bucket::empty(first, today, week);
        let mut places: BTreeMap<Region, u32> = BTreeMap::new();
        let mut cases = Vec::new();
        let mut days = table::Days::default();
        let in_period = diary
            .by_day()
            .take_while(|(date, _)| *date >= first)
            .filter(|(date, _)| *date <= today);
        for (date, entries) in in_period {
            let facts = days.add(date, entries);
            bucket::add(&mut buckets, date, entries, facts);
            charts.logged += u32::from(facts.attack().is_some());
            charts.attack_days += u32::from(facts.attacks > 0);
            for episode in entries.iter().filter_map(|e| e.as_episode()) {
                cases.push(episode);
                let civil = episode.started_at.civil();
                let weekday = period::weekday(civil.date(), week);
                let field = usize::try_from(civil.hour()).unwrap_or(0) / HOURS;
                let cell = charts.hours.get_mut(weekday).and_then(|d| d.get_mut(field));
                if let Some(cell) = cell {
                    *cell += 1;
                }
                let mut felt = episode.regions.clone();
                felt.sort_unstable();
                felt.dedup();
                for region in felt {
                    *places.entry(region).or_default() += 1;
                }
            }
        }
        charts.cramps = u32::try_from(cases.len()).unwrap_or(u32::MAX);
        charts.step = step;
        charts.buckets = buckets.into_iter().map(bucket::Open::close).collect();
        charts.looks = Looks::of(diary, &charts.buckets, today);
        charts.places = places.into_iter().collect();
        charts
            .places
            .sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        charts.triggers = table::triggers(&cases);
        charts.exposures = days.exposures();
        charts.relief = relieved(&cases);
        charts
    }

    /// Whether a kind of entry other than an attack is in the diary: then there
    /// are days to compare with.
    pub fn has_free_days(&self) -> bool {
        self.logged > self.attack_days
    }
}
