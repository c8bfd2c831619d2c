//! How long the patterns and the charts of a long diary take.
//!
//! Target: the patterns of 100,000 entries in about 50 ms; both are made once
//! for a revision of the diary, not each frame.

use criterion::{Criterion, criterion_group, criterion_main};
use unclench::content::Library;
use unclench::diary::chart::{Charts, Period};
use unclench::diary::example::{TODAY, plausible};
use unclench::diary::pattern::find;
use unclench::settings::FirstWeekday;

fn patterns(c: &mut Criterion) {
    let Ok(library) = Library::embedded() else {
        return;
    };
    // Years of one to four attacks on a bad day, then one year of hundreds.
    for (name, days, a_day) in [
        ("10,000 over 10 years", 3650, 4),
        ("100,000 over 1 year", 365, 1050),
    ] {
        let diary = plausible(TODAY, days, a_day).diary();
        let named = format!("{name} ({} entries)", diary.len());
        c.bench_function(&format!("patterns, {named}"), |b| {
            b.iter(|| find(&diary, &library, TODAY));
        });
        c.bench_function(&format!("charts, {named}"), |b| {
            b.iter(|| Charts::of(&diary, TODAY, Period::All, FirstWeekday::Monday));
        });
    }
}

criterion_group!(benches, patterns);
criterion_main!(benches);
