//! What a folder is that the diary may move to: free, another diary, or no
//! place for one, with the reason.

use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::super::disk::RealDisk;
use super::super::load::list;
use super::super::paths::{can_write, is_diary};
use super::super::{Store, names, told};
use super::copy::survey;
use crate::home::Prospect;
use crate::job::{Fault, FaultKind};

impl Store {
    /// Looks at a folder. A file is written there and removed again, to see
    /// whether that is possible.
    ///
    /// # Errors
    /// Why it is no place for the diary.
    pub fn look_at_home(&self, path: &Path) -> Result<Prospect, Fault> {
        self.pointer()?;
        let path = real(path)?;
        let no = |kind, told: &str| Err(Fault::new(kind, told).at(&path));
        let own = real(&self.places.data).unwrap_or_else(|_| self.places.data.clone());
        if path == own && self.places.missing().is_none() {
            return no(FaultKind::Invalid, "the diary is in this folder already");
        }
        if path.starts_with(&own) {
            return no(
                FaultKind::Invalid,
                "this is inside the folder that would be moved; choose one elsewhere",
            );
        }
        let items = match fs::metadata(&path) {
            Ok(there) if !there.is_dir() => {
                return no(FaultKind::Invalid, "it is a file; choose a folder");
            }
            Ok(_) => list(&RealDisk::new(&path), Path::new("")),
            Err(err) if err.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(err) => Err(err),
        };
        let items = items.map_err(|err| told(&err).at(&path))?;
        let is_resumed = items.iter().any(|item| item.name == names::MOVING);
        if !is_resumed && is_diary(&path) {
            return Ok(Prospect::Diary {
                entries: entries(&path),
                is_old: items.iter().any(|item| item.name == names::MOVED),
                path,
            });
        }
        if !is_resumed && !items.is_empty() {
            return no(
                FaultKind::Exists,
                "there are other files in this folder; choose an empty one, or add the name of a \
                 new folder to it",
            );
        }
        can_write(&path)?;
        let census = survey(&*self.disk, &self.own_files())
            .map_err(|(at, err)| told(&err).at(self.full(&at)))?;
        let bytes = self.bytes_of(&census.files);
        if let Some(free) = free_bytes(&path)
            && !is_resumed
            && free < bytes.saturating_add(bytes / 8 + (4 << 20))
        {
            let told = format!(
                "there is not enough room: {} MB are needed, {} MB are free",
                (bytes >> 20) + 5,
                free >> 20
            );
            return Err(Fault::new(FaultKind::Full, told).at(&path));
        }
        Ok(Prospect::Free {
            path,
            files: census.files.len(),
            bytes,
            is_resumed,
        })
    }

    fn bytes_of(&self, files: &[PathBuf]) -> u64 {
        let size = |path: &PathBuf| fs::symlink_metadata(self.full(path)).map_or(0, |m| m.len());
        files.iter().map(size).sum()
    }
}

/// The path with every link on the way followed, as far as it is there.
fn real(path: &Path) -> Result<PathBuf, Fault> {
    let no = |told: &str| Err(Fault::new(FaultKind::Invalid, told).at(path));
    if path.as_os_str().is_empty() {
        return Err(Fault::new(FaultKind::Invalid, "no folder is named"));
    }
    if !path.is_absolute() {
        return no("write the whole path, from the root of the disk");
    }
    let is_plain = |text: &str| !text.chars().any(char::is_control);
    if !path.to_str().is_some_and(is_plain) {
        return no("the name of the folder has signs that are no text; choose another name");
    }
    let mut rest = Vec::new();
    for there in path.ancestors() {
        match fs::canonicalize(there) {
            Ok(there) => {
                let rest = rest.into_iter().rev();
                return Ok(rest.fold(there, |path: PathBuf, name| path.join(name)));
            }
            Err(err) if err.kind() == ErrorKind::NotFound => {}
            Err(err) => return Err(told(&err).at(there)),
        }
        match there.components().next_back() {
            Some(Component::Normal(name)) => rest.push(name.to_owned()),
            _ => return no("write the path without .. in it"),
        }
    }
    no("there is no such disk")
}

/// How many bytes are free, if the system says.
fn free_bytes(path: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let there = path.ancestors().find(|folder| folder.is_dir())?;
        let about = rustix::fs::statvfs(there).ok()?;
        Some(about.f_bavail.saturating_mul(about.f_frsize))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// How many files of entries a folder holds.
fn entries(path: &Path) -> usize {
    let disk = RealDisk::new(path.join(names::DIARY));
    let files = survey(&disk, &[]).map(|census| census.files);
    let is_entry = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        names::is_record(name) && !names::is_passed_over(name)
    };
    files.map_or(0, |files| files.iter().filter(|p| is_entry(p)).count())
}
