//! The voice on Windows and macOS, through `tts`: the voice that the system
//! has chosen. Not built on Linux, where `tts` needs a system package.

use tts::Tts;

use super::{Manner, Mouth, NoVoice, Status};

/// The mouth.
#[derive(Default)]
pub(super) struct SystemVoice {
    tts: Option<Tts>,
}

impl SystemVoice {
    fn open(&mut self) -> Result<&mut Tts, NoVoice> {
        let tts = match self.tts.take() {
            Some(tts) => tts,
            None => Tts::default().map_err(|_| NoVoice::NoSystem)?,
        };
        Ok(self.tts.insert(tts))
    }
}

impl Mouth for SystemVoice {
    fn say(&mut self, text: &str, manner: Manner) -> Result<Status, NoVoice> {
        let tts = self.open()?;
        let can = tts.supported_features();
        if can.rate {
            let part = f32::from(manner.rate) / 100.0;
            let rate = between(
                tts.min_rate(),
                tts.normal_rate(),
                tts.max_rate(),
                // The ends of the range cannot be followed.
                part * 0.5,
            );
            tts.set_rate(rate).map_err(|_| NoVoice::Lost)?;
        }
        if can.volume {
            let part = f32::from(manner.volume.min(100)) / 100.0;
            let volume = tts.min_volume() + (tts.max_volume() - tts.min_volume()) * part;
            tts.set_volume(volume).map_err(|_| NoVoice::Lost)?;
        }
        tts.speak(text, true).map_err(|_| NoVoice::Lost)?;
        Ok(Status::Ready("your system’s voice".to_owned()))
    }

    fn hush(&mut self) {
        if let Some(tts) = &mut self.tts {
            // A voice that cannot be stopped ends its sentence.
            tts.stop().ok();
        }
    }

    fn rest(&mut self) {
        self.tts = None;
    }
}

/// The middle at 0, the ends at -1 and 1, whichever of them is the larger.
fn between(low: f32, middle: f32, high: f32, part: f32) -> f32 {
    if part < 0.0 {
        middle + (middle - low) * part
    } else {
        middle + (high - middle) * part
    }
}
