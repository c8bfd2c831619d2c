//! Every reader, given anything: bytes without sense, and files that were whole
//! until something was changed in them. The laws are in `tests/kit/readers.rs`,
//! which `fuzz/` shares.

#[path = "../kit/readers.rs"]
mod laws;

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use unclench::content::Library;
use unclench::desktop::Place;
use unclench::diary::begun::Begun;
use unclench::diary::entry::{Entry, Episode};
use unclench::diary::format::format;
use unclench::diary::unfinished;
use unclench::exchange::{Format, write};
use unclench::settings::{self, Settings};
use unclench::triage::{Answer, Answers};

use crate::properties::strategies::{entry, episode};

/// One change somewhere in a file.
#[derive(Clone, Debug)]
enum Change {
    Cut(Index),
    Put(Index, Vec<u8>),
    Turn(Index, u8),
    Lose(Index, usize),
    /// A part of the file again, somewhere else.
    Again(Index, Index, usize),
}

/// What a reader may stumble over.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ";",
    ":",
    "\"",
    "'",
    "\\",
    "\n",
    "\r\n",
    "\t",
    "|",
    "=",
    "-",
    "\0",
    "//",
    "/*",
    "*/",
    "r#\"",
    "Some(",
    "schema: 2",
    "schema: 1",
    "-1",
    "9999999999999",
    "1e999",
    "NaN",
    "null",
    "\u{feff}",
    "\u{202e}",
    "\u{1f600}",
    "2026-02-30",
    "T25:00",
    "+99:00",
    "[Mars/Olympus]",
    "kind",
    "PK\x01\x02",
];

fn change() -> impl Strategy<Value = Change> {
    let piece = prop_oneof![
        prop::sample::select(PIECES).prop_map(|piece| piece.as_bytes().to_vec()),
        vec(any::<u8>(), 1..6),
    ];
    let at = any::<Index>;
    prop_oneof![
        1 => at().prop_map(Change::Cut),
        4 => (at(), piece).prop_map(|(at, piece)| Change::Put(at, piece)),
        3 => (at(), 0_u8..8).prop_map(|(at, bit)| Change::Turn(at, bit)),
        2 => (at(), 1_usize..40).prop_map(|(at, count)| Change::Lose(at, count)),
        2 => (at(), at(), 1_usize..60).prop_map(|(from, to, count)| Change::Again(from, to, count)),
    ]
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    vec(change(), 1..5)
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        let size = bytes.len();
        if size == 0 {
            break;
        }
        let part = |at: &Index, count: usize| {
            let at = at.index(size);
            at..(at + count).min(size)
        };
        match change {
            Change::Cut(at) => bytes.truncate(at.index(size)),
            Change::Put(at, piece) => {
                let at = at.index(size);
                bytes.splice(at..at, piece.iter().copied());
            }
            Change::Turn(at, bit) => bytes[at.index(size)] ^= 1 << bit,
            Change::Lose(at, count) => drop(bytes.drain(part(at, *count))),
            Change::Again(from, to, count) => {
                let again = bytes[part(from, *count)].to_vec();
                let to = to.index(size);
                bytes.splice(to..to, again);
            }
        }
    }
    bytes
}

/// A cramp as it is before it is an entry, with more or less of it known.
fn begun(episode: Episode, is_known: bool) -> Begun {
    let mut begun = Begun::at(episode.started_at);
    begun.id = Some(episode.id);
    begun.samples = episode.samples;
    begun.note = episode.note;
    if is_known {
        begun.lasted = Some(episode.duration);
        begun.regions = episode.regions;
        begun.side = Some(episode.side);
        begun.pain_peak = Some(episode.pain_peak);
        begun.woke_me = Some(true);
    }
    begun
}

/// Answers to questions picked at random, each of which fits.
fn chosen(picks: &[(Index, Index)]) -> Answers {
    let library = Library::embedded().unwrap();
    let findings = library.knowledge().findings();
    let one = |(which, what): &(Index, Index)| {
        let finding = &findings[which.index(findings.len())];
        let at = what.index(finding.options.len() + 3);
        let answer = match (at, &finding.number) {
            (0, _) => Answer::Unsure,
            (1, _) => Answer::Skipped,
            (_, Some(range)) => Answer::Number(range.min),
            _ => Answer::option(&finding.options[at.saturating_sub(3)].id),
        };
        (finding.id.clone(), answer)
    };
    picks.iter().map(one).collect()
}

