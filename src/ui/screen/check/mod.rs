//! Check: red flags by theme, one question a screen, then how soon and why.

mod answers;
mod causes;
mod compare;
mod flags;
mod hand_over;
mod quality;
mod question;
mod result;
mod start;
mod what_now;

use egui::Ui;

use crate::action::{Action, CheckStep};
use crate::state::CheckView;
use crate::triage::{Item, Place};
use crate::ui::leave::escaped;
use crate::ui::widget::page;
use crate::ui::{Cx, text};

/// How wide the column is, in points.
const COLUMN: f32 = 760.0;

/// Draws the screen.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let place = cx.state.check.run().place().clone();
    let view = cx.state.check.view();
    // What lies over the run is left by Escape; the run itself has its Back.
    if view != CheckView::Run && escaped(ui) {
        cx.ask(Action::Check(CheckStep::View(CheckView::Run)));
    }
    page(
        ui,
        &format!("check {place:?} {view:?}"),
        COLUMN,
        |ui| match (view, &place) {
            (CheckView::Answers, _) => answers::show(ui, cx),
            (CheckView::HandOver, _) => hand_over::show(ui, cx),
            (CheckView::Compare(id), _) => compare::show(ui, cx, id),
            (CheckView::Quality, _) => quality::show(ui, cx),
            (CheckView::Run, Place::Start) => start::show(ui, cx),
            (CheckView::Run, Place::At(Item::Sheet(id))) => {
                text::title(ui, "Check");
                let flags = cx.library().knowledge().sheet(id).is_some_and(|s| s.flags);
                if flags {
                    flags::show(ui, cx, id);
                } else {
                    question::sheet(ui, cx, id);
                }
            }
            (CheckView::Run, Place::At(Item::Finding(id))) => {
                text::title(ui, "Check");
                question::finding(ui, cx, id);
            }
            (CheckView::Run, Place::Result) => result::show(ui, cx),
        },
    );
}
