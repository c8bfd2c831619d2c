//! The safety list before a session and the signs to stop at once, as content
//! tells them. Plain data; `content` parses and cross-checks it.

use serde::Deserialize;

use crate::content::Claim;
use crate::triage::Urgency;

/// What a line of the safety list leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GateAction {
    /// Do not stretch.
    Block,
    /// Use the seated version.
    Seated,
    /// Stay with the foot down.
    FootDown,
    /// Take care, or ask first.
    Caution,
}

impl GateAction {
    /// What to do, in words.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Block => "Do not stretch.",
            Self::Seated => "Use the seated version.",
            Self::FootDown => "Stay with the foot down.",
            Self::Caution => "Take care, or ask first.",
        }
    }

    /// The hardest level that is left, as in [`super::Routine::level`]; none
    /// when no stretch is left. Care alone leaves every level.
    pub fn highest_level(self) -> Option<&'static str> {
        match self {
            Self::Block => None,
            Self::Seated => Some("0"),
            Self::FootDown => Some("1"),
            Self::Caution => Some("3"),
        }
    }
}

/// One line of the safety list (clinical list E.5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateCheck {
    /// Its id.
    pub id: String,
    /// What may be true.
    pub question: String,
    /// What follows.
    pub action: GateAction,
    /// Why.
    pub why: String,
    /// Source keys.
    pub from: Vec<String>,
}

/// A sign to stop at once (clinical list E.7).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StopSign {
    /// Its id: a word of the diary's feelings, where there is one.
    pub id: String,
    /// What is felt.
    pub name: String,
    /// How soon to see someone, where stopping is not enough.
    #[serde(default)]
    pub urgency: Option<Urgency>,
    /// What it may mean and what to do.
    pub meaning: Claim,
}
