//! The figure keeps to what a body can do: lengths, contacts, frames, mirrors.

use super::skeleton::{ANKLE, FOREARM, SHANK, THIGH, UPPER_ARM, thigh_at};
use super::space::V3;
use super::{BodyView, P2, Piece, Poses, Seen, Skeleton, Turn};
use crate::content::Library;
use crate::stretch::POSES;
use crate::stretch::Side;

fn poses() -> Poses {
    Library::embedded().unwrap().poses().clone()
}

/// Moves that routines make, and some that a skipped step makes.
const MOVES: [(&str, &str); 24] = [
    ("lie_ready", "cross"),
    ("cross", "open"),
    ("open", "draw_in"),
    ("draw_in", "hold"),
    ("hold", "release"),
    ("release", "cross"),
    ("release", "swap"),
    ("swap", "cross"),
    ("swap", "lie_ready"),
    ("open", "towel_draw"),
    ("towel_draw", "towel_hold"),
    ("towel_hold", "release"),
    ("hold", "across_hold"),
    ("across_hold", "release"),
    ("swap", "rest"),
    ("release", "rest"),
    ("wall_ready", "wall_cross"),
    ("wall_cross", "wall_hold"),
    ("wall_hold", "wall_ready"),
    ("seated_ready", "seated_cross"),
    ("seated_cross", "seated_lean"),
    ("seated_lean", "seated_ready"),
    ("side_ready", "side_draw"),
    ("side_draw", "side_hold"),
];

fn bones(poses: &Poses, id: &str) -> Skeleton {
    poses.skeleton(id, id, 1.0).unwrap()
}

fn joints(s: &Skeleton) -> Vec<V3> {
    let mut all = vec![s.back.hips, s.back.nape, s.back.head];
    for leg in [&s.leg, &s.other_leg] {
        all.extend([leg.hip, leg.knee, leg.ankle]);
    }
    for arm in [&s.arm, &s.other_arm] {
        all.extend([arm.shoulder, arm.elbow, arm.wrist]);
    }
    all
}

#[test]
fn bones_keep_their_lengths_on_every_way() {
    let poses = poses();
    for (from, to) in MOVES {
        for step in 0..=40 {
            let t = step as f32 / 40.0;
            let s = poses.skeleton(from, to, t).unwrap();
            for (bone, length, should) in [
                ("thigh", (s.leg.knee - s.leg.hip).length(), THIGH),
                (
                    "other thigh",
                    (s.other_leg.knee - s.other_leg.hip).length(),
                    THIGH,
                ),
                ("shank", (s.leg.ankle - s.leg.knee).length(), SHANK),
                (
                    "other shank",
                    (s.other_leg.ankle - s.other_leg.knee).length(),
                    SHANK,
                ),
                (
                    "upper arm",
                    (s.arm.elbow - s.arm.shoulder).length(),
                    UPPER_ARM,
                ),
                ("forearm", (s.arm.wrist - s.arm.elbow).length(), FOREARM),
            ] {
                assert!(
                    (length - should).abs() < 1e-3,
                    "{from} to {to} at {t}: {bone} {length}"
                );
            }
        }
    }
}

#[test]
fn nothing_jumps_on_any_way() {
    let poses = poses();
    for (from, to) in MOVES {
        let mut last: Option<Vec<V3>> = None;
        for step in 0..=200 {
            let now = joints(&poses.skeleton(from, to, step as f32 / 200.0).unwrap());
            if let Some(last) = last {
                for (nr, (a, b)) in last.iter().zip(&now).enumerate() {
                    let far = (*a - *b).length();
                    assert!(
                        far < 0.03,
                        "{from} to {to}, step {step}: joint {nr} by {far}"
                    );
                }
            }
            last = Some(now);
        }
    }
}

#[test]
fn a_way_begins_and_ends_at_its_poses() {
    let poses = poses();
    for (from, to) in MOVES {
        for (blend, id) in [(0.0, from), (1.0, to)] {
            let at = joints(&poses.skeleton(from, to, blend).unwrap());
            for (a, b) in at.iter().zip(joints(&bones(&poses, id))) {
                assert!((*a - b).length() < 1e-4, "{from} to {to} at {blend}");
            }
        }
    }
}

