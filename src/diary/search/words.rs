//! What an entry says, in words that can be searched: labels, names, dates and
//! the person's own.
//!
//! Phrases are kept once, folded to lower case without accents; an entry is a
//! list of their numbers. A hundred thousand entries then share a few thousand
//! phrases besides their notes, and a word is looked for in those.

use std::collections::HashMap;

use jiff::civil::{Date, Time};

use crate::content::Library;
use crate::diary::entry::{Check, Day, Ended, Entry, Episode, Helped, Lasted, Session};
use crate::settings::say_time;

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

/// Who is told what an entry says, field by field.
pub(super) trait Hear {
    /// The day it is about.
    fn date(&mut self, date: Date);
    /// The time it began.
    fn time(&mut self, time: Time);
    /// Words that other entries may say too, and the field they stand in.
    fn words(&mut self, field: &'static str, text: &str);
    /// Words of the person's own, hardly to be found twice.
    fn own(&mut self, field: &'static str, text: &str);
}

/// Takes what an entry says into the phrases, as their numbers.
struct Clerk<'a> {
    phrases: &'a mut Phrases,
    said: Vec<u32>,
}

impl Hear for Clerk<'_> {
    fn date(&mut self, date: Date) {
        self.said.push(self.phrases.date(date));
    }

    fn time(&mut self, time: Time) {
        let both = format!("{} {}", say_time(time, false), say_time(time, true));
        self.said.push(self.phrases.shared(&both));
    }

    fn words(&mut self, _field: &'static str, text: &str) {
        self.said.push(self.phrases.shared(text));
    }

    fn own(&mut self, _field: &'static str, text: &str) {
        self.said.push(self.phrases.own(text));
    }
}

/// The phrases of an entry.
pub(super) fn read(entry: &Entry, phrases: &mut Phrases, library: &Library) -> Box<[u32]> {
    let mut clerk = Clerk {
        phrases,
        said: Vec::with_capacity(12),
    };
    tell(entry, library, &mut clerk);
    clerk.said.into_boxed_slice()
}

/// Tells all that an entry says.
pub(super) fn tell(entry: &Entry, library: &Library, hear: &mut dyn Hear) {
    hear.date(entry.date());
    let mut teller = Teller { hear, library };
    match entry {
        Entry::Episode(episode) => teller.episode(episode),
        Entry::Session(session) => teller.session(session),
        Entry::Day(day) => teller.day(day),
        Entry::Check(check) => teller.check(check),
    }
    if entry.as_day().is_none() {
        teller.hear.time(entry.civil().time());
    }
    if !entry.note().trim().is_empty() {
        teller.hear.own("Note", entry.note());
    }
}

/// The field of what kind of entry it is.
pub(super) const KIND: &str = "Kind";

struct Teller<'a> {
    hear: &'a mut dyn Hear,
    library: &'a Library,
}

impl Teller<'_> {
    fn say(&mut self, field: &'static str, text: &str) {
        if !text.trim().is_empty() {
            self.hear.words(field, text);
        }
    }

    fn pain(&mut self, points: u8) {
        let word = match points {
            0 => "no pain",
            1..=3 => "mild",
            4..=6 => "moderate",
            7..=9 => "severe",
            _ => "worst",
        };
        self.say("Pain", &format!("pain {points} of 10, {word}"));
    }

    fn training(&mut self, training: Option<&crate::diary::entry::Training>) {
        if let Some(training) = training {
            self.say(KIND, "Training");
            self.say("Training", &training.activity);
        }
    }

    fn episode(&mut self, episode: &Episode) {
        self.say(KIND, "Cramp, attack");
        for region in &episode.regions {
            self.say("Where", region.label());
        }
        self.say("Side", episode.side.label());
        self.pain(episode.pain_peak.get());
        if episode.duration == Lasted::StillGoing {
            self.say("Lasted", "Still going");
        }
        let labels = (episode
            .quality
            .iter()
            .map(|word| ("Feels like", word.label())))
        .chain(
            episode
                .triggers
                .iter()
                .map(|word| ("Set off by", word.label())),
        )
        .chain(episode.relief.iter().map(|word| ("Eased by", word.label())))
        .chain(
            episode
                .leg_symptoms
                .iter()
                .map(|word| ("In the leg", word.label())),
        )
        .chain((episode.bowel_urine.iter()).map(|word| ("Bowel and bladder", word.label())))
        .chain(
            episode
                .fluid_heat
                .iter()
                .map(|word| ("Fluids and heat", word.label())),
        );
        for (field, label) in labels {
            self.say(field, label);
        }
        if episode.woke_me == Some(true) {
            self.say("Night", "Woke me");
        }
        if episode.period_day == Some(true) {
            self.say(KIND, "Period");
        }
        self.training(episode.training.as_ref());
        for medicine in &episode.medicines {
            self.say(KIND, "Medicine");
            self.say("Medicine", &medicine.name);
        }
        for Helped { remedy, .. } in &episode.helped {
            let library = self.library;
            let name = library.remedy(remedy).map_or(remedy.as_str(), |r| &r.name);
            self.say("Tried", name);
        }
        for tag in &episode.tags {
            self.say("Tag", tag);
        }
        if episode.stretch.is_some() {
            self.say("Eased by", "Stretched");
        }
    }

    fn session(&mut self, session: &Session) {
        self.say(KIND, "Stretch session");
        let library = self.library;
        let routine = library.routine(&session.routine);
        let name = routine.map_or(session.routine.as_str(), |routine| &routine.name);
        self.say("Routine", name);
        if let Some(dose) = library.dose(&session.plan) {
            self.say("Plan", &dose.name);
        }
        if let Some(side) = session.sore_side {
            self.say("Side", side.label());
        }
        if let Ended::Stopped(why) = session.ended {
            self.say("Ended", "Stopped early");
            self.say("Stopped by", why.label());
        }
        for feeling in &session.feelings {
            self.say("Felt", feeling.label());
        }
    }

    fn day(&mut self, day: &Day) {
        self.say(KIND, "Check-in of the day");
        if day.cramp_free {
            self.say(KIND, "No cramp that day");
        }
        if let Some(sleep) = day.sleep {
            let slept = match sleep.id() {
                "bad" => "Sleep: bad",
                "poor" => "Sleep: poor",
                "fair" => "Sleep: fair",
                _ => "Sleep: good",
            };
            self.say("Night", slept);
        }
        if day.period_day == Some(true) {
            self.say(KIND, "Period");
        }
        if day.week.is_some() {
            self.say(KIND, "Look back on the week");
        }
        if let Some(pain) = day.worst_pain {
            self.pain(pain.get());
        }
        self.training(day.training.as_ref());
    }

    fn check(&mut self, check: &Check) {
        self.say(KIND, "Check of symptoms");
        self.say("Result", check.urgency.label());
        let library = self.library;
        for fitted in &check.fitted {
            let cause = library.cause(&fitted.cause);
            let name = cause.map_or(fitted.cause.as_str(), |cause| &cause.name);
            self.say("Fits", name);
        }
    }
}
