//! Checks the patterns of the diary: every number is there, every lead and
//! every answer exists, every mark is one that the count can set.

use std::collections::BTreeSet;

use super::citation;
use super::file::File;
use super::gather::Pile;
use super::pattern::Pattern;
use super::problem::Problem;
use super::words;
use crate::diary::pattern::MARKS;

/// How many patterns there are: P01 to P20.
const PATTERNS: usize = 20;
/// The mark that every clear pattern has.
const CLEAR: &str = "clear";

/// Looks at every pattern.
pub(super) fn all(pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    let ids: Vec<&str> = pile.patterns.iter().map(|(_, p)| p.id.as_str()).collect();
    for number in 1..=PATTERNS {
        let id = format!("P{number:02}");
        let times = ids.iter().filter(|known| **known == id).count();
        if times != 1 {
            problems.push(Problem {
                file: "patterns.ron".to_owned(),
                line: 1,
                message: format!("the pattern \"{id}\" stands there {times} times, not once"),
            });
        }
    }
    for (file, pattern) in &pile.patterns {
        one(*file, pattern, pile, problems);
    }
}

fn one(file: File<'_>, pattern: &Pattern, pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    let here = format!("\"{}\"", pattern.id);
    let known = citation::keys(pile);
    let texts = [
        &pattern.name,
        &pattern.says,
        &pattern.needs,
        &pattern.means.text,
    ];
    let raised = pattern.raised.as_ref().map(|raised| &raised.says);
    let more = [pattern.more.as_ref(), pattern.ask.as_ref(), raised];
    for text in texts.into_iter().chain(more.into_iter().flatten()) {
        words::check(file, text, problems);
    }
    citation::check(file, &here, &pattern.means.from, &known, problems);
    let number = pattern.id.strip_prefix('P').and_then(|n| n.parse().ok());
    if !number.is_some_and(|n: usize| (1..=PATTERNS).contains(&n)) {
        problems.push(file.problem(&here, "patterns are P01 to P20"));
    }
    for limit in [pattern.possible, pattern.clear].into_iter().flatten() {
        if !(limit.is_finite() && limit > 0.0) {
            problems.push(file.problem(&here, "a threshold is above 0"));
        }
    }
    leads(file, pattern, pile, problems);
    tells(file, pattern, pile, problems);
}

/// The mark is one that the count of this pattern can set.
fn mark(file: File<'_>, id: &str, when: Option<&String>, problems: &mut Vec<Problem>) {
    let Some(when) = when else { return };
    let own = MARKS.iter().filter(|(of, _)| *of == id);
    let known: BTreeSet<&str> = own.flat_map(|(_, marks)| *marks).copied().collect();
    if when != CLEAR && !known.contains(when.as_str()) {
        let at = format!("\"{when}\"");
        problems.push(file.problem(&at, format!("{id} is never counted as {at}")));
    }
}

fn leads(file: File<'_>, pattern: &Pattern, pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    for lead in &pattern.leads {
        mark(file, &pattern.id, lead.when.as_ref(), problems);
        for cause in lead.to.iter().chain(&lead.against) {
            if !pile.causes.iter().any(|(_, c)| c.id == *cause) {
                let at = format!("\"{cause}\"");
                problems.push(file.problem(&at, format!("cause {at} does not exist")));
            }
        }
        let alert = lead.alert.iter();
        for alert in alert.filter(|id| !pile.alerts.iter().any(|(_, a)| a.id == **id)) {
            let at = format!("\"{alert}\"");
            problems.push(file.problem(&at, format!("alert {at} does not exist")));
        }
    }
}

fn tells(file: File<'_>, pattern: &Pattern, pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    for tell in &pattern.tells {
        mark(file, &pattern.id, tell.when.as_ref(), problems);
        let mut findings = pile.findings.iter().flat_map(|(_, all)| &all.findings);
        let finding = findings.find(|finding| finding.id == tell.on);
        let near = format!("on: \"{}\"", tell.on);
        match finding {
            None => problems.push(file.problem(&near, "this finding does not exist")),
            // A question with yes and no has its options made later.
            Some(f) if f.options.is_empty() && ["yes", "no"].contains(&tell.is.as_str()) => {}
            Some(f) if f.number.is_none() && f.options.iter().any(|o| o.id == tell.is) => {}
            Some(_) => {
                let message = format!("it has no option \"{}\"", tell.is);
                problems.push(file.problem(&near, message));
            }
        }
    }
}
