//! The five levels of urgency, and what each asks a person to do.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::content::Region;

/// How soon to see someone. Later in the list is more urgent.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Care for it at home, with a date to check again.
    #[default]
    SelfCare,
    /// Book a routine visit: within 1 to 4 weeks.
    Routine,
    /// An appointment within 2 to 7 days.
    WithinDays,
    /// Today.
    SameDay,
    /// Now: ambulance or emergency department.
    EmergencyNow,
}

/// Whom to call when it is urgent but no emergency: "the health line on 811". A
/// name that holds the number, such as "NHS 111", says enough.
pub fn urgent_advice(region: &Region) -> Option<String> {
    let number = region.advice.as_ref()?;
    Some(match &region.advice_name {
        Some(name) if name.contains(number.as_str()) => name.clone(),
        Some(name) => format!("{name} on {number}"),
        None => format!("medical advice on {number}"),
    })
}

impl Urgency {
    /// All levels, most urgent first.
    pub const ALL: [Self; 5] = [
        Self::EmergencyNow,
        Self::SameDay,
        Self::WithinDays,
        Self::Routine,
        Self::SelfCare,
    ];

    /// The level as a number: 0 for self-care, 4 for an emergency.
    pub const fn level(self) -> i8 {
        match self {
            Self::SelfCare => 0,
            Self::Routine => 1,
            Self::WithinDays => 2,
            Self::SameDay => 3,
            Self::EmergencyNow => 4,
        }
    }

    /// The level's id: `same_day`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::EmergencyNow => "emergency_now",
            Self::SameDay => "same_day",
            Self::WithinDays => "within_days",
            Self::Routine => "routine",
            Self::SelfCare => "self_care",
        }
    }

    /// Days until one should have been seen, or should check again.
    const fn days(self) -> u8 {
        match self {
            Self::EmergencyNow | Self::SameDay => 0,
            Self::WithinDays => 7,
            Self::Routine => 28,
            Self::SelfCare => 14,
        }
    }

    /// The day by which one should have been seen, or should check again.
    pub fn deadline(self, today: Date) -> Date {
        today.saturating_add(jiff::Span::new().days(i64::from(self.days())))
    }

    /// The level as a heading.
    pub const fn label(self) -> &'static str {
        match self {
            Self::EmergencyNow => "Get emergency help now",
            Self::SameDay => "See someone today",
            Self::WithinDays => "Within 2 to 7 days",
            Self::Routine => "Book a routine visit",
            Self::SelfCare => "Care for it at home",
        }
    }

    /// What the reasons for it stand under.
    pub const fn why(self) -> &'static str {
        match self {
            Self::EmergencyNow | Self::SameDay | Self::WithinDays => "Why this soon",
            Self::Routine | Self::SelfCare => "Why we say so",
        }
    }

    /// What to do, with the numbers of a region.
    pub fn advice(self, region: &Region) -> String {
        match self {
            Self::EmergencyNow => region.emergency_words.clone(),
            Self::SameDay => {
                let call = urgent_advice(region);
                let call = call.map_or(String::new(), |whom| format!("call {whom}, or "));
                format!(
                    "Speak to a doctor today. If you cannot reach one, {call}go to an emergency \
                     department."
                )
            }
            Self::WithinDays => {
                "Ask for an appointment in the next few days, and say why.".to_owned()
            }
            Self::Routine => "Book an appointment within the next 1 to 4 weeks.".to_owned(),
            Self::SelfCare => "You can first try what helps at home.".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Library;

    #[test]
    fn a_number_for_advice_is_named_once() {
        let library = Library::embedded().unwrap();
        let whom = |id: &str| urgent_advice(library.region(id));
        assert_eq!(whom("GB").as_deref(), Some("NHS 111"), "holds its number");
        assert_eq!(
            whom("CA").as_deref(),
            Some("the health line on 811"),
            "a name and a number"
        );
        assert_eq!(
            whom("FR").map(|named| named.matches("116117").count()),
            Some(1)
        );
        assert_eq!(whom("GR"), None, "no such number there");
        let said = Urgency::SameDay.advice(library.region("GB"));
        assert!(said.contains("call NHS 111, or go to"), "{said}");
    }
}
