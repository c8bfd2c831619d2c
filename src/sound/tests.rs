//! The tones are clean and told apart; the ear asks the right thing; the
//! player's thread keeps time, drops what is late and plays nothing twice.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::tone::strikes;
use super::*;
use crate::clock::{Clock, Moment, SystemClock};
use crate::settings::Settings;
use crate::stretch::{Command, Options, Routine, Session, Sides};

/// Loudness of each hundredth of a second.
fn loudness(samples: &[f32]) -> Vec<f32> {
    let window = RATE as usize / 100;
    let rms = |part: &[f32]| (part.iter().map(|s| s * s).sum::<f32>() / part.len() as f32).sqrt();
    samples.chunks(window).map(rms).collect()
}

/// How often it gets suddenly louder.
fn onsets(samples: &[f32]) -> Vec<usize> {
    let loud = loudness(samples);
    let mut found: Vec<usize> = Vec::new();
    for at in 0..loud.len() {
        let before = loud[at.saturating_sub(4)..at].iter().copied();
        let before = before.fold(f32::MAX, f32::min);
        let before = if at == 0 { 0.0 } else { before };
        let rises = loud[at] > before * 1.5 + 0.03;
        if rises && found.last().is_none_or(|last| at > last + 8) {
            found.push(at);
        }
    }
    found
}

#[test]
fn the_tones_are_clean_and_loud_enough() {
    for sound in Sound::ALL {
        let samples = tone(sound, RATE);
        let length = samples.len() as f32 / RATE as f32;
        assert!((0.2..3.0).contains(&length), "{sound:?} lasts {length} s");
        let peak = samples.iter().fold(0.0_f32, |most, s| most.max(s.abs()));
        assert!((0.8..0.9).contains(&peak), "{sound:?} peaks at {peak}");
        let loudest = loudness(&samples).into_iter().fold(0.0, f32::max);
        assert!(loudest > 0.3, "{sound:?} is at most {loudest} loud");
        assert!(samples[0].abs() < 0.001, "{sound:?} begins at nothing");
        assert!(samples[samples.len() - 1].abs() < 0.001, "and ends there");
        // A click is a jump; our highest overtone moves by less than this.
        let jump = samples.windows(2).map(|w| (w[1] - w[0]).abs());
        let jump = jump.fold(0.0, f32::max);
        assert!(jump < 0.2, "{sound:?} jumps by {jump}");
        let heard = heard(sound).as_secs_f32();
        assert!(heard > 0.05 && heard <= length, "{sound:?}: {heard} s");
    }
}

#[test]
fn the_rhythms_tell_the_sounds_apart() {
    let rhythm = |sound| onsets(&tone(sound, RATE));
    let counts = Sound::ALL.map(|sound| rhythm(sound).len());
    assert_eq!(counts, [1, 2, 1, 3, 4], "how often each is struck");
    for sound in Sound::ALL {
        for (found, made) in rhythm(sound).into_iter().zip(strikes(sound)) {
            let found = found as f32 / 100.0;
            assert!((found - made).abs() < 0.03, "{sound:?}: {found} for {made}");
        }
    }
    // The two that are struck once: one is over before the other has begun to fade.
    let half = tone(Sound::Half, RATE).len();
    let rest = loudness(&tone(Sound::Prepare, RATE)[half..]);
    assert!(rest[0] > 0.2, "still loud: {}", rest[0]);
}

#[test]
fn the_volume_is_heard_in_even_steps() {
    assert!(gain(0) < f32::EPSILON, "nothing");
    assert!((gain(100) - 1.0).abs() < f32::EPSILON, "all");
    let decibel = |volume| 20.0 * gain(volume).log10();
    assert!((decibel(50) + 12.0).abs() < 0.1, "{} dB", decibel(50));
    assert!(gain(255) <= 1.0, "never more than all");
}

const ROUTINE: &str = include_str!("../../content/routines/figure_four.ron");

fn plan(change: impl FnOnce(&mut Options)) -> Plan {
    let routine = Routine::parse(ROUTINE).unwrap();
    let mut options = Options::of(&routine);
    change(&mut options);
    Plan::new(&routine, &options)
}

