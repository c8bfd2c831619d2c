//! Draws what was set: text, dots, lines, grounds, and the head and foot of a page.

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::num::NormalizedF32;
use krilla::page::Page;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};

use super::super::Stamp;
use super::super::face::{Faces, Shaped};
use super::super::ink::{FOOT, Ink, PAPER};
use super::super::line::Piece;
use super::super::pages::Placed;
use super::super::set::{Drawn, Ground, What};
use super::super::sheet::{Art, Sheet};
use super::art::{self, Drawings};
use super::spread::spread;
use super::tree::Leaves;

/// The radius of the disc of a number on a drawing, in points.
const RADIUS: f32 = 5.8;
/// How round the corners of a box are, in points.
const CORNER: f32 = 5.0;
/// The stripe at the left of a box, in points.
const STRIPE: f32 = 3.0;

/// A place that can be pressed.
pub(super) struct Link {
    part: usize,
    rect: Rect,
    address: String,
}

impl Link {
    /// Makes the place on a page one that can be pressed.
    pub(super) fn press(self, page: &mut Page<'_>, leaves: &mut Leaves) {
        let action = Action::Link(LinkAction::new(self.address.clone()));
        let link = LinkAnnotation::new(self.rect, Target::Action(action));
        let made = page.add_tagged_annotation(Annotation::new_link(link, Some(self.address)));
        leaves.add(self.part, made);
    }
}

/// One page while it is drawn.
pub(super) struct Canvas<'a> {
    pub(super) surface: Surface<'a>,
    pub(super) faces: &'a Faces,
    pub(super) leaves: &'a mut Leaves,
    pub(super) links: Vec<Link>,
}

