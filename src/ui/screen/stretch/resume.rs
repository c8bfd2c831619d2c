//! What is offered when a session was cut off: by a crash, or by a press on
//! Stop that was not meant.

use egui::Ui;

use crate::action::{Action, StretchStep};
use crate::stretch::{Kept, Session, Status, StopReason};
use crate::ui::tokens::space;
use crate::ui::widget::{card, danger, page, primary, secondary};
use crate::ui::{Cx, icon, text};

/// Draws the question about a session that a crash cut off.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, kept: &Kept) {
    page(ui, "stretch resume", 760.0, |ui| {
        let session = Session::restore(kept.session.clone(), cx.now);
        let at = |time: &jiff::ZonedDateTime| cx.state.say_time(time.datetime().time());
        let (title, why) = if kept.session.is_over() {
            (
                format!("Your stretch of {}", at(&kept.session.started)),
                "Unclench was closed before it was saved.",
            )
        } else {
            (
                format!("Your stretch was interrupted at {}", at(&kept.session.made)),
                "Unclench was closed while it ran. Nothing is lost.",
            )
        };
        text::title(ui, &title);
        text::muted(ui, why);
        ui.add_space(space::M);
        card(ui, |ui| {
            if let Some(session) = &session {
                text::subheading(ui, 2, "What was done");
                for line in done(session) {
                    text::body(ui, line);
                }
            }
            ui.add_space(space::M);
            ui.horizontal_wrapped(|ui| {
                let goes_on = kept.can_go_on(&cx.now.wall);
                if goes_on && primary(ui, Some(icon::PLAY), "Go on").clicked() {
                    cx.ask(Action::Stretch(StretchStep::TakeUp));
                }
                let save = "Save what was done";
                let pressed = if goes_on {
                    secondary(ui, Some(icon::CHECK_MARK), save).clicked()
                } else {
                    primary(ui, Some(icon::CHECK_MARK), save).clicked()
                };
                if pressed {
                    cx.ask(Action::Stretch(StretchStep::SaveInterrupted));
                }
                if danger(ui, None, "Do not save").clicked() {
                    cx.ask(Action::Stretch(StretchStep::LeaveInterrupted));
                }
            });
        });
    });
}

fn done(session: &Session) -> Vec<String> {
    let holds = session.holds();
    let whole = holds.iter().filter(|hold| hold.whole).count();
    let record = session.record();
    let mut lines = vec![format!("{whole} of {} holds.", holds.len())];
    for (side, held) in [("left", record.left), ("right", record.right)] {
        if !held.held.is_zero() {
            let secs = held.held.as_secs();
            lines.push(format!("You held the {side} side for {secs} s."));
        }
    }
    lines
}

/// Offers a session again that Stop ended, on the page after it.
pub(super) fn again(ui: &mut Ui, cx: &mut Cx<'_>) {
    let stopped = Status::Stopped(StopReason::Asked);
    let session = cx.state.stretch.session();
    if session.is_some_and(|session| session.status() == stopped) {
        ui.add_space(space::S);
        if secondary(ui, Some(icon::PLAY), "Take it up again").clicked() {
            cx.ask(Action::Stretch(StretchStep::TakeUp));
        }
    }
}
