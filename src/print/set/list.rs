//! Sets lists: a dot or a number, and what it says beside it.

use super::super::ink::{BODY, DENSE, Ink, NOTE, QUIET, SMALL};
use super::super::line;
use super::super::sheet::{Item, Words};
use super::text::base;
use super::{Area, Drawn, Role, Setter, What};

/// The room for a dot, in points.
const DOT: f32 = 13.0;
/// An entry of more lines than this may be cut.
const LONG: usize = 8;
/// The room for a number, in points.
const NUMBER: f32 = 21.0;

impl Setter<'_> {
    /// Sets a list, with numbers or with dots.
    pub(super) fn list(&mut self, area: Area, items: &[Item], numbered: bool) {
        let list = self.tags.add(area.tag, Role::List(numbered));
        let style = match numbered {
            true => NOTE,
            false if self.dense => DENSE,
            false if area.small => SMALL,
            false => BODY,
        };
        let column = if numbered { area.wide } else { area.column };
        let room = if numbered { NUMBER } else { DOT };
        let inner = Area {
            left: area.left + room,
            column: column - room,
            wide: area.wide - room,
            ..area
        };
        for (at, item) in items.iter().enumerate() {
            let entry = self.tags.add(list, Role::Entry);
            let number = numbered.then(|| self.tags.add(entry, Role::Number));
            let said = self.tags.add(entry, Role::Said);
            let first = self.slices.len();
            let air = match at {
                _ if self.dense => 1.0,
                0 => 5.0,
                _ => 3.8,
            };
            let tag = self.tags.add(said, Role::Paragraph);
            self.text(inner, style, &item.words, air, tag);
            let before = if let Some(tag) = number {
                let text = Words::strong((at + 1).to_string());
                let lines = line::lines(self.faces, &text, style, NUMBER);
                lines
                    .first()
                    .map(|line| self.drawn(line, area.left, base(style), tag))
                    .unwrap_or_default()
            } else {
                vec![Drawn {
                    x: area.left + 1.0,
                    y: style.leading / 2.0 - 1.7,
                    tag: None,
                    what: What::Dot(4.0, Ink::Accent),
                }]
            };
            if let Some(slice) = self.slices.get_mut(first) {
                slice.drawn.splice(0..0, before);
            }
            for more in &item.more {
                self.keep();
                let tag = self.tags.add(said, Role::Paragraph);
                self.text(inner, QUIET, more, 0.0, tag);
            }
            // An entry is short: it goes to the next page whole.
            let inside = self.slices.len().saturating_sub(first + 1);
            if inside < LONG {
                for slice in self.slices.iter_mut().skip(first).take(inside) {
                    slice.keep = true;
                }
            }
        }
    }
}
