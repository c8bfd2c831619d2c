//! The diary on disk against the physical floor: what the same bytes cost with
//! nothing but the system calls and the parser.
//!
//! Targets: reading 10,000 entries at most 1.5 times reading the files and
//! parsing them with bare `ron` on as many threads; an entry made durable at
//! most 1.5 times create, fsync, link, fsync of its bytes.

#![expect(
    clippy::unwrap_used,
    clippy::missing_assert_message,
    reason = "a bench talks to the disk, and one that fails must stop"
)]

#[expect(dead_code, reason = "other benches use the rest")]
mod common;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use unclench::clock::{Clock, SystemClock};
use unclench::diary::entry::{Day, Entry, EntryId, Episode, Session};
use unclench::diary::format::format;
use unclench::store::{Places, Store, lay_out};

use self::common::{entries, is_trial, pace};

/// As many as the program itself uses.
const READERS: usize = 16;

fn clock() -> Arc<dyn Clock> {
    Arc::new(SystemClock::new())
}

fn store(folder: &Path) -> Store {
    Store::open(Places::within(folder).unwrap(), clock())
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for item in fs::read_dir(folder).unwrap() {
        let item = item.unwrap();
        if item.file_type().unwrap().is_dir() {
            files(&item.path(), into);
        } else {
            into.push(item.path());
        }
    }
}

/// Reads every file below `folder`, and does `with` to its text.
fn floor(folder: &Path, with: impl Fn(&str) + Sync) -> usize {
    let mut all = Vec::new();
    files(folder, &mut all);
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..READERS {
            scope.spawn(|| {
                while let Some(path) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    with(&fs::read_to_string(path).unwrap());
                }
            });
        }
    });
    all.len()
}

/// The parser alone: no checksum, no ranges, no index.
fn parse(text: &str) {
    match text.get(..3) {
        Some("Epi") => drop(std::hint::black_box(
            ron::from_str::<Episode>(text).unwrap(),
        )),
        Some("Ses") => drop(std::hint::black_box(
            ron::from_str::<Session>(text).unwrap(),
        )),
        Some("Day") => drop(std::hint::black_box(ron::from_str::<Day>(text).unwrap())),
        other => panic!("a file of another kind: {other:?}"),
    }
}

fn load(c: &mut Criterion) {
    let mut group = c.benchmark_group("load, warm");
    group.sample_size(10);
    for count in [1_000, 10_000, 100_000] {
        let count = if is_trial() { count / 1_000 } else { count };
        let folder = tempfile::tempdir().unwrap();
        lay_out(folder.path(), &entries(count)).unwrap();
        let diary = folder.path().join("diary");
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(BenchmarkId::new("floor: bytes", count), |b| {
            b.iter(|| {
                floor(&diary, |text| {
                    std::hint::black_box(text.len());
                })
            });
        });
        group.bench_function(BenchmarkId::new("floor: bytes and bare ron", count), |b| {
            b.iter(|| floor(&diary, parse));
        });
        group.bench_function(BenchmarkId::new("unclench", count), |b| {
            b.iter(|| {
                let mut read = 0;
                store(folder.path()).load(&mut |scan| read += scan.found.len());
                assert_eq!(read, count);
            });
        });
    }
    group.finish();
}

/// A new entry with an id of its own.
fn fresh(like: &Entry) -> Arc<Entry> {
    let now = SystemClock::new().now();
    let mut episode = like.as_episode().unwrap().clone();
    episode.id = EntryId::new(&now);
    Arc::new(episode.into())
}

fn sync_folder(folder: &Path) {
    File::open(folder).unwrap().sync_all().unwrap();
}

/// The bytes under a name, durable: the least that can be done.
fn bare_create(folder: &Path, name: &str, bytes: &[u8]) {
    let temp = folder.join(format!(".~{name}.part"));
    let mut file = File::create(&temp).unwrap();
    file.write_all(bytes).unwrap();
    file.sync_all().unwrap();
    fs::hard_link(&temp, folder.join(name)).unwrap();
    fs::remove_file(&temp).unwrap();
    sync_folder(folder);
}

/// The bytes in place of others, durable.
fn bare_replace(path: &Path, bytes: &[u8]) {
    let temp = path.with_extension("part");
    let mut file = File::create(&temp).unwrap();
    file.write_all(bytes).unwrap();
    file.sync_all().unwrap();
    fs::rename(&temp, path).unwrap();
    sync_folder(path.parent().unwrap());
}

fn write(c: &mut Criterion) {
    let mut group = c.benchmark_group("write, durable");
    for count in [0_usize, 10_000] {
        let count = if is_trial() { count / 1_000 } else { count };
        let folder = tempfile::tempdir().unwrap();
        let many = entries(count.max(100));
        lay_out(folder.path(), many.get(..count).unwrap_or_default()).unwrap();
        let like = many
            .iter()
            .rev()
            .find(|e| e.as_episode().is_some())
            .unwrap();
        let month = folder
            .path()
            .join(like.date().strftime("diary/%Y/%m").to_string());
        fs::create_dir_all(&month).unwrap();
        let aside = folder.path().join("floor");
        fs::create_dir_all(&aside).unwrap();
        let mut open = store(folder.path());
        open.load(&mut |_scan| {});
        open.create(&fresh(like)).unwrap(); // makes what is made once

        group.bench_function(BenchmarkId::new("new, floor", count), |b| {
            b.iter_batched(
                || {
                    let entry = fresh(like);
                    (entry.id().to_string(), format(&entry).unwrap())
                },
                |(name, text)| bare_create(&aside, &name, text.as_bytes()),
                BatchSize::PerIteration,
            );
        });
        group.bench_function(BenchmarkId::new("new, unclench", count), |b| {
            b.iter_batched(
                || fresh(like),
                |entry| open.create(&entry).unwrap(),
                BatchSize::PerIteration,
            );
        });
        let mut now = fresh(like);
        let bare = aside.join("edited.ron");
        bare_create(&aside, "edited.ron", format(&now).unwrap().as_bytes());
        group.bench_function(BenchmarkId::new("change, floor", count), |b| {
            b.iter(|| bare_replace(&bare, format(&now).unwrap().as_bytes()));
        });
        open.create(&now).unwrap();
        let mut round = 0_u32;
        group.bench_function(BenchmarkId::new("change, unclench", count), |b| {
            b.iter(|| {
                round += 1;
                let mut episode = now.as_episode().unwrap().clone();
                episode.note = format!("change {round}");
                let after: Arc<Entry> = Arc::new(episode.into());
                open.edit(&[Arc::clone(&now)], &after).unwrap();
                now = after;
            });
        });
    }
    group.finish();
}

criterion_group!(name = benches; config = pace(); targets = load, write);
criterion_main!(benches);
