//! `unclench diary verify`: everything in the folder that is not as it should
//! be, each by name and with what to do. It changes nothing.

use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{Ended, Failure, print};
use crate::diary::Diary;
use crate::diary::entry::EntryId;
use crate::diary::format::{Seal, Spot};
use crate::job::quoted;
use crate::store::Store;

/// The counts and names that are told.
#[derive(Debug, Serialize)]
struct Findings {
    entries: usize,
    trash: usize,
    damaged: Vec<DamagedFile>,
    checksum_differs: Vec<String>,
    newer: Vec<NewerFile>,
    conflicts: Vec<Conflict>,
    leftovers: Vec<String>,
    unfinished_imports: Vec<String>,
    open_to_others: Vec<String>,
    newer_store: Option<u32>,
}

#[derive(Debug, Serialize)]
struct DamagedFile {
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    reason: String,
}

#[derive(Debug, Serialize)]
struct NewerFile {
    path: String,
    schema: u32,
}

#[derive(Debug, Serialize)]
struct Conflict {
    id: EntryId,
    files: Vec<String>,
}

/// Reads everything and tells what was found.
pub(super) fn run(store: &mut Store, json: bool) -> Result<Ended, Failure> {
    let diary = super::diary::load(store);
    let findings = findings(&diary, store);
    print(|out| {
        if json {
            serde_json::to_writer_pretty(&mut *out, &findings)?;
            writeln!(out)
        } else {
            tell(&findings, out)
        }
    })?;
    let is_fine = findings.damaged.is_empty() && findings.checksum_differs.is_empty();
    Ok(if is_fine { Ended::Well } else { Ended::Found })
}

fn findings(diary: &Diary, store: &Store) -> Findings {
    let path = |path: &Path| path.to_string_lossy().into_owned();
    let files = |id: EntryId| diary.versions(id).iter();
    let is_import = |left: &&PathBuf| left.to_string_lossy().starts_with("import-");
    let (imports, leftovers): (Vec<_>, Vec<_>) = diary.leftovers().iter().partition(is_import);
    Findings {
        entries: diary.len(),
        trash: diary.trash().count(),
        damaged: diary
            .damaged()
            .map(|damaged| DamagedFile {
                path: path(&damaged.path),
                line: damaged.spot.line,
                column: damaged.spot.column,
                reason: damaged.spot.reason.clone(),
            })
            .collect(),
        checksum_differs: diary
            .unsealed()
            .flat_map(files)
            .filter(|version| version.seal == Seal::Broken)
            .map(|version| path(&version.path))
            .collect(),
        newer: diary
            .newer()
            .map(|newer| NewerFile {
                path: path(&newer.path),
                schema: newer.schema,
            })
            .collect(),
        conflicts: diary
            .conflicts()
            .map(|id| Conflict {
                id,
                files: files(id).map(|version| path(&version.path)).collect(),
            })
            .collect(),
        leftovers: leftovers.into_iter().map(|left| path(left)).collect(),
        unfinished_imports: imports.into_iter().map(|left| path(left)).collect(),
        open_to_others: store.open_to_others().iter().map(|p| path(p)).collect(),
        newer_store: diary.newer_store(),
    }
}

/// One kind of finding: how many, each by name, and what to do.
fn part(out: &mut dyn io::Write, title: &str, lines: &[String], what: &str) -> io::Result<()> {
    writeln!(out, "{title}: {}", lines.len())?;
    for line in lines {
        writeln!(out, "  {line}")?;
    }
    if !lines.is_empty() {
        writeln!(out, "  What to do: {what}")?;
    }
    Ok(())
}

/// The damaged files, each with what is wrong and where.
fn damaged(findings: &Findings) -> Vec<String> {
    findings
        .damaged
        .iter()
        .map(|file| {
            let spot = Spot {
                line: file.line,
                column: file.column,
                reason: file.reason.clone(),
            };
            format!("{}: {spot}", quoted(Path::new(&file.path)))
        })
        .collect()
}

/// The findings for people.
fn tell(findings: &Findings, out: &mut dyn io::Write) -> io::Result<()> {
    let named = |paths: &[String]| -> Vec<String> {
        paths.iter().map(|path| quoted(Path::new(path))).collect()
    };
    writeln!(out, "entries: {}", findings.entries)?;
    writeln!(out, "in the trash: {}", findings.trash)?;
    let damaged = damaged(findings);
    part(
        out,
        "damaged",
        &damaged,
        "mend it in a text editor, take it from a backup, or set it aside in the window, under \
         Diary, Files that need a look. It is kept as it is.",
    )?;
    part(
        out,
        "checksum differs",
        &named(&findings.checksum_differs),
        "it was edited outside the app, or damaged. Read the entry; saving it again puts it right.",
    )?;
    let newer: Vec<String> = findings
        .newer
        .iter()
        .map(|file| format!("{}: schema {}", quoted(Path::new(&file.path)), file.schema))
        .collect();
    part(
        out,
        "newer",
        &newer,
        "update Unclench; until then it is not written.",
    )?;
    let conflicts: Vec<String> = findings
        .conflicts
        .iter()
        .map(|conflict| format!("{}: {}", conflict.id, named(&conflict.files).join(", ")))
        .collect();
    part(
        out,
        "conflicts",
        &conflicts,
        "choose in the window, under Diary, Files that need a look. All versions are kept until \
         then.",
    )?;
    part(
        out,
        "leftovers",
        &named(&findings.leftovers),
        "nothing: a write was interrupted. What is of use is brought to light at the next start of \
         the window, the rest is removed after a week.",
    )?;
    part(
        out,
        "unfinished imports",
        &named(&findings.unfinished_imports),
        "nothing: one that is whole is finished at the next start; one that ends in .part counts \
         for nothing and is removed. Bring the file in again.",
    )?;
    part(
        out,
        "open to others",
        &named(&findings.open_to_others),
        "other people of this computer can read it. Take their right away, such as with chmod \
         go-rwx.",
    )?;
    if let Some(format) = findings.newer_store {
        writeln!(
            out,
            "the folder has the newer format {format}: nothing is written; update Unclench"
        )?;
    }
    Ok(())
}
