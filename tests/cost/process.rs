//! What the kernel counts of a process. Linux.

use std::fs;
use std::time::Duration;

/// One process, by its number.
#[derive(Clone, Copy, Debug)]
pub struct Process(pub u32);

/// What was counted up to a moment.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counted {
    /// Time on the processors, all threads.
    pub cpu: Duration,
    /// How often a thread woke up after waiting, all threads.
    pub wakes: u64,
    /// The same of the first thread, which draws: no frame without one.
    pub wakes_of_main: u64,
}

impl Process {
    fn read(self, name: &str) -> String {
        fs::read_to_string(format!("/proc/{}/{name}", self.0)).unwrap_or_default()
    }

    /// Its share of the memory, in MiB.
    pub fn pss_mib(self) -> f64 {
        number(&self.read("smaps_rollup"), "Pss:") as f64 / 1024.0
    }

    /// How many files, sockets and pipes it holds open.
    pub fn handles(self) -> usize {
        fs::read_dir(format!("/proc/{}/fd", self.0)).map_or(0, Iterator::count)
    }

    /// How many threads it has.
    pub fn threads(self) -> u64 {
        number(&self.read("status"), "Threads:")
    }

    /// What was counted since it began.
    pub fn counted(self) -> Counted {
        let mut counted = Counted {
            cpu: self.cpu(),
            ..Counted::default()
        };
        let tasks = fs::read_dir(format!("/proc/{}/task", self.0));
        for task in tasks.into_iter().flatten().flatten() {
            let status = fs::read_to_string(task.path().join("status")).unwrap_or_default();
            let wakes = number(&status, "voluntary_ctxt_switches:");
            counted.wakes += wakes;
            if task.file_name().to_string_lossy() == self.0.to_string() {
                counted.wakes_of_main = wakes;
            }
        }
        counted
    }

    /// Fields 14 and 15 of `stat`, in hundredths of a second, as everywhere on
    /// Linux.
    fn cpu(self) -> Duration {
        let stat = self.read("stat");
        let after_name = stat.rsplit(')').next().unwrap_or_default();
        let ticks: u64 = after_name
            .split_whitespace()
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse::<u64>().ok())
            .sum();
        Duration::from_millis(ticks * 10)
    }
}

/// The number after a name at the beginning of a line.
fn number(text: &str, name: &str) -> u64 {
    text.lines()
        .find_map(|line| line.strip_prefix(name))
        .and_then(|rest| rest.split_whitespace().next())
        .and_then(|word| word.parse().ok())
        .unwrap_or_default()
}
