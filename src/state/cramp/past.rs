//! What the diary says to a new cramp: the last place and side, attacks without
//! an end, a check whose advice has come due. Made anew when the diary or the
//! hour changes, never while drawing.

use jiff::{SignedDuration, ToSpan as _};

use super::DueCheck;
use crate::clock::Moment;
use crate::diary::Diary;
use crate::diary::entry::{EntryId, Lasted, Region, Side};
use crate::triage::Urgency;

/// "Did it stop?" is asked after so long.
const ASK_AFTER: SignedDuration = SignedDuration::from_hours(3);
/// An attack lasts 30 days at most; older ones are not asked about.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Advice that is due is told for so many days.
const TELL_DAYS: i64 = 14;

/// The index.
#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    made_for: Option<(u64, i64)>,
    last: Option<(Vec<Region>, Side)>,
    going: Vec<EntryId>,
    due: Option<DueCheck>,
}

impl Past {
    /// Follows the diary, if it or the hour changed.
    pub(super) fn look(&mut self, diary: &Diary, now: &Moment) {
        let at = now.wall.timestamp();
        let mark = (diary.revision(), at.as_second().div_euclid(900));
        if self.made_for == Some(mark) {
            return;
        }
        let entries = diary.entries().iter().rev();
        let mut last = entries.clone().filter_map(|entry| entry.as_episode());
        let last = last.find(|episode| !episode.regions.is_empty());
        let lately = entries.take_while(|entry| at.duration_since(entry.instant()) <= LOOK_BACK);
        let mut going = Vec::new();
        let mut check = None;
        for entry in lately {
            if let Some(episode) = entry.as_episode()
                && episode.duration == Lasted::StillGoing
                && at.duration_since(episode.started_at.instant()) >= ASK_AFTER
            {
                going.push(episode.id);
            }
            check = check.or(entry.as_check());
        }
        going.reverse();
        let today = now.wall.date();
        let due = check.and_then(|check| {
            let by = check.urgency.deadline(check.logged_at.date());
            let first = check.urgency.max(Urgency::WithinDays) == check.urgency;
            let told_until = by.checked_add(TELL_DAYS.days()).ok()?;
            let from = if first {
                by.checked_sub(1.day()).ok()?
            } else {
                by
            };
            let is_due = from <= today && today <= told_until && today > check.logged_at.date();
            is_due.then_some(DueCheck {
                id: check.id,
                urgency: check.urgency,
                by,
            })
        });
        *self = Self {
            made_for: Some(mark),
            last: last.map(|episode| (episode.regions.clone(), episode.side)),
            going,
            due,
        };
    }

    pub(super) fn last(&self) -> Option<&(Vec<Region>, Side)> {
        self.last.as_ref()
    }

    pub(super) fn going(&self) -> &[EntryId] {
        &self.going
    }

    pub(super) fn due(&self) -> Option<&DueCheck> {
        self.due.as_ref()
    }
}
