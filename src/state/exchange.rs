//! Taking the diary out and in: what was looked at, what is under way, what
//! came of it.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::{DiaryPage, State};
use crate::action::ExchangeStep;
use crate::clock::Moment;
use crate::dialog::Purpose;
use crate::diary::Edit;
use crate::diary::count::entries;
use crate::diary::entry::EntryId;
use crate::exchange::Incoming;
use crate::exchange::job::{Backup, Errand, ExchangeJob, ExchangeReport, Exported, Stop};
use crate::exchange::plan::{Plan, plan};
use crate::job::{Fault, FaultKind, Job};
use crate::notice::{Remedy, Tone};
use crate::screen::Screen;
use crate::settings::Settings;

/// A file that was looked into.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Which, as it was typed.
    pub path: String,
    /// What taking it in would do.
    pub plan: Plan,
    incoming: Arc<Incoming>,
}

/// What the page of imports, exports and backups shows.
#[derive(Clone, Debug, Default)]
pub struct ExchangeDesk {
    /// The file that was looked into.
    pub preview: Option<Preview>,
    /// A job is under way: a file is read or written.
    pub is_busy: bool,
    /// Entries written so far, of how many, while they are brought in.
    pub progress: Option<(usize, usize)>,
    /// What the last export came to.
    pub exported: Option<Exported>,
    /// What could not be done last, and why.
    pub fault: Option<(Errand, Fault)>,
    /// The backups, newest first, and their folder, once they were listed.
    pub backups: Option<(PathBuf, Vec<Backup>)>,
    /// The day a backup was asked for last.
    asked: Option<Date>,
    /// A backup was due, but its folder is not there.
    missed: Option<Fault>,
    stop: Stop,
    brought_in: Vec<EntryId>,
}

impl State {
    pub(super) fn diary_page(&mut self, page: DiaryPage) -> Vec<Job> {
        let is_exchange = page == DiaryPage::Exchange;
        if is_exchange && self.diary_page != DiaryPage::Exchange {
            self.exchange.fault = None;
            self.exchange.exported = None;
        }
        self.diary_page = page;
        if is_exchange {
            vec![Job::Exchange(ExchangeJob::ListBackups)]
        } else {
            Vec::new()
        }
    }

    /// Looks inside a file that was named at the start, as if it had been chosen
    /// on the page.
    pub(super) fn look_inside(&mut self, path: String) -> Vec<Job> {
        self.open(Screen::Diary);
        let mut jobs = self.diary_page(DiaryPage::Exchange);
        self.dialog.put(Purpose::Import, path.clone());
        let mapping = None;
        jobs.extend(self.exchange_step(ExchangeStep::Look { path, mapping }));
        jobs
    }

    pub(super) fn exchange_step(&mut self, step: ExchangeStep) -> Vec<Job> {
        let desk = &mut self.exchange;
        desk.fault = None;
        let job = match step {
            ExchangeStep::Export {
                format,
                path,
                force,
            } => {
                desk.is_busy = true;
                desk.exported = None;
                ExchangeJob::Export {
                    format,
                    path,
                    entries: self.diary.entries().to_vec(),
                    force,
                }
            }
            ExchangeStep::Look { path, mapping } => {
                desk.is_busy = true;
                ExchangeJob::Look { path, mapping }
            }
            ExchangeStep::Import => {
                let Some(preview) = desk.preview.as_mut() else {
                    return Vec::new();
                };
                // The diary may have changed since it was looked at.
                preview.plan = plan(&preview.incoming, &self.diary);
                let entries = preview.plan.fresh.clone();
                if entries.is_empty() || !self.diary.is_loaded() {
                    return Vec::new();
                }
                desk.progress = Some((0, entries.len()));
                desk.stop = Stop::default();
                ExchangeJob::Import {
                    entries,
                    stop: desk.stop.clone(),
                }
            }
            ExchangeStep::Stop => {
                desk.stop.press();
                return Vec::new();
            }
            ExchangeStep::Close => {
                desk.preview = None;
                return Vec::new();
            }
            ExchangeStep::BackUp => {
                desk.is_busy = true;
                ExchangeJob::BackUp { only_if_due: false }
            }
        };
        vec![Job::Exchange(job)]
    }

