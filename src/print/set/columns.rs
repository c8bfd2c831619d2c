//! Sets columns: blocks side by side, cut only where no column has something
//! that stays together.

use super::super::ink::Margins;
use super::super::sheet::Block;
use super::{Area, Drawn, Setter, Slice};

/// The gap between two columns.
const GAP: f32 = 22.0;

impl Setter<'_> {
    /// Sets columns side by side.
    pub(super) fn columns(&mut self, area: Area, columns: &[(f32, Vec<Block>)]) {
        let shares: f32 = columns.iter().map(|(share, _)| share).sum();
        let gaps = GAP * columns.len().saturating_sub(1) as f32;
        let before = self.air(if self.dense { 3.0 } else { 12.0 });
        let was_flat = std::mem::replace(&mut self.flat, true);
        let outer = std::mem::take(&mut self.slices);
        let mut parts = Vec::new();
        let mut left = area.left;
        for (share, blocks) in columns {
            let wide = ((area.wide - gaps) * share / shares.max(0.01)).max(40.0);
            self.first = true;
            (self.least, self.most) = (0.0, f32::INFINITY);
            let inner = Area {
                left,
                column: wide,
                wide,
                small: true,
                ..area
            };
            self.blocks(inner, blocks);
            left += wide + GAP;
            parts.push(std::mem::take(&mut self.slices));
        }
        (self.least, self.most) = (0.0, f32::INFINITY);
        self.slices = outer;
        self.flat = was_flat;
        let mut slices = merged(parts.clone());
        if slices
            .iter()
            .any(|slice| slice.height > Margins::USUAL.bottom - Margins::USUAL.top)
        {
            // They cannot be cut together: below each other, then.
            slices = parts.into_iter().flatten().collect();
        }
        if let Some(first) = slices.first_mut() {
            first.before = before;
        }
        for slice in slices {
            self.push(slice);
        }
    }
}

/// One row of slices made of several columns of them.
fn merged(parts: Vec<Vec<Slice>>) -> Vec<Slice> {
    let mut drawn: Vec<Drawn> = Vec::new();
    // From where to where in each column nothing may be cut.
    let mut whole: Vec<(f32, f32)> = Vec::new();
    let mut height = 0.0_f32;
    for part in parts {
        let mut y = 0.0;
        let mut from = None;
        for slice in part {
            let top = y + slice.before;
            y = top + slice.height;
            let start = *from.get_or_insert(top);
            if !slice.keep {
                whole.push((start, y));
                from = None;
            }
            let moved = slice.drawn.into_iter().map(|one| Drawn {
                y: one.y + top,
                ..one
            });
            drawn.extend(moved);
        }
        if let Some(start) = from {
            whole.push((start, y));
        }
        height = height.max(y);
    }
    let mut cuts: Vec<f32> = whole
        .iter()
        .map(|(_, end)| *end)
        .filter(|y| !whole.iter().any(|(a, b)| *a < y - 0.01 && *b > y + 0.01))
        .collect();
    cuts.push(height);
    cuts.sort_by(f32::total_cmp);
    cuts.dedup_by(|a, b| (*a - *b).abs() < 0.01);
    let mut slices = Vec::new();
    let mut top = 0.0;
    for end in cuts {
        let (here, later) = drawn
            .into_iter()
            .partition(|one: &Drawn| one.y < end - 0.01);
        drawn = later;
        let moved = |one: Drawn| Drawn {
            y: one.y - top,
            ..one
        };
        slices.push(Slice {
            height: end - top,
            drawn: Vec::into_iter(here).map(moved).collect(),
            ..Slice::default()
        });
        top = end;
    }
    slices
}
