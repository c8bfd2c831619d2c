//! What stands around the body: mat, pillow, wall, chair, towel; and its shadow.

use super::camera::{Camera, P2};
use super::flesh::Flesh;
use super::mesh::{Grid, Ring, Role};
use super::picture::{Piece, light};
use super::skeleton::{LegBones, STRAP, Skeleton, thigh_at};
use super::source::{Arm, Scene};
use super::space::V3;

/// Thickness of the mat.
const MAT: f32 = 0.014;

/// Mat, wall and chair, and the body's shadow: all that lies behind the body.
pub(super) fn behind(scene: &Scene, bones: &Skeleton, camera: &Camera) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if let Some((left, right, far, near)) = scene.mat {
        let low = V3(left, -MAT, far);
        let high = V3(right, 0.0, near);
        block(&mut pieces, low, high, Role::Mat, camera);
        shadow(&mut pieces, bones, camera, (low, high));
    }
    if let Some(x) = scene.wall {
        let (low, high) = (V3(x, -MAT, -0.27), V3(x + 0.03, 0.46, 0.27));
        block(&mut pieces, low, high, Role::Wall, camera);
    }
    if let Some(seat) = scene.chair {
        chair(&mut pieces, seat, camera);
    }
    pieces
}

/// A chair without arms; `seat` is the middle of the seat's upper side.
fn chair(pieces: &mut Vec<Piece>, seat: V3, camera: &Camera) {
    let (half, leg) = (0.125, 0.012);
    let mut blocks = Vec::new();
    for x in [-1.0, 1.0_f32] {
        for z in [-1.0, 1.0_f32] {
            let foot = V3(seat.0 + x * (half - leg), 0.0, seat.2 + z * (half - leg));
            blocks.push((
                V3(foot.0 - leg, 0.0, foot.2 - leg),
                V3(foot.0 + leg, seat.1 - 0.02, foot.2 + leg),
            ));
        }
    }
    blocks.push((
        V3(seat.0 - half, seat.1 - 0.026, seat.2 - half),
        V3(seat.0 + half, seat.1, seat.2 + half),
    ));
    for z in [-1.0, 1.0_f32] {
        let post = V3(seat.0 - half + leg, seat.1, seat.2 + z * (half - leg));
        blocks.push((
            V3(post.0 - leg, seat.1, post.2 - leg),
            V3(post.0 + leg, seat.1 + 0.22, post.2 + leg),
        ));
    }
    blocks.push((
        V3(seat.0 - half, seat.1 + 0.12, seat.2 - half),
        V3(seat.0 - half + 0.018, seat.1 + 0.26, seat.2 + half),
    ));
    let middle = |(low, high): &(V3, V3)| low.lerp(*high, 0.5).dot(camera.near);
    blocks.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    for (low, high) in blocks {
        block(pieces, low, high, Role::Chair, camera);
    }
}

/// The sides of a block that are seen.
fn block(pieces: &mut Vec<Piece>, low: V3, high: V3, role: Role, camera: &Camera) {
    let corner = |x: bool, y: bool, z: bool| {
        let pick = |up: bool, low: f32, high: f32| if up { high } else { low };
        V3(
            pick(x, low.0, high.0),
            pick(y, low.1, high.1),
            pick(z, low.2, high.2),
        )
    };
    for up in [false, true] {
        let sign = if up { 1.0 } else { -1.0 };
        let sides = [
            (
                V3(sign, 0.0, 0.0),
                [
                    (up, false, false),
                    (up, true, false),
                    (up, true, true),
                    (up, false, true),
                ],
            ),
            (
                V3(0.0, sign, 0.0),
                [
                    (false, up, false),
                    (true, up, false),
                    (true, up, true),
                    (false, up, true),
                ],
            ),
            (
                V3(0.0, 0.0, sign),
                [
                    (false, false, up),
                    (true, false, up),
                    (true, true, up),
                    (false, true, up),
                ],
            ),
        ];
        for (normal, corners) in sides {
            if normal.dot(camera.near) > 0.001 {
                pieces.push(Piece::Area {
                    role,
                    at: corners
                        .map(|(x, y, z)| camera.see(corner(x, y, z)).0)
                        .to_vec(),
                    light: light(normal, camera),
                });
            }
        }
    }
}

/// What the body shades on the mat, as one area a bone.
fn shadow(pieces: &mut Vec<Piece>, bones: &Skeleton, camera: &Camera, (low, high): (V3, V3)) {
    let back = &bones.back;
    let mut all = vec![(back.hips, back.nape, 0.085), (back.nape, back.head, 0.05)];
    for leg in [&bones.leg, &bones.other_leg] {
        all.push((leg.hip, leg.knee, 0.050));
        all.push((leg.knee, leg.ankle, 0.032));
        all.push((leg.ankle, leg.ankle + leg.toes * 0.09, 0.028));
    }
    for arm in [&bones.arm, &bones.other_arm] {
        all.push((arm.shoulder, arm.elbow, 0.028));
        all.push((arm.elbow, arm.wrist + arm.fingers * 0.06, 0.020));
    }
    for (from, to, girth) in all {
        let mut points = Vec::with_capacity(48);
        for end in [from, to] {
            for k in 0..20 {
                let (sin, cos) = (k as f32 / 20.0 * std::f32::consts::TAU).sin_cos();
                let x = end.0 + end.1 * 0.10 + girth * cos;
                let z = end.2 - end.1 * 0.10 + girth * sin;
                let on_mat = V3(x.clamp(low.0, high.0), 0.0, z.clamp(low.2, high.2));
                points.push(camera.see(on_mat).0);
            }
        }
        pieces.push(Piece::Area {
            role: Role::Shadow,
            at: hull(points),
            light: 0.5,
        });
    }
}

