//! A picture as bytes.

/// A picture: premultiplied RGBA, a row after the other from the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Four bytes a pixel.
    pub rgba: Vec<u8>,
}

impl Pixels {
    /// The same with `strength` (0 to 1) of its opacity.
    #[must_use]
    pub fn faded(mut self, strength: f32) -> Self {
        for byte in &mut self.rgba {
            *byte = (f32::from(*byte) * strength.clamp(0.0, 1.0)).round() as u8;
        }
        self
    }

    /// Lays a picture of the same size on top.
    pub fn lay(&mut self, top: &Self) {
        let pairs = self.rgba.chunks_exact_mut(4).zip(top.rgba.chunks_exact(4));
        for (below, above) in pairs {
            let through = 255 - u32::from(above.last().copied().unwrap_or(0));
            for (b, a) in below.iter_mut().zip(above) {
                let mixed = u32::from(*a) + (u32::from(*b) * through + 127) / 255;
                *b = mixed.min(255) as u8;
            }
        }
    }
}
