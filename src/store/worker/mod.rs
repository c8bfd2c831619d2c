//! The IO thread: does jobs in order and reports.
//!
//! It waits for nothing but jobs, and wakes the window through a plain
//! function, so that nothing here knows of windows.

mod desk;
mod settings;

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use self::desk::Desk;
pub(super) use self::desk::aside;
use super::Store;
use crate::job::{Job, Report};

/// What the thread is told.
#[derive(Debug)]
pub(super) enum Order {
    Do(Job),
    /// Look for changes from outside, for nobody waits.
    Look,
    /// The same for the settings.
    LookAtSettings,
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
                    place: store.places().data.clone(),
                    store,
                    own,
                    tell: Box::new(tell),
                    watch: None,
                    unfinished: Vec::new(),
                    open: done,
                    settings: settings::Settled::default(),
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
