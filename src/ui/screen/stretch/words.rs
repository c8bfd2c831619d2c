//! What a session will be, in words: holds, sides, time.

use std::time::Duration;

use crate::stretch::{Dose, Options, Phase, Plan, Side};

/// A length of time in words: "1 min 40 s".
pub(super) fn length(time: Duration) -> String {
    let secs = time.as_secs();
    match (secs / 60, secs % 60) {
        (0, s) => format!("{s} s"),
        (m, 0) => format!("{m} min"),
        (m, s) => format!("{m} min {s} s"),
    }
}

/// An estimate: to 10 s, upwards.
pub(super) fn about(time: Duration) -> Duration {
    Duration::from_secs(time.as_secs().div_ceil(10) * 10)
}

/// The holds, in a sentence or two.
pub(super) fn holds(options: &Options, dose: Option<&Dose>) -> String {
    let sides = options.sides.list();
    let low = |side: Side| side.word().to_lowercase();
    if let Some(dose) = dose.filter(|dose| dose.until_eased.is_some()) {
        let most = length(Duration::from_secs(u64::from(options.hold_secs)));
        let which = match sides {
            [side] => format!("the {} side", low(*side)),
            _ => "each side".to_owned(),
        };
        let walk = if dose.then.is_some() {
            " Then walk a little."
        } else {
            ""
        };
        return format!("Hold {which} until it eases, {most} at most.{walk}");
    }
    let holds = |n: u32| {
        if n == 1 {
            "1 hold".to_owned()
        } else {
            format!("{n} holds")
        }
    };
    let secs = options.hold_secs;
    match sides {
        [side] => format!(
            "{} of {secs} s on the {} side only.",
            holds(options.rounds_on(*side)),
            low(*side)
        ),
        [first, second] => {
            let (a, b) = (options.rounds_on(*first), options.rounds_on(*second));
            if a == b {
                format!(
                    "{} of {secs} s on each side, {} first.",
                    holds(a),
                    low(*first)
                )
            } else {
                format!(
                    "{} of {secs} s on the {} side first, then {b} on the {}.",
                    holds(a),
                    low(*first),
                    low(*second)
                )
            }
        }
        _ => String::new(),
    }
}

/// The same in a few characters: "2 × 30 s".
pub(super) fn short(dose: &Dose) -> String {
    if dose.until_eased.is_some() {
        "until it eases".to_owned()
    } else {
        format!("{} × {} s", dose.rounds, dose.hold_secs)
    }
}

/// The phases of the first round, and what comes at the end.
pub(super) fn steps(plan: &Plan) -> impl Iterator<Item = &Phase> {
    let first = plan.phases().iter().find_map(|phase| phase.side);
    let phases = plan.phases().iter();
    phases.filter(move |p| p.side.is_none() || (p.side == first && p.round == 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stretch::Sides;

    #[test]
    fn holds_are_told_in_words() {
        let mut options = Options {
            sides: Sides::LeftFirst,
            ..Options::default()
        };
        assert_eq!(
            holds(&options, None),
            "2 holds of 30 s on each side, left first.",
            "the same"
        );
        (options.sore, options.extra) = (Some(Side::Left), 1);
        assert_eq!(
            holds(&options, None),
            "3 holds of 30 s on the left side first, then 2 on the right.",
            "unequal"
        );
        options.sides = Sides::RightOnly;
        assert_eq!(
            holds(&options, None),
            "2 holds of 30 s on the right side only.",
            "one side"
        );
    }

    #[test]
    fn time_is_told_in_words() {
        for (secs, said) in [(5, "5 s"), (60, "1 min"), (200, "3 min 20 s")] {
            assert_eq!(length(Duration::from_secs(secs)), said, "{secs} s");
        }
        let estimate = about(Duration::from_secs(304));
        assert_eq!(length(estimate), "5 min 10 s", "to 10 s");
    }
}
