//! What is read of the data folder, of the settings, and of what a script sends.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

use unclench::clock::SystemClock;
use unclench::diary::Diary;
use unclench::diary::format::MAX_BYTES;
use unclench::job::Report;
use unclench::settings::{self, Settings};
use unclench::store::{Places, Store};

use super::EPISODE;
use crate::program;

fn plant(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    File::create(path).unwrap().write_all(bytes).unwrap();
}

/// An entry with an id that ends in these digits, filled up to a size.
fn entry(n: u32, size: usize) -> Vec<u8> {
    let id = format!("01a2082c-0000-7000-8000-{n:012}");
    let text = EPISODE.replace("01a2082c-0000-7000-8000-000000000001", &id) + ")\n";
    let mut bytes = text.into_bytes();
    bytes.resize(bytes.len().max(size), b' ');
    bytes
}

/// What a program finds in a data folder.
fn found(data: &Path) -> Diary {
    let places = Places::within(data).unwrap();
    let mut store = Store::open(places, Arc::new(SystemClock::new()));
    let mut diary = Diary::new();
    store.load(&mut |scan| diary.receive(Report::Found(scan)));
    diary
}

/// Why a file of the folder was not read.
fn reason(diary: &Diary, path: &str) -> String {
    let damaged = diary.damaged().find(|d| d.path == Path::new(path));
    let damaged = damaged.unwrap_or_else(|| panic!("{path} is not told"));
    damaged.spot.reason.clone()
}

#[test]
fn the_size_of_a_file_in_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let month = folder.path().join("diary/2026/11");
    plant(&month.join("at.ron"), &entry(1, MAX_BYTES));
    plant(&month.join("above.ron"), &entry(2, MAX_BYTES + 1));
    // With a hole, so that it takes no room on the disk.
    plant(&month.join("huge.ron"), b"");
    let huge = File::options().write(true).open(month.join("huge.ron"));
    huge.unwrap().set_len(64 << 30).unwrap();
    let diary = found(folder.path());
    assert_eq!(diary.len(), 1, "the one at the limit");
    for name in ["above", "huge"] {
        let told = reason(&diary, &format!("diary/2026/11/{name}.ron"));
        assert!(told.contains("larger than 1 MiB"), "{name}: {told}");
    }
}

#[test]
fn how_deep_folders_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["diary", "2026", "11", "any", "more", "and more"];
    for depth in 1..=names.len() {
        let at: std::path::PathBuf = names[..depth].iter().collect();
        let n = u32::try_from(depth).unwrap();
        plant(&folder.path().join(at).join("x.ron"), &entry(n, 0));
    }
    let diary = found(folder.path());
    assert_eq!(diary.len(), 4, "four deep");
    let told = reason(&diary, "diary/2026/11/any/more");
    assert!(told.contains("this deep are not read"), "{told}");
    assert_eq!(diary.damaged().count(), 1, "told once, where it begins");
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_never_read() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let month = folder.path().join("diary/2026/11");
    plant(&month.join("good.ron"), &entry(1, 0));
    plant(&folder.path().join("elsewhere/x.ron"), &entry(2, 0));
    symlink(folder.path().join("elsewhere"), month.join("folder")).unwrap();
    symlink(folder.path().join("elsewhere/x.ron"), month.join("x.ron")).unwrap();
    symlink("/dev/zero", month.join("zero.ron")).unwrap();
    let mut pipe = std::process::Command::new("mkfifo");
    let made = pipe.arg(month.join("p.ron")).status().unwrap();
    assert!(made.success(), "a pipe");
    let diary = found(folder.path());
    assert_eq!(diary.len(), 1, "the good one");
    for name in ["folder", "x.ron", "zero.ron"] {
        let told = reason(&diary, &format!("diary/2026/11/{name}"));
        assert!(told.contains("links are not followed"), "{name}: {told}");
    }
    let told = reason(&diary, "diary/2026/11/p.ron");
    assert!(told.contains("not a file"), "{told}");
}

#[test]
fn the_size_of_the_file_that_names_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (usual, config) = (folder.path().join("usual"), folder.path().join("config"));
    let named = folder.path().join("named");
    plant(&named.join("store.ron"), b"(format: 1)");
    plant(&named.join("diary/2026/11/x.ron"), &entry(1, 0));
    let text = format!("(folder: {named:?})");
    let size_of = |size: usize| {
        let mut bytes = text.clone().into_bytes();
        bytes.resize(size, b' ');
        plant(&config.join("data-folder.ron"), &bytes);
        Places::of_system(&usual, &config, &config)
    };
    let places = size_of(MAX_BYTES);
    assert_eq!(places.data, named, "at the limit");
    assert_eq!(places.missing(), None, "and there");
    let missing = size_of(MAX_BYTES + 1).missing().unwrap();
    assert!(missing.to_string().contains("data-folder.ron"), "{missing}");
}

/// One number of the settings.
type Field = fn(&Settings) -> i64;

