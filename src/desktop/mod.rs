//! The desktop around the window: what it says of colors, contrast and motion,
//! and what it is told in a notification.
//!
//! Whoever answers may take its time or hang, so it is asked from threads of
//! its own; no frame and no start of the program waits for it. Decides nothing:
//! what is wished comes from the settings, when to tell from `reminder`.

mod place;
#[cfg(target_os = "linux")]
mod portal;
#[cfg(target_os = "linux")]
mod server;
#[cfg(any(target_os = "windows", target_os = "macos"))]
mod toast;

use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};

pub use self::place::Place;
use crate::sound::Wake;

/// The application id: window class, `.desktop` file and icon are named by it.
pub const APP_ID: &str = "org.unclench.Unclench";

/// What the desktop prefers; none: it does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prefers {
    /// Dark windows.
    pub dark: Option<bool>,
    /// High contrast.
    pub high_contrast: Option<bool>,
    /// Less motion.
    pub less_motion: Option<bool>,
}

/// The keys that are asked for, in `org.freedesktop.appearance`.
pub const KEYS: [&str; 3] = ["color-scheme", "contrast", "reduced-motion"];

impl Prefers {
    /// Takes one value of the settings portal. Says whether anything changed.
    pub fn hear(&mut self, key: &str, value: u32) -> bool {
        let before = *self;
        match key {
            "color-scheme" => {
                self.dark = match value {
                    1 => Some(true),
                    2 => Some(false),
                    _ => None,
                }
            }
            "contrast" => self.high_contrast = Some(value == 1),
            "reduced-motion" => self.less_motion = Some(value == 1),
            _ => {}
        }
        *self != before
    }
}

/// A notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Names it; a newer one of the same name takes its place.
    pub id: &'static str,
    /// Who tells it: a neutral word in discreet mode.
    pub sender: &'static str,
    /// Its title.
    pub title: &'static str,
    /// One sentence.
    pub text: &'static str,
    /// Is the program's icon shown?
    pub icon: bool,
}

/// What the desktop tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// What it prefers, whole.
    Prefers(Prefers),
    /// The notification of this name was pressed.
    Pressed(String),
    /// The last notification was handed over.
    Posted,
    /// There is nobody who shows notifications.
    NoPosts,
}

/// Whatever stands for the desktop.
pub trait Desktop {
    /// Takes the function that wakes the window when there is news.
    fn connect(&mut self, wake: Wake);
    /// Shows a notification. Never waits.
    fn post(&mut self, post: Post);
    /// What was told since the last call.
    fn news(&mut self) -> Vec<News>;
}

/// A desktop that says nothing and shows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoDesktop;

impl Desktop for NoDesktop {
    fn connect(&mut self, _wake: Wake) {}
    fn post(&mut self, _post: Post) {}
    fn news(&mut self) -> Vec<News> {
        Vec::new()
    }
}

/// The desktop of this computer. It is asked at once, so that an answer is
/// often there before the first frame.
pub fn of_system() -> Box<dyn Desktop> {
    #[cfg(target_os = "linux")]
    {
        Box::new(portal::Portal::start())
    }
    #[cfg(any(target_os = "windows", target_os = "macos"))]
    {
        Box::new(toast::Toasts::start())
    }
    #[cfg(not(any(target_os = "linux", target_os = "windows", target_os = "macos")))]
    {
        Box::new(NoDesktop)
    }
}

/// How the threads tell: into a channel, and the window is woken.
#[derive(Clone)]
#[cfg_attr(
    not(any(target_os = "linux", target_os = "windows", target_os = "macos")),
    expect(dead_code, reason = "there is no desktop to tell anything")
)]
struct Teller {
    out: Sender<News>,
    wake: Arc<Mutex<Option<Wake>>>,
}

impl Teller {
    fn tell(&self, news: News) {
        // Nobody listens any more at the very end.
        self.out.send(news).ok();
        let wake = self.wake.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(wake) = wake.as_ref() {
            wake();
        }
    }

    fn connect(&self, wake: Wake) {
        // What was told before is heard with the first frame.
        *self.wake.lock().unwrap_or_else(PoisonError::into_inner) = Some(wake);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_portal_says_is_understood_and_nothing_else() {
        let mut prefers = Prefers::default();
        assert!(prefers.hear("color-scheme", 1), "dark is news");
        assert_eq!(prefers.dark, Some(true), "dark");
        assert!(!prefers.hear("color-scheme", 1), "the same is no news");
        assert!(prefers.hear("color-scheme", 2), "light");
        assert_eq!(prefers.dark, Some(false), "light");
        assert!(prefers.hear("color-scheme", 0), "no preference");
        assert_eq!(prefers.dark, None, "none");
        prefers.hear("color-scheme", 77);
        assert_eq!(prefers.dark, None, "a word of tomorrow");
        assert!(prefers.hear("contrast", 1), "contrast");
        assert_eq!(prefers.high_contrast, Some(true), "high");
        assert!(prefers.hear("reduced-motion", 1), "motion");
        assert_eq!(prefers.less_motion, Some(true), "less");
        assert!(!prefers.hear("accent-color", 1), "not ours");
    }
}
