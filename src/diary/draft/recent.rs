//! What was used last: the order of the chips, the words of one's own, and
//! where the last cramp was. Looks at the newest cramps alone, however long
//! the diary is.

use super::place::PLACES;
use crate::diary::Diary;
use crate::diary::entry::{
    BowelUrine, Episode, FluidHeat, LegSymptom, Quality, Region, Relief, Side, Trigger,
};

/// The most cramps that are looked at.
const CRAMPS: usize = 200;
/// The most entries that are looked at on the way to them.
const ENTRIES: usize = 2000;
/// The most words of one's own that are offered.
const WORDS: usize = 12;

/// Where the last cramp was, and what it felt like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// Where.
    pub regions: Vec<Region>,
    /// On which side.
    pub side: Side,
    /// What it felt like.
    pub quality: Vec<Quality>,
}

/// Everything that is offered, what was used last first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recent {
    /// Places, as their index in [`PLACES`].
    pub places: Vec<usize>,
    /// What it feels like.
    pub quality: Vec<Quality>,
    /// What sets it off.
    pub triggers: Vec<Trigger>,
    /// What is done about it.
    pub relief: Vec<Relief>,
    /// What the leg does.
    pub leg: Vec<LegSymptom>,
    /// Bowel and bladder.
    pub bowel: Vec<BowelUrine>,
    /// Water and salt.
    pub fluids: Vec<FluidHeat>,
    /// Remedies that were told: ids of the guide and words of one's own.
    pub remedies: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Medicines, by name.
    pub medicines: Vec<String>,
    /// Kinds of training.
    pub training: Vec<String>,
    /// The last cramp.
    pub last: Option<Last>,
}

/// Keeps the first of each.
fn note<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// The same for words, of which there may be many.
fn note_word(list: &mut Vec<String>, word: &str) {
    if list.len() < WORDS && !list.iter().any(|known| known == word) {
        list.push(word.to_owned());
    }
}

/// Keeps the first of each of several.
fn note_all<T: PartialEq + Copy>(list: &mut Vec<T>, all: &[T]) {
    for item in all {
        note(list, *item);
    }
}

impl Recent {
    /// What the diary shows.
    pub fn of(diary: &Diary) -> Self {
        let mut recent = Self::default();
        let newest = diary.entries().iter().rev().take(ENTRIES);
        let cramps = newest.filter_map(|entry| entry.as_episode());
        for episode in cramps.take(CRAMPS) {
            recent.take(episode);
        }
        // What was never used follows in its usual order.
        let places: Vec<usize> = (0..PLACES.len()).collect();
        note_all(&mut recent.places, &places);
        note_all(&mut recent.quality, Quality::ALL);
        note_all(&mut recent.triggers, Trigger::ALL);
        note_all(&mut recent.relief, Relief::ALL);
        note_all(&mut recent.leg, LegSymptom::ALL);
        note_all(&mut recent.bowel, BowelUrine::ALL);
        note_all(&mut recent.fluids, FluidHeat::ALL);
        recent
    }

    fn take(&mut self, episode: &Episode) {
        if self.last.is_none() {
            self.last = Some(Last {
                regions: episode.regions.clone(),
                side: episode.side,
                quality: episode.quality.clone(),
            });
        }
        for region in &episode.regions {
            if let Some(at) = PLACES.iter().position(|p| p.has(*region)) {
                note(&mut self.places, at);
            }
        }
        note_all(&mut self.quality, &episode.quality);
        note_all(&mut self.triggers, &episode.triggers);
        note_all(&mut self.relief, &episode.relief);
        note_all(&mut self.leg, &episode.leg_symptoms);
        note_all(&mut self.bowel, &episode.bowel_urine);
        note_all(&mut self.fluids, &episode.fluid_heat);
        for helped in &episode.helped {
            note_word(&mut self.remedies, &helped.remedy);
        }
        for tag in &episode.tags {
            note_word(&mut self.tags, tag);
        }
        for medicine in &episode.medicines {
            note_word(&mut self.medicines, &medicine.name);
        }
        if let Some(training) = &episode.training {
            note_word(&mut self.training, &training.activity);
        }
    }
}

/// The same for one revision of the diary, made once.
#[derive(Debug, Default)]
pub struct RecentShelf {
    made_for: Option<u64>,
    recent: Recent,
}

impl RecentShelf {
    /// What was used last, made anew when the diary has changed.
    pub fn look(&mut self, diary: &Diary) -> &Recent {
        if self.made_for != Some(diary.revision()) {
            self.made_for = Some(diary.revision());
            self.recent = Recent::of(diary);
        }
        &self.recent
    }
}
