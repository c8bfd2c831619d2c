//! Sets charts: every mark at its place, all of them one figure.

use super::super::ink::{Ink, PLOT};
use super::super::line::Piece;
use super::super::plot::{Align, Mark, Plot, X};
use super::{Area, Drawn, Role, Setter, Slice, What};

impl Setter<'_> {
    /// Sets a chart as wide as there is room.
    pub(super) fn plot(&mut self, area: Area, plot: &Plot) {
        let tag = self.tags.add(area.tag, Role::Figure(plot.alt.clone()));
        let before = self.air(4.0);
        let marks = plot.marks.iter();
        let drawn = marks.map(|mark| self.mark(area, mark, tag)).collect();
        self.push(Slice {
            before,
            height: plot.height,
            drawn,
            ..Slice::default()
        });
        self.first = false;
    }

    fn mark(&self, area: Area, mark: &Mark, tag: usize) -> Drawn {
        let on = |x: X| area.left + x.on(area.wide);
        let (x, y, what) = match mark {
            Mark::Bar {
                span,
                top,
                bottom,
                ink,
            } => {
                let (left, right) = (on(span.0), on(span.1));
                let what = What::Bar((right - left).max(0.5), (bottom - top).max(0.3), *ink);
                (left, *top, what)
            }
            Mark::Line {
                from,
                to,
                wide,
                ink,
            } => {
                let (x, y) = (on(from.0), from.1);
                (x, y, What::Line((on(to.0) - x, to.1 - y), *wide, *ink))
            }
            Mark::Dot { at, radius, ink } => {
                let (x, y) = (on(at.0) - radius, at.1 - radius);
                (x, y, What::Dot(2.0 * radius, *ink))
            }
            Mark::Word {
                at,
                text,
                align,
                ink,
                strong,
            } => {
                let shaped = self.faces.of(*strong).shape(text);
                let wide = shaped.width * PLOT.size;
                let back = match align {
                    Align::Start => 0.0,
                    Align::Middle => wide / 2.0,
                    Align::End => wide,
                };
                let most = (area.left + area.wide - wide).max(area.left);
                let piece = Piece {
                    x: 0.0,
                    lift: 0.0,
                    size: PLOT.size,
                    strong: *strong,
                    ink: if *ink == Ink::Text { PLOT.ink } else { *ink },
                    link: None,
                    shaped,
                };
                let x = (on(at.0) - back).clamp(area.left, most);
                (x, at.1, What::Text(piece))
            }
        };
        Drawn {
            x,
            y,
            tag: Some(tag),
            what,
        }
    }
}
