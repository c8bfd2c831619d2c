//! What lies under a point of a drawing: a coarse map of every structure, kept
//! apart, so that it holds whatever is lifted off.

use resvg::tiny_skia::Pixmap;

use super::view::View;
use crate::content::{Figure, Side};

/// How wide the map is, in cells.
pub(super) const WIDTH: usize = 240;

/// How many times broader than a structure the one below is when the structure
/// may win a near miss.
const BROADER: usize = 6;

/// The cells that one structure covers, on one side.
#[derive(Clone, Debug)]
pub(super) struct Cover {
    /// The structure, as its place in the figure's list.
    pub structure: usize,
    /// Its side; none where it is drawn once.
    pub side: Option<Side>,
    /// The state it belongs to, if it is in one only.
    pub state: Option<String>,
    /// A bit a cell, row after row.
    pub bits: Vec<u64>,
    /// How many cells it covers.
    pub cells: usize,
}

impl Cover {
    fn covers(&self, cell: usize) -> bool {
        self.bits
            .get(cell / 64)
            .is_some_and(|word| word >> (cell % 64) & 1 == 1)
    }
}

/// A structure that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the figure's list of structures.
    pub structure: usize,
    /// Its side; none where it is drawn once.
    pub side: Option<Side>,
}

/// Where every structure of a drawing lies.
#[derive(Clone, Debug)]
pub struct HitMap {
    pub(super) height: usize,
    /// Units of the drawing a cell.
    pub(super) unit: f32,
    /// The lowest first, as they are drawn.
    pub(super) covers: Vec<Cover>,
}

impl HitMap {
    /// The topmost structure at a point, or the nearest one within `reach`,
    /// both in units of the drawing. What is thin wins over what it lies on.
    pub fn at(&self, figure: &Figure, view: &View, point: (f32, f32), reach: f32) -> Option<Hit> {
        let state = view.state.as_deref();
        let state = state.or_else(|| figure.states.first().map(|s| s.id.as_str()));
        let shown: Vec<&Cover> = self
            .covers
            .iter()
            .rev()
            .filter(|c| c.state.is_none() || c.state.as_deref() == state)
            .filter(|c| {
                figure
                    .structures
                    .get(c.structure)
                    .is_some_and(|s| !view.hidden.contains(&s.layer))
            })
            .collect();
        let hit = |c: &Cover| Hit {
            structure: c.structure,
            side: c.side,
        };
        let under = self
            .cell(point, (0, 0))
            .and_then(|cell| shown.iter().position(|c| c.covers(cell)));
        let exact = under.and_then(|at| shown.get(at));
        // What is thin and lies on something broad, such as a nerve, is hard to meet exactly.
        let above = shown
            .get(..under.unwrap_or(shown.len()))
            .unwrap_or_default();
        let broad = WIDTH * self.height / 40;
        let wins = |c: &Cover| {
            exact.is_none_or(|under| under.cells > broad && c.cells * BROADER < under.cells)
        };
        let share = if exact.is_some() { 3.0 } else { 1.0 };
        for (dx, dy) in rings((reach / share / self.unit).round() as i32) {
            let Some(cell) = self.cell(point, (dx, dy)) else {
                continue;
            };
            if let Some(found) = above.iter().find(|c| wins(c) && c.covers(cell)) {
                return Some(hit(found));
            }
        }
        exact.map(|c| hit(c))
    }

    fn cell(&self, (x, y): (f32, f32), (dx, dy): (i32, i32)) -> Option<usize> {
        let column = (x / self.unit).floor() as i32 + dx;
        let row = (y / self.unit).floor() as i32 + dy;
        let column = usize::try_from(column).ok().filter(|c| *c < WIDTH)?;
        let row = usize::try_from(row).ok().filter(|r| *r < self.height)?;
        Some(row * WIDTH + column)
    }
}

/// Steps away from a cell, the nearest first, up to `reach` cells.
fn rings(reach: i32) -> Vec<(i32, i32)> {
    let reach = reach.clamp(0, 24);
    let mut all: Vec<(i32, i32)> = (-reach..=reach)
        .flat_map(|y| (-reach..=reach).map(move |x| (x, y)))
        .filter(|(x, y)| x * x + y * y <= reach * reach)
        .collect();
    all.sort_by_key(|(x, y)| x * x + y * y);
    all
}

/// What a structure covers, drawn alone `WIDTH` pixels wide.
pub(super) fn bits(
    structure: usize,
    side: Option<Side>,
    state: Option<&str>,
    pixmap: &Pixmap,
) -> Cover {
    let pixels = pixmap.pixels();
    let mut bits = vec![0_u64; pixels.len().div_ceil(64)];
    let mut cells = 0;
    // A soft tint counts where it is strongest for itself, not only where it hides.
    let strongest = pixels.iter().map(|p| p.alpha()).max().unwrap_or(0);
    let enough = (strongest / 5 * 2).max(8);
    for (cell, pixel) in pixels.iter().enumerate() {
        if pixel.alpha() > enough
            && let Some(word) = bits.get_mut(cell / 64)
        {
            *word |= 1 << (cell % 64);
            cells += 1;
        }
    }
    Cover {
        structure,
        side,
        state: state.map(str::to_owned),
        bits,
        cells,
    }
}
