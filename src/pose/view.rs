//! How the figure is looked at: from where, and turned by how much.

use serde::{Deserialize, Serialize};

/// Where the onlooker stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
