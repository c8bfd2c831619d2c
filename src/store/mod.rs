//! Store: the diary on disk, one file an entry. Alone in touching files.
//!
//! What each file means is decided by its content; what is written is decided
//! in `write`, what is read in `load`. Several
//! programs may work in the same folder at once: no locks, nothing shared is
//! rewritten, and a version that was not expected is always kept.

mod backup;
mod choose;
mod clean;
mod crash;
pub mod disk;
mod errand;
mod example;
mod export;
mod fault;
mod filed;
mod home;
mod import;
mod load;
mod names;
mod outside;
pub mod paths;
mod preferences;
mod press;
mod session;
#[cfg(target_os = "linux")]
mod sound_key;
mod trash;
mod unfinished;
mod watch;
mod window;
mod worker;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;

#[cfg(feature = "inspection")]
pub use self::crash::crash_if_asked;
pub use self::crash::{CrashNote, watch_for_crashes};
use self::disk::{Disk, RealDisk, Stamp};
pub use self::example::{Example, lay_out};
pub use self::export::{documents, open, typed};
pub use self::fault::told;
use self::fault::unread;
use self::filed::Filed;
pub use self::outside::{read_whole, save_copy};
pub use self::paths::Places;
#[cfg(target_os = "linux")]
pub use self::sound_key::sound_key;
pub use self::worker::Worker;
use crate::clock::Clock;
use crate::diary::entry::EntryId;
use crate::diary::format::text_of;
use crate::job::{Fault, FaultKind};

/// The format of the folder this program knows.
const KNOWN_FORMAT: u32 = 1;

/// What a file was when it was last read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Seen {
    /// Its bytes: how many, and their checksum.
    Bytes(usize, u32),
    /// It could not be read, for this reason.
    Unread(String),
}

impl Seen {
    fn of(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.len(), crc32fast::hash(bytes))
    }
}

/// Only what must be known of `store.ron`.
#[derive(Deserialize)]
struct FormatFile {
    format: u32,
}

/// What `store.ron` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// There is none yet.
    Missing,
    /// We know it.
    Known,
    /// A newer program made this folder.
    Newer(u32),
}

/// The files of one diary, and of the settings.
#[derive(Debug)]
pub struct Store {
    disk: Arc<dyn Disk>,
    clock: Arc<dyn Clock>,
    places: Places,
    /// Where the files of an entry are, as far as known.
    homes: Filed,
    /// What every file in the diary was when last seen.
    seen: BTreeMap<Arc<Path>, Seen>,
    /// What each file that was read looked like from outside.
    stamps: BTreeMap<Arc<Path>, Stamp>,
    /// Folders known to be durable up to the root.
    synced: BTreeSet<PathBuf>,
    format: Option<Format>,
}

impl std::fmt::Debug for dyn Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}

impl Store {
    /// The store in these places. Touches nothing yet.
    pub fn open(places: Places, clock: Arc<dyn Clock>) -> Self {
        let disk = Arc::new(RealDisk::new(&places.data));
        Self::with_disk(disk, places, clock)
    }

    /// The store on another disk.
    pub fn with_disk(disk: Arc<dyn Disk>, places: Places, clock: Arc<dyn Clock>) -> Self {
        Self {
            disk,
            clock,
            places,
            homes: Filed::default(),
            seen: BTreeMap::new(),
            stamps: BTreeMap::new(),
            synced: BTreeSet::new(),
            format: None,
        }
    }

    /// Where everything is.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The path of a file of this store, for people.
    fn full(&self, path: &Path) -> PathBuf {
        self.places.data.join(path)
    }

    /// Reads `store.ron`, once.
    fn format(&mut self) -> Result<Format, Fault> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let path = Path::new(names::FORMAT);
        let format = match self.disk.read(path) {
            Ok(bytes) => text_of(&bytes)
                .ok()
                .and_then(|text| ron::from_str::<FormatFile>(text).ok())
                .filter(|file| file.format > KNOWN_FORMAT)
                // A damaged one says nothing; the entries speak for themselves.
                .map_or(Format::Known, |file| Format::Newer(file.format)),
            Err(err) if err.kind() == std::io::ErrorKind::NotFound => Format::Missing,
            Err(err) if err.kind() == std::io::ErrorKind::InvalidData => Format::Known,
            Err(err) => return Err(told(&err).at(self.full(path))),
        };
        self.format = Some(format);
        Ok(format)
    }

    /// Makes sure that writing is all right.
    fn writable(&mut self) -> Result<(), Fault> {
        self.follow()?;
        if let Some(missing) = self.places.missing() {
            return Err(missing);
        }
        match self.format()? {
            Format::Missing | Format::Known => Ok(()),
            Format::Newer(format) => Err(Fault::new(
                FaultKind::Newer,
                format!(
                    "this folder has format {format} of a newer Unclench; this one knows \
                     {KNOWN_FORMAT} and will not write here"
                ),
            )
            .at(self.places.data.clone())),
        }
    }

    /// Notes what we wrote to a file.
    fn note(&mut self, id: EntryId, path: &Arc<Path>, bytes: &[u8]) {
        self.seen.insert(Arc::clone(path), Seen::of(bytes));
        self.stamps.remove(path);
        self.homes.put(id, Arc::clone(path));
    }

    /// Notes that a file is not there any more.
    fn note_gone(&mut self, id: EntryId, path: &Path) {
        self.seen.remove(path);
        self.stamps.remove(path);
        self.homes.remove(id, path);
    }
}
