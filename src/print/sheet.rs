//! What a printed page says: blocks of words, lists, tables and figures. It says
//! nothing of where they stand.

use std::sync::Arc;

use super::ink::{Ink, Margins};
use super::plot::Plot;
use crate::content;
use crate::figure::View;
use crate::pose::{Poses, Seen, Turn};
use crate::stretch::Side;

/// Some text in one look.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// In the semibold weight.
    pub strong: bool,
    /// Its ink; that of the block where it is [`Ink::Text`].
    pub ink: Ink,
    /// Small and raised: the number of a source.
    pub raised: bool,
    /// An address that opens when it is pressed.
    pub link: Option<String>,
}

/// A paragraph: runs one after the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words(pub Vec<Run>);

impl Words {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().and(Run {
            text: text.into(),
            ..Run::default()
        })
    }

    /// Text in the semibold weight.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::default().and(Run {
            text: text.into(),
            strong: true,
            ..Run::default()
        })
    }

    /// Text in the semibold weight and an ink of its own.
    pub fn colored(text: impl Into<String>, ink: Ink) -> Self {
        Self::default().and(Run {
            text: text.into(),
            strong: true,
            ink,
            ..Run::default()
        })
    }

    /// An address that can be pressed.
    pub fn link(address: &str) -> Self {
        Self::default().and(Run {
            text: address.to_owned(),
            ink: Ink::Accent,
            link: Some(address.to_owned()),
            ..Run::default()
        })
    }

    /// The same with one run more.
    #[must_use]
    pub fn and(mut self, run: Run) -> Self {
        self.0.push(run);
        self
    }

    /// The same with the numbers of sources, raised, kept on the last word.
    #[must_use]
    pub fn marked(self, marks: &str) -> Self {
        if marks.is_empty() {
            return self;
        }
        let text = format!("\u{a0}{}", marks.replace(' ', "\u{a0}"));
        self.and(Run {
            text,
            ink: Ink::Muted,
            raised: true,
            ..Run::default()
        })
    }

    /// All of the text, without looks.
    pub fn text(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

/// How a paragraph speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// To be read.
    #[default]
    Body,
    /// Smaller: in tables, beside pictures.
    Small,
    /// Smaller and muted: a label, a remark.
    Quiet,
    /// As small as can be read: sources where there is little room.
    Fine,
    /// Large: a fact to be seen first.
    Fact,
}

/// A small picture that carries a meaning together with words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the icon of that name")]
pub enum Mark {
    Emergency,
    Today,
    Calendar,
    Letter,
    House,
    Warning,
    Info,
    Plus,
    Minus,
}

impl Mark {
    /// Its drawing on a grid of 24, in white.
    pub(super) const fn svg(self) -> &'static str {
        match self {
            Self::Emergency => include_str!("../../icons/emergency.svg"),
            Self::Today => include_str!("../../icons/today_clock.svg"),
            Self::Calendar => include_str!("../../icons/calendar.svg"),
            Self::Letter => include_str!("../../icons/letter.svg"),
            Self::House => include_str!("../../icons/house.svg"),
            Self::Warning => include_str!("../../icons/warning.svg"),
            Self::Info => include_str!("../../icons/info.svg"),
            Self::Plus => include_str!("../../icons/plus.svg"),
            Self::Minus => include_str!("../../icons/minus.svg"),
        }
    }
}

/// One entry of a list: what it says, and quieter lines below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// What it says.
    pub words: Words,
    /// Quieter lines below it.
    pub more: Vec<Words>,
}

impl From<Words> for Item {
    fn from(words: Words) -> Self {
        Self {
            words,
            more: Vec::new(),
        }
    }
}

/// A number on a drawing, which a list explains.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where, in units of the drawing.
    pub at: (f32, f32),
    /// What is written: "3".
    pub text: String,
}

/// A drawing: a figure in one view, with numbers on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Art {
    /// The figure.
    pub figure: content::Figure,
    /// What is to be seen of it.
    pub view: View,
    /// The numbers on it.
    pub labels: Vec<Label>,
    /// What is lit above it, and how strongly, from 0 to 1.
    pub heat: Vec<(View, f32)>,
}

/// A drawing with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The drawing.
    pub art: Art,
    /// What is to be seen, for a person who cannot see it.
    pub alt: String,
    /// What stands below it; may be empty.
    pub caption: Words,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The marks before its words.
    pub marks: Vec<Mark>,
    /// Its words.
    pub words: Words,
    /// The ink of its marks.
    pub ink: Ink,
}

impl From<Words> for Cell {
    fn from(words: Words) -> Self {
        Self {
            words,
            ..Self::default()
        }
    }
}

/// Blocks on a soft ground with a stripe at their left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Boxed {
    /// The ink of stripe, mark and head; it picks the ground.
    pub ink: Ink,
    /// The mark before the head.
    pub mark: Option<Mark>,
    /// The head; none where it is empty.
    pub head: String,
    /// What is inside.
    pub blocks: Vec<Block>,
}

/// One step of a stretch: its picture, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The id of its pose.
    pub pose: String,
    /// The side that is stretched.
    pub side: Side,
    /// From where it is seen.
    pub seen: Seen,
    /// How far the picture is turned.
    pub turn: Turn,
    /// What is to be seen, for a person who cannot see it.
    pub alt: String,
    /// Its name.
    pub title: String,
    /// What to do.
    pub cue: Words,
    /// It is what all others lead to.
    pub main: bool,
}

/// The steps of a stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// Where their poses are found.
    pub poses: Arc<Poses>,
    /// The steps, in order.
    pub list: Vec<Step>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading of level 2 or 3. Level 1 is the title.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Voice, Words),
    /// A quiet label right above what it names.
    Label(String),
    /// A list with a dot before each entry.
    List(Vec<Item>),
    /// A list with a number before each entry, set small: to look things up in.
    Numbered(Vec<Item>),
    /// Blocks on a soft ground.
    Boxed(Boxed),
    /// Drawings side by side, each with its caption.
    Figures(Vec<Figure>),
    /// Numbered pictures in rows, each with its words below.
    Steps(Steps),
    /// Columns side by side, each as wide as its share.
    Columns(Vec<(f32, Vec<Self>)>),
    /// A table: the shares of its columns, its head, its rows.
    Table {
        /// How wide each column is, as shares.
        shares: Vec<f32>,
        /// The words at the head of each column.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<Cell>>,
    },
    /// A faint line with air around it.
    Rule,
    /// A chart.
    Plot(Plot),
    /// What follows stands on a new page.
    Turn,
}

/// A document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What kind of page it is, above the title.
    pub kicker: String,
    /// Its title.
    pub title: String,
    /// A line below the title; may be empty.
    pub under: String,
    /// Its parts, from the top.
    pub blocks: Vec<Block>,
    /// It is one page to look at: the margins are narrow, the pictures as large
    /// as one page allows.
    pub one_page: bool,
    /// It is a page of numbers: small letters, narrow margins.
    pub dense: bool,
    /// The tallest a drawing gets, in points; none: as usual.
    pub tallest: Option<f32>,
    /// What stands at the foot of each page before the stamp; may be empty.
    pub foot: String,
}

impl Sheet {
    pub(super) fn margins(&self) -> Margins {
        if self.dense {
            Margins::DENSE
        } else if self.one_page {
            Margins::NARROW
        } else {
            Margins::USUAL
        }
    }

    /// The words at the foot of each page.
    pub(super) fn foot_words(&self, stamp: &super::Stamp) -> String {
        format!("{} {}", self.foot, stamp.words()).trim().to_owned()
    }
}
