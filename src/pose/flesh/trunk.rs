//! Pelvis, belly, chest and neck: one surface, with the shirt from the waist to
//! the neck. Breathing lifts the belly and the chest.

use super::{Flesh, ring};
use crate::pose::mesh::{Grid, Role};
use crate::pose::skeleton::Back;
use crate::pose::space::{V3, curve};

/// Half widths along the spine, from the hips (0) upwards.
const WIDE: [(f32, f32); 14] = [
    (-0.050, 0.012),
    (-0.044, 0.036),
    (-0.028, 0.070),
    (0.0, 0.094),
    (0.04, 0.094),
    (0.10, 0.080),
    (0.14, 0.079),
    (0.19, 0.088),
    (0.235, 0.101),
    (0.265, 0.101),
    (0.288, 0.089),
    (0.302, 0.062),
    (0.320, 0.037),
    (0.40, 0.033),
];
/// Half depths.
const DEEP: [(f32, f32); 12] = [
    (-0.050, 0.012),
    (-0.044, 0.026),
    (-0.028, 0.046),
    (0.0, 0.064),
    (0.05, 0.060),
    (0.11, 0.053),
    (0.17, 0.058),
    (0.23, 0.062),
    (0.27, 0.050),
    (0.295, 0.040),
    (0.320, 0.037),
    (0.40, 0.035),
];
/// How much breath lifts the front.
const LIFT: [(f32, f32); 6] = [
    (0.03, 0.0),
    (0.08, 0.8),
    (0.13, 1.0),
    (0.18, 0.75),
    (0.23, 0.7),
    (0.28, 0.0),
];
/// The deepest breath, in body heights.
const BREATH: f32 = 0.013;
/// Where the shirt begins and ends.
const HEM: f32 = 0.060;
const COLLAR: f32 = 0.317;

pub(super) fn add(flesh: &mut Flesh, back: &Back, breath: f32) {
    let heights = [
        -0.050,
        -0.048,
        -0.043,
        -0.034,
        -0.02,
        0.0,
        0.02,
        0.04,
        HEM - 0.004,
        HEM,
        0.067,
        0.075,
        0.10,
        0.125,
        0.15,
        0.175,
        0.2,
        0.22,
        0.24,
        0.255,
        0.268,
        0.28,
        0.29,
        0.30,
        0.31,
        COLLAR,
        COLLAR + 0.005,
        0.33,
        0.35,
        0.375,
        0.40,
    ];
    let around = 36;
    let mut rings = Vec::with_capacity(heights.len());
    for s in heights {
        let is_shirt = (HEM..=COLLAR).contains(&s);
        let shirt = if is_shirt { 0.005 } else { 0.0 };
        let (place, up, front) = along(back, s);
        let right = front.cross(up);
        let lift = curve(&LIFT, s) * BREATH * breath * 0.5;
        let role = if is_shirt {
            Role::Shirt
        } else if s < 0.1 {
            Role::Other
        } else {
            Role::Skin
        };
        rings.push(ring(
            place + front * lift,
            right,
            curve(&WIDE, s) + shirt,
            front,
            curve(&DEEP, s) + shirt + lift,
            role,
        ));
    }
    let mut grid = Grid::tube(&rings, around);
    // The trousers change color down the middle.
    for face in 0..grid.faces() {
        let k = face % around;
        let right = k < around / 4 || k >= around * 3 / 4;
        if let Some(role) = grid.roles.get_mut(face)
            && *role == Role::Other
            && right
        {
            *role = Role::Stretched;
        }
    }
    grid.is_trunk = true;
    flesh.grids.push(grid);
}

/// The place on the spine, upwards and forwards there.
pub(super) fn along(back: &Back, s: f32) -> (V3, V3, V3) {
    let mid = back.waist + back.ribs.up * 0.10;
    let neck = (back.head - back.skull.front * 0.016 - back.nape).unit();
    let soft = |from: f32, to: f32| {
        let t = ((s - from) / (to - from)).clamp(0.0, 1.0);
        t * t * (3.0 - 2.0 * t)
    };
    let place = if s < 0.09 {
        back.hips + back.pelvis.up * s
    } else if s < 0.19 {
        back.waist + back.ribs.up * (s - 0.09)
    } else if s < 0.305 {
        mid.lerp(back.nape, (s - 0.19) / 0.115)
    } else {
        back.nape + neck * (s - 0.305)
    };
    let up = back
        .pelvis
        .up
        .lerp(back.ribs.up, soft(0.05, 0.13))
        .lerp(back.chest.up, soft(0.14, 0.24))
        .lerp(neck, soft(0.285, 0.33))
        .unit();
    let front = back
        .pelvis
        .front
        .lerp(back.ribs.front, soft(0.05, 0.13))
        .lerp(back.chest.front, soft(0.14, 0.24))
        .across(up)
        .unit();
    (place, up, front)
}
