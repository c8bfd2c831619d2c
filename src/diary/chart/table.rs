//! With and without: attacks by what set them off, and days with something
//! against days without it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::diary::entry::{Entry, Episode, Sleep, Trigger};
use crate::diary::pattern::DayFacts;
use crate::diary::stats::mean;

/// From so many minutes on a day is one of long sitting: 8 hours.
const LONG_SITTING: u16 = 480;

/// Attacks with a trigger against attacks without it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TriggerRow {
    /// Which.
    pub trigger: Trigger,
    /// Attacks it set off.
    pub with: u32,
    /// Attacks it did not.
    pub without: u32,
    /// The mean of the worst pain with it.
    pub mean_with: Option<f64>,
    /// The mean of the worst pain without it.
    pub mean_without: Option<f64>,
}

/// Days with something against days without it: attack-days of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// What.
    pub name: &'static str,
    /// With it.
    pub with: (u32, u32),
    /// Without it.
    pub without: (u32, u32),
}

/// What set attacks off, most first.
pub(super) fn triggers(cases: &[&Episode]) -> Vec<TriggerRow> {
    let mut rows = Vec::new();
    for trigger in Trigger::ALL.iter().copied() {
        let peaks = |has: bool| -> Vec<f64> {
            let of = cases
                .iter()
                .filter(|e| e.triggers.contains(&trigger) == has);
            of.map(|e| f64::from(e.pain_peak.get())).collect()
        };
        let (with, without) = (peaks(true), peaks(false));
        if !with.is_empty() {
            rows.push(TriggerRow {
                trigger,
                with: u32::try_from(with.len()).unwrap_or(u32::MAX),
                without: u32::try_from(without.len()).unwrap_or(u32::MAX),
                mean_with: mean(&with),
                mean_without: mean(&without),
            });
        }
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.with));
    rows
}

/// One day, for the comparison of days.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    facts: DayFacts,
    sleep: Option<Sleep>,
}

/// The days of a period.
#[derive(Debug, Default)]
pub(super) struct Days(BTreeMap<Date, Told>);

impl Days {
    /// Takes in a day and says what is known of it.
    pub(super) fn add(&mut self, date: Date, entries: &[Arc<Entry>]) -> DayFacts {
        let mut told = Told::default();
        for entry in entries {
            told.facts.take(entry);
            if let Some(day) = entry.as_day() {
                told.sleep = told.sleep.max(day.sleep);
            }
        }
        self.0.insert(date, told);
        told.facts
    }

    /// Each comparison that has days on both sides.
    pub(super) fn exposures(&self) -> Vec<Exposure> {
        let of = |date: &Date| self.0.get(date).copied().unwrap_or_default();
        let yesterday = |date: &Date| of(&date.saturating_sub(1.day()));
        let all = [
            self.compare("8 hours of sitting or more", |_, told| {
                Some(told.facts.sitting? >= LONG_SITTING)
            }),
            self.compare("Training, that day or the day before", |date, told| {
                Some(told.facts.load.is_some() || yesterday(date).facts.load.is_some())
            }),
            self.compare("A bad or poor night before", |_, told| {
                Some(matches!(told.sleep?, Sleep::Bad | Sleep::Poor))
            }),
            self.compare("A day of the period", |_, told| Some(told.facts.period)),
            self.compare("A stretch, that day or the day before", |date, told| {
                Some(told.facts.stretched || yesterday(date).facts.stretched)
            }),
        ];
        let both = |e: &Exposure| e.with.1 > 0 && e.without.1 > 0;
        all.into_iter().filter(both).collect()
    }

    fn compare(&self, name: &'static str, so: impl Fn(&Date, &Told) -> Option<bool>) -> Exposure {
        let mut exposure = Exposure {
            name,
            with: (0, 0),
            without: (0, 0),
        };
        for (date, told) in &self.0 {
            let (Some(attack), Some(with)) = (told.facts.attack(), so(date, told)) else {
                continue;
            };
            let side = if with {
                &mut exposure.with
            } else {
                &mut exposure.without
            };
            *side = (side.0 + u32::from(attack), side.1 + 1);
        }
        exposure
    }
}
