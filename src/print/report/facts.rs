//! The numbers of the doctor's page, counted once over the days of its period.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::ask::Ask;
use super::flags::Flags;
use super::tallies::{self, Counts, Done, Walks};
use super::weeks::{DayTold, Spread, Weeks};
use crate::content::Library;
use crate::diary::Diary;
use crate::diary::entry::{Entry, Episode, Region};
use crate::diary::pattern::{self, DayFacts, Level, day_number};
use crate::diary::relief::Relief;
use crate::diary::stats::fisher_two_sided;

/// An entry written down later than this is late, in seconds: 48 hours.
const LATE_SECS: i64 = 48 * 3600;
/// Episodes with this peak or more are counted by themselves. The page tells the
/// number and no word for it.
pub(super) const HIGH: u8 = 7;
/// Fewer days logged than this in a half of the period are too few to compare.
const HALF: u32 = 14;
/// A chance below this is taken for a difference.
const ALPHA: f64 = 0.05;
/// The most patterns told.
pub(super) const PATTERNS: usize = 3;

/// How the first half of the period compares with the second.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Trend {
    /// Days with an episode of days logged, in the first half.
    pub before: (u32, u32),
    /// The same in the second half.
    pub after: (u32, u32),
    /// The chance of such a difference by accident; none: too few to tell.
    pub p: Option<f64>,
}

impl Trend {
    /// -1 fewer, 1 more, 0 no clear change; none: too few to tell.
    pub fn way(&self) -> Option<i8> {
        let p = self.p?;
        let rate = |(x, y): (u32, u32)| f64::from(x) / f64::from(y.max(1));
        let more = rate(self.after) > rate(self.before);
        Some(match (p < ALPHA, more) {
            (false, _) => 0,
            (true, true) => 1,
            (true, false) => -1,
        })
    }
}

/// The stretch sessions of the period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sessions {
    /// How many.
    pub count: u32,
    /// On how many days.
    pub days: u32,
    /// The pain before, where before and after were told.
    pub before: Option<Spread>,
    /// The pain after.
    pub after: Option<Spread>,
    /// How often it fell by 2 points or 30 %.
    pub relief: Relief,
}

/// Days of the period against the others: days with an episode of days logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cycle {
    /// Days of the period.
    pub with: (u32, u32),
    /// All others.
    pub without: (u32, u32),
}

/// A pattern of the diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its name.
    pub name: String,
    /// So many of so many.
    pub x: (u32, u32),
    /// What that is compared with.
    pub against: Option<(u32, u32)>,
    /// How sure it is.
    pub level: Level,
}

/// One episode in the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// All of it.
    pub episode: Episode,
    /// Written down more than 48 hours later.
    pub late: bool,
}

