//! How long finding takes in a diary of 100,000 entries.
//!
//! A frame reads at most 4,000 entries into the index and searches once; both
//! together stay below the 8 ms of a frame, and following a change as well.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use unclench::clock::{Clock as _, SystemClock};
use unclench::content::Library;
use unclench::diary::calendar::{Month, year};
use unclench::diary::example::{TODAY, plausible};
use unclench::diary::search::{Filter, Index};
use unclench::settings::FirstWeekday;

fn search(c: &mut Criterion) {
    let Ok(library) = Library::embedded() else {
        return;
    };
    let now = SystemClock::new().now();
    let diary = plausible(TODAY, 3650, 45).diary();
    let count = diary.len();
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

criterion_group!(benches, search);
criterion_main!(benches);
