//! All poses, ready to be shown: which there are, what lies between two, and the
//! picture of one moment.

use std::collections::BTreeMap;

use super::camera::{Camera, P2};
use super::flesh::{self, Flesh};
use super::picture::{self, Piece};
use super::props;
use super::skeleton::{self, Skeleton};
use super::source::{Letters, Pose, Scene, Source};
use super::space::V3;
use super::view::{BodyView, Seen, Turn};

/// Space around the figure, in body heights.
const MARGIN: f32 = 0.035;

/// The least distance between the letters, in body heights.
const TAGS: f32 = 0.062;

/// A letter on a leg.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tag {
    /// Its middle.
    pub at: P2,
    /// Is it the stretched side's?
    pub stretched: bool,
    /// Is it the left leg?
    pub left: bool,
}

/// One moment, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Width and height, in body heights.
    pub size: (f32, f32),
    /// What to draw, in order.
    pub pieces: Vec<Piece>,
    /// Where the stretched buttock is.
    pub buttock: P2,
    /// How strongly it is pulled, 0 to 1.
    pub pull: f32,
    /// Where its name is written.
    pub word: P2,
    /// The letters of the legs that are seen.
    pub tags: Vec<Tag>,
}

/// A box in the picture.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    low: P2,
    high: P2,
}

impl Bounds {
    const NONE: Self = Self {
        low: P2(f32::MAX, f32::MAX),
        high: P2(f32::MIN, f32::MIN),
    };

    fn with(self, p: P2) -> Self {
        Self {
            low: P2(self.low.0.min(p.0), self.low.1.min(p.1)),
            high: P2(self.high.0.max(p.0), self.high.1.max(p.1)),
        }
    }
}

/// All poses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Poses {
    scenes: BTreeMap<String, Scene>,
    all: BTreeMap<String, Pose>,
    ways: BTreeMap<(String, String), Vec<String>>,
    frames: BTreeMap<(String, Seen), (P2, P2)>,
}

impl Poses {
    /// From what content says; it has been checked.
    pub(crate) fn of(source: Source) -> Self {
        let mut poses = Self {
            scenes: source
                .scenes
                .into_iter()
                .map(|s| (s.id.clone(), s))
                .collect(),
            all: source
                .poses
                .into_iter()
                .map(|p| (p.id.clone(), p))
                .collect(),
            ways: BTreeMap::new(),
            frames: BTreeMap::new(),
        };
        for way in source.ways {
            let mut back = way.through.clone();
            back.reverse();
            poses.ways.insert((way.to.clone(), way.from.clone()), back);
            poses.ways.insert((way.from, way.to), way.through);
        }
        poses.frames = poses.find_frames();
        poses
    }

    /// Is there a pose of this name?
    pub fn knows(&self, id: &str) -> bool {
        self.all.contains_key(id)
    }

