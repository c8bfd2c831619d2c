//! Sets tables: faint lines between rows, the head told again on a new page.

use super::super::ink::{DENSE, DENSE_QUIET, Ink, QUIET, SMALL};
use super::super::line;
use super::super::sheet::{Cell, Words};
use super::text::base;
use super::{Area, Drawn, Role, Setter, Slice, What};

/// The gap between two columns, in points; in a dense page.
const GAP: (f32, f32) = (14.0, 8.0);
/// The air above and below the words of a row, in points; in a dense page.
const AIR: (f32, f32) = (4.0, 1.6);
/// The size of a mark, and the room for two of them, in points.
const MARK: (f32, f32) = (9.0, 25.0);
/// A row of more lines than this may be cut.
const LONG: usize = 14;

impl Setter<'_> {
    /// Sets a table.
    pub(super) fn table(
        &mut self,
        area: Area,
        shares: &[f32],
        head: &[String],
        rows: &[Vec<Cell>],
    ) {
        let table = self.tags.add(area.tag, Role::Table);
        let columns = places(area, shares, if self.dense { GAP.1 } else { GAP.0 });
        let before = self.air(if self.dense { 3.0 } else { 10.0 });
        let from = self.slices.len();
        if !head.is_empty() {
            let row = self.tags.add(table, Role::Row);
            let cells: Vec<Cell> = head
                .iter()
                .map(|text| Words::colored(&**text, Ink::Muted).into())
                .collect();
            self.row(&columns, &cells, row, true);
            let mut told: Vec<Slice> = self.slices.get(from..).unwrap_or_default().to_vec();
            for slice in &mut told {
                slice.before = 0.0;
                slice.keep = true;
                for one in &mut slice.drawn {
                    one.tag = None; // said once is enough
                }
            }
            self.heads.push(told);
            for slice in self.slices.iter_mut().skip(from) {
                slice.keep = true;
            }
        }
        let number = self.heads.len().checked_sub(1).filter(|_| !head.is_empty());
        let body = self.slices.len();
        for cells in rows {
            let row = self.tags.add(table, Role::Row);
            let start = self.slices.len();
            self.row(&columns, cells, row, false);
            if let Some(first) = self.slices.get_mut(start) {
                first.drawn.push(Drawn {
                    x: area.left,
                    y: 0.0,
                    tag: None,
                    what: What::Rule(area.wide),
                });
            }
        }
        for slice in self.slices.iter_mut().skip(body) {
            slice.head = number;
        }
        if let Some(first) = self.slices.get_mut(from) {
            first.before = before;
        }
    }

    /// Sets one row, a slice for each line of its tallest cell.
    fn row(&mut self, columns: &[(f32, f32)], cells: &[Cell], row: usize, is_head: bool) {
        let style = match (is_head, self.dense) {
            (true, false) => QUIET,
            (false, false) => SMALL,
            (true, true) => DENSE_QUIET,
            (false, true) => DENSE,
        };
        let air = if self.dense { AIR.1 } else { AIR.0 };
        let mut set = Vec::new();
        for (cell, (left, wide)) in cells.iter().zip(columns) {
            let role = if is_head { Role::HeadCell } else { Role::Cell };
            let tag = self.tags.add(row, role);
            let marked = !cell.marks.is_empty();
            let room = if marked { MARK.1 } else { 0.0 };
            let lines = line::lines(self.faces, &cell.words, style, (wide - room).max(30.0));
            set.push((cell, *left, left + room, tag, lines));
        }
        let count = set.iter().map(|(.., lines)| lines.len()).max().unwrap_or(1);
        for at in 0..count {
            let top = if at == 0 { air } else { 0.0 };
            let mut drawn = Vec::new();
            for (cell, left, words, tag, lines) in &set {
                if at == 0 {
                    drawn.extend(marks(cell, *left, top, style.leading));
                }
                if let Some(line) = lines.get(at) {
                    drawn.extend(self.drawn(line, *words, top + base(style), *tag));
                }
            }
            let foot = if at + 1 == count { air } else { 0.0 };
            self.push(Slice {
                height: top + style.leading + foot,
                drawn,
                keep: at + 1 < count && (count <= LONG || at == 0),
                ..Slice::default()
            });
        }
    }
}

/// Where each column begins, and how wide it is.
fn places(area: Area, shares: &[f32], gap: f32) -> Vec<(f32, f32)> {
    let whole: f32 = shares.iter().sum();
    let room = area.wide - gap * shares.len().saturating_sub(1) as f32;
    let mut left = area.left;
    let mut all = Vec::with_capacity(shares.len());
    for share in shares {
        let wide = room * share / whole.max(0.01);
        all.push((left, wide));
        left += wide + gap;
    }
    all
}

/// The marks of a cell; the words beside them say the same.
fn marks(cell: &Cell, left: f32, top: f32, leading: f32) -> Vec<Drawn> {
    let step = MARK.0 + 1.5;
    let marks = cell.marks.iter().enumerate();
    marks
        .map(|(at, mark)| Drawn {
            x: left + at as f32 * step,
            y: top + (leading - MARK.0) / 2.0,
            tag: None,
            what: What::Mark(*mark, MARK.0, cell.ink),
        })
        .collect()
}
