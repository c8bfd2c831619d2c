//! The optional fields that are numbers, as they are written. What was not
//! touched stays exactly as it was, whatever unit it is shown in.

use super::span;
use crate::diary::entry::Episode;
use crate::settings::Units;

/// A field that is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// Minutes sat in the two hours before.
    Sat,
    /// The way walked until it began.
    Way,
    /// Minutes walked until it began.
    Walked,
    /// Minutes until it was clearly better.
    Better,
    /// The day of the cycle.
    Cycle,
    /// Minutes trained.
    Trained,
}

impl Number {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Sat,
        Self::Way,
        Self::Walked,
        Self::Better,
        Self::Cycle,
        Self::Trained,
    ];

    /// What may be written.
    pub const fn range(self) -> (u32, u32) {
        match self {
            Self::Sat => (0, 120),
            Self::Way => (0, 200_000),
            Self::Walked | Self::Trained => (0, 1440),
            Self::Better => (0, 43_200),
            Self::Cycle => (1, 99),
        }
    }

    /// The number in a text; none if it cannot be read or is out of range.
    pub fn read(self, text: &str, units: Units) -> Option<u32> {
        let text = text.trim();
        let value = match self {
            Self::Way => span::meters(text, units)?,
            Self::Cycle => text.parse().ok()?,
            Self::Sat | Self::Walked | Self::Better | Self::Trained => {
                span::seconds(text)?.div_ceil(60)
            }
        };
        let (least, most) = self.range();
        (least..=most).contains(&value).then_some(value)
    }

    /// What is wrong with a text that cannot be read.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Sat => "Write minutes from 0 to 120, or leave it empty.",
            Self::Way => "Write a distance, for example 300 m or 0.5 mi, or leave it empty.",
            Self::Walked => "Write how long you walked, for example 12 min, or leave it empty.",
            Self::Better => "Write how long it took, for example 5 min, or leave it empty.",
            Self::Cycle => "Write a day from 1 to 99, or leave it empty.",
            Self::Trained => "Write how long you trained, for example 45 min, or leave it empty.",
        }
    }
}

/// One field: its text, and the text and number it had at first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Written {
    text: String,
    first: String,
    value: Option<u32>,
}

/// All of these fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    sat: Written,
    way: Written,
    walked: Written,
    better: Written,
    cycle: Written,
    trained: Written,
}

impl Numbers {
    /// As an episode has them.
    pub fn of(episode: &Episode, units: Units) -> Self {
        let mut all = Self::default();
        for number in Number::ALL {
            let value = match number {
                Number::Sat => episode.sitting_before_min.map(u32::from),
                Number::Way => episode.walk_distance_m,
                Number::Walked => episode.walk_time_min.map(u32::from),
                Number::Better => episode.relief_after_min.map(u32::from),
                Number::Cycle => episode.cycle_day.map(u32::from),
                Number::Trained => episode.training.as_ref().map(|t| t.minutes.into()),
            };
            let text = value.map_or_else(String::new, |value| match number {
                Number::Way => span::say_meters(value, units),
                Number::Cycle => value.to_string(),
                Number::Sat | Number::Walked | Number::Better | Number::Trained => {
                    span::say_seconds(value.saturating_mul(60))
                }
            });
            *all.field_mut(number) = Written {
                first: text.clone(),
                text,
                value,
            };
        }
        all
    }

    const fn field(&self, number: Number) -> &Written {
        match number {
            Number::Sat => &self.sat,
            Number::Way => &self.way,
            Number::Walked => &self.walked,
            Number::Better => &self.better,
            Number::Cycle => &self.cycle,
            Number::Trained => &self.trained,
        }
    }

    const fn field_mut(&mut self, number: Number) -> &mut Written {
        match number {
            Number::Sat => &mut self.sat,
            Number::Way => &mut self.way,
            Number::Walked => &mut self.walked,
            Number::Better => &mut self.better,
            Number::Cycle => &mut self.cycle,
            Number::Trained => &mut self.trained,
        }
    }

    /// The text of a field, to be written into.
    pub const fn text(&mut self, number: Number) -> &mut String {
        &mut self.field_mut(number).text
    }

    /// What is written there.
    pub fn shown(&self, number: Number) -> &str {
        self.field(number).text.trim()
    }

    /// The number; none where nothing or nothing readable is written.
    pub fn value(&self, number: Number, units: Units) -> Option<u32> {
        let written = self.field(number);
        if written.text == written.first {
            return written.value;
        }
        number.read(&written.text, units)
    }

    /// Whether something is written that cannot be read.
    pub fn is_wrong(&self, number: Number, units: Units) -> bool {
        !self.shown(number).is_empty() && self.value(number, units).is_none()
    }

    /// Minutes trained; 0 where none are told.
    pub fn minutes_trained(&self) -> u16 {
        let minutes = self.value(Number::Trained, Units::Metric).unwrap_or(0);
        u16::try_from(minutes).unwrap_or(0)
    }

    /// Writes them into an episode, training apart.
    pub fn write(&self, episode: &mut Episode, units: Units) {
        let value = |number| self.value(number, units);
        let small = |number| value(number).and_then(|v| u16::try_from(v).ok());
        episode.sitting_before_min = small(Number::Sat);
        episode.walk_distance_m = value(Number::Way);
        episode.walk_time_min = small(Number::Walked);
        episode.relief_after_min = small(Number::Better);
        episode.cycle_day = value(Number::Cycle).and_then(|v| u8::try_from(v).ok());
    }
}
