//! Ears in place of sound, voice and screen: they keep what was asked and when,
//! and tell the app what a test puts into them.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use unclench::aloud::Aloud;
use unclench::awake::{self, Keeper};
use unclench::clock::Clock;
use unclench::sound::{self, Player, Sound, Wake};
use unclench::voice::{self, Voice};

use super::clock::ManualClock;

/// What was heard so far.
#[derive(Default)]
pub struct Heard {
    /// Sounds of the session, and when they were due, in ticks.
    pub played: Vec<(Duration, Sound)>,
    /// Sounds that a person asked to hear.
    pub tried: Vec<Sound>,
    /// What the player will play by itself.
    pub expected: Option<sound::Due>,
    /// How loud, 0 to 100.
    pub volume: Option<u8>,
    /// What was said, and when it was to be said.
    pub said: Vec<(Duration, String)>,
    /// How often the voice was told to be silent.
    pub hushed: usize,
    /// Is the screen kept on?
    pub kept_on: bool,
    /// Told to the app next.
    pub sound_news: Option<sound::Status>,
    pub voice_news: Option<voice::Status>,
    pub awake_news: Option<awake::Status>,
}

/// A handle on what was heard.
#[derive(Clone, Default)]
pub struct Ears(Arc<Mutex<Heard>>);

impl Ears {
    /// What the app is launched with.
    pub fn aloud(&self, clock: &Arc<ManualClock>) -> Aloud {
        let voice = Mouth {
            ears: self.clone(),
            clock: Arc::clone(clock),
        };
        Aloud::new(
            Box::new(self.clone()),
            Box::new(voice),
            Box::new(self.clone()),
        )
    }

    /// Looks at what was heard, or puts something in.
    pub fn with<T>(&self, look: impl FnOnce(&mut Heard) -> T) -> T {
        look(&mut self.0.lock().unwrap())
    }
}

impl Player for Ears {
    fn connect(&mut self, _wake: Wake) {}

    fn ask(&mut self, ask: sound::Ask) {
        self.with(|heard| match ask {
            sound::Ask::Play(due) => heard.played.push((due.at, due.sound)),
            sound::Ask::Expect(due) => heard.expected = due,
            sound::Ask::Try(sound) => heard.tried.push(sound),
            sound::Ask::Volume(volume) => heard.volume = Some(volume),
            sound::Ask::Warm(_) => {}
        });
    }

    fn news(&mut self) -> Option<sound::Status> {
        self.with(|heard| heard.sound_news.take())
    }
}

struct Mouth {
    ears: Ears,
    clock: Arc<ManualClock>,
}

impl Voice for Mouth {
    fn connect(&mut self, _wake: Wake) {}

    fn ask(&mut self, ask: voice::Ask) {
        let now = self.clock.now().ticks;
        self.ears.with(|heard| match ask {
            voice::Ask::Say(text, at) => heard.said.push((at, text)),
            voice::Ask::Try(text) => heard.said.push((now, text)),
            voice::Ask::Hush => heard.hushed += 1,
            voice::Ask::Manner(_) => {}
        });
    }

    fn news(&mut self) -> Option<voice::Status> {
        self.ears.with(|heard| heard.voice_news.take())
    }
}

impl Keeper for Ears {
    fn connect(&mut self, _wake: Wake) {}

    fn keep(&mut self, on: bool) {
        self.with(|heard| heard.kept_on = on);
    }

    fn news(&mut self) -> Option<awake::Status> {
        self.with(|heard| heard.awake_news.take())
    }
}
