//! What every reader must keep, whatever bytes it is given: no panic, nothing
//! taken in that may not be kept, nothing that reads differently once it has
//! been written back, and the limits. Used by `tests/logic/readers.rs` and by
//! every target in `fuzz/`, so both hold the same laws. Refuses to know where
//! the bytes come from.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use unclench::clock::Moment;
use unclench::content::Library;
use unclench::desktop::Place;
use unclench::diary::check::check;
use unclench::diary::entry::{Entry, Intensity, Region};
use unclench::diary::format::{MAX_BYTES, Seal, Unread, format, parse};
use unclench::diary::unfinished;
use unclench::exchange::foreign::{DateOrder, Mapping, Role, Unit};
use unclench::exchange::{self, Format, How, Incoming, MAX_ENTRIES, MAX_PROBLEMS};
use unclench::settings;
use unclench::triage::{Answers, fits};

/// The time at which everything is read.
pub(crate) fn now() -> Moment {
    Moment {
        wall: "2026-11-23T03:10:00+01:00[Europe/Berlin]"
            .parse()
            .expect("a time"),
        ticks: Duration::ZERO,
    }
}

/// The file of one entry.
pub(crate) fn entry(bytes: &[u8]) {
    match parse(bytes) {
        Ok(parsed) => {
            assert_eq!(check(&parsed.entry), [], "what is read may be kept");
            assert!(bytes.len() <= MAX_BYTES, "the limit");
            writes_back(&parsed.entry);
        }
        Err(Unread::Newer(schema)) => assert!(schema > 1, "newer than we know"),
        Err(Unread::Damaged(spot)) => one_sentence(&spot.reason),
    }
}

/// The file says the same when it is written and read again.
fn writes_back(entry: &Entry) {
    let text = format(entry).expect("what was read can be written");
    let again = parse(text.as_bytes()).expect("and read again");
    assert_eq!(again.entry, *entry, "it says the same");
    assert_eq!(again.seal, Seal::Whole, "its checksum fits");
}

/// The file of the settings.
pub(crate) fn settings(bytes: &[u8]) {
    let read = settings::parse(&String::from_utf8_lossy(bytes)).settings;
    assert_eq!(read.clone().clamped(), read, "every number in its range");
    let text = settings::format(&read).expect("what was read can be written");
    let again = settings::parse(&text);
    assert_eq!(again.broken, None, "and read again");
    assert_eq!(again.settings, read, "it says the same");
}

/// What is kept beside the diary: a cramp that is not an entry yet, and where
/// the window was.
pub(crate) fn kept(bytes: &[u8]) {
    match unfinished::parse(bytes) {
        Ok(begun) => {
            let text = unfinished::format(&begun).expect("what was read can be written");
            let again = unfinished::parse(text.as_bytes()).expect("and read again");
            assert_eq!(again, begun, "it says the same");
        }
        Err(Unread::Newer(schema)) => assert!(schema > 1, "newer than we know"),
        Err(Unread::Damaged(spot)) => one_sentence(&spot.reason),
    }
    let place = Place::parse(&String::from_utf8_lossy(bytes));
    let text = place.format().expect("what was read can be written");
    assert_eq!(Place::parse(&text), place, "it says the same");
}

/// The answers that a script hands to Check.
pub(crate) fn answers(bytes: &[u8]) {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    let library = LIBRARY.get_or_init(|| Library::embedded().expect("the content"));
    let text = String::from_utf8_lossy(bytes);
    let Ok(answers) = ron::from_str::<Answers>(&text) else {
        return;
    };
    let knowledge = library.knowledge();
    for (id, answer) in &answers {
        let Some(finding) = knowledge.finding(id) else {
            return;
        };
        if let Err(misfit) = fits(finding, answer) {
            return one_sentence(&misfit.to_string());
        }
    }
    let assessment = knowledge.assess(&answers);
    for cause in &assessment.causes {
        assert!((0.0..=1.0).contains(&cause.share), "a share: {cause:?}");
    }
    std::hint::black_box(knowledge.next(&answers));
}

/// One file of the content, chosen by the first byte, on its own: it is read,
/// or every problem names it.
pub(crate) fn content(bytes: &[u8]) {
    let Some((which, bytes)) = bytes.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let paths: Vec<&str> = Library::embedded_files().map(|(path, _)| path).collect();
    let path = paths[usize::from(*which) % paths.len()];
    match Library::read(&[(path, text)]) {
        Ok(_) => panic!("one file is no library"),
        Err(problems) => assert!(!problems.is_empty(), "told why"),
    }
}

