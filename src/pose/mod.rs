//! The moving figure: poses from content become a body in space, and the body
//! becomes shapes in drawing order. Pure: it knows no window, no file, no time.

mod view;

pub use view::{Seen, Turn};
