//! The diary as one file: out, and in again without loss; whatever comes in
//! from elsewhere is read with care and told in words.

#[path = "exchange/hostile.rs"]
mod hostile;

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use unclench::clock::Moment;
use unclench::diary::Diary;
use unclench::diary::entry::Entry;
use unclench::diary::format::{Seal, format};
use unclench::diary::found::{Scan, Version};
use unclench::exchange::plan::plan;
use unclench::exchange::{Format, How, Incoming, read, write};
use unclench::job::Report;

use crate::properties::strategies::entry;

fn how() -> How {
    How {
        now: Moment {
            wall: "2026-11-24T10:00:00+01:00[Europe/Berlin]".parse().unwrap(),
            ticks: std::time::Duration::ZERO,
        },
        mapping: None,
    }
}

fn unique(entries: Vec<Entry>) -> Vec<Arc<Entry>> {
    let mut seen = BTreeSet::new();
    let fresh = entries.into_iter().filter(|entry| seen.insert(entry.id()));
    fresh.map(Arc::new).collect()
}

fn diary(entries: &[Arc<Entry>]) -> Diary {
    let mut diary = Diary::new();
    let found = entries.iter().enumerate().map(|(at, entry)| Version {
        path: std::path::PathBuf::from(format!("diary/{at}.ron")).into(),
        entry: Arc::clone(entry),
        seal: Seal::Whole,
    });
    diary.receive(Report::Found(Scan {
        found: found.collect(),
        ..Scan::default()
    }));
    diary
}

fn told(incoming: &Incoming) -> Vec<String> {
    incoming.problems.iter().map(ToString::to_string).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_format_brings_every_entry_back(entries in vec(entry(), 0..6)) {
        let entries = unique(entries);
        for kind in Format::ALL {
            let bytes = write(kind, &entries).unwrap();
            let incoming = match read(kind, &bytes, &how()) {
                Ok(incoming) => incoming,
                Err(err) => panic!("{kind:?}: {err}"),
            };
            prop_assert_eq!(told(&incoming), Vec::<String>::new(), "{:?}", kind);
            prop_assert_eq!(&incoming.remarks, &Vec::<String>::new(), "{:?}", kind);
            let back: Vec<Arc<Entry>> = incoming.items.iter().map(|i| Arc::clone(&i.entry)).collect();
            prop_assert_eq!(&back, &entries, "{:?}", kind);
            let same = plan(&incoming, &diary(&entries));
            prop_assert_eq!((same.fresh.len(), same.same), (0, entries.len()), "{:?}", kind);
            let new = plan(&incoming, &diary(&[]));
            prop_assert_eq!(new.fresh.len(), entries.len(), "{:?}", kind);
        }
    }

    #[test]
    fn no_cell_is_a_formula(entries in vec(entry(), 1..4)) {
        let bytes = write(Format::Csv, &unique(entries)).unwrap();
        let mut table = csv::Reader::from_reader(bytes.as_slice());
        for row in table.records() {
            for cell in &row.unwrap() {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{:?}", cell);
            }
        }
    }

    #[test]
    fn any_bytes_are_read_without_panic(
        bytes in vec(any::<u8>(), 0..400), text in "[\\PC\\n]{0,200}", entries in vec(entry(), 1..3),
        at in any::<usize>(), bit in 0..8_u8,
    ) {
        for kind in Format::ALL {
            read(kind, &bytes, &how()).ok();
            read(kind, text.as_bytes(), &how()).ok();
            let mut spoiled = write(kind, &unique(entries.clone())).unwrap();
            let at = at % spoiled.len();
            spoiled[at] ^= 1 << bit;
            read(kind, &spoiled, &how()).ok();
            spoiled.truncate(at);
            read(kind, &spoiled, &how()).ok();
        }
    }

    #[test]
    fn tables_survive_a_spreadsheet(entries in vec(entry(), 1..4), separator in 0..3_usize) {
        // Saved again with another separator, a byte order mark and CRLF.
        let entries = unique(entries);
        let bytes = write(Format::Csv, &entries).unwrap();
        let mut table = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        let mut again = csv::WriterBuilder::new()
            .delimiter([b';', b'\t', b','][separator])
            .terminator(csv::Terminator::CRLF)
            .from_writer(b"\xef\xbb\xbf".to_vec());
        for row in table.byte_records() {
            again.write_byte_record(&row.unwrap()).unwrap();
        }
        let incoming = read(Format::Csv, &again.into_inner().unwrap(), &how()).unwrap();
        let back: Vec<Arc<Entry>> = incoming.items.iter().map(|i| Arc::clone(&i.entry)).collect();
        prop_assert_eq!(back, entries);
    }
}

fn episode(n: u32, note: &str) -> Arc<Entry> {
    let text = format!(
        "Episode(id: \"01a2082c-0000-7000-8000-{n:012}\", logged_at: \"2026-11-23T03:20:00+01:00\", \
         started_at: \"2026-11-23T03:10:00+01:00\", duration: seconds(240), regions: [tailbone], \
         side: middle, pain_peak: 8, note: {note:?})"
    );
    Arc::new(unclench::diary::format::parse_draft(&text).unwrap())
}