/// A file of ours to take in: CSV, JSON, RON or a zip.
pub(crate) fn import(format: Format, bytes: &[u8]) {
    let how = How {
        now: now(),
        mapping: None,
    };
    taken_in(exchange::read(format, bytes, &how));
}

/// The table of another program; the first two bytes answer what would be
/// asked: the order of dates, units, scale, and which column is what.
pub(crate) fn foreign(bytes: &[u8]) {
    let [answers, columns, table @ ..] = bytes else {
        return;
    };
    let mut how = How {
        now: now(),
        mapping: None,
    };
    // As it is guessed, then as a person might answer.
    let guessed = exchange::read(Format::Csv, table, &how);
    let found = guessed.as_ref().ok().and_then(|i| i.foreign.clone());
    taken_in(guessed);
    let Some(found) = found else { return };
    let mut mapping = found.mapping;
    answer(&mut mapping, *answers, usize::from(*columns));
    how.mapping = Some(mapping);
    let read = exchange::read(Format::Csv, table, &how);
    if let Ok(incoming) = &read {
        let again = exchange::read(Format::Csv, table, &how);
        assert_eq!(again.as_ref(), Ok(incoming), "twice the same as once");
    }
    taken_in(read);
}

fn answer(mapping: &mut Mapping, answers: u8, column: usize) {
    mapping.dates = Some(if answers & 1 == 0 {
        DateOrder::DayFirst
    } else {
        DateOrder::MonthFirst
    });
    mapping.unit =
        [Unit::Minutes, Unit::Seconds, Unit::Hours, Unit::Minutes][usize::from((answers >> 1) & 3)];
    mapping.scale = [5, 10, 100, 10][usize::from((answers >> 3) & 3)];
    mapping.place = mapping.place.or(Some(Region::ALL[0]));
    mapping.minutes = mapping.minutes.or(Some(5));
    mapping.pain = mapping.pain.or(Intensity::new(5));
    if mapping.column(Role::Date).is_none() || answers & 0x80 != 0 {
        mapping.set(Role::Date, Some(column & 15));
        mapping.set(Role::ALL[(column >> 4) & 7], Some(column & 3));
    }
}

/// What holds for everything that an import finds.
fn taken_in(read: Result<Incoming, String>) {
    let incoming = match read {
        Ok(incoming) => incoming,
        Err(reason) => return one_sentence(&reason),
    };
    assert!(incoming.items.len() <= MAX_ENTRIES, "the limit of entries");
    assert!(incoming.problems.len() <= MAX_PROBLEMS, "and of problems");
    assert!(
        incoming.problem_count >= incoming.problems.len(),
        "all are counted"
    );
    for problem in &incoming.problems {
        one_sentence(&problem.reason);
    }
    let entries: Vec<Arc<Entry>> = incoming
        .items
        .iter()
        .map(|item| Arc::clone(&item.entry))
        .collect();
    for entry in &entries {
        assert_eq!(check(entry), [], "what is taken in may be kept");
    }
    if let Some(first) = entries.first() {
        writes_back(first);
        for format in [Format::Csv, Format::Json, Format::Ron] {
            comes_back(format, &entries);
        }
    }
}

/// Entries that are written into one file are read from it as they were.
fn comes_back(format: Format, entries: &[Arc<Entry>]) {
    let how = How {
        now: now(),
        mapping: None,
    };
    let bytes = exchange::write(format, entries).expect("what was read can be written");
    let again = exchange::read(format, &bytes, &how).expect("and read again");
    assert_eq!(again.problem_count, 0, "{format:?}: {:?}", again.problems);
    let again: Vec<Arc<Entry>> = again.items.into_iter().map(|item| item.entry).collect();
    assert_eq!(again, entries, "{format:?}: they say the same");
}

/// A reason is told in one short line.
fn one_sentence(reason: &str) {
    assert!(!reason.is_empty(), "a reason");
    assert!(reason.chars().count() <= 700, "a short one: {reason}");
    assert!(!reason.contains(['\n', '\r', '\0']), "one line: {reason:?}");
}
