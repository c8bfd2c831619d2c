//! Home: the folder the diary lives in, and what is asked and told about moving
//! it. Values only; the store does it.

use std::fmt;
use std::path::PathBuf;

use crate::job::Fault;

/// Something to do about the folder of the diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HomeJob {
    /// Look at a folder the diary may move to; nothing is written there for good.
    Look(String),
    /// Copy everything to this folder and live there from then on.
    Move(PathBuf),
    /// Live in this folder, which holds a diary already. Nothing is merged.
    Open(String),
    /// Remove of an old copy what is in the new folder, byte for byte.
    RemoveOld(PathBuf),
    /// Look again for a folder that was not there at the start.
    TryAgain,
    /// Live in the usual folder until the program ends.
    Usual,
    /// Show the folder with the program the system has for it.
    Show,
}

/// What a folder is that the diary may move to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prospect {
    /// It is empty, or is not there yet.
    Free {
        /// Which.
        path: PathBuf,
        /// Files that would be copied.
        files: usize,
        /// Their bytes.
        bytes: u64,
        /// A move to it was cut off; it is taken up.
        is_resumed: bool,
    },
    /// It holds a diary.
    Diary {
        /// Which.
        path: PathBuf,
        /// How many files of entries.
        entries: usize,
        /// It is an old copy: the diary was moved from here.
        is_old: bool,
    },
}

/// A diary that has moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Where it was; everything is still there.
    pub from: PathBuf,
    /// Where it is.
    pub to: PathBuf,
    /// Files that were copied and compared.
    pub files: usize,
    /// Links, pipes and the like, which are not copied.
    pub left_out: Vec<PathBuf>,
    /// What did not go as it should but does no harm.
    pub remark: Option<Fault>,
}

/// An old copy after it was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Where it was.
    pub old: PathBuf,
    /// Files that were removed.
    pub files: usize,
    /// Files that differ from those in the new folder, or could not be
    /// compared. They stay.
    pub kept: Vec<PathBuf>,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HomeReport {
    /// What a folder is.
    Looked(Prospect),
    /// So many files are copied, of so many.
    Copying(usize, usize),
    /// The diary is in another folder, with the same content.
    Moved(Moved),
    /// Another diary is open, in this folder. It is read next.
    Opened(PathBuf),
    /// Another window moved the diary here, and this one went along.
    Followed(PathBuf),
    /// An old copy is gone.
    Removed(Removed),
    /// No program showed the folder.
    NotShown(PathBuf),
    /// It could not be done.
    Failed(HomeTask, Fault),
}

/// What a failed job was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HomeTask {
    /// Looking at a folder.
    Look,
    /// Moving.
    Move,
    /// Opening another folder.
    Open,
    /// Removing an old copy.
    RemoveOld,
}

impl fmt::Display for HomeTask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Look => "This folder cannot be used",
            Self::Move => "The diary was not moved",
            Self::Open => "The folder could not be opened",
            Self::RemoveOld => "The old copy was not removed",
        })
    }
}
