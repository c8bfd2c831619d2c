//! What can be undone and done again, each with its name.
//!
//! A change may have several steps that belong together: an import, or a cramp
//! and the check-in it contradicts. An entry that was changed from outside since
//! is left as it is; what cannot be undone at all is dropped and told.

use std::collections::VecDeque;
use std::sync::Arc;

use jiff::civil::Date;

use super::count::entries;
use super::entry::{Entry, EntryId};
use super::{Diary, Edit, check_in};
use crate::clock::Moment;
use crate::job::Job;

/// How many edits can be undone.
const DEPTH: usize = 200;

/// What kind of edit it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Add,
    Change,
    Delete,
    Restore,
    Import,
}

/// One entry, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    before: Option<Arc<Entry>>,
    after: Option<Arc<Entry>>,
}

impl Step {
    fn entry(&self) -> Option<&Entry> {
        self.after.as_deref().or(self.before.as_deref())
    }
}

/// What an edit did, so that it can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    what: What,
    steps: Vec<Step>,
}

impl Change {
    /// "delete the cramp of 12 March"; with the year where it is another one.
    fn name(&self, today: Date) -> String {
        if self.what == What::Import {
            return format!("bring in {}", entries(self.steps.len()));
        }
        let verb = match self.what {
            What::Add | What::Import => "add",
            What::Change => "change",
            What::Delete => "delete",
            What::Restore => "restore",
        };
        let Some(entry) = self.steps.first().and_then(Step::entry) else {
            return verb.to_owned();
        };
        let noun = match entry {
            Entry::Episode(_) => "cramp",
            Entry::Session(_) => "stretch",
            Entry::Day(_) => "check-in",
            Entry::Check(_) => "check",
        };
        let date = entry.date();
        let how = if date.year() == today.year() {
            "%-d %B"
        } else {
            "%-d %B %Y"
        };
        format!("{verb} the {noun} of {}", date.strftime(how))
    }
}

/// The edits that can be undone, and those that can be done again.
#[derive(Clone, Debug, Default)]
pub(super) struct Edits {
    undo: VecDeque<Change>,
    redo: Vec<Change>,
    /// How many were ever remembered.
    count: usize,
}

impl Edits {
    fn push(&mut self, change: Change) {
        if self.undo.len() == DEPTH {
            self.undo.pop_front();
        }
        self.undo.push_back(change);
    }
}

impl Diary {
    /// Whether there is an edit to undo.
    pub fn can_undo(&self) -> bool {
        !self.edits.undo.is_empty()
    }

    /// Whether there is an edit to do again.
    pub fn can_redo(&self) -> bool {
        !self.edits.redo.is_empty()
    }

    /// What would be undone, such as "delete the cramp of 12 March".
    pub fn undo_name(&self, today: Date) -> Option<String> {
        self.edits.undo.back().map(|change| change.name(today))
    }

    /// What would be done again.
    pub fn redo_name(&self, today: Date) -> Option<String> {
        self.edits.redo.last().map(|change| change.name(today))
    }

    /// Is the last edit an import?
    pub fn has_imported_last(&self) -> bool {
        let last = self.edits.undo.back();
        last.is_some_and(|change| change.what == What::Import)
    }

    /// Notes that these entries were brought in, so that it can be undone.
    pub fn brought_in(&mut self, ids: &[EntryId]) {
        let step = |id: &EntryId| Step {
            before: None,
            after: self.get(*id).cloned(),
        };
        let steps: Vec<Step> = ids.iter().map(step).collect();
        let steps: Vec<Step> = steps.into_iter().filter(|s| s.after.is_some()).collect();
        if !steps.is_empty() {
            let what = What::Import;
            self.edits.redo.clear();
            self.edits.push(Change { what, steps });
        }
    }

    /// A new edit ends what could be done again.
    pub(super) fn remember(
        &mut self,
        what: What,
        before: Option<&Arc<Entry>>,
        after: Option<&Arc<Entry>>,
    ) {
        let step = Step {
            before: before.cloned(),
            after: after.cloned(),
        };
        self.edits.redo.clear();
        self.edits.count += 1;
        let steps = vec![step];
        self.edits.push(Change { what, steps });
    }

    /// Carries out edits that are undone in one go, under the name of the first.
    pub(super) fn together(&mut self, edits: Vec<Edit>, now: &Moment) -> Vec<Job> {
        let before = self.edits.count;
        let mut jobs = Vec::new();
        for edit in edits {
            for edit in check_in::honest(self, edit) {
                jobs.extend(self.carry_out(edit, now));
            }
        }
        let done = self.edits.count - before;
        let from = self.edits.undo.len().saturating_sub(done);
        let mut all = self.edits.undo.split_off(from).into_iter();
        if let Some(mut first) = all.next() {
            first.steps.extend(all.flat_map(|change| change.steps));
            self.edits.undo.push_back(first);
        }
        jobs
    }

    /// Takes back the last edit, unless its entries have changed since from
    /// outside.
    pub(super) fn step_back(&mut self, now: &Moment) -> Vec<Job> {
        let Some(change) = self.edits.undo.pop_back() else {
            return Vec::new();
        };
        let mut jobs = Vec::new();
        let mut steps = Vec::new();
        for step in change.steps.into_iter().rev() {
            let turned = self.turn(step.after.as_ref(), step.before.as_ref(), now);
            if let Some((more, landed)) = turned {
                jobs.extend(more);
                let (before, after) = (landed, step.after);
                steps.push(Step { before, after });
            }
        }
        steps.reverse();
        if !steps.is_empty() {
            let what = change.what;
            self.edits.redo.push(Change { what, steps });
        }
        jobs
    }

    /// Does again what was taken back last.
    pub(super) fn step_forward(&mut self, now: &Moment) -> Vec<Job> {
        let Some(change) = self.edits.redo.pop() else {
            return Vec::new();
        };
        let mut jobs = Vec::new();
        let mut steps = Vec::new();
        for step in change.steps {
            let turned = self.turn(step.before.as_ref(), step.after.as_ref(), now);
            if let Some((more, landed)) = turned {
                jobs.extend(more);
                let (before, after) = (step.before, landed);
                steps.push(Step { before, after });
            }
        }
        if !steps.is_empty() {
            let what = change.what;
            self.edits.push(Change { what, steps });
        }
        jobs
    }
}
