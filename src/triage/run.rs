//! One run through Check: what was asked, what was answered, where it stands.

use super::answers::{Answer, Answers};
use super::assess::Assessment;
use super::finding::Finding;
use super::knowledge::Knowledge;
use super::next::{Item, Next};
use super::urgency::Urgency;

/// Where a run stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// What the check is and what it is not.
    #[default]
    Start,
    /// A question or a sheet.
    At(Item),
    /// The result.
    Result,
}

/// A run. What it once reached in urgency stays (M4).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckRun {
    answers: Answers,
    place: Place,
    /// What was asked, oldest first, without the place now.
    trail: Vec<Item>,
    floor: Urgency,
    /// Back to the result after one answer was looked at again.
    revisiting: bool,
}

impl CheckRun {
    /// A run that starts with answers known before, such as from the diary.
    pub fn with(answers: Answers) -> Self {
        Self {
            answers,
            ..Self::default()
        }
    }

    /// A finished run, as it was saved.
    pub fn finished(answers: Answers, floor: Urgency) -> Self {
        Self {
            answers,
            place: Place::Result,
            floor,
            ..Self::default()
        }
    }

    /// The same run back at its start with more answers known. What a person
    /// has answered stays as it is, and so does the urgency it reached.
    #[must_use]
    pub fn knowing(mut self, known: Answers) -> Self {
        for (finding, answer) in known {
            self.answers.entry(finding).or_insert(answer);
        }
        self.place = Place::Start;
        self.trail.clear();
        self
    }

    /// Where it stands.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What was answered so far.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The answer to a finding.
    pub fn answer(&self, finding: &str) -> Option<&Answer> {
        self.answers.get(finding)
    }

    /// The highest urgency this run has reached.
    pub fn floor(&self) -> Urgency {
        self.floor
    }

    /// What was asked before the place now.
    pub fn trail(&self) -> &[Item] {
        &self.trail
    }

    /// What the answers come to, never below what was reached before (M4).
    pub fn assess(&self, knowledge: &Knowledge) -> Assessment {
        let mut assessment = knowledge.assess(&self.answers);
        assessment.urgency = assessment.urgency.max(self.floor);
        assessment
    }

    /// Begins, past the start page.
    pub fn begin(&mut self, knowledge: &Knowledge) {
        self.forward(knowledge);
    }

    /// Answers a finding; `None` takes the answer back, though not the urgency
    /// it led to.
    pub fn set(&mut self, finding: &str, answer: Option<Answer>, knowledge: &Knowledge) {
        // A number is being typed digit by digit: it counts once one goes on.
        let typed = matches!(answer, Some(Answer::Number(_)));
        match answer {
            Some(answer) => {
                self.answers.insert(finding.to_owned(), answer);
            }
            None => {
                self.answers.remove(finding);
            }
        }
        if !typed {
            self.settle(knowledge);
        }
    }

    /// Goes on from the place now. What was left open on a sheet means "no";
    /// a single question left open is skipped.
    pub fn next(&mut self, knowledge: &Knowledge) {
        if let Place::At(item) = &self.place {
            for finding in members(knowledge, item, &self.answers) {
                if self.answers.contains_key(&finding.id) {
                    continue;
                }
                let answer = match (item, finding.nothing()) {
                    (Item::Sheet(_), Some(nothing)) => Answer::option(&nothing.id),
                    _ => Answer::Skipped,
                };
                self.answers.insert(finding.id.clone(), answer);
            }
        }
        self.settle(knowledge);
        self.forward(knowledge);
    }

    /// Skips the question: it is not asked again and says nothing.
    pub fn skip(&mut self, knowledge: &Knowledge) {
        if let Place::At(item) = &self.place {
            for finding in members(knowledge, item, &self.answers) {
                self.answers.insert(finding.id.clone(), Answer::Skipped);
            }
        }
        self.settle(knowledge);
        self.forward(knowledge);
    }

    /// Goes back to what was asked before.
    pub fn back(&mut self) {
        self.revisiting = false;
        self.place = match self.trail.pop() {
            Some(item) => Place::At(item),
            None => Place::Start,
        };
    }

    /// Looks at one question again, from the list of answers.
    pub fn revisit(&mut self, item: Item) {
        if let Place::At(now) = &self.place {
            self.trail.push(now.clone());
        }
        self.revisiting = true;
        self.place = Place::At(item);
    }

    /// Ends the questions and shows the result of the answers so far.
    pub fn finish(&mut self) {
        if let Place::At(item) = &self.place {
            self.trail.push(item.clone());
        }
        self.place = Place::Result;
    }

    fn settle(&mut self, knowledge: &Knowledge) {
        self.floor = self.floor.max(knowledge.assess(&self.answers).urgency);
    }

    fn forward(&mut self, knowledge: &Knowledge) {
        if let Place::At(item) = &self.place {
            self.trail.push(item.clone());
        }
        let emergency = self.floor == Urgency::EmergencyNow;
        let back_to_result = std::mem::take(&mut self.revisiting);
        self.place = match knowledge.next(&self.answers) {
            // What was once an emergency stays one (M2, M4).
            Next::Ask(item) if !emergency && !back_to_result => Place::At(item),
            Next::Ask(_) | Next::Emergency | Next::Child | Next::Enough => Place::Result,
        };
    }
}

/// The findings on a screen.
fn members<'a>(knowledge: &'a Knowledge, item: &'a Item, answers: &Answers) -> Vec<&'a Finding> {
    match item {
        Item::Sheet(id) => knowledge.rows(id, answers),
        Item::Finding(id) => knowledge.finding(id).into_iter().collect(),
    }
}
