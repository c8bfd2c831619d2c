//! Where the data lives: the system's own folders, or those a person names.
//!
//! A diary that was moved is found by a small file in the folder of the
//! settings. A folder that was named there and is missing is never replaced by
//! an empty diary: [`Places::missing`] says so.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde::{Deserialize, Serialize};

use super::disk::{Disk as _, RealDisk};
use super::names;
use crate::diary::format::text_of;
use crate::job::{Fault, FaultKind};

/// The name of the variable that names the data folder.
pub const DATA_DIR_VARIABLE: &str = "UNCLENCH_DATA_DIR";
/// The file that, beside the program, keeps everything beside the program too.
pub const PORTABLE_MARKER: &str = "unclench-portable.txt";
/// The folder beside the program in which everything is then.
pub const PORTABLE_FOLDER: &str = "unclench-data";
/// The file in the folder of the settings that names the data folder.
const POINTER: &str = "data-folder.ron";

/// What that file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "DataFolder")]
pub(super) struct Named {
    /// The folder of the diary; absolute.
    pub(super) folder: PathBuf,
    /// The folder it was moved from; empty if another diary was opened.
    #[serde(default)]
    pub(super) moved_from: PathBuf,
}

/// What decides where the diary is, when nobody named a folder at the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// The file that names the folder; absolute. It need not exist.
    pub file: PathBuf,
    /// The folder without such a file; absolute.
    pub usual: PathBuf,
    /// The file names the folder, so that it has to be there.
    is_named: bool,
    /// A person chose the usual folder for this time, whatever the file says.
    pub(super) stays: bool,
    /// Why the file could not be read.
    trouble: Option<Fault>,
}

impl Pointer {
    /// What the file says now; none if there is none.
    pub(super) fn read(&self) -> Result<Option<Named>, Fault> {
        // A link is followed, as for the settings; a pipe or a huge file is not
        // waited for.
        let bytes = fs::canonicalize(&self.file).and_then(|file| {
            let name = file.file_name().unwrap_or_default();
            RealDisk::new(names::folder(&file)).read(Path::new(name))
        });
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(err) if err.kind() == ErrorKind::NotFound => return Ok(None),
            Err(err) => return Err(super::told(&err).at(&self.file)),
        };
        let text = text_of(&bytes).unwrap_or_default();
        let named = ron::from_str::<Named>(text).ok();
        let named = named.filter(|named| named.folder.is_absolute());
        named.map(Some).ok_or_else(|| {
            let told = "the file that says where your diary is cannot be read";
            Fault::new(FaultKind::Invalid, told).at(&self.file)
        })
    }

    /// Notes that the diary is in the folder it names, or the usual one.
    pub(super) fn settle(&mut self, is_named: bool) {
        self.is_named = is_named;
        self.stays = false;
        self.trouble = None;
    }
}

/// The folders and files of one person's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The folder of the diary; absolute. It need not exist.
    pub data: PathBuf,
    /// The file of the settings; absolute. It need not exist.
    pub settings: PathBuf,
    /// The folder of the window's place and the note of a crash; absolute. It
    /// need not exist.
    pub state: PathBuf,
    /// What decides where `data` is; none when a person named it at the start.
    pub pointer: Option<Pointer>,
    /// Everything is beside the program, which was made portable.
    pub is_portable: bool,
}

impl Places {
    /// The folder asked for, else the one in the variable, else the one beside
    /// `program` if a marker is there, else the system's. The settings are in the
    /// data folder but for the last, where the system has a place for them.
    ///
    /// # Errors
    /// When no folder was named and there is no home folder.
    pub fn find(
        asked: Option<&Path>,
        variable: Option<&OsStr>,
        program: Option<&Path>,
    ) -> Result<Self, Fault> {
        let variable = variable.filter(|value| !value.is_empty()).map(Path::new);
        if let Some(data) = asked.or(variable) {
            return Self::within(data);
        }
        let beside = program.and_then(beside);
        if let Some(folder) = beside.filter(|folder| folder.join(PORTABLE_MARKER).is_file()) {
            return Ok(Self {
                is_portable: true,
                ..Self::within(&folder.join(PORTABLE_FOLDER))?
            });
        }
        let system = ProjectDirs::from("org", "unclench", "Unclench").ok_or_else(|| {
            Fault::new(
                FaultKind::Missing,
                "there is no home folder to keep the diary in; name a folder with --data-dir",
            )
        })?;
        let state = system
            .state_dir()
            .unwrap_or_else(|| system.data_local_dir());
        Ok(Self::of_system(
            system.data_dir(),
            system.config_dir(),
            state,
        ))
    }

    /// The folder named in the folder of the settings, else the usual one.
    pub fn of_system(usual: &Path, config: &Path, state: &Path) -> Self {
        let mut pointer = Pointer {
            file: config.join(POINTER),
            usual: usual.to_owned(),
            is_named: false,
            stays: false,
            trouble: None,
        };
        let named = pointer.read();
        pointer.is_named = matches!(named, Ok(Some(_)));
        pointer.trouble = named.as_ref().err().cloned();
        Self {
            data: named
                .ok()
                .flatten()
                .map_or(usual.to_owned(), |named| named.folder),
            settings: config.join("settings.ron"),
            state: state.to_owned(),
            pointer: Some(pointer),
            is_portable: false,
        }
    }

