//! The numbers on a drawing and the room between them, so that none covers
//! another.

use super::sheet::Art;
use crate::figure::Drawing;

/// The radius of the disc of a number, in points.
const RADIUS: f32 = 5.8;

/// A number at its place on a drawing, in points from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag {
    /// What it names.
    pub(super) from: (f32, f32),
    /// The middle of its disc.
    pub(super) to: (f32, f32),
    /// The radius of its disc.
    pub(super) radius: f32,
    /// How tall it is written.
    pub(super) points: f32,
    pub(super) text: String,
}

impl Tag {
    /// Whether it had to make room so far that a line leads to it.
    pub(super) fn is_led(&self) -> bool {
        (self.from.0 - self.to.0).hypot(self.from.1 - self.to.1) > self.radius * 0.7
    }
}

/// The numbers of a drawing that is `size` points large.
pub(super) fn tags(art: &Art, size: (f32, f32)) -> Vec<Tag> {
    let Some((w, _)) = Drawing::size_of(&art.figure.id) else {
        return Vec::new();
    };
    let scale = size.0 / w;
    let anchors: Vec<(f32, f32)> = art
        .labels
        .iter()
        .map(|label| (label.at.0 * scale, label.at.1 * scale))
        .collect();
    let longest = art.labels.iter().map(|l| l.text.len()).max().unwrap_or(0);
    // Counts are to be read; numbers of a list only to be found.
    let radius = match longest {
        _ if art.heat.is_empty() => RADIUS,
        0..=2 => 7.4,
        3 => 9.4,
        n => 3.1 * n as f32,
    };
    let places = spread(&anchors, 2.0 * radius + 1.2, size);
    let labels = art.labels.iter().zip(anchors).zip(places);
    labels
        .map(|((label, from), to)| Tag {
            from,
            to,
            radius,
            points: match label.text.len() {
                _ if !art.heat.is_empty() => 8.6,
                1 => 7.4,
                _ => 6.8,
            },
            text: label.text.clone(),
        })
        .collect()
}

/// How often places are pushed apart at most.
const TURNS: usize = 200;

/// Places near these, at least `apart` from each other, within `size`.
fn spread(anchors: &[(f32, f32)], apart: f32, size: (f32, f32)) -> Vec<(f32, f32)> {
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
