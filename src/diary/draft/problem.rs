//! What is missing or wrong on the log sheet, each beside its field and with a
//! sentence that says what to do.

use super::{Draft, Number};
use crate::clock::Moment;
use crate::diary::check::{self, DURATION_SECS, Flaw};
use crate::diary::entry::{Entry, Lasted};

/// A field of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// When it began.
    Start,
    /// How long.
    Lasted,
    /// Where.
    Place,
    /// Which side.
    Side,
    /// How bad.
    Pain,
    /// One of the numbers.
    Number(Number),
    /// How much a remedy helped.
    Helped,
    /// What was trained.
    Training,
    /// A medicine.
    Medicine,
    /// A tag.
    Tag,
    /// The note.
    Note,
}

/// One thing that is missing or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub field: Field,
    /// What to do about it.
    pub sentence: String,
}

impl Draft {
    /// Everything that keeps it from being saved, top to bottom.
    pub fn problems(&self, now: &Moment) -> Vec<Problem> {
        let mut all = Vec::new();
        let mut say = |field: Field, sentence: &str| {
            all.push(Problem {
                field,
                sentence: sentence.to_owned(),
            });
        };
        if let Err(unread) = self.started(now) {
            say(Field::Start, &unread.sentence(self.reads.twelve));
        }
        match self.duration() {
            None if self.lasted.trim().is_empty() => say(
                Field::Lasted,
                "Say how long it lasted, or that it is still going.",
            ),
            None => say(
                Field::Lasted,
                "Write how long it lasted, for example 90 s, 10 min or 1 h 30.",
            ),
            Some(Lasted::Seconds(secs)) if secs > DURATION_SECS => say(
                Field::Lasted,
                "One cramp can last 30 days at most. Check how long it was.",
            ),
            Some(_) => {}
        }
        if !self.spot.is_said() {
            say(Field::Place, "Press at least one place.");
        }
        if self.spot.side().is_none() {
            say(Field::Side, "Press the side.");
        }
        if self.pain.is_none() {
            say(Field::Pain, "Press how bad it was at its worst.");
        }
        for number in Number::ALL {
            if self.numbers.is_wrong(number, self.reads.units) {
                say(Field::Number(number), number.sentence());
            }
        }
        if self.helped.iter().any(|(_, score)| score.is_none())
            || self
                .words
                .get(super::REMEDY)
                .is_some_and(|w| !w.trim().is_empty())
        {
            say(
                Field::Helped,
                "Say for each thing you tried how much it helped, or take it off.",
            );
        }
        let trained = !self.numbers.shown(Number::Trained).is_empty() || self.effort.is_some();
        if trained && self.activity.trim().is_empty() {
            say(
                Field::Training,
                "Say what you did, or clear the minutes and the effort.",
            );
        }
        if all.is_empty()
            && let Some(episode) = self.episode(now)
        {
            let flaws = check::check(&Entry::from(episode));
            all.extend(flaws.iter().map(of_flaw));
        }
        all
    }
}

/// What is left for the rules of the diary itself: texts that are too long.
fn of_flaw(flaw: &Flaw) -> Problem {
    let field = match flaw.field {
        "helped" | "helped.remedy" => Field::Helped,
        "training.activity" => Field::Training,
        "medicines" | "medicines.name" => Field::Medicine,
        "tags" => Field::Tag,
        "regions" => Field::Place,
        "started_at" => Field::Start,
        "duration" => Field::Lasted,
        _ => Field::Note,
    };
    Problem {
        field,
        sentence: format!("This {}.", flaw.problem),
    }
}
