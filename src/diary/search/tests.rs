//! Tests of the search: words, numbers, filters and their counts, by hand.

use super::*;
use crate::diary::Edit;
use crate::diary::entry::{Day, EntryId, Episode, Intensity, Lasted, Region, Required, Side};
use crate::diary::when::When;

fn now() -> Moment {
    Moment {
        wall: "2026-11-23T20:00:00+01:00[Europe/Berlin]".parse().unwrap(),
        ticks: std::time::Duration::ZERO,
    }
}

fn cramp(started: &str, peak: u8, change: impl FnOnce(&mut Episode)) -> Entry {
    let when = When::parse(started).unwrap();
    let required = Required {
        duration: Lasted::Seconds(600),
        regions: vec![Region::ButtockLeftDeep],
        side: Side::Left,
        pain_peak: Intensity::new(peak).unwrap(),
    };
    let mut episode = Episode::new(EntryId::default(), when.clone(), when, required);
    change(&mut episode);
    episode.into()
}

fn diary() -> Diary {
    let mut diary = Diary::new();
    let noon = "2026-03-12T12:00:00+01:00";
    let mut day = Day::new(
        EntryId::default(),
        When::parse(noon).unwrap(),
        jiff::civil::date(2026, 3, 13),
    );
    day.cramp_free = true;
    let all = [
        cramp(noon, 7, |e| {
            e.note = "After the train, Café Zoë".to_owned();
            e.triggers = vec![crate::diary::entry::Trigger::Sitting];
            e.tags = vec!["work".to_owned()];
        }),
        cramp("2026-04-01T03:10:00+02:00", 4, |e| {
            e.side = Side::Right;
            e.regions = vec![Region::SitBoneRight];
            e.duration = Lasted::StillGoing;
        }),
        cramp("2026-04-02T03:10:00+02:00", 10, |e| {
            e.logged_at = When::parse("2026-04-09T03:10:00+02:00").unwrap();
            e.woke_me = Some(true);
        }),
        day.into(),
    ];
    for entry in all {
        diary.apply(Edit::Create(entry), &now());
    }
    diary
}

fn index(diary: &Diary) -> Index {
    let library = Library::embedded().unwrap();
    let mut index = Index::default();
    index.follow(diary);
    index.read(usize::MAX, &library, &now());
    index
}

/// The dates of what is found, newest first.
fn dates(index: &Index, text: &str, filter: &Filter) -> Vec<String> {
    let found = index.find(text, filter);
    let entries = found.entries.iter();
    entries
        .map(|n| index.entry(*n).unwrap().date().to_string())
        .collect()
}

