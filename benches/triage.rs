//! How long Check thinks: one assessment, and choosing the next question.
//!
//! Target: an assessment under 1 ms.

use criterion::{Criterion, criterion_group, criterion_main};
use unclench::content::Library;
use unclench::triage::{Answer, Answers};

/// A check answered to the middle: the costliest moment for the next question.
fn half_answered(library: &Library) -> Answers {
    let knowledge = library.knowledge();
    let flags = knowledge.findings().iter().filter(|f| f.group == "flag");
    let mut answers: Answers = flags.map(|f| (f.id.clone(), Answer::Skipped)).collect();
    for finding in knowledge.findings().iter().filter(|f| f.core) {
        let first = finding.options.first().map(|o| o.id.clone());
        let answer = finding.number.as_ref().map_or_else(
            || Answer::Chosen(first.into_iter().collect()),
            |range| Answer::Number(range.max / 2),
        );
        answers.insert(finding.id.clone(), answer);
    }
    answers
}

fn triage(c: &mut Criterion) {
    let Ok(library) = Library::embedded() else {
        return;
    };
    let answers = half_answered(&library);
    let knowledge = library.knowledge();
    c.bench_function("assess", |b| b.iter(|| knowledge.assess(&answers)));
    c.bench_function("next", |b| b.iter(|| knowledge.next(&answers)));
    c.bench_function("content", |b| b.iter(Library::embedded));
}

criterion_group!(benches, triage);
criterion_main!(benches);
