//! Sets a sheet: every block becomes slices, which stand below each other and
//! are never cut. Where a page ends is not decided here.

mod boxed;
mod columns;
mod figure;
mod list;
mod plot;
mod steps;
mod table;
mod tags;
mod text;

use std::sync::Arc;

pub(super) use self::tags::{Role, Tags};
use super::face::Faces;
use super::ink::{
    BODY, COLUMN, DENSE, DENSE_HEADING, DENSE_QUIET, DENSE_TITLE, FACT, FINE, HEADING, Ink, KICKER,
    QUIET, SMALL, SUBHEADING, Style, TITLE,
};
use super::line::Piece;
use super::sheet::{Art, Block, Mark, Sheet, Voice, Words};
use crate::pose::{Poses, Seen, Turn};
use crate::stretch::Side;

/// Something that is drawn. Its place is that of its upper left corner, from the
/// left of the paper and the top of its slice; of text its base line.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    pub(super) x: f32,
    pub(super) y: f32,
    /// The part of the document it belongs to; none where it is decoration.
    pub(super) tag: Option<usize>,
    pub(super) what: What,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// Text in one look.
    Text(Piece),
    /// The dot of a list, this wide.
    Dot(f32, Ink),
    /// A faint line, this long.
    Rule(f32),
    /// A filled box, this wide and tall.
    Bar(f32, f32, Ink),
    /// A line to a place so far off, this wide.
    Line((f32, f32), f32, Ink),
    /// A mark, this wide and tall.
    Mark(Mark, f32, Ink),
    /// A drawing, this wide and tall.
    Art(Box<Art>, f32, f32),
    /// A pose, this wide and tall.
    Pose(Box<Posed>, f32, f32),
    /// A number on a disc, this wide.
    Badge(String, f32),
}

/// A pose as it is drawn.
#[derive(Clone, Debug)]
pub(super) struct Posed {
    pub(super) poses: Arc<Poses>,
    pub(super) id: String,
    pub(super) side: Side,
    pub(super) seen: Seen,
    pub(super) turn: Turn,
}

/// A strip of the page that is never cut.
#[derive(Clone, Debug, Default)]
pub(super) struct Slice {
    /// The air above it, which goes at the head of a page.
    pub(super) before: f32,
    pub(super) height: f32,
    pub(super) drawn: Vec<Drawn>,
    /// It stays with the next one.
    pub(super) keep: bool,
    /// The boxes around it, by number.
    pub(super) boxes: Vec<usize>,
    /// The heading it is: its level and text.
    pub(super) heading: Option<(u8, String)>,
    /// The head of the table it is in, by number; told again on a new page.
    pub(super) head: Option<usize>,
    /// It begins a new page.
    pub(super) turn: bool,
}

/// The ground of a box.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) ink: Ink,
}

/// Where blocks are set.
#[derive(Clone, Copy, Debug)]
struct Area {
    left: f32,
    /// The width of a column of text.
    column: f32,
    /// The width for what may be wider: figures, tables, boxes.
    wide: f32,
    /// The part of the document that they belong to.
    tag: usize,
    /// Text is set small.
    small: bool,
}

/// Sets blocks one after the other.
pub(super) struct Setter<'a> {
    faces: &'a Faces,
    pub(super) slices: Vec<Slice>,
    pub(super) heads: Vec<Vec<Slice>>,
    pub(super) boxes: Vec<Ground>,
    pub(super) tags: Tags,
    open: Vec<usize>,
    /// The next block is the first one of its place: no air above it.
    first: bool,
    /// The air that the next block has at least, and at most.
    least: f32,
    most: f32,
    /// Boxes cannot be drawn here, only what is in them.
    flat: bool,
    /// How tall the pictures of steps are at most.
    tallest: f32,
    /// A page of numbers: all is set smaller and closer.
    dense: bool,
    /// The tallest a drawing gets here, where it is told.
    drawing: Option<f32>,
}

impl<'a> Setter<'a> {
    /// Sets the whole sheet; pictures of steps are at most so tall.
    pub(super) fn set(faces: &'a Faces, sheet: &Sheet, tallest: f32) -> Self {
        let tags = Tags::default();
        let mut setter = Setter {
            faces,
            slices: Vec::new(),
            heads: Vec::new(),
            boxes: Vec::new(),
            tags,
            open: Vec::new(),
            first: true,
            least: 0.0,
            most: f32::INFINITY,
            flat: false,
            tallest,
            dense: sheet.dense,
            drawing: sheet.tallest,
        };
        let margins = sheet.margins();
        let area = Area {
            left: margins.side,
            column: if sheet.one_page || sheet.dense {
                margins.wide()
            } else {
                COLUMN
            },
            wide: margins.wide(),
            tag: Tags::ROOT,
            small: sheet.one_page || sheet.dense,
        };
        setter.opening(area, sheet);
        setter.blocks(area, &sheet.blocks);
        setter
    }

