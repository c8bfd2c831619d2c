//! What must hold for every entry, every text and every order of events.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use unclench::clock::Moment;
use unclench::diary::check::check;
use unclench::diary::entry::{
    BowelUrine, Day, Ended, Entry, EntryId, Episode, Feeling, FluidHeat, Helped, Intensity, Lasted,
    LegSymptom, Medicine, Quality, Region, Relief, Required, Sample, Session, Side, SideDone,
    Sleep, StopReason, StretchDone, Training, Trigger,
};
use unclench::diary::format::{Seal, format, parse};
use unclench::diary::found::{Scan, Trashed, Version};
use unclench::diary::json::{format_json, parse_json};
use unclench::diary::when::When;
use unclench::diary::{Diary, Edit};
use unclench::job::{Fault, FaultKind, Job, Report, Task};
use unclench::settings;

fn id() -> impl Strategy<Value = EntryId> {
    (0_u32..40).prop_map(nth)
}

fn nth(n: u32) -> EntryId {
    EntryId::parse(&format!("01a2082c-0000-7000-8000-{n:012}")).unwrap()
}

fn when() -> impl Strategy<Value = When> {
    const ZONES: &[&str] = &[
        "",
        "[Europe/Berlin]",
        "[Mars/Olympus]",
        "[+05:30]",
        "[Etc/UTC]",
    ];
    (
        1900_i32..=2199,
        1_u32..=12,
        1_u32..=28,
        0_u32..24,
        0_u32..60,
        -14_i32..=14,
        select(ZONES),
    )
        .prop_map(|(year, month, day, hour, minute, offset, zone)| {
            let sign = if offset < 0 { '-' } else { '+' };
            let offset = offset.unsigned_abs();
            let text = format!(
                "{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00{sign}{offset:02}:00{zone}"
            );
            When::parse(&text).unwrap()
        })
}

fn pain() -> impl Strategy<Value = Intensity> {
    (0_u8..=10).prop_map(|value| Intensity::new(value).unwrap())
}

fn word() -> impl Strategy<Value = String> {
    "[^\\s]\\PC{0,30}"
}

fn words<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Vec<T>> {
    vec(select(all), 0..4)
}

fn training() -> impl Strategy<Value = Option<Training>> {
    let one = (word(), 0_u16..=1440, option::of(pain()));
    option::of(one.prop_map(|(activity, minutes, effort)| Training {
        activity,
        minutes,
        effort,
    }))
}

fn required() -> impl Strategy<Value = Required> {
    let duration = option::of(0_u32..=2_592_000)
        .prop_map(|seconds| seconds.map_or(Lasted::StillGoing, Lasted::Seconds));
    let regions = vec(select(Region::ALL), 1..5);
    (duration, regions, select(Side::ALL), pain()).prop_map(
        |(duration, regions, side, pain_peak)| Required {
            duration,
            regions,
            side,
            pain_peak,
        },
    )
}

fn plain_episode() -> impl Strategy<Value = Episode> {
    (
        id(),
        when(),
        option::of(when()),
        when(),
        required(),
        any::<String>(),
    )
        .prop_map(|(id, logged_at, edited_at, started_at, required, note)| {
            let mut episode = Episode::new(id, logged_at, started_at, required);
            episode.edited_at = edited_at;
            episode.note = note;
            episode
        })
}

fn full_episode() -> impl Strategy<Value = Episode> {
    let around = (
        words(Quality::ALL),
        words(Trigger::ALL),
        words(Relief::ALL),
        words(LegSymptom::ALL),
        words(BowelUrine::ALL),
        words(FluidHeat::ALL),
        vec(word(), 0..3),
        training(),
    );
    let numbers = (
        option::of(pain()),
        vec((0_u32..9999, pain()), 0..3),
        option::of(0_u16..=120),
        option::of(0_u32..=200_000),
        option::of(any::<bool>()),
        option::of(1_u8..=99),
    );
    let helped = (
        vec((word(), any::<bool>()), 0..3),
        vec((word(), pain()), 0..3),
        option::of((
            any::<u8>(),
            option::of(pain()),
            option::of(select(StopReason::ALL)),
        )),
    );
    (plain_episode(), around, numbers, helped).prop_map(|(mut e, around, numbers, helped)| {
        (
            e.quality,
            e.triggers,
            e.relief,
            e.leg_symptoms,
            e.bowel_urine,
            e.fluid_heat,
            e.tags,
            e.training,
        ) = around;
        let samples;
        (
            e.pain_average,
            samples,
            e.sitting_before_min,
            e.walk_distance_m,
            e.walk_uphill,
            e.cycle_day,
        ) = numbers;
        e.samples = samples
            .into_iter()
            .map(|(after_secs, pain)| Sample { after_secs, pain })
            .collect();
        e.samples.sort_by_key(|sample| sample.after_secs);
        e.woke_me = e.walk_uphill;
        e.about = e.walk_uphill == Some(true);
        e.medicines = helped
            .0
            .into_iter()
            .map(|(name, taken)| Medicine { name, taken })
            .collect();
        e.helped = helped
            .1
            .into_iter()
            .map(|(remedy, score)| Helped { remedy, score })
            .collect();
        e.stretch = helped.2.map(|(rounds, pain_before, stopped)| StretchDone {
            rounds,
            level: "1b".to_owned(),
            pain_before,
            pain_after: None,
            stopped,
        });
        e
    })
}

