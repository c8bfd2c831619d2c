//! Dialog: what the system is asked a path for, and what a person chose. Values
//! only; the store asks on a thread of its own, and nothing waits for it.

use std::path::PathBuf;

/// What a path is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A file the diary is written to, with this ending.
    Export(&'static str),
    /// A file that may be brought in.
    Import,
    /// The folder of the backups.
    Backups,
    /// The folder the diary moves to.
    Move,
    /// A folder that holds a diary.
    Open,
    /// A page saved as PDF.
    Page,
}

impl Purpose {
    /// What stands at the top of the dialog.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Export(_) => "Save the diary as",
            Self::Import => "Choose a file to look into",
            Self::Backups => "Choose a folder for backups",
            Self::Move => "Choose a new folder for the diary",
            Self::Open => "Choose the folder of your diary",
            Self::Page => "Save as PDF",
        }
    }

    /// Whether a folder is chosen, not a file.
    pub const fn is_folder(self) -> bool {
        matches!(self, Self::Backups | Self::Move | Self::Open)
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A path.
    Path(PathBuf),
    /// It was closed without one.
    Closed,
    /// The system has none.
    NoDialog,
}
