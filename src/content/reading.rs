//! Reading: the content on its way, while the window is being made.
//!
//! Reading and checking all of it takes a third as long as making a window, and
//! neither waits for the other.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use super::{Library, Problem};

type Read = Result<Library, Vec<Problem>>;

/// The compiled-in content, while it is read.
#[derive(Debug)]
pub struct Reading(Result<JoinHandle<Read>, Read>);

impl Reading {
    /// Begins to read, beside all else.
    pub fn begin() -> Self {
        let name = "unclench-content".to_owned();
        let reader = thread::Builder::new().name(name).spawn(Library::embedded);
        // Without a thread it is read here.
        Self(reader.map_err(|_no_thread| Library::embedded()))
    }

    /// Waits for the end of it.
    ///
    /// # Errors
    /// Every problem, a line each. That would be our fault.
    pub fn finish(self) -> Result<Arc<Library>, String> {
        let read = match self.0 {
            Ok(reader) => reader
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            Err(read) => read,
        };
        let told = |problems: Vec<Problem>| {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            lines.join("\n")
        };
        read.map(Arc::new).map_err(told)
    }
}
