//! The figure as a flat picture: pieces in drawing order, far ones first.
//!
//! Surfaces become small faces with the light at their corners; where a surface
//! turns away from the onlooker it gets an outline.

use super::camera::{Camera, P2};
use super::flesh::Flesh;
use super::mesh::{Grid, Role};
use super::space::V3;

/// One piece of the picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A small face of a surface, with the light at each corner, 0 to 1.
    Face {
        /// What it is made of.
        role: Role,
        /// Its corners.
        at: [P2; 4],
        /// The light at each.
        light: [f32; 4],
    },
    /// A stretch of outline.
    Edge {
        /// What it is made of.
        role: Role,
        /// Its ends.
        at: [P2; 2],
        /// Outwards at each end, one long.
        out: [P2; 2],
    },
    /// The border of a face where its surface turns away, to be drawn with a soft
    /// edge. Paper has no need of it.
    Rim {
        /// What it is made of.
        role: Role,
        /// Its ends.
        at: [P2; 2],
        /// Outwards at each end, one long.
        out: [P2; 2],
        /// The light at each.
        light: [f32; 2],
    },
    /// A flat convex area.
    Area {
        /// What it is made of.
        role: Role,
        /// Its corners.
        at: Vec<P2>,
        /// How light it is, 0 to 1.
        light: f32,
    },
    /// A line on the skin.
    Line {
        /// What it is made of.
        role: Role,
        /// Its points.
        at: Vec<P2>,
        /// Its width, in body heights.
        width: f32,
    },
}

/// Moves every point.
fn each(points: &mut [P2], to: &impl Fn(P2) -> P2) {
    for point in points {
        *point = to(*point);
    }
}

impl Piece {
    /// Every point moved.
    pub(super) fn moved(&mut self, place: &impl Fn(P2) -> P2, way: &impl Fn(P2) -> P2) {
        match self {
            Self::Face { at, .. } => each(at, place),
            Self::Edge { at, out, .. } | Self::Rim { at, out, .. } => {
                each(at, place);
                each(out, way);
            }
            Self::Area { at, .. } | Self::Line { at, .. } => {
                each(at, place);
            }
        }
    }
}

/// Width of a seam, in body heights.
const SEAM: f32 = 0.0026;
/// How much nearer an outline is drawn: it lies outside its own surface, and
/// should be whole where that sinks into another.
const EDGE_OVER: f32 = 0.001;
/// How much nearer the soft border of a face is drawn than the face.
const RIM_OVER: f32 = 1e-5;
/// How much nearer a mark on the skin is drawn.
const MARK_OVER: f32 = 0.009;
/// How much nearer a seam is drawn, so that its own cloth leaves it whole.
const SEAM_OVER: f32 = 0.012;

/// Something that waits for its turn: how near, and what.
type Waiting = (f32, Piece);

/// Adds surfaces and lines to `pieces`, far ones first.
pub(super) fn add(pieces: &mut Vec<Piece>, flesh: &Flesh, camera: &Camera) {
    let mut waiting: Vec<Waiting> = Vec::with_capacity(4096);
    for grid in &flesh.grids {
        surface(&mut waiting, grid, camera);
    }
    let mut marks: Vec<Waiting> = Vec::with_capacity(flesh.lines.len());
    for line in &flesh.lines {
        let covered = |nr: usize| {
            let point = line.points.get(nr).copied().unwrap_or_default();
            let (place, depth) = camera.see(point);
            hidden(&waiting, place, depth)
        };
        let last = line.points.len().saturating_sub(1);
        let is_seen = line.normal.dot(camera.near) > 0.30;
        if is_seen && ![0, last / 2, last].into_iter().any(covered) {
            let depth = line.points.iter().map(|p| camera.see(*p).1);
            let nearest = depth.fold(f32::MIN, f32::max);
            let at = line.points.iter().map(|p| camera.see(*p).0).collect();
            let (role, width) = (line.role, line.width);
            marks.push((nearest + MARK_OVER, Piece::Line { role, at, width }));
        }
    }
    waiting.append(&mut marks);
    waiting.sort_by(|a, b| a.0.total_cmp(&b.0));
    pieces.extend(waiting.into_iter().map(|(_, piece)| piece));
}

/// Does a face lie over a place on the skin? The skin itself, a hair's breadth
/// below the mark, does not count.
fn hidden(waiting: &[Waiting], place: P2, depth: f32) -> bool {
    waiting.iter().any(|(near, piece)| {
        *near > depth + MARK_OVER && matches!(piece, Piece::Face { at, .. } if holds(at, place))
    })
}

