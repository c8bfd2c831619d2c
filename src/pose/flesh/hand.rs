//! A hand: a mitten whose fingers bend towards the palm, and a thumb.

use super::{Flesh, Line, ring};
use crate::pose::mesh::{Grid, Role};
use crate::pose::skeleton::ArmBones;
use crate::pose::space::curve;

/// Half width across the palm, by distance from the wrist.
const WIDE: [(f32, f32); 7] = [
    (-0.01, 0.012),
    (0.0, 0.014),
    (0.025, 0.022),
    (0.05, 0.024),
    (0.08, 0.021),
    (0.10, 0.015),
    (0.108, 0.005),
];
/// Half thickness.
const DEEP: [(f32, f32); 6] = [
    (-0.01, 0.013),
    (0.025, 0.013),
    (0.05, 0.0115),
    (0.08, 0.0095),
    (0.10, 0.0075),
    (0.108, 0.003),
];

pub(super) fn add(flesh: &mut Flesh, arm: &ArmBones, side: f32) {
    let across = arm.palm.cross(arm.fingers).unit();
    let mut place = arm.wrist - arm.fingers * 0.01;
    let mut rings = Vec::new();
    let mut at = -0.01;
    let steps = [
        0.01, 0.0125, 0.0125, 0.0125, 0.0125, 0.01, 0.01, 0.01, 0.01, 0.01, 0.005, 0.003,
    ];
    let mut way = arm.fingers;
    let mut palm = arm.palm;
    let mut push = |place, at: f32, palm| {
        rings.push(ring(
            place,
            across,
            curve(&WIDE, at),
            palm,
            curve(&DEEP, at),
            Role::Skin,
        ));
    };
    push(place, at, palm);
    let mut knuckles = Vec::new();
    for step in steps {
        if at > 0.03 {
            let bend = 16.0 * arm.curl;
            way = way.turned(across, -bend);
            palm = palm.turned(across, -bend);
        }
        at += step;
        place = place + way * step;
        push(place, at, palm);
        if at > 0.05 && at < 0.105 {
            knuckles.push((place - palm * (curve(&DEEP, at) + 0.0008), curve(&WIDE, at)));
        }
    }
    flesh.grids.push(Grid::tube(&rings, 10));
    // Three lines on the back of the hand part the fingers.
    for share in [-0.5, 0.0, 0.5] {
        flesh.lines.push(Line {
            points: knuckles
                .iter()
                .map(|(at, wide)| *at + across * (*wide * share))
                .collect(),
            normal: -palm,
            role: Role::Feature,
            width: 0.0022,
        });
    }
    thumb(flesh, arm, -side);
}

fn thumb(flesh: &mut Flesh, arm: &ArmBones, side: f32) {
    let aside = arm.palm.cross(arm.fingers).unit() * side;
    let base = arm.wrist + arm.fingers * 0.012 + aside * 0.010 + arm.palm * 0.003;
    let way = (arm.fingers * 0.75 + aside * 0.6 + arm.palm * (0.15 + 0.5 * arm.curl)).unit();
    let a = way.cross(arm.palm).unit();
    let b = way.cross(a).unit();
    let rings: Vec<_> = [
        (0.0, 0.004),
        (0.004, 0.010),
        (0.02, 0.0105),
        (0.04, 0.0085),
        (0.052, 0.007),
        (0.058, 0.002),
    ]
    .into_iter()
    .map(|(at, girth)| ring(base + way * at, a, girth, b, girth, Role::Skin))
    .collect();
    flesh.grids.push(Grid::tube(&rings, 8));
}