/// Everything the page says.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names are the headings of the page")]
pub struct Facts {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Days from the first to the last.
    pub days: u32,
    /// Days with an episode, or told to be free of one.
    pub logged: u32,
    /// Entries of every kind.
    pub entries: u32,
    pub episodes: u32,
    /// Days with an episode.
    pub attack_days: u32,
    /// Episodes written down more than 48 hours after they began.
    pub late: u32,
    /// Episodes whose start is a guess.
    pub guessed: u32,
    /// Episodes that had not ended when they were written down.
    pub open: u32,
    /// Entries dated after today: left out.
    pub ahead: u32,
    pub weeks: Weeks,
    /// In seconds.
    pub lasted: Option<Spread>,
    /// On the scale from 0 to 10.
    pub peaks: Option<Spread>,
    /// Episodes with a peak of 7 or more.
    pub high: u32,
    /// Left, right, both, middle.
    pub sides: [u32; 4],
    pub places: Vec<(Region, u32)>,
    /// Woke the person: yes, of those told.
    pub woke: (u32, u32),
    pub triggers: Counts,
    pub legs: Counts,
    pub relief: Vec<Done>,
    /// Episodes that tell of any relief.
    pub relief_told: u32,
    pub medicines: Vec<Done>,
    pub walks: Walks,
    /// None where no day of the period was ever told.
    pub cycle: Option<Cycle>,
    pub sessions: Sessions,
    pub flags: Flags,
    pub trend: Trend,
    pub patterns: Vec<Seen>,
    /// Patterns found besides.
    pub more_patterns: u32,
    /// Too few days or episodes to look for patterns.
    pub thin: bool,
    /// The episodes, oldest first.
    pub rows: Vec<Row>,
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

impl Facts {
    /// Counts what the diary says of the wanted days.
    pub fn of(diary: &Diary, library: &Library, ask: &Ask, today: Date) -> Self {
        let (first, last) = ask.span.days(diary, today);
        let days = day_number(last) - day_number(first) + 1;
        let mut facts = Self {
            first,
            last,
            days: u32::try_from(days).unwrap_or(0),
            ..Self::default()
        };
        let newer = diary.by_day().take_while(|(date, _)| *date > today);
        facts.ahead = count(newer.map(|(_, entries)| entries.len()).sum());
        let mut told: BTreeMap<Date, DayTold> = BTreeMap::new();
        let mut cases: Vec<&Episode> = Vec::new();
        let mut cycle = Cycle::default();
        let mut last_period: Option<i32> = None;
        let mut sessions = Vec::new();
        let in_period: Vec<_> = diary
            .by_day()
            .skip_while(|(date, _)| *date > last)
            .take_while(|(date, _)| *date >= first)
            .collect();
        for (date, entries) in in_period.into_iter().rev() {
            let mut day = DayFacts::default();
            let mut one = DayTold::default();
            for entry in entries {
                day.take(entry);
                match &**entry {
                    Entry::Episode(episode) => {
                        one.peaks.push(f64::from(episode.pain_peak.get()));
                        facts.flags.episode(episode, date);
                        cases.push(episode);
                    }
                    Entry::Session(session) => sessions.push(&**session),
                    Entry::Check(check) => facts.flags.check(check, library),
                    Entry::Day(_) => {}
                }
            }
            facts.entries += count(entries.len());
            facts.sessions.days += u32::from(entries.iter().any(|e| e.as_session().is_some()));
            if let Some(attack) = day.attack() {
                one.logged = true;
                facts.logged += 1;
                facts.attack_days += u32::from(attack);
                let half = if day_number(date) - day_number(first) < days / 2 {
                    &mut facts.trend.before
                } else {
                    &mut facts.trend.after
                };
                add(half, attack);
                let side = if day.period {
                    &mut cycle.with
                } else {
                    &mut cycle.without
                };
                add(side, attack);
            }
            if day.period {
                let now = day_number(date);
                one.period_began = last_period.is_none_or(|before| now - before > 10);
                last_period = Some(now);
            }
            told.insert(date, one);
        }
        facts.cycle = last_period.map(|_| cycle).filter(|_| ask.cycle);
        facts.weeks = Weeks::of(first, last, &told);
        facts.count_sessions(&sessions);
        facts.count_cases(&cases, ask);
        facts.compare();
        facts.look_for_patterns(diary, library, ask, today);
        facts
    }

