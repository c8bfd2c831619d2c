//! The jobs of the IO thread, one after the other, and what is told of each.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::thread;

use super::Order;
use super::settings::Settled;
use crate::dialog::{Choice, Purpose};
use crate::diary::begun::Begun;
use crate::diary::entry::{Entry, EntryId};
use crate::diary::found::Scan;
use crate::home::{HomeJob, HomeReport};
use crate::job::{Fault, Job, Report, Task, Ticket};
use crate::store::watch::Watch;
use crate::store::{Store, choose};

/// What the thread works at.
pub(super) struct Desk {
    pub(super) store: Store,
    pub(super) own: Sender<Order>,
    pub(super) tell: Box<dyn Fn(Report) + Send>,
    pub(super) watch: Option<Watch>,
    /// The unfinished cramps as they were told last.
    pub(super) unfinished: Vec<Begun>,
    /// The folder that is watched, and that the window knows of.
    pub(super) place: PathBuf,
    pub(super) open: Arc<AtomicUsize>,
    /// The settings as the window knows them.
    pub(super) settings: Settled,
}

impl Desk {
    pub(super) fn run(mut self, inbox: &Receiver<Order>) {
        while let Ok(first) = inbox.recv() {
            let mut orders = vec![first];
            orders.extend(inbox.try_iter());
            let is_newest = newest_only(&orders);
            for (order, is_newest) in orders.into_iter().zip(is_newest) {
                match order {
                    Order::Stop => return,
                    Order::Tell(report) => (self.tell)(report),
                    Order::Look => {
                        self.rescan(Store::rescan);
                        self.look_where_it_is();
                        self.start_watching();
                    }
                    Order::LookAtSettings => self.look_at_settings(),
                    Order::Do(job) => {
                        if is_newest {
                            self.carry_out(job);
                        } else if let Job::SaveSettings(_, change) = job {
                            self.settings.owe(*change);
                        }
                        self.open.fetch_sub(1, Ordering::SeqCst);
                    }
                }
            }
        }
    }

    fn carry_out(&mut self, job: Job) {
        match job {
            // Not about the data folder: nothing there is to be watched for it.
            Job::Page(job) => {
                let told = crate::store::press::carry_out(job, &self.own, &self.store.clock);
                if let Some(told) = told {
                    (self.tell)(Report::Page(told));
                }
                return;
            }
            Job::Load => self.load(),
            Job::Rescan => self.rescan(Store::look_over),
            Job::Create { ticket, entry } => {
                let done = self.store.create(&entry).map(|version| Report::Saved {
                    ticket,
                    version,
                    aside: None,
                });
                self.answer(done, Some(ticket), Task::Save(entry.id()));
            }
            Job::Edit {
                ticket,
                before,
                entry,
            } => self.edit(ticket, &before, &entry),
            Job::Delete { ticket, id } => {
                let done = self.store.delete(id).map(|trashed| Report::Deleted {
                    ticket,
                    id,
                    trashed,
                });
                self.answer(done, Some(ticket), Task::Delete(id));
            }
            Job::Restore { ticket, id } => {
                let done = self.store.restore(id);
                let done = done.map(|version| Report::Restored { ticket, version });
                self.answer(done, Some(ticket), Task::Restore(id));
            }
            Job::Keep { id, path } => self.keep(id, &path),
            Job::KeepBoth {
                ticket,
                path,
                entry,
            } => self.keep_both(ticket, path, &entry),
            Job::SetAside(path) => {
                let done = self.store.set_aside(&path);
                let done = done.map(|()| gone(vec![path.clone()]));
                self.answer(done, None, Task::SetAside(path));
            }
            Job::KeepSession(kept) => {
                if let Err(fault) = self.store.keep_session(&kept) {
                    self.answer(Err(fault), None, Task::KeepSession);
                }
            }
            Job::KeepCramp(begun) => self.keep_cramp(&begun),
            Job::DropCramp(id) => {
                let done = self.store.drop_unfinished(id);
                if let Err(fault) = done {
                    self.answer(Err(fault), None, Task::DropCramp);
                }
            }
            Job::DropSession => self.store.drop_session(),
            // Where it was last is not worth a word.
            Job::KeepWindow(place) => {
                self.store.save_window(&place).ok();
                return;
            }
            Job::SaveSettings(ticket, change) => self.save_settings(ticket, *change),
            Job::Exchange(job) => crate::store::errand::carry_out(&mut self.store, job, &self.tell),
            Job::Home(job) => self.home(job),
            Job::Choose {
                ticket,
                purpose,
                path,
            } => return self.choose(ticket, purpose, path),
        }
        self.look_where_it_is();
        self.start_watching();
    }

