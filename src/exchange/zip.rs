//! The archive: every file of the diary byte for byte, and a page that explains
//! them. Read with care: an archive may come from anybody.
//!
//! Nothing is ever unpacked to a disk, so no name in it can lead anywhere.
//! Names that try are told all the same. Sizes are counted as they are read,
//! not as the archive claims.

use std::io::{Cursor, Read as _, Write as _};

use ::zip::read::ZipFile;
use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};
use jiff::civil;

use super::{How, Incoming, MAX_ENTRIES, MAX_FILE, Place, too_many};
use crate::diary::entry::Entry;
use crate::diary::format::{MAX_BYTES, parse_draft, text_of};

/// The most that an archive may hold when it is unpacked, in bytes.
pub const MAX_UNPACKED: u64 = MAX_FILE;
/// How many times larger than itself an archive may unpack, beyond
/// [`FREE_UNPACKED`].
pub const MAX_RATIO: u64 = 100;
/// What may be unpacked whatever the ratio: 16 MiB.
pub const FREE_UNPACKED: u64 = 16 << 20;

/// Where an entry is in an archive, as it is in the data folder.
pub fn name_of(entry: &Entry) -> String {
    let date = entry.date();
    let (year, month) = (date.year(), date.month());
    format!("diary/{year:04}/{month:02}/{date}-{}.ron", entry.id())
}

/// Packs files into an archive.
pub struct Packer {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
}

impl std::fmt::Debug for Packer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Packer").finish_non_exhaustive()
    }
}

impl Packer {
    /// An empty archive whose files carry this time.
    pub fn new(at: Option<civil::DateTime>) -> Self {
        let at = at.and_then(|at| {
            let part = |n: i8| u8::try_from(n).unwrap_or(0);
            DateTime::from_date_and_time(
                u16::try_from(at.year()).ok()?,
                part(at.month()),
                part(at.day()),
                part(at.hour()),
                part(at.minute()),
                part(at.second()),
            )
            .ok()
        });
        Self {
            writer: ZipWriter::new(Cursor::new(Vec::new())),
            options: SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .last_modified_time(at.unwrap_or_default())
                .unix_permissions(0o600),
        }
    }

    /// Adds a file.
    ///
    /// # Errors
    /// What could not be written.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let started = self.writer.start_file(name, self.options);
        started.map_err(|err| err.to_string())?;
        self.writer.write_all(bytes).map_err(|err| err.to_string())
    }

    /// The bytes of the archive.
    ///
    /// # Errors
    /// What could not be written.
    pub fn finish(self) -> Result<Vec<u8>, String> {
        let done = self.writer.finish().map_err(|err| err.to_string())?;
        Ok(done.into_inner())
    }
}

/// What an archive holds by its table of contents: names, sizes and checksums.
///
/// # Errors
/// When it is no archive.
pub fn contents(bytes: &[u8]) -> Result<Vec<(String, u64, u32)>, String> {
    let mut archive = open(bytes)?;
    let mut found = Vec::new();
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).map_err(|err| told(&err))?;
        found.push((name(&file), file.size(), file.crc32()));
    }
    found.sort_unstable();
    Ok(found)
}

/// Reads every file of an archive to its end, which compares the checksums.
/// Returns how many there are.
///
/// # Errors
/// Which file is not whole.
pub fn verify(bytes: &[u8]) -> Result<usize, String> {
    let mut archive = open(bytes)?;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|err| told(&err))?;
        let name = name(&file);
        std::io::copy(&mut file, &mut std::io::sink())
            .map_err(|err| format!("{name:?} is not whole: {err}"))?;
    }
    Ok(archive.len())
}

fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, String> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|err| told(&err))
}

/// The name of a file in an archive, whatever it is written in.
fn name<R: std::io::Read + ?Sized>(file: &ZipFile<'_, R>) -> String {
    match file.name() {
        Ok(name) => name.into_owned(),
        Err(_not_text) => String::from_utf8_lossy(file.name_raw()).into_owned(),
    }
}

fn told(err: &::zip::result::ZipError) -> String {
    format!("it is not a zip archive, or a damaged one ({err})")
}

/// Reads the entries of an archive.
pub(super) fn read(bytes: &[u8], how: &How) -> Result<Incoming, String> {
    // Before the table of contents is read, for each line of it takes memory.
    let lines = bytes.windows(4).filter(|part| part == b"PK\x01\x02");
    let lines = lines.count();
    if lines > MAX_ENTRIES {
        return Err(too_many());
    }
    let mut archive = open(bytes)?;
    let mut incoming = Incoming::default();
    if archive.len() < lines {
        let told = "some of its files have one name; of each name only one is read";
        incoming.trouble(Place::Whole, told);
    }
    let mut unpacked = 0;
    let most = FREE_UNPACKED
        .max(MAX_RATIO * bytes.len() as u64)
        .min(MAX_UNPACKED);
    for at in 0..archive.len() {
        let (name, is_plain) = match archive.by_index_raw(at) {
            Ok(file) => {
                let is_plain = !file.is_symlink() && !file.encrypted();
                (name(&file), is_plain)
            }
            Err(err) => {
                incoming.trouble(Place::Inside(format!("file {}", at + 1)), told(&err));
                continue;
            }
        };
        let place = || Place::Inside(shown(&name));
        match entry_name(&name) {
            Name::Entry if is_plain => {}
            Name::Entry => {
                incoming.trouble(place(), "it is a link or encrypted; neither is read");
                continue;
            }
            Name::Leads => {
                incoming.trouble(place(), "its name leads out of the archive; it is not read");
                continue;
            }
            Name::Other => continue,
        }
        let mut text = Vec::new();
        let read = archive
            .by_index(at)
            .map_err(|err| err.to_string())
            .and_then(|file| {
                let mut file = file.take(MAX_BYTES as u64 + 1);
                file.read_to_end(&mut text).map_err(|err| err.to_string())
            });
        unpacked += text.len() as u64;
        if unpacked > most {
            return Err(format!(
                "it unpacks to more than {} MiB, too much for an archive of its size; nothing was read",
                most >> 20
            ));
        }
        match read {
            Ok(_) => {
                let read = text_of(&text).map_err(crate::diary::format::Unread::Damaged);
                incoming.take(read.and_then(parse_draft), place(), &how.now);
            }
            Err(err) => incoming.trouble(place(), format!("it is not whole: {err}")),
        }
    }
    Ok(incoming)
}

/// What a name in an archive says.
enum Name {
    /// An entry of a diary.
    Entry,
    /// Something else, which is not taken in.
    Other,
    /// Out of the archive.
    Leads,
}

fn entry_name(name: &str) -> Name {
    let is_absolute = name.starts_with('/') || name.get(1..2) == Some(":");
    let parts: Vec<&str> = name.split('/').collect();
    if is_absolute || name.contains(['\\', '\0']) || parts.contains(&"..") {
        return Name::Leads;
    }
    let is_record = name.to_lowercase().ends_with(".ron");
    let is_hidden = parts.iter().any(|part| part.starts_with(['.', '~']));
    let other = [
        "trash",
        "history",
        "damaged",
        "unfinished",
        "backups",
        "settings.ron",
        "store.ron",
    ];
    if !is_record || is_hidden || parts.iter().any(|part| other.contains(part)) {
        return Name::Other;
    }
    Name::Entry
}

/// A name as it may be shown.
fn shown(name: &str) -> String {
    name.chars().take(120).collect()
}
