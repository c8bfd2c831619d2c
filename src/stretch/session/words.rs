//! What is said to a session and what it answers: status, commands, cues.

use serde::{Deserialize, Serialize};

/// Why a session stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pause {
    /// The person asked for it.
    Asked,
    /// The computer slept, or the program was stopped.
    Slept,
}

/// Why a session ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// The person asked for it.
    Asked,
    /// Sharp pain, numbness, tingling.
    Pain,
}

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Laid out, not begun.
    Ready,
    /// Time runs, or the phase waits for the person.
    Running,
    /// Time stands still.
    Paused(Pause),
    /// Every phase is over.
    Done,
    /// It was ended early.
    Stopped(StopReason),
}

/// What a person does to a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Begin. In a phase that waits: go on.
    Start,
    /// Stand still.
    Pause,
    /// Go on.
    Resume,
    /// On to the next phase.
    Next,
    /// To the start of this phase; within two seconds of it, to the phase before.
    Back,
    /// To the start of this phase, and on from there.
    Restart,
    /// On to the other side; on the last side, to the end.
    SkipSide,
    /// Take ten seconds off this hold, and offer an easier level.
    TooMuch,
    /// End it.
    Stop(StopReason),
}

/// Something that happened and may be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// A phase began: its place in the plan.
    PhaseStarted(usize),
    /// Half of a hold is over.
    Half,
    /// Has it eased? Asked in a hold that ends when it does.
    Asks,
    /// Five seconds of a hold are left. Only in holds longer than ten.
    FiveLeft,
    /// The session is over.
    Done,
    /// The computer had slept; the session is paused.
    Slept,
}