#[test]
fn every_cue_has_the_sound_of_the_table() {
    let plan = plan(|o| o.rounds = 1);
    let heard: Vec<Sound> = (0..plan.phases().len())
        .filter_map(|at| Sound::of(Cue::PhaseStarted(at), &plan))
        .collect();
    let side = [Sound::Prepare, Sound::Prepare, Sound::Prepare, Sound::Go];
    let wanted = [
        &[Sound::Prepare],
        &side[..],
        &[Sound::Prepare, Sound::Switch],
        &side[..],
        &[Sound::Prepare],
    ]
    .concat();
    assert_eq!(heard, wanted, "each phase begins with a sound");
    assert_eq!(Sound::of(Cue::Half, &plan), Some(Sound::Half), "half");
    assert_eq!(Sound::of(Cue::Done, &plan), Some(Sound::Done), "done");
    for silent in [Cue::FiveLeft, Cue::Slept, Cue::PhaseStarted(999)] {
        assert_eq!(Sound::of(silent, &plan), None, "{silent:?}");
    }
}

fn moment(secs: f64) -> Moment {
    let passed = Duration::from_secs_f64(secs);
    let start: jiff::ZonedDateTime = "2026-11-23T03:10:00+01:00[Europe/Berlin]".parse().unwrap();
    Moment {
        wall: start.checked_add(passed).unwrap(),
        ticks: Duration::from_secs(100) + passed,
    }
}

fn at(secs: f64) -> Duration {
    moment(secs).ticks
}

/// A session of one short hold on one side: 3 s to get ready, 10 s to cross,
/// 5 s to open, 5 s to draw in, 10 s to hold, 10 s to let go.
fn session() -> Session {
    let plan = plan(|o| {
        o.prepare_secs = 3;
        o.hold_secs = 10;
        o.rounds = 1;
        o.sides = Sides::RightOnly;
    });
    let lengths: Vec<u64> = plan.phases().iter().map(|p| p.length().as_secs()).collect();
    assert_eq!(lengths, [3, 10, 5, 5, 10, 10], "the plan");
    Session::start(plan, &moment(0.0)).unwrap()
}

#[test]
fn the_next_sound_is_told_ahead_and_exactly() {
    let (mut ear, settings) = (Ear::default(), Settings::default());
    let mut session = session();
    let mut asked = Vec::new();
    // Uneven frames, some of them late.
    for frame in 0..480 {
        let now = moment(f64::from(frame) * 0.09 + f64::from(frame % 7) * 0.01);
        let cues = session.tick(&now);
        asked.extend(ear.hear(&cues, Some(&session), &settings, &now));
    }
    let played: Vec<Due> = asked
        .iter()
        .filter_map(|ask| match ask {
            Ask::Play(due) => Some(*due),
            _ => None,
        })
        .collect();
    let wanted = [
        (Sound::Prepare, 0.0),
        (Sound::Prepare, 3.0),
        (Sound::Prepare, 13.0),
        (Sound::Prepare, 18.0),
        (Sound::Go, 23.0),
        (Sound::Half, 28.0),
        (Sound::Prepare, 33.0),
        (Sound::Done, 43.0),
    ];
    let wanted: Vec<Due> = wanted
        .map(|(sound, secs)| Due {
            sound,
            at: at(secs),
        })
        .to_vec();
    assert_eq!(played, wanted, "each at its time, to the nanosecond");
    let told: Vec<Due> = asked
        .iter()
        .filter_map(|ask| match ask {
            Ask::Expect(due) => *due,
            _ => None,
        })
        .collect();
    assert_eq!(told, wanted[1..], "each once, before it was due");
    let warm: Vec<&Ask> = asked.iter().filter(|a| matches!(a, Ask::Warm(_))).collect();
    assert_eq!(warm, [&Ask::Warm(true), &Ask::Warm(false)], "while it ran");
}