#[test]
fn the_ankle_lies_on_the_other_thigh_above_the_knee() {
    let poses = poses();
    for id in [
        "cross",
        "open",
        "draw_in",
        "hold",
        "across_hold",
        "towel_draw",
        "towel_hold",
        "release",
        "wall_cross",
        "wall_hold",
        "seated_cross",
        "seated_lean",
    ] {
        let s = bones(&poses, id);
        let other = &s.other_leg;
        let thigh = other.knee - other.hip;
        let along = (s.leg.ankle - other.hip).dot(thigh) / thigh.dot(thigh);
        assert!(
            (0.74..0.92).contains(&along),
            "{id}: {along} along the thigh"
        );
        let off = (s.leg.ankle - other.hip.lerp(other.knee, along)).length();
        assert!((0.055..0.095).contains(&off), "{id}: {off} from the bone");
        let front = (s.leg.ankle - other.hip.lerp(other.knee, along)).dot(other.front);
        assert!(front > 0.05, "{id}: on the front of it, {front}");
    }
}

#[test]
fn the_hands_hold_the_back_of_the_other_thigh() {
    let poses = poses();
    for id in ["draw_in", "hold", "across_hold"] {
        let s = bones(&poses, id);
        for arm in [&s.arm, &s.other_arm] {
            let (place, front, _) = thigh_at(&s.other_leg, 0.6, -1.0);
            let palm = arm.wrist + arm.fingers * 0.05;
            let back = (palm - place).dot(front);
            assert!(
                (-0.11..-0.03).contains(&back),
                "{id}: behind the thigh, {back}"
            );
            assert!((palm - place).length() < 0.10, "{id}: near the thigh");
            assert!(arm.palm.dot(front) > 0.6, "{id}: the palm against it");
        }
    }
}

#[test]
fn the_head_lies_on_the_pillow_and_feet_are_flat() {
    let poses = poses();
    for id in POSES
        .iter()
        .filter(|id| !id.starts_with("seated") && **id != "walk")
    {
        let head = bones(&poses, id).back.head;
        assert!(
            (0.06..0.20).contains(&head.1),
            "{id}: the head at {}",
            head.1
        );
    }
    for id in ["lie_ready", "swap", "seated_ready"] {
        let s = bones(&poses, id);
        for leg in [&s.leg, &s.other_leg] {
            assert!((leg.ankle.1 - ANKLE).abs() < 1e-3, "{id}: on the floor");
            assert!(leg.sole.1 < -0.99, "{id}: the sole down");
        }
    }
    for id in ["wall_cross", "wall_hold"] {
        let sole = bones(&poses, id).other_leg.sole;
        assert!(sole.0 > 0.99, "{id}: the sole against the wall");
    }
}

/// The smallest distance between two bones.
fn apart(a: (V3, V3), b: (V3, V3)) -> f32 {
    let mut least = f32::MAX;
    for i in 0..=20 {
        for j in 0..=20 {
            let p = a.0.lerp(a.1, i as f32 / 20.0);
            let q = b.0.lerp(b.1, j as f32 / 20.0);
            least = least.min((p - q).length());
        }
    }
    least
}

#[test]
fn legs_do_not_go_through_each_other() {
    let poses = poses();
    for (from, to) in MOVES
        .into_iter()
        .filter(|(from, _)| !from.starts_with("side"))
    {
        for step in 0..=40 {
            let t = step as f32 / 40.0;
            let s = poses.skeleton(from, to, t).unwrap();
            let (leg, other) = (&s.leg, &s.other_leg);
            for (what, far) in [
                (
                    "shanks",
                    apart((leg.knee, leg.ankle), (other.knee, other.ankle)),
                ),
                (
                    "shank and thigh",
                    apart((leg.knee, leg.ankle), (other.hip, other.knee)),
                ),
            ] {
                // Two ankles side by side are as far apart as this.
                assert!(far > 0.045, "{from} to {to} at {t}: {what} {far}");
            }
        }
    }
}

fn points(piece: &Piece) -> &[P2] {
    match piece {
        Piece::Face { at, .. } => at,
        Piece::Edge { at, .. } | Piece::Rim { at, .. } => at,
        Piece::Area { at, .. } | Piece::Line { at, .. } => at,
    }
}

