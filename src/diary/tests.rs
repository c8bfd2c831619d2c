//! The diary in memory: edits, answers, undo, conflicts.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::entry::{Episode, Intensity, Lasted, Region, Required, Side};
use super::format::Spot;
use super::found::{Damaged, Scan};
use super::when::When;
use super::*;
use crate::clock::Moment;
use crate::job::{FaultKind, Job, Report, Task};

fn id(n: u32) -> EntryId {
    EntryId::parse(&format!("01a2082c-0000-7000-8000-{n:012}")).unwrap()
}

fn entry(n: u32, day: u32, note: &str) -> Entry {
    let at = When::parse(&format!("2026-11-{day:02}T03:10:00+01:00")).unwrap();
    let required = Required {
        duration: Lasted::StillGoing,
        regions: vec![Region::LowBack],
        side: Side::Middle,
        pain_peak: Intensity::MAX,
    };
    let mut episode = Episode::new(id(n), at.clone(), at, required);
    episode.note = note.to_owned();
    episode.into()
}

fn now() -> Moment {
    Moment {
        wall: "2026-11-23T03:10:00+01:00[Europe/Berlin]".parse().unwrap(),
        ticks: Duration::ZERO,
    }
}

fn version(entry: Entry, path: &str) -> Version {
    Version {
        path: PathBuf::from(path).into(),
        entry: Arc::new(entry),
        seal: Seal::Whole,
    }
}

fn home(n: u32) -> String {
    format!("diary/2026/11/2026-11-01-{}.ron", id(n))
}

fn found(versions: Vec<Version>) -> Report {
    Report::Found(Scan {
        found: versions,
        ..Scan::default()
    })
}

fn notes(diary: &Diary) -> Vec<&str> {
    diary.entries().iter().map(|entry| entry.note()).collect()
}

fn ticket(job: &Job) -> Ticket {
    match job {
        Job::Create { ticket, .. }
        | Job::Edit { ticket, .. }
        | Job::Delete { ticket, .. }
        | Job::Restore { ticket, .. } => *ticket,
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
            panic!("{job:?} has no ticket")
        }
    }
}

fn failed(job: &Job, what: Task) -> Report {
    Report::Failed {
        ticket: Some(ticket(job)),
        what,
        fault: Fault::new(FaultKind::Full, "the disk is full"),
    }
}

#[test]
fn a_load_shows_entries_in_order_and_by_day() {
    let mut diary = Diary::new();
    let batch = |range: std::ops::Range<u32>| {
        found(
            range
                .map(|n| version(entry(n, 1 + n % 5, "x"), &home(n)))
                .collect(),
        )
    };
    diary.receive(batch(0..50));
    diary.receive(batch(50..100));
    assert_eq!(diary.len(), 100, "all");
    assert!(
        diary.entries().is_sorted_by_key(|entry| entry.order()),
        "in order"
    );
    let days: Vec<(String, usize)> = diary
        .by_day()
        .map(|(date, entries)| (date.to_string(), entries.len()))
        .collect();
    assert_eq!(
        days.first().unwrap(),
        &("2026-11-05".to_owned(), 20),
        "newest day first"
    );
    assert_eq!(days.len(), 5, "five days");
}

#[test]
fn saved_is_shown_only_after_the_answer_to_the_last_change() {
    let mut diary = Diary::new();
    let create = diary
        .apply(Edit::Create(entry(1, 1, "a")), &now())
        .remove(0);
    let change = diary
        .apply(Edit::Change(entry(1, 1, "b")), &now())
        .remove(0);
    let Job::Edit { before, .. } = &change else {
        panic!("{change:?}")
    };
    assert_eq!(before[0].note(), "a", "what may be on disk");
    let saved = |job: &Job, note| Report::Saved {
        ticket: ticket(job),
        version: version(entry(1, 1, note), &home(1)),
        aside: None,
    };
    diary.receive(saved(&create, "a"));
    assert_eq!(
        diary.state(id(1)),
        SaveState::Saving,
        "the change is under way"
    );
    assert_eq!(notes(&diary), ["b"], "memory wins");
    diary.receive(saved(&change, "b"));
    assert_eq!(diary.state(id(1)), SaveState::Saved, "saved");
    assert_eq!(diary.unsaved().count(), 0, "nothing left to save");
}

