//! What tells two causes apart: the answers that weigh differently for them,
//! read from their evidence, so that the words cannot drift from the ranking.

use super::knowledge::Knowledge;
use crate::content::Cause;

/// From this difference on an answer tells two causes apart, in log-odds.
const TELLS: f32 = 0.8;
/// From this weight on an answer speaks clearly, in log-odds.
const CLEARLY: f32 = 1.1;
/// The most answers that are shown.
const MOST: usize = 14;
/// Weights are written with one decimal; sums of them are not quite exact.
const SLACK: f32 = 1e-3;

/// How an answer speaks about a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaks {
    /// Clearly against it.
    ClearlyAgainst,
    /// Against it.
    Against,
    /// It says nothing about it.
    Nothing,
    /// For it.
    For,
    /// Clearly for it.
    ClearlyFor,
}

impl Speaks {
    /// What a weight in log-odds comes to.
    pub fn of(weight: f32) -> Self {
        if weight >= CLEARLY - SLACK {
            Self::ClearlyFor
        } else if weight > SLACK {
            Self::For
        } else if weight <= SLACK - CLEARLY {
            Self::ClearlyAgainst
        } else if weight < -SLACK {
            Self::Against
        } else {
            Self::Nothing
        }
    }

    /// The same in words, after "It".
    pub const fn words(self) -> &'static str {
        match self {
            Self::ClearlyFor => "speaks clearly for it",
            Self::For => "speaks for it",
            Self::Nothing => "says nothing",
            Self::Against => "speaks against it",
            Self::ClearlyAgainst => "speaks clearly against it",
        }
    }
}

/// An answer that tells two causes apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// The finding.
    pub finding: String,
    /// The id of the option.
    pub option: String,
    /// The answer as a statement.
    pub says: String,
    /// How it speaks about the first cause.
    pub first: Speaks,
    /// How it speaks about the second cause.
    pub second: Speaks,
    /// How far the two weights lie apart, in log-odds.
    pub difference: f32,
}

impl Knowledge {
    /// The answers that tell two causes apart, the strongest first. An answer
    /// that speaks about both in the same words is left out: it would tell a
    /// reader nothing.
    pub fn apart(&self, first: &Cause, second: &Cause) -> Vec<Telling> {
        let place = |cause: &Cause| self.causes.iter().position(|c| c.id == cause.id);
        let (Some(first), Some(second)) = (place(first), place(second)) else {
            return Vec::new();
        };
        let mut rows: Vec<Telling> = Vec::new();
        for (at, finding) in self.findings.iter().enumerate() {
            for (bit, option) in finding.options.iter().enumerate() {
                let a = self.weight(at, 1 << bit, first);
                let b = self.weight(at, 1 << bit, second);
                let (spoken_a, spoken_b) = (Speaks::of(a), Speaks::of(b));
                let difference = (a - b).abs();
                if difference >= TELLS - SLACK && spoken_a != spoken_b {
                    rows.push(Telling {
                        finding: finding.id.clone(),
                        option: option.id.clone(),
                        says: option.says.clone(),
                        first: spoken_a,
                        second: spoken_b,
                        difference,
                    });
                }
            }
        }
        rows.sort_by(|x, y| y.difference.total_cmp(&x.difference));
        rows.truncate(MOST);
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Library;

    fn rows(first: &str, second: &str) -> Vec<Telling> {
        let library = Library::embedded().unwrap();
        let cause = |id| library.cause(id).unwrap();
        library.knowledge().apart(cause(first), cause(second))
    }

    #[test]
    fn weights_become_words_at_their_borders() {
        for (weight, speaks) in [
            (1.1, Speaks::ClearlyFor),
            (1.0, Speaks::For),
            (0.2, Speaks::For),
            (0.0, Speaks::Nothing),
            (-0.2, Speaks::Against),
            (-1.0, Speaks::Against),
            (-1.1, Speaks::ClearlyAgainst),
        ] {
            assert_eq!(Speaks::of(weight), speaks, "{weight}");
        }
    }

    #[test]
    fn pain_below_the_knee_tells_a_disc_from_the_piriformis() {
        let rows = rows("piriformis_dgs", "disc_radiculopathy");
        let below = rows
            .iter()
            .find(|r| r.finding == "leg_radiation" && r.option == "below_knee")
            .expect("it tells them apart");
        assert_eq!(below.first, Speaks::Against, "the piriformis");
        assert_eq!(below.second, Speaks::For, "the disc");
        assert_eq!(below.says, "It travels below the knee.", "the statement");
    }

    #[test]
    fn the_strongest_come_first_and_every_row_tells_something() {
        let library = Library::embedded().unwrap();
        for first in library.causes() {
            for second in library.causes() {
                let rows = library.knowledge().apart(first, second);
                assert!(rows.len() <= MOST, "{} {}", first.id, second.id);
                assert!(
                    rows.is_sorted_by(|x, y| x.difference >= y.difference),
                    "{} {}: sorted",
                    first.id,
                    second.id
                );
                for row in rows {
                    assert!(row.difference >= TELLS - SLACK, "{row:?}");
                    assert_ne!(row.first, row.second, "{row:?}");
                }
            }
        }
    }

    #[test]
    fn the_two_sides_change_places_with_the_causes() {
        let there = rows("pad_aortoiliac", "spinal_stenosis");
        let back = rows("spinal_stenosis", "pad_aortoiliac");
        assert!(!there.is_empty(), "something tells them apart");
        assert_eq!(there.len(), back.len(), "as many");
        for (a, b) in there.iter().zip(&back) {
            assert_eq!((a.first, a.second), (b.second, b.first), "{}", a.says);
        }
        assert!(
            rows("spinal_stenosis", "spinal_stenosis").is_empty(),
            "the same"
        );
    }
}
