//! A set document as plain marks for a window to draw, and its text for a person
//! who cannot see it. The same lines at the same places as in the PDF.

use super::face::Faces;
use super::ink::{FOOT, Ink, PAPER};
use super::pages::Placed;
use super::set::{Ground, Role, Setter, What};
use super::sheet::{Art, Mark, Sheet};
use super::spread::tags;
use super::{Stamp, laid_out};

/// Something to draw on a page, in points from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// A line of text on its base line.
    Text {
        /// The left end of its base line.
        at: (f32, f32),
        /// How wide it is.
        wide: f32,
        /// The size of its letters.
        size: f32,
        /// In the semibold weight.
        strong: bool,
        /// Its color: red, green, blue.
        ink: (u8, u8, u8),
        /// What it says.
        text: String,
    },
    /// A filled box: left, top, right, bottom; how round its corners are.
    Fill([f32; 4], f32, (u8, u8, u8)),
    /// A line from one place to another, so wide.
    Line((f32, f32), (f32, f32), f32, (u8, u8, u8)),
    /// A disc: its middle, its radius, its color; white with a ring in it
    /// where the last says so.
    Disc((f32, f32), f32, (u8, u8, u8), bool),
    /// A mark, as wide as tall.
    Mark(Mark, [f32; 4], (u8, u8, u8)),
    /// A drawing: left, top, right, bottom.
    Art(Box<Art>, [f32; 4]),
}

/// A document to look at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// Its pages.
    pub pages: Vec<Vec<Shown>>,
    /// The text of each page, a line a part, in reading order.
    pub text: Vec<Vec<String>>,
}

impl Preview {
    /// The paper, in points, width and height.
    pub const PAPER: (f32, f32) = PAPER;
}

/// Sets a sheet for the window.
///
/// # Errors
/// When the typeface cannot be read, which would be our fault.
pub fn preview(sheet: &Sheet, stamp: &Stamp) -> Result<Preview, String> {
    let faces = Faces::load()?;
    let (set, pages) = laid_out(&faces, sheet);
    let count = pages.len();
    let mut preview = Preview::default();
    for (at, placed) in pages.iter().enumerate() {
        let mut page = Vec::new();
        for (number, ground) in set.boxes.iter().enumerate() {
            grounds(&mut page, number, ground, placed);
        }
        for one in placed {
            for drawn in &one.slice.drawn {
                show(&mut page, &drawn.what, (drawn.x, one.y + drawn.y));
            }
        }
        foot(&mut page, &faces, sheet, stamp, (at + 1, count));
        preview.pages.push(page);
        preview.text.push(said(&set, placed));
    }
    Ok(preview)
}

fn grounds(page: &mut Vec<Shown>, number: usize, ground: &Ground, placed: &[Placed]) {
    let mut inside = placed.iter().filter(|p| p.slice.boxes.contains(&number));
    let Some(first) = inside.next() else { return };
    let end = inside
        .map(|p| p.y + p.slice.height)
        .fold(first.y + first.slice.height, f32::max);
    let (left, right) = (ground.left, ground.right);
    page.push(Shown::Fill(
        [left, first.y, right, end],
        5.0,
        ground.ink.soft(),
    ));
    page.push(Shown::Fill(
        [left, first.y, left + 3.0, end],
        1.5,
        ground.ink.rgb(),
    ));
}

fn show(page: &mut Vec<Shown>, what: &What, (x, y): (f32, f32)) {
    match what {
        What::Text(piece) => page.push(Shown::Text {
            at: (x, y),
            wide: piece.width(),
            size: piece.size,
            strong: piece.strong,
            ink: piece.ink.rgb(),
            text: piece.shaped.text.clone(),
        }),
        What::Dot(wide, ink) => {
            let r = wide / 2.0;
            page.push(Shown::Disc((x + r, y + r), r, ink.rgb(), false));
        }
        What::Rule(long) => {
            let ink = Ink::Hairline.rgb();
            page.push(Shown::Line((x, y), (x + long, y), 0.7, ink));
        }
        What::Bar(w, h, ink) => {
            page.push(Shown::Fill([x, y, x + w, y + h], 0.0, ink.rgb()));
        }
        What::Line((dx, dy), wide, ink) => {
            page.push(Shown::Line((x, y), (x + dx, y + dy), *wide, ink.rgb()));
        }
        What::Mark(mark, wide, ink) => {
            page.push(Shown::Mark(*mark, [x, y, x + wide, y + wide], ink.rgb()));
        }
        What::Art(art, w, h) => {
            page.push(Shown::Art(art.clone(), [x, y, x + w, y + h]));
            for tag in tags(art, (*w, *h)) {
                let ink = Ink::Accent.rgb();
                let on = |at: (f32, f32)| (x + at.0, y + at.1);
                if tag.is_led() {
                    page.push(Shown::Line(on(tag.from), on(tag.to), 0.9, ink));
                }
                page.push(Shown::Disc(on(tag.to), tag.radius, ink, true));
                // Counts are digits, all about as wide.
                let wide = 0.56 * tag.points * tag.text.len() as f32;
                let (mx, my) = on(tag.to);
                page.push(Shown::Text {
                    at: (mx - wide / 2.0, my + tag.points * 0.35),
                    wide,
                    size: tag.points,
                    strong: true,
                    ink: Ink::Text.rgb(),
                    text: tag.text,
                });
            }
        }
        // Steps of a stretch have a view of their own in the window.
        What::Pose(..) | What::Badge(..) => {}
    }
}

fn foot(
    page: &mut Vec<Shown>,
    faces: &Faces,
    sheet: &Sheet,
    stamp: &Stamp,
    (at, of): (usize, usize),
) {
    let side = sheet.margins().side;
    let count = format!("Page {at} of {of}");
    for (text, right) in [(sheet.foot_words(stamp), false), (count, true)] {
        let wide = faces.shaped_plain(&text).width * FOOT.size;
        let x = if right { PAPER.0 - side - wide } else { side };
        page.push(Shown::Text {
            at: (x, PAPER.1 - 38.0),
            wide,
            size: FOOT.size,
            strong: false,
            ink: FOOT.ink.rgb(),
            text,
        });
    }
}

/// The text of a page, a line a part; the cells of a row are one line, a drawing
/// is its words.
fn said(set: &Setter<'_>, placed: &[Placed]) -> Vec<String> {
    let parts = set.tags.parts();
    let mut texts = std::collections::BTreeMap::<usize, String>::new();
    for drawn in placed.iter().flat_map(|p| &p.slice.drawn) {
        let Some(tag) = drawn.tag else { continue };
        let text = texts.entry(tag).or_default();
        let is_figure = matches!(parts.get(tag), Some((Role::Figure(_), _)));
        if let What::Text(piece) = &drawn.what
            && !is_figure
        {
            if !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
            text.push_str(&piece.shaped.text);
        }
    }
    let mut lines: Vec<String> = Vec::new();
    let mut row = None;
    for (tag, text) in texts {
        let Some((role, parent)) = parts.get(tag) else {
            continue;
        };
        let text = if let Role::Figure(alt) = role {
            alt.clone()
        } else {
            text.trim().to_owned()
        };
        let cell = matches!(role, Role::Cell | Role::HeadCell);
        match lines.last_mut() {
            Some(line) if cell && row == Some(*parent) => {
                line.push_str(", ");
                line.push_str(&text);
            }
            _ => lines.push(text),
        }
        row = cell.then_some(*parent);
    }
    lines.retain(|line| !line.is_empty());
    lines
}
