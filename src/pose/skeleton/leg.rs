//! A leg: where its ankle should go in a pose, and where the bones are.

use super::{ANKLE, Back, HIP, LegBones, SHANK, THIGH};
use crate::pose::source::Leg;
use crate::pose::space::{V3, reach};

/// What a leg stands on and hangs from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<'a> {
    pub(super) back: &'a Back,
    /// Where the wall stands, in x.
    pub(super) wall: f32,
}

/// A wished place of an ankle, and how knee and foot look there. Without toes and
/// sole, the foot follows the shank.
#[derive(Clone, Copy, Debug)]
struct Step {
    ankle: V3,
    pole: V3,
    foot: Option<(V3, V3)>,
}

/// The bones of a leg between two poses. `side` is 1 for the stretched side, -1
/// for the other, whose bones are `other`.
pub(super) fn bones(
    ground: Ground<'_>,
    side: f32,
    other: Option<&LegBones>,
    (from, to): (&Leg, &Leg),
    t: f32,
) -> LegBones {
    let pelvis = ground.back.pelvis;
    let hip = ground.back.hips + pelvis.right * (HIP * side);
    let first = step(ground, hip, side, other, from);
    let last = step(ground, hip, side, other, to);
    let pole = first.pole.unit().lerp(last.pole.unit(), t);
    let (knee, ankle) = reach(hip, first.ankle.lerp(last.ankle, t), pole, THIGH, SHANK);
    let (a, b) = (foot(hip, &first), foot(hip, &last));
    let sole = a.1.lerp(b.1, t).unit();
    let thigh = (knee - hip).unit();
    let shank = (ankle - knee).unit();
    // A straight knee has no bend to tell its front by.
    let front = if thigh.dot(shank) > 0.995 {
        pole.across(thigh).unit()
    } else {
        -shank.across(thigh).unit()
    };
    LegBones {
        hip,
        knee,
        ankle,
        front,
        toes: a.0.lerp(b.0, t).across(sole).unit(),
        sole,
    }
}

/// Toes and sole of a step.
fn foot(hip: V3, step: &Step) -> (V3, V3) {
    step.foot.unwrap_or_else(|| {
        let (knee, ankle) = reach(hip, step.ankle, step.pole, THIGH, SHANK);
        let shank = (ankle - knee).unit();
        ((knee - hip).across(shank).unit_or(step.pole), shank)
    })
}

/// Where a leg should go.
fn step(ground: Ground<'_>, hip: V3, side: f32, other: Option<&LegBones>, leg: &Leg) -> Step {
    let pelvis = ground.back.pelvis;
    match *leg {
        Leg::Flat { x, z, toes } => Step {
            ankle: V3(x, ANKLE, z * side),
            pole: V3(0.55, 0.83, 0.12 * side),
            foot: Some((V3(1.0, 0.0, 0.0).turned(V3::UP, -toes * side), -V3::UP)),
        },
        Leg::Wall { y, z } => Step {
            ankle: V3(ground.wall - ANKLE, y, z * side),
            pole: V3(-0.5, 1.0, 0.1 * side),
            foot: Some((V3::UP, V3(1.0, 0.0, 0.0))),
        },
        Leg::Bent {
            hip: bend,
            out,
            turn,
            knee,
            point,
        } => {
            let ahead = pelvis.front.turned(pelvis.right, bend.min(60.0));
            let thigh = (-pelvis.up)
                .turned(pelvis.right, bend)
                .turned(ahead, -out * side);
            let front = pelvis.front.turned(pelvis.right, bend).across(thigh).unit();
            let front = front.turned(thigh, -turn * side);
            let hinge = thigh.cross(front).unit();
            let shank = thigh.turned(hinge, -knee);
            Step {
                ankle: hip + thigh * THIGH + shank * SHANK,
                pole: front,
                foot: Some((
                    front.turned(hinge, -knee - point),
                    shank.turned(hinge, -point),
                )),
            }
        }
        Leg::Crossed { along, open } => {
            // The other leg is never crossed; content is checked for it.
            let (place, front, outer) = other.map_or((hip, pelvis.front, pelvis.right), |other| {
                thigh_at(other, along, -side)
            });
            let ankle = place + front * 0.072 + outer * 0.030;
            let ahead = (ankle - hip).unit();
            let lifted = front.across(ahead).unit_or(pelvis.front);
            let fallen = (pelvis.right * side).across(ahead).unit();
            let (sin, cos) = open.to_radians().sin_cos();
            Step {
                ankle,
                pole: lifted * cos + fallen * sin,
                foot: None,
            }
        }
    }
}

/// A place on a thigh, the direction of its front there, and outwards.
pub(in crate::pose) fn thigh_at(leg: &LegBones, along: f32, side: f32) -> (V3, V3, V3) {
    let way = (leg.knee - leg.hip).unit();
    let outer = way.cross(leg.front).unit() * -side;
    (leg.hip.lerp(leg.knee, along), leg.front, outer)
}
