//! The look in one place: colors, spaces, sizes and durations.
//!
//! Every color of the interface is a named token here; no other file may make
//! one. The pairs are measured: text at 4.5:1 or more on every surface, lines
//! that carry meaning at 3:1 (see the tests at the foot).

use egui::Color32;

const fn hex(rgb: u32) -> Color32 {
    #[expect(clippy::disallowed_methods, reason = "the one place that makes colors")]
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// The colors of one theme, by what they are for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tokens {
    /// Is the page darker than its text?
    pub dark: bool,
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
}

/// Warm paper by day.
pub const LIGHT: Tokens = Tokens {
    dark: false,
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
};

/// Dark, neutral and calm.
pub const DARK: Tokens = Tokens {
    dark: true,
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
};

/// The 2 a.m. screens: near-black and warm, so that eyes stay asleep.
pub const NIGHT: Tokens = Tokens {
    dark: true,
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
};

/// The colors of one material of the figure that stretches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dye {
    /// In shade.
    pub shade: Color32,
    /// In full light.
    pub lit: Color32,
    /// Its outline.
    pub line: Color32,
}

const fn dye(shade: u32, lit: u32, line: u32) -> Dye {
    Dye {
        shade: hex(shade),
        lit: hex(lit),
        line: hex(line),
    }
}

/// The colors of the figure that stretches, by material.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wardrobe {
    /// Skin.
    pub skin: Dye,
    /// Hair and brows.
    pub hair: Dye,
    /// The shirt.
    pub shirt: Dye,
    /// Trousers of the stretched side.
    pub stretched: Dye,
    /// Trousers of the other side.
    pub other: Dye,
    /// The pillow.
    pub pillow: Dye,
    /// Towel or strap.
    pub strap: Dye,
    /// Chair and wall.
    pub wood: Dye,
    /// The wall.
    pub wall: Dye,
    /// The mat.
    pub mat: Dye,
    /// The body's shadow on the mat.
    pub shadow: Color32,
    /// What marks the stretched buttock.
    pub glow: Color32,
}

/// The figure by day.
const BODY_LIGHT: Wardrobe = Wardrobe {
    skin: dye(0x009C_6448, 0x00EF_C6A4, 0x007A_4630),
    hair: dye(0x002B_1D17, 0x006E_5142, 0x0022_1611),
    shirt: dye(0x008D_93A0, 0x00F6_F3EC, 0x0078_7E8A),
    stretched: dye(0x0006_423F, 0x002F_A199, 0x0003_3633),
    other: dye(0x0034_3D45, 0x0085_92A0, 0x0026_2C33),
    pillow: dye(0x00B9_AE9C, 0x00FF_FBF2, 0x009A_9080),
    strap: dye(0x008A_5A12, 0x00E8_B558, 0x0060_4010),
    wood: dye(0x007A_6248, 0x00C7_A981, 0x005A_4632),
    wall: dye(0x00C4_B9A8, 0x00EA_E2D5, 0x009A_9080),
    mat: dye(0x008F_A598, 0x00C9_D8CE, 0x0068_887A),
    shadow: hex(0x00A6_BAAE),
    glow: hex(0x00D9_4F1E),
};

/// The figure on dark screens.
const BODY_DARK: Wardrobe = Wardrobe {
    skin: dye(0x006E_4431, 0x00D8_A988, 0x0038_2018),
    hair: dye(0x0018_1210, 0x0061_4A3D, 0x000C_0807),
    shirt: dye(0x0059_606B, 0x00D3_D3D0, 0x0020_242A),
    stretched: dye(0x000B_4E4A, 0x005C_C8BF, 0x0003_2422),
    other: dye(0x0056_6470, 0x00A4_B4C4, 0x0012_171B),
    pillow: dye(0x0056_5A5E, 0x00B4_B3AE, 0x0026_2A2D),
    strap: dye(0x007A_5218, 0x00E8_B558, 0x0038_2608),
    wood: dye(0x0047_3A2C, 0x008E_7658, 0x0022_1A12),
    wall: dye(0x0030_383C, 0x004A_5459, 0x0065_6F74),
    mat: dye(0x0018_2420, 0x0029_3A34, 0x0055_7067),
    shadow: hex(0x001C_2824),
    glow: hex(0x00FF_9B5A),
};

