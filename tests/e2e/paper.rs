//! A page saved as PDF through the real window, read back with other programs.

use std::path::Path;
use std::process::Command;

use egui::accesskit::Role;
use egui::{Key, Modifiers};

use crate::link::Window;

/// What `pdftotext` reads in a file.
fn text(pdf: &Path) -> String {
    let out = Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .arg(pdf)
        .arg("-")
        .output()
        .expect("pdftotext runs");
    assert!(out.status.success(), "it is a PDF");
    // A sentence may run over several lines.
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Is there a PDF at this path?
fn is_pdf(path: &Path) -> bool {
    std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"%PDF"))
}

/// How many points of the first page have a color, of 1000.
fn colored(pdf: &Path) -> usize {
    let out = Command::new("pdftoppm")
        .args(["-r", "50", "-f", "1", "-l", "1"])
        .arg(pdf)
        .output()
        .expect("pdftoppm runs");
    assert!(out.status.success(), "it can be drawn");
    // P6, width, height, 255, then three bytes a point.
    let mut head = 0;
    let mut fields = 0;
    for (at, byte) in out.stdout.iter().enumerate() {
        if byte.is_ascii_whitespace() {
            fields += 1;
            if fields == 4 {
                head = at + 1;
                break;
            }
        }
    }
    let points = out.stdout.get(head..).unwrap_or_default();
    let strong = |p: &&[u8]| {
        let most = p.iter().max().copied().unwrap_or(0);
        let least = p.iter().min().copied().unwrap_or(0);
        most - least > 60
    };
    let count = points.chunks_exact(3).filter(strong).count();
    count * 1000 / (points.len() / 3).max(1)
}

#[test]
fn a_page_is_saved_and_other_programs_read_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("page.pdf");
    let typed = path.display().to_string();
    let mut window = Window::open(&folder.path().join("data"));
    window.press(Role::Button, "Guide");
    window.press(Role::Button, "Piriformis syndrome");
    window.must_see("What it feels like");
    window.key(Modifiers::COMMAND | Modifiers::CTRL, Key::P);
    window.must_see("Folder and file name");
    window.key(Modifiers::COMMAND | Modifiers::CTRL, Key::A);
    window.write(Role::TextInput, "Folder and file name", &typed);
    window.picture("save_page");
    window.press(Role::Button, "Save");
    window.must_see("Saved as");

    let said = text(&path);
    assert!(said.contains("Piriformis syndrome"), "its name: {said}");
    assert!(
        said.contains("A deep ache or cramp in the middle of one buttock."),
        "a sentence: {said}"
    );
    assert!(said.contains("Sources"), "what it rests on: {said}");
    let share = colored(&path);
    assert!(share > 20, "the drawing is there: {share} of 1000 points");

    // What is there already is not replaced unasked.
    std::fs::write(&path, "mine").expect("a file");
    window.press(Role::Button, "Save as PDF");
    window.must_see("Folder and file name");
    window.key(Modifiers::COMMAND | Modifiers::CTRL, Key::A);
    window.write(Role::TextInput, "Folder and file name", &typed);
    window.press(Role::Button, "Save");
    window.must_see("This file is there already");
    assert_eq!(std::fs::read(&path).expect("a file"), b"mine", "untouched");
    window.press(Role::Button, "Replace the file");
    // What is told of the first one may still be read.
    window.wait("the page is replaced", |_| is_pdf(&path));
    assert!(text(&path).contains("Piriformis syndrome"), "replaced");

    // The stretch as it is set up, in pictures on one page.
    let path = folder.path().join("stretch.pdf");
    window.press(Role::Button, "Stretch");
    window.press(Role::Button, "None of these is true for me");
    window.press(Role::Button, "Save the sheet as PDF");
    window.must_see("Folder and file name");
    window.key(Modifiers::COMMAND | Modifiers::CTRL, Key::A);
    let typed = path.display().to_string();
    window.write(Role::TextInput, "Folder and file name", &typed);
    window.press(Role::Button, "Save");
    window.wait("the stretch is saved", |_| is_pdf(&path));
    let said = text(&path);
    for words in [
        "Stretch: on your back, foot down",
        "Right ankle on the left thigh, toes up.",
        "Stop at once if you feel",
        "Page 1 of 1",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let share = colored(&path);
    // Words and the warning's stripe alone come to 2 of 1000.
    assert!(share > 7, "the pictures are there: {share} of 1000 points");
    window.quit();
}
