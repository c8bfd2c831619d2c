//! An hour of use in a real window: entries, checks, sessions, themes, sizes.
//! Memory, handles and threads are told each minute, and must not grow.

use std::time::{Duration, Instant};

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use crate::link::Window;
use crate::process::Process;

/// Uses the window for so many minutes and tells what it held each minute.
pub fn run(minutes: u64) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::open(folder.path());
    let process = Process(window.pid());
    let since = Instant::now();
    let mut told = Duration::ZERO;
    let mut round = 0_u32;
    println!("| minute | rounds | entries | PSS MiB | handles | threads |");
    println!("|---|---|---|---|---|---|");
    while since.elapsed() < Duration::from_secs(60 * minutes) {
        round += 1;
        one_round(&mut window, round);
        if since.elapsed() >= told {
            told += Duration::from_secs(60);
            println!(
                "| {} | {round} | {} | {:.1} | {} | {} |",
                since.elapsed().as_secs() / 60,
                entries(folder.path()),
                process.pss_mib(),
                process.handles(),
                process.threads()
            );
        }
    }
    window.quit();
}

/// Files in the diary: what was kept.
fn entries(folder: &std::path::Path) -> usize {
    let Ok(items) = std::fs::read_dir(folder) else {
        return 0;
    };
    items
        .flatten()
        .map(|item| match item.file_type() {
            Ok(kind) if kind.is_dir() => entries(&item.path()),
            Ok(_) => usize::from(item.path().components().any(|c| c.as_os_str() == "diary")),
            Err(_) => 0,
        })
        .sum()
}

fn one_round(window: &mut Window, round: u32) {
    log(window, round);
    for screen in ["Guide", "Check", "Trends", "Settings", "Now", "Diary"] {
        window.press(Role::Button, screen);
    }
    let ctrl = Modifiers::COMMAND | Modifiers::CTRL;
    match round % 4 {
        0 => {
            // Larger, and back.
            window.key(ctrl, Key::Plus);
            window.key(ctrl, Key::Num0);
        }
        1 => {
            window.press(Role::Button, "Settings");
            let theme = if round % 8 == 1 { "Dark" } else { "Light" };
            window.press(Role::RadioButton, theme);
        }
        2 => check(window),
        _ => session(window),
    }
}

/// One entry by the log sheet.
fn log(window: &mut Window, round: u32) {
    window.key(Modifiers::COMMAND | Modifiers::CTRL, Key::N);
    window.must_see("Log a cramp");
    window.press(Role::CheckBox, "10 min");
    window.press(Role::CheckBox, "Deep inside");
    window.press(Role::CheckBox, "Left");
    window.press(Role::RadioButton, "Worst pain 4 of 10");
    let note = format!("round {round}");
    window.write(Role::MultilineTextInput, "Note (optional)", &note);
    window.press(Role::Button, "Save");
    window.must_see("Saved.");
}

/// One press on in the check, from wherever an earlier round has left it.
fn check(window: &mut Window) {
    window.press(Role::Button, "Check");
    press_any(
        window,
        &[
            "Start the check",
            "None of these",
            "Skip",
            "Continue",
            "Start again",
        ],
    );
}

/// A session that is stopped when it has begun, and kept.
fn session(window: &mut Window) {
    window.press(Role::Button, "Stretch");
    let way = ["None of these is true for me", "Start the stretch"];
    if press_any(window, &way) == way[0] {
        window.press(Role::Button, "Start the stretch");
    }
    window.press(Role::Button, "Stop");
    window.press(Role::Button, "Save to the diary");
}

/// Presses the first of these buttons that is there, as soon as one is.
fn press_any<'a>(window: &mut Window, names: &[&'a str]) -> &'a str {
    window.wait(&names.join(" or "), |tree| {
        names
            .iter()
            .any(|name| tree.find(Role::Button, name).is_some())
    });
    let there = window.named(&[Role::Button]);
    let name = names
        .iter()
        .find(|name| there.iter().any(|other| other == *name))
        .expect("one is there");
    window.press(Role::Button, name);
    name
}
