//! The poses as content tells them: where each part of the body goes, and what
//! stands around. Which numbers make a body is the skeleton's affair.

use serde::Deserialize;

use super::space::V3;

/// All of `poses.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) scenes: Vec<Scene>,
    pub(crate) poses: Vec<Pose>,
    pub(crate) ways: Vec<Way>,
}

/// What stands around, and from where it is seen.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scene {
    pub(crate) id: String,
    /// The mat or the floor below: x from, x to, z from, z to.
    pub(crate) mat: Option<(f32, f32, f32, f32)>,
    /// The middle of the pillow.
    #[serde(default)]
    pub(crate) pillow: Option<V3>,
    /// Where the wall stands, in x.
    #[serde(default)]
    pub(crate) wall: Option<f32>,
    /// The middle of the chair's seat.
    #[serde(default)]
    pub(crate) chair: Option<V3>,
    pub(crate) side: Stand,
    pub(crate) above: Stand,
}

/// Where the onlooker stands: 0 degrees at the person's right side, 90 at the
/// feet; raised from the floor, 90 is straight above.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stand {
    pub(crate) around: f32,
    pub(crate) raised: f32,
    /// The picture is then turned by this, counterclockwise.
    #[serde(default)]
    pub(crate) rolled: f32,
}

/// One pose, told for the right side.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pose {
    pub(crate) id: String,
    pub(crate) scene: String,
    pub(crate) trunk: Trunk,
    /// The leg of the stretched side.
    pub(crate) leg: Leg,
    pub(crate) other_leg: Leg,
    /// The arm of the stretched side.
    pub(crate) arm: Arm,
    pub(crate) other_arm: Arm,
    /// How strongly the buttock is pulled, 0 to 1.
    #[serde(default)]
    pub(crate) pull: f32,
    /// Where the letters of the legs are seen from the side, and from above.
    #[serde(default)]
    pub(crate) letters: (Letters, Letters),
}

/// How far along each leg its letter lies: 0 hip, 1 knee, 2 ankle. A letter that
/// would be hidden is left out.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub(crate) struct Letters(pub(crate) Option<f32>, pub(crate) Option<f32>);

impl Default for Letters {
    /// On both thighs.
    fn default() -> Self {
        Self(Some(0.6), Some(0.6))
    }
}

/// Where the hips are and how the back is held; degrees.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trunk {
    /// The middle between the hip joints.
    pub(crate) hips: V3,
    /// 0 is upright, 90 on the back.
    pub(crate) lean: f32,
    /// 90 is on the other side.
    #[serde(default)]
    pub(crate) roll: f32,
    /// Bent forwards in the loins.
    #[serde(default)]
    pub(crate) loins: f32,
    /// Bent forwards in the chest.
    #[serde(default)]
    pub(crate) chest: f32,
    /// Bent forwards in the neck.
    #[serde(default)]
    pub(crate) neck: f32,
}

/// Where a leg goes.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Leg {
    /// The sole flat on the floor, the ankle above this place; `z` counts
    /// outwards from the middle, `toes` outwards in degrees.
    Flat {
        x: f32,
        z: f32,
        #[serde(default)]
        toes: f32,
    },
    /// The sole flat on the wall.
    Wall { y: f32, z: f32 },
    /// Bent by degrees in the hip (forwards, outwards, turned out) and the knee;
    /// `point` lets the toes go.
    Bent {
        hip: f32,
        #[serde(default)]
        out: f32,
        #[serde(default)]
        turn: f32,
        knee: f32,
        #[serde(default)]
        point: f32,
    },
    /// The ankle on the other thigh: how far along it, 0 hip to 1 knee, and how
    /// far the knee has fallen open, in degrees.
    Crossed { along: f32, open: f32 },
}

/// Where a hand goes.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Arm {
    /// On the floor beside the body: towards the feet from the shoulder, and
    /// outwards.
    Floor { down: f32, out: f32 },
    /// On the trunk: outwards, up from the hips, in front of the spine.
    Trunk { out: f32, up: f32, front: f32 },
    /// Behind the thigh of the other leg, fingers around it; how far along.
    Behind { along: f32 },
    /// An end of the towel that runs behind that thigh; how far from the thigh
    /// towards the shoulder, 0 to 1.
    Towel { along: f32, pulled: f32 },
    /// On the own knee.
    Knee,
    /// On the crossed shank: how far along it, 0 knee to 1 ankle.
    Shin { along: f32 },
    /// An end of the strap that runs behind the thigh of the stretched side; how
    /// far from the thigh towards the shoulder, 0 to 1.
    Strap { pulled: f32 },
    /// Hanging, swung forwards by degrees.
    Hang { swing: f32 },
    /// Forwards on the floor, in world x and z: something to lean on.
    At { place: V3 },
}

/// Poses to pass through between two others, so that no limb goes through
/// another.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Way {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) through: Vec<String>,
}
