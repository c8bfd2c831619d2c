//! Small drawn marks: numbers on a drawing and on discs, rounded boxes, circles.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder};
use krilla::paint::Stroke;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};

use super::super::ink::Ink;
use super::super::sheet::Art;
use super::super::spread::tags;
use super::draw::Canvas;

impl Canvas<'_> {
    /// The numbers on a drawing, each on a light disc.
    pub(super) fn labels(&mut self, art: &Art, x: f32, y: f32, size: (f32, f32)) {
        let on_paper = |at: (f32, f32)| (x + at.0, y + at.1);
        let tags = tags(art, size);
        for tag in tags.iter().filter(|tag| tag.is_led()) {
            self.lead(on_paper(tag.from), on_paper(tag.to));
        }
        for tag in &tags {
            let middle = on_paper(tag.to);
            self.fill((0xFF, 0xFF, 0xFF));
            self.surface.set_stroke(Some(line(Ink::Accent.rgb(), 1.0)));
            if let Some(path) = round(middle, tag.radius) {
                self.surface.draw_path(&path);
            }
            let shaped = self.faces.shaped(&tag.text);
            self.fill(Ink::Text.rgb());
            let at = (
                middle.0 - shaped.width * tag.points / 2.0,
                middle.1 + tag.points * 0.35,
            );
            self.letters(&shaped, true, tag.points, at);
        }
    }

    /// A number in white on a disc.
    pub(super) fn badge(&mut self, text: &str, at: (f32, f32), wide: f32) {
        let (middle, points) = ((at.0 + wide / 2.0, at.1 + wide / 2.0), wide * 0.62);
        self.fill(Ink::Accent.rgb());
        self.path(round(middle, wide / 2.0));
        let shaped = self.faces.shaped(text);
        self.fill((0xFF, 0xFF, 0xFF));
        let left = middle.0 - shaped.width * points / 2.0;
        self.letters(&shaped, true, points, (left, middle.1 + points * 0.35));
    }

    /// A line from a part to its number that had to make room.
    fn lead(&mut self, from: (f32, f32), to: (f32, f32)) {
        for (ink, wide) in [((0xFF, 0xFF, 0xFF), 2.2), (Ink::Accent.rgb(), 0.9)] {
            self.stroke(ink, wide);
            let mut path = PathBuilder::new();
            path.move_to(from.0, from.1);
            path.line_to(to.0, to.1);
            self.path(path.finish());
            self.fill(ink);
            self.path(round(from, 0.9 + wide / 2.0));
        }
    }
}

pub(super) fn decoration() -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout))
}

pub(super) fn line(ink: (u8, u8, u8), wide: f32) -> Stroke {
    Stroke {
        paint: rgb::Color::new(ink.0, ink.1, ink.2).into(),
        width: wide,
        ..Stroke::default()
    }
}

/// How far the handles of a curve reach on a quarter of a circle.
const QUARTER: f32 = 0.5523;

pub(super) fn round(middle: (f32, f32), radius: f32) -> Option<Path> {
    let (x, y) = middle;
    rounded(x - radius, y - radius, x + radius, y + radius, radius)
}

pub(super) fn rounded(left: f32, top: f32, right: f32, bottom: f32, corner: f32) -> Option<Path> {
    let r = corner.min((right - left) / 2.0).min((bottom - top) / 2.0);
    let k = r * (1.0 - QUARTER);
    let mut path = PathBuilder::new();
    path.move_to(left + r, top);
    path.line_to(right - r, top);
    path.cubic_to(right - k, top, right, top + k, right, top + r);
    path.line_to(right, bottom - r);
    path.cubic_to(right, bottom - k, right - k, bottom, right - r, bottom);
    path.line_to(left + r, bottom);
    path.cubic_to(left + k, bottom, left, bottom - k, left, bottom - r);
    path.line_to(left, top + r);
    path.cubic_to(left, top + k, left + k, top, left + r, top);
    path.close();
    path.finish()
}
