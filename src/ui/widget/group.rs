//! Groups of things to press that are one stop for the keyboard: Tab enters and
//! leaves, arrows move inside, Space presses. Where one of them holds, the arrows
//! take it along, as with radio buttons everywhere.

use egui::accesskit::Action;
use egui::{EventFilter, FocusDirection, Id, Key, Modifiers, Response, Sense, Ui};

use super::chip::{chip_as, chip_at};

/// Where the keyboard enters a group, and how it moves inside.
pub(super) struct Rove {
    group: Id,
    count: usize,
    stop: usize,
}

fn group_id(name: &str) -> Id {
    Id::unique(("group", name))
}

impl Rove {
    /// A group of `count` things, which the keyboard enters at `first`. `name`
    /// tells groups of one page apart.
    pub(super) fn new(ui: &Ui, name: &str, count: usize, first: usize) -> Self {
        let group = group_id(name);
        let focused = ui.memory(egui::Memory::focused);
        let here = focused.and_then(|id| (0..count).find(|at| group.with(*at) == id));
        ui.data_mut(|d| d.insert_temp(group, first)); // for `enter`
        Self {
            group,
            count,
            stop: here.unwrap_or(first),
        }
    }

    /// The id of one of them.
    pub(super) fn id(&self, at: usize) -> Id {
        self.group.with(at)
    }

    /// Only one of them is a stop; all can be pressed.
    pub(super) fn sense(&self, ui: &Ui, at: usize) -> Sense {
        // What cannot take the focus loses it: the keyboard may have been sent
        // here in this very frame.
        let id = self.id(at);
        // egui gives it to stops alone when a screen reader asks.
        if ui.input(|i| i.has_accesskit_action_request(id, Action::Focus)) {
            ui.memory_mut(|m| m.request_focus(id));
            ui.ctx().request_repaint(); // it becomes the stop
        }
        let sent = ui.memory(|m| m.has_focus(id));
        if sent || at == self.stop {
            Sense::click()
        } else {
            Sense::CLICK
        }
    }

    /// Moves on with the arrows. Call it for each.
    pub(super) fn follow(&self, ui: &Ui, at: usize, response: &Response) {
        let last = self.count.saturating_sub(1);
        let step = |to: isize| at.saturating_add_signed(to).min(last);
        if let Some(to) = self.turned(ui, response, step) {
            self.go(ui, to);
        }
    }

    /// The same in a ring; returns the one that was gone to.
    fn follow_around(&self, ui: &Ui, at: usize, response: &Response) -> Option<usize> {
        let step = |to: isize| {
            let beyond = at.saturating_add(self.count).saturating_add_signed(to);
            beyond.checked_rem(self.count).unwrap_or(at)
        };
        let to = self.turned(ui, response, step)?;
        self.go(ui, to);
        Some(to).filter(|to| *to != at)
    }

    /// Where the keys lead, if one was pressed here.
    fn turned(&self, ui: &Ui, response: &Response, step: impl Fn(isize) -> usize) -> Option<usize> {
        if !response.sense.is_focusable() {
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.add_action(Action::Focus));
        }
        if !response.has_focus() {
            return None;
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|m| m.set_focus_lock_filter(response.id, arrows));
        let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        let last = self.count.saturating_sub(1);
        if pressed(Key::ArrowRight) || pressed(Key::ArrowDown) {
            Some(step(1))
        } else if pressed(Key::ArrowLeft) || pressed(Key::ArrowUp) {
            Some(step(-1))
        } else if pressed(Key::Home) {
            Some(0)
        } else if pressed(Key::End) {
            Some(last)
        } else {
            None
        }
    }

    /// Puts the keyboard on one of them.
    pub(super) fn go(&self, ui: &Ui, to: usize) {
        ui.memory_mut(|m| {
            m.move_focus(FocusDirection::None); // not also where egui would go
            m.request_focus(self.id(to));
        });
        ui.ctx().request_repaint(); // the new one becomes the stop
    }
}

/// Puts the keyboard into the group with this name.
pub fn enter(ui: &Ui, name: &str) {
    let group = group_id(name);
    let at = ui.data(|d| d.get_temp::<usize>(group)).unwrap_or(0);
    ui.memory_mut(|m| m.request_focus(group.with(at)));
    ui.ctx().request_repaint();
}

/// Chips in lines, as one stop for the keyboard; returns the one that was
/// pressed. `name` is the group's name, once a page.
pub fn chips(ui: &mut Ui, name: &str, items: &[(bool, &str)]) -> Option<usize> {
    lines(ui, name, items, false)
}

/// The same for words that say little alone, such as "Yes": a screen reader
/// hears the group's name before each.
pub fn answers(ui: &mut Ui, name: &str, items: &[(bool, &str)]) -> Option<usize> {
    lines(ui, name, items, true)
}

fn lines(ui: &mut Ui, name: &str, items: &[(bool, &str)], whole: bool) -> Option<usize> {
    let first = items.iter().position(|(on, _)| *on).unwrap_or(0);
    let rove = Rove::new(ui, name, items.len(), first);
    let mut pressed = None;
    let inner = ui.horizontal_wrapped(|ui| {
        for (at, (on, word)) in items.iter().enumerate() {
            let own = (rove.id(at), rove.sense(ui, at));
            let mut response = chip_at(ui, Some(own), *on, word);
            if whole {
                response = response.accessible_name(format!("{name} {word}"));
            }
            rove.follow(ui, at, &response);
            if response.clicked() {
                pressed = Some(at);
            }
        }
    });
    ui.ctx().accesskit_node_builder(inner.response.id, |node| {
        node.set_role(egui::accesskit::Role::Group);
        node.set_label(name);
    });
    pressed
}

/// A row of choices of which one holds, as radio buttons; returns the one that was
/// picked. `name` is the group's name, once a page; each option is its value and
/// its visible word.
pub fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    current: T,
    options: &[(T, &str)],
) -> Option<T> {
    let first = options.iter().position(|(value, _)| *value == current);
    let rove = Rove::new(ui, name, options.len(), first.unwrap_or(0));
    let mut picked = None;
    let inner = ui.horizontal_wrapped(|ui| {
        for (at, (value, word)) in options.iter().enumerate() {
            let own = (rove.id(at), rove.sense(ui, at));
            let on = *value == current;
            let response = chip_as(ui, egui::Role::RadioButton, Some(own), on, word);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_position_in_set(at);
            });
            if let Some(to) = rove.follow_around(ui, at, &response) {
                picked = options.get(to).map(|(value, _)| *value);
            }
            if response.clicked() {
                picked = Some(*value);
            }
        }
    });
    ui.ctx().accesskit_node_builder(inner.response.id, |node| {
        node.set_role(egui::accesskit::Role::RadioGroup);
        node.set_label(name);
        node.set_size_of_set(options.len());
    });
    picked
}
