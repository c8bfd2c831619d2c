//! Flesh and clothes around the bones: each part of the body as a surface.

mod arm;
mod foot;
mod hand;
mod head;
mod leg;
mod trunk;

use super::mesh::{Grid, Ring, Role};
use super::skeleton::Skeleton;
use super::space::V3;

/// A line on the skin: lids, lips, brows.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) points: Vec<V3>,
    /// Where the skin looks there.
    pub(super) normal: V3,
    pub(super) role: Role,
    /// Its width, in body heights.
    pub(super) width: f32,
}

/// The whole body.
#[derive(Clone, Debug, Default)]
pub(super) struct Flesh {
    pub(super) grids: Vec<Grid>,
    pub(super) lines: Vec<Line>,
}

/// Puts flesh on bones. `breath` is 0 (out) to 1 (in).
pub(super) fn of(bones: &Skeleton, breath: f32) -> Flesh {
    let mut flesh = Flesh::default();
    trunk::add(&mut flesh, &bones.back, breath);
    head::add(&mut flesh, &bones.back);
    for (leg, side, role) in [
        (&bones.leg, 1.0, Role::Stretched),
        (&bones.other_leg, -1.0, Role::Other),
    ] {
        leg::add(&mut flesh, leg, role);
        foot::add(&mut flesh, leg, side);
    }
    for (arm, side) in [(&bones.arm, 1.0), (&bones.other_arm, -1.0)] {
        arm::add(&mut flesh, arm);
        hand::add(&mut flesh, arm, side);
    }
    flesh
}

/// A ring with half axes `wide` along `a` and `deep` along `b`.
fn ring(at: V3, a: V3, wide: f32, b: V3, deep: f32, role: Role) -> Ring {
    Ring {
        at,
        a: a * wide,
        b: b * deep,
        role,
    }
}

/// A round body through a middle with three half axes.
fn ball(at: V3, along: V3, a: V3, b: V3, role: Role, around: usize) -> Grid {
    let rings: Vec<Ring> = [-1.0, -0.85, -0.45, 0.0, 0.45, 0.85, 1.0_f32]
        .into_iter()
        .map(|t| {
            let girth = (1.0 - t * t).max(0.0).sqrt().max(0.02);
            ring(at + along * t, a, girth, b, girth, role)
        })
        .collect();
    Grid::tube(&rings, around)
}

/// A bent limb: two bones with a rounded joint.
#[derive(Clone, Copy, Debug)]
struct Bent {
    root: V3,
    joint: V3,
    end: V3,
    upper: f32,
    lower: f32,
    /// How far from the joint the bend begins.
    round: f32,
    /// The hinge of the joint.
    hinge: V3,
}

impl Bent {
    fn new(root: V3, joint: V3, end: V3, front: V3, round: f32) -> Self {
        let upper = joint - root;
        Self {
            root,
            joint,
            end,
            upper: upper.length(),
            lower: (end - joint).length(),
            round,
            hinge: upper.unit().cross(front).unit(),
        }
    }

    /// The place at `s` (0 root, 1 joint, 2 end), and the direction there.
    fn at(&self, s: f32) -> (V3, V3) {
        let first = (self.joint - self.root).unit();
        let second = (self.end - self.joint).unit();
        let far = if s < 1.0 {
            (s - 1.0) * self.upper
        } else {
            (s - 1.0) * self.lower
        };
        if far <= -self.round {
            return (self.joint + first * far, first);
        }
        if far >= self.round {
            return (self.joint + second * far, second);
        }
        let t = f32::midpoint(far / self.round, 1.0);
        let (a, c) = (
            self.joint - first * self.round,
            self.joint + second * self.round,
        );
        let place = a.lerp(self.joint, t).lerp(self.joint.lerp(c, t), t);
        (place, first.lerp(second, t).unit_or(first))
    }
}
