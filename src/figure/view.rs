//! What is to be seen of a figure: which layers, which state, what is lit,
//! where it hurts.

use std::collections::BTreeSet;

use crate::content::{Figure, Picture, Side, Spot};

/// A structure that is lit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lit {
    /// The id of the structure, without a side.
    pub structure: String,
    /// One side; both where `None`.
    pub side: Option<Side>,
}

impl Lit {
    /// Both sides of a structure.
    pub fn both(structure: &str) -> Self {
        Self {
            structure: structure.to_owned(),
            side: None,
        }
    }
}

/// One way to look at a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct View {
    /// The ids of the layers that are lifted off.
    pub hidden: BTreeSet<String>,
    /// The id of the state shown; the first one where `None`.
    pub state: Option<String>,
    /// What is lit; the rest then recedes.
    pub lit: Vec<Lit>,
    /// Where it hurts.
    pub pain: Vec<Spot>,
}

impl View {
    /// The view that a picture of the content asks for.
    pub fn of(figure: &Figure, picture: &Picture) -> Self {
        let lit = picture.lit.iter().filter_map(|id| figure.named(id));
        Self {
            hidden: picture.layers_hidden.iter().cloned().collect(),
            state: picture.state.clone(),
            lit: lit
                .map(|(structure, side)| Lit {
                    structure: structure.id.clone(),
                    side,
                })
                .collect(),
            pain: picture.pain.clone(),
        }
    }
}

/// The half of a picture: what lies below, or what is lit above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// All that is not lifted off, at full strength.
    Plate,
    /// Only what is lit and where it hurts, on nothing.
    Lit,
}
