//! What an entry may hold beyond what its types say.
//!
//! Checked before anything is written and after anything is read, with the
//! same rules: what we write we can always read again. Each flaw names the
//! field, what is wrong and what is allowed.

use std::fmt;

use super::entry::{Check, Day, Entry, Episode, Lasted, Medicine, Session, SideDone, Training};
use super::when::When;
use crate::triage::Answer;

/// The longest note, in characters.
pub const NOTE_CHARS: usize = 20_000;
/// The longest tag, name or id, in characters.
pub const WORD_CHARS: usize = 100;
/// The most tags, medicines, samples and the like in one entry.
pub const LIST_ITEMS: usize = 200;
/// The most answers in one check.
pub const ANSWERS: usize = 400;
/// The longest attack: 30 days, in seconds.
pub const DURATION_SECS: u32 = 30 * 24 * 3600;
/// The years a diary may cover.
pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// One thing wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The field, as it is named on disk.
    pub field: &'static str,
    /// What is wrong and what is allowed.
    pub problem: String,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.problem)
    }
}

/// Everything wrong with an entry; empty when it may be kept.
pub fn check(entry: &Entry) -> Vec<Flaw> {
    let mut found = Flaws(Vec::new());
    if entry.id().is_missing() {
        found.add("id", "is missing".to_owned());
    }
    found.time("logged_at", entry.logged_at());
    if let Some(edited) = entry.edited_at() {
        found.time("edited_at", edited);
    }
    found.text("note", entry.note(), NOTE_CHARS);
    match entry {
        Entry::Episode(episode) => found.episode(episode),
        Entry::Session(session) => found.session(session),
        Entry::Day(day) => found.day(day),
        Entry::Check(check) => found.check(check),
    }
    found.0
}

/// All flaws in one sentence.
pub fn sentence(flaws: &[Flaw]) -> String {
    let all: Vec<String> = flaws.iter().map(ToString::to_string).collect();
    all.join("; ")
}

struct Flaws(Vec<Flaw>);

impl Flaws {
    fn add(&mut self, field: &'static str, problem: String) {
        self.0.push(Flaw { field, problem });
    }

    fn time(&mut self, field: &'static str, when: &When) {
        if when.is_missing() {
            self.add(field, "is missing".to_owned());
        } else if !YEARS.contains(&when.date().year()) {
            self.year(field, when.date().year());
        }
    }

    fn year(&mut self, field: &'static str, year: i16) {
        let (first, last) = (YEARS.start(), YEARS.end());
        self.add(
            field,
            format!("the year {year} is out of range; {first} to {last} is allowed"),
        );
    }

    fn text(&mut self, field: &'static str, text: &str, most: usize) {
        let count = text.chars().count();
        if count > most {
            self.add(
                field,
                format!("{count} characters are too many; up to {most} are allowed"),
            );
        }
    }

