//! An SVG drawing on paper, as vectors: the tree that resvg reads, walked once.
//!
//! Draws what our drawings are made of: groups, paths, clips, masks, colors and
//! gradients. Refuses all else (text, pictures, filters, patterns, blending) with
//! a sentence, so that nothing is left out of a page unseen.

use krilla::geom::{Path, PathBuilder, Transform};
use krilla::mask::{Mask, MaskType};
use krilla::paint::FillRule;
use krilla::surface::Surface;
use resvg::tiny_skia::{self, PathSegment};
use resvg::usvg;

use super::paint;

/// Draws a tree, `size` points large, at the origin.
///
/// # Errors
/// The first thing in it that cannot be drawn.
pub(super) fn draw(
    surface: &mut Surface<'_>,
    tree: &usvg::Tree,
    size: (f32, f32),
) -> Result<(), String> {
    let (wide, high) = (tree.size().width(), tree.size().height());
    let Some(frame) = rect((0.0, 0.0), (wide, high)) else {
        return Err("it has no size".to_owned());
    };
    let mut pushed = Pushed::on(surface);
    pushed.transform(Transform::from_scale(size.0 / wide, size.1 / high));
    pushed.clip(&frame, FillRule::NonZero);
    let done = group(pushed.surface, tree.root());
    pushed.pop();
    done
}

/// What was pushed on a surface and has to be popped again.
struct Pushed<'s, 'a> {
    surface: &'s mut Surface<'a>,
    count: usize,
}

impl<'s, 'a> Pushed<'s, 'a> {
    const fn on(surface: &'s mut Surface<'a>) -> Self {
        Self { surface, count: 0 }
    }

    fn transform(&mut self, by: Transform) {
        self.surface.push_transform(&by);
        self.count += 1;
    }

    fn clip(&mut self, path: &Path, rule: FillRule) {
        self.surface.push_clip_path(path, &rule);
        self.count += 1;
    }

    fn mask(&mut self, mask: Mask) {
        self.surface.push_mask(mask);
        self.count += 1;
    }

    /// What follows is drawn together and then shown at this strength.
    fn layer(&mut self, strength: f32) {
        self.surface.push_opacity(paint::share(strength));
        self.surface.push_isolated();
        self.count += 2;
    }

    fn pop(self) {
        for _ in 0..self.count {
            self.surface.pop();
        }
    }
}

fn group(surface: &mut Surface<'_>, group: &usvg::Group) -> Result<(), String> {
    if !group.filters().is_empty() {
        return Err("it has a filter, which is not drawn on paper".to_owned());
    }
    if group.blend_mode() != usvg::BlendMode::Normal {
        return Err("it blends colors, which is not drawn on paper".to_owned());
    }
    let mut pushed = Pushed::on(surface);
    pushed.transform(matrix(group.transform()));
    let mut done = Ok(());
    if let Some(clip) = group.clip_path() {
        done = clip_to(&mut pushed, clip);
    }
    if let Some(mask) = group.mask() {
        done = done.and_then(|()| {
            let made = masked(pushed.surface, mask)?;
            pushed.mask(made);
            Ok(())
        });
    }
    let strength = group.opacity().get();
    if strength < 1.0 || group.mask().is_some() || group.isolate() {
        pushed.layer(strength);
    }
    for child in group.children() {
        done = done.and_then(|()| node(pushed.surface, child));
    }
    pushed.pop();
    done
}

fn node(surface: &mut Surface<'_>, node: &usvg::Node) -> Result<(), String> {
    match node {
        usvg::Node::Group(inner) => group(surface, inner),
        usvg::Node::Path(path) => shape(surface, path),
        usvg::Node::Image(_) => Err("it has a picture in it, which is not drawn".to_owned()),
        usvg::Node::Text(_) => Err("it has text in it, which is not drawn".to_owned()),
    }
}

/// A path with its fill and its line, in the order that it asks for.
fn shape(surface: &mut Surface<'_>, path: &usvg::Path) -> Result<(), String> {
    let Some(outline) = outline(path.data()).filter(|_| path.is_visible()) else {
        return Ok(());
    };
    let fill = path.fill().map(paint::fill).transpose()?;
    let line = path.stroke().map(paint::line).transpose()?;
    let rounds = match path.paint_order() {
        usvg::PaintOrder::FillAndStroke => [(fill, line), (None, None)],
        usvg::PaintOrder::StrokeAndFill => [(None, line), (fill, None)],
    };
    for (fill, line) in rounds {
        // With neither, krilla would fill in black.
        if fill.is_some() || line.is_some() {
            surface.set_fill(fill);
            surface.set_stroke(line);
            surface.draw_path(&outline);
        }
    }
    Ok(())
}

/// Leaves of what follows only what lies in the clip. One path is a clip of its
/// own, which every reader draws sharply; several are a mask.
fn clip_to(pushed: &mut Pushed<'_, '_>, clip: &usvg::ClipPath) -> Result<(), String> {
    if let Some(outer) = clip.clip_path() {
        clip_to(pushed, outer)?;
    }
    if let Some((path, rule)) = only_path(clip) {
        pushed.clip(&path, rule);
        return Ok(());
    }
    let mut stream = pushed.surface.stream_builder();
    let mut inner = stream.surface();
    let mut within = Pushed::on(&mut inner);
    within.transform(matrix(clip.transform()));
    let done = group(within.surface, clip.root());
    within.pop();
    inner.finish();
    let mask = Mask::new(stream.finish(), MaskType::Alpha);
    pushed.mask(mask);
    done
}

