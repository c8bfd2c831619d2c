//! Sets boxes and columns: blocks on a soft ground, and blocks side by side.

use super::super::ink::{BOTTOM, SUBHEADING, TOP};
use super::super::sheet::{Block, Boxed, Words};
use super::{Area, Drawn, Ground, Role, Setter, Slice, What};

/// The air inside a box, above and below.
const INSIDE: f32 = 9.0;
/// The air inside a box at its sides.
const SIDES: f32 = 14.0;
/// The gap between two columns.
const GAP: f32 = 22.0;
/// A box up to this tall is never cut.
const WHOLE: f32 = 260.0;
/// The size of the mark at the head of a box.
const MARK: f32 = 15.0;

impl Setter<'_> {
    /// Sets a box. Where boxes cannot be drawn, only what is in it.
    pub(super) fn boxed(&mut self, area: Area, boxed: &Boxed) {
        let flat = self.flat;
        let from = self.slices.len();
        if !flat {
            let before = self.air(10.0);
            self.boxes.push(Ground {
                left: area.left,
                right: area.left + area.wide,
                ink: boxed.ink,
            });
            self.open.push(self.boxes.len() - 1);
            self.push(Slice {
                before,
                height: INSIDE,
                keep: true,
                ..Slice::default()
            });
            self.first = true;
        }
        let inner = Area {
            left: area.left + if flat { 0.0 } else { SIDES },
            column: area.column.min(area.wide - if flat { 0.0 } else { 2.0 * SIDES }),
            wide: area.wide - if flat { 0.0 } else { 2.0 * SIDES },
            ..area
        };
        if !boxed.head.is_empty() {
            self.box_head(inner, boxed);
        }
        self.blocks(inner, &boxed.blocks);
        if !flat {
            self.keep();
            self.push(Slice {
                height: INSIDE,
                ..Slice::default()
            });
            self.open.pop();
            self.whole(from);
            self.least = 11.0;
        }
        self.first = false;
    }

    /// Keeps a box in one piece unless it is large.
    fn whole(&mut self, from: usize) {
        let tall: f32 = self.slices.iter().skip(from).map(|s| s.before + s.height).sum();
        if tall > WHOLE {
            return;
        }
        let inside = self.slices.len().saturating_sub(from + 1);
        for slice in self.slices.iter_mut().skip(from).take(inside) {
            slice.keep = true;
        }
    }

    fn box_head(&mut self, area: Area, boxed: &Boxed) {
        let room = if boxed.mark.is_some() { MARK + 7.0 } else { 0.0 };
        let tag = self.tags.add(area.tag, Role::Paragraph);
        let from = self.slices.len();
        let head = Area {
            left: area.left + room,
            column: area.column - room,
            ..area
        };
        let words = Words::colored(&*boxed.head, boxed.ink);
        self.text(head, SUBHEADING, &words, 10.0, tag);
        for slice in self.slices.iter_mut().skip(from) {
            slice.keep = true;
        }
        if let Some((slice, mark)) = self.slices.get_mut(from).zip(boxed.mark) {
            slice.drawn.push(Drawn {
                x: area.left,
                y: (SUBHEADING.leading - MARK) / 2.0,
                tag: None,
                what: What::Mark(mark, MARK, boxed.ink),
            });
        }
    }

    /// Sets columns side by side in one slice; where that would be taller than a
    /// page, below each other.
    pub(super) fn columns(&mut self, area: Area, columns: &[(f32, Vec<Block>)]) {
        let shares: f32 = columns.iter().map(|(share, _)| share).sum();
        let gaps = GAP * columns.len().saturating_sub(1) as f32;
        let before = self.air(12.0);
        let was_flat = std::mem::replace(&mut self.flat, true);
        let outer = std::mem::take(&mut self.slices);
        let mut parts = Vec::new();
        let mut left = area.left;
        for (share, blocks) in columns {
            let wide = ((area.wide - gaps) * share / shares.max(0.01)).max(40.0);
            self.first = true;
            self.least = 0.0;
            self.blocks(
                Area {
                    left,
                    column: wide,
                    wide,
                    small: true,
                    ..area
                },
                blocks,
            );
            left += wide + GAP;
            parts.push(std::mem::take(&mut self.slices));
        }
        self.slices = outer;
        self.flat = was_flat;
        let tall = |part: &Vec<Slice>| -> f32 { part.iter().map(|s| s.before + s.height).sum() };
        let height = parts.iter().map(tall).fold(0.0, f32::max);
        if height > BOTTOM - TOP - 40.0 {
            for mut part in parts {
                if let Some(first) = part.first_mut() {
                    first.before = 12.0;
                }
                for slice in part {
                    self.push(slice);
                }
            }
            return;
        }
        let mut drawn = Vec::new();
        for part in parts {
            let mut y = 0.0;
            for slice in part {
                y += slice.before;
                drawn.extend(slice.drawn.into_iter().map(|one| Drawn { y: one.y + y, ..one }));
                y += slice.height;
            }
        }
        self.push(Slice {
            before,
            height,
            drawn,
            ..Slice::default()
        });
    }
}