#[test]
fn the_ranges_of_settings() {
    let read = |field: &str| settings::parse(&format!("Settings({field})")).settings;
    // Each number, its least and its most: beyond them it is brought back.
    let numbers: [(&str, i64, i64, Field); 9] = [
        ("zoom_percent", 80, 250, |s| s.zoom_percent.into()),
        ("sound_volume", 0, 100, |s| s.sound_volume.into()),
        ("voice_rate", -100, 100, |s| s.voice_rate.into()),
        ("stretch_hold_secs", 5, 120, |s| s.stretch.hold_secs.into()),
        ("stretch_rounds", 1, 6, |s| s.stretch.rounds.into()),
        ("stretch_rest_secs", 5, 60, |s| s.stretch.rest_secs.into()),
        ("stretch_prepare_secs", 3, 30, |s| {
            s.stretch.prepare_secs.into()
        }),
        ("stretch_switch_secs", 5, 60, |s| {
            s.stretch.switch_secs.unwrap_or_default().into()
        }),
        ("stretch_extra_rounds", 0, 3, |s| {
            s.stretch.extra_rounds.into()
        }),
    ];
    for (name, least, most, of) in numbers {
        for (written, expected) in [
            (least, least),
            (most, most),
            (least - 1, least),
            (most + 1, most),
        ] {
            let got = of(&read(&format!("{name}: {written}")));
            let usual = of(&Settings::default());
            // What the type itself cannot hold is no number of it: the default.
            assert!(
                got == expected || (written < 0 && got == usual),
                "{name}: {written} is {got}"
            );
        }
    }
    let id = |count: usize| "x".repeat(count);
    assert_eq!(read(&format!("region: {:?}", id(40))).region, id(40), "40");
    assert_eq!(read(&format!("region: {:?}", id(41))).region, "AUTO", "41");
    for (count, kept) in [(40, 40), (41, 0)] {
        let read = read(&format!("stretch_routine: {:?}", id(count)));
        assert_eq!(read.stretch.routine.len(), kept, "an id of {count}");
    }
    let path = |count: usize| format!("/{}", id(count - 1));
    for (count, kept) in [(4096, 4096), (4097, 0)] {
        let read = read(&format!("backup_folder: {:?}", path(count)));
        assert_eq!(read.backup_folder.len(), kept, "a path of {count}");
    }
    for (name, most, of) in [
        (
            "report_question",
            400,
            (|s| &s.report_question) as fn(&Settings) -> &String,
        ),
        ("report_name", 100, |s| &s.report_name),
        ("report_born", 40, |s| &s.report_born),
    ] {
        for count in [most, most + 1] {
            let read = read(&format!("{name}: {:?}", "ä".repeat(count)));
            assert_eq!(of(&read).chars().count(), most, "{name}: {count}");
        }
    }
    let answers = |count: usize| read(&format!("gate_answers: {:?}", vec!["knee"; count]));
    assert_eq!(answers(100).gate_answers.len(), 100, "at the limit");
    assert_eq!(answers(101).gate_answers.len(), 100, "above it");
}

#[test]
fn the_answers_on_the_command_line() {
    let run = |input: &str| {
        let mut command = program::program();
        let ended = program::run(command.args(["check", "--answers", "-"]), input);
        let told = String::from_utf8_lossy(&ended.stderr).into_owned();
        (ended.status.code(), told)
    };
    let filled = |size: usize| {
        let text = "{\"age_years\": 45}".to_owned();
        let room = size - text.len();
        text + &" ".repeat(room)
    };
    let (code, told) = run(&filled(256 * 1024));
    assert_eq!((code, told.as_str()), (Some(0), ""), "at the limit");
    for input in [
        filled(256 * 1024 + 1),
        format!("{{\"side\": {}", "[".repeat(100_000)),
        format!("{{\"side\": {}", "Some(".repeat(40_000)),
        format!("{{{}}}", "\"poem\": true,".repeat(15_000)),
    ] {
        let (code, told) = run(&input);
        assert_eq!(code, Some(2), "{told}");
        assert_eq!(told.lines().count(), 1, "one sentence: {told}");
        assert!(told.chars().count() < 500, "a short one: {told}");
    }
    let (_, told) = run(&filled(256 * 1024 + 1));
    assert!(told.contains("larger than 262144 bytes"), "{told}");
}

#[test]
fn an_entry_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let run = |input: &[u8]| {
        let mut command = program::program();
        command
            .args(["diary", "add", "-", "--data-dir"])
            .arg(folder.path());
        let ended = program::run(&mut command, std::str::from_utf8(input).unwrap());
        let told = String::from_utf8_lossy(&ended.stderr).into_owned();
        (ended.status.code(), told)
    };
    let (code, told) = run(&entry(1, MAX_BYTES));
    assert_eq!((code, told.as_str()), (Some(0), ""), "at the limit");
    let (code, told) = run(&entry(2, MAX_BYTES + 1));
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("larger than"), "{told}");
}
