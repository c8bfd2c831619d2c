//! The `unclench` program: runs a command or opens the window.

use std::process::ExitCode;
use std::sync::Arc;

use unclench::aloud::Aloud;
use unclench::app::{self, Launch};
use unclench::cli::{self, Start};
use unclench::clock::{Clock, SystemClock};
use unclench::content::Reading;
use unclench::screen::Screen;
use unclench::store::Example;
use unclench::{desktop, store};

fn main() -> ExitCode {
    let asked = match cli::start(std::env::args_os()) {
        Start::Done(code) => return code,
        Start::Window(asked) => asked,
    };
    let content = Reading::begin();
    Example::sweep();
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::new());
    // Asked first: the answer is on its way while the window is made.
    let desktop = desktop::of_system();
    store::watch_for_crashes(&asked.places.state, Arc::clone(&clock));
    let launch = Launch {
        places: asked.places,
        // Whoever asks for a screen knows the way.
        greet: asked.screen.is_none() && !asked.cramp_now && asked.file.is_none(),
        example: asked.example,
        aloud: Aloud::of_system(&clock),
        clock,
        desktop,
        screen: asked.screen.as_deref().and_then(Screen::from_key),
        cramp_now: asked.cramp_now,
        file: asked.file.as_deref().map(|file| file.display().to_string()),
        locale: cli::locale(),
        documents: store::documents(),
    };
    match app::run(launch, content) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            cli::say(&sentence);
            ExitCode::from(2)
        }
    }
}
