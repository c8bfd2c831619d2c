//! All that draws. Screens read [`Cx::state`] and ask with [`Cx::ask`]; nothing
//! here changes the state, touches a file or reads a clock.

pub mod choose;
mod closing;
mod example;
pub mod field;
pub mod icon;
pub mod leave;
pub mod manual;
pub mod print;
pub mod screen;
pub mod scroll;
pub mod shell;
pub mod shortcut;
pub mod text;
pub mod theme;
pub mod tokens;
pub mod typeface;
pub mod urgency;
pub mod widget;

use crate::action::Action;
use crate::clock::Moment;
use crate::content::Library;
use crate::state::State;

/// What a screen may read, and how it asks for something.
#[derive(Debug)]
pub struct Cx<'a> {
    /// Everything that outlives a frame.
    pub state: &'a State,
    /// The moment of this frame.
    pub now: &'a Moment,
    out: &'a mut Vec<Action>,
}

impl<'a> Cx<'a> {
    /// A context for one frame; what is asked for goes to `out`.
    pub fn new(state: &'a State, now: &'a Moment, out: &'a mut Vec<Action>) -> Self {
        Self { state, now, out }
    }

    /// Asks for something; it is done after the drawing.
    pub fn ask(&mut self, action: Action) {
        self.out.push(action);
    }

    /// All content.
    pub fn library(&self) -> &'a Library {
        &self.state.library
    }
}
