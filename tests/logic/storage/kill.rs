//! An import that is killed at any moment: all of it, or nothing.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;

use unclench::diary::entry::Entry;
use unclench::exchange::{Format, write};

use super::{episode, good, put};
use crate::program;
use crate::storage::Folder;

/// How many files are in a folder, however deep.
fn count(dir: &Path) -> usize {
    let items = std::fs::read_dir(dir).into_iter().flatten().flatten();
    items
        .map(|item| {
            if item.path().is_dir() {
                count(&item.path())
            } else {
                1
            }
        })
        .sum()
}

#[test]
fn a_kill_at_any_moment_leaves_all_or_nothing() {
    const MANY: usize = 40;
    let entries: Vec<Arc<Entry>> = (100..100 + MANY as u32)
        .map(|n| episode(n, "many"))
        .collect();
    let (mut none, mut all) = (0, 0);
    for round in 0..50_usize {
        let folder = Folder::new();
        folder.store().create(&episode(1, "mine")).unwrap();
        let file = put(&folder, "in.json", write(Format::Json, &entries).unwrap());
        let mut child = program::program()
            .args(["diary", "import", &file, "--data-dir"])
            .arg(folder.data())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // While it writes beside the diary, or while it moves in.
        let is_early = round % 2 == 0;
        let enough = round * MANY / 50;
        while child.try_wait().unwrap().is_none() {
            let inside = count(&folder.data().join("diary")) - 1;
            let beside = count(&folder.data()) - 1 - inside;
            if (is_early && beside > enough) || (!is_early && inside > enough) {
                break;
            }
        }
        child.kill().ok();
        child.wait().unwrap();
        let list = good(&folder, &["diary", "list"]);
        let there = list.lines().filter(|line| line.contains("many")).count();
        assert!(list.contains("mine"), "round {round}: {list}");
        match there {
            0 => none += 1,
            MANY => all += 1,
            some => panic!("round {round}: {some} of {MANY}"),
        }
        good(&folder, &["diary", "verify"]);
        good(&folder, &["diary", "import", &file]);
        let list = good(&folder, &["diary", "list"]);
        assert_eq!(
            list.lines().count(),
            MANY + 1,
            "round {round}: all of them in the end"
        );
    }
    assert!(
        none > 0 && all > 0,
        "both were seen: {none} times none, {all} times all"
    );
}
