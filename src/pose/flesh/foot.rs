//! A bare foot: heel, instep, ball and five toes.

use super::{Flesh, ball, ring};
use crate::pose::mesh::{Grid, Role};
use crate::pose::skeleton::LegBones;

/// Along the foot from the ankle: half width, half height, middle above the sole.
const RINGS: [(f32, f32, f32, f32); 12] = [
    (-0.043, 0.006, 0.007, 0.018),
    (-0.041, 0.014, 0.014, 0.018),
    (-0.033, 0.020, 0.020, 0.020),
    (-0.018, 0.0225, 0.027, 0.027),
    (0.0, 0.0225, 0.032, 0.032),
    (0.018, 0.0225, 0.028, 0.028),
    (0.040, 0.025, 0.0215, 0.022),
    (0.060, 0.029, 0.0165, 0.017),
    (0.078, 0.0315, 0.0125, 0.013),
    (0.090, 0.031, 0.0105, 0.011),
    (0.098, 0.028, 0.008, 0.009),
    (0.101, 0.020, 0.004, 0.008),
];
/// Toes from the big one outwards: along, sidewards, half length, half width.
const TOES: [(f32, f32, f32, f32); 5] = [
    (0.101, 0.0205, 0.017, 0.0105),
    (0.103, 0.0035, 0.0145, 0.0072),
    (0.099, -0.0095, 0.013, 0.0068),
    (0.0935, -0.0205, 0.012, 0.0064),
    (0.086, -0.0285, 0.0105, 0.0062),
];

pub(super) fn add(flesh: &mut Flesh, leg: &LegBones, side: f32) {
    let up = -leg.sole;
    let inward = leg.toes.cross(up).unit() * -side;
    let base = leg.ankle + leg.sole * crate::pose::skeleton::ANKLE;
    let rings: Vec<_> = RINGS
        .into_iter()
        .map(|(at, wide, high, middle)| {
            let place = base + leg.toes * at + up * middle;
            ring(place, inward, wide, up, high, Role::Skin)
        })
        .collect();
    flesh.grids.push(Grid::tube(&rings, 12));
    for (at, aside, long, wide) in TOES {
        let place = base + leg.toes * at + inward * aside + up * (wide * 0.95);
        flesh.grids.push(ball(
            place,
            leg.toes * long,
            inward * wide,
            up * (wide * 0.9),
            Role::Skin,
            6,
        ));
    }
}
