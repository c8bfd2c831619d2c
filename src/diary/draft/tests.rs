//! The log sheet without a window: what is missing, what it becomes, what an
//! edit keeps.

use std::time::Duration;

use super::*;
use crate::diary::Diary;
use crate::diary::Edit;
use crate::diary::draft::recent::Recent;
use crate::diary::entry::{
    BowelUrine, FluidHeat, LegSymptom, Region, Relief, Sample, StopReason, StretchDone, Trigger,
};
use crate::settings::Units;

fn now() -> Moment {
    Moment {
        wall: "2026-11-23T03:10:42+01:00[Europe/Berlin]".parse().unwrap(),
        ticks: Duration::ZERO,
    }
}

fn nrs(n: u8) -> Intensity {
    Intensity::new(n).unwrap()
}

fn plain() -> Draft {
    let mut draft = Draft::new(&now(), &Begun::default(), Units::Metric);
    draft.set_duration(Lasted::Seconds(600));
    draft.spot.press(0);
    draft.spot.say_side(Side::Left);
    draft.pain = Some(7);
    draft
}

/// An episode in which every field says something.
fn whole() -> Episode {
    let when = |text: &str| When::parse(text).unwrap();
    let required = Required {
        duration: Lasted::Seconds(5461),
        regions: vec![Region::ButtockLeftDeep, Region::CalfLeft, Region::LowBack],
        side: Side::Left,
        pain_peak: nrs(8),
    };
    let mut all = Episode::new(
        EntryId::new(&now()),
        when("2026-11-20T03:12:09+01:00[Europe/Berlin]"),
        when("2026-11-19T22:41:07-05:00[America/New_York]"),
        required,
    );
    all.about = true;
    all.pain_average = Some(nrs(4));
    all.samples = vec![Sample {
        after_secs: 60,
        pain: nrs(8),
    }];
    all.quality = vec![Quality::Burning, Quality::Cramp];
    all.triggers = vec![Trigger::Cold, Trigger::Sitting];
    all.sitting_before_min = Some(95);
    all.walk_distance_m = Some(1234);
    all.walk_time_min = Some(17);
    all.walk_uphill = Some(false);
    all.relief = vec![Relief::Sat, Relief::Heat];
    all.relief_after_min = Some(75);
    all.woke_me = Some(true);
    all.leg_symptoms = vec![LegSymptom::BelowKnee];
    all.cycle_day = Some(3);
    all.period_day = Some(true);
    all.bowel_urine = vec![BowelUrine::Urgent];
    all.training = Some(Training {
        activity: "Running".to_owned(),
        minutes: 45,
        effort: Some(nrs(7)),
    });
    all.fluid_heat = vec![FluidHeat::Sweat];
    all.medicines = vec![Medicine {
        name: "Magnesium".to_owned(),
        taken: false,
    }];
    all.helped = vec![Helped {
        remedy: "moist_heat".to_owned(),
        score: nrs(6),
    }];
    all.stretch = Some(StretchDone {
        rounds: 4,
        level: "1".to_owned(),
        pain_before: Some(nrs(8)),
        pain_after: Some(nrs(3)),
        stopped: Some(StopReason::NoTime),
    });
    all.tags = vec!["stairs".to_owned()];
    all.note = "as it was".to_owned();
    all
}

#[test]
fn an_empty_sheet_says_all_that_is_missing() {
    let draft = Draft::new(&now(), &Begun::default(), Units::Metric);
    let fields: Vec<Field> = draft.problems(&now()).iter().map(|p| p.field).collect();
    let wanted = [Field::Lasted, Field::Place, Field::Side, Field::Pain];
    assert_eq!(fields, wanted, "the start is filled in");
    assert!(draft.entry(&now()).is_none(), "so there is no entry");
    assert!(!draft.is_changed(), "nothing was written");
}

#[test]
fn a_plain_sheet_makes_an_episode() {
    let draft = plain();
    assert!(draft.is_changed(), "something was written");
    let entry = draft.entry(&now()).unwrap();
    let episode = entry.as_episode().unwrap();
    assert_eq!(episode.regions, [Region::ButtockLeftDeep], "place and side");
    assert_eq!(episode.pain_peak.get(), 7, "pain");
    assert_eq!(episode.started_at.civil().hour(), 3, "start");
    assert_eq!(episode.duration, Lasted::Seconds(600), "duration");
    assert_eq!(draft.late(&now()), None, "in time");
}

