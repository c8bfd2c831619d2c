//! Keeps the screen and the computer awake while a stretch runs, and not a
//! moment longer.
//!
//! Whoever grants it may take its time or hang, so it is asked from a thread of
//! its own, which starts at the first session. The system takes the grant back
//! by itself when the program ends, however it ends.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crate::sound::{Desk, Turn, Wake};

/// Whether the screen is kept on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing was asked of the system, or it was given back.
    #[default]
    Off,
    /// The screen stays on.
    On,
    /// The computer stays awake, but its screen may go dark.
    NoScreen,
    /// The system does not let us.
    Refused,
}

impl Status {
    /// What a person should know; nothing while all is well.
    pub fn sentence(self) -> Option<&'static str> {
        match self {
            Self::Off | Self::On => None,
            Self::NoScreen => Some(
                "The screen may go dark during a stretch. Set a longer time in your system’s \
                 settings.",
            ),
            Self::Refused => Some(
                "The screen may go dark, or the computer sleep, during a stretch. Set a longer \
                 time in your system’s settings.",
            ),
        }
    }
}

/// Whatever keeps the screen on.
pub trait Keeper {
    /// Takes the function that wakes the window when there is news.
    fn connect(&mut self, wake: Wake);
    /// Keeps the screen on, or no longer. Never waits.
    fn keep(&mut self, on: bool);
    /// How it stands, if that changed since the last call.
    fn news(&mut self) -> Option<Status>;
}

/// Held while the computer is kept awake; dropped to let it sleep.
pub trait Grant {}

/// Asks the system; on the keeper's own thread.
pub type AskSystem = Box<dyn FnMut() -> (Status, Option<Box<dyn Grant>>) + Send>;

#[derive(Debug, Default)]
struct Wanted {
    on: bool,
    stop: bool,
}

/// The keeper of this system.
pub struct Awake {
    desk: Arc<Desk<Wanted>>,
    is_on: bool,
    system: Option<AskSystem>,
    wake: Option<Wake>,
    news: Receiver<Status>,
    tell: Sender<Status>,
}

impl std::fmt::Debug for Awake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Awake")
            .field("is_on", &self.is_on)
            .finish_non_exhaustive()
    }
}

impl Awake {
    /// A keeper that asks this, on a thread that starts at the first wish.
    pub fn new(system: AskSystem) -> Self {
        let (tell, news) = mpsc::channel();
        Self {
            desk: Arc::default(),
            is_on: false,
            system: Some(system),
            wake: None,
            news,
            tell,
        }
    }

    /// The one that asks this computer.
    pub fn of_system() -> Box<dyn Keeper> {
        Box::new(Self::new(Box::new(ask_system)))
    }

    fn begin(&mut self) {
        let Some(system) = self.system.take() else {
            return;
        };
        let (desk, tell, wake) = (Arc::clone(&self.desk), self.tell.clone(), self.wake.clone());
        let thread = thread::Builder::new().name("unclench-awake".to_owned());
        let started = thread.spawn(move || run(&desk, system, &tell, wake.as_ref()));
        if started.is_err() {
            // The channel is ours, so somebody listens.
            self.tell.send(Status::Refused).ok();
        }
    }
}

impl Keeper for Awake {
    fn connect(&mut self, wake: Wake) {
        self.wake = Some(wake);
    }

    fn keep(&mut self, on: bool) {
        if on == self.is_on {
            return;
        }
        self.is_on = on;
        self.desk.change(|wanted| wanted.on = on);
        if on {
            self.begin();
        }
    }

    fn news(&mut self) -> Option<Status> {
        self.news.try_iter().last()
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        // Not waited for: the grant ends with the program at the latest.
        self.desk.change(|wanted| wanted.stop = true);
    }
}

