//! Ranking: how likely each cause is, from the answers and their weights.
//!
//! `score = prior + sum over groups of clamp(sum of weights, -3, 3)`, then the
//! share of each cause among those that are not hidden (clinical reference
//! D.1). The clamp keeps six questions about sitting from counting six times.

use super::condition::Test;
use super::knowledge::{Given, Knowledge};

/// The most that the answers of one group move a cause, in log-odds.
const GROUP_LIMIT: f32 = 3.0;

/// From this share on a set of causes "fits" (rule R41).
const REFERRED: f32 = 0.4;

/// Log-odds and shares, in the order of the causes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ranking {
    /// Log-odds.
    pub score: Vec<f32>,
    /// From 0 to 1; together 1, unless every cause is hidden.
    pub share: Vec<f32>,
    /// Cannot be, for this person.
    pub hidden: Vec<bool>,
    /// Shares of what is shown as one entry, at the place of its first cause.
    pub entry: Vec<f32>,
    /// Places of the causes that are not hidden, most likely first.
    pub order: Vec<usize>,
}

impl Knowledge {
    /// Ranks the causes.
    pub(super) fn rank(&self, given: &[Given]) -> Ranking {
        self.rank_sums(given, &self.sums(given))
    }

    /// The sums of weights, by cause and group: the costly half of a ranking.
    pub(super) fn sums(&self, given: &[Given]) -> Vec<f32> {
        let causes = self.causes.len();
        let mut sums = vec![0.0_f32; causes * self.groups];
        for (finding, answer) in given.iter().enumerate() {
            let bits = answer.bits();
            if bits == 0 {
                continue;
            }
            let group = self.group.get(finding).copied().unwrap_or(0);
            for cause in 0..causes {
                if let Some(sum) = sums.get_mut(cause * self.groups + group) {
                    *sum += self.weight(finding, bits, cause);
                }
            }
        }
        sums
    }

    /// The sums with one more answer.
    pub(super) fn sums_with(&self, sums: &[f32], finding: usize, bits: u32) -> Vec<f32> {
        let mut sums = sums.to_vec();
        let group = self.group.get(finding).copied().unwrap_or(0);
        for cause in 0..self.causes.len() {
            if let Some(sum) = sums.get_mut(cause * self.groups + group) {
                *sum += self.weight(finding, bits, cause);
            }
        }
        sums
    }

    /// Ranks the causes from the sums of weights.
    pub(super) fn rank_sums(&self, given: &[Given], sums: &[f32]) -> Ranking {
        let score: Vec<f32> = self
            .causes
            .iter()
            .zip(sums.chunks(self.groups.max(1)))
            .map(|(cause, groups)| {
                let moved: f32 = groups
                    .iter()
                    .map(|sum| sum.clamp(-GROUP_LIMIT, GROUP_LIMIT))
                    .sum();
                cause.prior + moved
            })
            .collect();
        let hidden: Vec<bool> = self
            .causes
            .iter()
            .map(|cause| plain(&cause.hidden, given))
            .collect();
        let odds: Vec<f32> = score
            .iter()
            .zip(&hidden)
            .map(|(score, hidden)| if *hidden { 0.0 } else { score.exp() })
            .collect();
        let all: f32 = odds.iter().sum();
        let share: Vec<f32> = odds
            .iter()
            .map(|odds| if all > 0.0 { odds / all } else { 0.0 })
            .collect();
        let mut entry = vec![0.0; share.len()];
        for (cause, share) in self.causes.iter().zip(&share) {
            if let Some(sum) = entry.get_mut(cause.entry) {
                *sum += share;
            }
        }
        let mut order: Vec<usize> = (0..score.len())
            .filter(|at| hidden.get(*at) == Some(&false))
            .collect();
        let of = |at: &usize| score.get(*at).copied().unwrap_or(f32::MIN);
        order.sort_by(|a, b| of(b).total_cmp(&of(a)).then(a.cmp(b)));
        Ranking {
            score,
            share,
            hidden,
            entry,
            order,
        }
    }
}

/// Is a test true of the answers alone? Tests that ask for a ranking are not.
pub(super) fn plain(test: &Test, given: &[Given]) -> bool {
    holds(test, given, None)
}

/// Is a test true of the answers and the ranking they lead to?
pub(super) fn holds(test: &Test, given: &[Given], ranking: Option<&Ranking>) -> bool {
    let of = |at: &usize| given.get(*at).copied().unwrap_or_default();
    match test {
        Test::Always => true,
        // The findings that count are known to whoever asks; see `assess`.
        Test::Unsure => false,
        Test::Is(at, bits) => of(at).bits() & bits != 0,
        Test::AtLeast(at, least) => matches!(of(at), Given::Number(n, _) if n >= *least),
        Test::Below(at, end) => matches!(of(at), Given::Number(n, _) if n < *end),
        Test::AmongFirst(count, causes) => ranking.is_some_and(|ranking| {
            let mut first = ranking.order.iter().take(*count);
            first.any(|at| causes.contains(at))
        }),
        Test::Fits(causes) => ranking.is_some_and(|ranking| {
            let together: f32 = causes.iter().filter_map(|at| ranking.share.get(*at)).sum();
            together >= REFERRED
        }),
        Test::All(all) => all.iter().all(|test| holds(test, given, ranking)),
        Test::Any(any) => any.iter().any(|test| holds(test, given, ranking)),
        Test::Not(inner) => !holds(inner, given, ranking),
    }
}
