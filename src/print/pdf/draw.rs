//! Draws what was set: text, dots, lines, grounds, and the head and foot of a page.

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::num::NormalizedF32;
use krilla::page::Page;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};

use super::super::Stamp;
use super::super::face::{Faces, Shaped};
use super::super::ink::{FOOT, Ink, PAPER};
use super::super::line::Piece;
use super::super::pages::Placed;
use super::super::set::{Drawn, Ground, What};
use super::super::sheet::Sheet;
use super::art::{self, Drawings};
use super::marks::{decoration, line, round, rounded};
use super::tree::Leaves;

/// Where the title stands on the pages after the first.
const HEAD: f32 = 46.0;
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
                (Some(_), _) => ContentTag::Other,
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
                    drawings.draw(surface, &art.figure, &art.view, &art.heat, size)
                })?;
                self.labels(art, one.x, y, size);
            }
            What::Pose(posed, w, h) => {
                let size = (*w, *h);
                self.moved(one.x, y, |surface| art::pose(surface, posed, size))?;
            }
            What::Bar(w, h, ink) => {
                self.fill(ink.rgb());
                let rect = Rect::from_xywh(one.x, y, *w, *h);
                let mut path = PathBuilder::new();
                if let Some(rect) = rect {
                    path.push_rect(rect);
                }
                self.path(path.finish());
            }
            What::Line((dx, dy), wide, ink) => {
                self.stroke(ink.rgb(), *wide);
                let mut path = PathBuilder::new();
                path.move_to(one.x, y);
                path.line_to(one.x + dx, y + dy);
                self.path(path.finish());
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

    pub(super) fn letters(&mut self, shaped: &Shaped, strong: bool, size: f32, at: (f32, f32)) {
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

    /// The quiet head and foot of a page.
    pub(super) fn frame(&mut self, sheet: &Sheet, stamp: &Stamp, page: (usize, usize)) {
        let side = sheet.margins().side;
        let right = PAPER.0 - side;
        let y = PAPER.1 - 38.0;
        let count = format!("Page {} of {}", page.0, page.1);
        let foot = sheet.foot_words(stamp);
        self.outside(ArtifactType::Footer, |canvas| {
            canvas.small(&foot, side, y, false);
            canvas.small(&count, right, y, true);
        });
        if page.0 > 1 {
            let mut title = sheet.title.clone();
            if title.chars().count() > 70 {
                title = title.chars().take(69).collect::<String>() + "…";
            }
            self.outside(ArtifactType::Header, |canvas| {
                canvas.small(&title, side, HEAD.min(sheet.margins().top - 10.0), false);
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

    pub(super) fn fill(&mut self, ink: (u8, u8, u8)) {
        self.surface.set_fill(Some(Fill {
            paint: rgb::Color::new(ink.0, ink.1, ink.2).into(),
            opacity: NormalizedF32::ONE,
            rule: FillRule::NonZero,
        }));
        self.surface.set_stroke(None);
    }

    pub(super) fn stroke(&mut self, ink: (u8, u8, u8), wide: f32) {
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(line(ink, wide)));
    }

    pub(super) fn path(&mut self, path: Option<Path>) {
        if let Some(path) = path {
            self.surface.draw_path(&path);
        }
    }
}
