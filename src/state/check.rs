//! Where a person is in the red-flag check: cards, then the result.

use crate::action::CheckStep;
use crate::content::{AlertGroup, Library};
use crate::triage::{FlagAnswer, FlagAssessment, RedFlagRun, Urgency};

/// The page of the check that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum CheckPlace {
    /// What it is and what it is not.
    #[default]
    Start,
    /// One card of signs.
    Card(AlertGroup),
    /// How urgent, and why.
    Result,
}

/// The check as far as it got.
#[derive(Clone, Debug, Default)]
pub struct CheckDesk {
    place: CheckPlace,
    run: RedFlagRun,
    assessment: Option<FlagAssessment>,
}

impl CheckDesk {
    /// The page shown.
    pub fn place(&self) -> CheckPlace {
        self.place
    }

    /// The answer given to the sign of this rule.
    pub fn answer(&self, rule: &str) -> Option<FlagAnswer> {
        self.run.answer(rule)
    }

    /// The urgency so far, once anything was answered.
    pub fn urgency(&self) -> Option<Urgency> {
        self.assessment.as_ref().map(|a| a.urgency)
    }

    /// The assessment of the answers so far.
    pub fn assessment(&self) -> Option<&FlagAssessment> {
        self.assessment.as_ref()
    }

    /// Takes a step.
    pub fn apply(&mut self, step: CheckStep, library: &Library) {
        match step {
            CheckStep::Begin => {
                self.place = AlertGroup::ALL
                    .first()
                    .map_or(CheckPlace::Result, |g| CheckPlace::Card(*g));
            }
            CheckStep::Answer(rule, answer) => {
                self.run.set(&rule, answer);
                self.assessment = Some(self.run.assess(library));
            }
            CheckStep::Next => {
                self.assessment = Some(self.run.assess(library));
                // An emergency stops everything: no further cards.
                self.place = if self.urgency() == Some(Urgency::EmergencyNow) {
                    CheckPlace::Result
                } else {
                    self.neighbor(1)
                };
            }
            CheckStep::Back => self.place = self.neighbor(-1),
            CheckStep::Restart => *self = Self::default(),
        }
    }

    fn neighbor(&self, step: isize) -> CheckPlace {
        let all = AlertGroup::ALL;
        let at = match self.place {
            CheckPlace::Start => -1,
            CheckPlace::Card(group) => all
                .iter()
                .position(|g| *g == group)
                .map_or(-1, |at| at as isize),
            CheckPlace::Result => all.len() as isize,
        };
        match usize::try_from(at + step) {
            Err(_) => CheckPlace::Start,
            Ok(next) => all
                .get(next)
                .map_or(CheckPlace::Result, |group| CheckPlace::Card(*group)),
        }
    }
}
