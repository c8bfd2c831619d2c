//! How the figure is looked at: from where, and turned by how much.

use serde::{Deserialize, Serialize};

use crate::stretch::Side;

/// One moment of the figure, and how it is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BodyView<'a> {
    /// The id of the pose it comes from.
    pub from: &'a str,
    /// The id of the pose it goes to.
    pub to: &'a str,
    /// How far it has come, 0 to 1, already eased by the caller.
    pub blend: f32,
    /// The breath: 0 is out, 1 is in.
    pub breath: f32,
    /// The side that is stretched.
    pub side: Side,
    /// From where it is seen.
    pub seen: Seen,
    /// How far the picture is turned, for somebody who lies down.
    pub turn: Turn,
    /// As in a mirror: left and right of the picture exchanged.
    pub mirrored: bool,
}

impl<'a> BodyView<'a> {
    /// A pose that does not move, seen from the side.
    pub fn still(pose: &'a str, side: Side) -> Self {
        Self {
            from: pose,
            to: pose,
            blend: 1.0,
            breath: 0.0,
            side,
            seen: Seen::Side,
            turn: Turn::Upright,
            mirrored: false,
        }
    }
}

/// Where the onlooker stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// From the side, a little raised.
    #[default]
    Side,
    /// From above, a little from the feet, so that the "4" of the legs is seen.
    Above,
}

/// How far the picture is turned, clockwise, for somebody who lies down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// Not at all.
    #[default]
    Upright,
    /// By 90 degrees.
    Quarter,
    /// By 180 degrees.
    Half,
    /// By 270 degrees.
    ThreeQuarter,
}

impl Turn {
    /// One more quarter turn, clockwise.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Upright => Self::Quarter,
            Self::Quarter => Self::Half,
            Self::Half => Self::ThreeQuarter,
            Self::ThreeQuarter => Self::Upright,
        }
    }

    /// Are width and height exchanged?
    pub fn is_sideways(self) -> bool {
        matches!(self, Self::Quarter | Self::ThreeQuarter)
    }

    /// The angle, in degrees, clockwise.
    pub fn degrees(self) -> u16 {
        match self {
            Self::Upright => 0,
            Self::Quarter => 90,
            Self::Half => 180,
            Self::ThreeQuarter => 270,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_turns_lead_back() {
        let mut turn = Turn::default();
        for degrees in [0, 90, 180, 270] {
            assert_eq!(turn.degrees(), degrees, "{turn:?}");
            assert_eq!(turn.is_sideways(), degrees % 180 == 90, "{turn:?}");
            turn = turn.next();
        }
        assert_eq!(turn, Turn::Upright, "all the way round");
    }
}
