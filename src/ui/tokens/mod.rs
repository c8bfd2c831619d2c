//! The look in one place: colors, spaces, sizes and durations.
//!
//! Every color of the interface is a named token here; no other file may make
//! one. The pairs are measured in `tests.rs`: text at 4.5:1 or more on every
//! surface, lines that carry meaning at 3:1; in high contrast 7:1 and 4.5:1.

mod body;
mod high;
mod pain;

use egui::Color32;

use self::body::{BODY_DARK, BODY_LIGHT, BODY_NIGHT};
pub use self::body::{Dye, Wardrobe};
pub use self::high::{DARK_HIGH, LIGHT_HIGH, NIGHT_HIGH};
use self::pain::{PAIN, PAIN_NIGHT, Ramp};

const fn hex(rgb: u32) -> Color32 {
    #[expect(clippy::disallowed_methods, reason = "the one place that makes colors")]
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// The colors of one theme, by what they are for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tokens {
    /// Is the page darker than its text?
    pub dark: bool,
    /// Does every surface have a line around it?
    pub high: bool,
    /// The page.
    pub surface: Color32,
    /// Cards and sheets.
    pub raised: Color32,
    /// Wells, tracks and input fields.
    pub sunken: Color32,
    /// Borders that carry meaning: inputs, axes.
    pub outline: Color32,
    /// Faint lines between rows; they carry no meaning.
    pub hairline: Color32,
    /// Body text.
    pub text: Color32,
    /// Captions and hints.
    pub muted: Color32,
    /// The primary action, the selection and the focus ring.
    pub accent: Color32,
    /// Text and icons on `accent`.
    pub on_accent: Color32,
    /// A soft accent behind what is selected.
    pub accent_soft: Color32,
    /// Emergencies and what cannot be undone.
    pub danger: Color32,
    /// Soft fill behind `danger`.
    pub danger_soft: Color32,
    /// Today, warnings.
    pub caution: Color32,
    /// Soft fill behind `caution`.
    pub caution_soft: Color32,
    /// Saved, eased, home.
    pub positive: Color32,
    /// Soft fill behind `positive`.
    pub positive_soft: Color32,
    /// Information, a routine visit.
    pub info: Color32,
    /// Soft fill behind `info`.
    pub info_soft: Color32,
    /// The shadow under cards.
    pub shadow: Color32,
    /// The figure that stretches.
    pub body: Wardrobe,
    /// What anatomical drawings are dimmed by: each of their colors is multiplied
    /// with it. White changes nothing.
    pub drawing: Color32,
    /// The fills of the pain ramp, 0 to 10; see [`Self::pain`].
    ramp: Ramp,
}

impl Tokens {
    /// The line around cards, wells and callouts: in high contrast alone.
    pub fn edge(&self) -> egui::Stroke {
        if self.high {
            egui::Stroke::new(1.5, self.outline)
        } else {
            egui::Stroke::NONE
        }
    }
}

/// Warm paper by day.
pub const LIGHT: Tokens = Tokens {
    dark: false,
    high: false,
    surface: hex(0x00FB_F8F4),
    raised: hex(0x00FF_FFFF),
    sunken: hex(0x00F1_ECE4),
    outline: hex(0x008F_877B),
    hairline: hex(0x00E4_DDD2),
    text: hex(0x0022_282B),
    muted: hex(0x0058_6166),
    accent: hex(0x000B_6E69),
    on_accent: hex(0x00FF_FFFF),
    accent_soft: hex(0x00DC_ECE8),
    danger: hex(0x00B3_261E),
    danger_soft: hex(0x00F8_E4E1),
    caution: hex(0x0087_5300),
    caution_soft: hex(0x00F6_EAD6),
    positive: hex(0x002B_6A3C),
    positive_soft: hex(0x00E1_EEE3),
    info: hex(0x002B_5C8A),
    info_soft: hex(0x00E1_EAF2),
    shadow: hex(0x00DD_D5C8),
    body: BODY_LIGHT,
    drawing: Color32::WHITE,
    ramp: PAIN,
};

