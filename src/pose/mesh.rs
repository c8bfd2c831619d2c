//! Surfaces: grids of points, ring after ring, each ring around a bone. A grid
//! knows which material each of its stretches is made of.

use super::space::V3;

/// What a piece is made of; the theme has a color for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Skin.
    Skin,
    /// Hair and brows.
    Hair,
    /// The shirt.
    Shirt,
    /// Trousers on the stretched side, in the accent color.
    Stretched,
    /// Trousers on the other side.
    Other,
    /// The pillow.
    Pillow,
    /// Towel or strap.
    Strap,
    /// The chair.
    Chair,
    /// The wall.
    Wall,
    /// The mat.
    Mat,
    /// What the body shades on the mat.
    Shadow,
    /// Lips, lids.
    Feature,
}

/// One ring around a bone: a middle and two half axes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ring {
    pub(super) at: V3,
    pub(super) a: V3,
    pub(super) b: V3,
    /// What it is made of from here to the next ring.
    pub(super) role: Role,
}

/// A surface: `rings` times `around` points, closed around.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub(super) around: usize,
    pub(super) points: Vec<V3>,
    pub(super) normals: Vec<V3>,
    /// One a face, ring by ring.
    pub(super) roles: Vec<Role>,
    /// Faces before this one have no outline: they lie inside another part.
    pub(super) outline_from: usize,
    /// Is it the trunk? Its shirt lies over what it touches, its trousers under
    /// the thighs.
    pub(super) is_trunk: bool,
}

impl Grid {
    /// A surface through rings, with `around` points each. Outside is outside
    /// whichever way the rings turn.
    pub(super) fn tube(rings: &[Ring], around: usize) -> Self {
        let mut points = Vec::with_capacity(rings.len() * around);
        let mut roles = Vec::with_capacity(rings.len() * around);
        let turns: Vec<(f32, f32)> = (0..around)
            .map(|k| (k as f32 / around as f32 * std::f32::consts::TAU).sin_cos())
            .collect();
        let facing: f32 = rings
            .windows(2)
            .filter_map(|pair| pair.first().zip(pair.last()))
            .map(|(low, high)| low.a.cross(low.b).unit().dot(high.at - low.at))
            .sum();
        let hand = if facing < 0.0 { -1.0 } else { 1.0 };
        for (nr, ring) in rings.iter().enumerate() {
            for (sin, cos) in &turns {
                points.push(ring.at + ring.a * *cos + ring.b * (*sin * hand));
                if nr + 1 < rings.len() {
                    roles.push(ring.role);
                }
            }
        }
        Self::of(points, roles, around)
    }

    /// A surface through points that are there.
    pub(super) fn of(points: Vec<V3>, roles: Vec<Role>, around: usize) -> Self {
        let mut grid = Self {
            around,
            normals: vec![V3::default(); points.len()],
            points,
            roles,
            outline_from: 0,
            is_trunk: false,
        };
        grid.find_normals();
        grid
    }

    /// The four corners of a face.
    pub(super) fn corners(&self, face: usize) -> [usize; 4] {
        let (ring, k) = (face / self.around, face % self.around);
        let next = (k + 1) % self.around;
        let (low, high) = (ring * self.around, (ring + 1) * self.around);
        [low + k, low + next, high + next, high + k]
    }

    /// How many faces.
    pub(super) fn faces(&self) -> usize {
        self.roles.len()
    }

    /// How much nearer than it is a material of this part is drawn, so that one
    /// whole border parts two surfaces that sink into each other: sleeves over
    /// the shirt, the thighs over the seat of the trousers, the stretched leg over
    /// the other.
    pub(super) fn nearer(&self, role: Role) -> f32 {
        match role {
            Role::Shirt if self.is_trunk => 0.006,
            Role::Shirt => 0.018,
            Role::Hair => 0.005,
            Role::Stretched | Role::Other if self.is_trunk => -0.014,
            Role::Strap | Role::Stretched => 0.012,
            // What sinks into the pillow is not cut by it, face by face.
            Role::Pillow => -0.06,
            Role::Other
            | Role::Skin
            | Role::Feature
            | Role::Chair
            | Role::Wall
            | Role::Mat
            | Role::Shadow => 0.0,
        }
    }

    pub(super) fn point(&self, nr: usize) -> V3 {
        self.points.get(nr).copied().unwrap_or_default()
    }

    pub(super) fn normal(&self, nr: usize) -> V3 {
        self.normals.get(nr).copied().unwrap_or_default()
    }

    fn find_normals(&mut self) {
        for face in 0..self.faces() {
            let corners = self.corners(face);
            let [a, b, c, d] = corners.map(|nr| self.point(nr));
            let normal = (c - a).cross(d - b);
            for nr in corners {
                if let Some(sum) = self.normals.get_mut(nr) {
                    *sum = *sum + normal;
                }
            }
        }
        for normal in &mut self.normals {
            *normal = normal.unit();
        }
    }
}