    /// Why there is no diary where one should be: its disk is not plugged in,
    /// or nobody knows where it is. None when all is well, and when a new diary
    /// may begin.
    pub fn missing(&self) -> Option<Fault> {
        let pointer = self.pointer.as_ref()?;
        if let Some(trouble) = &pointer.trouble {
            return Some(trouble.clone());
        }
        if !pointer.is_named || is_diary(&self.data) {
            return None;
        }
        let told = match fs::metadata(&self.data) {
            Ok(there) if there.is_dir() => "there is no diary in this folder any more",
            Ok(_) => "there is a file where the folder of your diary should be",
            Err(err) if err.kind() == ErrorKind::NotFound => {
                "the folder of your diary is not there; its disk may not be plugged in"
            }
            Err(err) => return Some(super::told(&err).at(&self.data)),
        };
        Some(Fault::new(FaultKind::Missing, told).at(&self.data))
    }

    /// Everything in one folder.
    ///
    /// # Errors
    /// When the path is empty or the current folder is not known.
    pub fn within(data: &Path) -> Result<Self, Fault> {
        let data = std::path::absolute(data).map_err(|err| super::fault::told(&err).at(data))?;
        Ok(Self {
            settings: data.join("settings.ron"),
            state: data.clone(),
            data,
            pointer: None,
            is_portable: false,
        })
    }

    /// Why nothing can be written beside a portable program; none if it can.
    pub fn unwritable(&self) -> Option<Fault> {
        let fault = self.is_portable.then(|| can_write(&self.data).err())??;
        let told = format!(
            "the folder beside the program cannot be written, {}",
            fault.told
        );
        Some(Fault::new(fault.kind, told).at(&self.data))
    }
}

/// The folder a program is in; that of its bundle on macOS.
fn beside(program: &Path) -> Option<&Path> {
    let folder = program.parent()?;
    let is_bundle = folder.ends_with("Contents/MacOS");
    if is_bundle {
        folder.ancestors().nth(3)
    } else {
        Some(folder)
    }
}

/// Tries to write where a folder is, or would be made.
pub(super) fn can_write(path: &Path) -> Result<(), Fault> {
    let there = path.ancestors().find(|folder| folder.is_dir());
    let folder = there.unwrap_or(path);
    let disk = RealDisk::new(folder);
    let probe = names::temp_beside(Path::new("probe"));
    let done = disk.create(&probe, b"").and_then(|()| disk.remove(&probe));
    done.map_err(|err| super::told(&err).at(folder))
}

/// Whether a folder holds a diary.
pub(super) fn is_diary(folder: &Path) -> bool {
    let is_file = |name: &str| fs::metadata(folder.join(name)).is_ok_and(|m| m.is_file());
    is_file(names::FORMAT) || folder.join(names::DIARY).is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_named_folder_wins_and_holds_the_settings_too() {
        let variable = OsStr::new("/of/variable");
        let asked = Places::find(Some(Path::new("/asked")), Some(variable), None).unwrap();
        assert_eq!(asked.data, Path::new("/asked"), "asked");
        assert_eq!(
            asked.settings,
            Path::new("/asked/settings.ron"),
            "beside it"
        );
        assert_eq!(asked.state, Path::new("/asked"), "all in one folder");
        let named = Places::find(None, Some(variable), None).unwrap();
        assert_eq!(named.data, Path::new("/of/variable"), "variable");
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the marker that a person makes")]
    fn a_marker_beside_the_program_keeps_everything_there() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("unclench");
        let usual = Places::find(None, None, Some(&program)).unwrap();
        assert!(!usual.is_portable, "no marker: {usual:?}");
        assert!(usual.pointer.is_some(), "where the system keeps data");
        fs::write(folder.path().join(PORTABLE_MARKER), b"").unwrap();
        let beside = Places::find(None, None, Some(&program)).unwrap();
        let data = folder.path().join(PORTABLE_FOLDER);
        assert!(beside.is_portable && beside.pointer.is_none(), "{beside:?}");
        assert_eq!(beside.data, data, "beside it");
        assert_eq!(beside.settings, data.join("settings.ron"), "in it");
        assert_eq!(beside.state, data, "in it too");
        assert_eq!(beside.unwritable(), None, "it can be made");
        let named = Places::find(Some(Path::new("/asked")), None, Some(&program)).unwrap();
        assert!(!named.is_portable, "a named folder goes before");
        assert_eq!(named.data, Path::new("/asked"), "that one");
        let variable = OsStr::new("/of/variable");
        let named = Places::find(None, Some(variable), Some(&program)).unwrap();
        assert_eq!(
            named.data,
            Path::new("/of/variable"),
            "so does the variable"
        );
        // A folder of that name marks nothing.
        fs::remove_file(folder.path().join(PORTABLE_MARKER)).unwrap();
        fs::create_dir(folder.path().join(PORTABLE_MARKER)).unwrap();
        let usual = Places::find(None, None, Some(&program)).unwrap();
        assert!(!usual.is_portable, "{usual:?}");
    }

    #[test]
    fn a_bundle_is_one_thing_to_be_beside() {
        let inside = Path::new("/stick/Unclench.app/Contents/MacOS/unclench");
        assert_eq!(beside(inside), Some(Path::new("/stick")), "of the bundle");
        let plain = Path::new("/stick/tools/unclench");
        assert_eq!(beside(plain), Some(Path::new("/stick/tools")), "plain");
    }

    #[test]
    fn relative_folders_are_made_absolute() {
        let places = Places::within(Path::new("somewhere")).unwrap();
        assert!(places.data.is_absolute(), "{places:?}");
        assert!(
            Places::within(Path::new("")).is_err(),
            "an empty path is refused"
        );
    }
}
