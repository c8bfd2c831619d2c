//! What the IO thread is asked about pages, and what it tells.

use std::path::PathBuf;

use super::{Sheet, Stamp};
use crate::job::{Fault, Ticket};

/// Something to do with a page.
#[derive(Clone, Debug, PartialEq)]
pub enum PageJob {
    /// Set it, write it as PDF, and save that.
    Save {
        /// Comes back with the report.
        ticket: Ticket,
        /// What the page says.
        sheet: Box<Sheet>,
        /// What stands at its foot.
        stamp: Stamp,
        /// The path as it was typed.
        path: String,
        /// What has this name already may be replaced.
        replace: bool,
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
    /// A path was chosen in the system's dialog.
    Chosen(Ticket, PathBuf),
    /// None was chosen.
    NotChosen(Ticket),
    /// The system has no dialog.
    NoDialog(Ticket),
    /// No program opened this file.
    NotOpened(PathBuf),
}
