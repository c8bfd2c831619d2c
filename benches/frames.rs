//! How long one frame of each screen takes on the processor with 10,000 entries
//! in the diary: the app's logic, the drawing, the accessible tree, and the
//! tessellation; without the graphics card.
//!
//! Targets: median at most 4 ms, 99th percentile at most 8 ms. Also run with
//! 100 entries: a frame must not grow with the diary.
//!
//! Percentiles are what is promised, so this bench counts for itself instead of
//! asking criterion, which tells means. Floor: a frame of egui in the same size
//! with one line of text in it.

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

#[expect(dead_code, reason = "other benches use the rest")]
mod common;
#[path = "../tests/kit/mod.rs"]
#[expect(dead_code, unreachable_pub, reason = "the tests use the rest")]
mod kit;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::Theme;
use unclench::action::{Action, CheckStep, StretchStep};
use unclench::screen::Screen;
use unclench::state::GuidePage;
use unclench::store::lay_out;

use self::common::{entries, is_trial};
use self::kit::Person;
use self::kit::clock::ManualClock;

const FRAMES: usize = 300;
/// The window, in points.
const SIZE: [f32; 2] = [1080.0, 760.0];
/// Frames after a change of screen that are not counted: what is made once.
const SETTLING: usize = 20;

fn main() {
    println!("| screen | entries | median ms | 99th ms | worst ms |");
    println!("|---|---|---|---|---|");
    let (counts, frames) = if is_trial() {
        (&[20][..], 2)
    } else {
        (&[100, 10_000][..], FRAMES)
    };
    floor(frames);
    for &count in counts {
        let folder = tempfile::tempdir().unwrap();
        lay_out(folder.path(), &entries(count)).unwrap();
        let mut person = Person::at(
            Arc::new(folder),
            Arc::new(ManualClock::new()),
            SIZE,
            1.0,
            Theme::Light,
            false,
        );
        let measure = |person: &mut Person, name: &str| measure(person, name, count, frames);
        for screen in Screen::ALL {
            person.ask(Action::Open(screen));
            measure(&mut person, screen.title());
        }
        let page = GuidePage::Cause("piriformis_dgs".to_owned());
        person.ask(Action::Guide(page));
        measure(&mut person, "Guide, a cause");
        person.ask(Action::Check(CheckStep::Begin));
        person.ask(Action::Open(Screen::Check));
        measure(&mut person, "Check, asking");
        person.ask(Action::NewEntry);
        measure(&mut person, "Diary, log sheet");
        person.ask(Action::Open(Screen::Stretch));
        person.ask(Action::Stretch(StretchStep::PassGate));
        person.ask(Action::Stretch(StretchStep::Start));
        measure(&mut person, "Stretch, running");
    }
}

/// What egui itself takes for a window of the same size.
fn floor(frames: usize) {
    let ctx = egui::Context::default();
    let input = || egui::RawInput {
        screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, SIZE.into())),
        ..egui::RawInput::default()
    };
    let mut times = Vec::with_capacity(frames);
    for at in 0..frames + SETTLING {
        let since = Instant::now();
        let mut out = ctx.run_ui(input(), |ui| {
            ui.label("Nothing but this line.");
        });
        out.textures_delta.clear(); // nobody uploads them here
        std::hint::black_box(ctx.tessellate(out.shapes, 1.0));
        if at >= SETTLING {
            times.push(since.elapsed());
        }
    }
    tell("floor: one line of text", 0, times);
}

fn measure(person: &mut Person, name: &str, count: usize, frames: usize) {
    let mut times: Vec<Duration> = Vec::with_capacity(frames);
    for at in 0..frames + SETTLING {
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
    tell(name, count, times);
}

/// One row of the table.
fn tell(name: &str, count: usize, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: f64| {
        let place = ((times.len() - 1) as f64 * share).round() as usize;
        times.get(place).map_or(0.0, |t| t.as_secs_f64() * 1000.0)
    };
    println!(
        "| {name} | {count} | {:.3} | {:.3} | {:.3} |",
        at(0.5),
        at(0.99),
        at(1.0)
    );
}
