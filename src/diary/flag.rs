//! Whether the diary holds an open red flag: a check that came to "now" or
//! "today", or an attack that fires such a rule, not looked at since.
//!
//! An attack answers only what it truly says: a weak leg, numbness between the
//! legs, severe pain for more than a day. The rules themselves are `triage`'s.

use jiff::{SignedDuration, Timestamp};

use super::Diary;
use super::entry::{Check, Entry, EntryId, Episode, Lasted, LegSymptom, Quality, Region};
use super::when::When;
use crate::triage::{Answer, Answers, Knowledge, Urgency};

/// Older flags than this are no longer asked about.
pub const OPEN_FOR: SignedDuration = SignedDuration::from_hours(14 * 24);
const DAY_SECS: u32 = 24 * 3600;

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
        let answers = answers_of(episode, now);
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
        .map_or_else(Answers::new, |episode| answers_of(episode, now));
    !answers.is_empty() && knowledge.assess(&answers).urgency >= Urgency::SameDay
}

/// What an attack says in the words of Check.
fn answers_of(episode: &Episode, now: Timestamp) -> Answers {
    let mut answers = Answers::new();
    let mut say = |finding: &str, option: &str| {
        answers.insert(finding.to_owned(), Answer::option(option));
    };
    if episode.leg_symptoms.contains(&LegSymptom::Weak) {
        say("rf_leg_weak", "new_mild");
    }
    let saddle = [Region::Perineum, Region::BackPassage];
    if episode.quality.contains(&Quality::Numb)
        && episode.regions.iter().any(|r| saddle.contains(r))
    {
        say("rf_saddle_numb", "yes");
    }
    let over_a_day = match episode.duration {
        Lasted::Seconds(secs) => secs >= DAY_SECS,
        Lasted::StillGoing => {
            let since = now.duration_since(episode.started_at.instant());
            since >= SignedDuration::from_secs(i64::from(DAY_SECS))
        }
    };
    if over_a_day {
        say("episode_duration", "over_24h");
        let pain = u32::from(episode.pain_peak.get());
        answers.insert("pain_worst_nrs".to_owned(), Answer::Number(pain));
    }
    answers
}
