//! What is written on the log sheet so far, and what is still missing.

use jiff::civil::{Date, Time};

use super::places::{PLACES, places_of};
use crate::clock::Moment;
use crate::diary::begun::Begun;
use crate::diary::entry::{Entry, EntryId, Episode, Intensity, Lasted, Region, Required, Side};
use crate::diary::when::When;

/// A field that must be filled in, with the sentence that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// The date cannot be read.
    Date,
    /// The time cannot be read.
    Time,
    /// The start lies ahead.
    Future,
    /// No duration.
    Duration,
    /// No place.
    Place,
    /// No side.
    Side,
    /// No intensity.
    Pain,
}

impl Missing {
    /// What to do.
    pub(super) fn sentence(self) -> &'static str {
        match self {
            Self::Date => "Write the date as year-month-day, for example 2026-11-23.",
            Self::Time => "Write the time as hour:minute, for example 03:10.",
            Self::Future => "The start lies in the future. Check the date and the time.",
            Self::Duration => "Say how long it lasted, or that it is still going.",
            Self::Place => "Press at least one place.",
            Self::Side => "Press the side.",
            Self::Pain => "Press how bad it was at its worst.",
        }
    }
}

/// The log sheet of an episode.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The episode that is edited, whole, so that no field is lost.
    pub(super) before: Option<Episode>,
    /// What was known of a new one; the rest of it goes into the entry as it is.
    begun: Begun,
    started: Option<When>,
    /// The date, as text.
    pub(super) date: String,
    /// The time, as text.
    pub(super) time: String,
    /// The start is a guess.
    pub(super) about: bool,
    /// How long.
    pub(super) lasted: Option<Lasted>,
    /// Which of [`PLACES`].
    pub(super) places: [bool; PLACES.len()],
    /// Which side.
    pub(super) side: Option<Side>,
    /// How bad.
    pub(super) pain: Option<u8>,
    /// In one's own words.
    pub(super) note: String,
    /// Save was pressed, so that what is missing may be said.
    pub(super) tried: bool,
}

impl Draft {
    /// The sheet of a new episode, with what is known of it.
    pub(super) fn new(now: &Moment, begun: &Begun) -> Self {
        let started = begun.started_at.clone();
        let when = started.clone().unwrap_or_else(|| When::from(&now.wall));
        let mut draft = Self {
            before: None,
            begun: begun.clone(),
            started,
            date: String::new(),
            time: String::new(),
            about: false,
            lasted: begun.lasted,
            places: places_of(&begun.regions),
            side: begun.side,
            pain: begun.pain_peak.map(Intensity::get),
            note: begun.note.clone(),
            tried: false,
        };
        draft.set_start(&when);
        draft
    }

    /// The sheet of an episode that was logged before.
    pub(super) fn of(episode: &Episode) -> Self {
        let mut draft = Self {
            before: Some(episode.clone()),
            begun: Begun::default(),
            started: Some(episode.started_at.clone()),
            date: String::new(),
            time: String::new(),
            about: episode.about,
            lasted: Some(episode.duration),
            places: places_of(&episode.regions),
            side: Some(episode.side),
            pain: Some(episode.pain_peak.get()),
            note: episode.note.clone(),
            tried: false,
        };
        draft.set_start(&episode.started_at);
        draft
    }

    /// Writes a start into the fields.
    pub(super) fn set_start(&mut self, when: &When) {
        let civil = when.civil();
        self.date = civil.date().to_string();
        self.time = civil.strftime("%H:%M").to_string();
        self.started = Some(when.clone());
    }

    /// The start as written, or what is wrong with it.
    fn start(&self, now: &Moment) -> Result<When, Missing> {
        let date: Date = self.date.trim().parse().map_err(|_e| Missing::Date)?;
        let time = clock_time(&self.time).ok_or(Missing::Time)?;
        if let Some(started) = &self.started {
            let civil = started.civil();
            if civil.date() == date
                && civil.hour() == time.hour()
                && civil.minute() == time.minute()
            {
                return Ok(started.clone()); // keeps its seconds and its zone
            }
        }
        let wall = date
            .to_datetime(time)
            .to_zoned_datetime(now.wall.time_zone().clone())
            .map_err(|_e| Missing::Date)?;
        if wall.timestamp() > now.wall.timestamp() {
            return Err(Missing::Future);
        }
        Ok(When::from(&wall))
    }

    /// Everything that is still missing, top to bottom.
    pub(super) fn missing(&self, now: &Moment) -> Vec<Missing> {
        let mut all: Vec<Missing> = self.start(now).err().into_iter().collect();
        if self.lasted.is_none() {
            all.push(Missing::Duration);
        }
        if !self.places.contains(&true) {
            all.push(Missing::Place);
        }
        if self.side.is_none() {
            all.push(Missing::Side);
        }
        if self.pain.is_none() {
            all.push(Missing::Pain);
        }
        all
    }

    fn regions(&self, side: Side) -> Vec<Region> {
        let mut regions: Vec<Region> = Vec::new();
        for (on, place) in self.places.iter().zip(&PLACES) {
            if !on {
                continue;
            }
            let both = [place.left, place.right];
            let wanted: &[Region] = match side {
                Side::Left => &both[..1],
                Side::Right => &both[1..],
                Side::Both | Side::Middle => &both,
            };
            for region in wanted {
                if !regions.contains(region) {
                    regions.push(*region);
                }
            }
        }
        regions
    }

