//! The system's dialogs for a path: which is asked, and what was chosen. A
//! field takes an answer once; the path can be typed whether one opens or not.

use super::State;
use crate::dialog::{Choice, Purpose};
use crate::job::{Job, Ticket};

/// A path that was chosen, for whoever asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Counts the answers, so that a field takes each once.
    pub serial: u64,
    /// What it was wanted for.
    pub purpose: Purpose,
    /// The path; none if the system has no dialog.
    pub path: Option<String>,
}

/// The dialog that is asked, and the last answer.
#[derive(Clone, Debug, Default)]
pub struct DialogDesk {
    waiting: Option<(Ticket, Purpose)>,
    chosen: Option<Chosen>,
    last: u64,
}

impl DialogDesk {
    /// Whether a dialog for this may be open.
    pub fn is_asked(&self, purpose: Purpose) -> bool {
        self.waiting.is_some_and(|(_, asked)| asked == purpose)
    }

    /// Fills the field for this as if a dialog had been answered so.
    pub(super) fn put(&mut self, purpose: Purpose, path: String) {
        self.last += 1;
        self.chosen = Some(Chosen {
            serial: self.last,
            purpose,
            path: Some(path),
        });
    }

    /// The last answer, if it was given to this.
    pub fn chosen(&self, purpose: Purpose) -> Option<&Chosen> {
        self.chosen.as_ref().filter(|c| c.purpose == purpose)
    }
}

impl State {
    pub(super) fn choose_path(&mut self, purpose: Purpose, path: String) -> Vec<Job> {
        let desk = &mut self.dialog;
        desk.last += 1;
        let ticket = Ticket(desk.last);
        desk.waiting = Some((ticket, purpose));
        desk.chosen = None;
        vec![Job::Choose {
            ticket,
            purpose,
            path,
        }]
    }

    pub(super) fn path_chosen(&mut self, ticket: Ticket, choice: &Choice) {
        let desk = &mut self.dialog;
        let Some((_, purpose)) = desk.waiting.take_if(|(own, _)| *own == ticket) else {
            return; // asked anew since
        };
        let path = match choice {
            Choice::Path(path) => Some(path.display().to_string()),
            Choice::NoDialog => None,
            Choice::Closed => return,
        };
        desk.chosen = Some(Chosen {
            serial: ticket.0,
            purpose,
            path,
        });
    }
}