/// The one path of a clip, where it has no more, with all transforms applied.
fn only_path(clip: &usvg::ClipPath) -> Option<(Path, FillRule)> {
    let mut transform = clip.transform();
    let mut group = clip.root();
    loop {
        let [only] = group.children() else {
            return None;
        };
        let is_plain = group.clip_path().is_none() && group.mask().is_none();
        transform = transform.pre_concat(group.transform());
        if !is_plain {
            return None;
        }
        match only {
            usvg::Node::Group(inner) => group = inner,
            usvg::Node::Path(path) if path.is_visible() => {
                let rule = paint::rule(path.fill()?.rule());
                let data = path.data().clone().transform(transform)?;
                return Some((outline(&data)?, rule));
            }
            usvg::Node::Path(_) | usvg::Node::Image(_) | usvg::Node::Text(_) => return None,
        }
    }
}

/// A mask as krilla takes it.
fn masked(surface: &mut Surface<'_>, mask: &usvg::Mask) -> Result<Mask, String> {
    let mut stream = surface.stream_builder();
    let mut inner = stream.surface();
    let mut within = Pushed::on(&mut inner);
    let mut done = Ok(());
    if let Some(outer) = mask.mask() {
        done = masked(within.surface, outer).map(|outer| within.mask(outer));
    }
    let area = mask.rect();
    if let Some(area) = rect((area.x(), area.y()), (area.width(), area.height())) {
        within.clip(&area, FillRule::NonZero);
    }
    done = done.and_then(|()| group(within.surface, mask.root()));
    within.pop();
    inner.finish();
    let kind = match mask.kind() {
        usvg::MaskType::Luminance => MaskType::Luminosity,
        usvg::MaskType::Alpha => MaskType::Alpha,
    };
    done.map(|()| Mask::new(stream.finish(), kind))
}

/// A path as krilla takes it; none when there is nothing of it.
fn outline(path: &tiny_skia::Path) -> Option<Path> {
    let mut made = PathBuilder::new();
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(p) => made.move_to(p.x, p.y),
            PathSegment::LineTo(p) => made.line_to(p.x, p.y),
            PathSegment::QuadTo(a, p) => made.quad_to(a.x, a.y, p.x, p.y),
            PathSegment::CubicTo(a, b, p) => made.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y),
            PathSegment::Close => made.close(),
        }
    }
    made.finish()
}

fn rect((x, y): (f32, f32), (wide, high): (f32, f32)) -> Option<Path> {
    let mut made = PathBuilder::new();
    made.push_rect(krilla::geom::Rect::from_xywh(x, y, wide, high)?);
    made.finish()
}

/// A transform as krilla takes it.
pub(super) fn matrix(t: usvg::Transform) -> Transform {
    Transform::from_row(t.sx, t.ky, t.kx, t.sy, t.tx, t.ty)
}

#[cfg(test)]
mod tests {
    use krilla::page::PageSettings;
    use krilla::{Document, SerializeSettings};
    use resvg::usvg::{Options, Tree};

    use super::*;

    /// A page with this inside of a drawing of 10 by 10 units on it, unpacked.
    fn drawn(inside: &str) -> Result<String, String> {
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10' width='10' \
             height='10'>{inside}</svg>"
        );
        let tree = Tree::from_str(&text, &Options::default()).map_err(|err| err.to_string())?;
        let mut document = Document::new_with(SerializeSettings {
            compress_content_streams: false,
            ..SerializeSettings::default()
        });
        let settings = PageSettings::from_wh(100.0, 100.0).expect("a page");
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let done = draw(&mut surface, &tree, (50.0, 50.0));
        surface.finish();
        page.finish();
        done?;
        let bytes = document.finish().map_err(|err| format!("{err:?}"))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    const SQUARE: &str = "<path d='M1 1h8v8h-8z'";

    #[test]
    fn paths_are_filled_and_lined_in_their_order() {
        let lined = format!("{SQUARE} fill='#f00' stroke='#00f' stroke-width='2'/>");
        let page = drawn(&lined).unwrap();
        assert!(page.contains("1 0 0 rg"), "the fill: {page}");
        assert!(page.contains("0 0 1 RG"), "the line: {page}");
        let below = format!("<g paint-order='stroke'>{lined}</g>");
        let page = drawn(&below).unwrap();
        let (fill, line) = (page.find("1 0 0 rg"), page.find("0 0 1 RG"));
        assert!(line < fill, "the line lies below: {page}");
    }

    #[test]
    fn one_path_clips_and_several_mask() {
        let clip = |inside: &str| {
            format!(
                "<clipPath id='c'>{inside}</clipPath><g clip-path='url(#c)'>{SQUARE} \
                 fill='#f00'/></g>"
            )
        };
        let one = drawn(&clip("<path d='M2 2h3v3z'/>")).unwrap();
        assert!(!one.contains("/SMask"), "a clip is a clip: {one}");
        let two = drawn(&clip("<path d='M2 2h3v3z'/><path d='M4 4v3h3z'/>")).unwrap();
        assert!(two.contains("/SMask"), "two are a mask: {two}");
    }

    #[test]
    fn what_cannot_be_drawn_is_said_and_leaves_the_page_whole() {
        let pattern = "<pattern id='p' width='2' height='2' patternUnits='userSpaceOnUse'>\
             <path d='M0 0h1v1z'/></pattern>";
        let filter = "<filter id='f'><feGaussianBlur stdDeviation='1'/></filter>";
        let cases = [
            (format!("{pattern}{SQUARE} fill='url(#p)'/>"), "pattern"),
            (format!("{filter}{SQUARE} filter='url(#f)'/>"), "filter"),
            (
                format!("<g style='mix-blend-mode:multiply'>{SQUARE}/></g>"),
                "blends",
            ),
        ];
        for (inside, word) in cases {
            let said = drawn(&inside).unwrap_err();
            assert!(said.contains(word), "{word}: {said}");
        }
    }
}
