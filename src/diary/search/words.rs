//! What an entry says, in words that can be searched: labels, names, dates and
//! the person's own.
//!
//! Phrases are kept once, folded to lower case without accents; an entry is a
//! list of their numbers. A hundred thousand entries then share a few thousand
//! phrases besides their notes, and a word is looked for in those.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::content::Library;
use crate::diary::entry::{Check, Day, Ended, Entry, Episode, Helped, Lasted, Session};

/// Lower case, without the accents of Latin letters, sign by sign, so that a
/// part of a text is found in the folded text.
pub fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            'ñ' => 'n',
            'ý' | 'ÿ' => 'y',
            '’' => '\'',
            other => other,
        })
        .collect()
}

/// All phrases of a diary, folded.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    folded: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
    dates: HashMap<Date, u32>,
}

impl Phrases {
    /// All of them, in the order of their numbers.
    pub(super) fn all(&self) -> &[Box<str>] {
        &self.folded
    }

    /// The number of a phrase that others may say too.
    fn shared(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.own(text);
        self.numbers.insert(text.into(), number);
        number
    }

    /// The number of a text that hardly another entry has.
    fn own(&mut self, text: &str) -> u32 {
        self.folded.push(fold(text).into_boxed_str());
        u32::try_from(self.folded.len() - 1).unwrap_or(u32::MAX)
    }

    fn date(&mut self, date: Date) -> u32 {
        if let Some(number) = self.dates.get(&date) {
            return *number;
        }
        let said = date.strftime("%Y-%m-%d %A, %-d %B %Y").to_string();
        let number = self.own(&said);
        self.dates.insert(date, number);
        number
    }
}

/// Collects what one entry says.
struct Reader<'a> {
    phrases: &'a mut Phrases,
    library: &'a Library,
    said: Vec<u32>,
}

/// The phrases of an entry.
pub(super) fn read(entry: &Entry, phrases: &mut Phrases, library: &Library) -> Box<[u32]> {
    let mut reader = Reader {
        phrases,
        library,
        said: Vec::with_capacity(12),
    };
    let date = reader.phrases.date(entry.date());
    reader.said.push(date);
    match entry {
        Entry::Episode(episode) => reader.episode(episode),
        Entry::Session(session) => reader.session(session),
        Entry::Day(day) => reader.day(day),
        Entry::Check(check) => reader.check(check),
    }
    if entry.as_day().is_none() {
        reader.time(entry);
    }
    if !entry.note().trim().is_empty() {
        let note = reader.phrases.own(entry.note());
        reader.said.push(note);
    }
    reader.said.into_boxed_slice()
}

impl Reader<'_> {
    fn say(&mut self, text: &str) {
        if !text.trim().is_empty() {
            let number = self.phrases.shared(text);
            self.said.push(number);
        }
    }

    fn time(&mut self, entry: &Entry) {
        let civil = entry.civil();
        self.say(&format!("{:02}:{:02}", civil.hour(), civil.minute()));
    }

    fn pain(&mut self, points: u8) {
        let word = match points {
            0 => "no pain",
            1..=3 => "mild",
            4..=6 => "moderate",
            7..=9 => "severe",
            _ => "worst",
        };
        self.say(&format!("pain {points} of 10, {word}"));
    }

    fn training(&mut self, training: Option<&crate::diary::entry::Training>) {
        if let Some(training) = training {
            self.say("Training");
            self.say(&training.activity);
        }
    }

    fn episode(&mut self, episode: &Episode) {
        self.say("Cramp, attack");
        for region in &episode.regions {
            self.say(region.label());
        }
        self.say(episode.side.label());
        self.pain(episode.pain_peak.get());
        if episode.duration == Lasted::StillGoing {
            self.say("Still going");
        }
        let labels = (episode.quality.iter().map(|word| word.label()))
            .chain(episode.triggers.iter().map(|word| word.label()))
            .chain(episode.relief.iter().map(|word| word.label()))
            .chain(episode.leg_symptoms.iter().map(|word| word.label()))
            .chain(episode.bowel_urine.iter().map(|word| word.label()))
            .chain(episode.fluid_heat.iter().map(|word| word.label()));
        for label in labels {
            self.say(label);
        }
        if episode.woke_me == Some(true) {
            self.say("Woke me");
        }
        if episode.period_day == Some(true) {
            self.say("Period");
        }
        self.training(episode.training.as_ref());
        for medicine in &episode.medicines {
            self.say("Medicine");
            self.say(&medicine.name);
        }
        for Helped { remedy, .. } in &episode.helped {
            let library = self.library;
            let name = library.remedy(remedy).map_or(remedy.as_str(), |r| &r.name);
            self.say(name);
        }
        for tag in &episode.tags {
            self.say(tag);
        }
        if episode.stretch.is_some() {
            self.say("Stretched");
        }
    }

    fn session(&mut self, session: &Session) {
        self.say("Stretch session");
        let library = self.library;
        let routine = library.routine(&session.routine);
        self.say(routine.map_or(session.routine.as_str(), |routine| &routine.name));
        if let Some(dose) = library.dose(&session.plan) {
            self.say(&dose.name);
        }
        if let Some(side) = session.sore_side {
            self.say(side.label());
        }
        if let Ended::Stopped(why) = session.ended {
            self.say("Stopped early");
            self.say(why.label());
        }
        for feeling in &session.feelings {
            self.say(feeling.label());
        }
    }

    fn day(&mut self, day: &Day) {
        self.say("Check-in of the day");
        if day.cramp_free {
            self.say("No cramp that day");
        }
        if let Some(sleep) = day.sleep {
            self.say(match sleep.id() {
                "bad" => "Sleep: bad",
                "poor" => "Sleep: poor",
                "fair" => "Sleep: fair",
                _ => "Sleep: good",
            });
        }
        if day.period_day == Some(true) {
            self.say("Period");
        }
        if day.week.is_some() {
            self.say("Look back on the week");
        }
        if let Some(pain) = day.worst_pain {
            self.pain(pain.get());
        }
        self.training(day.training.as_ref());
    }

    fn check(&mut self, check: &Check) {
        self.say("Check of symptoms");
        self.say(check.urgency.label());
        let library = self.library;
        for fitted in &check.fitted {
            let cause = library.cause(&fitted.cause);
            self.say(cause.map_or(fitted.cause.as_str(), |cause| &cause.name));
        }
    }
}
