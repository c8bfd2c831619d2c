//! The still pictures of the poses, drawn for the right side and mirrored for
//! the left.

use egui::{Image, Rect, Ui};

macro_rules! poses {
    ($($id:literal),+ $(,)?) => {
        fn svg(id: &str) -> Option<(&'static str, &'static [u8])> {
            match id {
                $($id => Some((
                    concat!("bytes://content/figures/stretch/", $id, ".svg"),
                    include_bytes!(concat!("../../../../content/figures/stretch/", $id, ".svg"))
                        .as_slice(),
                )),)+
                _ => None,
            }
        }
        /// Every pose that has a picture.
        #[cfg(test)]
        const POSES: &[&str] = &[$($id),+];
    };
}

poses!(
    "lie_ready",
    "cross",
    "open",
    "draw_in",
    "hold",
    "release",
    "swap",
    "seated_ready",
    "seated_cross",
    "seated_lean",
);

/// The proportions of every picture.
const ASPECT: f32 = 480.0 / 320.0;

/// Draws the picture of a pose into `place`.
pub(super) fn paint(ui: &Ui, id: &str, mirrored: bool, place: Rect) {
    let Some((uri, bytes)) = svg(id) else {
        return;
    };
    let width = place.width().min(place.height() * ASPECT).max(1.0);
    let rect = Rect::from_center_size(place.center(), egui::vec2(width, width / ASPECT));
    let uv = if mirrored {
        Rect::from_min_max(egui::pos2(1.0, 0.0), egui::pos2(0.0, 1.0))
    } else {
        Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0))
    };
    Image::from_bytes(uri, bytes).uv(uv).paint_at(ui, rect);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pose_has_its_own_picture() {
        for id in POSES {
            assert!(svg(id).is_some_and(|(_, b)| !b.is_empty()), "{id}");
        }
        assert!(svg("somersault").is_none(), "an unknown pose has none");
    }
}
