//! How often Check is right: the counts of the last run over the example cases.

use serde::Deserialize;

/// Counts over the real cases of `tests/vignettes`. A test holds them against
/// the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quality {
    /// Cases tried.
    pub cases: usize,
    /// Urgency as judged beforehand.
    pub exact: usize,
    /// Urgency higher than judged.
    pub over: usize,
    /// Urgency lower than judged.
    pub under: usize,
    /// Emergencies among the cases.
    pub emergencies: usize,
    /// Of those, recognised as such.
    pub emergencies_found: usize,
    /// Cases whose cause is one that Check ranks.
    pub ranked: usize,
    /// Of those, the right cause in first place.
    pub first: usize,
    /// Of those, among the first three.
    pub in_three: usize,
    /// Median number of questions after the red flags.
    pub questions: usize,
}
