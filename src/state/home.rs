//! The folder the diary lives in: whether it is there, where it may move to,
//! and what came of moving it.

use std::path::PathBuf;

use super::State;
use crate::diary::Diary;
use crate::home::{HomeJob, HomeReport, HomeTask, Moved, Prospect, Removed};
use crate::job::{Fault, Job};
use crate::notice::Tone;

/// A step on the way to another folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HomeStep {
    /// Begin to choose another folder.
    Begin,
    /// Leave it.
    Cancel,
    /// Look at a folder, as it was typed.
    Look(String),
    /// Move to the folder that was looked at.
    Move,
    /// Open the diary in a folder, as it was typed.
    Open(String),
    /// Remove the old copy after a move.
    RemoveOld,
    /// Look again for the folder that was not there.
    TryAgain,
    /// Use the usual folder this time.
    Usual,
    /// Show the folder in the system's own program.
    Show,
}

/// What is known about the folder of the diary.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct HomeDesk {
    /// Why the diary is not where it should be; then nothing is read.
    pub lost: Option<Fault>,
    /// The folder can be changed: nobody named one at the start.
    pub is_ours: bool,
    /// Everything is kept beside the program, which was made portable.
    pub is_portable: bool,
    /// Another folder is being chosen.
    pub is_open: bool,
    /// A job is under way.
    pub is_busy: bool,
    /// Files copied so far, of how many.
    pub progress: Option<(usize, usize)>,
    /// The folder that was looked at.
    pub prospect: Option<Prospect>,
    /// What could not be done last, and why.
    pub fault: Option<(HomeTask, Fault)>,
    /// How often something was answered; the form compares.
    pub answers: u64,
    /// The move that was made.
    pub moved: Option<Moved>,
    /// The old copy that was removed.
    pub removed: Option<Removed>,
    /// The usual folder is used this time; this one should be there.
    pub instead_of: Option<PathBuf>,
}

impl State {
    pub(super) fn home_step(&mut self, step: HomeStep) -> Vec<Job> {
        let is_unsaved = self.diary.unsaved().next().is_some();
        let desk = &mut self.home;
        desk.fault = None;
        let job = match step {
            HomeStep::Begin | HomeStep::Cancel => {
                desk.is_open = step == HomeStep::Begin;
                desk.prospect = None;
                return Vec::new();
            }
            HomeStep::Show => HomeJob::Show,
            _ if desk.is_busy => return Vec::new(),
            HomeStep::Look(path) => {
                desk.prospect = None;
                HomeJob::Look(path)
            }
            HomeStep::Move => {
                let Some(Prospect::Free { path, files, .. }) = &desk.prospect else {
                    return Vec::new();
                };
                desk.progress = Some((0, *files));
                HomeJob::Move(path.clone())
            }
            // What is not on disk yet belongs to the diary that is open.
            HomeStep::Open(_) if is_unsaved && desk.lost.is_none() => {
                let said = "Some entries are not saved yet. Save them before you open another \
                            folder.";
                self.notices.tell("home", Tone::Warning, said, None);
                return Vec::new();
            }
            HomeStep::Open(path) => HomeJob::Open(path),
            HomeStep::RemoveOld => {
                let Some(moved) = &desk.moved else {
                    return Vec::new();
                };
                HomeJob::RemoveOld(moved.from.clone())
            }
            HomeStep::TryAgain => HomeJob::TryAgain,
            HomeStep::Usual => HomeJob::Usual,
        };
        desk.is_busy = !matches!(job, HomeJob::Show);
        vec![Job::Home(job)]
    }

    /// Tells that a portable program cannot keep anything where it is.
    pub(crate) fn tell_unwritable(&mut self, fault: &Fault) {
        let said = format!(
            "Nothing can be saved: {fault}. Make the disk writable, or move the program and its \
             folder to one that is. Then start again."
        );
        self.notices.tell("unwritable", Tone::Warning, said, None);
    }

    pub(super) fn home_told(&mut self, told: &HomeReport) {
        let desk = &mut self.home;
        if !matches!(told, HomeReport::Copying(..) | HomeReport::Followed(_)) {
            desk.answers += 1;
        }
        if !matches!(told, HomeReport::Copying(..) | HomeReport::NotShown(_)) {
            desk.is_busy = false;
            desk.progress = None;
        }
        match told {
            HomeReport::Looked(prospect) => desk.prospect = Some(prospect.clone()),
            HomeReport::Copying(done, of) => desk.progress = Some((*done, *of)),
            HomeReport::Moved(moved) => {
                self.data_folder = moved.to.display().to_string();
                desk.moved = Some(moved.clone());
                desk.removed = None;
                desk.prospect = None;
                desk.is_open = false;
                let said = format!("The diary is in {} now.", moved.to.display());
                self.notices.tell("home", Tone::Good, said, None);
            }
            HomeReport::Opened(path) => {
                let lost = desk.lost.take().and_then(|fault| fault.path);
                desk.instead_of = lost.filter(|lost| lost != path);
                desk.prospect = None;
                desk.is_open = false;
                desk.moved = None;
                self.data_folder = path.display().to_string();
                // What could not be saved while there was no folder stays.
                if self.diary.unsaved().next().is_none() {
                    self.diary = Diary::new();
                }
                self.notices.settle("home");
            }
            HomeReport::Followed(path) => {
                self.data_folder = path.display().to_string();
                let said = format!(
                    "The diary was moved in another window. It is in {} now.",
                    path.display()
                );
                self.notices.tell("home", Tone::Info, said, None);
            }
            HomeReport::Removed(removed) => {
                desk.moved = None;
                desk.removed = Some(removed.clone());
            }
            HomeReport::NotShown(path) => {
                let said = format!("No program showed the folder. It is {}", path.display());
                self.notices.tell("home", Tone::Warning, said, None);
            }
            HomeReport::Failed(task, fault) => {
                if desk.lost.is_some() && *task == HomeTask::Open {
                    self.notices.settle("home");
                }
                desk.fault = Some((*task, fault.clone()));
            }
        }
    }
}
