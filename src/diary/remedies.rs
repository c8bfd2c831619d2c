//! What was done about attacks, and how much it eased them, as far as it was
//! measured. Other things may have been done at the same time; nothing here
//! proves what helped.

use super::entry::{Episode, Relief};
use super::relief::helped as eased;
use super::stats::median;

/// From this score on a remedy is told to have helped.
const HELPED: u8 = 5;

/// One remedy in the attacks of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Relieved {
    /// The id of a remedy of the guide, or a word of the person.
    pub name: String,
    /// Whether `name` is a label already, not an id to look up.
    pub is_label: bool,
    /// Attacks in which it was done.
    pub used: u32,
    /// Of these, attacks in which its effect was told or measured.
    pub measured: u32,
    /// Of these, attacks in which it helped by a change that people feel.
    pub helped: u32,
    /// The median change of pain, in points; below 0 it fell.
    pub change: Option<f64>,
    /// The median of the minutes until it was clearly better.
    pub minutes: Option<f64>,
}

/// What was counted for a remedy.
#[derive(Default)]
struct Tally {
    name: String,
    is_label: bool,
    used: u32,
    measured: u32,
    helped: u32,
    changes: Vec<f64>,
    minutes: Vec<f64>,
}

/// The pain before and after, in one attack: of its stretch, or of the samples
/// taken while it lasted.
fn change(episode: &Episode, is_stretch: bool) -> Option<(u8, u8)> {
    let stretch = episode.stretch.as_ref().filter(|_| is_stretch);
    let of_stretch = stretch.and_then(|s| Some((s.pain_before?.get(), s.pain_after?.get())));
    let highest = episode.samples.iter().map(|s| s.pain.get()).max();
    let last = episode.samples.last().map(|s| s.pain.get());
    let of_samples = highest.zip(last).filter(|_| episode.samples.len() >= 2);
    of_stretch.or(of_samples)
}

/// The remedies of these attacks, most used first.
pub fn relieved(cases: &[&Episode]) -> Vec<Relieved> {
    let mut tallies: Vec<Tally> = Vec::new();
    for episode in cases {
        let mut done: Vec<(&str, bool, Option<u8>)> = Vec::new();
        for relief in episode.relief.iter().filter(|r| **r != Relief::Nothing) {
            done.push((relief.label(), true, None));
        }
        let stretched = Relief::Stretched.label();
        if episode.stretch.is_some() && !done.iter().any(|(name, ..)| *name == stretched) {
            done.push((stretched, true, None));
        }
        for helped in &episode.helped {
            done.push((&helped.remedy, false, Some(helped.score.get())));
        }
        done.dedup_by(|a, b| a.0 == b.0);
        for (name, is_label, score) in done {
            let known = tallies.iter().position(|t| t.name == name);
            let at = known.unwrap_or_else(|| {
                tallies.push(Tally {
                    name: name.to_owned(),
                    is_label,
                    ..Tally::default()
                });
                tallies.len() - 1
            });
            if let Some(tally) = tallies.get_mut(at) {
                tally.add(episode, score, is_label && name == stretched);
            }
        }
    }
    let mut all: Vec<Relieved> = tallies.into_iter().map(Tally::close).collect();
    all.sort_by(|a, b| b.used.cmp(&a.used).then_with(|| a.name.cmp(&b.name)));
    all
}

impl Tally {
    fn add(&mut self, episode: &Episode, score: Option<u8>, is_stretch: bool) {
        self.used += 1;
        let change = change(episode, is_stretch);
        if let Some((before, after)) = change {
            self.changes.push(f64::from(after) - f64::from(before));
        }
        let told = score
            .map(|score| score >= HELPED)
            .or(change.map(|(before, after)| eased(before, after)));
        if let Some(helped) = told {
            self.measured += 1;
            self.helped += u32::from(helped);
        }
        if let Some(minutes) = episode.relief_after_min {
            self.minutes.push(f64::from(minutes));
        }
    }

    fn close(self) -> Relieved {
        Relieved {
            name: self.name,
            is_label: self.is_label,
            used: self.used,
            measured: self.measured,
            helped: self.helped,
            change: median(&self.changes),
            minutes: median(&self.minutes),
        }
    }
}
