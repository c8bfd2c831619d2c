//! What taking in a file would do, decided before anything is written.
//!
//! Only what the diary does not hold is new. An entry with the id of one that
//! is there is never doubled and never replaces it.

use std::collections::HashMap;
use std::sync::Arc;

use super::foreign::Foreign;
use super::{Incoming, Item, Place, Problem};
use crate::diary::Diary;
use crate::diary::entry::{Entry, EntryId};
use crate::diary::found::Trashed;

/// An entry of the file that says something else than the diary's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// Where it stands in the file.
    pub place: Place,
    /// What the file says.
    pub theirs: Arc<Entry>,
}

/// What would be done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Entries that the diary does not hold.
    pub fresh: Vec<Arc<Entry>>,
    /// How many it holds already, as they are.
    pub same: usize,
    /// How many stand in the file more than once.
    pub twice: usize,
    /// Entries it holds with other words; they stay as they are.
    pub differs: Vec<Differs>,
    /// How many of the new ones are in the trash.
    pub in_trash: usize,
    /// What cannot be read.
    pub problems: Vec<Problem>,
    /// How many problems there are in all.
    pub problem_count: usize,
    /// What a person should know.
    pub remarks: Vec<String>,
    /// How the table of another program is read.
    pub foreign: Option<Foreign>,
}

/// Compares a file with a diary.
pub fn plan(incoming: &Incoming, diary: &Diary) -> Plan {
    let mut plan = Plan {
        problems: incoming.problems.clone(),
        problem_count: incoming.problem_count,
        remarks: incoming.remarks.clone(),
        foreign: incoming.foreign.clone(),
        ..Plan::default()
    };
    let trashed: std::collections::BTreeSet<EntryId> = diary.trash().map(Trashed::id).collect();
    let mut taken: HashMap<EntryId, Arc<Entry>> = HashMap::new();
    for Item { entry, place } in &incoming.items {
        let id = entry.id();
        let differs = || Differs {
            place: place.clone(),
            theirs: Arc::clone(entry),
        };
        if let Some(held) = diary.get(id) {
            let mut versions = diary.versions(id).iter();
            if says(held, entry) || versions.any(|version| says(&version.entry, entry)) {
                plan.same += 1;
            } else {
                plan.differs.push(differs());
            }
        } else if let Some(first) = taken.get(&id) {
            if says(first, entry) {
                plan.twice += 1;
            } else {
                plan.differs.push(differs());
            }
        } else {
            plan.in_trash += usize::from(trashed.contains(&id));
            taken.insert(id, Arc::clone(entry));
            plan.fresh.push(Arc::clone(entry));
        }
    }
    plan
}

/// Does an entry of the diary say what this one of the file says? When it was
/// written down does not count: a row that does not tell gets the time of the
/// import, which is another one at each import.
fn says(held: &Entry, theirs: &Entry) -> bool {
    if held.logged_at() == theirs.logged_at() {
        return held == theirs;
    }
    let mut theirs = theirs.clone();
    theirs.set_logged(held.logged_at().clone());
    *held == theirs
}

impl Plan {
    /// The question that must be answered before the file can be taken in.
    pub fn question(&self) -> Option<&str> {
        self.foreign.as_ref()?.question.as_deref()
    }

    /// What would be done, a line each.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("new: {}", self.fresh.len())];
        let mut line = |count: usize, what: &str| {
            if count > 0 {
                lines.push(format!("{what}: {count}"));
            }
        };
        line(self.in_trash, "of these in the trash");
        line(self.same, "already there");
        line(self.twice, "twice in the file");
        line(
            self.differs.len(),
            "there with other words, left as they are",
        );
        line(self.problem_count, "cannot be read");
        lines
    }
}
