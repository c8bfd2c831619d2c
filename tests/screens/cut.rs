//! What the accessible tree cannot tell: words and frames that are painted and cut
//! off at the left or right edge of the place they are in.

use egui::emath::Rot2;
use egui::epaint::ClippedShape;
use egui::{Rect, Role, Shape};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use crate::kit::Person;

/// So much may be cut off: the line around a frame, the air beside a letter.
const NEAR: f32 = 1.5;

/// All words and frames of a page that are cut off at a side, a line each.
pub fn cut(person: &Person) -> Vec<String> {
    let mut wrong = Vec::new();
    let window = person.harness.ctx.content_rect();
    let mut fields = Vec::new();
    gather(&person.harness.root(), &mut fields);
    for ClippedShape {
        clip_rect, shape, ..
    } in &person.harness.output().shapes
    {
        // Of a row that is a point or two thick nothing can be said.
        // A field shows the part of its words that is being written.
        let is_field = fields.iter().any(|field| field.contains_rect(*clip_rect));
        if clip_rect.is_positive() && !is_field {
            look(shape, clip_rect.intersect(window), &mut wrong);
        }
    }
    wrong.sort();
    wrong.dedup();
    wrong
}

/// Where the fields are.
fn gather(node: &Node<'_>, into: &mut Vec<Rect>) {
    let role = node.accesskit_node().role();
    if matches!(role, Role::TextInput | Role::MultilineTextInput) {
        into.push(node.rect().expand(NEAR));
    }
    for child in node.children() {
        gather(&child, into);
    }
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
            // Turned for somebody lying beside the screen.
            (text.galley.rect.rotate_bb(Rot2::from_angle(text.angle)))
                .translate(text.pos.to_vec2()),
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
