//! The only place that asks what time it is.
//!
//! Everything else is handed a [`Moment`], so tests set the time and no test
//! sleeps. A moment carries two readings because they answer two questions:
//! *when did it happen* (the wall, which a person or a time server may set) and
//! *how long did it take* (ticks, which only go forward).

use std::time::{Duration, Instant};

use jiff::ZonedDateTime;

/// One instant, read from both clocks at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Civil date and time with offset and zone. May jump in either direction.
    pub wall: ZonedDateTime,
    /// Time since an arbitrary start. Never goes back. Whether it counts while
    /// the computer sleeps depends on the system (not on Linux and macOS).
    pub ticks: Duration,
}

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The moment of the call.
    fn now(&self) -> Moment;
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    start: Instant,
}

impl SystemClock {
    /// A clock whose ticks count from now.
    #[expect(clippy::disallowed_methods, reason = "this is the one clock")]
    pub fn new() -> Self {
        Self {
            start: Instant::now(),
        }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one clock")]
    fn now(&self) -> Moment {
        Moment {
            wall: ZonedDateTime::now(),
            ticks: self.start.elapsed(),
        }
    }
}
