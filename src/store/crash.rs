//! The note that a crash leaves, and the next start takes up.
//!
//! It says which version stopped, when, and where in the code. It holds no
//! word of the diary and no message of the failure, which might quote one.

use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Disk as _, RealDisk};
use super::{Store, names};
use crate::clock::Clock;
use crate::content::Library;
use crate::diary::format::text_of;

/// A note of a crash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrashNote {
    /// What it says, for people.
    pub text: String,
    /// Where it is kept.
    pub path: PathBuf,
}

/// From now on a crash leaves a note in this folder, and one sentence on
/// standard error. What goes wrong on a thread that others can do without is
/// theirs to tell.
pub fn watch_for_crashes(state: &Path, clock: Arc<dyn Clock>) {
    let state = state.to_owned();
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
        let thread = std::thread::current();
        let thread = thread.name().unwrap_or("without a name");
        if cfg!(debug_assertions) {
            usual(info); // with the message, for whoever builds it
        }
        if !matches!(thread, "main" | "unclench-store") {
            return;
        }
        let place = info.location().map_or_else(String::new, |at| {
            format!("{}:{}:{}", at.file(), at.line(), at.column())
        });
        let when = clock
            .now()
            .wall
            .strftime("%Y-%m-%d %H:%M:%S %:z")
            .to_string();
        let text = words(&Library::embedded_version(), &when, &place, thread);
        let kept = leave(&state, &text);
        let said = match &kept {
            Ok(path) => format!("It left a note: {}", path.display()),
            Err(err) => format!("It could leave no note: {err}"),
        };
        writeln!(
            io::stderr(),
            "unclench: stopped by mistake at {place}. {said}"
        )
        .ok();
    }));
}

/// What the note says.
fn words(content: &str, when: &str, place: &str, thread: &str) -> String {
    format!(
        "Unclench stopped by mistake.\n\n\
         Version: {}, guide version {content}\n\
         When: {when}\n\
         Where: {place}, in the thread {thread}\n\
         System: {} {}\n\n\
         This note holds nothing of your diary. Whoever mends Unclench can use it.\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
    )
}

/// Writes the note, for the owner alone, in place of an older one.
fn leave(state: &Path, text: &str) -> io::Result<PathBuf> {
    let disk = RealDisk::new(state);
    disk.make_root()?;
    let path = state.join(names::CRASH);
    match fs::remove_file(&path) {
        Err(err) if err.kind() != ErrorKind::NotFound => return Err(err),
        _ => {}
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(&path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    Ok(path)
}

/// Crashes when it is asked to, to try what a crash leaves: the variable names a
/// file, and once that is there its words go into the failure. Only where the
/// window is driven from outside.
#[cfg(feature = "inspection")]
pub fn crash_if_asked() {
    let Some(file) = std::env::var_os("UNCLENCH_CRASH_ON_FILE") else {
        return;
    };
    if let Ok(words) = fs::read_to_string(file) {
        panic!("asked to: {words}");
    }
}

impl Store {
    /// The note of a crash that nobody has been told of. It is kept under
    /// another name, so that it is told once.
    pub fn take_crash(&self) -> Option<CrashNote> {
        let disk = RealDisk::new(&self.places.state);
        let (new, old) = (Path::new(names::CRASH), Path::new(names::CRASH_TOLD));
        let bytes = disk.read(new).ok()?;
        let text = text_of(&bytes).ok()?.to_owned();
        disk.replace(new, old).ok()?;
        let path = self.places.state.join(old);
        Some(CrashNote { text, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;
    use crate::store::Places;

    #[test]
    fn a_note_is_private_and_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("state");
        let said = words("abc", "2026-11-23 03:10:00 +01:00", "src/x.rs:1:2", "main");
        leave(&state, &said).unwrap();
        let path = leave(&state, &said).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "for the owner alone");
        }
        let places = Places::within(&state).unwrap();
        let store = Store::open(places, Arc::new(SystemClock::new()));
        let note = store.take_crash().unwrap();
        assert!(note.text.contains("src/x.rs:1:2"), "where: {}", note.text);
        assert!(note.path.exists(), "kept");
        assert_eq!(store.take_crash(), None, "once");
    }
}
