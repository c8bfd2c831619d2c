//! From the press to the stretch to the entry: what a step with a cramp does to
//! the rest of the program.

use super::CrampView;
use crate::action::{CheckStep, CrampStep, StretchStep};
use crate::clock::Moment;
use crate::content::NowSign;
use crate::diary::entry::{Entry, EntryId, Lasted, Session};
use crate::diary::{Edit, link};
use crate::job::Job;
use crate::notice::{Remedy, Tone};
use crate::screen::Screen;
use crate::state::{DiaryPage, Stage, State};
use crate::triage::{Answer, Answers};

impl State {
    /// Is a cramp at hand: its pages, or the stretch for it?
    pub(in crate::state) fn is_at_hand(&self) -> bool {
        match self.screen {
            Screen::Now => self.cramp.view().is_some(),
            Screen::Stretch => self.cramp.current.is_some(),
            Screen::Guide
            | Screen::Check
            | Screen::Diary
            | Screen::Trends
            | Screen::Settings
            | Screen::Help => false,
        }
    }

    /// Takes a step with a cramp.
    pub(in crate::state) fn cramp_step(&mut self, step: CrampStep, now: &Moment) -> Vec<Job> {
        let job = match step {
            CrampStep::Press => {
                self.open(Screen::Now);
                self.cramp.press(now)
            }
            CrampStep::View(view) => {
                self.show_cramp(view);
                None
            }
            CrampStep::NoSigns(id) => return self.stretch_for(id, now),
            CrampStep::Sign(id) => return self.sign(&id, now),
            CrampStep::NotSure => {
                self.check.apply(CheckStep::Restart, &self.library);
                self.check.apply(CheckStep::Begin, &self.library);
                self.leave_signs();
                self.open(Screen::Check);
                None
            }
            CrampStep::Tell(id, told) => self.cramp.tell(id, told, now),
            CrampStep::Save(id) => return self.save_cramp(id, now),
            CrampStep::Finish(id) => {
                if let Some(begun) = self.cramp.get(id) {
                    let mut begun = begun.clone();
                    begun.pain_peak = begun.worst();
                    self.diary_page = DiaryPage::New(Box::new(begun));
                    self.open(Screen::Diary);
                }
                None
            }
            CrampStep::Discard(id) => {
                self.discard_cramp(id);
                return self.cramp.tick(&self.diary, now);
            }
            CrampStep::Ended(id, lasted) => return self.end_entry(id, lasted, now),
        };
        job.into_iter().collect()
    }

    fn show_cramp(&mut self, view: Option<CrampView>) {
        if let Some(view) = view {
            self.cramp.current = Some(view.id());
            self.open(Screen::Now);
        }
        self.cramp.view = view;
    }

    /// Back on the Now screen the cramp is there, not the signs.
    fn leave_signs(&mut self) {
        let id = self.cramp.view().map(CrampView::id);
        self.cramp.view = id.map(CrampView::Cramp);
    }

    /// None of the signs: the stretch starts, at once where nothing stands
    /// before it.
    fn stretch_for(&mut self, id: EntryId, now: &Moment) -> Vec<Job> {
        let Some(begun) = self.cramp.get(id).cloned() else {
            return Vec::new();
        };
        if let Some(open) = self.cramp.open.iter_mut().find(|open| open.id == id) {
            open.is_clear = true;
        }
        self.cramp.current = Some(id);
        self.cramp.view = Some(CrampView::Cramp(id));
        self.stretch.set_cramp(true);
        if begun.side.is_some() {
            self.stretch.apply(StretchStep::Sore(begun.side), now);
        }
        let at = begun.seconds_until(now.wall.timestamp());
        let fresh = |secs: u32| at.saturating_sub(secs) <= 30 * 60;
        let last = begun.samples.last().filter(|last| fresh(last.after_secs));
        if let Some(last) = last {
            let before = Some(last.pain.get());
            self.stretch.apply(StretchStep::Before(before), now);
        }
        self.open(Screen::Stretch);
        self.cramp.starts = true;
        self.start_when_clear(now)
    }

    /// Starts the stretch of a cramp as soon as nothing stands before it: the
    /// safety list, an open warning sign, a session that was interrupted. Where
    /// rest was advised, or pain has to be told, the person decides.
    pub(in crate::state) fn start_when_clear(&mut self, now: &Moment) -> Vec<Job> {
        let desk = &self.stretch;
        let is_clear = self.cramp.starts
            && self.screen == Screen::Stretch
            && desk.interrupted().is_none()
            && desk.stage() == Stage::SetUp;
        if !is_clear {
            return Vec::new();
        }
        self.cramp.starts = false;
        if desk.waits_for_pain() || desk.rest(now).is_some() {
            return Vec::new();
        }
        self.stretch.set_cramp(true);
        self.step(StretchStep::Start, now)
    }

