//! What several benches and the run of costs share: how long a bench takes,
//! diaries of a size, a check half answered.

use std::sync::Arc;
use std::time::Duration;

use criterion::Criterion;
use unclench::content::Library;
use unclench::diary::Diary;
use unclench::diary::entry::Entry;
use unclench::diary::example::{TODAY, as_read, plausible};
use unclench::triage::{Answer, Answers};

/// A pace at which all benches together take some minutes: about two seconds
/// each, longer only where one round is longer.
pub(crate) fn pace() -> Criterion {
    Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(1_500))
        .sample_size(20)
}

/// Whether each bench is only tried once, with little in it, and not measured:
/// `cargo test --benches`, or `cargo bench -- --test`.
pub(crate) fn is_trial() -> bool {
    let is_asked = |word: &str| std::env::args().any(|arg| arg == word);
    is_asked("--test") || !is_asked("--bench")
}

/// Exactly so many made-up entries, the newest ones of a long diary, spread
/// over ten years at most.
///
/// # Panics
/// When fewer could be made: a bench of fewer would flatter.
pub(crate) fn entries(count: usize) -> Vec<Arc<Entry>> {
    over(count, if count < 5_000 { 700 } else { 3_650 })
}

/// Exactly so many made-up entries of so many days.
///
/// # Panics
/// When fewer could be made.
pub(crate) fn over(count: usize, days: i32) -> Vec<Arc<Entry>> {
    let made = |a_day: u64| plausible(TODAY, days, a_day);
    // Not each day of the made-up person has as many as it might.
    let mut a_day = (count as u64 / u64::from(days.unsigned_abs())).max(2);
    let most = 8 * a_day;
    while made(a_day).entries().len() < count && a_day < most {
        a_day += a_day.div_ceil(8);
    }
    let made = made(a_day);
    let all = made.entries();
    assert!(all.len() >= count, "only {} of {count} made", all.len());
    let first = all.len() - count;
    all.iter().skip(first).cloned().map(Arc::new).collect()
}

/// A diary of these, as if it had been read from disk.
pub(crate) fn diary(entries: &[Arc<Entry>]) -> Diary {
    let entries: Vec<Entry> = entries.iter().map(|e| e.as_ref().clone()).collect();
    as_read(&entries)
}

/// A check answered to the middle: the costliest moment for the next question.
pub(crate) fn half_answered(library: &Library) -> Answers {
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
