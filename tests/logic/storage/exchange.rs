//! `diary export` and `import` of the real program: round trips and refusals.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Output;
use std::sync::Arc;

use unclench::diary::entry::Entry;
use unclench::exchange::{Format, write};

use super::{Folder, episode};
use crate::program;

#[path = "kill.rs"]
mod kill;

const FOREIGN: &str = include_str!("../../fixtures/exchange/headache_app.csv");
const GERMAN: &str = include_str!("../../fixtures/exchange/tabelle.csv");

fn run(folder: &Folder, arguments: &[&str]) -> Output {
    let mut program = program::program();
    program
        .env("UNCLENCH_DATA_DIR", folder.data())
        .env("TZ", "Europe/Berlin");
    program::run(program.args(arguments), "")
}

/// What it prints, and its exit code.
fn told(folder: &Folder, arguments: &[&str]) -> (i32, String) {
    let output = run(folder, arguments);
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.code().unwrap(),
        String::from_utf8(text).unwrap(),
    )
}

fn good(folder: &Folder, arguments: &[&str]) -> String {
    let (code, text) = told(folder, arguments);
    assert_eq!(code, 0, "{arguments:?}: {text}");
    text
}

fn entries(folder: &Folder) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut census = folder.census();
    census.retain(|path, _| path.starts_with("diary"));
    census
}

fn place(folder: &Folder, name: &str) -> String {
    folder.temp.path().join(name).to_str().unwrap().to_owned()
}

fn put(folder: &Folder, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = place(folder, name);
    std::fs::File::create(&path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, bytes.as_ref()))
        .unwrap();
    path
}

fn furnished() -> Folder {
    let folder = Folder::new();
    let mut store = folder.store();
    for n in 1..=3 {
        store.create(&episode(n, "=1+1\n\"quoted\"; ä")).unwrap();
    }
    let day = "Day(id: \"01a2082c-0000-7000-8000-000000000099\", logged_at: \"2026-11-20T21:00:00+01:00\", \
               date: \"2026-10-20\", cramp_free: true)";
    let day = unclench::diary::format::parse_draft(day).unwrap();
    store.create(&Arc::new(day)).unwrap();
    folder
}

#[test]
fn every_export_comes_back_byte_for_byte() {
    let from = furnished();
    for ending in ["csv", "json", "ron", "zip"] {
        let file = place(&from, &format!("out.{ending}"));
        assert!(
            good(&from, &["diary", "export", &file]).contains("exported: 4"),
            "{ending}"
        );
        let to = Folder::new();
        let plan = good(&to, &["diary", "import", &file, "--dry-run"]);
        assert!(
            plan.contains("new: 4") && plan.contains("nothing was written"),
            "{plan}"
        );
        assert!(!to.data().exists(), "a look writes nothing");
        assert!(
            good(&to, &["diary", "import", &file]).contains("imported: 4"),
            "{ending}"
        );
        assert_eq!(
            entries(&to),
            entries(&from),
            "{ending}: every file, byte for byte"
        );
        let again = good(&to, &["diary", "import", &file]);
        assert!(
            again.contains("already there: 4") && again.contains("imported: 0"),
            "{again}"
        );
        assert_eq!(entries(&to), entries(&from), "{ending}: not doubled");
        assert!(
            good(&to, &["diary", "verify"]).contains("leftovers: 0"),
            "nothing left over"
        );
    }
}

#[test]
fn an_export_never_replaces_by_itself() {
    let folder = furnished();
    let file = put(&folder, "mine.csv", "precious");
    let (code, text) = told(&folder, &["diary", "export", &file]);
    assert_eq!(code, 2, "{text}");
    assert!(text.contains("--force"), "{text}");
    assert_eq!(std::fs::read(&file).unwrap(), b"precious", "as it was");
    good(&folder, &["diary", "export", &file, "--force"]);
    assert!(
        std::fs::read_to_string(&file).unwrap().starts_with("kind,"),
        "replaced"
    );
    let one_day = place(&folder, "part.json");
    let text = good(
        &folder,
        &[
            "diary",
            "export",
            &one_day,
            "--since",
            "2026-10-01",
            "--until",
            "2026-10-31",
        ],
    );
    assert!(text.contains("exported: 1"), "{text}");
    for (file, expected) in [
        (
            place(&folder, "x.doc"),
            "must end in .csv, .json, .ron or .zip",
        ),
        (place(&folder, "no/such/x.csv"), "the folder is not there"),
        (
            folder
                .data()
                .join("diary/2026/11/x.ron")
                .display()
                .to_string(),
            "is the diary itself",
        ),
    ] {
        let (code, text) = told(&folder, &["diary", "export", &file]);
        assert_eq!(code, 2, "{text}");
        assert!(text.contains(expected), "{expected}: {text}");
        assert_eq!(text.lines().count(), 1, "one sentence: {text}");
    }
}

#[test]
fn what_is_there_already_stays_as_it_is() {
    let folder = furnished();
    let before = entries(&folder);
    let others = [episode(1, "theirs"), episode(8, "new")];
    let file = put(&folder, "in.json", write(Format::Json, &others).unwrap());
    let (code, text) = told(&folder, &["diary", "import", &file]);
    assert_eq!(code, 1, "something to look at");
    assert!(
        text.contains("new: 1") && text.contains("left as they are: 1"),
        "{text}"
    );
    assert!(
        text.contains("line 2: 01a2082c-0000-7000-8000-000000000001 is there with other words"),
        "{text}"
    );
    let after = entries(&folder);
    assert_eq!(after.len(), before.len() + 1, "one more");
    assert!(
        before
            .iter()
            .all(|(path, bytes)| after.get(path) == Some(bytes)),
        "nothing changed"
    );
}

