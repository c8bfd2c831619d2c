//! Fills pages: what stays together goes to the next page together, a heading is
//! never left behind, and the head of a table is told again.

use super::ink::Margins;
use super::set::Slice;

/// A slice at its height on a page.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// From the top of the paper.
    pub(super) y: f32,
    pub(super) slice: Slice,
}

/// Puts the slices on pages. There is always one page.
pub(super) fn fill(slices: Vec<Slice>, heads: &[Vec<Slice>], margins: Margins) -> Vec<Vec<Placed>> {
    let mut pages = Pages {
        done: Vec::new(),
        page: Vec::new(),
        y: margins.top,
        margins,
    };
    let mut group: Vec<Slice> = Vec::new();
    for slice in slices {
        if slice.turn {
            pages.group(std::mem::take(&mut group), heads);
            pages.turn(&[], heads);
            continue;
        }
        let ends = !slice.keep;
        group.push(slice);
        if ends {
            pages.group(std::mem::take(&mut group), heads);
        }
    }
    pages.group(group, heads);
    pages.done.push(pages.page);
    pages.done
}

struct Pages {
    done: Vec<Vec<Placed>>,
    page: Vec<Placed>,
    y: f32,
    margins: Margins,
}

impl Pages {
    /// Places slices that stay together; on a new page where they do not fit,
    /// cut only where even a whole page is too small for them.
    fn group(&mut self, group: Vec<Slice>, heads: &[Vec<Slice>]) {
        let tall: f32 = group.iter().map(|s| s.before + s.height).sum();
        let air = if self.page.is_empty() {
            group.first().map_or(0.0, |s| s.before)
        } else {
            0.0
        };
        if self.y + tall - air > self.margins.bottom && !self.page.is_empty() {
            self.turn(&group, heads);
        }
        for slice in group {
            let before = if self.page.is_empty() {
                0.0
            } else {
                slice.before
            };
            if self.y + before + slice.height > self.margins.bottom && !self.page.is_empty() {
                self.turn(std::slice::from_ref(&slice), heads);
            }
            self.place(slice);
        }
    }

    fn place(&mut self, slice: Slice) {
        if !self.page.is_empty() {
            self.y += slice.before;
        }
        let y = self.y;
        self.y += slice.height;
        self.page.push(Placed { y, slice });
    }

    /// Begins a new page; inside a table with its head.
    fn turn(&mut self, next: &[Slice], heads: &[Vec<Slice>]) {
        self.done.push(std::mem::take(&mut self.page));
        self.y = self.margins.top;
        let head = next
            .first()
            .and_then(|s| s.head)
            .and_then(|at| heads.get(at));
        for slice in head.into_iter().flatten() {
            self.place(slice.clone());
        }
    }
}
