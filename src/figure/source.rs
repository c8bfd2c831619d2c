//! The text of a drawing and where its groups stand in it, so that parts can be
//! left out before it is drawn.

use std::collections::BTreeSet;
use std::ops::Range;

use resvg::usvg::roxmltree::Document;

/// An element outside the definitions.
#[derive(Debug)]
struct Element {
    id: String,
    range: Range<usize>,
    parent: Option<usize>,
}

/// A drawing's text with an index of its elements, in drawing order.
#[derive(Debug)]
pub(super) struct Source {
    text: &'static str,
    elements: Vec<Element>,
}

impl Source {
    /// Reads the text once.
    ///
    /// # Errors
    /// What the parser says when it is not XML.
    pub(super) fn read(text: &'static str) -> Result<Self, String> {
        let document = Document::parse(text).map_err(|err| err.to_string())?;
        let mut elements: Vec<Element> = Vec::new();
        let mut open: Vec<(usize, usize)> = Vec::new(); // index, where it ends
        for node in document.root_element().descendants().skip(1) {
            let defined = node.ancestors().any(|a| a.has_tag_name("defs"));
            if !node.is_element() || defined || is_defs(node) {
                continue;
            }
            let range = node.range();
            while open.last().is_some_and(|(_, end)| *end <= range.start) {
                open.pop();
            }
            let at = elements.len();
            elements.push(Element {
                id: node.attribute("id").unwrap_or_default().to_owned(),
                range: range.clone(),
                parent: open.last().map(|(index, _)| *index),
            });
            open.push((at, range.end));
        }
        Ok(Self { text, elements })
    }

    /// Is there a group with this id?
    pub(super) fn has(&self, id: &str) -> bool {
        self.find(id).is_some()
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.elements.iter().position(|e| e.id == id)
    }

    /// The ids of all groups that have one, in drawing order.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let ids = self.elements.iter().map(|e| e.id.as_str());
        ids.filter(|id| !id.is_empty())
    }

    /// The ids of the groups around the one with this id, the nearest first.
    pub(super) fn around(&self, id: &str) -> Vec<&str> {
        let up = std::iter::successors(self.find(id), |at| self.parent(*at));
        let groups = up.skip(1).filter_map(|at| self.elements.get(at));
        groups.map(|e| e.id.as_str()).collect()
    }

    /// The text without these groups.
    pub(super) fn without(&self, ids: &BTreeSet<String>) -> String {
        self.cut(self.ranges(ids), "")
    }

    /// The text with only these groups and what they hold, but without `gone`,
    /// and with `more` on top.
    pub(super) fn only(
        &self,
        ids: &BTreeSet<String>,
        gone: &BTreeSet<String>,
        more: &str,
    ) -> String {
        let mut ranges = self.outside(ids);
        ranges.extend(self.ranges(gone));
        self.cut(ranges, more)
    }

    /// Where these groups stand.
    fn ranges(&self, ids: &BTreeSet<String>) -> Vec<Range<usize>> {
        let named = self.elements.iter().filter(|e| ids.contains(&e.id));
        named.map(|e| e.range.clone()).collect()
    }

    /// Where everything stands that is neither in these groups nor around them.
    fn outside(&self, ids: &BTreeSet<String>) -> Vec<Range<usize>> {
        let mut kept = vec![false; self.elements.len()];
        let mut above = vec![false; self.elements.len()];
        for id in ids {
            let Some(at) = self.find(id) else { continue };
            if let Some(kept) = kept.get_mut(at) {
                *kept = true;
            }
            let mut parent = self.parent(at);
            while let Some(up) = parent {
                if let Some(above) = above.get_mut(up) {
                    *above = true;
                }
                parent = self.parent(up);
            }
        }
        let is = |list: &[bool], at: usize| list.get(at).copied().unwrap_or(false);
        let gone = self.elements.iter().enumerate().filter(|(at, element)| {
            let loose = element
                .parent
                .is_none_or(|up| is(&above, up) && !is(&kept, up));
            loose && !is(&kept, *at) && !is(&above, *at)
        });
        // What lies in a kept group stays, even where that group holds another.
        let inside = |at: usize| {
            std::iter::successors(self.parent(at), |up| self.parent(*up)).any(|up| is(&kept, up))
        };
        let gone = gone.filter(|(at, _)| !inside(*at));
        gone.map(|(_, e)| e.range.clone()).collect()
    }

    fn parent(&self, at: usize) -> Option<usize> {
        self.elements.get(at).and_then(|e| e.parent)
    }

    /// The text without these ranges.
    fn cut(&self, mut gone: Vec<Range<usize>>, more: &str) -> String {
        gone.sort_by_key(|range| range.start);
        let mut out = String::with_capacity(self.text.len() + more.len());
        let mut from = 0;
        for range in gone {
            if range.start < from {
                continue; // lies in one that is gone already
            }
            out.push_str(self.text.get(from..range.start).unwrap_or_default());
            from = range.end;
        }
        let end = self.text.rfind("</svg>").unwrap_or(self.text.len());
        out.push_str(self.text.get(from..end).unwrap_or_default());
        out.push_str(more);
        out.push_str(self.text.get(end..).unwrap_or_default());
        out
    }
}

fn is_defs(node: resvg::usvg::roxmltree::Node<'_, '_>) -> bool {
    node.has_tag_name("defs")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"<svg xmlns="http://www.w3.org/2000/svg"><defs><path id="d"/></defs><g id="a"><g id="b"><path/></g><path/></g><g id="c"/></svg>"#;

    fn set(ids: &[&str]) -> BTreeSet<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn groups_are_left_out_or_kept_alone() {
        let source = Source::read(TEXT).expect("it is XML");
        assert!(
            source.has("b") && !source.has("d"),
            "definitions are not parts"
        );
        let without = source.without(&set(&["b"]));
        assert!(!without.contains("\"b\""), "{without}");
        assert!(without.ends_with("<g id=\"c\"/></svg>"), "{without}");
        let only = source.only(&set(&["b"]), &set(&[]), "");
        assert!(
            only.contains(r#"<g id="a"><g id="b"><path/></g></g></svg>"#),
            "{only}"
        );
        let less = source.only(&set(&["a"]), &set(&["b"]), "<rect/>");
        assert!(
            less.ends_with(r#"<g id="a"><path/></g><rect/></svg>"#),
            "{less}"
        );
        assert!(only.contains("<defs>"), "the definitions stay: {only}");
    }
}
