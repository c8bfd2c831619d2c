//! The test kit: a person in front of the app.
//!
//! `Person::new()` is the only way to a harness: a data folder of its own, a
//! clock that stands still, a fixed size, our CPU renderer. Widgets are found by
//! role and name alone, as a screen reader finds them.

pub mod around;
pub mod clock;
pub mod cpu;
pub mod ears;
pub mod keys;
pub mod outline;

use std::sync::Arc;
use std::time::Duration;

use egui::Theme;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node, SnapshotOptions};
use unclench::action::Action;
use unclench::app::{App, Launch};
use unclench::content::Library;
use unclench::screen::Screen;
use unclench::store::Places;

use self::around::Around;
use self::clock::ManualClock;
use self::ears::Ears;

/// How long a person waits for the disk before a test gives up, in frames.
const PATIENCE: usize = 20_000;

/// A person in front of the app.
pub struct Person {
    pub harness: Harness<'static, App>,
    pub clock: Arc<ManualClock>,
    /// What was heard, and what they may be told.
    pub ears: Ears,
    /// The desktop around the window.
    pub around: Around,
    pub folder: Arc<tempfile::TempDir>,
    size: [f32; 2],
    theme: Theme,
    greet: bool,
}

impl Person {
    /// At 900 by 640, in the light theme, with an empty diary.
    pub fn new() -> Self {
        Self::with([900.0, 640.0], 1.0, Theme::Light)
    }

