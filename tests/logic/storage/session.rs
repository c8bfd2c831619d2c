//! The file of a running session: the old one or the new one at every fault,
//! and never in the way of the diary.

use std::path::Path;
use std::time::Duration;

use unclench::clock::Clock as _;
use unclench::stretch::{Kept, Options, Plan, Routine, Session};

use super::{Folder, at_each_fault, episode, read_all};

/// A session that has run for so many seconds.
pub(super) fn kept(folder: &Folder, secs: u64) -> Kept {
    let text = include_str!("../../../content/routines/figure_four.ron");
    let routine = Routine::parse(text).unwrap();
    let plan = Plan::new(&routine, &Options::of(&routine));
    let mut now = folder.clock.now();
    let mut session = Session::start(plan, &now).unwrap();
    for _ in 0..secs {
        now.ticks += Duration::from_secs(1);
        now.wall = now.wall.checked_add(Duration::from_secs(1)).unwrap();
        session.tick(&now);
    }
    Kept {
        before: Some(6),
        plan: "everyday".to_owned(),
        session: session.snapshot().unwrap(),
    }
}

fn found(folder: &Folder) -> Option<Kept> {
    folder.store().kept_session().expect("readable")
}

#[test]
fn it_is_kept_replaced_and_dropped() {
    let folder = Folder::new();
    let mut store = folder.store();
    assert_eq!(found(&folder), None, "none yet");
    for secs in [1, 30] {
        let session = kept(&folder, secs);
        store.keep_session(&session).unwrap();
        assert_eq!(found(&folder), Some(session), "the newest");
    }
    let files: Vec<_> = folder.census().into_keys().collect();
    assert_eq!(files, [Path::new("session.ron")], "one file, no leftover");
    store.drop_session();
    store.drop_session();
    assert_eq!(found(&folder), None, "dropped");
}

#[test]
fn at_every_fault_it_is_the_old_one_or_the_new_one() {
    let folder = Folder::new();
    let mut store = folder.store();
    store.create(&episode(1, "a")).unwrap();
    let (old, new) = (kept(&folder, 5), kept(&folder, 60));
    store.keep_session(&old).unwrap();
    at_each_fault(&folder, true, |mut store, disk| {
        let done = store.keep_session(&new).is_ok();
        let now = found(&folder);
        assert!(
            now.as_ref() == Some(&old) || now.as_ref() == Some(&new),
            "{disk:?}"
        );
        assert!(!done || now.as_ref() == Some(&new), "said done: {disk:?}");
        assert_eq!(folder.load().len(), 1, "the diary is as it was: {disk:?}");
    });
}

#[test]
fn a_folder_of_a_newer_program_is_not_written() {
    let folder = Folder::new();
    folder.plant("store.ron", b"(format: 2)");
    let session = kept(&folder, 5);
    assert!(folder.store().keep_session(&session).is_err(), "refused");
    assert!(!folder.data().join("session.ron").exists(), "no file");
}

#[test]
fn what_cannot_be_read_is_kept_aside_byte_for_byte() {
    let sound = Folder::new();
    sound.store().keep_session(&kept(&sound, 5)).unwrap();
    let sound = sound.census().into_values().next().unwrap();
    let text = String::from_utf8(sound).unwrap();
    let newer = text.replace("schema: 1", "schema: 2");
    let apart = text.replace(" at: 0", " at: 99");
    assert!(newer != text && apart != text, "{text}");
    for bytes in [b"" as &[u8], b"\0\0", newer.as_bytes(), apart.as_bytes()] {
        let folder = Folder::new();
        folder.plant("session.ron", bytes);
        let fault = folder.store().kept_session().unwrap_err();
        assert!(fault.to_string().contains("kept as"), "{fault}");
        let census = folder.census();
        let (name, kept) = census.first_key_value().unwrap();
        let name = name.to_str().unwrap();
        assert!(name.starts_with("session.ron.damaged-"), "{name}");
        assert_eq!(kept, bytes, "as it was");
        assert_eq!(found(&folder), None, "told once");
    }
}

#[test]
fn what_a_kill_left_beside_it_is_swept_after_a_week() {
    let folder = Folder::new();
    folder.store().create(&episode(1, "a")).unwrap();
    folder.plant(".~018f.ron.part", b"half a sess");
    let start = || {
        let mut store = folder.store();
        read_all(&mut store);
        store.clean();
        folder.data().join(".~018f.ron.part").exists()
    };
    assert!(start(), "someone may be writing it");
    folder.clock.pass_days(8);
    assert!(!start(), "swept");
    assert_eq!(folder.load().len(), 1, "and nothing else");
}