    pub(super) fn answer(
        &mut self,
        done: Result<Report, Fault>,
        ticket: Option<Ticket>,
        what: Task,
    ) {
        if done.is_err() {
            self.store.forget_folders();
        }
        (self.tell)(done.unwrap_or_else(|fault| Report::Failed {
            ticket,
            what,
            fault,
        }));
    }

    fn keep_cramp(&mut self, begun: &Begun) {
        let id = begun.id.unwrap_or_default();
        let done = self.store.keep_unfinished(begun);
        let done = done.map(|begun| Report::CrampKept(Box::new(begun)));
        self.answer(done, None, Task::KeepCramp(id));
    }

    fn edit(&mut self, ticket: Ticket, before: &[Arc<Entry>], entry: &Arc<Entry>) {
        let done = self.store.edit(before, entry);
        let done = done.map(|done| Report::Saved {
            ticket,
            version: done.version,
            aside: done.aside,
        });
        self.answer(done, Some(ticket), Task::Save(entry.id()));
    }

    fn keep(&mut self, id: EntryId, path: &Path) {
        let done = self.store.keep(id, path);
        if let Ok(moved) = &done {
            let to = moved.iter().map(|(_, to)| to.clone()).collect();
            (self.tell)(Report::Kept(to));
        }
        let from = |moved: Vec<(PathBuf, PathBuf)>| moved.into_iter().map(|(from, _)| from);
        let done = done.map(|moved| gone(from(moved).collect()));
        self.answer(done, None, Task::Keep(id));
    }

    fn keep_both(&mut self, ticket: Ticket, path: PathBuf, entry: &Arc<Entry>) {
        let done = self.store.keep_both(&path, entry);
        if done.is_ok() {
            (self.tell)(gone(vec![path]));
        }
        let done = done.map(|version| Report::Saved {
            ticket,
            version,
            aside: None,
        });
        self.answer(done, Some(ticket), Task::Save(entry.id()));
    }

    /// Asks the system's dialog, on a thread of its own.
    fn choose(&self, ticket: Ticket, purpose: Purpose, path: String) {
        let clock = Arc::clone(&self.store.clock);
        let asked = aside("unclench-choose", &self.own, move || {
            let choice = choose::ask(purpose, &path, clock.as_ref());
            Some(Report::Chosen(ticket, choice))
        });
        if !asked {
            (self.tell)(Report::Chosen(ticket, Choice::NoDialog));
        }
    }

    fn load(&mut self) {
        // What changes while it is read must not be missed.
        self.begin_watching();
        let tell = &self.tell;
        if let Some(note) = self.store.take_crash() {
            tell(Report::Crashed(note.text, note.path));
        }
        match self.store.kept_session() {
            Ok(None) => {}
            Ok(Some(kept)) => tell(Report::Interrupted(Box::new(kept))),
            Err(fault) => tell(Report::SessionDamaged(fault)),
        }
        self.store.load(&mut |scan| tell(Report::Found(scan)));
        let is_found = self.store.clean();
        if is_found {
            tell(Report::Found(self.store.rescan()));
        }
        match self.store.unfinished(true) {
            Ok((open, scan)) => {
                self.tell_unfinished(open);
                if !scan.is_empty() {
                    (self.tell)(Report::Found(scan));
                }
            }
            Err(fault) => (self.tell)(Report::Failed {
                ticket: None,
                what: Task::Load,
                fault,
            }),
        }
        let loaded = self.store.surroundings();
        (self.tell)(Report::Loaded(loaded));
    }

