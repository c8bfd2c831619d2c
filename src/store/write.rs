//! Writing: create, and edit by exchange.
//!
//! An entry is "saved" only after its folder has been made durable. An edit
//! swaps the new version in and then looks at what came out: the version it was
//! made from goes to the history, anything else is kept as a conflict. A failed
//! sync is never tried again on the same file.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::names::{self, HISTORY};
use super::{Format, Store, told};
use crate::diary::entry::{Entry, EntryId};
use crate::diary::format::{Parsed, Seal, format, parse};
use crate::diary::found::Version;
use crate::job::{Fault, FaultKind};

/// What an edit did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edited {
    /// The file and what it says now.
    pub version: Version,
    /// A version that was not expected, kept beside it.
    pub aside: Option<Version>,
}

pub(super) const README_TEXT: &str = "\
These files are a diary of buttock cramps, written by the program Unclench.\n\
\n\
Nothing here is secret code. Every entry is one small text file that any editor\n\
can open, and each can be read without the program:\n\
\n\
  diary/2026/11/2026-11-23-....ron   one entry: an attack (Episode), a stretch\n\
                                     session (Session) or a day's check-in (Day)\n\
  trash/                             deleted entries; they can be restored for 30 days\n\
  history/                           versions replaced by an edit; kept for 90 days\n\
  damaged/                           files you set aside because they could not be read\n\
  backups/                           dated copies of everything\n\
  import-.../                        entries on their way in; finished at the next start\n\
  store.ron                          the number of this format\n\
  session.ron                        a stretch that runs, or was interrupted; it goes\n\
                                     away once it is in the diary\n\
  unfinished/                        cramps that were begun and are not entries yet\n\
\n\
The last line of an entry is a checksum of the lines before it. If you change an\n\
entry by hand the program still reads it and tells you that the checksum differs.\n\
The folder may be copied, synchronised or kept in version control. The name of a\n\
file is only a hint: the id inside it says which entry it is.\n";

impl Store {
    /// Writes a new entry. The same entry twice is the same as once.
    ///
    /// # Errors
    /// What went wrong. [`FaultKind::NotYetSafe`]: it is there, but might not
    /// survive a power cut; edit it into place to try again.
    pub fn create(&mut self, entry: &Arc<Entry>) -> Result<Version, Fault> {
        let text = format(entry).map_err(|flaws| Fault::new(FaultKind::Invalid, flaws))?;
        self.writable()?;
        let mut path = names::home(entry);
        self.ensure_folder(names::folder(&path))?;
        let mut created = self.disk.create(&path, text.as_bytes());
        if created
            .as_ref()
            .is_err_and(|err| err.kind() == ErrorKind::NotFound)
        {
            // The folder was removed since it was made.
            self.forget_folders();
            self.ensure_folder(names::folder(&path))?;
            created = self.disk.create(&path, text.as_bytes());
        }
        match created {
            Ok(()) => {}
            Err(err) if err.kind() == ErrorKind::AlreadyExists => {
                if !self.holds(&path, entry) {
                    path = names::conflict_beside(&path, entry.id());
                    let again = self.disk.create(&path, text.as_bytes());
                    again.map_err(|err| self.fault(&err, &path))?;
                }
            }
            Err(err) => return Err(self.fault(&err, &path)),
        }
        let path = path.into();
        self.note(entry.id(), &path, text.as_bytes());
        self.sync_folder_of(&path)?;
        self.furnish();
        Ok(Version {
            path,
            entry: Arc::clone(entry),
            seal: Seal::Whole,
        })
    }

    /// Replaces an entry that is on disk as one of `before`. If another version
    /// is found there it is kept as a conflict; if none is, the entry is
    /// written anew.
    ///
    /// # Errors
    /// What went wrong; the file then holds either version, whole.
    pub fn edit(&mut self, before: &[Arc<Entry>], entry: &Arc<Entry>) -> Result<Edited, Fault> {
        let text = format(entry).map_err(|flaws| Fault::new(FaultKind::Invalid, flaws))?;
        self.writable()?;
        // A file may be moved between the look and the exchange, but hardly
        // again and again.
        for _ in 0..3 {
            let Some(path) = self.target(before, entry)? else {
                let version = self.create(entry)?;
                return Ok(Edited {
                    version,
                    aside: None,
                });
            };
            let temp = names::temp_beside(&path);
            let staged = self.disk.stage(&temp, text.as_bytes());
            staged.map_err(|err| self.fault(&err, &path))?;
            match self.disk.exchange(&temp, &path) {
                Ok(()) => {
                    self.note(entry.id(), &path, text.as_bytes());
                    let aside = self.put_away(&temp, &path, before, entry);
                    return self.edited(path, entry, aside);
                }
                Err(err) if err.kind() == ErrorKind::Unsupported => {
                    let aside = self.swap_slowly(&temp, &path, before, entry);
                    self.note(entry.id(), &path, text.as_bytes());
                    return self.edited(path, entry, aside);
                }
                // Not there, so nothing was swapped.
                Err(err) if err.kind() == ErrorKind::NotFound => {
                    self.disk.remove(&temp).ok();
                    self.note_gone(entry.id(), &path);
                }
                Err(err) => {
                    // Some disks say no and do it all the same: then the
                    // temporary file is the version that was replaced.
                    let out = self.disk.read(&temp);
                    if out.is_ok_and(|bytes| bytes == text.as_bytes()) {
                        self.disk.remove(&temp).ok();
                    } else {
                        self.put_away(&temp, &path, before, entry).ok();
                    }
                    return Err(self.fault(&err, &path));
                }
            }
        }
        Err(Fault::new(
            FaultKind::Missing,
            "the file keeps moving; try again",
        ))
    }

