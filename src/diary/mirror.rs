//! Places of the body on one side or the other: the same place moved across.

use super::entry::{Region, Side};

/// These places as they are on `side`. Places in the middle stay; with "in the
/// middle" the sided ones stay as they are too.
pub fn on_side(regions: &[Region], side: Side) -> Vec<Region> {
    let mut moved: Vec<Region> = Vec::new();
    let mut add = |region: Region| {
        if !moved.contains(&region) {
            moved.push(region);
        }
    };
    for region in regions {
        let to: &[Side] = match side {
            Side::Left => &[Side::Left],
            Side::Right => &[Side::Right],
            Side::Both => &[Side::Left, Side::Right],
            Side::Middle => &[],
        };
        if region.side().is_none() || to.is_empty() {
            add(*region);
            continue;
        }
        for side in to {
            let place = region.place();
            let same = |r: &&Region| r.place() == place && r.side() == Some(*side);
            add(*Region::ALL.iter().find(same).unwrap_or(region));
        }
    }
    moved
}

/// Adds a place, named without its side such as `buttock_deep`, or takes it
/// away. Without a side yet the left one stands in until it is told.
pub fn toggle(regions: &[Region], place: &str, side: Option<Side>) -> Vec<Region> {
    let without: Vec<Region> = regions
        .iter()
        .copied()
        .filter(|region| region.place() != place)
        .collect();
    if without.len() != regions.len() {
        return without;
    }
    let first = Region::ALL.iter().find(|region| region.place() == place);
    let added = first.map_or_else(Vec::new, |region| {
        on_side(&[*region], side.unwrap_or(Side::Left))
    });
    [without, added].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_move_across() {
        let left = [Region::ButtockLeftDeep, Region::BackPassage];
        let right = [Region::ButtockRightDeep, Region::BackPassage];
        assert_eq!(on_side(&left, Side::Right), right, "across");
        assert_eq!(on_side(&left, Side::Both).len(), 3, "both, and the middle");
        assert_eq!(
            on_side(&on_side(&left, Side::Both), Side::Left),
            left,
            "back"
        );
        assert_eq!(on_side(&left, Side::Middle), left, "stays");
    }

    #[test]
    fn a_place_is_added_and_taken_away() {
        let deep = toggle(&[], "buttock_deep", Some(Side::Right));
        assert_eq!(deep, [Region::ButtockRightDeep], "on the side that is told");
        assert_eq!(toggle(&deep, "buttock_deep", None), [], "gone again");
        assert_eq!(
            toggle(&[], "back_passage", None),
            [Region::BackPassage],
            "middle"
        );
    }
}
