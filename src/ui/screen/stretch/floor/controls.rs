//! The large controls at the bottom, and the small tools in the corner. They
//! stay upright and in place however the sheet is turned.

use egui::{CornerRadius, FontId, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

use crate::stretch::{Command, Session, Status, StopReason};
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{UiExt as _, semibold};
use crate::ui::tokens::{Tokens, size};
use crate::ui::widget::{focus_ring, icon_button};

/// How high the controls are in a window of this height.
pub(super) fn height(window: f32) -> f32 {
    (window * 0.24).clamp(56.0, 72.0)
}
/// Between them.
const GAP: f32 = 8.0;

/// How a control is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// The one to see first.
    Lead,
    /// Any other.
    Plain,
    /// Pain.
    Danger,
}

/// One control.
#[derive(Clone, Copy)]
pub(super) struct Control {
    pub(super) icon: Icon,
    /// The word on it.
    pub(super) word: &'static str,
    /// A shorter one, where there is little room.
    pub(super) short: &'static str,
    /// The key that does the same.
    pub(super) key: &'static str,
    pub(super) tone: Tone,
    /// How wide, against the others.
    pub(super) share: f32,
    pub(super) command: Command,
}

/// The controls of a session, as it stands.
pub(super) fn list(session: &Session) -> Vec<Control> {
    let plain = |icon, word, key, share, command| Control {
        icon,
        word,
        short: word,
        key,
        tone: Tone::Plain,
        share,
        command,
    };
    let main = session.main_command().unwrap_or(Command::Resume);
    let (mark, word) = if main == Command::Pause {
        (icon::PAUSE, "Pause")
    } else if main == Command::Next && session.ends_when_eased() {
        (icon::CHECK_MARK, "It has eased")
    } else {
        (icon::PLAY, "Go on")
    };
    let mut all = vec![
        Control {
            tone: Tone::Lead,
            ..plain(mark, word, "Space", 1.2, main)
        },
        plain(icon::SKIP_BACK, "Back", "Left", 0.9, Command::Back),
        plain(icon::SKIP_NEXT, "Skip", "Right", 0.9, Command::Next),
        plain(icon::EASE_OFF, "Too much", "Down", 1.2, Command::TooMuch),
    ];
    let asked = Command::Stop(StopReason::Asked);
    let hurts = Command::Stop(StopReason::Pain);
    all.push(plain(icon::STOP, "Stop", "Esc", 0.9, asked));
    all.push(Control {
        tone: Tone::Danger,
        short: "Sharp, numb",
        ..plain(icon::WARNING, "Sharp, numb, tingling", "X", 1.8, hurts)
    });
    all
}

/// The controls of a session that stands still because nobody was there.
pub(super) fn away(session: &Session) -> Vec<Control> {
    let hold = session.phase().is_some_and(crate::stretch::Phase::is_hold);
    let again = if hold {
        "Start this hold again"
    } else {
        "Start this step again"
    };
    let one = |icon, word, short, key, tone, command| Control {
        icon,
        word,
        short,
        key,
        tone,
        share: 1.0,
        command,
    };
    debug_assert!(matches!(session.status(), Status::Paused(_)), "paused");
    let stop = Command::Stop(StopReason::Asked);
    vec![
        one(
            icon::PLAY,
            "Go on",
            "Go on",
            "Space",
            Tone::Lead,
            Command::Resume,
        ),
        one(
            icon::RESTORE,
            again,
            "Again",
            "R",
            Tone::Plain,
            Command::Restart,
        ),
        one(icon::STOP, "Stop", "Stop", "Esc", Tone::Plain, stop),
    ]
}

/// Draws a row of controls; returns the command that was pressed.
pub(super) fn row(ui: &mut Ui, room: Rect, controls: &[Control]) -> Option<Command> {
    let count = controls.len() as f32;
    let shares: f32 = controls.iter().map(|c| c.share).sum();
    let unit = (room.width() - GAP * (count - 1.0)) / shares;
    let face = Face::of(ui, controls, unit);
    let mut left = room.left();
    let mut pressed = None;
    for control in controls {
        let place = Rect::from_min_size(
            egui::pos2(left, room.top()),
            egui::vec2(unit * control.share, room.height()),
        );
        left = place.right() + GAP;
        if cell(ui, place, control, face).clicked() {
            pressed = Some(control.command);
        }
    }
    pressed
}

/// How the controls of a row look: all of them alike.
#[derive(Clone, Copy, PartialEq)]
enum Face {
    /// The icon beside the word.
    Beside,
    /// The icon above the word, which has this many points.
    Above(f32),
}

impl Face {
    /// The largest that all controls have room for.
    fn of(ui: &Ui, controls: &[Control], unit: f32) -> Self {
        let wide = |c: &Control, points: f32, short: bool| {
            let word = if short { c.short } else { c.word };
            lay(ui, word, points, ui.tokens().text).size().x
        };
        if controls
            .iter()
            .all(|c| wide(c, size::H3 - 1.0, false) + 66.0 <= unit * c.share)
        {
            return Self::Beside;
        }
        let fitting = [16.0, 15.0, 14.0, 13.0, 12.0, 11.0]
            .into_iter()
            .find(|points| {
                let fits = |c: &Control| wide(c, *points, true) + 8.0 <= unit * c.share;
                controls.iter().all(fits)
            });
        Self::Above(fitting.unwrap_or(10.0))
    }
}

