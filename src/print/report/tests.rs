//! Tests of the doctor's page: its numbers by hand, one page whatever the diary,
//! tags, text in reading order.

use std::sync::Arc;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::hostile::{all_flags, hostile};
use super::weeks::Spread;
use super::{Ask, Brief, Span, blank};
use crate::diary::entry::{
    Day, Ended, Entry, EntryId, Episode, Intensity, Lasted, Medicine, Region, Relief, Required,
    Session, Side, Trigger,
};
use crate::diary::example::as_read;
use crate::diary::when::When;
use crate::print::tests::{faces, library, outside, stamp};
use crate::print::{laid_out, pdf, preview};

pub(super) const TODAY: Date = date(2026, 11, 24);

pub(super) fn when(text: &str) -> When {
    When::parse(&format!("{text}:00+01:00")).unwrap()
}

pub(super) fn id(n: usize) -> EntryId {
    EntryId::parse(&format!("01a2082c-0000-7000-8000-{n:012}")).unwrap()
}

pub(super) fn episode(n: usize, at: &str, lasted: Lasted, peak: u8, side: Side) -> Episode {
    let required = Required {
        duration: lasted,
        regions: vec![match side {
            Side::Right => Region::ButtockRightDeep,
            Side::Left | Side::Both | Side::Middle => Region::ButtockLeftDeep,
        }],
        side,
        pain_peak: Intensity::new(peak).unwrap(),
    };
    Episode::new(id(n), when(at), when(at), required)
}

fn brief(entries: &[Entry], ask: Ask) -> Brief {
    Brief {
        diary: Arc::new(as_read(entries)),
        library: Arc::new(library()),
        ask,
        today: TODAY,
    }
}

/// A fortnight, small enough to count by hand.
fn small() -> Vec<Entry> {
    let mut first = episode(1, "2026-11-24T10:00", Lasted::Seconds(60), 5, Side::Left);
    first.triggers = vec![Trigger::Sitting];
    let mut second = episode(2, "2026-11-23T03:00", Lasted::Seconds(300), 8, Side::Left);
    second.triggers = vec![Trigger::Sitting];
    second.woke_me = Some(true);
    let mut third = episode(3, "2026-11-18T10:00", Lasted::Seconds(1800), 3, Side::Right);
    third.logged_at = when("2026-11-21T10:01");
    third.triggers = vec![Trigger::Walking];
    third.walk_distance_m = Some(200);
    third.relief = vec![Relief::StoodStill];
    let mut fourth = episode(4, "2026-11-12T20:00", Lasted::StillGoing, 9, Side::Left);
    fourth.relief_after_min = Some(40);
    fourth.medicines = vec![Medicine {
        name: "Ibuprofen".to_owned(),
        taken: true,
    }];
    let mut all: Vec<Entry> = [first, second, third, fourth].map(Entry::from).into();
    for (n, day) in [(5, 22), (6, 20), (7, 10)] {
        let mut free = Day::new(id(n), when("2026-11-24T21:00"), date(2026, 11, day));
        free.cramp_free = true;
        all.push(free.into());
    }
    let at = when("2026-11-23T09:00");
    let mut session = Session::new(id(8), at.clone(), at, "figure_four", Ended::Finished);
    session.pain_before = Intensity::new(6);
    session.pain_after = Intensity::new(3);
    all.push(session.into());
    all
}

