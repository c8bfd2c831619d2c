//! The drawings that are compiled in: one SVG for each figure of the content.
//! A test holds this list against the figures, both ways.

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
    "back_layers",
    "canal",
    "circulation",
    "disc_root",
    "fibre_salt",
    "fibre_tear",
    "piriformis_nerve",
    "repeat",
    "saddle",
    "seated",
    "side",
    "spasm",
    "sphincter",
    "walking",
}

/// The drawing of the figure with this id.
pub(super) fn svg(id: &str) -> Option<&'static str> {
    DRAWINGS
        .iter()
        .find(|(name, _)| *name == id)
        .map(|(_, svg)| *svg)
}
