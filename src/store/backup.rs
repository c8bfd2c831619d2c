//! Backups and exports: everything as one file, written, read back and
//! compared before anything is said of it.
//!
//! A backup never replaces one. Old ones go by the rule of
//! [`rotation`], and only after a newer one was found to be whole.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Disk as _, ItemKind, RealDisk};
use super::load::list;
use super::names::{self, ASIDE, BACKUPS, DIARY, HISTORY, TRASH, UNFINISHED};
use super::outside::{read_whole, save_copy};
use super::{KNOWN_FORMAT, Store, told};
use crate::diary::entry::Entry;
use crate::exchange::foreign::Mapping;
use crate::exchange::job::{Backup, Exported};
use crate::exchange::{self, Format, How, Incoming, rotation, zip};
use crate::job::{Fault, FaultKind};
use crate::settings::Settings;

/// An archive of everything.
struct Packed {
    bytes: Vec<u8>,
    /// Files of the diary in it.
    count: usize,
    /// Files that could not be read.
    left_out: Vec<PathBuf>,
    /// Whether every folder could be listed.
    is_complete: bool,
}

impl Store {
    /// Writes entries, or for a zip all files, into one file.
    ///
    /// # Errors
    /// What went wrong; a file that was there is then as it was.
    pub fn export(
        &mut self,
        format: Format,
        path: &Path,
        entries: &[Arc<Entry>],
        force: bool,
    ) -> Result<Exported, Fault> {
        self.keep_out(path)?;
        let (bytes, count, left_out) = if format == Format::Zip {
            let packed = self.pack()?;
            (packed.bytes, packed.count, packed.left_out)
        } else {
            (written(format, entries)?, entries.len(), Vec::new())
        };
        let path = save_copy(path, &bytes, force)?;
        Ok(Exported {
            path,
            count,
            left_out,
        })
    }

    /// Writes these entries alone into an archive or a text.
    ///
    /// # Errors
    /// What went wrong; a file that was there is then as it was.
    pub fn export_some(
        &mut self,
        format: Format,
        path: &Path,
        entries: &[Arc<Entry>],
        force: bool,
    ) -> Result<PathBuf, Fault> {
        self.keep_out(path)?;
        save_copy(path, &written(format, entries)?, force)
    }

    /// A file in the folder of the diary would be taken for an entry.
    fn keep_out(&self, path: &Path) -> Result<(), Fault> {
        let full = std::path::absolute(path).map_err(|err| told(&err).at(path))?;
        let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let diary = real(&self.places.data).join(DIARY);
        if real(names::folder(&full)).starts_with(diary) {
            let told = "this folder is the diary itself; choose another";
            return Err(Fault::new(FaultKind::Invalid, told).at(path));
        }
        Ok(())
    }

    /// Reads a file that may be taken in.
    ///
    /// # Errors
    /// When the file as a whole cannot be read.
    pub fn look(&self, path: &Path, mapping: Option<Mapping>) -> Result<Incoming, Fault> {
        let wrong = |why: String| Fault::new(FaultKind::Invalid, why).at(path);
        let format = Format::of(path).map_err(wrong)?;
        let bytes = read_whole(path)?;
        let how = How {
            now: self.clock.now(),
            mapping,
        };
        exchange::read(format, &bytes, &how).map_err(wrong)
    }

    /// The folder of the backups.
    pub fn backup_folder(&self, settings: &Settings) -> PathBuf {
        if settings.backup_folder.is_empty() {
            self.places.data.join(BACKUPS)
        } else {
            PathBuf::from(&settings.backup_folder)
        }
    }

