//! The doctor's page: what the diary of a period says, on one page, with every
//! episode in a table behind it; and a blank sheet to fill in by hand.
//!
//! Counts and medians only, each with what it is counted of. It names no cause
//! and speaks the words of a clinic, not those of the window.

mod ask;
mod blank;
mod charts;
mod facts;
mod flags;
mod grid;
#[cfg(test)]
mod hostile;
mod page;
mod places;
mod say;
mod table;
mod tallies;
#[cfg(test)]
mod tests;
mod weeks;

use std::sync::Arc;

use jiff::civil::Date;

pub use self::ask::{Ask, Span};
pub use self::blank::blank;
pub use self::facts::Facts;
use super::face::Faces;
use super::sheet::{Block, Sheet};
use crate::content::Library;
use crate::diary::Diary;

/// All that the page is made from, owned, so that a thread can make it.
#[derive(Clone, Debug)]
pub struct Brief {
    /// The diary as it is now.
    pub diary: Arc<Diary>,
    /// The content: patterns, remedies, questions.
    pub library: Arc<Library>,
    /// What is wanted.
    pub ask: Ask,
    /// Today.
    pub today: Date,
}

impl PartialEq for Brief {
    /// The same diary at the same revision, with the same wishes.
    fn eq(&self, other: &Self) -> bool {
        self.diary.revision() == other.diary.revision()
            && self.ask == other.ask
            && self.today == other.today
    }
}

impl Brief {
    /// The numbers of the page.
    pub fn facts(&self) -> Facts {
        Facts::of(&self.diary, &self.library, &self.ask, self.today)
    }

    /// The whole document.
    ///
    /// # Errors
    /// When the typeface cannot be read, which would be our fault.
    pub fn sheet(&self) -> Result<Sheet, String> {
        sheet(&self.library, &self.facts(), &self.ask)
    }

    /// The title of the document, from the period alone.
    pub fn title(&self) -> String {
        let (first, last) = self.ask.span.days(&self.diary, self.today);
        page::title(first, last)
    }
}

/// The document of these facts: one page, whatever they are, and the table.
///
/// # Errors
/// When the typeface cannot be read.
pub fn sheet(library: &Library, facts: &Facts, ask: &Ask) -> Result<Sheet, String> {
    let typeface = Faces::load()?;
    let mut cleaner = say::Cleaner::new(&typeface);
    let mut sheet = Sheet::default();
    for room in page::Room::ALL {
        sheet = page::sheet(library, facts, ask, &mut cleaner, room);
        if super::laid_out(&typeface, &sheet).1.len() < 2 {
            break;
        }
    }
    if ask.appendix && !facts.rows.is_empty() {
        sheet.blocks.push(Block::Turn);
        sheet.blocks.extend(table::blocks(facts, ask, &mut cleaner));
    }
    Ok(sheet)
}
