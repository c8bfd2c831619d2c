//! The IO thread: does jobs in order and reports.
//!
//! It waits for nothing but jobs, and wakes the window through a plain
//! function, so that nothing here knows of windows.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::Store;
use super::watch::Watch;
use crate::diary::found::Scan;
use crate::job::{Fault, Job, Report, Task};

/// What the thread is told.
#[derive(Debug)]
pub(super) enum Order {
    Do(Job),
    /// Look for changes from outside, for nobody waits.
    Look,
    /// Hand on what another thread tells.
    Tell(Report),
    Stop,
}

/// The other end of the IO thread.
#[derive(Debug)]
pub struct Worker {
    orders: Sender<Order>,
    reports: Receiver<Report>,
    thread: Option<JoinHandle<()>>,
    /// How many jobs were handed over and are not done.
    open: Arc<AtomicUsize>,
}

impl Worker {
    /// Starts the thread. `wake` is called after each report.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn spawn(store: Store, wake: impl Fn() + Send + 'static) -> io::Result<Self> {
        let (orders, inbox) = mpsc::channel();
        let (outbox, reports) = mpsc::channel();
        let own = orders.clone();
        let open = Arc::<AtomicUsize>::default();
        let done = Arc::clone(&open);
        let thread = thread::Builder::new()
            .name("unclench-store".to_owned())
            .spawn(move || {
                let tell = move |report| {
                    // Nobody listens any more at the very end.
                    outbox.send(report).ok();
                    wake();
                };
                Desk {
                    store,
                    own,
                    tell: Box::new(tell),
                    watch: None,
                    open: done,
                }
                .run(&inbox);
            })?;
        Ok(Self {
            orders,
            reports,
            thread: Some(thread),
            open,
        })
    }

    /// Hands over a job. Jobs are done in the order they are given.
    pub fn send(&self, job: Job) {
        self.open.fetch_add(1, Ordering::SeqCst);
        // The thread only ends when it is told to, or when it crashes.
        self.orders.send(Order::Do(job)).ok();
    }

    /// Is a job that was handed over not done yet? If not, all reports of them
    /// are there to be drained.
    pub fn is_busy(&self) -> bool {
        self.open.load(Ordering::SeqCst) > 0
    }

    /// Has the thread ended by itself? Nothing is read or saved any more.
    pub fn is_gone(&self) -> bool {
        self.thread.as_ref().is_some_and(JoinHandle::is_finished)
    }

    /// Lets go of the thread without waiting for it. What it has not written
    /// ends with the program: whole or not at all.
    pub fn abandon(mut self) {
        self.thread.take();
    }

    /// The reports that have come in.
    pub fn drain(&self) -> Vec<Report> {
        self.reports.try_iter().collect()
    }

    /// Waits until all jobs are done. Returns the last reports.
    pub fn finish(mut self) -> Vec<Report> {
        self.stop();
        self.drain()
    }

    fn stop(&mut self) {
        self.orders.send(Order::Stop).ok();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop();
    }
}

struct Desk {
    store: Store,
    own: Sender<Order>,
    tell: Box<dyn Fn(Report) + Send>,
    watch: Option<Watch>,
    open: Arc<AtomicUsize>,
}

impl Desk {
    fn run(mut self, inbox: &Receiver<Order>) {
        while let Ok(first) = inbox.recv() {
            let mut orders = vec![first];
            orders.extend(inbox.try_iter());
            let is_newest = newest_only(&orders);
            for (order, is_newest) in orders.into_iter().zip(is_newest) {
                match order {
                    Order::Stop => return,
                    Order::Tell(report) => (self.tell)(report),
                    Order::Look => self.carry_out(Job::Rescan),
                    Order::Do(job) => {
                        if is_newest {
                            self.carry_out(job);
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
                let told = super::press::carry_out(job, &self.own, &self.store.clock);
                if let Some(told) = told {
                    (self.tell)(Report::Page(told));
                }
                return;
            }
            Job::Load => self.load(),
            Job::Rescan => self.rescan(),
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
            } => {
                let done = self.store.edit(&before, &entry);
                let done = done.map(|done| Report::Saved {
                    ticket,
                    version: done.version,
                    aside: done.aside,
                });
                self.answer(done, Some(ticket), Task::Save(entry.id()));
            }
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
            Job::Keep { id, path } => {
                let done = self.store.keep(id, &path).map(gone);
                self.answer(done, None, Task::Keep(id));
            }
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
            Job::DropSession => self.store.drop_session(),
            // Where it was last is not worth a word.
            Job::KeepWindow(place) => {
                self.store.save_window(&place).ok();
                return;
            }
            Job::SaveSettings(settings) => {
                let done = self.store.save_settings(&settings);
                let done = done.map(|()| Report::SettingsSaved);
                self.answer(done, None, Task::SaveSettings);
            }
            Job::Exchange(job) => super::errand::carry_out(&mut self.store, job, &self.tell),
        }
        self.start_watching();
    }

    fn answer(
        &mut self,
        done: Result<Report, Fault>,
        ticket: Option<crate::job::Ticket>,
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

    fn load(&mut self) {
        // What changes while it is read must not be missed.
        self.begin_watching();
        let (settings, fault) = self.store.load_settings();
        (self.tell)(Report::Settings(Box::new(settings), fault));
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
        let loaded = self.store.surroundings();
        (self.tell)(Report::Loaded(loaded));
    }

    fn rescan(&mut self) {
        let scan = self.store.rescan();
        if !scan.is_empty() {
            (self.tell)(Report::Found(scan));
            let loaded = self.store.surroundings();
            (self.tell)(Report::Loaded(loaded));
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
        if self.watch.is_some() {
            return false;
        }
        self.watch = Watch::start(&self.store.places().data, self.own.clone());
        self.watch.is_some()
    }
}

fn gone(gone: Vec<std::path::PathBuf>) -> Report {
    Report::Found(Scan {
        gone,
        ..Scan::default()
    })
}

/// Which orders are to be done: of the settings only the newest.
fn newest_only(orders: &[Order]) -> Vec<bool> {
    let is_settings = |order: &Order| matches!(order, Order::Do(Job::SaveSettings(_)));
    let newest = orders.iter().rposition(is_settings);
    let numbered = orders.iter().enumerate();
    numbered
        .map(|(at, order)| !is_settings(order) || Some(at) == newest)
        .collect()
}
