//! A session as it is kept in a file until it is in the diary: the snapshot,
//! and what the session itself does not know.

use jiff::ZonedDateTime;

use super::session::Snapshot;

/// A session that is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Intensity before the stretch, 0 to 10, if it was given.
    pub before: Option<u8>,
    /// The id of the plan it was begun with: how long and how often.
    pub plan: String,
    /// The session.
    pub session: Snapshot,
}

/// A session is not gone on with after this many hours: what was held then has
/// worn off.
const FRESH_HOURS: i32 = 12;

impl Kept {
    /// Can a person go on with it now? Else it can only be saved.
    pub fn can_go_on(&self, now: &ZonedDateTime) -> bool {
        let age = now
            .timestamp()
            .duration_since(self.session.made.timestamp());
        let fresh = age.as_hours() < i64::from(FRESH_HOURS);
        fresh && !self.session.is_over()
    }
}