    /// The backups, newest first.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn backups(&self, settings: &Settings) -> Result<Vec<Backup>, Fault> {
        let folder = self.backup_folder(settings);
        let found = |name: &String| {
            let (date, nth) = rotation::parse(name)?;
            let path = folder.join(name);
            Some(Backup { path, date, nth })
        };
        let names = backup_names(&folder)?;
        let sorted = rotation::sorted(names.iter().map(String::as_str));
        Ok(sorted
            .into_iter()
            .filter_map(|name| found(&name.to_owned()))
            .collect())
    }

    /// Makes a backup, reads it back, and lets old ones go. None if there is
    /// nothing to keep, or if none is due.
    ///
    /// # Errors
    /// What went wrong; older backups are then all there.
    pub fn back_up(
        &mut self,
        settings: &Settings,
        only_if_due: bool,
    ) -> Result<Option<Backup>, Fault> {
        let folder = self.backup_folder(settings);
        if only_if_due && !settings.backup_folder.is_empty() && !folder.is_dir() {
            // It would be made on the wrong disk. By hand it is.
            let told = "the folder for backups is not there; its disk may not be plugged in";
            return Err(Fault::new(FaultKind::Missing, told).at(folder));
        }
        let names = backup_names(&folder)?;
        let newest = rotation::sorted(names.iter().map(String::as_str))
            .into_iter()
            .next();
        let today = self.clock.now().wall.date();
        let key = newest.and_then(rotation::parse);
        if only_if_due && key.is_some_and(|(date, _)| date >= today) {
            return Ok(None);
        }
        let mut packed = self.pack()?;
        if !packed.left_out.is_empty() {
            // What fails once may be read the next time.
            packed = self.pack()?;
        }
        if packed.count == 0 && !packed.is_complete {
            // Not to be taken for an empty diary.
            let told = "the diary could not be read; try again";
            return Err(Fault::new(FaultKind::System, told).at(&self.places.data));
        }
        if packed.count == 0 {
            return Ok(None);
        }
        if only_if_due && newest.is_some_and(|name| is_same(&folder.join(name), &packed.bytes)) {
            return Ok(None);
        }
        let disk = RealDisk::new(&folder);
        disk.make_root().map_err(|err| told(&err).at(&folder))?;
        let last = names.iter().filter_map(|name| rotation::parse(name));
        let last = last
            .filter(|(date, _)| *date == today)
            .map(|(_, n)| n)
            .max();
        let nth = last.unwrap_or(0) + 1;
        let name = rotation::name(today, nth, settings.discreet);
        let path = save_copy(&folder.join(&name), &packed.bytes, false)?;
        zip::verify(&read_whole(&path)?)
            .map_err(|why| Fault::new(FaultKind::System, why).at(&path))?;
        // What may be all that is left of a folder that cannot be read now is
        // not let go.
        if packed.is_complete && packed.left_out.is_empty() {
            let names = names.iter().chain([&name]).map(String::as_str);
            for old in rotation::to_remove(names) {
                disk.remove(Path::new(old)).ok();
            }
        }
        let date = today;
        Ok(Some(Backup { path, date, nth }))
    }

    /// Packs every file of the diary as it is.
    fn pack(&mut self) -> Result<Packed, Fault> {
        let wrong = |why: String| Fault::new(FaultKind::System, why);
        let now = self.clock.now().wall.datetime();
        let mut packer = zip::Packer::new(Some(now));
        let readme = super::write::README_TEXT.to_owned() + &about_csv();
        packer
            .add(names::README, readme.as_bytes())
            .map_err(wrong)?;
        let format = format!("(format: {KNOWN_FORMAT})\n");
        packer
            .add(names::FORMAT, format.as_bytes())
            .map_err(wrong)?;
        if let Some(settings) = self.settings_bytes() {
            packer.add("settings.ron", &settings).map_err(wrong)?;
        }
        let (mut count, mut left_out, mut is_complete) = (0, Vec::new(), true);
        for top in [DIARY, TRASH, HISTORY, ASIDE, UNFINISHED] {
            let tree = self.tree(top);
            let is_folder = |path: &Path| !names::is_record(path.as_os_str());
            is_complete &= !tree.damaged.iter().any(|d| is_folder(&d.path));
            left_out.extend(tree.damaged.into_iter().map(|damaged| damaged.path));
            let mut files = tree.files;
            files.sort_unstable();
            for path in files {
                match self.disk.read(&path) {
                    Ok(bytes) => {
                        packer.add(&slashed(&path), &bytes).map_err(wrong)?;
                        count += usize::from(top == DIARY);
                    }
                    Err(err) if err.kind() == std::io::ErrorKind::NotFound => {}
                    Err(_unreadable) => left_out.push(path),
                }
            }
        }
        let bytes = packer.finish().map_err(wrong)?;
        Ok(Packed {
            bytes,
            count,
            left_out,
            is_complete,
        })
    }
}

fn written(format: Format, entries: &[Arc<Entry>]) -> Result<Vec<u8>, Fault> {
    exchange::write(format, entries).map_err(|why| Fault::new(FaultKind::System, why))
}

/// A path with `/`, as archives have it.
fn slashed(path: &Path) -> String {
    let parts = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

/// What the page in an archive says about tables.
fn about_csv() -> String {
    format!(
        "\nThe program also writes the diary as one table (.csv), one row an entry. Its columns\n\
         are below. Lists are joined with |, pairs with :, and a backslash takes the meaning\n\
         from the sign after it. A cell that a spreadsheet could take for a formula has an\n\
         apostrophe in front.\n\n{}",
        exchange::column_guide()
    )
}

/// The names of the files in a folder of backups; none if it is not there.
fn backup_names(folder: &Path) -> Result<Vec<String>, Fault> {
    let items = match list(&RealDisk::new(folder), Path::new("")) {
        Ok(items) => items,
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(err) => return Err(told(&err).at(folder)),
    };
    let files = items.into_iter().filter(|item| item.kind == ItemKind::File);
    Ok(files
        .filter_map(|item| item.name.into_string().ok())
        .collect())
}

/// Whether an old backup holds what a new one would: the same entries and
/// settings.
fn is_same(old: &Path, new: &[u8]) -> bool {
    let of_person = |bytes: &[u8]| {
        let all = zip::contents(bytes).ok()?;
        let is_theirs = |name: &str| name.starts_with(DIARY) || name == "settings.ron";
        Some(
            all.into_iter()
                .filter(|(name, ..)| is_theirs(name))
                .collect::<Vec<_>>(),
        )
    };
    let old = read_whole(old).ok().and_then(|bytes| of_person(&bytes));
    old.is_some() && old == of_person(new)
}
