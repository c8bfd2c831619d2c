//! The key by which a PulseAudio server knows its user: a small file that the
//! server wrote. Read here, because only the store touches files.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use directories::BaseDirs;

/// A key is this long; a server takes no other.
const LENGTH: usize = 256;

/// The key, or nothing but zeros where there is none: a server of the same
/// user lets us in without.
pub fn sound_key() -> Vec<u8> {
    let named = std::env::var_os("PULSE_COOKIE").map(PathBuf::from);
    let folders = BaseDirs::new();
    let usual = folders.iter().flat_map(|base| {
        [
            base.config_dir().join("pulse/cookie"),
            base.home_dir().join(".pulse-cookie"),
        ]
    });
    let mut places = named.into_iter().chain(usual);
    places
        .find_map(|path| read(&path))
        .unwrap_or_else(|| vec![0; LENGTH])
}

fn read(path: &Path) -> Option<Vec<u8>> {
    let mut key = vec![0; LENGTH];
    File::open(path).ok()?.read_exact(&mut key).ok()?;
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_whole_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cookie");
        assert_eq!(read(&path), None, "no file");
        std::fs::write(&path, [7; 255]).unwrap();
        assert_eq!(read(&path), None, "too short");
        std::fs::write(&path, [7; 256]).unwrap();
        assert_eq!(read(&path), Some(vec![7; 256]), "whole");
        assert_eq!(sound_key().len(), LENGTH, "always as long as a key");
    }
}