#[test]
fn what_failed_stays_and_can_be_tried_again() {
    let mut diary = Diary::new();
    let create = diary
        .apply(Edit::Create(entry(1, 1, "a")), &now())
        .remove(0);
    diary.receive(failed(&create, Task::Save(id(1))));
    assert!(matches!(diary.state(id(1)), SaveState::Failed(_)), "marked");
    assert!(diary.has_failed(), "told");
    assert_eq!(notes(&diary), ["a"], "still there");
    let retry = diary.apply(Edit::Retry(id(1)), &now());
    assert!(
        matches!(retry[0], Job::Edit { .. }),
        "an edit writes it wherever it is"
    );
    assert_eq!(diary.state(id(1)), SaveState::Saving, "trying");
}

#[test]
fn edits_can_be_undone_and_done_again() {
    let mut diary = Diary::new();
    diary.apply(Edit::Create(entry(1, 1, "a")), &now());
    diary.apply(Edit::Change(entry(1, 9, "b")), &now());
    diary.apply(Edit::Delete(id(1)), &now());
    assert_eq!(notes(&diary), [""; 0], "deleted");
    for expected in [vec!["b"], vec!["a"], vec![]] {
        assert_eq!(diary.apply(Edit::Undo, &now()).len(), 1, "one job");
        assert_eq!(notes(&diary), expected, "undone");
    }
    assert!(!diary.can_undo(), "nothing left");
    for expected in [vec!["a"], vec!["b"], vec![]] {
        diary.apply(Edit::Redo, &now());
        assert_eq!(notes(&diary), expected, "done again");
    }
    assert!(!diary.can_redo(), "nothing left");
    diary.apply(Edit::Undo, &now());
    diary.apply(Edit::Change(entry(1, 9, "c")), &now());
    assert!(
        !diary.can_redo(),
        "a new edit ends what could be done again"
    );
}

#[test]
fn undo_does_not_overwrite_what_came_from_outside() {
    let mut diary = Diary::new();
    diary.receive(found(vec![version(entry(1, 1, "a"), &home(1))]));
    let job = diary
        .apply(Edit::Change(entry(1, 1, "b")), &now())
        .remove(0);
    let version_of = |note| version(entry(1, 1, note), &home(1));
    diary.receive(Report::Saved {
        ticket: ticket(&job),
        version: version_of("b"),
        aside: None,
    });
    diary.receive(found(vec![version_of("from outside")]));
    assert_eq!(notes(&diary), ["from outside"], "taken in");
    assert_eq!(diary.apply(Edit::Undo, &now()), [], "not ours to undo");
    assert_eq!(notes(&diary), ["from outside"], "untouched");
}

#[test]
fn a_change_that_changes_nothing_is_no_edit() {
    let mut diary = Diary::new();
    diary.receive(found(vec![version(entry(1, 1, "a"), &home(1))]));
    assert_eq!(
        diary.apply(Edit::Change(entry(1, 1, "a")), &now()),
        [],
        "no job"
    );
    assert!(!diary.can_undo(), "nothing to undo");
}

#[test]
fn two_files_with_one_id_are_a_conflict_and_ours_is_shown() {
    let mut diary = Diary::new();
    let copy = "diary/2026/11/2026-11-01 (conflicted copy).ron";
    diary.receive(found(vec![
        version(entry(1, 1, "copy"), copy),
        version(entry(1, 2, "own"), &home(1)),
    ]));
    assert_eq!(notes(&diary), ["own"], "the canonical name, once");
    assert_eq!(
        diary.conflicts().collect::<Vec<_>>(),
        [id(1)],
        "in conflict"
    );
    diary.receive(Report::Found(Scan {
        gone: vec![PathBuf::from(home(1))],
        ..Scan::default()
    }));
    assert_eq!(notes(&diary), ["copy"], "the one that is left");
    assert_eq!(diary.conflicts().count(), 0, "no conflict");
}

#[test]
fn identical_copies_are_no_conflict() {
    let mut diary = Diary::new();
    diary.receive(found(vec![
        version(entry(1, 1, "a"), &home(1)),
        version(entry(1, 1, "a"), "diary/copy.ron"),
    ]));
    assert_eq!(
        (diary.len(), diary.conflicts().count()),
        (1, 0),
        "one entry"
    );
}

#[test]
fn what_is_being_written_is_not_replaced_by_what_is_found() {
    let mut diary = Diary::new();
    diary.receive(found(vec![version(entry(1, 1, "disk"), &home(1))]));
    let job = diary
        .apply(Edit::Change(entry(1, 1, "mine")), &now())
        .remove(0);
    diary.receive(found(vec![version(entry(1, 1, "other"), &home(1))]));
    assert_eq!(notes(&diary), ["mine"], "memory wins");
    diary.receive(failed(&job, Task::Save(id(1))));
    assert_eq!(notes(&diary), ["mine"], "also when it failed");
    let Job::Edit { before, .. } = &diary.apply(Edit::Retry(id(1)), &now())[0] else {
        panic!("an edit");
    };
    let known: Vec<&str> = before.iter().map(|entry| entry.note()).collect();
    assert_eq!(known, ["other", "mine"], "what may be replaced");
}

