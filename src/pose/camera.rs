//! The onlooker: from space onto a flat picture, without perspective.

use super::source::Stand;
use super::space::V3;

/// A place in the picture: x to the right, y down, in body heights.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct P2(pub f32, pub f32);

/// Where the onlooker stands and what is right and up for them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Camera {
    pub(super) right: V3,
    pub(super) up: V3,
    /// Towards the onlooker.
    pub(super) near: V3,
}

impl Camera {
    pub(super) fn new(stand: &Stand) -> Self {
        let (sin, cos) = stand.around.to_radians().sin_cos();
        let (raise, flat) = stand.raised.to_radians().sin_cos();
        let near = V3(sin * flat, raise, cos * flat);
        let right = V3(cos, 0.0, -sin);
        let up = near.cross(right);
        Self {
            right: right.turned(near, stand.rolled),
            up: up.turned(near, stand.rolled),
            near,
        }
    }

    /// Where a point is seen, and how near it is.
    pub(super) fn see(&self, point: V3) -> (P2, f32) {
        (
            P2(point.dot(self.right), -point.dot(self.up)),
            point.dot(self.near),
        )
    }

    /// A direction in the picture.
    pub(super) fn way(&self, way: V3) -> P2 {
        P2(way.dot(self.right), -way.dot(self.up))
    }
}
