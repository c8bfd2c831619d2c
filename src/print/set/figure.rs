//! Sets drawings: side by side, never cut, each with its caption below.

use super::super::ink::{FOOT, QUIET};
use super::super::line;
use super::super::sheet::{Figure, Words};
use super::text::base;
use super::{Area, Drawn, Role, Setter, Slice, What};
use crate::figure::Drawing;

/// The gap between two drawings, in points.
const GAP: f32 = 24.0;
/// The tallest a drawing gets alone, beside another one, and in a column.
const TALLEST: (f32, f32, f32) = (255.0, 230.0, 238.0);

impl Setter<'_> {
    /// Sets drawings in one row.
    pub(super) fn figures(&mut self, area: Area, figures: &[Figure]) {
        let count = figures.len().max(1) as f32;
        let cell = ((area.wide - GAP * (count - 1.0)) / count).max(40.0);
        let tallest = match figures.len() {
            _ if self.drawing.is_some() => self.drawing.unwrap_or(TALLEST.2),
            _ if area.small => TALLEST.2,
            0 | 1 => TALLEST.0,
            _ => TALLEST.1,
        };
        let mut drawn = Vec::new();
        let mut captions = Vec::new();
        let mut height = 0.0_f32;
        for (at, figure) in figures.iter().enumerate() {
            let left = area.left + at as f32 * (cell + GAP);
            let (w, h) = Drawing::size_of(&figure.art.figure.id).unwrap_or((4.0, 3.0));
            let scale = (cell.min(area.column) / w).min(tallest / h);
            let (w, h) = (w * scale, h * scale);
            let tag = self.tags.add(area.tag, Role::Figure(figure.alt.clone()));
            if let Some(edges) = figure.art.figure.seen_from.edges() {
                self.edges(&mut drawn, edges, (left, h), w);
                height = height.max(h + FOOT.leading);
            }
            drawn.push(Drawn {
                x: left,
                y: 0.0,
                tag: Some(tag),
                what: What::Art(Box::new(figure.art.clone()), w, h),
            });
            height = height.max(h);
            let caption = if figure.caption.0.is_empty() {
                Vec::new()
            } else {
                // A drawing alone leaves room beside it; its caption may use that.
                let measure = cell.min(area.column);
                line::lines(self.faces, &figure.caption, QUIET, measure)
            };
            captions.push((left, caption));
        }
        let before = self.air(if self.dense { 3.0 } else { 15.0 });
        let rows = captions.iter().map(|(_, c)| c.len()).max().unwrap_or(0);
        self.push(Slice {
            before,
            height: height + if rows > 0 { 5.0 } else { 0.0 },
            drawn,
            keep: rows > 0,
            ..Slice::default()
        });
        self.captions(area, &captions, rows);
        self.first = false;
    }

    fn captions(&mut self, area: Area, captions: &[(f32, Vec<line::Line>)], rows: usize) {
        let tags: Vec<usize> = captions
            .iter()
            .map(|_| self.tags.add(area.tag, Role::Caption))
            .collect();
        for row in 0..rows {
            let mut drawn = Vec::new();
            for ((left, lines), tag) in captions.iter().zip(&tags) {
                if let Some(line) = lines.get(row) {
                    drawn.extend(self.drawn(line, *left, base(QUIET), *tag));
                }
            }
            self.push(Slice {
                height: QUIET.leading,
                drawn,
                keep: row + 1 < rows,
                ..Slice::default()
            });
        }
    }

    /// Which side is which, below the left and right end of a drawing. The
    /// drawing's words say it to a screen reader.
    fn edges(&mut self, into: &mut Vec<Drawn>, edges: (&str, &str), foot: (f32, f32), wide: f32) {
        let (left, y) = foot;
        for (word, at_right) in [(edges.0, false), (edges.1, true)] {
            let lines = line::lines(self.faces, &Words::plain(word), FOOT, wide);
            let Some(line) = lines.first() else { continue };
            let x = if at_right {
                left + wide - line.width
            } else {
                left
            };
            for one in self.drawn(line, x, y + base(FOOT), 0) {
                into.push(Drawn { tag: None, ..one });
            }
        }
    }
}
