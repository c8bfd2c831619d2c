//! A running session made heard: its cues go to the sound and the voice, and
//! the screen is kept on. Ties the three threads to the state; decides nothing.

use std::sync::Arc;

use crate::awake::{Awake, Keeper};
use crate::clock::{Clock, Moment};
use crate::job::Report;
use crate::sound::{self, Ear, Player, Wake};
use crate::state::{State, Try};
use crate::stretch::{Session, Status};
use crate::voice::{self, Tongue, Voice, words};

/// Sound, voice and the keeper of the screen.
pub struct Aloud {
    player: Box<dyn Player>,
    ear: Ear,
    voice: Box<dyn Voice>,
    tongue: Tongue,
    keeper: Box<dyn Keeper>,
}

impl std::fmt::Debug for Aloud {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Aloud").finish_non_exhaustive()
    }
}

impl Aloud {
    /// Through these.
    pub fn new(player: Box<dyn Player>, voice: Box<dyn Voice>, keeper: Box<dyn Keeper>) -> Self {
        Self {
            player,
            ear: Ear::default(),
            voice,
            tongue: Tongue::default(),
            keeper,
        }
    }

    /// Through what this computer has. Nothing is opened before it is needed.
    pub fn of_system(clock: &Arc<dyn Clock>) -> Self {
        Self::new(
            sound::system(Arc::clone(clock)),
            voice::system(Arc::clone(clock)),
            Awake::of_system(),
        )
    }

    /// Takes the function that wakes the window when there is news.
    pub fn connect(&mut self, wake: Wake) {
        self.player.connect(Arc::clone(&wake));
        self.voice.connect(Arc::clone(&wake));
        self.keeper.connect(wake);
    }

    /// Makes heard what happened until `now`, after a tick or a command.
    pub fn follow(&mut self, state: &mut State, now: &Moment) {
        let cues = state.stretch.take_cues();
        let tries = state.sound.take_tries();
        let session = state.stretch.session();
        let settings = &state.settings;
        for ask in self.ear.hear(&cues, session, settings, now) {
            self.player.ask(ask);
        }
        for ask in self.tongue.tell(&cues, session, settings, now) {
            self.voice.ask(ask);
        }
        // Where a phase waits for the person, it may wait all night.
        let runs = |s: &Session| s.status() == Status::Running && !s.is_waiting();
        self.keeper.keep(session.is_some_and(runs));
        for what in tries {
            match what {
                Try::Sound(sound) => self.player.ask(sound::Ask::Try(sound)),
                Try::Voice => self.voice.ask(voice::Ask::Try(words::TRIAL.to_owned())),
            }
        }
    }

    /// What the three tell.
    pub fn news(&mut self) -> Vec<Report> {
        let sound = self.player.news().map(Report::Sound);
        let voice = self.voice.news().map(Report::Voice);
        let awake = self.keeper.news().map(Report::Awake);
        [sound, voice, awake].into_iter().flatten().collect()
    }
}
