//! The one table of keyboard shortcuts: what they do, and what the help sheet says.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use crate::action::Action;
use crate::screen::Screen;
use crate::state::{PrintStep, Turn};

/// One shortcut.
#[derive(Clone, Debug)]
pub struct Shortcut {
    /// The keys.
    pub keys: KeyboardShortcut,
    /// What it does, in words.
    pub text: &'static str,
    /// What it asks for.
    pub action: Action,
}

const DIGITS: [Key; 7] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
];

/// Every shortcut that works on every screen.
pub fn table() -> Vec<Shortcut> {
    let ctrl = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
    let ctrl_shift = |key| KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, key);
    let bare = |key| KeyboardShortcut::new(Modifiers::NONE, key);
    let mut all: Vec<Shortcut> = DIGITS
        .into_iter()
        .zip(Screen::RAIL)
        .map(|(key, screen)| Shortcut {
            keys: ctrl(key),
            text: screen.title(),
            action: Action::Open(screen),
        })
        .collect();
    all.extend(guide());
    all.extend([
        Shortcut {
            keys: ctrl(Key::H),
            text: "Get help",
            action: Action::Open(Screen::Help),
        },
        Shortcut {
            keys: ctrl(Key::N),
            text: "New entry",
            action: Action::NewEntry,
        },
        Shortcut {
            keys: ctrl(Key::F),
            text: "Find on this screen",
            action: Action::Find,
        },
        Shortcut {
            keys: ctrl(Key::P),
            text: "Save the page, or the report for a doctor, as PDF",
            action: Action::Print(PrintStep::Open),
        },
        // The most specific first: egui ignores an extra Shift.
        Shortcut {
            keys: ctrl_shift(Key::Z),
            text: "Redo the change",
            action: Action::Redo,
        },
        Shortcut {
            keys: ctrl(Key::Z),
            text: "Undo the last change",
            action: Action::Undo,
        },
        Shortcut {
            keys: ctrl(Key::Comma),
            text: "Settings",
            action: Action::Open(Screen::Settings),
        },
        Shortcut {
            keys: ctrl(Key::Plus),
            text: "Larger",
            action: Action::Zoom(1),
        },
        Shortcut {
            keys: ctrl(Key::Minus),
            text: "Smaller",
            action: Action::Zoom(-1),
        },
        Shortcut {
            keys: ctrl(Key::Num0),
            text: "Usual size",
            action: Action::Zoom(0),
        },
        Shortcut {
            keys: bare(Key::F11),
            text: "Full screen",
            action: Action::FullScreen,
        },
        Shortcut {
            keys: bare(Key::F1),
            text: "Help for this screen, and all shortcuts",
            action: Action::Shortcuts,
        },
    ]);
    all
}

/// Those that turn the pages of the guide.
fn guide() -> [Shortcut; 3] {
    let alt = |key| KeyboardShortcut::new(Modifiers::ALT, key);
    [
        Shortcut {
            keys: alt(Key::ArrowLeft),
            text: "Back in the guide",
            action: Action::GuideBack,
        },
        Shortcut {
            keys: alt(Key::PageUp),
            text: "Previous page of the guide",
            action: Action::GuideTurn(Turn::Previous),
        },
        Shortcut {
            keys: alt(Key::PageDown),
            text: "Next page of the guide",
            action: Action::GuideTurn(Turn::Next),
        },
    ]
}

/// Takes the shortcuts pressed in this frame.
pub fn take(ui: &Ui, out: &mut Vec<Action>) {
    let typing = ui.ctx().text_edit_focused();
    ui.input_mut(|input| {
        // Ctrl+= is what "larger" is on most keyboards.
        let equals = KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals);
        if input.consume_shortcut(&equals) {
            out.push(Action::Zoom(1));
        }
        for shortcut in table() {
            let undo = matches!(shortcut.action, Action::Undo | Action::Redo);
            if typing && undo {
                continue; // the text field's own undo
            }
            if typing && matches!(shortcut.action, Action::GuideBack) {
                continue; // a word to the left, on some systems
            }
            if input.consume_shortcut(&shortcut.keys) {
                out.push(shortcut.action);
            }
        }
    });
}