    /// The names of all poses.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.all.keys().map(String::as_str)
    }

    /// The two poses a moment lies between, and how far it is between those.
    fn stage(&self, from: &str, to: &str, blend: f32) -> Option<(&Pose, &Pose, f32)> {
        let blend = if blend.is_finite() {
            blend.clamp(0.0, 1.0)
        } else {
            1.0
        };
        let (first, last) = (self.all.get(from)?, self.all.get(to)?);
        if first.scene != last.scene {
            let shown = if blend < 0.5 { first } else { last };
            return Some((shown, shown, 1.0));
        }
        let through = self.ways.get(&(from.to_owned(), to.to_owned()));
        let mut stops = vec![first];
        stops.extend(
            through
                .into_iter()
                .flatten()
                .filter_map(|id| self.all.get(id)),
        );
        stops.push(last);
        let legs = stops.len() - 1;
        let far = blend * legs as f32;
        let leg = (far.floor() as usize).min(legs - 1);
        Some((stops.get(leg)?, stops.get(leg + 1)?, far - leg as f32))
    }

    /// The joints at a moment between two poses; nothing for an unknown pose.
    pub fn skeleton(&self, from: &str, to: &str, blend: f32) -> Option<Skeleton> {
        let (a, b, t) = self.stage(from, to, blend)?;
        let scene = self.scenes.get(&b.scene)?;
        Some(skeleton::between(a, b, t, scene.wall.unwrap_or(1.0)))
    }

    /// Width and height of the pictures of a pose, in body heights; nothing for
    /// an unknown pose.
    pub fn size(&self, id: &str, seen: Seen) -> Option<(f32, f32)> {
        let scene = &self.all.get(id)?.scene;
        let (low, high) = self.frames.get(&(scene.clone(), seen))?;
        Some((high.0 - low.0, high.1 - low.1))
    }

    /// The picture of a moment; nothing for an unknown pose.
    pub fn picture(&self, view: &BodyView<'_>) -> Option<Picture> {
        let (a, b, t) = self.stage(view.from, view.to, view.blend)?;
        let scene = self.scenes.get(&b.scene)?;
        let bones = skeleton::between(a, b, t, scene.wall.unwrap_or(1.0));
        let flesh = dressed(scene, &bones, a, b, view.breath.clamp(0.0, 1.0));
        let camera = Camera::new(stand(scene, view.seen));
        let mut pieces = props::behind(scene, &bones, &camera);
        picture::add(&mut pieces, &flesh, &camera);
        let (low, high) = *self.frames.get(&(b.scene.clone(), view.seen))?;
        let tag = |leg: &skeleton::LegBones, along: f32, stretched| Tag {
            at: camera.see(leg.at(along)).0,
            stretched,
            left: view.side.is_left() == stretched,
        };
        let (was, is) = (letters(a, view.seen), letters(b, view.seen));
        let mine = between(was.0, is.0, t).map(|along| tag(&bones.leg, along, true));
        let others = between(was.1, is.1, t).map(|along| tag(&bones.other_leg, along, false));
        let spot = camera.see(buttock(&bones)).0;
        let mut picture = Picture {
            size: (high.0 - low.0, high.1 - low.1),
            pieces,
            buttock: spot,
            word: match view.seen {
                Seen::Side => P2(spot.0, spot.1 + 0.135),
                Seen::Above => P2(spot.0 - 0.16, spot.1 + 0.06),
            },
            pull: a.pull + (b.pull - a.pull) * t,
            tags: apart(mine, others),
        };
        place(&mut picture, low, view);
        Some(picture)
    }

    /// Where a point of space is in the upright picture of the right side.
    #[cfg(test)]
    pub(super) fn place(&self, view: &BodyView<'_>, point: V3) -> Option<P2> {
        let scene = self.scenes.get(&self.all.get(view.to)?.scene)?;
        let at = Camera::new(stand(scene, view.seen)).see(point).0;
        let (low, _) = *self.frames.get(&(scene.id.clone(), view.seen))?;
        Some(P2(at.0 - low.0, at.1 - low.1))
    }

    /// The box that holds every pose of a scene, seen from one side, so that the
    /// figure never jumps or leaves the picture.
    fn find_frames(&self) -> BTreeMap<(String, Seen), (P2, P2)> {
        let mut bounds: BTreeMap<(String, Seen), Bounds> = BTreeMap::new();
        for pose in self.all.values() {
            let Some(scene) = self.scenes.get(&pose.scene) else {
                continue;
            };
            let bones = skeleton::between(pose, pose, 1.0, scene.wall.unwrap_or(1.0));
            let flesh = dressed(scene, &bones, pose, pose, 1.0);
            for seen in [Seen::Side, Seen::Above] {
                let camera = Camera::new(stand(scene, seen));
                let mut found = bounds
                    .get(&(scene.id.clone(), seen))
                    .copied()
                    .unwrap_or(Bounds::NONE);
                for point in flesh.grids.iter().flat_map(|g| &g.points) {
                    found = found.with(camera.see(*point).0);
                }
                for piece in props::behind(scene, &bones, &camera) {
                    if let Piece::Area { at, .. } = piece {
                        found = at.into_iter().fold(found, Bounds::with);
                    }
                }
                bounds.insert((scene.id.clone(), seen), found);
            }
        }
        bounds
            .into_iter()
            .map(|(key, Bounds { low, high })| {
                let low = P2(low.0 - MARGIN, low.1 - MARGIN);
                (key, (low, P2(high.0 + MARGIN, high.1 + MARGIN)))
            })
            .collect()
    }
}

