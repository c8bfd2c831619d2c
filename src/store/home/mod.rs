//! Home: moving the diary to another folder, or opening another one.
//!
//! Everything is copied, made durable and compared before the one step that
//! decides: the file in the folder of the settings names the new folder. A kill
//! before it leaves the old folder in force, one after it the new; both are
//! whole. The old folder keeps every file, and a note. Nothing is ever merged.

mod copy;
mod look;
mod old;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;

use self::copy::Copier;
use super::disk::{Disk, RealDisk};
use super::export::{open, typed};
use super::paths::{Named, Pointer, is_diary};
use super::worker::{Order, aside};
use super::{Store, names, told};
use crate::home::{HomeJob, HomeReport, HomeTask, Moved, Prospect};
use crate::job::{Fault, FaultKind, Report};

/// How often the old folder is compared again while others write into it.
const PASSES: usize = 5;

const MOVING_TEXT: &str = "\
Unclench is copying a diary into this folder. When it is done it removes this\n\
file. If you find it here later, the copy was cut off and is not complete: the\n\
diary is still where it was. Move it here once more, or delete this folder.\n";

/// What the note in an old folder says.
fn moved_text(to: &Path) -> String {
    format!(
        "This is an old copy. The diary was moved to\n\n  {}\n\nand Unclench writes there now. \
         Nothing here was changed. When you have seen\nthat all is well there, you may delete \
         this folder.\n",
        to.display()
    )
}

/// Does a job of the window; returns what is to be told.
pub(super) fn carry_out(
    store: &mut Store,
    job: HomeJob,
    own: &Sender<Order>,
    tell: &dyn Fn(Report),
) -> Option<HomeReport> {
    let (done, task) = match job {
        HomeJob::Look(path) => {
            let seen = store.look_at_home(&typed(&path));
            (seen.map(HomeReport::Looked), HomeTask::Look)
        }
        HomeJob::Move(to) => {
            let moved = store.move_to(&to, &mut |done, of| {
                tell(Report::Home(HomeReport::Copying(done, of)));
            });
            (moved.map(HomeReport::Moved), HomeTask::Move)
        }
        HomeJob::Open(path) => {
            let opened = store.open_home(&typed(&path));
            (opened.map(HomeReport::Opened), HomeTask::Open)
        }
        HomeJob::RemoveOld(old) => {
            let removed = store.remove_old(&old);
            (removed.map(HomeReport::Removed), HomeTask::RemoveOld)
        }
        HomeJob::TryAgain => {
            let found = store.find_home().map(|()| store.places().data.clone());
            (found.map(HomeReport::Opened), HomeTask::Open)
        }
        HomeJob::Usual => {
            let usual = store.usual_home();
            (usual.map(HomeReport::Opened), HomeTask::Open)
        }
        HomeJob::Show => {
            let folder = store.places().data.clone();
            let named = folder.clone();
            let not_shown = |folder| HomeReport::NotShown(folder);
            let asked = aside("unclench-open", own, move || {
                let shown = open(&named);
                shown.is_err().then_some(Report::Home(not_shown(named)))
            });
            return (!asked).then(|| not_shown(folder));
        }
    };
    Some(done.unwrap_or_else(|fault| HomeReport::Failed(task, fault)))
}

