//! The ways out that a notice offers, and what is asked before the window
//! closes on something unsaved.

use super::{DiaryPage, SettingsPart, State, WindowStep};
use crate::clock::Moment;
use crate::diary::entry::EntryId;
use crate::diary::{Edit, SaveState};
use crate::job::Job;
use crate::notice::{NoticeId, Remedy, Tone};
use crate::reminder::Kind;
use crate::screen::Screen;

impl State {
    /// Says no to the first wish to close while something could not be saved.
    pub fn refuses_to_close(&mut self) -> bool {
        let has_failed = self.diary.has_failed() || self.cramp.has_failed();
        let refuses = has_failed && !self.warned_of_unsaved;
        if refuses {
            self.warned_of_unsaved = true;
            self.notices.tell(
                "unsaved",
                Tone::Warning,
                "Some entries are not saved yet. Try again, or close once more to leave them.",
                Some(Remedy::Retry),
            );
        }
        refuses
    }

    pub(super) fn remedy(&mut self, id: NoticeId, remedy: Remedy, now: &Moment) -> Vec<Job> {
        self.notices.dismiss(id);
        match remedy {
            Remedy::Undo => return self.undo(now),
            Remedy::KeepCramp => return self.restore_cramp(),
            Remedy::Retry => return self.retry(now),
            Remedy::ShowDamaged => {
                self.diary_page = DiaryPage::Files;
                self.open(Screen::Diary);
            }
            Remedy::ShowHelp => self.open(Screen::Help),
            Remedy::OpenPage => return self.open_saved(),
            Remedy::ShowSession => self.open(Screen::Stretch),
            Remedy::SoundSettings => self.window_step(WindowStep::Settings(SettingsPart::Sound)),
            Remedy::ShowCrash => self.window_step(WindowStep::Settings(SettingsPart::About)),
            Remedy::LookBack => self.open_reminder(Kind::Daily),
            Remedy::ToStretch => self.open_reminder(Kind::Stretch),
            Remedy::ToCheck => self.open_reminder(Kind::Recheck),
            Remedy::UndoImport => return self.undo_import(now),
            Remedy::ShowExchange => {
                self.open(Screen::Diary);
                return self.diary_page(DiaryPage::Exchange);
            }
        }
        Vec::new()
    }

    /// Tries to save once more whatever could not be saved.
    fn retry(&mut self, now: &Moment) -> Vec<Job> {
        self.warned_of_unsaved = false;
        let failed: Vec<EntryId> = self
            .diary
            .unsaved()
            .filter(|id| matches!(self.diary.state(*id), SaveState::Failed(_)))
            .collect();
        let entries = failed.into_iter();
        let mut jobs: Vec<Job> = entries
            .flat_map(|id| self.diary.apply(Edit::Retry(id), now))
            .collect();
        jobs.extend(self.cramp.keep_again());
        jobs
    }
}
