//! The file of the settings: read tolerantly, replaced in one step.
//!
//! A file that is no settings at all is kept aside, not overwritten. A change is
//! written over what the file says at that moment, so that another window's
//! choices, and what this version does not know, stay.

use std::io::{self, ErrorKind};
use std::path::Path;

use uuid::Uuid;

use super::disk::{Disk as _, RealDisk};
use super::{Store, names, told};
use crate::diary::format::text_of;
use crate::job::{Fault, FaultKind};
use crate::settings::{self, Change, Settings};

impl Store {
    /// The settings, defaults where nothing can be read, and what was wrong.
    pub fn load_settings(&self) -> (Settings, Option<Fault>) {
        let (disk, name) = self.settings_file();
        let at = &self.places.settings;
        let bytes = match disk.read(&name) {
            Ok(bytes) => bytes,
            Err(err) if err.kind() == ErrorKind::NotFound => return (Settings::default(), None),
            Err(err) => return (Settings::default(), Some(told(&err).at(at))),
        };
        let read = match text_of(&bytes) {
            Ok(text) => settings::parse(text),
            Err(spot) => settings::Tolerant {
                settings: Settings::default(),
                broken: Some(spot.to_string()),
            },
        };
        let fault = read.broken.map(|why| {
            let told = match keep_aside(&disk, &name) {
                Ok(kept) => {
                    format!("the settings could not be read and are kept as {kept} ({why})")
                }
                Err(err) => format!("the settings could not be read ({why}, {err})"),
            };
            Fault::new(FaultKind::Invalid, told).at(at)
        });
        (read.settings, fault)
    }

    /// The settings at a glance, for the moment before the window: nothing is
    /// told or kept aside.
    pub fn glance(&self) -> Settings {
        let (disk, name) = self.settings_file();
        let bytes = disk.read(&name).unwrap_or_default();
        text_of(&bytes).map_or_else(
            |_| Settings::default(),
            |text| settings::parse(text).settings,
        )
    }

    /// The settings as the file has them now; none if there is none, or if it
    /// is broken as a whole.
    pub(super) fn settings_now(&self) -> Option<Settings> {
        let (disk, name) = self.settings_file();
        let bytes = disk.read(&name).ok()?;
        let read = settings::parse(text_of(&bytes).ok()?);
        read.broken.is_none().then_some(read.settings)
    }

    /// Writes a change of the settings, durably, over what the file says now.
    /// Returns what it says then.
    ///
    /// # Errors
    /// What went wrong; the file then holds what it held before, or the change.
    pub fn save_settings(&self, change: &Change) -> Result<Settings, Fault> {
        let at = &self.places.settings;
        let (disk, name) = self.settings_file();
        let (text, settings) = match disk.read(&name) {
            Ok(bytes) => {
                let over = text_of(&bytes)
                    .map_err(|spot| spot.to_string())
                    .and_then(|text| settings::format_over(text, change));
                if let Ok(over) = over {
                    over
                } else {
                    // No settings at all: another program's, or cut off.
                    keep_aside(&disk, &name).map_err(|err| told(&err).at(at))?;
                    whole(change).map_err(|fault| fault.at(at))?
                }
            }
            Err(err) if err.kind() == ErrorKind::NotFound => {
                whole(change).map_err(|fault| fault.at(at))?
            }
            Err(err) => return Err(told(&err).at(at)),
        };
        let write = || -> io::Result<()> {
            disk.make_root()?;
            disk.put(&name, text.as_bytes())?;
            disk.sync_dir(Path::new(""))
        };
        write().map_err(|err| told(&err).at(at))?;
        Ok(settings)
    }

    /// The settings as they are on disk, byte for byte.
    pub(super) fn settings_bytes(&self) -> Option<Vec<u8>> {
        let (disk, name) = self.settings_file();
        disk.read(&name).ok()
    }

    /// The folder and name of the settings; a link is followed, so that a
    /// person may keep the file elsewhere.
    pub(super) fn settings_file(&self) -> (RealDisk, std::path::PathBuf) {
        let path = &self.places.settings;
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        let name = path.file_name().unwrap_or_default().into();
        (RealDisk::new(names::folder(&path)), name)
    }
}

/// All of the settings, where there are none to change.
fn whole(change: &Change) -> Result<(String, Settings), Fault> {
    let settings = change.now.clone().clamped();
    let text = settings::format(&settings).map_err(|err| Fault::new(FaultKind::Invalid, err))?;
    Ok((text, settings))
}

/// Gives a broken file another name and returns it.
fn keep_aside(disk: &RealDisk, name: &Path) -> io::Result<String> {
    let kept = format!("settings.ron.damaged-{}", Uuid::now_v7());
    disk.rename_new(name, Path::new(&kept))?;
    disk.sync_dir(Path::new(""))?;
    Ok(kept)
}
