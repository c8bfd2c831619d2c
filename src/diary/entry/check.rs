//! A check of symptoms as the diary keeps it: the answers, and what they came
//! to by the content of that day.

use serde::{Deserialize, Serialize};

use super::parts::{EntryId, Schema, is_false};
use crate::diary::when::When;
use crate::triage::{Answers, Urgency};

/// A cause that fitted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Fitted", deny_unknown_fields)]
pub struct Fitted {
    /// The id of the cause.
    pub cause: String,
    /// Its share among all causes, in percent, 0 to 100.
    pub percent: u8,
}

/// One finished check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Check", deny_unknown_fields)]
pub struct Check {
    /// The file format.
    #[serde(default)]
    pub schema: Schema,
    /// Names it for ever.
    #[serde(default)]
    pub id: EntryId,
    /// When it was written down.
    #[serde(default)]
    pub logged_at: When,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<When>,
    /// How soon to see someone, by that day's content.
    pub urgency: Urgency,
    /// The version of the content that weighed the answers.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub content: String,
    /// What was answered.
    #[serde(default)]
    pub answers: Answers,
    /// What fitted, best first; empty in an emergency.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fitted: Vec<Fitted>,
    /// The answers did not point clearly to one cause.
    #[serde(default, skip_serializing_if = "is_false")]
    pub undecided: bool,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