/// Does a small face, seen from its front, hold a place?
pub(super) fn holds(corners: &[P2; 4], place: P2) -> bool {
    let [a, b, c, d] = *corners;
    [(a, b), (b, c), (c, d), (d, a)].iter().all(|(from, to)| {
        let turn = (to.0 - from.0) * (place.1 - from.1) - (to.1 - from.1) * (place.0 - from.0);
        turn <= 1e-7
    })
}

/// The light on a surface that looks along `normal`, 0 to 1.
pub(super) fn light(normal: V3, camera: &Camera) -> f32 {
    let lamp = (camera.right * -0.40 + camera.up * 0.72 + camera.near * 0.57).unit();
    let lit = 0.5 + 0.5 * normal.dot(lamp);
    let rim = normal.dot(camera.near).clamp(0.0, 1.0);
    (lit * (0.72 + 0.28 * rim)).clamp(0.0, 1.0)
}

fn surface(waiting: &mut Vec<Waiting>, grid: &Grid, camera: &Camera) {
    let seen: Vec<(P2, f32)> = grid.points.iter().map(|p| camera.see(*p)).collect();
    let lights: Vec<f32> = grid.normals.iter().map(|n| light(*n, camera)).collect();
    let see = |nr: usize| seen.get(nr).copied().unwrap_or_default();
    let lit = |nr: usize| lights.get(nr).copied().unwrap_or_default();
    let facing: Vec<bool> = (0..grid.faces())
        .map(|face| {
            let [a, b, c, d] = grid.corners(face).map(|nr| see(nr).0);
            // y runs down in the picture, so outside turns the other way.
            (c.0 - a.0) * (d.1 - b.1) - (c.1 - a.1) * (d.0 - b.0) < 0.0
        })
        .collect();
    for (face, role) in grid.roles.iter().enumerate() {
        let corners = grid.corners(face);
        let is_seen = facing.get(face).copied().unwrap_or_default();
        if is_seen {
            let depth = corners.iter().map(|nr| see(*nr).1).sum::<f32>() / 4.0;
            let piece = Piece::Face {
                role: *role,
                at: corners.map(|nr| see(nr).0),
                light: corners.map(lit),
            };
            let nearer = grid.nearer(*role);
            waiting.push((depth + nearer, piece));
        }
        if face < grid.outline_from {
            continue;
        }
        // Each face looks after the edge to the next around, and to the next ring.
        let (ring, k) = (face / grid.around, face % grid.around);
        let beside = ring * grid.around + (k + 1) % grid.around;
        let above = face + grid.around;
        let [_, low, high, back] = corners;
        for (next, from, to) in [(beside, low, high), (above, high, back)] {
            let Some(other) = facing.get(next) else {
                continue;
            };
            let beyond = grid.roles.get(next).copied().unwrap_or(*role);
            if *other && is_seen && beyond != *role && !same_cloth(beyond, *role) {
                let over = grid.nearer(beyond).max(grid.nearer(*role)) + SEAM_OVER;
                waiting.push(seam(beyond.max(*role), [from, to].map(see), over));
            }
            if *other != is_seen {
                let (role, shown) = if is_seen {
                    (*role, face)
                } else {
                    (beyond, next)
                };
                let ends = [from, to];
                let at = ends.map(|nr| see(nr).0);
                let out = ends.map(|nr| unit(camera.way(grid.normal(nr))));
                let nearer = grid.nearer(role);
                let depth = ends.iter().map(|nr| see(*nr).1).sum::<f32>() / 2.0;
                waiting.push((depth + nearer + EDGE_OVER, Piece::Edge { role, at, out }));
                // With its face, which lies over the line.
                let depth = grid.corners(shown).iter().map(|nr| see(*nr).1).sum::<f32>() / 4.0;
                let light = ends.map(lit);
                let rim = Piece::Rim {
                    role,
                    at,
                    out,
                    light,
                };
                waiting.push((depth + nearer + RIM_OVER, rim));
            }
        }
    }
}

/// Both legs of the trousers are one cloth: no seam parts them.
fn same_cloth(a: Role, b: Role) -> bool {
    let trousers = |role| matches!(role, Role::Stretched | Role::Other);
    trousers(a) && trousers(b)
}

/// The line where one material ends on another, so much nearer than it is.
fn seam(role: Role, ends: [(P2, f32); 2], over: f32) -> Waiting {
    let [(a, near), (b, far)] = ends;
    let piece = Piece::Line {
        role,
        at: vec![a, b],
        width: SEAM,
    };
    (f32::midpoint(near, far) + over, piece)
}

fn unit(way: P2) -> P2 {
    let length = way.0.hypot(way.1).max(1e-6);
    P2(way.0 / length, way.1 / length)
}