    /// The entry, when nothing is missing.
    pub(super) fn entry(&self, now: &Moment) -> Option<Entry> {
        let started_at = self.start(now).ok()?;
        let side = self.side?;
        let regions = self.regions(side);
        let required = Required {
            duration: self.lasted?,
            regions,
            side,
            pain_peak: Intensity::new(self.pain?)?,
        };
        if required.regions.is_empty() {
            return None;
        }
        let episode = if let Some(before) = &self.before {
            // Where neither places nor side were touched, the regions stay
            // as they were, also those this sheet does not offer.
            let same = Self::of(before);
            let untouched = same.places == self.places && same.side == self.side;
            Episode {
                started_at,
                duration: required.duration,
                regions: if untouched {
                    before.regions.clone()
                } else {
                    required.regions
                },
                side,
                pain_peak: required.pain_peak,
                about: self.about,
                note: self.note.trim().to_owned(),
                ..before.clone()
            }
        } else {
            let logged = When::from(&now.wall);
            let mut new = Episode::new(EntryId::new(now), logged, started_at, required);
            self.begun.add_to(&mut new);
            new.about = self.about;
            self.note.trim().clone_into(&mut new.note);
            new
        };
        Some(episode.into())
    }
}

/// Reads `3:10`, `03:10` or `0310`.
fn clock_time(text: &str) -> Option<Time> {
    let text = text.trim();
    let (hour, minute) = match text.split_once([':', '.']) {
        Some(parts) => parts,
        None if text.len() == 4 => text.split_at_checked(2)?,
        None => return None,
    };
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn now() -> Moment {
        Moment {
            wall: "2026-11-23T03:10:00+01:00[Europe/Berlin]".parse().unwrap(),
            ticks: Duration::ZERO,
        }
    }

    fn full() -> Draft {
        let mut draft = Draft::new(&now(), &Begun::default());
        draft.lasted = Some(Lasted::Seconds(600));
        draft.places[0] = true;
        draft.side = Some(Side::Left);
        draft.pain = Some(7);
        draft
    }

    #[test]
    fn an_empty_sheet_says_all_that_is_missing() {
        let draft = Draft::new(&now(), &Begun::default());
        let want = [
            Missing::Duration,
            Missing::Place,
            Missing::Side,
            Missing::Pain,
        ];
        assert_eq!(draft.missing(&now()), want, "the start is filled in");
        assert!(draft.entry(&now()).is_none(), "so there is no entry");
    }

    #[test]
    fn a_full_sheet_makes_an_episode() {
        let entry = full().entry(&now()).unwrap();
        let episode = entry.as_episode().unwrap();
        assert_eq!(episode.regions, [Region::ButtockLeftDeep], "place and side");
        assert_eq!(episode.pain_peak.get(), 7, "pain");
        assert_eq!(episode.started_at.civil().hour(), 3, "start");
    }

    #[test]
    fn both_sides_are_both_regions_and_the_middle_is_one() {
        let mut draft = full();
        draft.side = Some(Side::Both);
        draft.places[5] = true; // back passage
        let entry = draft.entry(&now()).unwrap();
        let want = [
            Region::ButtockLeftDeep,
            Region::ButtockRightDeep,
            Region::BackPassage,
        ];
        assert_eq!(entry.as_episode().unwrap().regions, want, "no doubles");
    }

    #[test]
    fn a_start_ahead_is_refused_and_odd_times_are_read() {
        let mut draft = full();
        draft.time = "04:00".to_owned();
        assert_eq!(draft.missing(&now()), [Missing::Future], "later today");
        draft.time = "2.30".to_owned();
        assert_eq!(draft.missing(&now()), [], "a dot will do");
        draft.time = "0230".to_owned();
        assert_eq!(draft.missing(&now()), [], "so will none");
        draft.time = "25:00".to_owned();
        assert_eq!(draft.missing(&now()), [Missing::Time], "no such hour");
        draft.time = "02:30".to_owned();
        draft.date = "yesterday".to_owned();
        assert_eq!(draft.missing(&now()), [Missing::Date], "no such date");
    }

    #[test]
    fn editing_keeps_what_the_sheet_does_not_show() {
        let entry = full().entry(&now()).unwrap();
        let mut episode = entry.as_episode().unwrap().clone();
        episode.walk_distance_m = Some(400);
        episode.tags = vec!["stairs".to_owned()];
        let mut draft = Draft::of(&episode);
        draft.note = "better".to_owned();
        let edited = draft.entry(&now()).unwrap();
        let edited = edited.as_episode().unwrap();
        assert_eq!(edited.walk_distance_m, Some(400), "distance kept");
        assert_eq!(edited.tags, ["stairs"], "tags kept");
        assert_eq!(edited.id, episode.id, "same entry");
        assert_eq!(
            edited.started_at, episode.started_at,
            "start kept to the second"
        );
        assert_eq!(edited.note, "better", "the change is there");
    }
}
