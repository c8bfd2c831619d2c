//! Where a thread is told what is wanted, and waits for the next thing to do.
//!
//! Not a queue: what is wanted is a value that the newest wish changes, so
//! nothing piles up behind a device that hangs, and telling never waits.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Called when there is news, to wake the window.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What a thread does next.
#[derive(Debug)]
pub(crate) enum Turn<T> {
    /// This, at once.
    Do(T),
    /// Nothing, until something is changed.
    Wait,
    /// Nothing, until something is changed or this much time is over.
    WaitFor(Duration),
}

/// A value that one side changes and a thread waits on.
#[derive(Debug, Default)]
pub(crate) struct Desk<W> {
    wanted: Mutex<W>,
    bell: Condvar,
}

impl<W> Desk<W> {
    fn lock(&self) -> MutexGuard<'_, W> {
        // What is wanted is whole at any time: there is nothing half-done in it.
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what is wanted and tells the thread.
    pub(crate) fn change(&self, change: impl FnOnce(&mut W)) {
        change(&mut self.lock());
        self.bell.notify_all();
    }

    /// Waits until `choose` finds something to do, asked again after every
    /// change and every wait.
    pub(crate) fn next<T>(&self, mut choose: impl FnMut(&mut W) -> Turn<T>) -> T {
        let mut wanted = self.lock();
        loop {
            wanted = match choose(&mut wanted) {
                Turn::Do(this) => return this,
                Turn::Wait => self
                    .bell
                    .wait(wanted)
                    .unwrap_or_else(PoisonError::into_inner),
                Turn::WaitFor(time) => {
                    let waited = self.bell.wait_timeout(wanted, time);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
            };
        }
    }
}
