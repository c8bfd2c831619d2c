//! A clock that stands still until a test moves it.

use std::sync::Mutex;
use std::time::Duration;

use unclench::clock::{Clock, Moment};

/// The clock of the tests: Monday, 23 November 2026, ten past three at night.
pub struct ManualClock(Mutex<Moment>);

impl ManualClock {
    pub fn new() -> Self {
        Self(Mutex::new(Moment {
            wall: "2026-11-23T03:10:00+01:00[Europe/Berlin]".parse().unwrap(),
            ticks: Duration::from_secs(100),
        }))
    }

    /// Lets time pass: wall and ticks alike.
    pub fn pass(&self, time: Duration) {
        let mut now = self.0.lock().unwrap();
        now.wall = now.wall.checked_add(time).unwrap();
        now.ticks += time;
    }

    /// Lets the computer sleep: the wall goes on, the ticks do not.
    pub fn sleep(&self, time: Duration) {
        let mut now = self.0.lock().unwrap();
        now.wall = now.wall.checked_add(time).unwrap();
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Moment {
        self.0.lock().unwrap().clone()
    }
}