    fn count_cases(&mut self, cases: &[&Episode], ask: &Ask) {
        self.episodes = count(cases.len());
        let of = |so: &dyn Fn(&&&Episode) -> bool| count(cases.iter().filter(so).count());
        self.guessed = of(&|e| e.about);
        self.open = of(&|e| e.duration.seconds().is_none());
        self.high = of(&|e| e.pain_peak.get() >= HIGH);
        self.woke = (
            of(&|e| e.woke_me == Some(true)),
            of(&|e| e.woke_me.is_some()),
        );
        let seconds = cases.iter().filter_map(|e| e.duration.seconds());
        self.lasted = Spread::of(&seconds.map(f64::from).collect::<Vec<_>>());
        let peaks = cases.iter().map(|e| f64::from(e.pain_peak.get()));
        self.peaks = Spread::of(&peaks.collect::<Vec<_>>());
        self.sides = tallies::sides(cases);
        let mut places: BTreeMap<Region, u32> = BTreeMap::new();
        for episode in cases {
            let mut felt = episode.regions.clone();
            felt.sort_unstable();
            felt.dedup();
            for region in felt {
                *places.entry(region).or_default() += 1;
            }
        }
        self.places = places.into_iter().collect();
        self.places.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        self.triggers = Counts::triggers(cases);
        self.legs = Counts::legs(cases);
        (self.relief, self.relief_told) = tallies::relief(cases);
        if ask.medicines {
            self.medicines = tallies::medicines(cases);
        }
        self.walks = tallies::walks(cases, ask.units);
        for episode in cases {
            let started = episode.started_at.instant().as_second();
            let late = episode.logged_at.instant().as_second() - started > LATE_SECS;
            self.late += u32::from(late);
            self.rows.push(Row {
                episode: (*episode).clone(),
                late,
            });
        }
    }

    fn count_sessions(&mut self, sessions: &[&crate::diary::entry::Session]) {
        let both = sessions.iter().filter_map(|s| {
            let (before, after) = (s.pain_before?.get(), s.pain_after?.get());
            (before > 0).then_some((f64::from(before), f64::from(after)))
        });
        let (before, after): (Vec<f64>, Vec<f64>) = both.unzip();
        self.sessions.count = count(sessions.len());
        self.sessions.before = Spread::of(&before);
        self.sessions.after = Spread::of(&after);
        self.sessions.relief = Relief::of(sessions.iter().copied());
    }

    fn compare(&mut self) {
        let Trend { before, after, .. } = self.trend;
        let enough = before.1 >= HALF && after.1 >= HALF;
        self.trend.p = enough.then(|| fisher_two_sided(before.0, before.1, after.0, after.1));
    }

    /// Patterns look at the last year, whatever the period.
    fn look_for_patterns(&mut self, diary: &Diary, library: &Library, ask: &Ask, today: Date) {
        let patterns = pattern::find(diary, library, today);
        self.thin = patterns.is_thin();
        // Red flags have a place of their own; what is left out stays out.
        let is_told = |id: &str| match id {
            "P19" => false,
            "P06" => ask.cycle,
            "P13" => ask.medicines,
            _ => true,
        };
        let shown: Vec<_> = patterns.shown().filter(|f| is_told(&f.id)).collect();
        self.more_patterns = count(shown.len().saturating_sub(PATTERNS));
        self.patterns = shown
            .into_iter()
            .take(PATTERNS)
            .filter_map(|found| {
                Some(Seen {
                    name: match clinical(&found.id) {
                        Some(name) => name.to_owned(),
                        None => library.pattern(&found.id)?.name.clone(),
                    },
                    x: (found.x, found.y),
                    against: found.against,
                    level: found.level,
                })
            })
            .collect();
    }
}

fn add(of: &mut (u32, u32), attack: bool) {
    *of = (of.0 + u32::from(attack), of.1 + 1);
}

/// What a pattern counts, in the words of a clinic.
fn clinical(id: &str) -> Option<&'static str> {
    Some(match id {
        "P01" => "Rectal, over within 30 min",
        "P02" => "Rectal, longer than 30 min",
        "P03" => "Onset between 23:00 and 06:00",
        "P04" => "Set off by walking, eased by standing still",
        "P05" => "Walking or standing, eased by sitting or bending",
        "P06" => "Days around the start of the period",
        "P07" => "Days of training or the day after",
        "P08" => "After a jump in training load",
        "P09" => "Days of long sitting",
        "P10" => "Radiating below the knee, one side",
        "P11" => "Alternating sides: left",
        "P12" => "With heat, sweating or fluid loss",
        "P13" => "Days since a new medicine",
        "P14" => "At maximal effort",
        "P15" => "With micturition or intercourse",
        "P16" => "Days with a cramp, last week",
        "P17" => "Pain at least 1 point lower after stretching",
        "P18" => "Days with a cramp, last four weeks",
        _ => return None,
    })
}