impl Store {
    /// Copies everything to `to` and lives there from then on. `progress` is
    /// told how many files of how many are done.
    ///
    /// # Errors
    /// What went wrong; the diary is then where it was, untouched.
    pub fn move_to(
        &mut self,
        to: &Path,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Moved, Fault> {
        let config = self.pointer()?.file.clone();
        let config = RealDisk::new(names::folder(&config));
        self.move_over(to, Arc::new(RealDisk::new(to)), &config, progress)
    }

    /// The same over other disks: `new` has the root `to`, `config` that of the
    /// folder of the settings.
    ///
    /// # Errors
    /// As [`Self::move_to`].
    pub fn move_over(
        &mut self,
        to: &Path,
        new: Arc<dyn Disk>,
        config: &dyn Disk,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Moved, Fault> {
        self.writable()?;
        let to = match self.look_at_home(to)? {
            Prospect::Free { path, .. } => path,
            Prospect::Diary { path, .. } => {
                let told = "there is a diary in this folder already, and nothing is merged";
                return Err(Fault::new(FaultKind::Exists, told).at(path));
            }
        };
        let fault = |err: &io::Error| told(err).at(&to);
        new.make_root().map_err(|err| fault(&err))?;
        let marker = Path::new(names::MOVING);
        match new.create(marker, MOVING_TEXT.as_bytes()) {
            Err(err) if err.kind() != io::ErrorKind::AlreadyExists => return Err(fault(&err)),
            _ => new.sync_dir(Path::new("")).map_err(|err| fault(&err))?,
        }
        let from = self.places.data.clone();
        let mut copier = Copier::new(&*self.disk, &*new, &from, &to, self.own_files());
        let mut is_same = false;
        for _ in 0..PASSES {
            if copier.pass(progress)? == 0 {
                is_same = true;
                break;
            }
        }
        if !is_same {
            let told = "another program keeps changing the files; close it and try again";
            return Err(Fault::new(FaultKind::System, told).at(&from));
        }
        copier.seal()?;
        // A folder that is empty must be told from one that is not there.
        let format = format!("(format: {})\n", super::KNOWN_FORMAT);
        let furnished = new.create(Path::new(names::FORMAT), format.as_bytes());
        if let Err(err) = furnished
            && err.kind() != io::ErrorKind::AlreadyExists
        {
            return Err(fault(&err));
        }
        new.sync_dir(Path::new("")).map_err(|err| fault(&err))?;
        let mut remark = self.decide(config, &to, &from)?;
        // It is decided. What others wrote up to now comes along.
        remark = remark.or(copier.stragglers().err());
        let (files, left_out) = copier.done();
        let (old, note) = (&*self.disk, moved_text(&to));
        let tidied = old
            .create(Path::new(names::MOVED), note.as_bytes())
            .and_then(|()| old.sync_dir(Path::new("")));
        // A diary that had no file yet had no folder either.
        let tidied = tidied
            .err()
            .filter(|err| err.kind() != io::ErrorKind::NotFound);
        remark = remark.or(tidied.map(|err| told(&err).at(&from)));
        self.live_in(&to, new);
        self.furnish_home();
        Ok(Moved {
            from,
            to,
            files,
            left_out,
            remark,
        })
    }

    /// Lives in a folder that holds a diary already.
    ///
    /// # Errors
    /// What went wrong; the diary is then where it was.
    pub fn open_home(&mut self, path: &Path) -> Result<PathBuf, Fault> {
        let Prospect::Diary { path, .. } = self.look_at_home(path)? else {
            let told = "there is no diary in this folder";
            return Err(Fault::new(FaultKind::Missing, told).at(path));
        };
        let config = RealDisk::new(names::folder(&self.pointer()?.file));
        self.decide(&config, &path, Path::new(""))?;
        let disk = RealDisk::new(&path);
        // It is no old copy any more.
        disk.remove(Path::new(names::MOVED)).ok();
        self.live_in(&path, Arc::new(disk));
        self.forget_files();
        Ok(path)
    }

    /// Lives in the usual folder, without writing that down.
    ///
    /// # Errors
    /// When the folder was named at the start.
    pub fn usual_home(&mut self) -> Result<PathBuf, Fault> {
        let usual = self.pointer()?.usual.clone();
        self.live_in(&usual, Arc::new(RealDisk::new(&usual)));
        if let Some(pointer) = &mut self.places.pointer {
            pointer.settle(false);
            pointer.stays = true;
        }
        self.forget_files();
        Ok(usual)
    }

    /// Looks again where the diary is. A disk may have been plugged in since.
    ///
    /// # Errors
    /// Why it is still not there.
    pub fn find_home(&mut self) -> Result<(), Fault> {
        let pointer = self.pointer()?;
        if let Some(named) = pointer.read()? {
            let disk = Arc::new(RealDisk::new(&named.folder));
            self.live_in(&named.folder, disk);
        }
        self.places.missing().map_or(Ok(()), Err)
    }

    /// Goes along when another window has moved the diary. Says whether it did.
    ///
    /// # Errors
    /// When the diary it was moved to is not there.
    pub fn follow(&mut self) -> Result<bool, Fault> {
        let Some(pointer) = self.places.pointer.as_ref().filter(|p| !p.stays) else {
            return Ok(false);
        };
        let Ok(Some(Named { folder, moved_from })) = pointer.read() else {
            return Ok(false);
        };
        let own = &self.places.data;
        let is_ours = moved_from == *own || own.join(names::MOVED).is_file();
        if folder == *own || !is_ours {
            return Ok(false);
        }
        let disk = Arc::new(RealDisk::new(&folder));
        self.live_in(&folder, disk);
        self.places.missing().map_or(Ok(true), Err)
    }

    fn pointer(&self) -> Result<&Pointer, Fault> {
        self.places.pointer.as_ref().ok_or_else(|| {
            let told = "the folder was named when Unclench was started, with --data-dir or \
                        UNCLENCH_DATA_DIR; name another one there";
            Fault::new(FaultKind::Invalid, told)
        })
    }

    /// Names the new folder in the folder of the settings: the one step that
    /// decides. Returns what may not be safe yet.
    fn decide(&self, config: &dyn Disk, to: &Path, from: &Path) -> Result<Option<Fault>, Fault> {
        let pointer = self.pointer()?;
        let named = Named {
            folder: to.to_owned(),
            moved_from: from.to_owned(),
        };
        let pretty = ron::ser::PrettyConfig::new().struct_names(true);
        let text = ron::ser::to_string_pretty(&named, pretty)
            .map_err(|err| Fault::new(FaultKind::Invalid, err.to_string()).at(to))?;
        let name = PathBuf::from(pointer.file.file_name().unwrap_or_default());
        let written = config.make_root().and_then(|()| {
            config.put(&name, text.as_bytes())?;
            config.sync_dir(Path::new(""))
        });
        match written {
            Ok(()) => Ok(None),
            // Some disks say no and do it all the same: the file knows.
            Err(err) if pointer.read().is_ok_and(|now| now == Some(named)) => {
                let mut fault = told(&err).at(&pointer.file);
                fault.kind = FaultKind::NotYetSafe;
                Ok(Some(fault))
            }
            Err(err) => Err(told(&err).at(&pointer.file)),
        }
    }

    /// Works in another folder from now on. What is known of the files stays:
    /// their paths are those within the folder.
    fn live_in(&mut self, folder: &Path, disk: Arc<dyn Disk>) {
        folder.clone_into(&mut self.places.data);
        if let Some(pointer) = &mut self.places.pointer {
            pointer.settle(true);
        }
        self.disk = disk;
        self.format = None;
        self.forget_folders();
    }

    fn forget_files(&mut self) {
        self.homes.clear();
        self.seen.clear();
        self.stamps.clear();
    }

    /// Removes the mark of a move that has come to its end.
    pub(super) fn furnish_home(&self) {
        if self.places.pointer.is_some() && is_diary(&self.places.data) {
            // Nothing depends on it once the folder is the one that is named.
            self.disk.remove(Path::new(names::MOVING)).ok();
        }
    }

    /// Names at the root that belong to the settings, not to the diary: where
    /// the system keeps both in one folder.
    fn own_files(&self) -> Vec<PathBuf> {
        let settings = Some(self.places.settings.as_path());
        let pointer = self.places.pointer.as_ref().map(|p| p.file.as_path());
        let both = settings.into_iter().chain(pointer);
        let here = both.filter(|path| names::folder(path) == self.places.data);
        here.filter_map(|path| path.file_name().map(PathBuf::from))
            .chain([names::MOVED.into(), names::MOVING.into()])
            .collect()
    }
}