fn entry() -> impl Strategy<Value = Entry> {
    let session = (
        plain_episode(),
        word(),
        0_u32..=86_400,
        option::of(select(StopReason::ALL)),
        words(Feeling::ALL),
    );
    let session = session.prop_map(|(e, routine, held_secs, stopped, feelings)| {
        let ended = stopped.map_or(Ended::Finished, Ended::Stopped);
        let mut session = Session::new(e.id, e.logged_at, e.started_at, &routine, ended);
        session.left = SideDone {
            rounds: 2,
            held_secs,
        };
        session.feelings = feelings;
        session.sore_side = Some(e.side);
        session.pain_before = Some(e.pain_peak);
        session.episode = Some(nth(77));
        session.note = e.note;
        Entry::from(session)
    });
    let day = (
        plain_episode(),
        training(),
        option::of(select(Sleep::ALL)),
        option::of(0_u16..=1440),
    );
    let day = day.prop_map(|(e, training, sleep, sitting_min)| {
        let mut day = Day::new(e.id, e.logged_at, e.started_at.date());
        day.training = training;
        day.sleep = sleep;
        day.sitting_min = sitting_min;
        day.cramp_free = sitting_min.is_none();
        day.note = e.note;
        Entry::from(day)
    });
    prop_oneof![3 => full_episode().prop_map(Entry::from), 1 => session, 1 => day]
}

