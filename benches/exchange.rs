//! How long 10,000 entries take out and in, without the disk.

use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use unclench::clock::{Clock as _, SystemClock};
use unclench::diary::entry::Entry;
use unclench::diary::format::parse_draft;
use unclench::exchange::{Format, How, read, write};

const MANY: usize = 10_000;

fn entries() -> Vec<Arc<Entry>> {
    let one = |n: usize| {
        let (day, month) = (1 + n % 28, 1 + n / 28 % 12);
        let text = format!(
            "Episode(id: \"01a2082c-0000-7000-8000-{n:012}\", logged_at: \"2026-11-23T03:20:00+01:00\", \
             started_at: \"2025-{month:02}-{day:02}T03:10:00+01:00[Europe/Berlin]\", \
             duration: seconds(240), regions: [buttock_left_deep, sit_bone_left], side: left, \
             pain_peak: 8, triggers: [sitting], relief: [walked], tags: [\"work\"], \
             note: \"woke up, walked it off, entry {n}\")"
        );
        parse_draft(&text).ok().map(Arc::new)
    };
    (0..MANY).filter_map(one).collect()
}

fn exchange(c: &mut Criterion) {
    let entries = entries();
    let how = How {
        now: SystemClock::new().now(),
        mapping: None,
    };
    let mut group = c.benchmark_group("exchange");
    group.sample_size(10);
    for kind in Format::ALL {
        let name = kind.ending();
        group.bench_function(format!("out {name}"), |b| b.iter(|| write(kind, &entries)));
        if let Ok(bytes) = write(kind, &entries) {
            group.bench_function(format!("in {name}"), |b| {
                b.iter(|| read(kind, &bytes, &how));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, exchange);
criterion_main!(benches);
