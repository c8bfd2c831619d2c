//! Logarithms of factorials and of numbers of choices.

/// The natural logarithm of the gamma function for `x` above 0, by the series
/// of Lanczos (g = 7, nine terms): right to about 14 digits.
fn ln_gamma(x: f64) -> f64 {
    const G: f64 = 7.0;
    const FIRST: f64 = 0.999_999_999_999_809_9;
    const SERIES: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    let x = x - 1.0;
    let sum = SERIES
        .iter()
        .zip(1_u8..)
        .fold(FIRST, |sum, (c, i)| sum + c / (x + f64::from(i)));
    let t = x + G + 0.5;
    0.5 * (2.0 * std::f64::consts::PI).ln() + (x + 0.5) * t.ln() - t + sum.ln()
}

/// ln(n!).
pub fn ln_factorial(n: u32) -> f64 {
    if n < 2 {
        0.0
    } else {
        ln_gamma(f64::from(n) + 1.0)
    }
}

/// The logarithm of the number of ways to choose `k` of `n`; minus infinity
/// when there is none.
pub fn ln_choose(n: u32, k: u32) -> f64 {
    match n.checked_sub(k) {
        Some(rest) => ln_factorial(n) - ln_factorial(k) - ln_factorial(rest),
        None => f64::NEG_INFINITY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factorials_are_right_from_none_to_a_hundred_thousand() {
        // Python: math.lgamma(n + 1).
        for (n, wanted) in [
            (0, 0.0),
            (1, 0.0),
            (9, 12.801_827_480_081_467),
            (170, 706.573_062_245_787_4),
            (99_999, 1_051_287.708_973_656_6),
        ] {
            let got = ln_factorial(n);
            assert!(
                (got - wanted).abs() <= 1e-12 * wanted.max(1.0),
                "{n}: {got}"
            );
        }
        let half = ln_gamma(0.5);
        assert!((half - 0.572_364_942_924_700_4).abs() < 1e-12, "{half}");
    }

    #[test]
    fn choices_are_counted() {
        // By hand: 10 over 3 is 120, 8 over 4 is 70.
        assert!((ln_choose(10, 3).exp() - 120.0).abs() < 1e-9, "10 over 3");
        assert!((ln_choose(8, 4).exp() - 70.0).abs() < 1e-9, "8 over 4");
        assert!((ln_choose(5, 0)).abs() < 1e-12, "one way to take none");
        assert!(ln_choose(3, 4).is_infinite(), "no way to take 4 of 3");
    }
}