    /// Makes an exchange durable and tells of it.
    fn edited(
        &mut self,
        path: Arc<Path>,
        entry: &Arc<Entry>,
        aside: Result<Option<Version>, Fault>,
    ) -> Result<Edited, Fault> {
        // Both, even if one fails.
        let synced = self.sync_folder_of(&path);
        let aside = aside?;
        synced?;
        Ok(Edited {
            version: Version {
                path,
                entry: Arc::clone(entry),
                seal: Seal::Whole,
            },
            aside,
        })
    }

    /// The file to replace: of several, one that the person has seen.
    fn target(&mut self, before: &[Arc<Entry>], entry: &Entry) -> Result<Option<Arc<Path>>, Fault> {
        // Not finding it is no danger: it is then written anew.
        let mut paths = self.search(entry.id())?.found;
        if paths.len() > 1 {
            let is_known = |path: &Arc<Path>| {
                let parsed = self.disk.read(path).ok().and_then(|b| parse(&b).ok());
                parsed.is_some_and(|parsed| before.iter().any(|b| **b == parsed.entry))
            };
            let own = names::file_name(entry);
            paths.sort_by_cached_key(|path| (!is_known(path), !path.ends_with(&own)));
        }
        Ok(paths.into_iter().next())
    }

    /// Decides what becomes of the version that came out of an exchange.
    fn put_away(
        &mut self,
        out: &Path,
        path: &Path,
        before: &[Arc<Entry>],
        entry: &Entry,
    ) -> Result<Option<Version>, Fault> {
        // Looked at twice before it is taken for something unknown.
        let bytes = self.disk.read(out).or_else(|_| self.disk.read(out));
        let parsed = bytes.ok().and_then(|bytes| parse(&bytes).ok());
        match parsed {
            Some(parsed) if parsed.entry == *entry => {
                self.disk.remove(out).map_err(|err| self.fault(&err, out))?;
                Ok(None)
            }
            Some(parsed) if is_known(&parsed, before) => {
                self.archive(out, path, entry.id())?;
                Ok(None)
            }
            parsed => {
                let aside = names::conflict_beside(path, entry.id());
                let moved = self.disk.rename_new(out, &aside);
                moved.map_err(|err| self.fault(&err, out))?;
                Ok(self.conflict(aside, parsed))
            }
        }
    }

    /// Without exchange: look, keep what is there, rename over it.
    fn swap_slowly(
        &mut self,
        temp: &Path,
        path: &Path,
        before: &[Arc<Entry>],
        entry: &Entry,
    ) -> Result<Option<Version>, Fault> {
        let done = self.keep_then_replace(temp, path, before, entry);
        if done.is_err() {
            self.disk.remove(temp).ok();
        }
        done
    }

    fn keep_then_replace(
        &mut self,
        temp: &Path,
        path: &Path,
        before: &[Arc<Entry>],
        entry: &Entry,
    ) -> Result<Option<Version>, Fault> {
        let bytes = self.disk.read(path).map_err(|err| self.fault(&err, path))?;
        let parsed = parse(&bytes).ok();
        let mut aside = None;
        match parsed {
            Some(parsed) if parsed.entry == *entry => {}
            Some(parsed) if is_known(&parsed, before) => {
                let first = self
                    .history_folder(path)?
                    .join(format!("{}.ron", entry.id()));
                let kept = self.first_free(&first, |disk, name| disk.create(name, &bytes));
                let kept = kept.map_err(|err| self.fault(&err, path))?;
                self.sync_folder_of(&kept)?;
            }
            parsed => {
                let other = names::conflict_beside(path, entry.id());
                let kept = self.disk.create(&other, &bytes);
                kept.map_err(|err| self.fault(&err, &other))?;
                self.sync_folder_of(&other)?;
                aside = self.conflict(other, parsed);
            }
        }
        let replaced = self.disk.replace(temp, path);
        replaced.map_err(|err| self.fault(&err, path))?;
        Ok(aside)
    }

