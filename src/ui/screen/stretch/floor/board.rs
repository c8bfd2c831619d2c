//! Writes a session on its sheet: side, step, figure, digits, what comes next,
//! and tells a screen reader the same.

use egui::accesskit::{Live, Role};
use egui::{Align2, Color32, FontFamily, FontId, Rect, Sense, Ui, UiBuilder};

use super::layout::{self, Slots};
use super::pacer::{Breath, ease};
use super::sheet::{Sheet, fit};
use super::words;
use crate::stretch::{Phase, Session, Side, Status};
use crate::ui::Cx;
use crate::ui::theme::{UiExt as _, digits, semibold};
use crate::ui::tokens::Tokens;
use crate::ui::widget::body::{BodyView, Seen, body};

/// A change of pose that is no step of its own takes at most this long, seconds.
const SHORT: f32 = 1.2;

/// What the board is told beyond the session.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look<'a> {
    /// Nothing moves.
    pub(super) still: bool,
    /// From where the figure is seen.
    pub(super) seen: Seen,
    /// What "too much" did, while that is told.
    pub(super) note: Option<&'a str>,
    /// How high the window is.
    pub(super) window: f32,
    /// What the tools cover of the upper right corner.
    pub(super) clear: egui::Vec2,
}

/// Draws the session. Returns whether anything on it moves.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    session: &Session,
    sheet: Sheet,
    look: Look<'_>,
) -> bool {
    let Some(phase) = session.phase() else {
        return false;
    };
    let t = ui.tokens();
    let face = Face::new(ui, cx, session, look.window);
    let slots = layout::slots(sheet.rect(), face.cap, face.across, look.clear);
    let runs = session.status() == Status::Running;
    let breath = phase
        .is_hold()
        .then(|| Breath::at(session.phase_spent(cx.now)));
    if let Some(breath) = breath.filter(|_| !look.still) {
        halo(ui, t, sheet, &slots, breath.level);
    }
    said(ui, cx, session, phase, sheet, &slots, look);
    let moves = figure(ui, cx, session, phase, sheet, &slots, look);
    countdown(ui, cx, session, sheet, &slots, &face);
    if let Some(breath) = breath.filter(|_| runs) {
        let most = slots.breath.height() * 0.8;
        let room = slots.breath.size();
        let galley = fit(ui, breath.words(), &semibold(), most, room, t.muted);
        let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), slots.breath);
        sheet.write(ui.painter(), at.min, galley, t.muted);
    }
    runs && !look.still && (moves || breath.is_some())
}

/// The digits and how large they are.
struct Face {
    shown: String,
    points: f32,
    /// The height of a digit.
    cap: f32,
    /// The width of all of them.
    across: f32,
    /// From the top of the line to the top of a digit.
    rise: f32,
}

impl Face {
    fn new(ui: &Ui, cx: &Cx<'_>, session: &Session, window: f32) -> Self {
        const PROBE: f32 = 100.0;
        let shown = words::digits(session.remaining(cx.now));
        let font = FontId::new(PROBE, digits());
        let probe = ui.painter().layout_no_wrap(
            "0".repeat(shown.chars().count().max(2)),
            font,
            Color32::PLACEHOLDER,
        );
        let bounds = probe.mesh_bounds;
        let cap = window / 3.0;
        let scale = cap / bounds.height().max(1.0);
        Self {
            shown,
            points: PROBE * scale,
            cap,
            across: probe.size().x * scale,
            rise: bounds.top() * scale,
        }
    }
}

/// The circle behind the digits that swells with the breath. It stays clear of
/// the words above and below.
fn halo(ui: &Ui, t: &Tokens, sheet: Sheet, slots: &Slots, level: f32) {
    let middle = slots.digits.center();
    let above = middle.y - slots.hint.bottom().max(slots.step.bottom());
    let below = slots.next.top() - middle.y;
    let most = (slots.digits.width() / 2.0).min(above).min(below);
    let radius = most * (0.78 + 0.22 * level);
    let center = sheet.at(middle);
    ui.painter().circle_filled(center, radius, t.accent_soft);
}

/// Side, step and hint on top; next and the rest at the foot.
fn said(
    ui: &Ui,
    cx: &Cx<'_>,
    session: &Session,
    phase: &Phase,
    sheet: Sheet,
    slots: &Slots,
    look: Look<'_>,
) {
    let t = ui.tokens();
    let regular = FontFamily::Proportional;
    let (step, hint) = words::step(phase);
    let told = words::announced(session, phase);
    let paused = matches!(session.status(), Status::Paused(_));
    let (step, step_ink, hint) = if paused {
        ("Paused", t.caution, step)
    } else {
        (step, t.text, hint)
    };
    let (hint, hint_ink) = match look.note {
        Some(note) => (note, t.caution),
        None => (hint, t.muted),
    };
    let side = words::side(phase);
    let next = words::next(session);
    let meta = words::meta(phase, session.remaining_total(cx.now));
    for (slot, text, family, share, ink) in [
        (slots.side, side.as_str(), semibold(), 0.86, t.accent),
        (slots.step, step, semibold(), 0.80, step_ink),
        (slots.hint, hint, regular.clone(), 0.76, hint_ink),
        (slots.next, &next, semibold(), 0.72, t.text),
        (slots.meta, &meta, regular.clone(), 0.58, t.muted),
    ] {
        if slot.height() < 1.0 {
            continue; // no room for the hint on a low sheet
        }
        let galley = fit(ui, text, &family, slot.height() * share, slot.size(), ink);
        let left = if slot == slots.meta && slots.meta.left() > sheet.rect().left() + 1.0 {
            slot.right() - galley.size().x
        } else {
            slot.left()
        };
        let at = egui::pos2(left, slot.center().y - galley.size().y / 2.0);
        sheet.write(ui.painter(), at, galley, ink);
    }
    let heading = node(ui, sheet, slots.side, "side", Role::Heading, &side);
    ui.ctx()
        .accesskit_node_builder(heading.id, |n| n.set_level(1));
    // One polite sentence when a phase begins, and nothing while it runs.
    let status = node(ui, sheet, slots.step, "told", Role::Status, &told);
    live(ui, &status);
    if let Some(note) = look.note {
        let note = node(ui, sheet, slots.hint, "note", Role::Status, note);
        live(ui, &note);
    }
    if paused {
        let paused = node(ui, sheet, slots.breath, "paused", Role::Status, "Paused");
        live(ui, &paused);
    }
    node(ui, sheet, slots.next, "next", Role::Label, &next);
    node(ui, sheet, slots.meta, "meta", Role::Label, &meta);
}

