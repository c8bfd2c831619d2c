//! Shares and ratios with what they leave open, and many tests at once.

/// 1.96: 95 of 100 intervals hold the truth.
const Z: f64 = 1.959_963_984_540_054;

/// From where to where a share or a ratio may lie (95 %).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The interval of Wilson for `x` of `n`; all of 0 to 1 for none of none.
pub fn wilson(x: u32, n: u32) -> Interval {
    if n == 0 {
        return Interval {
            low: 0.0,
            high: 1.0,
        };
    }
    let n = f64::from(n);
    let p = (f64::from(x) / n).min(1.0);
    let below = 1.0 + Z * Z / n;
    let middle = (p + Z * Z / (2.0 * n)) / below;
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / below;
    Interval {
        low: (middle - half).max(0.0),
        high: (middle + half).min(1.0),
    }
}

/// How many times as often one thing happens as another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// The ratio of the two shares.
    pub times: f64,
    /// From where to where it may lie.
    pub interval: Interval,
}

/// The relative risk of `x` of `n` against `a` of `b`, with the interval of
/// Katz. Where a cell is empty, half a case is added to every cell first
/// (Haldane and Anscombe). None without people in both groups, or when
/// nothing happened in either.
pub fn ratio(x: u32, n: u32, a: u32, b: u32) -> Option<Ratio> {
    if n == 0 || b == 0 || (x == 0 && a == 0) || x > n || a > b {
        return None;
    }
    let [mut x, mut n, mut a, mut b] = [x, n, a, b].map(f64::from);
    if x == 0.0 || a == 0.0 {
        (x, n, a, b) = (x + 0.5, n + 1.0, a + 0.5, b + 1.0);
    }
    let times = (x / n) / (a / b);
    let spread = (1.0 / x - 1.0 / n + 1.0 / a - 1.0 / b).max(0.0).sqrt();
    Some(Ratio {
        times,
        interval: Interval {
            low: (times.ln() - Z * spread).exp(),
            high: (times.ln() + Z * spread).exp(),
        },
    })
}

/// Which of these p-values stay below `alpha` when `tests` were made in all, by
/// the step-down method of Holm. There may have been more tests than p-values
/// are told: the others count as if they had come out higher.
pub fn holm(p: &[f64], tests: usize, alpha: f64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    let of = |at: &usize| p.get(*at).copied().unwrap_or(1.0);
    order.sort_by(|a, b| of(a).total_cmp(&of(b)));
    let tests = tests.max(p.len());
    let mut kept = vec![false; p.len()];
    for (rank, at) in order.iter().enumerate() {
        if of(at) >= alpha / (tests - rank) as f64 {
            break;
        }
        if let Some(slot) = kept.get_mut(*at) {
            *slot = true;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_of_wilson() {
        // Python, by the closed formula; 81 of 263 is the example in Newcombe
        // 1998 (0.2553 to 0.3662), 0 of 10 as well (0 to 0.2775).
        for (x, n, low, high) in [
            (4, 5, 0.375_534_629_762_525_33, 0.963_775_891_367_569_8),
            (0, 10, 0.0, 0.277_532_799_862_889_2),
            (10, 10, 0.722_467_200_137_110_7, 1.0),
            (81, 263, 0.255_288_519_878_274_2, 0.366_209_576_982_800_04),
        ] {
            let got = wilson(x, n);
            assert!((got.low - low).abs() < 1e-12, "{x} of {n}: {got:?}");
            assert!((got.high - high).abs() < 1e-12, "{x} of {n}: {got:?}");
        }
        let nothing = wilson(0, 0);
        assert!(nothing.low <= 0.0 && nothing.high >= 1.0, "anything goes");
        let large = wilson(50_000, 100_000);
        assert!(large.high - large.low < 0.007, "narrow with many");
    }

    #[test]
    fn the_relative_risk_and_its_interval() {
        // Python: (15/20) / (5/25) = 3.75, log method 1.645343 to 8.546849.
        let got = ratio(15, 20, 5, 25).unwrap();
        assert!((got.times - 3.75).abs() < 1e-12, "{got:?}");
        assert!(
            (got.interval.low - 1.645_343_193_394_185_6).abs() < 1e-9,
            "{got:?}"
        );
        assert!(
            (got.interval.high - 8.546_849_105_073_58).abs() < 1e-9,
            "{got:?}"
        );
        // By hand: no case in the second group, so 5.5/11 against 0.5/11.
        let empty = ratio(5, 10, 0, 10).unwrap();
        assert!((empty.times - 11.0).abs() < 1e-12, "{empty:?}");
        assert_eq!(ratio(0, 10, 0, 10), None, "nothing happened");
        assert_eq!(ratio(1, 1, 0, 0), None, "nobody to compare with");
    }

    #[test]
    fn holm_steps_down() {
        // By hand, alpha 0.05 and four tests: bounds 0.0125, 0.0167, 0.025,
        // 0.05 in order of p; 0.03 fails at 0.025 and stops 0.04 as well
        // (the example of Holm 1979: 0.01, 0.04, 0.03, 0.005).
        let kept = holm(&[0.01, 0.04, 0.03, 0.005], 4, 0.05);
        assert_eq!(kept, [true, false, false, true], "two of four");
        assert_eq!(holm(&[0.04], 1, 0.05), [true], "one test");
        assert_eq!(holm(&[0.04], 17, 0.05), [false], "one of seventeen");
        assert_eq!(holm(&[0.002], 17, 0.05), [true], "below 0.05 / 17");
        assert!(holm(&[], 3, 0.05).is_empty(), "nothing quoted");
    }
}
