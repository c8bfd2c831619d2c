//! The calm change between the two states of a figure: it holds the first, goes
//! over to the second, holds that, and goes back. It only counts; it draws nothing.

use std::time::Duration;

/// How long a state stands still.
const HOLD: Duration = Duration::from_millis(1200);
/// How long the change takes.
const CHANGE: Duration = Duration::from_millis(800);
/// Once there and back.
const ROUND: Duration = Duration::from_secs(4);
/// So often it goes there and back, then it is over.
const ROUNDS: u32 = 4;
/// The time between two pictures while it changes: 30 a second.
const PICTURE: Duration = Duration::from_millis(34);
/// More time than this since the last picture does not count: nobody looked.
const GAP: Duration = Duration::from_millis(1500);

/// A change being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Motion {
    done: Duration,
    running: bool,
}

impl Motion {
    /// From the beginning, running; it changes soon, because that was asked for.
    pub fn start() -> Self {
        Self {
            done: HOLD.saturating_sub(Duration::from_millis(400)),
            running: true,
        }
    }

    /// Does it run?
    pub fn is_running(self) -> bool {
        self.running
    }

    /// Halts it where it is, or lets it go on.
    pub fn run(&mut self, on: bool) {
        self.running = on;
    }

    /// Moves on by the time since the last picture. Returns whether it goes on;
    /// after some rounds it is over.
    pub fn pass(&mut self, time: Duration) -> bool {
        if self.running {
            self.done += time.min(GAP);
        }
        self.done < ROUND * ROUNDS
    }

    /// How far it is from the first state (0) to the second (1), eased.
    pub fn share(self) -> f32 {
        let within = self.within();
        let linear = |since: Duration| since.as_secs_f32() / CHANGE.as_secs_f32();
        if within < HOLD {
            0.0
        } else if within < HOLD + CHANGE {
            eased(linear(within.saturating_sub(HOLD)))
        } else if within < HOLD * 2 + CHANGE {
            1.0
        } else {
            eased(1.0 - linear(within.saturating_sub(HOLD * 2 + CHANGE)))
        }
    }

    /// How strong the first and the second state are drawn, the second over the
    /// first. One comes before the other goes, so that what both share stays whole.
    pub fn strengths(self) -> (f32, f32) {
        let share = self.share();
        let first = eased((1.0 - share) / 0.6);
        let second = eased(share / 0.6);
        (first, second)
    }

    /// When the next picture is due; `None` while it is halted.
    pub fn wait(self) -> Option<Duration> {
        let within = self.within();
        let next = if within < HOLD {
            HOLD.saturating_sub(within)
        } else if within >= HOLD + CHANGE && within < HOLD * 2 + CHANGE {
            (HOLD * 2 + CHANGE).saturating_sub(within)
        } else {
            PICTURE
        };
        self.running.then(|| next.max(PICTURE))
    }

    fn within(self) -> Duration {
        let round = ROUND.as_millis();
        Duration::from_millis((self.done.as_millis() % round) as u64)
    }
}

fn eased(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_there_and_back_and_comes_to_an_end() {
        let mut motion = Motion::start();
        let (mut least, mut most, mut pictures) = (1.0_f32, 0.0_f32, 0);
        while motion.pass(PICTURE) {
            let share = motion.share();
            least = least.min(share);
            most = most.max(share);
            pictures += 1;
            assert!(pictures < 1000, "it must end");
        }
        assert_eq!((least, most), (0.0, 1.0), "both states are reached");
        assert!(pictures > 400, "four rounds: {pictures}");
    }

    #[test]
    fn what_both_states_share_is_never_faint() {
        let mut motion = Motion::start();
        while motion.pass(Duration::from_millis(10)) {
            let (first, second) = motion.strengths();
            // Two layers over each other let this much through.
            let through = (1.0 - first) * (1.0 - second);
            assert!(through < 0.07, "{through} at {}", motion.share());
        }
    }

    #[test]
    fn it_asks_for_thirty_pictures_a_second_at_most_and_none_when_halted() {
        let mut motion = Motion::start();
        while motion.pass(Duration::from_millis(10)) {
            let wait = motion.wait().expect("it runs");
            assert!(wait >= Duration::from_millis(33), "{wait:?}");
        }
        let mut motion = Motion::start();
        motion.run(false);
        let before = motion.share();
        assert!(motion.pass(Duration::from_secs(9)), "a halt is no end");
        assert!((motion.share() - before).abs() < 1e-6, "it stays");
        assert_eq!(motion.wait(), None, "no picture is due");
    }

    #[test]
    fn time_when_nobody_looked_does_not_count() {
        let mut motion = Motion::start();
        assert!(motion.pass(Duration::from_hours(1)), "it is not over");
    }
}
