//! A routine as content tells it: steps with their cues, lengths, safety lines.
//!
//! Plain data and its parser; what a routine must fulfil is in
//! `routine_check`, which needs no other file. Sources are `content`'s affair.

use serde::{Deserialize, Serialize};

use super::routine_check::{self, Flaw};
use crate::content::Claim;

/// What a step of a routine is for, in the order in which they happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhaseKind {
    /// Get into the starting position.
    Prepare,
    /// Ankle on the other thigh.
    Cross,
    /// Let the knee fall open.
    Open,
    /// Draw the legs in, or lean forward.
    DrawIn,
    /// Hold.
    Hold,
    /// Let go; rest before the next round.
    Release,
    /// Change sides.
    Swap,
    /// Get up and walk a little. Told by a dose, never a step of a routine.
    Walk,
    /// Say how it is now. After the session; never a phase of a plan.
    Rate,
}

/// What the release says between two rounds, while the ankle stays crossed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Between {
    /// The name of the rest.
    pub title: String,
    /// What to do, in a few words.
    pub cue: String,
    /// The same, told whole.
    pub detail: String,
}

/// One step of a routine.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoutineStep {
    /// What it is for.
    pub kind: PhaseKind,
    /// Its length in seconds, where no option sets it: 3 to 60.
    #[serde(default)]
    pub secs: Option<u32>,
    /// Its name; `{side}` and `{other}` become left and right.
    pub title: String,
    /// What to do, in at most eight words: read from the floor.
    pub cue: String,
    /// The same, told whole: read before the start, or aloud.
    pub detail: String,
    /// The commonest fault, as a reminder.
    #[serde(default)]
    pub watch: Option<String>,
    /// Of the release: its words between two rounds. Without them a person
    /// uncrosses, and every round starts by crossing.
    #[serde(default)]
    pub between: Option<Between>,
    /// The id of its pose in `content/poses.ron`; empty for `rate`.
    #[serde(default)]
    pub picture: String,
}

/// The lengths a routine proposes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Defaults {
    /// Seconds.
    pub hold_secs: u32,
    /// Holds on each side.
    pub rounds: u32,
    /// Seconds.
    pub rest_secs: u32,
    /// Seconds.
    pub prepare_secs: u32,
    /// Seconds.
    pub switch_secs: u32,
}

/// The smallest and the largest number, both allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range(pub u32, pub u32);

impl Range {
    /// The nearest number inside.
    pub fn clamp(self, number: u32) -> u32 {
        number.max(self.0).min(self.1.max(self.0))
    }

    /// Is the number inside?
    pub fn has(self, number: u32) -> bool {
        (self.0..=self.1).contains(&number)
    }
}

/// What a person may choose between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranges {
    /// Seconds.
    pub hold_secs: Range,
    /// Holds on each side.
    pub rounds: Range,
    /// Seconds.
    pub rest_secs: Range,
    /// Seconds.
    pub prepare_secs: Range,
    /// Seconds.
    pub switch_secs: Range,
}

impl Ranges {
    /// The widest ranges any routine may have. A hold of 120 s is the longest
    /// for a cramp that does not let go (clinical list E.4).
    pub const WIDEST: Self = Self {
        hold_secs: Range(5, 120),
        rounds: Range(1, 6),
        rest_secs: Range(5, 60),
        prepare_secs: Range(3, 30),
        switch_secs: Range(5, 60),
    };
}

/// One way to do the stretch.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Routine {
    /// Its id: the name of its file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its level, such as `1b` (clinical levels 0 to 3).
    pub level: String,
    /// Where it stands in the list.
    pub order: u32,
    /// The id of the dose whose lengths it proposes.
    pub plan: String,
    /// The routine that is the next gentler one.
    #[serde(default)]
    pub easier: Option<String>,
    /// The routine that goes further.
    #[serde(default)]
    pub harder: Option<String>,
    /// Offered only when it hurts this much or less before, 0 to 10.
    #[serde(default)]
    pub most_pain: Option<u8>,
    /// For whom, in one sentence.
    pub for_whom: String,
    /// Where and how one is placed, and what is needed, in one sentence.
    pub position: String,
    /// The picture that stands for it.
    pub picture: String,
    /// The lengths it proposes.
    pub defaults: Defaults,
    /// What may be chosen instead.
    pub ranges: Ranges,
    /// Its steps, in order: prepare, those of one side, release, swap, rate.
    pub steps: Vec<RoutineStep>,
    /// What keeps it safe.
    pub safety: Vec<Claim>,
    /// What is known of it: how long, how often, how well it works.
    pub known: Vec<Claim>,
}

/// A routine file that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: cannot be read: {message}")]
pub struct RoutineError {
    /// From 1.
    pub line: usize,
    /// From 1.
    pub column: usize,
    /// What the parser says.
    pub message: String,
}

impl Routine {
    /// Reads the text of a routine file. Unknown fields are errors.
    pub fn parse(text: &str) -> Result<Self, RoutineError> {
        ron::from_str(text).map_err(|err| RoutineError {
            line: err.span.start.line,
            column: err.span.start.col,
            message: err.code.to_string(),
        })
    }

    /// All that is wrong with it, by line of its `text`. Sources and the
    /// choice of words are looked at by `content`.
    pub fn check(&self, text: &str) -> Vec<Flaw> {
        routine_check::all(self, text)
    }

    /// The step of this kind.
    pub fn step(&self, kind: PhaseKind) -> Option<&RoutineStep> {
        self.steps.iter().find(|s| s.kind == kind)
    }
}
