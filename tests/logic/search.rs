//! The search over made-up entries: every word an entry says finds it, and an
//! index that followed the diary is the same as a new one.

use proptest::collection::vec;
use proptest::prelude::*;

use unclench::clock::Moment;
use unclench::content::Library;
use unclench::diary::entry::Entry;
use unclench::diary::example::as_read;
use unclench::diary::search::{Filter, Index};

use crate::properties::strategies::entry;

fn now() -> Moment {
    Moment {
        wall: "2026-11-23T03:10:00+01:00[Europe/Berlin]".parse().unwrap(),
        ticks: std::time::Duration::ZERO,
    }
}

/// What a person may remember of an entry: its own words, its labels, its date.
fn words(entry: &Entry) -> Vec<String> {
    let mut said = vec![
        entry.note().to_owned(),
        entry.date().strftime("%Y-%m-%d %A %-d %B %Y").to_string(),
    ];
    if let Some(episode) = entry.as_episode() {
        said.extend(episode.regions.iter().map(|r| r.label().to_owned()));
        said.extend(episode.triggers.iter().map(|t| t.label().to_owned()));
        said.extend(episode.relief.iter().map(|r| r.label().to_owned()));
        said.extend(episode.quality.iter().map(|q| q.label().to_owned()));
        said.extend(episode.medicines.iter().map(|m| m.name.clone()));
        said.extend(episode.tags.iter().cloned());
        said.push(episode.side.label().to_owned());
    }
    let all = said.iter().flat_map(|text| text.split_whitespace());
    all.map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn each_word_finds_its_entry(entries in vec(entry(), 1..12)) {
        let library = Library::embedded().unwrap();
        let diary = as_read(&entries);
        let mut index = Index::default();
        index.follow(&diary);
        index.read(usize::MAX, &library, &now());
        for entry in diary.entries() {
            for word in words(entry) {
                let found = index.find(&word, &Filter::default());
                let mut hits = found.entries.iter().filter_map(|n| index.entry(*n));
                prop_assert!(hits.any(|hit| hit.id() == entry.id()), "{word:?} in {entry:?}");
            }
        }
    }

    #[test]
    fn following_is_the_same_as_beginning_anew(
        before in vec(entry(), 0..12),
        after in vec(entry(), 0..12),
        slice in 1_usize..20,
    ) {
        let library = Library::embedded().unwrap();
        let mut moving = as_read(&before);
        let mut index = Index::default();
        index.follow(&moving);
        index.read(slice, &library, &now());
        for entry in &after {
            moving.apply(unclench::diary::Edit::Change(entry.clone()), &now());
            index.follow(&moving);
            index.read(slice, &library, &now());
        }
        index.read(usize::MAX, &library, &now());
        let mut fresh = Index::default();
        fresh.follow(&moving);
        fresh.read(usize::MAX, &library, &now());
        for text in ["", "left", "20", "cramp", "a"] {
            let found = index.find(text, &Filter::default());
            prop_assert_eq!(found, fresh.find(text, &Filter::default()), "{}", text);
        }
    }
}
