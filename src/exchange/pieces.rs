//! Cuts a list of values into the texts of its items, so that one bad item
//! spoils only itself. Knows brackets, strings and comments, nothing else.

/// One item of a list, and the line it begins in, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) line: usize,
}

/// What is said of an item that is larger than an entry may be.
pub(super) const TOO_LARGE: &str = "it is larger than 1 MiB, the most that one entry may take";

/// What the list is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    Json,
    Ron,
}

/// The items of `[a, b]`, of `a b`, or of lines. What stands outside of any
/// item and is neither space, comma nor bracket is an item too: it will be
/// told as one that cannot be read.
///
/// Made one by one: a file may hold more of them than there is memory for.
pub(super) fn pieces(text: &str, notation: Notation) -> impl Iterator<Item = Piece<'_>> {
    let bytes = text.as_bytes();
    let (mut at, mut line) = (0, 1);
    std::iter::from_fn(move || {
        while let Some(byte) = bytes.get(at) {
            if matches!(byte, b'\n' | b' ' | b'\t' | b'\r' | b',' | b'[' | b']') {
                line += usize::from(*byte == b'\n');
                at += 1;
                continue;
            }
            let rest = bytes.get(at..).unwrap_or_default();
            let comment = comment(rest, notation);
            let length = if comment > 0 {
                comment
            } else {
                item(rest, notation).max(1)
            };
            let piece = text.get(at..at + length).map(|text| Piece { text, line });
            let passed = rest.get(..length).unwrap_or(rest);
            line += passed.split(|byte| *byte == b'\n').count() - 1;
            at += length;
            if comment == 0 && piece.is_some() {
                return piece;
            }
        }
        None
    })
}

/// How long the item is that begins here: to the bracket that closes it, or to
/// the end of a bare word.
fn item(bytes: &[u8], notation: Notation) -> usize {
    let (mut at, mut depth) = (0_usize, 0_usize);
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        let passed = comment(rest, notation).max(string(rest, notation));
        if passed > 0 {
            at += passed;
            continue;
        }
        match byte {
            b'(' | b'{' | b'[' => depth += 1,
            b')' | b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            b',' | b'\n' if depth == 0 => return at,
            _ => {}
        }
        at += 1;
    }
    at
}

/// How long the comment is that begins here; 0 if none does.
fn comment(bytes: &[u8], notation: Notation) -> usize {
    if notation == Notation::Json {
        return 0;
    }
    if bytes.starts_with(b"//") {
        return end_of(bytes, 2, b"\n");
    }
    if !bytes.starts_with(b"/*") {
        return 0;
    }
    let (mut at, mut depth) = (0, 0_usize);
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        if rest.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with(b"*/") {
            depth = depth.saturating_sub(1);
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    bytes.len()
}

/// How long the string is that begins here; 0 if none does.
fn string(bytes: &[u8], notation: Notation) -> usize {
    match bytes {
        [b'"', ..] => quoted(bytes),
        [b'r', rest @ ..] if notation == Notation::Ron => {
            let marks = rest.iter().take_while(|byte| **byte == b'#').count();
            if rest.get(marks) != Some(&b'"') {
                return 0;
            }
            let mut end = vec![b'"'];
            end.extend(std::iter::repeat_n(b'#', marks));
            end_of(bytes, marks + 2, &end)
        }
        // A character such as '"'.
        [b'\'', b'\\', _, b'\'', ..] if notation == Notation::Ron => 4,
        [b'\'', _, b'\'', ..] if notation == Notation::Ron => 3,
        _ => 0,
    }
}

fn quoted(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The place after the next `end` from `from`, or the end of all.
fn end_of(bytes: &[u8], from: usize, end: &[u8]) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let found = rest.windows(end.len().max(1)).position(|part| part == end);
    found.map_or(bytes.len(), |at| from + at + end.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, notation: Notation) -> Vec<(usize, &str)> {
        let found = pieces(text, notation);
        found.map(|piece| (piece.line, piece.text)).collect()
    }

    #[test]
    fn items_end_where_their_bracket_closes() {
        let json = "[\n{\"a\": \"}]\\\"\"},\n{\"b\": [{}]}\n]";
        assert_eq!(
            cut(json, Notation::Json),
            [(2, "{\"a\": \"}]\\\"\"}"), (3, "{\"b\": [{}]}")],
            "a list"
        );
        assert_eq!(
            cut("{}\n{}\nnull\n", Notation::Json),
            [(1, "{}"), (2, "{}"), (3, "null")],
            "lines, and something that is no entry"
        );
        let ron =
            "// a ( comment\n[\n Day(n: \")\", m: r#\"\"))\"#, /* ( /* ) */ */ c: '\"'),\n Day(),]";
        assert_eq!(
            cut(ron, Notation::Ron),
            [
                (3, "Day(n: \")\", m: r#\"\"))\"#, /* ( /* ) */ */ c: '\"')"),
                (4, "Day()")
            ],
            "comments and strings"
        );
    }

    #[test]
    fn what_is_not_closed_ends_with_the_text() {
        for text in [
            "((((", "\"abc", "Day(\"", "/* ", "r#\"x", "}}}", "\u{e4}(", "'",
        ] {
            let total: usize = pieces(text, Notation::Ron).map(|p| p.text.len()).sum();
            assert!(total <= text.len(), "{text:?}");
        }
    }
}