    /// A screen is left: what was to start by itself no longer does.
    pub(in crate::state) fn leave_for(&mut self, screen: Screen) {
        if screen != Screen::Stretch {
            self.cramp.starts = false;
        }
    }

    /// A sign is true: Check tells what to do, and the gate of the stretch is
    /// closed by it.
    fn sign(&mut self, id: &str, now: &Moment) -> Vec<Job> {
        let sign = self.library.now_signs().iter().find(|sign| sign.id == id);
        let Some(answers) = sign.map(answers_of) else {
            return Vec::new();
        };
        self.leave_signs();
        self.open(Screen::Check);
        let mut jobs = self.check_step(CheckStep::With(answers), now);
        jobs.extend(self.check_step(CheckStep::Finish, now));
        jobs
    }

    fn save_cramp(&mut self, id: EntryId, now: &Moment) -> Vec<Job> {
        let proposed = self.cramp.proposed(id);
        let Some(episode) = proposed.and_then(|begun| begun.episode(now)) else {
            return Vec::new();
        };
        self.edit(Edit::Create(Entry::from(episode)), now)
    }

    /// A cramp that came into the diary is not open any more.
    pub(in crate::state) fn cramp_created(&mut self, id: EntryId) {
        self.cramp.is_saved(id);
    }

    fn discard_cramp(&mut self, id: EntryId) {
        if let Some(begun) = self.cramp.discard(id) {
            let at = begun.started_at.map(|when| when.civil());
            let at = at.map_or_else(String::new, |at| self.say_when(at, " of {time}"));
            self.stretch.set_cramp(false);
            self.notices.tell(
                "cramp",
                Tone::Info,
                format!("The cramp{at} was discarded."),
                Some(Remedy::KeepCramp),
            );
        }
    }

    /// Brings back the cramp that was put aside.
    pub(in crate::state) fn restore_cramp(&mut self) -> Vec<Job> {
        self.cramp.restore().into_iter().collect()
    }

    /// "Did it stop?": the length of an entry that was still going; none: it
    /// goes on.
    fn end_entry(&mut self, id: EntryId, secs: Option<u32>, now: &Moment) -> Vec<Job> {
        let Some(secs) = secs else {
            self.cramp.asked.insert(id);
            return Vec::new();
        };
        let entry = self.diary.get(id).cloned();
        let Some(episode) = entry.as_ref().and_then(|entry| entry.as_episode()) else {
            return Vec::new();
        };
        let mut episode = episode.clone();
        episode.duration = Lasted::Seconds(secs);
        self.diary.apply(Edit::Change(Entry::from(episode)), now)
    }

    /// Joins a session that is over to the cramp it was done for: the id of the
    /// cramp into the session, the pain before and after into the cramp.
    pub(in crate::state) fn join_session(&mut self, entry: &mut Session) -> Vec<Job> {
        let start = entry.started_at.instant();
        let of_diary = link::episode_at(&self.diary, start);
        let open = self.cramp.stretched_at(start);
        // Whichever began later, unless the stretch was started from this one.
        let newer = open.filter(|open| {
            let chosen = self.cramp.current.is_some() && open.id == self.cramp.current;
            let began = open.instant();
            chosen || of_diary.is_none_or(|diary| Some(diary.started_at.instant()) <= began)
        });
        let Some(id) = newer.and_then(|begun| begun.id) else {
            entry.episode = of_diary.map(|episode| episode.id);
            return Vec::new();
        };
        entry.episode = Some(id);
        let (before, after) = (entry.pain_before, entry.pain_after);
        let ended = entry.logged_at.instant();
        let job = self.cramp.change(id, |begun| {
            let at = begun.seconds_until(start);
            let told = begun
                .samples
                .iter()
                .any(|s| s.after_secs.abs_diff(at) < 30 * 60);
            if let Some(before) = before.filter(|_| !told) {
                begun.note_pain(before, start);
            }
            if let Some(after) = after {
                begun.note_pain(after, ended);
            }
        });
        job.into_iter().collect()
    }

    /// After the stretch of a cramp: how it is now.
    pub(in crate::state) fn after_stretch(&mut self) {
        let id = self
            .cramp
            .current
            .filter(|id| self.cramp.get(*id).is_some());
        if let Some(id) = id
            && !self.cramp.starts
            && self.screen == Screen::Stretch
        {
            self.cramp.view = Some(CrampView::Cramp(id));
            self.open(Screen::Now);
        }
    }
}

fn answers_of(sign: &NowSign) -> Answers {
    let answers = sign.answers.iter();
    answers
        .map(|(finding, option)| (finding.clone(), Answer::option(option)))
        .collect()
}
