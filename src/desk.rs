//! A diary that is open: its state, its screens and its IO thread. There may be
//! two: the person's own, and the example that is laid over it.
//!
//! Alone in deciding which folder is opened; no rules, no drawing.

use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::content::Library;
use crate::diary::example;
use crate::job::{Fault, Job};
use crate::notice::Tone;
use crate::settings::Settings;
use crate::state::State;
use crate::store::{Example, Places, Store, Worker};
use crate::ui::screen::Screens;

/// How many days the example diary tells of.
const EXAMPLE_DAYS: i32 = 182;

/// One diary that is open.
#[derive(Debug)]
pub(crate) struct Desk {
    pub(crate) state: State,
    pub(crate) screens: Screens,
    pub(crate) worker: Option<Worker>,
    /// What the IO thread is asked for first.
    pub(crate) first: Vec<Job>,
}

/// What is needed to open one.
pub(crate) struct Opener {
    /// Where the person's own diary lives.
    pub(crate) places: Places,
    /// Show the cards of the first run on the person's own.
    pub(crate) greet: bool,
    pub(crate) library: Arc<Library>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) locale: String,
    /// The folder that is proposed for pages saved as PDF.
    pub(crate) documents: PathBuf,
    /// Wakes the window.
    pub(crate) wake: Arc<dyn Fn() + Send + Sync>,
}

impl std::fmt::Debug for Opener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opener")
            .field("places", &self.places)
            .finish_non_exhaustive()
    }
}

impl Opener {
    /// The person's own diary.
    pub(crate) fn own(&self) -> Desk {
        let mut desk = self.open(self.places.clone());
        if self.greet {
            desk.state.greet();
        }
        desk
    }

    /// An example diary in a folder that goes with the second value.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub(crate) fn example(&self, settings: &Settings) -> Result<(Desk, Example), Fault> {
        let now = self.clock.now().wall.datetime();
        // Nothing that is still to come today.
        let diary = example::plausible(now.date(), EXAMPLE_DAYS, 2)
            .only(|entry| entry.as_day().is_some() || entry.civil() <= now);
        let example = Example::make(diary.entries(), settings)?;
        let mut desk = self.open(example.places().clone());
        desk.state.over.is_example = true;
        Ok((desk, example))
    }

    /// The diary reads itself behind the window.
    fn open(&self, places: Places) -> Desk {
        let folder = places.data.display().to_string();
        let (lost, is_ours) = (places.missing(), places.pointer.is_some());
        let (is_portable, unwritable) = (places.is_portable, places.unwritable());
        let store = Store::open(places, Arc::clone(&self.clock));
        let (settings, fault) = store.load_settings();
        let mut state = State::new(Arc::clone(&self.library), settings, folder);
        state.home.lost = lost;
        state.home.is_ours = is_ours;
        state.home.is_portable = is_portable;
        if let Some(fault) = unwritable {
            state.tell_unwritable(&fault);
        }
        if let Some(fault) = fault {
            state.tell_settings(&fault);
        }
        state.locale.clone_from(&self.locale);
        state.print.folder.clone_from(&self.documents);
        let wake = Arc::clone(&self.wake);
        let worker = match Worker::spawn(store, move || wake()) {
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
        let mut first = state.tick(&self.clock.now());
        first.extend(state.start());
        Desk {
            state,
            screens: Screens::default(),
            worker,
            first,
        }
    }
}