#[test]
fn every_moment_is_within_its_frame() {
    let poses = poses();
    let stills = POSES.map(|id| (id, id));
    for (from, to) in stills.into_iter().chain(MOVES) {
        for seen in [Seen::Side, Seen::Above] {
            for blend in [0.0, 0.25, 0.5, 0.75, 1.0] {
                let view = BodyView {
                    from,
                    to,
                    blend,
                    seen,
                    breath: 1.0,
                    ..BodyView::still(from, Side::Right)
                };
                let picture = poses.picture(&view).unwrap();
                let (wide, high) = picture.size;
                for p in picture.pieces.iter().flat_map(points) {
                    let inside = (-0.001..=wide + 0.001).contains(&p.0)
                        && (-0.001..=high + 0.001).contains(&p.1);
                    assert!(
                        inside,
                        "{from} to {to} at {blend} {seen:?}: {p:?} of {wide} x {high}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_left_side_is_the_mirror_image_of_the_right() {
    let poses = poses();
    for id in POSES {
        for seen in [Seen::Side, Seen::Above] {
            let right = BodyView {
                seen,
                ..BodyView::still(id, Side::Right)
            };
            let a = poses.picture(&right).unwrap();
            let left = BodyView {
                side: Side::Left,
                ..right
            };
            let b = poses.picture(&left).unwrap();
            assert_eq!(a.pieces.len(), b.pieces.len(), "{id}");
            for (p, q) in a.pieces.iter().zip(&b.pieces) {
                for (p, q) in points(p).iter().zip(points(q)) {
                    let off = (a.size.0 - p.0 - q.0).abs() + (p.1 - q.1).abs();
                    assert!(off < 1e-5, "{id} {seen:?}: {p:?} and {q:?}");
                }
            }
            let back = poses
                .picture(&BodyView {
                    mirrored: true,
                    ..left
                })
                .unwrap();
            assert!(a.pieces == back.pieces, "{id}: mirrored twice");
        }
    }
}

#[test]
fn a_turned_picture_is_the_same_picture_turned() {
    let poses = poses();
    let view = BodyView::still("hold", Side::Right);
    let upright = poses.picture(&view).unwrap();
    let (wide, high) = upright.size;
    let quarter = poses
        .picture(&BodyView {
            turn: Turn::Quarter,
            ..view
        })
        .unwrap();
    assert_eq!(quarter.size, (high, wide), "width and height exchanged");
    let half = poses
        .picture(&BodyView {
            turn: Turn::Half,
            ..view
        })
        .unwrap();
    let spot = upright.buttock;
    assert!(
        (quarter.buttock.0 - (high - spot.1)).abs() < 1e-5,
        "clockwise"
    );
    assert!(
        (half.buttock.0 - (wide - spot.0)).abs() < 1e-5,
        "upside down"
    );
}

#[test]
fn breathing_in_lifts_the_belly() {
    let poses = poses();
    let top = |breath: f32| {
        let view = BodyView {
            breath,
            ..BodyView::still("rest", Side::Right)
        };
        let picture = poses.picture(&view).unwrap();
        let shirt = picture.pieces.iter().filter_map(|p| {
            if let Piece::Face { role, at, .. } = p {
                (*role == super::Role::Shirt).then_some(at.map(|p| p.1))
            } else {
                None
            }
        });
        shirt.flatten().sum::<f32>()
    };
    assert!(top(1.0) < top(0.0) - 0.1, "up in the picture");
}

#[test]
fn the_svg_is_well_formed_and_needs_no_typeface() {
    let poses = poses();
    for id in ["hold", "seated_lean", "side_hold"] {
        let picture = poses.picture(&BodyView::still(id, Side::Left)).unwrap();
        let text = super::svg(&picture, &super::Paper, 600.0);
        assert!(!text.contains("<text"), "{id}: letters are drawn");
        let options = resvg::usvg::Options::default();
        let tree = resvg::usvg::Tree::from_str(&text, &options).unwrap();
        assert!((tree.size().width() - 600.0).abs() < 0.1, "{id}: its width");
        assert!(text.len() < 450_000, "{id}: {} bytes", text.len());
    }
}

#[test]
fn an_unknown_pose_and_a_wild_blend_do_no_harm() {
    let poses = poses();
    assert!(
        poses
            .picture(&BodyView::still("somersault", Side::Left))
            .is_none(),
        "unknown"
    );
    for blend in [f32::NAN, f32::INFINITY, -3.0, 9.0] {
        assert!(poses.skeleton("open", "hold", blend).is_some(), "{blend}");
    }
}
