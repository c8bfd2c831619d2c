//! Statistics for small and large counts: intervals, exact tests, means.
//!
//! Pure numbers, safe for counts up to 100,000 and beyond: probabilities are
//! summed from logarithms of factorials. Nothing here knows of cramps; what a
//! number means is said in `diary::pattern`.

mod exact;
mod gamma;
mod ratio;

pub use self::exact::{at_least, fisher_greater, fisher_two_sided};
pub use self::gamma::{ln_choose, ln_factorial};
pub use self::ratio::{Interval, Ratio, holm, ratio, wilson};

/// The middle of the values; the mean of the two in the middle when they are
/// even in number. None of no values, or when one is not a number.
pub fn median(values: &[f64]) -> Option<f64> {
    if values.iter().any(|v| v.is_nan()) {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(half.checked_sub(1)?)?;
    Some(f64::midpoint(lower, upper))
}

/// The mean of the values, each with its weight. None when nothing weighs.
pub fn weighted_mean(values: impl IntoIterator<Item = (f64, f64)>) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (value, weight) in values {
        sum += value * weight;
        weights += weight;
    }
    (weights > 0.0).then(|| sum / weights)
}

/// The mean of the values.
pub fn mean(values: &[f64]) -> Option<f64> {
    weighted_mean(values.iter().map(|v| (*v, 1.0)))
}

/// How much the values scatter: their standard deviation (of a sample, with
/// n - 1) as a part of their mean. None of fewer than two, or of a mean of 0.
pub fn scatter(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    if values.len() < 2 || mean <= 0.0 {
        return None;
    }
    let squares: f64 = values.iter().map(|v| (v - mean).powi(2)).sum();
    Some((squares / (values.len() - 1) as f64).sqrt() / mean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(&[]), None, "of nothing");
        assert_eq!(median(&[3.0]), Some(3.0), "of one");
        assert_eq!(median(&[9.0, 1.0, 5.0]), Some(5.0), "of three");
        assert_eq!(median(&[9.0, 1.0, 5.0, 6.0]), Some(5.5), "of four");
        assert_eq!(median(&[1.0, f64::NAN]), None, "not a number");
    }

    #[test]
    fn late_entries_count_half() {
        // By hand: (6 * 1 + 2 * 0.5) / 1.5 = 14 / 3.
        let mean = weighted_mean([(6.0, 1.0), (2.0, 0.5)]).unwrap();
        assert!((mean - 14.0 / 3.0).abs() < 1e-12, "{mean}");
        assert_eq!(weighted_mean([]), None, "of nothing");
    }

    #[test]
    fn scatter_is_the_coefficient_of_variation() {
        // Python: statistics.stdev(v) / statistics.mean(v) = 0.03952847075210474.
        let got = scatter(&[400.0, 420.0, 380.0, 410.0, 390.0]).unwrap();
        assert!((got - 0.039_528_470_752_104_74).abs() < 1e-12, "{got}");
        assert_eq!(scatter(&[400.0]), None, "one value does not scatter");
        assert_eq!(scatter(&[0.0, 0.0]), None, "a mean of nothing");
    }
}
