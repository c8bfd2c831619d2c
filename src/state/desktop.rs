//! The window among others: what the desktop prefers, day or night, what it is
//! called, the note of a crash, and closing it when all is written.

use std::path::PathBuf;
use std::time::Duration;

use super::State;
use crate::clock::Moment;
use crate::desktop::{News, Prefers};
use crate::job::{Job, Report};
use crate::notice::{Remedy, Tone};
use crate::reminder::Kind;
use crate::settings::{Contrast, Motion, Night, Reads, Theme, is_between, say_time, say_when};

/// The topic of what is told of a crash.
const CRASH: &str = "crash";
/// What the window is called in discreet mode.
const NEUTRAL: &str = "Notes";
/// What it is called else.
const NAME: &str = "Unclench";
/// Closing may take this long before it is offered to leave at once.
const SLOW: Duration = Duration::from_secs(4);
/// While the computer sleeps timers stand still: so often the hour is looked at.
const LOOK: Duration = Duration::from_mins(5);

/// Whether notifications are shown by somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Posts {
    /// None was needed yet.
    #[default]
    Unknown,
    /// The last one was taken.
    Taken,
    /// Nobody took it.
    Nobody,
}

/// A part of the settings that something leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsPart {
    /// Theme, contrast, size, motion, night.
    Appearance,
    /// Sound and voice.
    Sound,
    /// The stretch.
    Stretch,
    /// Country, week, clock.
    Region,
    /// Reminders.
    Reminders,
    /// Discreet mode and where the window opens.
    Window,
    /// The data folder.
    Data,
    /// Version, licences, privacy.
    About,
}

/// A step of the window itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowStep {
    /// Close it, when all is written.
    Close,
    /// Close it at once.
    CloseAnyway,
    /// Leave it open after all.
    StayOpen,
    /// Show a part of the settings.
    Settings(SettingsPart),
    /// Show a notification, to see whether the desktop does.
    TryPost,
}

/// What becomes of a wish to close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// There is none.
    No,
    /// Not yet: what the system asked is refused.
    Hold,
    /// The window may go.
    Leave,
}

/// The window among others.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct DesktopDesk {
    /// What the desktop prefers.
    pub prefers: Prefers,
    /// Whether it shows notifications.
    pub posts: Posts,
    /// What the note of the last crash says, and where it is.
    pub crash: Option<(String, PathBuf)>,
    /// The part of the settings that was led to; the number tells two apart.
    pub jump: Option<(u64, SettingsPart)>,
    /// Is it the window that keys go to?
    pub is_focused: bool,
    /// A notification was pressed: the window is to come to the front.
    pub(super) wants_focus: bool,
    is_night: bool,
    wants_to_close: bool,
    leaves_at_once: bool,
    /// The ticks since which closing waits.
    closing_since: Option<Duration>,
}

impl DesktopDesk {
    /// Is the window waiting to close? Some(true): for long already.
    pub fn is_closing(&self, now: &Moment) -> Option<bool> {
        self.closing_since
            .map(|since| now.ticks.saturating_sub(since) >= SLOW)
    }

    /// Takes the wish to come to the front.
    pub fn take_focus(&mut self) -> bool {
        std::mem::take(&mut self.wants_focus)
    }

    /// Does the window close without waiting for what is under way?
    pub const fn leaves_at_once(&self) -> bool {
        self.leaves_at_once
    }
}

impl State {
    /// Takes note of whether keys go to the window. When they do again, the diary
    /// is looked at once more: not every disk tells of what others change.
    pub fn focus(&mut self, is_focused: bool) -> Vec<Job> {
        let was = std::mem::replace(&mut self.desktop.is_focused, is_focused);
        let is_back = is_focused && !was && self.diary.is_loaded() && self.home.lost.is_none();
        is_back.then_some(Job::Rescan).into_iter().collect()
    }

    /// Dark or light, if the person or the desktop says so.
    pub fn is_dark(&self) -> Option<bool> {
        match self.settings.theme {
            Theme::System => self.desktop.prefers.dark,
            Theme::Light => Some(false),
            Theme::Dark => Some(true),
        }
    }

    /// Is it drawn in high contrast?
    pub fn is_high_contrast(&self) -> bool {
        match self.settings.contrast {
            Contrast::System => self.desktop.prefers.high_contrast == Some(true),
            Contrast::High => true,
            Contrast::Usual => false,
        }
    }

    /// Stills instead of motion?
    pub fn reduces_motion(&self) -> bool {
        match self.settings.motion {
            Motion::System => self.desktop.prefers.less_motion == Some(true),
            Motion::Reduced => true,
            Motion::Full => false,
        }
    }

    /// The near-black, warm, still screen?
    pub const fn is_night(&self) -> bool {
        self.desktop.is_night
    }

