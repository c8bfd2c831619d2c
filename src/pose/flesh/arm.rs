//! An arm from the shoulder to the wrist, with a short sleeve.

use super::{Bent, Flesh, ring};
use crate::pose::mesh::{Grid, Role};
use crate::pose::skeleton::ArmBones;
use crate::pose::space::curve;

/// Half widths: 0 shoulder, 1 elbow, 2 wrist.
const GIRTH: [(f32, f32); 12] = [
    (-0.14, 0.006),
    (-0.12, 0.016),
    (-0.05, 0.027),
    (0.1, 0.0305),
    (0.4, 0.0285),
    (0.7, 0.026),
    (1.0, 0.0225),
    (1.2, 0.0245),
    (1.5, 0.020),
    (1.8, 0.0155),
    (2.0, 0.0145),
    (2.06, 0.0140),
];
/// Points around.
const AROUND: usize = 14;
/// Where the sleeve ends.
const HEM: f32 = 0.60;

pub(super) fn add(flesh: &mut Flesh, arm: &ArmBones) {
    let upper = (arm.elbow - arm.shoulder).unit();
    let lower = (arm.wrist - arm.elbow).unit();
    let hinge = upper.cross(lower).unit_or(arm.palm);
    let front = hinge.cross(upper).unit();
    let bones = Bent::new(arm.shoulder, arm.elbow, arm.wrist, front, 0.03);
    let stops = [
        -0.14,
        -0.135,
        -0.12,
        -0.08,
        -0.02,
        0.04,
        0.1,
        0.25,
        0.4,
        0.5,
        HEM,
        HEM + 0.012,
        0.7,
        0.8,
        0.88,
        0.94,
        1.0,
        1.06,
        1.12,
        1.2,
        1.3,
        1.45,
        1.6,
        1.75,
        1.9,
        2.0,
        2.06,
    ];
    let mut cloth = 0.006;
    let mut rings = Vec::with_capacity(stops.len());
    for s in stops {
        if s > HEM {
            cloth = 0.0;
        }
        let (place, way) = bones.at(s);
        let front = bones.hinge.cross(way).unit();
        let girth = curve(&GIRTH, s) + if s > -0.09 { cloth } else { 0.0 };
        let role = if cloth > 0.0 { Role::Shirt } else { Role::Skin };
        rings.push(ring(place, bones.hinge, girth, front, girth, role));
    }
    let mut grid = Grid::tube(&rings, AROUND);
    // The shoulder grows out of the shirt.
    grid.outline_from = AROUND * 7;
    flesh.grids.push(grid);
}
