//! What a person may choose about a session, and the ranges it may have.

use serde::{Deserialize, Serialize};

use super::Dose;
use super::routine::{Range, Ranges, Routine};

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

/// When the side that hurts is stretched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Both, the sore side first.
    #[default]
    SoreFirst,
    /// Both, the sore side last.
    SoreLast,
    /// The sore side alone.
    SoreOnly,
}

impl Order {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::SoreFirst, Self::SoreLast, Self::SoreOnly];

    /// Which sides come, and when. Without a sore side both do, the right first.
    pub fn sides(self, sore: Option<Side>) -> Sides {
        match (sore, self) {
            (None, _) => Sides::default(),
            (Some(side), Self::SoreFirst) => Sides::first(side),
            (Some(side), Self::SoreLast) => Sides::first(side.other()),
            (Some(side), Self::SoreOnly) => Sides::only(side),
        }
    }
}

/// More rounds on the sore side: 0 to 3.
const EXTRA: Range = Range(0, 3);

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
    /// The side that hurts, if it is one.
    pub sore: Option<Side>,
    /// Rounds the sore side gets besides, 0 to 3.
    pub extra: u32,
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
            sore: None,
            extra: 0,
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
            ..Self::default()
        }
        .within(&routine.ranges)
    }

    /// The same with the hold, rounds and rest of a dose.
    #[must_use]
    pub fn dosed(mut self, dose: &Dose) -> Self {
        self.hold_secs = dose.hold_secs;
        self.rounds = dose.rounds;
        self.rest_secs = dose.rest_secs;
        self.extra = 0;
        self.clamped()
    }

    /// Holds on this side.
    pub fn rounds_on(&self, side: Side) -> u32 {
        let extra = if self.sore == Some(side) {
            self.extra
        } else {
            0
        };
        self.rounds.saturating_add(extra)
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
        self.extra = EXTRA.clamp(self.extra);
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
        for (order, sore, sides) in [
            (Order::SoreFirst, None, Sides::RightFirst),
            (Order::SoreOnly, None, Sides::RightFirst),
            (Order::SoreFirst, Some(Side::Left), Sides::LeftFirst),
            (Order::SoreLast, Some(Side::Left), Sides::RightFirst),
            (Order::SoreOnly, Some(Side::Left), Sides::LeftOnly),
        ] {
            assert_eq!(order.sides(sore), sides, "{order:?} {sore:?}");
        }
    }
}
