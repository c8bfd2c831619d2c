//! What was found: levels, counts, where they lead, and how far they may move
//! the order of the guide.

use jiff::civil::Date;

use super::super::count::grouped;
use super::survey::Survey;
use super::{LEAST_CRAMPS, LEAST_DAYS, Seen, find};
use crate::content::{Library, Pattern};
use crate::diary::Diary;
use crate::diary::stats::{Interval, Ratio, ratio, wilson};
use crate::triage::{Answer, Answers, Fired, Urgency};

/// The most that the diary moves a cause in the guide, in log-odds.
const MOST_SHIFT: f32 = 1.1;
/// What a possible pattern moves, in log-odds.
const POSSIBLE_SHIFT: f32 = 0.4;

/// How sure a pattern is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Too little to look for it.
    #[default]
    Insufficient,
    /// Looked for and not seen.
    Absent,
    /// It may be there.
    Possible,
    /// It is plain in the counts.
    Clear,
}

impl Level {
    /// The level in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Insufficient => "Too few to tell",
            Self::Absent => "Not seen",
            Self::Possible => "Possible",
            Self::Clear => "Clear",
        }
    }
}

/// One pattern and what was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The id of the pattern.
    pub id: String,
    /// How sure it is.
    pub level: Level,
    /// So many …
    pub x: u32,
    /// … of so many.
    pub y: u32,
    /// What that is compared with: so many of so many.
    pub against: Option<(u32, u32)>,
    /// Where the share `x` of `y` may lie (Wilson, 95 %).
    pub interval: Interval,
    /// How many times as often, where two shares are compared.
    pub ratio: Option<Ratio>,
    /// The chance of such a count by accident, where one is quoted.
    pub p: Option<f64>,
    /// The sentence with its counts.
    pub says: String,
    /// Ids of the causes it may point to.
    pub points_to: Vec<String>,
    /// Ids of the causes it speaks against.
    pub against_causes: Vec<String>,
    /// The id of an alert to read.
    pub alert: Option<String>,
    /// How soon to see someone, if it says so.
    pub urgency: Option<Urgency>,
    /// Why it is sooner than usual.
    pub raised: Option<String>,
    /// The rules that fired on an entry (P19 alone).
    pub fired: Vec<Fired>,
    /// What Check is told.
    pub answers: Answers,
}

impl Found {
    /// The pattern of the content with what was counted for it.
    pub(super) fn of(content: &Pattern, seen: &Seen) -> Self {
        let shown = seen.level >= Level::Possible;
        let holds = |when: &Option<String>| {
            let mark = when.as_deref();
            let clear = mark == Some("clear") && seen.level == Level::Clear;
            shown && (clear || mark.is_none_or(|mark| seen.marks.contains(&mark)))
        };
        let leads = || content.leads.iter().filter(|lead| holds(&lead.when));
        let raised = content.raised.as_ref().filter(|_| shown && seen.raised);
        let usual = content.urgency.filter(|_| shown && !seen.is_assessed);
        let mut points_to: Vec<String> = Vec::new();
        for cause in leads().flat_map(|lead| &lead.to) {
            if !points_to.contains(cause) {
                points_to.push(cause.clone());
            }
        }
        let mut found = Self {
            id: content.id.clone(),
            level: seen.level,
            x: seen.x,
            y: seen.y,
            against: seen.against,
            interval: wilson(seen.x, seen.y),
            ratio: seen.against.and_then(|(a, b)| ratio(seen.x, seen.y, a, b)),
            p: seen.p,
            says: String::new(),
            points_to,
            against_causes: leads().flat_map(|lead| lead.against.clone()).collect(),
            alert: leads()
                .filter(|lead| lead.alert.is_some() && (lead.when.is_some() || raised.is_some()))
                .find_map(|lead| lead.alert.clone()),
            urgency: usual.max(raised.map(|raised| raised.urgency)),
            raised: raised.map(|raised| raised.says.clone()),
            fired: Vec::new(),
            answers: Answers::new(),
        };
        for tell in content.tells.iter().filter(|tell| holds(&tell.when)) {
            found
                .answers
                .insert(tell.on.clone(), Answer::option(&tell.is));
        }
        found.says = found.fill(&content.says, &seen.number);
        if let Some(more) = content.more.as_ref().filter(|_| seen.level == Level::Clear) {
            found.says.push(' ');
            found.says.push_str(&found.fill(more, &seen.number));
        }
        found
    }

    /// A sentence of the content with the counts in it.
    fn fill(&self, text: &str, number: &str) -> String {
        let (a, b) = self.against.unwrap_or_default();
        text.replace("{x}", &grouped(self.x))
            .replace("{y}", &grouped(self.y))
            .replace("{a}", &grouped(a))
            .replace("{b}", &grouped(b))
            .replace("{n}", number)
    }

    /// Whether it is shown.
    pub fn is_shown(&self) -> bool {
        self.level >= Level::Possible
    }

