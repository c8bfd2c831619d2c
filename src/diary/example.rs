//! Diaries made up: the example that one may look around in, and those of the
//! tests.
//!
//! Days are told by how many days ago they were. What is made is what the program
//! itself would write. Nothing here touches a file.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diary::Diary;
use crate::diary::entry::{
    Check, Day, Ended, Entry, EntryId, Episode, Intensity, Lasted, Region, Required, Schema,
    Session, Side, SideDone, Training, WeekLook,
};
use crate::diary::format::Seal;
use crate::diary::found::{Scan, Version};
use crate::diary::when::When;
use crate::job::Report;
use crate::triage::{Answer, Answers, Urgency};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// The day that a made-up diary ends on unless another is named.
pub const TODAY: Date = Date::constant(2026, 11, 23);

/// A diary of these entries, as if it had been read from disk.
pub fn as_read(entries: &[Entry]) -> Diary {
    let found = entries.iter().enumerate().map(|(at, entry)| Version {
        path: PathBuf::from(format!("diary/{at}.ron")).into(),
        entry: Arc::new(entry.clone()),
        seal: Seal::Whole,
    });
    let mut diary = Diary::new();
    diary.receive(Report::Found(Scan {
        found: found.collect(),
        ..Scan::default()
    }));
    diary
}

/// An intensity; more than 10 is 10.
pub fn pain(points: u8) -> Intensity {
    Intensity::new(points).unwrap_or(Intensity::MAX)
}

/// A diary that is being made.
#[derive(Clone, Debug)]
pub struct Simulated {
    entries: Vec<Entry>,
    today: Date,
}

impl Default for Simulated {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            today: TODAY,
        }
    }
}

impl Simulated {
    /// An empty diary on another day than that of the tests.
    pub fn on(today: Date) -> Self {
        Self {
            today,
            ..Self::default()
        }
    }

    /// The date so many days ago.
    pub fn date(&self, ago: i32) -> Date {
        self.today.saturating_sub(ago.days())
    }

    fn id(&self) -> EntryId {
        let n = self.entries.len();
        EntryId::parse(&format!("01a2082c-0000-7000-8000-{n:012}")).unwrap_or_default()
    }

    fn when(&self, ago: i32, hour: i8) -> When {
        let date = self.date(ago);
        When::parse(&format!("{date}T{hour:02}:10:00+00:00")).unwrap_or_default()
    }

    /// An attack of ten minutes in the left buttock, changed as wanted.
    pub fn cramp(&mut self, ago: i32, hour: i8, change: impl FnOnce(&mut Episode)) {
        let at = self.when(ago, hour);
        let required = Required {
            duration: Lasted::Seconds(600),
            regions: vec![Region::ButtockLeftMid],
            side: Side::Left,
            pain_peak: pain(5),
        };
        let mut episode = Episode::new(self.id(), at.clone(), at, required);
        change(&mut episode);
        self.entries.push(episode.into());
    }

    /// A check-in, changed as wanted.
    pub fn day(&mut self, ago: i32, change: impl FnOnce(&mut Day)) {
        let mut day = Day::new(self.id(), self.when(ago, 21), self.date(ago));
        change(&mut day);
        self.entries.push(day.into());
    }

    /// A stretch with the pain before and after.
    pub fn stretch(&mut self, ago: i32, hour: i8, before: u8, after: u8) {
        let at = self.when(ago, hour);
        let mut session = Session::new(self.id(), at.clone(), at, "figure_four", Ended::Finished);
        session.pain_before = Some(pain(before));
        session.pain_after = Some(pain(after));
        self.entries.push(session.into());
    }

    /// The last stretch was held so many seconds on each side, in two rounds.
    fn held(&mut self, held_secs: u32) {
        let done = SideDone {
            rounds: 2,
            held_secs,
        };
        if let Some(Entry::Session(session)) = self.entries.last_mut() {
            session.left = done;
            session.right = done;
        }
    }

    /// A kept check with these answers.
    pub fn check(&mut self, ago: i32, answers: &[(&str, Answer)]) {
        let answers: Answers = answers
            .iter()
            .map(|(id, answer)| ((*id).to_owned(), answer.clone()))
            .collect();
        self.entries.push(Entry::from(Check {
            schema: Schema,
            id: self.id(),
            logged_at: self.when(ago, 20),
            edited_at: None,
            urgency: Urgency::SelfCare,
            content: String::new(),
            answers,
            fitted: Vec::new(),
            undecided: false,
            note: String::new(),
        }));
    }

    /// "No cramp" on each of the last `days` days that has no attack.
    #[must_use]
    pub fn free_days(mut self, days: i32) -> Self {
        for ago in 0..days {
            let date = self.date(ago);
            let attacked = self
                .entries
                .iter()
                .any(|e| e.as_episode().is_some() && e.date() == date);
            if !attacked {
                self.day(ago, |day| day.cramp_free = true);
            }
        }
        self
    }

    /// Only the entries for which this is so.
    #[must_use]
    pub fn only(mut self, mut keep: impl FnMut(&Entry) -> bool) -> Self {
        self.entries.retain(|entry| keep(entry));
        self
    }

