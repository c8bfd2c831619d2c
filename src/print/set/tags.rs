//! The parts of a document, as a screen reader is told them: a tree in reading
//! order.

/// What a part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Role {
    /// The whole document.
    Root,
    /// A heading of this level, from 1, and its text.
    Heading(u8, String),
    Paragraph,
    /// A list; with numbers or with dots.
    List(bool),
    Entry,
    /// The number of an entry.
    Number,
    /// What an entry says.
    Said,
    /// A drawing, in words.
    Figure(String),
    Caption,
    Table,
    Row,
    HeadCell,
    Cell,
    Link,
}

/// All parts; each knows the one it lies in.
#[derive(Clone, Debug)]
pub(in super::super) struct Tags {
    parts: Vec<(Role, usize)>,
}

impl Default for Tags {
    fn default() -> Self {
        Self {
            parts: vec![(Role::Root, 0)],
        }
    }
}

impl Tags {
    /// The whole document.
    pub(in super::super) const ROOT: usize = 0;

    /// Adds a part at the end of another one.
    pub(super) fn add(&mut self, within: usize, role: Role) -> usize {
        self.parts.push((role, within));
        self.parts.len() - 1
    }

    /// Every part with the one it lies in, which comes before it.
    pub(in super::super) fn parts(&self) -> &[(Role, usize)] {
        &self.parts
    }
}
