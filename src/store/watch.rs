//! Watching the data folder and the settings for changes from outside.
//!
//! Events are hints only (network mounts send none): each burst of them ends in
//! one look at the folder.

use std::path::{Path, PathBuf};
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

/// What has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hint {
    Diary,
    Settings,
}

/// Watches until it is dropped.
#[derive(Debug)]
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    /// The folder of the settings is watched too.
    has_settings: bool,
}

impl Watch {
    /// Watches a folder, and the file of the settings within it; none if it is
    /// not there or cannot be watched.
    pub(super) fn start(folder: &Path, settings: &Path, orders: Sender<Order>) -> Option<Self> {
        let (hints, inbox) = mpsc::channel();
        let file = settings.to_owned();
        let mut watcher =
            notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
                let hint = event.map_or(Some(Hint::Diary), |event| about(&event, &file));
                if let Some(hint) = hint {
                    hints.send(hint).ok();
                }
            })
            .ok()?;
        watcher.watch(folder, RecursiveMode::Recursive).ok()?;
        thread::Builder::new()
            .name("unclench-watch".to_owned())
            .spawn(move || debounce(&inbox, &orders))
            .ok()?;
        let has_settings = settings.starts_with(folder);
        let mut watch = Self {
            watcher,
            has_settings,
        };
        watch.follow_settings(settings);
        Some(watch)
    }

    /// Watches the folder of the settings too, as soon as it is there.
    pub(super) fn follow_settings(&mut self, settings: &Path) {
        if self.has_settings {
            return;
        }
        if let Some(folder) = settings.parent().filter(|folder| folder.is_dir()) {
            let watched = self.watcher.watch(folder, RecursiveMode::NonRecursive);
            self.has_settings = watched.is_ok();
        }
    }
}

/// What an event is about: none when it says nothing of the diary or of the
/// settings, such as a look at them, or a session that is kept.
fn about(event: &notify::Event, settings: &Path) -> Option<Hint> {
    if matches!(event.kind, EventKind::Access(_)) {
        return None;
    }
    let is_ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name == names::SESSION || name == names::WINDOW || names::is_temp(name)
    };
    let mut of_settings = false;
    for path in event.paths.iter().filter(|path| !is_ours(path)) {
        if path != settings {
            return Some(Hint::Diary);
        }
        of_settings = true;
    }
    match (event.paths.is_empty(), of_settings) {
        (true, _) => Some(Hint::Diary),
        (false, true) => Some(Hint::Settings),
        (false, false) => None,
    }
}

/// Turns bursts of hints into one look each, until the watcher is gone.
fn debounce(inbox: &Receiver<Hint>, orders: &Sender<Order>) {
    while let Ok(first) = inbox.recv() {
        let mut of_diary = first == Hint::Diary;
        for _ in 0..LONGEST {
            match inbox.recv_timeout(QUIET) {
                Ok(hint) => {
                    for hint in std::iter::once(hint).chain(inbox.try_iter()) {
                        of_diary |= hint == Hint::Diary;
                    }
                }
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        // A look at the folder is one at the settings too.
        let look = if of_diary {
            Order::Look
        } else {
            Order::LookAtSettings
        };
        if orders.send(look).is_err() {
            return;
        }
    }
}
