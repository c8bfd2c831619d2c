//! Removing an old copy after a move: only what is in the new folder byte for
//! byte. Everything else stays and is named.

use std::path::{Path, PathBuf};

use super::super::disk::{Disk as _, RealDisk};
use super::super::{Store, names, told};
use super::copy::survey;
use crate::exchange::MAX_FILE;
use crate::home::Removed;
use crate::job::{Fault, FaultKind};

impl Store {
    /// Removes of a folder the diary was moved from whatever the folder it
    /// lives in has as well.
    ///
    /// # Errors
    /// When it is no old copy of this diary; nothing is removed then.
    pub fn remove_old(&self, old: &Path) -> Result<Removed, Fault> {
        self.pointer()?;
        if let Some(missing) = self.places.missing() {
            return Err(missing);
        }
        let disk = RealDisk::new(old);
        let note = super::moved_text(&self.places.data);
        let is_ours = disk.read(Path::new(names::MOVED));
        if old == self.places.data || !is_ours.is_ok_and(|bytes| bytes == note.as_bytes()) {
            let told = "this is no old copy of your diary; nothing was removed";
            return Err(Fault::new(FaultKind::Invalid, told).at(old));
        }
        // Files of the settings may lie in the same folder.
        let mut without: Vec<PathBuf> = vec![names::MOVED.into()];
        let pointer = self.places.pointer.as_ref().map(|p| p.file.as_path());
        let of_settings = [Some(self.places.settings.as_path()), pointer];
        for path in of_settings.into_iter().flatten() {
            if names::folder(path) == old {
                without.extend(path.file_name().map(PathBuf::from));
            }
        }
        let census = survey(&disk, &without).map_err(|(at, err)| told(&err).at(old.join(at)))?;
        let most = usize::try_from(MAX_FILE).unwrap_or(usize::MAX);
        let (mut files, mut kept) = (0, census.odd);
        for path in census.files {
            let here = disk.read_up_to(&path, most);
            let there = self.disk.read_up_to(&path, most);
            let is_safe = matches!((here, there), (Ok(here), Ok(there)) if here == there);
            if is_safe && disk.remove(&path).is_ok() {
                files += 1;
            } else {
                kept.push(path);
            }
        }
        for folder in census.folders.iter().rev() {
            // One that is not empty stays.
            disk.remove_dir(folder).ok();
        }
        if kept.is_empty() {
            // An empty folder, or a note in one, is no one's trouble.
            disk.remove(Path::new(names::MOVED)).ok();
            disk.remove_dir(Path::new("")).ok();
        }
        kept.sort_unstable();
        Ok(Removed {
            old: old.to_owned(),
            files,
            kept,
        })
    }
}
