//! Triage: how soon to see someone, which causes fit the answers, and why.
//!
//! Pure and deterministic: [`Knowledge`] is compiled from the content once;
//! [`Knowledge::assess`] and [`Knowledge::next`] look only at the answers.

mod answers;
mod apart;
mod assess;
mod compile;
mod condition;
mod finding;
mod knowledge;
mod next;
mod rank;
mod run;
mod touch;
mod urgency;

#[cfg(test)]
mod tests;

pub use self::answers::{Answer, Answers, Misfit, fits, shown};
pub use self::apart::{Speaks, Telling};
pub use self::assess::{ADULT, Assessment, Band, Fired, Ranked, Reason, SAFETY_NET, Shown};
pub use self::condition::Condition;
pub use self::finding::{Choice, Finding, Findings, Kind, Many, Range, Sheet};
pub use self::knowledge::Knowledge;
pub use self::next::{Item, MOST_QUESTIONS, Next};
pub use self::run::{CheckRun, Place};
pub use self::touch::{Fit, LEG, by_touch};
pub use self::urgency::{Urgency, urgent_advice};
