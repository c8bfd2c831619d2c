//! The audit of the accessible tree: what a screen reader, a keyboard and a
//! finger need of every page. It lists all that is wrong with a page at once.
//!
//! What it does not ask: how a page looks. Pages are walked in `pages`.

use std::collections::BTreeMap;

use egui::Role;
use egui::accesskit::{Action, Orientation};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use crate::kit::Person;

/// The least width and height of what can be pressed, in points (WCAG 2.5.8).
const TARGET: f32 = 24.0;
/// A point, for what is laid out in floating point.
const NEAR: f32 = 0.5;
/// How much higher than what is read before it something may begin, in points:
/// things in a row are centered on each other.
const UP: f32 = 60.0;

/// The sizes a page has to hold at, and how much it is enlarged there.
pub const SIZES: [([f32; 2], f32); 3] = [
    ([480.0, 420.0], 1.0),
    ([900.0, 640.0], 1.5),
    ([1440.0, 900.0], 1.0),
];

/// How near to the right edge of the window a page may come, in points: its margin
/// is 16 or more, and what runs into it has outgrown its place.
const EDGE: f32 = 6.0;

/// How the name of a chart ends.
const CHART: &str = "The table has the numbers.";
/// How the switch to its table begins.
const TABLE: &str = "Show as table: ";

/// Holds a page to all rules; `width` is the window's, in points.
pub fn audit(person: &Person, width: f32) {
    let wrong = problems(person, width);
    assert!(
        wrong.is_empty(),
        "{}\nin\n{}",
        wrong.join("\n"),
        crate::kit::outline::outline(&person.harness)
    );
}

/// The same for a page that is laid out for somebody lying beside the screen: it
/// is read in the order of a page that stands upright, wherever its parts are.
pub fn audit_turned(person: &Person, width: f32) {
    let wrong = problems(person, width);
    let wrong: Vec<_> = wrong
        .into_iter()
        .filter(|told| !told.contains(" is read after "))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// All that is wrong with a page, a line each.
pub fn problems(person: &Person, width: f32) -> Vec<String> {
    let root = person.harness.root();
    let mut audit = Audit {
        width,
        bottom: person.harness.ctx.content_rect().bottom(),
        level: 0,
        wrong: Vec::new(),
        names: BTreeMap::new(),
        scrolls: Vec::new(),
        below: Vec::new(),
    };
    let name = root.accesskit_node().label().unwrap_or_default();
    if name.is_empty() {
        audit.wrong.push("the window has no name".to_owned());
    }
    for child in root.children() {
        audit.visit(&child, "");
    }
    audit.out_of_reach();
    audit.wrong.extend(crate::cut::cut(person));
    for ((place, role, name), count) in &audit.names {
        if *count > 1 {
            let told = format!("{count} times {role} {name:?} within {place:?}");
            audit.wrong.push(told);
        }
    }
    audit.in_reading_order(&root);
    audit.charts_have_tables(&root);
    audit.wrong
}

/// Can it be pressed, chosen or filled in?
pub fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::CheckBox
            | Role::ComboBox
            | Role::DisclosureTriangle
            | Role::Link
            | Role::MenuItem
            | Role::MultilineTextInput
            | Role::RadioButton
            | Role::SearchInput
            | Role::Slider
            | Role::SpinButton
            | Role::Switch
            | Role::Tab
            | Role::TextInput
    )
}

/// Must it be named, so that one knows where one is?
fn is_place(role: Role) -> bool {
    matches!(
        role,
        Role::AlertDialog
            | Role::Banner
            | Role::Complementary
            | Role::Dialog
            | Role::Form
            | Role::Group
            | Role::List
            | Role::Main
            | Role::Navigation
            | Role::ProgressIndicator
            | Role::RadioGroup
            | Role::Region
            | Role::Search
            | Role::Status
            | Role::Table
            | Role::TabList
            | Role::Toolbar
    )
}

struct Audit {
    width: f32,
    bottom: f32,
    /// The level of the last heading.
    level: usize,
    wrong: Vec<String>,
    /// How often a control of a role and name is in a place.
    names: BTreeMap<(String, String, String), usize>,
    /// The places that scroll up and down.
    scrolls: Vec<String>,
    /// What lies below the window, and its place.
    below: Vec<(String, String)>,
}

impl Audit {
    fn visit(&mut self, node: &Node<'_>, place: &str) {
        let inner = node.accesskit_node();
        let role = inner.role();
        let name = inner.label().unwrap_or_default();
        if role == Role::ScrollBar && inner.orientation() == Some(Orientation::Vertical) {
            self.scrolls.push(place.to_owned());
        }
        let is_read = matches!(role, Role::Label | Role::Heading);
        let right = place_of(node).right();
        if (is_control(role) || is_read) && (self.width - EDGE..self.width + 500.0).contains(&right)
        {
            let said = inner.label().or_else(|| inner.value()).unwrap_or_default();
            let rect = place_of(node);
            self.wrong
                .push(format!("{role:?} {said:?} runs into the margin: {rect:?}"));
        }
        if (is_control(role) || is_read) && place_of(node).bottom() > self.bottom + NEAR {
            let said = inner.label().or_else(|| inner.value()).unwrap_or_default();
            let told = format!("{role:?} {said:?}");
            self.below.push((place.to_owned(), told));
        }
        if is_control(role) {
            self.control(node, &name);
            let key = (place.to_owned(), format!("{role:?}"), name.clone());
            *self.names.entry(key).or_default() += 1;
        } else {
            self.no_control(node, &name);
        }
        if role == Role::Heading {
            self.heading(inner.level().unwrap_or(0), &name);
        }
        let named = !is_control(role) && role != Role::Label && !name.is_empty();
        let place = if named {
            format!("{place}/{name}")
        } else {
            place.to_owned()
        };
        for child in node.children() {
            self.visit(&child, &place);
        }
    }

