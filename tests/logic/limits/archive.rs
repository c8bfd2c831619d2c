//! What an archive may hold and unpack to.

use std::io::{Cursor, Write as _};

use unclench::diary::format::MAX_BYTES;
use unclench::exchange::{Format, MAX_ENTRIES, read, zip};

use super::{EPISODE, how};

/// An archive of `count` files, each with these bytes, packed or as they are.
fn archive(count: usize, bytes: &[u8], is_packed: bool) -> Vec<u8> {
    let mut writer = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
    let method = if is_packed {
        ::zip::CompressionMethod::Deflated
    } else {
        ::zip::CompressionMethod::Stored
    };
    let options = ::zip::write::SimpleFileOptions::default().compression_method(method);
    for n in 0..count {
        writer
            .start_file(format!("diary/{n}.ron"), options)
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A file of the size of the largest entry: packs to a thousandth, and is told
/// as damaged at its first byte.
fn large() -> Vec<u8> {
    let mut bytes = vec![b' '; MAX_BYTES];
    bytes[0] = b')';
    bytes
}

/// So many of these, packed, beside a file that no reader takes for an entry
/// and that makes the archive at least `size` bytes large: exactly that, where
/// there is room for it.
fn ballasted(count: usize, size: usize) -> Vec<u8> {
    let made = |ballast: usize| {
        let mut writer = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
        let packed = ::zip::write::SimpleFileOptions::default();
        let plain = packed.compression_method(::zip::CompressionMethod::Stored);
        let large = large();
        for n in 0..count {
            writer.start_file(format!("diary/{n}.ron"), packed).unwrap();
            writer.write_all(&large).unwrap();
        }
        writer.start_file("ballast.bin", plain).unwrap();
        writer.write_all(&vec![0xab; ballast]).unwrap();
        writer.finish().unwrap().into_inner()
    };
    let bare = made(0).len();
    assert!(bare < size, "there is room for ballast");
    let bytes = made(size - bare);
    assert_eq!(bytes.len(), size, "as large as it should be");
    bytes
}

#[test]
fn what_an_archive_unpacks_to() {
    let problems = |bytes: &[u8]| read(Format::Zip, bytes, &how()).map(|i| i.problem_count);
    let refused = |bytes: &[u8], most: &str| {
        let err = problems(bytes).unwrap_err();
        assert!(err.contains("too much for an archive of its size"), "{err}");
        assert!(err.contains(most), "{err}");
    };
    // 16 MiB are free whatever the ratio.
    let free = usize::try_from(zip::FREE_UNPACKED).unwrap() / MAX_BYTES;
    assert_eq!(problems(&archive(free, &large(), true)), Ok(free), "free");
    refused(&archive(free + 1, &large(), true), "16 MiB");
    // As they are, the ratio is one and the limit is far.
    let plain = archive(free + 1, &large(), false);
    assert_eq!(problems(&plain), Ok(free + 1), "not packed");
    // Beyond that a hundred times the size of the archive.
    let ratio = usize::try_from(zip::MAX_RATIO).unwrap();
    let count = free + 4;
    let least = (count * MAX_BYTES).div_ceil(ratio);
    assert_eq!(problems(&ballasted(count, least)), Ok(count), "the ratio");
    refused(&ballasted(count, least - 1), "19 MiB");
    // And never more than 256 MiB, however large it is.
    let most = usize::try_from(zip::MAX_UNPACKED).unwrap() / MAX_BYTES;
    let large = (most + 9) * MAX_BYTES / ratio;
    assert_eq!(problems(&ballasted(most, large)), Ok(most), "256 MiB");
    refused(&ballasted(most + 1, large), "256 MiB");
}

#[test]
fn how_many_files_an_archive_may_hold() {
    let line = |count: usize| {
        let mut bytes = b"PK\x01\x02".repeat(count);
        bytes.extend_from_slice(b"no archive");
        bytes
    };
    let err = read(Format::Zip, &line(MAX_ENTRIES), &how()).unwrap_err();
    assert!(err.contains("not a zip archive"), "at the limit: {err}");
    let err = read(Format::Zip, &line(MAX_ENTRIES + 1), &how()).unwrap_err();
    assert!(err.contains("more than 200000 entries"), "{err}");
}

#[test]
fn a_file_in_an_archive_is_no_larger_than_an_entry() {
    let text = |size: usize| {
        let (start, end) = (EPISODE, ")\n");
        let room = size - start.len() - end.len();
        start.to_owned() + end + &" ".repeat(room)
    };
    for (size, items) in [(MAX_BYTES, 1), (MAX_BYTES + 1, 0)] {
        let bytes = archive(1, text(size).as_bytes(), true);
        let incoming = read(Format::Zip, &bytes, &how()).unwrap();
        assert_eq!(
            incoming.items.len(),
            items,
            "{size}: {:?}",
            incoming.problems
        );
    }
}

#[test]
fn two_files_of_one_name_are_two_files() {
    // As no tool would write it: the same name twice.
    let entry = |note: &str| format!("{EPISODE}  note: \"{note}\",\n)\n");
    let mut bytes = archive(2, entry("a").as_bytes(), false);
    for at in 0..bytes.len() - 11 {
        if bytes[at..].starts_with(b"diary/1.ron") {
            bytes[at + 6] = b'0';
        }
    }
    let incoming = read(Format::Zip, &bytes, &how());
    // Either both are read, or the archive is refused; never one in silence.
    if let Ok(incoming) = incoming {
        assert_eq!(
            incoming.items.len() + incoming.problem_count,
            2,
            "{incoming:?}"
        );
    }
}
