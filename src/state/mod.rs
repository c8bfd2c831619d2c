//! All that outlives a frame. It only routes: each noun owns its own
//! transitions, and nothing here draws, reads a clock or touches a file.

mod check;
mod desktop;
mod exchange;
mod guide;
mod print;
mod remedy;
mod reminder;
mod settings;
mod sound;
mod stretch;
mod tell;
mod turn;

use std::sync::Arc;
use std::time::Duration;

pub use self::check::{CheckDesk, CheckView};
pub use self::desktop::{Closing, DesktopDesk, Posts, SettingsPart, WindowStep};
pub use self::exchange::{ExchangeDesk, Preview};
pub use self::guide::{GuidePage, GuideTrail};
pub use self::print::{PrintDesk, PrintSheet, PrintStep, Problem, Waiting};
pub use self::reminder::ReminderDesk;
pub use self::sound::{SoundDesk, Try};
pub use self::stretch::{GATE_DAYS, GatePage, Rest, Stage, StretchDesk, Suggestion};
pub use self::turn::{PLATES, Turn};
use crate::action::{Action, CheckStep, StretchStep};
use crate::clock::Moment;
use crate::content::{Library, Region};
use crate::diary::begun::Begun;
use crate::diary::entry::EntryId;
use crate::diary::when::When;
use crate::diary::{Diary, Edit, link};
use crate::exchange::job::ExchangeJob;
use crate::job::{Job, Report};
use crate::notice::Notices;
use crate::screen::Screen;
use crate::settings::{BY_LOCALE, Settings};

/// A page of the diary.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum DiaryPage {
    /// The list by day.
    #[default]
    List,
    /// The log sheet for a new episode, of which so much is known.
    New(Box<Begun>),
    /// The sheet of this entry.
    Edit(EntryId),
    /// Files that need a look.
    Files,
    /// Deleted entries.
    Trash,
    /// Taking the diary out, bringing something in, backups.
    Exchange,
}

/// All that outlives a frame.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct State {
    /// All content.
    pub library: Arc<Library>,
    /// What a person has chosen.
    pub settings: Settings,
    /// Where a person is.
    pub screen: Screen,
    /// Where in the guide.
    pub guide: GuideTrail,
    /// The check of symptoms.
    pub check: CheckDesk,
    /// The stretch.
    pub stretch: StretchDesk,
    /// Saving pages as PDF.
    pub print: PrintDesk,
    /// Sound, voice and the screen kept on.
    pub sound: SoundDesk,
    /// The window among others.
    pub desktop: DesktopDesk,
    /// What was reminded of.
    pub reminders: ReminderDesk,
    /// The diary.
    pub diary: Diary,
    /// Where in the diary.
    pub diary_page: DiaryPage,
    /// Taking the diary out and in.
    pub exchange: ExchangeDesk,
    /// When the cramp began that was stamped with "It's cramping now".
    pub cramp: Option<When>,
    /// What a person must be told.
    pub notices: Notices,
    /// The window fills the screen.
    pub full_screen: bool,
    /// The sheet of shortcuts is open.
    pub shows_shortcuts: bool,
    /// How often "find" was asked for; screens compare.
    pub finds: u64,
    /// The data folder, as text.
    pub data_folder: String,
    /// The locale of the system, such as `de_DE.UTF-8`; may be empty.
    pub locale: String,
    /// The window fills the screen because a stretch began.
    filled_by_stretch: bool,
    warned_of_unsaved: bool,
}

impl State {
    /// The state at the start of the program, before the diary is read.
    pub fn new(library: Arc<Library>, settings: Settings, data_folder: String) -> Self {
        let stretch = StretchDesk::new(Arc::clone(&library), &settings);
        let screen = Screen::default();
        Self {
            library,
            settings,
            screen,
            guide: GuideTrail::default(),
            check: CheckDesk::default(),
            stretch,
            print: PrintDesk::default(),
            sound: SoundDesk::default(),
            desktop: DesktopDesk::default(),
            reminders: ReminderDesk::default(),
            diary: Diary::default(),
            diary_page: DiaryPage::default(),
            exchange: ExchangeDesk::default(),
            cramp: None,
            notices: Notices::default(),
            full_screen: false,
            shows_shortcuts: false,
            finds: 0,
            data_folder,
            locale: String::new(),
            filled_by_stretch: false,
            warned_of_unsaved: false,
        }
    }

    /// What the IO thread is asked for first.
    pub fn start(&self) -> Vec<Job> {
        let only_if_due = true;
        vec![
            Job::Load,
            Job::Exchange(ExchangeJob::BackUp { only_if_due }),
        ]
    }

    /// The region whose emergency number is shown.
    pub fn region(&self) -> &Region {
        if self.settings.region == BY_LOCALE
            && let Some(region) = self.library.region_of_locale(&self.locale)
        {
            return region;
        }
        self.library.region(&self.settings.region)
    }

    /// Is a session running, with its view filling the window?
    pub fn is_on_the_floor(&self) -> bool {
        self.screen == Screen::Stretch && self.stretch.stage() == Stage::Floor
    }

    /// What is known of the cramp that was stamped.
    fn begun(&self) -> Begun {
        self.cramp.clone().map_or_else(Begun::default, Begun::at)
    }

    /// Turns to the page before or after this one, where there is one.
    fn turn(&mut self, turn: Turn) {
        if let Some((page, _)) = turn.from(&self.library, self.guide.here()) {
            self.guide.open(page);
        }
    }

