//! The rows of the list: day headings and entries, newest first, filtered.
//!
//! Made once for a revision of the diary and a search text, not each frame: the
//! list then costs what is seen, however long the diary is.

use jiff::civil::Date;

use super::small_sheet;
use crate::diary::Diary;
use crate::diary::entry::{Entry, EntryId, Lasted};

/// One row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// The heading of a day, with how many entries follow.
    Day(Date, usize),
    /// An entry.
    Entry(EntryId),
}

/// The rows for one revision and one search.
#[derive(Debug, Default)]
pub(super) struct Rows {
    made_for: Option<(u64, String)>,
    list: Vec<Row>,
    entries: usize,
}

impl Rows {
    /// Makes the rows anew when the diary or the search has changed.
    pub(super) fn update(&mut self, diary: &Diary, search: &str) {
        let search = search.trim().to_lowercase();
        let wanted = (diary.revision(), search);
        if self.made_for.as_ref() == Some(&wanted) {
            return;
        }
        let words: Vec<&str> = wanted.1.split_whitespace().collect();
        self.list.clear();
        self.entries = 0;
        for (date, entries) in diary.by_day() {
            let found: Vec<Row> = entries
                .iter()
                .rev()
                .filter(|entry| words.is_empty() || says(entry, &words))
                .map(|entry| Row::Entry(entry.id()))
                .collect();
            if !found.is_empty() {
                self.entries += found.len();
                self.list.push(Row::Day(date, found.len()));
                self.list.extend(found);
            }
        }
        self.made_for = Some(wanted);
    }

    /// The rows, newest day first.
    pub(super) fn list(&self) -> &[Row] {
        &self.list
    }

    /// How many entries they hold.
    pub(super) fn entries(&self) -> usize {
        self.entries
    }
}

fn says(entry: &Entry, words: &[&str]) -> bool {
    let text = format!(
        "{} {} {}",
        headline(entry),
        entry.note(),
        entry.civil().strftime("%Y-%m-%d %A %B")
    )
    .to_lowercase();
    words.iter().all(|word| text.contains(word))
}

/// One line that says what an entry is about.
pub(super) fn headline(entry: &Entry) -> String {
    match entry {
        Entry::Episode(episode) => {
            let mut places: Vec<&str> = Vec::new();
            for region in &episode.regions {
                places.push(region.label());
            }
            let more = places.len().saturating_sub(2);
            let mut said = places
                .iter()
                .take(2)
                .copied()
                .collect::<Vec<_>>()
                .join(", ");
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