#[test]
fn a_table_says_which_cell_is_wrong() {
    let bytes = write(
        Format::Csv,
        &[episode(1, "a"), episode(2, "b"), episode(3, "c")],
    )
    .unwrap();
    let table = String::from_utf8(bytes).unwrap();
    let rows: Vec<&str> = table.lines().collect();
    let spoilt = |from: &str, to: &str| {
        let text = format!(
            "{}\n{}\n{}\n",
            rows[0],
            rows[1].replacen(from, to, 1),
            rows[2]
        );
        let incoming = read(Format::Csv, text.as_bytes(), &how()).unwrap();
        assert_eq!(incoming.items.len(), 1, "the other row is read");
        told(&incoming).join("; ")
    };
    for (from, to, expected) in [
        (
            ",240,",
            ",soon,",
            "row 2, column “duration_secs”: “soon” is not a whole number",
        ),
        (
            ",tailbone,",
            ",elbow,",
            "row 2, column “regions”: unknown variant `elbow`",
        ),
        (
            ",middle,",
            ",above,",
            "row 2, column “side”: unknown variant `above`",
        ),
        (
            ",8,",
            ",11,",
            "row 2, column “pain_peak”: 11 is not on the scale",
        ),
        (
            "2026-11-23T03:10",
            "2026-13-23T03:10",
            "row 2, column “started_at”: \"2026-13-23",
        ),
        (
            "episode,1",
            "poem,1",
            "row 2, column “kind”: kind “poem” is not known",
        ),
        (
            "episode,1",
            "episode,7",
            "row 2: a newer Unclench wrote it (schema 7)",
        ),
        (
            ",240,",
            ",240,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,x",
            "row 2: it has",
        ),
    ] {
        let told = spoilt(from, to);
        assert!(told.starts_with(expected), "{expected}: {told}");
    }
    let renamed = table.replacen(",note,", ",mood,", 1);
    let incoming = read(Format::Csv, renamed.as_bytes(), &how()).unwrap();
    assert!(
        incoming.remarks[0].contains("“mood” is not known"),
        "{:?}",
        incoming.remarks
    );
    let open = table.replacen("tailbone", "\"tailbone", 1);
    let err = read(Format::Csv, open.as_bytes(), &how()).unwrap_err();
    assert!(err.contains("never closed"), "{err}");
}

#[test]
fn one_bad_item_spoils_only_itself() {
    let json = String::from_utf8(write(Format::Json, &[episode(1, "a"), episode(2, "b")]).unwrap())
        .unwrap();
    let bad = json.replacen("\"pain_peak\":8", "\"pain_peak\":80", 1);
    let incoming = read(Format::Json, bad.as_bytes(), &how()).unwrap();
    assert_eq!(incoming.items.len(), 1, "the other");
    assert!(
        told(&incoming)[0].starts_with("line 2: 80 is not on the scale"),
        "{:?}",
        told(&incoming)
    );
    let ron = String::from_utf8(
        write(Format::Ron, &[episode(1, "a )] \" // b"), episode(2, "b")]).unwrap(),
    )
    .unwrap();
    let bad = ron.replacen("side: middle", "sied: middle", 1);
    let incoming = read(Format::Ron, bad.as_bytes(), &how()).unwrap();
    assert_eq!(incoming.items.len(), 1, "the other");
    assert!(
        told(&incoming)[0].starts_with("line 10: "),
        "{:?}",
        told(&incoming)
    );
    // A single entry, and lines, as the commands print them.
    let one = format(&episode(1, "a")).unwrap();
    assert_eq!(
        read(Format::Ron, one.as_bytes(), &how())
            .unwrap()
            .items
            .len(),
        1,
        "a file of the diary"
    );
    let lines: Vec<&str> = json
        .lines()
        .filter(|line| line.starts_with('{'))
        .map(|line| line.trim_end_matches(','))
        .collect();
    let lines = lines.join("\n");
    assert_eq!(
        read(Format::Json, lines.as_bytes(), &how())
            .unwrap()
            .items
            .len(),
        2,
        "lines"
    );
}

#[test]
fn the_same_id_is_never_doubled_and_never_replaces() {
    let held = diary(&[episode(1, "mine"), episode(2, "mine")]);
    let theirs = [episode(1, "mine"), episode(2, "theirs"), episode(3, "new")];
    let mut bytes = write(Format::Ron, &theirs).unwrap();
    bytes.extend(write(Format::Ron, &[episode(3, "new"), episode(3, "other")]).unwrap());
    let plan = plan(&read(Format::Ron, &bytes, &how()).unwrap(), &held);
    assert_eq!(plan.fresh, [episode(3, "new")], "only what is new");
    assert_eq!((plan.same, plan.twice), (1, 1), "there already, and twice");
    let differs: Vec<&str> = plan.differs.iter().map(|d| d.theirs.note()).collect();
    assert_eq!(differs, ["theirs", "other"], "left as they are");
}

#[test]
fn entries_without_an_id_get_the_same_one_each_time() {
    let text = "[Day(date: \"2026-11-20\", cramp_free: true), Day(date: \"2026-11-21\")]";
    let once = read(Format::Ron, text.as_bytes(), &how()).unwrap();
    let twice = read(Format::Ron, text.as_bytes(), &how()).unwrap();
    assert_eq!(once, twice, "the same");
    assert_ne!(
        once.items[0].entry.id(),
        once.items[1].entry.id(),
        "one each"
    );
}

#[test]
fn the_same_file_a_day_later_holds_nothing_new() {
    let text = "[Day(date: \"2026-11-20\", cramp_free: true), Day(date: \"2026-11-21\")]";
    let first = read(Format::Ron, text.as_bytes(), &how()).unwrap();
    let kept: Vec<Arc<Entry>> = first.items.iter().map(|i| Arc::clone(&i.entry)).collect();
    let mut later = how();
    later.now.wall = "2026-11-25T10:00:00+01:00[Europe/Berlin]".parse().unwrap();
    let again = read(Format::Ron, text.as_bytes(), &later).unwrap();
    assert_ne!(again, first, "written down at another time");
    let plan = plan(&again, &diary(&kept));
    assert_eq!((plan.same, plan.fresh.len()), (2, 0), "nothing is new");
    assert!(plan.differs.is_empty(), "and nothing says something else");
}
