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

/// Puts so many entries into a new diary, all kinds of intensity and length.
pub fn fill(data: &Path, count: u32) {
    for n in 0..count {
        let (year, month, day) = (2020 + n % 6, 1 + n / 6 % 12, 1 + n / 72 % 28);
        let folder = data.join(format!("diary/{year}/{month:02}"));
        std::fs::create_dir_all(&folder).expect("a folder");
        let text = format!(
            "Episode(\n    schema: 1,\n    id: \"01a2082c-0000-7000-8000-{n:012}\",\n    \
             logged_at: \"{year}-{month:02}-{day:02}T12:20:00+00:00[UTC]\",\n    \
             started_at: \"{year}-{month:02}-{day:02}T{:02}:10:00+00:00[UTC]\",\n    \
             duration: seconds({}),\n    regions: [\n        buttock_left_deep,\n    ],\n    \
             side: left,\n    pain_peak: {},\n    note: \"entry {n}\",\n)\n",
            n % 12,
            60 + n % 1800,
            n % 11
        );
        let name = format!("{year}-{month:02}-{day:02}-01a2082c-0000-7000-8000-{n:012}.ron");
        std::fs::write(folder.join(name), text).expect("a file");
    }
}
