//! A picture of the figure as SVG text, for paper and contact sheets.

use std::fmt::{self, Write as _};

use super::camera::P2;
use super::library::{Picture, Tag};
use super::mesh::Role;
use super::picture::Piece;

/// Width of an outline, in body heights.
const LINE: f32 = 0.0045;
/// Shades a material is given, so that faces of one shade become one path.
const SHADES: f32 = 20.0;

/// The paints of one theme: red, green, blue.
pub trait Paint {
    /// The color of a material in this light, 0 to 1.
    fn fill(&self, role: Role, light: f32) -> [u8; 3];
    /// The color of its outline.
    fn line(&self, role: Role) -> [u8; 3];
    /// The color that marks the stretched buttock.
    fn glow(&self) -> [u8; 3];
}

/// Paints for white paper; they stay apart when printed in gray.
#[derive(Clone, Copy, Debug, Default)]
pub struct Paper;

impl Paper {
    /// Shade, light and line of a material.
    fn dye(role: Role) -> [[u8; 3]; 3] {
        match role {
            Role::Skin | Role::Feature => [[172, 120, 92], [246, 217, 192], [122, 70, 48]],
            Role::Hair => [[60, 44, 36], [120, 96, 82], [50, 30, 22]],
            Role::Shirt => [[168, 172, 180], [255, 255, 255], [84, 90, 98]],
            Role::Stretched => [[10, 78, 74], [44, 150, 143], [3, 50, 47]],
            Role::Other => [[120, 128, 136], [196, 203, 210], [66, 74, 82]],
            Role::Pillow => [[206, 200, 190], [255, 255, 255], [140, 132, 120]],
            Role::Strap => [[150, 104, 30], [236, 192, 104], [96, 64, 16]],
            Role::Chair => [[150, 130, 106], [214, 194, 166], [96, 78, 58]],
            Role::Wall => [[214, 208, 198], [240, 236, 228], [140, 132, 120]],
            Role::Mat => [[206, 216, 210], [232, 240, 235], [140, 160, 150]],
            Role::Shadow => [[212, 222, 216], [212, 222, 216], [212, 222, 216]],
        }
    }
}

impl Paint for Paper {
    fn fill(&self, role: Role, light: f32) -> [u8; 3] {
        let [shade, lit, _] = Self::dye(role);
        let t = in_light(light);
        let mix = |(a, b): (u8, u8)| (f32::from(a) + (f32::from(b) - f32::from(a)) * t) as u8;
        let [r, g, b] = shade;
        let [u, v, w] = lit;
        [mix((r, u)), mix((g, v)), mix((b, w))]
    }

    fn line(&self, role: Role) -> [u8; 3] {
        let [_, _, line] = Self::dye(role);
        line
    }

    fn glow(&self) -> [u8; 3] {
        [217, 79, 30]
    }
}

/// How far a material in this light is from its shade to its full color, 0 to 1.
pub fn in_light(light: f32) -> f32 {
    let t = ((light - 0.15) / 0.75).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// The picture as SVG, `width` units wide. The letters on the legs are drawn, not
/// written, so that no typeface is needed.
pub fn svg(picture: &Picture, paint: &dyn Paint, width: f32) -> String {
    let mut text = String::with_capacity(400_000);
    // Writing into a string does not fail.
    match whole(&mut text, picture, paint, width) {
        Ok(()) => text,
        Err(fmt::Error) => String::new(),
    }
}

fn whole(text: &mut String, picture: &Picture, paint: &dyn Paint, width: f32) -> fmt::Result {
    let k = width / picture.size.0.max(0.01);
    let (wide, high) = (picture.size.0 * k, picture.size.1 * k);
    write!(
        text,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide:.1} {high:.1}\" \
         width=\"{wide:.1}\" height=\"{high:.1}\" stroke-linejoin=\"round\" \
         stroke-linecap=\"round\">"
    )?;
    let mut open: Option<String> = None;
    for piece in &picture.pieces {
        draw(text, &mut open, piece, paint, k)?;
    }
    close(text, &mut open)?;
    mark(text, picture, paint, k)?;
    for tag in &picture.tags {
        letter(text, tag, paint, k)?;
    }
    text.push_str("</svg>");
    Ok(())
}

/// The glow at the stretched buttock.
fn mark(text: &mut String, picture: &Picture, paint: &dyn Paint, k: f32) -> fmt::Result {
    let P2(x, y) = picture.buttock;
    let (x, y, r) = (x * k, y * k, 0.075 * k);
    let glow = hex(paint.glow());
    for (share, alpha) in [(1.0, 0.15), (0.72, 0.25), (0.42, 0.35)] {
        write!(
            text,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.1}\" fill=\"{glow}\" \
             fill-opacity=\"{:.2}\"/>",
            r * share,
            alpha * (0.4 + 0.6 * picture.pull),
        )?;
    }
    write!(
        text,
        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.1}\" fill=\"none\" stroke=\"{glow}\" \
         stroke-width=\"{:.1}\"/>",
        r * 0.72,
        0.007 * k,
    )
}