#[test]
fn the_start_is_read_when_it_was_written_and_kept_when_not() {
    let mut draft = plain();
    draft.start = "yesterday 22:30".to_owned();
    let started = draft.started(&now()).unwrap();
    assert_eq!(started.civil().to_string(), "2026-11-22T22:30:00", "read");
    draft.start = "2026-11-19 22:30".to_owned();
    let late = draft.late(&now()).map(Late::said);
    assert_eq!(late.as_deref(), Some("written down 3 days later"), "late");
    draft.start = "soon".to_owned();
    let problems = draft.problems(&now());
    assert_eq!(problems[0].field, Field::Start, "{problems:?}");
    let episode = whole();
    let draft = Draft::of(&episode, &now(), Units::Metric);
    assert_eq!(
        draft.started(&now()),
        Ok(episode.started_at),
        "to the second"
    );
}

#[test]
fn what_is_known_of_a_cramp_stays() {
    let begun = Begun {
        id: Some(EntryId::new(&now())),
        started_at: Some(When::parse("2026-11-23T02:50:11+01:00").unwrap()),
        time_unknown: false,
        lasted: Some(Lasted::Seconds(431)),
        regions: vec![Region::ButtockRightMid],
        side: Some(Side::Right),
        pain_peak: Some(nrs(9)),
        samples: whole().samples,
        woke_me: Some(true),
        note: "from the night".to_owned(),
    };
    let draft = Draft::new(&now(), &begun, Units::Metric);
    let entry = draft.entry(&now()).unwrap();
    let episode = entry.as_episode().unwrap();
    assert_eq!(Some(episode.id), begun.id, "id");
    assert_eq!(
        Some(&episode.started_at),
        begun.started_at.as_ref(),
        "start"
    );
    assert_eq!(Some(episode.duration), begun.lasted, "to the second");
    assert_eq!(episode.samples, begun.samples, "samples");
    assert_eq!(episode.woke_me, Some(true), "woken");
    assert_eq!(episode.note, "from the night", "note");
}

#[test]
fn of_a_day_alone_the_time_is_still_asked() {
    let zone = now().wall.time_zone().clone();
    for (day, written) in [("2026-11-22", "yesterday "), ("2026-11-19", "2026-11-19 ")] {
        let date: jiff::civil::Date = day.parse().unwrap();
        let begun = Begun::on_day(date, zone.clone()).unwrap();
        let mut draft = Draft::new(&now(), &begun, Units::Metric);
        assert_eq!(draft.start, written, "the day is there");
        assert_eq!(draft.started(&now()), Err(start::Unread::NoTime), "{day}");
        assert_eq!(draft.problems(&now())[0].field, Field::Start, "{day}");
        draft.start.push_str("22:30");
        let started = draft.started(&now()).unwrap().civil().to_string();
        assert_eq!(started, format!("{day}T22:30:00"), "day and time");
        draft.start.clear();
        assert_eq!(draft.started(&now()), Err(start::Unread::Empty), "no noon");
    }
}

#[test]
fn moments_told_stay_when_the_start_is_corrected() {
    let mut draft = Draft::of(&whole(), &now(), Units::Metric);
    let before = whole();
    let earlier = before
        .started_at
        .civil()
        .saturating_sub(jiff::Span::new().minutes(5));
    draft.start = crate::settings::say_when(earlier, "%F {time}", false);
    let moved = draft.episode(&now()).unwrap();
    let at = |episode: &Episode| {
        let after = i64::from(episode.samples[0].after_secs);
        episode.started_at.instant() + jiff::SignedDuration::from_secs(after)
    };
    assert_eq!(at(&moved), at(&before), "the same moment");
}

#[test]
fn an_edit_keeps_every_field_in_either_unit() {
    for units in [Units::Metric, Units::Imperial] {
        let episode = whole();
        let draft = Draft::of(&episode, &now(), units);
        assert_eq!(draft.problems(&now()), [], "whole");
        assert_eq!(draft.episode(&now()).unwrap(), episode, "{units:?}");
        assert!(!draft.is_changed(), "untouched");
        let mut draft = draft;
        draft.so_far.note.push_str(", and more");
        let edited = draft.episode(&now()).unwrap();
        let wanted = Episode {
            note: "as it was, and more".to_owned(),
            ..episode
        };
        assert_eq!(edited, wanted, "one field alone");
    }
}