#[test]
fn the_numbers_of_a_fortnight_are_those_counted_by_hand() {
    let facts = brief(&small(), Ask::default()).facts();
    assert_eq!(
        (facts.first, facts.last),
        (date(2026, 11, 10), TODAY),
        "not before the diary began"
    );
    assert_eq!((facts.days, facts.logged), (15, 7), "8 days are missing");
    assert_eq!((facts.entries, facts.episodes), (8, 4), "entries");
    assert_eq!(facts.attack_days, 4, "days with one");
    assert_eq!(
        (facts.late, facts.open),
        (1, 1),
        "72 hours later; not ended"
    );
    let spread = |low, middle, high, of| {
        Some(Spread {
            low,
            middle,
            high,
            of,
        })
    };
    assert_eq!(facts.lasted, spread(60.0, 300.0, 1800.0, 3), "seconds");
    assert_eq!(facts.peaks, spread(3.0, 6.5, 9.0, 4), "peaks");
    assert_eq!(
        (facts.high, facts.sides),
        (2, [3, 1, 0, 0]),
        "8 and 9; sides"
    );
    assert_eq!(facts.woke, (1, 1), "told once");
    assert_eq!(facts.triggers.of, 3, "told in three");
    assert_eq!(facts.triggers.count("Sitting"), 2, "sitting");
    assert_eq!(facts.walks.meters, spread(200.0, 200.0, 200.0, 1), "walk");
    assert_eq!((facts.walks.of, facts.walks.still), (1, 1), "stood still");
    assert_eq!(facts.medicines[0].used, 1, "one medicine");
    assert_eq!(
        facts.medicines[0].minutes,
        spread(40.0, 40.0, 40.0, 1),
        "better after 40 minutes"
    );
    let bins: Vec<(u32, u32, u32)> = facts
        .weeks
        .bins
        .iter()
        .map(|b| (b.days, b.logged, b.episodes))
        .collect();
    assert_eq!(
        bins,
        [(1, 1, 0), (7, 1, 1), (7, 5, 3)],
        "weeks, oldest first"
    );
    assert_eq!(
        facts.weeks.per_week,
        spread(3.0, 3.0, 3.0, 1),
        "one week has enough days"
    );
    assert_eq!(
        (facts.trend.before, facts.trend.after),
        ((1, 2), (3, 5)),
        "halves"
    );
    assert_eq!(facts.trend.way(), None, "too few to tell");
    assert_eq!(
        (facts.sessions.count, facts.sessions.relief.helped),
        (1, 1),
        "stretch"
    );
    assert_eq!(facts.cycle, None, "never told");
}

#[test]
fn what_is_left_out_is_nowhere() {
    let mut entries = small();
    if let Some(Entry::Episode(episode)) = entries.first_mut() {
        episode.note = "secret".to_owned();
        episode.period_day = Some(true);
    }
    let all = format!("{:?}", brief(&entries, Ask::default()).sheet().unwrap());
    assert!(all.contains("secret") && all.contains("Ibuprofen"), "all");
    assert!(all.contains("Menstrual cycle"), "all");
    let ask = Ask {
        notes: false,
        medicines: false,
        cycle: false,
        ..Ask::default()
    };
    let less = format!("{:?}", brief(&entries, ask).sheet().unwrap());
    for word in ["secret", "Ibuprofen", "edicine", "enstrual", "Note"] {
        assert!(!less.contains(word), "{word}");
    }
}

#[test]
fn it_is_tagged_and_read_in_order() {
    let ask = Ask {
        question: "Is it the piriformis?".to_owned(),
        name: "Zoë Łukasz".to_owned(),
        ..Ask::default()
    };
    let sheet = brief(&small(), ask).sheet().unwrap();
    let bytes = pdf(&sheet, &stamp()).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    for wanted in [
        "/StructTreeRoot",
        "/Lang",
        "/Figure",
        "/TH",
        "/TD",
        "/H1",
        "/H2",
    ] {
        assert!(text.contains(wanted), "{wanted}");
    }
    let painted = ["/Subtype/Image", "/Subtype /Image"].map(|kind| text.contains(kind));
    assert_eq!(painted, [false, false], "vectors alone");
    let said = preview(&sheet, &stamp()).unwrap().text;
    assert_eq!(said.len(), 2, "one page and the table");
    let first = said[0].join("\n");
    let mut from = 0;
    for wanted in [
        "Symptom diary, 10 Nov 2026 to 24 Nov 2026",
        "Zoë Łukasz",
        "15 days: 7 logged, 8 not logged",
        "How often",
        "4 episodes",
        "How long",
        "5 min",
        "NRS 6.5",
        "Red flags: not asked",
        "Is it the piriformis?",
        "Episodes per week",
        "Trend: too few days logged to tell",
        "Where",
        "Triggers",
        "Sitting, 2 of 3",
        "Relief",
        "Medicines",
        "Ibuprofen, 1, 40 min",
        "Stretching",
    ] {
        let at = first.get(from..).and_then(|rest| rest.find(wanted));
        from += at.unwrap_or_else(|| panic!("{wanted:?} comes in this order:\n{first}"));
    }
    assert!(
        said[1].iter().any(|line| line.contains("18 Nov 26 *")),
        "late is marked"
    );
}

