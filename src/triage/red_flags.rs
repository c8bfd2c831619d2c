//! The red-flag run: signs that are answered, and the urgency that follows.
//!
//! The urgency is the highest of all rules that fire; nothing lowers it (M4):
//! what was once reached in a run stays, until a new run is begun.

use std::collections::BTreeMap;

use super::urgency::Urgency;
use crate::content::Library;

/// The rule behind "not sure" about an emergency sign.
const UNSURE_RULE: &str = "R49";

/// What is said under every result (M5).
const SAFETY_NET: &str = "If you get numbness between the legs, trouble with urine or bowels, or \
                          weakness in both legs, get emergency help, even if it was fine today.";

/// An answer to a sign. No answer means no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagAnswer {
    /// It is true.
    Yes,
    /// The person cannot tell.
    NotSure,
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fired {
    /// The rule whose sign was answered.
    pub rule: String,
    /// What follows; for "not sure" that of R49.
    pub urgency: Urgency,
    /// What it could mean.
    pub reason: String,
}

/// What the answers so far come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlagAssessment {
    /// How soon.
    pub urgency: Urgency,
    /// Why, most urgent first.
    pub fired: Vec<Fired>,
    /// What to watch for whatever the result.
    pub safety_net: String,
}

/// One run through the red flags.
#[derive(Clone, Debug, Default)]
pub struct RedFlagRun {
    answers: BTreeMap<String, FlagAnswer>,
    locked: Urgency,
}

impl RedFlagRun {
    /// The answer to the sign of this rule.
    pub fn answer(&self, rule: &str) -> Option<FlagAnswer> {
        self.answers.get(rule).copied()
    }

    /// Answers the sign of a rule; `None` takes the answer back, though not the
    /// urgency it led to.
    pub fn set(&mut self, rule: &str, answer: Option<FlagAnswer>) {
        match answer {
            Some(answer) => {
                self.answers.insert(rule.to_owned(), answer);
            }
            None => {
                self.answers.remove(rule);
            }
        }
    }

    /// What the answers come to.
    pub fn assess(&mut self, library: &Library) -> FlagAssessment {
        let unsure = library.rule(UNSURE_RULE);
        let mut fired: Vec<Fired> = Vec::new();
        for (id, answer) in &self.answers {
            let Some(rule) = library.rule(id) else {
                continue;
            };
            match answer {
                FlagAnswer::Yes => fired.push(Fired {
                    rule: rule.id.clone(),
                    urgency: rule.urgency,
                    reason: rule.reason.clone(),
                }),
                FlagAnswer::NotSure => fired.push(Fired {
                    rule: rule.id.clone(),
                    urgency: unsure.map_or(Urgency::SameDay, |r| r.urgency),
                    reason: unsure.map_or_else(String::new, |r| r.reason.clone()),
                }),
            }
        }
        fired.sort_by(|a, b| b.urgency.cmp(&a.urgency).then_with(|| a.rule.cmp(&b.rule)));
        let now = fired.first().map_or(Urgency::SelfCare, |f| f.urgency);
        self.locked = self.locked.max(now);
        FlagAssessment {
            urgency: self.locked,
            fired,
            safety_net: SAFETY_NET.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn library() -> Library {
        Library::embedded().unwrap()
    }

    fn urgency(answers: &[(&str, FlagAnswer)]) -> Urgency {
        let mut run = RedFlagRun::default();
        for (rule, answer) in answers {
            run.set(rule, Some(*answer));
        }
        run.assess(&library()).urgency
    }

    #[test]
    fn the_floors_of_the_seed_hold() {
        // M7: never lower than this, whatever else is answered.
        for (rule, floor) in [
            ("R01", Urgency::EmergencyNow),
            ("R02", Urgency::EmergencyNow),
            ("R07", Urgency::EmergencyNow),
            ("R08", Urgency::SameDay),
            ("R09", Urgency::SameDay),
            ("R12", Urgency::SameDay),
            ("R13", Urgency::SameDay),
        ] {
            let got = urgency(&[(rule, FlagAnswer::Yes), ("R35", FlagAnswer::Yes)]);
            assert!(got >= floor, "{rule} gives {got:?}");
        }
    }

    #[test]
    fn not_sure_about_an_emergency_is_seen_today() {
        for rule in library().rules().iter().filter(|r| r.unsure) {
            let got = urgency(&[(rule.id.as_str(), FlagAnswer::NotSure)]);
            assert_eq!(got, Urgency::SameDay, "{}", rule.id);
        }
    }

    #[test]
    fn a_later_answer_cannot_lower_the_result() {
        let library = library();
        let mut run = RedFlagRun::default();
        run.set("R03", Some(FlagAnswer::Yes));
        assert_eq!(run.assess(&library).urgency, Urgency::EmergencyNow, "fires");
        run.set("R03", None);
        let after = run.assess(&library);
        assert_eq!(after.urgency, Urgency::EmergencyNow, "locked in");
        assert!(
            after.fired.is_empty(),
            "but the sign is not claimed any more"
        );
    }

    #[test]
    fn nothing_answered_is_self_care_with_a_safety_net() {
        let nothing = RedFlagRun::default().assess(&library());
        assert_eq!(nothing.urgency, Urgency::SelfCare, "no sign");
        assert!(
            nothing.safety_net.contains("numbness"),
            "{}",
            nothing.safety_net
        );
    }
}
