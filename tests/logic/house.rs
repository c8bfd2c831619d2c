//! The house rules, held by a test: who may name whom, how long a file may be,
//! and how it opens. Each rule is shown to bite on a bad sample.

use std::path::{Path, PathBuf};

const LONGEST: usize = 400;

/// The half that never names egui.
const PURE: [&str; 25] = [
    "content",
    "figure",
    "print",
    "triage",
    "stretch",
    "pose",
    "diary",
    "exchange",
    "settings",
    "state",
    "action.rs",
    "job.rs",
    "home.rs",
    "dialog.rs",
    "screen.rs",
    "notice.rs",
    "clock.rs",
    "store",
    "cli",
    "sound",
    "voice",
    "awake.rs",
    "aloud.rs",
    "desktop",
    "reminder",
];

/// Files that write hours in a form of their own: the function that all others
/// use, what scripts read, the report of a crash, and names that sync programs
/// give. No person reads a time there by the clock of their settings.
const HOURS_OF_THEIR_OWN: [&str; 6] = [
    "src/settings/choices.rs",
    "src/cli/diary.rs",
    "src/store/crash.rs",
    "src/diary/differ.rs",
    "src/diary/example.rs",
    "src/print/report/hostile.rs",
];

/// Does this line write an hour and a minute by a pattern of its own?
fn tells_hours(line: &str) -> bool {
    let code = line.split("// ").next().unwrap_or_default();
    let patterns = [
        "%H", "%k", "%I", "%l:", "%M", "%R", "%T\"", "%X", "%r\"", "%p\"", "%P", ":02}:{",
        ":02}:00",
    ];
    patterns.iter().any(|pattern| code.contains(pattern))
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push(path);
        }
    }
}

/// What is wrong with one file; `name` is its path from the repository's root.
fn complaints(name: &str, text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut say = |line: usize, what: &str| all.push(format!("{name}:{line}: {what}"));
    if !text.starts_with("//!") {
        say(1, "a file opens with what it owns and what it refuses");
    }
    let lines = text.lines().count();
    if lines > LONGEST {
        say(lines, "longer than 400 lines: one idea a file");
    }
    let inside = name.strip_prefix("src/");
    let first = inside.and_then(|p| p.split('/').next()).unwrap_or_default();
    let is_test_file = name.starts_with("tests/") || name.ends_with("tests.rs");
    for (at, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        if line.contains("TODO") && !line.contains("TODO(") && !name.ends_with("house.rs") {
            say(at + 1, "a TODO names who will do it");
        }
        if PURE.contains(&first) && (code.contains("egui") || code.contains("eframe")) {
            say(at + 1, "this half never names egui");
        }
        if first == "ui" && (code.contains("crate::store") || code.contains("std::fs")) {
            say(at + 1, "the window touches no files");
        }
        let files = ["store", "cli", ""].contains(&first);
        if !files && !is_test_file && code.contains("std::fs") {
            say(at + 1, "only the store touches files");
        }
        let is_ours = inside.is_some() && !is_test_file;
        if is_ours && !HOURS_OF_THEIR_OWN.contains(&name) && tells_hours(line) {
            say(
                at + 1,
                "a time of day is written by settings::say_time alone",
            );
        }
        let paint = code.contains("Color32::from_");
        if inside.is_some() && paint && name != "src/ui/tokens/mod.rs" {
            say(at + 1, "colors are made in src/ui/tokens/");
        }
    }
    all
}

#[test]
fn the_house_is_in_order() {
    let mut files = Vec::new();
    rust_files(&root().join("src"), &mut files);
    rust_files(&root().join("tests"), &mut files);
    assert!(files.len() > 60, "the files were found");
    let mut all = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(root()).unwrap().to_str().unwrap();
        all.extend(complaints(&name.replace('\\', "/"), &text));
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn each_rule_bites() {
    let bites = |name: &str, text: &str, what: &str| {
        let all = complaints(name, text);
        assert!(all.iter().any(|c| c.contains(what)), "{name}: {all:?}");
    };
    bites(
        "src/diary/x.rs",
        "//! X.\nuse egui::Ui;",
        "never names egui",
    );
    bites(
        "src/ui/x.rs",
        "//! X.\nuse crate::store::Store;",
        "no files",
    );
    bites("src/state/x.rs", "//! X.\nuse std::fs;", "only the store");
    bites(
        "src/ui/x.rs",
        "//! X.\nlet c = Color32::from_rgb(1, 2, 3);",
        "tokens",
    );
    for code in [
        "let at = civil.strftime(\"%-d %B, %H:%M\");",
        "format!(\"{:02}:{:02}\", time.hour(), time.minute())",
        "format!(\"from {:02}:00\", hour)",
        "civil.strftime(\"%R\")",
        "time.strftime(\"%I:%M %p\")",
    ] {
        let text = format!("//! X.\n{code}");
        bites("src/ui/x.rs", &text, "a time of day is written");
        bites("src/diary/x.rs", &text, "a time of day is written");
    }
    bites("src/ui/x.rs", "use egui::Ui;", "opens with");
    bites("src/ui/x.rs", "//! X.\n// TODO later", "names who");
    bites(
        "src/ui/x.rs",
        &format!("//! X.\n{}", "\n".repeat(401)),
        "longer",
    );
    let fine = complaints("src/diary/x.rs", "//! X: never names egui.\n");
    assert!(fine.is_empty(), "a comment may: {fine:?}");
}
