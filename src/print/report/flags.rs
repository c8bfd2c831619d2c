//! Answers to the red-flag questions of the checks in a period, and what episodes
//! say of legs, bowels and bladder, with their dates.

use jiff::civil::Date;

use crate::content::Library;
use crate::diary::entry::{BowelUrine, Check, Episode, LegSymptom, Quality, Region};
use crate::triage::{Answer, Finding};

/// What was told of red flags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// The days the questions were asked.
    pub asked: Vec<Date>,
    /// What was answered other than "no": the words and the days, newest sign
    /// first.
    pub answers: Vec<(String, Vec<Date>)>,
    /// What episodes say: the words and the days, each day once.
    pub signs: Vec<(&'static str, Vec<Date>)>,
}

impl Flags {
    /// Takes in a check of symptoms.
    pub(super) fn check(&mut self, check: &Check, library: &Library) {
        let date = check.logged_at.date();
        let knowledge = library.knowledge();
        let is_flag = |finding: &&Finding| {
            let sheet = finding.sheet.as_deref();
            sheet.is_some_and(|id| knowledge.sheet(id).is_some_and(|s| s.flags))
        };
        let mut asked = false;
        for finding in knowledge.findings().iter().filter(is_flag) {
            let Some(answer) = check.answers.get(&finding.id) else {
                continue;
            };
            asked |= *answer != Answer::Skipped;
            if let Some(said) = positive(finding, answer) {
                add(&mut self.answers, said, date);
            }
        }
        if asked && self.asked.last() != Some(&date) {
            self.asked.push(date);
        }
    }

    /// Takes in an episode.
    pub(super) fn episode(&mut self, episode: &Episode, date: Date) {
        let saddle = [Region::Perineum, Region::BackPassage];
        let numb = episode.quality.contains(&Quality::Numb)
            && episode.regions.iter().any(|r| saddle.contains(r));
        let bowel = |what| episode.bowel_urine.contains(&what);
        let signs = [
            ("Saddle numbness", numb),
            (
                "Leg weakness",
                episode.leg_symptoms.contains(&LegSymptom::Weak),
            ),
            ("Rectal bleeding", bowel(BowelUrine::Bleeding)),
            ("Weak urinary stream", bowel(BowelUrine::WeakStream)),
        ];
        for (sign, told) in signs {
            if told {
                add(&mut self.signs, sign, date);
            }
        }
    }

    /// Whether anything was told.
    pub fn any(&self) -> bool {
        !self.answers.is_empty() || !self.signs.is_empty()
    }
}

fn add<T: PartialEq>(list: &mut Vec<(T, Vec<Date>)>, what: T, date: Date) {
    match list.iter_mut().find(|(known, _)| *known == what) {
        Some((_, dates)) if dates.last() == Some(&date) => {}
        Some((_, dates)) => dates.push(date),
        None => list.push((what, vec![date])),
    }
}

/// The sign as it was asked, and the answer where it is more than "yes".
fn positive(finding: &Finding, answer: &Answer) -> Option<String> {
    if finding.is_nothing(answer) {
        return None;
    }
    match answer {
        Answer::Skipped | Answer::Number(_) => None,
        Answer::Unsure => Some(format!("{}: not sure", finding.ask)),
        Answer::Chosen(ids) if ids.iter().any(|id| id == "yes") => Some(finding.ask.clone()),
        Answer::Chosen(ids) => {
            let chosen = finding.options.iter().filter(|o| ids.contains(&o.id));
            let words: Vec<&str> = chosen.map(|o| o.text.as_str()).collect();
            (!words.is_empty()).then(|| format!("{}: {}", finding.ask, words.join("; ")))
        }
    }
}
