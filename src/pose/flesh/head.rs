//! The head: skull and jaw, short hair, nose and ears; eyes at rest.

use super::{Flesh, Line, ball, ring};
use crate::pose::mesh::{Grid, Role};
use crate::pose::skeleton::Back;
use crate::pose::space::{V3, curve};

/// Half widths, by height above the middle of the head.
const WIDE: [(f32, f32); 11] = [
    (-0.070, 0.006),
    (-0.066, 0.018),
    (-0.055, 0.027),
    (-0.040, 0.033),
    (-0.020, 0.039),
    (0.0, 0.043),
    (0.020, 0.0445),
    (0.040, 0.041),
    (0.054, 0.031),
    (0.063, 0.017),
    (0.067, 0.003),
];
/// Half depths.
const DEEP: [(f32, f32); 11] = [
    (-0.070, 0.008),
    (-0.066, 0.018),
    (-0.055, 0.028),
    (-0.040, 0.039),
    (-0.020, 0.048),
    (0.0, 0.054),
    (0.020, 0.0565),
    (0.040, 0.051),
    (0.054, 0.038),
    (0.063, 0.021),
    (0.067, 0.003),
];
/// How far the middle lies to the front.
const FORE: [(f32, f32); 6] = [
    (-0.070, 0.033),
    (-0.055, 0.023),
    (-0.040, 0.014),
    (-0.020, 0.006),
    (0.0, 0.001),
    (0.03, -0.003),
];

/// A point of the surface: height, and the angle from the right (90 is front).
fn skin(back: &Back, height: f32, degrees: f32, out: f32) -> V3 {
    let (sin, cos) = degrees.to_radians().sin_cos();
    back.head
        + back.skull.up * height
        + back.skull.front * (curve(&FORE, height) + (curve(&DEEP, height) + out) * sin)
        + back.skull.right * ((curve(&WIDE, height) + out) * cos)
}

pub(super) fn add(flesh: &mut Flesh, back: &Back) {
    let skull = back.skull;
    let around = 20;
    let heights = [
        -0.070, -0.067, -0.061, -0.052, -0.042, -0.032, -0.022, -0.012, -0.002, 0.008, 0.018,
        0.028, 0.038, 0.047, 0.055, 0.061, 0.065, 0.067,
    ];
    let rings: Vec<_> = heights
        .into_iter()
        .map(|h| {
            ring(
                back.head + skull.up * h + skull.front * curve(&FORE, h),
                skull.right,
                curve(&WIDE, h),
                skull.front,
                curve(&DEEP, h),
                Role::Skin,
            )
        })
        .collect();
    flesh.grids.push(Grid::tube(&rings, around));
    hair(flesh, back);
    let nose = back.head + skull.up * -0.014 + skull.front * 0.053;
    flesh.grids.push(ball(
        nose,
        skull.up * 0.015 - skull.front * 0.005,
        skull.right * 0.0075,
        skull.front * 0.010,
        Role::Skin,
        8,
    ));
    for side in [-1.0, 1.0] {
        flesh.grids.push(ball(
            back.head + skull.right * (0.0435 * side) + skull.front * -0.004 - skull.up * 0.004,
            skull.up * 0.016 - skull.front * 0.003,
            skull.front * 0.010,
            skull.right * 0.005,
            Role::Skin,
            8,
        ));
    }
    face(flesh, back);
}

/// Short hair: a cap a little outside the skull, higher at the brow.
fn hair(flesh: &mut Flesh, back: &Back) {
    let around = 24;
    let mut points = Vec::new();
    let mut roles = Vec::new();
    let rows = 9;
    for row in 0..=rows {
        for k in 0..around {
            let degrees = k as f32 / around as f32 * 360.0;
            let front = degrees.to_radians().sin();
            // The hairline: the brow, over the ears, down to the nape.
            let low = curve(
                &[
                    (-1.0, -0.040),
                    (-0.5, -0.034),
                    (-0.05, 0.000),
                    (0.12, 0.018),
                    (0.45, 0.036),
                    (1.0, 0.046),
                ],
                front,
            );
            let t = row as f32 / rows as f32;
            let height = low + (0.0668 - low) * (1.0 - (1.0 - t).powf(1.7));
            let out = if row == 0 { 0.0025 } else { 0.006 };
            let mut point = skin(back, height, degrees, out);
            if row == rows {
                point = back.head + back.skull.up * 0.0745 - back.skull.front * 0.003;
            } else if row > 3 {
                point = point + back.skull.up * (0.004 * t);
            }
            points.push(point);
            if row < rows {
                roles.push(Role::Hair);
            }
        }
    }
    flesh.grids.push(Grid::of(points, roles, around));
}

/// Lids at rest, brows, the mouth.
fn face(flesh: &mut Flesh, back: &Back) {
    let skull = back.skull;
    let mut line = |spots: &[(f32, f32)], role, width, aside: f32| {
        flesh.lines.push(Line {
            points: spots
                .iter()
                .map(|(h, degrees)| skin(back, *h, *degrees, 0.0012))
                .collect(),
            normal: (skull.front + skull.right * aside).unit(),
            role,
            width,
        });
    };
    for side in [-1.0, 1.0] {
        let at = |degrees: f32| 90.0 - degrees * side;
        line(
            &[
                (0.003, at(14.0)),
                (0.0, at(20.0)),
                (-0.001, at(26.0)),
                (0.001, at(33.0)),
            ],
            Role::Feature,
            0.0030,
            0.8 * side,
        );
        line(
            &[
                (0.016, at(12.0)),
                (0.019, at(20.0)),
                (0.018, at(28.0)),
                (0.014, at(36.0)),
            ],
            Role::Hair,
            0.0036,
            0.8 * side,
        );
    }
    line(
        &[
            (-0.042, 72.0),
            (-0.0435, 81.0),
            (-0.0425, 90.0),
            (-0.0435, 99.0),
            (-0.042, 108.0),
        ],
        Role::Feature,
        0.0030,
        0.0,
    );
}
