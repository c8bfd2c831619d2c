//! Reminders in the window and on the desktop: asked when they are due, while
//! no stretch runs.

use std::time::Duration;

use jiff::civil::Date;

use super::{DiaryPage, State};
use crate::clock::Moment;
use crate::desktop::Post;
use crate::diary::Diary;
use crate::diary::entry::Entry;
use crate::notice::{Remedy, Tone};
use crate::reminder::{Asker, Kind};
use crate::screen::Screen;
use crate::triage::Urgency;

/// What was asked, and what the desktop is to be told.
#[derive(Clone, Debug, Default)]
pub struct ReminderDesk {
    asker: Asker,
    posts: Vec<Post>,
    /// The day to check again, for a revision of the diary.
    recheck: Option<(u64, Option<Date>)>,
}

impl ReminderDesk {
    /// Takes the notifications that are to be shown since the last call.
    pub fn take_posts(&mut self) -> Vec<Post> {
        std::mem::take(&mut self.posts)
    }

    /// The day to check again, if the last check said one.
    pub fn recheck(&self) -> Option<Date> {
        self.recheck.and_then(|(_, day)| day)
    }
}

/// The day to check again, by the newest check. One that led to help today is
/// not about checking again.
fn recheck(diary: &Diary) -> Option<Date> {
    let check = diary.entries().iter().rev().find_map(|e| e.as_check())?;
    (check.urgency < Urgency::SameDay)
        .then(|| check.urgency.deadline(check.logged_at.civil().date()))
}

/// Is the matter of a reminder done, on its day or since?
fn is_done(diary: &Diary, kind: Kind, day: Date) -> bool {
    let mut entries = diary.on(day).iter();
    match kind {
        Kind::Daily => entries.any(|e| matches!(e.as_ref(), Entry::Day(_) | Entry::Episode(_))),
        Kind::Stretch => {
            let next = day.tomorrow().unwrap_or(day);
            let all = entries.chain(diary.on(next));
            all.into_iter()
                .any(|e| matches!(e.as_ref(), Entry::Session(_)))
        }
        // A new check says a new day.
        Kind::Recheck => false,
    }
}

impl State {
    /// Asks what is due.
    pub(super) fn remind(&mut self, now: &Moment) {
        if !self.diary.is_loaded() || self.is_on_the_floor() {
            return;
        }
        let revision = self.diary.revision();
        if self.reminders.recheck.is_none_or(|(of, _)| of != revision) {
            self.reminders.recheck = Some((revision, recheck(&self.diary)));
        }
        let diary = &self.diary;
        let due = self.reminders.asker.due(
            &self.settings.reminders,
            self.reminders.recheck.and_then(|(_, day)| day),
            &now.wall,
            |kind, day| is_done(diary, kind, day),
        );
        for kind in due {
            self.ask_to(kind);
        }
    }

    fn ask_to(&mut self, kind: Kind) {
        let remedy = match kind {
            Kind::Daily => Remedy::LookBack,
            Kind::Stretch => Remedy::ToStretch,
            Kind::Recheck => Remedy::ToCheck,
        };
        self.notices
            .tell(kind.key(), Tone::Info, kind.sentence(), Some(remedy));
        if self.desktop.is_focused {
            return; // it is seen in the window
        }
        self.post(kind.key(), kind.sentence());
    }

    /// Tells the desktop; in discreet mode no more than that there is something.
    fn post(&mut self, id: &'static str, text: &'static str) {
        let discreet = self.settings.discreet;
        self.reminders.posts.push(Post {
            id,
            sender: self.title(),
            title: if discreet { "Reminder" } else { "Unclench" },
            text: if discreet {
                "Something you planned for now."
            } else {
                text
            },
            icon: !discreet,
        });
    }

    /// Shows a notification for a look at it.
    pub(super) fn try_post(&mut self) {
        self.post("remind-try", "This is how a reminder looks.");
    }

    /// Goes where a reminder leads.
    pub(super) fn open_reminder(&mut self, kind: Kind) {
        self.notices.settle(kind.key());
        match kind {
            Kind::Daily => {
                self.diary_page = DiaryPage::List;
                self.open(Screen::Diary);
            }
            Kind::Stretch => self.open(Screen::Stretch),
            Kind::Recheck => self.open(Screen::Check),
        }
        self.desktop.wants_focus = true;
    }

    /// How long until the time is to be looked at for a reminder.
    pub(super) fn until_reminder(&self, now: &Moment) -> Option<Duration> {
        Asker::next(
            &self.settings.reminders,
            self.reminders.recheck(),
            &now.wall,
        )
    }
}
