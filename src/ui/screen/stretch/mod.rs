//! Stretch: the safety list, the set-up, the view for the floor, and how it is
//! afterwards.

mod after;
mod floor;
mod gate;
mod picture;
mod resume;
mod set_up;
mod sharp;

use egui::Ui;

use crate::state::Stage;
use crate::ui::Cx;

/// What the stretch screen keeps for itself: the answers
/// not yet given, and how the floor view lies.
#[derive(Debug, Default)]
pub(super) struct StretchScreen {
    after: after::Draft,
    floor: floor::Floor,
}

impl StretchScreen {
    /// Draws the stage a person is at.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if let Some(kept) = cx.state.stretch.interrupted() {
            return resume::show(ui, cx, kept);
        }
        floor::wash::show(ui, cx, self.floor.turn());
        match cx.state.stretch.stage() {
            Stage::Gate => gate::show(ui, cx),
            Stage::SetUp => set_up::show(ui, cx),
            Stage::Floor => {
                self.after = after::Draft::default();
                self.floor.show(ui, cx);
            }
            Stage::After => after::show(ui, cx, &mut self.after),
        }
    }
}
