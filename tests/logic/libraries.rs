//! The libraries: none that talks to a network, on any system; each from the
//! one registry and under a licence that `deny.toml` allows. That file is the
//! one list; this holds it without a tool of its own and without a network.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The quoted words of a list in `deny.toml`.
fn listed(name: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("deny.toml")).unwrap();
    let (_, rest) = text.split_once(&format!("\n{name} = [")).unwrap();
    let (list, _) = rest.split_once("\n]").unwrap();
    let words = list.split('"').skip(1).step_by(2);
    words.map(str::to_owned).collect()
}

/// Every package of `Cargo.lock` with the names of those it needs, for all
/// systems together.
fn locked() -> BTreeMap<String, Vec<String>> {
    let text = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in text.split("[[package]]").skip(1) {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name));
            line.map(|line| line.trim_matches([' ', '=', '"']).to_owned())
        };
        let name = field("name").unwrap();
        if let Some(source) = field("source") {
            let registry = "registry+https://github.com/rust-lang/crates.io-index";
            assert_eq!(source, registry, "{name} comes from elsewhere");
        }
        let needs = package.lines().filter_map(|line| {
            let word = line.strip_prefix(" \"")?.trim_end_matches("\",");
            word.split(' ').next().map(str::to_owned)
        });
        all.entry(name).or_default().extend(needs);
    }
    all
}

/// A package that ends up in the program on this system.
struct Library {
    name: String,
    version: String,
    licence: String,
}

/// All of them.
fn built_in() -> Vec<Library> {
    let out = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--edges", "normal", "--prefix", "none"])
        .args(["--format", "{p}|{l}", "--manifest-path"])
        .arg(root().join("Cargo.toml"))
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{told}");
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    let one = |line: &str| {
        let (package, licence) = line.split_once('|')?;
        let (name, version) = package.split_once(" v")?;
        Some(Library {
            name: name.to_owned(),
            version: version.split(' ').next()?.to_owned(),
            licence: licence.trim_end_matches(" (*)").to_owned(),
        })
    };
    text.lines().filter_map(one).collect()
}

#[test]
fn no_network_library_is_built_in() {
    let (names, locked) = (built_in(), locked());
    assert!(names.iter().any(|l| l.name == "egui"), "the tree was read");
    assert!(locked.len() > 400, "the lock was read");
    let network = listed("deny");
    assert!(network.len() > 15, "the list was read: {network:?}");
    for name in network {
        let is_in = names.iter().any(|l| l.name == name);
        assert!(!is_in, "{name} is built in");
        // On other systems too: nobody may need it but what is for browsers.
        let needing = locked.iter().filter(|(_, needs)| needs.contains(&name));
        for (by, _) in needing {
            assert!(by.starts_with("wasm-"), "{by} brings {name}");
        }
    }
}

/// The licences page is made by hand from the lock; this tells when it is old.
#[test]
fn the_licences_page_names_what_is_built_in() {
    let page = include_str!("../../packaging/licences/third_party.txt");
    let missing: Vec<String> = (built_in().into_iter())
        .filter(|library| library.name != "unclench")
        .map(|library| format!("- {} {}", library.name, library.version))
        .filter(|line| !page.lines().any(|known| known == line))
        .collect();
    assert!(
        missing.is_empty(),
        "run packaging/licences/make.sh, these are not named: {}",
        missing.join(", ")
    );
}

/// Whether a licence expression can be met with those that are allowed.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace('/', " OR ");
    // `A AND (B OR C)`: every part outside, any part within.
    let mut depth = 0;
    let (mut any, mut all, mut word) = (false, true, String::new());
    let end = |word: &mut String, all: &mut bool| {
        let part = word.trim();
        let inner = part.strip_prefix('(').and_then(|p| p.strip_suffix(')'));
        *all &= inner.map_or_else(
            || allowed.iter().any(|known| known == part),
            |inner| is_allowed(inner, allowed),
        );
        word.clear();
    };
    for part in expression.split_whitespace() {
        depth += part.matches('(').count();
        depth -= part.matches(')').count();
        match (part, depth) {
            ("AND", 0) => end(&mut word, &mut all),
            ("OR", 0) => {
                end(&mut word, &mut all);
                any |= all;
                all = true;
            }
            _ => word = word + " " + part,
        }
    }
    end(&mut word, &mut all);
    any | all
}

#[test]
fn a_licence_is_read_as_it_is_meant() {
    let allowed = ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("MIT/Apache-2.0", true),
        ("MIT AND GPL-3.0", false),
        ("MIT AND (GPL-3.0 OR Zlib)", true),
        ("(GPL-3.0 AND MIT) OR LGPL-2.1", false),
        ("Apache-2.0 WITH LLVM-exception OR GPL-3.0", true),
        ("", false),
    ] {
        let got = is_allowed(expression, &allowed);
        assert_eq!(got, expected, "{expression:?}");
    }
}

#[test]
fn every_library_has_a_licence_that_is_allowed() {
    let allowed = listed("allow");
    assert!(allowed.iter().any(|l| l == "MIT"), "the list was read");
    let wrong: Vec<String> = built_in()
        .into_iter()
        .filter(|l| l.name != "unclench" && !is_allowed(&l.licence, &allowed))
        .map(|l| format!("{}: {}", l.name, l.licence))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