    /// What stands above the first block.
    fn opening(&mut self, area: Area, sheet: &Sheet) {
        let wide = Area {
            column: area.wide,
            ..area
        };
        if !sheet.kicker.is_empty() {
            let tag = self.tags.add(area.tag, Role::Paragraph);
            self.text(wide, KICKER, &Words::plain(&*sheet.kicker), 0.0, tag);
            self.keep();
        }
        let title = sheet.title.clone();
        let tag = self.tags.add(area.tag, Role::Heading(1, title));
        let style = if self.dense { DENSE_TITLE } else { TITLE };
        let air = if self.dense { 0.0 } else { 4.0 };
        self.text(wide, style, &Words::plain(&*sheet.title), air, tag);
        self.keep();
        if !sheet.under.is_empty() {
            let tag = self.tags.add(area.tag, Role::Paragraph);
            let (style, air) = if self.dense {
                (DENSE, 1.0)
            } else {
                (QUIET, 4.0)
            };
            self.text(wide, style, &Words::plain(&*sheet.under), air, tag);
            self.keep();
        }
        self.slices.push(Slice {
            before: 6.0,
            height: 1.0,
            ..Slice::default()
        });
        self.first = false;
        if sheet.one_page || sheet.dense {
            self.most = 4.0;
        }
    }

    fn blocks(&mut self, area: Area, blocks: &[Block]) {
        for block in blocks {
            self.block(area, block);
        }
    }

    fn block(&mut self, area: Area, block: &Block) {
        match block {
            Block::Heading(level, text) => self.heading(area, *level, text),
            Block::Paragraph(voice, words) => {
                let style = match voice {
                    Voice::Body | Voice::Small if self.dense => DENSE,
                    Voice::Quiet if self.dense => DENSE_QUIET,
                    Voice::Body if area.small => SMALL,
                    Voice::Body => BODY,
                    Voice::Small => SMALL,
                    Voice::Quiet => QUIET,
                    Voice::Fine => FINE,
                    Voice::Fact => FACT,
                };
                let before = match voice {
                    Voice::Fact => 0.0,
                    _ if self.dense => 2.0,
                    Voice::Quiet => 5.0,
                    Voice::Body | Voice::Small | Voice::Fine => 7.0,
                };
                let tag = self.tags.add(area.tag, Role::Paragraph);
                self.text(area, style, words, before, tag);
            }
            Block::Label(text) => {
                let tag = self.tags.add(area.tag, Role::Paragraph);
                let (style, air) = if self.dense {
                    (DENSE_QUIET, 4.0)
                } else {
                    (QUIET, 9.0)
                };
                self.text(area, style, &Words::plain(&**text), air, tag);
                self.keep();
                self.most = 1.0;
            }
            Block::List(items) => self.list(area, items, false),
            Block::Numbered(items) => self.list(area, items, true),
            Block::Boxed(boxed) => self.boxed(area, boxed),
            Block::Figures(figures) => self.figures(area, figures),
            Block::Steps(steps) => self.steps(area, steps),
            Block::Columns(columns) => self.columns(area, columns),
            Block::Table { shares, head, rows } => self.table(area, shares, head, rows),
            Block::Plot(plot) => self.plot(area, plot),
            Block::Turn => self.push(Slice {
                turn: true,
                ..Slice::default()
            }),
            Block::Rule => {
                let (before, height) = if self.dense { (6.0, 5.0) } else { (20.0, 6.0) };
                let before = self.air(before);
                self.push(Slice {
                    before,
                    height,
                    drawn: vec![Drawn {
                        x: area.left,
                        y: 0.0,
                        tag: None,
                        what: What::Rule(area.wide),
                    }],
                    keep: true,
                    ..Slice::default()
                });
            }
        }
        self.first = false;
    }

    fn heading(&mut self, area: Area, level: u8, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let (style, before): (Style, f32) = if self.dense {
            (DENSE_HEADING, 9.0)
        } else if level <= 2 {
            (HEADING, 21.0)
        } else {
            (SUBHEADING, 13.0)
        };
        let role = Role::Heading(level, text.to_owned());
        let tag = self.tags.add(area.tag, role);
        let from = self.slices.len();
        self.text(area, style, &Words::plain(text), before, tag);
        for slice in self.slices.iter_mut().skip(from) {
            slice.keep = true;
        }
        if let Some(slice) = self.slices.get_mut(from) {
            slice.heading = Some((level, text.to_owned()));
        }
    }

    /// The air above the next block; none where it is the first.
    fn air(&mut self, points: f32) -> f32 {
        let least = std::mem::take(&mut self.least);
        let most = std::mem::replace(&mut self.most, f32::INFINITY);
        if self.first {
            0.0
        } else {
            points.max(least).min(most)
        }
    }

    /// The last slice stays with what follows.
    fn keep(&mut self) {
        if let Some(last) = self.slices.last_mut() {
            last.keep = true;
        }
    }

    fn push(&mut self, mut slice: Slice) {
        slice.boxes.clone_from(&self.open);
        self.slices.push(slice);
    }
}
