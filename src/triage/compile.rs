//! Compiles the content of Check: every name resolved, every slip told.

use std::collections::HashMap;

use super::condition::{Condition, Names, Test};
use super::finding::{Finding, Findings};
use super::knowledge::{CauseModel, Knowledge, RuleModel, bands};
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

/// Weights by finding, option and cause.
type Weights = Vec<Vec<Vec<f32>>>;

struct Compiler<'a> {
    lookup: Lookup<'a>,
    flaws: Vec<Flaw>,
}

impl Compiler<'_> {
    fn resolve(&mut self, file: &str, condition: &Condition) -> Test {
        match condition.resolve(&self.lookup) {
            Ok(test) => test,
            Err(dangling) => {
                self.flaws.push(Flaw {
                    file: file.to_owned(),
                    at: dangling.at,
                    message: dangling.message,
                });
                Test::Always
            }
        }
    }

    fn rules(&mut self, rules: &[&Rule]) -> Vec<RuleModel> {
        let model = |rule: &&Rule| RuleModel {
            id: rule.id.clone(),
            urgency: rule.urgency,
            reason: rule.reason.clone(),
            alert: rule.alert.clone(),
            fires: self.resolve("rules.ron", &rule.fires),
        };
        rules.iter().map(model).collect()
    }

    fn causes(&mut self, causes: &[&Cause]) -> Vec<CauseModel> {
        let mut models = Vec::with_capacity(causes.len());
        for (at, cause) in causes.iter().enumerate() {
            let file = format!("causes/{}.ron", cause.id);
            let hidden = match &cause.hidden {
                Some(condition) => self.resolve(&file, condition),
                None => Test::Not(Box::new(Test::Always)),
            };
            let whole = cause.part_of.as_ref();
            models.push(CauseModel {
                id: cause.id.clone(),
                prior: cause.prior,
                hidden,
                entry: whole.and_then(|id| self.lookup.cause(id)).unwrap_or(at),
            });
        }
        models
    }

    fn weights(&mut self, findings: &[Finding], causes: &[&Cause]) -> Weights {
        let mut weights: Weights = findings
            .iter()
            .map(|f| vec![vec![0.0; causes.len()]; f.options.len()])
            .collect();
        for (at, cause) in causes.iter().enumerate() {
            for evidence in &cause.evidence {
                let cell = self.lookup.finding(&evidence.on).and_then(|finding| {
                    let option = self.lookup.option(finding, &evidence.is)?;
                    weights
                        .get_mut(finding)?
                        .get_mut(usize::try_from(option).ok()?)?
                        .get_mut(at)
                });
                match cell {
                    Some(cell) => *cell = evidence.weight,
                    None => self.flaws.push(Flaw {
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
        weights
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
        let mut findings = content.findings.clone();
        let mut flaws = Vec::new();
        for finding in &mut findings {
            finding.spell_out();
            flaws.extend(shape(finding, content));
        }
        let places: HashMap<String, usize> = findings
            .iter()
            .enumerate()
            .map(|(at, f)| (f.id.clone(), at))
            .collect();
        let named = causes.iter().enumerate();
        let lookup = Lookup {
            findings: &findings,
            places: &places,
            causes: named.map(|(at, c)| (c.id.as_str(), at)).collect(),
        };
        let mut compiler = Compiler { lookup, flaws };
        let when = findings
            .iter()
            .map(|f| compiler.resolve("findings.ron", &f.when))
            .collect();
        let rules = compiler.rules(rules);
        let models = compiler.causes(causes);
        let weights = compiler.weights(&findings, causes);
        if !compiler.flaws.is_empty() {
            return Err(compiler.flaws);
        }
        let (group, groups) = groups(&findings);
        Ok(Self {
            sheets: content.sheets.clone(),
            when,
            group,
            groups,
            causes: models,
            weights,
            rules,
            findings,
            places,
        })
    }
}

/// The group of each finding as a number, and how many groups there are.
fn groups(findings: &[Finding]) -> (Vec<usize>, usize) {
    let mut names: Vec<&str> = findings.iter().map(|f| f.group.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let place = |f: &Finding| names.iter().position(|n| *n == f.group).unwrap_or(0);
    (findings.iter().map(place).collect(), names.len())
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
