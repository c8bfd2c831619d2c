//! Which attack a stretch session was done for.
//!
//! Written into a session when it is saved; for a session without it the same
//! rule answers, so that an attack that is logged after the stretch finds it.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::Diary;
use super::entry::{Entry, EntryId, Episode, Lasted, Session};

/// An attack that began within this time before a session is what it was for.
pub const WITHIN: SignedDuration = SignedDuration::from_hours(12);
/// One that still goes on is so for longer, as an attack may last 30 days.
const STILL_GOING: SignedDuration = SignedDuration::from_hours(30 * 24);
/// A start that was put down a little late still counts.
const SLACK: SignedDuration = SignedDuration::from_mins(5);

/// Was a session that began then done for this attack?
fn is_for(episode: &Episode, session: Timestamp) -> bool {
    let gap = session.duration_since(episode.started_at.instant());
    let longest = match episode.duration {
        Lasted::StillGoing => STILL_GOING,
        Lasted::Seconds(_) => WITHIN,
    };
    gap >= -SLACK && gap <= longest
}

/// The newest attack a session that began at `start` was done for.
pub fn episode_at(diary: &Diary, start: Timestamp) -> Option<&Episode> {
    let entries = diary.entries();
    let end = entries.partition_point(|e| e.instant() <= start + SLACK);
    let before = entries.get(..end).unwrap_or_default().iter().rev();
    let near = before.take_while(|e| start.duration_since(e.instant()) <= STILL_GOING);
    near.filter_map(|entry| entry.as_episode())
        .find(|episode| is_for(episode, start))
}

/// The attack this session was done for: the one it names, else by the rule.
pub fn episode_of<'a>(diary: &'a Diary, session: &Session) -> Option<&'a Episode> {
    match session.episode {
        Some(id) => diary.get(id).and_then(|entry| entry.as_episode()),
        None => episode_at(diary, session.started_at.instant()),
    }
}

/// The sessions done for this attack, oldest first.
pub fn sessions_of(diary: &Diary, id: EntryId) -> Vec<&Session> {
    let Some(episode) = diary.get(id).and_then(|entry| entry.as_episode()) else {
        return Vec::new();
    };
    let began = episode.started_at.instant();
    let longest = match episode.duration {
        Lasted::StillGoing => STILL_GOING,
        Lasted::Seconds(_) => WITHIN,
    };
    let entries = diary.entries();
    let first = entries.partition_point(|e| e.instant() < began - SLACK);
    let after = entries.get(first..).unwrap_or_default().iter();
    let near = after.take_while(|e| e.instant().duration_since(began) <= longest);
    let all = near.filter_map(|entry: &Arc<Entry>| entry.as_session());
    all.filter(|session| episode_of(diary, session).is_some_and(|e| e.id == id))
        .collect()
}