fn unique(entries: Vec<Entry>) -> Vec<Arc<Entry>> {
    let mut seen = BTreeSet::new();
    let fresh = entries.into_iter().filter(|entry| seen.insert(entry.id()));
    fresh.map(Arc::new).collect()
}

fn all(bytes: &[u8]) {
    laws::entry(bytes);
    laws::settings(bytes);
    laws::kept(bytes);
    laws::answers(bytes);
    laws::content(bytes);
    laws::foreign(bytes);
    for format in Format::ALL {
        laws::import(format, bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_without_sense(bytes in vec(any::<u8>(), 0..600)) {
        all(&bytes);
    }

    #[test]
    fn pieces_of_sense(pieces in vec(prop::sample::select(PIECES), 0..40)) {
        all(pieces.concat().as_bytes());
    }

    #[test]
    fn an_entry_that_was_changed(entry in entry(), changes in changes()) {
        laws::entry(&changed(format(&entry).unwrap().into_bytes(), &changes));
    }

    #[test]
    fn settings_that_were_changed(zoom in any::<u16>(), region in "\\PC{0,6}", changes in changes()) {
        let before = Settings { zoom_percent: zoom, region, ..Settings::default() };
        let text = settings::format(&before).unwrap();
        laws::settings(&changed(text.into_bytes(), &changes));
    }

    #[test]
    fn what_is_kept_beside_the_diary_that_was_changed(
        episode in episode(), started in any::<bool>(), changes in changes()
    ) {
        let begun = begun(episode, started);
        let text = unfinished::format(&begun).unwrap();
        prop_assert_eq!(&unfinished::parse(text.as_bytes()).unwrap(), &begun);
        laws::kept(&changed(text.into_bytes(), &changes));
        let place = Place { corner: Some((3, -40)), screen: "now".to_owned(), ..Place::default() };
        laws::kept(&changed(place.format().unwrap().into_bytes(), &changes));
    }

    #[test]
    fn answers_that_were_changed(picks in vec(any::<(Index, Index)>(), 0..40), changes in changes()) {
        let text = ron::to_string(&chosen(&picks)).unwrap();
        laws::answers(text.as_bytes());
        laws::answers(&changed(text.into_bytes(), &changes));
    }

    #[test]
    fn a_file_to_take_in_that_was_changed(
        entries in vec(entry(), 1..4), which in 0_usize..4, changes in changes()
    ) {
        let format = Format::ALL[which];
        let bytes = write(format, &unique(entries)).unwrap();
        laws::import(format, &bytes);
        laws::import(format, &changed(bytes, &changes));
    }

    #[test]
    fn a_table_of_another_program_that_was_changed(
        which in any::<bool>(), answers in any::<[u8; 2]>(), changes in changes()
    ) {
        const TABLES: [&[u8]; 2] = [
            include_bytes!("../fixtures/exchange/headache_app.csv"),
            include_bytes!("../fixtures/exchange/tabelle.csv"),
        ];
        let table = changed(TABLES[usize::from(which)].to_vec(), &changes);
        laws::foreign(&[&answers[..], &table[..]].concat());
    }
}

proptest! {
    // Each reads the whole of the content.
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_of_the_content_that_was_changed(which in any::<Index>(), changes in changes()) {
        let mut files: Vec<(&str, &str)> = Library::embedded_files().collect();
        let at = which.index(files.len());
        let spoiled = changed(files[at].1.as_bytes().to_vec(), &changes);
        let spoiled = String::from_utf8_lossy(&spoiled).into_owned();
        let first = [u8::try_from(at % 256).unwrap()];
        laws::content(&[&first[..], spoiled.as_bytes()].concat());
        files[at].1 = &spoiled;
        if let Err(problems) = Library::read(&files) {
            prop_assert!(!problems.is_empty(), "told why");
        }
    }
}
