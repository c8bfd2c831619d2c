//! The signs that are asked at once when it cramps, before the stretch. Short
//! words for rules of Check; what they mean is decided there.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::gather::Pile;
use super::problem::Problem;
use super::{citation, words};
use crate::triage::Finding;

/// How soon help is needed when a sign is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NowGroup {
    /// Emergency help.
    Emergency,
    /// Someone has to look today.
    Today,
}

impl NowGroup {
    /// Both, the more urgent first.
    pub const ALL: [Self; 2] = [Self::Emergency, Self::Today];

    /// The heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Emergency => "An emergency",
            Self::Today => "To be seen today",
        }
    }
}

/// One sign of the list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NowSign {
    /// Its id.
    pub id: String,
    /// Its heading.
    pub group: NowGroup,
    /// What may be true.
    pub text: String,
    /// What "yes" says to Check: findings and their options.
    pub answers: Vec<(String, String)>,
    /// Source keys.
    pub from: Vec<String>,
}

/// Looks at all of them: words, sources, answers that Check knows.
pub(super) fn check(pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    let sources = citation::keys(pile);
    let mut seen = BTreeSet::new();
    for (file, sign) in &pile.now_signs {
        words::check(*file, &sign.text, problems);
        citation::check(*file, &sign.text, &sign.from, &sources, problems);
        if !seen.insert(&sign.id) {
            problems.push(file.problem(&sign.text, format!("sign \"{}\" exists twice", sign.id)));
        }
        if sign.answers.is_empty() {
            problems.push(file.problem(&sign.text, "it says nothing to Check"));
        }
        for (finding, option) in &sign.answers {
            let all = pile.findings.iter().flat_map(|(_, f)| &f.findings);
            let mut known = all.filter(|f| f.id == *finding);
            let has =
                |f: &Finding| f.option(option).is_some() || (f.yes.is_some() && option == "yes");
            if !known.any(has) {
                let message = format!("{finding} has no answer \"{option}\"");
                problems.push(file.problem(&sign.text, message));
            }
        }
    }
}
