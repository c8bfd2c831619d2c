//! The system's own dialog for a path. It runs on a thread of its own, so that
//! nothing waits for it, and is told from one that never opened.

use std::future::Future;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

use super::export::typed;
use crate::clock::Clock;

/// A dialog that is gone sooner than this was never seen by anybody.
const UNSEEN: Duration = Duration::from_millis(400);

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// A path.
    Path(PathBuf),
    /// It was closed without one.
    Closed,
    /// The system has none.
    NoDialog,
}

/// Asks for a path to save to, beginning at `path`. Waits for the person.
pub(super) fn ask(path: &str, clock: &dyn Clock) -> Choice {
    let path = typed(path);
    let since = clock.now().ticks;
    let mut dialog = rfd::AsyncFileDialog::new()
        .set_title("Save as PDF")
        .add_filter("PDF", &["pdf"]);
    if let Some(folder) = path.parent().filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = path.file_name() {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    match wait(dialog.save_file()) {
        Some(chosen) => Choice::Path(chosen.path().to_owned()),
        None if clock.now().ticks.saturating_sub(since) < UNSEEN => Choice::NoDialog,
        None => Choice::Closed,
    }
}

/// Wakes a thread that waits.
struct Awake(Thread);

impl Wake for Awake {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits on this thread until it is done.
fn wait<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Awake(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(done) => return done,
            Poll::Pending => thread::park(),
        }
    }
}
