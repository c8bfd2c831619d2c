//! What a person wants of the doctor's page: which days, which parts, whose name.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::diary::Diary;
use crate::settings::Units;

/// Which days the page tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// So many weeks up to today.
    Weeks(u16),
    /// All of the diary.
    All,
    /// From one day to another, both included; none: the first entry, today.
    Dates(Option<Date>, Option<Date>),
}

impl Default for Span {
    fn default() -> Self {
        Self::Weeks(13)
    }
}

impl Span {
    /// The first and the last day. None before the first entry of the diary: of
    /// days before that nobody could have told.
    pub fn days(self, diary: &Diary, today: Date) -> (Date, Date) {
        let begun = diary.entries().first().map_or(today, |e| e.date());
        let (first, last) = match self {
            Self::Weeks(weeks) => {
                let back = 7 * i32::from(weeks) - 1;
                (today.saturating_sub(back.days()), today)
            }
            Self::All => (begun, today),
            Self::Dates(first, last) => (first.unwrap_or(begun), last.unwrap_or(today).min(today)),
        };
        (first.max(begun).min(last), last)
    }
}

/// What a person wants of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a part of the page")]
pub struct Ask {
    /// Which days.
    pub span: Span,
    /// The name; may be empty.
    pub name: String,
    /// The date of birth as it was typed; may be empty.
    pub born: String,
    /// The person's own question; may be empty.
    pub question: String,
    /// With notes.
    pub notes: bool,
    /// With the days of the period.
    pub cycle: bool,
    /// With medicines.
    pub medicines: bool,
    /// With the table of all episodes.
    pub appendix: bool,
    /// Whether the name of the file is a neutral one.
    pub discreet: bool,
    /// What distances are told in.
    pub units: Units,
    /// Times of day in twice twelve hours.
    pub twelve: bool,
}

impl Default for Ask {
    fn default() -> Self {
        Self {
            span: Span::default(),
            name: String::new(),
            born: String::new(),
            question: String::new(),
            notes: true,
            cycle: true,
            medicines: true,
            appendix: true,
            discreet: false,
            units: Units::Metric,
            twelve: false,
        }
    }
}
