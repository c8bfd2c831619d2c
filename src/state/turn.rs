//! Turning the pages of the guide: what comes before a page and what after it,
//! among pages of its kind, in the order in which the first page lists them.

use super::State;
use super::guide::GuidePage;
use crate::content::{CauseGroup, Library};

/// The plates that can be explored, in order, with the word for each.
pub const PLATES: [(&str, &str); 3] = [
    ("back_layers", "Buttock from behind"),
    ("side", "Pelvis from the side"),
    ("circulation", "Circulation"),
];

/// A turn of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To the page before.
    Previous,
    /// To the page after.
    Next,
}

impl Turn {
    /// Both ways.
    pub const BOTH: [Self; 2] = [Self::Previous, Self::Next];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Previous => "Previous",
            Self::Next => "Next",
        }
    }

    /// The page one comes to from `page`, and its name; `None` at either end and
    /// where pages have no order.
    pub fn from(self, library: &Library, page: &GuidePage) -> Option<(GuidePage, String)> {
        let all = row(library, page);
        let at = all.iter().position(|(one, _)| one == page)?;
        let at = match self {
            Self::Previous => at.checked_sub(1)?,
            Self::Next => at + 1,
        };
        all.into_iter().nth(at)
    }
}

/// All pages of the same kind, in order, with their names.
fn row(library: &Library, page: &GuidePage) -> Vec<(GuidePage, String)> {
    match page {
        GuidePage::Cause(_) => {
            let groups = CauseGroup::ALL.iter();
            let causes =
                groups.flat_map(|g| library.causes().iter().filter(move |c| c.group == *g));
            causes
                .map(|c| (GuidePage::Cause(c.id.clone()), c.name.clone()))
                .collect()
        }
        GuidePage::Alert(_) => {
            let alerts = library.alerts().iter();
            alerts
                .map(|a| (GuidePage::Alert(a.id.clone()), a.name.clone()))
                .collect()
        }
        GuidePage::Remedy(_) => {
            let remedies = library.remedies().iter();
            remedies
                .map(|r| (GuidePage::Remedy(r.id.clone()), r.name.clone()))
                .collect()
        }
        GuidePage::Figure(_) => {
            let plates = PLATES.into_iter();
            plates
                .map(|(id, word)| (GuidePage::Figure(id.to_owned()), word.to_owned()))
                .collect()
        }
        GuidePage::Home | GuidePage::Conflicts | GuidePage::Compare(..) | GuidePage::Find => {
            Vec::new()
        }
    }
}

impl State {
    /// Turns to the page before or after this one, where there is one.
    pub(super) fn turn(&mut self, turn: Turn) {
        if let Some((page, _)) = turn.from(&self.library, self.guide.here()) {
            self.guide.open(page);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_on_and_on_meets_every_page_once_and_turning_back_returns() {
        let library = Library::embedded().expect("content without problems");
        let first = CauseGroup::ALL
            .iter()
            .find_map(|g| library.causes().iter().find(|c| c.group == *g))
            .expect("a cause");
        let mut page = GuidePage::Cause(first.id.clone());
        assert_eq!(Turn::Previous.from(&library, &page), None, "the first");
        let mut met = vec![page.clone()];
        while let Some((next, name)) = Turn::Next.from(&library, &page) {
            let back = Turn::Previous.from(&library, &next).map(|(page, _)| page);
            assert_eq!(back, Some(page), "back from {name}");
            assert!(!met.contains(&next), "{name} comes twice");
            met.push(next.clone());
            page = next;
        }
        assert_eq!(met.len(), library.causes().len(), "every cause");
    }

    #[test]
    fn every_kind_of_page_with_an_order_can_be_turned() {
        let library = Library::embedded().expect("content without problems");
        for page in [
            GuidePage::Figure("back_layers".to_owned()),
            GuidePage::Alert(library.alerts()[0].id.clone()),
            GuidePage::Remedy(library.remedies()[0].id.clone()),
        ] {
            assert!(Turn::Next.from(&library, &page).is_some(), "{page:?}");
        }
        for page in [GuidePage::Home, GuidePage::Find, GuidePage::Conflicts] {
            assert_eq!(Turn::Next.from(&library, &page), None, "{page:?}");
        }
    }
}
