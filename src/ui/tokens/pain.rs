//! The colors of pain, 0 to 10: by day from pale to deep, at night embers.

use egui::Color32;

use super::{LIGHT, Tokens, hex};

/// One fill for each intensity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ramp {
    fills: [Color32; 11],
    /// From this intensity on the number is pale; below it is dark.
    pale_from: u8,
    /// The pale number; none: the color of all other text.
    pale: Option<Color32>,
}

/// Pale sand over apricot to deep brick red, even in lightness so that it holds
/// with the usual color-vision deficiencies.
pub(super) const PAIN: Ramp = Ramp {
    fills: [
        hex(0x00F2_E8D5),
        hex(0x00F3_DFBF),
        hex(0x00F4_D3A6),
        hex(0x00F3_C48D),
        hex(0x00EE_B176),
        hex(0x00E5_9C63),
        hex(0x00DB_8A57),
        hex(0x00D2_7C4F),
        hex(0x00AB_4C38),
        hex(0x0093_3A30),
        hex(0x0078_2828),
    ],
    pale_from: 8,
    pale: Some(hex(0x00FF_FFFF)),
};

/// The same at night: what is worse glows more, and none is bright enough to wake
/// anyone. The number on it is lighter than all of them.
pub(super) const PAIN_NIGHT: Ramp = Ramp {
    fills: [
        hex(0x0020_1712),
        hex(0x0027_1A13),
        hex(0x002F_1D14),
        hex(0x0037_2015),
        hex(0x0040_2216),
        hex(0x004A_2518),
        hex(0x0054_2719),
        hex(0x005E_291A),
        hex(0x0067_2A1B),
        hex(0x0070_2A1C),
        hex(0x0079_2A1D),
    ],
    pale_from: 0,
    pale: None,
};

impl Tokens {
    /// The fill for an intensity from 0 to 10; higher numbers are taken as 10.
    pub fn pain(&self, intensity: u8) -> Color32 {
        let [.., most] = self.ramp.fills;
        let fill = self.ramp.fills.get(usize::from(intensity));
        fill.copied().unwrap_or(most)
    }

    /// The text color to put on [`Self::pain`].
    pub fn on_pain(&self, intensity: u8) -> Color32 {
        if intensity >= self.ramp.pale_from {
            self.ramp.pale.unwrap_or(self.text)
        } else {
            LIGHT.text
        }
    }
}
