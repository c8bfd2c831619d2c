//! Checks that what is said names its sources, and that they exist.

use std::collections::BTreeSet;

use super::file::File;
use super::gather::Pile;
use super::problem::Problem;

/// The keys of all sources.
pub(super) fn keys<'a>(pile: &'a Pile<'_>) -> BTreeSet<&'a str> {
    pile.sources.iter().map(|(_, s)| s.key.as_str()).collect()
}

/// At least one source is named near this text, and each is known.
pub(super) fn check(
    file: File<'_>,
    near: &str,
    named: &[String],
    known: &BTreeSet<&str>,
    problems: &mut Vec<Problem>,
) {
    if named.is_empty() {
        problems.push(file.problem(near, "this claim has no source"));
    }
    for key in named.iter().filter(|key| !known.contains(key.as_str())) {
        let at = format!("\"{key}\"");
        problems.push(file.problem(&at, format!("source {at} is not in sources.ron")));
    }
}