    /// The same with `gap` days put in that nobody logged: what was more than
    /// `ago` days ago is that much longer ago.
    #[must_use]
    pub fn with_gap(mut self, ago: i32, gap: i32) -> Self {
        let from = self.date(ago);
        let earlier = |when: &When| {
            let civil = when.civil().saturating_sub(gap.days());
            When::parse(&format!("{civil}+00:00")).unwrap_or_default()
        };
        for entry in self.entries.iter_mut().filter(|e| e.date() <= from) {
            match entry {
                Entry::Episode(episode) => {
                    episode.started_at = earlier(&episode.started_at);
                    episode.logged_at = earlier(&episode.logged_at);
                }
                Entry::Session(session) => session.started_at = earlier(&session.started_at),
                Entry::Day(day) => day.date = day.date.saturating_sub(gap.days()),
                Entry::Check(_) => {}
            }
        }
        self
    }

    /// What was made.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The diary as if it had been read from disk.
    pub fn diary(&self) -> Diary {
        as_read(&self.entries)
    }
}

/// Training of an hour.
pub fn training(effort: u8) -> Training {
    Training {
        activity: "cycling".to_owned(),
        minutes: 60,
        effort: Some(pain(effort)),
    }
}

/// Chance that is the same at each run (a linear congruential generator).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The same seed throws the same numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to below `sides`.
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides.max(1)
    }

    /// True so many times in a hundred.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.roll(100) < percent
    }
}

/// A week looked back on that gets a little better over the months, up and down.
fn look_back(ago: i32, days: i32) -> WeekLook {
    let week = ago / 7;
    let points = |base: i32, every: i32| {
        let now = base + 4 * ago / days.max(1) + (week * every) % 3 - 1;
        pain(u8::try_from(now.clamp(0, 10)).unwrap_or(0))
    };
    WeekLook {
        pain: points(3, 2),
        enjoyment: points(2, 1),
        activity: points(1, 2),
    }
}

/// The diary of somebody who sits a lot: `days` days up to today, with gaps,
/// long days at the desk that end in a deep cramp on the left, training twice
/// a week, and a stretch that helps. `a_day` attacks on a bad day.
pub fn plausible(today: Date, days: i32, a_day: u64) -> Simulated {
    use crate::diary::entry::{Helped, Relief, Sleep, StretchDone, Trigger};
    let mut sim = Simulated::on(today);
    let mut dice = Dice::new(7);
    let holiday = days / 3;
    for ago in (0..days).rev() {
        if (holiday..holiday + 9).contains(&ago) || dice.chance(9) {
            continue; // not logged
        }
        let at_desk = ago % 7 != 0 && ago % 7 != 1;
        let sat = if at_desk {
            300 + dice.roll(300)
        } else {
            90 + dice.roll(150)
        } as u16;
        let trained = ago % 7 == 2 || ago % 7 == 5;
        let bad = dice.chance(if sat > 420 { 62 } else { 18 });
        if bad {
            // It gets a little better over the months.
            let ease = 2 - (2 * ago / days.max(1)).min(2);
            for _ in 0..=dice.roll(a_day) {
                let peak = (4 + dice.roll(5) as i32 - ease).clamp(1, 10) as u8;
                let hours = [8, 11, 15, 17, 18, 21, 3];
                let hour = hours.get(dice.roll(7) as usize).copied().unwrap_or(9);
                let (heat, tingle) = (dice.chance(30), dice.chance(12));
                let (minutes, stretched) = (3 + dice.roll(22), dice.chance(55));
                let drop = (1 + dice.roll(4)) as u8;
                sim.cramp(ago, hour, |e| {
                    e.duration = Lasted::Seconds(60 * minutes as u32);
                    e.regions = vec![Region::ButtockLeftDeep];
                    if minutes > 15 {
                        e.regions.push(Region::ThighBackLeft);
                    }
                    if tingle {
                        e.regions.push(Region::ButtockLeftUpper);
                    }
                    e.pain_peak = pain(peak);
                    e.triggers = vec![if sat > 420 {
                        Trigger::Sitting
                    } else {
                        Trigger::StandingUp
                    }];
                    e.sitting_before_min = (sat > 300).then_some(60 + (minutes as u16) * 2);
                    e.relief_after_min = Some((minutes / 2).max(1) as u16);
                    if stretched {
                        e.relief = vec![Relief::Stretched];
                        e.stretch = Some(StretchDone {
                            rounds: 4,
                            level: "1b".to_owned(),
                            pain_before: Some(pain(peak)),
                            pain_after: Some(pain(peak.saturating_sub(drop))),
                            stopped: None,
                        });
                    } else {
                        e.relief = vec![if heat { Relief::Heat } else { Relief::Walked }];
                    }
                    if heat {
                        e.helped = vec![Helped {
                            remedy: "moist_heat".to_owned(),
                            score: pain(3 + drop),
                        }];
                    }
                });
            }
        }
        let good_night = dice.chance(70);
        sim.day(ago, |day| {
            day.cramp_free = !bad;
            day.sitting_min = Some(sat);
            day.training = trained.then(|| training(6));
            day.sleep = Some(if good_night { Sleep::Good } else { Sleep::Poor });
            day.week = (ago % 7 == 1).then(|| look_back(ago, days));
        });
        if ago % 3 == 0 && !bad {
            sim.stretch(ago, 19, 2, 1);
            sim.held(60);
        }
    }
    sim
}
