//! Figures: anatomical drawings with their words. The drawing is an SVG beside
//! the RON, one group a structure; see `content/README.md`.

use serde::Deserialize;

/// A drawing and its words.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Its id: the name of its files.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What is to be seen, for a person who cannot see it.
    pub alt: String,
    /// Its layers, the outermost first.
    pub layers: Vec<Layer>,
    /// What can be named in it.
    pub structures: Vec<Structure>,
}

/// A layer that can be lifted off.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layer {
    /// Its id: the group `layer_…` of the drawing, without that prefix.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A named part of a figure.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Structure {
    /// Its id: the group of the drawing; with `_left` and `_right` where paired.
    pub id: String,
    /// Its anatomical name.
    pub name: String,
    /// The same in plain words; empty where the name is plain.
    pub also: String,
    /// The id of its layer.
    pub layer: String,
    /// Is there one on each side?
    pub paired: bool,
    /// A point on it (on the left one where paired), in units of the drawing.
    pub label: (f32, f32),
    /// What it does, and what it does when it hurts.
    pub text: String,
    /// Keys of sources.
    pub from: Vec<String>,
}

impl Figure {
    /// The structure with this id.
    pub fn structure(&self, id: &str) -> Option<&Structure> {
        self.structures.iter().find(|s| s.id == id)
    }
}
