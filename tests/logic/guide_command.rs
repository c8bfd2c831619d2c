//! `unclench guide print` of the real program.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::program;

fn print(page: &str, file: &Path, more: &[&str]) -> Output {
    let mut command = program::program();
    command.args(["guide", "print", page]).arg(file).args(more);
    program::run(&mut command, "")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_page_is_printed_and_nothing_is_replaced_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.pdf");
    let done = print("cause/piriformis_dgs", &file, &[]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    let bytes = fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"), "a PDF");
    let again = print("cause/piriformis_dgs", &file, &[]);
    assert_eq!(again.status.code(), Some(2), "refused");
    assert!(
        said(&again).contains("--force replaces it"),
        "{}",
        said(&again)
    );
    let forced = print("help", &file, &["--force", "--region", "DE"]);
    assert_eq!(forced.status.code(), Some(0), "{}", said(&forced));
    assert_ne!(fs::read(&file).unwrap(), bytes, "another page");
    for page in ["stretch/figure_four", "stretch/side_knee_to_chest/cramp"] {
        let done = print(page, &file, &["--force"]);
        assert_eq!(done.status.code(), Some(0), "{page}: {}", said(&done));
        assert!(fs::read(&file).unwrap().starts_with(b"%PDF"), "{page}");
    }
}

#[test]
fn what_is_wrong_is_told_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("gone").join("page.pdf");
    let file = folder.path().join("page.pdf");
    for (output, hint) in [
        (print("cause/none", &file, &[]), "is not in the guide"),
        (print("nonsense", &file, &[]), "names no page"),
        (
            print("stretch/figure_four/desk", &file, &[]),
            "is no stretch",
        ),
        (print("help", &gone, &[]), "the folder is not there"),
        (print("help", &file, &["--region", "XX"]), "is no region"),
    ] {
        assert_eq!(output.status.code(), Some(2), "{hint}");
        assert!(said(&output).contains(hint), "{}", said(&output));
        assert_eq!(said(&output).lines().count(), 1, "{}", said(&output));
    }
    assert!(!file.exists(), "nothing was written");
}
