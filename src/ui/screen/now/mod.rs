//! The first screen: the way from "It's cramping now" to the stretch and the
//! entry, and the home it begins at.

mod cramp;
mod home;
mod place;
mod read;
mod signs;
mod strip;
mod tray;
mod words;

use std::time::Duration;

use egui::{Frame, Key, Margin, Modifiers, Panel, Ui, UiBuilder};

use self::read::Read;
use crate::action::{Action, CrampStep, CrampTold};
use crate::diary::entry::EntryId;
use crate::state::CrampView;
use crate::ui::Cx;
use crate::ui::shortcut::DIGITS;
use crate::ui::theme::UiExt as _;
use crate::ui::widget::column_width;

/// A 1 and a 0 within this time are a 10.
const TEN: Duration = Duration::from_millis(1500);
/// How wide the column is.
const WIDTH: f32 = 760.0;

/// What the Now screen keeps for itself.
#[derive(Debug, Default)]
pub(super) struct NowScreen {
    /// The page drawn last, and the pass that drew it.
    seen: Option<(Option<CrampView>, u64)>,
    /// A "1" was pressed at these ticks: a "0" may follow.
    one: Option<Duration>,
    /// The place is being chosen, for this cramp.
    placing: Option<EntryId>,
    /// Which signs were on the screen.
    read: Read,
}

impl NowScreen {
    /// Draws the page a person is on.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let view = cx.state.cramp.view();
        let pass = ui.ctx().cumulative_pass_nr();
        let before = self.seen.replace((view, pass));
        let fresh = !before.is_some_and(|(seen, nr)| seen == view && pass <= nr + 1);
        let keys = cx.state.over.manual.is_none();
        let Some(view) = view else {
            return home::show(ui, cx);
        };
        if keys {
            self.keys(ui, cx, view);
        }
        match view {
            CrampView::Signs(id) => signs::ask(ui, cx, id, fresh, &mut self.read),
            CrampView::Which(id) => signs::which(ui, cx, id, fresh),
            CrampView::Cramp(id) => cramp::show(ui, cx, id, &mut self.placing, fresh),
        }
    }

    /// Digits tell the pain; Escape goes back, and loses nothing.
    fn keys(&mut self, ui: &Ui, cx: &mut Cx<'_>, view: CrampView) {
        let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
        if pressed(Key::Escape) {
            let to = match view {
                CrampView::Which(id) => Some(CrampView::Signs(id)),
                CrampView::Signs(_) | CrampView::Cramp(_) => None,
            };
            cx.ask(Action::Cramp(CrampStep::View(to)));
        }
        for (digit, key) in (0_u8..).zip(DIGITS) {
            if !pressed(key) {
                continue;
            }
            let ten = digit == 0 && self.one.is_some_and(|at| cx.now.ticks < at + TEN);
            self.one = (digit == 1).then_some(cx.now.ticks);
            let pain = if ten { 10 } else { digit };
            cx.ask(Action::Cramp(CrampStep::Tell(
                view.id(),
                CrampTold::Pain(pain),
            )));
        }
    }
}

/// Was Enter pressed while nothing has the keyboard? Then it is for the button
/// to see first.
fn lead_key(ui: &Ui, cx: &Cx<'_>) -> bool {
    let free = ui.memory(|memory| memory.focused().is_none()) && cx.state.over.manual.is_none();
    free && ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::Enter))
}

/// A bar that stays at the bottom, as wide as the column above it.
fn bar(ui: &mut Ui, salt: &'static str, add: impl FnOnce(&mut Ui)) {
    let fill = ui.tokens().surface;
    Panel::bottom(salt)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new().fill(fill).inner_margin(Margin {
            top: 10,
            bottom: 14,
            ..Margin::ZERO
        }))
        .show(ui, |ui| {
            let room = ui.available_rect_before_wrap();
            let width = column_width(room.width(), WIDTH);
            let left = room.left() + (room.width() - width) / 2.0;
            let column = room.with_min_x(left).with_max_x(left + width);
            let place = UiBuilder::new()
                .max_rect(column)
                .accessibility_role(egui::Role::Toolbar)
                .accessibility_label("The way on");
            ui.scope_builder(place, add);
        });
}
