//! What lies over the screens: the sheet of help, the cards of the first run, and
//! whether all of it is an example.

use super::{IntroCard, State};
use crate::screen::Screen;

/// A page of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManualView {
    /// The page of one screen, with the shortcuts.
    Screen(Screen),
    /// The list of all pages.
    All,
    /// The licences of what is built in.
    Licences,
}

/// What lies over the screens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Overlay {
    /// The page of the sheet of help that is open.
    pub manual: Option<ManualView>,
    /// The card of the first run that is open.
    pub intro: Option<IntroCard>,
    /// How often the keyboard was sent to the list of screens; the shell compares.
    pub rail: u64,
    /// This is the example diary, not the person's own.
    pub is_example: bool,
    /// The example diary was asked for, or to leave it.
    pub(super) example_wish: Option<bool>,
}

impl State {
    /// Opens the page of the screen a person is on, or closes the sheet.
    pub(super) fn toggle_manual(&mut self) {
        self.over.manual = match self.over.manual {
            None => Some(ManualView::Screen(self.screen)),
            Some(_) => None,
        };
    }
}
