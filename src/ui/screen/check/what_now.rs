//! What to do today: the stretch, its seated form, or why it has to wait; and
//! what helps with what fits best.

use egui::Ui;

use crate::action::{Action, StretchStep};
use crate::screen::Screen;
use crate::state::GuidePage;
use crate::triage::{Assessment, Urgency};
use crate::ui::tokens::space;
use crate::ui::widget::{card, link_row, primary, quiet};
use crate::ui::{Cx, icon, text};

/// The routine on a chair, for those who must not lie flat (M9).
const SEATED: &str = "seated_figure_four";

/// What the answers say about stretching.
enum Stretch {
    Go,
    Seated(&'static str),
    Wait(&'static str),
}

/// Draws the card.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, assessment: &Assessment) {
    card(ui, |ui| {
        text::subheading(ui, 2, "What you can do now");
        ui.add_space(space::XS);
        stretch(ui, cx, assessment);
        if assessment.urgency < Urgency::SameDay {
            ui.add_space(space::S);
            helps(ui, cx, assessment);
        }
    });
}

fn stretch(ui: &mut Ui, cx: &mut Cx<'_>, assessment: &Assessment) {
    match advice(cx, assessment) {
        Stretch::Wait(reason) => {
            text::strong(ui, "Leave the stretch for now");
            text::body(ui, reason);
        }
        Stretch::Seated(reason) => {
            text::body(ui, reason);
            if primary(ui, Some(icon::STRETCH), "Stretch on a chair").clicked() {
                cx.ask(Action::Stretch(StretchStep::Choose(SEATED.to_owned())));
                cx.ask(Action::Open(Screen::Stretch));
            }
        }
        Stretch::Go => {
            text::body(
                ui,
                "The figure-four stretch is worth a try. Stop if it hurts sharply or tingles.",
            );
            if primary(ui, Some(icon::STRETCH), "Stretch").clicked() {
                cx.ask(Action::Open(Screen::Stretch));
            }
        }
    }
}

fn advice(cx: &Cx<'_>, assessment: &Assessment) -> Stretch {
    let run = cx.state.check.run();
    let has = |finding: &str, option: &str| run.answer(finding).is_some_and(|a| a.has(option));
    if assessment.urgency >= Urgency::SameDay {
        Stretch::Wait(
            "Something in your answers should be seen first. Ask there whether you may stretch.",
        )
    } else if has("felt_pop", "yes") && has("symptom_weeks", "under_2") {
        Stretch::Wait(
            "You felt a sudden pull. A fresh tear must not be stretched in the first three days: \
             rest it, and move only as far as it is comfortable.",
        )
    } else if has("pregnancy_status", "pregnant") {
        Stretch::Seated(
            "In pregnancy, do not lie flat on your back for long. The stretch on a chair is the \
             gentler one. Ask your midwife if you are not sure.",
        )
    } else {
        Stretch::Go
    }
}

/// The remedies of the cause that fits best.
fn helps(ui: &mut Ui, cx: &mut Cx<'_>, assessment: &Assessment) {
    let first = assessment.shown.first().filter(|_| !assessment.undecided);
    let cause = first.and_then(|shown| cx.library().cause(&shown.id));
    let ids = cause.iter().flat_map(|c| &c.helps);
    let remedies: Vec<(String, String)> = ids
        .filter_map(|help| cx.library().remedy(help.remedy.as_ref()?))
        .map(|remedy| (remedy.id.clone(), remedy.name.clone()))
        .collect();
    if remedies.is_empty() {
        if quiet(ui, Some(icon::GUIDE), "All ways to get relief").clicked() {
            cx.ask(Action::Guide(GuidePage::Home));
        }
        return;
    }
    text::muted(ui, "This helps many people with what fits best:");
    for (id, name) in remedies {
        if link_row(ui, &name, "").clicked() {
            cx.ask(Action::Guide(GuidePage::Remedy(id)));
        }
    }
}
