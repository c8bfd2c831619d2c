//! How long one frame of each screen takes on the processor with 10,000 entries
//! in the diary: the app's logic, the drawing, the accessible tree, and the
//! tessellation; without the graphics card.
//!
//! Targets: median at most 4 ms, 99th percentile at most 8 ms. Also run with
//! 100 entries: a frame must not grow with the diary.
//!
//! Percentiles are what is promised, so this bench counts for itself instead of
//! asking criterion, which tells means.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    clippy::iter_over_hash_type,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench measures time and prints it, and one that fails must stop; the kit is the tests' own"
)]

mod common;
#[path = "../tests/kit/mod.rs"]
#[expect(dead_code, unreachable_pub, reason = "the tests use the rest")]
mod kit;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::Theme;
use unclench::action::{Action, StretchStep};
use unclench::screen::Screen;
use unclench::state::GuidePage;

use self::common::{entries, lay_out};
use self::kit::Person;
use self::kit::clock::ManualClock;

const FRAMES: usize = 400;
/// Frames after a change of screen that are not counted: what is made once.
const SETTLING: usize = 20;

fn main() {
    println!("| screen | entries | median ms | 99th ms | worst ms |");
    println!("|---|---|---|---|---|");
    for count in [100, 10_000] {
        let folder = tempfile::tempdir().unwrap();
        lay_out(folder.path(), &entries(count)).unwrap();
        let mut person = Person::at(
            Arc::new(folder),
            Arc::new(ManualClock::new()),
            [1080.0, 760.0],
            1.0,
            Theme::Light,
            false,
        );
        for screen in Screen::RAIL {
            person.ask(Action::Open(screen));
            measure(&mut person, screen.title(), count);
        }
        let page = GuidePage::Cause("piriformis_dgs".to_owned());
        person.ask(Action::Guide(page));
        measure(&mut person, "Guide, a cause", count);
        person.ask(Action::NewEntry);
        measure(&mut person, "Diary, log sheet", count);
        person.ask(Action::Open(Screen::Stretch));
        person.ask(Action::Stretch(StretchStep::PassGate));
        person.ask(Action::Stretch(StretchStep::Start));
        measure(&mut person, "Stretch, running", count);
    }
}

fn measure(person: &mut Person, name: &str, count: usize) {
    let mut times: Vec<Duration> = Vec::with_capacity(FRAMES);
    for at in 0..FRAMES + SETTLING {
        person.clock.pass(Duration::from_millis(33));
        let since = Instant::now();
        person.harness.step();
        let shapes = person.harness.output().shapes.clone();
        let scale = person.harness.ctx.pixels_per_point();
        std::hint::black_box(person.harness.ctx.tessellate(shapes, scale));
        if at >= SETTLING {
            times.push(since.elapsed());
        }
    }
    times.sort_unstable();
    let at = |share: f64| {
        let place = ((times.len() - 1) as f64 * share).round() as usize;
        times.get(place).map_or(0.0, |t| t.as_secs_f64() * 1000.0)
    };
    println!(
        "| {name} | {count} | {:.2} | {:.2} | {:.2} |",
        at(0.5),
        at(0.99),
        at(1.0)
    );
}
