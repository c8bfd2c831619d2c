//! Stretch: the safety list, the set-up, the view for the floor, and how it is
//! afterwards.

mod after;
mod choices;
mod floor;
mod gate;
mod picture;
mod set_up;
mod words;

use egui::Ui;

use crate::state::Stage;
use crate::ui::Cx;

/// What the stretch screen keeps for itself: the answers not yet given.
#[derive(Debug, Default)]
pub(super) struct StretchScreen {
    after: after::Draft,
    gate: gate::Draft,
}

impl StretchScreen {
    /// Draws the stage a person is at.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        match cx.state.stretch.stage() {
            Stage::Gate => gate::show(ui, cx, &mut self.gate),
            Stage::SetUp => set_up::show(ui, cx),
            Stage::Floor => {
                self.after = after::Draft::default();
                floor::show(ui, cx);
            }
            Stage::After => after::show(ui, cx, &mut self.after),
        }
    }
}
