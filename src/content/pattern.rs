//! Patterns of the diary, as the content tells them: what is counted, from
//! which numbers on it is said, and where it leads. The counting is in
//! `diary::pattern`.

use serde::Deserialize;

use super::types::Claim;
use crate::triage::Urgency;

/// One pattern.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Its id: P01 to P20.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What there must be at least before it is looked for.
    #[serde(default)]
    pub least: Least,
    /// From this share (0 to 1) or this ratio on it is possible.
    #[serde(default)]
    pub possible: Option<f64>,
    /// From this share or ratio on it may be clear; never, where it is left out.
    #[serde(default)]
    pub clear: Option<f64>,
    /// What was counted: {x} of {y}, against {a} of {b}; {n} is a number more.
    pub says: String,
    /// What is said besides when it is clear.
    #[serde(default)]
    pub more: Option<String>,
    /// What it may mean.
    pub means: Claim,
    /// What would be needed to look for it.
    pub needs: String,
    /// Where it leads.
    #[serde(default)]
    pub leads: Vec<Lead>,
    /// How soon to see someone, by this pattern alone.
    #[serde(default)]
    pub urgency: Option<Urgency>,
    /// When it is sooner.
    #[serde(default)]
    pub raised: Option<Raised>,
    /// The question for the doctor or pharmacist.
    #[serde(default)]
    pub ask: Option<String>,
    /// What Check is told of it.
    #[serde(default)]
    pub tells: Vec<Tell>,
}

/// What there must be at least. Nothing is said below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Least {
    /// Attacks that count for it (N).
    #[serde(default)]
    pub cramps: u32,
    /// Days logged (D).
    #[serde(default)]
    pub days: u32,
    /// Days with an attack.
    #[serde(default)]
    pub attack_days: u32,
}

/// Where a pattern leads.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// Only with this mark of the count; always, where it is left out.
    #[serde(default)]
    pub when: Option<String>,
    /// Ids of causes it speaks for.
    #[serde(default)]
    pub to: Vec<String>,
    /// Ids of causes it speaks against.
    #[serde(default)]
    pub against: Vec<String>,
    /// The id of an alert to read.
    #[serde(default)]
    pub alert: Option<String>,
}

/// A higher urgency, and why.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raised {
    /// How soon.
    pub urgency: Urgency,
    /// Why.
    pub says: String,
}

/// An answer that the diary gives to a question of Check.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tell {
    /// Only with this mark of the count.
    #[serde(default)]
    pub when: Option<String>,
    /// The id of a finding.
    pub on: String,
    /// The id of its option.
    pub is: String,
}
