//! The one table of keyboard shortcuts: what they do, and what the help sheet says.
//!
//! Command is Ctrl, and Cmd on macOS. No shortcut is a bare letter or digit, so
//! that none fights a text field.

use egui::{Context, Key, KeyboardShortcut, Modifiers, Ui};

use crate::action::Action;
use crate::screen::Screen;
use crate::state::{PrintStep, Turn, WindowStep};

/// What shortcuts have to do with each other, in the order of the help sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Going to a screen.
    Screens,
    /// Writing, undoing, finding, printing.
    Entries,
    /// Turning pages.
    Guide,
    /// Size, full screen, closing, help.
    Window,
}

impl Group {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Screens, Self::Entries, Self::Guide, Self::Window];

    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Screens => "Go to",
            Self::Entries => "Entries and pages",
            Self::Guide => "In the guide",
            Self::Window => "The window",
        }
    }
}

/// Keys that are known by their sign, not by a word.
const SIGNS: [(Key, &str); 6] = [
    (Key::Comma, ","),
    (Key::Questionmark, "?"),
    (Key::Slash, "/"),
    (Key::Plus, "+"),
    (Key::Minus, "-"),
    (Key::Equals, "="),
];

/// One shortcut.
#[derive(Clone, Debug)]
pub struct Shortcut {
    /// The keys.
    pub keys: KeyboardShortcut,
    /// Other keys for the same.
    pub also: Option<KeyboardShortcut>,
    /// What it does, in words.
    pub text: &'static str,
    /// What it belongs to.
    pub group: Group,
    /// What it asks for.
    pub action: Action,
}

impl Shortcut {
    /// The keys as they are printed on them: `Ctrl+7 or Ctrl+,`.
    pub fn words(&self, ctx: &Context) -> String {
        let said = |keys: &KeyboardShortcut| {
            let words = ctx.format_shortcut(keys);
            let sign = SIGNS.iter().find(|(key, _)| *key == keys.logical_key);
            let Some((_, sign)) = sign else { return words };
            let start = words.strip_suffix(keys.logical_key.name());
            start.map_or(words.clone(), |start| format!("{start}{sign}"))
        };
        match &self.also {
            Some(also) => format!("{} or {}", said(&self.keys), said(also)),
            None => said(&self.keys),
        }
    }
}

/// The number keys, 0 first.
pub const DIGITS: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn bare(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn shortcut(
    group: Group,
    keys: KeyboardShortcut,
    text: &'static str,
    action: Action,
) -> Shortcut {
    Shortcut {
        keys,
        also: None,
        text,
        group,
        action,
    }
}

/// Every shortcut that works on every screen.
pub fn table() -> Vec<Shortcut> {
    let mut all: Vec<Shortcut> = DIGITS
        .into_iter()
        .skip(1)
        .zip(Screen::RAIL)
        .map(|(key, screen)| Shortcut {
            also: (screen == Screen::Settings).then_some(ctrl(Key::Comma)),
            ..shortcut(
                Group::Screens,
                ctrl(key),
                screen.title(),
                Action::Open(screen),
            )
        })
        .collect();
    all.push(shortcut(
        Group::Screens,
        ctrl(Key::H),
        "Get help",
        Action::Open(Screen::Help),
    ));
    all.push(shortcut(
        Group::Screens,
        bare(Key::F10),
        "To the list of screens",
        Action::ToRail,
    ));
    all.extend(entries());
    all.extend(guide());
    all.extend(window());
    all
}

/// Those that write, undo, find and print.
fn entries() -> [Shortcut; 5] {
    let one = |keys, text, action| shortcut(Group::Entries, keys, text, action);
    let redo = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    [
        one(ctrl(Key::N), "New entry", Action::NewEntry),
        one(ctrl(Key::F), "Find on this screen", Action::Find),
        one(
            ctrl(Key::P),
            "Save the page, or the report for a doctor, as PDF",
            Action::Print(PrintStep::Open),
        ),
        // The most specific first: egui ignores an extra Shift.
        Shortcut {
            also: Some(ctrl(Key::Y)),
            ..one(redo, "Redo the change", Action::Redo)
        },
        one(ctrl(Key::Z), "Undo the last change", Action::Undo),
    ]
}

/// Those that turn the pages of the guide.
fn guide() -> [Shortcut; 3] {
    let one = |key, text, action| {
        let keys = KeyboardShortcut::new(Modifiers::ALT, key);
        shortcut(Group::Guide, keys, text, action)
    };
    [
        one(Key::ArrowLeft, "Back in the guide", Action::GuideBack),
        one(
            Key::PageUp,
            "Previous page of the guide",
            Action::GuideTurn(Turn::Previous),
        ),
        one(
            Key::PageDown,
            "Next page of the guide",
            Action::GuideTurn(Turn::Next),
        ),
    ]
}

/// Those of the window itself.
fn window() -> [Shortcut; 8] {
    let one = |keys, text, action| shortcut(Group::Window, keys, text, action);
    let close = || Action::Window(WindowStep::Close);
    [
        Shortcut {
            // Ctrl+= is what "larger" is on most keyboards.
            also: Some(ctrl(Key::Equals)),
            ..one(ctrl(Key::Plus), "Larger", Action::Zoom(1))
        },
        one(ctrl(Key::Minus), "Smaller", Action::Zoom(-1)),
        one(ctrl(Key::Num0), "Usual size", Action::Zoom(0)),
        one(bare(Key::F11), "Full screen", Action::FullScreen),
        one(bare(Key::F1), "Help", Action::Shortcuts),
        Shortcut {
            also: Some(ctrl(Key::Slash)),
            ..one(
                ctrl(Key::Questionmark),
                "This list of shortcuts",
                Action::Shortcuts,
            )
        },
        one(ctrl(Key::W), "Close the window", close()),
        one(ctrl(Key::Q), "Close Unclench", close()),
    ]
}

/// Does a text field want this for itself?
const fn is_the_fields(action: &Action) -> bool {
    matches!(
        action,
        Action::Undo | Action::Redo | Action::GuideBack // a word to the left, on some systems
    )
}

/// Takes the shortcuts pressed in this frame.
pub fn take(ui: &Ui, out: &mut Vec<Action>) {
    let typing = ui.ctx().text_edit_focused();
    ui.input_mut(|input| {
        for shortcut in table() {
            if typing && is_the_fields(&shortcut.action) {
                continue;
            }
            let also = shortcut
                .also
                .is_some_and(|keys| input.consume_shortcut(&keys));
            if input.consume_shortcut(&shortcut.keys) || also {
                out.push(shortcut.action);
            }
        }
    });
}
