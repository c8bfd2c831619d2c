//! Sound on Windows and macOS, through `cpal`, on the device that the system
//! has chosen. Not built on Linux, where `cpal` needs a system package.
//!
//! One stream, open while sounds are wanted; what plays is mixed in its callback.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use cpal::traits::{DeviceTrait as _, HostTrait as _, StreamTrait as _};
use cpal::{ErrorKind, FromSample, SampleFormat, SizedSample, StreamConfig};

use super::{NoSound, RATE, Speaker, Status};

/// The speaker.
#[derive(Default)]
pub(super) struct Cpal {
    open: Option<Open>,
}

/// An open stream. It stops when this is dropped.
struct Open {
    #[expect(dead_code, reason = "holds the stream open")]
    stream: cpal::Stream,
    mix: Arc<Mutex<Mix>>,
    is_broken: Arc<AtomicBool>,
    device: String,
    rate: u32,
}

/// What plays now: samples at the device's rate, and how far each is.
#[derive(Default)]
struct Mix {
    playing: Vec<(Vec<f32>, usize)>,
}

impl Mix {
    /// The next sample of all that plays together.
    fn next(&mut self) -> f32 {
        let mut sum = 0.0;
        for (samples, at) in &mut self.playing {
            sum += samples.get(*at).copied().unwrap_or_default();
            *at += 1;
        }
        sum.clamp(-1.0, 1.0)
    }

    fn forget_what_is_over(&mut self) {
        self.playing.retain(|(samples, at)| *at < samples.len());
    }
}

impl Cpal {
    fn open(&mut self) -> Result<&Open, NoSound> {
        let works = |open: &Open| !open.is_broken.load(Ordering::Relaxed);
        match self.open.take().filter(works) {
            Some(open) => Ok(self.open.insert(open)),
            None => Ok(self.open.insert(Open::new()?)),
        }
    }
}

impl Speaker for Cpal {
    fn play(&mut self, samples: &[f32]) -> Result<Status, NoSound> {
        let open = self.open()?;
        let samples = resampled(samples, open.rate);
        let mut mix = open.mix.lock().unwrap_or_else(PoisonError::into_inner);
        mix.playing.push((samples, 0));
        Ok(Status::Ready {
            device: open.device.clone(),
            muted: false, // these systems do not tell
        })
    }

    fn warm(&mut self, on: bool) -> Result<(), NoSound> {
        if on {
            self.open()?;
        }
        Ok(())
    }

    fn rest(&mut self) {
        self.open = None;
    }
}

impl Open {
    fn new() -> Result<Self, NoSound> {
        let host = cpal::default_host();
        let device = host.default_output_device().ok_or(NoSound::NoDevice)?;
        let config = device.default_output_config().map_err(|e| told(&e))?;
        let name = device.description().map_err(|e| told(&e))?;
        let format = config.sample_format();
        let config = StreamConfig::from(config);
        let mix = Arc::new(Mutex::new(Mix::default()));
        let is_broken = Arc::new(AtomicBool::new(false));
        let parts = (&device, config, &mix, &is_broken);
        let stream = match format {
            SampleFormat::F32 => stream::<f32>(parts),
            SampleFormat::F64 => stream::<f64>(parts),
            SampleFormat::I16 => stream::<i16>(parts),
            SampleFormat::U16 => stream::<u16>(parts),
            SampleFormat::I32 => stream::<i32>(parts),
            _ => Err(NoSound::Refused),
        }?;
        stream.play().map_err(|e| told(&e))?;
        Ok(Self {
            stream,
            mix,
            is_broken,
            device: name.name().to_owned(),
            rate: config.sample_rate,
        })
    }
}

/// Builds the stream for one kind of sample.
fn stream<T: SizedSample + FromSample<f32>>(
    (device, config, mix, is_broken): (
        &cpal::Device,
        StreamConfig,
        &Arc<Mutex<Mix>>,
        &Arc<AtomicBool>,
    ),
) -> Result<cpal::Stream, NoSound> {
    let (mix, is_broken) = (Arc::clone(mix), Arc::clone(is_broken));
    let channels = usize::from(config.channels).max(1);
    device
        .build_output_stream(
            config,
            move |out: &mut [T], _: &cpal::OutputCallbackInfo| {
                let mut mix = mix.lock().unwrap_or_else(PoisonError::into_inner);
                for frame in out.chunks_mut(channels) {
                    frame.fill(T::from_sample(mix.next()));
                }
                mix.forget_what_is_over();
            },
            move |err: cpal::Error| {
                // The stream goes on after these three.
                let goes_on = matches!(
                    err.kind(),
                    ErrorKind::DeviceChanged | ErrorKind::Xrun | ErrorKind::RealtimeDenied
                );
                if !goes_on {
                    is_broken.store(true, Ordering::Relaxed);
                }
            },
            None,
        )
        .map_err(|e| told(&e))
}

/// The samples at another rate, by straight lines between them: our tones have
/// nothing near the top of the band.
fn resampled(samples: &[f32], rate: u32) -> Vec<f32> {
    if rate == RATE || rate == 0 {
        return samples.to_vec();
    }
    let step = f64::from(RATE) / f64::from(rate);
    let length = (samples.len() as f64 / step) as usize;
    (0..length)
        .map(|at| {
            let place = at as f64 * step;
            let (left, part) = (place as usize, place.fract() as f32);
            let of = |at: usize| samples.get(at).copied().unwrap_or_default();
            of(left) * (1.0 - part) + of(left + 1) * part
        })
        .collect()
}

fn told(err: &cpal::Error) -> NoSound {
    match err.kind() {
        ErrorKind::DeviceNotAvailable => NoSound::NoDevice,
        ErrorKind::HostUnavailable => NoSound::NoSystem,
        ErrorKind::PermissionDenied | ErrorKind::UnsupportedConfig => NoSound::Refused,
        _ => NoSound::Lost,
    }
}
