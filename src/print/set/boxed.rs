//! Sets boxes: blocks on a soft ground.

use super::super::ink::{DENSE, SUBHEADING, Style};
use super::super::sheet::{Boxed, Words};
use super::{Area, Drawn, Ground, Role, Setter, Slice, What};

/// The air inside a box, above and below; in a dense page.
const INSIDE: (f32, f32) = (9.0, 4.5);
/// The air inside a box at its sides.
const SIDES: f32 = 14.0;
/// A box up to this tall is never cut.
const WHOLE: f32 = 260.0;
/// The size of the mark at the head of a box.
const MARK: f32 = 15.0;

impl Setter<'_> {
    /// Sets a box. Where boxes cannot be drawn, only what is in it.
    pub(super) fn boxed(&mut self, area: Area, boxed: &Boxed) {
        let flat = self.flat;
        let from = self.slices.len();
        let inside = if self.dense { INSIDE.1 } else { INSIDE.0 };
        if !flat {
            let before = self.air(if self.dense { 5.0 } else { 10.0 });
            self.boxes.push(Ground {
                left: area.left,
                right: area.left + area.wide,
                ink: boxed.ink,
            });
            self.open.push(self.boxes.len() - 1);
            self.push(Slice {
                before,
                height: inside,
                keep: true,
                ..Slice::default()
            });
            self.first = true;
        }
        let inner = Area {
            left: area.left + if flat { 0.0 } else { SIDES },
            column: area
                .column
                .min(area.wide - if flat { 0.0 } else { 2.0 * SIDES }),
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
                height: inside,
                ..Slice::default()
            });
            self.open.pop();
            self.whole(from);
            self.least = if self.dense { 5.0 } else { 11.0 };
        }
        self.first = false;
    }

    /// Keeps a box in one piece unless it is large.
    fn whole(&mut self, from: usize) {
        let tall: f32 = self
            .slices
            .iter()
            .skip(from)
            .map(|s| s.before + s.height)
            .sum();
        if tall > WHOLE {
            return;
        }
        let inside = self.slices.len().saturating_sub(from + 1);
        for slice in self.slices.iter_mut().skip(from).take(inside) {
            slice.keep = true;
        }
    }

    fn box_head(&mut self, area: Area, boxed: &Boxed) {
        let (style, mark) = if self.dense {
            let strong = true;
            (Style { strong, ..DENSE }, 12.0)
        } else {
            (SUBHEADING, MARK)
        };
        let room = if boxed.mark.is_some() {
            mark + 7.0
        } else {
            0.0
        };
        let tag = self.tags.add(area.tag, Role::Paragraph);
        let from = self.slices.len();
        let head = Area {
            left: area.left + room,
            column: area.column - room,
            ..area
        };
        let words = Words::colored(&*boxed.head, boxed.ink);
        self.text(head, style, &words, 10.0, tag);
        for slice in self.slices.iter_mut().skip(from) {
            slice.keep = true;
        }
        if let Some((slice, drawn)) = self.slices.get_mut(from).zip(boxed.mark) {
            slice.drawn.push(Drawn {
                x: area.left,
                y: (style.leading - mark) / 2.0,
                tag: None,
                what: What::Mark(drawn, mark, boxed.ink),
            });
        }
    }
}
