//! Files that leave the diary's folder: a page as PDF, where a person wants it.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk::{Disk as _, RealDisk};
use super::fault::told;
use super::names;
use crate::job::{Fault, FaultKind};

/// Writes a file, durably and complete or not at all. The folder has to be
/// there; what has the name already stays unless it is to be replaced. Returns
/// the whole path.
pub fn save_copy(path: &Path, bytes: &[u8], replace: bool) -> Result<PathBuf, Fault> {
    let path = std::path::absolute(path).map_err(|err| told(&err).at(path))?;
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        let said = "this names no file; add a file name";
        return Err(Fault::new(FaultKind::Missing, said).at(path));
    };
    look_at_folder(folder)?;
    if path.is_dir() {
        let said = "this is a folder; add a file name";
        return Err(Fault::new(FaultKind::System, said).at(path));
    }
    let disk = RealDisk::new(folder);
    let name = Path::new(name);
    let done = if replace {
        let temp = names::temp_beside(name);
        let done = disk
            .stage(&temp, bytes)
            .and_then(|()| disk.replace(&temp, name));
        if done.is_err() {
            disk.remove(&temp).ok();
        }
        done
    } else {
        disk.create(name, bytes)
    };
    match done.and_then(|()| disk.sync_dir(Path::new(""))) {
        Ok(()) => Ok(path),
        Err(err) if err.kind() == ErrorKind::AlreadyExists => {
            let said = "there is a file with this name already";
            Err(Fault::new(FaultKind::Exists, said).at(path))
        }
        Err(err) => Err(told(&err).at(path)),
    }
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

/// A path as a person types it: `~` is the home folder.
pub fn typed(text: &str) -> PathBuf {
    let text = text.trim();
    let rest = text.strip_prefix("~/").or(text.strip_prefix("~\\"));
    match (rest, directories::UserDirs::new()) {
        (Some(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => PathBuf::from(text),
    }
}

/// Where a person keeps documents: the system's folder for them, else home.
pub fn documents() -> PathBuf {
    let Some(dirs) = directories::UserDirs::new() else {
        return PathBuf::from(".");
    };
    let documents = dirs.document_dir().filter(|folder| folder.is_dir());
    documents.unwrap_or(dirs.home_dir()).to_owned()
}

/// Opens a file with the program the system has for it. Returns once the
/// system has been asked, with its answer: call it on a thread of its own.
///
/// # Errors
/// When there is no such program.
pub fn open(path: &Path) -> io::Result<()> {
    use std::process::{Command, Stdio};

    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(target_os = "windows") {
        Command::new("explorer")
    } else {
        Command::new("xdg-open")
    };
    let quiet = command
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let ended = quiet.status()?;
    // The Windows explorer answers 1 even when all went well.
    if ended.success() || cfg!(target_os = "windows") {
        Ok(())
    } else {
        Err(ErrorKind::NotFound.into())
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