/// A change somewhere in a text: bytes put in, taken out or turned.
fn spoil(text: &str, at: usize, how: u8, bytes: &[u8]) -> Vec<u8> {
    let mut spoiled = text.as_bytes().to_vec();
    let at = at % spoiled.len();
    match how % 4 {
        0 => spoiled.truncate(at),
        1 => drop(spoiled.splice(at..at, bytes.iter().copied())),
        2 => spoiled[at] ^= 1 << (how / 4 % 8),
        _ => {
            let end = (at + bytes.len()).min(spoiled.len());
            spoiled.drain(at..end);
        }
    }
    spoiled
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn entries_survive_the_disk(entry in entry()) {
        prop_assert_eq!(check(&entry), []);
        let text = format(&entry).unwrap();
        let parsed = parse(text.as_bytes()).unwrap();
        prop_assert_eq!(&parsed.entry, &entry);
        prop_assert_eq!(parsed.seal, Seal::Whole);
        prop_assert_eq!(format(&parsed.entry).unwrap(), text);
    }

    #[test]
    fn entries_survive_json(entry in entry()) {
        let line = format_json(&entry).unwrap();
        prop_assert!(!line.contains('\n'));
        prop_assert_eq!(parse_json(&line).unwrap(), entry);
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in vec(any::<u8>(), 0..400), text in "\\PC{0,200}") {
        parse(&bytes).ok();
        parse(text.as_bytes()).ok();
        parse_json(&text).ok();
        When::parse(&text).ok();
        settings::parse(&text);
        settings::parse(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn spoiled_files_are_never_taken_for_whole(
        entry in entry(), at in any::<usize>(), how in any::<u8>(), bytes in vec(any::<u8>(), 1..9)
    ) {
        let text = format(&entry).unwrap();
        let spoiled = spoil(&text, at, how, &bytes);
        if let Ok(parsed) = parse(&spoiled) {
            prop_assert!(parsed.entry == entry || parsed.seal != Seal::Whole);
            // What was read can be written again.
            prop_assert!(format(&parsed.entry).is_ok());
        }
        let line = format_json(&entry).unwrap();
        parse_json(&String::from_utf8_lossy(&spoil(&line, at, how, &bytes))).ok();
    }
}

/// An IO thread of the test's: answers a job, well or not.
fn answer(job: Job, is_well: bool, disk: &mut Vec<(EntryId, Arc<Entry>)>) -> Report {
    let (ticket, what) = match &job {
        Job::Create { ticket, entry } | Job::Edit { ticket, entry, .. } => {
            (*ticket, Task::Save(entry.id()))
        }
        Job::Delete { ticket, id } => (*ticket, Task::Delete(*id)),
        Job::Restore { ticket, id } => (*ticket, Task::Restore(*id)),
        Job::Load | Job::Rescan | Job::Keep { .. } | Job::SetAside(_) | Job::SaveSettings(_) => {
            panic!("{job:?} was not asked for")
        }
    };
    let version = |entry: &Arc<Entry>| Version {
        path: format!("diary/{}.ron", entry.id()).into(),
        entry: Arc::clone(entry),
        seal: Seal::Whole,
    };
    if !is_well {
        let fault = Fault::new(FaultKind::Full, "full");
        return Report::Failed {
            ticket: Some(ticket),
            what,
            fault,
        };
    }
    match job {
        Job::Create { entry, .. } | Job::Edit { entry, .. } => {
            disk.retain(|(id, _)| *id != entry.id());
            disk.push((entry.id(), Arc::clone(&entry)));
            Report::Saved {
                ticket,
                version: version(&entry),
                aside: None,
            }
        }
        Job::Delete { id, .. } => {
            let entry = disk
                .iter()
                .find(|(other, _)| *other == id)
                .map(|(_, e)| Arc::clone(e));
            let path = std::path::PathBuf::from(format!("trash/{id}.ron"));
            let trashed = entry
                .into_iter()
                .map(|entry| Trashed {
                    path: path.clone(),
                    entry,
                })
                .collect();
            Report::Deleted {
                ticket,
                id,
                trashed,
            }
        }
        Job::Restore { id, .. } => {
            if let Some((_, entry)) = disk.iter().find(|(other, _)| *other == id) {
                let version = version(entry);
                return Report::Restored { ticket, version };
            }
            let fault = Fault::new(FaultKind::Missing, "not there");
            let ticket = Some(ticket);
            Report::Failed {
                ticket,
                what,
                fault,
            }
        }
        Job::Load | Job::Rescan | Job::Keep { .. } | Job::SetAside(_) | Job::SaveSettings(_) => {
            unreachable!("asked above")
        }
    }
}

fn now() -> Moment {
    Moment {
        wall: "2026-11-23T03:10:00+01:00[Europe/Berlin]".parse().unwrap(),
        ticks: std::time::Duration::ZERO,
    }
}

/// The list, the days and the index must tell the same.
fn consistent(diary: &Diary) {
    let entries = diary.entries();
    assert!(entries.is_sorted_by_key(|entry| entry.order()), "in order");
    let by_day: usize = diary.by_day().map(|(_, entries)| entries.len()).sum();
    assert_eq!(by_day, entries.len(), "every entry has a day");
    for (date, day) in diary.by_day() {
        assert!(
            !day.is_empty() && day.iter().all(|entry| entry.date() == date),
            "{date}"
        );
    }
    for entry in entries {
        assert!(
            Arc::ptr_eq(diary.get(entry.id()).unwrap(), entry),
            "found by its id"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_diary_stays_consistent_and_loses_nothing(
        steps in vec((0_u8..9, entry(), any::<bool>(), 0_usize..4), 1..40),
        loaded in vec(entry(), 0..20),
    ) {
        let mut diary = Diary::new();
        let found = loaded.into_iter().enumerate().map(|(at, entry)| Version {
            path: format!("diary/{at}.ron").into(),
            entry: Arc::new(entry),
            seal: Seal::Whole,
        });
        let scan = Scan { found: found.collect(), ..Scan::default() };
        diary.receive(Report::Found(scan));
        consistent(&diary);
        let mut disk = Vec::new();
        let mut queue = std::collections::VecDeque::new();
        for (what, entry, is_well, answers) in steps {
            let id = entry.id();
            let (count, is_there) = (diary.len(), diary.get(id).is_some());
            let edit = match what {
                0..=2 if is_there => Edit::Change(entry),
                0..=2 => Edit::Create(entry),
                3 => Edit::Delete(id),
                4 => Edit::Restore(id),
                5 => Edit::Retry(id),
                6 => Edit::Redo,
                _ => Edit::Undo,
            };
            let is_delete = matches!(edit, Edit::Delete(_) | Edit::Undo | Edit::Redo);
            queue.extend(diary.apply(edit, &now()));
            prop_assert!(is_delete || diary.len() >= count, "an entry went without being deleted");
            consistent(&diary);
            for _ in 0..answers {
                let Some(job) = queue.pop_front() else { break };
                diary.receive(answer(job, is_well, &mut disk));
                consistent(&diary);
            }
        }
    }
}
