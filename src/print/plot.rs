//! A chart as plain marks on a grid: bars, lines, dots and words. It knows how
//! tall it is; how wide is known when it is set.

use super::ink::Ink;

/// A place from left to right: a share of the width, and points besides.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct X {
    /// 0 is the left end, 1 the right one.
    pub share: f32,
    /// Points to the right of it.
    pub points: f32,
}

impl X {
    /// The right end.
    pub const RIGHT: Self = Self {
        share: 1.0,
        points: 0.0,
    };

    /// So many points from the left end.
    pub const fn at(points: f32) -> Self {
        Self { share: 0.0, points }
    }

    /// In points, where the whole is `wide`.
    pub(super) fn on(self, wide: f32) -> f32 {
        wide * self.share + self.points
    }
}

/// On which side of its place a word stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Behind it.
    #[default]
    Start,
    /// Around it.
    Middle,
    /// Before it.
    End,
}

/// One mark. Heights are points from the top.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled box.
    Bar {
        /// From left to right.
        span: (X, X),
        /// Its upper edge.
        top: f32,
        /// Its lower edge.
        bottom: f32,
        /// Its ink.
        ink: Ink,
    },
    /// A straight line.
    Line {
        /// Where it begins.
        from: (X, f32),
        /// Where it ends.
        to: (X, f32),
        /// How wide, in points.
        wide: f32,
        /// Its ink.
        ink: Ink,
    },
    /// A round dot.
    Dot {
        /// Its middle.
        at: (X, f32),
        /// Its radius, in points.
        radius: f32,
        /// Its ink.
        ink: Ink,
    },
    /// A word on its base line.
    Word {
        /// Where.
        at: (X, f32),
        /// What it says.
        text: String,
        /// On which side of its place.
        align: Align,
        /// Its ink.
        ink: Ink,
        /// In the semibold weight.
        strong: bool,
    },
}

impl Mark {
    /// A filled box.
    pub const fn bar(span: (X, X), top: f32, bottom: f32, ink: Ink) -> Self {
        Self::Bar {
            span,
            top,
            bottom,
            ink,
        }
    }

    /// A straight line.
    pub const fn line(from: (X, f32), to: (X, f32), wide: f32, ink: Ink) -> Self {
        Self::Line {
            from,
            to,
            wide,
            ink,
        }
    }

    /// A round dot.
    pub const fn dot(at: (X, f32), radius: f32, ink: Ink) -> Self {
        Self::Dot { at, radius, ink }
    }

    /// A word.
    pub const fn word(at: (X, f32), text: String, align: Align) -> Self {
        Self::Word {
            at,
            text,
            align,
            ink: Ink::Text,
            strong: false,
        }
    }

    /// The same word in the semibold weight.
    #[must_use]
    pub fn strong(mut self) -> Self {
        if let Self::Word { ink, strong, .. } = &mut self {
            (*ink, *strong) = (Ink::Accent, true);
        }
        self
    }

    /// The same word, to stand on a dark bar.
    #[must_use]
    pub fn white(mut self) -> Self {
        if let Self::Word { ink, strong, .. } = &mut self {
            (*ink, *strong) = (Ink::White, true);
        }
        self
    }
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// How tall, in points.
    pub height: f32,
    /// Its marks, the lowest first.
    pub marks: Vec<Mark>,
    /// All it shows, for a person who cannot see it.
    pub alt: String,
}
