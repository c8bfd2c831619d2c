//! Levels of the stretch, as the routines name them: `0`, `0b`, `1` … `3`. The
//! number is how far it goes, a letter another way to do the same.

use std::fmt;

/// A level of the clinical list E.6. In order: gentler ones come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level {
    rung: u8,
    other_way: bool,
}

impl Level {
    /// The levels a timer may guide. Level 4 is for a physiotherapist to teach.
    pub const ALL: [&'static str; 7] = ["0", "0b", "1", "1b", "2", "2b", "3"];

    /// The level written so; none when it is not one that is guided here.
    pub fn parse(text: &str) -> Option<Self> {
        if !Self::ALL.contains(&text) {
            return None;
        }
        let rung = text.chars().next()?.to_digit(10)?;
        Some(Self {
            rung: u8::try_from(rung).ok()?,
            other_way: text.ends_with('b'),
        })
    }

    /// How far it goes, 0 to 3.
    pub fn rung(self) -> u8 {
        self.rung
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = if self.other_way { "b" } else { "" };
        write!(f, "{}{letter}", self.rung)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_read_and_stand_in_order() {
        let all: Vec<Level> = Level::ALL
            .iter()
            .filter_map(|text| Level::parse(text))
            .collect();
        assert_eq!(all.len(), 7, "each is one");
        assert!(all.is_sorted(), "gentler ones first");
        for (level, text) in all.iter().zip(Level::ALL) {
            assert_eq!(level.to_string(), text, "as it is written");
        }
        for text in ["", "4", "b", "0c", "1 ", "-1"] {
            assert_eq!(Level::parse(text), None, "{text:?} is none");
        }
    }
}
