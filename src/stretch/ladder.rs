//! The ladder of levels: what the last sessions say about the next one. A
//! suggestion, never carried out by itself (clinical lists E.6 and E.7).
//!
//! The strength of the pull is what a person says of the hold itself, 0 to 10.
//! Pain afterwards does not stand in for it: a stretch can pull hard and leave
//! the buttock easy.

/// So many sessions in a row must have felt easy before a harder one is
/// suggested (E.6).
const IN_A_ROW: usize = 3;
/// "Easy": a pull of this or less at the full hold (E.6).
const EASY: u8 = 2;
/// "Worse": pain higher by this or more than before (E.6).
const WORSE: u8 = 2;
/// More pull than this is the red light (E.7).
const AMBER: u8 = 5;

/// What one session was, as far as the ladder asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked on its own")]
pub struct Done {
    /// Its level.
    pub level: String,
    /// Pain before, 0 to 10.
    pub before: Option<u8>,
    /// Pain after, 0 to 10.
    pub after: Option<u8>,
    /// How strong the pull was, 0 to 10.
    pub pull: Option<u8>,
    /// Was it finished, with every hold as long as its plan has it?
    pub full: bool,
    /// Was it too much?
    pub too_much: bool,
    /// Was a sign to stop felt?
    pub sign: bool,
    /// Was it a sign that asks for rest?
    pub red: bool,
}

impl Done {
    /// Did it hurt more after it than before, by 2 or more?
    pub fn worse(&self) -> bool {
        let (Some(before), Some(after)) = (self.before, self.after) else {
            return false;
        };
        after >= before.saturating_add(WORSE)
    }

    fn easy(&self) -> bool {
        let calm = !(self.too_much || self.sign || self.worse());
        calm && self.full && self.pull.is_some_and(|pull| pull <= EASY)
    }
}

/// Why another level is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A sign to stop was felt.
    Sign,
    /// It hurts more than before.
    Worse,
    /// It was too much.
    TooMuch,
    /// It has been easy.
    Easy,
}

impl Why {
    /// The reason in a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Sign => "You felt a sign to stop.",
            Self::Worse => "It hurts more now than before, by 2 points or more.",
            Self::TooMuch => "It was too much this time.",
            Self::Easy => "Three times in a row the pull was 2 or less, for the whole hold.",
        }
    }
}

/// What is suggested for the next time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A gentler level.
    Easier(Why),
    /// A level that goes further.
    Harder,
}

/// What the sessions suggest, the newest first. None: stay.
pub fn hint(done: &[Done]) -> Option<Hint> {
    let newest = done.first()?;
    if newest.sign {
        return Some(Hint::Easier(Why::Sign));
    }
    if newest.worse() {
        return Some(Hint::Easier(Why::Worse));
    }
    if newest.too_much {
        return Some(Hint::Easier(Why::TooMuch));
    }
    let row = done.get(..IN_A_ROW)?;
    let easy = |d: &Done| d.easy() && d.level == newest.level;
    row.iter().all(easy).then_some(Hint::Harder)
}

/// Why to rest for 48 hours after this session: the red light (E.7). What the
/// next morning brings is not known here; being worse at once counts instead.
pub fn rest_after(done: &Done) -> Option<&'static str> {
    if done.red {
        Some("You felt a sign to stop.")
    } else if done.pull.is_some_and(|pull| pull > AMBER) {
        Some("The pull was more than 5 out of 10.")
    } else if done.worse() {
        Some("It hurt more after it than before, by 2 points or more.")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn easy() -> Done {
        Done {
            level: "1".to_owned(),
            before: Some(3),
            after: Some(2),
            pull: Some(2),
            full: true,
            ..Done::default()
        }
    }

    #[test]
    fn the_table_of_suggestions() {
        let with = |change: fn(&mut Done)| {
            let mut newest = easy();
            change(&mut newest);
            vec![newest, easy(), easy()]
        };
        let cases: [(&str, Vec<Done>, Option<Hint>); 12] = [
            ("three easy ones", with(|_| {}), Some(Hint::Harder)),
            ("only two", vec![easy(), easy()], None),
            ("none at all", Vec::new(), None),
            ("a pull of 3", with(|d| d.pull = Some(3)), None),
            ("a pull that was not told", with(|d| d.pull = None), None),
            ("shorter holds", with(|d| d.full = false), None),
            ("another level", with(|d| d.level = "2".to_owned()), None),
            (
                "worse by 2",
                with(|d| d.after = Some(5)),
                Some(Hint::Easier(Why::Worse)),
            ),
            (
                "worse by 1",
                with(|d| d.after = Some(4)),
                Some(Hint::Harder),
            ),
            (
                "pain that was not told",
                with(|d| d.before = None),
                Some(Hint::Harder),
            ),
            (
                "too much",
                with(|d| d.too_much = true),
                Some(Hint::Easier(Why::TooMuch)),
            ),
            (
                "a sign, first of all",
                with(|d| {
                    d.sign = true;
                    d.too_much = true;
                }),
                Some(Hint::Easier(Why::Sign)),
            ),
        ];
        for (case, done, wanted) in cases {
            assert_eq!(hint(&done), wanted, "{case}");
        }
        let mut old = vec![easy(), easy(), easy()];
        old[2].too_much = true;
        assert_eq!(hint(&old), None, "one of the three was too much");
    }

    #[test]
    fn rest_follows_the_red_light() {
        let red = |change: fn(&mut Done)| {
            let mut done = easy();
            change(&mut done);
            rest_after(&done).is_some()
        };
        assert!(!red(|_| {}), "green");
        assert!(!red(|d| d.pull = Some(5)), "amber");
        assert!(red(|d| d.pull = Some(6)), "more than 5");
        assert!(red(|d| d.red = true), "sharp, or spreading");
        assert!(red(|d| d.after = Some(5)), "worse by 2");
        assert!(!red(|d| d.after = Some(4)), "worse by 1");
    }
}