    /// Carries out a wish. Returns what the IO thread has to do.
    pub fn apply(&mut self, action: Action, now: &Moment) -> Vec<Job> {
        match action {
            Action::Open(screen) => self.open(screen),
            Action::Guide(page) => {
                self.guide.open(page);
                self.open(Screen::Guide);
            }
            Action::GuideBack if self.screen == Screen::Guide => self.guide.back(),
            Action::GuideTurn(turn) if self.screen == Screen::Guide => self.turn(turn),
            Action::GuideBack | Action::GuideTurn(_) => {}
            Action::DiaryPage(page) => return self.diary_page(page),
            Action::CrampNow => {
                self.cramp = Some(When::from(&now.wall));
                self.stretch.set_cramp(true);
            }
            Action::ForgetCramp => {
                self.cramp = None;
                self.stretch.set_cramp(false);
            }
            Action::NewEntry => {
                self.diary_page = DiaryPage::New(Box::new(self.begun()));
                self.open(Screen::Diary);
            }
            Action::EditEntry(id) => {
                self.diary_page = DiaryPage::Edit(id);
                self.open(Screen::Diary);
            }
            Action::Diary(edit) => return self.edit(*edit, now),
            Action::Undo => return self.diary.apply(Edit::Undo, now),
            Action::Redo => return self.diary.apply(Edit::Redo, now),
            Action::Check(step) => return self.check_step(step, now),
            Action::Stretch(step) => return self.step(step, now),
            Action::Print(step) => return self.print(step, now),
            Action::Exchange(step) => return self.exchange_step(*step),
            Action::Settings(settings) => return self.choose(*settings),
            Action::Mute => return self.mute(),
            Action::TrySound(sound) => self.sound.try_out(Try::Sound(sound)),
            Action::TryVoice => self.sound.try_out(Try::Voice),
            Action::Find => self.find(),
            Action::Window(step) => self.window_step(step),
            Action::Zoom(step) => return self.zoom(step),
            Action::FullScreen => {
                self.filled_by_stretch = false;
                self.full_screen = !self.full_screen;
            }
            Action::Shortcuts => self.shows_shortcuts = !self.shows_shortcuts,
            Action::Dismiss(id) => {
                self.notices.dismiss(id);
            }
            Action::Remedy(id, remedy) => return self.remedy(id, remedy, now),
        }
        Vec::new()
    }

    /// Takes what the IO thread tells.
    pub fn receive(&mut self, report: Report) {
        self.tell(&report);
        if let Report::Interrupted(kept) = &report {
            self.stretch.interrupted_by_crash(kept);
        }
        self.hear(&report);
        self.hear_desktop(&report);
        self.diary.receive(report);
    }

    /// Moves on what moves by itself: the session. Returns what the IO thread
    /// has to do.
    pub fn tick(&mut self, now: &Moment) -> Vec<Job> {
        self.look_back(now);
        self.look_at_the_hour(now);
        self.remind(now);
        self.stretch.tick(now);
        if self.filled_by_stretch && !self.is_on_the_floor() {
            self.filled_by_stretch = false;
            self.full_screen = false;
        }
        self.stretch.keep(now).into_iter().collect()
    }

    /// How long until something visible changes by itself; none: nothing will.
    pub fn next_wake(&self, now: &Moment) -> Option<Duration> {
        let stretch = self.stretch.next_wake(now);
        let others = [self.until_night_turns(now), self.until_reminder(now)];
        stretch
            .into_iter()
            .chain(others.into_iter().flatten())
            .min()
    }

    fn open(&mut self, screen: Screen) {
        let leaves_diary = self.screen == Screen::Diary && screen != Screen::Diary;
        if leaves_diary
            && matches!(
                self.diary_page,
                DiaryPage::Files | DiaryPage::Trash | DiaryPage::Exchange
            )
        {
            self.diary_page = DiaryPage::List;
        }
        self.screen = screen;
    }

    fn find(&mut self) {
        match self.screen {
            Screen::Diary => self.diary_page = DiaryPage::List,
            Screen::Guide => self.guide.open(GuidePage::Home),
            Screen::Now
            | Screen::Check
            | Screen::Stretch
            | Screen::Trends
            | Screen::Settings
            | Screen::Help => {
                self.guide.open(GuidePage::Home);
                self.screen = Screen::Guide;
            }
        }
        self.finds += 1;
    }

    fn edit(&mut self, edit: Edit, now: &Moment) -> Vec<Job> {
        if matches!(edit, Edit::Create(_))
            && self.diary_page == DiaryPage::New(Box::new(self.begun()))
        {
            self.cramp = None; // it is logged now
        }
        self.diary.apply(edit, now)
    }

    fn check_step(&mut self, step: CheckStep, now: &Moment) -> Vec<Job> {
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

    fn step(&mut self, step: StretchStep, now: &Moment) -> Vec<Job> {
        let drags = matches!(step, StretchStep::Options(_));
        if step == StretchStep::FlagSeen {
            self.stretch.see_flag(self.check.run().answers(), now);
        }
        let starts = step == StretchStep::Start;
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
                let start = entry.started_at.instant();
                entry.episode = link::episode_at(&self.diary, start).map(|episode| episode.id);
                self.diary.apply(Edit::Create(entry.into()), now)
            }
            None => Vec::new(),
        };
        self.look_back(now);
        if !drags {
            jobs.extend(self.remember_stretch());
        }
        // After the entry, so that no moment has neither.
        jobs.extend(self.stretch.keep(now));
        jobs
    }

    /// Lets the stretch follow the diary and the check.
    fn look_back(&mut self, now: &Moment) {
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
        self.settings = settings;
        Some(Job::SaveSettings(Box::new(self.settings.clone())))
    }
}
