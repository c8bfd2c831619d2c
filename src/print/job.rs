//! What the IO thread is asked about pages, and what it tells.

use std::path::PathBuf;
use std::sync::Arc;

use super::report::Brief;
use super::{Preview, Sheet, Stamp};
use crate::job::{Fault, Ticket};

/// What a page is made from.
#[derive(Clone, Debug, PartialEq)]
pub enum Paper {
    /// What it says.
    Sheet(Box<Sheet>),
    /// The diary, of which the doctor's page is made.
    Report(Box<Brief>),
}

impl Paper {
    /// What the page says.
    ///
    /// # Errors
    /// A sentence when it cannot be made, which would be our fault.
    pub fn sheet(self) -> Result<Sheet, String> {
        match self {
            Self::Sheet(sheet) => Ok(*sheet),
            Self::Report(brief) => brief.sheet(),
        }
    }
}

/// Something to do with a page.
#[derive(Clone, Debug, PartialEq)]
pub enum PageJob {
    /// Set it, write it as PDF, and save that.
    Save {
        /// Comes back with the report.
        ticket: Ticket,
        /// What it is made from.
        paper: Paper,
        /// What stands at its foot.
        stamp: Stamp,
        /// The path as it was typed.
        path: String,
        /// What has this name already may be replaced.
        replace: bool,
    },
    /// Set the doctor's page for the window.
    Preview {
        /// Comes back with the report.
        ticket: Ticket,
        /// What it is made from.
        brief: Box<Brief>,
        /// What stands at its foot.
        stamp: Stamp,
    },
    /// Ask the system's dialog for a path; nothing waits for it.
    Choose {
        /// Comes back with the report.
        ticket: Ticket,
        /// The path that is proposed.
        path: String,
    },
    /// Open a file with the program the system has for it.
    Open(PathBuf),
}

/// What became of it.
#[derive(Clone, Debug, PartialEq)]
pub enum PageReport {
    /// The page is durable at this path.
    Saved(Ticket, PathBuf),
    /// It could not be saved.
    Failed(Ticket, Fault),
    /// The doctor's page, or why there is none.
    Preview(Ticket, Result<Arc<Preview>, String>),
    /// A path was chosen in the system's dialog.
    Chosen(Ticket, PathBuf),
    /// None was chosen.
    NotChosen(Ticket),
    /// The system has no dialog.
    NoDialog(Ticket),
    /// No program opened this file.
    NotOpened(PathBuf),
}
