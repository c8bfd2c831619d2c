//! A disk that fails at one chosen step, in one chosen way.
//!
//! It stands in for full disks, pulled plugs and killed programs. Steps are
//! counted; every step before the chosen one is the real disk's.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use unclench::store::disk::{Disk, Item, RealDisk};

/// How a step goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It is not carried out and says so.
    Refused(ErrorKind),
    /// It is carried out but says that it was not.
    DoneButDenied,
    /// Half of the bytes arrive, then it says that it failed.
    Torn,
    /// The program is gone before this step.
    KilledBefore,
    /// The program is gone after this step.
    KilledAfter,
}

impl Trouble {
    /// All of them.
    pub(crate) const ALL: [Self; 8] = [
        Self::Refused(ErrorKind::StorageFull),
        Self::Refused(ErrorKind::PermissionDenied),
        Self::Refused(ErrorKind::Other),
        Self::Refused(ErrorKind::Unsupported),
        Self::DoneButDenied,
        Self::Torn,
        Self::KilledBefore,
        Self::KilledAfter,
    ];
}

/// The disk.
pub(crate) struct FaultyDisk {
    real: RealDisk,
    step: AtomicUsize,
    at: usize,
    trouble: Trouble,
    has_struck: AtomicBool,
    is_dead: AtomicBool,
    can_exchange: bool,
}

impl fmt::Debug for FaultyDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at step {}", self.trouble, self.at)
    }
}

impl FaultyDisk {
    /// A disk that goes wrong at step `at`, counted from 0.
    pub(crate) fn new(root: &Path, at: usize, trouble: Trouble, can_exchange: bool) -> Self {
        Self {
            real: RealDisk::new(root),
            step: AtomicUsize::new(0),
            at,
            trouble,
            has_struck: AtomicBool::new(false),
            is_dead: AtomicBool::new(false),
            can_exchange,
        }
    }

    /// Whether the chosen step was reached.
    pub(crate) fn has_struck(&self) -> bool {
        self.has_struck.load(Ordering::SeqCst)
    }

    /// Carries out a step, or not.
    fn step<T>(&self, real: impl FnOnce() -> io::Result<T>, torn: impl FnOnce()) -> io::Result<T> {
        let dead = || Err(io::Error::other("the program is gone"));
        if self.is_dead.load(Ordering::SeqCst) {
            return dead();
        }
        if self.step.fetch_add(1, Ordering::SeqCst) != self.at {
            return real();
        }
        self.has_struck.store(true, Ordering::SeqCst);
        match self.trouble {
            Trouble::Refused(kind) => Err(kind.into()),
            Trouble::DoneButDenied => real().and_then(|_| Err(io::Error::other("denied"))),
            Trouble::Torn => {
                torn();
                Err(ErrorKind::StorageFull.into())
            }
            Trouble::KilledBefore | Trouble::KilledAfter => {
                self.is_dead.store(true, Ordering::SeqCst);
                if self.trouble == Trouble::KilledAfter {
                    real()?;
                }
                dead()
            }
        }
    }
}

impl Disk for FaultyDisk {
    fn list(&self, dir: &Path) -> io::Result<Vec<Item>> {
        self.step(|| self.real.list(dir), || {})
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.step(|| self.real.read(path), || {})
    }

    fn read_up_to(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        self.step(|| self.real.read_up_to(path, most), || {})
    }

    fn changed(&self, path: &Path) -> io::Result<i64> {
        self.step(|| self.real.changed(path), || {})
    }

    fn make_root(&self) -> io::Result<()> {
        self.step(|| self.real.make_root(), || {})
    }

    fn make_dir(&self, dir: &Path) -> io::Result<()> {
        self.step(|| self.real.make_dir(dir), || {})
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.step(|| self.real.sync_dir(dir), || {})
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.step(|| self.real.create(path, bytes), || {})
    }

    fn stage(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let half = &bytes[..bytes.len() / 2];
        self.step(
            || self.real.stage(path, bytes),
            || drop(self.real.stage(path, half)),
        )
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if !self.can_exchange {
            return Err(ErrorKind::Unsupported.into());
        }
        self.step(|| self.real.exchange(one, other), || {})
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| self.real.rename_new(from, to), || {})
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| self.real.replace(from, to), || {})
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(|| self.real.remove(path), || {})
    }

    fn remove_dir(&self, dir: &Path) -> io::Result<()> {
        self.step(|| self.real.remove_dir(dir), || {})
    }
}
