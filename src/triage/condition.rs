//! Conditions over answers, as the content writes them.

use serde::Deserialize;

/// When a rule fires, a question is asked or a cause is hidden. What was not
/// answered is never true.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// In every case.
    #[default]
    Always,
    /// "Not sure" was answered to an emergency sign.
    Unsure,
    /// One of these options of a finding was chosen.
    Is(String, Vec<String>),
    /// One of these findings was answered "yes".
    IsAny(Vec<String>),
    /// The number of a finding is this or more.
    AtLeast(String, u32),
    /// The number of a finding is less than this.
    Below(String, u32),
    /// One of these causes is among the first so many.
    AmongFirst(usize, Vec<String>),
    /// These causes together have a share of 0.4 or more.
    Fits(Vec<String>),
    /// All of these.
    All(Vec<Self>),
    /// One of these.
    Any(Vec<Self>),
    /// Not this.
    Not(Box<Self>),
}

/// The same with places in lists instead of ids: quick to test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Test {
    Always,
    Unsure,
    /// A finding, and a bit for each of the options.
    Is(usize, u32),
    AtLeast(usize, u32),
    Below(usize, u32),
    AmongFirst(usize, Vec<usize>),
    Fits(Vec<usize>),
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
}

/// What conditions may name.
pub(super) trait Names {
    /// The place of a finding.
    fn finding(&self, id: &str) -> Option<usize>;
    /// The place of an option of a finding.
    fn option(&self, finding: usize, id: &str) -> Option<u32>;
    /// Is the finding a number?
    fn is_number(&self, finding: usize) -> bool;
    /// The place of a cause.
    fn cause(&self, id: &str) -> Option<usize>;
}

/// A name that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dangling {
    /// What to look for in the file.
    pub at: String,
    /// What is wrong.
    pub message: String,
}

fn dangling(kind: &str, id: &str) -> Dangling {
    Dangling {
        at: format!("\"{id}\""),
        message: format!("{kind} \"{id}\" does not exist"),
    }
}

impl Condition {
    /// Resolves every name.
    pub(super) fn resolve(&self, names: &impl Names) -> Result<Test, Dangling> {
        let finding = |id: &String| names.finding(id).ok_or_else(|| dangling("finding", id));
        let number = |id: &String| {
            let at = finding(id)?;
            if names.is_number(at) {
                Ok(at)
            } else {
                Err(Dangling {
                    at: format!("\"{id}\""),
                    message: format!("finding \"{id}\" is not a number"),
                })
            }
        };
        let option = |at: usize, id: &str| {
            let bit = names.option(at, id).ok_or_else(|| dangling("option", id))?;
            Ok::<u32, Dangling>(1 << bit)
        };
        let causes = |ids: &[String]| {
            ids.iter()
                .map(|id| names.cause(id).ok_or_else(|| dangling("cause", id)))
                .collect::<Result<Vec<usize>, Dangling>>()
        };
        let list = |all: &[Self]| {
            all.iter()
                .map(|c| c.resolve(names))
                .collect::<Result<Vec<Test>, Dangling>>()
        };
        Ok(match self {
            Self::Always => Test::Always,
            Self::Unsure => Test::Unsure,
            Self::Is(id, options) => {
                let at = finding(id)?;
                let mut bits = 0;
                for id in options {
                    bits |= option(at, id)?;
                }
                Test::Is(at, bits)
            }
            Self::IsAny(ids) => {
                let mut tests = Vec::new();
                for id in ids {
                    let at = finding(id)?;
                    tests.push(Test::Is(at, option(at, "yes")?));
                }
                Test::Any(tests)
            }
            Self::AtLeast(id, least) => Test::AtLeast(number(id)?, *least),
            Self::Below(id, end) => Test::Below(number(id)?, *end),
            Self::AmongFirst(count, ids) => Test::AmongFirst(*count, causes(ids)?),
            Self::Fits(ids) => Test::Fits(causes(ids)?),
            Self::All(all) => Test::All(list(all)?),
            Self::Any(any) => Test::Any(list(any)?),
            Self::Not(inner) => Test::Not(Box::new(inner.resolve(names)?)),
        })
    }
}

impl Condition {
    /// The condition as the content writes it; nothing for "in every case".
    pub fn words(&self) -> Option<String> {
        let list = |all: &[Self]| {
            let words: Vec<String> = all.iter().filter_map(Self::words).collect();
            words.join(", ")
        };
        let ids = |ids: &[String]| {
            let quoted: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
            quoted.join(", ")
        };
        Some(match self {
            Self::Always => return None,
            Self::Unsure => "unsure".to_owned(),
            Self::Is(id, options) => format!("is(\"{id}\", [{}])", ids(options)),
            Self::IsAny(all) => format!("is_any([{}])", ids(all)),
            Self::AtLeast(id, least) => format!("at_least(\"{id}\", {least})"),
            Self::Below(id, end) => format!("below(\"{id}\", {end})"),
            Self::AmongFirst(count, all) => format!("among_first({count}, [{}])", ids(all)),
            Self::Fits(all) => format!("fits([{}])", ids(all)),
            Self::All(all) => format!("all([{}])", list(all)),
            Self::Any(all) => format!("any([{}])", list(all)),
            Self::Not(inner) => format!("not({})", inner.words()?),
        })
    }
}