impl Canvas<'_> {
    /// Ends the page. Returns what can be pressed on it.
    pub(super) fn finish(self) -> Vec<Link> {
        self.surface.finish();
        self.links
    }

    /// The ground of every box that has a part on this page.
    pub(super) fn grounds(&mut self, grounds: &[Ground], placed: &[Placed]) {
        for (number, ground) in grounds.iter().enumerate() {
            let inside = || placed.iter().filter(|p| p.slice.boxes.contains(&number));
            let Some(first) = inside().next() else {
                continue;
            };
            let end = inside()
                .map(|p| p.y + p.slice.height)
                .fold(first.y, f32::max);
            let (left, right) = (ground.left, ground.right);
            self.decoration(|canvas| {
                canvas.fill(ground.ink.soft());
                canvas.path(rounded(left, first.y, right, end, CORNER));
                canvas.fill(ground.ink.rgb());
                canvas.path(rounded(left, first.y, left + STRIPE, end, STRIPE / 2.0));
            });
        }
    }

    /// One slice at its height.
    pub(super) fn slice(&mut self, placed: &Placed, drawings: &mut Drawings) -> Result<(), String> {
        for one in &placed.slice.drawn {
            let y = placed.y + one.y;
            let made = self.surface.start_tagged(match (one.tag, &one.what) {
                (None, _) => decoration(),
                (Some(_), What::Text(_) | What::Badge(..)) => ContentTag::Span(SpanTag::empty()),
                (
                    Some(_),
                    What::Dot(..) | What::Rule(_) | What::Mark(..) | What::Art(..) | What::Pose(..),
                ) => ContentTag::Other,
            });
            let done = self.one(one, y, drawings);
            self.surface.end_tagged();
            if let Some(part) = one.tag {
                self.leaves.add(part, made);
            }
            done?;
        }
        Ok(())
    }

    fn one(&mut self, one: &Drawn, y: f32, drawings: &mut Drawings) -> Result<(), String> {
        match &one.what {
            What::Text(piece) => self.text(piece, one.x, y, one.tag),
            What::Dot(wide, ink) => {
                let middle = (one.x + wide / 2.0, y + wide / 2.0);
                self.fill(ink.rgb());
                self.path(round(middle, wide / 2.0));
            }
            What::Rule(long) => {
                self.stroke(Ink::Hairline.rgb(), 0.7);
                let mut path = PathBuilder::new();
                path.move_to(one.x, y);
                path.line_to(one.x + long, y);
                self.path(path.finish());
            }
            What::Mark(mark, wide, ink) => {
                let (r, g, b) = ink.rgb();
                let svg = mark
                    .svg()
                    .replace("#FFFFFF", &format!("#{r:02X}{g:02X}{b:02X}"));
                self.moved(one.x, y, |surface| art::svg(surface, &svg, (*wide, *wide)))?;
            }
            What::Art(art, w, h) => {
                let size = (*w, *h);
                self.moved(one.x, y, |surface| {
                    drawings.draw(surface, &art.figure, &art.view, size)
                })?;
                self.labels(art, one.x, y, size);
            }
            What::Pose(posed, w, h) => {
                let size = (*w, *h);
                self.moved(one.x, y, |surface| art::pose(surface, posed, size))?;
            }
            What::Badge(text, wide) => self.badge(text, (one.x, y), *wide),
        }
        Ok(())
    }

    fn moved(
        &mut self,
        x: f32,
        y: f32,
        draw: impl FnOnce(&mut Surface<'_>) -> Result<(), String>,
    ) -> Result<(), String> {
        self.surface
            .push_transform(&Transform::from_translate(x, y));
        let done = draw(&mut self.surface);
        self.surface.pop();
        done
    }

    fn text(&mut self, piece: &Piece, x: f32, y: f32, part: Option<usize>) {
        self.fill(piece.ink.rgb());
        self.letters(&piece.shaped, piece.strong, piece.size, (x, y));
        if let (Some(address), Some(part)) = (&piece.link, part)
            && let Some(rect) =
                Rect::from_xywh(x, y - piece.size, piece.width().max(1.0), piece.size * 1.3)
        {
            self.links.push(Link {
                part,
                rect,
                address: address.clone(),
            });
        }
    }

    fn letters(&mut self, shaped: &Shaped, strong: bool, size: f32, at: (f32, f32)) {
        let glyphs: Vec<KrillaGlyph> = shaped
            .glyphs
            .iter()
            .map(|g| {
                let id = GlyphId::new(g.id);
                KrillaGlyph::new(id, g.advance, g.dx, g.dy, 0.0, g.from..g.to, None)
            })
            .collect();
        let font = self.faces.of(strong).pdf.clone();
        let start = Point::from_xy(at.0, at.1);
        self.surface
            .draw_glyphs(start, &glyphs, font, &shaped.text, size, false);
    }

    /// The numbers on a drawing, each on a light disc.
    fn labels(&mut self, art: &Art, x: f32, y: f32, size: (f32, f32)) {
        let Some((w, _)) = crate::figure::Drawing::size_of(&art.figure.id) else {
            return;
        };
        let scale = size.0 / w;
        let anchors: Vec<(f32, f32)> = art
            .labels
            .iter()
            .map(|label| (label.at.0 * scale, label.at.1 * scale))
            .collect();
        let places = spread(&anchors, 2.0 * RADIUS + 1.2, size);
        let on_paper = |at: (f32, f32)| (x + at.0, y + at.1);
        for (from, to) in anchors.iter().zip(&places) {
            if (from.0 - to.0).hypot(from.1 - to.1) > RADIUS * 0.7 {
                self.lead(on_paper(*from), on_paper(*to));
            }
        }
        for (label, place) in art.labels.iter().zip(&places) {
            let middle = on_paper(*place);
            let points = if label.text.len() > 1 { 6.8 } else { 7.4 };
            let radius = RADIUS;
            self.fill((0xFF, 0xFF, 0xFF));
            self.surface.set_stroke(Some(line(Ink::Accent.rgb(), 1.0)));
            if let Some(path) = round(middle, radius) {
                self.surface.draw_path(&path);
            }
            let shaped = self.faces.shaped(&label.text);
            self.fill(Ink::Text.rgb());
            let at = (
                middle.0 - shaped.width * points / 2.0,
                middle.1 + points * 0.35,
            );
            self.letters(&shaped, true, points, at);
        }
    }

    /// A number in white on a disc.
    fn badge(&mut self, text: &str, at: (f32, f32), wide: f32) {
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

    /// The quiet head and foot of a page.
    pub(super) fn frame(&mut self, sheet: &Sheet, stamp: &Stamp, page: (usize, usize)) {
        let side = sheet.margins().side;
        let right = PAPER.0 - side;
        let y = PAPER.1 - 38.0;
        let count = format!("Page {} of {}", page.0, page.1);
        self.outside(ArtifactType::Footer, |canvas| {
            canvas.small(&stamp.words(), side, y, false);
            canvas.small(&count, right, y, true);
        });
        if page.0 > 1 {
            let mut title = sheet.title.clone();
            if title.chars().count() > 70 {
                title = title.chars().take(69).collect::<String>() + "…";
            }
            self.outside(ArtifactType::Header, |canvas| {
                canvas.small(&title, side, 46.0, false);
            });
        }
    }

    fn small(&mut self, text: &str, x: f32, y: f32, ends_there: bool) {
        let shaped = self.faces.shaped_plain(text);
        self.fill(FOOT.ink.rgb());
        let left = if ends_there {
            x - shaped.width * FOOT.size
        } else {
            x
        };
        self.letters(&shaped, false, FOOT.size, (left, y));
    }

    fn outside(&mut self, kind: ArtifactType, draw: impl FnOnce(&mut Self)) {
        let tag = ContentTag::Artifact(Artifact::with_kind(kind));
        self.surface.start_tagged(tag);
        draw(self);
        self.surface.end_tagged();
    }

    fn decoration(&mut self, draw: impl FnOnce(&mut Self)) {
        self.surface.start_tagged(decoration());
        draw(self);
        self.surface.end_tagged();
    }

    fn fill(&mut self, ink: (u8, u8, u8)) {
        self.surface.set_fill(Some(Fill {
            paint: rgb::Color::new(ink.0, ink.1, ink.2).into(),
            opacity: NormalizedF32::ONE,
            rule: FillRule::NonZero,
        }));
        self.surface.set_stroke(None);
    }

    fn stroke(&mut self, ink: (u8, u8, u8), wide: f32) {
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(line(ink, wide)));
    }

    fn path(&mut self, path: Option<Path>) {
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }
}

fn decoration() -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout))
}

fn line(ink: (u8, u8, u8), wide: f32) -> Stroke {
    Stroke {
        paint: rgb::Color::new(ink.0, ink.1, ink.2).into(),
        width: wide,
        ..Stroke::default()
    }
}

/// How far the handles of a curve reach on a quarter of a circle.
const QUARTER: f32 = 0.5523;

fn round(middle: (f32, f32), radius: f32) -> Option<Path> {
    let (x, y) = middle;
    rounded(x - radius, y - radius, x + radius, y + radius, radius)
}

fn rounded(left: f32, top: f32, right: f32, bottom: f32, corner: f32) -> Option<Path> {
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
