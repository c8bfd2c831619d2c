//! Times and lengths as the Now screen says them.

use jiff::civil::Date;

use crate::diary::begun::Begun;
use crate::diary::entry::{Episode, Lasted};
use crate::diary::when::When;
use crate::settings::{say_time, say_when};

/// `03:10`, `yesterday, 22:14`, `20 November, 22:14`; or with twice twelve hours.
pub(super) fn clock(when: &When, today: Date, twelve: bool) -> String {
    let civil = when.civil();
    let pattern = if civil.date() == today {
        "{time}"
    } else if today.yesterday().is_ok_and(|day| day == civil.date()) {
        "yesterday, {time}"
    } else {
        "%-d %B, {time}"
    };
    say_when(civil, pattern, twelve)
}

/// A length, such as `12 min` or `3 hours`.
pub(super) fn length(secs: u32) -> String {
    match secs {
        0..60 => "under a minute".to_owned(),
        60..5400 => format!("{} min", (secs + 30) / 60),
        5400..172_800 => format!("{} hours", (secs + 1800) / 3600),
        _ => format!("{} days", (secs + 43_200) / 86_400),
    }
}

/// How long ago, such as `12 min ago`.
pub(super) fn ago(secs: u32) -> String {
    match secs {
        0..60 => "less than a minute ago".to_owned(),
        _ => format!("{} ago", length(secs)),
    }
}

/// How long it lasted, in a sentence.
pub(super) fn lasted(lasted: Lasted) -> String {
    match lasted {
        Lasted::StillGoing => "It is still going.".to_owned(),
        Lasted::Seconds(secs) => format!("It lasted {}.", length(secs)),
    }
}

/// The pains so far, each with its time: `7 at 03:10, 4 at 03:21`.
pub(super) fn pains(begun: &Begun, twelve: bool) -> Option<String> {
    let start = begun.started_at.as_ref()?.civil();
    let told = begun.samples.iter().map(|sample| {
        let at = start.saturating_add(jiff::Span::new().seconds(i64::from(sample.after_secs)));
        format!("{} at {}", sample.pain, say_time(at.time(), twelve))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("{}.", told.join(", ")))
}

/// What is missing, in a sentence.
pub(super) fn missing(begun: &Begun) -> Option<String> {
    let lacks = begun.lacks();
    let words: Vec<&str> = lacks.iter().map(|lack| lack.word()).collect();
    (!words.is_empty()).then(|| format!("Still missing: {}.", words.join(", ")))
}

/// An entry by its start, `of 03:10`.
pub(super) fn of(episode: &Episode, today: Date, twelve: bool) -> String {
    clock(&episode.started_at, today, twelve)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_as_people_say_them() {
        let when = When::parse("2026-11-23T03:10:00+01:00[Europe/Berlin]").unwrap();
        let day = |text: &str| clock(&when, text.parse().unwrap(), false);
        assert_eq!(day("2026-11-23"), "03:10", "today");
        assert_eq!(day("2026-11-24"), "yesterday, 03:10", "yesterday");
        assert_eq!(day("2026-11-26"), "23 November, 03:10", "earlier");
        let later = When::parse("2026-11-23T15:10:00+01:00[Europe/Berlin]").unwrap();
        let said = clock(&later, "2026-11-24".parse().unwrap(), true);
        assert_eq!(said, "yesterday, 3:10 pm", "twice twelve hours");
    }

    #[test]
    fn lengths_read_well_at_their_edges() {
        for (secs, said) in [
            (59, "under a minute"),
            (60, "1 min"),
            (5399, "90 min"),
            (5400, "2 hours"),
            (172_800, "2 days"),
        ] {
            assert_eq!(length(secs), said, "{secs} s");
        }
    }
}
