//! The order of a frame, and nothing else: reports in, drawing, actions out.
//!
//! Rules live in the state, drawing in the screens, files on the IO thread.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use egui::{Context, ViewportCommand};

use crate::action::Action;
use crate::aloud::Aloud;
use crate::clock::{Clock, Moment};
use crate::content::Library;
use crate::desktop::{Desktop, Place};
use crate::job::{Job, Report};
use crate::notice::Tone;
use crate::screen::Screen;
use crate::state::{Closing, State};
use crate::store::{Places, Store, Worker};
use crate::ui::screen::Screens;
use crate::ui::theme::Manner;
use crate::ui::{Cx, shell, shortcut, theme};

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
    dark: Option<bool>,
    manner: Manner,
    zoom_percent: u16,
    full_screen: bool,
    title: &'static str,
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
    pub fn new(ctx: &Context, launch: Launch) -> Self {
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
        let folder = launch.places.data.display().to_string();
        let store = Store::open(launch.places, Arc::clone(&launch.clock));
        let (settings, fault) = store.load_settings();
        let mut state = State::new(launch.library, settings.clone(), folder);
        // A broken file was kept aside by this read; the next one will not see it.
        state.receive(Report::Settings(Box::new(settings), fault));
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
            desktop: Quiet(desktop),
            place: None,
            opened_at: None,
            clock: Quiet(launch.clock),
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

    /// Gives egui the look of settings and desktop, when it changed.
    fn dress(&mut self, ctx: &Context) {
        let state = &self.state;
        let look = Look {
            dark: state.is_dark(),
            manner: Manner {
                night: state.is_night(),
                high: state.is_high_contrast(),
                still: state.reduces_motion(),
            },
            zoom_percent: state.settings.zoom_percent,
            full_screen: state.full_screen,
            title: state.title(),
        };
        if self.look == Some(look) {
            return;
        }
        let before = self.look.replace(look);
        if before.map(|l| l.dark) != Some(look.dark) {
            match look.dark {
                // Left alone at the start, so that a test may choose.
                None if before.is_none() => {}
                None => ctx.set_theme(egui::ThemePreference::System),
                Some(false) => ctx.set_theme(egui::ThemePreference::Light),
                Some(true) => ctx.set_theme(egui::ThemePreference::Dark),
            }
        }
        theme::apply(ctx, look.manner);
        ctx.set_zoom_factor(f32::from(look.zoom_percent) / 100.0);
        if before.map_or(look.full_screen, |l| l.full_screen != look.full_screen) {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(look.full_screen));
        }
        if before.is_none_or(|l| l.title != look.title) {
            ctx.send_viewport_cmd(ViewportCommand::Title(look.title.to_owned()));
        }
    }

    /// Closes the window as soon as all is written.
    fn close(&mut self, ctx: &Context, busy: bool, now: &Moment) {
        let asked = ctx.input(|i| i.viewport().close_requested());
        match (self.state.close(asked, busy, now), asked) {
            (Closing::Hold, true) => ctx.send_viewport_cmd(ViewportCommand::CancelClose),
            (Closing::Leave, false) => ctx.send_viewport_cmd(ViewportCommand::Close),
            (Closing::No | Closing::Hold | Closing::Leave, _) => {}
        }
        if self.state.desktop.is_closing(now).is_some() {
            // Not every job has a report that would wake the window.
            ctx.request_repaint_after(Duration::from_millis(50));
        }
    }

    /// Notes where the window is; brings it back once if the screen on which it
    /// was closed has become smaller.
    fn look_at_place(&mut self, ctx: &Context) {
        let Some((place, screen)) = seen_place(ctx, &self.state) else {
            return;
        };
        if self.opened_at.take().is_some()
            && let Some((x, y)) = place.mended(screen).and_then(|better| better.corner)
        {
            let zoom = ctx.zoom_factor();
            let corner = egui::pos2(x as f32, y as f32) / zoom;
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(corner));
        }
        self.place = Some(place.on(screen));
    }

    /// Exchanges news with the desktop.
    fn follow_desktop(&mut self, ctx: &Context) {
        self.state.desktop.is_focused = ctx.input(|i| i.viewport().focused == Some(true));
        for post in self.state.reminders.take_posts() {
            self.desktop.0.post(post);
        }
        if self.state.desktop.take_focus() {
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
    }

    /// Says so, once, when the IO thread crashed.
    fn look_after_worker(&mut self) {
        if self.worker.as_ref().is_some_and(Worker::is_gone) {
            self.worker.take().map(Worker::abandon);
            self.state.notices.tell(
                "thread",
                Tone::Warning,
                "Nothing can be saved any more: a part of Unclench stopped by mistake. Copy what \
                 you are writing, then close the window and start again.",
                None,
            );
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
            ui.ctx().request_repaint(); // show what changed
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Some(place) = self.place.take() {
            self.send(vec![Job::KeepWindow(place)]);
        }
        let Some(worker) = self.worker.take() else {
            return;
        };
        if self.state.desktop.leaves_at_once() {
            worker.abandon();
        } else {
            // Waits until every job is done: each is one small file.
            worker.finish();
        }
    }
}

/// Where the window is, in logical points, if it says so and is as large as a
/// person made it; and the size of its screen.
fn seen_place(ctx: &Context, state: &State) -> Option<(Place, (f32, f32))> {
    let zoom = ctx.zoom_factor();
    ctx.input(|i| {
        let window = i.viewport();
        if window.fullscreen == Some(true) || window.minimized == Some(true) {
            return None;
        }
        let inner = window.inner_rect?.size() * zoom;
        let corner = window.outer_rect.map(|r| r.min * zoom);
        let place = Place {
            width: inner.x.round() as u16,
            height: inner.y.round() as u16,
            corner: corner.map(|at| (at.x.round() as i32, at.y.round() as i32)),
            maximized: window.maximized == Some(true),
            screen: state.screen.key().to_owned(),
        };
        let screen = window.monitor_size.unwrap_or_default() * zoom;
        Some((place, (screen.x, screen.y)))
    })
}

/// Opens the window and runs until it is closed.
///
/// # Errors
/// A sentence for the person when no window can be opened.
pub fn run(mut launch: Launch) -> Result<(), String> {
    let store = Store::open(launch.places.clone(), Arc::clone(&launch.clock));
    let place = store.load_window();
    let opening = store.glance();
    if opening.reopen && launch.screen.is_none() {
        launch.screen = Screen::from_key(&place.screen);
    }
    let mut viewport = egui::ViewportBuilder::default()
        .with_title(if opening.discreet {
            "Notes"
        } else {
            "Unclench"
        })
        .with_app_id(APP_ID)
        .with_inner_size([f32::from(place.width), f32::from(place.height)])
        .with_maximized(place.maximized)
        .with_min_inner_size([480.0, 420.0]);
    if let Some((x, y)) = place.corner {
        viewport = viewport.with_position([x as f32, y as f32]);
    }
    if !opening.discreet {
        let icon = eframe::icon_data::from_png_bytes(include_bytes!("../icons/app-256.png"))
            .map_err(|err| format!("The window icon could not be read: {err}"))?;
        viewport = viewport.with_icon(icon);
    }
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        ..Default::default()
    };
    eframe::run_native(
        APP_ID,
        options,
        Box::new(move |cc| {
            let mut app = App::new(&cc.egui_ctx, launch);
            app.opened_at = place.corner;
            Ok(Box::new(app))
        }),
    )
    .map_err(|err| {
        format!(
            "No window could be opened: {err}. The diary can still be used from the command \
             line: unclench diary --help"
        )
    })
}