    /// What the share leaves open, in plain words.
    pub fn open(&self) -> String {
        if let Some(ratio) = self.ratio {
            let tenth = |v: f64| (v * 10.0).round() / 10.0;
            let (low, high) = (tenth(ratio.interval.low), tenth(ratio.interval.high));
            let most = if high > 20.0 {
                "more than 20".to_owned()
            } else {
                high.to_string()
            };
            return format!("With these counts it may be {low} to {most} times as often.");
        }
        let tenths = |v: f64| (v * 10.0).round().clamp(0.0, 10.0);
        let (low, high) = (tenths(self.interval.low), tenths(self.interval.high));
        if low >= high {
            format!("With these counts the true share is about {low} in 10.")
        } else {
            format!("With these counts the true share lies between about {low} and {high} in 10.")
        }
    }

    /// How much it moves the cause, in log-odds.
    fn moves(&self, cause: &str) -> f32 {
        let strength = match self.level {
            Level::Clear => MOST_SHIFT,
            Level::Possible => POSSIBLE_SHIFT,
            Level::Absent | Level::Insufficient => return 0.0,
        };
        if self.points_to.iter().any(|id| id == cause) {
            strength
        } else if self.against_causes.iter().any(|id| id == cause) {
            -strength
        } else {
            0.0
        }
    }
}

/// All that was looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patterns {
    /// Each pattern that was looked for, the most urgent and surest first.
    pub found: Vec<Found>,
    /// How many had enough to look for them.
    pub tested: usize,
    /// Attacks of the last year of the diary.
    pub cramps: u32,
    /// Days of it known to have had an attack or none (D).
    pub days: u32,
}

impl Patterns {
    pub(super) fn begin(survey: &Survey<'_>) -> Self {
        Self {
            found: Vec::new(),
            tested: 0,
            cramps: u32::try_from(survey.cases.len()).unwrap_or(u32::MAX),
            days: survey.logged,
        }
    }

    /// Too few to tell anything (P20).
    pub fn is_thin(&self) -> bool {
        self.days < LEAST_DAYS || self.cramps < LEAST_CRAMPS
    }

    /// How many more days must be logged before patterns are looked for.
    pub fn days_missing(&self) -> u32 {
        LEAST_DAYS.saturating_sub(self.days)
    }

    /// How many more attacks must be logged before patterns are looked for.
    pub fn cramps_missing(&self) -> u32 {
        LEAST_CRAMPS.saturating_sub(self.cramps)
    }

    /// The patterns that are shown.
    pub fn shown(&self) -> impl Iterator<Item = &Found> {
        self.found.iter().filter(|found| found.is_shown())
    }

    /// The pattern with this id, if it was looked for.
    pub fn get(&self, id: &str) -> Option<&Found> {
        self.found.iter().find(|found| found.id == id)
    }

    /// How far the diary moves a cause in the order of the guide, in log-odds:
    /// -1.1 to 1.1, however many patterns speak for it.
    pub fn shift(&self, cause: &str) -> f32 {
        let sum: f32 = self.found.iter().map(|found| found.moves(cause)).sum();
        sum.clamp(-MOST_SHIFT, MOST_SHIFT)
    }

    /// The causes that the diary moves up, most first, each with the patterns
    /// that speak for it.
    pub fn moved_up<'a>(&'a self, library: &'a Library) -> Vec<(&'a str, Vec<&'a Found>)> {
        let mut up: Vec<(&str, f32)> = library
            .causes()
            .iter()
            .map(|cause| (cause.id.as_str(), self.shift(&cause.id)))
            .filter(|(_, shift)| *shift > 0.0)
            .collect();
        // What is likelier before anything is known comes first among equals.
        let prior = |id: &str| library.cause(id).map_or(f32::MIN, |cause| cause.prior);
        up.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(prior(b).total_cmp(&prior(a))));
        up.into_iter()
            .map(|(id, _)| {
                let speaks = |found: &&Found| found.moves(id) > 0.0;
                (id, self.found.iter().filter(speaks).collect())
            })
            .collect()
    }

    pub(super) fn sort(&mut self) {
        self.found.sort_by(|a, b| {
            let key = |f: &Found| (f.urgency.filter(|_| f.is_shown()), f.level);
            key(b).cmp(&key(a)).then_with(|| a.id.cmp(&b.id))
        });
    }
}

/// The patterns of one revision of the diary on one day, so that they are
/// looked for once and not each frame.
#[derive(Debug, Default)]
pub struct Shelf {
    made_for: Option<(u64, Date)>,
    patterns: Patterns,
}

impl Shelf {
    /// The patterns, looked for anew when the diary or the day has changed; not
    /// while the diary is still being read.
    pub fn look(&mut self, diary: &Diary, library: &Library, today: Date) -> &Patterns {
        let wanted = Some((diary.revision(), today));
        if self.made_for != wanted && diary.is_loaded() {
            self.patterns = find(diary, library, today);
            self.made_for = wanted;
        }
        &self.patterns
    }
}
