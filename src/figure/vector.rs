//! A view as vectors: the drawing's own text, for paper.

use std::collections::BTreeSet;

use super::{Drawing, RECEDED, View, pain};

/// A part of a view as SVG.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector {
    /// The SVG, as large as the whole figure.
    pub svg: String,
    /// How strong it is drawn, up to 1.
    pub strength: f32,
}

impl Drawing {
    /// The parts of a view, the lowest first: all that is not lifted off, and
    /// above it what is lit and where it hurts. The same as [`Self::picture`].
    pub fn vectors(&self, view: &View) -> Vec<Vector> {
        let plate = Vector {
            svg: self.source.without(&self.unseen(view)),
            strength: if view.lit.is_empty() { 1.0 } else { RECEDED },
        };
        if view.lit.is_empty() && view.pain.is_empty() {
            return vec![plate];
        }
        let more = pain::svg(&view.pain);
        let lit = Vector {
            svg: self.source.only(&self.lit(view), &BTreeSet::new(), &more),
            strength: 1.0,
        };
        vec![plate, lit]
    }
}
