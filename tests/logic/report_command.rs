//! `unclench diary export report.pdf` of the real program.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::program;

fn unclench(folder: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = program::program();
    command
        .arg("--data-dir")
        .arg(folder.join("data"))
        .args(arguments);
    program::run(&mut command, input)
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_report_is_written_and_never_replaced_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let file = folder.join("report.pdf");
    let path = file.to_str().unwrap();
    let empty = unclench(folder, &["diary", "export", path], "");
    assert_eq!(empty.status.code(), Some(2), "nothing to report");
    assert!(
        said(&empty).contains("the diary has no entry yet, so no report was made"),
        "{}",
        said(&empty)
    );
    assert!(!file.exists(), "no file");

    let entry = "Episode(started_at: \"2026-01-02T03:10:00+01:00\", duration: seconds(240), \
                 regions: [buttock_left_deep], side: left, pain_peak: 8)";
    let added = unclench(folder, &["diary", "add"], entry);
    assert_eq!(added.status.code(), Some(0), "{}", said(&added));
    let asked = ["diary", "export", path, "--question", "Is it a nerve?"];
    let done = unclench(folder, &asked, "");
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    assert_eq!(done.stdout, b"exported: 1\n", "how many");
    let whole = fs::read(&file).unwrap();
    assert!(whole.starts_with(b"%PDF-1.7"), "a PDF");

    let again = unclench(folder, &["diary", "export", path], "");
    assert_eq!(again.status.code(), Some(2), "refused");
    assert!(
        said(&again).contains("replace it with --force"),
        "{}",
        said(&again)
    );
    assert_eq!(fs::read(&file).unwrap(), whole, "untouched");
    let less = ["diary", "export", path, "--force", "--no-appendix"];
    let less = unclench(folder, &less, "");
    assert_eq!(less.status.code(), Some(0), "{}", said(&less));
    assert!(
        fs::read(&file).unwrap().len() < whole.len(),
        "without the table"
    );
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "settings as another program leaves them"
)]
fn the_table_tells_the_time_as_the_settings_say() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let entry = "Episode(started_at: \"2026-01-02T15:10:00+01:00\", duration: seconds(240), \
                 regions: [buttock_left_deep], side: left, pain_peak: 8)";
    unclench(folder, &["diary", "add"], entry);
    let made = |clock: &str| {
        let settings = format!("(schema: 1, day_clock: {clock})");
        fs::write(folder.join("data/settings.ron"), settings).unwrap();
        let file = folder.join("clock.pdf");
        let path = file.to_str().unwrap();
        let done = unclench(folder, &["diary", "export", path, "--force"], "");
        assert_eq!(done.status.code(), Some(0), "{}", said(&done));
        fs::read(&file).unwrap()
    };
    let twelve = made("twelve");
    assert_eq!(made("twelve"), twelve, "the same words, the same file");
    assert_ne!(made("twenty_four"), twelve, "15:10, not 3:10 pm");
}

#[test]
fn what_is_wrong_is_told_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let entry = "Episode(started_at: \"2026-01-02T03:10:00+01:00\", duration: seconds(240), \
                 regions: [buttock_left_deep], side: left, pain_peak: 8)";
    unclench(folder, &["diary", "add"], entry);
    let pdf = folder.join("r.pdf");
    let pdf = pdf.to_str().unwrap();
    let csv = folder.join("r.csv");
    let csv = csv.to_str().unwrap();
    let gone = folder.join("gone").join("r.pdf");
    let gone = gone.to_str().unwrap();
    for (arguments, hint) in [
        (
            vec![pdf, "--since", "2026-01-01", "--until", "2025-01-01"],
            "is later than --until",
        ),
        (
            vec![pdf, "--until", "2025-01-01"],
            "the diary has no entry in this period",
        ),
        (vec![csv, "--question", "x"], "are for a report"),
        (vec![gone], "the folder is not there"),
    ] {
        let mut all = vec!["diary", "export"];
        all.extend(arguments);
        let output = unclench(folder, &all, "");
        assert_eq!(output.status.code(), Some(2), "{hint}");
        assert!(said(&output).contains(hint), "{}", said(&output));
    }
}