#[test]
fn deleting_that_failed_brings_it_back() {
    let mut diary = Diary::new();
    diary.receive(found(vec![version(entry(1, 1, "a"), &home(1))]));
    let job = diary.apply(Edit::Delete(id(1)), &now()).remove(0);
    assert!(diary.is_empty(), "gone at once");
    diary.receive(failed(&job, Task::Delete(id(1))));
    assert_eq!(notes(&diary), ["a"], "back");
    assert_eq!(diary.state(id(1)), SaveState::Saved, "it is on disk");
}

#[test]
fn an_undone_entry_that_was_never_written_is_not_lost_when_done_again() {
    let mut diary = Diary::new();
    let create = diary
        .apply(Edit::Create(entry(1, 1, "a")), &now())
        .remove(0);
    diary.receive(failed(&create, Task::Save(id(1))));
    let delete = diary.apply(Edit::Undo, &now()).remove(0);
    diary.receive(Report::Deleted {
        ticket: ticket(&delete),
        id: id(1),
        trashed: Vec::new(),
    });
    let restore = diary.apply(Edit::Redo, &now()).remove(0);
    diary.receive(failed(&restore, Task::Restore(id(1))));
    assert_eq!(notes(&diary), ["a"], "kept in memory, marked");
    assert!(diary.has_failed(), "and can be tried again");
}

#[test]
fn a_file_that_got_damaged_keeps_its_entry_until_the_end() {
    let mut diary = Diary::new();
    diary.receive(found(vec![version(entry(1, 1, "a"), &home(1))]));
    diary.receive(Report::Found(Scan {
        damaged: vec![Damaged {
            path: PathBuf::from(home(1)),
            spot: Spot::whole("torn"),
        }],
        ..Scan::default()
    }));
    assert_eq!(notes(&diary), ["a"], "what was read is still shown");
    assert_eq!(diary.damaged().count(), 1, "and the damage is told");
    diary.receive(found(vec![version(entry(1, 1, "b"), &home(1))]));
    assert_eq!(
        (notes(&diary), diary.damaged().count()),
        (vec!["b"], 0),
        "mended"
    );
}

#[test]
fn an_import_is_undone_and_done_again_in_one_step() {
    let mut diary = Diary::new();
    let all = [entry(1, 1, "a"), entry(2, 2, "b"), entry(3, 3, "c")];
    let versions = all.iter().enumerate().map(|(at, entry)| {
        let n = u32::try_from(at).unwrap() + 1;
        version(entry.clone(), &home(n))
    });
    diary.receive(found(versions.collect()));
    diary.brought_in(&[id(1), id(2), id(3)]);
    let today = now().wall.date();
    let name = "bring in 3 entries".to_owned();
    assert_eq!(diary.undo_name(today), Some(name.clone()), "its name");
    assert!(diary.has_imported_last(), "the last edit");
    // One of them was changed since: that comes off first.
    diary.apply(Edit::Change(entry(2, 2, "mine")), &now());
    let change = "change the cramp of 2 November".to_owned();
    assert_eq!(diary.undo_name(today), Some(change), "the newer edit");
    diary.apply(Edit::Undo, &now());
    assert_eq!(
        diary.apply(Edit::Undo, &now()).len(),
        3,
        "three to the trash"
    );
    assert!(diary.is_empty(), "all gone");
    assert_eq!(diary.redo_name(today), Some(name), "done again by name");
    assert_eq!(diary.apply(Edit::Redo, &now()).len(), 3, "three come back");
    assert_eq!(notes(&diary), ["a", "b", "c"], "as they were");
}

#[test]
fn the_names_of_edits_say_what_and_when() {
    let mut diary = Diary::new();
    let today = now().wall.date();
    assert_eq!(diary.undo_name(today), None, "nothing yet");
    diary.apply(Edit::Create(entry(1, 12, "a")), &now());
    let name = |diary: &Diary| diary.undo_name(today).unwrap();
    assert_eq!(name(&diary), "add the cramp of 12 November", "added");
    diary.apply(Edit::Delete(id(1)), &now());
    assert_eq!(name(&diary), "delete the cramp of 12 November", "deleted");
    let later = today.saturating_add(jiff::ToSpan::year(1));
    let with_year = "delete the cramp of 12 November 2026";
    assert_eq!(diary.undo_name(later).unwrap(), with_year, "another year");
}
