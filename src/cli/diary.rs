//! `unclench diary …`: the diary for scripts, backups and tests.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::{DiaryCommand, Ended, Failure, Input, exchange, print, say, verify};
use crate::clock::{Clock as _, SystemClock};
use crate::diary::Diary;
use crate::diary::check::{check, sentence};
use crate::diary::entry::{Entry, EntryId, Intensity};
use crate::diary::format::{MAX_BYTES, Unread, format, parse_draft, text_of};
use crate::diary::found::Version;
use crate::diary::json::{format_json, parse_json};
use crate::diary::when::When;
use crate::job::{Fault, FaultKind, Report, quoted};
use crate::store::{Places, Store, told};

/// Carries out a command.
pub(super) fn run(command: DiaryCommand, places: Places) -> Result<Ended, Failure> {
    if let Some(missing) = places.missing() {
        return Err(Failure(format!(
            "{missing}; plug in its disk, or name another folder with --data-dir"
        )));
    }
    let clock = SystemClock::new();
    let mut store = Store::open(places, Arc::new(clock));
    match command {
        DiaryCommand::Add(input) => add(&mut store, &input, clock),
        DiaryCommand::List { json, since, until } => list(&mut store, json, since, until),
        DiaryCommand::Show { id, json } => show(&mut store, &id, json),
        DiaryCommand::Edit { id, input } => edit(&mut store, &id, &input, clock),
        DiaryCommand::Delete { id } => delete(&mut store, &id),
        DiaryCommand::Restore { id } => restore(&mut store, &id),
        DiaryCommand::Export(asked) => exchange::export(&mut store, &asked),
        DiaryCommand::Import(asked) => exchange::import(&mut store, &asked),
        DiaryCommand::Backup { folder } => exchange::backup(&mut store, folder.as_deref()),
        DiaryCommand::Move { folder } => move_to(&mut store, &folder),
        DiaryCommand::Verify { json } => verify::run(&mut store, json),
    }
}

fn add(store: &mut Store, input: &Input, clock: SystemClock) -> Result<Ended, Failure> {
    let now = clock.now();
    let mut entry = read_entry(input)?;
    entry.complete(EntryId::new(&now), &now);
    let entry = Arc::new(checked(entry)?);
    let saved = store
        .create(&entry)
        .map_err(|fault| failed("saved", &fault))?;
    print_id(saved.entry.id())
}

fn edit(store: &mut Store, id: &str, input: &Input, clock: SystemClock) -> Result<Ended, Failure> {
    let id = id_of(id)?;
    let now = clock.now();
    let before = version(store, id)?.entry;
    let mut entry = read_entry(input)?;
    if entry.logged_at().is_missing() {
        entry.set_logged(before.logged_at().clone());
    }
    entry.complete(id, &now);
    if entry.id() != id {
        return Err(Failure(format!(
            "the entry to write has the id {}, not {id}; leave its id out",
            entry.id()
        )));
    }
    entry.set_edited(Some(When::from(&now.wall)));
    let entry = Arc::new(checked(entry)?);
    let edited = store.edit(&[before], &entry);
    let edited = edited.map_err(|fault| failed("saved", &fault))?;
    if let Some(aside) = edited.aside {
        say(&format!(
            "somebody else had changed the entry meanwhile; their version is kept as {}",
            quoted(&aside.path)
        ));
    }
    print_id(id)
}

fn delete(store: &mut Store, id: &str) -> Result<Ended, Failure> {
    let id = id_of(id)?;
    let trashed = store
        .delete(id)
        .map_err(|fault| failed("deleted", &fault))?;
    if trashed.is_empty() {
        return Err(no_entry(id));
    }
    print_id(id)
}

fn restore(store: &mut Store, id: &str) -> Result<Ended, Failure> {
    let id = id_of(id)?;
    store
        .restore(id)
        .map_err(|fault| failed("restored", &fault))?;
    print_id(id)
}

fn move_to(store: &mut Store, folder: &Path) -> Result<Ended, Failure> {
    let failed = |fault: Fault| Failure(format!("the diary was not moved, {fault}"));
    let folder = std::path::absolute(folder).map_err(|err| Failure(err.to_string()))?;
    let moved = store.move_to(&folder, &mut |_, _| {}).map_err(failed)?;
    for left in &moved.left_out {
        say(&format!(
            "{} is not a file and was not copied",
            quoted(left)
        ));
    }
    if let Some(remark) = &moved.remark {
        say(&format!("the diary was moved, but {remark}"));
    }
    print(|out| writeln!(out, "{}", moved.to.display()))?;
    Ok(Ended::Well)
}

