//! The guard against formulas: a cell that a spreadsheet would run gets an
//! apostrophe in front, and loses exactly that when it is read again.

/// Whether a spreadsheet takes a text that begins so for a formula.
const fn is_active(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
    )
}

/// Whether a text must carry an apostrophe so that it is shown, or so that it
/// does not lose one of its own.
fn is_guarded(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some('\'') => chars.next().is_some_and(|c| c == '\'' || is_active(c)),
        Some(first) => is_active(first),
        None => false,
    }
}

/// A text as it is written into a cell.
pub(super) fn guarded(text: String) -> String {
    if is_guarded(&text) {
        return format!("'{text}");
    }
    text
}

/// The text of a cell.
pub(super) fn bare(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c| c == '\'' || is_active(c)) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_and_none_is_a_formula() {
        let starts = [
            "", "=", "+", "-", "@", "\t", "\r", "\n", "'", "''", "'=", "''=", "a", "＝",
        ];
        for start in starts {
            for end in ["", "1+1", "'", "=x", "cmd|' /C calc'!A0"] {
                let text = format!("{start}{end}");
                let cell = guarded(text.clone());
                assert_eq!(bare(&cell), text, "{text:?} comes back");
                assert!(!cell.starts_with(is_active), "{cell:?} is no formula");
            }
        }
        assert_eq!(bare("'tis"), "'tis", "a word stays as it is");
        assert_eq!(guarded("'tis".to_owned()), "'tis", "and is written so");
    }
}
