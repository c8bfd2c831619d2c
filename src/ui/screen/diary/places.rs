//! The places the log sheet offers, and the regions of the body map they are.

use crate::diary::entry::Region;

/// A place as the sheet offers it: the words, and its regions left, right, or
/// in the middle of the body.
pub(super) struct Place {
    /// What a person reads.
    pub(super) label: &'static str,
    /// Its region on the left, or in the middle.
    pub(super) left: Region,
    /// Its region on the right, or in the middle.
    pub(super) right: Region,
}

impl Place {
    const fn pair(label: &'static str, left: Region, right: Region) -> Self {
        Self { label, left, right }
    }

    const fn middle(label: &'static str, region: Region) -> Self {
        Self {
            label,
            left: region,
            right: region,
        }
    }
}

/// The places in the order in which they are offered, the commonest first.
pub(super) const PLACES: [Place; 15] = [
    Place::pair(
        "Deep inside",
        Region::ButtockLeftDeep,
        Region::ButtockRightDeep,
    ),
    Place::pair(
        "Middle of the buttock",
        Region::ButtockLeftMid,
        Region::ButtockRightMid,
    ),
    Place::pair(
        "Upper buttock",
        Region::ButtockLeftUpper,
        Region::ButtockRightUpper,
    ),
    Place::pair(
        "Outer buttock",
        Region::ButtockLeftOuter,
        Region::ButtockRightOuter,
    ),
    Place::pair("Sit bone", Region::SitBoneLeft, Region::SitBoneRight),
    Place::middle("Back passage", Region::BackPassage),
    Place::middle("Between the legs", Region::Perineum),
    Place::middle("Tailbone", Region::Tailbone),
    Place::middle("Low back", Region::LowBack),
    Place::pair("Outer hip", Region::HipOuterLeft, Region::HipOuterRight),
    Place::pair("Groin", Region::GroinLeft, Region::GroinRight),
    Place::pair(
        "Back of the thigh",
        Region::ThighBackLeft,
        Region::ThighBackRight,
    ),
    Place::pair(
        "Front of the thigh",
        Region::ThighFrontLeft,
        Region::ThighFrontRight,
    ),
    Place::pair("Calf", Region::CalfLeft, Region::CalfRight),
    Place::pair("Foot", Region::FootLeft, Region::FootRight),
];

/// Which of [`PLACES`] these regions lie in.
pub(super) fn places_of(regions: &[Region]) -> [bool; PLACES.len()] {
    PLACES.map(|place| {
        let here = [place.left, place.right];
        regions.iter().any(|region| here.contains(region))
    })
}
