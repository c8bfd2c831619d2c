//! Bones: from where each part should go to where each joint is. Lengths never
//! change; hands and ankles are brought to what they hold or lie on.
//!
//! Proportions after Drillis and Contini, as shares of the body's height, with a
//! head of a little more than 1 in 7.5.

mod arm;
mod leg;

pub(in crate::pose) use leg::thigh_at;

use super::source::{Pose, Trunk};
use super::space::{Frame, V3, mix};

/// From hip to knee.
pub(super) const THIGH: f32 = 0.245;
/// From knee to ankle.
pub(super) const SHANK: f32 = 0.246;
/// From sole to ankle.
pub(super) const ANKLE: f32 = 0.039;
/// From shoulder to elbow.
pub(super) const UPPER_ARM: f32 = 0.172;
/// From elbow to wrist.
pub(super) const FOREARM: f32 = 0.148;
/// From the middle of the pelvis to a hip joint.
pub(super) const HIP: f32 = 0.052;
/// From the spine to a shoulder.
pub(super) const SHOULDER: f32 = 0.104;

/// Where the strap runs behind the own thigh: 0 hip, 1 knee.
pub(super) const STRAP: f32 = 0.74;

/// The back: frames along the spine, and the head.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Back {
    /// The middle between the hips.
    pub hips: V3,
    /// The pelvis.
    pub pelvis: Frame,
    /// Where the loins begin to bend.
    pub waist: V3,
    /// The ribs.
    pub ribs: Frame,
    /// Where the neck begins.
    pub nape: V3,
    /// The upper chest.
    pub chest: Frame,
    /// The middle of the head.
    pub head: V3,
    /// The head.
    pub skull: Frame,
}

/// A leg.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LegBones {
    /// The hip joint.
    pub hip: V3,
    /// The knee.
    pub knee: V3,
    /// The ankle.
    pub ankle: V3,
    /// Where the kneecap looks.
    pub front: V3,
    /// Where the toes point.
    pub toes: V3,
    /// From the ankle to the sole.
    pub sole: V3,
}

impl LegBones {
    /// A place along the leg: 0 hip, 1 knee, 2 ankle.
    pub(super) fn at(&self, along: f32) -> V3 {
        if along < 1.0 {
            self.hip.lerp(self.knee, along)
        } else {
            self.knee.lerp(self.ankle, along - 1.0)
        }
    }
}

/// An arm with its hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ArmBones {
    /// The shoulder.
    pub shoulder: V3,
    /// The elbow.
    pub elbow: V3,
    /// The wrist.
    pub wrist: V3,
    /// Where the fingers point, at the knuckles.
    pub fingers: V3,
    /// Where the palm looks.
    pub palm: V3,
    /// How far the fingers are bent, 0 to 1.
    pub curl: f32,
}

/// All of the body.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skeleton {
    /// Pelvis, spine and head.
    pub back: Back,
    /// The leg of the stretched side.
    pub leg: LegBones,
    /// The other leg.
    pub other_leg: LegBones,
    /// The arm of the stretched side.
    pub arm: ArmBones,
    /// The other arm.
    pub other_arm: ArmBones,
}

/// The place of the joints part of the way from one pose to another. Where each
/// hand and ankle should go is found for both poses on the body of this moment,
/// and lies between: so what holds on in both poses holds on all the way.
pub(super) fn between(from: &Pose, to: &Pose, t: f32, wall: f32) -> Skeleton {
    let trunk = mix_trunk(&from.trunk, &to.trunk, t);
    let back = back_of(&trunk);
    let stand = leg::Ground { back: &back, wall };
    let ways = (&from.other_leg, &to.other_leg);
    let other_leg = leg::bones(stand, -1.0, None, ways, t);
    let ways = (&from.leg, &to.leg);
    let leg = leg::bones(stand, 1.0, Some(&other_leg), ways, t);
    let held = arm::Held {
        back: &back,
        leg: &leg,
        other: &other_leg,
    };
    let arm = arm::bones(held, 1.0, (&from.arm, &to.arm), t);
    let other_arm = arm::bones(held, -1.0, (&from.other_arm, &to.other_arm), t);
    Skeleton {
        back,
        leg,
        other_leg,
        arm,
        other_arm,
    }
}

fn mix_trunk(a: &Trunk, b: &Trunk, t: f32) -> Trunk {
    let mix = |a, b| mix(a, b, t);
    Trunk {
        hips: a.hips.lerp(b.hips, t),
        lean: mix(a.lean, b.lean),
        roll: mix(a.roll, b.roll),
        loins: mix(a.loins, b.loins),
        chest: mix(a.chest, b.chest),
        neck: mix(a.neck, b.neck),
    }
}

/// The spine, from the hips upwards.
fn back_of(trunk: &Trunk) -> Back {
    let (sin, cos) = trunk.lean.to_radians().sin_cos();
    let up = V3(-sin, cos, 0.0);
    let front = V3(cos, sin, 0.0).turned(up, trunk.roll);
    let pelvis = Frame::new(up, front);
    let waist = trunk.hips + pelvis.up * 0.09;
    let ribs = pelvis.bent(trunk.loins);
    let mid = waist + ribs.up * 0.10;
    let chest = ribs.bent(trunk.chest);
    let nape = mid + chest.up * 0.115 - chest.front * 0.008;
    let skull = chest.bent(trunk.neck);
    let head =
        nape + chest.bent(trunk.neck * 0.5).up * 0.044 + skull.up * 0.054 + skull.front * 0.014;
    Back {
        hips: trunk.hips,
        pelvis,
        waist,
        ribs,
        nape,
        chest,
        head,
        skull,
    }
}
