//! The folder of the example diary: made in the system's folder for temporary
//! files, taken away with all that was done in it.
//!
//! It never lies in the person's own folder, and nothing here knows that folder.

use std::borrow::Borrow;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::TempDir;

use super::fault::told;
use super::{Places, names};
use crate::diary::entry::Entry;
use crate::diary::format::format;
use crate::job::{Fault, FaultKind};
use crate::settings::{self, Settings};

/// What the name of such a folder begins with.
const START: &str = "unclench-example-";
/// The file that is locked as long as the folder is in use.
const IN_USE: &str = "in-use";

/// A folder that goes when this is dropped.
#[derive(Debug)]
pub struct Example {
    places: Places,
    /// Released first: some systems keep a folder with an open file.
    _in_use: File,
    _folder: TempDir,
}

impl Example {
    /// Makes the folder and writes these entries and settings into it.
    ///
    /// # Errors
    /// When there is no room for temporary files, or they cannot be written.
    pub fn make(entries: &[Entry], settings: &Settings) -> Result<Self, Fault> {
        let mut made = tempfile::Builder::new();
        #[cfg(unix)]
        made.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = made.prefix(START).tempdir().map_err(|err| told(&err))?;
        let in_use = hold(folder.path()).map_err(|err| told(&err).at(folder.path()))?;
        let places = Places::within(&folder.path().join("data"))?;
        lay_out(&places.data, entries)?;
        let text = settings::format(settings).map_err(|why| Fault::new(FaultKind::System, why))?;
        put(&places.settings, &text)?;
        Ok(Self {
            places,
            _in_use: in_use,
            _folder: folder,
        })
    }

    /// Where the example is.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Takes away what an example left behind that could not end by itself.
    /// Those in use, and whatever cannot be removed, stay.
    pub fn sweep() {
        let Ok(all) = fs::read_dir(std::env::temp_dir()) else {
            return;
        };
        for entry in all.flatten() {
            let name = entry.file_name();
            let ours = name.to_str().is_some_and(|name| name.starts_with(START));
            // The type of the entry itself: a link is not followed.
            let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if ours && folder && !is_in_use(&entry.path()) {
                fs::remove_dir_all(entry.path()).ok();
            }
        }
    }
}

/// Marks a folder as in use. The file has its name only once it is locked, so
/// that no sweep comes between.
fn hold(folder: &Path) -> io::Result<File> {
    let made = folder.join("made");
    let file = File::create_new(&made)?;
    file.lock()?;
    fs::rename(made, folder.join(IN_USE))?;
    Ok(file)
}

/// Does a program that runs still use this folder? Also when that is not known.
fn is_in_use(folder: &Path) -> bool {
    let Ok(file) = File::open(folder.join(IN_USE)) else {
        return true; // being made, or not ours
    };
    matches!(
        file.try_lock(),
        Err(TryLockError::WouldBlock | TryLockError::Error(_))
    )
}

/// Lays a made-up diary out into a folder as the program would, without its
/// care: for an example, a test, a bench.
///
/// # Errors
/// When a file cannot be written, or is there already.
pub fn lay_out<E: Borrow<Entry>>(folder: &Path, entries: &[E]) -> Result<(), Fault> {
    for entry in entries {
        let entry = entry.borrow();
        let text = format(entry).map_err(|why| Fault::new(FaultKind::System, why))?;
        put(&folder.join(names::home(entry)), &text)?;
    }
    Ok(())
}

/// Writes a file that nobody needs to survive a power cut, for the owner alone.
fn put(path: &Path, text: &str) -> Result<(), Fault> {
    let (mut folders, mut options) = (fs::DirBuilder::new(), fs::OpenOptions::new());
    folders.recursive(true);
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
        folders.mode(0o700);
        options.mode(0o600);
    }
    let write = || {
        if let Some(folder) = path.parent() {
            folders.create(folder)?;
        }
        options.open(path)?.write_all(text.as_bytes())
    };
    write().map_err(|err| told(&err).at(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::example::{TODAY, plausible};

    #[test]
    fn it_goes_when_it_is_dropped_and_a_sweep_spares_what_is_in_use() {
        let diary = plausible(TODAY, 30, 2);
        let example = Example::make(diary.entries(), &Settings::default()).unwrap();
        let folder = example.places().data.parent().unwrap().to_owned();
        assert!(example.places().data.join("diary/2026/11").is_dir(), "made");
        Example::sweep();
        assert!(folder.is_dir(), "in use");
        drop(example);
        assert!(!folder.exists(), "gone");
    }

    #[test]
    fn what_a_crash_left_is_swept_and_nothing_else() {
        let named = |start: &str| {
            tempfile::Builder::new()
                .prefix(start)
                .tempdir()
                .unwrap()
                .keep()
        };
        let (left, without, other) = (named(START), named(START), named("unclench-other-"));
        for folder in [&left, &other] {
            File::create_new(folder.join(IN_USE)).unwrap();
        }
        Example::sweep();
        assert!(!left.exists(), "left by a crash");
        assert!(without.exists(), "without the file that says whose it is");
        assert!(other.exists(), "another name");
        fs::remove_dir_all(without).unwrap();
        fs::remove_dir_all(other).unwrap();
    }
}
