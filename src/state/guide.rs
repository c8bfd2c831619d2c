//! Where a person is in the guide, and the way back.

/// A page of the guide.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum GuidePage {
    /// All causes, relief and red flags.
    #[default]
    Home,
    /// One cause, by id.
    Cause(String),
    /// One must-not-miss condition, by id.
    Alert(String),
    /// One way to get relief, by id.
    Remedy(String),
    /// The anatomy, at the figure with this id.
    Figure(String),
    /// What people often hear, beside what is known.
    Conflicts,
    /// Two causes side by side, by id; empty where none is chosen yet.
    Compare(String, String),
    /// Where it hurts: causes by place.
    Find,
}

/// The pages opened so far; the last one is shown.
#[derive(Clone, Debug, Default)]
pub struct GuideTrail {
    before: Vec<GuidePage>,
    here: GuidePage,
}

impl GuideTrail {
    /// More steps back than this are forgotten.
    const MOST: usize = 50;

    /// The page shown.
    pub fn here(&self) -> &GuidePage {
        &self.here
    }

    /// Opens a page; opening the page one is on changes nothing, and another
    /// pair to compare takes the place of the pair before it.
    pub fn open(&mut self, page: GuidePage) {
        if page == self.here {
            return;
        }
        if let (GuidePage::Compare(..), GuidePage::Compare(..)) = (&self.here, &page) {
            self.here = page;
            return;
        }
        if self.before.len() >= Self::MOST {
            self.before.remove(0);
        }
        self.before.push(std::mem::replace(&mut self.here, page));
    }

    /// Goes back one page; from the first page nothing happens.
    pub fn back(&mut self) {
        if let Some(page) = self.before.pop() {
            self.here = page;
        }
    }

    /// Is there a page to go back to?
    pub fn can_go_back(&self) -> bool {
        !self.before.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_returns_through_the_pages() {
        let mut trail = GuideTrail::default();
        trail.open(GuidePage::Cause("a".to_owned()));
        trail.open(GuidePage::Cause("a".to_owned()));
        trail.open(GuidePage::Conflicts);
        trail.back();
        assert_eq!(trail.here(), &GuidePage::Cause("a".to_owned()), "one back");
        trail.back();
        assert_eq!(trail.here(), &GuidePage::Home, "opened twice, kept once");
        assert!(!trail.can_go_back(), "at the start");
        trail.back();
        assert_eq!(trail.here(), &GuidePage::Home, "stays");
    }

    #[test]
    fn choosing_another_pair_is_no_step() {
        let pair = |a: &str, b: &str| GuidePage::Compare(a.to_owned(), b.to_owned());
        let mut trail = GuideTrail::default();
        trail.open(pair("a", "b"));
        trail.open(pair("a", "c"));
        assert_eq!(trail.here(), &pair("a", "c"), "the new pair");
        trail.back();
        assert_eq!(trail.here(), &GuidePage::Home, "back past both");
    }
}
