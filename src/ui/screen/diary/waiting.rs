//! That something waits to be finished, and the way there.

use egui::Ui;

use crate::action::{Action, CrampStep};
use crate::screen::Screen;
use crate::ui::tokens::space;
use crate::ui::widget::secondary;
use crate::ui::{Cx, icon};

/// Draws the line, where something waits.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let waiting = cx.state.cramp.waiting(&cx.state.diary);
    if waiting == 0 {
        return;
    }
    let said = if waiting == 1 {
        "1 cramp to finish".to_owned()
    } else {
        format!("{waiting} cramps to finish")
    };
    if secondary(ui, Some(icon::CLOCK), &said).clicked() {
        cx.ask(Action::Cramp(CrampStep::View(None)));
        cx.ask(Action::Open(Screen::Now));
    }
    ui.add_space(space::S);
}
