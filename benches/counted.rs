//! One thing at a time, done ten times between two marks, for a program that
//! counts instructions: `benches/instructions` runs it under valgrind.
//!
//! A count of instructions is the same on a busy machine, so it shows a change of
//! one percent where a time would not. The mark is a question to the system that
//! nothing else here asks (`getppid`), which valgrind can be told to look out
//! for; so the program needs no debug symbols.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::float_cmp,
    clippy::indexing_slicing,
    clippy::iter_over_hash_type,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "the kit is the tests' own, and a bench that fails must stop"
)]

#[expect(dead_code, reason = "other benches use the rest")]
mod common;
#[path = "../tests/kit/mod.rs"]
#[expect(dead_code, unreachable_pub, reason = "the tests use the rest")]
mod kit;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use egui::Theme;
use unclench::action::Action;
use unclench::content::Library;
use unclench::diary::format::{format, parse};
use unclench::screen::Screen;
use unclench::settings::{self, Settings};
use unclench::store::lay_out;

use self::common::{entries, half_answered};
use self::kit::Person;
use self::kit::clock::ManualClock;

/// How often each is done; `benches/instructions` divides by it.
const TIMES: usize = 10;

/// Everything that can be counted.
const NAMES: [&str; 7] = [
    "assess",
    "next",
    "parse",
    "settings",
    "frame-now",
    "frame-diary",
    "frame-trends",
];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let names = NAMES.iter().filter(|name| asked.iter().any(|a| a == *name));
    let names: Vec<&&str> = names.collect();
    if names.is_empty() {
        println!("benches/instructions counts: {}", NAMES.join(" "));
    }
    for name in names {
        let mut once = made(name);
        once(); // what is made once is not counted
        mark();
        for _ in 0..TIMES {
            once();
        }
        mark();
    }
}

/// Where counting begins and ends.
fn mark() {
    black_box(std::os::unix::process::parent_id());
}

/// What is to be done each time.
fn made(name: &str) -> Box<dyn FnMut()> {
    let library = || Library::embedded().expect("the content");
    match name {
        "assess" => {
            let library = library();
            let answers = half_answered(&library);
            Box::new(move || drop(black_box(library.knowledge().assess(&answers))))
        }
        "next" => {
            let library = library();
            let answers = half_answered(&library);
            Box::new(move || drop(black_box(library.knowledge().next(&answers))))
        }
        "parse" => {
            let many = entries(100);
            let entry = many.iter().rev().find(|e| e.as_episode().is_some());
            let text = format(entry.expect("an episode")).expect("its text");
            Box::new(move || drop(black_box(parse(text.as_bytes()))))
        }
        "settings" => {
            let text = settings::format(&Settings::default()).expect("the text");
            Box::new(move || drop(black_box(settings::parse(&text))))
        }
        "frame-diary" => frame(Screen::Diary),
        "frame-trends" => frame(Screen::Trends),
        _ => frame(Screen::Now),
    }
}

/// One frame of a screen over a diary of 1,000 entries, tessellated.
fn frame(screen: Screen) -> Box<dyn FnMut()> {
    let folder = tempfile::tempdir().unwrap();
    lay_out(folder.path(), &entries(1_000)).unwrap();
    let clock = Arc::new(ManualClock::new());
    let size = [1080.0, 760.0];
    let mut person = Person::at(Arc::new(folder), clock, size, 1.0, Theme::Light, false);
    person.ask(Action::Open(screen));
    let mut once = move || {
        person.clock.pass(Duration::from_millis(33));
        person.harness.step();
        let shapes = person.harness.output().shapes.clone();
        let scale = person.harness.ctx.pixels_per_point();
        black_box(person.harness.ctx.tessellate(shapes, scale));
    };
    for _ in 0..20 {
        once();
    }
    Box::new(once)
}
