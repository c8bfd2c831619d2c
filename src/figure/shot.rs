//! How a view is drawn: how large, which part of it, and with which line around
//! what is lit.

use super::view::{Part, View};

/// A part of a picture, in pixels of the whole picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Crop {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
    /// Width; at least 1.
    pub width: u32,
    /// Height; at least 1.
    pub height: u32,
}

/// How large a picture is drawn, and how much of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Frame {
    /// How wide the whole picture is, in pixels.
    pub width: u32,
    /// The part that is drawn; all of it where `None`.
    pub crop: Option<Crop>,
}

impl From<u32> for Frame {
    fn from(width: u32) -> Self {
        Self { width, crop: None }
    }
}

/// The line around what is lit, so that it is never color alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Contour {
    /// How wide, in tenths of a pixel.
    pub tenths: u32,
    /// Its color.
    pub ink: [u8; 3],
    /// The color of the thin rim outside of it, which keeps it apart from what
    /// lies beside.
    pub rim: [u8; 3],
}

impl Contour {
    /// Its width in pixels, without the rim.
    pub(super) fn pixels(self) -> f32 {
        self.tenths.clamp(5, 200) as f32 / 10.0
    }
}

/// A picture to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shot {
    /// What lies below, or what is lit above.
    pub part: Part,
    /// What is to be seen.
    pub view: View,
    /// How large, and how much of it.
    pub frame: Frame,
    /// The line around what is lit; it belongs to that part alone.
    pub contour: Option<Contour>,
}

impl Shot {
    /// The shot with only that which it depends on, so that it is found again.
    #[must_use]
    pub fn essence(self) -> Self {
        let Self {
            part,
            view,
            frame,
            contour,
        } = self;
        match part {
            Part::Plate => Self {
                part,
                view: View {
                    lit: Vec::new(),
                    pain: Vec::new(),
                    ..view
                },
                frame,
                contour: None,
            },
            Part::Lit => Self {
                part,
                contour: contour.filter(|_| !view.lit.is_empty()),
                view: View {
                    lit: view.lit,
                    pain: view.pain,
                    ..View::default()
                },
                frame,
            },
        }
    }
}
