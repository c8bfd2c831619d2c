//! Finding entries again: every word they say, and what they can be narrowed to.
//!
//! The index follows the diary: entries that have not changed are not read
//! again, and new ones are read some at a time, so that no frame waits for a
//! long diary. What has been read so far can be searched meanwhile.

mod filter;
#[cfg(test)]
mod tests;
mod why;
mod words;

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

pub use self::filter::{Choice, Counts, Filter, Kind, Mark, PLACES};
use self::filter::{Facts, PlaceBits};
pub use self::why::{Reason, why};
use self::words::Phrases;
pub use self::words::fold;
use super::Diary;
use super::entry::Entry;
use crate::clock::Moment;
use crate::content::Library;

/// One entry, and what was read of it.
#[derive(Debug)]
struct Slot {
    entry: Arc<Entry>,
    read: Option<Read>,
}

#[derive(Debug)]
struct Read {
    facts: Facts,
    said: Box<[u32]>,
}

/// What can be searched.
#[derive(Debug, Default)]
pub struct Index {
    slots: Vec<Slot>,
    phrases: Phrases,
    bits: PlaceBits,
    revision: Option<u64>,
    /// Slots that were not read yet.
    unread: usize,
    /// All unread slots lie before this one.
    upto: usize,
    version: u64,
}

/// What a search found: entries by their number in the index, newest day first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The days, newest first, with how many entries of each were found.
    pub days: Vec<(Date, usize)>,
    /// The entries, day by day, the newest first.
    pub entries: Vec<u32>,
    /// What each choice of the filters has.
    pub counts: Counts,
}

impl Index {
    /// Goes up when a search may find something else than before.
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// How many entries are still to be read.
    pub const fn unread(&self) -> usize {
        self.unread
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// An entry by its number.
    pub fn entry(&self, number: u32) -> Option<&Arc<Entry>> {
        let slot = self.slots.get(usize::try_from(number).ok()?)?;
        Some(&slot.entry)
    }

    /// Takes over the entries of the diary, if it has changed: what was read of
    /// an entry that is still the same is kept.
    pub fn follow(&mut self, diary: &Diary) {
        if self.revision == Some(diary.revision()) {
            return;
        }
        self.revision = Some(diary.revision());
        self.version += 1;
        let old = std::mem::take(&mut self.slots);
        let mut old = old.into_iter().peekable();
        let mut unread = 0;
        let mut fresh = Vec::with_capacity(diary.len());
        for entry in diary.entries() {
            let is_same = |slot: &Slot| Arc::ptr_eq(&slot.entry, entry);
            let mut read = None;
            if old.peek().is_some_and(is_same) {
                read = old.next().and_then(|slot| slot.read);
            } else {
                // Both are in the order of time: older ones are gone.
                let order = entry.order();
                while old.peek().is_some_and(|slot| slot.entry.order() < order) {
                    old.next();
                }
                if old.peek().is_some_and(is_same) {
                    read = old.next().and_then(|slot| slot.read);
                }
            }
            unread += usize::from(read.is_none());
            let entry = Arc::clone(entry);
            fresh.push(Slot { entry, read });
        }
        self.slots = fresh;
        self.unread = unread;
        self.upto = self.slots.len();
    }

    /// Reads up to `most` entries that were not read yet, newest first.
    pub fn read(&mut self, most: usize, library: &Library, now: &Moment) {
        let mut left = most;
        while left > 0 && self.unread > 0 && self.upto > 0 {
            self.upto -= 1;
            let Some(slot) = self.slots.get_mut(self.upto) else {
                break;
            };
            if slot.read.is_none() {
                slot.read = Some(Read {
                    facts: Facts::of(&slot.entry, &self.bits, library, now),
                    said: words::read(&slot.entry, &mut self.phrases, library),
                });
                self.unread -= 1;
                left -= 1;
                self.version += 1;
            }
        }
    }

    /// Finds the entries that say every word of `text` and pass the filter.
    pub fn find(&self, text: &str, filter: &Filter) -> Found {
        let needles = needles(text);
        let hits: Vec<Vec<bool>> = needles
            .iter()
            .map(|needle| {
                let phrases = self.phrases.all().iter();
                phrases.map(|phrase| needle.is_in(phrase)).collect()
            })
            .collect();
        let says = |said: &[u32], hits: &[bool]| {
            said.iter()
                .any(|n| hits.get(*n as usize).copied().unwrap_or(false))
        };
        let mut counts = Counts::default();
        let mut found: Vec<(Date, u32)> = Vec::new();
        for (at, slot) in self.slots.iter().enumerate().rev() {
            let (Some(read), Ok(number)) = (&slot.read, u32::try_from(at)) else {
                continue;
            };
            if hits.iter().all(|hits| says(&read.said, hits)) && counts.add(filter, &read.facts) {
                found.push((read.facts.date, number));
            }
        }
        // By the date on the wall, which a journey may put out of order.
        found.sort_by_key(|(date, _)| Reverse(*date));
        let mut days: Vec<(Date, usize)> = Vec::new();
        for (date, _) in &found {
            match days.last_mut() {
                Some((day, count)) if day == date => *count += 1,
                _ => days.push((*date, 1)),
            }
        }
        Found {
            days,
            entries: found.into_iter().map(|(_, number)| number).collect(),
            counts,
        }
    }
}

/// A word that is looked for, folded.
struct Needle {
    word: String,
    /// A number is found at its start; once it is written to its end, as a
    /// whole.
    is_number: bool,
    is_whole: bool,
}

/// The words of a search.
fn needles(text: &str) -> Vec<Needle> {
    let open_end = !text.ends_with(char::is_whitespace);
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let last = words.len().saturating_sub(1);
    let needle = |(at, word): (usize, &&str)| Needle {
        word: (*word).to_owned(),
        is_number: word.bytes().all(|b| b.is_ascii_digit()),
        is_whole: at < last || !open_end,
    };
    words.iter().enumerate().map(needle).collect()
}

impl Needle {
    fn is_in(&self, phrase: &str) -> bool {
        self.places(phrase).next().is_some()
    }

    /// Where it stands in a folded phrase, in bytes.
    fn places<'a>(&'a self, phrase: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let found = phrase.match_indices(self.word.as_str());
        let found = found.filter(move |(at, word)| {
            if !self.is_number {
                return true;
            }
            let before = phrase.get(..*at).and_then(|text| text.chars().next_back());
            let after = phrase.get(at + word.len()..).and_then(|t| t.chars().next());
            !(is_digit(before) || self.is_whole && is_digit(after))
        });
        found.map(|(at, word)| at..at + word.len())
    }
}
