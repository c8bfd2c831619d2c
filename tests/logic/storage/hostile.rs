//! A hard life: whatever lies in the folder, the good entries are read, the rest
//! is named with a reason, and every byte stays.

use std::path::Path;
use std::sync::Arc;

use unclench::diary::format::format;
use unclench::job::FaultKind;

use super::faulty_disk::{FaultyDisk, Trouble};
use super::{Folder, episode, id, read_all};

/// What may lie there, and what is said of it.
fn cases() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let good = format(&episode(50, "x")).unwrap();
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(good.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let nul_tail: Vec<u8> = good.bytes().take(90).chain([0; 400]).collect();
    let half = good.len() / 2;
    let merge = format!("<<<<<<< HEAD\n{good}=======\n{good}>>>>>>> theirs\n");
    let deep = format!("Episode(schema: 1, deep: {}", "[".repeat(100_000));
    let later = good.replace("side: left", "side: left,\n  aura: Some(3)");
    vec![
        ("empty.ron", Vec::new(), "line 1"),
        ("half.ron", good.as_bytes()[..half].to_vec(), "line"),
        ("huge.ron", vec![b' '; (1 << 20) + 1], "larger than 1 MiB"),
        ("deep.ron", deep.into_bytes(), "recursion"),
        (
            "binary.ron",
            (0..=255).cycle().take(5000).collect(),
            "UTF-8",
        ),
        ("utf16.ron", utf16, "UTF-8"),
        ("nul.ron", vec![0; 64], "line 1"),
        ("nul-tail.ron", nul_tail, "line"),
        ("merge.ron", merge.into_bytes(), "line 1"),
        ("unknown-field.ron", later.into_bytes(), "aura"),
        ("two.ron", (good.clone() + &good).into_bytes(), "line"),
        (
            "no-id.ron",
            good.replace("id: \"01a2082c-0000-7000-8000-000000000050\",", "")
                .into_bytes(),
            "id",
        ),
        ("not-ours.ron", b"Recipe(eggs: 3)".to_vec(), "line 1"),
    ]
}

#[test]
fn each_is_named_with_its_reason_and_kept() {
    let folder = Folder::new();
    let mut store = folder.store();
    store.create(&episode(1, "good")).unwrap();
    store.create(&episode(2, "good")).unwrap();
    for (name, bytes, _) in cases() {
        folder.plant(&format!("diary/2026/11/{name}"), &bytes);
    }
    let before = folder.census();
    let mut store = folder.store();
    let diary = read_all(&mut store);
    assert_eq!(diary.len(), 2, "the good ones");
    for (name, _, reason) in cases() {
        let found = diary.damaged().find(|d| d.path.ends_with(name));
        let found = found.unwrap_or_else(|| panic!("{name} is not named"));
        let told = found.spot.to_string();
        assert!(told.contains(reason), "{name}: {told}");
        assert!(told.len() < 500 && !told.contains('\0'), "{name}: {told}");
    }
    assert_eq!(diary.damaged().count(), cases().len(), "no others");
    // A whole start, an edit, a new entry: nothing of it is touched.
    store.clean();
    store
        .edit(&[episode(1, "good")], &episode(1, "better"))
        .unwrap();
    store.create(&episode(3, "new")).unwrap();
    folder.clock.pass_days(400);
    let mut later = folder.store();
    read_all(&mut later);
    later.clean();
    let after = folder.census();
    for (name, bytes, _) in cases() {
        let path = format!("diary/2026/11/{name}");
        assert_eq!(after[Path::new(&path)], bytes, "{name} after");
        assert_eq!(before[Path::new(&path)], bytes, "{name} before");
    }
    // Each can be set aside, as it is.
    for (name, bytes, _) in cases() {
        let path = format!("diary/2026/11/{name}");
        store.set_aside(Path::new(&path)).unwrap();
        let aside = format!("damaged/{name}");
        assert_eq!(folder.census()[Path::new(&aside)], bytes, "{name} aside");
    }
    assert_eq!(folder.load().damaged().count(), 0, "all set aside");
}

#[test]
fn what_only_looks_odd_is_read() {
    let folder = Folder::new();
    let text = |n| format(&episode(n, "odd")).unwrap();
    folder.plant(
        "diary/2026/11/bom.ron",
        format!("\u{feff}{}", text(1)).as_bytes(),
    );
    folder.plant(
        "diary/2026/11/crlf.ron",
        text(2).replace('\n', "\r\n").as_bytes(),
    );
    folder.plant("diary/1999/01/wrong-month.ron", text(3).as_bytes());
    folder.plant("diary/without-id.RON", text(4).as_bytes());
    let unsealed = text(5);
    let (unsealed, _) = unsealed.split_once("// crc32").unwrap();
    folder.plant("diary/2026/11/unsealed.ron", unsealed.as_bytes());
    folder.plant(
        "diary/2026/11/newer.ron",
        b"Episode(schema: 2, aura: Some(pink))",
    );
    let before = folder.census();
    let mut store = folder.store();
    let diary = read_all(&mut store);
    assert_eq!((diary.len(), diary.damaged().count()), (5, 0), "all read");
    assert_eq!(diary.newer().count(), 1, "named, not read");
    store.clean();
    assert_eq!(folder.census(), before, "reading changes nothing");
    // A newer file is never written, moved or removed by what we do.
    store.delete(id(3)).unwrap();
    folder.clock.pass_days(400);
    folder.store().clean();
    let newer = Path::new("diary/2026/11/newer.ron");
    assert_eq!(folder.census()[newer], before[newer], "left alone");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_named_and_holds_nobody_up() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new();
    folder.store().create(&episode(1, "good")).unwrap();
    let month = folder.data().join("diary/2026/11");
    folder.plant(
        "elsewhere.ron",
        format(&episode(9, "x")).unwrap().as_bytes(),
    );
    symlink(folder.data().join("elsewhere.ron"), month.join("link.ron")).unwrap();
    symlink("nowhere", month.join("dangling.ron")).unwrap();
    symlink(folder.data().join("diary"), month.join("round")).unwrap();
    std::fs::create_dir(month.join("folder.ron")).unwrap();
    rustix_fifo(&month.join("pipe.ron"));
    let diary = folder.load();
    assert_eq!(diary.len(), 1, "the good one");
    for (name, reason) in [
        ("link.ron", "links are not followed"),
        ("dangling.ron", "links are not followed"),
        ("round", "links are not followed"),
        ("folder.ron", "a folder where a file should be"),
        ("pipe.ron", "not a file"),
    ] {
        let found = diary.damaged().find(|d| d.path.ends_with(name));
        let told = found.unwrap_or_else(|| panic!("{name} is not named"));
        assert!(told.spot.reason.contains(reason), "{name}: {}", told.spot);
    }
}

