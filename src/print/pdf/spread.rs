//! Makes room between the numbers on a drawing, so that none covers another.

/// How often places are pushed apart at most.
const TURNS: usize = 200;

/// Places near these, at least `apart` from each other, within `size`.
pub(super) fn spread(anchors: &[(f32, f32)], apart: f32, size: (f32, f32)) -> Vec<(f32, f32)> {
    let mut places = anchors.to_vec();
    for _ in 0..TURNS {
        let before = places.clone();
        let mut moved = false;
        for (at, place) in places.iter_mut().enumerate() {
            for (other, there) in before.iter().enumerate() {
                if at == other {
                    continue;
                }
                let (dx, dy) = (place.0 - there.0, place.1 - there.1);
                let far = dx.hypot(dy);
                if far >= apart {
                    continue;
                }
                // Two at one place part by their order.
                let (ux, uy) = if far > 0.01 {
                    (dx / far, dy / far)
                } else if at < other {
                    (-0.8, -0.6)
                } else {
                    (0.8, 0.6)
                };
                let push = (apart - far) / 2.0 + 0.02;
                place.0 += ux * push;
                place.1 += uy * push;
                moved = true;
            }
            let edge = apart / 2.0;
            place.0 = place.0.clamp(edge, (size.0 - edge).max(edge));
            place.1 = place.1.clamp(edge, (size.1 - edge).max(edge));
        }
        if !moved {
            break;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_are_close_part_and_others_stay() {
        let anchors = [(50.0, 50.0), (50.0, 50.0), (52.0, 51.0), (150.0, 20.0)];
        let places = spread(&anchors, 12.0, (200.0, 100.0));
        assert_eq!(places[3], (150.0, 20.0), "there was room");
        for (at, one) in places.iter().enumerate() {
            for two in places.iter().skip(at + 1) {
                let far = (one.0 - two.0).hypot(one.1 - two.1);
                assert!(far > 11.0, "{places:?}");
            }
        }
    }
}
