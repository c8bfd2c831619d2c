//! The player: a thread that opens the device at the first wish, plays each
//! sound at its time and tells how it stands.
//!
//! A sound that is late is dropped, not played late: a wrong cue is worse than
//! none. The device is let go of when nothing is to be played for a while.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use super::desk::{Desk, Turn, Wake};
use super::{Ask, Due, NoSound, Player, RATE, Sound, Status, gain, tone};
use crate::clock::{Clock, Moment};

/// A sound later than this is dropped.
const LATE: Duration = Duration::from_millis(300);
/// The wall ran ahead of the ticks by this much: the computer slept.
const SLEPT: Duration = Duration::from_secs(3);
/// After this long without a wish the device is let go of.
const IDLE: Duration = Duration::from_secs(6);
/// More sounds than this never wait.
const MOST: usize = 4;

/// Plays samples on a device of the system.
pub trait Speaker {
    /// Plays these samples, one channel at [`RATE`], now, over what still
    /// sounds. Opens the device if it is not open. Comes back at once.
    ///
    /// # Errors
    /// Why nothing will be heard.
    fn play(&mut self, samples: &[f32]) -> Result<Status, NoSound>;

    /// Keeps the device awake, or no longer: many swallow the first moment of
    /// a sound after a silence.
    ///
    /// # Errors
    /// Why there is no device.
    fn warm(&mut self, on: bool) -> Result<(), NoSound>;

    /// Lets go of the device.
    fn rest(&mut self);
}

/// Makes the speaker, on the thread that will use it.
pub type MakeSpeaker = Box<dyn FnOnce() -> Box<dyn Speaker> + Send>;

/// Did the computer sleep between these two?
fn slept(before: &Moment, now: &Moment) -> bool {
    let wall = now.wall.timestamp().duration_since(before.wall.timestamp());
    // A wall set back is no sleep.
    let wall = Duration::try_from(wall).unwrap_or(Duration::ZERO);
    wall > now.ticks.saturating_sub(before.ticks) + SLEPT
}

/// What is wanted of the thread.
#[derive(Debug, Default)]
struct Wanted {
    now: VecDeque<(Sound, Option<Duration>)>,
    expected: Option<(Due, Moment)>,
    volume: u8,
    warm: bool,
    stop: bool,
}

/// The real player.
pub struct Device {
    desk: Arc<Desk<Wanted>>,
    clock: Arc<dyn Clock>,
    make: Option<MakeSpeaker>,
    wake: Option<Wake>,
    news: Receiver<Status>,
    tell: Sender<Status>,
}

impl std::fmt::Debug for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Device").finish_non_exhaustive()
    }
}

impl Device {
    /// A player that will make its speaker, and its thread, at the first wish.
    pub fn new(clock: Arc<dyn Clock>, make: MakeSpeaker) -> Self {
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
            tones: HashMap::new(),
            played: None,
            is_warm: false,
            rest_at: None,
        };
        let thread = thread::Builder::new().name("unclench-sound".to_owned());
        let started = thread.spawn(move || worker.run(make().as_mut()));
        if started.is_err() {
            // The channel is ours, so somebody listens.
            self.tell.send(Status::None(NoSound::Lost)).ok();
        }
    }
}

impl Player for Device {
    fn connect(&mut self, wake: Wake) {
        self.wake = Some(wake);
    }

    fn ask(&mut self, ask: Ask) {
        let now = self.clock.now();
        let begins = match ask {
            Ask::Play(_) | Ask::Try(_) => true,
            Ask::Expect(due) => due.is_some(),
            Ask::Warm(on) => on,
            Ask::Volume(_) => false,
        };
        self.desk.change(|wanted| match ask {
            Ask::Play(due) => put(&mut wanted.now, due.sound, Some(due.at)),
            Ask::Try(sound) => put(&mut wanted.now, sound, None),
            Ask::Expect(due) => wanted.expected = due.map(|due| (due, now)),
            Ask::Volume(volume) => wanted.volume = volume,
            Ask::Warm(on) => wanted.warm = on,
        });
        if begins {
            self.begin();
        }
    }

    fn news(&mut self) -> Option<Status> {
        self.news.try_iter().last()
    }
}

impl Drop for Device {
    fn drop(&mut self) {
        // Not waited for: a sound system that hangs must not hold the window.
        self.desk.change(|wanted| wanted.stop = true);
    }
}

