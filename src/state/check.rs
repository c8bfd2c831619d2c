//! Where a person is in Check, and the checks that were saved before.

use std::collections::BTreeSet;

use crate::action::CheckStep;
use crate::content::Library;
use crate::triage::{Assessment, CheckRun, Place, Urgency};

/// What the result page shows beside the result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CheckView {
    /// The run: start, questions, result.
    #[default]
    Run,
    /// The answers given, to be looked at again.
    Answers,
    /// The card to hand over, in big type.
    HandOver,
    /// How often the check is right.
    Quality,
}

/// The check as far as it got.
#[derive(Clone, Debug, Default)]
pub struct CheckDesk {
    run: CheckRun,
    view: CheckView,
    /// Findings on a card that were opened to say which "yes" it is.
    opened: BTreeSet<String>,
    assessment: Option<Assessment>,
}

impl CheckDesk {
    /// The run.
    pub fn run(&self) -> &CheckRun {
        &self.run
    }

    /// What is shown of it.
    pub fn view(&self) -> CheckView {
        self.view
    }

    /// Is the row of a finding opened to say which "yes" it is?
    pub fn is_opened(&self, finding: &str) -> bool {
        self.opened.contains(finding)
    }

    /// What the answers so far come to, once anything was answered.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.assessment.as_ref()
    }

    /// The urgency so far, once anything was answered.
    pub fn urgency(&self) -> Option<Urgency> {
        self.assessment.as_ref().map(|a| a.urgency)
    }

    /// Takes a step.
    pub fn apply(&mut self, step: CheckStep, library: &Library) {
        let knowledge = library.knowledge();
        match step {
            CheckStep::Begin => self.run.begin(knowledge),
            CheckStep::Answer(finding, answer) => self.run.set(&finding, answer, knowledge),
            CheckStep::Open(finding, true) => {
                self.opened.insert(finding);
            }
            CheckStep::Open(finding, false) => {
                self.opened.remove(&finding);
            }
            CheckStep::AnswerAndGo(finding, answer) => {
                self.run.set(&finding, Some(answer), knowledge);
                self.run.next(knowledge);
            }
            CheckStep::Next => self.run.next(knowledge),
            CheckStep::Skip => self.run.skip(knowledge),
            CheckStep::Back => self.run.back(),
            CheckStep::Finish => self.run.finish(),
            CheckStep::Revisit(item) => {
                self.view = CheckView::Run;
                self.run.revisit(item);
            }
            CheckStep::View(view) => self.view = view,
            CheckStep::Restart => *self = Self::default(),
        }
        self.weigh(library);
    }

    fn weigh(&mut self, library: &Library) {
        self.assessment =
            (*self.run.place() != Place::Start).then(|| self.run.assess(library.knowledge()));
    }
}