#[test]
fn words_are_found_wherever_an_entry_says_them() {
    let index = index(&diary());
    let all = Filter::default();
    let (first, second, third) = ("2026-03-12", "2026-04-01", "2026-04-02");
    let cases: [(&str, &[&str]); 14] = [
        ("", &[third, second, "2026-03-13", first]),
        ("train", &[first]),
        ("TRAIN", &[first]),
        ("cafe zoe", &[first]),
        ("deep left", &[third, first]),
        ("sit bone", &[second]),
        ("sitting", &[first]),
        ("work march", &[first]),
        ("2026-04", &[third, second]),
        ("april", &[third, second]),
        ("still going", &[second]),
        ("no cramp", &["2026-03-13"]),
        ("woke", &[third]),
        ("elephant", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(dates(&index, text, &all), expected, "{text:?}");
    }
}

#[test]
fn a_number_is_found_at_its_start_and_as_a_whole_once_it_is_written() {
    let index = index(&diary());
    let all = Filter::default();
    // "1" may become 10, 12 or 13; "1 april" is the first of April.
    assert_eq!(dates(&index, "1 april", &all), ["2026-04-01"], "a day");
    assert_eq!(dates(&index, "13", &all), ["2026-03-13"], "a day alone");
    assert!(dates(&index, "026", &all).is_empty(), "not the end of one");
    assert_eq!(dates(&index, "202", &all).len(), 4, "while it is written");
    assert_eq!(dates(&index, "202 ", &all).len(), 0, "written to its end");
}

#[test]
fn filters_narrow_and_count_what_each_choice_would_leave() {
    let index = index(&diary());
    let mut filter = Filter::default();
    let counts = index.find("", &filter).counts;
    assert_eq!(counts.of(Choice::Kind(Kind::Cramp)), 3, "cramps");
    assert_eq!(counts.of(Choice::Kind(Kind::Day)), 1, "check-ins");
    assert_eq!(counts.of(Choice::Side(Side::Left)), 2, "left");
    assert_eq!(counts.of(Choice::Mark(Mark::Late)), 1, "late");
    assert_eq!(counts.of(Choice::Mark(Mark::Note)), 1, "note");
    filter.turn(Choice::Side(Side::Right));
    let found = index.find("", &filter);
    assert_eq!(found.entries.len(), 1, "the right one");
    // Sides are "or": the count of left is what it would add.
    assert_eq!(found.counts.of(Choice::Side(Side::Left)), 2, "would add");
    // Other groups are "and".
    assert_eq!(found.counts.of(Choice::Mark(Mark::Going)), 1, "going");
    assert_eq!(found.counts.of(Choice::Mark(Mark::Woke)), 0, "none woke");
    filter.turn(Choice::Side(Side::Left));
    assert_eq!(index.find("", &filter).entries.len(), 3, "or");
    filter.turn(Choice::Mark(Mark::Woke));
    assert_eq!(dates(&index, "", &filter), ["2026-04-02"], "and");
    assert_eq!(filter.count(), 2, "two groups");
    filter = Filter::default();
    filter.pain = (5, 9);
    assert_eq!(dates(&index, "", &filter), ["2026-03-12"], "5 to 9");
    filter = Filter::day(jiff::civil::date(2026, 3, 13));
    assert_eq!(dates(&index, "", &filter), ["2026-03-13"], "one day");
}

#[test]
fn the_index_follows_the_diary_and_reads_only_what_is_new() {
    let library = Library::embedded().unwrap();
    let mut diary = diary();
    let mut index = index(&diary);
    let first = Arc::clone(&diary.entries()[0]);
    let mut changed = first.as_episode().unwrap().clone();
    changed.note = "elephant".to_owned();
    diary.apply(Edit::Change(changed.into()), &now());
    diary.apply(
        Edit::Create(cramp("2026-05-01T03:10:00+02:00", 1, |_| {})),
        &now(),
    );
    let gone = diary.entries()[1].id();
    diary.apply(Edit::Delete(gone), &now());
    index.follow(&diary);
    assert_eq!(index.unread(), 2, "the changed and the new one");
    index.read(1, &library, &now());
    assert_eq!(index.unread(), 1, "one at a time");
    let all = Filter::default();
    assert_eq!(dates(&index, "may", &all), ["2026-05-01"], "newest first");
    assert!(dates(&index, "elephant", &all).is_empty(), "not yet");
    index.read(10, &library, &now());
    assert_eq!(dates(&index, "elephant", &all), ["2026-03-12"], "now");
    assert!(
        dates(&index, "train", &all).is_empty(),
        "what it said before"
    );
    assert_eq!(dates(&index, "", &all).len(), 4, "one is gone");
}

#[test]
fn folding_keeps_parts_as_parts() {
    assert_eq!(fold("ÀÉñ STRASSE Œ’"), "aen strasse œ'", "folded");
    let whole = fold("ΟΔΟΣ odos");
    assert!(
        whole.contains(&fold("ΟΔΟΣ")),
        "no letter depends on its place"
    );
}

/// The reasons of the first entry found, a line each, the words in brackets.
fn reasons(text: &str) -> Vec<String> {
    let diary = diary();
    let library = Library::embedded().unwrap();
    let index = index(&diary);
    let found = index.find(text, &Filter::default());
    let entry = index.entry(found.entries[0]).unwrap();
    let line = |reason: Reason| {
        let mut said = reason.said.clone();
        for place in reason.places.iter().rev() {
            said.insert(place.end, ']');
            said.insert(place.start, '[');
        }
        format!("{}: {said}", reason.field)
    };
    why(entry, text, &library, false)
        .into_iter()
        .map(line)
        .collect()
}

#[test]
fn a_search_says_in_which_field_it_found_which_words() {
    for (text, told) in [
        ("", &[][..]),
        ("sitting", &["Set off by: [Sitting]"][..]),
        ("work", &["Tag: [work]"]),
        ("cafe zoe", &["Note: After the train, [Café] [Zoë]"]),
        (
            "train sitting",
            &["Set off by: [Sitting]", "Note: After the [train], Café Zoë"],
        ),
        ("left deep", &["Where: [Left] buttock, [deep] inside"]),
        ("still", &["Lasted: [Still] going"]),
        ("2026-04-01", &["Day: [2026-04-01]"]),
        ("1 april", &["Day: Wednesday, [1] [April] 2026"]),
        ("12:00", &["Time: [12:00]"]),
        ("no cramp", &["Kind: [No] [cramp] that day"]),
    ] {
        assert_eq!(reasons(text), told, "{text:?}");
    }
}

#[test]
fn of_a_long_note_it_says_what_stands_around_the_word() {
    let library = Library::embedded().unwrap();
    let note = "ä".repeat(60) + " then the elephant came by and went on for a very long way";
    let entry = cramp("2026-03-12T12:00:00+01:00", 7, |e| e.note = note);
    let told = why(&entry, "elephant", &library, false);
    assert_eq!(told.len(), 1, "the note alone");
    let reason = &told[0];
    assert!(
        reason.said.starts_with("…ää"),
        "cut before: {}",
        reason.said
    );
    assert!(reason.said.ends_with('…'), "cut behind: {}", reason.said);
    assert_eq!(
        &reason.said[reason.places[0].clone()],
        "elephant",
        "its place"
    );
}
