//! Every limit of what is read, at it and just above it. ARCHITECTURE.md lists
//! them, each with its test.

#[path = "limits/archive.rs"]
mod archive;
#[path = "limits/folder.rs"]
mod folder;

use unclench::clock::Moment;
use unclench::diary::check::{
    ANSWERS, DURATION_SECS, LIST_ITEMS, NOTE_CHARS, WORD_CHARS, check, sentence,
};
use unclench::diary::entry::{Check, Entry, EntryId, Episode, Lasted};
use unclench::diary::format::{MAX_BYTES, Unread, format, parse};
use unclench::diary::when::When;
use unclench::exchange::{Format, How, MAX_CELLS, MAX_ENTRIES, MAX_FILE, MAX_PROBLEMS, read};
use unclench::triage::{Answer, Answers, Urgency};

const EPISODE: &str = "Episode(\n  schema: 1,\n  id: \"01a2082c-0000-7000-8000-000000000001\",\n  \
    logged_at: \"2026-11-23T03:10:00+01:00\",\n  started_at: \"2026-11-23T03:10:00+01:00\",\n  \
    duration: seconds(240),\n  regions: [buttock_left_deep],\n  side: left,\n  pain_peak: 8,\n";

#[test]
fn every_limit_that_is_stated_names_its_test() {
    let stated = include_str!("../../ARCHITECTURE.md");
    let (_, stated) = stated.split_once("\n## Limits\n").unwrap();
    let (stated, _) = stated.split_once("\n## ").unwrap();
    let tests = [
        include_str!("limits.rs"),
        include_str!("limits/archive.rs"),
        include_str!("limits/folder.rs"),
    ]
    .concat();
    let rows: Vec<&str> = stated.lines().filter(|l| l.starts_with("| ")).collect();
    assert!(rows.len() > 12, "the table was read");
    for row in &rows[1..] {
        let last = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let names: Vec<&str> = last.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "no test: {row}");
        for name in names {
            let test = format!("#[test]\nfn {name}() {{");
            assert!(tests.contains(&test), "there is no test {name}: {row}");
        }
    }
}

fn how() -> How {
    How {
        now: Moment {
            wall: "2026-11-24T10:00:00+01:00[Europe/Berlin]".parse().unwrap(),
            ticks: std::time::Duration::ZERO,
        },
        mapping: None,
    }
}

fn episode() -> Episode {
    let text = format!("{EPISODE})\n");
    let Entry::Episode(episode) = parse(text.as_bytes()).unwrap().entry else {
        panic!("an episode");
    };
    *episode
}

/// At the limit it may be kept and comes back; above it is refused, and told
/// with the limit.
fn holds(at: impl Into<Entry>, above: impl Into<Entry>, most: &str) {
    let (at, above) = (at.into(), above.into());
    let text = format(&at).unwrap_or_else(|flaws| panic!("at {most}: {flaws}"));
    assert_eq!(parse(text.as_bytes()).unwrap().entry, at, "at {most}");
    let told = sentence(&check(&above));
    assert!(told.contains(most), "above {most}: {told:?}");
    assert!(format(&above).is_err(), "above {most} it is not written");
}

fn spoiled(spoil: impl FnOnce(&mut Episode)) -> Episode {
    let mut episode = episode();
    spoil(&mut episode);
    episode
}

#[test]
fn the_size_of_an_entry() {
    let whole = format!("{EPISODE})\n");
    let filled = |size: usize| whole.clone() + &" ".repeat(size - whole.len());
    assert!(parse(filled(MAX_BYTES).as_bytes()).is_ok(), "1 MiB");
    let Err(Unread::Damaged(spot)) = parse(filled(MAX_BYTES + 1).as_bytes()) else {
        panic!("one byte more is refused");
    };
    assert!(spot.reason.contains("larger than"), "{spot}");
}

