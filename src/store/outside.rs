//! Files outside of the data folder, which a person names: read whole, written
//! whole and read back.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use super::disk::{Disk as _, RealDisk};
use super::{names, told};
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

/// Writes a new file, durably, and reads it back. An old one is replaced only
/// if `force` says so.
///
/// # Errors
/// What went wrong; an old file is then as it was.
pub fn write_out(path: &Path, bytes: &[u8], force: bool) -> Result<PathBuf, Fault> {
    let full = std::path::absolute(path).map_err(|err| told(&err).at(path))?;
    let Some(name) = full.file_name().map(PathBuf::from) else {
        return Err(Fault::new(FaultKind::Invalid, "name a file, not a folder").at(path));
    };
    let disk = RealDisk::new(names::folder(&full));
    let fault = |err: std::io::Error| {
        if err.kind() == ErrorKind::NotFound {
            let told = "the folder is not there; make it first";
            return Fault::new(FaultKind::Missing, told).at(names::folder(&full));
        }
        told(&err).at(&full)
    };
    if full.is_dir() {
        return Err(Fault::new(FaultKind::Invalid, "it is a folder; name a file in it").at(&full));
    }
    match disk.create(&name, bytes) {
        Err(err) if err.kind() == ErrorKind::AlreadyExists && force => {
            let temp = names::temp_beside(&name);
            disk.stage(&temp, bytes).map_err(fault)?;
            if let Err(err) = disk.replace(&temp, &name) {
                disk.remove(&temp).ok();
                return Err(fault(err));
            }
        }
        done => done.map_err(fault)?,
    }
    disk.sync_dir(Path::new("")).map_err(fault)?;
    if read_whole(&full)? != bytes {
        let told = "what was written cannot be read back; try another disk";
        return Err(Fault::new(FaultKind::System, told).at(&full));
    }
    Ok(full)
}