    /// Tells the cramps that are not in the diary yet, if others than before.
    fn tell_unfinished(&mut self, open: Vec<Begun>) {
        if self.unfinished != open {
            self.unfinished.clone_from(&open);
            (self.tell)(Report::Unfinished(open));
        }
    }

    /// Looks for changes from outside, in one of the ways the store has.
    fn rescan(&mut self, look: fn(&mut Store) -> Scan) {
        // A fault here is told when something is to be written.
        self.store.follow().ok();
        self.look_at_settings();
        // What another window keeps; what cannot be read was told at the start.
        if let Ok((open, _scan)) = self.store.unfinished(false) {
            self.tell_unfinished(open);
        }
        let scan = look(&mut self.store);
        if !scan.is_empty() {
            (self.tell)(Report::Found(scan));
            let loaded = self.store.surroundings();
            (self.tell)(Report::Loaded(loaded));
        }
    }

    /// When another window has moved the diary, goes along: the files there are
    /// the same, or are read anew because they differ.
    fn look_where_it_is(&mut self) {
        let here = &self.store.places().data;
        if self.place == *here {
            return;
        }
        self.place.clone_from(here);
        self.watch = None;
        (self.tell)(Report::Home(HomeReport::Followed(self.place.clone())));
    }

    /// Does something about the folder of the diary.
    fn home(&mut self, job: HomeJob) {
        let told = crate::store::home::carry_out(&mut self.store, job, &self.own, &self.tell);
        let is_new = told.is_some_and(|told| {
            let is_new = matches!(told, HomeReport::Opened(_));
            let is_elsewhere = matches!(told, HomeReport::Moved(_)) || is_new;
            if is_elsewhere {
                self.place.clone_from(&self.store.places().data);
                self.watch = None;
            }
            (self.tell)(Report::Home(told));
            is_new
        });
        if is_new {
            self.load();
        }
    }

    /// Begins to watch as soon as there is a folder, and looks once at what was
    /// written into it before.
    fn start_watching(&mut self) {
        if self.begin_watching() {
            self.own.send(Order::Look).ok();
        }
    }

    /// Begins to watch, if there is a folder and it is not watched yet.
    fn begin_watching(&mut self) -> bool {
        let places = self.store.places();
        if let Some(watch) = &mut self.watch {
            watch.follow_settings(&places.settings);
            return false;
        }
        self.watch = Watch::start(&places.data, &places.settings, self.own.clone());
        self.watch.is_some()
    }
}

/// Runs `work` on a thread of its own and hands on what it tells. Says whether
/// there is such a thread.
pub(in crate::store) fn aside(
    name: &str,
    own: &Sender<Order>,
    work: impl FnOnce() -> Option<Report> + Send + 'static,
) -> bool {
    let own = own.clone();
    let spawned = thread::Builder::new().name(name.to_owned()).spawn(move || {
        if let Some(report) = work() {
            // Nobody listens any more at the very end.
            own.send(Order::Tell(report)).ok();
        }
    });
    spawned.is_ok()
}

fn gone(gone: Vec<PathBuf>) -> Report {
    Report::Found(Scan {
        gone,
        ..Scan::default()
    })
}

/// Which orders are to be done at once: a change of the settings goes with the
/// newest one.
fn newest_only(orders: &[Order]) -> Vec<bool> {
    let is_settings = |order: &Order| matches!(order, Order::Do(Job::SaveSettings(..)));
    let newest = orders.iter().rposition(is_settings);
    let numbered = orders.iter().enumerate();
    numbered
        .map(|(at, order)| !is_settings(order) || Some(at) == newest)
        .collect()
}
