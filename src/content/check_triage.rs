//! Checks the content of Check: every finding can be asked, every name in a
//! rule or in the evidence leads somewhere, every weight has a source.

use std::collections::BTreeSet;

use super::citation;
use super::file::File;
use super::gather::Pile;
use super::problem::Problem;
use super::types::{Cause, Rule};
use super::words;
use crate::triage::{Findings, Knowledge};

/// The most a single answer may weigh, in log-odds: ratios measured in clinics
/// say too much of the general public (clinical reference D.1).
const MOST_WEIGHT: f32 = 2.0;

/// Compiles the knowledge; what is wrong becomes problems with file and line.
pub(super) fn compile(pile: &Pile<'_>, problems: &mut Vec<Problem>) -> Option<Knowledge> {
    let [(file, findings)] = pile.findings.as_slice() else {
        problems.push(Problem {
            file: "findings.ron".to_owned(),
            line: 1,
            message: "the file with what Check asks is missing".to_owned(),
        });
        return None;
    };
    texts(*file, findings, pile, problems);
    evidence(pile, problems);
    let rules: Vec<&Rule> = pile.rules.iter().map(|(_, rule)| rule).collect();
    let causes: Vec<&Cause> = pile.causes.iter().map(|(_, cause)| cause).collect();
    match Knowledge::compile(findings, &rules, &causes) {
        Ok(knowledge) => Some(knowledge),
        Err(flaws) => {
            for flaw in flaws {
                let found = files(pile).find(|f| f.path == flaw.file);
                problems.push(found.unwrap_or(*file).problem(&flaw.at, flaw.message));
            }
            None
        }
    }
}

fn files<'a>(pile: &'a Pile<'a>) -> impl Iterator<Item = File<'a>> {
    let causes = pile.causes.iter().map(|(file, _)| *file);
    let rules = pile.rules.first().map(|(file, _)| *file);
    causes.chain(rules)
}

/// Every sentence speaks as the guide speaks, and every question has a source.
fn texts(file: File<'_>, content: &Findings, pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    let known = citation::keys(pile);
    for sheet in &content.sheets {
        words::check(file, &sheet.title, problems);
        words::check(file, &sheet.ask, problems);
    }
    for finding in &content.findings {
        words::check(file, &finding.ask, problems);
        words::check(file, &finding.why, problems);
        let lines = [&finding.hint, &finding.yes, &finding.no];
        for text in lines.into_iter().flatten() {
            words::check(file, text, problems);
        }
        for option in &finding.options {
            words::check(file, &option.says, problems);
        }
        citation::check(file, &finding.ask, &finding.from, &known, problems);
    }
}

fn evidence(pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    let known = citation::keys(pile);
    let ids: BTreeSet<&str> = pile.causes.iter().map(|(_, c)| c.id.as_str()).collect();
    for (file, cause) in &pile.causes {
        if let Some(whole) = cause
            .part_of
            .as_ref()
            .filter(|id| !ids.contains(id.as_str()))
        {
            let message = format!("it is part of \"{whole}\", which does not exist");
            problems.push(file.problem("part_of", message));
        }
        let mut seen = BTreeSet::new();
        for one in &cause.evidence {
            let near = format!("on: \"{}\", is: \"{}\"", one.on, one.is);
            citation::check(*file, &near, &one.from, &known, problems);
            if !one.weight.is_finite() || one.weight.abs() > MOST_WEIGHT || one.weight == 0.0 {
                let message =
                    format!("a weight is between -{MOST_WEIGHT} and {MOST_WEIGHT}, not 0");
                problems.push(file.problem(&near, message));
            }
            if !seen.insert((&one.on, &one.is)) {
                problems.push(file.problem(&near, "this answer is weighed twice"));
            }
        }
    }
}