#[test]
fn bad_files_are_told_in_one_sentence_and_write_nothing() {
    let folder = Folder::new();
    let gigabyte = place(&folder, "large.csv");
    std::fs::File::create(&gigabyte)
        .unwrap()
        .set_len(1 << 30)
        .unwrap();
    let mut table = vec![
        (gigabyte, "larger than 256 MiB"),
        (put(&folder, "a.csv", b"\xff\xfe\x00"), "UTF-16"),
        (put(&folder, "b.json", [0; 64]), "zero bytes"),
        (put(&folder, "c.zip", "PK"), "not a zip archive"),
        (put(&folder, "d.txt", "x"), "must end in"),
        (place(&folder, "missing.csv"), "it is not there"),
        (
            put(&folder, "e.csv", "a,b\n1,2\n"),
            "Which column holds the date?",
        ),
        (
            put(
                &folder,
                "f.csv",
                "date,min,pain,place\n03/04/2026,5,5,tailbone\n",
            ),
            "day first or month first",
        ),
    ];
    std::fs::create_dir(place(&folder, "dir.csv")).unwrap();
    table.push((place(&folder, "dir.csv"), "it is a folder"));
    #[cfg(unix)]
    {
        let pipe = place(&folder, "pipe.csv");
        let status = std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap();
        assert!(status.success(), "a pipe");
        table.push((pipe, "it is not a file"));
    }
    for (file, expected) in table {
        let (code, text) = told(&folder, &["diary", "import", &file]);
        assert_eq!(code, 2, "{file}: {text}");
        assert!(text.contains(expected), "{file}: {expected}: {text}");
        assert_eq!(text.lines().count(), 1, "one sentence: {text}");
    }
    assert!(!folder.data().exists(), "nothing was written");
    let half = write(Format::Json, &[episode(1, "a")]).unwrap();
    let file = put(
        &folder,
        "half.json",
        [&half[..half.len() - 3], b",{\"kind\":"].concat(),
    );
    let (code, text) = told(&folder, &["diary", "import", &file, "--dry-run"]);
    assert_eq!(code, 1, "{text}");
    assert!(
        text.contains("new: 1") && text.contains("cannot be read: 1"),
        "{text}"
    );
}

#[test]
fn tables_of_other_programs_come_in() {
    let folder = Folder::new();
    let file = put(&folder, "app.csv", FOREIGN);
    let (code, text) = told(&folder, &["diary", "import", &file]);
    assert_eq!(code, 2, "{text}");
    assert!(text.contains("Is a date such as 11/02/2026"), "{text}");
    let (code, text) = told(&folder, &["diary", "import", &file, "--dates", "mdy"]);
    assert_eq!(code, 1, "one row names no place: {text}");
    assert!(
        text.contains("new: 3") && text.contains("row 5, column “Location”"),
        "{text}"
    );
    let text = good(
        &folder,
        &[
            "diary",
            "import",
            &file,
            "--dates",
            "mdy",
            "--place",
            "buttock_left_mid",
        ],
    );
    assert!(
        text.contains("new: 1") && text.contains("already there: 3"),
        "{text}"
    );
    let list = good(&folder, &["diary", "list", "--json"]);
    assert!(
        list.contains("2026-11-02T03:10:00+01:00[Europe/Berlin]"),
        "{list}"
    );
    assert!(
        list.contains("Weather: =rain") && list.contains("\"tags\":[\"imported\"]"),
        "{list}"
    );

    let file = put(&folder, "tabelle.csv", GERMAN);
    let text = good(&folder, &["diary", "import", &file]);
    assert!(text.contains("imported: 2"), "{text}");
    let map = [
        "diary",
        "import",
        &file,
        "--dry-run",
        "--map",
        "note=Wetter,colour=x",
    ];
    let (code, text) = told(&folder, &map);
    assert_eq!(code, 2, "{text}");
    assert!(text.contains("is no role and column"), "{text}");
}

#[test]
fn an_import_that_was_called_off_leaves_nothing() {
    let folder = furnished();
    let before = folder.census();
    let many: Vec<Arc<Entry>> = (100..900).map(|n| episode(n, "x")).collect();
    let mut store = folder.store();
    let done = store.import(&many, &mut |done| done < 500).unwrap();
    assert_eq!(done, None, "called off");
    assert_eq!(folder.census(), before, "as it was");
}

#[test]
fn an_import_that_cannot_be_finished_is_named() {
    let folder = furnished();
    folder.plant(
        "import-01a2082c-0000-7000-8000-000000000077/2026-11-01-x.ron",
        b"torn",
    );
    folder.plant(
        "import-01a2082c-0000-7000-8000-000000000078.part/a.ron",
        b"half",
    );
    let (code, text) = told(&folder, &["diary", "verify"]);
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("an import could not be finished"), "{text}");
    assert!(text.contains("unfinished imports: 2"), "{text}");
    assert!(
        folder
            .data()
            .join("import-01a2082c-0000-7000-8000-000000000077/2026-11-01-x.ron")
            .exists(),
        "kept"
    );
}
