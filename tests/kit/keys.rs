//! A person at the keyboard: nothing here presses a widget by its node.

use egui::accesskit::Live;
use egui::{Key, Modifiers, Role};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use super::Person;

/// After so many presses of Tab a person gives up.
const PATIENCE: usize = 250;

impl Person {
    /// Presses Tab until the widget with this role and name has the keyboard;
    /// returns how many presses it took.
    pub fn tab_to(&mut self, role: Role, name: &str) -> usize {
        let mut seen = Vec::new();
        for presses in 0..PATIENCE {
            let here = self.focused();
            if here.as_ref().is_some_and(|(r, n)| *r == role && n == name) {
                return presses;
            }
            seen.push(here);
            self.key(Key::Tab);
        }
        panic!("Tab does not lead to {role:?} {name:?}, only to {seen:?}");
    }

    /// The same for a button, which is then pressed with Enter.
    pub fn enter_on(&mut self, name: &str) {
        self.tab_to(Role::Button, name);
        self.key(Key::Enter);
    }

    /// Presses Tab until something within the group of this name has the
    /// keyboard.
    pub fn tab_into(&mut self, group: &str) {
        for _ in 0..PATIENCE {
            if self.way_to_focus().iter().any(|name| name == group) {
                return;
            }
            self.key(Key::Tab);
        }
        panic!("Tab does not lead into {group:?}");
    }

    /// Presses an arrow until the member of a group with this name has the
    /// keyboard.
    pub fn arrow_to(&mut self, key: Key, name: &str) {
        for _ in 0..40 {
            if self.focused().is_some_and(|(_, n)| n == name) {
                return;
            }
            self.key(key);
        }
        panic!(
            "{key:?} does not lead to {name:?} but to {:?}",
            self.focused()
        );
    }

    /// Presses Ctrl and a key.
    pub fn chord(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.harness.run();
    }

    /// Types where the keyboard is.
    pub fn typed(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// What has the keyboard: its role and name.
    pub fn focused(&self) -> Option<(Role, String)> {
        fn find(node: &Node<'_>) -> Option<(Role, String)> {
            let inner = node.accesskit_node();
            if inner.is_focused() && !inner.is_root() {
                return Some((inner.role(), inner.label().unwrap_or_default()));
            }
            node.children().find_map(|child| find(&child))
        }
        find(&self.harness.root())
    }

    /// The names of all that what has the keyboard lies in.
    fn way_to_focus(&self) -> Vec<String> {
        fn find(node: &Node<'_>, way: &mut Vec<String>) -> bool {
            let inner = node.accesskit_node();
            if inner.is_focused() && !inner.is_root() {
                return true;
            }
            way.push(inner.label().unwrap_or_default());
            let found = node.children().any(|child| find(&child, way));
            if !found {
                way.pop();
            }
            found
        }
        let mut way = Vec::new();
        find(&self.harness.root(), &mut way);
        way
    }

    /// What is read out by itself when it changes, and how urgently.
    pub fn read_out(&self) -> Vec<(Live, String)> {
        fn gather(node: &Node<'_>, into: &mut Vec<(Live, String)>) {
            let inner = node.accesskit_node();
            if inner.live() != Live::Off {
                let said = inner.label().or_else(|| inner.value());
                into.push((inner.live(), said.unwrap_or_default()));
            }
            for child in node.children() {
                gather(&child, into);
            }
        }
        let mut all = Vec::new();
        gather(&self.harness.root(), &mut all);
        all
    }

    /// The names of all of this role that can be used and begin with `start`, in reading order.
    pub fn all_named(&self, role: Role, start: &str) -> Vec<String> {
        fn gather(node: &Node<'_>, role: Role, start: &str, into: &mut Vec<String>) {
            let inner = node.accesskit_node();
            let name = inner.label().unwrap_or_default();
            if inner.role() == role && name.starts_with(start) && !inner.is_disabled() {
                into.push(name);
            }
            for child in node.children() {
                gather(&child, role, start, into);
            }
        }
        let mut all = Vec::new();
        gather(&self.harness.root(), role, start, &mut all);
        all
    }
}