    /// What the window is called.
    pub const fn title(&self) -> &'static str {
        if self.settings.discreet {
            NEUTRAL
        } else {
            NAME
        }
    }

    /// A time of day as this person reads it.
    pub fn say_time(&self, time: jiff::civil::Time) -> String {
        say_time(time, self.is_twelve())
    }

    /// A moment in a pattern of `strftime`, in which `{time}` is the time of day as
    /// this person reads it.
    pub fn say_when(&self, when: jiff::civil::DateTime, pattern: &str) -> String {
        say_when(when, pattern, self.is_twelve())
    }

    /// Has the day twice twelve hours for this person?
    pub fn is_twelve(&self) -> bool {
        self.settings.day_clock.is_twelve(&self.locale)
    }

    /// How this person reads lengths and times.
    pub fn reads(&self) -> Reads {
        Reads {
            units: self.settings.units,
            twelve: self.is_twelve(),
        }
    }

    /// Lets night come and go by the hour.
    pub(super) fn look_at_the_hour(&mut self, now: &Moment) {
        let settings = &self.settings;
        let is_hour = is_between(
            now.wall.datetime().time(),
            settings.night_from,
            settings.night_until,
        );
        self.desktop.is_night = match settings.night {
            Night::Off => false,
            Night::On => true,
            Night::Cramp => is_hour && self.is_at_hand(),
            Night::Auto => is_hour,
        };
    }

    /// How long until night comes or goes; none: not by itself.
    pub(super) fn until_night_turns(&self, now: &Moment) -> Option<Duration> {
        let settings = &self.settings;
        let by_hour = match settings.night {
            Night::Auto => true,
            Night::Cramp => self.is_at_hand(),
            Night::Off | Night::On => false,
        };
        if !by_hour || settings.night_from == settings.night_until {
            return None;
        }
        let time = now.wall.datetime().time();
        let until = |turn: jiff::civil::Time| {
            let day = 24 * 60 * 60;
            let of = |t: jiff::civil::Time| {
                i64::from(t.hour()) * 3600 + i64::from(t.minute()) * 60 + i64::from(t.second())
            };
            let secs = (of(turn) - of(time)).rem_euclid(day);
            u64::try_from(if secs == 0 { day } else { secs }).unwrap_or(1)
        };
        let secs = until(settings.night_from).min(until(settings.night_until));
        Some(Duration::from_secs(secs).min(LOOK))
    }

    /// Takes what the desktop and the last crash tell.
    pub(super) fn hear_desktop(&mut self, report: &Report) {
        if let Report::Desktop(news) = report {
            match news {
                News::Prefers(prefers) => self.desktop.prefers = *prefers,
                News::Pressed(id) => {
                    if let Some(kind) = Kind::from_key(id) {
                        self.open_reminder(kind);
                    }
                }
                News::Posted => self.desktop.posts = Posts::Taken,
                News::NoPosts => self.desktop.posts = Posts::Nobody,
            }
        }
        if let Report::Crashed(text, path) = report {
            self.desktop.crash = Some((text.clone(), path.clone()));
            self.notices.tell(
                CRASH,
                Tone::Warning,
                "Unclench stopped by mistake the last time. Everything that was saved is there.",
                Some(Remedy::ShowCrash),
            );
        }
    }

    /// A step of the window.
    pub(super) fn window_step(&mut self, step: WindowStep) {
        match step {
            WindowStep::Close => self.desktop.wants_to_close = true,
            WindowStep::CloseAnyway => {
                self.desktop.wants_to_close = true;
                self.desktop.leaves_at_once = true;
            }
            WindowStep::StayOpen => {
                self.desktop.wants_to_close = false;
                self.desktop.closing_since = None;
            }
            WindowStep::TryPost => self.try_post(),
            WindowStep::Settings(part) => {
                let number = self.desktop.jump.map_or(0, |(number, _)| number + 1);
                self.desktop.jump = Some((number, part));
                self.open(crate::screen::Screen::Settings);
            }
        }
    }

    /// What becomes of a wish to close. `asked`: the system asks in this frame.
    /// `busy`: something is being written. Call it after the reports were taken.
    #[expect(clippy::fn_params_excessive_bools, reason = "two facts of one frame")]
    pub fn close(&mut self, asked: bool, busy: bool, now: &Moment) -> Closing {
        let desk = &mut self.desktop;
        if !asked && !desk.wants_to_close && desk.closing_since.is_none() {
            return Closing::No;
        }
        if desk.leaves_at_once {
            return Closing::Leave;
        }
        if busy {
            desk.closing_since.get_or_insert(now.ticks);
            desk.wants_to_close = false;
            return Closing::Hold;
        }
        desk.wants_to_close = false;
        desk.closing_since = None;
        if self.refuses_to_close() {
            Closing::Hold
        } else {
            Closing::Leave
        }
    }
}
