//! The same tokens in high contrast: text at 7:1 or more on every surface, all
//! lines at 4.5:1, a line around every surface.

use super::body::{BODY_DARK, BODY_LIGHT, BODY_NIGHT};
use super::pain::{PAIN, PAIN_NIGHT};
use super::{Color32, Tokens, hex};

/// Black on white.
pub const LIGHT_HIGH: Tokens = Tokens {
    dark: false,
    high: true,
    surface: hex(0x00FF_FFFF),
    raised: hex(0x00FF_FFFF),
    sunken: hex(0x00F4_F1EC),
    outline: hex(0x005A_544B),
    hairline: hex(0x006B_655B),
    text: hex(0x0000_0000),
    muted: hex(0x003A_4145),
    accent: hex(0x0000_504C),
    on_accent: hex(0x00FF_FFFF),
    accent_soft: hex(0x00D9_EFEB),
    danger: hex(0x008C_1010),
    danger_soft: hex(0x00FB_EAE8),
    caution: hex(0x005E_3900),
    caution_soft: hex(0x00FA_F0DF),
    positive: hex(0x001C_4D2A),
    positive_soft: hex(0x00E6_F3E8),
    info: hex(0x001A_426B),
    info_soft: hex(0x00E6_EFF8),
    shadow: hex(0x00B8_B1A6),
    body: BODY_LIGHT,
    drawing: Color32::WHITE,
    ramp: PAIN,
};

/// White on black.
pub const DARK_HIGH: Tokens = Tokens {
    dark: true,
    high: true,
    surface: hex(0x0000_0000),
    raised: hex(0x000A_0D0E),
    sunken: hex(0x0000_0000),
    outline: hex(0x00A9_B4B9),
    hairline: hex(0x008C_979C),
    text: hex(0x00FF_FFFF),
    muted: hex(0x00D2_D9DC),
    accent: hex(0x007F_E6DC),
    on_accent: hex(0x0000_1413),
    accent_soft: hex(0x000E_2E2E),
    danger: hex(0x00FF_B0A8),
    danger_soft: hex(0x002E_0F10),
    caution: hex(0x00FF_D770),
    caution_soft: hex(0x002A_2005),
    positive: hex(0x00A2_E8B4),
    positive_soft: hex(0x000B_2416),
    info: hex(0x00B5_D8FA),
    info_soft: hex(0x000D_2133),
    shadow: hex(0x0000_0000),
    body: BODY_DARK,
    drawing: Color32::WHITE,
    ramp: PAIN,
};

/// Warm on black, for the night.
pub const NIGHT_HIGH: Tokens = Tokens {
    dark: true,
    high: true,
    surface: hex(0x0000_0000),
    raised: hex(0x000C_0604),
    sunken: hex(0x0000_0000),
    outline: hex(0x00B9_8F78),
    hairline: hex(0x00A2_7C68),
    text: hex(0x00FF_D3BA),
    muted: hex(0x00E3_B49C),
    accent: hex(0x00FF_A57C),
    on_accent: hex(0x001A_0800),
    accent_soft: hex(0x002E_150A),
    danger: hex(0x00FF_ADA4),
    danger_soft: hex(0x002E_0D0B),
    caution: hex(0x00FF_CB6B),
    caution_soft: hex(0x0026_1A05),
    positive: hex(0x00DD_D79A),
    positive_soft: hex(0x001C_1A08),
    info: hex(0x00EB_C9B2),
    info_soft: hex(0x0020_130C),
    shadow: hex(0x0000_0000),
    body: BODY_NIGHT,
    drawing: hex(0x00C8_A490),
    ramp: PAIN_NIGHT,
};
