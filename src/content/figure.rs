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
    /// Where the eye is.
    #[serde(default)]
    pub seen_from: SeenFrom,
    /// The states it can be shown in, the first one first; none where it has one only.
    #[serde(default)]
    pub states: Vec<FigureState>,
    /// Its layers, the outermost first.
    pub layers: Vec<Layer>,
    /// What can be named in it.
    pub structures: Vec<Structure>,
}

/// Where the eye is, and so which side of the body lies on which side of the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeenFrom {
    /// From behind: the person's left is on the left.
    #[default]
    Back,
    /// From the front: the person's left is on the right.
    Front,
    /// From their left: the front is on the left.
    Side,
    /// From above, the front at the top: the person's left is on the left.
    Above,
    /// So close that no side can be told.
    Detail,
}

impl SeenFrom {
    /// The words for the left and the right edge of the picture, where there are any.
    pub const fn edges(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Back | Self::Above => Some(("Left", "Right")),
            Self::Front => Some(("Right", "Left")),
            Self::Side => Some(("Front", "Back")),
            Self::Detail => None,
        }
    }
}

/// A state a figure can be shown in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureState {
    /// Its id: the group `state_…` or `variant_…` of the drawing, without that prefix.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A side of the body, the person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
}

impl Side {
    /// Both sides.
    pub const ALL: [Self; 2] = [Self::Left, Self::Right];

    /// How the groups of this side end in a drawing.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Left => "_left",
            Self::Right => "_right",
        }
    }
}

/// A round place that hurts, in units of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spot {
    /// From the left.
    pub x: i16,
    /// From the top.
    pub y: i16,
    /// Its radius.
    pub r: u16,
}

/// A figure as it stands on the page of a cause: one state, what is lit, a caption.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// The id of the figure.
    pub figure: String,
    /// The id of its state, where it has states.
    #[serde(default)]
    pub state: Option<String>,
    /// The one to show where there is room for one: it shows the trouble. The
    /// first one, where none is marked.
    #[serde(default)]
    pub face: bool,
    /// What is lit: ids of structures, with `_left` or `_right` for one side.
    #[serde(default)]
    pub lit: Vec<String>,
    /// The layers that are lifted off.
    #[serde(default)]
    pub layers_hidden: Vec<String>,
    /// Where it hurts.
    #[serde(default)]
    pub pain: Vec<Spot>,
    /// Structures of any figure that it is about besides: the anatomy leads from
    /// them to the cause.
    #[serde(default)]
    pub concerns: Vec<String>,
    /// What is to be seen and what it means; it stands alone.
    pub caption: String,
    /// Keys of sources.
    pub from: Vec<String>,
}

impl Picture {
    /// Is it about the structure with this id, on either side?
    pub fn is_about(&self, structure: &str) -> bool {
        let lit = self.lit.iter().any(|id| bare(id) == structure);
        lit || self.concerns.iter().any(|id| id == structure)
    }
}

/// The id of a structure without its side.
fn bare(id: &str) -> &str {
    let sided = Side::ALL.iter().find_map(|s| id.strip_suffix(s.suffix()));
    sided.unwrap_or(id)
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

    /// The structure and side that an id such as `piriformis_left` names.
    pub fn named(&self, id: &str) -> Option<(&Structure, Option<Side>)> {
        if let Some(whole) = self.structure(id) {
            return Some((whole, None));
        }
        Side::ALL.into_iter().find_map(|side| {
            let found = self.structure(id.strip_suffix(side.suffix())?)?;
            found.paired.then_some((found, Some(side)))
        })
    }
}
