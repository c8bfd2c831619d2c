//! What the diary shows over days and weeks: counts, never guesses.
//!
//! A week without any entry is a gap, not a week without cramp.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan as _};

use super::Diary;
use super::entry::Entry;

/// One day of the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayWorst {
    /// Which day.
    pub date: Date,
    /// The worst pain of the day's episodes, 0 to 10; none without an episode.
    pub worst: Option<u8>,
}

/// One week, Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its first day.
    pub monday: Date,
    /// Days with any entry at all, 0 to 7. None: the week is a gap.
    pub days_logged: u32,
    /// Days with an episode, 0 to 7.
    pub attack_days: u32,
    /// Episodes.
    pub episodes: u32,
    /// Mean of the worst pain of each episode, in tenths: 0 to 100.
    pub mean_peak_tenths: Option<u32>,
}

/// The last `count` days up to `today`, oldest first.
pub fn worst_by_day(diary: &Diary, today: Date, count: usize) -> Vec<DayWorst> {
    let mut worst: BTreeMap<Date, u8> = BTreeMap::new();
    let first = back(today, days(count.saturating_sub(1)));
    for entry in since(diary, first) {
        if let Some(episode) = entry.as_episode() {
            let peak = worst.entry(entry.date()).or_default();
            *peak = (*peak).max(episode.pain_peak.get());
        }
    }
    (0..count)
        .rev()
        .map(|ago| back(today, days(ago)))
        .map(|date| DayWorst {
            date,
            worst: worst.get(&date).copied(),
        })
        .collect()
}

/// The last `count` weeks up to the one of `today`, oldest first.
pub fn weeks(diary: &Diary, today: Date, count: usize) -> Vec<Week> {
    let this = monday(today);
    let first = back(this, days(7 * count.saturating_sub(1)));
    let mut by_week: BTreeMap<Date, Tally> = BTreeMap::new();
    for entry in since(diary, first) {
        let date = entry.date();
        let tally = by_week.entry(monday(date)).or_default();
        let attacked = tally.days.entry(date).or_default();
        if let Some(episode) = entry.as_episode() {
            *attacked = true;
            tally.peaks.push(u32::from(episode.pain_peak.get()));
        }
    }
    (0..count)
        .rev()
        .map(|ago| back(this, days(7 * ago)))
        .map(|monday| {
            by_week
                .get(&monday)
                .map_or_else(|| empty(monday), |t| t.week(monday))
        })
        .collect()
}

#[derive(Default)]
struct Tally {
    days: BTreeMap<Date, bool>,
    peaks: Vec<u32>,
}

impl Tally {
    fn week(&self, monday: Date) -> Week {
        let episodes = self.peaks.len() as u32;
        let sum: u32 = self.peaks.iter().sum();
        Week {
            monday,
            days_logged: self.days.len() as u32,
            attack_days: self.days.values().filter(|attacked| **attacked).count() as u32,
            episodes,
            mean_peak_tenths: (sum * 10 + episodes / 2).checked_div(episodes),
        }
    }
}

fn empty(monday: Date) -> Week {
    Week {
        monday,
        days_logged: 0,
        attack_days: 0,
        episodes: 0,
        mean_peak_tenths: None,
    }
}

fn days(count: usize) -> Span {
    i32::try_from(count).unwrap_or(i32::MAX).days()
}

/// `date` less `span`; the first day of the calendar when that is before it.
fn back(date: Date, span: Span) -> Date {
    date.checked_sub(span).unwrap_or(Date::MIN)
}

fn monday(date: Date) -> Date {
    let since = date.weekday().since(Weekday::Monday);
    back(date, i32::from(since).days())
}

/// The entries of `first` and later.
fn since(diary: &Diary, first: Date) -> impl Iterator<Item = &Arc<Entry>> {
    diary
        .by_day()
        .take_while(move |(date, _)| *date >= first)
        .flat_map(|(_, entries)| entries)
}
