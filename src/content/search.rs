//! Finding pages by words. Case and accents do not matter; every word must
//! match the start of a word; names count more than text.

use super::Library;

/// What kind of page was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitKind {
    /// A cause.
    Cause,
    /// A must-not-miss condition.
    Alert,
    /// A remedy.
    Remedy,
}

/// A page that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What kind of page.
    pub kind: HitKind,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A line about it.
    pub snippet: String,
    /// How well it fits; higher is better.
    pub score: u32,
}

/// One page, its words folded once.
#[derive(Debug)]
struct Page {
    hit: Hit,
    name: Vec<String>,
    text: Vec<String>,
}

/// All pages, ready to be searched.
#[derive(Debug, Default)]
pub(super) struct Index {
    pages: Vec<Page>,
}

fn folded(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| w.chars().map(plain).collect())
        .collect()
}

/// The letter without its accent.
fn plain(c: char) -> char {
    match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        other => other,
    }
}

impl Index {
    /// Folds every page of a library.
    pub(super) fn of(library: &Library) -> Self {
        let mut index = Self::default();
        for c in library.causes() {
            let mut text = vec![c.place.as_str(), &c.summary.text, &c.lasts.text];
            let lists = [&c.feels, &c.why, &c.sets_off, &c.unknown];
            text.extend(lists.into_iter().flatten().map(|x| x.text.as_str()));
            text.extend(c.helps.iter().map(|h| h.claim.text.as_str()));
            text.extend(c.see.iter().map(|s| s.text.as_str()));
            let name = format!("{} {}", c.name, c.also.join(" "));
            index.add(HitKind::Cause, &c.id, &c.name, &c.place, &name, &text);
        }
        for a in library.alerts() {
            let mut text = vec![a.summary.text.as_str(), &a.act.text];
            text.extend(a.signs.iter().chain(&a.why).map(|x| x.text.as_str()));
            index.add(
                HitKind::Alert,
                &a.id,
                &a.name,
                &a.summary.text,
                &a.name,
                &text,
            );
        }
        for r in library.remedies() {
            let lists = [&r.how, &r.evidence, &r.avoid];
            let mut text = vec![r.summary.text.as_str()];
            text.extend(lists.into_iter().flatten().map(|x| x.text.as_str()));
            index.add(
                HitKind::Remedy,
                &r.id,
                &r.name,
                &r.summary.text,
                &r.name,
                &text,
            );
        }
        index
    }

    fn add(&mut self, kind: HitKind, id: &str, title: &str, line: &str, name: &str, text: &[&str]) {
        self.pages.push(Page {
            hit: Hit {
                kind,
                id: id.to_owned(),
                title: title.to_owned(),
                snippet: line.to_owned(),
                score: 0,
            },
            name: folded(name),
            text: folded(&text.join(" ")),
        });
    }

    /// The pages that hold every word, best first.
    pub(super) fn find(&self, text: &str) -> Vec<Hit> {
        let wanted = folded(text);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<Hit> = self
            .pages
            .iter()
            .filter_map(|page| {
                let score = wanted
                    .iter()
                    .map(|w| page.score(w))
                    .try_fold(0, |sum, s| (s > 0).then_some(sum + s))?;
                Some(Hit {
                    score,
                    ..page.hit.clone()
                })
            })
            .collect();
        hits.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.title.cmp(&b.title)));
        hits
    }
}

impl Page {
    /// How well one word fits: names before text, whole words before starts.
    fn score(&self, word: &str) -> u32 {
        let in_name = best(&self.name, word) * 100;
        let often = self.text.iter().filter(|w| w.starts_with(word)).count();
        in_name + best(&self.text, word) * 5 + often.min(8) as u32
    }
}

fn best(words: &[String], wanted: &str) -> u32 {
    let mut best = 0;
    for word in words {
        if word == wanted {
            return 2;
        }
        if word.starts_with(wanted) {
            best = 1;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded() {
        assert_eq!(
            folded("Crème–brûlée, ÅNGSTRÖM"),
            ["creme", "brulee", "angstrom"]
        );
    }
}
