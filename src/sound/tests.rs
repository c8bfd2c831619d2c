//! The ear asks the right thing; the player's thread keeps time, drops what is
//! late and plays nothing twice.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::*;
use crate::clock::{Clock, Moment, SystemClock};
use crate::settings::Settings;
use crate::stretch::{Command, Options, Routine, Session, Sides};

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
        .filter_map(|ask| {
            if let Ask::Play(due) = ask {
                Some(*due)
            } else {
                None
            }
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
        .filter_map(|ask| {
            if let Ask::Expect(due) = ask {
                *due
            } else {
                None
            }
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

fn ready() -> Status {
    Status::Ready {
        device: "Box".to_owned(),
        muted: false,
    }
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
    let (mut device, told) = device(Arc::<Hands>::clone(&hands), Ok(ready()));
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
    let (mut device, told) = device(Arc::<SystemClock>::clone(&clock), Ok(ready()));
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
    let (mut device, told) = device(Arc::<Hands>::clone(&hands), Ok(ready()));
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
    let (mut device, told) = device(Arc::<Hands>::clone(&hands), Ok(ready()));
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
    let (mut device, told) = device(Arc::<Hands>::clone(&hands), Ok(ready()));
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