    pub(super) fn exchange_told(&mut self, told: &ExchangeReport) {
        let desk = &mut self.exchange;
        match told {
            ExchangeReport::Exported(exported) => {
                desk.is_busy = false;
                desk.exported = Some(exported.clone());
            }
            ExchangeReport::Looked { path, incoming } => {
                desk.is_busy = false;
                desk.preview = Some(Preview {
                    path: path.clone(),
                    plan: plan(incoming, &self.diary),
                    incoming: Arc::new((**incoming).clone()),
                });
            }
            ExchangeReport::Importing(done, of) => desk.progress = Some((*done, *of)),
            ExchangeReport::Imported(ids) => {
                desk.progress = None;
                let Some(ids) = ids else {
                    let said = "The import was called off. Nothing was brought in.";
                    self.notices.tell("exchange", Tone::Info, said, None);
                    return;
                };
                desk.preview = None;
                desk.brought_in.clone_from(ids);
                self.diary.brought_in(ids);
                let said = match ids.len() {
                    1 => "1 entry was brought in.".to_owned(),
                    count => format!("{} were brought in.", entries(count)),
                };
                let undo = Some(Remedy::UndoImport);
                self.notices.tell("exchange", Tone::Good, said, undo);
            }
            ExchangeReport::BackedUp(made) => {
                desk.is_busy = false;
                if made.is_some() && self.diary_page == DiaryPage::Exchange {
                    let said = "The backup is made, and was read back to make sure.";
                    self.notices.tell("backup", Tone::Good, said, None);
                }
            }
            ExchangeReport::Backups(folder, all) => {
                desk.backups = Some((folder.clone(), all.clone()));
            }
            ExchangeReport::Failed(errand, fault) => {
                desk.is_busy = false;
                desk.progress = None;
                desk.fault = Some((*errand, fault.clone()));
                if *errand == Errand::BackUp && fault.kind == FaultKind::Missing {
                    desk.missed = Some(fault.clone());
                } else if *errand == Errand::BackUp {
                    let hint = if fault.kind == FaultKind::Full {
                        "Free some space"
                    } else {
                        "Choose another folder"
                    };
                    let said = format!("{errand}: {fault}. {hint}, then make one by hand.");
                    let show = Some(Remedy::ShowExchange);
                    self.notices.tell("backup", Tone::Warning, said, show);
                }
            }
        }
    }

    /// The backup of a new day, for a window that was left open over night; that of
    /// the first day is asked for at the start.
    pub(super) fn back_up_daily(&mut self, now: &Moment) -> Option<Job> {
        let today = now.wall.date();
        let before = self.exchange.asked.replace(today)?;
        // A clock that was put back makes no new day.
        let is_due = before < today && self.settings.backup_daily && self.home.lost.is_none();
        let only_if_due = true;
        is_due.then_some(Job::Exchange(ExchangeJob::BackUp { only_if_due }))
    }

    /// Tells of a backup that waits for its disk, once a day.
    pub(super) fn tell_missed(&mut self, now: &Moment) -> Option<Job> {
        let fault = self.exchange.missed.take()?;
        let today = Some(now.wall.date());
        if self.settings.backup_missed == today {
            return None;
        }
        let said = format!("Today’s backup waits: {fault}. Plug it in, then back up by hand.");
        let show = Some(Remedy::ShowExchange);
        self.notices.tell("backup", Tone::Info, said, show);
        Some(self.keep_settings(Settings {
            backup_missed: today,
            ..self.settings.clone()
        }))
    }

    /// Moves what was brought in last to the trash.
    pub(super) fn undo_import(&mut self, now: &Moment) -> Vec<Job> {
        if self.diary.has_imported_last() {
            return self.undo(now);
        }
        let ids = std::mem::take(&mut self.exchange.brought_in);
        let edits = ids.into_iter().map(Edit::Delete).collect();
        self.diary.apply(Edit::Together(edits), now)
    }
}
