//! What the accessible tree cannot tell: words and frames that are painted and cut
//! off at the left or right edge of the place they are in.

use egui::epaint::ClippedShape;
use egui::{Rect, Shape};

use crate::kit::Person;

/// So much may be cut off: the line around a frame, the air beside a letter.
const NEAR: f32 = 1.5;

/// All words and frames of a page that are cut off at a side, a line each.
pub fn cut(person: &Person) -> Vec<String> {
    let mut wrong = Vec::new();
    let window = person.harness.ctx.content_rect();
    for ClippedShape {
        clip_rect, shape, ..
    } in &person.harness.output().shapes
    {
        // Of a row that is a point or two thick nothing can be said.
        if clip_rect.is_positive() {
            look(shape, clip_rect.intersect(window), &mut wrong);
        }
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

fn look(shape: &Shape, clip: Rect, wrong: &mut Vec<String>) {
    let (what, rect) = match shape {
        Shape::Vec(all) => {
            for shape in all {
                look(shape, clip, wrong);
            }
            return;
        }
        Shape::Text(text) => (
            format!("the words {:?}", text.galley.text()),
            text.galley.rect.translate(text.pos.to_vec2()),
        ),
        Shape::Rect(frame) => ("a frame".to_owned(), frame.rect),
        Shape::Noop
        | Shape::Circle(_)
        | Shape::Ellipse(_)
        | Shape::LineSegment { .. }
        | Shape::Band(_)
        | Shape::Path(_)
        | Shape::Mesh(_)
        | Shape::QuadraticBezier(_)
        | Shape::CubicBezier(_)
        | Shape::Callback(_) => return,
    };
    let is_seen = clip.intersects(rect) && rect.is_positive();
    let is_cut = rect.right() > clip.right() + NEAR || rect.left() < clip.left() - NEAR;
    if is_seen && is_cut {
        wrong.push(format!("{what} cut off at {clip:?}: {rect:?}"));
    }
}
