//! Contact sheets: every figure in every state and layer by layer, and every
//! picture of the guide, to be looked at side by side.

use std::collections::BTreeSet;

use super::{Contour, Drawing, Pixels, View};
use crate::content::{Figure, Library, Picture};

/// The gap around a picture, in pixels.
const GAP: usize = 12;

/// How a sheet is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// The width of one picture, in pixels.
    pub width: u32,
    /// Pictures in a row.
    pub columns: usize,
    /// The color of the ground.
    pub ground: [u8; 3],
    /// The line around what is lit.
    pub contour: Option<Contour>,
}

impl Sheet {
    /// Every figure in every state, and each layer lifted off in turn; of one
    /// figure alone where `only` is its id.
    ///
    /// # Errors
    /// When a drawing cannot be read.
    pub fn figures(&self, library: &Library, only: Option<&str>) -> Result<Pixels, String> {
        let mut all = Vec::new();
        let wanted = |figure: &&Figure| only.is_none_or(|id| figure.id == id);
        for figure in library.figures().iter().filter(wanted) {
            let drawing = Drawing::of(figure)?;
            for view in views(figure) {
                all.push(drawing.picture(&view, self.width, self.contour)?);
            }
        }
        Ok(self.lay(&all))
    }

    /// Every picture on the pages of causes and alerts.
    ///
    /// # Errors
    /// When a drawing cannot be read.
    pub fn guide(&self, library: &Library) -> Result<Pixels, String> {
        let causes = library.causes().iter().flat_map(|c| &c.pictures);
        let alerts = library.alerts().iter().flat_map(|a| &a.pictures);
        let drawn = |picture: &Picture| -> Option<Result<Pixels, String>> {
            let figure = library.figure(&picture.figure)?;
            let view = View::of(figure, picture);
            let drawing = Drawing::of(figure);
            Some(drawing.and_then(|d| d.picture(&view, self.width, self.contour)))
        };
        let all: Result<Vec<Pixels>, String> = causes.chain(alerts).filter_map(drawn).collect();
        Ok(self.lay(&all?))
    }

    /// Lays pictures in rows, each row as tall as its tallest.
    fn lay(&self, pictures: &[Pixels]) -> Pixels {
        let columns = self.columns.max(1);
        let cell = self.width as usize + GAP;
        let rows: Vec<&[Pixels]> = pictures.chunks(columns).collect();
        let tall = |row: &[Pixels]| row.iter().map(|p| p.height).max().unwrap_or(0) + GAP;
        let width = columns * cell + GAP;
        let height = rows.iter().map(|r| tall(r)).sum::<usize>() + GAP;
        let [r, g, b] = self.ground;
        let mut sheet = Pixels {
            width,
            height,
            rgba: [r, g, b, 255].repeat(width * height),
        };
        let mut top = GAP;
        for row in rows {
            for (at, picture) in row.iter().enumerate() {
                put(&mut sheet, picture, (GAP + at * cell, top));
            }
            top += tall(row);
        }
        sheet
    }
}

/// Every view of a figure worth a look.
fn views(figure: &Figure) -> Vec<View> {
    let states = figure.states.iter().map(|state| View {
        state: Some(state.id.clone()),
        ..View::default()
    });
    let mut all: Vec<View> = states.collect();
    if all.is_empty() {
        all.push(View::default());
    }
    let mut hidden = BTreeSet::new();
    for layer in Drawing::peel_order(figure) {
        hidden.insert(layer);
        if hidden.len() < figure.layers.len() {
            all.push(View {
                hidden: hidden.clone(),
                ..View::default()
            });
        }
    }
    all
}

/// Lays a picture on the sheet with its corner at `x`, `y`.
fn put(sheet: &mut Pixels, picture: &Pixels, (x, y): (usize, usize)) {
    let bytes = picture.width * 4;
    for (row, from) in picture.rgba.chunks_exact(bytes.max(4)).enumerate() {
        let start = ((y + row) * sheet.width + x) * 4;
        let Some(into) = sheet.rgba.get_mut(start..start + bytes) else {
            continue;
        };
        let mut below = Pixels {
            width: picture.width,
            height: 1,
            rgba: into.to_vec(),
        };
        below.lay(&Pixels {
            width: picture.width,
            height: 1,
            rgba: from.to_vec(),
        });
        into.copy_from_slice(&below.rgba);
    }
}
