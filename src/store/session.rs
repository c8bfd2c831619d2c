//! The file of a session that is not in the diary yet: kept while it runs, so
//! that a crash loses nothing, and dropped when it has been dealt with.
//!
//! One file, replaced in one step. It says which process wrote it: a session
//! that another window runs is nobody's to take up.

use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Store, names};
use crate::diary::format::text_of;
use crate::job::{Fault, FaultKind};
use crate::stretch::{Kept, Snapshot};

/// The schema of the file this program knows.
const KNOWN_SCHEMA: u32 = 1;
/// Where a process cannot be looked up, a file younger than this is another
/// window's: it writes every ten seconds.
const LIVELY: Duration = Duration::from_secs(15);

/// The file.
#[derive(Serialize, Deserialize)]
#[serde(rename = "KeptSession", deny_unknown_fields)]
struct File {
    schema: u32,
    /// The process that runs it.
    process: u32,
    before: Option<u8>,
    #[serde(default)]
    plan: String,
    session: Snapshot,
}

impl Store {
    /// Keeps a session. Whole or not at all; not safe against a power cut,
    /// which the next ten seconds would heal.
    ///
    /// # Errors
    /// What went wrong; the file then says what it said before.
    pub fn keep_session(&mut self, kept: &Kept) -> Result<(), Fault> {
        self.writable()?;
        let file = File {
            schema: KNOWN_SCHEMA,
            process: std::process::id(),
            before: kept.before,
            plan: kept.plan.clone(),
            session: kept.session.clone(),
        };
        let path = Path::new(names::SESSION);
        let text = ron::ser::to_string_pretty(&file, ron::ser::PrettyConfig::new())
            .map_err(|err| Fault::new(FaultKind::Invalid, err.to_string()))?;
        let made = self.disk.make_root();
        made.and_then(|()| self.disk.put(path, text.as_bytes()))
            .map_err(|err| self.fault(&err, path))
    }

    /// Drops the session that was kept, unless another window keeps one now.
    pub fn drop_session(&self) {
        let path = Path::new(names::SESSION);
        let others = self.disk.read(path).ok().is_some_and(|bytes| {
            read(&bytes).is_ok_and(|file| is_lively(file.process, self.age_of_session()))
        });
        if !others {
            // Not being able to tidy up is no one's trouble.
            self.disk.remove(path).ok();
        }
    }

    /// The session that was interrupted, if there is one.
    ///
    /// # Errors
    /// Why it could not be read, and as what the file was kept.
    pub fn kept_session(&mut self) -> Result<Option<Kept>, Fault> {
        let path = Path::new(names::SESSION);
        let bytes = match self.disk.read(path) {
            Ok(bytes) => bytes,
            Err(err) if err.kind() == ErrorKind::NotFound => return Ok(None),
            Err(err) => return Err(self.fault(&err, path)),
        };
        match read(&bytes) {
            Ok(file) if is_lively(file.process, self.age_of_session()) => Ok(None),
            Ok(file) => Ok(Some(Kept {
                before: file.before.filter(|before| *before <= 10),
                plan: file.plan,
                session: file.session,
            })),
            Err(why) => {
                let kept = format!("{}.damaged-{}", names::SESSION, Uuid::now_v7());
                let moved = self.disk.rename_new(path, Path::new(&kept));
                let told = match moved {
                    Ok(()) => format!("its file could not be read and is kept as {kept} ({why})"),
                    Err(err) => format!("its file could not be read ({why}, {err})"),
                };
                Err(Fault::new(FaultKind::Invalid, told).at(self.full(path)))
            }
        }
    }

    fn age_of_session(&self) -> Option<Duration> {
        let changed = self.disk.changed(Path::new(names::SESSION)).ok()?;
        let now = self.clock.now().wall.timestamp().as_second();
        u64::try_from(now - changed).ok().map(Duration::from_secs)
    }
}

fn read(bytes: &[u8]) -> Result<File, String> {
    let text = text_of(bytes).map_err(|spot| spot.to_string())?;
    let file: File = ron::from_str(text).map_err(|err| err.to_string())?;
    if file.schema != KNOWN_SCHEMA {
        return Err(format!("it has schema {} of another Unclench", file.schema));
    }
    if !file.session.is_sound() {
        return Err("it does not hang together".to_owned());
    }
    Ok(file)
}

/// The name and the state of a process, from its line in `/proc`.
#[cfg(target_os = "linux")]
fn name_and_state(line: &str) -> Option<(&str, char)> {
    let (head, tail) = line.rsplit_once(')')?;
    let (_, name) = head.split_once('(')?;
    Some((name, tail.trim_start().chars().next()?))
}

/// Does another process of this program run the session?
fn is_lively(process: u32, age: Option<Duration>) -> bool {
    if process == std::process::id() {
        return false;
    }
    #[cfg(target_os = "linux")]
    {
        let _ = (age, LIVELY);
        let told = |id: &str| std::fs::read_to_string(format!("/proc/{id}/stat")).ok();
        let other = told(&process.to_string());
        let own = told("self");
        let other = other.as_deref().and_then(name_and_state);
        // One that was killed may wait as a zombie for its parent.
        other.is_some_and(|(name, state)| {
            !matches!(state, 'Z' | 'X')
                && own
                    .as_deref()
                    .and_then(name_and_state)
                    .is_some_and(|(own, _)| own == name)
        })
    }
    #[cfg(not(target_os = "linux"))]
    {
        age.is_some_and(|age| age < LIVELY)
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_process_line_is_read_whatever_its_name() {
        assert_eq!(
            name_and_state("7 (un (cl) ench) Z 1 7"),
            Some(("un (cl) ench", 'Z')),
            "killed, not reaped"
        );
        assert_eq!(name_and_state("oops"), None, "no line of a process");
    }

    #[test]
    fn what_nobody_runs_is_not_lively() {
        assert!(!is_lively(std::process::id(), None), "our own, of before");
        assert!(!is_lively(u32::MAX, None), "no such process");
        assert!(!is_lively(1, None), "another program");
    }
}
