//! The typefaces of the window: ours, one for Greek and Cyrillic, and the
//! system's own for every other script that somebody writes a note in.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use egui::epaint::text::{FallbackRequest, FontInsert, FontProvider};
use egui::{Context, FontData, FontDefinitions, FontFamily};
use egui_system_font_provider::SystemFontProvider;

use crate::print::{REGULAR, SEMIBOLD}; // the same bytes as on paper

/// Digits of equal width, cut out of the semibold.
const DIGITS: &[u8] = include_bytes!("fonts/Digits-SemiBold.ttf");

/// The semibold family.
pub fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// Digits of equal width, for anything that counts.
pub fn digits() -> FontFamily {
    FontFamily::Name("digits".into())
}

/// Puts our typefaces in place of those of egui.
pub(super) fn install(ctx: &Context) {
    // Greek and Cyrillic on a computer that has no typeface of its own for them.
    let other = epaint_default_fonts::UBUNTU_LIGHT;
    let faces = [
        ("regular", REGULAR),
        ("semibold", SEMIBOLD),
        ("digits", DIGITS),
        ("other", other),
    ];
    let family = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    ctx.set_fonts(FontDefinitions {
        font_data: faces
            .into_iter()
            .map(|(name, bytes)| (name.to_owned(), Arc::new(FontData::from_static(bytes))))
            .collect(),
        families: BTreeMap::from([
            (FontFamily::Proportional, family(&["regular", "other"])),
            (FontFamily::Monospace, family(&["regular", "other"])),
            (semibold(), family(&["semibold", "regular", "other"])),
            (digits(), family(&["digits", "semibold", "other"])),
        ]),
    });
}

/// Lets the system's typefaces stand in for characters that ours lack.
pub fn lend_from_system(ctx: &Context) {
    ctx.add_font_provider(Arc::new(OnDemand::default()));
}

/// The system's typefaces, listed when the first character is missing: that may
/// take a moment, which nobody should wait for who writes in our script.
#[derive(Default)]
struct OnDemand(OnceLock<SystemFontProvider>);

impl FontProvider for OnDemand {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let fonts = self.0.get_or_init(SystemFontProvider::new);
        fonts.font_for(request)
    }
}
