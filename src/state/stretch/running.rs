//! The session while it runs: moved on, kept in a file in case of a crash, and
//! taken up again. What is asked before and after it is told elsewhere.

use std::time::Duration;

use super::{StretchDesk, entry};
use crate::clock::Moment;
use crate::diary::entry::Session as SessionEntry;
use crate::job::Job;
use crate::stretch::{Command, Cue, Kept, Session, Status, StopReason, Visual};

/// A session that runs is kept this often, and whenever a phase begins.
const KEEP_EVERY: Duration = Duration::from_secs(10);

/// Knows what of the session is in the file.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Keeper {
    /// Phase, status and eases at the last write, and its ticks.
    written: Option<(usize, Status, u32, Duration)>,
}

impl StretchDesk {
    /// Takes the cues since the last call, for whatever makes them heard.
    pub fn take_cues(&mut self) -> Vec<Cue> {
        std::mem::take(&mut self.heard)
    }

    /// What lies over the window for the eye.
    pub fn visual(&self, now: &Moment) -> Option<Visual> {
        self.visuals.at(now.ticks)
    }

    /// The session of before that is not in the diary, if there is one.
    pub fn interrupted(&self) -> Option<&Kept> {
        self.interrupted.as_ref()
    }

    /// Moves the session on.
    pub fn tick(&mut self, now: &Moment) {
        self.today = Some(now.wall.date());
        if let Some(session) = &mut self.session {
            let cues = session.tick(now);
            self.hear(cues, now);
        }
    }

    /// How long until something is seen or heard by itself. What moves in
    /// between is the window's affair, and only while it is seen.
    pub fn next_wake(&self, now: &Moment) -> Option<Duration> {
        self.session.as_ref()?.next_wake(now)
    }

    fn hear(&mut self, cues: Vec<Cue>, now: &Moment) {
        if let Some(session) = &self.session {
            self.visuals.tell(&cues, session.plan(), now.ticks);
        }
        self.heard.extend(cues);
    }

    /// Starts as chosen. Not while an interrupted session waits for a word:
    /// its file would be lost.
    pub(super) fn begin(&mut self, now: &Moment) {
        if self.interrupted.is_some() {
            return;
        }
        self.heard.clear();
        self.visuals.clear();
        self.session = self.plan().and_then(|plan| Session::start(plan, now));
    }

    pub(super) fn command(&mut self, command: Command, now: &Moment) {
        if let Some(session) = &mut self.session {
            let cues = session.apply(command, now);
            self.hear(cues, now);
        }
    }

    /// Takes in what a crash left behind, unless a session runs here already.
    pub(in crate::state) fn interrupted_by_crash(&mut self, kept: &Kept) {
        if self.session.is_none() {
            self.interrupted = Some(kept.clone());
        }
    }

    /// Goes on with the session that was interrupted, or ended by mistake.
    pub(super) fn take_up(&mut self, now: &Moment) {
        if let Some(session) = &mut self.session {
            session.take_up(now);
            return;
        }
        let Some(kept) = self.interrupted.take() else {
            return;
        };
        self.session = Session::restore(kept.session, now);
        self.before = kept.before;
        self.plan_done = kept.plan;
        if let Some(session) = &self.session
            && self.library.routine(&session.plan().routine).is_some()
        {
            self.routine.clone_from(&session.plan().routine);
        }
    }

    /// The diary's entry of what was done before the interruption.
    pub(super) fn save_interrupted(&mut self, now: &Moment) -> Option<SessionEntry> {
        let kept = self.interrupted.take()?;
        self.note_kept(now);
        let mut session = Session::restore(kept.session, now)?;
        session.apply(Command::Stop(StopReason::Asked), now);
        let mut entry = entry::entry(&session.record(), kept.before, None, &[], now);
        entry.plan = kept.plan;
        Some(entry)
    }

    /// Leaves the session that was interrupted as it is.
    pub(super) fn leave_interrupted(&mut self, now: &Moment) {
        if self.interrupted.take().is_some() {
            self.note_kept(now);
        }
    }

    /// What the IO thread has to do so that a crash loses nothing.
    pub(in crate::state) fn keep(&mut self, now: &Moment) -> Option<Job> {
        if self.interrupted.is_some() {
            return None; // it is in the file
        }
        let kept = self.session.as_ref().and_then(|session| {
            let mark = (session.at(), session.status(), session.eased());
            Some((mark, session.snapshot()?))
        });
        let Some((mark, session)) = kept else {
            return self.keeper.written.take().map(|_| Job::DropSession);
        };
        let runs = session_runs(mark.1);
        let (at, status, eased) = mark;
        let due = self.keeper.written.is_none_or(|(a, s, e, ticks)| {
            let aged = runs && now.ticks.saturating_sub(ticks) >= KEEP_EVERY;
            (a, s, e) != mark || aged
        });
        if !due {
            return None;
        }
        self.keeper.written = Some((at, status, eased, now.ticks));
        Some(Job::KeepSession(Box::new(Kept {
            before: self.before,
            plan: self.plan_done.clone(),
            session,
        })))
    }

    /// The file holds a session of before, which is to be dropped when it has
    /// been dealt with.
    fn note_kept(&mut self, now: &Moment) {
        self.keeper.written = Some((0, Status::Ready, 0, now.ticks));
    }
}

fn session_runs(status: Status) -> bool {
    matches!(status, Status::Running)
}
