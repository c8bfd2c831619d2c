//! What is known of a cramp before it is a whole entry: the log sheet starts
//! from it, and it is kept in a file until it is one. Nothing in it is required.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::check::{DURATION_SECS, LIST_ITEMS};
use super::entry::{EntryId, Episode, Intensity, Lasted, Region, Required, Sample, Side};
use super::when::When;
use crate::clock::Moment;

/// A pain told again within this many seconds corrects the one before it.
const CORRECTS_SECS: u32 = 60;
/// A day, in seconds.
const DAY_SECS: i64 = 24 * 3600;
/// Whoever presses between these hours was most likely asleep before.
const ASLEEP: (Time, Time) = (Time::constant(0, 0, 0, 0), Time::constant(6, 0, 0, 0));

/// What a cramp needs before it is an entry of the diary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// How long it lasted.
    Duration,
    /// Where, or on which side.
    Place,
    /// How bad.
    Pain,
}

impl Lack {
    /// In a word or two.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Duration => "how long",
            Self::Place => "where",
            Self::Pain => "how bad",
        }
    }
}

/// A cramp as far as it has been told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Begun {
    /// The id the entry will have, if it was given one already.
    pub id: Option<EntryId>,
    /// When it began; none: now.
    pub started_at: Option<When>,
    /// Of `started_at` only the day is known.
    pub time_unknown: bool,
    /// How long it lasted.
    pub lasted: Option<Lasted>,
    /// Where it was felt.
    pub regions: Vec<Region>,
    /// On which side.
    pub side: Option<Side>,
    /// The worst pain.
    pub pain_peak: Option<Intensity>,
    /// The pain from moment to moment, in the order of time.
    pub samples: Vec<Sample>,
    /// Whether it woke the person.
    pub woke_me: Option<bool>,
    /// The person's own words.
    pub note: String,
}

impl Begun {
    /// A cramp of which only the start is known.
    pub fn at(started_at: When) -> Self {
        Self {
            started_at: Some(started_at),
            ..Self::default()
        }
    }

    /// A cramp of a day; its time is still to be told.
    pub fn on_day(date: Date, zone: TimeZone) -> Option<Self> {
        let noon = date.at(12, 0, 0, 0).to_zoned_datetime(zone).ok()?;
        Some(Self {
            time_unknown: true,
            ..Self::at(When::from(&noon))
        })
    }

    /// A cramp that begins now, with the id its entry will have. In the small
    /// hours it most likely woke the person; that can be changed.
    pub fn now(now: &Moment) -> Self {
        let time = now.wall.time();
        Self {
            id: Some(EntryId::new(now)),
            woke_me: (ASLEEP.0 <= time && time < ASLEEP.1).then_some(true),
            ..Self::at(When::from(&now.wall))
        }
    }

    /// When it began, as a point in time.
    pub fn instant(&self) -> Option<Timestamp> {
        self.started_at.as_ref().map(When::instant)
    }

    /// Whole seconds from its start to `at`; 0 before it, 30 days at most.
    pub fn seconds_until(&self, at: Timestamp) -> u32 {
        let began = self.instant().unwrap_or(at);
        let secs = at.duration_since(began).as_secs().max(0);
        u32::try_from(secs)
            .unwrap_or(DURATION_SECS)
            .min(DURATION_SECS)
    }

    /// Notes the pain at a moment. The same minute twice is a correction.
    pub fn note_pain(&mut self, pain: Intensity, at: Timestamp) {
        let after_secs = self.seconds_until(at);
        if let Some(last) = self.samples.last_mut()
            && after_secs >= last.after_secs
            && after_secs - last.after_secs < CORRECTS_SECS
        {
            last.pain = pain;
        } else if self.samples.len() < LIST_ITEMS {
            let next = self
                .samples
                .partition_point(|sample| sample.after_secs <= after_secs);
            self.samples.insert(next, Sample { after_secs, pain });
        }
    }

    /// Takes in pains that were told in another window.
    pub fn join(&mut self, other: &Self) {
        for sample in &other.samples {
            let is_known = |own: &Sample| own.after_secs == sample.after_secs;
            if !self.samples.iter().any(is_known) && self.samples.len() < LIST_ITEMS {
                self.samples.push(*sample);
            }
        }
        self.samples.sort_by_key(|sample| sample.after_secs);
    }

    /// The worst pain: as it was told, or the highest of its moments.
    pub fn worst(&self) -> Option<Intensity> {
        let highest = self.samples.iter().map(|sample| sample.pain).max();
        self.pain_peak.max(highest)
    }

    /// What it lacks before it is an entry.
    pub fn lacks(&self) -> Vec<Lack> {
        let mut lacks = Vec::new();
        if self.lasted.is_none() {
            lacks.push(Lack::Duration);
        }
        if self.regions.is_empty() || self.side.is_none() {
            lacks.push(Lack::Place);
        }
        if self.worst().is_none() {
            lacks.push(Lack::Pain);
        }
        lacks
    }

