//! The tag tree: what was drawn, under the part of the document it belongs to.

use std::num::NonZeroU16;

use krilla::tagging::{
    Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::super::set::{Role, Tags};

/// What was drawn for each part.
pub(super) struct Leaves(Vec<Vec<Identifier>>);

impl Leaves {
    /// Nothing yet, for each part.
    pub(super) fn of(tags: &Tags) -> Self {
        Self(vec![Vec::new(); tags.parts().len()])
    }

    /// Something was drawn for this part.
    pub(super) fn add(&mut self, part: usize, drawn: Identifier) {
        if let Some(leaves) = self.0.get_mut(part) {
            leaves.push(drawn);
        }
    }

    /// The tree in reading order. Parts with nothing in them are left out.
    pub(super) fn tree(mut self, tags: &Tags) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(super::LANGUAGE.to_owned()));
        let parts = tags.parts();
        let mut within: Vec<Vec<Node>> = vec![Vec::new(); parts.len()];
        // A part comes after the one it lies in, so from the end each is whole
        // by the time it is put into that one.
        for (at, (role, parent)) in parts.iter().enumerate().skip(1).rev() {
            let leaves = self.0.get_mut(at).map(std::mem::take).unwrap_or_default();
            let mut children: Vec<Node> = leaves.into_iter().map(Node::Leaf).collect();
            let inner = within.get_mut(at).map(std::mem::take).unwrap_or_default();
            children.extend(inner.into_iter().rev());
            if children.is_empty() {
                continue;
            }
            if let Some(list) = within.get_mut(*parent) {
                list.push(TagGroup::with_children(kind(role), children).into());
            }
        }
        let all = within.get_mut(Tags::ROOT).map(std::mem::take);
        for node in all.unwrap_or_default().into_iter().rev() {
            tree.push(node);
        }
        tree
    }
}

fn kind(role: &Role) -> TagKind {
    match role {
        Role::Root => Tag::Div.into(),
        Role::Heading(level, text) => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(text.clone())).into()
        }
        Role::Paragraph | Role::Caption => Tag::P.into(),
        Role::List(true) => Tag::L(ListNumbering::Decimal).into(),
        Role::List(false) => Tag::L(ListNumbering::Disc).into(),
        Role::Entry => Tag::LI.into(),
        Role::Number => Tag::Lbl.into(),
        Role::Said => Tag::LBody.into(),
        Role::Figure(alt) => Tag::Figure(Some(alt.clone())).into(),
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
        Role::Cell => Tag::TD.into(),
        Role::Link => Tag::Link.into(),
    }
}
