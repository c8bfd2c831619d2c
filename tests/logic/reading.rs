//! The words of Check and of the stretch: how hard they are to read.

use unclench::content::Library;
use unclench::triage::{SAFETY_NET, Urgency};

/// Syllables of an English word, counted by its groups of vowels.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |c: char| "aeiouy".contains(c);
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        let now = vowel(c);
        count += usize::from(now && !before);
        before = now;
    }
    if word.ends_with('e') && !word.ends_with("le") && count > 1 {
        count -= 1;
    }
    count.max(1)
}

/// The reading grade of a text by Flesch and Kincaid.
#[expect(clippy::cast_precision_loss, reason = "counts of words")]
fn grade(text: &str) -> f64 {
    let sentences = text
        .split(['.', '?', ':', ';'])
        .filter(|s| !s.trim().is_empty());
    let sentences = sentences.count().max(1) as f64;
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic() && c != '\'')
        .filter(|w| !w.is_empty())
        .collect();
    let count = words.len().max(1) as f64;
    let syllables: usize = words.iter().map(|w| syllables(w)).sum();
    0.39 * count / sentences + 11.8 * syllables as f64 / count - 15.59
}

#[test]
fn the_check_reads_plainly() {
    let library = Library::embedded().unwrap();
    let knowledge = library.knowledge();
    let mut all = Vec::new();
    for finding in knowledge.findings() {
        let text = format!(
            "{}. {}. {}",
            finding.ask.trim_end_matches(['?', '.']),
            finding.hint.as_deref().unwrap_or_default(),
            finding.why
        );
        let got = grade(&text);
        assert!(
            got <= 10.0,
            "{} reads at grade {got:.1}: {text}",
            finding.id
        );
        all.push(got);
    }
    for rule in library.rules() {
        all.push(grade(&rule.reason));
    }
    for urgency in Urgency::ALL {
        let advice = urgency.advice(library.region("GB"));
        let got = grade(&advice);
        assert!(got <= 9.0, "{urgency:?} reads at grade {got:.1}: {advice}");
    }
    assert!(
        grade(SAFETY_NET) <= 12.0,
        "the safety net: {:.1}",
        grade(SAFETY_NET)
    );
    #[expect(clippy::cast_precision_loss, reason = "a hundred texts")]
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    assert!(mean <= 6.0, "on the whole grade {mean:.1}");
}

#[test]
fn the_stretch_reads_plainly() {
    let library = Library::embedded().unwrap();
    let mut texts: Vec<String> = Vec::new();
    for routine in library.routines() {
        texts.push(format!("{}. {}", routine.for_whom, routine.position));
        texts.extend(routine.steps.iter().map(|step| step.detail.clone()));
        let claims = routine.safety.iter().chain(&routine.known);
        texts.extend(claims.map(|claim| claim.text.clone()));
    }
    for dose in library.doses() {
        texts.push(format!("{} {}", dose.for_whom, dose.how_often));
    }
    for check in library.gate() {
        texts.push(format!("{} {} {}", check.question, check.so, check.why));
    }
    for sign in library.stop_signs() {
        texts.push(sign.meaning.text.clone());
    }
    for text in &texts {
        let got = grade(text);
        assert!(got <= 10.0, "reads at grade {got:.1}: {text}");
    }
    #[expect(clippy::cast_precision_loss, reason = "some hundred texts")]
    let mean = texts.iter().map(|t| grade(t)).sum::<f64>() / texts.len() as f64;
    assert!(mean <= 6.0, "on the whole grade {mean:.1}");
}

#[test]
fn the_manual_reads_plainly() {
    let library = Library::embedded().unwrap();
    let mut all = Vec::new();
    for page in library.manual() {
        all.push(grade(&page.about));
        for line in &page.how {
            let got = grade(&line.so);
            assert!(got <= 10.0, "reads at grade {got:.1}: {}", line.so);
            all.push(got);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "some dozen texts")]
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    assert!(mean <= 6.0, "on the whole grade {mean:.1}");
}
