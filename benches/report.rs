//! How long the doctor's page takes: counted, set and written as PDF from one
//! year of entries and from ten, alone and with the table of every episode.
//!
//! It is made on the IO thread, so no frame waits for it; the target is half a
//! second for a year, so that a person does not either. Floor: the blank sheet to
//! fill in by hand, which embeds the same typeface and counts nothing.

#[expect(dead_code, reason = "other benches use the rest")]
mod common;

use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use unclench::content::Library;
use unclench::diary::example::{TODAY, plausible};
use unclench::print::report::{Ask, Brief, Span, blank};
use unclench::print::{Stamp, pdf};

use self::common::{is_trial, pace};

fn report(c: &mut Criterion) {
    let Ok(library) = Library::embedded() else {
        return;
    };
    let library = Arc::new(library);
    let stamp = Stamp::of(TODAY);
    let mut group = c.benchmark_group("report");
    group.sample_size(10);
    group.bench_function("floor: a blank sheet", |b| {
        b.iter(|| pdf(&blank(&library), &stamp));
    });
    for (name, days) in [("1 year", 365), ("10 years", 3_650)] {
        let days = if is_trial() { 60 } else { days };
        let diary = Arc::new(plausible(TODAY, days, 2).diary());
        for (part, appendix) in [("page", false), ("page and table", true)] {
            let brief = Brief {
                diary: Arc::clone(&diary),
                library: Arc::clone(&library),
                ask: Ask {
                    span: Span::All,
                    appendix,
                    ..Ask::default()
                },
                today: TODAY,
            };
            let count = diary.len();
            group.bench_function(format!("{part}, {name} ({count} entries)"), |b| {
                b.iter(|| brief.sheet().and_then(|sheet| pdf(&sheet, &stamp)));
            });
        }
    }
    group.finish();
}

criterion_group!(name = benches; config = pace(); targets = report);
criterion_main!(benches);
