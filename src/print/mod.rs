//! Pages as PDF: what a page says ([`Sheet`]), how it is set in lines and pages,
//! and how it is written, with the drawings as vectors and every part tagged.
//!
//! Pure: bytes out. It opens no file, asks no clock and knows no window.

mod face;
pub mod guide;
mod ink;
mod job;
mod line;
mod page;
mod pages;
mod pdf;
mod plot;
mod preview;
pub mod report;
mod set;
mod sheet;
mod spread;
#[cfg(test)]
mod stretch_tests;
#[cfg(test)]
mod tests;

pub use self::face::{REGULAR, SEMIBOLD};
pub use self::ink::Ink;
pub use self::job::{PageJob, PageReport, Paper};
pub use self::page::{Outcome, Page, PageError, Stretch};
pub use self::plot::{Align, Plot, X};
pub use self::preview::{Preview, Shown, preview};
pub use self::sheet::{
    Art, Block, Boxed, Cell, Figure, Item, Label, Mark, Run, Sheet, Step, Steps, Voice, Words,
};

/// What stands at the foot of every printed page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The version of the program.
    pub version: String,
    /// The day it was printed.
    pub day: jiff::civil::Date,
}

impl Stamp {
    /// The stamp of this program on this day.
    pub fn of(day: jiff::civil::Date) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            day,
        }
    }

    /// The words at the foot: "Unclench 0.1.0, printed 24 November 2026".
    fn words(&self) -> String {
        let day = self.day.strftime("%-d %B %Y");
        format!("Unclench {}, printed {day}", self.version)
    }
}

/// Sets a sheet and writes it as PDF.
///
/// # Errors
/// A sentence for the person when it cannot be written. That would be our
/// fault: the tests write every page.
pub fn pdf(sheet: &Sheet, stamp: &Stamp) -> Result<Vec<u8>, String> {
    if sheet.title.trim().is_empty() {
        return Err("the page has no title".to_owned());
    }
    let faces = face::Faces::load()?;
    let (set, pages) = laid_out(&faces, sheet);
    pdf::write(&faces, sheet, stamp, &set.tags, &set.boxes, &pages)
}

/// How tall the pictures of steps are at most and at least, in points.
const STEPS: (u8, u8) = (126, 42);

/// Sets a sheet and fills pages with it. Of a sheet that is one page, pictures
/// give way until it is.
fn laid_out<'a>(
    faces: &'a face::Faces,
    sheet: &Sheet,
) -> (set::Setter<'a>, Vec<Vec<pages::Placed>>) {
    let mut tallest = STEPS.0;
    loop {
        let mut set = set::Setter::set(faces, sheet, f32::from(tallest));
        let slices = std::mem::take(&mut set.slices);
        let pages = pages::fill(slices, &set.heads, sheet.margins());
        if !sheet.one_page || pages.len() < 2 || tallest <= STEPS.1 {
            return (set, pages);
        }
        tallest -= 3;
    }
}