#[test]
fn nothing_and_one_entry_are_pages_too() {
    for entries in [Vec::new(), small().into_iter().take(1).collect()] {
        let sheet = brief(&entries, Ask::default()).sheet().unwrap();
        let done = pdf(&sheet, &stamp()).unwrap();
        assert!(done.starts_with(b"%PDF"), "written");
    }
}

#[test]
fn a_clock_that_jumped_is_told() {
    let mut entries = small();
    let ahead = episode(20, "2031-01-01T10:00", Lasted::Seconds(5), 5, Side::Left);
    entries.push(ahead.into());
    let old = episode(
        21,
        "1970-01-01T00:00",
        Lasted::Seconds(2_592_000),
        0,
        Side::Middle,
    );
    entries.push(old.into());
    let ask = Ask {
        span: Span::All,
        ..Ask::default()
    };
    let brief = brief(&entries, ask);
    let facts = brief.facts();
    assert_eq!(
        (facts.ahead, facts.episodes),
        (1, 5),
        "the future is left out"
    );
    assert!(facts.weeks.bins.len() <= 54, "{}", facts.weeks.bins.len());
    let said = format!("{:?}", brief.sheet().unwrap());
    assert!(said.contains("Left out, dated in the future: 1."), "told");
}

#[test]
fn letters_that_cannot_be_printed_are_marked_and_explained() {
    let mut entries = small();
    if let Some(Entry::Episode(episode)) = entries.first_mut() {
        episode.note = "左の尻 😊👍🏽 weh, größer; שלום".to_owned();
    }
    let sheet = brief(&entries, Ask::default()).sheet().unwrap();
    let said = preview(&sheet, &stamp()).unwrap().text.concat().join("\n");
    assert!(said.contains("[?] [?] weh, größer; [?]"), "{said}");
    assert!(
        said.contains("[?]: characters that could not be printed"),
        "{said}"
    );
}

#[test]
fn the_blank_sheet_is_one_page() {
    let (faces, library) = (faces(), library());
    let sheet = blank(&library);
    let pages = laid_out(&faces, &sheet).1;
    assert_eq!(pages.len(), 1, "one page");
    let wrong = outside(&pages, sheet.margins());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    pdf(&sheet, &stamp()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn it_is_one_page_whatever_the_diary(
        seed in 0_u64..1_000_000,
        days in 1_i32..400,
        a_day in 1_usize..4,
        word in "[ -~\\PC]{0,60}",
        question in "\\PC{0,900}",
    ) {
        let faces = faces();
        let mut entries = hostile(seed, days, a_day, &word);
        entries.push(all_flags(&library()));
        let ask = Ask {
            span: Span::All,
            name: word.repeat(4),
            born: word,
            question,
            appendix: false,
            ..Ask::default()
        };
        let sheet = brief(&entries, ask).sheet().unwrap();
        let pages = laid_out(&faces, &sheet).1;
        prop_assert_eq!(pages.len(), 1, "one page");
        let wrong = outside(&pages, sheet.margins());
        prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let small = pages
            .iter()
            .flatten()
            .flat_map(|p| &p.slice.drawn)
            .filter(|d| matches!(&d.what, crate::print::set::What::Text(p) if p.size < 8.5))
            .count();
        prop_assert_eq!(small, 0, "nothing below 8.5 points");
    }
}