fn put(row: &mut VecDeque<(Sound, Option<Duration>)>, sound: Sound, at: Option<Duration>) {
    if row.len() >= MOST {
        row.pop_front();
    }
    row.push_back((sound, at));
}

/// One thing for the thread to do.
enum Task {
    Play(Sound, Option<Duration>, u8),
    Make(Sound),
    Warm(bool),
    Rest,
    Stop,
}

struct Worker {
    desk: Arc<Desk<Wanted>>,
    clock: Arc<dyn Clock>,
    tell: Sender<Status>,
    wake: Option<Wake>,
    told: Status,
    tones: HashMap<Sound, Vec<f32>>,
    /// What was played last, so that a sound that came by itself is not played
    /// again when the session tells of it.
    played: Option<Due>,
    is_warm: bool,
    /// When the device is let go of, in ticks, while it is open and idle.
    rest_at: Option<Duration>,
}

impl Worker {
    fn run(mut self, speaker: &mut dyn Speaker) {
        loop {
            let desk = Arc::clone(&self.desk);
            match desk.next(|wanted| self.choose(wanted)) {
                Task::Stop => return,
                Task::Make(sound) => {
                    self.tone(sound);
                }
                Task::Rest => {
                    self.rest_at = None;
                    speaker.rest();
                }
                Task::Warm(on) => {
                    self.is_warm = on;
                    self.rest_later();
                    if let Err(why) = speaker.warm(on) {
                        self.say(Status::None(why), false);
                    }
                }
                Task::Play(sound, at, volume) => {
                    self.play(speaker, sound, at, volume);
                    self.rest_later();
                }
            }
        }
    }

    fn choose(&mut self, wanted: &mut Wanted) -> Turn<Task> {
        if wanted.stop {
            return Turn::Do(Task::Stop);
        }
        let now = self.clock.now();
        while let Some((sound, at)) = wanted.now.pop_front() {
            let due = at.map(|at| Due { sound, at });
            if due.is_none() || due != self.played {
                self.played = due;
                return Turn::Do(Task::Play(sound, at, wanted.volume));
            }
        }
        let Some((due, told)) = &wanted.expected else {
            return self.idle(wanted.warm, &now);
        };
        let due = *due;
        if due.at <= now.ticks {
            let counts = self.played != Some(due) && !slept(told, &now);
            wanted.expected = None;
            if counts {
                self.played = Some(due);
                return Turn::Do(Task::Play(due.sound, Some(due.at), wanted.volume));
            }
            return self.idle(wanted.warm, &now);
        }
        if wanted.warm != self.is_warm {
            return Turn::Do(Task::Warm(wanted.warm));
        }
        if !self.tones.contains_key(&due.sound) {
            return Turn::Do(Task::Make(due.sound));
        }
        Turn::WaitFor(due.at.saturating_sub(now.ticks))
    }

    /// What to do while no sound is due.
    fn idle(&self, warm: bool, now: &Moment) -> Turn<Task> {
        if warm != self.is_warm {
            return Turn::Do(Task::Warm(warm));
        }
        match self.rest_at {
            Some(at) if !warm && at <= now.ticks => Turn::Do(Task::Rest),
            Some(at) if !warm => Turn::WaitFor(at.saturating_sub(now.ticks)),
            Some(_) | None => Turn::Wait,
        }
    }

    fn rest_later(&mut self) {
        self.rest_at = Some(self.clock.now().ticks + IDLE);
    }

    fn play(&mut self, speaker: &mut dyn Speaker, sound: Sound, at: Option<Duration>, volume: u8) {
        let now = self.clock.now().ticks;
        if at.is_some_and(|at| now.saturating_sub(at) > LATE) {
            return;
        }
        if self.told == Status::Unknown {
            self.say(Status::Opening, false);
        }
        let loud = gain(volume);
        let samples: Vec<f32> = self.tone(sound).iter().map(|s| s * loud).collect();
        let status = speaker.play(&samples).unwrap_or_else(Status::None);
        self.say(status, at.is_none());
    }

    fn tone(&mut self, sound: Sound) -> &[f32] {
        let made = self.tones.entry(sound);
        made.or_insert_with(|| tone(sound, RATE))
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
