//! How long the patterns and the charts of a long diary take.
//!
//! Target: the patterns of 100,000 entries in about 50 ms; both are made once
//! for a revision of the diary, not each frame. Floor: one pass over the entries
//! that looks at the day and the pain of each.

#[expect(dead_code, reason = "other benches use the rest")]
mod common;

use criterion::{Criterion, criterion_group, criterion_main};
use unclench::content::Library;
use unclench::diary::chart::{Charts, Period};
use unclench::diary::entry::Entry;
use unclench::diary::example::TODAY;
use unclench::diary::pattern::find;
use unclench::settings::FirstWeekday;

use self::common::{diary, is_trial, over, pace};

fn patterns(c: &mut Criterion) {
    let Ok(library) = Library::embedded() else {
        return;
    };
    // Years of some attacks a day, of dozens, then one year of hundreds.
    for (name, count, days) in [
        ("10,000 over 10 years", 10_000, 3650),
        ("100,000 over 10 years", 100_000, 3650),
        ("100,000 over 1 year", 100_000, 365),
    ] {
        let diary = diary(&over(if is_trial() { 300 } else { count }, days));
        let named = name;
        c.bench_function(&format!("floor: one pass, {named}"), |b| {
            b.iter(|| {
                let entries = diary.entries().iter();
                let pain = |e: &Entry| e.as_episode().map_or(0, |e| u64::from(e.pain_peak.get()));
                entries.fold(0, |sum, e| sum + pain(e) + e.date().day_of_year() as u64)
            });
        });
        c.bench_function(&format!("patterns, {named}"), |b| {
            b.iter(|| find(&diary, &library, TODAY));
        });
        c.bench_function(&format!("charts, {named}"), |b| {
            b.iter(|| Charts::of(&diary, TODAY, Period::All, FirstWeekday::Monday));
        });
    }
}

criterion_group!(name = benches; config = pace(); targets = patterns);
criterion_main!(benches);
