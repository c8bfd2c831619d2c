//! The closed lists of words an entry is made of: regions, triggers, reliefs.
//!
//! Every word has an id that is written to disk and never changes, and a label
//! for people. A new word raises the schema, so that an older program leaves
//! the file alone instead of dropping what it does not know.

use serde::{Deserialize, Serialize};

/// Makes an enum whose variants have an id on disk and have a label.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $id:literal, $label:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $(
                #[doc = $label]
                #[serde(rename = $id)]
                $variant,
            )+
        }

        impl $name {
            /// All of them, in the order they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word on disk; stable.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }

            /// The words a person reads.
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)+
                }
            }

            /// The one with this id.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.id() == id)
            }
        }
    };
}

words! {
    /// A place on the body map. Places, not pixels, are stored, so that the
    /// drawing may change.
    Region {
        ButtockLeftUpper = "buttock_left_upper", "Left buttock, upper";
        ButtockRightUpper = "buttock_right_upper", "Right buttock, upper";
        ButtockLeftMid = "buttock_left_mid", "Left buttock, middle";
        ButtockRightMid = "buttock_right_mid", "Right buttock, middle";
        ButtockLeftOuter = "buttock_left_outer", "Left buttock, outer";
        ButtockRightOuter = "buttock_right_outer", "Right buttock, outer";
        ButtockLeftDeep = "buttock_left_deep", "Left buttock, deep inside";
        ButtockRightDeep = "buttock_right_deep", "Right buttock, deep inside";
        SitBoneLeft = "sit_bone_left", "Left sit bone";
        SitBoneRight = "sit_bone_right", "Right sit bone";
        BackPassage = "back_passage", "Back passage";
        Perineum = "perineum", "Between the legs";
        GroinLeft = "groin_left", "Left groin";
        GroinRight = "groin_right", "Right groin";
        HipOuterLeft = "hip_outer_left", "Left hip, outer";
        HipOuterRight = "hip_outer_right", "Right hip, outer";
        LowBack = "low_back", "Low back";
        ThighBackLeft = "thigh_back_left", "Back of the left thigh";
        ThighBackRight = "thigh_back_right", "Back of the right thigh";
        ThighFrontLeft = "thigh_front_left", "Front of the left thigh";
        ThighFrontRight = "thigh_front_right", "Front of the right thigh";
        CalfLeft = "calf_left", "Left calf";
        CalfRight = "calf_right", "Right calf";
        FootLeft = "foot_left", "Left foot";
        FootRight = "foot_right", "Right foot";
        Tailbone = "tailbone", "Tailbone";
    }
}

impl Region {
    /// The side it lies on; none for the middle of the body.
    pub fn side(self) -> Option<Side> {
        let mut parts = self.id().split('_');
        parts.find_map(|part| match part {
            "left" => Some(Side::Left),
            "right" => Some(Side::Right),
            _ => None,
        })
    }

    /// The place without its side, as the content names it: `buttock_deep`.
    pub fn place(self) -> String {
        let parts: Vec<&str> = self
            .id()
            .split('_')
            .filter(|part| !matches!(*part, "left" | "right"))
            .collect();
        parts.join("_")
    }
}

words! {
    /// Which side it was on.
    Side {
        Left = "left", "Left";
        Right = "right", "Right";
        Both = "both", "Both sides";
        Middle = "middle", "In the middle";
    }
}

words! {
    /// What it felt like.
    Quality {
        Cramp = "cramp", "Cramp";
        Ache = "ache", "Ache";
        Burning = "burning", "Burning";
        Electric = "electric", "Electric";
        Pressure = "pressure", "Pressure";
        Numb = "numb", "Numb";
    }
}

words! {
    /// What was going on when it began.
    Trigger {
        Sitting = "sitting", "Sitting";
        StandingUp = "standing_up", "Standing up";
        Standing = "standing", "Standing still";
        Walking = "walking", "Walking";
        Exercise = "exercise", "Exercise";
        Lifting = "lifting", "Lifting";
        Stretch = "stretch", "Stretching";
        Cough = "cough", "Cough or sneeze";
        Sex = "sex", "Sex";
        Stool = "stool", "Opening the bowels";
        Urine = "urine", "Passing urine";
        Stress = "stress", "Stress";
        Cold = "cold", "Cold";
        Heat = "heat", "Heat";
        None = "none", "Nothing I noticed";
    }
}

words! {
    /// What the person did about it.
    Relief {
        StoodStill = "stood_still", "Stood still";
        Sat = "sat", "Sat down";
        BentForward = "bent_forward", "Bent forward";
        Walked = "walked", "Walked";
        Stretched = "stretched", "Stretched";
        Heat = "heat", "Heat";
        Medicine = "medicine", "Medicine";
        Bowel = "bowel", "Opened the bowels";
        Nothing = "nothing", "Nothing";
    }
}

words! {
    /// What the leg did at the same time.
    LegSymptom {
        None = "none", "None";
        Thigh = "thigh", "Pain into the thigh";
        BelowKnee = "below_knee", "Pain below the knee";
        Tingle = "tingle", "Tingling";
        Weak = "weak", "Weakness";
    }
}

words! {
    /// What bowel and bladder did.
    BowelUrine {
        Painful = "painful", "Painful";
        Urgent = "urgent", "Urgent";
        Bleeding = "bleeding", "Bleeding";
        WeakStream = "weak_stream", "Weak stream";
    }
}

words! {
    /// Losing water and salt.
    FluidHeat {
        HotDay = "hot_day", "Hot day";
        Sweat = "sweat", "Sweated a lot";
        GutLosses = "gut_losses", "Vomiting or diarrhoea";
    }
}

words! {
    /// What was felt during or after a stretch.
    Feeling {
        Pull = "pull", "A gentle pull";
        Looser = "looser", "Looser afterwards";
        Tingling = "tingling", "Tingling";
        Numbness = "numbness", "Numbness";
        GroinPain = "groin_pain", "Groin pain";
        KneePain = "knee_pain", "Knee pain";
        BackPain = "back_pain", "Back pain";
        SharpPain = "sharp_pain", "Sharp pain";
        Dizzy = "dizzy", "Dizziness";
    }
}

words! {
    /// Why a session was stopped before its end.
    StopReason {
        TooMuch = "too_much", "Too much";
        SharpPain = "sharp_pain", "Sharp pain";
        Numb = "numb", "Numb";
        Tingling = "tingling", "Tingling";
        NoTime = "no_time", "No time";
        Interrupted = "interrupted", "Interrupted";
        Other = "other", "Another reason";
    }
}

words! {
    /// How the night was.
    Sleep {
        Bad = "bad", "Bad";
        Poor = "poor", "Poor";
        Fair = "fair", "Fair";
        Good = "good", "Good";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_found_again() {
        for region in Region::ALL {
            assert_eq!(Region::from_id(region.id()), Some(*region), "{region:?}");
        }
        assert_eq!(Region::ALL.len(), 26, "the body map has 26 places");
    }

    #[test]
    fn a_region_knows_its_side_and_its_place() {
        assert_eq!(Region::ButtockLeftDeep.side(), Some(Side::Left), "left");
        assert_eq!(Region::ButtockLeftDeep.place(), "buttock_deep", "place");
        assert_eq!(Region::LowBack.side(), None, "middle");
        assert_eq!(Region::SitBoneRight.place(), "sit_bone", "sit bone");
    }
}
