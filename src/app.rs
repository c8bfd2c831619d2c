//! The order of a frame, and nothing else: reports in, drawing, actions out.
//!
//! Rules live in the state, drawing in the screens, files on the IO thread.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use crate::action::Action;
use crate::aloud::Aloud;
use crate::clock::Clock;
use crate::content::Library;
use crate::job::Job;
use crate::notice::Tone;
use crate::screen::Screen;
use crate::settings::{Night, Theme};
use crate::state::State;
use crate::store::{Places, Store, Worker};
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
    /// The screen to open at.
    pub screen: Option<Screen>,
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
        let folder = launch.places.data.display().to_string();
        let (lost, is_ours) = (launch.places.missing(), launch.places.pointer.is_some());
        let store = Store::open(launch.places, Arc::clone(&launch.clock));
        let (settings, fault) = store.load_settings();
        let mut state = State::new(launch.library, settings, folder);
        state.home.lost = lost;
        state.home.is_ours = is_ours;
        if let Some(fault) = fault {
            state.tell_settings(&fault);
        }
        state.locale = launch.locale;
        state.print.folder = launch.documents;
        if let Some(screen) = launch.screen {
            state.screen = screen;
        }
        let worker = match Worker::spawn(store, wake) {
            Ok(worker) => Some(worker),
            Err(err) => {
                state.notices.tell(
                    "thread",
                    Tone::Warning,
                    format!("The diary cannot be read or saved: {err}. Close other programs and start again."),
                    None,
                );
                None
            }
        };
        let mut first = state.tick(&launch.clock.now());
        first.extend(state.start());
        Self {
            state,
            screens: Screens::default(),
            worker,
            aloud,
            clock: SharedClock(launch.clock),
            look: None,
            first,
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
    }

    /// Gives egui the look of the settings, when it changed.
    fn dress(&mut self, ctx: &Context) {
        let settings = &self.state.settings;
        let look = Look {
            theme: settings.theme,
            night: settings.night,
            reduce_motion: settings.reduce_motion,
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
            ui.ctx().request_repaint(); // show what changed
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        // Waits until every job is done: each is one small file.
        self.worker.take().map(Worker::finish);
    }
}

/// Opens the window and runs until it is closed.
///
/// # Errors
/// A sentence for the person when no window can be opened.
pub fn run(launch: Launch) -> Result<(), String> {
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../icons/app-256.png"))
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
