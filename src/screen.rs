//! The places a person can be: their names, order and keys.

/// A place in the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Screen {
    /// The first screen: "It's cramping now".
    #[default]
    Now,
    /// The illustrated guide to causes and relief.
    Guide,
    /// Red flags first, then urgency.
    Check,
    /// The guided stretch.
    Stretch,
    /// The log of episodes, sessions and days.
    Diary,
    /// What the diary shows over time.
    Trends,
    /// Appearance, region, stretch defaults, data, about.
    Settings,
    /// When and where to get help: always one press away.
    Help,
}

impl Screen {
    /// Every screen; tests walk this list, so to add one is to test it.
    pub const ALL: [Self; 8] = [
        Self::Now,
        Self::Guide,
        Self::Check,
        Self::Stretch,
        Self::Diary,
        Self::Trends,
        Self::Settings,
        Self::Help,
    ];

    /// The screens of the rail, top to bottom: Ctrl+1 is the first.
    pub const RAIL: [Self; 7] = [
        Self::Now,
        Self::Guide,
        Self::Check,
        Self::Stretch,
        Self::Diary,
        Self::Trends,
        Self::Settings,
    ];

    /// The name a person sees.
    pub fn title(self) -> &'static str {
        match self {
            Self::Now => "Now",
            Self::Guide => "Guide",
            Self::Check => "Check",
            Self::Stretch => "Stretch",
            Self::Diary => "Diary",
            Self::Trends => "Trends",
            Self::Settings => "Settings",
            Self::Help => "Get help",
        }
    }

    /// The word used on the command line and in the settings file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Guide => "guide",
            Self::Check => "check",
            Self::Stretch => "stretch",
            Self::Diary => "diary",
            Self::Trends => "trends",
            Self::Settings => "settings",
            Self::Help => "help",
        }
    }

    /// The screen of a [`key`](Self::key).
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_finds_its_screen() {
        for screen in Screen::ALL {
            assert_eq!(Screen::from_key(screen.key()), Some(screen), "{screen:?}");
        }
        assert_eq!(Screen::from_key("elsewhere"), None, "an unknown word");
    }

    #[test]
    fn the_rail_is_the_list_without_help() {
        let rail: Vec<_> = Screen::ALL
            .into_iter()
            .filter(|s| *s != Screen::Help)
            .collect();
        assert_eq!(rail, Screen::RAIL, "same screens, same order");
    }
}
