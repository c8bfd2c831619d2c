//! Sets paragraphs.

use super::super::ink::Style;
use super::super::line::{self, Line};
use super::super::sheet::Words;
use super::{Area, Drawn, Role, Setter, Slice, What};

/// Where the base line lies in a line, from its top.
pub(super) fn base(style: Style) -> f32 {
    style.leading / 2.0 + style.size * 0.34
}

impl Setter<'_> {
    /// Sets a paragraph, a slice for each line. Its first two and its last two
    /// lines stay together.
    pub(super) fn text(&mut self, area: Area, style: Style, words: &Words, air: f32, tag: usize) {
        let lines = line::lines(self.faces, words, style, area.column);
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let before = if at == 0 { self.air(air) } else { 0.0 };
            let drawn = self.drawn(&line, area.left, base(style), tag);
            self.push(Slice {
                before,
                height: style.leading,
                drawn,
                keep: count > 1 && (at == 0 || at + 2 == count),
                ..Slice::default()
            });
        }
        self.first = false;
    }

    /// The pieces of a line at their place.
    pub(super) fn drawn(&mut self, line: &Line, left: f32, y: f32, tag: usize) -> Vec<Drawn> {
        let mut all = Vec::with_capacity(line.pieces.len());
        for piece in &line.pieces {
            let tag = if piece.link.is_some() {
                self.tags.add(tag, Role::Link)
            } else {
                tag
            };
            all.push(Drawn {
                x: left + piece.x,
                y: y - piece.lift,
                tag: Some(tag),
                what: What::Text(piece.clone()),
            });
        }
        all
    }
}
