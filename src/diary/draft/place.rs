//! Where it was: the places of the log sheet as words, the regions of the body
//! map they are, and the side that follows from what is painted.

use crate::diary::entry::{Region, Side};

/// A place as the sheet offers it: the words, and its regions left, right, or
/// in the middle of the body.
pub struct Place {
    /// What a person reads.
    pub label: &'static str,
    /// Its region on the left, or in the middle.
    pub left: Region,
    /// Its region on the right, or in the middle.
    pub right: Region,
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
pub const PLACES: [Place; 15] = [
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

impl Place {
    /// Whether it lies in the middle of the body.
    pub fn is_middle(&self) -> bool {
        self.left == self.right
    }

    /// Whether a region belongs to it.
    pub fn has(&self, region: Region) -> bool {
        self.left == region || self.right == region
    }

    /// Its regions on a side.
    fn on(&self, side: Side) -> Vec<Region> {
        match side {
            _ if self.is_middle() => vec![self.left],
            Side::Left => vec![self.left],
            Side::Right => vec![self.right],
            Side::Both | Side::Middle => vec![self.left, self.right],
        }
    }
}

/// Where it was, as far as it has been said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The regions, in the order in which they were said.
    regions: Vec<Region>,
    /// Places, as their index in [`PLACES`], that wait for a side.
    waiting: Vec<usize>,
    side: Option<Side>,
}

impl Spot {
    /// What is known already.
    pub fn new(regions: &[Region], side: Option<Side>) -> Self {
        Self {
            regions: regions.to_vec(),
            waiting: Vec::new(),
            side,
        }
    }

    /// The regions.
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// The side, said or told by the regions.
    pub const fn side(&self) -> Option<Side> {
        self.side
    }

    /// Whether any place is said, with a side or not.
    pub const fn is_said(&self) -> bool {
        !self.regions.is_empty() || !self.waiting.is_empty()
    }

    /// Whether a region is painted.
    pub fn has(&self, region: Region) -> bool {
        self.regions.contains(&region)
    }

    /// Whether the place is said.
    pub fn is_on(&self, place: usize) -> bool {
        self.waiting.contains(&place)
            || PLACES
                .get(place)
                .is_some_and(|p| self.regions.iter().any(|r| p.has(*r)))
    }

    /// Whether it is felt in a leg.
    pub fn is_in_a_leg(&self) -> bool {
        self.regions.iter().any(|r| {
            let id = r.id();
            ["thigh", "calf", "foot"]
                .iter()
                .any(|leg| id.starts_with(leg))
        })
    }

    /// Switches a place on or off.
    pub fn press(&mut self, place: usize) {
        let Some(named) = PLACES.get(place) else {
            return;
        };
        if self.is_on(place) {
            self.waiting.retain(|p| *p != place);
            self.regions.retain(|r| !named.has(*r));
        } else if named.is_middle() {
            self.regions.push(named.left);
        } else if let Some(side) = self.side {
            self.regions.extend(named.on(side));
        } else {
            self.waiting.push(place);
        }
    }

    /// Says the side: what was said so far lies there.
    pub fn say_side(&mut self, side: Side) {
        if self.side == Some(side) && self.waiting.is_empty() {
            return;
        }
        self.side = Some(side);
        let mut places: Vec<usize> = Vec::new();
        let of = |region: Region| PLACES.iter().position(|p| p.has(region));
        for place in self.regions.iter().filter_map(|r| of(*r)) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places.append(&mut self.waiting);
        let regions = places.iter().filter_map(|at| PLACES.get(*at));
        self.regions = regions.flat_map(|p| p.on(side)).collect();
    }

    /// Paints a region, or takes it off. The side follows.
    pub fn paint(&mut self, region: Region, on: bool) {
        self.regions.retain(|r| *r != region);
        if on {
            self.regions.push(region);
            // A place that waited for its side has it now.
            let here = PLACES.iter().position(|p| p.has(region));
            self.waiting.retain(|p| Some(*p) != here);
        }
        let on = |side| self.regions.iter().any(|r| r.side() == Some(side));
        match (on(Side::Left), on(Side::Right)) {
            (true, true) => self.side = Some(Side::Both),
            (true, false) => self.side = Some(Side::Left),
            (false, true) => self.side = Some(Side::Right),
            (false, false) => {} // the middle tells no side: it is asked
        }
        if let Some(side) = self.side {
            for place in std::mem::take(&mut self.waiting) {
                let regions = PLACES.get(place).map(|p| p.on(side));
                self.regions.extend(regions.unwrap_or_default());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEEP: usize = 0;

    #[test]
    fn every_region_has_one_place() {
        for region in Region::ALL {
            let places = PLACES.iter().filter(|p| p.has(*region)).count();
            assert_eq!(places, 1, "{region:?}");
        }
    }

    #[test]
    fn a_place_waits_for_its_side() {
        let mut spot = Spot::default();
        spot.press(DEEP);
        assert!(spot.is_said() && spot.is_on(DEEP), "said");
        assert_eq!(spot.regions(), [], "but not where");
        spot.say_side(Side::Left);
        assert_eq!(spot.regions(), [Region::ButtockLeftDeep], "now it is");
        spot.say_side(Side::Both);
        let both = [Region::ButtockLeftDeep, Region::ButtockRightDeep];
        assert_eq!(spot.regions(), both, "both sides");
        spot.press(DEEP);
        assert!(!spot.is_said(), "off again");
        assert_eq!(spot.side(), Some(Side::Both), "the side was said");
    }

    #[test]
    fn the_middle_is_one_region_and_needs_a_side() {
        let mut spot = Spot::default();
        spot.press(5);
        assert_eq!(spot.regions(), [Region::BackPassage], "one");
        assert_eq!(spot.side(), None, "asked");
        spot.say_side(Side::Middle);
        assert_eq!(spot.regions(), [Region::BackPassage], "no doubles");
    }

    #[test]
    fn what_is_painted_tells_the_side() {
        let mut spot = Spot::default();
        spot.press(DEEP);
        spot.paint(Region::SitBoneRight, true);
        assert_eq!(spot.side(), Some(Side::Right), "told");
        let wanted = [Region::SitBoneRight, Region::ButtockRightDeep];
        assert_eq!(spot.regions(), wanted, "and what waited lies there");
        spot.paint(Region::CalfLeft, true);
        assert_eq!(spot.side(), Some(Side::Both), "both");
        spot.paint(Region::CalfLeft, false);
        assert_eq!(spot.side(), Some(Side::Right), "one again");
        spot.paint(Region::LowBack, true);
        assert_eq!(spot.side(), Some(Side::Right), "the middle changes nothing");
        assert!(!spot.is_in_a_leg(), "no leg");
    }

    #[test]
    fn what_was_painted_by_itself_stays_until_the_side_is_changed() {
        let mut spot = Spot::new(
            &[Region::ButtockLeftDeep, Region::CalfRight],
            Some(Side::Both),
        );
        spot.say_side(Side::Both);
        assert_eq!(spot.regions().len(), 2, "the side as it was");
        spot.say_side(Side::Left);
        let left = [Region::ButtockLeftDeep, Region::CalfLeft];
        assert_eq!(spot.regions(), left, "all on the left");
    }
}
