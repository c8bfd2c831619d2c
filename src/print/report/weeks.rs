//! Weeks of the page: seven days each, counted back from its last day, so that
//! the newest is whole. Long periods are told in longer steps.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::diary::pattern::day_number;
use crate::diary::stats::median;

/// How many weeks a bar may stand for.
const STEPS: [i32; 8] = [1, 4, 13, 52, 520, 5200, 52_000, 520_000];
/// The most bars that can be told apart.
const MOST: i32 = 54;
/// A week with fewer days logged than this is too thin to be counted.
pub(super) const LEAST_DAYS: u32 = 4;

/// The lowest, the middle and the highest of some values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The lowest.
    pub low: f64,
    /// The median.
    pub middle: f64,
    /// The highest.
    pub high: f64,
    /// How many there are.
    pub of: u32,
}

impl Spread {
    /// Of these values; none of none.
    pub(super) fn of(values: &[f64]) -> Option<Self> {
        Some(Self {
            low: values.iter().copied().reduce(f64::min)?,
            middle: median(values)?,
            high: values.iter().copied().reduce(f64::max)?,
            of: u32::try_from(values.len()).unwrap_or(u32::MAX),
        })
    }
}

/// A bar: one week or several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bin {
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// Days of it within the period.
    pub days: u32,
    /// Days of it with an episode, or told to be free.
    pub logged: u32,
    /// Episodes.
    pub episodes: u32,
    /// The peaks of its episodes: lowest, median, highest.
    pub peaks: Option<Spread>,
    /// A period began in it.
    pub period: bool,
}

impl Bin {
    /// Fewer than 4 of 7 days were logged, but some.
    pub fn is_thin(&self) -> bool {
        self.logged > 0 && 7 * self.logged < LEAST_DAYS * self.days
    }
}

/// What is known of one day.
#[derive(Clone, Debug, Default)]
pub(super) struct DayTold {
    pub(super) logged: bool,
    pub(super) period_began: bool,
    pub(super) peaks: Vec<f64>,
}

/// The bars of a period and what a week is like.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weeks {
    /// How many weeks a bar stands for.
    pub step: u32,
    /// Oldest first, without holes.
    pub bins: Vec<Bin>,
    /// Episodes in a week, over whole weeks with enough days logged.
    pub per_week: Option<Spread>,
}

impl Weeks {
    /// The weeks from `first` to `last`.
    pub(super) fn of(first: Date, last: Date, days: &BTreeMap<Date, DayTold>) -> Self {
        let end = day_number(last);
        let whole = end - day_number(first) + 1;
        let bars = |step: &i32| (whole + 7 * step - 1) / (7 * step);
        let step = STEPS.into_iter().find(|step| bars(step) <= MOST);
        let step = step.unwrap_or(520_000);
        let count = bars(&step).max(1);
        let mut bins: Vec<Bin> = (0..count)
            .rev()
            .map(|back| {
                let bin_last = last.saturating_sub((back * 7 * step).days());
                let bin_first = bin_last.saturating_sub((7 * step - 1).days()).max(first);
                let days = day_number(bin_last) - day_number(bin_first) + 1;
                Bin {
                    first: bin_first,
                    last: bin_last,
                    days: u32::try_from(days).unwrap_or(0),
                    ..Bin::default()
                }
            })
            .collect();
        let mut peaks: Vec<Vec<f64>> = vec![Vec::new(); bins.len()];
        let mut weeks: BTreeMap<i32, (u32, u32)> = BTreeMap::new();
        for (date, told) in days {
            let back = end - day_number(*date);
            let at = usize::try_from(count - 1 - back / (7 * step)).unwrap_or(0);
            let episodes = u32::try_from(told.peaks.len()).unwrap_or(u32::MAX);
            if let (Some(bin), Some(peaks)) = (bins.get_mut(at), peaks.get_mut(at)) {
                bin.logged += u32::from(told.logged);
                bin.episodes += episodes;
                bin.period |= told.period_began;
                peaks.extend(&told.peaks);
            }
            // Only whole weeks can be compared.
            if back / 7 < whole / 7 {
                let week = weeks.entry(back / 7).or_default();
                *week = (week.0 + u32::from(told.logged), week.1 + episodes);
            }
        }
        for (bin, peaks) in bins.iter_mut().zip(&peaks) {
            bin.peaks = Spread::of(peaks);
        }
        let enough = weeks.values().filter(|(logged, _)| *logged >= LEAST_DAYS);
        let counts: Vec<f64> = enough.map(|(_, count)| f64::from(*count)).collect();
        Self {
            step: u32::try_from(step).unwrap_or(1),
            bins,
            per_week: Spread::of(&counts),
        }
    }
}
