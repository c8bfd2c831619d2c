//! What is asked of the voice after each tick of a session. Pure.
//!
//! The voice waits for the sound of the same cue to be heard. It is silent
//! when muted, and falls silent when the session stands still.

use std::time::Duration;

use super::{Ask, Manner, words};
use crate::clock::Moment;
use crate::settings::Settings;
use crate::sound::{self, Sound};
use crate::stretch::{Cue, Session, Status};

/// Remembers how the voice was told to speak.
#[derive(Clone, Debug, Default)]
pub struct Tongue {
    manner: Option<Manner>,
    ran: bool,
}

impl Tongue {
    /// What to ask after a tick at `now` that told these cues.
    pub fn tell(
        &mut self,
        cues: &[Cue],
        session: Option<&Session>,
        settings: &Settings,
        now: &Moment,
    ) -> Vec<Ask> {
        let mut asks = Vec::new();
        let manner = Manner {
            rate: settings.voice_rate,
            volume: settings.sound_volume,
        };
        if self.manner.replace(manner) != Some(manner) {
            asks.push(Ask::Manner(manner));
        }
        let speaks = settings.voice && !settings.sound_muted;
        let session = session.filter(|_| speaks);
        let runs = session.is_some_and(|s| matches!(s.status(), Status::Running));
        let said = session.and_then(|session| {
            // Of several at once, which a late tick tells, only the last is true now.
            let mut cues = cues.iter().rev();
            cues.find_map(|cue| Some((*cue, words::of(*cue, session.plan())?)))
                .map(|(cue, text)| (text, now.ticks + heard(cue, session, settings)))
        });
        match said {
            Some((text, at)) => asks.push(Ask::Say(text, at)),
            None if self.ran && !runs => asks.push(Ask::Hush),
            None => {}
        }
        self.ran = runs;
        asks
    }
}

/// How long the sound of a cue is to be left alone.
fn heard(cue: Cue, session: &Session, settings: &Settings) -> Duration {
    let sound = Sound::of(cue, session.plan()).filter(|_| settings.sound_volume > 0);
    sound.map_or(Duration::ZERO, sound::heard)
}
