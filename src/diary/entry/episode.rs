//! One attack: when, how long, where, how bad, and what was around it.
//!
//! The fields are those of a clinician's question list; the first five are
//! required, all others may be left out.

use serde::{Deserialize, Serialize};

use super::parts::{EntryId, Intensity, Schema, is_false};
use super::words::{
    BowelUrine, FluidHeat, LegSymptom, Quality, Region, Relief, Side, StopReason, Trigger,
};
use crate::diary::when::When;

/// How long an attack lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lasted {
    /// So many seconds, up to 30 days.
    Seconds(u32),
    /// It had not ended when this was written.
    StillGoing,
}

impl Lasted {
    /// The seconds, if it has ended.
    pub const fn seconds(self) -> Option<u32> {
        match self {
            Self::Seconds(seconds) => Some(seconds),
            Self::StillGoing => None,
        }
    }
}

/// The pain at one moment of an attack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Sample", deny_unknown_fields)]
pub struct Sample {
    /// Seconds since the attack began.
    pub after_secs: u32,
    /// The pain then.
    pub pain: Intensity,
}

/// Training on the day of an attack or of a check-in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Training", deny_unknown_fields)]
pub struct Training {
    /// What it was, in the person's words.
    pub activity: String,
    /// Minutes.
    pub minutes: u16,
    /// Effort, 0 to 10. Minutes times effort is the session load.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<Intensity>,
}

/// A medicine, by the name the person gives it. Never a dose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Medicine", deny_unknown_fields)]
pub struct Medicine {
    /// Its name.
    pub name: String,
    /// Whether it was taken.
    pub taken: bool,
}

/// How much one remedy helped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Helped", deny_unknown_fields)]
pub struct Helped {
    /// The id of a remedy of the guide, or the person's own word.
    pub remedy: String,
    /// 0 not at all, 10 completely.
    pub score: Intensity,
}

/// The stretch done during an attack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "StretchDone", deny_unknown_fields)]
pub struct StretchDone {
    /// Holds done, both sides together.
    pub rounds: u8,
    /// The level of the routine, such as `1b`.
    pub level: String,
    /// Pain before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_before: Option<Intensity>,
    /// Pain after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_after: Option<Intensity>,
    /// Why it was stopped early, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<StopReason>,
}

/// One attack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Episode", deny_unknown_fields)]
pub struct Episode {
    /// The file format.
    #[serde(default)]
    pub schema: Schema,
    /// Names it for ever.
    #[serde(default)]
    pub id: EntryId,
    /// When it was written down.
    #[serde(default)]
    pub logged_at: When,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<When>,
    /// Required: when it began.
    pub started_at: When,
    /// Whether the start is a guess.
    #[serde(default, skip_serializing_if = "is_false")]
    pub about: bool,
    /// Required: how long it lasted.
    pub duration: Lasted,
    /// Required: where it was felt, at least one place.
    pub regions: Vec<Region>,
    /// Required: on which side.
    pub side: Side,
    /// Required: the worst pain.
    pub pain_peak: Intensity,
    /// The pain on average.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_average: Option<Intensity>,
    /// The pain from moment to moment, in the order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<Sample>,
    /// What it felt like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quality: Vec<Quality>,
    /// What set it off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<Trigger>,
    /// Minutes sat in the two hours before, 0 to 120.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting_before_min: Option<u16>,
    /// Meters walked until it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk_distance_m: Option<u32>,
    /// Minutes walked until it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk_time_min: Option<u16>,
    /// Whether the walk went uphill.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub walk_uphill: Option<bool>,
    /// What the person did about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relief: Vec<Relief>,
    /// Minutes until it was clearly better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relief_after_min: Option<u16>,
    /// Whether it woke the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub woke_me: Option<bool>,
    /// What the leg did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leg_symptoms: Vec<LegSymptom>,
    /// Days since the period began; its first day is 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cycle_day: Option<u8>,
    /// Whether it was a day of the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_day: Option<bool>,
    /// What bowel and bladder did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bowel_urine: Vec<BowelUrine>,
    /// Training that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<Training>,
    /// Heat, sweat, losses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fluid_heat: Vec<FluidHeat>,
    /// Medicines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub medicines: Vec<Medicine>,
    /// How much each remedy helped.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helped: Vec<Helped>,
    /// The stretch done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stretch: Option<StretchDone>,
    /// Tags of the person's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Episode {
    /// An attack with the required fields and nothing else.
    pub fn new(id: EntryId, logged_at: When, started_at: When, required: Required) -> Self {
        Self {
            schema: Schema,
            id,
            logged_at,
            edited_at: None,
            started_at,
            about: false,
            duration: required.duration,
            regions: required.regions,
            side: required.side,
            pain_peak: required.pain_peak,
            pain_average: None,
            samples: Vec::new(),
            quality: Vec::new(),
            triggers: Vec::new(),
            sitting_before_min: None,
            walk_distance_m: None,
            walk_time_min: None,
            walk_uphill: None,
            relief: Vec::new(),
            relief_after_min: None,
            woke_me: None,
            leg_symptoms: Vec::new(),
            cycle_day: None,
            period_day: None,
            bowel_urine: Vec::new(),
            training: None,
            fluid_heat: Vec::new(),
            medicines: Vec::new(),
            helped: Vec::new(),
            stretch: None,
            tags: Vec::new(),
            note: String::new(),
        }
    }
}

/// What every episode must say besides its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Required {
    /// How long.
    pub duration: Lasted,
    /// Where, at least one place.
    pub regions: Vec<Region>,
    /// Which side.
    pub side: Side,
    /// How bad at its worst.
    pub pain_peak: Intensity,
}
