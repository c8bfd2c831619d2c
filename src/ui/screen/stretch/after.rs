//! After the session: how it is now, and what was felt.

use egui::Ui;

use super::{resume, sharp};
use crate::action::{Action, StretchStep};
use crate::screen::Screen;
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::space;
use crate::ui::widget::{callout, card, chip, page, pain_scale, primary, quiet, secondary};
use crate::ui::{Cx, icon, text};

/// The answers given so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    after: Option<u8>,
    feelings: Vec<String>,
}

/// Draws the questions after a session.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft) {
    page(ui, "stretch after", 760.0, |ui| {
        let stopped = cx.state.stretch.was_stopped();
        text::title(ui, if stopped { "Stopped" } else { "Done" });
        text::muted(ui, cx.state.stretch.summary());
        resume::again(ui, cx);
        ui.add_space(space::M);
        sharp::explain(ui, cx);
        card(ui, |ui| {
            text::subheading(ui, 2, "How is the buttock now?");
            ui.add_space(space::XS);
            if let Some(n) = pain_scale(ui, "Pain after", draft.after) {
                draft.after = Some(n);
            }
            ui.add_space(space::M);
            text::strong(ui, "Did you feel any of these?");
            ui.horizontal_wrapped(|ui| {
                for sign in cx.library().stop_signs() {
                    let on = draft.feelings.contains(&sign.id);
                    if chip(ui, on, &sign.name).clicked() {
                        if on {
                            draft.feelings.retain(|f| *f != sign.id);
                        } else {
                            draft.feelings.push(sign.id.clone());
                        }
                    }
                }
            });
        });
        meanings(ui, cx, draft);
        ui.add_space(space::L);
        ui.horizontal_wrapped(|ui| {
            if primary(ui, Some(icon::CHECK_MARK), "Save to the diary").clicked() {
                cx.ask(Action::Stretch(StretchStep::Finish {
                    after: draft.after,
                    feelings: draft.feelings.clone(),
                }));
            }
            if quiet(ui, None, "Do not save").clicked() {
                cx.ask(Action::Stretch(StretchStep::Discard));
            }
        });
    });
}

/// What each sign that was felt may mean.
fn meanings(ui: &mut Ui, cx: &mut Cx<'_>, draft: &Draft) {
    let felt: Vec<_> = cx
        .library()
        .stop_signs()
        .iter()
        .filter(|s| draft.feelings.contains(&s.id))
        .collect();
    if felt.is_empty() {
        return;
    }
    ui.add_space(space::M);
    let t = ui.tokens();
    callout(
        ui,
        icon::WARNING,
        t.caution,
        t.caution_soft,
        "Do not stretch on",
        |ui| {
            for sign in felt {
                text::body(ui, &sign.meaning.text);
            }
            ui.add_space(space::S);
            if secondary(ui, Some(icon::CHECK), "Check red flags").clicked() {
                cx.ask(Action::Open(Screen::Check));
            }
        },
    );
}