/// Dark, neutral and calm.
pub const DARK: Tokens = Tokens {
    dark: true,
    high: false,
    surface: hex(0x0014_181A),
    raised: hex(0x001D_2326),
    sunken: hex(0x000F_1214),
    outline: hex(0x007A_868C),
    hairline: hex(0x0030_383C),
    text: hex(0x00E8_E4DD),
    muted: hex(0x00A3_ADB1),
    accent: hex(0x005C_C8BF),
    on_accent: hex(0x0006_302D),
    accent_soft: hex(0x001F_3A3B),
    danger: hex(0x00FF_8A80),
    danger_soft: hex(0x003B_2426),
    caution: hex(0x00F2_C14E),
    caution_soft: hex(0x0037_301F),
    positive: hex(0x007C_CB92),
    positive_soft: hex(0x001F_352B),
    info: hex(0x008A_B8E6),
    info_soft: hex(0x0020_303D),
    shadow: hex(0x000B_0E0F),
    body: BODY_DARK,
    drawing: Color32::WHITE,
    ramp: PAIN,
};

/// The 2 a.m. screens: near-black and warm, so that eyes stay asleep.
pub const NIGHT: Tokens = Tokens {
    dark: true,
    high: false,
    surface: hex(0x000B_0706),
    raised: hex(0x0017_100D),
    sunken: hex(0x0005_0302),
    outline: hex(0x0084_6552),
    hairline: hex(0x002B_1E18),
    text: hex(0x00E6_B397),
    muted: hex(0x00B9_8A72),
    accent: hex(0x00F0_8A5D),
    on_accent: hex(0x0024_0E04),
    accent_soft: hex(0x0033_1D13),
    danger: hex(0x00FF_8A80),
    danger_soft: hex(0x0034_1614),
    caution: hex(0x00E9_B04A),
    caution_soft: hex(0x002E_200D),
    positive: hex(0x00C0_B878),
    positive_soft: hex(0x0024_2010),
    info: hex(0x00D0_A98F),
    info_soft: hex(0x0026_1A14),
    shadow: hex(0x0004_0202),
    body: BODY_NIGHT,
    drawing: hex(0x00B0_8C78),
    ramp: PAIN_NIGHT,
};

/// An ink of paper, for the preview of a printed page.
pub const fn paper(ink: (u8, u8, u8)) -> Color32 {
    hex((ink.0 as u32) << 16 | (ink.1 as u32) << 8 | ink.2 as u32)
}

/// Spaces between things, in points: multiples of 4.
pub mod space {
    /// Within one thing: icon and its word.
    pub const XS: f32 = 4.0;
    /// Between things of one group.
    pub const S: f32 = 8.0;
    /// Between label and field.
    pub const M: f32 = 12.0;
    /// Inside cards, between groups.
    pub const L: f32 = 16.0;
    /// Between cards and sections.
    pub const XL: f32 = 24.0;
    /// Between parts of a page.
    pub const XXL: f32 = 32.0;
}

/// Sizes of type and controls, in points.
pub mod size {
    /// Captions.
    pub const CAPTION: f32 = 13.5;
    /// Body and buttons.
    pub const BODY: f32 = 16.0;
    /// Heading of level 3.
    pub const H3: f32 = 20.0;
    /// Heading of level 2.
    pub const H2: f32 = 24.0;
    /// The title of a screen.
    pub const H1: f32 = 30.0;
    /// Height of inputs and buttons.
    pub const CONTROL: f32 = 40.0;
    /// Height of the one primary action.
    pub const PRIMARY: f32 = 48.0;
    /// Height of controls that are pressed from the floor.
    pub const FLOOR: f32 = 64.0;
    /// Corner radius of controls.
    pub const RADIUS: u8 = 10;
    /// Corner radius of cards.
    pub const CARD_RADIUS: u8 = 12;
    /// The widest a content column gets.
    pub const COLUMN: f32 = 1080.0;
    /// The widest a column of text to read gets (about 70 characters).
    pub const READING: f32 = 600.0;
}

#[cfg(test)]
mod tests;
