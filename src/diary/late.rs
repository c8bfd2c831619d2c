//! Entries written down long after: memory of pain fades within days
//! (source BRODERICK08), so they are marked and count half in means.

use super::when::When;

/// From here on an entry is late, in seconds: 48 hours.
pub const LATE_SECS: i64 = 48 * 3600;

/// How late something was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// Whole days, at least 2.
    pub days: i64,
}

impl Late {
    /// None for what was written down within 48 hours.
    pub fn of(started: &When, logged: &When) -> Option<Self> {
        let secs = logged.instant().as_second() - started.instant().as_second();
        (secs > LATE_SECS).then_some(Self {
            days: secs / 86_400,
        })
    }

    /// "written down 3 days later".
    pub fn said(self) -> String {
        format!("written down {} days later", self.days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn late_begins_after_two_days() {
        let when = |text: &str| When::parse(text).unwrap();
        let began = when("2026-11-20T03:10:00+01:00");
        let late = |text: &str| Late::of(&began, &when(text)).map(Late::said);
        assert_eq!(late("2026-11-20T03:10:00+01:00"), None, "at once");
        assert_eq!(late("2026-11-22T03:10:00+01:00"), None, "48 hours");
        let said = Some("written down 2 days later".to_owned());
        assert_eq!(late("2026-11-22T03:10:01+01:00"), said, "a second more");
        let said = Some("written down 30 days later".to_owned());
        assert_eq!(late("2026-12-20T12:00:00+01:00"), said, "a month");
    }
}
