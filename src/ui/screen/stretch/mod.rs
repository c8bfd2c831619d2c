//! Stretch: the safety list, the set-up, the view for the floor, and how it is
//! afterwards.

mod after;
mod choices;
mod floor;
mod gate;
mod picture;
mod resume;
mod set_up;
mod sharp;
mod words;

use egui::Ui;

use crate::state::Stage;
use crate::ui::Cx;

/// What the stretch screen keeps for itself: the answers
/// not yet given, and how the floor view lies.
#[derive(Debug, Default)]
pub(super) struct StretchScreen {
    after: after::Draft,
    gate: gate::Draft,
    floor: floor::Floor,
    /// The page drawn last, and the pass that drew it.
    seen: Option<(Stage, u64)>,
}

impl StretchScreen {
    /// Draws the stage a person is at.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        if let Some(kept) = cx.state.stretch.interrupted() {
            return resume::show(ui, cx, kept);
        }
        floor::wash::show(ui, cx, self.floor.turn());
        let stage = cx.state.stretch.stage();
        let fresh = self.is_fresh(ui, stage);
        match stage {
            Stage::Gate => gate::show(ui, cx, &mut self.gate, fresh),
            Stage::SetUp => set_up::show(ui, cx, fresh),
            Stage::Floor => {
                self.after = after::Draft::default();
                self.floor.show(ui, cx);
            }
            Stage::After => after::show(ui, cx, &mut self.after, fresh),
        }
    }
    /// Was another page drawn before this one? Then it opens at its top.
    fn is_fresh(&mut self, ui: &Ui, stage: Stage) -> bool {
        let pass = ui.ctx().cumulative_pass_nr();
        let before = self.seen.replace((stage, pass));
        !before.is_some_and(|(seen, nr)| seen == stage && pass <= nr + 1)
    }
}

/// Scrolls to the top of the page, where its title is.
fn to_top(ui: &Ui, title: &egui::Response) {
    let top = title.rect.expand2(egui::vec2(0.0, 28.0));
    let still = egui::style::ScrollAnimation::none();
    ui.scroll_to_rect_animation(top, Some(egui::Align::TOP), still);
}
