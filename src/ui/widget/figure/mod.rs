//! Figures on a page: stills with captions, and the large plate to explore.

mod easel;
mod edges;
mod heat;
mod list;
mod pair;
mod plate;
mod sheet;
mod stage;
mod still;
mod tools;
mod touch;

pub use easel::{Easel, draw_at_once};
pub use heat::{Heat, art, heat};
pub use list::{row, strip, strip_height};
pub use plate::{PlateView, plate, thumbnail};
pub use still::{still, stills};
pub use tools::{tools, tools_height};
pub use touch::{Brush, Touched, brushed, touch};
