//! A dose: how long, how often, with which routines. People read "plan" for it,
//! and the diary's `plan` holds its id; in code a [`super::Plan`] is the list of
//! phases a session performs.

use serde::Deserialize;

use super::routine::{Range, Ranges, Routine};
use super::routine_check::{CUE_WORDS, DETAIL_WORDS, Flaw, SHORT_WORDS};
use super::{Level, POSES};

/// The id that means: the person's own lengths. No dose of the content has it.
pub const OWN: &str = "own";
/// The id of the dose for a cramp that is there now.
pub const CRAMP: &str = "cramp";

/// The words of a hold that ends when it eases.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Its name; `{side}` and `{other}` become left and right.
    pub title: String,
    /// What to do, in at most eight words.
    pub cue: String,
    /// The same, told whole.
    pub detail: String,
}

/// What is done once both sides had their holds.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Then {
    /// How long, 30 to 300 s.
    pub secs: u32,
    /// Its name.
    pub title: String,
    /// What to do, in at most eight words.
    pub cue: String,
    /// The same, told whole.
    pub detail: String,
    /// The id of its picture.
    pub picture: String,
}

/// How long and how often (clinical list E.4).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    /// Its id, which the diary keeps.
    pub id: String,
    /// Its name.
    pub name: String,
    /// For whom, in a sentence or two.
    pub for_whom: String,
    /// How often, in a sentence or two.
    pub how_often: String,
    /// Seconds of each hold; where it ends when it eases, the longest.
    pub hold_secs: u32,
    /// Holds on each side.
    pub rounds: u32,
    /// Seconds of rest between two holds.
    pub rest_secs: u32,
    /// The hold ends when the person says so. Asked every so many seconds.
    #[serde(default)]
    pub until_eased: Option<u32>,
    /// Only the side that hurts, when there is one.
    #[serde(default)]
    pub sore_only: bool,
    /// The words of such a hold.
    #[serde(default)]
    pub hold: Option<Words>,
    /// What is done at the end.
    #[serde(default)]
    pub then: Option<Then>,
    /// The levels it goes with.
    pub levels: Vec<String>,
    /// Source keys.
    pub from: Vec<String>,
}

impl Dose {
    /// Does it go with a routine of this level?
    pub fn goes_with(&self, level: &str) -> bool {
        self.levels.iter().any(|own| own == level)
    }

    /// Does it propose these lengths?
    pub fn is_of(&self, routine: &Routine) -> bool {
        let d = &routine.defaults;
        (self.hold_secs, self.rounds, self.rest_secs) == (d.hold_secs, d.rounds, d.rest_secs)
    }

    /// All that is wrong with it, by line of the file's `text`. Sources and the
    /// choice of words are looked at by `content`.
    pub fn check(&self, text: &str) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let mut bad = |near: &str, message: String| flaws.push(Flaw::near(text, near, message));
        let own = format!("id: \"{}\"", self.id);
        if self.id == OWN {
            bad(&own, format!("\"{OWN}\" means the person's own lengths"));
        }
        let widest = Ranges::WIDEST;
        for (name, value, range) in [
            ("hold_secs", self.hold_secs, widest.hold_secs),
            ("rounds", self.rounds, widest.rounds),
            ("rest_secs", self.rest_secs, widest.rest_secs),
            ("until_eased", self.until_eased.unwrap_or(20), Range(10, 60)),
            (
                "secs",
                self.then.as_ref().map_or(90, |t| t.secs),
                Range(30, 300),
            ),
        ] {
            if !range.has(value) {
                let (from, to) = (range.0, range.1);
                bad(&own, format!("{name} of {value}: {from} to {to} fit"));
            }
        }
        if self.until_eased.is_some() != self.hold.is_some() {
            bad(&own, "until_eased and hold go together".to_owned());
        }
        if self.levels.is_empty() {
            bad(&own, "it goes with no level".to_owned());
        }
        for level in &self.levels {
            if Level::parse(level).is_none() {
                bad(&own, format!("a level is one of {}", Level::ALL.join(", ")));
            }
        }
        let then = self.then.iter();
        let said = then.flat_map(|t| {
            [
                (&t.title, SHORT_WORDS),
                (&t.cue, CUE_WORDS),
                (&t.detail, DETAIL_WORDS),
            ]
        });
        let hold = self.hold.iter();
        let hold = hold.flat_map(|t| {
            [
                (&t.title, SHORT_WORDS),
                (&t.cue, CUE_WORDS),
                (&t.detail, DETAIL_WORDS),
            ]
        });
        for (words, most) in said.chain(hold) {
            let count = words.split_whitespace().count();
            if count == 0 || count > most {
                bad(words, format!("{count} words: 1 to {most} fit"));
            }
        }
        if let Some(then) = &self.then
            && !POSES.contains(&then.picture.as_str())
        {
            bad(
                &then.picture,
                format!("there is no picture {:?}", then.picture),
            );
        }
        flaws
    }
}
