//! The voice's thread: starts the system's speech at the first wish, says each
//! sentence at its time, and tells how it stands.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use super::{Ask, Manner, NoVoice, Status, Voice};
use crate::clock::Clock;
use crate::sound::{Desk, Turn, Wake};

/// Words later than this are not said.
const LATE: Duration = Duration::from_secs(2);
/// After this long without a wish the speech system is let go of.
const IDLE: Duration = Duration::from_mins(3);

/// Speaks through a system of the computer.
pub trait Mouth {
    /// Says this, in place of whatever is being said. Comes back at once.
    ///
    /// # Errors
    /// Why nothing will be heard.
    fn say(&mut self, text: &str, manner: Manner) -> Result<Status, NoVoice>;

    /// Falls silent.
    fn hush(&mut self);

    /// Lets go of the system.
    fn rest(&mut self);
}

/// Makes the mouth, on the thread that will use it.
pub type MakeMouth = Box<dyn FnOnce() -> Box<dyn Mouth> + Send>;

/// A system for which we know no way to speak.
#[cfg(not(any(target_os = "linux", target_os = "windows", target_os = "macos")))]
pub(super) struct NoMouth;

#[cfg(not(any(target_os = "linux", target_os = "windows", target_os = "macos")))]
impl Mouth for NoMouth {
    fn say(&mut self, _text: &str, _manner: Manner) -> Result<Status, NoVoice> {
        Err(NoVoice::NoSystem)
    }

    fn hush(&mut self) {}

    fn rest(&mut self) {}
}

/// What is wanted of the thread: the newest words only.
#[derive(Debug, Default)]
struct Wanted {
    say: Option<(String, Option<Duration>)>,
    hush: bool,
    manner: Option<Manner>,
    stop: bool,
}

/// The real voice.
pub struct Speech {
    desk: Arc<Desk<Wanted>>,
    clock: Arc<dyn Clock>,
    make: Option<MakeMouth>,
    wake: Option<Wake>,
    news: Receiver<Status>,
    tell: Sender<Status>,
}

impl std::fmt::Debug for Speech {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Speech").finish_non_exhaustive()
    }
}

impl Speech {
    /// A voice that will make its mouth, and its thread, at the first words.
    pub fn new(clock: Arc<dyn Clock>, make: MakeMouth) -> Self {
        let (tell, news) = mpsc::channel();
        Self {
            desk: Arc::default(),
            clock,
            make: Some(make),
            wake: None,
            news,
            tell,
        }
    }

    /// Starts the thread if it does not run.
    fn begin(&mut self) {
        let Some(make) = self.make.take() else { return };
        let worker = Worker {
            desk: Arc::clone(&self.desk),
            clock: Arc::clone(&self.clock),
            tell: self.tell.clone(),
            wake: self.wake.clone(),
            told: Status::Unknown,
            rest_at: None,
        };
        let thread = thread::Builder::new().name("unclench-voice".to_owned());
        let started = thread.spawn(move || worker.run(make().as_mut()));
        if started.is_err() {
            // The channel is ours, so somebody listens.
            self.tell.send(Status::None(NoVoice::Lost)).ok();
        }
    }
}

impl Voice for Speech {
    fn connect(&mut self, wake: Wake) {
        self.wake = Some(wake);
    }

    fn ask(&mut self, ask: Ask) {
        let begins = matches!(ask, Ask::Say(..) | Ask::Try(_));
        self.desk.change(|wanted| match ask {
            Ask::Say(text, at) => wanted.say = Some((text, Some(at))),
            Ask::Try(text) => wanted.say = Some((text, None)),
            Ask::Manner(manner) => wanted.manner = Some(manner),
            Ask::Hush => {
                wanted.say = None;
                wanted.hush = true;
            }
        });
        if begins {
            self.begin();
        }
    }

    fn news(&mut self) -> Option<Status> {
        self.news.try_iter().last()
    }
}

impl Drop for Speech {
    fn drop(&mut self) {
        // Not waited for: a speech system that hangs must not hold the window.
        self.desk.change(|wanted| wanted.stop = true);
    }
}

/// One thing for the thread to do.
enum Task {
    Say(String, Manner, bool),
    Hush,
    Rest,
    Stop,
}

struct Worker {
    desk: Arc<Desk<Wanted>>,
    clock: Arc<dyn Clock>,
    tell: Sender<Status>,
    wake: Option<Wake>,
    told: Status,
    /// When the system is let go of, in ticks, while it is open and idle.
    rest_at: Option<Duration>,
}

impl Worker {
    fn run(mut self, mouth: &mut dyn Mouth) {
        loop {
            let desk = Arc::clone(&self.desk);
            match desk.next(|wanted| self.choose(wanted)) {
                Task::Stop => {
                    mouth.hush();
                    return;
                }
                Task::Rest => {
                    self.rest_at = None;
                    mouth.rest();
                }
                Task::Hush => mouth.hush(),
                Task::Say(text, manner, asked) => {
                    if self.told == Status::Unknown {
                        self.say(Status::Opening, false);
                    }
                    let status = mouth.say(&text, manner).unwrap_or_else(Status::None);
                    self.say(status, asked);
                    self.rest_at = Some(self.clock.now().ticks + IDLE);
                }
            }
        }
    }

    fn choose(&self, wanted: &mut Wanted) -> Turn<Task> {
        if wanted.stop {
            return Turn::Do(Task::Stop);
        }
        if std::mem::take(&mut wanted.hush) {
            return Turn::Do(Task::Hush);
        }
        let now = self.clock.now().ticks;
        let manner = wanted.manner.unwrap_or(Manner {
            rate: 0,
            volume: 100,
        });
        let at = wanted.say.as_ref().map(|(_, at)| *at);
        match at.map(Option::unwrap_or_default) {
            Some(at) if at > now => return Turn::WaitFor(at.saturating_sub(now)),
            Some(_) => {
                if let Some((text, at)) = wanted.say.take()
                    && at.is_none_or(|at| now.saturating_sub(at) <= LATE)
                {
                    return Turn::Do(Task::Say(text, manner, at.is_none()));
                }
            }
            None => {}
        }
        match self.rest_at {
            Some(at) if at <= now => Turn::Do(Task::Rest),
            Some(at) => Turn::WaitFor(at.saturating_sub(now)),
            None => Turn::Wait,
        }
    }

    /// Tells how it stands, when that is news or was asked for.
    fn say(&mut self, status: Status, asked: bool) {
        if asked || status != self.told {
            self.told = status.clone();
            // Nobody listens any more at the very end.
            self.tell.send(status).ok();
            if let Some(wake) = &self.wake {
                wake();
            }
        }
    }
}
