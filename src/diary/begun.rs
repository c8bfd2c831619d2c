//! What is known of a cramp before it is a whole entry: the log sheet starts
//! from it. Nothing in it is required.

use super::entry::{EntryId, Intensity, Lasted, Region, Sample, Side};
use super::when::When;

/// A cramp as far as it has been told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Begun {
    /// The id the entry will have, if it was given one already.
    pub id: Option<EntryId>,
    /// When it began; none: now.
    pub started_at: Option<When>,
    /// How long it lasted.
    pub lasted: Option<Lasted>,
    /// Where it was felt.
    pub regions: Vec<Region>,
    /// On which side.
    pub side: Option<Side>,
    /// The worst pain.
    pub pain_peak: Option<Intensity>,
    /// The pain from moment to moment, in the order of time.
    pub samples: Vec<Sample>,
    /// Whether it woke the person.
    pub woke_me: Option<bool>,
    /// The person's own words.
    pub note: String,
}

impl Begun {
    /// A cramp of which only the start is known.
    pub fn at(started_at: When) -> Self {
        Self {
            started_at: Some(started_at),
            ..Self::default()
        }
    }
}
