//! The view for the floor: a session filling the window, read from two metres
//! away, steered with one key or one large control.
//!
//! It asks for frames only while something on it moves and it is seen: at most
//! thirty a second. Cues come from the session's own wakes, seen or not.

mod away;
mod board;
mod controls;
mod keys;
mod layout;
mod pacer;
mod sheet;
pub(super) mod wash;
mod words;

use std::time::Duration;

use egui::{Rect, Ui};

use self::board::Look;
use self::controls::Tool;
use self::keys::Wish;
use self::sheet::Sheet;
use crate::action::{Action, StretchStep};
use crate::pose::{Seen, Turn};
use crate::stretch::{Command, Session};
use crate::ui::Cx;
use crate::ui::tokens::space;

/// Between two frames while something moves.
const FRAME: Duration = Duration::from_millis(33);
/// Between two frames while only the breath moves, which is slow.
const BREATH_FRAME: Duration = Duration::from_millis(50);
/// How long it is told what "too much" did, in ticks.
const NOTE: Duration = Duration::from_secs(6);

/// What the floor view keeps for itself: how it lies and what it shows.
#[derive(Debug, Default)]
pub(super) struct Floor {
    turn: Turn,
    seen: Seen,
    shows_keys: bool,
    /// How often "too much" had been pressed, and when that was seen.
    eased: Option<(u32, Duration)>,
}

impl Floor {
    /// How far the sheet is turned.
    pub(super) fn turn(&self) -> Turn {
        self.turn
    }

    /// Draws the running session.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let Some(session) = cx.state.stretch.session() else {
            return;
        };
        if cx.state.over.manual.is_none() {
            for wish in keys::take(ui, session) {
                self.grant(cx, wish);
            }
        }
        let window = ui.max_rect();
        let margin = (window.width() * 0.03).clamp(10.0, 40.0);
        let room = window.shrink2(egui::vec2(margin, (margin * 0.6).min(18.0)));
        if let Some(away) = session.away() {
            if let Some(command) = away::show(ui, cx, session, away, room) {
                steer(cx, command);
            }
            return;
        }
        let (top, bottom) =
            room.split_top_bottom_at_y(room.bottom() - controls::height(window.height()));
        self.board(ui, cx, session, top.with_max_y(top.bottom() - space::M));
        if let Some(command) = controls::row(ui, bottom, &controls::list(session)) {
            steer(cx, command);
        }
        let muted = cx.state.settings.sound_muted;
        if let Some(tool) = controls::tools(ui, top, muted) {
            self.grant(cx, Wish::Use(tool));
        }
        if self.shows_keys {
            let below = top.with_min_y(top.top() + controls::tools_size(top.width()).y + space::XS);
            if let Some(wish) = keys::legend(ui, session, below) {
                self.shows_keys = wish == Wish::Use(Tool::Keys);
                self.grant(cx, wish);
            }
        }
    }

    /// Draws the sheet, and asks for the next frame while something moves.
    fn board(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, mut room: Rect) {
        let still = wash::is_still(cx);
        let mut clear = controls::tools_size(room.width()) + egui::vec2(space::S, 0.0);
        let tall = room.height() > room.width() * 1.1;
        if self.turn != Turn::Upright || tall {
            room.min.y += clear.y + space::XS;
            clear = egui::Vec2::ZERO;
        }
        let note = self.note(session, cx.now.ticks);
        let look = Look {
            still,
            seen: self.seen,
            note: note.as_deref(),
            window: ui.max_rect().height(),
            clear,
        };
        let sheet = Sheet::new(room, self.turn);
        if board::show(ui, cx, session, sheet, look) {
            let held = session.phase().is_some_and(crate::stretch::Phase::is_hold);
            let settled = session.phase_spent(cx.now) > Duration::from_millis(1_200);
            let pause = if held && settled { BREATH_FRAME } else { FRAME };
            ui.ctx().request_repaint_after(pause);
        }
    }

    /// What "too much" did, for a while after it was pressed.
    fn note(&mut self, session: &Session, ticks: Duration) -> Option<String> {
        let count = session.eased();
        let (seen, since) = *self.eased.get_or_insert((count, Duration::ZERO));
        if count != seen {
            self.eased = Some((count, ticks));
            return (count > seen).then(|| words::eased(session.eased_by()));
        }
        let fresh = !since.is_zero() && ticks.saturating_sub(since) < NOTE;
        fresh.then(|| words::eased(session.eased_by()))
    }

    fn grant(&mut self, cx: &mut Cx<'_>, wish: Wish) {
        match wish {
            // Escape closes what is open before it ends anything.
            Wish::Steer(Command::Stop(crate::stretch::StopReason::Asked)) if self.shows_keys => {
                self.shows_keys = false;
            }
            Wish::Steer(command) => steer(cx, command),
            Wish::Use(Tool::Mute) => cx.ask(Action::Mute),
            Wish::Use(Tool::Turn) => self.turn = self.turn.next(),
            Wish::Use(Tool::See) => {
                self.seen = match self.seen {
                    Seen::Side => Seen::Above,
                    Seen::Above => Seen::Side,
                };
            }
            Wish::Use(Tool::Fill) => cx.ask(Action::FullScreen),
            Wish::Use(Tool::Keys) => self.shows_keys = !self.shows_keys,
        }
    }
}

fn steer(cx: &mut Cx<'_>, command: Command) {
    cx.ask(Action::Stretch(StretchStep::Command(command)));
}