#[test]
fn how_deep_an_entry_may_be_nested() {
    // The parser's own limit. A field that is not known is refused either way,
    // so what counts is that the stack holds and that it is told.
    for depth in [1, 60, 64, 127, 128, 129, 1_000, 100_000] {
        let text = format!(
            "{EPISODE}  zz: {}{},\n)",
            "[".repeat(depth),
            "]".repeat(depth)
        );
        assert!(parse(text.as_bytes()).is_err(), "{depth} deep");
        let json = format!("{{\"zz\": {}{}}}", "[".repeat(depth), "]".repeat(depth));
        let incoming = read(Format::Json, json.as_bytes(), &how()).unwrap();
        assert_eq!(
            (incoming.items.len(), incoming.problem_count),
            (0, 1),
            "{depth} deep"
        );
    }
    let deep = format!(
        "Settings(zz: {}{}, zoom_percent: 150)",
        "[".repeat(9_000),
        "]".repeat(9_000)
    );
    let read = unclench::settings::parse(&deep);
    assert!(read.broken.unwrap().contains("ecursion"), "told");
    let level = format!(
        "Settings(zz: {}{}, zoom_percent: 150)",
        "[".repeat(60),
        "]".repeat(60)
    );
    assert_eq!(
        unclench::settings::parse(&level).settings.zoom_percent,
        150,
        "60 deep"
    );
}

#[test]
fn texts_words_and_lists() {
    // Signs of several bytes: characters are counted, not bytes.
    let note = |count| spoiled(|e| e.note = "ä".repeat(count));
    holds(note(NOTE_CHARS), note(NOTE_CHARS + 1), "20000");
    let tag = |count| spoiled(|e| e.tags = vec!["ä".repeat(count)]);
    holds(tag(WORD_CHARS), tag(WORD_CHARS + 1), "100");
    let tags = |count| spoiled(|e| e.tags = vec!["tag".to_owned(); count]);
    holds(tags(LIST_ITEMS), tags(LIST_ITEMS + 1), "200");
    let lasted = |seconds| spoiled(|e| e.duration = Lasted::Seconds(seconds));
    holds(lasted(DURATION_SECS), lasted(DURATION_SECS + 1), "2592000");
    let year = |year: u16| {
        let text = format!("{year}-06-01T00:00:00Z");
        spoiled(|e| e.started_at = When::parse(&text).unwrap())
    };
    holds(year(1900), year(1899), "1900");
    holds(year(2200), year(2201), "2200");
    // The fullest entry that passes still fits into its file.
    let full = spoiled(|e| {
        e.note = "\u{1f600}".repeat(NOTE_CHARS);
        e.tags = vec!["\u{1f600}".repeat(WORD_CHARS); LIST_ITEMS];
    });
    assert!(format(&full.into()).unwrap().len() <= MAX_BYTES, "it fits");
}

fn answered(count: usize, word: usize, options: usize) -> Check {
    let text = format!(
        "Check(schema: 1, id: \"{}\", logged_at: \"2026-11-23T03:10:00+01:00\", urgency: self_care)",
        EntryId::parse("01a2082c-0000-7000-8000-000000000001").unwrap()
    );
    let Entry::Check(mut check) = parse(text.as_bytes()).unwrap().entry else {
        panic!("a check");
    };
    assert_eq!(check.urgency, Urgency::SelfCare, "as written");
    let option = |n: usize| format!("{n:0>word$}");
    let chosen = Answer::Chosen((0..options).map(option).collect());
    check.answers = (0..count)
        .map(|n| (format!("q{n}"), chosen.clone()))
        .collect::<Answers>();
    *check
}

#[test]
fn the_answers_of_a_check() {
    holds(answered(ANSWERS, 3, 1), answered(ANSWERS + 1, 3, 1), "400");
    holds(
        answered(1, WORD_CHARS, 1),
        answered(1, WORD_CHARS + 1, 1),
        "100",
    );
    holds(
        answered(1, 3, LIST_ITEMS),
        answered(1, 3, LIST_ITEMS + 1),
        "200",
    );
}

