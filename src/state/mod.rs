//! All that outlives a frame. It only routes: each noun owns its own
//! transitions, and nothing here draws, reads a clock or touches a file.

mod check;
mod cramp;
mod day;
mod desktop;
mod dialog;
mod doctor;
mod example;
mod exchange;
mod guide;
mod home;
mod intro;
mod overlay;
mod print;
mod remedy;
mod reminder;
mod settings;
mod sign;
mod sound;
mod steps;
mod stretch;
mod tell;
mod turn;

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;

pub use self::check::{CheckDesk, CheckView};
pub use self::cramp::{CrampDesk, CrampView, DueCheck};
pub use self::day::DayDesk;
pub use self::desktop::{Closing, DesktopDesk, Posts, SettingsPart, WindowStep};
pub use self::dialog::{Chosen, DialogDesk};
pub use self::doctor::{DoctorDesk, DoctorStep};
pub use self::exchange::{ExchangeDesk, Preview};
pub use self::guide::{GuidePage, GuideTrail};
pub use self::home::{HomeDesk, HomeStep};
pub use self::intro::IntroCard;
pub use self::overlay::{ManualView, Overlay};
pub use self::print::{PrintDesk, PrintSheet, PrintStep, Problem, Waiting};
pub use self::reminder::ReminderDesk;
pub use self::sound::{SoundDesk, Try};
pub use self::stretch::{GATE_DAYS, GatePage, Rest, Stage, StretchDesk, Suggestion};
pub use self::turn::{PLATES, Turn};
use crate::action::Action;
use crate::clock::Moment;
use crate::content::{Library, Region};
use crate::diary::begun::Begun;
use crate::diary::entry::EntryId;
use crate::diary::sign::Signs;
use crate::diary::{Diary, Edit};
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
    /// The check-in of this date.
    Day(Date),
    /// The look back on the week up to this date.
    Week(Date),
    /// Files that need a look.
    Files,
    /// Deleted entries.
    Trash,
    /// Taking the diary out, bringing something in, backups.
    Exchange,
}

/// All that outlives a frame.
#[derive(Debug)]
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
    /// The doctor's page.
    pub doctor: DoctorDesk,
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
    /// The signs of danger in the attack that was saved last, until seen.
    pub signs: Option<Signs>,
    /// What today and yesterday say.
    pub days: DayDesk,
    /// Taking the diary out and in.
    pub exchange: ExchangeDesk,
    /// The cramps that are not in the diary yet.
    pub cramp: CrampDesk,
    /// The folder the diary lives in.
    pub home: HomeDesk,
    /// The system's dialogs for a path.
    pub dialog: DialogDesk,
    /// What a person must be told.
    pub notices: Notices,
    /// The window fills the screen.
    pub full_screen: bool,
    /// What lies over the screens.
    pub over: Overlay,
    /// How often "find" was asked for; screens compare.
    pub finds: u64,
    /// The data folder, as text.
    pub data_folder: String,
    /// The locale of the system, such as `de_DE.UTF-8`; may be empty.
    pub locale: String,
    /// The window fills the screen because a stretch began.
    filled_by_stretch: bool,
    warned_of_unsaved: bool,
    saving: settings::Saving,
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
            doctor: DoctorDesk::default(),
            sound: SoundDesk::default(),
            desktop: DesktopDesk::default(),
            reminders: ReminderDesk::default(),
            diary: Diary::default(),
            diary_page: DiaryPage::default(),
            signs: None,
            days: DayDesk::default(),
            exchange: ExchangeDesk::default(),
            cramp: CrampDesk::default(),
            home: HomeDesk::default(),
            dialog: DialogDesk::default(),
            notices: Notices::default(),
            full_screen: false,
            over: Overlay::default(),
            finds: 0,
            data_folder,
            locale: String::new(),
            filled_by_stretch: false,
            warned_of_unsaved: false,
            saving: settings::Saving::default(),
        }
    }

    /// What the IO thread is asked for first.
    pub fn start(&self) -> Vec<Job> {
        if self.home.lost.is_some() {
            return Vec::new(); // an empty diary would be a lie
        }
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

    /// Carries out a wish. Returns what the IO thread has to do.
    pub fn apply(&mut self, action: Action, now: &Moment) -> Vec<Job> {
        match action {
            Action::Open(screen) => self.open(screen),
            Action::ToRail => self.over.rail += 1,
            Action::Guide(page) => {
                self.guide.open(page);
                self.open(Screen::Guide);
            }
            Action::GuideBack if self.screen == Screen::Guide => self.guide.back(),
            Action::GuideTurn(turn) if self.screen == Screen::Guide => self.turn(turn),
            Action::GuideBack | Action::GuideTurn(_) => {}
            Action::DiaryPage(page) => return self.diary_page(page),
            Action::Cramp(step) => {
                self.over.intro = None;
                return self.cramp_step(step, now);
            }
            Action::NewEntry => {
                self.diary_page = DiaryPage::New(Box::default());
                self.open(Screen::Diary);
            }
            Action::EditEntry(id) => {
                self.diary_page = DiaryPage::Edit(id);
                self.open(Screen::Diary);
            }
            Action::Diary(edit) => return self.edit(*edit, now),
            Action::Sign(step) => self.sign_step(step),
            Action::NoCramp(date) => return self.no_cramp(date, now),
            Action::Undo => return self.undo(now),
            Action::Redo => return self.redo(now),
            Action::Check(step) => return self.check_step(step, now),
            Action::Stretch(step) => return self.step(step, now),
            Action::Print(step) => return self.print(step, now),
            Action::Doctor(step) => return self.doctor_step(step, now),
            Action::Exchange(step) => return self.exchange_step(*step),
            Action::LookInside(path) => return self.look_inside(path),
            Action::Home(step) => return self.home_step(step),
            Action::Choose(purpose, path) => return self.choose_path(purpose, path),
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
            Action::Shortcuts => self.toggle_manual(),
            Action::Manual(view) => self.over.manual = view,
            Action::Intro(card) => return self.turn_intro(card),
            Action::Example(open) => self.wish_example(open),
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
        self.cramp.receive(&report);
        self.hear_desktop(&report);
        self.hear_settings(&report);
        self.diary.receive(report);
    }

    /// Moves on what moves by itself: the session. Returns what the IO thread
    /// has to do.
    pub fn tick(&mut self, now: &Moment) -> Vec<Job> {
        self.days.look(&self.diary, now.wall.date());
        self.look_back(now);
        self.look_at_the_hour(now);
        self.remind(now);
        self.stretch.tick(now);
        if self.filled_by_stretch && !self.is_on_the_floor() {
            self.filled_by_stretch = false;
            self.full_screen = false;
        }
        let mut jobs = self.cramp.tick(&self.diary, now);
        jobs.extend(self.stretch.keep(now));
        jobs.extend(self.tell_missed(now));
        jobs.extend(self.back_up_daily(now));
        jobs
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
        self.leave_doctor();
        self.leave_for(screen);
        self.screen = screen;
        self.over.intro = None;
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
        if let Edit::Create(entry) = &edit {
            self.cramp_created(entry.id());
        }
        self.look_for_signs(&edit, now);
        self.tell_taken_back(&edit);
        self.diary.apply(edit, now)
    }
}
