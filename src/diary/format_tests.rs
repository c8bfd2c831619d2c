//! What the format keeps, refuses and tells.

use super::*;
use crate::diary::entry::{
    Day, EntryId, Episode, Intensity, Lasted, Region, Required, Side, WeekLook,
};
use crate::diary::when::When;

const ID: &str = "01a2082c-0000-7000-8000-000000000001";

fn episode() -> Episode {
    let at = When::parse("2026-11-23T03:10:00+01:00[Europe/Berlin]").unwrap();
    let required = Required {
        duration: Lasted::Seconds(240),
        regions: vec![Region::ButtockLeftDeep, Region::SitBoneLeft],
        side: Side::Left,
        pain_peak: Intensity::new(8).unwrap(),
    };
    let mut episode = Episode::new(EntryId::parse(ID).unwrap(), at.clone(), at, required);
    episode.note = "woke me\nagain \"badly\"".to_owned();
    episode
}

fn spot(text: &str) -> Spot {
    match parse(text.as_bytes()).unwrap_err() {
        Unread::Damaged(spot) => spot,
        Unread::Newer(schema) => panic!("newer {schema}"),
    }
}

#[test]
fn the_file_looks_like_this() {
    let text = format(&episode().into()).unwrap();
    let expected = r#"Episode(
  schema: 1,
  id: "01a2082c-0000-7000-8000-000000000001",
  logged_at: "2026-11-23T03:10:00+01:00[Europe/Berlin]",
  started_at: "2026-11-23T03:10:00+01:00[Europe/Berlin]",
  duration: seconds(240),
  regions: [buttock_left_deep, sit_bone_left],
  side: left,
  pain_peak: 8,
  note: "woke me\nagain \"badly\"",
)
// crc32 "#;
    let (before, sum) = text.split_at(expected.len());
    assert_eq!(before, expected, "the format");
    assert_eq!(sum.len(), 9, "eight digits and a line break");
    let parsed = parse(text.as_bytes()).unwrap();
    assert_eq!(parsed.entry, episode().into(), "reads back the same");
    assert_eq!(parsed.seal, Seal::Whole, "sealed");
}

#[test]
fn days_round_trip() {
    let at = When::parse("2026-11-23T21:00:00+01:00[Europe/Berlin]").unwrap();
    let mut day = Day::new(EntryId::parse(ID).unwrap(), at.clone(), at.date());
    day.cramp_free = true;
    day.sitting_min = Some(480);
    let text = format(&day.clone().into()).unwrap();
    assert!(text.contains("sitting_min: Some(480)"), "{text}");
    assert!(!text.contains("week"), "not asked, not written: {text}");
    assert_eq!(
        parse(text.as_bytes()).unwrap().entry,
        day.clone().into(),
        "same"
    );
    let points = |n| Intensity::new(n).unwrap();
    day.week = Some(WeekLook {
        pain: points(4),
        enjoyment: points(2),
        activity: points(0),
    });
    let text = format(&day.clone().into()).unwrap();
    assert!(text.contains("week: Some(WeekLook(\n"), "{text}");
    assert_eq!(parse(text.as_bytes()).unwrap().entry, day.into(), "same");
}

#[test]
fn seals_tell_hand_edits_from_whole_files() {
    let text = format(&episode().into()).unwrap();
    let edited = text.replace("woke me", "woke us");
    assert_eq!(
        parse(edited.as_bytes()).unwrap().seal,
        Seal::Broken,
        "edited"
    );
    let (body, _) = text.split_once("// crc32").unwrap();
    assert_eq!(parse(body.as_bytes()).unwrap().seal, Seal::Missing, "cut");
    let windows = text.replace('\n', "\r\n");
    assert_eq!(
        parse(windows.as_bytes()).unwrap().seal,
        Seal::Broken,
        "CRLF"
    );
    let marked = format!("\u{feff}{text}");
    assert_eq!(parse(marked.as_bytes()).unwrap().seal, Seal::Broken, "BOM");
}

#[test]
fn every_one_bit_flip_is_seen() {
    let text = format(&episode().into()).unwrap();
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let Ok(parsed) = parse(&bytes) else { continue };
            let same = parsed.entry == episode().into();
            assert!(same || parsed.seal != Seal::Whole, "byte {at} bit {bit}");
        }
    }
}

#[test]
fn a_newer_schema_is_not_damage() {
    let text = format(&episode().into()).unwrap();
    let newer = text
        .replace("schema: 1", "schema: 2")
        .replace("side: left", "aura: [pink(3)]");
    assert_eq!(parse(newer.as_bytes()), Err(Unread::Newer(2)), "newer");
    for kind in ["Session", "Day"] {
        let newer = format!("{kind}(schema: 7, what: \"ever\")");
        assert_eq!(parse(newer.as_bytes()), Err(Unread::Newer(7)), "{kind}");
    }
}

