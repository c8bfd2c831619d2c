//! One start of a program: when it was painted, and what it cost after that.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use egui::accesskit::Role;

use crate::desk::Desk;
use crate::link::Window;
use crate::process::{Counted, Process};

/// How long a program may take to paint.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long a program may settle before its idle cost is counted.
const SETTLE: Duration = Duration::from_secs(6);

/// What a while has cost.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    pub pss_mib: f64,
    /// Of one processor.
    pub cpu_percent: f64,
    pub wakes: u64,
    pub wakes_of_main: u64,
}

/// A program with a painted window. Killed when it goes out of sight.
pub struct Started {
    child: Child,
    pub painted_after: Duration,
}

impl Started {
    /// Starts a command and waits until its window shows something.
    pub fn new(desk: &Desk, command: &[String]) -> Self {
        let (first, rest) = command.split_first().expect("a command");
        let since = Instant::now();
        let child = Command::new(first)
            .args(rest)
            .env_remove("EGUI_INSPECTION")
            .env("LANG", "en_GB.UTF-8")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        loop {
            let window = desk.window_of(child.id());
            if window.is_some_and(|window| desk.is_painted(window)) {
                break;
            }
            assert!(since.elapsed() < PATIENCE, "{first} paints nothing");
            std::thread::sleep(Duration::from_millis(1));
        }
        Self {
            child,
            painted_after: since.elapsed(),
        }
    }

    /// What it costs while nobody touches it.
    pub fn left_alone(&self, time: Duration) -> Cost {
        std::thread::sleep(SETTLE);
        cost(Process(self.child.id()), time)
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// What a process costs from now on.
fn cost(process: Process, time: Duration) -> Cost {
    let before = process.counted();
    std::thread::sleep(time);
    let after = process.counted();
    let Counted {
        cpu,
        wakes,
        wakes_of_main,
    } = before;
    Cost {
        pss_mib: process.pss_mib(),
        cpu_percent: 100.0 * (after.cpu.saturating_sub(cpu)).as_secs_f64() / time.as_secs_f64(),
        wakes: after.wakes.saturating_sub(wakes),
        wakes_of_main: after.wakes_of_main.saturating_sub(wakes_of_main),
    }
}

/// A session of the stretch, seen and then minimised.
pub fn session(desk: &Desk, data: &Path) -> Vec<(&'static str, Cost)> {
    let while_it_runs = Duration::from_secs(20);
    let mut window = Window::open(data);
    window.press(Role::Button, "Stretch");
    window.press(Role::Button, "None of these is true for me");
    window.press(Role::Button, "Start the stretch");
    for _ in 0..12 {
        if window.sees("Hold and breathe") {
            break;
        }
        window.press(Role::Button, "Skip");
    }
    window.must_see("Hold and breathe");
    let process = Process(window.pid());
    let seen = cost(process, while_it_runs);
    let id = desk.window_of(window.pid()).expect("its window");
    desk.put_away(id);
    let away = cost(process, while_it_runs);
    window.kill();
    vec![("holding, seen", seen), ("minimised", away)]
}
