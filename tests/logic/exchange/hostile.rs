//! Files that mean harm, or are no such files at all.

use std::io::{Cursor, Write as _};

use unclench::diary::format::format;
use unclench::exchange::{Format, read, write, zip};

use super::{episode, how, told};

/// An archive with these files.
fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = ::zip::write::SimpleFileOptions::default();
    for (name, bytes) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn names_in_an_archive_lead_nowhere() {
    let one = format(&episode(1, "a")).unwrap();
    let two = format(&episode(2, "b")).unwrap();
    let bytes = archive(&[
        ("../../escape.ron", one.as_bytes()),
        ("/etc/escape.ron", one.as_bytes()),
        ("C:/escape.ron", one.as_bytes()),
        ("diary\\..\\escape.ron", one.as_bytes()),
        ("somewhere/diary/2026/11/fine.ron", two.as_bytes()),
        ("diary/2026/11/bad.ron", b"Episode(oops"),
        ("diary/2026/11/.hidden.ron", one.as_bytes()),
        ("trash/2026/11/old.ron", one.as_bytes()),
        ("settings.ron", b"Settings()"),
        ("README.txt", b"hello"),
    ]);
    let incoming = read(Format::Zip, &bytes, &how()).unwrap();
    assert_eq!(incoming.items.len(), 1, "the one entry of the diary");
    let told = told(&incoming);
    assert_eq!(told.len(), 5, "{told:?}");
    assert_eq!(
        told.iter()
            .filter(|t| t.contains("leads out of the archive"))
            .count(),
        4,
        "{told:?}"
    );
}

#[test]
fn links_in_an_archive_are_not_followed() {
    let mut writer = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = ::zip::write::SimpleFileOptions::default();
    writer
        .add_symlink("diary/2026/11/a.ron", "/etc/passwd", options)
        .unwrap();
    let bytes = writer.finish().unwrap().into_inner();
    let incoming = read(Format::Zip, &bytes, &how()).unwrap();
    assert!(incoming.items.is_empty(), "not read");
    assert!(
        told(&incoming)[0].contains("it is a link"),
        "{:?}",
        told(&incoming)
    );
}

#[test]
fn bombs_are_put_down_early() {
    // One file that unpacks to a gigabyte: only a megabyte of it is unpacked.
    let mut bytes = Vec::new();
    for files in [1, 40] {
        let zeros = vec![b' '; 8 << 20];
        let names: Vec<String> = (0..files).map(|n| format!("diary/{n}.ron")).collect();
        let all: Vec<(&str, &[u8])> = names
            .iter()
            .map(|n| (n.as_str(), zeros.as_slice()))
            .collect();
        bytes = archive(&all);
        if files == 1 {
            let incoming = read(Format::Zip, &bytes, &how()).unwrap();
            assert!(
                told(&incoming)[0].contains("larger than"),
                "{:?}",
                told(&incoming)
            );
        }
    }
    let err = read(Format::Zip, &bytes, &how()).unwrap_err();
    assert!(err.contains("too much for an archive of its size"), "{err}");
    let packed = write(Format::Zip, &[episode(1, "a")]).unwrap();
    assert_eq!(zip::verify(&packed), Ok(1), "whole");
    let mut spoiled = packed.clone();
    let at = packed.len() / 3;
    spoiled[at] ^= 0xff;
    assert!(zip::verify(&spoiled).is_err(), "damage is seen");
}

#[test]
fn what_is_no_text_or_too_deep_is_told() {
    for (kind, bytes, expected) in [
        (Format::Csv, b"a\xff\xfe,b".to_vec(), "not UTF-8"),
        (Format::Json, vec![0; 100], "zero bytes"),
        (Format::Csv, b"".to_vec(), "it is empty"),
        (
            Format::Zip,
            b"PK\x03\x04 nothing".to_vec(),
            "not a zip archive",
        ),
    ] {
        let err = read(kind, &bytes, &how()).unwrap_err();
        assert!(err.contains(expected), "{kind:?}: {err}");
    }
    for (kind, deep) in [
        (Format::Json, "{\"a\":".repeat(200_000)),
        (Format::Ron, "A(".repeat(200_000)),
    ] {
        let incoming = read(kind, deep.as_bytes(), &how()).unwrap();
        assert_eq!(
            (incoming.items.len(), incoming.problem_count),
            (0, 1),
            "{kind:?}"
        );
    }
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain("date;min;pain;place\r\n2026-11-20 03:10;5;5;tailbone\r\n".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(
        read(Format::Csv, &utf16, &how()).unwrap().items.len(),
        1,
        "as a spreadsheet writes it"
    );
}
