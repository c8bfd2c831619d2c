//! Bytes to text: UTF-8, or UTF-16 with a byte order mark, as spreadsheets
//! write it. Anything else is refused with what to do; nothing is guessed.

/// The text of a file.
///
/// # Errors
/// What is wrong and what to do, without a full stop.
pub(super) fn of(bytes: &[u8]) -> Result<String, String> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let text = std::str::from_utf8(bytes).map_err(|err| {
                let before = bytes.get(..err.valid_up_to()).unwrap_or_default();
                let line = before.split(|byte| *byte == b'\n').count();
                format!(
                    "line {line} is not UTF-8 text; open the file in the program it came from \
                     and save it as UTF-8 (“CSV UTF-8” in a spreadsheet)"
                )
            })?;
            text.to_owned()
        }
    };
    // A note may hold one; a file that is no text holds many.
    if text.matches('\0').count() > text.len() / 20 {
        return Err("it is not a text file: there are zero bytes in it".to_owned());
    }
    Ok(text)
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, String> {
    let wrong = || "it is not whole UTF-16 text; save it as UTF-8".to_owned();
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(wrong());
    }
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.map_err(|_source| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off_and_other_bytes_refused() {
        assert_eq!(of(b"\xef\xbb\xbfa\r\nb").unwrap(), "a\r\nb", "UTF-8");
        assert_eq!(of(b"\xff\xfea\0\xe4\0").unwrap(), "aä", "UTF-16, little");
        assert_eq!(of(b"\xfe\xff\0a\0\xe4").unwrap(), "aä", "UTF-16, big");
        for bytes in [&b"a\nB\xe4r"[..], b"\xff\xfea", b"\xff\xfe\0\xd8", b"a\0b"] {
            assert!(of(bytes).is_err(), "{bytes:?}");
        }
        assert!(of(b"a\nB\xe4r").unwrap_err().contains("line 2"), "where");
    }
}
