//! Files outside of the data folder, which a person names: read whole, written
//! whole and read back.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use super::disk::{Disk as _, RealDisk};
use super::told;
use crate::exchange::{MAX_FILE, too_large};
use crate::job::{Fault, FaultKind};

/// Reads a file that a person named; links are followed, because they named
/// them.
///
/// # Errors
/// When it is no file, too large or cannot be read.
pub fn read_whole(path: &Path) -> Result<Vec<u8>, Fault> {
    let fault = |err: &std::io::Error| told(err).at(path);
    let file = open(path).map_err(|err| fault(&err))?;
    let about = file.metadata().map_err(|err| fault(&err))?;
    if !about.is_file() {
        let told = if about.is_dir() {
            "it is a folder; name a file"
        } else {
            "it is not a file"
        };
        return Err(Fault::new(FaultKind::Invalid, told).at(path));
    }
    let large = || Fault::new(FaultKind::Invalid, too_large()).at(path);
    if about.len() > MAX_FILE {
        return Err(large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    let read = file.take(MAX_FILE + 1).read_to_end(&mut bytes);
    read.map_err(|err| fault(&err))?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(large());
    }
    Ok(bytes)
}

/// Opens without waiting, so that a pipe without a writer holds up nobody.
fn open(path: &Path) -> std::io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or(0));
    }
    options.open(path)
}

/// Writes a file, durably and complete or not at all, and reads it back. The
/// folder has to be there; what has the name already stays unless it is to be
/// replaced. Returns the whole path.
///
/// # Errors
/// What went wrong; an old file is then as it was.
pub fn save_copy(path: &Path, bytes: &[u8], replace: bool) -> Result<PathBuf, Fault> {
    let path = std::path::absolute(path).map_err(|err| told(&err).at(path))?;
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        let said = "this names no file; add a file name";
        return Err(Fault::new(FaultKind::Invalid, said).at(path));
    };
    look_at_folder(folder)?;
    if path.is_dir() {
        let said = "this is a folder; add a file name";
        return Err(Fault::new(FaultKind::Invalid, said).at(path));
    }
    let disk = RealDisk::new(folder);
    let name = Path::new(name);
    let done = if replace {
        disk.put(name, bytes)
    } else {
        disk.create(name, bytes)
    };
    match done.and_then(|()| disk.sync_dir(Path::new(""))) {
        Ok(()) => {}
        Err(err) if err.kind() == ErrorKind::AlreadyExists => {
            let said = "there is a file with this name already";
            return Err(Fault::new(FaultKind::Exists, said).at(path));
        }
        Err(err) => return Err(told(&err).at(path)),
    }
    if read_whole(&path)? != bytes {
        let said = "what was written cannot be read back; try another disk";
        return Err(Fault::new(FaultKind::System, said).at(&path));
    }
    Ok(path)
}

/// Says what is wrong with the folder, before anything is written.
fn look_at_folder(folder: &Path) -> Result<(), Fault> {
    let fault = |kind, said: &str| Err(Fault::new(kind, said).at(folder));
    match fs::metadata(folder) {
        Ok(there) if there.is_dir() => Ok(()),
        Ok(_) => fault(
            FaultKind::System,
            "there is a file where a folder should be; choose another folder",
        ),
        Err(err) if err.kind() == ErrorKind::NotFound => fault(
            FaultKind::Missing,
            "the folder is not there; make it first, or choose another one",
        ),
        Err(err) => Err(told(&err).at(folder)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_once_and_replaced_only_when_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.pdf");
        assert_eq!(save_copy(&path, b"one", false).unwrap(), path, "written");
        let fault = save_copy(&path, b"two", false).unwrap_err();
        assert_eq!(fault.kind, FaultKind::Exists, "{fault}");
        assert_eq!(fs::read(&path).unwrap(), b"one", "untouched");
        save_copy(&path, b"two", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two", "replaced");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "nothing left"
        );
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a file that is in the way")]
    fn what_is_wrong_with_the_place_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let gone = folder.path().join("gone/page.pdf");
        let fault = save_copy(&gone, b"", false).unwrap_err();
        assert_eq!(fault.kind, FaultKind::Missing, "{fault}");
        assert!(fault.told.contains("make it first"), "{fault}");
        let fault = save_copy(folder.path(), b"", false).unwrap_err();
        assert!(fault.told.contains("this is a folder"), "{fault}");
        fs::write(folder.path().join("file"), b"").ok();
        let inside = folder.path().join("file/page.pdf");
        let fault = save_copy(&inside, b"", false).unwrap_err();
        assert!(fault.told.contains("a file where a folder"), "{fault}");
    }
}