/// The figure, on its way from the step before. Returns whether it moves.
fn figure(
    ui: &mut Ui,
    cx: &Cx<'_>,
    session: &Session,
    phase: &Phase,
    sheet: Sheet,
    slots: &Slots,
    look: Look<'_>,
) -> bool {
    let phases = session.plan().phases();
    let before = session.at().checked_sub(1).and_then(|at| phases.get(at));
    let from = before.map_or(phase.picture.as_str(), |p| p.picture.as_str());
    let length = session.phase_length().as_secs_f32();
    let takes = if is_motion(phase) {
        length
    } else {
        length.min(SHORT)
    };
    let spent = session.phase_spent(cx.now).as_secs_f32();
    let share = if look.still || takes <= 0.0 {
        1.0
    } else {
        (spent / takes).clamp(0.0, 1.0)
    };
    let breath = if phase.is_hold() && !look.still {
        Breath::at(session.phase_spent(cx.now)).level
    } else {
        0.0
    };
    let side = phase.side.or(session.side()).unwrap_or(Side::Right);
    let view = BodyView {
        from,
        to: &phase.picture,
        blend: ease(share),
        breath,
        side,
        seen: look.seen,
        turn: sheet.turn(),
        mirrored: false,
    };
    let place = sheet.on_screen(slots.figure);
    let spoken = format!("{}. {}", phase.title, phase.cue);
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        body(ui, cx.library(), &view, place.size(), &spoken);
    });
    share < 1.0 && from != phase.picture
}

/// Is the step itself a change of pose, which takes its whole time?
fn is_motion(phase: &Phase) -> bool {
    use crate::stretch::PhaseKind::{
        Cross, DrawIn, Hold, Open, Prepare, Rate, Release, Swap, Walk,
    };
    match phase.kind {
        Cross | Open | DrawIn => true,
        Prepare | Hold | Release | Swap | Walk | Rate => false,
    }
}

/// The digits and the bar under them.
fn countdown(
    ui: &mut Ui,
    cx: &Cx<'_>,
    session: &Session,
    sheet: Sheet,
    slots: &Slots,
    face: &Face,
) {
    let t = ui.tokens();
    let ink = match session.status() {
        Status::Paused(_) => t.muted,
        Status::Ready | Status::Running | Status::Done | Status::Stopped(_) => t.text,
    };
    if session.is_waiting() {
        let galley = fit(
            ui,
            "Ready?",
            &semibold(),
            face.cap,
            slots.digits.size(),
            ink,
        );
        let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), slots.digits);
        sheet.write(ui.painter(), at.min, galley, ink);
        node(
            ui,
            sheet,
            slots.digits,
            "timer",
            Role::Label,
            "Ready? Press Space.",
        );
        return;
    }
    // A third digit is there for seconds only: then all are smaller.
    let room = slots.digits;
    let fits = (room.width() / face.across)
        .min(room.height() / face.cap)
        .min(1.0);
    let font = FontId::new(face.points * fits, digits());
    let galley = ui.painter().layout_no_wrap(face.shown.clone(), font, ink);
    let at = egui::pos2(
        room.center().x - galley.size().x / 2.0,
        room.center().y - (face.cap / 2.0 + face.rise) * fits,
    );
    sheet.write(ui.painter(), at, galley, ink);
    let timer = node(
        ui,
        sheet,
        room,
        "timer",
        Role::Timer,
        "Time left in this step",
    );
    let value = format!("{} seconds", face.shown);
    ui.ctx()
        .accesskit_node_builder(timer.id, |n| n.set_value(value));

    let share = session.phase_progress(cx.now);
    sheet.fill(ui.painter(), slots.bar, 6, t.hairline);
    let mut done = slots.bar;
    done.max.x = done.left() + done.width() * share;
    if done.width() >= done.height() {
        sheet.fill(ui.painter(), done, 6, t.accent);
    }
    let all = format!(
        "{} percent of the stretch",
        (session.progress(cx.now) * 100.0).round()
    );
    node(ui, sheet, slots.bar, "bar", Role::ProgressIndicator, &all);
}

/// Tells a screen reader of a place on the sheet.
fn node(ui: &Ui, sheet: Sheet, slot: Rect, salt: &str, role: Role, label: &str) -> egui::Response {
    let id = ui.scope_id().with(salt);
    let response = ui.interact(sheet.on_screen(slot), id, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(role, true, label));
    response
}

fn live(ui: &Ui, response: &egui::Response) {
    ui.ctx()
        .accesskit_node_builder(response.id, |n| n.set_live(Live::Polite));
}