/// The convex outline of points.
fn hull(mut points: Vec<P2>) -> Vec<P2> {
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    points.dedup();
    let turns = |a: P2, b: P2, c: P2| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0) > 1e-9;
    let half = |points: &mut dyn Iterator<Item = P2>| {
        let mut side: Vec<P2> = Vec::new();
        for point in points {
            while let [.., a, b] = side.as_slice() {
                if turns(*a, *b, point) {
                    break;
                }
                side.pop();
            }
            side.push(point);
        }
        side.pop();
        side
    };
    let mut all = half(&mut points.iter().copied());
    all.extend(half(&mut points.iter().rev().copied()));
    all
}

/// The pillow below the head.
pub(super) fn pillow(flesh: &mut Flesh, scene: &Scene) {
    let Some(at) = scene.pillow else {
        return;
    };
    let rings: Vec<Ring> = [
        -1.0, -0.97, -0.85, -0.6, -0.3, 0.0, 0.3, 0.6, 0.85, 0.97, 1.0_f32,
    ]
    .into_iter()
    .map(|t| {
        let girth = (1.0 - t.abs().powf(3.5)).max(0.0).powf(0.5).max(0.08);
        Ring {
            at: at + V3(0.0, 0.0, t * 0.15),
            a: V3(0.095 * (0.55 + 0.45 * girth), 0.0, 0.0),
            b: V3(0.0, at.1 * girth, 0.0),
            role: Role::Pillow,
        }
    })
    .collect();
    flesh.grids.push(Grid::tube(&rings, 20));
}

/// The towel or strap, if a hand holds one.
pub(super) fn strap(flesh: &mut Flesh, bones: &Skeleton, arms: &[&Arm]) {
    let mut path = None;
    let palm = |arm: &super::skeleton::ArmBones| arm.wrist + arm.fingers * 0.055 + arm.palm * 0.016;
    let (right, left) = (palm(&bones.arm), palm(&bones.other_arm));
    for arm in arms {
        match arm {
            Arm::Towel { along, .. } => {
                path = Some(around(&bones.other_leg, *along, -1.0, right, left));
            }
            Arm::Strap { .. } => path = Some(around(&bones.leg, STRAP, 1.0, left, right)),
            Arm::Floor { .. }
            | Arm::Trunk { .. }
            | Arm::Behind { .. }
            | Arm::Knee
            | Arm::Shin { .. }
            | Arm::Hang { .. }
            | Arm::At { .. } => {}
        }
    }
    if let Some(path) = path {
        ribbon(flesh, &path);
    }
}

/// From one hand behind a thigh to the other, clear of it by its own thickness.
fn around(leg: &LegBones, along: f32, side: f32, inner: V3, outer: V3) -> Vec<V3> {
    let (place, front, out) = thigh_at(leg, along, side);
    let at = |aside: f32, back: f32| place + out * aside - front * back;
    vec![
        inner,
        at(-0.063, -0.025),
        at(-0.052, 0.030),
        at(-0.030, 0.052),
        at(0.0, 0.058),
        at(0.030, 0.052),
        at(0.052, 0.030),
        at(0.063, -0.025),
        outer,
    ]
}

/// A flat band through points.
fn ribbon(flesh: &mut Flesh, path: &[V3]) {
    let mut rings = Vec::new();
    let count = path.len();
    let at = |nr: usize| {
        path.get(nr.min(count.saturating_sub(1)))
            .copied()
            .unwrap_or_default()
    };
    let middle = path.iter().fold(V3::default(), |sum, p| sum + *p) * (1.0 / count as f32);
    for nr in 0..count.saturating_sub(1) {
        for part in 0..6 {
            let t = part as f32 / 6.0;
            let (p0, p1, p2, p3) = (at(nr.saturating_sub(1)), at(nr), at(nr + 1), at(nr + 2));
            let place = (p1 * 2.0
                + (p2 - p0) * t
                + (p0 * 2.0 - p1 * 5.0 + p2 * 4.0 - p3) * (t * t)
                + (p1 * 3.0 - p0 - p2 * 3.0 + p3) * (t * t * t))
                * 0.5;
            let way = (p2 - p0).unit();
            let out = (place - middle).across(way).unit();
            let wide = way.cross(out).unit();
            rings.push(Ring {
                at: place,
                a: wide * 0.017,
                b: out * 0.004,
                role: Role::Strap,
            });
        }
    }
    flesh.grids.push(Grid::tube(&rings, 8));
}
