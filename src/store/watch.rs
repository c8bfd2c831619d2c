//! Watching the data folder for changes from outside.
//!
//! Events are hints only (network mounts send none): each burst of them ends in
//! one look at the folder, and a look is also taken when the window is focused.

use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::names;
use super::worker::Order;

/// A burst is over when nothing has happened for this long.
const QUIET: Duration = Duration::from_millis(250);
/// A burst that does not end is looked into this often, in quiet times.
const LONGEST: u32 = 8;

/// Watches until it is dropped.
#[derive(Debug)]
pub(super) struct Watch {
    /// Kept for its drop.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Watches a folder; none if it is not there or cannot be watched.
    pub(super) fn start(folder: &Path, orders: Sender<Order>) -> Option<Self> {
        let (hints, inbox) = mpsc::channel();
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                if !event.as_ref().is_ok_and(is_idle) {
                    hints.send(()).ok();
                }
            })
            .ok()?;
        watcher.watch(folder, RecursiveMode::Recursive).ok()?;
        thread::Builder::new()
            .name("unclench-watch".to_owned())
            .spawn(move || debounce(&inbox, &orders))
            .ok()?;
        Some(Self { _watcher: watcher })
    }
}

/// Says nothing of the diary: a look at it, or a session that is kept.
fn is_idle(event: &notify::Event) -> bool {
    let is_ours = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name == names::SESSION || name == names::WINDOW || names::is_temp(name)
    };
    let about_none = !event.paths.is_empty() && event.paths.iter().all(is_ours);
    matches!(event.kind, EventKind::Access(_)) || about_none
}

/// Turns bursts of hints into one look each, until the watcher is gone.
fn debounce(inbox: &Receiver<()>, orders: &Sender<Order>) {
    while inbox.recv().is_ok() {
        for _ in 0..LONGEST {
            match inbox.recv_timeout(QUIET) {
                Ok(()) => while inbox.try_recv().is_ok() {},
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        if orders.send(Order::Look).is_err() {
            return;
        }
    }
}
