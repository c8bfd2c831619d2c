//! Points and directions in space, and the little of geometry the figure needs.
//!
//! Lengths are in body heights. x runs along the mat from the head to the feet,
//! y is up, z comes towards the onlooker.

use std::ops::{Add, Mul, Neg, Sub};

use serde::Deserialize;

/// A point or a direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
pub struct V3(pub f32, pub f32, pub f32);

impl Add for V3 {
    type Output = Self;
    fn add(self, b: Self) -> Self {
        Self(self.0 + b.0, self.1 + b.1, self.2 + b.2)
    }
}

impl Sub for V3 {
    type Output = Self;
    fn sub(self, b: Self) -> Self {
        Self(self.0 - b.0, self.1 - b.1, self.2 - b.2)
    }
}

impl Neg for V3 {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0, -self.1, -self.2)
    }
}

impl Mul<f32> for V3 {
    type Output = Self;
    fn mul(self, k: f32) -> Self {
        Self(self.0 * k, self.1 * k, self.2 * k)
    }
}

impl V3 {
    /// Up.
    pub(super) const UP: Self = Self(0.0, 1.0, 0.0);

    pub(crate) fn dot(self, b: Self) -> f32 {
        self.0 * b.0 + self.1 * b.1 + self.2 * b.2
    }

    pub(super) fn cross(self, b: Self) -> Self {
        Self(
            self.1 * b.2 - self.2 * b.1,
            self.2 * b.0 - self.0 * b.2,
            self.0 * b.1 - self.1 * b.0,
        )
    }

    pub(crate) fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The same direction, one long; `or` where there is none.
    pub(super) fn unit_or(self, or: Self) -> Self {
        let length = self.length();
        if length > 1e-6 {
            self * (1.0 / length)
        } else {
            or
        }
    }

    /// The same direction, one long.
    pub(super) fn unit(self) -> Self {
        self.unit_or(Self::UP)
    }

    /// What is left of it across `axis`, which is one long.
    pub(super) fn across(self, axis: Self) -> Self {
        self - axis * self.dot(axis)
    }

    pub(super) fn lerp(self, b: Self, t: f32) -> Self {
        self + (b - self) * t
    }

    /// Turned about `axis` (one long) by degrees, by the right hand.
    pub(super) fn turned(self, axis: Self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        self * cos + axis.cross(self) * sin + axis * (axis.dot(self) * (1.0 - cos))
    }
}

/// Three directions of a part of the body, each one long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Towards the head.
    pub up: V3,
    /// Towards the front.
    pub front: V3,
    /// Towards the person's right.
    pub right: V3,
}

impl Frame {
    /// From `up` and about `front`.
    pub(super) fn new(up: V3, front: V3) -> Self {
        let up = up.unit();
        let front = front.across(up).unit_or(V3(1.0, 0.0, 0.0));
        Self {
            up,
            front,
            right: front.cross(up),
        }
    }

    /// Bent forwards by degrees.
    pub(super) fn bent(self, degrees: f32) -> Self {
        Self {
            up: self.up.turned(self.right, -degrees),
            front: self.front.turned(self.right, -degrees),
            right: self.right,
        }
    }

    /// A direction given as right, up, front.
    pub(super) fn way(self, right: f32, up: f32, front: f32) -> V3 {
        self.right * right + self.up * up + self.front * front
    }
}

/// From `a` to `b` by `t`.
pub(super) fn mix(a: f32, b: f32, t: f32) -> f32 {
    a + (b - a) * t
}

/// The value at `x` of a curve through points, flat outside them.
pub(super) fn curve(points: &[(f32, f32)], x: f32) -> f32 {
    let mut before: Option<(f32, f32)> = None;
    for &(at, value) in points {
        if x <= at {
            return before.map_or(value, |(from, was)| {
                let t = (x - from) / (at - from).max(1e-6);
                mix(was, value, t * t * (3.0 - 2.0 * t))
            });
        }
        before = Some((at, value));
    }
    before.map_or(0.0, |(_, value)| value)
}

/// The joint between two bones: as near to a bend towards `pole` as their
/// lengths allow. Gives the joint and the end, which a far target pulls short.
pub(super) fn reach(from: V3, to: V3, pole: V3, upper: f32, lower: f32) -> (V3, V3) {
    let way = (to - from).unit_or(V3(1.0, 0.0, 0.0));
    let far = (to - from)
        .length()
        .clamp((upper - lower).abs() + 0.01, (upper + lower) * 0.999);
    let along = (far * far + upper * upper - lower * lower) / (2.0 * far);
    let out = (upper * upper - along * along).max(0.0).sqrt();
    let bend = pole.across(way).unit_or(V3::UP.across(way).unit());
    (from + way * along + bend * out, from + way * far)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reach_keeps_both_lengths() {
        for to in [V3(0.3, 0.1, 0.0), V3(2.0, 0.0, 0.0), V3(0.01, 0.0, 0.0)] {
            let (joint, end) = reach(V3::default(), to, V3::UP, 0.245, 0.246);
            assert!((joint.length() - 0.245).abs() < 1e-4, "upper, to {to:?}");
            assert!(
                ((end - joint).length() - 0.246).abs() < 1e-4,
                "lower, to {to:?}"
            );
        }
    }

    #[test]
    fn bending_forwards_brings_the_head_to_the_front() {
        let upright = Frame::new(V3::UP, V3(1.0, 0.0, 0.0));
        assert!(upright.right.2 > 0.99, "right is towards the onlooker");
        assert!(upright.bent(30.0).up.0 > 0.4, "forwards");
    }
}
