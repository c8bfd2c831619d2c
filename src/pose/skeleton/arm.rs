//! An arm: where its hand should go in a pose, and where the bones are.

use super::{ArmBones, Back, FOREARM, LegBones, SHOULDER, STRAP, UPPER_ARM, thigh_at};
use crate::pose::source::Arm;
use crate::pose::space::{V3, mix, reach};

/// How far a shoulder follows a hand that reaches.
const FOLLOWS: f32 = 0.034;

/// What hands can hold or lie on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held<'a> {
    pub(super) back: &'a Back,
    pub(super) leg: &'a LegBones,
    pub(super) other: &'a LegBones,
}

/// A wished place of a hand.
#[derive(Clone, Copy, Debug)]
struct Grip {
    wrist: V3,
    pole: V3,
    fingers: V3,
    palm: V3,
    curl: f32,
}

/// The bones of an arm between two poses. `side` is 1 for the stretched side.
pub(super) fn bones(held: Held<'_>, side: f32, (from, to): (&Arm, &Arm), t: f32) -> ArmBones {
    let chest = held.back.chest;
    let shoulder = held.back.nape - chest.up * 0.034 + chest.right * (SHOULDER * side);
    let a = grip(held, shoulder, side, from);
    let b = grip(held, shoulder, side, to);
    let pole = a.pole.unit().lerp(b.pole.unit(), t);
    let wrist = a.wrist.lerp(b.wrist, t);
    // A far reach takes the shoulder along.
    let far = (wrist - shoulder).length() - (UPPER_ARM + FOREARM) * 0.94;
    let shoulder = shoulder + (wrist - shoulder).unit() * far.clamp(0.0, FOLLOWS);
    let (elbow, wrist) = reach(shoulder, wrist, pole, UPPER_ARM, FOREARM);
    let fingers = a.fingers.lerp(b.fingers, t).unit();
    ArmBones {
        shoulder,
        elbow,
        wrist,
        fingers,
        palm: a.palm.lerp(b.palm, t).across(fingers).unit(),
        curl: mix(a.curl, b.curl, t),
    }
}

/// Where a hand should go.
fn grip(held: Held<'_>, shoulder: V3, side: f32, arm: &Arm) -> Grip {
    let back = held.back;
    let chest = back.chest;
    let out = chest.right * side;
    let down = -chest.up;
    let aside = out * 0.8 + down * 0.5 - chest.front * 0.3;
    match *arm {
        Arm::Floor {
            down: feet,
            out: away,
        } => {
            let place = shoulder + down * feet + out * away;
            Grip {
                wrist: V3(place.0, 0.022, place.2),
                pole: out - chest.front * 0.2,
                fingers: (down + out * 0.15).across(V3::UP).unit(),
                palm: -V3::UP,
                curl: 0.15,
            }
        }
        Arm::Trunk {
            out: away,
            up,
            front,
        } => {
            let place = back.hips + back.ribs.way(away * side, up, front);
            Grip {
                wrist: place + out * 0.03,
                pole: out * 0.9 - chest.front * 0.3 + down * 0.4,
                fingers: (down * 0.35 - out).unit(),
                palm: -back.ribs.front,
                curl: 0.2,
            }
        }
        Arm::Behind { .. }
        | Arm::Towel { .. }
        | Arm::Knee
        | Arm::Shin { .. }
        | Arm::Strap { .. } => hold(held, shoulder, side, arm),
        Arm::Hang { swing } => {
            let way = down.turned(chest.right, swing);
            let wrist = shoulder + way * (UPPER_ARM + FOREARM - 0.012) + out * 0.03;
            Grip {
                wrist,
                pole: -chest.front,
                fingers: way,
                palm: -out,
                curl: 0.35,
            }
        }
        Arm::At { place } => {
            let place = V3(place.0, place.1, place.2 * side);
            let way = (place - shoulder).unit();
            Grip {
                wrist: place,
                pole: aside,
                fingers: way.across(V3::UP).unit_or(way),
                palm: -V3::UP,
                curl: 0.2,
            }
        }
    }
}

/// Where a hand should go that holds a leg, or what runs around it.
fn hold(held: Held<'_>, shoulder: V3, side: f32, arm: &Arm) -> Grip {
    let Held { back, leg, other } = held;
    let chest = back.chest;
    let out = chest.right * side;
    let aside = out * 0.8 - chest.up * 0.5 - chest.front * 0.3;
    let shank = (leg.ankle - leg.knee).unit();
    match *arm {
        Arm::Behind { along } => {
            let (place, front, outer) = thigh_at(other, along, -1.0);
            let thigh = (other.knee - other.hip).unit();
            let at_side = outer * -side;
            let wrist = place + at_side * 0.054 - front * 0.061 - thigh * 0.012;
            Grip {
                wrist,
                pole: aside,
                fingers: (-at_side * 0.95 - front * 0.22 + thigh * 0.12).unit(),
                palm: (front * 0.95 - at_side * 0.2).unit(),
                curl: 0.32,
            }
        }
        Arm::Towel { along, pulled } => {
            let (place, front, outer) = thigh_at(other, along, -1.0);
            let at_side = outer * -side;
            let loop_end = place + at_side * 0.075 - front * 0.02;
            let wrist = loop_end.lerp(shoulder, pulled);
            let way = (loop_end - shoulder).unit();
            Grip {
                wrist,
                pole: aside,
                fingers: (way + at_side * -0.3).unit(),
                palm: (-at_side).across(way).unit(),
                curl: 0.95,
            }
        }
        Arm::Knee => {
            let own = if side > 0.0 { leg } else { other };
            let thigh = (own.knee - own.hip).unit();
            let wrist = own.knee - thigh * 0.07 + own.front * 0.066;
            Grip {
                wrist,
                pole: aside,
                fingers: thigh,
                palm: -own.front,
                curl: 0.35,
            }
        }
        Arm::Shin { along } => {
            let above = V3::UP.across(shank).unit();
            let wrist = leg.knee.lerp(leg.ankle, along) + above * 0.060 - out * 0.01;
            Grip {
                wrist,
                pole: aside,
                fingers: (wrist - shoulder).across(above).unit(),
                palm: -above,
                curl: 0.35,
            }
        }
        Arm::Strap { pulled } => {
            let (place, front, outer) = thigh_at(leg, STRAP, 1.0);
            let at_side = outer * side;
            let loop_end = place + at_side * 0.070 + front * 0.045;
            let wrist = loop_end.lerp(shoulder, pulled);
            let way = (loop_end - shoulder).unit();
            Grip {
                wrist,
                pole: aside + chest.front * 0.9,
                fingers: (way + at_side * -0.2).unit(),
                palm: (-at_side).across(way).unit(),
                curl: 0.95,
            }
        }
        Arm::Floor { .. } | Arm::Trunk { .. } | Arm::Hang { .. } | Arm::At { .. } => {
            grip(held, shoulder, side, arm)
        }
    }
}
