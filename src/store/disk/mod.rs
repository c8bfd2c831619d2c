//! Disk: the few steps everything on disk is made of.
//!
//! Each step either happens or does not; what the steps add up to is decided in
//! `write.rs`. Paths are relative to the root. Tests put a disk in place
//! that fails, tears or stops at any step.

#[cfg(any(not(unix), test))]
mod portable;
#[cfg(unix)]
mod unix;

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::Path;

use crate::diary::format::MAX_BYTES;

#[cfg(any(not(unix), test))]
pub use self::portable::PortableDisk;
#[cfg(not(unix))]
pub use self::portable::PortableDisk as RealDisk;
#[cfg(unix)]
pub use self::unix::RealDisk;

/// What a name in a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// A file with content.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, wherever it leads.
    Link,
    /// A pipe, a socket, a device.
    Other,
}

/// A name in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The name, as the system has it.
    pub name: OsString,
    /// What it is.
    pub kind: ItemKind,
}

/// What a file was when it was looked at, without its content: the same stamp,
/// the same bytes. Times are nanoseconds since 1970,
/// up to the year 2262.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Its size in bytes.
    pub size: u64,
    /// When its content was changed last.
    pub modified: i64,
    /// When anything about it was changed last; the same where that is not told.
    pub changed: i64,
    /// Which file it is, where the system says so.
    pub node: u64,
}

/// A folder on a disk, and what can be done in it.
pub trait Disk: Send + Sync + fmt::Debug {
    /// The names in a folder. `NotFound` only if the folder is not there.
    fn list(&self, dir: &Path) -> io::Result<Vec<Item>>;

    /// The bytes of a regular file of at most [`crate::diary::format::MAX_BYTES`];
    /// links are not followed and nothing is waited for.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.read_up_to(path, MAX_BYTES)
    }

    /// The same for a file of at most `most` bytes.
    fn read_up_to(&self, path: &Path, most: usize) -> io::Result<Vec<u8>>;

    /// The same as [`Disk::read`], and what the file was just before; none where
    /// that is not known.
    fn read_stamped(&self, path: &Path) -> io::Result<(Vec<u8>, Option<Stamp>)> {
        Ok((self.read(path)?, None))
    }

    /// What a file is, without reading it; none where that is not known.
    fn stamp(&self, path: &Path) -> Option<Stamp> {
        let _ = path;
        None
    }

    /// When a file was last changed, moved or renamed: seconds since 1970.
    fn changed(&self, path: &Path) -> io::Result<i64>;

    /// Makes the root and the folders above it, durably, where missing.
    fn make_root(&self) -> io::Result<()>;

    /// Makes one folder, for the owner alone. `AlreadyExists` if the name is
    /// taken, by whatever.
    fn make_dir(&self, dir: &Path) -> io::Result<()>;

    /// Makes the names in a folder durable.
    fn sync_dir(&self, dir: &Path) -> io::Result<()>;

    /// Gives durable bytes a new name, complete or not at all. `AlreadyExists`
    /// if the name is taken. The name itself is durable after `sync_dir`.
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Writes durable bytes to a temporary name.
    fn stage(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Swaps two files in one step. `Unsupported` where that is not possible.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;

    /// Renames; `AlreadyExists` if the new name is taken.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Renames over whatever has the new name.
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Puts durable bytes in place of whatever has the name, in one step. What
    /// was staged for it goes when that fails. The name itself is durable after
    /// `sync_dir`.
    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let temp = super::names::temp_beside(path);
        let staged = self.stage(&temp, bytes);
        staged
            .and_then(|()| self.replace(&temp, path))
            .inspect_err(|_| {
                self.remove(&temp).ok();
            })
    }

    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Removes an empty folder.
    fn remove_dir(&self, dir: &Path) -> io::Result<()>;
}

/// A file that is not read, with the reason in our words.
pub(super) fn refused(reason: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, reason)
}

/// Why a file is not read.
pub(super) const IS_LINK: &str = "it is a link; links are not followed";
/// Why a file is not read.
pub(super) const NOT_A_FILE: &str = "it is not a file";
/// Why a file is not read.
pub(super) const TOO_LARGE: &str = "it is larger than 1 MiB, the most that is read";