    /// A word that must be there.
    fn word(&mut self, field: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.add(
                field,
                "is empty; it needs at least one character".to_owned(),
            );
        }
        self.text(field, text, WORD_CHARS);
    }

    fn count(&mut self, field: &'static str, count: usize) {
        if count > LIST_ITEMS {
            self.add(
                field,
                format!("{count} items are too many; up to {LIST_ITEMS} are allowed"),
            );
        }
    }

    fn most(&mut self, field: &'static str, value: u32, most: u32) {
        if value > most {
            self.add(
                field,
                format!("{value} is too high; 0 to {most} is allowed"),
            );
        }
    }

    fn training(&mut self, training: Option<&Training>) {
        if let Some(training) = training {
            self.word("training.activity", &training.activity);
            self.most("training.minutes", training.minutes.into(), 1440);
        }
    }

    fn episode(&mut self, episode: &Episode) {
        self.time("started_at", &episode.started_at);
        if let Lasted::Seconds(seconds) = episode.duration {
            self.most("duration", seconds, DURATION_SECS);
        }
        if episode.regions.is_empty() {
            self.add("regions", "is empty; at least one is needed".to_owned());
        }
        for (field, count) in [
            ("regions", episode.regions.len()),
            ("samples", episode.samples.len()),
            ("quality", episode.quality.len()),
            ("triggers", episode.triggers.len()),
            ("relief", episode.relief.len()),
            ("leg_symptoms", episode.leg_symptoms.len()),
            ("bowel_urine", episode.bowel_urine.len()),
            ("fluid_heat", episode.fluid_heat.len()),
            ("medicines", episode.medicines.len()),
            ("helped", episode.helped.len()),
            ("tags", episode.tags.len()),
        ] {
            self.count(field, count);
        }
        for sample in &episode.samples {
            self.most("samples.after_secs", sample.after_secs, DURATION_SECS);
        }
        if !episode.samples.is_sorted_by_key(|sample| sample.after_secs) {
            self.add("samples", "must be in the order of time".to_owned());
        }
        let numbers = [
            (
                "sitting_before_min",
                episode.sitting_before_min.map(u32::from),
                120,
            ),
            ("walk_distance_m", episode.walk_distance_m, 200_000),
            ("walk_time_min", episode.walk_time_min.map(u32::from), 1440),
            (
                "relief_after_min",
                episode.relief_after_min.map(u32::from),
                43_200,
            ),
        ];
        for (field, value, most) in numbers {
            self.most(field, value.unwrap_or(0), most);
        }
        if episode
            .cycle_day
            .is_some_and(|day| !(1..=99).contains(&day))
        {
            self.add(
                "cycle_day",
                "is out of range; 1 to 99 is allowed".to_owned(),
            );
        }
        self.training(episode.training.as_ref());
        for Medicine { name, .. } in &episode.medicines {
            self.word("medicines.name", name);
        }
        for helped in &episode.helped {
            self.word("helped.remedy", &helped.remedy);
        }
        for tag in &episode.tags {
            self.word("tags", tag);
        }
        if let Some(stretch) = &episode.stretch {
            self.text("stretch.level", &stretch.level, WORD_CHARS);
        }
    }

    fn session(&mut self, session: &Session) {
        self.time("started_at", &session.started_at);
        self.word("routine", &session.routine);
        self.text("level", &session.level, WORD_CHARS);
        self.text("plan", &session.plan, WORD_CHARS);
        self.count("feelings", session.feelings.len());
        for (field, side) in [("left", session.left), ("right", session.right)] {
            let SideDone { held_secs, .. } = side;
            self.most(field, held_secs, 24 * 3600);
        }
    }

    fn day(&mut self, day: &Day) {
        if !YEARS.contains(&day.date.year()) {
            self.year("date", day.date.year());
        }
        self.most("sitting_min", day.sitting_min.unwrap_or(0).into(), 1440);
        self.most("steps", day.steps.unwrap_or(0), 200_000);
        self.training(day.training.as_ref());
    }

    fn check(&mut self, check: &Check) {
        if check.answers.len() > ANSWERS {
            let many = check.answers.len();
            self.add(
                "answers",
                format!("are {many}; up to {ANSWERS} are allowed"),
            );
        }
        self.text("content", &check.content, WORD_CHARS);
        for (question, answer) in &check.answers {
            self.text("answers", question, WORD_CHARS);
            if let Answer::Chosen(options) = answer {
                self.count("answers", options.len());
                for option in options {
                    self.text("answers", option, WORD_CHARS);
                }
            }
        }
        if check.fitted.len() > LIST_ITEMS {
            let many = check.fitted.len();
            self.add(
                "fitted",
                format!("are {many}; up to {LIST_ITEMS} are allowed"),
            );
        }
        for fitted in &check.fitted {
            self.text("fitted.cause", &fitted.cause, WORD_CHARS);
            self.most("fitted", fitted.percent.into(), 100);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diary::entry::{EntryId, Intensity, Region, Required, Sample, Side};

    fn episode() -> Episode {
        let at = When::parse("2026-11-23T03:10:00+01:00[Europe/Berlin]").unwrap();
        let required = Required {
            duration: Lasted::Seconds(240),
            regions: vec![Region::ButtockLeftDeep],
            side: Side::Left,
            pain_peak: Intensity::MAX,
        };
        let id = EntryId::parse("01a2082c-0000-7000-8000-000000000001").unwrap();
        Episode::new(id, at.clone(), at, required)
    }

    #[test]
    fn a_plain_episode_is_fine() {
        assert_eq!(check(&episode().into()), [], "no flaws");
    }

    #[test]
    fn every_flaw_names_its_field_and_what_is_allowed() {
        type Spoil = fn(&mut Episode);
        let table: [(Spoil, &str); 9] = [
            (
                |e| e.regions.clear(),
                "regions: is empty; at least one is needed",
            ),
            (
                |e| e.duration = Lasted::Seconds(DURATION_SECS + 1),
                "duration: 2592001 is too high; 0 to 2592000 is allowed",
            ),
            (
                |e| e.note = "x".repeat(20_001),
                "note: 20001 characters are too many; up to 20000 are allowed",
            ),
            (
                |e| e.sitting_before_min = Some(121),
                "sitting_before_min: 121 is too high; 0 to 120 is allowed",
            ),
            (
                |e| e.cycle_day = Some(0),
                "cycle_day: is out of range; 1 to 99 is allowed",
            ),
            (
                |e| e.tags = vec![" ".to_owned()],
                "tags: is empty; it needs at least one character",
            ),
            (|e| e.id = EntryId::default(), "id: is missing"),
            (|e| e.logged_at = When::default(), "logged_at: is missing"),
            (
                |e| e.started_at = When::parse("1812-01-01T00:00Z").unwrap(),
                "started_at: the year 1812 is out of range; 1900 to 2200 is allowed",
            ),
        ];
        for (spoil, expected) in table {
            let mut spoiled = episode();
            spoil(&mut spoiled);
            assert_eq!(sentence(&check(&spoiled.into())), expected, "one flaw");
        }
    }

    #[test]
    fn samples_keep_the_order_of_time() {
        let mut spoiled = episode();
        let pain = Intensity::MIN;
        spoiled.samples = vec![
            Sample {
                after_secs: 9,
                pain,
            },
            Sample {
                after_secs: 3,
                pain,
            },
        ];
        assert_eq!(
            sentence(&check(&spoiled.into())),
            "samples: must be in the order of time",
            "order"
        );
    }
}
