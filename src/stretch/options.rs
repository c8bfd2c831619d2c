//! What a person may choose about a session, and the ranges it may have.

use serde::{Deserialize, Serialize};

use super::routine::{Ranges, Routine};

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
    /// Both, this one first: the sore one, if there is one.
    pub fn first(side: Side) -> Self {
        match side {
            Side::Left => Self::LeftFirst,
            Side::Right => Self::RightFirst,
        }
    }

    /// This one alone.
    pub fn only(side: Side) -> Self {
        match side {
            Side::Left => Self::LeftOnly,
            Side::Right => Self::RightOnly,
        }
    }

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
    /// Nothing to touch: getting ready takes `prepare_secs`. Otherwise it waits
    /// for the person.
    pub hands_free: bool,
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
            hands_free: true,
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
            hands_free: true,
            sides: Sides::default(),
        }
        .within(&routine.ranges)
    }

    /// The same with every number brought into the widest range.
    #[must_use]
    pub fn clamped(self) -> Self {
        self.within(&Ranges::WIDEST)
    }

    /// The same with every number brought into these ranges, and never out of
    /// the widest.
    #[must_use]
    pub fn within(mut self, ranges: &Ranges) -> Self {
        let widest = Ranges::WIDEST;
        for (number, range, widest) in [
            (&mut self.hold_secs, ranges.hold_secs, widest.hold_secs),
            (&mut self.rounds, ranges.rounds, widest.rounds),
            (&mut self.rest_secs, ranges.rest_secs, widest.rest_secs),
            (
                &mut self.prepare_secs,
                ranges.prepare_secs,
                widest.prepare_secs,
            ),
            (
                &mut self.switch_secs,
                ranges.switch_secs,
                widest.switch_secs,
            ),
        ] {
            *number = widest.clamp(range.clamp(*number));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stretch::Range;

    #[test]
    fn numbers_come_into_their_ranges() {
        let wild = Options {
            hold_secs: 0,
            rounds: 99,
            rest_secs: 0,
            prepare_secs: 9_999,
            switch_secs: u32::MAX,
            ..Options::default()
        };
        let tame = wild.clone().clamped();
        assert_eq!(
            (tame.hold_secs, tame.rounds, tame.rest_secs),
            (5, 6, 5),
            "{tame:?}"
        );
        assert_eq!((tame.prepare_secs, tame.switch_secs), (30, 60), "{tame:?}");
        let odd = Ranges {
            hold_secs: Range(200, 10),
            ..Ranges::WIDEST
        };
        assert_eq!(
            wild.within(&odd).hold_secs,
            120,
            "a senseless range stays safe"
        );
    }

    #[test]
    fn sides_come_in_their_order() {
        assert_eq!(Sides::LeftFirst.list(), [Side::Left, Side::Right], "both");
        assert_eq!(
            Sides::first(Side::Left),
            Sides::LeftFirst,
            "the sore side first"
        );
        assert_eq!(Sides::only(Side::Right).list(), [Side::Right], "one");
        assert_eq!(Side::Left.other(), Side::Right, "the other");
    }
}
