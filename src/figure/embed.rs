//! The drawings that are compiled in: one SVG for each figure of the content.
//! A test holds this list against the figures, both ways.

use std::sync::{LazyLock, OnceLock};

use super::source::Source;

macro_rules! drawings {
    ($($id:literal),+ $(,)?) => {
        /// Each drawing: the figure's id and its SVG.
        pub(super) const DRAWINGS: &[(&str, &str)] = &[$(
            ($id, include_str!(concat!("../../content/figures/", $id, ".svg"))),
        )+];
    };
}

drawings! {
    "artery",
    "back",
    "back_layers",
    "canal",
    "circulation",
    "disc_root",
    "endometriosis",
    "fatigue",
    "fibre_salt",
    "fibre_tear",
    "front",
    "piriformis_nerve",
    "prostate",
    "repeat",
    "saddle",
    "seated",
    "side",
    "spasm",
    "sphincter",
    "walking",
}

/// The sources read so far, in the order of [`DRAWINGS`].
static READ: LazyLock<Vec<OnceLock<Result<Source, String>>>> =
    LazyLock::new(|| DRAWINGS.iter().map(|_| OnceLock::new()).collect());

/// The drawing of the figure with this id.
pub(super) fn svg(id: &str) -> Option<&'static str> {
    DRAWINGS
        .iter()
        .find(|(name, _)| *name == id)
        .map(|(_, svg)| *svg)
}

/// The same with its index, read once in the life of the program.
pub(super) fn source(id: &str) -> Result<&'static Source, String> {
    let at = DRAWINGS.iter().position(|(name, _)| *name == id);
    let found = at.and_then(|at| DRAWINGS.get(at).zip(READ.get(at)));
    let ((_, svg), cell) = found.ok_or_else(|| "no drawing".to_owned())?;
    let read = cell.get_or_init(|| Source::read(svg));
    read.as_ref().map_err(Clone::clone)
}
