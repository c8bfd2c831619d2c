//! One stretch session as the diary keeps it: what was done and what it changed.
//!
//! The running session lives elsewhere; this is its record afterwards.

use serde::{Deserialize, Serialize};

use super::parts::{EntryId, Intensity, Schema};
use super::words::{Feeling, Side, StopReason};
use crate::diary::when::When;

/// What one side got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "SideDone", deny_unknown_fields)]
pub struct SideDone {
    /// Holds done to their end.
    pub rounds: u8,
    /// Seconds held, all holds together, cut-off ones included.
    pub held_secs: u32,
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// All of it was done.
    Finished,
    /// It was stopped early.
    Stopped(StopReason),
}

/// One stretch session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Session", deny_unknown_fields)]
pub struct Session {
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
    /// When it began.
    pub started_at: When,
    /// The id of the routine.
    pub routine: String,
    /// The level, such as `1b`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub level: String,
    /// The id of the plan: how long and how often.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan: String,
    /// The side that hurt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sore_side: Option<Side>,
    /// The left side.
    #[serde(default)]
    pub left: SideDone,
    /// The right side.
    #[serde(default)]
    pub right: SideDone,
    /// Finished, or stopped and why.
    pub ended: Ended,
    /// Pain before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_before: Option<Intensity>,
    /// Pain after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_after: Option<Intensity>,
    /// How strong the pull was while holding. Not pain: what tells whether a
    /// level has become easy. Left out where it was not asked, as in files from
    /// before there was this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pull: Option<Intensity>,
    /// The attack it was done for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub episode: Option<EntryId>,
    /// What was felt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feelings: Vec<Feeling>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Session {
    /// A session of `routine` that ended as told, with nothing else known.
    pub fn new(
        id: EntryId,
        logged_at: When,
        started_at: When,
        routine: &str,
        ended: Ended,
    ) -> Self {
        Self {
            schema: Schema,
            id,
            logged_at,
            edited_at: None,
            started_at,
            routine: routine.to_owned(),
            level: String::new(),
            plan: String::new(),
            sore_side: None,
            left: SideDone::default(),
            right: SideDone::default(),
            ended,
            pain_before: None,
            pain_after: None,
            pull: None,
            episode: None,
            feelings: Vec::new(),
            note: String::new(),
        }
    }
}
