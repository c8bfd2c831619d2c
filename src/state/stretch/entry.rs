//! A finished session as the diary keeps it.

use crate::clock::Moment;
use crate::diary::entry::{
    Ended, EntryId, Feeling, Intensity, Session as SessionEntry, SideDone, StopReason as StopWord,
};
use crate::diary::when::When;
use crate::stretch::{SessionRecord, SideHeld, StopReason};

/// The diary's entry of a session.
pub(super) fn entry(
    record: &SessionRecord,
    before: Option<u8>,
    after: Option<u8>,
    feelings: &[String],
    now: &Moment,
) -> SessionEntry {
    let ended = match record.stopped {
        None => Ended::Finished,
        Some(StopReason::Pain) => Ended::Stopped(pain_word(feelings)),
        Some(StopReason::Asked) if record.eased > 0 => Ended::Stopped(StopWord::TooMuch),
        Some(StopReason::Asked) => Ended::Stopped(StopWord::Other),
    };
    let started = When::from(&record.started);
    let logged = When::from(&now.wall);
    let mut entry = SessionEntry::new(EntryId::new(now), logged, started, &record.routine, ended);
    entry.level.clone_from(&record.level);
    entry.left = done(record.left);
    entry.right = done(record.right);
    entry.pain_before = before.and_then(Intensity::new);
    entry.pain_after = after.and_then(Intensity::new);
    entry.feelings = feelings
        .iter()
        .filter_map(|id| Feeling::from_id(id))
        .collect();
    entry
}

/// What ended it, where it was one of the words the diary has.
fn pain_word(felt: &[String]) -> StopWord {
    let has = |id: &str| felt.iter().any(|f| f == id);
    if felt.is_empty() || has("sharp_pain") {
        StopWord::SharpPain
    } else if has("numbness") {
        StopWord::Numb
    } else if has("tingling") {
        StopWord::Tingling
    } else {
        StopWord::Other
    }
}

fn done(held: SideHeld) -> SideDone {
    SideDone {
        rounds: u8::try_from(held.rounds).unwrap_or(u8::MAX),
        held_secs: u32::try_from(held.held.as_secs()).unwrap_or(u32::MAX),
    }
}
