//! Sets lists: a dot or a number, and what it says beside it.

use super::super::ink::{BODY, Ink, QUIET, SMALL};
use super::super::line;
use super::super::sheet::{Item, Words};
use super::text::base;
use super::{Area, Drawn, Role, Setter, What};

/// The room for a dot, in points.
const DOT: f32 = 13.0;
/// The room for a number, in points.
const NUMBER: f32 = 21.0;

impl Setter<'_> {
    /// Sets a list, numbered from `from` on or with dots.
    pub(super) fn list(&mut self, area: Area, items: &[Item], from: Option<usize>) {
        let list = self.tags.add(area.tag, Role::List(from.is_some()));
        let numbered = from.is_some();
        // Sources and legends are numbered: they are looked up, not read through.
        let style = if area.small || numbered { SMALL } else { BODY };
        let room = if numbered { NUMBER } else { DOT };
        let inner = Area {
            left: area.left + room,
            column: area.column - room,
            wide: area.wide - room,
            ..area
        };
        for (at, item) in items.iter().enumerate() {
            let entry = self.tags.add(list, Role::Entry);
            let number = numbered.then(|| self.tags.add(entry, Role::Number));
            let said = self.tags.add(entry, Role::Said);
            let first = self.slices.len();
            let air = if at == 0 { 5.0 } else { 3.6 };
            let tag = self.tags.add(said, Role::Paragraph);
            self.text(inner, style, &item.words, air, tag);
            let before = if let Some((from, tag)) = from.zip(number) {
                let text = Words::strong((from + at).to_string());
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
        }
    }
}
