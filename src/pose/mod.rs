//! The moving figure: poses from content become a body in space, and the body
//! becomes shapes in drawing order. Pure: it knows no window, no file, no time.
//!
//! `source` (what content says) → `skeleton` (where the joints are) → `flesh`
//! and `props` (surfaces) → `picture` (pieces, far ones first) → the window's
//! painter, or `svg`.

mod camera;
mod check;
mod flesh;
mod library;
mod mesh;
mod picture;
mod props;
#[cfg(test)]
mod seen_tests;
mod skeleton;
mod source;
mod space;
mod svg;
#[cfg(test)]
mod tests;
mod view;

pub use camera::P2;
pub(crate) use check::check;
pub use library::{Picture, Poses, Tag};
pub use mesh::Role;
pub use picture::Piece;
pub use skeleton::{ArmBones, Back, LegBones, Skeleton};
pub(crate) use source::Source;
pub use space::{Frame, V3};
pub use svg::{Paint, Paper, in_light, svg};
pub use view::{BodyView, Seen, Turn};
