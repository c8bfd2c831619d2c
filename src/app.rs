//! The order of a frame, and nothing else: reports in, drawing, actions out.
//!
//! Rules live in the state, drawing in the screens, files on the IO thread.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use crate::action::{Action, CrampStep};
use crate::aloud::Aloud;
use crate::clock::{Clock, Moment};
use crate::content::Library;
use crate::desk::{Desk, Opener};
use crate::job::{Fault, Job};
use crate::notice::Tone;
use crate::screen::Screen;
use crate::settings::{Night, Settings, Theme};
use crate::state::State;
use crate::store::{Example, Places, Worker};
use crate::ui::screen::Screens;
use crate::ui::{Cx, shell, shortcut, theme};

/// The application id: window class, `.desktop` file and icon are named by it.
pub const APP_ID: &str = "org.unclench.Unclench";

/// What the window is started with.
pub struct Launch {
    /// Where the data lives.
    pub places: Places,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes a session heard and keeps the screen on.
    pub aloud: Aloud,
    /// All content.
    pub library: Arc<Library>,
    /// Show the cards of the first run, if they were never seen to the end.
    pub greet: bool,
    /// Open the example diary; the person's own is left alone.
    pub example: bool,
    /// The screen to open at.
    pub screen: Option<Screen>,
    /// "It's cramping now" is pressed already.
    pub cramp_now: bool,
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

/// The look that was last given to egui, so that it is set only on change.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Look {
    theme: Theme,
    night: Night,
    reduce_motion: bool,
    zoom_percent: u16,
    full_screen: bool,
}

/// The window's application.
#[derive(Debug)]
pub struct App {
    state: State,
    screens: Screens,
    worker: Option<Worker>,
    aloud: Aloud,
    clock: SharedClock,
    look: Option<Look>,
    /// What the IO thread is asked for first, until it was asked.
    first: Vec<Job>,
    opener: Opener,
    /// The person's own diary, while the example lies over it.
    own: Option<Desk>,
    /// The folder of the example. After the thread that writes into it.
    example: Option<Example>,
}

/// Says that there is no example, and why.
fn tell_no_example(state: &mut State, fault: &Fault) {
    let text = format!("The example diary could not be made: {fault}.");
    state.notices.tell("example", Tone::Warning, text, None);
}

struct SharedClock(Arc<dyn Clock>);

impl std::fmt::Debug for SharedClock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}

impl App {
    /// Sets up fonts, styles and the IO thread; the diary loads behind the window.
    pub fn new(ctx: &Context, launch: Launch) -> Self {
        theme::install(ctx);
        egui_extras::install_image_loaders(ctx);
        let wake = {
            let ctx = ctx.clone();
            move || ctx.request_repaint()
        };
        let mut aloud = launch.aloud;
        aloud.connect(Arc::new(wake.clone()));
        let opener = Opener {
            places: launch.places,
            greet: launch.greet,
            library: launch.library,
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
                    tell_no_example(&mut desk.state, &fault);
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
        Self {
            state: desk.state,
            screens: desk.screens,
            worker: desk.worker,
            aloud,
            clock: SharedClock(launch.clock),
            look: None,
            first: desk.first,
            opener,
            own: None,
            example,
        }
    }

    /// Puts another diary on the screen; returns the one that was there.
    fn swap(&mut self, desk: Desk) -> Desk {
        Desk {
            state: std::mem::replace(&mut self.state, desk.state),
            screens: std::mem::replace(&mut self.screens, desk.screens),
            worker: std::mem::replace(&mut self.worker, desk.worker),
            first: std::mem::replace(&mut self.first, desk.first),
        }
    }

    /// Opens the example diary, or leaves it, when that was asked for. The
    /// person's own stays as it is meanwhile.
    fn change_diary(&mut self) {
        match self.state.take_example_wish() {
            None => {}
            Some(true) => match self.opener.example(&self.state.settings_for_example()) {
                Ok((desk, example)) => {
                    self.own = Some(self.swap(desk));
                    self.example = Some(example);
                }
                Err(fault) => tell_no_example(&mut self.state, &fault),
            },
            Some(false) => {
                let own = self.own.take().unwrap_or_else(|| self.opener.own());
                let left = self.swap(own);
                left.worker.map(Worker::finish);
                self.example = None; // the folder goes
            }
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

    /// Gives egui the look of the settings, when it changed.
    fn dress(&mut self, ctx: &Context, now: &Moment) {
        let settings = &self.state.settings;
        let night = if self.state.wears_night(now) {
            Night::On
        } else {
            Night::Off
        };
        let look = Look {
            theme: settings.theme,
            night,
            reduce_motion: settings.reduce_motion || night == Night::On,
            zoom_percent: settings.zoom_percent,
            full_screen: self.state.full_screen,
        };
        if self.look == Some(look) {
            return;
        }
        let before = self.look.replace(look);
        if before.map(|l| l.theme) != Some(look.theme) {
            match look.theme {
                // Left alone at the start, so that a test may choose.
                Theme::System if before.is_none() => {}
                Theme::System => ctx.set_theme(egui::ThemePreference::System),
                Theme::Light => ctx.set_theme(egui::ThemePreference::Light),
                Theme::Dark => ctx.set_theme(egui::ThemePreference::Dark),
            }
        }
        theme::apply(ctx, look.night, look.reduce_motion);
        ctx.set_zoom_factor(f32::from(look.zoom_percent) / 100.0);
        if before.map_or(look.full_screen, |l| l.full_screen != look.full_screen) {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(look.full_screen));
        }
    }
}

impl eframe::App for App {
    /// Also runs while the window is hidden: reports, the session's clock, saves.
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let now = self.clock.0.now();
        if ctx.cumulative_pass_nr() == 0 {
            // The window is painted first: reading the diary keeps every
            // processor busy for a moment.
            ctx.request_repaint();
        } else if !self.first.is_empty() {
            let first = std::mem::take(&mut self.first);
            self.send(first);
        }
        let reports = self.worker.as_ref().map(Worker::drain).unwrap_or_default();
        for report in reports.into_iter().chain(self.aloud.news()) {
            self.state.receive(report);
        }
        let jobs = self.state.tick(&now);
        self.send(jobs);
        self.aloud.follow(&mut self.state, &now);
        if ctx.input(|i| i.viewport().close_requested()) && self.state.refuses_to_close() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        if let Some(wait) = self.state.next_wake(&now) {
            ctx.request_repaint_after(wait);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let now = self.clock.0.now();
        self.dress(ui.ctx(), &now);
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
        // Waits until every job is done: each is one small file.
        self.worker.take().map(Worker::finish);
        self.own
            .take()
            .and_then(|own| own.worker)
            .map(Worker::finish);
        self.example = None;
    }
}

/// Opens the window and runs until it is closed.
///
/// # Errors
/// A sentence for the person when no window can be opened.
pub fn run(launch: Launch) -> Result<(), String> {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../icons/app/256.png"))
        .map_err(|err| format!("The window icon could not be read: {err}"))?;
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Unclench")
            .with_app_id(APP_ID)
            .with_icon(icon)
            .with_inner_size([1080.0, 760.0])
            .with_min_inner_size([480.0, 420.0]),
        renderer: eframe::Renderer::Glow,
        ..Default::default()
    };
    eframe::run_native(
        APP_ID,
        options,
        Box::new(move |cc| Ok(Box::new(App::new(&cc.egui_ctx, launch)))),
    )
    .map_err(|err| {
        format!(
            "No window could be opened: {err}. The diary can still be used from the command \
             line: unclench diary --help"
        )
    })
}
