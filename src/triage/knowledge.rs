//! Knowledge: findings, rules and evidence with every name resolved, ready to
//! be asked and scored.

use std::collections::HashMap;

use super::answers::{Answer, Answers};
use super::condition::{Names, Test};
use super::finding::{Finding, Findings, Many, Sheet};
use super::rank::plain;
use super::urgency::Urgency;
use crate::content::{Cause, Rule};

/// What is wrong with the content of Check: in which file, near which text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Flaw {
    /// The file below `content/`.
    pub file: String,
    /// What to look for in it.
    pub at: String,
    /// What is wrong.
    pub message: String,
}

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
    places: HashMap<String, usize>,
}

struct Lookup<'a> {
    findings: &'a [Finding],
    places: &'a HashMap<String, usize>,
    causes: HashMap<&'a str, usize>,
}

impl Names for Lookup<'_> {
    fn finding(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    fn option(&self, finding: usize, id: &str) -> Option<u32> {
        let options = &self.findings.get(finding)?.options;
        let at = options.iter().position(|o| o.id == id)?;
        u32::try_from(at).ok()
    }

    fn is_number(&self, finding: usize) -> bool {
        self.findings
            .get(finding)
            .is_some_and(|f| f.number.is_some())
    }

    fn cause(&self, id: &str) -> Option<usize> {
        self.causes.get(id).copied()
    }
}

impl Knowledge {
    /// Resolves every name in findings, rules and evidence.
    ///
    /// # Errors
    /// Every name that leads nowhere, and every finding that cannot be asked.
    pub(crate) fn compile(
        content: &Findings,
        rules: &[&Rule],
        causes: &[&Cause],
    ) -> Result<Self, Vec<Flaw>> {
        let mut flaws = Vec::new();
        let mut findings = content.findings.clone();
        for finding in &mut findings {
            finding.spell_out();
            flaws.extend(shape(finding, content));
        }
        let places: HashMap<String, usize> = findings
            .iter()
            .enumerate()
            .map(|(at, f)| (f.id.clone(), at))
            .collect();
        let lookup = Lookup {
            findings: &findings,
            places: &places,
            causes: causes
                .iter()
                .enumerate()
                .map(|(at, c)| (c.id.as_str(), at))
                .collect(),
        };
        let mut resolve =
            |file: &str, condition: &super::Condition| match condition.resolve(&lookup) {
                Ok(test) => test,
                Err(dangling) => {
                    flaws.push(Flaw {
                        file: file.to_owned(),
                        at: dangling.at,
                        message: dangling.message,
                    });
                    Test::Always
                }
            };
        let when = findings
            .iter()
            .map(|f| resolve("findings.ron", &f.when))
            .collect();
        let rule_models = rules
            .iter()
            .map(|rule| RuleModel {
                id: rule.id.clone(),
                urgency: rule.urgency,
                reason: rule.reason.clone(),
                alert: rule.alert.clone(),
                fires: resolve("rules.ron", &rule.fires),
            })
            .collect();
        let mut models = Vec::with_capacity(causes.len());
        for (at, cause) in causes.iter().enumerate() {
            let file = format!("causes/{}.ron", cause.id);
            let hidden = match &cause.hidden {
                Some(condition) => resolve(&file, condition),
                None => Test::Not(Box::new(Test::Always)),
            };
            let entry = match &cause.part_of {
                Some(id) => lookup.cause(id).unwrap_or(at),
                None => at,
            };
            models.push(CauseModel {
                id: cause.id.clone(),
                prior: cause.prior,
                hidden,
                entry,
            });
        }
        let mut weights: Vec<Vec<Vec<f32>>> = findings
            .iter()
            .map(|f| vec![vec![0.0; causes.len()]; f.options.len()])
            .collect();
        for (at, cause) in causes.iter().enumerate() {
            for evidence in &cause.evidence {
                let cell = lookup.finding(&evidence.on).and_then(|finding| {
                    let option = lookup.option(finding, &evidence.is)?;
                    weights
                        .get_mut(finding)?
                        .get_mut(usize::try_from(option).ok()?)?
                        .get_mut(at)
                });
                match cell {
                    Some(cell) => *cell = evidence.weight,
                    None => flaws.push(Flaw {
                        file: format!("causes/{}.ron", cause.id),
                        at: format!("on: \"{}\", is: \"{}\"", evidence.on, evidence.is),
                        message: format!(
                            "there is no answer \"{}\" to a finding \"{}\"",
                            evidence.is, evidence.on
                        ),
                    }),
                }
            }
        }
        let mut names: Vec<&str> = findings.iter().map(|f| f.group.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let group = findings
            .iter()
            .map(|f| names.iter().position(|n| *n == f.group).unwrap_or(0))
            .collect();
        let groups = names.len();
        if flaws.is_empty() {
            Ok(Self {
                sheets: content.sheets.clone(),
                when,
                group,
                groups,
                causes: models,
                weights,
                rules: rule_models,
                findings,
                places,
            })
        } else {
            Err(flaws)
        }
    }

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
fn bands(finding: &Finding, number: u32) -> u32 {
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

/// What keeps a finding from being asked.
fn shape(finding: &Finding, content: &Findings) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut bad = |message: &str| {
        flaws.push(Flaw {
            file: "findings.ron".to_owned(),
            at: format!("\"{}\"", finding.id),
            message: format!("finding \"{}\": {message}", finding.id),
        });
    };
    if finding.options.len() < 2 || finding.options.len() > 30 {
        bad("needs between 2 and 30 options, or `yes` and `no`");
    }
    if finding.yes.is_some() != finding.no.is_some() {
        bad("has one of `yes` and `no`, but not the other");
    }
    if let Some(sheet) = &finding.sheet {
        if !content.sheets.iter().any(|s| s.id == *sheet) {
            bad("stands on a sheet that does not exist");
        }
        if finding.nothing().is_none() {
            bad("stands on a sheet, so it needs an option \"no\" or \"none\"");
        }
    }
    if content
        .findings
        .iter()
        .filter(|f| f.id == finding.id)
        .count()
        > 1
    {
        bad("exists twice");
    }
    let mut options: Vec<&str> = finding.options.iter().map(|o| o.id.as_str()).collect();
    options.sort_unstable();
    if options.windows(2).any(|w| w.first() == w.last()) {
        bad("has an option twice");
    }
    if let Some(range) = &finding.number {
        let uncovered = (range.min..=range.max).find(|n| bands(finding, *n).count_ones() != 1);
        if uncovered.is_some() {
            bad("has a number that lies in no band, or in two");
        }
    }
    flaws
}
