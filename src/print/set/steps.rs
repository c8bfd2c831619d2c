//! Sets the steps of a stretch: numbered pictures in rows, a row never cut, each
//! with its words below.

use std::sync::Arc;

use super::super::ink::{Ink, SMALL};
use super::super::line;
use super::super::sheet::{Step, Steps, Words};
use super::text::base;
use super::{Area, Drawn, Posed, Role, Setter, Slice, What};

/// The gap between two pictures, in points.
const GAP: f32 = 15.0;
/// The air between a picture and its words, in points.
const AIR: f32 = 4.0;
/// The size of a number's disc, in points.
const BADGE: f32 = 14.0;
/// The air beside it, in points.
const BESIDE: f32 = 5.0;
/// Up to this many steps stand three in a row, more of them four.
const FEW: usize = 6;

impl Setter<'_> {
    /// Sets steps in rows of equal cells.
    pub(super) fn steps(&mut self, area: Area, steps: &Steps) {
        let list = self.tags.add(area.tag, Role::List(true));
        let in_row = if steps.list.len() > FEW { 4 } else { 3 };
        let gaps = GAP * (in_row - 1) as f32;
        let cell = ((area.wide - gaps) / in_row as f32).max(40.0);
        let mut before = self.air(8.0);
        for (row, chunk) in steps.list.chunks(in_row).enumerate() {
            // Where a row has one cell too many, the main step takes two.
            let has_room = row > 0 && chunk.len() + 1 == in_row;
            let posed: Vec<Posed> = chunk.iter().map(|step| posed(steps, step)).collect();
            let wide = |step: &Step| {
                if has_room && step.main {
                    2.0 * cell + GAP
                } else {
                    cell
                }
            };
            let sizes: Vec<(f32, f32)> = chunk
                .iter()
                .zip(&posed)
                .map(|(step, posed)| self.size(posed, wide(step)))
                .collect();
            let tall = sizes.iter().map(|s| s.1).fold(0.0, f32::max);
            let mut drawn = Vec::new();
            let mut height = tall;
            let mut left = area.left;
            for (at, ((step, size), posed)) in chunk.iter().zip(&sizes).zip(posed).enumerate() {
                let cell = wide(step);
                let entry = self.tags.add(list, Role::Entry);
                let number = self.tags.add(entry, Role::Number);
                let y = tall + AIR + (SMALL.leading - BADGE) / 2.0;
                drawn.push(Drawn {
                    x: left,
                    y,
                    tag: Some(number),
                    what: What::Badge((row * in_row + at + 1).to_string(), BADGE),
                });
                let said = self.tags.add(entry, Role::Said);
                let figure = self.tags.add(said, Role::Figure(step.alt.clone()));
                drawn.push(Drawn {
                    x: left + (cell - size.0) / 2.0,
                    y: tall - size.1,
                    tag: Some(figure),
                    what: What::Pose(Box::new(posed), size.0, size.1),
                });
                let ends = self.said(&mut drawn, step, said, (left, tall + AIR), cell);
                height = height.max(ends);
                left += cell + GAP;
            }
            self.push(Slice {
                before,
                height,
                drawn,
                ..Slice::default()
            });
            before = 9.0;
        }
        self.first = false;
    }

    /// How large a picture is in a cell so wide.
    fn size(&self, posed: &Posed, cell: f32) -> (f32, f32) {
        let size = posed.poses.size(&posed.id, posed.seen);
        let (w, h) = size.unwrap_or((4.0, 3.0));
        let (w, h) = if posed.turn.is_sideways() {
            (h, w)
        } else {
            (w, h)
        };
        let scale = (cell / w).min(self.tallest / h);
        (w * scale, h * scale)
    }

    /// Sets the words of a step. Returns where they end.
    fn said(
        &mut self,
        into: &mut Vec<Drawn>,
        step: &Step,
        tag: usize,
        at: (f32, f32),
        wide: f32,
    ) -> f32 {
        let (left, mut y) = at;
        let ink = if step.main { Ink::Accent } else { Ink::Text };
        let title = Words::colored(&*step.title, ink);
        for (words, aside) in [(&title, BADGE + BESIDE), (&step.cue, 0.0)] {
            let tag = self.tags.add(tag, Role::Paragraph);
            for line in line::lines(self.faces, words, SMALL, wide - aside) {
                into.extend(self.drawn(&line, left + aside, y + base(SMALL), tag));
                y += SMALL.leading;
            }
        }
        y
    }
}

fn posed(steps: &Steps, step: &Step) -> Posed {
    Posed {
        poses: Arc::clone(&steps.poses),
        id: step.pose.clone(),
        side: step.side,
        seen: step.seen,
        turn: step.turn,
    }
}