fn stand(scene: &Scene, seen: Seen) -> &super::source::Stand {
    match seen {
        Seen::Side => &scene.side,
        Seen::Above => &scene.above,
    }
}

/// The body with all that is sorted among its parts.
fn dressed(scene: &Scene, bones: &Skeleton, a: &Pose, b: &Pose, breath: f32) -> Flesh {
    let mut flesh = flesh::of(bones, breath);
    props::pillow(&mut flesh, scene);
    let arms = [&a.arm, &a.other_arm, &b.arm, &b.other_arm];
    props::strap(&mut flesh, bones, &arms);
    flesh
}

fn letters(pose: &Pose, seen: Seen) -> Letters {
    match seen {
        Seen::Side => pose.letters.0,
        Seen::Above => pose.letters.1,
    }
}

/// Where a letter is between two poses. Where one of them hides it, it comes or
/// goes half way.
fn between(a: Option<f32>, b: Option<f32>, t: f32) -> Option<f32> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a + (b - a) * t),
        (a, b) => {
            if t < 0.5 {
                a
            } else {
                b
            }
        }
    }
}

/// The letters there are, moved apart until neither covers the other.
fn apart(mine: Option<Tag>, others: Option<Tag>) -> Vec<Tag> {
    let (Some(mut a), Some(mut b)) = (mine, others) else {
        return mine.into_iter().chain(others).collect();
    };
    let (x, y) = (b.at.0 - a.at.0, b.at.1 - a.at.1);
    let far = x.hypot(y);
    if far < TAGS {
        let (x, y) = if far > 1e-4 {
            (x / far, y / far)
        } else {
            (0.0, -1.0)
        };
        let push = (TAGS - far) / 2.0;
        a.at = P2(a.at.0 - x * push, a.at.1 - y * push);
        b.at = P2(b.at.0 + x * push, b.at.1 + y * push);
    }
    vec![a, b]
}

/// Where the deep muscles of the stretched buttock lie.
fn buttock(bones: &Skeleton) -> V3 {
    let pelvis = bones.back.pelvis;
    bones.back.hips + pelvis.right * 0.072 - pelvis.front * 0.030 - pelvis.up * 0.012
}

/// Brings a picture into its frame, mirrored and turned as asked.
fn place(picture: &mut Picture, low: P2, view: &BodyView<'_>) {
    let (wide, high) = picture.size;
    let flip = view.side.is_left() != view.mirrored;
    let turned = |p: P2, size: (f32, f32)| match view.turn {
        Turn::Upright => p,
        Turn::Quarter => P2(size.1 - p.1, p.0),
        Turn::Half => P2(size.0 - p.0, size.1 - p.1),
        Turn::ThreeQuarter => P2(p.1, size.0 - p.0),
    };
    let put = |p: P2| {
        let (x, y) = (p.0 - low.0, p.1 - low.1);
        turned(P2(if flip { wide - x } else { x }, y), (wide, high))
    };
    let way = |p: P2| turned(P2(if flip { -p.0 } else { p.0 }, p.1), (0.0, 0.0));
    for piece in &mut picture.pieces {
        piece.moved(&put, &way);
    }
    picture.buttock = put(picture.buttock);
    picture.word = put(picture.word);
    for tag in &mut picture.tags {
        tag.at = put(tag.at);
    }
    if view.turn.is_sideways() {
        picture.size = (high, wide);
    }
}
