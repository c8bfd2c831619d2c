//! Which diary is on the screen: the person's own, or the example over it.

use super::App;
use crate::desk::Desk;
use crate::job::Fault;
use crate::notice::Tone;
use crate::state::State;
use crate::store::Worker;

/// Says that there is no example, and why.
pub(super) fn tell_no_example(state: &mut State, fault: &Fault) {
    let text = format!("The example diary could not be made: {fault}.");
    state.notices.tell("example", Tone::Warning, text, None);
}

impl App {
    /// Puts another diary on the screen; returns the one that was there.
    pub(super) fn swap(&mut self, desk: Desk) -> Desk {
        Desk {
            state: std::mem::replace(&mut self.state, desk.state),
            screens: std::mem::replace(&mut self.screens, desk.screens),
            worker: std::mem::replace(&mut self.worker, desk.worker),
            first: std::mem::replace(&mut self.first, desk.first),
        }
    }

    /// Opens the example diary, or leaves it, when that was asked for. The
    /// person's own stays as it is meanwhile.
    pub(super) fn change_diary(&mut self) {
        match self.state.take_example_wish() {
            None => {}
            Some(true) => match self.opener.example(&self.state.settings_for_example()) {
                Ok((desk, example)) => {
                    self.own = Some(self.swap(desk));
                    self.example = Some(example);
                }
                Err(fault) => tell_no_example(&mut self.state, &fault),
            },
            Some(false) => {
                let own = self.own.take().unwrap_or_else(|| self.opener.own());
                let left = self.swap(own);
                left.worker.map(Worker::finish);
                self.example = None; // the folder goes
            }
        }
    }
}
