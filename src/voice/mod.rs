//! What is said aloud during a session, and by what.
//!
//! [`words`] makes the sentences, [`Tongue`] says what to ask of a [`Voice`]
//! and when, [`Speech`] is the real one: a thread that talks to the system's
//! speech. Off unless a person turns it on. Nothing here draws or waits.

mod speech;
#[cfg(target_os = "linux")]
mod ssip;
#[cfg(test)]
mod tests;
mod tongue;
#[cfg(any(target_os = "windows", target_os = "macos"))]
mod tts;
pub mod words;

use std::sync::Arc;
use std::time::Duration;

pub use self::speech::{MakeMouth, Mouth, Speech};
pub use self::tongue::Tongue;
use crate::clock::Clock;
use crate::sound::Wake;

/// How fast and how loud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// -100 to 100, 0 as the system speaks.
    pub rate: i8,
    /// 0 to 100.
    pub volume: u8,
}

/// A wish to the voice. None is answered; what comes of it is a [`Status`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Say this at this time, in ticks, instead of whatever is being said.
    Say(String, Duration),
    /// Say this at once, however long the system takes to be ready.
    Try(String),
    /// Be silent.
    Hush,
    /// Speak like this from now on.
    Manner(Manner),
}

/// Whether there is a voice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing was said yet.
    #[default]
    Unknown,
    /// Speech is being started.
    Opening,
    /// There is a voice; of this system.
    Ready(String),
    /// There is none.
    None(NoVoice),
}

/// Why there is no voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoVoice {
    /// No speech system is there.
    #[error("no speech system was found")]
    NoSystem,
    /// A speech system without a voice.
    #[error("the speech system has no voice")]
    NoSpeaker,
    /// It did not answer, or went away.
    #[error("the speech system does not answer")]
    Lost,
}

impl NoVoice {
    /// What a person can do.
    pub fn advice(self) -> &'static str {
        match self {
            Self::NoSystem if cfg!(target_os = "linux") => {
                "Install the packages “speech-dispatcher” and “espeak-ng”, then test again."
            }
            Self::NoSystem => "Add a voice in your system’s settings, then test again.",
            Self::NoSpeaker if cfg!(target_os = "linux") => {
                "Install the package “speech-dispatcher-espeak-ng”, then test again."
            }
            Self::NoSpeaker => "Add an English voice in your system’s settings, then test again.",
            Self::Lost => "Sign out and in again, then test again.",
        }
    }
}

impl Status {
    /// How it is, in one or two sentences.
    pub fn sentence(&self) -> String {
        match self {
            Self::Unknown => "Not tried yet. Press “Test the voice”.".to_owned(),
            Self::Opening => "Starting the system’s speech.".to_owned(),
            Self::Ready(system) => format!("Speaks through {system}."),
            Self::None(why) => format!("No voice: {why}. {}", why.advice()),
        }
    }
}

/// Whatever says the words.
pub trait Voice {
    /// Takes the function that wakes the window when there is news.
    fn connect(&mut self, wake: Wake);
    /// Takes a wish. Never waits.
    fn ask(&mut self, ask: Ask);
    /// How it stands, if that changed since the last call.
    fn news(&mut self) -> Option<Status>;
}

/// The voice of this system. It opens nothing before the first wish.
pub fn system(clock: Arc<dyn Clock>) -> Box<dyn Voice> {
    Box::new(Speech::new(clock, Box::new(mouth)))
}

#[cfg(target_os = "linux")]
fn mouth() -> Box<dyn Mouth> {
    Box::new(ssip::Ssip::default())
}

#[cfg(any(target_os = "windows", target_os = "macos"))]
fn mouth() -> Box<dyn Mouth> {
    Box::new(tts::SystemVoice::default())
}

#[cfg(not(any(target_os = "linux", target_os = "windows", target_os = "macos")))]
fn mouth() -> Box<dyn Mouth> {
    Box::new(speech::NoMouth)
}
