//! The accessible tree of the window as text: what a screen reader is told.

use std::fmt::Write as _;

use egui_kittest::kittest::NodeT as _;
use egui_kittest::{Harness, Node};

/// The tree, a node a line, indented.
pub fn outline<S>(harness: &Harness<'_, S>) -> String {
    let mut text = String::new();
    walk(&harness.root(), 0, &mut text);
    text
}

fn walk(node: &Node<'_>, depth: usize, into: &mut String) {
    let inner = node.accesskit_node();
    let role = format!("{:?}", inner.role());
    if role == "TextRun" {
        return; // how a text wraps is for the pictures
    }
    let name = inner.label().or_else(|| inner.value()).unwrap_or_default();
    // Containers without a name say nothing; what they hold does.
    let plain = name.is_empty() && matches!(role.as_str(), "GenericContainer" | "Unknown");
    let depth = if plain {
        depth
    } else {
        into.push_str(&"  ".repeat(depth));
        into.push_str(&role);
        if !name.is_empty() {
            write!(into, " {name:?}").unwrap();
        }
        if let Some(toggled) = inner.toggled() {
            write!(into, " {toggled:?}").unwrap();
        }
        if inner.is_disabled() {
            into.push_str(" disabled");
        }
        into.push('\n');
        depth + 1
    };
    for child in node.children() {
        walk(&child, depth, into);
    }
}