#[cfg(unix)]
fn rustix_fifo(path: &Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status();
    assert!(made.unwrap().success(), "a pipe");
}

#[test]
fn what_may_not_be_read_is_named_and_hides_nothing_else() {
    // By the disk, not by permissions: a test that runs as root may read all.
    let denied = Trouble::Refused(std::io::ErrorKind::PermissionDenied);
    let folder = Folder::new();
    for n in 1..=3 {
        folder.store().create(&episode(n, "good")).unwrap();
    }
    let before = folder.census();
    let (mut at, mut named) = (0, 0);
    loop {
        let disk = Arc::new(FaultyDisk::new(&folder.data(), at, denied, true));
        let mut store = folder.store_on(Arc::clone(&disk) as Arc<_>);
        let mut diary = unclench::diary::Diary::new();
        store.load(&mut |scan| diary.receive(unclench::job::Report::Found(scan)));
        if !disk.has_struck() {
            break;
        }
        for damaged in diary.damaged() {
            let told = &damaged.spot.reason;
            assert!(told.contains("access was denied"), "step {at}: {told}");
            named += 1;
        }
        assert!(
            diary.len() == 3 || diary.damaged().count() > 0,
            "step {at}: silent"
        );
        assert_eq!(folder.census(), before, "step {at}: untouched");
        at += 1;
    }
    assert!(at > 5 && named > 3, "{named} named in {at} steps");
}

#[test]
fn a_full_or_closed_disk_is_told_with_what_to_do() {
    use std::io::ErrorKind;
    for (error, kind, told) in [
        (ErrorKind::StorageFull, FaultKind::Full, "make some room"),
        (ErrorKind::QuotaExceeded, FaultKind::Full, "make some room"),
        (
            ErrorKind::PermissionDenied,
            FaultKind::Denied,
            "who may write here",
        ),
        (
            ErrorKind::ReadOnlyFilesystem,
            FaultKind::ReadOnly,
            "choose another folder",
        ),
    ] {
        let folder = Folder::new();
        folder.store().create(&episode(1, "good")).unwrap();
        let before = folder.census();
        let mut seen = 0;
        for at in 0..12 {
            let disk = FaultyDisk::new(&folder.data(), at, Trouble::Refused(error), true);
            let done = folder.store_on(Arc::new(disk)).create(&episode(2, "new"));
            let Err(fault) = done else {
                folder.rewind(&before);
                continue;
            };
            if fault.kind == FaultKind::NotYetSafe {
                folder.rewind(&before);
                continue; // written; only its name may not be safe
            }
            seen += 1;
            assert_eq!(fault.kind, kind, "{error:?} at {at}: {fault}");
            assert!(fault.told.contains(told), "{error:?} at {at}: {fault}");
            assert!(fault.path.is_some(), "{error:?} at {at}: where");
            assert_eq!(folder.census(), before, "{error:?} at {at}: untouched");
        }
        assert!(seen > 3, "{error:?} was seen {seen} times");
    }
}

#[test]
fn two_files_of_one_id_are_both_kept_and_can_both_stay() {
    let folder = Folder::new();
    let mine = folder.store().create(&episode(1, "mine")).unwrap();
    let name = mine.path.file_stem().unwrap().to_str().unwrap();
    let theirs = format!("diary/2026/11/{name}.sync-conflict-20261124-081500-ABCDEFG.ron");
    folder.plant(&theirs, format(&episode(1, "theirs")).unwrap().as_bytes());
    let mut store = folder.store();
    assert_eq!(read_all(&mut store).conflicts().count(), 1, "in conflict");
    let mut other = unclench::diary::entry::Entry::clone(&episode(1, "theirs"));
    other.set_id(id(77));
    store
        .keep_both(Path::new(&theirs), &Arc::new(other.clone()))
        .unwrap();
    let diary = folder.load();
    assert_eq!(
        (diary.len(), diary.conflicts().count()),
        (2, 0),
        "two entries"
    );
    assert_eq!(diary.get(id(1)).unwrap().note(), "mine", "the first");
    assert_eq!(diary.get(id(77)).unwrap().note(), "theirs", "the second");
    let census = folder.census();
    let is_kept = |(path, bytes): (&std::path::PathBuf, &Vec<u8>)| {
        path.starts_with("history") && *bytes == format(&episode(1, "theirs")).unwrap().as_bytes()
    };
    assert!(census.iter().any(is_kept), "the file went to the history");
    // What has changed meanwhile is not made an entry unseen.
    folder.plant(&theirs, format(&episode(1, "changed")).unwrap().as_bytes());
    let fault = store
        .keep_both(Path::new(&theirs), &Arc::new(other))
        .unwrap_err();
    assert!(fault.told.contains("something else by now"), "{fault}");
}
