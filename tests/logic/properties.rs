//! What must hold for every entry, every text and every order of events.

#[path = "properties/strategies.rs"]
pub(crate) mod strategies;

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;

use unclench::clock::Moment;
use unclench::diary::check::check;
use unclench::diary::entry::{Entry, EntryId};
use unclench::diary::format::{Seal, format, parse};
use unclench::diary::found::{Scan, Trashed, Version};
use unclench::diary::json::{format_json, parse_json};
use unclench::diary::when::When;
use unclench::diary::{Diary, Edit};
use unclench::job::{Fault, FaultKind, Job, Report, Task, Ticket};
use unclench::settings;

use self::strategies::entry;

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

/// What a job of the diary is about.
fn about(job: &Job) -> (Ticket, Task) {
    match job {
        Job::Create { ticket, entry } | Job::Edit { ticket, entry, .. } => {
            (*ticket, Task::Save(entry.id()))
        }
        Job::Delete { ticket, id } => (*ticket, Task::Delete(*id)),
        Job::Restore { ticket, id } => (*ticket, Task::Restore(*id)),
        Job::Load
        | Job::Rescan
        | Job::Keep { .. }
        | Job::SetAside(_)
        | Job::SaveSettings(..)
        | Job::Page(_)
        | Job::KeepSession(_)
        | Job::DropSession
        | Job::KeepCramp(_)
        | Job::DropCramp(_)
        | Job::Exchange(_)
        | Job::KeepBoth { .. }
        | Job::Home(_)
        | Job::KeepWindow(_)
        | Job::Choose { .. } => {
            panic!("{job:?} was not asked for")
        }
    }
}

/// An IO thread of the test's: answers a job, well or not.
fn answer(job: Job, is_well: bool, disk: &mut Vec<(EntryId, Arc<Entry>)>) -> Report {
    let (ticket, what) = about(&job);
    let version = |entry: &Arc<Entry>| Version {
        path: std::path::PathBuf::from(format!("diary/{}.ron", entry.id())).into(),
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
        Job::Load
        | Job::Rescan
        | Job::Keep { .. }
        | Job::SetAside(_)
        | Job::SaveSettings(..)
        | Job::Page(_)
        | Job::KeepSession(_)
        | Job::DropSession
        | Job::KeepCramp(_)
        | Job::DropCramp(_)
        | Job::Exchange(_)
        | Job::KeepBoth { .. }
        | Job::Home(_)
        | Job::KeepWindow(_)
        | Job::Choose { .. } => unreachable!("asked above"),
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
            path: std::path::PathBuf::from(format!("diary/{at}.ron")).into(),
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
