//! The signs of danger in the attack that was saved last: found at once,
//! whoever saved it, and told until the person has seen them.

use super::State;
use crate::action::SignStep;
use crate::clock::Moment;
use crate::diary::Edit;
use crate::diary::entry::Entry;
use crate::diary::sign::Signs;
use crate::notice::{Remedy, Tone};
use crate::screen::Screen;

impl State {
    /// Puts an attack that is being saved to the rules of Check.
    pub(super) fn look_for_signs(&mut self, edit: &Edit, now: &Moment) {
        let (Edit::Create(Entry::Episode(episode)) | Edit::Change(Entry::Episode(episode))) = edit
        else {
            return;
        };
        self.signs = Signs::of(episode, &self.library, now.wall.timestamp());
        self.notices.settle("sign");
        // The diary shows them itself; elsewhere a notice leads there.
        if self.screen != Screen::Diary
            && let Some(urgency) = self.signs.as_ref().and_then(Signs::urgency)
        {
            let said = format!(
                "What you wrote down holds a warning sign: {}. The diary says more.",
                urgency.label().to_lowercase()
            );
            self.notices
                .tell("sign", Tone::Warning, said, Some(Remedy::ShowHelp));
        }
    }

    /// Answers a question about the signs, or puts them away.
    pub(super) fn sign_step(&mut self, step: SignStep) {
        match step {
            SignStep::Answer(finding, answer) => {
                if let Some(signs) = &mut self.signs {
                    signs.answer(&finding, answer, &self.library);
                }
            }
            SignStep::Seen => {
                self.signs = None;
                self.notices.settle("sign");
            }
        }
    }
}
