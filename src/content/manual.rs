//! The manual: what each screen is for, and how to use it.
//!
//! It is about the app alone. What it says about the body would need a source,
//! and belongs elsewhere.

use serde::Deserialize;

use super::gather::Pile;
use super::problem::Problem;
use super::words;

/// The page of one screen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManualPage {
    /// The key of the screen, which is also the name of the file.
    pub id: String,
    /// Its place in the whole manual, from 1 on.
    pub order: u32,
    /// What the screen is for.
    pub about: String,
    /// How the main things are done.
    pub how: Vec<HowTo>,
    /// Keys that work here and are not in the table of shortcuts.
    pub keys: Vec<KeyHint>,
}

/// One thing a person may want, and how it is done.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HowTo {
    /// What one wants: "Log a cramp".
    pub to: String,
    /// How: one or two short sentences.
    pub so: String,
}

/// One key and what it does.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyHint {
    /// As it is written on the keyboard.
    pub key: String,
    /// What it does.
    pub does: String,
}

/// How many lines a page may have.
const LINES: std::ops::RangeInclusive<usize> = 5..=9;

/// Looks at every page of the manual.
pub(super) fn check(pile: &Pile<'_>, problems: &mut Vec<Problem>) {
    for (at, (file, page)) in pile.manual.iter().enumerate() {
        if page.id != file.stem() {
            problems.push(file.problem(&page.id, "the id is the name of the file"));
        }
        if !LINES.contains(&page.how.len()) {
            let message = format!("{} lines: 5 to 9 fit on the sheet", page.how.len());
            problems.push(file.problem("how", message));
        }
        let twice = pile.manual.iter().take(at);
        if twice.clone().any(|(_, other)| other.order == page.order) {
            problems.push(file.problem("order", "another page has this place"));
        }
        words::check(*file, &page.about, problems);
        for line in &page.how {
            words::check(*file, &line.to, problems);
            words::check(*file, &line.so, problems);
        }
        for hint in &page.keys {
            words::check(*file, &hint.does, problems);
        }
    }
}