#[test]
fn numbers_that_cannot_be_read_are_said_beside_their_field() {
    let mut draft = plain();
    for (number, wrong, right) in [
        (Number::Sat, "200", "1 h 30"),
        (Number::Way, "far", "0.5 mi"),
        (Number::Walked, "-3", "12"),
        (Number::Better, "soon", "90 s"),
        (Number::Cycle, "0", "14"),
    ] {
        wrong.clone_into(draft.numbers.text(number));
        let fields: Vec<Field> = draft.problems(&now()).iter().map(|p| p.field).collect();
        assert_eq!(fields, [Field::Number(number)], "{wrong}");
        right.clone_into(draft.numbers.text(number));
        assert_eq!(draft.problems(&now()), [], "{right}");
    }
    let episode = draft.episode(&now()).unwrap();
    assert_eq!(episode.sitting_before_min, Some(90), "sat");
    assert_eq!(episode.walk_distance_m, Some(805), "way");
    assert_eq!(episode.relief_after_min, Some(2), "begun minutes count");
    assert_eq!(episode.cycle_day, Some(14), "day");
}

#[test]
fn half_said_things_are_asked_for() {
    let mut draft = plain();
    draft.helped.push(("walking".to_owned(), None));
    assert_eq!(draft.problems(&now())[0].field, Field::Helped, "no score");
    draft.helped[0].1 = Some(4);
    "45".clone_into(draft.numbers.text(Number::Trained));
    assert_eq!(draft.problems(&now())[0].field, Field::Training, "of what?");
    draft.activity = "Cycling".to_owned();
    draft.so_far.note = "x".repeat(20_001);
    assert_eq!(draft.problems(&now())[0].field, Field::Note, "too long");
    draft.so_far.note.clear();
    draft.words[TAG] = "x".repeat(101);
    assert_eq!(draft.problems(&now())[0].field, Field::Tag, "too long");
}

#[test]
fn a_word_is_taken_over_once_and_never_lost() {
    let mut draft = plain();
    draft.words[TAG] = "  long   drive ".to_owned();
    draft.words[MEDICINE] = "Ibuprofen".to_owned();
    let episode = draft.episode(&now()).unwrap();
    assert_eq!(episode.tags, ["long drive"], "saved without Enter");
    assert_eq!(episode.medicines[0].name, "Ibuprofen", "so is this");
    assert!(draft.take_word(TAG), "taken");
    draft.words[TAG] = "Long drive".to_owned();
    draft.take_word(TAG);
    assert_eq!(draft.so_far.tags, ["long drive"], "not twice");
    assert!(!draft.take_word(TAG), "nothing is left");
}

#[test]
fn same_as_last_time_fills_in_and_goes_back() {
    let mut diary = Diary::new();
    diary.apply(Edit::Create(whole().into()), &now());
    let recent = Recent::of(&diary);
    let last = recent.last.clone().unwrap();
    let mut draft = Draft::new(&now(), &Begun::default(), Units::Metric);
    draft.spot.press(3);
    let before = draft.clone();
    draft.as_last_time(&last);
    assert_eq!(draft.spot.regions(), whole().regions, "where");
    assert_eq!(draft.spot.side(), Some(Side::Left), "side");
    assert_eq!(draft.so_far.quality, whole().quality, "feeling");
    assert!(draft.is_as_last_time(), "it shows");
    draft.as_last_time(&last);
    assert_eq!(draft, before, "as it was");
}

#[test]
fn chips_are_in_the_order_of_last_use() {
    let mut diary = Diary::new();
    let mut older = whole();
    older.id = EntryId::default();
    older.started_at = When::parse("2026-11-01T03:00:00+01:00").unwrap();
    older.triggers = vec![Trigger::Heat, Trigger::Cold];
    older.tags = vec!["stairs".to_owned(), "desk".to_owned()];
    diary.apply(Edit::Create(older.into()), &now());
    diary.apply(Edit::Create(whole().into()), &now());
    let recent = Recent::of(&diary);
    let first = [Trigger::Cold, Trigger::Sitting, Trigger::Heat];
    assert_eq!(recent.triggers[..3], first, "newest first");
    assert_eq!(recent.triggers.len(), Trigger::ALL.len(), "all are there");
    assert_eq!(recent.tags, ["stairs", "desk"], "own words");
    assert_eq!(recent.remedies, ["moist_heat"], "remedies");
    assert_eq!(recent.places[0], 0, "deep inside");
    let empty = Recent::of(&Diary::new());
    assert_eq!(empty.triggers, Trigger::ALL, "the usual order");
}
