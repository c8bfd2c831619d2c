//! What is heard: five sounds, when each one is played, and by what.
//!
//! A [`Cue`] of the session becomes a [`Sound`] here, in the one table that
//! decides it ([`Sound::of`]). [`Ear`] says what to ask of a [`Player`];
//! [`Device`] is the real one, a thread that opens the system's sound at the
//! first wish. Nothing here draws, and no wish ever waits.

#[cfg(any(target_os = "windows", target_os = "macos"))]
mod cpal;
mod desk;
mod device;
mod ear;
mod player;
#[cfg(target_os = "linux")]
mod pulse;
#[cfg(test)]
mod tests;
mod tone;

use std::time::Duration;

pub use self::desk::Wake;
pub(crate) use self::desk::{Desk, Turn};
pub use self::device::system;
pub use self::ear::Ear;
pub use self::player::{Device, MakeSpeaker, Speaker};
pub use self::tone::{RATE, gain, heard, tone};
use crate::stretch::{Cue, PhaseKind, Plan};

/// One of the five sounds, told apart by their rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sound {
    /// The next move: get into place, or let go.
    Prepare,
    /// Hold now.
    Go,
    /// Half of the hold is over.
    Half,
    /// Change sides.
    Switch,
    /// The session is over.
    Done,
}

impl Sound {
    /// All of them, in the order in which a session plays them.
    pub const ALL: [Self; 5] = [
        Self::Prepare,
        Self::Go,
        Self::Half,
        Self::Switch,
        Self::Done,
    ];

    /// Its name, as on a button.
    pub fn name(self) -> &'static str {
        match self {
            Self::Prepare => "Move",
            Self::Go => "Hold",
            Self::Half => "Half-way",
            Self::Switch => "Change sides",
            Self::Done => "Done",
        }
    }

    /// What it sounds like and what to do then.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Prepare => "One long low tone: make the next move, or let go.",
            Self::Go => "Two tones going up: you are there, hold.",
            Self::Half => {
                "One short tap: half of the hold is over. In an acute cramp: has it eased?"
            }
            Self::Switch => "Three quick tones, high, low, high: change sides.",
            Self::Done => "Four slow tones going down: the stretch is over.",
        }
    }

    /// The sound of a cue. The one table:
    ///
    /// | cue | sound |
    /// |---|---|
    /// | getting ready, crossing, opening, drawing in | prepare |
    /// | letting go, resting | prepare: the next move after a hold |
    /// | holding | go |
    /// | half of a hold; "has it eased?" | half |
    /// | walking | prepare |
    /// | changing sides | switch |
    /// | the end | done |
    /// | five seconds left, the computer slept | none; the voice tells the first |
    pub fn of(cue: Cue, plan: &Plan) -> Option<Self> {
        match cue {
            Cue::PhaseStarted(at) => Some(match plan.phases().get(at)?.kind {
                PhaseKind::Hold => Self::Go,
                PhaseKind::Swap => Self::Switch,
                PhaseKind::Prepare
                | PhaseKind::Cross
                | PhaseKind::Open
                | PhaseKind::DrawIn
                | PhaseKind::Release
                | PhaseKind::Walk => Self::Prepare,
                PhaseKind::Rate => return None,
            }),
            Cue::Half | Cue::Asks => Some(Self::Half),
            Cue::Done => Some(Self::Done),
            Cue::FiveLeft | Cue::Slept => None,
        }
    }
}

/// A sound and the moment it is due, in ticks of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Which.
    pub sound: Sound,
    /// When, as [`crate::clock::Moment::ticks`].
    pub at: Duration,
}

/// A wish to the player. None is answered; what comes of it is a [`Status`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Play this, unless it is late or was played by itself already.
    Play(Due),
    /// Play this by itself when it is due; replaces the one expected before.
    Expect(Option<Due>),
    /// Play this at once, however long the device takes to open.
    Try(Sound),
    /// How loud from now on, 0 to 100.
    Volume(u8),
    /// A session runs: keep the device awake between its sounds.
    Warm(bool),
}

/// Whether there is sound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing was played yet.
    #[default]
    Unknown,
    /// The device is being opened.
    Opening,
    /// There is sound.
    Ready {
        /// The name of the device, as the system tells it.
        device: String,
        /// The system has turned this device down to nothing.
        muted: bool,
    },
    /// There is none.
    None(NoSound),
}

/// Why there is no sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSound {
    /// No sound system runs.
    #[error("no sound system is running")]
    NoSystem,
    /// A sound system, but no device to play on.
    #[error("there is no speaker or headphone")]
    NoDevice,
    /// The sound system turned us away.
    #[error("the sound system refuses to play")]
    Refused,
    /// It did not answer, or went away.
    #[error("the sound system does not answer")]
    Lost,
}

impl NoSound {
    /// What a person can do.
    pub fn advice(self) -> &'static str {
        match self {
            Self::NoSystem if cfg!(target_os = "linux") => {
                "Start PipeWire or PulseAudio, then test again."
            }
            Self::NoSystem => "Check the sound in your system’s settings, then test again.",
            Self::NoDevice => "Connect a speaker or headphones, then test again.",
            Self::Refused => "Allow Unclench to play sound in your system’s settings.",
            Self::Lost => "Restart the sound system or the computer, then test again.",
        }
    }
}

impl Status {
    /// How it is, in one or two sentences.
    pub fn sentence(&self) -> String {
        match self {
            Self::Unknown => "Not tried yet. Press “Test the sound”.".to_owned(),
            Self::Opening => "Opening the device.".to_owned(),
            Self::Ready {
                device,
                muted: false,
            } => format!("Plays on: {device}."),
            Self::Ready {
                device,
                muted: true,
            } => format!(
                "Plays on: {device}, which is turned off in your system’s settings. Turn it up \
                 to hear anything."
            ),
            Self::None(why) => format!("No sound: {why}. {}", why.advice()),
        }
    }
}

/// Whatever makes the sounds heard.
pub trait Player {
    /// Takes the function that wakes the window when there is news.
    fn connect(&mut self, wake: Wake);
    /// Takes a wish. Never waits.
    fn ask(&mut self, ask: Ask);
    /// How it stands, if that changed since the last call.
    fn news(&mut self) -> Option<Status>;
}