#[test]
fn the_size_of_a_file_to_take_in() {
    // On the disk, with a hole so that it takes no room.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("all.csv");
    let file = std::fs::File::create(&path).unwrap();
    file.set_len(MAX_FILE).unwrap();
    let whole = unclench::store::read_whole(&path).unwrap();
    assert_eq!(whole.len() as u64, MAX_FILE, "at the limit");
    file.set_len(MAX_FILE + 1).unwrap();
    let fault = unclench::store::read_whole(&path).unwrap_err();
    assert!(fault.told.contains("larger than 256 MiB"), "{fault}");
    drop(whole);
    // Not text, so that at the limit it is refused for that at once.
    let bytes = vec![0xff; usize::try_from(MAX_FILE).unwrap() + 1];
    for (size, expected) in [
        (bytes.len() - 1, "not UTF-8"),
        (bytes.len(), "larger than 256 MiB"),
    ] {
        let err = read(Format::Csv, &bytes[..size], &how()).unwrap_err();
        assert!(err.contains(expected), "{size}: {err}");
    }
}

#[test]
fn how_many_entries_a_file_may_hold() {
    for (format, one) in [
        (Format::Json, "7,"),
        (Format::Ron, "7,"),
        (Format::Csv, "x\n"),
    ] {
        let head = if format == Format::Csv {
            "kind,id\n"
        } else {
            ""
        };
        let text = |count| head.to_owned() + &one.repeat(count);
        let incoming = read(format, text(MAX_ENTRIES).as_bytes(), &how()).unwrap();
        assert_eq!(
            incoming.problem_count, MAX_ENTRIES,
            "{format:?}: all are counted"
        );
        assert_eq!(
            incoming.problems.len(),
            MAX_PROBLEMS,
            "{format:?}: not all are kept"
        );
        let err = read(format, text(MAX_ENTRIES + 1).as_bytes(), &how()).unwrap_err();
        assert!(
            err.contains("more than 200000 entries"),
            "{format:?}: {err}"
        );
    }
}

#[test]
fn an_item_of_a_list_is_no_larger_than_an_entry() {
    let filled = |size: usize| {
        let (start, end) = (EPISODE.replace("  schema: 1,\n", ""), ")");
        let room = size - start.len() - end.len();
        start + &" ".repeat(room) + end
    };
    let at = read(Format::Ron, filled(MAX_BYTES).as_bytes(), &how()).unwrap();
    assert_eq!(at.items.len(), 1, "at the limit: {:?}", at.problems);
    let above = read(Format::Ron, filled(MAX_BYTES + 1).as_bytes(), &how()).unwrap();
    assert!(
        above.problems[0].reason.contains("larger than 1 MiB"),
        "{:?}",
        above.problems
    );
    let json = |size: usize| format!("{{\"kind\": \"poem\"{}}}", " ".repeat(size - 16));
    for (size, expected) in [
        (MAX_BYTES, "is not known"),
        (MAX_BYTES + 1, "larger than 1 MiB"),
    ] {
        let incoming = read(Format::Json, json(size).as_bytes(), &how()).unwrap();
        assert!(
            incoming.problems[0].reason.contains(expected),
            "{:?}",
            incoming.problems
        );
    }
}

#[test]
fn the_cells_of_a_table() {
    let row = |cells: usize| format!("kind,id\n{}\n", ",".repeat(cells - 1));
    assert!(
        read(Format::Csv, row(1_000).as_bytes(), &how()).is_ok(),
        "1,000 in a row"
    );
    let err = read(Format::Csv, row(1_001).as_bytes(), &how()).unwrap_err();
    assert!(err.contains("up to 1000 are read"), "{err}");
    // All of them in one row, so that no row is made.
    let err = read(Format::Csv, row(MAX_CELLS).as_bytes(), &how()).unwrap_err();
    assert!(err.contains("up to 1000 are read"), "at the limit: {err}");
    let err = read(Format::Csv, row(MAX_CELLS + 2).as_bytes(), &how()).unwrap_err();
    assert!(err.contains("more than 16000000 cells"), "{err}");
    let cell = |size: usize| format!("kind,id\n{}\n", "x".repeat(size));
    assert!(
        read(Format::Csv, cell(MAX_BYTES).as_bytes(), &how()).is_ok(),
        "1 MiB in a row"
    );
    let err = read(Format::Csv, cell(MAX_BYTES + 1).as_bytes(), &how()).unwrap_err();
    assert!(err.contains("larger than 1 MiB"), "{err}");
}
