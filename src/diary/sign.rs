//! The signs of danger an attack tells of: its fields in the words of Check, the
//! one question each sign leaves open, and the rules that fire.
//!
//! An attack answers only what it truly says; `tests/logic/signs.rs` holds the
//! table of all rules.

use jiff::{SignedDuration, Timestamp};

use super::entry::{
    BowelUrine, EntryId, Episode, FluidHeat, Lasted, LegSymptom, Quality, Region, Side,
};
use crate::content::Library;
use crate::triage::{Answer, Answers, Fired, Urgency};

const DAY_SECS: u32 = 24 * 3600;
/// Where numbness is numbness of the saddle.
const SADDLE: [Region; 2] = [Region::Perineum, Region::BackPassage];
/// Places beyond the buttock that can cramp as well.
const OTHER_MUSCLES: [Region; 8] = [
    Region::CalfLeft,
    Region::CalfRight,
    Region::FootLeft,
    Region::FootRight,
    Region::ThighFrontLeft,
    Region::ThighFrontRight,
    Region::ThighBackLeft,
    Region::ThighBackRight,
];

/// What an attack says in the words of Check. Without `now` one that goes on
/// has no length yet.
pub fn answers(episode: &Episode, now: Option<Timestamp>) -> Answers {
    let mut said = Answers::new();
    let mut say = |finding: &str, option: &str| {
        said.insert(finding.to_owned(), Answer::option(option));
    };
    let felt = |regions: &[Region]| episode.regions.iter().any(|r| regions.contains(r));
    let leg = |symptom| episode.leg_symptoms.contains(&symptom);
    if leg(LegSymptom::Weak) {
        let both = episode.side == Side::Both;
        let weak = if both {
            "worsening_or_both"
        } else {
            "new_mild"
        };
        say("rf_leg_weak", weak);
    }
    if episode.quality.contains(&Quality::Numb) && felt(&SADDLE) {
        say("rf_saddle_numb", "yes");
    }
    if episode.bowel_urine.contains(&BowelUrine::Bleeding) {
        say("rf_rectal_bleed", "yes");
    }
    if episode.bowel_urine.contains(&BowelUrine::WeakStream) {
        say("rf_bladder_change", "weak_stream");
        // A weak stream is told apart today when the back or a leg joins in.
        if felt(&[Region::LowBack]) {
            say("loc_low_back", "yes");
        }
        if leg(LegSymptom::Tingle) {
            say("leg_numb_tingle", "yes");
        }
        if leg(LegSymptom::BelowKnee) {
            say("leg_radiation", "below_knee");
        }
    }
    if episode.fluid_heat.contains(&FluidHeat::GutLosses) {
        say("gut_losses", "yes");
        if felt(&OTHER_MUSCLES) {
            say("cramps_elsewhere", "yes");
        }
    }
    let over_a_day = match episode.duration {
        Lasted::Seconds(secs) => secs >= DAY_SECS,
        Lasted::StillGoing => now.is_some_and(|now| {
            let since = now.duration_since(episode.started_at.instant());
            since >= SignedDuration::from_secs(i64::from(DAY_SECS))
        }),
    };
    if over_a_day && episode.pain_peak.get() >= 8 {
        say("episode_duration", "over_24h");
        let pain = u32::from(episode.pain_peak.get());
        said.insert("pain_worst_nrs".to_owned(), Answer::Number(pain));
    }
    said
}

/// The questions of Check that an attack raises and has no field for.
pub fn open_questions(episode: &Episode) -> Vec<&'static str> {
    let leg = |symptom| episode.leg_symptoms.contains(&symptom);
    let mut ask = Vec::new();
    if leg(LegSymptom::Weak) {
        ask.push("rf_leg_weak");
    }
    let nerve = leg(LegSymptom::Tingle) || leg(LegSymptom::BelowKnee) || leg(LegSymptom::Weak);
    if nerve && episode.side == Side::Both {
        ask.push("rf_both_legs");
    }
    if episode.bowel_urine.contains(&BowelUrine::WeakStream) {
        ask.push("rf_bladder_change");
    }
    if episode.fluid_heat.contains(&FluidHeat::GutLosses) {
        ask.push("cramps_elsewhere");
    }
    ask
}

/// The signs of one attack, and what was said to the questions since.
#[derive(Clone, Debug, PartialEq)]
pub struct Signs {
    /// Which attack.
    pub episode: EntryId,
    /// What it says, and what was answered since.
    pub answers: Answers,
    /// The questions it leaves open, by id.
    pub ask: Vec<&'static str>,
    /// Those that have been answered.
    pub told: Vec<String>,
    /// The rules of red flags that fire, most urgent first.
    pub fired: Vec<Fired>,
}

impl Signs {
    /// The signs of an attack; none where there is nothing to say or to ask.
    pub fn of(episode: &Episode, library: &Library, now: Timestamp) -> Option<Self> {
        let mut signs = Self {
            episode: episode.id,
            answers: answers(episode, Some(now)),
            ask: open_questions(episode),
            told: Vec::new(),
            fired: Vec::new(),
        };
        signs.weigh(library);
        (!signs.fired.is_empty() || !signs.ask.is_empty()).then_some(signs)
    }

    /// How soon to see someone; none: no red flag.
    pub fn urgency(&self) -> Option<Urgency> {
        self.fired.first().map(|fired| fired.urgency)
    }

    /// Answers one of the questions.
    pub fn answer(&mut self, finding: &str, answer: Answer, library: &Library) {
        self.answers.insert(finding.to_owned(), answer);
        if !self.told.iter().any(|told| told == finding) {
            self.told.push(finding.to_owned());
        }
        self.weigh(library);
    }

    fn weigh(&mut self, library: &Library) {
        self.fired = library.knowledge().assess(&self.answers).fired;
        // The rules that would fire for nobody in particular are no signs.
        self.fired
            .retain(|f| library.rule(&f.rule).is_some_and(|rule| rule.red_flag));
        self.fired.sort_by_key(|f| std::cmp::Reverse(f.urgency));
    }
}
