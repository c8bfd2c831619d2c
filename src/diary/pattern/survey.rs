//! What the rules look at: one pass over the last year of the diary, its
//! attacks and its days, with what the last check said about the person.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diary::Diary;
use crate::diary::entry::{Check, Entry, Episode, Region, Session, Side, Training, Trigger};
use crate::diary::late::LATE_SECS;
use crate::triage::Answer;

/// How far back the rules look, in days before the newest day told of.
pub const LOOK_BACK: i32 = 365;
/// The effort taken for training whose effort was not told.
const MIDDLING_EFFORT: u32 = 5;

/// A day as a number, so that days can be counted: 0 is 1 January 1970.
pub type DayNumber = i32;

/// The number of a date.
pub fn day_number(date: Date) -> DayNumber {
    // Whole eras of 400 years, the year starting in March (proleptic Gregorian).
    let (m, d) = (i32::from(date.month()), i32::from(date.day()));
    let y = i32::from(date.year()) - i32::from(m <= 2);
    let era = y.div_euclid(400);
    let year = y.rem_euclid(400);
    let day = (153 * ((m + 9) % 12) + 2) / 5 + d - 1;
    era * 146_097 + year * 365 + year / 4 - year / 100 + day - 719_468
}

/// One attack, with what is needed of it again and again.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// All of it.
    pub episode: &'a Episode,
    /// The day it began.
    pub day: DayNumber,
    /// The hour it began, 0 to 23.
    pub hour: i8,
    /// 1, or 0.5 when it was written down more than 48 hours later.
    pub weight: f64,
}

impl Case<'_> {
    /// The worst pain, 0 to 10.
    pub fn peak(&self) -> f64 {
        f64::from(self.episode.pain_peak.get())
    }

    /// Minutes it lasted, once it has ended.
    pub fn minutes(&self) -> Option<f64> {
        let seconds = self.episode.duration.seconds()?;
        Some(f64::from(seconds) / 60.0)
    }

    /// Was it set off by this?
    pub fn by(&self, trigger: Trigger) -> bool {
        self.episode.triggers.contains(&trigger)
    }

    /// Was it felt in one of these?
    pub fn felt(&self, regions: &[Region]) -> bool {
        self.episode.regions.iter().any(|r| regions.contains(r))
    }

    /// In how many parts of the body it was felt; left and right are one part,
    /// and so are the places of the buttock.
    pub fn parts(&self) -> usize {
        parts(&self.episode.regions)
    }

    /// Was it on this one side only?
    pub fn on(&self, side: Side) -> bool {
        self.episode.side == side
    }
}

/// How many parts of the body these places belong to.
pub(super) fn parts<'a>(regions: impl IntoIterator<Item = &'a Region>) -> usize {
    let parts: BTreeSet<&str> = regions.into_iter().map(|r| part(*r)).collect();
    parts.len()
}

/// The part of the body a place belongs to.
fn part(region: Region) -> &'static str {
    let id = region.id();
    let parts = [
        "buttock", "sit_bone", "thigh", "calf", "foot", "groin", "hip",
    ];
    match parts.into_iter().find(|p| id.starts_with(p)) {
        Some("sit_bone") => "buttock",
        Some(part) => part,
        None => id,
    }
}

/// What is known of one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayFacts {
    /// Attacks that began on it.
    pub attacks: u32,
    /// A check-in says that there was none.
    pub free: bool,
    /// Minutes sat, if told.
    pub sitting: Option<u16>,
    /// Minutes times effort, all training together; none: no training told.
    pub load: Option<u32>,
    /// Told to be a day of the period.
    pub period: bool,
    /// A stretch was done.
    pub stretched: bool,
}

impl DayFacts {
    /// Whether there was an attack; none when nobody said.
    pub const fn attack(&self) -> Option<bool> {
        if self.attacks > 0 {
            Some(true)
        } else if self.free {
            Some(false)
        } else {
            None
        }
    }

    /// Takes in what an entry tells of its day.
    pub(crate) fn take(&mut self, entry: &Entry) {
        match entry {
            Entry::Episode(episode) => {
                self.train(episode.training.as_ref());
                self.attacks += 1;
                self.period |= episode.period_day == Some(true);
                self.stretched |= episode.stretch.is_some();
            }
            Entry::Session(_) => self.stretched = true,
            Entry::Day(told) => {
                self.train(told.training.as_ref());
                self.free |= told.cramp_free || told.worst_pain.is_some_and(|p| p.get() == 0);
                self.sitting = self.sitting.max(told.sitting_min);
                self.period |= told.period_day == Some(true);
            }
            Entry::Check(_) => {}
        }
    }

    fn train(&mut self, training: Option<&Training>) {
        if let Some(training) = training {
            let effort = training.effort.map_or(MIDDLING_EFFORT, |e| e.get().into());
            let load = u32::from(training.minutes) * effort;
            // The same training may stand in the check-in and in an attack.
            self.load = Some(self.load.unwrap_or(0).max(load));
        }
    }
}

/// The last year of a diary, ready for the rules.
#[derive(Debug)]
pub struct Survey<'a> {
    /// Attacks, oldest first.
    pub cases: Vec<Case<'a>>,
    /// Days that anything is known of.
    pub days: BTreeMap<DayNumber, DayFacts>,
    /// Stretch sessions, oldest first.
    pub sessions: Vec<&'a Session>,
    /// First days of a period, oldest first.
    pub periods: Vec<DayNumber>,
    /// The newest check of symptoms.
    pub check: Option<&'a Check>,
    /// The newest day that is known to have had an attack or none.
    pub newest: DayNumber,
    /// Today.
    pub today: DayNumber,
    /// Days known to have had an attack or none (D).
    pub logged: u32,
}

