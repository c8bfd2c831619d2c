//! The first run: three short cards, once. Whoever leaves them for a cramp or
//! another screen is not held up; they come again at the next start.

use super::State;
use crate::job::Job;
use crate::settings::Settings;

/// One of the cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntroCard {
    /// What Unclench is.
    What,
    /// What it is not.
    Limits,
    /// Where the data stays.
    Data,
}

impl IntroCard {
    /// The cards in order.
    pub const ALL: [Self; 3] = [Self::What, Self::Limits, Self::Data];

    /// Its number, from 1.
    pub fn number(self) -> usize {
        match self {
            Self::What => 1,
            Self::Limits => 2,
            Self::Data => 3,
        }
    }

    /// The one after it.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::What => Some(Self::Limits),
            Self::Limits => Some(Self::Data),
            Self::Data => None,
        }
    }

    /// The one before it.
    pub fn back(self) -> Option<Self> {
        match self {
            Self::What => None,
            Self::Limits => Some(Self::What),
            Self::Data => Some(Self::Limits),
        }
    }
}

impl State {
    /// Shows the first card, unless the cards were seen to the end.
    pub fn greet(&mut self) {
        if !self.settings.seen_intro {
            self.over.intro = Some(IntroCard::What);
        }
    }

    /// Shows a card; none: they were seen, and do not come again.
    pub(super) fn turn_intro(&mut self, card: Option<IntroCard>) -> Vec<Job> {
        self.over.intro = card;
        if card.is_some() {
            return Vec::new();
        }
        self.choose(Settings {
            seen_intro: true,
            ..self.settings.clone()
        })
    }
}
