//! What several benches share: diaries of a size, in memory and on disk.

use std::path::Path;
use std::sync::Arc;

use unclench::diary::entry::Entry;
use unclench::diary::example::{TODAY, plausible};
use unclench::diary::format::format;

/// Exactly so many made-up entries, the newest ones of a long diary, spread
/// over ten years at most.
///
/// # Panics
/// When fewer could be made: a bench of fewer would flatter.
pub(crate) fn entries(count: usize) -> Vec<Arc<Entry>> {
    let a_day = (count as u64 / 1_500).max(2);
    let days = if count < 5_000 { 700 } else { 3_650 };
    let all: Vec<Arc<Entry>> = plausible(TODAY, days, a_day)
        .entries()
        .iter()
        .cloned()
        .map(Arc::new)
        .collect();
    assert!(all.len() >= count, "only {} of {count} made", all.len());
    let first = all.len() - count;
    all.into_iter().skip(first).collect()
}

/// Writes entries as the program itself would lay them out, without its care
/// for durability.
///
/// # Errors
/// When the disk says no.
pub(crate) fn lay_out(folder: &Path, entries: &[Arc<Entry>]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("store.ron"), "(format: 1)\n")?;
    for entry in entries {
        let date = entry.date();
        let month = folder.join(date.strftime("diary/%Y/%m").to_string());
        std::fs::create_dir_all(&month)?;
        let text = format(entry).map_err(std::io::Error::other)?;
        std::fs::write(month.join(format!("{date}-{}.ron", entry.id())), text)?;
    }
    Ok(())
}
