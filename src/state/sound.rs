//! What is known of sound, voice and the screen kept on, and what was asked to
//! be tried out.

use super::State;
use crate::job::{Job, Report};
use crate::notice::{Remedy, Tone};
use crate::settings::Settings;
use crate::sound::Sound;
use crate::stretch::Status;
use crate::{awake, sound, voice};

/// Something to try out, for whatever makes it heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Try {
    /// One of the sounds.
    Sound(Sound),
    /// The voice.
    Voice,
}

/// Sound, voice and the screen kept on.
#[derive(Clone, Debug, Default)]
pub struct SoundDesk {
    /// Whether there is sound.
    pub status: sound::Status,
    /// Whether there is a voice.
    pub voice: voice::Status,
    /// Whether the screen is kept on.
    pub awake: awake::Status,
    tries: Vec<Try>,
}

impl SoundDesk {
    /// Asks for something to be tried out.
    pub(super) fn try_out(&mut self, what: Try) {
        self.tries.push(what);
    }

    /// Takes what is to be tried out since the last call.
    pub fn take_tries(&mut self) -> Vec<Try> {
        std::mem::take(&mut self.tries)
    }
}

impl State {
    /// Sound and voice off, or on again.
    pub(super) fn mute(&mut self) -> Vec<Job> {
        self.choose(Settings {
            sound_muted: !self.settings.sound_muted,
            ..self.settings.clone()
        })
    }

    /// Takes what the player, the voice and the keeper tell. Who follows a
    /// session by ear must know when there is nothing to hear.
    pub(super) fn hear(&mut self, report: &Report) {
        let session = self.stretch.session();
        let runs = session.is_some_and(|s| s.status() == Status::Running);
        match report {
            Report::Sound(status) => {
                self.sound.status = status.clone();
                match status {
                    sound::Status::None(why) if runs => self.no("sound", &format!("sound: {why}")),
                    sound::Status::Ready { muted: false, .. } => self.notices.settle("sound"),
                    sound::Status::Ready {
                        device,
                        muted: true,
                    } if runs => {
                        self.no("sound", &format!("sound: {device} is turned off"));
                    }
                    _ => {}
                }
            }
            Report::Voice(status) => {
                self.sound.voice = status.clone();
                match status {
                    voice::Status::None(why) if runs => self.no("voice", &format!("voice: {why}")),
                    voice::Status::Ready(_) => self.notices.settle("voice"),
                    _ => {}
                }
            }
            Report::Awake(status) => self.sound.awake = *status,
            _ => {}
        }
    }

    fn no(&mut self, topic: &'static str, what: &str) {
        let said = format!("No {what}. The stretch goes on: follow the words and the picture.");
        let remedy = Some(Remedy::SoundSettings);
        self.notices.tell(topic, Tone::Warning, said, remedy);
    }
}
