//! Where files that leave the diary's folder go: paths as a person types them,
//! the folder of documents, and the program that shows a file.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

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
