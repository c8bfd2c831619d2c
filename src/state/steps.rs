//! What a step in Check or in the stretch does to the rest: the diary, the
//! settings, the window.

use super::{State, tell};
use crate::action::{CheckStep, StretchStep};
use crate::clock::Moment;
use crate::diary::Edit;
use crate::job::Job;
use crate::screen::Screen;

impl State {
    pub(super) fn check_step(&mut self, step: CheckStep, now: &Moment) -> Vec<Job> {
        if step == CheckStep::Save {
            let entry = self.check.to_entry(&self.library, now);
            return entry.map_or_else(Vec::new, |entry| self.diary.apply(Edit::Create(entry), now));
        }
        if let CheckStep::Reopen(id) = &step {
            let entry = self.diary.get(*id).cloned();
            if let Some(check) = entry.as_ref().and_then(|e| e.as_check()) {
                self.check.reopen(check, &self.library);
            }
            self.open(Screen::Check);
        }
        if matches!(step, CheckStep::Prefill(_)) {
            self.open(Screen::Check);
        }
        self.check.apply(step, &self.library);
        self.look_back(now);
        Vec::new()
    }

    pub(super) fn step(&mut self, step: StretchStep, now: &Moment) -> Vec<Job> {
        let drags = matches!(step, StretchStep::Options(_));
        if step == StretchStep::FlagSeen {
            self.stretch.see_flag(self.check.run().answers(), now);
        }
        let starts = step == StretchStep::Start;
        let ends = matches!(step, StretchStep::Finish { .. } | StretchStep::Discard);
        let entry = self.stretch.apply(step, now);
        if starts && self.settings.full_screen_stretch && self.is_on_the_floor() {
            self.filled_by_stretch = !self.full_screen;
            self.full_screen = true;
        }
        if self.stretch.interrupted().is_none() {
            self.notices.settle(tell::SESSION);
        }
        let mut jobs = match entry {
            Some(mut entry) => {
                let mut jobs = self.join_session(&mut entry);
                jobs.extend(self.diary.apply(Edit::Create(entry.into()), now));
                jobs
            }
            None => Vec::new(),
        };
        self.look_back(now);
        if !drags {
            jobs.extend(self.remember_stretch());
        }
        // After the entry, so that no moment has neither.
        jobs.extend(self.stretch.keep(now));
        if ends {
            self.after_stretch();
        }
        jobs.extend(self.start_when_clear(now));
        jobs
    }

    /// Lets the stretch follow the diary and the check.
    pub(super) fn look_back(&mut self, now: &Moment) {
        let flag = self.stretch.look_back(&self.diary, now);
        self.stretch.raise(flag, &self.check);
    }

    /// Keeps what was chosen for the stretch. Lengths that are dragged are kept
    /// with the next step, so that a drag is not a hundred writes.
    fn remember_stretch(&mut self) -> Option<Job> {
        let mut settings = self.settings.clone();
        self.stretch.remember(&mut settings);
        if settings == self.settings {
            return None;
        }
        Some(self.keep_settings(settings))
    }
}
