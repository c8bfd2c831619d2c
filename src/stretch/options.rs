//! What a person may choose about a session, and the ranges it may have.

use serde::{Deserialize, Serialize};

use super::routine::Routine;

/// Left or right, the person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The left buttock.
    Left,
    /// The right buttock.
    Right,
}

impl Side {
    /// "Left" or "Right".
    pub fn word(self) -> &'static str {
        match self {
            Self::Left => "Left",
            Self::Right => "Right",
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// Is it the left one?
    pub fn is_left(self) -> bool {
        self == Self::Left
    }
}

/// Which sides, and which comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// Both, the right side first.
    #[default]
    RightFirst,
    /// Both, the left side first.
    LeftFirst,
    /// The right side alone.
    RightOnly,
    /// The left side alone.
    LeftOnly,
}

impl Sides {
    /// The sides in the order in which they are stretched.
    pub fn list(self) -> &'static [Side] {
        match self {
            Self::RightFirst => &[Side::Right, Side::Left],
            Self::LeftFirst => &[Side::Left, Side::Right],
            Self::RightOnly => &[Side::Right],
            Self::LeftOnly => &[Side::Left],
        }
    }
}

/// Lengths in seconds, rounds, sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// Each hold, 5 to 120 s. The usual dose is 30 s (ACSM21).
    pub hold_secs: u32,
    /// Holds on each side, 1 to 6.
    pub rounds: u32,
    /// Rest between two holds, 5 to 60 s.
    pub rest_secs: u32,
    /// Time to lie down, 3 to 30 s.
    pub prepare_secs: u32,
    /// Time to change sides, 5 to 60 s.
    pub switch_secs: u32,
    /// Which sides.
    pub sides: Sides,
}

impl Default for Options {
    /// The default adult dose: 30 s, twice on each side.
    fn default() -> Self {
        Self {
            hold_secs: 30,
            rounds: 2,
            rest_secs: 10,
            prepare_secs: 10,
            switch_secs: 10,
            sides: Sides::default(),
        }
    }
}

impl Options {
    /// The lengths a routine proposes.
    pub fn of(routine: &Routine) -> Self {
        let d = &routine.defaults;
        Self {
            hold_secs: d.hold_secs,
            rounds: d.rounds,
            rest_secs: d.rest_secs,
            prepare_secs: d.prepare_secs,
            switch_secs: d.switch_secs,
            sides: Sides::default(),
        }
        .clamped()
    }

    /// The same with every number brought into its range.
    #[must_use]
    pub fn clamped(mut self) -> Self {
        self.hold_secs = self.hold_secs.clamp(5, 120);
        self.rounds = self.rounds.clamp(1, 6);
        self.rest_secs = self.rest_secs.clamp(5, 60);
        self.prepare_secs = self.prepare_secs.clamp(3, 30);
        self.switch_secs = self.switch_secs.clamp(5, 60);
        self
    }
}
