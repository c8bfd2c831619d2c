//! Entries in the order of time, and by day, kept up to date one by one.
//!
//! The list holds shared pointers, so that putting one entry into a diary of
//! 100,000 moves less than a megabyte, and nothing ever walks the whole diary.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::entry::Entry;

/// Entries, oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Timeline {
    all: Vec<Arc<Entry>>,
    days: BTreeMap<Date, Vec<Arc<Entry>>>,
}

impl Timeline {
    /// All of them, oldest first.
    pub(super) fn all(&self) -> &[Arc<Entry>] {
        &self.all
    }

    /// The entries of a day, oldest first.
    pub(super) fn day(&self, date: Date) -> &[Arc<Entry>] {
        self.days.get(&date).map_or(&[], Vec::as_slice)
    }

    /// The days that have entries, oldest first.
    pub(super) fn days(&self) -> impl DoubleEndedIterator<Item = (Date, &[Arc<Entry>])> {
        self.days
            .iter()
            .map(|(date, entries)| (*date, entries.as_slice()))
    }

    /// Puts one in its place.
    pub(super) fn insert(&mut self, entry: Arc<Entry>) {
        insert(
            self.days.entry(entry.date()).or_default(),
            Arc::clone(&entry),
        );
        insert(&mut self.all, entry);
    }

    /// Puts many in their places, in one pass.
    pub(super) fn insert_many(&mut self, entries: Vec<Arc<Entry>>) {
        if entries.len() < 8 {
            for entry in entries {
                self.insert(entry);
            }
            return;
        }
        for entry in &entries {
            insert(
                self.days.entry(entry.date()).or_default(),
                Arc::clone(entry),
            );
        }
        self.all.extend(entries);
        // Two runs that are sorted already: the sort merges them.
        self.all.sort_by_key(|entry| entry.order());
    }

    /// Takes one out.
    pub(super) fn remove(&mut self, entry: &Entry) {
        remove(&mut self.all, entry);
        let date = entry.date();
        if let Some(day) = self.days.get_mut(&date) {
            remove(day, entry);
            if day.is_empty() {
                self.days.remove(&date);
            }
        }
    }
}

fn insert(list: &mut Vec<Arc<Entry>>, entry: Arc<Entry>) {
    let order = entry.order();
    let at = list.partition_point(|other| other.order() < order);
    list.insert(at, entry);
}

fn remove(list: &mut Vec<Arc<Entry>>, entry: &Entry) {
    let order = entry.order();
    if let Ok(at) = list.binary_search_by_key(&order, |other| other.order()) {
        list.remove(at);
    }
}
