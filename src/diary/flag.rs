//! Whether the diary holds an open red flag: a check that came to "now" or
//! "today", or an attack that fires such a rule, not looked at since.
//!
//! What an attack says is `sign`'s; the rules themselves are `triage`'s.

use jiff::{SignedDuration, Timestamp};

use super::entry::{Check, Entry, EntryId, Episode};
use super::when::When;
use super::{Diary, sign};
use crate::triage::{Answers, Knowledge, Urgency};

/// Older flags than this are no longer asked about.
pub const OPEN_FOR: SignedDuration = SignedDuration::from_hours(14 * 24);

/// What raised it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raised {
    /// A check of the diary.
    Check(EntryId),
    /// An attack of the diary.
    Episode(EntryId),
    /// The check on the screen, not kept yet.
    OnScreen,
}

/// An open red flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// How soon to see someone: today, or now.
    pub urgency: Urgency,
    /// What raised it.
    pub raised: Raised,
    /// When it was written down; none for the check on the screen.
    pub when: Option<When>,
    /// The rules that fired, most urgent first.
    pub rules: Vec<String>,
}

impl Flag {
    /// The flag of these answers; `floor` is an urgency they once reached.
    pub fn of(
        answers: &Answers,
        floor: Urgency,
        raised: Raised,
        when: Option<&When>,
        knowledge: &Knowledge,
    ) -> Option<Self> {
        let assessment = knowledge.assess(answers);
        let urgency = assessment.urgency.max(floor);
        let mut fired = assessment.fired;
        fired.retain(|rule| rule.urgency >= Urgency::SameDay);
        fired.sort_by_key(|rule| std::cmp::Reverse(rule.urgency));
        (urgency >= Urgency::SameDay).then(|| Self {
            urgency,
            raised,
            when: when.cloned(),
            rules: fired.into_iter().map(|rule| rule.rule).collect(),
        })
    }
}

/// The most urgent open flag of the diary. What was written down up to `seen`
/// has been looked at.
pub fn open(
    diary: &Diary,
    knowledge: &Knowledge,
    now: Timestamp,
    seen: Option<Timestamp>,
) -> Option<Flag> {
    let entries = diary.entries().iter().rev();
    let lately = entries.take_while(|e| now.duration_since(e.instant()) <= OPEN_FOR);
    let mut check: Option<&Check> = None;
    let mut episodes: Vec<&Episode> = Vec::new();
    for entry in lately {
        if check.is_none() {
            check = entry.as_check();
        }
        episodes.extend(entry.as_episode());
    }
    let is_new = |logged: Timestamp| seen.is_none_or(|seen| logged > seen);
    let checked = check.map(|check| check.logged_at.instant());
    let mut flags: Vec<Flag> = Vec::new();
    if let Some(check) = check.filter(|c| c.urgency >= Urgency::SameDay)
        && is_new(check.logged_at.instant())
    {
        let raised = Raised::Check(check.id);
        let when = Some(&check.logged_at);
        flags.extend(Flag::of(
            &check.answers,
            check.urgency,
            raised,
            when,
            knowledge,
        ));
    }
    for episode in episodes {
        let logged = episode.logged_at.instant();
        let superseded = checked.is_some_and(|checked| checked > logged);
        if superseded || !is_new(logged) {
            continue;
        }
        let answers = sign::answers(episode, Some(now));
        if !answers.is_empty() {
            let raised = Raised::Episode(episode.id);
            let when = Some(&episode.logged_at);
            flags.extend(Flag::of(
                &answers,
                Urgency::SelfCare,
                raised,
                when,
                knowledge,
            ));
        }
    }
    // Of equal ones the check: it says more.
    flags.into_iter().rev().max_by_key(|flag| flag.urgency)
}

/// Does this entry by itself say that someone should look at it today or now?
pub fn is_raised(entry: &Entry, knowledge: &Knowledge, now: Timestamp) -> bool {
    if let Some(check) = entry.as_check() {
        return check.urgency >= Urgency::SameDay;
    }
    let answers = entry
        .as_episode()
        .map_or_else(Answers::new, |episode| sign::answers(episode, Some(now)));
    !answers.is_empty() && knowledge.assess(&answers).urgency >= Urgency::SameDay
}
