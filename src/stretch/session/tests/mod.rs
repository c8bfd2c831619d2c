//! The session's table of cases: every command in `commands`; sleep, clocks set,
//! late ticks in `time`. Here, the clocks that are moved by hand.

mod commands;
mod time;

use std::time::Duration;

use jiff::{SignedDuration, ZonedDateTime};

use super::*;
use crate::stretch::{Options, Routine};

/// Both clocks, moved apart at will.
struct Hands {
    wall: ZonedDateTime,
    ticks: Duration,
}

impl Hands {
    fn new() -> Self {
        Self {
            wall: "2026-11-23T02:10:00+01:00[Europe/Berlin]".parse().unwrap(),
            ticks: Duration::from_secs(1_000),
        }
    }

    fn now(&self) -> Moment {
        Moment {
            wall: self.wall.clone(),
            ticks: self.ticks,
        }
    }

    fn set_wall(&mut self, by_secs: i64) {
        let by = SignedDuration::from_secs(by_secs);
        self.wall = self.wall.checked_add(by).unwrap();
    }

    fn pass(&mut self, ms: u64) -> Moment {
        let step = Duration::from_millis(ms);
        self.ticks += step;
        let by = SignedDuration::try_from(step).unwrap();
        self.wall = self.wall.checked_add(by).unwrap();
        self.now()
    }
}

fn plan(change: impl FnOnce(&mut Options)) -> Plan {
    let text = include_str!("../../../../content/routines/figure_four.ron");
    let routine = Routine::parse(text).unwrap();
    let mut options = Options::of(&routine);
    change(&mut options);
    Plan::new(&routine, &options)
}

fn begun(change: impl FnOnce(&mut Options)) -> (Session, Hands) {
    let hands = Hands::new();
    let mut session = Session::start(plan(change), &hands.now()).unwrap();
    assert_eq!(
        session.tick(&hands.now()),
        [Cue::PhaseStarted(0)],
        "told once"
    );
    (session, hands)
}

/// Ticks in steps of `ms` until `done`, gathering cues.
fn until(s: &mut Session, h: &mut Hands, ms: u64, done: impl Fn(&Session) -> bool) -> Vec<Cue> {
    let mut cues = Vec::new();
    for _ in 0..100_000 {
        if done(s) {
            return cues;
        }
        cues.extend(s.tick(&h.pass(ms)));
    }
    panic!("it never came to that");
}

fn in_hold(s: &Session) -> bool {
    s.phase().is_some_and(Phase::is_hold)
}

fn at_hold(change: impl FnOnce(&mut Options)) -> (Session, Hands) {
    let (mut s, mut h) = begun(change);
    until(&mut s, &mut h, 250, in_hold);
    (s, h)
}

fn minus(left: Duration, passed: Duration) -> Duration {
    left.checked_sub(passed).unwrap()
}

const fn secs(number: u64) -> Duration {
    Duration::from_secs(number)
}
