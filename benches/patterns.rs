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
use unclench::diary::example::{TODAY, plausible};
use unclench::diary::pattern::find;
use unclench::settings::FirstWeekday;

use self::common::{is_trial, pace};

fn patterns(c: &mut Criterion) {
    let Ok(library) = Library::embedded() else {
        return;
    };
    // Years of one to four attacks on a bad day, then one year of hundreds.
    for (name, days, a_day) in [
        ("10,000 over 10 years", 3650, 4),
        ("100,000 over 1 year", 365, 1050),
    ] {
        let a_day = if is_trial() { 2 } else { a_day };
        let diary = plausible(TODAY, days, a_day).diary();
        let named = format!("{name} ({} entries)", diary.len());
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
