//! The player of this system: PulseAudio or PipeWire on Linux, what `cpal`
//! finds on Windows and macOS, none elsewhere.

use std::sync::Arc;

use super::{Device, Player};
use crate::clock::Clock;

/// The player of this system. It opens nothing before the first wish.
pub fn system(clock: Arc<dyn Clock>) -> Box<dyn Player> {
    Box::new(Device::new(clock, Box::new(speaker)))
}

#[cfg(target_os = "linux")]
fn speaker() -> Box<dyn super::Speaker> {
    Box::new(super::pulse::Pulse::default())
}

#[cfg(any(target_os = "windows", target_os = "macos"))]
fn speaker() -> Box<dyn super::Speaker> {
    Box::new(super::cpal::Cpal::default())
}

#[cfg(not(any(target_os = "linux", target_os = "windows", target_os = "macos")))]
fn speaker() -> Box<dyn super::Speaker> {
    Box::new(nothing::Nothing)
}

#[cfg(not(any(target_os = "linux", target_os = "windows", target_os = "macos")))]
mod nothing {
    use crate::sound::{NoSound, Speaker, Status};

    /// A system for which we know no way to play.
    pub(super) struct Nothing;

    impl Speaker for Nothing {
        fn play(&mut self, _samples: &[f32]) -> Result<Status, NoSound> {
            Err(NoSound::NoSystem)
        }

        fn warm(&mut self, _on: bool) -> Result<(), NoSound> {
            Err(NoSound::NoSystem)
        }

        fn rest(&mut self) {}
    }
}
