//! Reminders: when each is due, once and not in a burst.
//!
//! Pure: the time is handed in. A reminder that fell into the computer's sleep
//! or into the quiet hours comes once, afterwards; one that is long past, or
//! whose matter is done, does not come at all. Times are of the civil day, so
//! that they hold through the change to summer time.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp, ToSpan as _, ZonedDateTime};

use crate::settings::{Reminders, is_between};

/// What there is to be reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A look back on the day.
    Daily,
    /// A planned stretch.
    Stretch,
    /// The day to check again.
    Recheck,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Daily, Self::Stretch, Self::Recheck];

    /// Its name towards the desktop, and the topic of its notice.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Daily => "remind-daily",
            Self::Stretch => "remind-stretch",
            Self::Recheck => "remind-recheck",
        }
    }

    /// The one of this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// What it says, in the window and in a notification.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Daily => "How was today? A look back takes a few seconds.",
            Self::Stretch => "Time for the stretch you planned.",
            Self::Recheck => "Your last check said to check again about now.",
        }
    }
}

/// Later than this, a reminder is of yesterday.
const LATE: SignedDuration = SignedDuration::from_hours(12);
/// Timers stand still while the computer sleeps: so often the time is looked at.
const LOOK: Duration = Duration::from_mins(5);

/// Remembers what was asked.
#[derive(Clone, Debug, Default)]
pub struct Asker {
    /// Nothing that was due until then is asked any more.
    since: Option<Timestamp>,
    /// The due time of each that was asked last.
    asked: BTreeMap<Kind, Timestamp>,
    wishes: Option<Reminders>,
}

impl Asker {
    /// What is due at `now` and not done. `recheck` is the day to check again;
    /// `is_done` says whether the matter of that day is done.
    pub fn due(
        &mut self,
        wishes: &Reminders,
        recheck: Option<Date>,
        now: &ZonedDateTime,
        is_done: impl Fn(Kind, Date) -> bool,
    ) -> Vec<Kind> {
        if self.wishes.as_ref() != Some(wishes) {
            // From the start, or from the new wish on.
            self.wishes = Some(wishes.clone());
            self.since = Some(now.timestamp());
        }
        let since = self.since.unwrap_or(now.timestamp());
        let mut due = Vec::new();
        for kind in Kind::ALL {
            let after = self
                .asked
                .get(&kind)
                .copied()
                .map_or(since, |at| at.max(since));
            // The quiet hours can move one by a day.
            let last = (-2..=0)
                .filter_map(|days| now.date().checked_add(days.days()).ok())
                .filter_map(|day| Some((day, at(kind, wishes, recheck, day, now)?)))
                .rfind(|(_, at)| *at > after && *at <= now.timestamp());
            if let Some((day, at)) = last {
                self.asked.insert(kind, at);
                let fresh = now.timestamp().duration_since(at) <= LATE;
                if fresh && !is_done(kind, day) {
                    due.push(kind);
                }
            }
        }
        due
    }

    /// How long until the time is to be looked at again; none: nothing is
    /// wished.
    pub fn next(
        wishes: &Reminders,
        recheck: Option<Date>,
        now: &ZonedDateTime,
    ) -> Option<Duration> {
        if !wishes.any() {
            return None;
        }
        let soonest = Kind::ALL
            .into_iter()
            .flat_map(|kind| (-1..=1).map(move |days| (kind, days)))
            .filter_map(|(kind, days)| {
                let day = now.date().checked_add(days.days()).ok()?;
                at(kind, wishes, recheck, day, now)
            })
            .filter(|at| *at > now.timestamp())
            .min();
        let wait = soonest
            .and_then(|at| Duration::try_from(at.duration_since(now.timestamp())).ok())
            .map_or(LOOK, |wait| wait.min(LOOK));
        Some(wait)
    }
}

/// When the reminder of a day is due, if there is one that day.
fn at(
    kind: Kind,
    wishes: &Reminders,
    recheck: Option<Date>,
    day: Date,
    now: &ZonedDateTime,
) -> Option<Timestamp> {
    let time = match kind {
        Kind::Daily => wishes.daily.then_some(wishes.daily_at),
        Kind::Stretch => {
            (wishes.stretch && wishes.plans(day.weekday())).then_some(wishes.stretch_at)
        }
        Kind::Recheck => (wishes.recheck && recheck == Some(day)).then_some(wishes.daily_at),
    }?;
    let wanted = after_quiet(day.to_datetime(time), wishes);
    // A time that the clocks skip is the one after the gap; of one that comes
    // twice it is the first.
    let zoned = wanted.to_zoned_datetime(now.time_zone().clone()).ok()?;
    Some(zoned.timestamp())
}

/// The end of the quiet hours, for a time within them.
fn after_quiet(at: DateTime, wishes: &Reminders) -> DateTime {
    let (from, until) = (wishes.quiet_from, wishes.quiet_until);
    if !wishes.quiet || !is_between(at.time(), from, until) {
        return at;
    }
    let end = at.date().to_datetime(until);
    if end > at {
        end
    } else {
        end.checked_add(1.day()).unwrap_or(end)
    }
}
