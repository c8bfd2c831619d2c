//! Where the window was when it was closed, and how much of that still fits.

use serde::{Deserialize, Serialize};

/// The least size of the window, in logical points.
const LEAST: (u16, u16) = (480, 420);
/// More than any screen.
const MOST: u16 = 16_000;

/// The window when it was closed. Sizes are logical points, whatever the zoom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Window")]
pub struct Place {
    /// Its width.
    pub width: u16,
    /// Its height.
    pub height: u16,
    /// Its upper left corner, frame and all; none: wherever the system puts it.
    #[serde(default)]
    pub corner: Option<(i32, i32)>,
    /// It filled the screen between the bars.
    #[serde(default)]
    pub maximized: bool,
    /// The key of the screen that was open.
    #[serde(default)]
    pub screen: String,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            width: 1080,
            height: 760,
            corner: None,
            maximized: false,
            screen: String::new(),
        }
    }
}

impl Place {
    /// Reads the text of its file; nonsense is the default.
    pub fn parse(text: &str) -> Self {
        let mut place: Self = ron::from_str(text).unwrap_or_default();
        place.width = place.width.clamp(LEAST.0, MOST);
        place.height = place.height.clamp(LEAST.1, MOST);
        let far = i32::from(MOST);
        place.corner = place
            .corner
            .filter(|(x, y)| (-far..far).contains(x) && (-far..far).contains(y));
        place
    }

    /// The text of its file.
    ///
    /// # Errors
    /// What could not be written.
    pub fn format(&self) -> Result<String, String> {
        let pretty = ron::ser::PrettyConfig::new().new_line("\n").indentor("  ");
        let text = ron::ser::to_string_pretty(self, pretty);
        Ok(text.map_err(|err| err.to_string())? + "\n")
    }

    /// The same, with a corner only where all of the window was on a screen of
    /// this size: a second screen may be gone the next time.
    #[must_use]
    pub fn on(mut self, screen: (f32, f32)) -> Self {
        let fits = |from: i32, length: u16, room: f32| {
            from >= 0 && from as f32 + f32::from(length) <= room + 1.0
        };
        self.corner = self
            .corner
            .filter(|(x, y)| fits(*x, self.width, screen.0) && fits(*y, self.height, screen.1));
        self
    }

    /// The size and corner that bring the window wholly onto a screen of this
    /// size; none: it is there already.
    pub fn mended(&self, screen: (f32, f32)) -> Option<Self> {
        if screen.0 < f32::from(LEAST.0) || screen.1 < f32::from(LEAST.1) {
            return None; // no screen says so
        }
        let least = |length: u16, room: f32| length.min(room as u16);
        let mut mended = self.clone();
        mended.width = least(self.width, screen.0);
        mended.height = least(self.height, screen.1);
        let inside =
            |at: i32, length: u16, room: f32| at.clamp(0, (room as i32) - i32::from(length));
        mended.corner = self.corner.map(|(x, y)| {
            (
                inside(x, mended.width, screen.0),
                inside(y, mended.height, screen.1),
            )
        });
        (mended != *self).then_some(mended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(width: u16, height: u16, corner: Option<(i32, i32)>) -> Place {
        Place {
            width,
            height,
            corner,
            ..Place::default()
        }
    }

    #[test]
    fn what_is_written_is_read_and_nonsense_is_the_default() {
        let mut kept = place(900, 700, Some((10, 20)));
        kept.screen = "diary".to_owned();
        kept.maximized = true;
        assert_eq!(Place::parse(&kept.format().unwrap()), kept, "the same");
        for text in ["", "Window(width: -3, height: 2)", "\u{0}", "((((("] {
            assert_eq!(Place::parse(text), Place::default(), "{text:?}");
        }
        let tiny = Place::parse("(width: 1, height: 65000, corner: Some((99999, 0)))");
        assert_eq!((tiny.width, tiny.height), (480, 16_000), "into range");
        assert_eq!(tiny.corner, None, "nowhere");
    }

    #[test]
    fn a_window_that_is_out_of_sight_is_brought_back() {
        let screen = (1366.0, 768.0);
        assert_eq!(
            place(900, 700, Some((100, 20))).mended(screen),
            None,
            "fits"
        );
        let far = place(900, 700, Some((1800, -300))).mended(screen).unwrap();
        assert_eq!(far.corner, Some((466, 0)), "moved in");
        let large = place(2400, 1300, Some((0, 0))).mended(screen).unwrap();
        assert_eq!((large.width, large.height), (1366, 768), "made to fit");
        assert_eq!(
            place(900, 700, None).mended(screen),
            None,
            "placed by the system"
        );
        assert_eq!(
            place(900, 700, None).mended((0.0, 0.0)),
            None,
            "no screen known"
        );
    }

    #[test]
    fn a_corner_on_another_screen_is_not_kept() {
        let screen = (1920.0, 1080.0);
        let kept = |corner| place(900, 700, Some(corner)).on(screen).corner;
        assert_eq!(kept((100, 50)), Some((100, 50)), "on it");
        assert_eq!(kept((2000, 50)), None, "to the right of it");
        assert_eq!(kept((-900, 50)), None, "to the left of it");
        assert_eq!(kept((1500, 50)), None, "half out");
    }
}
