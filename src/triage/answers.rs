//! Answers: what a person said to the findings.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeSeq as _, Serializer};

use super::finding::{Finding, Kind};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One option, or several where that is allowed.
    Chosen(Vec<String>),
    /// A whole number.
    Number(u32),
    /// "Not sure".
    Unsure,
    /// Passed over; says nothing.
    Skipped,
}

impl Answer {
    /// One option.
    pub fn option(id: &str) -> Self {
        Self::Chosen(vec![id.to_owned()])
    }

    /// Is this option chosen?
    pub fn has(&self, id: &str) -> bool {
        matches!(self, Self::Chosen(ids) if ids.iter().any(|i| i == id))
    }
}

/// What was answered, by the id of the finding.
pub type Answers = BTreeMap<String, Answer>;

/// Why an answer does not fit its finding: one sentence without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit(pub String);

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A word that somebody wrote, as a sentence may quote it: on one line, short.
pub fn shown(word: &str) -> String {
    let short: String = word.chars().take(60).collect();
    format!("{short:?}")
}

/// Does this answer fit this finding?
///
/// # Errors
/// Says what is wrong and what would be right.
pub fn fits(finding: &Finding, answer: &Answer) -> Result<(), Misfit> {
    let id = &finding.id;
    let chosen = match answer {
        Answer::Unsure | Answer::Skipped => return Ok(()),
        Answer::Number(number) => return fits_number(finding, *number),
        Answer::Chosen(chosen) => chosen,
    };
    if let Some(range) = &finding.number {
        return Err(Misfit(format!(
            "{id} takes a whole number from {} to {}",
            range.min, range.max
        )));
    }
    for option in chosen {
        if finding.option(option).is_none() {
            let known: Vec<&str> = finding.options.iter().map(|o| o.id.as_str()).collect();
            return Err(Misfit(format!(
                "{id} has no option {}; it has {}",
                shown(option),
                known.join(", ")
            )));
        }
    }
    if chosen.is_empty() {
        return Err(Misfit(format!("{id} has an empty answer; leave it out")));
    }
    if chosen.len() > 1 && finding.kind() != Kind::Many {
        return Err(Misfit(format!("{id} takes one option only")));
    }
    Ok(())
}

fn fits_number(finding: &Finding, number: u32) -> Result<(), Misfit> {
    let id = &finding.id;
    let Some(range) = &finding.number else {
        let known: Vec<&str> = finding.options.iter().map(|o| o.id.as_str()).collect();
        return Err(Misfit(format!(
            "{id} takes an option, not a number: {}",
            known.join(", ")
        )));
    };
    if (range.min..=range.max).contains(&number) {
        Ok(())
    } else {
        Err(Misfit(format!(
            "{id} is {number}, but must be from {} to {}",
            range.min, range.max
        )))
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Unsure => serializer.serialize_str("unsure"),
            Self::Skipped => serializer.serialize_str("skip"),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Chosen(ids) => {
                if let [only] = ids.as_slice() {
                    return serializer.serialize_str(only);
                }
                let mut seq = serializer.serialize_seq(Some(ids.len()))?;
                for id in ids {
                    seq.serialize_element(id)?;
                }
                seq.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor)
    }
}

struct AnswerVisitor;

impl<'de> Visitor<'de> for AnswerVisitor {
    type Value = Answer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "an option in quotes, a list of options, a whole number, \"unsure\" or \"skip\"",
        )
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Answer, E> {
        Ok(match text {
            "unsure" | "unknown" | "not_sure" => Answer::Unsure,
            "skip" | "skipped" => Answer::Skipped,
            id => Answer::option(id),
        })
    }

    fn visit_bool<E: de::Error>(self, yes: bool) -> Result<Answer, E> {
        Ok(Answer::option(if yes { "yes" } else { "no" }))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Answer, E> {
        // What is far out of range is told by `fits`, with the range.
        Ok(Answer::Number(u32::try_from(number).unwrap_or(u32::MAX)))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Answer, E> {
        u64::try_from(number)
            .map_err(|_negative| E::custom(format!("{number} is less than 0")))
            .and_then(|number| self.visit_u64(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Answer, E> {
        Err(E::custom(format!("{number} is not a whole number")))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Answer, A::Error> {
        let mut ids: Vec<String> = Vec::new();
        while let Some(id) = seq.next_element::<String>()? {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        if ids == ["unsure"] {
            return Ok(Answer::Unsure);
        }
        Ok(Answer::Chosen(ids))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Answers, String> {
        ron::from_str(text).map_err(|err| err.to_string())
    }

    #[test]
    fn answers_are_read_from_ron_and_json() {
        let answers =
            read("{\"a\": \"yes\", \"b\": [\"x\", \"y\"], \"c\": 7, \"d\": true}").unwrap();
        assert_eq!(answers["a"], Answer::option("yes"));
        assert_eq!(answers["b"], Answer::Chosen(vec!["x".into(), "y".into()]));
        assert_eq!(answers["c"], Answer::Number(7));
        assert_eq!(answers["d"], Answer::option("yes"));
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        assert!(read("{\"a\": -1}").is_err(), "less than nothing");
        assert!(read("{\"a\": 1.5}").is_err(), "a part of a year");
        assert!(read("{\"a\": ()}").is_err(), "nothing at all");
    }

    #[test]
    fn answers_survive_the_way_to_text_and_back() {
        let text = "{\"a\":\"yes\",\"b\":[\"x\",\"y\"],\"c\":7,\"d\":\"unsure\",\"e\":\"skip\"}";
        let answers = read(text).unwrap();
        assert_eq!(serde_json::to_string(&answers).unwrap(), text);
        assert_eq!(ron::to_string(&answers).unwrap(), text);
    }
}
