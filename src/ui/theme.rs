//! Turns tokens into egui styles.
//!
//! The only caller of egui's style setters. Which tokens hold is decided here
//! too: night wins over the theme, high contrast holds with either.

use std::collections::BTreeMap;

use egui::{
    Context, CornerRadius, FontId, Id, Margin, Shadow, Stroke, Style, TextStyle, Theme, Ui, Vec2,
    Visuals,
};

use super::tokens::{DARK, DARK_HIGH, LIGHT, LIGHT_HIGH, NIGHT, NIGHT_HIGH, Tokens, size};
use super::typeface;
pub use super::typeface::{digits, semibold};

/// Reach the tokens from anything that draws.
pub trait UiExt {
    /// The tokens of the theme in force.
    fn tokens(&self) -> &'static Tokens;
}

impl UiExt for Ui {
    fn tokens(&self) -> &'static Tokens {
        of(self.ctx(), self.visuals().dark_mode)
    }
}

/// How things are to look, besides light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Near-black and warm.
    pub night: bool,
    /// In high contrast.
    pub high: bool,
    /// Stills instead of motion.
    pub still: bool,
}

impl Manner {
    fn tokens(self, dark: bool) -> &'static Tokens {
        match (self.night, dark, self.high) {
            (true, _, false) => &NIGHT,
            (true, _, true) => &NIGHT_HIGH,
            (false, true, false) => &DARK,
            (false, true, true) => &DARK_HIGH,
            (false, false, false) => &LIGHT,
            (false, false, true) => &LIGHT_HIGH,
        }
    }
}

fn manner_id() -> Id {
    Id::unique("manner")
}

fn of(ctx: &Context, dark: bool) -> &'static Tokens {
    let manner = ctx.data(|d| d.get_temp::<Manner>(manner_id()));
    manner.unwrap_or_default().tokens(dark)
}

/// Fonts and styles, once at start.
pub fn install(ctx: &Context) {
    typeface::install(ctx);
    apply(ctx, Manner::default());
}

/// Sets both themes' styles; call again when the manner changes.
pub fn apply(ctx: &Context, manner: Manner) {
    ctx.data_mut(|d| d.insert_temp(manner_id(), manner));
    for theme in [Theme::Light, Theme::Dark] {
        let tokens = manner.tokens(theme == Theme::Dark);
        ctx.style_mut_of(theme, |style| dress(style, tokens, manner.still));
    }
    ctx.options_mut(|o| {
        o.fallback_theme = Theme::Light;
        o.zoom_with_keyboard = false; // ours saves the zoom
    });
}

fn dress(style: &mut Style, t: &Tokens, reduce_motion: bool) {
    let body = FontId::proportional(size::BODY);
    style.text_styles = BTreeMap::from([
        (TextStyle::Small, FontId::proportional(size::CAPTION)),
        (TextStyle::Body, body.clone()),
        (TextStyle::Button, body.clone()),
        (TextStyle::Heading, FontId::new(size::H2, semibold())),
        (TextStyle::Monospace, FontId::monospace(15.0)),
    ]);
    style.animation_time = if reduce_motion { 0.0 } else { 0.16 };
    style.spacing.item_spacing = Vec2::splat(8.0);
    style.spacing.button_padding = egui::vec2(14.0, 8.0);
    style.spacing.interact_size = egui::vec2(40.0, size::CONTROL);
    style.spacing.icon_width = 22.0;
    style.spacing.icon_width_inner = 14.0;
    style.spacing.icon_spacing = 8.0;
    style.spacing.menu_margin = Margin::same(8);
    style.spacing.window_margin = Margin::same(24);
    style.spacing.slider_width = 220.0;
    style.spacing.tooltip_width = 320.0;
    style.spacing.extra_text_line_spacing = 3.0;
    // Whether the text cursor blinks is not the theme's to say.
    let blinks = style.visuals.text_cursor.blink;
    style.visuals = visuals(t);
    style.visuals.text_cursor.blink = blinks;
}

fn visuals(t: &Tokens) -> Visuals {
    let mut v = if t.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let radius = CornerRadius::same(size::RADIUS);
    v.override_text_color = Some(t.text);
    v.weak_text_color = Some(t.muted);
    v.hyperlink_color = t.accent;
    v.panel_fill = t.surface;
    v.window_fill = t.raised;
    v.window_stroke = t.edge();
    v.window_corner_radius = CornerRadius::same(size::CARD_RADIUS + 4);
    v.menu_corner_radius = CornerRadius::same(size::CARD_RADIUS);
    v.extreme_bg_color = t.sunken;
    v.text_edit_bg_color = Some(t.raised);
    v.faint_bg_color = t.sunken;
    v.code_bg_color = t.sunken;
    v.warn_fg_color = t.caution;
    v.error_fg_color = t.danger;
    v.selection.bg_fill = t.accent_soft;
    v.selection.stroke = Stroke::new(2.0, t.accent);
    v.text_cursor.stroke = Stroke::new(2.0, t.accent);
    v.window_shadow = Shadow {
        offset: [0, 8],
        blur: 32,
        spread: 0,
        color: t.shadow,
    };
    v.popup_shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: t.shadow,
    };
    v.slider_trailing_fill = true;
    let faces = [
        (&mut v.widgets.noninteractive, t.surface, t.hairline, t.text),
        (&mut v.widgets.inactive, t.raised, t.outline, t.text),
        (&mut v.widgets.hovered, t.accent_soft, t.accent, t.text),
        (&mut v.widgets.active, t.accent_soft, t.accent, t.text),
        (&mut v.widgets.open, t.accent_soft, t.accent, t.text),
    ];
    for (face, fill, line, ink) in faces {
        face.bg_fill = fill;
        face.weak_bg_fill = fill;
        face.bg_stroke = Stroke::new(1.0, line);
        face.fg_stroke = Stroke::new(1.5, ink);
        face.corner_radius = radius;
        face.expansion = 0.0;
    }
    // What has the keyboard is active: its line is as heavy as our own ring.
    v.widgets.active.bg_stroke.width = 2.0;
    v
}
