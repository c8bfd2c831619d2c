//! The safety list and the red flags that stand before a stretch: what was
//! answered, until when it counts, what it leaves.

use jiff::Timestamp;
use jiff::civil::Date;

use super::StretchDesk;
use crate::clock::Moment;
use crate::diary::flag::{Flag, Raised};
use crate::settings::Settings;
use crate::state::check::CheckDesk;
use crate::stretch::{GateAnswers, Verdict, verdict};
use crate::triage::{Answers, Urgency};

/// The safety list comes back after this many days.
pub const GATE_DAYS: i32 = 30;

/// What the gate knows.
#[derive(Clone, Debug, Default)]
pub(super) struct Gate {
    /// The day it was answered.
    passed: Option<Date>,
    /// The lines that were true then.
    yes: Vec<String>,
    /// Warning signs up to then have been looked at.
    seen: Option<Timestamp>,
    /// The check on the screen that has been looked at.
    seen_check: Option<Answers>,
    /// The answers are being changed.
    reviewing: bool,
    /// The open flag, if there is one.
    flag: Option<Flag>,
}

/// What the page of the gate shows.
#[derive(Clone, Debug, PartialEq)]
pub enum GatePage<'a> {
    /// A warning sign stands open.
    Flag(&'a Flag),
    /// The list is asked.
    Ask,
    /// What was answered leaves no stretch.
    Blocked(Verdict<'a>),
}

impl Gate {
    /// Takes what is remembered.
    pub(super) fn choose(&mut self, settings: &Settings) {
        self.passed = settings.gate_passed;
        self.yes.clone_from(&settings.gate_answers);
        self.seen = settings.flags_seen;
    }

    /// Writes what is to be remembered.
    pub(super) fn remember(&self, settings: &mut Settings) {
        settings.gate_passed = self.passed;
        settings.gate_answers.clone_from(&self.yes);
        settings.flags_seen = self.seen;
    }

    pub(super) fn seen(&self) -> Option<Timestamp> {
        self.seen
    }

    pub(super) fn answer(&mut self, yes: Vec<String>, today: Date) {
        self.passed = Some(today);
        self.yes = yes;
        self.reviewing = false;
    }

    /// Opens the answers to be changed, or leaves them as they were.
    pub(super) fn review(&mut self) {
        self.reviewing = !self.reviewing;
    }

    /// Days since it was answered; none: it is to be asked.
    fn days(&self, today: Option<Date>) -> Option<i32> {
        let span = self.passed?.until(today?).ok()?;
        Some(span.get_days()).filter(|days| (0..GATE_DAYS).contains(days))
    }
}

impl StretchDesk {
    /// What the gate shows; none: it is open.
    pub fn gate(&self) -> Option<GatePage<'_>> {
        if let Some(flag) = &self.gate.flag {
            return Some(GatePage::Flag(flag));
        }
        if self.gate.reviewing || self.gate.days(self.today).is_none() {
            return Some(GatePage::Ask);
        }
        let verdict = self.verdict();
        let blocked = matches!(verdict, Verdict::Blocked(_)) && !self.waits_for_pain();
        blocked.then_some(GatePage::Blocked(verdict))
    }

    /// What the safety answers leave.
    pub fn verdict(&self) -> Verdict<'_> {
        let answers = GateAnswers {
            yes: self.gate.yes.clone(),
            days: self.gate.days(self.today).unwrap_or(0),
        };
        verdict(self.library.gate(), &answers, self.before)
    }

    /// Would a low pain before the stretch open what blocks now? Then pain is
    /// asked first, on the set-up.
    pub fn waits_for_pain(&self) -> bool {
        let answers = GateAnswers {
            yes: self.gate.yes.clone(),
            days: self.gate.days(self.today).unwrap_or(0),
        };
        let easy = verdict(self.library.gate(), &answers, Some(0));
        let now = verdict(self.library.gate(), &answers, self.before);
        matches!(now, Verdict::Blocked(_)) && !matches!(easy, Verdict::Blocked(_))
    }

    /// The lines that were true at the last answering, by id, and its day.
    pub fn gate_answers(&self) -> (&[String], Option<Date>) {
        (&self.gate.yes, self.gate.passed)
    }

    /// Until when warning signs have been looked at, as the person said.
    pub fn flags_seen(&self) -> Option<Timestamp> {
        self.gate.seen
    }

    /// The warning sign has been looked at. `answers`: of the check on the
    /// screen, which counts too.
    pub(in crate::state) fn see_flag(&mut self, answers: &Answers, now: &Moment) {
        self.gate.seen = Some(now.wall.timestamp());
        self.gate.seen_check = Some(answers.clone());
        self.gate.flag = None;
    }

    /// Takes the open flag of the diary, or of the check on the screen.
    pub(in crate::state) fn raise(&mut self, of_diary: Option<Flag>, check: &CheckDesk) {
        let run = check.run();
        let urgent = check.urgency().is_some_and(|u| u >= Urgency::SameDay);
        let new = check.saved().is_none() && self.gate.seen_check.as_ref() != Some(run.answers());
        let same = self
            .gate
            .flag
            .as_ref()
            .is_some_and(|f| f.raised == Raised::OnScreen);
        if urgent && new {
            if !same && let Some(urgency) = check.urgency() {
                let rules = check.assessment().into_iter().flat_map(|a| &a.fired);
                let mut rules: Vec<_> = rules.filter(|r| r.urgency >= Urgency::SameDay).collect();
                rules.sort_by_key(|rule| std::cmp::Reverse(rule.urgency));
                self.gate.flag = Some(Flag {
                    urgency,
                    raised: Raised::OnScreen,
                    when: None,
                    rules: rules.into_iter().map(|r| r.rule.clone()).collect(),
                });
            }
        } else if self.gate.flag != of_diary {
            self.gate.flag = of_diary;
        }
    }
}