fn fits(ui: &Ui, word: &str, points: f32, place: Rect) -> bool {
    lay(ui, word, points, ui.tokens().text).size().x + 8.0 <= place.width()
}

fn lay(ui: &Ui, word: &str, points: f32, ink: egui::Color32) -> std::sync::Arc<egui::Galley> {
    let font = FontId::new(points, semibold());
    ui.painter().layout_no_wrap(word.to_owned(), font, ink)
}

fn cell(ui: &mut Ui, place: Rect, control: &Control, face: Face) -> Response {
    let t = ui.tokens();
    let id = ui.scope_id().with(("control", control.word));
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, control.word));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_keyboard_shortcut(control.key);
    });
    let (fill, line, ink) = colors(t, control.tone, response.hovered());
    ui.painter().rect(
        place,
        CornerRadius::same(size::CARD_RADIUS),
        fill,
        Stroke::new(1.0, line),
        StrokeKind::Inside,
    );
    if face == Face::Beside {
        let word = lay(ui, control.word, size::H3 - 1.0, ink);
        let start = place.center().x - f32::midpoint(word.size().x, 34.0);
        let mark = egui::pos2(start + 12.0, place.center().y);
        let mark = Rect::from_center_size(mark, Vec2::splat(24.0));
        control.icon.paint(ui, mark, ink);
        let at = egui::pos2(start + 34.0, place.center().y - word.size().y / 2.0);
        ui.painter().galley(at, word, ink);
    } else {
        let (word, points) = match face {
            Face::Above(points) if fits(ui, control.word, points, place) => (control.word, points),
            Face::Above(points) => (control.short, points),
            Face::Beside => (control.word, 16.0),
        };
        let word = lay(ui, word, points, ink);
        let mark = egui::pos2(place.center().x, place.top() + place.height() * 0.35);
        let mark = Rect::from_center_size(mark, Vec2::splat(24.0));
        control.icon.paint(ui, mark, ink);
        let at = egui::pos2(
            place.center().x - word.size().x / 2.0,
            place.top() + place.height() * 0.75 - word.size().y / 2.0,
        );
        ui.painter().galley(at, word, ink);
    }
    focus_ring(ui, &response);
    response.on_hover_text(format!("Key: {}", control.key))
}

fn colors(t: &Tokens, tone: Tone, hovered: bool) -> (egui::Color32, egui::Color32, egui::Color32) {
    match (tone, hovered) {
        (Tone::Lead, false) => (t.accent, t.accent, t.on_accent),
        (Tone::Lead, true) => (t.accent.lerp_to_gamma(t.text, 0.16), t.accent, t.on_accent),
        (Tone::Plain, false) => (t.raised, t.outline, t.text),
        (Tone::Plain, true) => (t.accent_soft, t.outline, t.text),
        (Tone::Danger, false) => (t.danger_soft, t.danger, t.danger),
        (Tone::Danger, true) => (
            t.danger_soft.lerp_to_gamma(t.danger, 0.12),
            t.danger,
            t.danger,
        ),
    }
}

/// A tool in the corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tool {
    /// Sound off or on.
    Mute,
    /// A quarter turn of the sheet.
    Turn,
    /// From the side or from above.
    See,
    /// Full screen on or off.
    Fill,
    /// The keys, shown or hidden.
    Keys,
}

/// In a room narrower than this there is one tool: the keys, whose list has all.
const NARROW: f32 = 430.0;

/// What the tools need of the upper right corner of a room.
pub(super) fn tools_size(room: f32) -> Vec2 {
    if room < NARROW {
        return egui::vec2(50.0, size::CONTROL);
    }
    // A button that is an icon alone is a little wider than high.
    egui::vec2(5.0 * 50.0 + 4.0 * 2.0, size::CONTROL)
}

/// Draws the tools; returns the one that was pressed.
pub(super) fn tools(ui: &mut Ui, room: Rect, muted: bool) -> Option<Tool> {
    let wanted = tools_size(room.width());
    let place = Rect::from_min_size(room.right_top() - egui::vec2(wanted.x, 0.0), wanted);
    let mut ui = ui.new_child(
        UiBuilder::new()
            .max_rect(place)
            .layout(egui::Layout::left_to_right(egui::Align::Center))
            .accessibility_role(egui::Role::Toolbar)
            .accessibility_label("Tools"),
    );
    ui.spacing_mut().item_spacing.x = 2.0;
    let (sound, sound_word) = if muted {
        (icon::SOUND_OFF, "Sound on")
    } else {
        (icon::SOUND_ON, "Sound off")
    };
    let mut pressed = None;
    for (mark, name, tool) in [
        (sound, sound_word, Tool::Mute),
        (icon::TURN, "Turn the picture", Tool::Turn),
        (icon::VIEW, "See it from the other side", Tool::See),
        (icon::WHOLE, "Full screen", Tool::Fill),
        (icon::KEYS, "Keys", Tool::Keys),
    ] {
        let shown = room.width() >= NARROW || tool == Tool::Keys;
        if shown && icon_button(&mut ui, mark, name).clicked() {
            pressed = Some(tool);
        }
    }
    pressed
}