fn show(store: &mut Store, id: &str, json: bool) -> Result<Ended, Failure> {
    let id = id_of(id)?;
    let version = version(store, id)?;
    let text = if json {
        format_json(&version.entry).map(|line| line + "\n")
    } else {
        format(&version.entry)
    };
    let text = text.map_err(Failure)?;
    print(|out| out.write_all(text.as_bytes()))?;
    Ok(Ended::Well)
}

fn list(
    store: &mut Store,
    json: bool,
    since: Option<Date>,
    until: Option<Date>,
) -> Result<Ended, Failure> {
    let diary = load(store);
    let is_asked = |entry: &&Arc<Entry>| {
        let date = entry.date();
        since.is_none_or(|since| date >= since) && until.is_none_or(|until| date <= until)
    };
    print(|out| {
        for entry in diary.entries().iter().filter(is_asked) {
            let line = if json {
                format_json(entry).map_err(io::Error::other)?
            } else {
                line(entry)
            };
            writeln!(out, "{line}")?;
        }
        Ok(())
    })?;
    let unread = diary.damaged().count();
    let newer = diary.newer().count();
    if unread + newer == 0 {
        return Ok(Ended::Well);
    }
    say(&format!(
        "the list is not complete: {unread} could not be read, {newer} of a newer version; see \
         `unclench diary verify`"
    ));
    Ok(Ended::Found)
}

/// One entry in one line for people.
fn line(entry: &Entry) -> String {
    let civil = entry.civil().strftime("%Y-%m-%d %H:%M");
    let pain = entry.worst_pain().map(Intensity::get);
    let pain = pain.map_or_else(|| "-".to_owned(), |pain| format!("{pain}/10"));
    let note: String = entry
        .note()
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let line = format!(
        "{civil}  {:7}  {pain:>5}  {}  {note}",
        entry.kind(),
        entry.id()
    );
    line.trim_end().to_owned()
}

/// Reads the whole diary.
pub(super) fn load(store: &mut Store) -> Diary {
    let mut diary = Diary::new();
    store.load(&mut |scan| diary.receive(Report::Found(scan)));
    diary.receive(Report::Loaded(store.surroundings()));
    diary
}

fn version(store: &mut Store, id: EntryId) -> Result<Version, Failure> {
    let versions = store.versions(id);
    let versions = versions.map_err(|fault| failed("read", &fault))?;
    versions.into_iter().next().ok_or_else(|| no_entry(id))
}

fn print_id(id: EntryId) -> Result<Ended, Failure> {
    print(|out| writeln!(out, "{id}"))?;
    Ok(Ended::Well)
}

fn id_of(text: &str) -> Result<EntryId, Failure> {
    EntryId::parse(text).ok_or_else(|| {
        Failure(format!(
            "{text:?} is not the id of an entry; `unclench diary list` shows them"
        ))
    })
}

fn no_entry(id: EntryId) -> Failure {
    Failure(format!(
        "the diary holds no entry {id}; `unclench diary list` shows those it holds"
    ))
}

fn failed(what: &str, fault: &Fault) -> Failure {
    match fault.kind {
        FaultKind::Invalid | FaultKind::Newer => Failure(fault.to_string()),
        FaultKind::Full
        | FaultKind::Denied
        | FaultKind::ReadOnly
        | FaultKind::Missing
        | FaultKind::Exists
        | FaultKind::NotYetSafe
        | FaultKind::System => Failure(format!("the entry could not be {what}: {fault}")),
    }
}

fn checked(entry: Entry) -> Result<Entry, Failure> {
    match check(&entry) {
        flaws if flaws.is_empty() => Ok(entry),
        flaws => Err(Failure(format!(
            "the entry is not as it should be: {}",
            sentence(&flaws)
        ))),
    }
}

/// Reads an entry from a file or standard input.
fn read_entry(input: &Input) -> Result<Entry, Failure> {
    let is_stdin = input.file.as_os_str() == "-";
    let name = if is_stdin {
        "standard input".to_owned()
    } else {
        quoted(&input.file)
    };
    let mut bytes = Vec::new();
    let most = MAX_BYTES as u64 + 1;
    let read = if is_stdin {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(&input.file).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|err| Failure(format!("{name} could not be read, {}", told(&err).told)))?;
    let wrong = |spot| Failure(format!("{name}, {spot}"));
    let text = text_of(&bytes).map_err(wrong)?;
    let parsed = if input.json {
        parse_json(text)
    } else {
        parse_draft(text)
    };
    parsed.map_err(|unread| match unread {
        Unread::Damaged(spot) => wrong(spot),
        Unread::Newer(schema) => Failure(format!(
            "{name} was written by a newer Unclench (schema {schema}); update this one"
        )),
    })
}
