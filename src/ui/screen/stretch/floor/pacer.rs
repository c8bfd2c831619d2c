//! The pacer: how a breath goes while a stretch is held, 4 s in and 6 s out.

use std::time::Duration;

/// Seconds of breathing in.
const IN: f32 = 4.0;
/// Seconds of breathing out.
const OUT: f32 = 6.0;

/// A moment of a breath.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Breath {
    /// Is it going in?
    pub(super) is_in: bool,
    /// 0 is out, 1 is in, eased.
    pub(super) level: f32,
}

impl Breath {
    /// The breath of a hold that has lasted so long.
    pub(super) fn at(spent: Duration) -> Self {
        let into = spent.as_secs_f32() % (IN + OUT);
        let is_in = into < IN;
        let share = if is_in {
            into / IN
        } else {
            1.0 - (into - IN) / OUT
        };
        Self {
            is_in,
            level: ease(share),
        }
    }

    /// What to do, in words.
    pub(super) fn words(self) -> &'static str {
        if self.is_in {
            "Breathe in"
        } else {
            "Breathe out"
        }
    }
}

/// Slow at both ends.
pub(super) fn ease(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_seconds_in_and_six_out() {
        let at = |ms| Breath::at(Duration::from_millis(ms));
        assert_eq!((at(0).is_in, at(0).level), (true, 0.0), "from empty");
        assert!((at(2_000).level - 0.5).abs() < 0.01, "half in");
        assert!(at(3_999).is_in && at(3_999).level > 0.99, "full");
        assert!(!at(4_000).is_in && at(4_000).level > 0.99, "and out");
        assert!((at(7_000).level - 0.5).abs() < 0.01, "half out");
        assert_eq!(at(10_000), at(0), "again");
    }

    #[test]
    fn it_never_jumps() {
        let mut before = Breath::at(Duration::ZERO).level;
        for ms in (0..30_000).step_by(33) {
            let now = Breath::at(Duration::from_millis(ms)).level;
            assert!((now - before).abs() < 0.02, "{ms}");
            before = now;
        }
    }
}
