//! Which files hold an entry, as far as known.
//!
//! Nearly every entry has one file, and there may be 100,000 of them: one set
//! of pairs takes a third of the memory of a set for each entry, and a path is
//! kept once for all who speak of it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::diary::entry::EntryId;

/// The files of entries.
#[derive(Debug, Default)]
pub(super) struct Filed(BTreeSet<(EntryId, Arc<Path>)>);

impl Filed {
    /// The files of an entry, in the order of their paths.
    pub(super) fn of(&self, id: EntryId) -> impl Iterator<Item = &Arc<Path>> {
        // No path sorts before the empty one.
        let first = (id, Arc::from(Path::new("")));
        let from_here = self.0.range(first..);
        from_here
            .take_while(move |(other, _path)| *other == id)
            .map(|(_id, path)| path)
    }

    /// Whether a file of this entry is known.
    pub(super) fn has(&self, id: EntryId) -> bool {
        self.of(id).next().is_some()
    }

    /// Notes that a file holds an entry.
    pub(super) fn put(&mut self, id: EntryId, path: Arc<Path>) {
        self.0.insert((id, path));
    }

    /// Notes that it does not any more.
    pub(super) fn remove(&mut self, id: EntryId, path: &Path) {
        self.0.remove(&(id, Arc::from(path)));
    }

    /// Forgets the files that are gone.
    pub(super) fn keep(&mut self, is_there: impl Fn(&Path) -> bool) {
        self.0.retain(|(_id, path)| is_there(path));
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(filed: &Filed, id: EntryId) -> Vec<&str> {
        filed.of(id).filter_map(|path| path.to_str()).collect()
    }

    #[test]
    fn tells_the_files_of_one_entry_only() {
        let ids = [1, 2, 3_u8].map(|n| EntryId::of_content(jiff::Timestamp::UNIX_EPOCH, &[n]));
        let mut filed = Filed::default();
        for (id, path) in [(0, "b"), (1, "d"), (1, "c"), (2, "a")] {
            filed.put(ids[id], Arc::from(Path::new(path)));
        }
        assert_eq!(paths(&filed, ids[1]), ["c", "d"], "of one entry");
        filed.remove(ids[1], Path::new("c"));
        filed.keep(|path| path != Path::new("a"));
        assert_eq!(paths(&filed, ids[1]), ["d"], "after a removal");
        assert!(!filed.has(ids[2]) && filed.has(ids[0]), "what is gone");
    }
}
