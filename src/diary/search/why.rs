//! Why a search found an entry: in which fields the words stand, and where.

use std::ops::Range;

use jiff::civil::{Date, Time};

use super::words::{Hear, KIND, fold, tell};
use super::{Needle, needles};
use crate::content::Library;
use crate::diary::entry::Entry;
use crate::settings::say_time;

/// So many reasons are told at most.
const MOST: usize = 3;
/// A text longer than this is cut to what stands around the word, in letters.
const LONGEST: usize = 48;
/// So much is left before the word.
const BEFORE: usize = 14;

/// A field in which words of the search stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The field: "Set off by".
    pub field: &'static str,
    /// What it says, cut to what stands around the words.
    pub said: String,
    /// Where in it the words are, in bytes, one after the other.
    pub places: Vec<Range<usize>>,
}

/// The fields of an entry in which the words of a search stand: for each word the
/// first, the person's own before the date. Nothing for an empty search.
pub fn why(entry: &Entry, text: &str, library: &Library, twelve: bool) -> Vec<Reason> {
    let needles = needles(text);
    if needles.is_empty() {
        return Vec::new();
    }
    let mut reader = Reader {
        needles: &needles,
        twelve,
        hits: Vec::new(),
    };
    tell(entry, library, &mut reader);
    let mut hits = reader.hits;
    hits.sort_by_key(Hit::rank);
    let mut told: Vec<bool> = vec![false; needles.len()];
    let mut reasons = Vec::new();
    for hit in hits {
        let is_new = hit
            .found
            .iter()
            .zip(&told)
            .any(|(at, told)| !at.is_empty() && !told);
        if !is_new || reasons.len() == MOST {
            continue;
        }
        for (told, at) in told.iter_mut().zip(&hit.found) {
            *told |= !at.is_empty();
        }
        reasons.push(hit.reason());
    }
    reasons
}

/// A text in which something was found.
struct Hit {
    field: &'static str,
    said: String,
    /// For each word of the search, where it stands.
    found: Vec<Vec<Range<usize>>>,
}

impl Hit {
    /// What others cannot say as well goes first.
    fn rank(&self) -> u8 {
        match self.field {
            "Day" => 2,
            field if field == KIND => 1,
            _ => 0,
        }
    }

    fn reason(self) -> Reason {
        let mut places: Vec<Range<usize>> = self.found.into_iter().flatten().collect();
        places.sort_by_key(|place| (place.start, place.end));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for place in places {
            match apart.last_mut() {
                Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
                _ => apart.push(place),
            }
        }
        cut(self.field, &self.said, &apart)
    }
}

/// Leaves of a long text what stands around the first word.
fn cut(field: &'static str, said: &str, places: &[Range<usize>]) -> Reason {
    let first = places.first().map_or(0, |place| place.start);
    let bounds: Vec<usize> = said.char_indices().map(|(at, _)| at).collect();
    let (from, to) = if bounds.len() <= LONGEST {
        (0, said.len())
    } else {
        let letter = bounds.partition_point(|at| *at < first);
        let from = letter.saturating_sub(BEFORE);
        let bound = |letter: usize| bounds.get(letter).copied().unwrap_or(said.len());
        (bound(from), bound(from + LONGEST))
    };
    let mut text = String::new();
    if from > 0 {
        text.push('…');
    }
    let shift = text.len();
    text.push_str(said.get(from..to).unwrap_or_default());
    if to < said.len() {
        text.push('…');
    }
    let within = |place: &Range<usize>| {
        let (start, end) = (place.start.max(from), place.end.min(to));
        (start < end).then(|| start - from + shift..end - from + shift)
    };
    Reason {
        field,
        said: text,
        places: places.iter().filter_map(within).collect(),
    }
}

struct Reader<'a> {
    needles: &'a [Needle],
    twelve: bool,
    hits: Vec<Hit>,
}

impl Reader<'_> {
    /// Looks for the words in a text; true if there is one.
    fn seek(&mut self, field: &'static str, text: &str) -> bool {
        let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let found: Vec<_> = (self.needles.iter())
            .map(|needle| places(needle, &said))
            .collect();
        let any = found.iter().any(|places| !places.is_empty());
        if any {
            self.hits.push(Hit { field, said, found });
        }
        any
    }
}

impl Hear for Reader<'_> {
    fn date(&mut self, date: Date) {
        // As it is written above the entry, or else by its numbers.
        if !self.seek("Day", &date.strftime("%A, %-d %B %Y").to_string()) {
            self.seek("Day", &date.to_string());
        }
    }

    fn time(&mut self, time: Time) {
        if !self.seek("Time", &say_time(time, self.twelve)) {
            self.seek("Time", &say_time(time, !self.twelve));
        }
    }

    fn words(&mut self, field: &'static str, text: &str) {
        self.seek(field, text);
    }

    fn own(&mut self, field: &'static str, text: &str) {
        self.seek(field, text);
    }
}

/// Where a word stands in a text, in the bytes of the text as it is written.
fn places(needle: &Needle, text: &str) -> Vec<Range<usize>> {
    // Folding may change the length of a letter: both ends are counted along.
    let (mut folded, mut ends) = (String::new(), Vec::new());
    let mut letter = [0; 4];
    for (at, c) in text.char_indices() {
        let of = fold(c.encode_utf8(&mut letter));
        ends.extend(std::iter::repeat_n((at, at + c.len_utf8()), of.len()));
        folded.push_str(&of);
    }
    let place = |found: Range<usize>| {
        let start = ends.get(found.start)?.0;
        let end = ends.get(found.end.checked_sub(1)?)?.1;
        Some(start..end)
    };
    needle.places(&folded).filter_map(place).collect()
}
