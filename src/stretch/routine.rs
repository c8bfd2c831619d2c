//! A routine as content tells it: steps with their cues, lengths, safety lines.
//!
//! Plain data, parsed and cross-checked by `content`.

use serde::{Deserialize, Serialize};

use crate::content::Claim;

/// What a step of a routine is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// What to do, in one or two short sentences.
    pub cue: String,
    /// The commonest fault, as a reminder.
    #[serde(default)]
    pub watch: Option<String>,
    /// The id of its picture in `content/figures/stretch`.
    pub picture: String,
}

/// The lengths a routine proposes. Ranges: see [`super::Options`].
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
    /// For whom, in one sentence.
    pub for_whom: String,
    /// The picture that stands for it.
    pub picture: String,
    /// The lengths it proposes.
    pub defaults: Defaults,
    /// Its steps, in order: prepare, those of one side, release, swap.
    pub steps: Vec<RoutineStep>,
    /// What keeps it safe.
    pub safety: Vec<Claim>,
}

impl Routine {
    /// The step of this kind.
    pub fn step(&self, kind: PhaseKind) -> Option<&RoutineStep> {
        self.steps.iter().find(|s| s.kind == kind)
    }
}

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
}

/// One line of the safety list.
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

/// A sign to stop at once.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StopSign {
    /// Its id: a word of the diary's feelings.
    pub id: String,
    /// What is felt.
    pub name: String,
    /// What it may mean and what to do.
    pub meaning: Claim,
}
