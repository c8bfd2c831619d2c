//! The colors of the figure that stretches: by day, on dark screens, at night.

use egui::Color32;

use super::hex;

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
pub(super) const BODY_LIGHT: Wardrobe = Wardrobe {
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
pub(super) const BODY_DARK: Wardrobe = Wardrobe {
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
pub(super) const BODY_NIGHT: Wardrobe = Wardrobe {
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
