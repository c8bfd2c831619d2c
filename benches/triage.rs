//! How long Check thinks: one assessment, and choosing the next question; and
//! how long reading the whole content takes beside the bare parser.
//!
//! Targets: an assessment under 1 ms. There is no floor for it: nothing has to
//! be read, only summed. The floor of the content is bare `ron` over its files.

#[expect(dead_code, reason = "other benches use the rest")]
mod common;

use criterion::{Criterion, criterion_group, criterion_main};
use serde::de::IgnoredAny;
use unclench::content::Library;

use self::common::{half_answered, pace};

fn triage(c: &mut Criterion) {
    let Ok(library) = Library::embedded() else {
        return;
    };
    let answers = half_answered(&library);
    let knowledge = library.knowledge();
    c.bench_function("assess", |b| b.iter(|| knowledge.assess(&answers)));
    c.bench_function("next", |b| b.iter(|| knowledge.next(&answers)));
    c.bench_function("content, floor: bare ron", |b| {
        b.iter(|| {
            let texts = Library::embedded_files();
            texts
                .filter(|(_, text)| ron::from_str::<IgnoredAny>(text).is_ok())
                .count()
        });
    });
    c.bench_function("content, unclench", |b| b.iter(Library::embedded));
}

criterion_group!(name = benches; config = pace(); targets = triage);
criterion_main!(benches);
