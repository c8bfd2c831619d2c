//! Where each group of a drawing lies, so that what cannot be seen in a crop is
//! left out before it is drawn.

use std::collections::{BTreeMap, BTreeSet};

use resvg::usvg::{Group, Node, Rect, Tree};

use super::shot::Frame;

/// How far the soft edges of a drawing reach in from above and below, as a part
/// of its height: what its masks named `fade…` do.
const FADED: f32 = 0.15;

/// The text without its soft edges where a frame does not reach them: a mask over
/// a whole layer costs more than all that is seen close up.
pub(super) fn unfaded(text: String, frame: Frame, height: u32) -> String {
    let edge = height as f32 * FADED;
    let inside = frame.crop.is_some_and(|crop| {
        crop.y as f32 >= edge && (crop.y + crop.height) as f32 <= height as f32 - edge
    });
    if !inside {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once(" mask=\"url(#fade") {
        out.push_str(before);
        rest = after.split_once('"').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out
}

/// How far beyond its own outline a group may still draw, in units.
const MARGIN: f32 = 4.0;

/// The bounds of every group that has an id, in units of the drawing.
#[derive(Clone, Debug, Default)]
pub(super) struct Bounds(BTreeMap<String, Rect>);

impl Bounds {
    /// Measures the groups of a drawing.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut all = BTreeMap::new();
        gather(tree.root(), &mut all);
        Self(all)
    }

    /// The groups that lie outside a frame's crop, when the drawing is `width` units wide.
    pub(super) fn outside(&self, frame: Frame, width: f32) -> BTreeSet<String> {
        let Some(crop) = frame.crop else {
            return BTreeSet::new();
        };
        let unit = width / frame.width as f32;
        let left = crop.x as f32 * unit - MARGIN;
        let top = crop.y as f32 * unit - MARGIN;
        let right = (crop.x + crop.width) as f32 * unit + MARGIN;
        let bottom = (crop.y + crop.height) as f32 * unit + MARGIN;
        let away =
            |r: &Rect| r.right() < left || r.left() > right || r.bottom() < top || r.top() > bottom;
        let found = self.0.iter().filter(|(_, r)| away(r));
        found.map(|(id, _)| id.clone()).collect()
    }
}

fn gather(group: &Group, into: &mut BTreeMap<String, Rect>) {
    for node in group.children() {
        let Node::Group(child) = node else { continue };
        if !child.id().is_empty() {
            let rect = child.abs_layer_bounding_box().to_rect();
            into.insert(child.id().to_owned(), rect);
        }
        gather(child, into);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Crop;

    #[test]
    fn soft_edges_are_left_out_only_away_from_them() {
        let text = "<g mask=\"url(#fade1)\"><path/></g>".to_owned();
        let at = |y: u32| Frame {
            width: 1000,
            crop: Some(Crop {
                x: 0,
                y,
                width: 300,
                height: 300,
            }),
        };
        assert_eq!(unfaded(text.clone(), at(400), 1000), "<g><path/></g>");
        assert_eq!(unfaded(text.clone(), at(50), 1000), text, "at the top");
        assert_eq!(unfaded(text.clone(), at(690), 1000), text, "at the foot");
        assert_eq!(unfaded(text.clone(), 1000.into(), 1000), text, "all of it");
    }
}
