//! How long finding takes in a diary of 100,000 entries.
//!
//! Target: a frame reads at most 4,000 entries into the index and searches once;
//! both together stay below the 8 ms of a frame, and following a change as well.
//! Floor: the text of all entries looked through once, as `grep` would.

#[expect(dead_code, reason = "other benches use the rest")]
mod common;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use unclench::clock::{Clock as _, SystemClock};
use unclench::content::Library;
use unclench::diary::calendar::{Month, year};
use unclench::diary::example::TODAY;
use unclench::diary::format::format;
use unclench::diary::search::{Filter, Index};
use unclench::settings::FirstWeekday;

use self::common::{diary, entries, is_trial, pace};

fn search(c: &mut Criterion) {
    let Ok(library) = Library::embedded() else {
        return;
    };
    let now = SystemClock::new().now();
    let count = if is_trial() { 300 } else { 100_000 };
    let diary = diary(&entries(count));
    let mut group = c.benchmark_group(format!("{count} entries"));
    group.sample_size(10);
    let all = Filter::default();
    let mut index = Index::default();
    index.follow(&diary);
    group.bench_function("index follows anew", |b| {
        b.iter(|| {
            let mut index = Index::default();
            index.follow(&diary);
            index.len()
        });
    });
    group.bench_function("one frame's slice of 4,000", |b| {
        b.iter(|| {
            let mut index = Index::default();
            index.follow(&diary);
            index.read(4_000, &library, &now);
            index.unread()
        });
    });
    index.read(usize::MAX, &library, &now);
    let texts = diary.entries().iter();
    let whole: String = texts.filter_map(|entry| format(entry).ok()).collect();
    group.bench_function("floor: one look through all text", |b| {
        b.iter(|| whole.contains(black_box("nothing at all")));
    });
    for text in [
        "e",
        "left",
        "sitting",
        "left sitting 2026",
        "2026-03",
        "nothing at all",
    ] {
        group.bench_function(format!("find {text:?}"), |b| {
            b.iter(|| black_box(index.find(text, &all)).entries.len());
        });
    }
    group.bench_function("month", |b| {
        b.iter(|| Month::of(&diary, TODAY, TODAY, FirstWeekday::Monday));
    });
    group.bench_function("year", |b| {
        b.iter(|| year(&diary, 2026, TODAY, FirstWeekday::Monday));
    });
    group.finish();
}

criterion_group!(name = benches; config = pace(); targets = search);
criterion_main!(benches);
