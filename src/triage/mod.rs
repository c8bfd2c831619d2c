//! Triage: how soon to see someone, and why. Red flags first.

mod red_flags;
mod urgency;

pub use self::red_flags::{Fired, FlagAnswer, FlagAssessment, RedFlagRun};
pub use self::urgency::Urgency;
