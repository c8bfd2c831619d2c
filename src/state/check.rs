//! Where a person is in Check, and the checks that were saved before.

use std::collections::BTreeSet;

use crate::action::CheckStep;
use crate::clock::Moment;
use crate::content::Library;
use crate::diary::entry::{Check, Entry, EntryId, Fitted, Schema};
use crate::diary::when::When;
use crate::triage::{Answers, Assessment, CheckRun, Item, Place, Urgency};

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
    /// What changed since an earlier check of the diary.
    Compare(EntryId),
}

/// The check as far as it got.
#[derive(Clone, Debug, Default)]
pub struct CheckDesk {
    run: CheckRun,
    view: CheckView,
    /// Findings on a card that were opened to say which "yes" it is.
    opened: BTreeSet<String>,
    shows_others: bool,
    /// Findings whose answer came from the diary and was not touched since.
    from_diary: BTreeSet<String>,
    /// The entry of the diary that holds this check, once it is kept.
    saved: Option<EntryId>,
    assessment: Option<Assessment>,
    /// The open questions that would change the result most.
    open_questions: Vec<Item>,
}

/// How many open questions are named beside a result.
const OPEN: usize = 3;

impl CheckDesk {
    /// The run.
    pub fn run(&self) -> &CheckRun {
        &self.run
    }

    /// What is shown of it.
    pub fn view(&self) -> CheckView {
        self.view
    }

    /// The entry of the diary that holds this check as it is now.
    pub fn saved(&self) -> Option<EntryId> {
        self.saved
    }

    /// The check as an entry of the diary, and remembers that it is kept.
    pub fn to_entry(&mut self, library: &Library, now: &Moment) -> Option<Entry> {
        let assessment = self.assessment.as_ref()?;
        let id = EntryId::new(now);
        self.saved = Some(id);
        let emergency = assessment.urgency == Urgency::EmergencyNow;
        let fitted = assessment
            .fitting()
            .filter(|_| !emergency)
            .map(|shown| Fitted {
                cause: shown.id.clone(),
                percent: percent(shown.share),
            });
        Some(Entry::from(Check {
            schema: Schema,
            id,
            logged_at: When::from(&now.wall),
            edited_at: None,
            urgency: assessment.urgency,
            content: library.version().to_owned(),
            answers: self.run.answers().clone(),
            fitted: fitted.collect(),
            undecided: assessment.undecided && !emergency,
            note: String::new(),
        }))
    }

    /// Shows a check of the diary again. The answers are weighed by the content
    /// of today; what was urgent then stays urgent.
    pub fn reopen(&mut self, check: &Check, library: &Library) {
        *self = Self {
            run: CheckRun::finished(check.answers.clone(), check.urgency),
            saved: Some(check.id),
            ..Self::default()
        };
        self.weigh(library);
    }

    /// Are the causes that fit less shown too?
    pub fn shows_others(&self) -> bool {
        self.shows_others
    }

    /// Is the row of a finding opened to say which "yes" it is?
    pub fn is_opened(&self, finding: &str) -> bool {
        self.opened.contains(finding)
    }

    /// Did the answer to this finding come from the diary?
    pub fn is_from_diary(&self, finding: &str) -> bool {
        self.from_diary.contains(finding)
    }

    /// The findings whose answer came from the diary.
    pub fn from_diary(&self) -> impl Iterator<Item = &str> {
        self.from_diary.iter().map(String::as_str)
    }

    /// Starts with what the diary tells. A check that was under way keeps its
    /// answers; one that had its result is over.
    fn prefill(&mut self, answers: Answers) {
        let before = std::mem::take(self);
        let run = match before.run.place() {
            Place::At(_) => before.run,
            Place::Start | Place::Result => CheckRun::default(),
        };
        self.from_diary = answers
            .keys()
            .filter(|finding| run.answer(finding).is_none())
            .cloned()
            .collect();
        self.run = run.knowing(answers);
    }

    /// What the answers so far come to, once anything was answered.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.assessment.as_ref()
    }

    /// The questions left open that would change the result most.
    pub fn open_questions(&self) -> &[Item] {
        &self.open_questions
    }

    /// The urgency so far, once anything was answered.
    pub fn urgency(&self) -> Option<Urgency> {
        self.assessment.as_ref().map(|a| a.urgency)
    }

    /// Takes a step.
    pub fn apply(&mut self, step: CheckStep, library: &Library) {
        let knowledge = library.knowledge();
        let before = self.run.answers().clone();
        match step {
            CheckStep::Begin => self.run.begin(knowledge),
            CheckStep::Answer(finding, answer) => {
                self.from_diary.remove(&finding);
                self.run.set(&finding, answer, knowledge);
            }
            CheckStep::Open(finding, true) => {
                self.opened.insert(finding);
            }
            CheckStep::Open(finding, false) => {
                self.opened.remove(&finding);
            }
            CheckStep::AnswerAndGo(finding, answer) => {
                self.from_diary.remove(&finding);
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
            CheckStep::Others(shown) => self.shows_others = shown,
            CheckStep::View(view) => self.view = view,
            CheckStep::Prefill(answers) => self.prefill(answers),
            CheckStep::Restart => *self = Self::default(),
            CheckStep::With(answers) => {
                *self = Self {
                    run: CheckRun::with(answers),
                    ..Self::default()
                };
                self.run.begin(knowledge);
            }
            // These need the diary; see `State`.
            CheckStep::Save | CheckStep::Reopen(_) => {}
        }
        if *self.run.answers() != before {
            self.saved = None;
        }
        self.weigh(library);
    }

    fn weigh(&mut self, library: &Library) {
        let knowledge = library.knowledge();
        let place = self.run.place();
        self.assessment = (*place != Place::Start).then(|| self.run.assess(knowledge));
        self.open_questions = if *place == Place::Result {
            knowledge.telling(self.run.answers(), OPEN)
        } else {
            Vec::new()
        };
    }
}

/// A share, 0 to 1, in whole percent.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "from 0 to 100"
)]
fn percent(share: f32) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u8
}
