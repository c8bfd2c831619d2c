//! Exact tests: how likely so lopsided a count is when only chance is at work.

use super::gamma::ln_choose;

/// How likely `x` or more of `n` are when each has the chance `p`: one side of
/// the binomial test. 1 for no successes, 0 for more than there can be.
pub fn at_least(x: u32, n: u32, p: f64) -> f64 {
    if x == 0 {
        return 1.0;
    }
    if x > n || p <= 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return 1.0;
    }
    // The shorter tail, from the middle outwards: each term is made of the one
    // before, and what is too small to count ends the sum.
    let odds = p / (1.0 - p);
    let sum = if f64::from(x) > f64::from(n) * p {
        tail(
            x,
            n,
            p,
            |k| (k < n).then(|| f64::from(n - k) / f64::from(k + 1) * odds),
            1,
        )
    } else {
        1.0 - tail(
            x - 1,
            n,
            p,
            |k| (k > 0).then(|| f64::from(k) / f64::from(n - k + 1) / odds),
            -1,
        )
    };
    sum.clamp(0.0, 1.0)
}

/// The sum of binomial terms from `first` on, up or down, where `next` is the
/// factor from one term to the next.
fn tail(first: u32, n: u32, p: f64, next: impl Fn(u32) -> Option<f64>, step: i32) -> f64 {
    let ln = ln_choose(n, first) + f64::from(first) * p.ln() + f64::from(n - first) * (-p).ln_1p();
    let mut term = ln.exp();
    let mut sum = term;
    let mut k = first;
    while let Some(factor) = next(k) {
        term *= factor;
        sum += term;
        k = k.saturating_add_signed(step);
        if term <= sum * 1e-18 {
            break;
        }
    }
    sum
}

/// The table of two groups: `x` of `n` in the first, `a` of `b` in the second.
/// Returns each possible count in the first group with its probability.
fn tables(x: u32, n: u32, a: u32, b: u32) -> impl Iterator<Item = (u32, f64)> {
    let hits = x.min(n) + a.min(b);
    let whole = ln_choose(n + b, hits);
    let first = hits.saturating_sub(b);
    let last = hits.min(n);
    (first..=last).map(move |k| {
        let ln = ln_choose(n, k) + ln_choose(b, hits - k) - whole;
        (k, ln.exp())
    })
}

/// Fisher's exact test, one side: how likely the first group has `x` or more,
/// with `x` of `n` in the first group and `a` of `b` in the second.
pub fn fisher_greater(x: u32, n: u32, a: u32, b: u32) -> f64 {
    let from = x.min(n);
    let sum: f64 = tables(x, n, a, b)
        .filter(|(k, _)| *k >= from)
        .map(|(_, p)| p)
        .sum();
    sum.clamp(0.0, 1.0)
}

/// Fisher's exact test, both sides: the chance of a table as unlikely as this
/// one or more so.
pub fn fisher_two_sided(x: u32, n: u32, a: u32, b: u32) -> f64 {
    let here = tables(x, n, a, b)
        .find(|(k, _)| *k == x.min(n))
        .map_or(1.0, |(_, p)| p);
    // A hair above, so that tables of the same chance are all counted.
    let most = here * (1.0 + 1e-7);
    let sum: f64 = tables(x, n, a, b)
        .map(|(_, p)| p)
        .filter(|p| *p <= most)
        .sum();
    sum.clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(got: f64, wanted: f64, what: &str) {
        assert!(
            (got - wanted).abs() <= 1e-9 * wanted.max(1e-9),
            "{what}: {got}"
        );
    }

    #[test]
    fn the_binomial_tail_is_exact() {
        // By hand: P(3 or more heads of 5) = (10 + 5 + 1) / 32.
        near(at_least(3, 5, 0.5), 0.5, "3 of 5 coins");
        // Python, with exact fractions.
        near(
            at_least(8, 10, 7.0 / 24.0),
            0.001_295_101_683_754_713_3,
            "8 of 10",
        );
        near(
            at_least(6, 8, 7.0 / 24.0),
            0.009_718_640_051_206_389,
            "6 of 8",
        );
        near(
            at_least(60, 100, 0.5),
            0.028_443_966_820_490_395,
            "60 of 100",
        );
        near(at_least(0, 10, 0.3), 1.0, "none or more");
        near(at_least(11, 10, 0.3), 0.0, "more than there are");
    }

    #[test]
    fn the_binomial_tail_holds_for_a_hundred_thousand() {
        // Python, summed from math.lgamma: 3.762659598154086e-09.
        let got = at_least(30_000, 100_000, 7.0 / 24.0);
        assert!((got - 3.762_659_598e-9).abs() < 1e-13, "{got:e}");
        assert!((at_least(50_000, 100_000, 0.5) - 0.5).abs() < 0.01, "half");
        assert!(at_least(99_000, 100_000, 0.3) < 1e-300, "never, and no NaN");
    }

    #[test]
    fn fisher_is_exact() {
        // The lady tasting tea: 17/70 and 34/70 (Fisher 1935).
        near(fisher_greater(3, 4, 1, 4), 17.0 / 70.0, "tea, one side");
        near(fisher_two_sided(3, 4, 1, 4), 34.0 / 70.0, "tea, both sides");
        // Python, with exact fractions.
        near(
            fisher_two_sided(4, 6, 1, 22),
            0.003_418_803_418_803_419,
            "a cycle",
        );
        near(
            fisher_two_sided(5, 6, 2, 22),
            0.001_189_149_015_236,
            "a clear cycle",
        );
        near(
            fisher_two_sided(1, 10, 11, 14),
            0.002_759_456_185_220_083_6,
            "fewer",
        );
        near(
            fisher_greater(1, 10, 11, 14),
            0.999_966_348_095_302_2,
            "the other side",
        );
        near(fisher_two_sided(0, 0, 0, 0), 1.0, "an empty table");
        near(fisher_two_sided(0, 5, 0, 9), 1.0, "nothing happened");
        let large = fisher_two_sided(30_000, 50_000, 20_000, 50_000);
        assert!((0.0..1e-300).contains(&large), "large: {large:e}");
    }
}