#[test]
fn damage_is_told_with_line_and_column() {
    let text = format(&episode().into()).unwrap();
    let table = [
        (text.replace("note:", "noet:"), Some(10), "noet"),
        (
            text.replace("peak: 8", "peak: 80"),
            Some(9),
            "scale from 0 to 10",
        ),
        (text.replace("side: left", "side: up"), Some(8), "up"),
        (text.replace("seconds(240)", "seconds(-1)"), Some(6), ""),
        (
            text.replace("[buttock_left_deep, sit_bone_left]", "[]"),
            None,
            "regions: is empty",
        ),
        (text.replace(ID, "01a2082c"), Some(3), "UUID"),
        (
            text.replace("T03:10:00+01:00[Europe/Berlin]", ""),
            Some(4),
            "is not a time",
        ),
        (text.clone() + &text, Some(12), ""),
        (String::new(), Some(1), ""),
        ("Diary(schema: 1)".to_owned(), Some(1), ""),
        ("(".repeat(100_000), Some(1), ""),
    ];
    for (text, line, reason) in table {
        let spot = spot(&text);
        assert_eq!(spot.line, line, "{spot}");
        assert!(spot.reason.contains(reason), "{reason}: {spot}");
    }
    let mut bytes = text.into_bytes();
    bytes[20] = 0xff;
    let Err(Unread::Damaged(spot)) = parse(&bytes) else {
        panic!("not UTF-8")
    };
    assert_eq!((spot.line, spot.column), (Some(2), Some(12)), "{spot}");
    let long = vec![b' '; MAX_BYTES + 1];
    assert!(parse(&long).is_err(), "too long");
}

#[test]
fn hand_written_files_may_be_looser() {
    let text = format!(
        "/* mine */ Episode(pain_peak: 0x8, id: \"{ID}\", schema: 1, side: both,\n\
         logged_at: \"2026-11-23T03:10Z\", started_at: \"2026-11-23T03:10Z\",\n\
         duration: still_going, regions: [low_back,], pain_average: 3, cycle_day: Some(4))"
    );
    let parsed = parse(text.as_bytes()).unwrap();
    let episode = parsed.entry.as_episode().unwrap();
    assert_eq!(episode.pain_average, Intensity::new(3), "implicit some");
    assert_eq!(episode.cycle_day, Some(4), "explicit some");
}

#[test]
fn flawed_entries_are_not_written() {
    let mut flawed = episode();
    flawed.regions.clear();
    let err = format(&flawed.into()).unwrap_err();
    assert_eq!(err, "regions: is empty; at least one is needed", "told");
}

/// The files of schema 1, and the checksum of each whole file: one that fails
/// here was changed, and must be put back.
const SCHEMA_1: [(&str, u32); 7] = [
    (
        include_str!("../../tests/fixtures/diary/schema-1/episode.ron"),
        0xd284_4dcb,
    ),
    (
        include_str!("../../tests/fixtures/diary/schema-1/session.ron"),
        0x0a7c_da3c,
    ),
    (
        include_str!("../../tests/fixtures/diary/schema-1/session_pull.ron"),
        0xd925_3490,
    ),
    (
        include_str!("../../tests/fixtures/diary/schema-1/day.ron"),
        0x863f_cf7f,
    ),
    (
        include_str!("../../tests/fixtures/diary/schema-1/day_edited.ron"),
        0x64f5_f9b7,
    ),
    (
        include_str!("../../tests/fixtures/diary/schema-1/day_week.ron"),
        0x677d_9659,
    ),
    (
        include_str!("../../tests/fixtures/diary/schema-1/check.ron"),
        0x0205_a100,
    ),
];

#[test]
fn every_released_schema_is_read_for_ever() {
    for (text, sum) in SCHEMA_1 {
        assert_eq!(
            crc32fast::hash(text.as_bytes()),
            sum,
            "it was changed: {text}"
        );
        let parsed = parse(text.as_bytes()).unwrap();
        assert_eq!(parsed.seal, Seal::Whole, "sealed");
        assert_eq!(format(&parsed.entry).unwrap(), text, "written the same");
    }
}

/// The fields a kind may have, by what its reader says of one it does not know.
fn fields<T: serde::de::DeserializeOwned + std::fmt::Debug>() -> Vec<String> {
    let err = serde_json::from_str::<T>("{\"zzz\": 1}")
        .unwrap_err()
        .to_string();
    let (_, list) = err.split_once("expected one of ").unwrap();
    let names = list.split('`').skip(1).step_by(2).map(str::to_owned);
    names.collect()
}

#[test]
fn the_fixtures_hold_every_field_of_every_kind() {
    use crate::diary::entry::{Check, Session};
    for (kind, fields) in [
        ("Episode(", fields::<Episode>()),
        ("Session(", fields::<Session>()),
        ("Day(", fields::<Day>()),
        ("Check(", fields::<Check>()),
    ] {
        assert!(fields.len() > 8, "{kind}: {fields:?}");
        let mut texts = SCHEMA_1.iter().filter(|(text, _)| text.starts_with(kind));
        for field in fields {
            let is_there = |text: &str| text.contains(&format!("\n  {field}: "));
            assert!(
                texts.clone().any(|(text, _)| is_there(text)),
                "{kind} {field}: a file that has it is missing"
            );
        }
        assert!(texts.next().is_some(), "{kind}");
    }
}

#[test]
fn a_reason_is_one_line_that_steers_nothing() {
    let told = one_line("a\nb\r\u{1b}[31m\u{202e}c\u{0}\u{2028}ä");
    assert_eq!(told, "a b \u{fffd}[31m\u{fffd}c\u{fffd} ä", "tamed");
    assert_eq!(one_line(&"ä".repeat(300)), "ä".repeat(300), "at the limit");
    let told = one_line(&"\u{202e}".repeat(301));
    assert_eq!(told.chars().count(), 302, "cut, with a mark");
}