    /// What lies below the window is within something that scrolls.
    fn out_of_reach(&mut self) {
        for (place, told) in std::mem::take(&mut self.below) {
            if !self.scrolls.iter().any(|of| place.starts_with(of.as_str())) {
                self.wrong
                    .push(format!("{told} in {place:?} is below the window for good"));
            }
        }
    }

    fn control(&mut self, node: &Node<'_>, name: &str) {
        let inner = node.accesskit_node();
        let (role, rect) = (inner.role(), place_of(node));
        let mut tell = |what: &str| {
            self.wrong
                .push(format!("{role:?} {name:?} {what}: {rect:?}"));
        };
        if name.trim().is_empty() {
            tell("has no name");
        }
        if rect.width() < TARGET - NEAR || rect.height() < TARGET - NEAR {
            tell("is too small to hit");
        }
        if rect.left() < -NEAR || rect.right() > self.width + NEAR {
            tell("reaches out of the window");
        }
        let toggles = matches!(role, Role::CheckBox | Role::RadioButton | Role::Switch);
        if toggles && inner.toggled().is_none() {
            tell("does not say whether it is on");
        }
        let counts = matches!(role, Role::Slider | Role::SpinButton);
        if counts && inner.numeric_value().is_none() {
            tell("does not say its number");
        }
        let data = inner.data();
        if role == Role::DisclosureTriangle && data.is_expanded().is_none() {
            tell("does not say whether it is open");
        }
        let acts = data.supports_action(Action::Click) || data.supports_action(Action::Focus);
        if !acts && !inner.is_disabled() {
            tell("can neither be pressed nor has it the keyboard");
        }
    }

    fn no_control(&mut self, node: &Node<'_>, name: &str) {
        let inner = node.accesskit_node();
        let (role, rect) = (inner.role(), place_of(node));
        let mut tell = |what: &str| {
            self.wrong
                .push(format!("{role:?} {name:?} {what}: {rect:?}"));
        };
        let data = inner.data();
        if data.supports_action(Action::Focus) {
            tell("takes the keyboard and is no control");
        }
        if (is_place(role) || role == Role::Image) && name.trim().is_empty() {
            tell("has no name");
        }
    }

    fn heading(&mut self, here: usize, name: &str) {
        if here == 0 {
            self.wrong.push(format!("heading {name:?} has no level"));
        }
        if here > self.level + 1 {
            let before = self.level;
            self.wrong
                .push(format!("heading {name:?} skips from {before} to {here}"));
        }
        self.level = here;
    }

    /// Each chart has the switch to its table, named after it.
    fn charts_have_tables(&mut self, root: &Node<'_>) {
        let (mut charts, mut switches) = (Vec::new(), Vec::new());
        gather(root, &mut |node| {
            let inner = node.accesskit_node();
            let name = inner.label().unwrap_or_default();
            if inner.role() == Role::Image && name.ends_with(CHART) {
                charts.push(name);
            } else if let Some(of) = name.strip_prefix(TABLE) {
                switches.push(of.to_owned());
            }
        });
        for chart in charts {
            if !switches.iter().any(|of| chart.starts_with(of)) {
                self.wrong.push(format!("no table for the chart {chart:?}"));
            }
        }
    }

    /// What is read later stands lower, or beside what was read before.
    fn in_reading_order(&mut self, root: &Node<'_>) {
        let mut all = Vec::new();
        leaves(root, "", &mut all);
        for pair in all.windows(2) {
            let [(from, before, above), (to, after, below)] = pair else {
                continue;
            };
            if from != to {
                continue; // a bar, a notice or a dialog is a place of its own
            }
            // A list that scrolls, and what stands below it.
            if above.top() > self.bottom && below.bottom() <= self.bottom {
                continue;
            }
            let shared = above.right().min(below.right()) - above.left().max(below.left());
            let same_column = shared > 0.6 * above.width().min(below.width());
            if same_column && below.bottom() < above.top() - UP {
                self.wrong.push(format!(
                    "{after} at {below:?} is read after {before} at {above:?}"
                ));
            }
        }
    }
}

/// Where a node is; a container may be nowhere.
fn place_of(node: &Node<'_>) -> egui::Rect {
    if node.accesskit_node().has_bounds() {
        node.rect()
    } else {
        egui::Rect::ZERO
    }
}

fn gather(node: &Node<'_>, see: &mut impl FnMut(&Node<'_>)) {
    see(node);
    for child in node.children() {
        gather(&child, see);
    }
}

/// What is read and pressed on a page, in the order of the tree.
fn leaves(node: &Node<'_>, place: &str, into: &mut Vec<(String, String, egui::Rect)>) {
    let inner = node.accesskit_node();
    let role = inner.role();
    let name = inner.label().or_else(|| inner.value()).unwrap_or_default();
    let is_read = matches!(role, Role::Label | Role::Heading | Role::Image);
    let rect = place_of(node);
    if (is_control(role) || is_read) && rect.is_positive() {
        into.push((place.to_owned(), format!("{role:?} {name:?}"), rect));
        return;
    }
    let place = if is_place(role) {
        format!("{place}/{name}")
    } else {
        place.to_owned()
    };
    for child in node.children() {
        leaves(&child, &place, into);
    }
}