impl<'a> Survey<'a> {
    /// Looks at the diary up to `today`. What is dated later is left out.
    pub fn of(diary: &'a Diary, today: Date) -> Self {
        let today_number = day_number(today);
        let mut survey = Self {
            cases: Vec::new(),
            days: BTreeMap::new(),
            sessions: Vec::new(),
            periods: Vec::new(),
            check: None,
            newest: DayNumber::MIN,
            today: today_number,
            logged: 0,
        };
        let mut period_starts = Vec::new();
        for (date, entries) in diary.by_day() {
            let day = day_number(date);
            if day > today_number {
                continue;
            }
            let newest = survey.newest.max(DayNumber::MIN + LOOK_BACK);
            if day <= newest - LOOK_BACK {
                break;
            }
            for entry in entries.iter().rev() {
                survey.take(entry, day, &mut period_starts);
            }
            let facts = survey.days.get(&day).copied().unwrap_or_default();
            if facts.attack().is_some() {
                survey.newest = survey.newest.max(day);
                survey.logged += 1;
            }
        }
        survey.cases.reverse();
        survey.sessions.reverse();
        survey.periods = starts(&survey.days, period_starts);
        survey
    }

    fn take(&mut self, entry: &'a Entry, day: DayNumber, starts: &mut Vec<DayNumber>) {
        self.days.entry(day).or_default().take(entry);
        match entry {
            Entry::Episode(episode) => {
                if let Some(cycle_day) = episode.cycle_day {
                    starts.push(day - i32::from(cycle_day) + 1);
                }
                let started = episode.started_at.instant().as_second();
                let late = episode.logged_at.instant().as_second() - started > LATE_SECS;
                self.cases.push(Case {
                    episode,
                    day,
                    hour: episode.started_at.civil().hour(),
                    weight: if late { 0.5 } else { 1.0 },
                });
            }
            Entry::Session(session) => self.sessions.push(session),
            Entry::Check(check) => self.check = self.check.or(Some(check)),
            Entry::Day(_) => {}
        }
    }

    /// What is known of a day.
    pub fn day(&self, day: DayNumber) -> DayFacts {
        self.days.get(&day).copied().unwrap_or_default()
    }

    /// The days from `first` to `last` that are known to have had an attack or
    /// none: how many had one, and how many there are.
    pub fn attack_days(&self, first: DayNumber, last: DayNumber) -> (u32, u32) {
        if first > last {
            return (0, 0);
        }
        let known = self.days.range(first..=last);
        let known = known.filter_map(|(_, facts)| facts.attack());
        known.fold((0, 0), |(x, y), attack| (x + u32::from(attack), y + 1))
    }

    /// The attacks of the days from `first` to `last`.
    pub fn between(&self, first: DayNumber, last: DayNumber) -> &[Case<'a>] {
        let from = self.cases.partition_point(|c| c.day < first);
        let to = self.cases.partition_point(|c| c.day <= last);
        self.cases.get(from..to).unwrap_or(&[])
    }

    /// Whether the diary is being kept: something was told in the last 14 days.
    pub fn is_fresh(&self) -> bool {
        self.logged > 0 && self.today - self.newest < 14
    }

    /// Whether the newest check says this.
    pub fn said(&self, finding: &str, option: &str) -> bool {
        let answer = self.check.and_then(|check| check.answers.get(finding));
        answer.is_some_and(|answer| answer.has(option))
    }

    /// The age told in the newest check, in years.
    pub fn age(&self) -> Option<u32> {
        match self.check?.answers.get("age_years")? {
            Answer::Number(years) => Some(*years),
            Answer::Chosen(_) | Answer::Unsure | Answer::Skipped => None,
        }
    }
}

/// The first days of periods: a day of the period with none in the ten days
/// before, or what the day of the cycle says; starts within ten days are one.
fn starts(days: &BTreeMap<DayNumber, DayFacts>, told: Vec<DayNumber>) -> Vec<DayNumber> {
    let mut all = told;
    all.extend(days.iter().filter(|(_, f)| f.period).map(|(day, _)| *day));
    all.sort_unstable();
    let mut last: Option<DayNumber> = None;
    let mut starts = Vec::new();
    for day in all {
        if last.is_none_or(|last| day - last > 10) {
            starts.push(day);
        }
        last = Some(day);
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_without_gaps() {
        assert_eq!(day_number(Date::constant(1970, 1, 1)), 0, "the first");
        // Python: (date(2026, 11, 24) - date(1970, 1, 1)).days.
        assert_eq!(day_number(Date::constant(2026, 11, 24)), 20_781, "a day");
        let mut date = Date::constant(1899, 12, 28);
        for _ in 0..1000 {
            let next = date.tomorrow().unwrap();
            assert_eq!(day_number(next), day_number(date) + 1, "{next}");
            date = next;
        }
    }

    #[test]
    fn a_period_begins_once() {
        let mut days = BTreeMap::new();
        for day in [100, 101, 102, 128, 129] {
            let facts = DayFacts {
                period: true,
                ..DayFacts::default()
            };
            days.insert(day, facts);
        }
        assert_eq!(starts(&days, vec![128, 156]), [100, 128, 156], "three");
    }
}
