//! The interface icons, as constants.
//!
//! White strokes on a 24 grid, tinted with a token when drawn. A picture beside
//! a word is decoration and gets no node in the accessible tree; an icon alone
//! on a button takes the button's name.

use egui::{Color32, Image, Rect, Ui, Vec2};

/// One icon: where egui's cache finds it, and its SVG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon {
    uri: &'static str,
    svg: &'static [u8],
}

macro_rules! icons {
    ($($name:ident $file:literal),+ $(,)?) => {
        $(
            #[doc = concat!("`icons/", $file, ".svg`.")]
            pub const $name: Icon = Icon {
                uri: concat!("bytes://icons/", $file, ".svg"),
                svg: include_bytes!(concat!("../../icons/", $file, ".svg")).as_slice(),
            };
        )+
    };
}

icons! {
    NOW "now", GUIDE "guide", CHECK "check", STRETCH "stretch", DIARY "diary",
    TRENDS "trends", SETTINGS "settings", HELP "help",
    EMERGENCY "emergency", TODAY "today_clock", CALENDAR "calendar", LETTER "letter", HOUSE "house",
    SEARCH "search", PLUS "plus", EDIT "edit", TRASH "trash", RESTORE "restore", UNDO "undo", REDO "redo", FILTER "filter",
    BACK "back", FORWARD "forward", CHEVRON_LEFT "chevron_left", CHEVRON_RIGHT "chevron_right", CHEVRON_DOWN "chevron_down",
    CLOSE "close", CHECK_MARK "check_mark", WARNING "warning", INFO "info",
    PLAY "play", PAUSE "pause", STOP "stop", SKIP_NEXT "skip_next", SKIP_BACK "skip_back",
    EASE_OFF "ease_off", MOON "moon", SUN "sun", FOLDER "folder", LINK "link",
    NOTE "note", CLOCK "clock", PIN "pin",
    SOUND_ON "sound_on", SOUND_OFF "sound_off", TURN "turn", KEYS "keys", VIEW "view",
    MINUS "minus", MIRROR "mirror", WHOLE "whole", SAVE_PAGE "save_page",
}

impl Icon {
    /// The icon as an image of `points` by `points` in `color`.
    pub fn image(self, points: f32, color: Color32) -> Image<'static> {
        Image::from_bytes(self.uri, self.svg)
            .fit_to_exact_size(Vec2::splat(points))
            .tint(color)
    }

    /// Paints the icon into `rect`, without a node of its own.
    pub fn paint(self, ui: &Ui, rect: Rect, color: Color32) {
        self.image(rect.width(), color).paint_at(ui, rect);
    }
}
