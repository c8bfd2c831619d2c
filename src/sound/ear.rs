//! What is asked of the player after each tick of a session. Pure.
//!
//! Sounds come from the player's own thread at the very moment they are due,
//! because a frame may be late and a hidden window more so: the next sound is
//! told ahead. What a person brings about (a skip, a step back) is played at
//! once. While muted nothing is asked at all.

use super::{Ask, Due, Sound};
use crate::clock::Moment;
use crate::settings::Settings;
use crate::stretch::{Cue, Session, Status};

/// Remembers what the player was told.
#[derive(Clone, Debug, Default)]
pub struct Ear {
    expected: Option<Due>,
    warm: bool,
    volume: Option<u8>,
}

impl Ear {
    /// What to ask after a tick at `now` that told these cues.
    pub fn hear(
        &mut self,
        cues: &[Cue],
        session: Option<&Session>,
        settings: &Settings,
        now: &Moment,
    ) -> Vec<Ask> {
        let mut asks = Vec::new();
        if self.volume != Some(settings.sound_volume) {
            self.volume = Some(settings.sound_volume);
            asks.push(Ask::Volume(settings.sound_volume));
        }
        let session = session.filter(|_| !settings.sound_muted);
        if let Some(session) = session {
            // Of several at once, which a late tick tells, only the last is true now.
            let heard = cues.iter().rev();
            let heard = heard
                .filter_map(|cue| Sound::of(*cue, session.plan()))
                .next();
            if let Some(sound) = heard {
                asks.push(Ask::Play(self.due(sound, now)));
            }
        }
        let next = session.and_then(|session| {
            let (wait, cue) = session.next_cue(now)?;
            let sound = Sound::of(cue, session.plan())?;
            let at = now.ticks + wait;
            Some(Due { sound, at })
        });
        if next != self.expected {
            self.expected = next;
            asks.push(Ask::Expect(next));
        }
        let warm = session.is_some_and(|s| s.status() == Status::Running && !s.is_waiting());
        if warm != self.warm {
            self.warm = warm;
            asks.push(Ask::Warm(warm));
        }
        asks
    }

    /// The sound as it was expected, if it was and its time has come; else now.
    fn due(&self, sound: Sound, now: &Moment) -> Due {
        self.expected
            .filter(|due| due.sound == sound && due.at <= now.ticks)
            .unwrap_or(Due {
                sound,
                at: now.ticks,
            })
    }
}
