//! The five sounds as samples: warm, struck tones without clicks, told apart by
//! their rhythm first and by pitch second. Pure numbers.
//!
//! Made here, so that there are no files to load, to decode or to license.

use std::f32::consts::TAU;
use std::time::Duration;

use super::Sound;

/// Samples a second of [`tone`].
pub const RATE: u32 = 48_000;
/// The loudest sample of any sound, of 1.
const PEAK: f32 = 0.85;
/// A tone comes in over this many seconds, so that it does not click.
const ATTACK: f32 = 0.012;
/// The last seconds of a sound run out to nothing.
const FADE: f32 = 0.06;

/// One struck tone of a sound.
#[derive(Clone, Copy, Debug)]
struct Note {
    /// Seconds from the start of the sound.
    at: f32,
    /// Hertz. Not below 300: small speakers are deaf there.
    pitch: f32,
    /// Seconds until it is at about a third of its loudness.
    ring: f32,
    /// Of the loudest.
    weight: f32,
}

const fn note(at: f32, pitch: f32, ring: f32, weight: f32) -> Note {
    Note {
        at,
        pitch,
        ring,
        weight,
    }
}

const PREPARE: [Note; 1] = [note(0.0, 329.6, 0.42, 1.0)];
const GO: [Note; 2] = [note(0.0, 440.0, 0.16, 0.85), note(0.26, 659.3, 0.32, 1.0)];
const HALF: [Note; 1] = [note(0.0, 587.3, 0.07, 1.0)];
const SWITCH: [Note; 3] = [
    note(0.0, 659.3, 0.1, 0.9),
    note(0.2, 440.0, 0.1, 1.0),
    note(0.4, 659.3, 0.24, 0.9),
];
const DONE: [Note; 4] = [
    note(0.0, 659.3, 0.34, 0.9),
    note(0.42, 523.3, 0.34, 0.9),
    note(0.84, 440.0, 0.34, 0.95),
    note(1.26, 329.6, 0.7, 1.0),
];

/// A rhythm: its notes and its whole length in seconds.
fn rhythm(sound: Sound) -> (&'static [Note], f32) {
    match sound {
        Sound::Prepare => (&PREPARE, 1.1),
        Sound::Go => (&GO, 1.1),
        Sound::Half => (&HALF, 0.26),
        Sound::Switch => (&SWITCH, 1.0),
        Sound::Done => (&DONE, 2.8),
    }
}

/// How many tones are struck, and when, in seconds from the start.
#[cfg(test)]
pub(super) fn strikes(sound: Sound) -> Vec<f32> {
    rhythm(sound).0.iter().map(|n| n.at).collect()
}

/// From the start of a sound until a voice may speak over its end:
/// the last tone has been heard.
pub fn heard(sound: Sound) -> Duration {
    let (notes, length) = rhythm(sound);
    let last = notes.last().map_or(0.0, |n| n.at + n.ring * 1.2);
    Duration::from_secs_f32(last.min(length))
}

/// The samples of a sound at full volume, one channel, -1 to 1.
pub fn tone(sound: Sound, rate: u32) -> Vec<f32> {
    let (notes, length) = rhythm(sound);
    let rate = rate as f32;
    let mut samples = vec![0.0_f32; (length * rate) as usize];
    for note in notes {
        let start = (note.at * rate) as usize;
        for (at, sample) in samples.iter_mut().skip(start).enumerate() {
            *sample += struck(*note, at as f32 / rate);
        }
    }
    let whole = samples.len() as f32 / rate;
    for (at, sample) in samples.iter_mut().enumerate() {
        let left = whole - at as f32 / rate;
        *sample *= smooth(left / FADE);
    }
    let loudest = samples.iter().fold(0.0_f32, |most, s| most.max(s.abs()));
    if loudest > 0.0 {
        for sample in &mut samples {
            *sample *= PEAK / loudest;
        }
    }
    samples
}

/// A struck tone after `time` seconds: a fundamental and two overtones, of
/// which the higher ones die away sooner, as in wood.
fn struck(note: Note, time: f32) -> f32 {
    let partial = |multiple: f32, weight: f32, ring: f32| {
        weight * (-time / (note.ring * ring)).exp() * (TAU * note.pitch * multiple * time).sin()
    };
    let body = partial(1.0, 1.0, 1.0) + partial(2.0, 0.36, 0.6) + partial(3.0, 0.12, 0.35);
    note.weight * smooth(time / ATTACK) * body
}

/// 0 at 0 and 1 at 1, level at both ends.
fn smooth(x: f32) -> f32 {
    let x = x.clamp(0.0, 1.0);
    x * x * (3.0 - 2.0 * x)
}

/// What samples are multiplied by at a volume of 0 to 100. Loudness is heard
/// by ratios, so this is a square: half-way on the slider is 12 dB down.
pub fn gain(volume: u8) -> f32 {
    let part = f32::from(volume.min(100)) / 100.0;
    part * part
}