fn run(desk: &Desk<Wanted>, mut system: AskSystem, tell: &Sender<Status>, wake: Option<&Wake>) {
    let mut held: Option<Box<dyn Grant>> = None;
    let mut is_on = false;
    loop {
        let on = desk.next(|wanted| {
            let on = wanted.on && !wanted.stop;
            if wanted.stop {
                Turn::Do(None)
            } else if on == is_on {
                Turn::Wait
            } else {
                Turn::Do(Some(on))
            }
        });
        let Some(on) = on else { return };
        is_on = on;
        drop(held.take());
        let mut status = Status::Off;
        if on {
            (status, held) = system();
        }
        // What the system refuses stays true while no session runs.
        if on
            && tell.send(status).is_ok()
            && let Some(wake) = wake
        {
            wake();
        }
    }
}

/// What was granted; any of it ends when it is dropped.
struct Granted(Vec<keepawake::KeepAwake>);

impl Grant for Granted {}

impl Drop for Granted {
    fn drop(&mut self) {
        for lock in self.0.drain(..) {
            // It panics when whoever granted it is gone; then it has ended.
            std::panic::catch_unwind(AssertUnwindSafe(|| drop(lock))).ok();
        }
    }
}

/// Asks for the screen and for the computer, each by itself: on Linux they are
/// granted by different services, of which one may be missing.
fn ask_system() -> (Status, Option<Box<dyn Grant>>) {
    let ask = |screen: bool| {
        keepawake::Builder::default()
            .display(screen)
            .idle(!screen)
            .reason("A stretch is running")
            .app_name("Unclench")
            .app_reverse_domain("org.unclench.Unclench")
            .create()
            .ok()
    };
    let (screen, computer) = (ask(true), ask(false));
    let status = match (&screen, &computer) {
        (Some(_), _) => Status::On,
        (None, Some(_)) => Status::NoScreen,
        (None, None) => Status::Refused,
    };
    let granted: Vec<_> = screen.into_iter().chain(computer).collect();
    (status, Some(Box::new(Granted(granted))))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicI32, Ordering};

    use super::*;

    struct Counted(Arc<AtomicI32>);

    impl Grant for Counted {}

    impl Drop for Counted {
        fn drop(&mut self) {
            self.0.fetch_sub(1, Ordering::SeqCst);
        }
    }

    /// A keeper, how many grants it holds, and what wakes the window.
    fn keeper() -> (Awake, Arc<AtomicI32>, Receiver<()>) {
        let held = Arc::new(AtomicI32::new(0));
        let count = Arc::clone(&held);
        let mut keeper = Awake::new(Box::new(move || {
            count.fetch_add(1, Ordering::SeqCst);
            let grant = Counted(Arc::clone(&count));
            (Status::On, Some(Box::new(grant)))
        }));
        let (woken, wakes) = mpsc::channel();
        keeper.connect(Arc::new(move || {
            woken.send(()).ok();
        }));
        (keeper, held, wakes)
    }

    fn until(held: &AtomicI32, wanted: i32) {
        while held.load(Ordering::SeqCst) != wanted {
            thread::yield_now();
        }
    }

    #[test]
    fn the_screen_is_kept_on_only_while_wanted() {
        let (mut keeper, held, wakes) = keeper();
        assert_eq!(held.load(Ordering::SeqCst), 0, "nothing before the first");
        keeper.keep(true);
        wakes.recv().unwrap();
        assert_eq!(keeper.news(), Some(Status::On), "granted");
        assert_eq!(held.load(Ordering::SeqCst), 1, "held");
        keeper.keep(true);
        keeper.keep(false);
        until(&held, 0);
        keeper.keep(true);
        wakes.recv().unwrap();
        assert_eq!(held.load(Ordering::SeqCst), 1, "held again, once");
    }

    #[test]
    fn it_is_given_back_at_the_end() {
        let (mut keeper, held, wakes) = keeper();
        keeper.keep(true);
        wakes.recv().unwrap();
        drop(keeper);
        until(&held, 0);
    }
}
