//! Where the data lives: the system's own folders, or those a person names.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::job::{Fault, FaultKind};

/// The name of the variable that names the data folder.
pub const DATA_DIR_VARIABLE: &str = "UNCLENCH_DATA_DIR";

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
}

impl Places {
    /// The folder asked for, else the one in the variable, else the system's.
    /// The settings are in the data folder when one was named, else where the
    /// system keeps settings.
    ///
    /// # Errors
    /// When no folder was named and there is no home folder.
    pub fn find(asked: Option<&Path>, variable: Option<&OsStr>) -> Result<Self, Fault> {
        let variable = variable.filter(|value| !value.is_empty()).map(Path::new);
        if let Some(data) = asked.or(variable) {
            return Self::within(data);
        }
        let system = ProjectDirs::from("org", "unclench", "Unclench").ok_or_else(|| {
            Fault::new(
                FaultKind::Missing,
                "there is no home folder to keep the diary in; name a folder with --data-dir",
            )
        })?;
        Ok(Self {
            data: system.data_dir().to_owned(),
            settings: system.config_dir().join("settings.ron"),
            state: system
                .state_dir()
                .unwrap_or_else(|| system.data_local_dir())
                .to_owned(),
        })
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
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_named_folder_wins_and_holds_the_settings_too() {
        let variable = OsStr::new("/of/variable");
        let asked = Places::find(Some(Path::new("/asked")), Some(variable)).unwrap();
        assert_eq!(asked.data, Path::new("/asked"), "asked");
        assert_eq!(
            asked.settings,
            Path::new("/asked/settings.ron"),
            "beside it"
        );
        assert_eq!(asked.state, Path::new("/asked"), "all in one folder");
        let named = Places::find(None, Some(variable)).unwrap();
        assert_eq!(named.data, Path::new("/of/variable"), "variable");
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