    /// A version kept beside the one that took its place.
    fn conflict(&mut self, path: PathBuf, parsed: Option<Parsed>) -> Option<Version> {
        let parsed = parsed?;
        let id = parsed.entry.id();
        let path: Arc<Path> = path.into();
        self.homes.put(id, Arc::clone(&path));
        Some(Version {
            path,
            entry: Arc::new(parsed.entry),
            seal: parsed.seal,
        })
    }

    /// Moves a replaced version of `path` to the history, durably there.
    /// Returns where it is.
    pub(super) fn archive(
        &mut self,
        from: &Path,
        path: &Path,
        id: EntryId,
    ) -> Result<PathBuf, Fault> {
        let first = self.history_folder(path)?.join(format!("{id}.ron"));
        let moved = self.first_free(&first, |disk, name| disk.rename_new(from, name));
        let moved = moved.map_err(|err| self.fault(&err, from))?;
        self.sync_folder_of(&moved)?;
        Ok(moved)
    }

    fn history_folder(&mut self, path: &Path) -> Result<PathBuf, Fault> {
        let folder = names::moved(names::folder(path), HISTORY);
        self.ensure_folder(&folder)?;
        Ok(folder)
    }

    /// Tries numbered names until one is free.
    pub(super) fn first_free(
        &self,
        first: &Path,
        mut attempt: impl FnMut(&dyn super::Disk, &Path) -> io::Result<()>,
    ) -> io::Result<PathBuf> {
        for n in 1..10_000 {
            let name = names::numbered(first, n);
            match attempt(&*self.disk, &name) {
                Err(err) if err.kind() == ErrorKind::AlreadyExists => {}
                done => return done.map(|()| name),
            }
        }
        Err(ErrorKind::AlreadyExists.into())
    }

    /// Makes a folder and those above it, each durable in its parent. Done once
    /// for each: another program may have made it and not have come so far.
    pub(super) fn ensure_folder(&mut self, folder: &Path) -> Result<(), Fault> {
        if self.synced.contains(folder) {
            return Ok(());
        }
        if folder.as_os_str().is_empty() {
            let made = self.disk.make_root();
            made.map_err(|err| self.fault(&err, Path::new("")))?;
        } else {
            let parent = names::folder(folder);
            self.ensure_folder(parent)?;
            match self.disk.make_dir(folder) {
                Err(err) if err.kind() != ErrorKind::AlreadyExists => {
                    return Err(self.fault(&err, folder));
                }
                _ => {}
            }
            let synced = self.disk.sync_dir(parent);
            synced.map_err(|err| self.fault(&err, parent))?;
        }
        self.synced.insert(folder.to_owned());
        Ok(())
    }

    /// Looks at all folders again: someone may have removed one.
    pub(super) fn forget_folders(&mut self) {
        self.synced.clear();
    }

    /// Makes the name of a file durable, after which it is saved.
    pub(super) fn sync_folder_of(&self, path: &Path) -> Result<(), Fault> {
        self.disk.sync_dir(names::folder(path)).map_err(|err| {
            let mut fault = self.fault(&err, path);
            fault.kind = FaultKind::NotYetSafe;
            fault.told = format!("it is written but not yet safe, {}", fault.told);
            fault
        })
    }

    /// Puts the two files beside the diary that explain it. Nothing depends on
    /// them, so failing is no failure.
    pub(super) fn furnish(&mut self) {
        if self.format != Some(Format::Missing) {
            return;
        }
        self.format = Some(Format::Known);
        let format = format!("(format: {})\n", super::KNOWN_FORMAT);
        self.disk
            .create(Path::new(names::README), README_TEXT.as_bytes())
            .and_then(|()| {
                self.disk
                    .create(Path::new(names::FORMAT), format.as_bytes())
            })
            .and_then(|()| self.disk.sync_dir(Path::new("")))
            .ok();
    }

    /// Whether a file says what `entry` says.
    pub(super) fn holds(&self, path: &Path, entry: &Entry) -> bool {
        let parsed = self.disk.read(path).ok().and_then(|b| parse(&b).ok());
        parsed.is_some_and(|parsed| parsed.entry == *entry)
    }

    pub(super) fn fault(&self, err: &io::Error, path: &Path) -> Fault {
        told(err).at(self.full(path))
    }
}

fn is_known(parsed: &Parsed, before: &[Arc<Entry>]) -> bool {
    before.iter().any(|known| **known == parsed.entry)
}
