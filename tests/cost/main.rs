//! What the window costs: launch to painted, memory, idle and session, beside
//! an empty window of the same kind, and an hour of use that must not grow.
//!
//! `tests/cost/run` builds what is needed and starts it. It is a program that
//! prints a table, not a test that can fail on a slow machine: the targets are
//! printed beside what was measured.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    unreachable_pub,
    reason = "a program for the people who work on this one; it measures a real window"
)]

mod desk;
#[path = "../../benches/common/mod.rs"]
#[expect(dead_code, reason = "the benches use the rest")]
mod diaries;
mod life;
#[path = "../e2e/link.rs"]
#[expect(dead_code, reason = "the end-to-end run uses the rest")]
mod link;
mod process;
mod soak;

use std::time::Duration;

use desk::Desk;
use life::{Cost, Started};
use unclench::store::lay_out;

/// How long a window is left alone while its idle cost is counted.
const IDLE: Duration = Duration::from_secs(30);
/// Launches of each program, in turn.
const LAUNCHES: usize = 9;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["soak", minutes] => soak::run(minutes.parse().expect("minutes")),
        ["soak"] => soak::run(60),
        peers => table(peers),
    }
}

/// Measures ours, the empty window and any peer commands in turn.
fn table(peers: &[&str]) {
    let desk = Desk::open();
    let empty = std::env::var("EMPTY_BIN").expect("EMPTY_BIN names the empty window");
    let folder = tempfile::tempdir().expect("a folder");
    let full = folder.path().join("10000");
    lay_out(&full, &diaries::entries(10_000)).expect("a diary");
    let few = folder.path().join("100");
    lay_out(&few, &diaries::entries(100)).expect("a diary");
    let at = |data: &std::path::Path| {
        vec![
            link::program(),
            "--data-dir".to_owned(),
            data.display().to_string(),
        ]
    };
    let mut programs = vec![
        ("empty window".to_owned(), vec![empty]),
        ("Unclench, 100 entries".to_owned(), at(&few)),
        ("Unclench, 10,000 entries".to_owned(), at(&full)),
    ];
    programs.extend(peers.iter().map(|peer| {
        let command = peer.split_whitespace().map(str::to_owned).collect();
        ((*peer).to_owned(), command)
    }));
    let mut launches = vec![Vec::new(); programs.len()];
    for _ in 0..LAUNCHES {
        for ((_, command), times) in programs.iter().zip(&mut launches) {
            times.push(Started::new(&desk, command).painted_after);
        }
    }
    println!(
        "| program | launch to painted, median of {LAUNCHES} | ratio | PSS | idle 30 s: CPU | wake-ups | of the window's thread |"
    );
    println!("|---|---|---|---|---|---|---|");
    let mut base: Option<(Duration, Cost)> = None;
    for ((name, command), mut times) in programs.iter().zip(launches) {
        times.sort_unstable();
        let launch = times.get(times.len() / 2).copied().unwrap_or_default();
        let cost = Started::new(&desk, command).left_alone(IDLE);
        let ratio = base
            .as_ref()
            .map_or(1.0, |(empty, _)| launch.as_secs_f64() / empty.as_secs_f64());
        println!(
            "| {name} | {} ms | {ratio:.2} | {:.1} MiB | {:.2} % | {} | {} |",
            launch.as_millis(),
            cost.pss_mib,
            cost.cpu_percent,
            cost.wakes,
            cost.wakes_of_main
        );
        if base.is_none() {
            base = Some((launch, cost));
        }
    }
    println!(
        "\nTargets: launch at most 1.25 times and memory at most 40 MiB above the empty window; idle 0.0 %, no frame.\n"
    );
    for (name, cost) in life::session(&desk, &few) {
        println!(
            "Session, {name}: {:.1} % CPU, {} wake-ups in 20 s",
            cost.cpu_percent, cost.wakes
        );
    }
    let size = std::fs::metadata(link::program()).map_or(0, |m| m.len());
    println!(
        "Program file: {:.1} MiB (target under 25)",
        size as f64 / 1_048_576.0
    );
}
