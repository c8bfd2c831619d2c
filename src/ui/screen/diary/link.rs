//! A stretch and the cramp it was done for, told on both.

use crate::diary::entry::{Entry, Episode, Session};
use crate::diary::link;
use crate::state::State;

/// What joins an entry to others: of a session the cramp it was done for, of a
/// cramp the stretching it got.
pub(super) fn said(state: &State, entry: &Entry) -> Option<String> {
    match entry {
        Entry::Session(session) => of_session(state, session),
        Entry::Episode(episode) => of_episode(state, episode),
        Entry::Day(_) | Entry::Check(_) => None,
    }
}

/// "for the cramp at 03:10"; with its day where that is another.
fn of_session(state: &State, session: &Session) -> Option<String> {
    let episode = link::episode_of(&state.diary, session)?;
    let began = episode.started_at.civil();
    let same = began.date() == session.started_at.date();
    let how = if same {
        "at {time}"
    } else {
        "of %-d %B, {time}"
    };
    Some(format!("for the cramp {}", state.say_when(began, how)))
}

/// "stretched at 03:14, pain 6 to 2".
pub(super) fn of_episode(state: &State, episode: &Episode) -> Option<String> {
    let all = link::sessions_of(&state.diary, episode.id);
    let last = all.last()?;
    let times = match all.len() {
        1 => String::new(),
        n => format!(" {n} times, last"),
    };
    let at = state.say_time(last.started_at.civil().time());
    let change = match (last.pain_before, last.pain_after) {
        (Some(before), Some(after)) => format!(", pain {before} to {after}"),
        _ => String::new(),
    };
    Some(format!("stretched{times} at {at}{change}"))
}