    pub fn with(size: [f32; 2], zoom: f32, theme: Theme) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        Self::at(
            folder,
            Arc::new(ManualClock::new()),
            size,
            zoom,
            theme,
            false,
        )
    }

    /// The same at the very first start, with its cards.
    pub fn newcomer(size: [f32; 2], zoom: f32, theme: Theme) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        Self::at(
            folder,
            Arc::new(ManualClock::new()),
            size,
            zoom,
            theme,
            true,
        )
    }

    /// On a folder that is there already.
    pub fn at(
        folder: Arc<tempfile::TempDir>,
        clock: Arc<ManualClock>,
        size: [f32; 2],
        zoom: f32,
        theme: Theme,
        greet: bool,
    ) -> Self {
        let places = Places::within(folder.path()).unwrap();
        Self::living(places, folder, clock, (size, zoom, theme), greet)
    }

    /// With the folders of the system, all within one, as without `--data-dir`.
    pub fn of_system(folder: Arc<tempfile::TempDir>) -> Self {
        Self::with_system(folder, false)
    }

    /// The same at the very first start.
    pub fn newcomer_of_system(folder: Arc<tempfile::TempDir>) -> Self {
        Self::with_system(folder, true)
    }

    fn with_system(folder: Arc<tempfile::TempDir>, greet: bool) -> Self {
        let (usual, config) = (folder.path().join("usual"), folder.path().join("config"));
        let places = Places::of_system(&usual, &config, &config);
        let clock = Arc::new(ManualClock::new());
        let looks = ([900.0, 640.0], 1.0, Theme::Light);
        Self::living(places, folder, clock, looks, greet)
    }

    fn living(
        places: Places,
        folder: Arc<tempfile::TempDir>,
        clock: Arc<ManualClock>,
        (size, zoom, theme): ([f32; 2], f32, Theme),
        greet: bool,
    ) -> Self {
        let ears = Ears::default();
        let is_there = places.missing().is_none();
        let around = Around::default();
        let launch = Launch {
            aloud: ears.aloud(&clock),
            places,
            clock: Arc::<ManualClock>::clone(&clock),
            desktop: Box::new(around.clone()),
            greet,
            example: false,
            screen: None,
            cramp_now: false,
            file: None,
            locale: "en_GB.UTF-8".to_owned(),
            documents: folder.path().to_owned(),
        };
        let library = Arc::new(Library::embedded().expect("content without problems"));
        let harness = Harness::builder()
            .with_size(size)
            .with_pixels_per_point(zoom)
            .with_theme(theme)
            .with_max_steps(60)
            .with_render_cursor(false)
            .renderer(cpu::CpuRenderer::default())
            .build_eframe(|cc| {
                unclench::ui::widget::figure::draw_at_once(&cc.egui_ctx);
                App::new(&cc.egui_ctx, launch, library)
            });
        let mut person = Self {
            harness,
            clock,
            ears,
            around,
            folder,
            size,
            theme,
            greet,
        };
        if is_there {
            person.until("the diary is read", |app| app.state().diary.is_loaded());
        }
        person.harness.run();
        person
    }

    /// Closes the window and opens the app again on the same folder.
    pub fn restart(self) -> Self {
        let Self {
            harness,
            clock,
            ears: _,
            around: _,
            folder,
            size,
            theme,
            greet,
        } = self;
        drop(harness); // waits for the IO thread
        Self::at(folder, clock, size, 1.0, theme, greet)
    }

    /// Frames until something is so.
    pub fn until(&mut self, what: &str, so: impl Fn(&App) -> bool) {
        for _ in 0..PATIENCE {
            self.harness.step();
            if so(self.harness.state()) {
                return;
            }
            std::thread::yield_now();
        }
        panic!("waited in vain until {what}");
    }

    /// Goes to a screen, through the rail.
    pub fn open(&mut self, screen: Screen) {
        let rail = self
            .harness
            .get_by_role_and_label(egui::Role::Navigation, "Screens");
        rail.get_by_role_and_label(egui::Role::Button, screen.title())
            .click_accesskit();
        self.harness.run();
        assert_eq!(self.harness.state().state().screen, screen, "the screen");
    }

    /// Presses the button with this name.
    pub fn press(&mut self, name: &str) {
        self.act(egui::Role::Button, name);
    }

    /// Presses whatever has this role and name, as a screen reader does.
    pub fn act(&mut self, role: egui::Role, name: &str) {
        self.harness
            .get_by_role_and_label(role, name)
            .click_accesskit();
        self.harness.run();
    }

    /// Presses the button with this name if there is one that can be pressed.
    pub fn press_if_there(&mut self, name: &str) -> bool {
        let found = self
            .harness
            .query_by_role_and_label(egui::Role::Button, name)
            .filter(|node| !node.accesskit_node().is_disabled());
        let Some(button) = found else { return false };
        button.click_accesskit();
        self.harness.run();
        true
    }

    /// Presses a key, wherever the keyboard is.
    pub fn key(&mut self, key: egui::Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    /// Writes into the field with this name.
    pub fn write(&mut self, role: egui::Role, name: &str, text: &str) {
        self.harness.get_by_role_and_label(role, name).focus();
        self.harness.run();
        self.harness
            .get_by_role_and_label(role, name)
            .type_text(text);
        self.harness.run();
    }

    /// Lets time pass, a tenth of a second at a time.
    pub fn pass(&mut self, time: Duration) {
        let step = Duration::from_millis(100);
        let mut left = time;
        while !left.is_zero() {
            let now = left.min(step);
            self.clock.pass(now);
            self.harness.step();
            left -= now;
        }
        self.harness.run();
    }

    /// Is this text, or a part of it, anywhere to be read?
    pub fn sees(&self, text: &str) -> bool {
        fn search(node: &Node<'_>, text: &str) -> bool {
            let inner = node.accesskit_node();
            inner.label().is_some_and(|l| l.contains(text))
                || inner.value().is_some_and(|v| v.contains(text))
                || node.children().any(|child| search(&child, text))
        }
        search(&self.harness.root(), text)
    }

    /// The same, or the test fails and shows what is there.
    pub fn must_see(&self, text: &str) {
        assert!(
            self.sees(text),
            "{text:?} is not to be seen in\n{}",
            outline::outline(&self.harness)
        );
    }

    /// This text is nowhere to be read.
    pub fn must_not_see(&self, text: &str) {
        assert!(
            !self.sees(text),
            "{text:?} is to be seen in\n{}",
            outline::outline(&self.harness)
        );
    }

    /// Compares the window with an accepted picture.
    pub fn picture(&mut self, name: &str) {
        self.harness.remove_cursor();
        self.harness.run();
        let options = SnapshotOptions::new().output_path("tests/pictures");
        self.harness.snapshot_options(name, &options);
    }

    /// Compares the accessible tree with an accepted outline.
    pub fn outline(&mut self, name: &str) {
        let folder = self.folder.path().display().to_string();
        let now = outline::outline(&self.harness)
            .replace(&folder, "DATA")
            .replace(self.harness.state().state().library.version(), "VERSION");
        let path = format!("{}/tests/pictures/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
            std::fs::write(&path, &now).unwrap();
        }
        let accepted = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(
            now, accepted,
            "{name}: the outline differs; accept it with UPDATE_SNAPSHOTS=1"
        );
    }

    /// Asks for something directly, where the way there is not what is tested.
    pub fn ask(&mut self, action: Action) {
        self.harness.state_mut().ask(action);
        self.harness.run();
    }
}
