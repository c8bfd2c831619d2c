//! Counts over the episodes of a period: sides, triggers, relief, medicines,
//! walks. Each says of how many episodes it was told at all.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::weeks::Spread;
use crate::diary::entry::{Episode, LegSymptom, Relief, Side, Trigger};
use crate::settings::Units;

/// How often each of some things was told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The things, most often told first.
    pub list: Vec<(String, u32)>,
    /// Episodes that tell anything of it.
    pub of: u32,
}

impl Counts {
    /// Counts what each episode tells; each thing once an episode.
    pub(super) fn of<'a>(
        cases: &[&'a Episode],
        told: impl Fn(&'a Episode) -> Vec<&'a str>,
    ) -> Self {
        let mut by: BTreeMap<&str, u32> = BTreeMap::new();
        let mut of = 0;
        for episode in cases {
            let mut words = told(episode);
            words.sort_unstable();
            words.dedup();
            of += u32::from(!words.is_empty());
            for word in words {
                *by.entry(word).or_default() += 1;
            }
        }
        let mut list: Vec<(String, u32)> = by.into_iter().map(|(w, n)| (w.to_owned(), n)).collect();
        list.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Self { list, of }
    }

    /// What set them off.
    pub(super) fn triggers(cases: &[&Episode]) -> Self {
        Self::of(cases, |e| e.triggers.iter().map(|t| t.label()).collect())
    }

    /// What the leg did.
    pub(super) fn legs(cases: &[&Episode]) -> Self {
        Self::of(cases, |e| {
            e.leg_symptoms.iter().map(|l| l.label()).collect()
        })
    }

    /// How many told this one.
    pub(super) fn count(&self, word: &str) -> u32 {
        let known = self.list.iter().find(|(w, _)| w == word);
        known.map_or(0, |(_, n)| *n)
    }
}

/// What was done, in how many episodes, and how soon it was better.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// What.
    pub name: String,
    /// Episodes in which it was done.
    pub used: u32,
    /// Minutes until it was clearly better, where that was told.
    pub minutes: Option<Spread>,
}

fn done(by: BTreeMap<String, (String, u32, Vec<f64>)>) -> Vec<Done> {
    let mut all: Vec<Done> = by
        .into_values()
        .map(|(name, used, minutes)| Done {
            name,
            used,
            minutes: Spread::of(&minutes),
        })
        .collect();
    all.sort_by(|a, b| b.used.cmp(&a.used).then_with(|| a.name.cmp(&b.name)));
    all
}

/// The medicines taken, by name, however it is written.
pub(super) fn medicines(cases: &[&Episode]) -> Vec<Done> {
    let mut by: BTreeMap<String, (String, u32, Vec<f64>)> = BTreeMap::new();
    for episode in cases {
        let taken = episode.medicines.iter().filter(|m| m.taken);
        let mut names: Vec<&str> = taken.map(|m| m.name.trim()).collect();
        names.retain(|name| !name.is_empty());
        names.sort_by_key(|name| name.to_lowercase());
        names.dedup_by_key(|name| name.to_lowercase());
        for name in names {
            let entry = by.entry(name.to_lowercase());
            let one = entry.or_insert_with(|| (name.to_owned(), 0, Vec::new()));
            one.1 += 1;
            one.2.extend(episode.relief_after_min.map(f64::from));
        }
    }
    done(by)
}

/// What was done about them, other than medicines and "nothing".
pub(super) fn relief(cases: &[&Episode]) -> (Vec<Done>, u32) {
    let mut by: BTreeMap<String, (String, u32, Vec<f64>)> = BTreeMap::new();
    let mut told = 0;
    for episode in cases {
        let mut words: Vec<&str> = episode.relief.iter().map(|r| r.label()).collect();
        let stretched = Relief::Stretched.label();
        if episode.stretch.is_some() {
            words.push(stretched);
        }
        words.sort_unstable();
        words.dedup();
        told += u32::from(!words.is_empty());
        let without = [Relief::Nothing.label(), Relief::Medicine.label()];
        for word in words.into_iter().filter(|word| !without.contains(word)) {
            let entry = by.entry(word.to_owned());
            let one = entry.or_insert_with(|| (word.to_owned(), 0, Vec::new()));
            one.1 += 1;
            one.2.extend(episode.relief_after_min.map(f64::from));
        }
    }
    (done(by), told)
}

/// Walks until it began.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walks {
    /// The day and the meters, oldest first.
    pub series: Vec<(Date, u32)>,
    /// The meters.
    pub meters: Option<Spread>,
    /// The minutes, where they were told.
    pub minutes: Option<Spread>,
    /// What the page tells them in.
    pub units: Units,
    /// Episodes set off by walking.
    pub of: u32,
    /// Of these, eased by standing still.
    pub still: u32,
    /// Of these, eased by sitting or bending forward.
    pub sat: u32,
}

/// The walks of these episodes.
pub(super) fn walks(cases: &[&Episode], units: Units) -> Walks {
    let mut walks = Walks {
        units,
        ..Walks::default()
    };
    let (mut meters, mut minutes) = (Vec::new(), Vec::new());
    for episode in cases {
        if let Some(far) = episode.walk_distance_m {
            walks.series.push((episode.started_at.date(), far));
            meters.push(f64::from(far));
        }
        minutes.extend(episode.walk_time_min.map(f64::from));
        if episode.triggers.contains(&Trigger::Walking) {
            let eased = |by| episode.relief.contains(&by);
            walks.of += 1;
            walks.still += u32::from(eased(Relief::StoodStill));
            walks.sat += u32::from(eased(Relief::Sat) || eased(Relief::BentForward));
        }
    }
    walks.meters = Spread::of(&meters);
    walks.minutes = Spread::of(&minutes);
    walks
}

/// Left, right, both, middle.
pub(super) fn sides(cases: &[&Episode]) -> [u32; 4] {
    let all = [Side::Left, Side::Right, Side::Both, Side::Middle];
    all.map(|side| {
        let of = cases.iter().filter(|e| e.side == side).count();
        u32::try_from(of).unwrap_or(u32::MAX)
    })
}

/// The word for no sign in the leg.
pub(super) const fn no_leg() -> &'static str {
    LegSymptom::None.label()
}
