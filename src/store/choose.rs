//! The system's own dialog for a path. It runs on a thread of its own, so that
//! nothing waits for it, and is told from one that never opened.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

use super::export::typed;
use crate::clock::Clock;
use crate::dialog::{Choice, Purpose};

/// A dialog that is gone sooner than this was never seen by anybody.
const UNSEEN: Duration = Duration::from_millis(400);

/// Asks for a path, beginning at `path`. Waits for the person.
pub(super) fn ask(purpose: Purpose, path: &str, clock: &dyn Clock) -> Choice {
    let path = typed(path);
    let since = clock.now().ticks;
    let mut dialog = rfd::AsyncFileDialog::new().set_title(purpose.title());
    dialog = match purpose {
        Purpose::Page => dialog.add_filter("PDF", &["pdf"]),
        Purpose::Export(ending) => dialog.add_filter(ending.to_uppercase(), &[ending]),
        Purpose::Import => dialog
            .add_filter("Diaries and tables", &["zip", "csv", "json", "ron"])
            .add_filter("All files", &["*"]),
        Purpose::Backups | Purpose::Move | Purpose::Open => dialog,
    };
    // The nearest folder that is there.
    let start = path.ancestors().find(|folder| folder.is_dir());
    if let Some(folder) = start.filter(|folder| folder.is_absolute()) {
        dialog = dialog.set_directory(folder);
    }
    let chosen = match purpose {
        Purpose::Backups | Purpose::Move | Purpose::Open => wait(dialog.pick_folder()),
        Purpose::Import => wait(dialog.pick_file()),
        Purpose::Page | Purpose::Export(_) => {
            if let Some(name) = path.file_name() {
                dialog = dialog.set_file_name(name.to_string_lossy());
            }
            wait(dialog.save_file())
        }
    };
    match chosen {
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
