//! The `unclench` program: runs a command or opens the window.

use std::process::ExitCode;

use unclench::cli::{Start, start};

fn main() -> ExitCode {
    match start(std::env::args_os()) {
        Start::Done(code) => code,
        Start::Window(_launch) => {
            // The window comes here.
            match start(["unclench".into(), "--help".into()]) {
                Start::Done(code) => code,
                Start::Window(_) => ExitCode::from(2),
            }
        }
    }
}
