//! How long 10,000 entries take out and in, without the disk.
//!
//! Floor of the way in: the same bytes through the bare parser of their kind, with
//! nothing made of them; of the archive, unpacked. The way out has none.

#[expect(dead_code, reason = "other benches use the rest")]
mod common;

use std::io::{Cursor, Read as _};
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use serde::de::IgnoredAny;
use unclench::clock::{Clock as _, SystemClock};
use unclench::diary::entry::Entry;
use unclench::diary::format::parse_draft;
use unclench::exchange::{Format, How, read, write};

use self::common::{is_trial, pace};

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
    let many = if is_trial() { 20 } else { MANY };
    (0..many).filter_map(one).collect()
}

/// The bytes through the parser alone: how many rows, or values, there were.
fn bare(format: Format, bytes: &[u8]) -> usize {
    let text = || std::str::from_utf8(bytes).unwrap_or_default();
    match format {
        Format::Csv => csv::Reader::from_reader(bytes).byte_records().count(),
        Format::Json => usize::from(serde_json::from_slice::<IgnoredAny>(bytes).is_ok()),
        Format::Ron => usize::from(ron::from_str::<IgnoredAny>(text()).is_ok()),
        Format::Zip => {
            let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
                return 0;
            };
            let mut unpacked = Vec::new();
            for at in 0..archive.len() {
                if let Ok(mut file) = archive.by_index(at) {
                    file.read_to_end(&mut unpacked).ok();
                }
            }
            unpacked.len()
        }
    }
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
            group.bench_function(format!("in {name}, floor: bare"), |b| {
                b.iter(|| bare(kind, &bytes));
            });
            group.bench_function(format!("in {name}"), |b| {
                b.iter(|| read(kind, &bytes, &how));
            });
        }
    }
    group.finish();
}

criterion_group!(name = benches; config = pace(); targets = exchange);
criterion_main!(benches);
