//! The check-in of a day, also of a day without an attack.
//!
//! Days without an attack are what an attack is compared with: without them
//! nothing can be said about what goes with what.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::episode::Training;
use super::parts::{EntryId, Intensity, Schema, is_false};
use super::words::Sleep;
use crate::diary::when::When;

/// The week up to a day, looked back on with three questions, each 0 to 10 (the
/// idea of the PEG scale, source PEG09, in words of our own).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "WeekLook", deny_unknown_fields)]
pub struct WeekLook {
    /// The pain, all in all.
    pub pain: Intensity,
    /// How much it took from what the person enjoys.
    pub enjoyment: Intensity,
    /// How much it got in the way of the day.
    pub activity: Intensity,
}

/// One day, looked back on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Day", deny_unknown_fields)]
pub struct Day {
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
    /// The day it is about.
    pub date: Date,
    /// No cramp that day.
    #[serde(default, skip_serializing_if = "is_false")]
    pub cramp_free: bool,
    /// Minutes sat that day, 0 to 1440.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting_min: Option<u16>,
    /// Steps walked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub steps: Option<u32>,
    /// Training.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<Training>,
    /// How the night before was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep: Option<Sleep>,
    /// Whether it was a day of the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_day: Option<bool>,
    /// The worst pain of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worst_pain: Option<Intensity>,
    /// The week up to this day. Left out where it was not asked, as in files
    /// from before there was this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week: Option<WeekLook>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Day {
    /// A check-in for `date` that says nothing yet.
    pub fn new(id: EntryId, logged_at: When, date: Date) -> Self {
        Self {
            schema: Schema,
            id,
            logged_at,
            edited_at: None,
            date,
            cramp_free: false,
            sitting_min: None,
            steps: None,
            training: None,
            sleep: None,
            period_day: None,
            worst_pain: None,
            week: None,
            note: String::new(),
        }
    }

    /// Whether it says nothing at all of its date.
    pub fn is_empty(&self) -> bool {
        let nothing = Self::new(self.id, self.logged_at.clone(), self.date);
        let mut said = self.clone();
        said.edited_at = None;
        said.note = said.note.trim().to_owned();
        said == nothing
    }
}
