//! The inks and measures of paper: the light theme of the window, on white.

/// An ink by what it is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// Body text.
    #[default]
    Text,
    /// Captions, headers and footers.
    Muted,
    /// Headings and marks.
    Accent,
    /// Emergencies.
    Danger,
    /// Today, warnings.
    Caution,
    /// Home.
    Positive,
    /// A routine visit.
    Info,
    /// Faint lines between rows; they carry no meaning.
    Hairline,
    /// Words on a dark bar.
    White,
}

impl Ink {
    /// Red, green, blue. All but the hairline have 4.5:1 on white and on
    /// their own soft fill.
    pub const fn rgb(self) -> (u8, u8, u8) {
        match self {
            Self::Text => (0x22, 0x28, 0x2B),
            Self::Muted => (0x58, 0x61, 0x66),
            Self::Accent => (0x0B, 0x6E, 0x69),
            Self::Danger => (0xB3, 0x26, 0x1E),
            Self::Caution => (0x87, 0x53, 0x00),
            Self::Positive => (0x2B, 0x6A, 0x3C),
            Self::Info => (0x2B, 0x5C, 0x8A),
            Self::Hairline => (0xDD, 0xD5, 0xC8),
            Self::White => (0xFF, 0xFF, 0xFF),
        }
    }

    /// The soft fill behind text in this ink.
    pub const fn soft(self) -> (u8, u8, u8) {
        match self {
            Self::Text | Self::Muted | Self::Hairline | Self::White => (0xF6, 0xF2, 0xEB),
            Self::Accent => (0xE9, 0xF3, 0xF1),
            Self::Danger => (0xFB, 0xEE, 0xEC),
            Self::Caution => (0xFA, 0xF2, 0xE5),
            Self::Positive => (0xEC, 0xF5, 0xED),
            Self::Info => (0xEC, 0xF2, 0xF8),
        }
    }
}

/// A4 in points, width and height.
pub(super) const PAPER: (f32, f32) = (595.28, 841.89);
/// The white around what is printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Margins {
    /// Left and right.
    pub(super) side: f32,
    /// Where the text begins, from the top.
    pub(super) top: f32,
    /// Where the text ends, from the top.
    pub(super) bottom: f32,
}

impl Margins {
    /// Of pages to read.
    pub(super) const USUAL: Self = Self {
        side: 74.0,
        top: 76.0,
        bottom: 768.0,
    };
    /// Of a single page to look at.
    pub(super) const NARROW: Self = Self {
        side: 42.0,
        top: 36.0,
        bottom: 788.0,
    };

    /// Of a dense page of numbers.
    pub(super) const DENSE: Self = Self {
        side: 40.0,
        top: 34.0,
        bottom: 794.0,
    };

    /// The width between the margins.
    pub(super) const fn wide(self) -> f32 {
        PAPER.0 - 2.0 * self.side
    }
}

/// The width of a column of text: 60 to 75 letters.
pub(super) const COLUMN: f32 = 396.0;

/// How a line of text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    /// Size of the letters, in points.
    pub(super) size: f32,
    /// From one line to the next, in points.
    pub(super) leading: f32,
    /// In the semibold weight.
    pub(super) strong: bool,
    /// The ink, unless a run has its own.
    pub(super) ink: Ink,
}

const fn style(size: f32, leading: f32, strong: bool, ink: Ink) -> Style {
    Style {
        size,
        leading,
        strong,
        ink,
    }
}

/// Text to read.
pub(super) const BODY: Style = style(10.8, 15.6, false, Ink::Text);
/// Captions, sources, labels.
pub(super) const QUIET: Style = style(9.0, 12.6, false, Ink::Muted);
/// Text in tables and beside pictures.
pub(super) const SMALL: Style = style(9.6, 13.4, false, Ink::Text);
/// The line above the title.
pub(super) const KICKER: Style = style(9.0, 13.0, true, Ink::Accent);
/// The title.
pub(super) const TITLE: Style = style(25.0, 30.0, true, Ink::Text);
/// A heading of level 2.
pub(super) const HEADING: Style = style(14.5, 19.0, true, Ink::Text);
/// A heading of level 3 and the head of a box.
pub(super) const SUBHEADING: Style = style(11.2, 15.6, true, Ink::Text);
/// Sources, and the words to the numbers on a drawing.
pub(super) const NOTE: Style = style(9.0, 12.6, false, Ink::Text);
/// Sources where there is little room.
pub(super) const FINE: Style = style(7.4, 9.8, false, Ink::Muted);
/// Headers and footers.
pub(super) const FOOT: Style = style(8.5, 11.0, false, Ink::Muted);
/// Text of a dense page.
pub(super) const DENSE: Style = style(9.2, 12.0, false, Ink::Text);
/// Captions and labels of a dense page.
pub(super) const DENSE_QUIET: Style = style(8.6, 11.0, false, Ink::Muted);
/// The title of a dense page.
pub(super) const DENSE_TITLE: Style = style(16.5, 20.0, true, Ink::Text);
/// A heading of a dense page.
pub(super) const DENSE_HEADING: Style = style(10.4, 13.5, true, Ink::Accent);
/// A fact to be seen first.
pub(super) const FACT: Style = style(18.0, 21.0, true, Ink::Text);
/// Words in a chart.
pub(super) const PLOT: Style = style(8.5, 10.0, false, Ink::Muted);
