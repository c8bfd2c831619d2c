//! Findings: what Check asks, as `content/findings.ron` says it.

use serde::Deserialize;

use super::answers::Answer;
use super::condition::Condition;

/// The file `findings.ron`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Findings {
    /// Lists of findings that are asked together.
    pub sheets: Vec<Sheet>,
    /// What is asked.
    pub findings: Vec<Finding>,
}

/// A list of findings asked together: one screen with rows to tick.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Its id.
    pub id: String,
    /// Is it a card of red flags? Those come first, always.
    #[serde(default)]
    pub flags: bool,
    /// Its heading.
    pub title: String,
    /// What is asked of each row.
    pub ask: String,
}

/// A number that is typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The least, inclusive.
    pub min: u32,
    /// The most, inclusive.
    pub max: u32,
    /// Of what: "years"; empty for a bare number.
    pub unit: String,
}

/// How the weights of several chosen options come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Many {
    /// Their mean: the truth lies between them.
    Mean,
    /// The strongest: each is enough.
    Strongest,
}

/// One answer that can be chosen, or one band of a number.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// What stands on the button.
    pub text: String,
    /// The same as a statement to the person.
    pub says: String,
    /// Of a band: the least number in it, inclusive.
    #[serde(default)]
    pub at_least: Option<u32>,
    /// Of a band: the number it ends before.
    #[serde(default)]
    pub below: Option<u32>,
}

/// Something Check asks, with a stable id.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Its id.
    pub id: String,
    /// What it is about. Answers of one group overlap, so together they move a
    /// cause by no more than a fixed amount.
    pub group: String,
    /// The sheet it stands on; alone on its screen without one.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Is everybody asked?
    #[serde(default)]
    pub core: bool,
    /// Does "not sure" mean: be seen today (M3, R49)?
    #[serde(default)]
    pub unsure: bool,
    /// The question, or the row on a sheet.
    pub ask: String,
    /// A line below it.
    #[serde(default)]
    pub hint: Option<String>,
    /// Why we ask.
    pub why: String,
    /// Asked only while this is true.
    #[serde(default)]
    pub when: Condition,
    /// A number is asked for; the options are its bands.
    #[serde(default)]
    pub number: Option<Range>,
    /// More than one option may be chosen.
    #[serde(default)]
    pub many: Option<Many>,
    /// What can be answered. Filled from `yes` and `no` where these are given.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// The statement of "yes", for a question with yes and no.
    #[serde(default)]
    pub yes: Option<String>,
    /// The statement of "no".
    #[serde(default)]
    pub no: Option<String>,
    /// Keys of sources.
    pub from: Vec<String>,
}

/// The kind of answer a finding takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// One of several options.
    One,
    /// One or more of several options.
    Many,
    /// A whole number.
    Number,
}

impl Kind {
    /// The kind in one word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::YesNo => "yes_no",
            Self::One => "one",
            Self::Many => "many",
            Self::Number => "number",
        }
    }
}

impl Finding {
    /// The kind of answer it takes.
    pub fn kind(&self) -> Kind {
        if self.number.is_some() {
            Kind::Number
        } else if self.many.is_some() {
            Kind::Many
        } else if self.yes.is_some() {
            Kind::YesNo
        } else {
            Kind::One
        }
    }

    /// The option with this id.
    pub fn option(&self, id: &str) -> Option<&Choice> {
        self.options.iter().find(|o| o.id == id)
    }

    /// The option that says that there is nothing: what a row that is not
    /// ticked means.
    pub fn nothing(&self) -> Option<&Choice> {
        self.option("no").or_else(|| self.option("none"))
    }

    /// Does this answer say that there is nothing?
    pub fn is_nothing(&self, answer: &Answer) -> bool {
        self.nothing().is_some_and(|none| answer.has(&none.id))
    }

    /// Turns `yes` and `no` into options.
    pub(crate) fn spell_out(&mut self) {
        let (Some(yes), Some(no)) = (&self.yes, &self.no) else {
            return;
        };
        let choice = |id: &str, text: &str, says: &str| Choice {
            id: id.to_owned(),
            text: text.to_owned(),
            says: says.to_owned(),
            at_least: None,
            below: None,
        };
        self.options = vec![choice("yes", "Yes", yes), choice("no", "No", no)];
    }
}
