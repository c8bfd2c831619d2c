//! How far back the trends look, and where a week begins.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::settings::FirstWeekday;

/// How far back the trends look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// Four weeks with this one.
    FourWeeks,
    /// Thirteen weeks with this one.
    #[default]
    ThreeMonths,
    /// Fifty-two weeks with this one.
    Year,
    /// All of the diary.
    All,
}

impl Period {
    /// All of them, shortest first.
    pub const ALL: [Self; 4] = [Self::FourWeeks, Self::ThreeMonths, Self::Year, Self::All];

    /// What it is called.
    pub const fn label(self) -> &'static str {
        match self {
            Self::FourWeeks => "4 weeks",
            Self::ThreeMonths => "3 months",
            Self::Year => "1 year",
            Self::All => "All",
        }
    }

    /// The first day of the period: the first day of a week, and none before the
    /// diary began.
    pub(super) fn first(self, today: Date, oldest: Date, week: FirstWeekday) -> Date {
        let begun = week_of(oldest.min(today), week);
        let weeks = match self {
            Self::FourWeeks => 3,
            Self::ThreeMonths => 12,
            Self::Year => 51,
            Self::All => return begun,
        };
        let first = week_of(today, week).saturating_sub((7 * weeks).days());
        // Four weeks are always shown whole, so that a chart has a shape.
        let least = week_of(today, week).saturating_sub(21.days());
        first.max(begun.min(least))
    }
}

/// Which day of its week a date is, 0 to 6.
pub(super) fn weekday(date: Date, week: FirstWeekday) -> usize {
    usize::try_from(date.weekday().since(week.day())).unwrap_or(0)
}

/// The first day of the week of a date.
pub(super) fn week_of(date: Date, week: FirstWeekday) -> Date {
    let since = date.weekday().since(week.day());
    date.saturating_sub(i32::from(since).days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_where_a_person_says() {
        let tuesday = Date::constant(2026, 11, 24);
        for (week, first, at) in [
            (FirstWeekday::Monday, Date::constant(2026, 11, 23), 1),
            (FirstWeekday::Sunday, Date::constant(2026, 11, 22), 2),
            (FirstWeekday::Saturday, Date::constant(2026, 11, 21), 3),
        ] {
            assert_eq!(week_of(tuesday, week), first, "{week:?}");
            assert_eq!(weekday(tuesday, week), at, "{week:?}");
        }
        let four = Period::Year.first(tuesday, tuesday, FirstWeekday::Monday);
        assert_eq!(
            four,
            Date::constant(2026, 11, 2),
            "four weeks with this one"
        );
    }
}
