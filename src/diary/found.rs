//! What reading a diary folder brings to light: versions, damage, leftovers.
//!
//! Paths are relative to the data folder. They are hints for people and for
//! the store; the id inside a file says which entry it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::entry::{Entry, EntryId};
use super::format::{Seal, Spot};

/// One file that holds an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Where it is.
    pub path: Arc<Path>,
    /// What it says.
    pub entry: Arc<Entry>,
    /// Whether its checksum fits.
    pub seal: Seal,
}

impl Version {
    /// Whether the file has the name the program gives: it ends in the id.
    /// Copies made by sync tools do not.
    pub fn is_canonical(&self) -> bool {
        let id = self.entry.id().to_string();
        let stem = self.path.file_stem().unwrap_or_default();
        stem.to_string_lossy().to_lowercase().ends_with(&id)
    }

    /// Of several versions the least is shown: canonical name first, then the
    /// one changed last.
    pub(crate) fn rank(&self) -> impl Ord + use<> {
        let changed = self.entry.edited_at().map(super::when::When::instant);
        (
            !self.is_canonical(),
            std::cmp::Reverse(changed),
            Arc::clone(&self.path),
        )
    }
}

/// A file or folder that could not be read. It is kept byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Where it is.
    pub path: PathBuf,
    /// What is wrong with it, and where.
    pub spot: Spot,
}

/// A file written by a newer version of the program. It is never written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newer {
    /// Where it is.
    pub path: PathBuf,
    /// Its schema.
    pub schema: u32,
}

/// A deleted entry that can be restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trashed {
    /// Where it is.
    pub path: PathBuf,
    /// What it says.
    pub entry: Arc<Entry>,
}

impl Trashed {
    /// The entry it was.
    pub fn id(&self) -> EntryId {
        self.entry.id()
    }
}

/// Part of a load, or what changed since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Files that hold an entry, new or changed.
    pub found: Vec<Version>,
    /// Files and folders that could not be read.
    pub damaged: Vec<Damaged>,
    /// Files of a newer version.
    pub newer: Vec<Newer>,
    /// Files that were there before and are not any more.
    pub gone: Vec<PathBuf>,
}

impl Scan {
    /// Whether it tells nothing.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
            && self.damaged.is_empty()
            && self.newer.is_empty()
            && self.gone.is_empty()
    }

    /// Adds what another scan tells.
    pub fn extend(&mut self, other: Self) {
        self.found.extend(other.found);
        self.damaged.extend(other.damaged);
        self.newer.extend(other.newer);
        self.gone.extend(other.gone);
    }
}

/// What is known once everything has been read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Deleted entries, newest deletion last.
    pub trash: Vec<Trashed>,
    /// Temporary files left behind by an interrupted write.
    pub leftovers: Vec<PathBuf>,
    /// The format of the folder, when it is newer than this program knows:
    /// nothing may be written.
    pub newer_store: Option<u32>,
}
