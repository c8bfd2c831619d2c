//! Counts as people read them: thousands apart.
//!
//! It refuses everything but whole numbers; commands for scripts print theirs bare.

use std::fmt::Display;

/// A whole number with its thousands apart: `999`, `1,666`, `100,000`.
pub fn grouped(count: impl Display) -> String {
    let digits = count.to_string();
    let mut said = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

/// So many of a thing: `1 cramp`, `1,666 cramps`.
pub fn plural(count: u32, word: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{} {word}{s}", grouped(count))
}

/// `1 entry`, `12 entries`, `100,000 entries`.
pub fn entries(count: impl Display) -> String {
    match grouped(count) {
        one if one == "1" => format!("{one} entry"),
        many => format!("{many} entries"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (count, said) in [
            (0, "0"),
            (12, "12"),
            (999, "999"),
            (1000, "1,000"),
            (10_000, "10,000"),
            (100_000, "100,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(count), said, "{count}");
        }
    }

    #[test]
    fn one_is_not_many() {
        assert_eq!(plural(1, "cramp"), "1 cramp", "one");
        assert_eq!(plural(1666, "cramp"), "1,666 cramps", "many");
        assert_eq!(entries(1), "1 entry", "one");
        assert_eq!(entries(0), "0 entries", "none");
        assert_eq!(entries(100_000), "100,000 entries", "many");
    }
}
