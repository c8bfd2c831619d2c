//! Times and lengths as the Now screen says them.

use jiff::civil::Date;

use crate::diary::begun::Begun;
use crate::diary::entry::{Episode, Lasted};
use crate::diary::when::When;

/// `03:10`, `yesterday, 22:14`, `20 November, 22:14`.
pub(super) fn clock(when: &When, today: Date) -> String {
    let civil = when.civil();
    let time = civil.strftime("%H:%M");
    if civil.date() == today {
        return time.to_string();
    }
    if today.yesterday().is_ok_and(|day| day == civil.date()) {
        return format!("yesterday, {time}");
    }
    format!("{}, {time}", civil.strftime("%-d %B"))
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
pub(super) fn pains(begun: &Begun) -> Option<String> {
    let start = begun.started_at.as_ref()?.civil();
    let told = begun.samples.iter().map(|sample| {
        let at = start.saturating_add(jiff::Span::new().seconds(i64::from(sample.after_secs)));
        format!("{} at {}", sample.pain, at.strftime("%H:%M"))
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
pub(super) fn of(episode: &Episode, today: Date) -> String {
    clock(&episode.started_at, today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_as_people_say_them() {
        let when = When::parse("2026-11-23T03:10:00+01:00[Europe/Berlin]").unwrap();
        let day = |text: &str| clock(&when, text.parse().unwrap());
        assert_eq!(day("2026-11-23"), "03:10", "today");
        assert_eq!(day("2026-11-24"), "yesterday, 03:10", "yesterday");
        assert_eq!(day("2026-11-26"), "23 November, 03:10", "earlier");
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
