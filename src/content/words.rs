//! How the guide speaks: which words and characters a text may have, how long
//! it may be.

use super::file::File;
use super::problem::Problem;

/// Words that judge, promise or belittle, with what to write instead.
const BANNED: [(&str, &str); 4] = [
    ("diagnosis", "say what it may be, and who can tell"),
    ("simply", "leave it out"),
    ("just", "leave it out, or say “only”"),
    ("normal", "say “usual”, or what it is"),
];

/// The shortest and the longest a text may be, in characters.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=420;

/// Checks one text; `shown` finds its line in the file.
pub(super) fn check(file: File<'_>, text: &str, problems: &mut Vec<Problem>) {
    let mut complain = |message: String| problems.push(file.problem(start(text), message));
    let length = text.chars().count();
    if !LENGTH.contains(&length) {
        complain(format!(
            "a text of {length} characters: {} to {} fit; split it in two",
            LENGTH.start(),
            LENGTH.end()
        ));
    }
    if text.trim() != text || text.contains("  ") {
        complain("blanks at the start, at the end or in a row".to_owned());
    }
    if text.contains('!') {
        complain("an exclamation mark: calm words carry further".to_owned());
    }
    if let Some(odd) = text.chars().find(|c| !is_allowed(*c)) {
        complain(format!("the character {odd:?} is not in our typeface"));
    }
    let lower = text.to_lowercase();
    for word in lower.split(|c: char| !c.is_alphabetic()) {
        if let Some((_, instead)) = BANNED.iter().find(|(banned, _)| *banned == word) {
            complain(format!("the word “{word}”: {instead}"));
        }
    }
}

/// Enough of a text to find its line, up to what RON would escape.
fn start(text: &str) -> &str {
    let end = text
        .char_indices()
        .take_while(|(at, c)| *at < 40 && *c != '"' && *c != '\\')
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8());
    text.get(..end).unwrap_or_default()
}

fn is_allowed(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{17f}' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '•' | '€')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> usize {
        let mut all = Vec::new();
        let file = File {
            path: "x.ron",
            text,
        };
        check(file, text, &mut all);
        all.len()
    }

    #[test]
    fn each_rule_bites_and_plain_text_passes() {
        assert_eq!(problems("Rest the leg – then walk a little."), 0, "plain");
        assert_eq!(problems("Rest now!"), 1, "exclamation mark");
        assert_eq!(problems("It is just a cramp."), 1, "a belittling word");
        assert_eq!(problems("Adjust the seat."), 0, "not inside a word");
        assert_eq!(problems("Sit → walk."), 1, "an arrow");
        assert_eq!(problems(" Rest."), 1, "a blank in front");
        assert_eq!(problems("x"), 1, "too short");
        assert_eq!(
            problems(&"long ".repeat(100).trim_end().replace("  ", " ")),
            1,
            "too long"
        );
    }
}
