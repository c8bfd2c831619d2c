//! The order of a frame, and nothing else: reports in, drawing, actions out.
//!
//! Rules live in the state, drawing in the screens, files on the IO thread.

mod diaries;
mod open;
mod window;

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use self::window::Look;
use crate::action::{Action, CrampStep};
use crate::aloud::Aloud;
use crate::clock::Clock;
use crate::content::Library;
use crate::desk::{Desk, Opener};
use crate::desktop::{Desktop, Place};
use crate::job::{Job, Report};
use crate::screen::Screen;
use crate::settings::Settings;
use crate::state::State;
use crate::store::{Example, Places, Worker};
use crate::ui::screen::Screens;
use crate::ui::{Cx, shell, shortcut, theme};

pub use self::open::run;
pub use crate::desktop::APP_ID;

/// What the window is started with.
pub struct Launch {
    /// Where the data lives.
    pub places: Places,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes a session heard and keeps the screen on.
    pub aloud: Aloud,
    /// What the desktop prefers, and its notifications.
    pub desktop: Box<dyn Desktop>,
    /// Show the cards of the first run, if they were never seen to the end.
    pub greet: bool,
    /// Open the example diary; the person's own is left alone.
    pub example: bool,
    /// The screen to open at.
    pub screen: Option<Screen>,
    /// "It's cramping now" is pressed already.
    pub cramp_now: bool,
    /// A file to look inside, before anything of it is brought in.
    pub file: Option<String>,
    /// The locale of the system, such as `de_DE.UTF-8`; may be empty.
    pub locale: String,
    /// The folder that is proposed for pages saved as PDF.
    pub documents: PathBuf,
}

impl std::fmt::Debug for Launch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Launch")
            .field("places", &self.places)
            .field("screen", &self.screen)
            .finish_non_exhaustive()
    }
}

/// The window's application.
#[derive(Debug)]
pub struct App {
    state: State,
    screens: Screens,
    worker: Option<Worker>,
    aloud: Aloud,
    desktop: Quiet<Box<dyn Desktop>>,
    /// Where the window was last seen.
    place: Option<Place>,
    /// The corner it was to open at, until it was seen whether that is in sight.
    opened_at: Option<(i32, i32)>,
    clock: Quiet<Arc<dyn Clock>>,
    look: Option<Look>,
    /// What the IO thread is asked for first, until it was asked.
    first: Vec<Job>,
    opener: Opener,
    /// The person's own diary, while the example lies over it.
    own: Option<Desk>,
    /// The folder of the example. After the thread that writes into it.
    example: Option<Example>,
}

/// Something that has nothing to say of itself.
struct Quiet<T>(T);

impl<T> std::fmt::Debug for Quiet<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl App {
    /// Sets up fonts, styles and the IO thread; the diary loads behind the window.
    pub fn new(ctx: &Context, launch: Launch, library: Arc<Library>) -> Self {
        theme::install(ctx);
        egui_extras::install_image_loaders(ctx);
        let wake = {
            let ctx = ctx.clone();
            move || ctx.request_repaint()
        };
        let mut aloud = launch.aloud;
        aloud.connect(Arc::new(wake.clone()));
        let mut desktop = launch.desktop;
        desktop.connect(Arc::new(wake.clone()));
        let opener = Opener {
            places: launch.places,
            greet: launch.greet,
            library,
            clock: Arc::clone(&launch.clock),
            locale: launch.locale,
            documents: launch.documents,
            wake: Arc::new(wake),
        };
        let (mut desk, example) = if launch.example {
            match opener.example(&Settings::default()) {
                Ok((desk, example)) => (desk, Some(example)),
                Err(fault) => {
                    let mut desk = opener.own();
                    diaries::tell_no_example(&mut desk.state, &fault);
                    (desk, None)
                }
            }
        } else {
            (opener.own(), None)
        };
        if let Some(screen) = launch.screen {
            desk.state.screen = screen;
        }
        if launch.cramp_now {
            // Before the diary is read: the start is kept first of all.
            let now = launch.clock.now();
            let kept = desk.state.apply(Action::Cramp(CrampStep::Press), &now);
            desk.first.splice(0..0, kept);
        }
        if let Some(file) = launch.file {
            // After the diary is read: what is new is told against it.
            let now = launch.clock.now();
            let look = desk.state.apply(Action::LookInside(file), &now);
            desk.first.extend(look);
        }
        Self {
            state: desk.state,
            screens: desk.screens,
            worker: desk.worker,
            aloud,
            desktop: Quiet(desktop),
            place: None,
            opened_at: None,
            clock: Quiet(launch.clock),
            look: None,
            first: desk.first,
            opener,
            own: None,
            example,
        }
    }

    fn send(&self, jobs: Vec<Job>) {
        if let Some(worker) = &self.worker {
            for job in jobs {
                worker.send(job);
            }
        }
    }

    /// The state, for tests.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Carries out a wish as if a screen had asked for it, for tests.
    pub fn ask(&mut self, action: Action) {
        let now = self.clock.0.now();
        let jobs = self.state.apply(action, &now);
        self.send(jobs);
        self.aloud.follow(&mut self.state, &now);
        self.change_diary();
    }
}

impl eframe::App for App {
    /// Also runs while the window is hidden: reports, the session's clock, saves.
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        #[cfg(feature = "inspection")]
        crate::store::crash_if_asked();
        let now = self.clock.0.now();
        if ctx.cumulative_pass_nr() == 0 {
            // The window is painted first: reading the diary keeps every
            // processor busy for a moment.
            ctx.request_repaint();
        } else if !self.first.is_empty() {
            let first = std::mem::take(&mut self.first);
            self.send(first);
        }
        // Asked before the reports are taken: if it is not busy, they are all in.
        let busy = self.worker.as_ref().is_some_and(Worker::is_busy);
        self.look_after_worker();
        let reports = self.worker.as_ref().map(Worker::drain).unwrap_or_default();
        let news = self.desktop.0.news().into_iter().map(Report::Desktop);
        for report in reports.into_iter().chain(self.aloud.news()).chain(news) {
            self.state.receive(report);
        }
        let jobs = self.state.tick(&now);
        self.send(jobs);
        self.aloud.follow(&mut self.state, &now);
        self.follow_desktop(ctx);
        self.look_at_place(ctx);
        self.close(ctx, busy, &now);
        if let Some(wait) = self.state.next_wake(&now) {
            ctx.request_repaint_after(wait);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.dress(ui.ctx());
        let now = self.clock.0.now();
        let mut actions: Vec<Action> = Vec::new();
        shortcut::take(ui, &mut actions);
        let mut cx = Cx::new(&self.state, &now, &mut actions);
        shell::show(ui, &mut cx, &mut self.screens);
        if !actions.is_empty() {
            // After the drawing, which may have taken a while.
            let now = self.clock.0.now();
            for action in actions {
                let jobs = self.state.apply(action, &now);
                self.send(jobs);
            }
            self.aloud.follow(&mut self.state, &now);
            self.change_diary();
            ui.ctx().request_repaint(); // show what changed
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let at_once = self.state.desktop.leaves_at_once();
        // The place of the window is the person's own, not the example's.
        if let Some(own) = self.own.take() {
            self.swap(own).worker.map(Worker::finish);
        }
        if let Some(place) = self.place.take() {
            self.send(vec![Job::KeepWindow(place)]);
        }
        if let Some(worker) = self.worker.take() {
            if at_once {
                worker.abandon();
            } else {
                // Waits until every job is done: each is one small file.
                worker.finish();
            }
        }
        self.example = None;
    }
}