#[test]
fn nothing_is_expected_while_the_session_stands_still_or_is_muted() {
    let (mut ear, mut settings) = (Ear::default(), Settings::default());
    let mut session = session();
    let cues = session.tick(&moment(0.1));
    ear.hear(&cues, Some(&session), &settings, &moment(0.1));
    let cues = session.apply(Command::Pause, &moment(1.0));
    let asked = ear.hear(&cues, Some(&session), &settings, &moment(1.0));
    assert_eq!(asked, [Ask::Expect(None), Ask::Warm(false)], "paused");
    session.apply(Command::Resume, &moment(2.0));
    let asked = ear.hear(&[], Some(&session), &settings, &moment(2.0));
    let due = Due {
        sound: Sound::Prepare,
        at: at(4.0),
    };
    let wanted = [Ask::Expect(Some(due)), Ask::Warm(true)];
    assert_eq!(asked, wanted, "goes on, a second later");
    settings.sound_muted = true;
    let asked = ear.hear(&[], Some(&session), &settings, &moment(2.1));
    assert_eq!(asked, [Ask::Expect(None), Ask::Warm(false)], "muted");
    let cues = session.apply(Command::Next, &moment(2.2));
    let asked = ear.hear(&cues, Some(&session), &settings, &moment(2.2));
    assert_eq!(asked, [], "and stays silent");
}

#[test]
fn what_a_person_brings_about_is_played_at_once() {
    let (mut ear, settings) = (Ear::default(), Settings::default());
    let mut session = session();
    let cues = session.tick(&moment(0.1));
    ear.hear(&cues, Some(&session), &settings, &moment(0.1));
    let cues = session.apply(Command::Next, &moment(1.5));
    let asked = ear.hear(&cues, Some(&session), &settings, &moment(1.5));
    let due = |sound, secs| Due {
        sound,
        at: at(secs),
    };
    let play = Ask::Play(due(Sound::Prepare, 1.5));
    let next = Ask::Expect(Some(due(Sound::Prepare, 11.5)));
    assert_eq!(asked, [play, next], "the skip, then what comes");
}

/// A clock that a test sets.
struct Hands(Mutex<Moment>);

impl Hands {
    fn set(&self, secs: f64) {
        *self.0.lock().unwrap() = moment(secs);
    }

    fn sleep(&self, secs: i64) {
        let mut now = self.0.lock().unwrap();
        now.wall = now
            .wall
            .checked_add(jiff::Span::new().seconds(secs))
            .unwrap();
    }
}

impl Clock for Hands {
    fn now(&self) -> Moment {
        self.0.lock().unwrap().clone()
    }
}

#[derive(Debug, PartialEq)]
enum Done {
    Play(usize),
    Warm(bool),
    Rest,
}

/// Tells what it is asked instead of playing it.
struct Told(Sender<Done>, Result<Status, NoSound>);

impl Speaker for Told {
    fn play(&mut self, samples: &[f32]) -> Result<Status, NoSound> {
        self.0.send(Done::Play(samples.len())).unwrap();
        self.1.clone()
    }

    fn warm(&mut self, on: bool) -> Result<(), NoSound> {
        self.0.send(Done::Warm(on)).unwrap();
        self.1.clone().map(|_| ())
    }

    fn rest(&mut self) {
        self.0.send(Done::Rest).unwrap();
    }
}

fn ready() -> Result<Status, NoSound> {
    Ok(Status::Ready {
        device: "Box".to_owned(),
        muted: false,
    })
}

fn device(clock: Arc<dyn Clock>, how: Result<Status, NoSound>) -> (Device, Receiver<Done>) {
    let (tell, told) = mpsc::channel();
    let device = Device::new(clock, Box::new(move || Box::new(Told(tell, how))));
    (device, told)
}

fn length(sound: Sound) -> Done {
    Done::Play(tone(sound, RATE).len())
}

