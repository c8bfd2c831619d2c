//! One name and one version everywhere: the id, the menu entry, the metainfo, the
//! packages, the icon in every size; and the manual as a document.

use std::fmt::Write as _;
use std::path::Path;

use egui::ModifierNames;
use unclench::app::APP_ID;
use unclench::content::Library;
use unclench::screen::Screen;
use unclench::ui::manual::keys;
use unclench::ui::shortcut::Shortcut;

#[path = "../kit/icons.rs"]
#[expect(unreachable_pub, reason = "the example uses the rest")]
mod icons;

const VERSION: &str = env!("CARGO_PKG_VERSION");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|err| panic!("{path}: {err}"))
}

#[test]
fn every_file_of_the_icon_is_made_from_the_drawing() {
    for (name, bytes) in icons::made(root()).unwrap() {
        let there = std::fs::read(root().join("icons/app").join(&name)).unwrap();
        assert!(there == bytes, "{name} differs: cargo run --example icons");
    }
}

#[test]
fn the_menu_entry_is_that_of_the_app() {
    let entry = text(&format!("packaging/linux/{APP_ID}.desktop"));
    let value = |key: &str| {
        let mut lines = entry.lines();
        lines.find_map(|l| l.strip_prefix(&format!("{key}=")).map(str::to_owned))
    };
    assert_eq!(value("Icon").as_deref(), Some(APP_ID), "icon");
    assert_eq!(value("StartupWMClass").as_deref(), Some(APP_ID), "window");
    assert_eq!(value("Exec").as_deref(), Some("unclench %f"), "program");
    assert_eq!(
        value("Actions").as_deref(),
        Some("cramp-now;stretch;"),
        "actions"
    );
    for line in [
        "Exec=unclench --cramp-now",
        "Exec=unclench --screen stretch",
    ] {
        assert!(entry.lines().any(|l| l == line), "{line}");
    }
    assert!(Screen::from_key("stretch").is_some(), "a screen there is");
}

#[test]
fn the_metainfo_is_that_of_the_app_and_of_this_version() {
    let info = text(&format!("packaging/linux/{APP_ID}.metainfo.xml"));
    for part in [
        format!("<id>{APP_ID}</id>"),
        format!("<launchable type=\"desktop-id\">{APP_ID}.desktop</launchable>"),
        format!("<release version=\"{VERSION}\""),
    ] {
        assert!(info.contains(&part), "{part} is missing");
    }
    let first = info.find("<release version=").unwrap();
    assert!(
        info[first..].starts_with(&format!("<release version=\"{VERSION}\"")),
        "the newest release comes first"
    );
    for shown in info.split("/pictures/").skip(1) {
        let name = shown.split('<').next().unwrap();
        let path = root().join("docs/pictures").join(name);
        assert!(path.is_file(), "{name} is a picture of docs/pictures");
        let size = image::image_dimensions(path).unwrap();
        assert_eq!(size, (900, 640), "{name}");
    }
}

#[test]
fn every_package_has_this_version() {
    for (path, part) in [
        (
            "packaging/macos/Info.plist",
            format!("<string>{VERSION}</string>"),
        ),
        (
            "packaging/macos/Info.plist",
            format!("<string>{APP_ID}</string>"),
        ),
        (
            "packaging/windows/unclench.rc",
            format!("\"ProductVersion\", \"{VERSION}\""),
        ),
        (
            "packaging/linux/unclench.1",
            format!("\"unclench {VERSION}\""),
        ),
        (
            "packaging/linux/changelog",
            format!("unclench ({VERSION}-1)"),
        ),
    ] {
        assert!(text(path).contains(&part), "{path} lacks {part}");
    }
    let changes = text("CHANGELOG.md");
    let told = changes.contains(&format!("## [{VERSION}]")) || changes.contains("## [Unreleased]");
    assert!(told, "CHANGELOG.md tells what is new in {VERSION}");
}

#[test]
fn every_screen_has_its_page_of_the_manual() {
    let library = Library::embedded().unwrap();
    for screen in Screen::ALL {
        assert!(library.manual_page(screen.key()).is_some(), "{screen:?}");
    }
    assert_eq!(library.manual().len(), Screen::ALL.len(), "and no other");
}

/// Rows of a table of keys.
fn rows(into: &mut String, table: &[Shortcut]) {
    for one in table {
        let keys = one.keys.format(&ModifierNames::NAMES, false);
        writeln!(into, "| {keys} | {} |", one.text).unwrap();
    }
}

/// The manual as a document.
fn manual(library: &Library) -> String {
    let mut out = String::from(
        "# Manual\n\nMade from `content/manual/` and the table of shortcuts; in the app, F1 shows the \
         page of the screen you are on. Change the words there, then run\n\
         `UPDATE_SNAPSHOTS=1 cargo test --test logic manual`.\n",
    );
    for page in library.manual() {
        let screen = Screen::from_key(&page.id).unwrap();
        write!(out, "\n## {}\n\n{}\n\n", screen.title(), page.about).unwrap();
        for line in &page.how {
            writeln!(out, "- **{}**: {}", line.to, line.so).unwrap();
        }
        let (here, _) = keys(screen);
        if !here.is_empty() || !page.keys.is_empty() {
            out.push_str("\n| key | what it does here |\n|---|---|\n");
            for hint in &page.keys {
                writeln!(out, "| {} | {} |", hint.key, hint.does).unwrap();
            }
            rows(&mut out, &here);
        }
    }
    out.push_str("\n## Keys on every screen\n\n| key | what it does |\n|---|---|\n");
    rows(&mut out, &keys(Screen::Now).1);
    out
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "writes what is accepted, not a diary"
)]
fn the_manual_in_docs_is_the_one_in_the_app() {
    let made = manual(&Library::embedded().unwrap());
    let path = root().join("docs/manual.md");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let there = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(
        made, there,
        "UPDATE_SNAPSHOTS=1 cargo test --test logic manual"
    );
}