/// L or R on a disc.
fn letter(text: &mut String, tag: &Tag, paint: &dyn Paint, k: f32) -> fmt::Result {
    let P2(x, y) = tag.at;
    let (x, y, r) = (x * k, y * k, 0.024 * k);
    let (fill, ink) = if tag.stretched {
        (hex(paint.line(Role::Stretched)), "#ffffff".to_owned())
    } else {
        ("#ffffff".to_owned(), hex(paint.line(Role::Other)))
    };
    let u = r * 0.5;
    let strokes = if tag.left {
        format!(
            "M{:.1} {:.1}v{:.1}h{:.1}",
            x - u * 0.6,
            y - u,
            u * 2.0,
            u * 1.3
        )
    } else {
        format!(
            "M{:.1} {:.1}v{:.1}h{:.1}a{:.1} {:.1} 0 0 1 0 {:.1}h{:.1}m{:.1} 0l{:.1} {:.1}",
            x - u * 0.7,
            y + u,
            -u * 2.0,
            u * 0.7,
            u * 0.55,
            u * 0.55,
            u * 1.1,
            -u * 0.7,
            u * 0.6,
            u * 0.8,
            u * 0.9,
        )
    };
    write!(
        text,
        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r:.1}\" fill=\"{fill}\" stroke=\"{ink}\" \
         stroke-width=\"{:.1}\"/><path d=\"{strokes}\" fill=\"none\" stroke=\"{ink}\" \
         stroke-width=\"{:.1}\"/>",
        r * 0.1,
        r * 0.2,
    )
}

/// A path through points; steps are told from point to point, in tenths, so that
/// the text stays short.
fn path(text: &mut String, points: &[P2], k: f32) -> fmt::Result {
    let tenths = |v: f32| (v * k * 10.0).round() as i32;
    let mut last: Option<(i32, i32)> = None;
    for p in points {
        let (x, y) = (tenths(p.0), tenths(p.1));
        let (lead, dx, dy) = match last {
            None => ('M', x, y),
            Some((was_x, was_y)) => ('l', x - was_x, y - was_y),
        };
        text.push(lead);
        number(text, dx)?;
        if dy >= 0 {
            text.push(' ');
        }
        number(text, dy)?;
        last = Some((x, y));
    }
    Ok(())
}

/// A number given in tenths.
fn number(text: &mut String, tenths: i32) -> fmt::Result {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, part) = (tenths.abs() / 10, tenths.abs() % 10);
    match (whole, part) {
        (_, 0) => write!(text, "{sign}{whole}"),
        (0, _) => write!(text, "{sign}.{part}"),
        _ => write!(text, "{sign}{whole}.{part}"),
    }
}

/// Ends the path that faces of one color share.
fn close(text: &mut String, open: &mut Option<String>) -> fmt::Result {
    if let Some(color) = open.take() {
        // A hair of the same color closes the seams between faces.
        write!(
            text,
            "\" fill=\"{color}\" stroke=\"{color}\" stroke-width=\".7\"/>"
        )?;
    }
    Ok(())
}

fn draw(
    text: &mut String,
    open: &mut Option<String>,
    piece: &Piece,
    paint: &dyn Paint,
    k: f32,
) -> fmt::Result {
    if let Piece::Face { role, at, light } = piece {
        let mean = light.iter().sum::<f32>() / 4.0;
        let color = hex(paint.fill(*role, (mean * SHADES).round() / SHADES));
        if open.as_deref() != Some(&color) {
            close(text, open)?;
            text.push_str("<path d=\"");
            *open = Some(color);
        }
        path(text, at, k)?;
        text.push('Z');
        return Ok(());
    }
    if matches!(piece, Piece::Rim { .. }) {
        return Ok(()); // paper draws soft edges by itself
    }
    close(text, open)?;
    text.push_str("<path d=\"");
    match piece {
        Piece::Face { .. } | Piece::Rim { .. } => {}
        Piece::Edge { role, at, .. } => {
            path(text, at, k)?;
            let color = hex(paint.line(*role));
            write!(
                text,
                "\" stroke=\"{color}\" stroke-width=\"{:.1}\"/>",
                LINE * k
            )?;
        }
        Piece::Area { role, at, light } => {
            path(text, at, k)?;
            write!(text, "Z\" fill=\"{}\"/>", hex(paint.fill(*role, *light)))?;
        }
        Piece::Line { role, at, width } => {
            path(text, at, k)?;
            let color = hex(paint.line(*role));
            write!(
                text,
                "\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{:.1}\"/>",
                width * k
            )?;
        }
    }
    Ok(())
}
