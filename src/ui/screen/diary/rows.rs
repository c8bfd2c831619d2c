//! The rows of the list: day headings and entries, newest first, as searched
//! and filtered.
//!
//! Made once for what they show, not each frame, and only as far as their
//! number: which entry a row has is looked up when it is seen.

use std::sync::Arc;

use jiff::civil::Date;

use super::small_sheet;
use crate::clock::Moment;
use crate::content::Library;
use crate::diary::Diary;
use crate::diary::entry::{Entry, Lasted};
use crate::diary::search::{Filter, Found, Index};

/// So many entries are read into the index in one frame, at most.
const SLICE: usize = 4_000;

/// One row of the list.
#[derive(Clone, Debug)]
pub(super) enum Row {
    /// The heading of a day, with how many entries follow.
    Day(Date, usize),
    /// An entry, and which of all it is, from 0: the tree of the screen reader counts so.
    Entry(Arc<Entry>, usize),
}

/// One day: its first row, its first entry among all, how many it has.
#[derive(Clone, Copy, Debug)]
struct DayRows {
    date: Date,
    row: usize,
    entry: usize,
    count: usize,
}

/// What the rows were made for.
type MadeFor = (u64, u64, String, Filter);

/// The rows for one state of the diary, one search and one filter.
#[derive(Debug, Default)]
pub(super) struct Rows {
    index: Index,
    made_for: Option<MadeFor>,
    days: Vec<DayRows>,
    /// None: all of the diary.
    found: Option<Found>,
    length: usize,
    entries: usize,
}

impl Rows {
    /// Makes the rows anew when what they depend on has changed. `counts`: the
    /// choices of the filters are shown, with how many entries each has.
    pub(super) fn update(
        &mut self,
        (diary, library, now): (&Diary, &Library, &Moment),
        text: &str,
        filter: &Filter,
        counts: bool,
    ) {
        let is_all = text.trim().is_empty() && filter.is_open() && !counts;
        if !is_all {
            self.index.follow(diary);
            self.index.read(SLICE, library, now);
        }
        let version = if is_all { 0 } else { self.index.version() };
        let wanted = (diary.revision(), version, text.to_owned(), filter.clone());
        if self.made_for.as_ref() == Some(&wanted) && self.found.is_none() == is_all {
            return;
        }
        self.made_for = Some(wanted);
        self.found = (!is_all).then(|| self.index.find(text, filter));
        self.days.clear();
        (self.length, self.entries) = (0, 0);
        let days: Vec<(Date, usize)> = match &self.found {
            Some(found) => found.days.clone(),
            None => diary
                .by_day()
                .map(|(date, all)| (date, all.len()))
                .collect(),
        };
        for (date, count) in days {
            self.push(date, count);
        }
    }

    fn push(&mut self, date: Date, count: usize) {
        self.days.push(DayRows {
            date,
            row: self.length,
            entry: self.entries,
            count,
        });
        self.length += 1 + count;
        self.entries += count;
    }

    /// How many rows there are.
    pub(super) const fn len(&self) -> usize {
        self.length
    }

    /// How many entries they hold.
    pub(super) const fn entries(&self) -> usize {
        self.entries
    }

    /// What was found, with the counts of the filters; none without a search.
    pub(super) const fn found(&self) -> Option<&Found> {
        self.found.as_ref()
    }

    /// The part of the diary that was read so far, in percent; none when it is
    /// all of it.
    pub(super) fn read_so_far(&self) -> Option<usize> {
        let (unread, all) = (self.index.unread(), self.index.len());
        (self.found.is_some() && unread > 0).then(|| 100 * (all - unread) / all.max(1))
    }

    /// One row.
    pub(super) fn row(&self, diary: &Diary, at: usize) -> Option<Row> {
        let day = self.days.partition_point(|day| day.row <= at);
        let day = self.days.get(day.checked_sub(1)?)?;
        let Some(n) = (at - day.row).checked_sub(1) else {
            return Some(Row::Day(day.date, day.count));
        };
        let entry = match &self.found {
            Some(found) => self.index.entry(*found.entries.get(day.entry + n)?)?,
            None => diary.on(day.date).get(day.count.checked_sub(1 + n)?)?,
        };
        Some(Row::Entry(Arc::clone(entry), day.entry + n))
    }
}

/// One line that says what an entry is about.
pub(super) fn headline(entry: &Entry) -> String {
    match entry {
        Entry::Episode(episode) => {
            let mut said = String::new();
            for (at, region) in episode.regions.iter().take(2).enumerate() {
                if at > 0 {
                    said.push_str(" · "); // the names have commas in them
                }
                said.push_str(region.label());
            }
            let more = episode.regions.len().saturating_sub(2);
            if more > 0 {
                said.push_str(" and ");
                said.push_str(&more.to_string());
                said.push_str(" more");
            }
            said
        }
        Entry::Session(session) => small_sheet::session_line(session),
        Entry::Day(day) if day.cramp_free => "No cramp that day".to_owned(),
        Entry::Day(_) => "Check-in of the day".to_owned(),
        Entry::Check(check) => format!("Check: {}", check.urgency.label()),
    }
}

/// A duration in words.
pub(super) fn lasted(lasted: Lasted) -> String {
    match lasted {
        Lasted::StillGoing => "still going".to_owned(),
        Lasted::Seconds(secs) if secs < 60 => format!("{secs} s"),
        Lasted::Seconds(secs) if secs < 5400 => format!("{} min", (secs + 30) / 60),
        Lasted::Seconds(secs) if secs < 172_800 => {
            let hours = (secs + 1800) / 3600;
            format!("{hours} {}", if hours == 1 { "hour" } else { "hours" })
        }
        Lasted::Seconds(secs) => format!("{} days", (secs + 43_200) / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        for (secs, said) in [
            (30, "30 s"),
            (600, "10 min"),
            (3600, "60 min"),
            (7200, "2 hours"),
            (259_200, "3 days"),
        ] {
            assert_eq!(lasted(Lasted::Seconds(secs)), said, "{secs} s");
        }
        assert_eq!(lasted(Lasted::StillGoing), "still going", "no end yet");
    }
}
