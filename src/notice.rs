//! What a person must be told, and the way out.
//!
//! A notice waits to be read: it goes away when it is dismissed, when its
//! action is pressed, or when a newer notice about the same thing replaces it.

/// How serious a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something went well: "Saved".
    Good,
    /// Something to know.
    Info,
    /// Something to do.
    Warning,
}

/// What the button on a notice does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Takes back the last change to the diary.
    Undo,
    /// Brings back the cramp that was put aside.
    KeepCramp,
    /// Tries the writes that failed once more.
    Retry,
    /// Opens the list of files that could not be read.
    ShowDamaged,
    /// Opens "Get help".
    ShowHelp,
    /// Opens the page that was saved last.
    OpenPage,
    /// Opens the stretch, which asks what to do with the interrupted session.
    ShowSession,
    /// Opens the settings of sound and voice.
    SoundSettings,
    /// Opens the settings at the note of the last crash.
    ShowCrash,
    /// Opens the diary, to look back on the day.
    LookBack,
    /// Opens the stretch.
    ToStretch,
    /// Opens the check.
    ToCheck,
    /// Moves what was just brought in to the trash.
    UndoImport,
    /// Opens the page of imports, exports and backups.
    ShowExchange,
}

impl Remedy {
    /// The word on the button.
    pub fn word(self) -> &'static str {
        match self {
            Self::Undo | Self::UndoImport | Self::KeepCramp => "Undo",
            Self::Retry => "Try again",
            Self::ShowDamaged => "Show files",
            Self::ShowHelp => "Get help",
            Self::OpenPage => "Open it",
            Self::ShowSession => "Show it",
            Self::SoundSettings => "Sound settings",
            Self::ShowExchange => "Show backups",
            Self::ShowCrash => "Show the note",
            Self::LookBack => "Look back",
            Self::ToStretch => "Stretch",
            Self::ToCheck => "Check",
        }
    }
}

/// Tells notices apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeId(u64);

/// One thing to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Which one.
    pub id: NoticeId,
    /// What it is about; a newer notice about the same topic replaces it.
    pub topic: &'static str,
    /// How serious.
    pub tone: Tone,
    /// One or two plain sentences.
    pub text: String,
    /// What can be done, if anything.
    pub remedy: Option<Remedy>,
}

/// The notices that wait, oldest first; at most [`Notices::MOST`].
#[derive(Clone, Debug, Default)]
pub struct Notices {
    list: Vec<Notice>,
    next: u64,
}

impl Notices {
    /// More than this many at once would cover the page: the oldest of the
    /// least serious ones goes first.
    pub const MOST: usize = 3;

    /// The notices that wait, oldest first.
    pub fn list(&self) -> &[Notice] {
        &self.list
    }

    /// Tells something; replaces an older notice about the same `topic`.
    pub fn tell(
        &mut self,
        topic: &'static str,
        tone: Tone,
        text: impl Into<String>,
        remedy: Option<Remedy>,
    ) {
        self.list.retain(|n| n.topic != topic);
        while self.list.len() >= Self::MOST {
            let at = self
                .list
                .iter()
                .position(|n| n.tone != Tone::Warning)
                .unwrap_or(0);
            self.list.remove(at);
        }
        let id = NoticeId(self.next);
        self.next += 1;
        self.list.push(Notice {
            id,
            topic,
            tone,
            text: text.into(),
            remedy,
        });
    }

    /// Takes away what was told about a topic: it has been dealt with.
    pub fn settle(&mut self, topic: &str) {
        self.list.retain(|n| n.topic != topic);
    }

    /// Takes a notice away and says what it was.
    pub fn dismiss(&mut self, id: NoticeId) -> Option<Notice> {
        let at = self.list.iter().position(|n| n.id == id)?;
        Some(self.list.remove(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_notice_replaces_one_about_the_same_thing() {
        let mut notices = Notices::default();
        notices.tell("entry", Tone::Good, "Saved.", None);
        notices.tell("entry", Tone::Good, "Deleted.", Some(Remedy::Undo));
        assert_eq!(notices.list().len(), 1, "one about the entry");
        assert_eq!(notices.list()[0].text, "Deleted.", "the newer one");
    }

    #[test]
    fn a_warning_outlives_good_news() {
        let mut notices = Notices::default();
        notices.tell("disk", Tone::Warning, "The disk is full.", None);
        for topic in ["a", "b", "c", "d"] {
            notices.tell(topic, Tone::Good, "Saved.", None);
        }
        assert_eq!(notices.list().len(), Notices::MOST, "never more");
        assert_eq!(notices.list()[0].topic, "disk", "the warning stays");
    }

    #[test]
    fn dismissing_takes_away_that_one() {
        let mut notices = Notices::default();
        notices.tell("a", Tone::Info, "One.", None);
        notices.tell("b", Tone::Info, "Two.", None);
        let id = notices.list()[0].id;
        assert_eq!(notices.dismiss(id).map(|n| n.topic), Some("a"), "the first");
        assert_eq!(notices.dismiss(id), None, "only once");
        assert_eq!(notices.list().len(), 1, "the other stays");
        notices.settle("b");
        assert!(notices.list().is_empty(), "dealt with");
    }
}
