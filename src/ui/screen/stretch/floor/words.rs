//! The words on the sheet: never more than eight in a line, readable from the
//! floor.

use std::time::Duration;

use crate::stretch::{Phase, Session, Side};

/// The largest word: the side, or the step where no side is meant.
pub(super) fn side(phase: &Phase) -> String {
    match phase.side {
        Some(side) => format!("{} buttock", side.word()),
        None => phase.title.clone(),
    }
}

/// The step, and how to do it.
pub(super) fn step(phase: &Phase) -> (&str, &str) {
    match phase.side {
        Some(_) => (&phase.title, &phase.cue),
        None => (&phase.cue, phase.watch.as_deref().unwrap_or_default()),
    }
}

/// What comes next, with its side.
pub(super) fn next(session: &Session) -> String {
    let Some(next) = session.next_up() else {
        return "Then you are done.".to_owned();
    };
    let title = lower_first(&next.title);
    match next.side {
        Some(side) if !names(&next.title, side) => {
            format!("Next: {title}, {}", side.word().to_lowercase())
        }
        _ => format!("Next: {title}"),
    }
}

/// The round, and what is left of the whole session.
pub(super) fn meta(phase: &Phase, left: Duration) -> String {
    let left = whole(left);
    if phase.of_rounds > 1 && phase.side.is_some() {
        format!("Round {} of {} · {left} left", phase.round, phase.of_rounds)
    } else {
        format!("{left} left")
    }
}

/// What is read out when a phase begins.
pub(super) fn announced(session: &Session, phase: &Phase) -> String {
    let (step, hint) = step(phase);
    let secs = session.phase_length().as_secs();
    let lasts = match secs {
        0 => "Go on when you are ready.".to_owned(),
        1 => "1 second.".to_owned(),
        secs => format!("{secs} seconds."),
    };
    let ended = |text: &str| match text.chars().last() {
        Some('.') | None => text.to_owned(),
        Some(_) => format!("{text}."),
    };
    format!(
        "{} {} {} {lasts}",
        ended(&side(phase)),
        ended(step),
        ended(hint)
    )
}

/// What "too much" did.
pub(super) fn eased(by: Duration) -> String {
    match by.as_millis().div_ceil(1_000) {
        0 => "Noted. Pull less from here on.".to_owned(),
        secs => format!("{secs} s less. Pull a little less."),
    }
}

/// How long somebody was away: "20 s", "3 min", "2 h".
pub(super) fn away(time: Duration) -> String {
    let secs = time.as_secs();
    match secs {
        0..=99 => format!("{secs} s"),
        100..=5_399 => format!("{} min", (secs + 30) / 60),
        _ => format!("{} h", (secs + 1_800) / 3_600),
    }
}

/// Whole seconds, rounded up, so that "1" is shown until the phase ends.
pub(super) fn digits(left: Duration) -> String {
    left.as_millis().div_ceil(1_000).to_string()
}

/// A whole session's time: whole minutes from a minute and a half on, as nobody
/// counts along.
fn whole(left: Duration) -> String {
    let secs = u64::try_from(left.as_millis().div_ceil(1_000)).unwrap_or(u64::MAX);
    if secs >= 90 {
        format!("{} min", secs.div_ceil(60))
    } else {
        format!("{secs} s")
    }
}

fn names(title: &str, side: Side) -> bool {
    let side = side.word().to_lowercase();
    title.to_lowercase().split(' ').any(|word| word == side)
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;
    use crate::content::Library;
    use crate::stretch::{Command, Options, Plan};

    #[test]
    fn every_line_of_every_routine_has_at_most_eight_words() {
        let now = Moment {
            wall: "2026-11-23T03:10:00+01:00[Europe/Berlin]".parse().unwrap(),
            ticks: Duration::ZERO,
        };
        let count = |line: &str| line.split_whitespace().filter(|w| *w != "·").count();
        for routine in Library::embedded().unwrap().routines() {
            let plan = Plan::new(routine, &Options::of(routine));
            let mut session = Session::start(plan, &now).unwrap();
            while !session.is_over() {
                let phase = session.phase().unwrap().clone();
                let (step, _) = step(&phase);
                let meta = meta(&phase, session.remaining_total(&now));
                for line in [&*side(&phase), step, &next(&session), &meta] {
                    assert!(count(line) <= 8, "{}: {line}", routine.id);
                }
                if let Some(up) = session.next_up()
                    && let Some(side) = up.side
                {
                    let line = next(&session).to_lowercase();
                    let word = side.word().to_lowercase();
                    assert!(line.contains(&word), "the side: {line}");
                }
                session.apply(Command::Next, &now);
            }
        }
    }

    #[test]
    fn times_are_told_in_round_numbers() {
        let secs = Duration::from_secs;
        assert_eq!(away(secs(20)), "20 s", "seconds");
        assert_eq!(away(secs(180)), "3 min", "minutes");
        assert_eq!(away(secs(7_300)), "2 h", "hours");
        assert_eq!(whole(secs(61)), "61 s", "short");
        assert_eq!(whole(secs(108)), "2 min", "rounded up");
        assert_eq!(whole(secs(125)), "3 min", "rounded up");
        assert_eq!(digits(Duration::from_millis(1)), "1", "until it ends");
        assert_eq!(eased(secs(10)), "10 s less. Pull a little less.", "eased");
    }
}
