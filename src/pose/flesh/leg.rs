//! A leg from the buttock to the ankle: the thigh fuller than the shank, the
//! calf at its back, trousers to above the ankle.

use super::{Bent, Flesh, ring};
use crate::pose::mesh::{Grid, Role};
use crate::pose::skeleton::LegBones;
use crate::pose::space::curve;

/// Half widths: 0 hip, 1 knee, 2 ankle.
const WIDE: [(f32, f32); 15] = [
    (-0.30, 0.010),
    (-0.28, 0.026),
    (-0.22, 0.046),
    (-0.12, 0.058),
    (0.0, 0.060),
    (0.2, 0.056),
    (0.5, 0.048),
    (0.8, 0.038),
    (1.0, 0.036),
    (1.12, 0.034),
    (1.35, 0.038),
    (1.6, 0.030),
    (1.8, 0.0225),
    (1.93, 0.0215),
    (2.04, 0.0215),
];
/// Half depths.
const DEEP: [(f32, f32); 15] = [
    (-0.30, 0.010),
    (-0.28, 0.028),
    (-0.22, 0.050),
    (-0.12, 0.064),
    (0.0, 0.066),
    (0.2, 0.061),
    (0.5, 0.052),
    (0.8, 0.042),
    (1.0, 0.040),
    (1.12, 0.037),
    (1.35, 0.042),
    (1.6, 0.032),
    (1.8, 0.024),
    (1.93, 0.023),
    (2.04, 0.023),
];
/// How far the middle lies in front of the bone.
const FORE: [(f32, f32); 8] = [
    (-0.25, -0.010),
    (0.0, -0.004),
    (0.5, 0.006),
    (0.8, 0.006),
    (1.0, 0.012),
    (1.3, -0.010),
    (1.7, -0.004),
    (2.0, 0.0),
];
/// Where the trousers end.
const HEM: f32 = 1.80;

pub(super) fn add(flesh: &mut Flesh, leg: &LegBones, role: Role) {
    let bones = Bent::new(leg.hip, leg.knee, leg.ankle, leg.front, 0.068);
    let mut rings = Vec::with_capacity(40);
    let stops = [
        -0.30,
        -0.29,
        -0.27,
        -0.23,
        -0.19,
        -0.14,
        -0.09,
        -0.04,
        0.01,
        0.06,
        0.11,
        0.16,
        0.21,
        0.26,
        0.32,
        0.4,
        0.5,
        0.6,
        0.66,
        0.72,
        0.77,
        0.81,
        0.85,
        0.89,
        0.93,
        0.965,
        1.0,
        1.035,
        1.07,
        1.11,
        1.15,
        1.19,
        1.24,
        1.3,
        1.38,
        1.46,
        1.54,
        1.62,
        1.7,
        1.76,
        HEM,
        HEM + 0.012,
        1.86,
        1.92,
        1.98,
        2.04,
    ];
    let mut cloth = 0.003;
    for s in stops {
        if s > HEM {
            cloth = 0.0;
        }
        let (place, way) = bones.at(s);
        let front = bones.hinge.cross(way).unit();
        rings.push(ring(
            place + front * curve(&FORE, s),
            bones.hinge,
            curve(&WIDE, s) + cloth,
            front,
            curve(&DEEP, s) + cloth,
            if cloth > 0.0 { role } else { Role::Skin },
        ));
    }
    flesh.grids.push(Grid::tube(&rings, 24));
}
