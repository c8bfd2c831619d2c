//! What earlier sessions say: the ladder, rest, relief, days. An index of the
//! diary, made anew when it changes or the day does, never while drawing.

use std::time::Duration;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::StretchDesk;
use crate::clock::Moment;
use crate::content::Library;
use crate::diary::Diary;
use crate::diary::entry::{Ended, Feeling, Intensity, Session, SideDone, StopReason as Stopped};
use crate::diary::flag::{self, Flag};
use crate::diary::relief::{self, Relief};
use crate::stretch::{CRAMP, Done, Hint, OWN, Routine, hint, rest_after};

/// Rest after the red light (clinical list E.7).
const REST: SignedDuration = SignedDuration::from_hours(48);
/// Pain told longer ago than this is no longer "now".
const STALE: Duration = Duration::from_mins(30);
/// Sessions further back than this say nothing of the ladder.
const LADDER_DAYS: i32 = 90;
/// A hold of a person's own counts as full from this many seconds on: the
/// shortest of the plans.
const OWN_HOLD: u32 = 15;

/// The index.
#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    made_for: Option<(u64, Date, Option<Timestamp>)>,
    /// The last sessions, newest first.
    done: Vec<(Timestamp, Done)>,
    days: usize,
    relief: Relief,
    flag: Option<Flag>,
}

/// To rest, why and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Why, in a sentence.
    pub why: &'static str,
    /// Until then.
    pub until: Timestamp,
}

/// A suggestion for the next time, never carried out by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion<'a> {
    /// What is suggested.
    pub hint: Hint,
    /// The routine it leads to; none: there is no gentler one, or it is barred.
    pub routine: Option<&'a Routine>,
}

impl StretchDesk {
    /// Follows the diary, if it changed.
    pub(in crate::state) fn look_back(&mut self, diary: &Diary, now: &Moment) -> Option<Flag> {
        if self.session.is_none() && self.before.is_some() && now.ticks > self.before_at + STALE {
            self.before = None; // told long ago, without a start
            self.settle();
        }
        let today = now.wall.date();
        let mark = (diary.revision(), today, self.gate.seen());
        if self.past.made_for != Some(mark) {
            let first = today.checked_sub(LADDER_DAYS.days()).unwrap_or(Date::MIN);
            let sessions = relief::sessions(diary, first, today);
            let of = |s: &Session| (s.started_at.instant(), done(s, &self.library));
            let knowledge = self.library.knowledge();
            self.past = Past {
                made_for: Some(mark),
                done: sessions.take(8).map(of).collect(),
                days: relief::days_stretched(diary, today, 7),
                relief: relief::lately(diary, today),
                flag: flag::open(diary, knowledge, now.wall.timestamp(), self.gate.seen()),
            };
        }
        self.past.flag.clone()
    }

    /// On how many of the last 7 days there was a session.
    pub fn days_of_seven(&self) -> usize {
        self.past.days
    }

    /// What the sessions of the last 90 days did.
    pub fn relief(&self) -> Relief {
        self.past.relief
    }

    /// Has there been a session before?
    pub fn has_done_it_before(&self) -> bool {
        !self.past.done.is_empty()
    }

    /// Whether to rest after the last session.
    pub fn rest(&self, now: &Moment) -> Option<Rest> {
        let (at, newest) = self.past.done.first()?;
        let until = at.checked_add(REST).ok()?;
        let why = rest_after(newest)?;
        (now.wall.timestamp() < until).then_some(Rest { why, until })
    }

    /// Whether to rest after the session that is over now.
    pub fn rest_after(
        &self,
        after: Option<u8>,
        pull: Option<u8>,
        felt: &[String],
    ) -> Option<&'static str> {
        rest_after(&self.just_done(after, pull, felt)?)
    }

    /// What is suggested after the session that is over, with these answers.
    pub fn suggestion(
        &self,
        after: Option<u8>,
        pull: Option<u8>,
        felt: &[String],
    ) -> Option<Suggestion<'_>> {
        let newest = self.just_done(after, pull, felt)?;
        let earlier = self.past.done.iter().map(|(_, done)| done.clone());
        let all: Vec<Done> = std::iter::once(newest).chain(earlier).collect();
        let hint = hint(&all)?;
        let own = &self.session.as_ref()?.plan().routine;
        let own = self.library.routine(own)?;
        let next = match hint {
            Hint::Easier(_) => own.easier.as_deref(),
            Hint::Harder => own.harder.as_deref(),
        };
        let verdict = self.verdict();
        let allowed = |r: &&Routine| verdict.allows(&r.level);
        let routine = next.and_then(|id| self.library.routine(id)).filter(allowed);
        if hint == Hint::Harder && routine.is_none() {
            return None; // nothing further, or not for this person
        }
        Some(Suggestion { hint, routine })
    }

    /// The session that is over, as the ladder sees it.
    fn just_done(&self, after: Option<u8>, pull: Option<u8>, felt: &[String]) -> Option<Done> {
        let session = self.session.as_ref()?;
        let record = session.record();
        let signs = self.library.stop_signs().iter();
        let red = signs.filter(|s| s.red).any(|s| felt.contains(&s.id));
        let stopped = record.stopped == Some(crate::stretch::StopReason::Pain);
        let full = record.finished && record.eased == 0 && record.holds.iter().all(|h| h.whole);
        Some(Done {
            level: record.level,
            before: self.before,
            after,
            pull,
            full: full && self.plan_done != CRAMP,
            too_much: record.eased > 0,
            sign: stopped || !felt.is_empty(),
            red: red || (stopped && felt.is_empty()),
        })
    }
}

/// A session of the diary, as the ladder sees it.
fn done(session: &Session, library: &Library) -> Done {
    let named = |name: &str| session.note.split(';').any(|part| part.trim() == name);
    let mut sign = false;
    let mut red = false;
    for stop in library.stop_signs() {
        let felt = match Feeling::from_id(&stop.id) {
            Some(feeling) => session.feelings.contains(&feeling),
            None => named(&stop.name),
        };
        sign |= felt;
        red |= felt && stop.red;
    }
    let stopped = |all: &[Stopped]| matches!(session.ended, Ended::Stopped(r) if all.contains(&r));
    let pain = stopped(&[Stopped::SharpPain, Stopped::Numb, Stopped::Tingling]);
    Done {
        level: session.level.clone(),
        before: session.pain_before.map(Intensity::get),
        after: session.pain_after.map(Intensity::get),
        pull: session.pull.map(Intensity::get),
        full: session.ended == Ended::Finished && full(session, library),
        too_much: stopped(&[Stopped::TooMuch]),
        sign: sign || pain,
        red: red || pain,
    }
}

/// Was every hold as long as its plan has it? A cramp's hold has no such length.
fn full(session: &Session, library: &Library) -> bool {
    let hold = match library.dose(&session.plan) {
        Some(dose) if dose.until_eased.is_some() => return false,
        Some(dose) => dose.hold_secs,
        None if session.plan == OWN => OWN_HOLD,
        None => return false,
    };
    let side = |side: SideDone| side.held_secs >= hold.saturating_mul(u32::from(side.rounds));
    let any = session.left.rounds + session.right.rounds > 0;
    any && side(session.left) && side(session.right)
}
