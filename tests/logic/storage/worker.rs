//! The IO thread: jobs in, reports out, changes from outside seen.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use unclench::clock::Clock as _;
use unclench::diary::entry::Entry;
use unclench::diary::{Diary, Edit, SaveState};
use unclench::job::{Job, Report, Ticket};
use unclench::settings::{Change, Settings, Theme};
use unclench::store::Worker;

use super::{Folder, episode, id};

/// A window without a window.
struct Person<'a> {
    folder: &'a Folder,
    worker: Worker,
    woken: Receiver<()>,
    diary: Diary,
    others: Vec<Report>,
}

impl<'a> Person<'a> {
    fn new(folder: &'a Folder) -> Self {
        let (wake, woken) = mpsc::channel();
        let worker = Worker::spawn(folder.store(), move || {
            wake.send(()).ok();
        })
        .unwrap();
        worker.send(Job::Load);
        let mut person = Self {
            folder,
            worker,
            woken,
            diary: Diary::new(),
            others: Vec::new(),
        };
        person.wait_until(|person| person.diary.is_loaded());
        person
    }

    fn apply(&mut self, edit: Edit) {
        for job in self.diary.apply(edit, &self.folder.clock.now()) {
            self.worker.send(job);
        }
    }

    fn wait_until(&mut self, is_so: impl Fn(&Self) -> bool) {
        while !is_so(self) {
            let woken = self.woken.recv_timeout(Duration::from_secs(20));
            woken.expect("woken in time");
            for report in self.worker.drain() {
                self.others.push(report.clone());
                self.diary.receive(report);
            }
        }
    }

    fn wait_until_saved(&mut self) {
        self.wait_until(|person| person.diary.unsaved().count() == 0);
    }

    fn notes(&self) -> Vec<String> {
        let entries = self.diary.entries().iter();
        entries.map(|entry| entry.note().to_owned()).collect()
    }
}

#[test]
fn edits_are_saved_and_undone_on_disk() {
    let folder = Folder::new();
    let mut person = Person::new(&folder);
    person.apply(Edit::Create(Entry::clone(&episode(1, "a"))));
    assert_eq!(person.diary.state(id(1)), SaveState::Saving, "not yet");
    person.apply(Edit::Change(Entry::clone(&episode(1, "b"))));
    person.apply(Edit::Change(Entry::clone(&episode(1, "c"))));
    person.wait_until_saved();
    assert_eq!(person.diary.state(id(1)), SaveState::Saved, "saved");
    assert_eq!(folder.load().get(id(1)).unwrap().note(), "c", "on disk");
    for note in ["b", "a"] {
        person.apply(Edit::Undo);
        person.wait_until_saved();
        assert_eq!(folder.load().get(id(1)).unwrap().note(), note, "undone");
    }
    person.apply(Edit::Undo);
    person.wait_until_saved();
    assert!(folder.load().is_empty(), "not created");
    for note in ["a", "b", "c"] {
        person.apply(Edit::Redo);
        person.wait_until_saved();
        assert_eq!(folder.load().get(id(1)).unwrap().note(), note, "redone");
    }
    person.apply(Edit::Delete(id(1)));
    person.wait_until_saved();
    assert_eq!(person.diary.trash().count(), 1, "in the trash");
    person.apply(Edit::Restore(id(1)));
    person.wait_until_saved();
    assert_eq!(person.notes(), ["c"], "restored");
    assert_eq!(
        folder.load().conflicts().count(),
        0,
        "no conflicts with itself"
    );
}

#[test]
fn changes_from_outside_appear_by_themselves() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "a")).unwrap();
    let mut person = Person::new(&folder);
    folder.store().create(&episode(2, "b")).unwrap();
    person.wait_until(|person| person.notes() == ["a", "b"]);
    folder
        .store()
        .edit(&[episode(2, "b")], &episode(2, "c"))
        .unwrap();
    person.wait_until(|person| person.notes() == ["a", "c"]);
    folder.store().delete(id(1)).unwrap();
    person.wait_until(|person| person.notes() == ["c"]);
    person.wait_until(|person| person.diary.trash().count() == 1);
}

#[test]
fn what_cannot_be_saved_stays_and_is_saved_when_it_can() {
    let folder = Folder::new();
    folder.plant("diary", b"a file where a folder should be");
    let mut person = Person::new(&folder);
    person.apply(Edit::Create(Entry::clone(&episode(1, "precious"))));
    person.wait_until(|person| person.diary.has_failed());
    assert_eq!(person.notes(), ["precious"], "still there");
    std::fs::remove_file(folder.data().join("diary")).unwrap();
    person.apply(Edit::Retry(id(1)));
    person.wait_until_saved();
    assert_eq!(
        folder.load().get(id(1)).unwrap().note(),
        "precious",
        "saved"
    );
}

#[test]
fn all_jobs_are_done_before_the_end() {
    let folder = Folder::new();
    let person = Person::new(&folder);
    let mut diary = person.diary.clone();
    for n in 0..100 {
        let edit = Edit::Create(Entry::clone(&episode(n, "x")));
        for job in diary.apply(edit, &folder.clock.now()) {
            person.worker.send(job);
        }
    }
    let with = |theme, zoom_percent| Settings {
        theme,
        zoom_percent,
        ..Settings::default()
    };
    let all = [
        with(Theme::System, 100),
        with(Theme::Light, 100),
        with(Theme::Light, 130),
        with(Theme::Dark, 130),
    ];
    for (nth, pair) in all.windows(2).enumerate() {
        let change = Change::between(pair[0].clone(), pair[1].clone());
        let ticket = Ticket(nth as u64);
        let job = Job::SaveSettings(ticket, Box::new(change));
        person.worker.send(job);
    }
    person.worker.finish();
    assert_eq!(folder.load().len(), 100, "all of them");
    let kept = folder.store().load_settings().0;
    assert_eq!(kept, with(Theme::Dark, 130), "each change, in order");
}

#[test]
fn a_conflict_is_reported_with_the_saved_version() {
    let folder = Folder::new();
    let base = episode(1, "base");
    folder.store().create(&base).unwrap();
    let mut person = Person::new(&folder);
    // Both change it before either has seen the other's.
    folder.store().edit(&[base], &episode(1, "theirs")).unwrap();
    let mut jobs = person.diary.apply(
        Edit::Change(Entry::clone(&episode(1, "mine"))),
        &folder.clock.now(),
    );
    if let Some(Job::Edit { before, .. }) = jobs.first_mut() {
        *before = vec![episode(1, "base")];
    }
    for job in jobs {
        person.worker.send(job);
    }
    person.wait_until(|person| person.diary.conflicts().count() == 1);
    let versions = person.diary.versions(id(1)).to_vec();
    assert_eq!(versions.len(), 2, "both");
    let theirs = versions
        .iter()
        .find(|v| v.entry.note() == "theirs")
        .unwrap();
    let path = theirs.path.to_path_buf();
    person.apply(Edit::Keep { id: id(1), path });
    person.wait_until(|person| person.diary.conflicts().count() == 0);
    person.wait_until(|person| person.notes() == ["theirs"]);
    assert!(
        Arc::strong_count(&versions[0].entry) > 0,
        "still ours to look at"
    );
}
