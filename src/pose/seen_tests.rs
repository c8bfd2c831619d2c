//! What is written and drawn over the figure lies where it belongs.

use super::picture::holds;
use super::{BodyView, P2, Picture, Piece, Poses, Role, Seen};
use crate::content::Library;
use crate::stretch::POSES;
use crate::stretch::Side;

/// The poses with an ankle on the other thigh.
const CROSSED: [&str; 12] = [
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
];

fn poses() -> Poses {
    Library::embedded().unwrap().poses().clone()
}

fn picture(poses: &Poses, id: &str, seen: Seen) -> Picture {
    let view = BodyView {
        seen,
        ..BodyView::still(id, Side::Right)
    };
    poses.picture(&view).unwrap()
}

/// What is seen at a place.
fn seen_at(pieces: &[Piece], place: P2) -> Option<Role> {
    pieces.iter().rev().find_map(|piece| {
        if let Piece::Face { role, at, .. } = piece {
            holds(at, place).then_some(*role)
        } else {
            None
        }
    })
}

#[test]
fn each_letter_lies_on_its_own_leg() {
    let poses = poses();
    for id in POSES {
        for seen in [Seen::Side, Seen::Above] {
            let picture = picture(&poses, id, seen);
            for tag in &picture.tags {
                let own = if tag.stretched {
                    Role::Stretched
                } else {
                    Role::Other
                };
                let found = seen_at(&picture.pieces, tag.at);
                assert_eq!(found, Some(own), "{id} {seen:?}, left: {}", tag.left);
            }
            assert!(!picture.tags.is_empty(), "{id} {seen:?}: a letter");
        }
    }
}

#[test]
fn no_letter_hides_where_the_ankle_lies() {
    let poses = poses();
    for id in CROSSED {
        let ankle = poses.skeleton(id, id, 1.0).unwrap().leg.ankle;
        for seen in [Seen::Side, Seen::Above] {
            let view = BodyView {
                seen,
                ..BodyView::still(id, Side::Right)
            };
            let ankle = poses.place(&view, ankle).unwrap();
            for tag in &picture(&poses, id, seen).tags {
                let far = (tag.at.0 - ankle.0).hypot(tag.at.1 - ankle.1);
                assert!(far > 0.07, "{id} {seen:?}, left {}: {far}", tag.left);
            }
        }
    }
}

#[test]
fn the_pillow_hides_the_eye_that_lies_in_it() {
    let poses = poses();
    for id in ["side_ready", "side_draw", "side_hold"] {
        let picture = picture(&poses, id, Seen::Side);
        for (nr, piece) in picture.pieces.iter().enumerate() {
            let Piece::Line { role, at, .. } = piece else {
                continue;
            };
            if *role != Role::Feature {
                continue;
            }
            let ground = seen_at(&picture.pieces[..nr], at[at.len() / 2]);
            assert!(ground != Some(Role::Pillow), "{id}: a mark on the pillow");
        }
    }
}

#[test]
fn each_outline_has_the_soft_rim_of_its_face() {
    let poses = poses();
    for id in POSES {
        for seen in [Seen::Side, Seen::Above] {
            let picture = picture(&poses, id, seen);
            let mut lines = Vec::new();
            let mut rims = Vec::new();
            for piece in &picture.pieces {
                match piece {
                    Piece::Edge { at, .. } => lines.push(*at),
                    Piece::Rim { at, .. } => rims.push(*at),
                    Piece::Face { .. } | Piece::Area { .. } | Piece::Line { .. } => {}
                }
            }
            assert!(lines.len() > 100, "{id} has outlines");
            assert_eq!(lines.len(), rims.len(), "{id}: one rim an outline");
            assert!(
                rims.iter().all(|at| lines.contains(at)),
                "{id}: at its line"
            );
        }
    }
}
