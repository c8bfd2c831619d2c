//! Knowledge: findings, rules and evidence with every name resolved, ready to
//! be asked and scored.

use std::collections::HashMap;

use super::answers::{Answer, Answers};
use super::condition::Test;
use super::finding::{Finding, Many, Sheet};
use super::rank::plain;
use super::urgency::Urgency;

/// A cause as Check sees it.
#[derive(Clone, Debug)]
pub(super) struct CauseModel {
    pub id: String,
    /// Log-odds before anything is answered.
    pub prior: f32,
    /// It cannot be this cause while this is true.
    pub hidden: Test,
    /// The cause it is shown together with.
    pub entry: usize,
}

/// A rule as Check sees it.
#[derive(Clone, Debug)]
pub(super) struct RuleModel {
    pub id: String,
    pub urgency: Urgency,
    pub reason: String,
    pub alert: Option<String>,
    pub fires: Test,
}

/// An answer, resolved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Given {
    /// Not asked yet.
    #[default]
    Nothing,
    /// "Not sure", or passed over.
    Unsure,
    Skipped,
    /// Options, a bit each.
    Chosen(u32),
    /// A number, and the bands it lies in.
    Number(u32, u32),
}

impl Given {
    pub(super) fn bits(self) -> u32 {
        match self {
            Self::Chosen(bits) | Self::Number(_, bits) => bits,
            Self::Nothing | Self::Unsure | Self::Skipped => 0,
        }
    }
}

/// Everything Check knows.
#[derive(Clone, Debug)]
pub struct Knowledge {
    pub(super) findings: Vec<Finding>,
    pub(super) sheets: Vec<Sheet>,
    pub(super) when: Vec<Test>,
    /// The group of each finding.
    pub(super) group: Vec<usize>,
    pub(super) groups: usize,
    pub(super) causes: Vec<CauseModel>,
    /// By finding, option and cause.
    pub(super) weights: Vec<Vec<Vec<f32>>>,
    pub(super) rules: Vec<RuleModel>,
    pub(super) places: HashMap<String, usize>,
}

impl Knowledge {
    /// Everything that can be asked, in the order of the file.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The sheets, in the order of the file.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The finding with this id.
    pub fn finding(&self, id: &str) -> Option<&Finding> {
        self.findings.get(*self.places.get(id)?)
    }

    /// The sheet with this id.
    pub fn sheet(&self, id: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|s| s.id == id)
    }

    /// The findings of a sheet.
    pub fn on_sheet<'a>(&'a self, sheet: &'a str) -> impl Iterator<Item = &'a Finding> {
        self.findings
            .iter()
            .filter(move |f| f.sheet.as_deref() == Some(sheet))
    }

    /// The findings of a sheet that make sense after these answers.
    pub fn rows(&self, sheet: &str, answers: &Answers) -> Vec<&Finding> {
        let given = self.given(answers);
        self.findings
            .iter()
            .zip(&self.when)
            .filter(|(finding, when)| {
                finding.sheet.as_deref() == Some(sheet) && plain(when, &given)
            })
            .map(|(finding, _)| finding)
            .collect()
    }

    /// The answers in the order of the findings. What does not fit says nothing.
    pub(super) fn given(&self, answers: &Answers) -> Vec<Given> {
        self.findings
            .iter()
            .map(|finding| match answers.get(&finding.id) {
                None => Given::Nothing,
                Some(Answer::Unsure) => Given::Unsure,
                Some(Answer::Skipped) => Given::Skipped,
                Some(Answer::Number(number)) => Given::Number(*number, bands(finding, *number)),
                Some(Answer::Chosen(ids)) => {
                    let bits = finding
                        .options
                        .iter()
                        .enumerate()
                        .filter(|(_, o)| ids.contains(&o.id))
                        .fold(0, |bits, (at, _)| bits | 1 << at);
                    Given::Chosen(bits)
                }
            })
            .collect()
    }

    /// The weight of an answer for a cause.
    pub(super) fn weight(&self, finding: usize, bits: u32, cause: usize) -> f32 {
        let Some(options) = self.weights.get(finding) else {
            return 0.0;
        };
        let chosen = options
            .iter()
            .enumerate()
            .filter(|(at, _)| bits & (1 << at) != 0)
            .filter_map(|(_, by_cause)| by_cause.get(cause).copied());
        let strongest = self.findings.get(finding).and_then(|f| f.many) == Some(Many::Strongest);
        if strongest {
            return chosen.fold(
                0.0,
                |best: f32, w| if w.abs() > best.abs() { w } else { best },
            );
        }
        let (sum, count) = chosen.fold((0.0, 0.0), |(sum, count), w| (sum + w, count + 1.0));
        if count > 0.0 { sum / count } else { 0.0 }
    }
}

/// The bands of a number a value lies in.
pub(super) fn bands(finding: &Finding, number: u32) -> u32 {
    finding
        .options
        .iter()
        .enumerate()
        .filter(|(_, band)| {
            band.at_least.is_none_or(|least| number >= least)
                && band.below.is_none_or(|end| number < end)
        })
        .fold(0, |bits, (at, _)| bits | 1 << at)
}