    /// The entry, when it lacks nothing.
    pub fn episode(&self, now: &Moment) -> Option<Episode> {
        if self.regions.is_empty() {
            return None;
        }
        let logged = When::from(&now.wall);
        let started = self.started_at.clone().unwrap_or_else(|| logged.clone());
        let required = Required {
            duration: self.lasted?,
            regions: self.regions.clone(),
            side: self.side?,
            pain_peak: self.worst()?,
        };
        let id = self.id.unwrap_or_else(|| EntryId::new(now));
        let mut episode = Episode::new(id, logged, started, required);
        self.add_to(&mut episode);
        self.note.trim().clone_into(&mut episode.note);
        Some(episode)
    }

    /// Hands on the id, the pain from moment to moment, whether it woke the
    /// person.
    fn add_to(&self, episode: &mut Episode) {
        if let Some(id) = self.id {
            episode.id = id;
        }
        episode.samples.clone_from(&self.samples);
        episode.woke_me = self.woke_me;
    }
}

/// Leaves the moments of pain at the time of day they were told at, when the
/// start is moved from `was`. A start that is moved by a day or more was of the
/// wrong day, and the moments go with it.
pub(super) fn keep_moments(episode: &mut Episode, was: Timestamp) {
    let moved = was.duration_since(episode.started_at.instant()).as_secs();
    if moved.abs() >= DAY_SECS {
        return;
    }
    for sample in &mut episode.samples {
        let secs = i64::from(sample.after_secs) + moved;
        let secs = u32::try_from(secs.max(0)).unwrap_or(DURATION_SECS);
        sample.after_secs = secs.min(DURATION_SECS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn moment(text: &str) -> Moment {
        Moment {
            wall: text.parse().unwrap(),
            ticks: Duration::ZERO,
        }
    }

    fn pain(value: u8) -> Intensity {
        Intensity::new(value).unwrap()
    }

    #[test]
    fn only_in_the_small_hours_it_is_taken_to_wake() {
        let woke = |text| Begun::now(&moment(text)).woke_me;
        let at_three = woke("2026-11-23T03:10:00+01:00[Europe/Berlin]");
        assert_eq!(at_three, Some(true), "asleep");
        let at_six = woke("2026-11-23T06:00:00+01:00[Europe/Berlin]");
        assert_eq!(at_six, None, "who knows");
        let late = woke("2026-11-23T23:10:00+01:00[Europe/Berlin]");
        assert_eq!(late, None, "who knows");
    }

    #[test]
    fn pains_are_kept_in_order_and_a_slip_is_corrected() {
        let now = moment("2026-11-23T03:10:00+01:00[Europe/Berlin]");
        let mut begun = Begun::now(&now);
        let at = |secs| now.wall.timestamp() + jiff::SignedDuration::from_secs(secs);
        begun.note_pain(pain(1), at(5));
        begun.note_pain(pain(8), at(9));
        begun.note_pain(pain(3), at(400));
        let told: Vec<_> = begun
            .samples
            .iter()
            .map(|s| (s.after_secs, s.pain.get()))
            .collect();
        assert_eq!(told, [(5, 8), (400, 3)], "the slip is gone");
        assert_eq!(begun.worst(), Some(pain(8)), "the highest");
        let mut other = Begun::now(&now);
        other.note_pain(pain(6), at(200));
        begun.join(&other);
        assert!(
            begun.samples.is_sorted_by_key(|s| s.after_secs),
            "in order after joining"
        );
        assert_eq!(begun.samples.len(), 3, "nothing lost");
    }

    #[test]
    fn moments_stay_when_the_start_is_moved() {
        let now = moment("2026-11-23T03:10:00+01:00[Europe/Berlin]");
        let mut begun = Begun::now(&now);
        begun.lasted = Some(Lasted::Seconds(240));
        begun.regions = vec![Region::ButtockLeftDeep];
        begun.side = Some(Side::Left);
        begun.note_pain(
            pain(7),
            now.wall.timestamp() + jiff::SignedDuration::from_secs(60),
        );
        let episode = begun.episode(&now).unwrap();
        let moved = |to: &str| {
            let was = episode.started_at.instant();
            let mut episode = episode.clone();
            episode.started_at = When::parse(to).unwrap();
            keep_moments(&mut episode, was);
            episode.samples[0].after_secs
        };
        assert_eq!(
            moved("2026-11-23T02:40:00+01:00[Europe/Berlin]"),
            1860,
            "earlier"
        );
        assert_eq!(
            moved("2026-11-23T03:15:00+01:00[Europe/Berlin]"),
            0,
            "too late"
        );
        assert_eq!(
            moved("2026-11-20T03:10:00+01:00[Europe/Berlin]"),
            60,
            "the wrong day"
        );
    }

    #[test]
    fn it_is_an_entry_when_nothing_is_missing() {
        let now = moment("2026-11-23T03:10:00+01:00[Europe/Berlin]");
        let mut begun = Begun::now(&now);
        let all = [Lack::Duration, Lack::Place, Lack::Pain];
        assert_eq!(begun.lacks(), all, "all of it");
        assert!(begun.episode(&now).is_none(), "too little");
        begun.lasted = Some(Lasted::Seconds(240));
        begun.regions = vec![Region::ButtockLeftDeep];
        begun.side = Some(Side::Left);
        begun.note_pain(pain(7), now.wall.timestamp());
        let episode = begun.episode(&now).unwrap();
        assert_eq!(Some(episode.id), begun.id, "under its own id");
        assert_eq!(episode.samples, begun.samples, "with its moments");
        assert_eq!(episode.woke_me, Some(true), "it woke");
    }
}