/// The figure at night: warm and dim.
const BODY_NIGHT: Wardrobe = Wardrobe {
    skin: dye(0x0048_2A1C, 0x009C_6C50, 0x001E_100A),
    hair: dye(0x0012_0A07, 0x0040_2B20, 0x0008_0402),
    shirt: dye(0x0058_4438, 0x00BA_9A85, 0x0018_100B),
    stretched: dye(0x005A_2A16, 0x00D8_7A50, 0x0028_1208),
    other: dye(0x0054_453A, 0x0098_7E6E, 0x000E_0806),
    pillow: dye(0x0034_2820, 0x0070_5B4D, 0x0016_0E0A),
    strap: dye(0x004E_3A18, 0x00B0_8A48, 0x0022_1808),
    wood: dye(0x0030_2218, 0x005E_4636, 0x0012_0C08),
    wall: dye(0x0022_1712, 0x0034_251D, 0x005A_4436),
    mat: dye(0x0016_0F0B, 0x0029_1D17, 0x004E_3A2E),
    shadow: hex(0x001B_120E),
    glow: hex(0x00E9_B04A),
};

/// The pain ramp, 0 to 10: pale sand over apricot to deep brick red, even in
/// lightness so that it holds with the usual color-vision deficiencies.
const PAIN: [Color32; 11] = [
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
];

/// An ink of paper, for the preview of a printed page.
pub const fn paper(ink: (u8, u8, u8)) -> Color32 {
    hex((ink.0 as u32) << 16 | (ink.1 as u32) << 8 | ink.2 as u32)
}

/// The fill for an intensity from 0 to 10; higher numbers are taken as 10.
pub fn pain(intensity: u8) -> Color32 {
    PAIN.get(usize::from(intensity))
        .copied()
        .unwrap_or(PAIN[10])
}

/// The text color to put on [`pain`].
pub fn on_pain(intensity: u8) -> Color32 {
    if intensity >= 8 {
        LIGHT.raised
    } else {
        LIGHT.text
    }
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
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f64 {
        let part = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.040_45 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_is_readable_on_every_surface() {
        for (name, t) in [("light", LIGHT), ("dark", DARK), ("night", NIGHT)] {
            for (on, surface) in [t.surface, t.raised, t.sunken].into_iter().enumerate() {
                for (what, ink) in [
                    ("text", t.text),
                    ("muted", t.muted),
                    ("accent", t.accent),
                    ("danger", t.danger),
                    ("caution", t.caution),
                    ("positive", t.positive),
                    ("info", t.info),
                ] {
                    let ratio = contrast(ink, surface);
                    assert!(ratio >= 4.5, "{name}: {what} on surface {on}: {ratio:.2}");
                }
                let ratio = contrast(t.outline, surface);
                assert!(ratio >= 3.0, "{name}: outline on surface {on}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn words_are_readable_on_soft_fills_and_accent() {
        for (name, t) in [("light", LIGHT), ("dark", DARK), ("night", NIGHT)] {
            for (what, ink, fill) in [
                ("on accent", t.on_accent, t.accent),
                ("accent on soft", t.accent, t.accent_soft),
                ("danger on soft", t.danger, t.danger_soft),
                ("caution on soft", t.caution, t.caution_soft),
                ("positive on soft", t.positive, t.positive_soft),
                ("info on soft", t.info, t.info_soft),
                ("text on accent soft", t.text, t.accent_soft),
                ("text on danger soft", t.text, t.danger_soft),
                ("muted on danger soft", t.muted, t.danger_soft),
            ] {
                let ratio = contrast(ink, fill);
                assert!(ratio >= 4.5, "{name}: {what}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn the_pain_ramp_darkens_evenly_and_its_number_is_readable() {
        for n in 0..=10_u8 {
            let ratio = contrast(on_pain(n), pain(n));
            assert!(ratio >= 4.5, "number on pain {n}: {ratio:.2}");
            if n > 0 {
                let (a, b) = (luminance(pain(n - 1)), luminance(pain(n)));
                assert!(b < a, "pain {n} is not darker than the one before");
            }
        }
        assert_eq!(pain(200), pain(10), "out of range is taken as 10");
    }
}