#[test]
fn the_thread_plays_once_what_it_was_told_ahead() {
    let hands = Arc::new(Hands(Mutex::new(moment(0.0))));
    let (mut device, told) = device(Arc::<Hands>::clone(&hands), ready());
    let due = Due {
        sound: Sound::Go,
        at: at(5.0),
    };
    device.ask(Ask::Expect(Some(due)));
    hands.set(5.0);
    // The session tells of it in the next frame; then something else comes.
    device.ask(Ask::Play(due));
    hands.set(5.1);
    device.ask(Ask::Expect(None));
    device.ask(Ask::Try(Sound::Half));
    assert_eq!(told.recv().unwrap(), length(Sound::Go), "once");
    assert_eq!(told.recv().unwrap(), length(Sound::Half), "then the other");
}

#[test]
fn the_thread_keeps_time_by_itself() {
    let clock = Arc::new(SystemClock::new());
    let (mut device, told) = device(Arc::<SystemClock>::clone(&clock), ready());
    let at = clock.now().ticks + Duration::from_millis(60);
    device.ask(Ask::Expect(Some(Due {
        sound: Sound::Half,
        at,
    })));
    assert_eq!(told.recv().unwrap(), length(Sound::Half), "played");
    assert!(clock.now().ticks >= at, "not before its time");
}

#[test]
fn what_is_late_is_dropped() {
    let hands = Arc::new(Hands(Mutex::new(moment(10.0))));
    let (mut device, told) = device(Arc::<Hands>::clone(&hands), ready());
    let due = |secs| Due {
        sound: Sound::Go,
        at: at(secs),
    };
    device.ask(Ask::Play(due(9.6)));
    device.ask(Ask::Play(due(9.8)));
    device.ask(Ask::Try(Sound::Half));
    assert_eq!(told.recv().unwrap(), length(Sound::Go), "the second only");
    assert_eq!(told.recv().unwrap(), length(Sound::Half), "and the trial");
}

#[test]
fn nothing_is_played_after_the_computer_slept() {
    let hands = Arc::new(Hands(Mutex::new(moment(0.0))));
    let (mut device, told) = device(Arc::<Hands>::clone(&hands), ready());
    device.ask(Ask::Expect(Some(Due {
        sound: Sound::Go,
        at: at(5.0),
    })));
    hands.set(5.0);
    hands.sleep(60);
    device.ask(Ask::Try(Sound::Half));
    assert_eq!(told.recv().unwrap(), length(Sound::Half), "only the trial");
}

#[test]
fn the_device_is_kept_warm_and_let_go_of() {
    let hands = Arc::new(Hands(Mutex::new(moment(0.0))));
    let (mut device, told) = device(Arc::<Hands>::clone(&hands), ready());
    device.ask(Ask::Volume(50));
    assert!(told.try_recv().is_err(), "a volume opens nothing");
    device.ask(Ask::Warm(true));
    assert_eq!(told.recv().unwrap(), Done::Warm(true), "opened");
    device.ask(Ask::Warm(false));
    assert_eq!(told.recv().unwrap(), Done::Warm(false), "cools down");
    hands.set(7.0);
    device.ask(Ask::Volume(60));
    assert_eq!(told.recv().unwrap(), Done::Rest, "closed after a while");
}

#[test]
fn without_a_sound_system_it_says_so_once_and_again_when_asked() {
    let clock = Arc::new(Hands(Mutex::new(moment(0.0))));
    let (mut device, told) = device(clock, Err(NoSound::NoSystem));
    let (tell, woken) = mpsc::channel();
    device.connect(Arc::new(move || tell.send(()).unwrap()));
    let none = Status::None(NoSound::NoSystem);
    let next = |device: &mut Device| {
        loop {
            woken.recv().unwrap();
            match device.news() {
                Some(Status::Opening) | None => {}
                Some(status) => return status,
            }
        }
    };
    device.ask(Ask::Try(Sound::Go));
    assert_eq!(next(&mut device), none, "told");
    device.ask(Ask::Play(Due {
        sound: Sound::Go,
        at: at(0.0),
    }));
    device.ask(Ask::Try(Sound::Go));
    assert_eq!(next(&mut device), none, "told to who asks again");
    assert_eq!(told.iter().take(3).count(), 3, "it was tried each time");
    assert!(none.sentence().contains("No sound"), "{}", none.sentence());
}
