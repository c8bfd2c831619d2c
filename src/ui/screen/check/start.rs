//! What the check is, and what it is not.

use egui::Ui;

use super::answers::sentence;
use super::result::last_kept;
use crate::action::{Action, CheckStep};
use crate::screen::Screen;
use crate::state::{CheckView, GuidePage};
use crate::triage::MOST_QUESTIONS;
use crate::ui::tokens::space;
use crate::ui::widget::{card, hairline, primary, quiet, secondary};
use crate::ui::{Cx, icon, text, urgency};

/// Draws the first page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::title(ui, "Check");
    text::muted(ui, "How soon should you see someone, and what could it be?");
    ui.add_space(space::M);
    from_diary(ui, cx);
    card(ui, |ui| {
        text::subheading(ui, 2, "Before you start");
        ui.add_space(space::XS);
        text::body(
            ui,
            format!(
                "First six cards with signs that must not be missed, then at most \
                 {MOST_QUESTIONS} questions. It takes about three minutes. You can skip any \
                 question, and nothing leaves this computer."
            ),
        );
        ui.add_space(space::S);
        text::body(
            ui,
            "It is for people of 16 and over with pain or cramp in buttock, back passage, hip or \
             low back. It cannot examine you, and it does not replace a doctor.",
        );
        ui.add_space(space::S);
        text::body(
            ui,
            "If you already know that something is badly wrong, get help first.",
        );
        ui.add_space(space::M);
        ui.horizontal_wrapped(|ui| {
            if primary(ui, Some(icon::CHECK), "Start the check").clicked() {
                cx.ask(Action::Check(CheckStep::Begin));
            }
            if secondary(ui, Some(icon::HELP), "Get help").clicked() {
                cx.ask(Action::Open(Screen::Help));
            }
        });
    });
    ui.add_space(space::L);
    if let Some(last) = last_kept(cx) {
        card(ui, |ui| {
            text::subheading(ui, 2, "Your last check");
            let when = last.logged_at.civil();
            text::muted(ui, cx.state.say_when(when, "%-d %B %Y, {time}"));
            urgency::badge(ui, last.urgency);
            if quiet(ui, Some(icon::CHECK), "Open it").clicked() {
                cx.ask(Action::Check(CheckStep::Reopen(last.id)));
            }
        });
        ui.add_space(space::L);
    }
    card(ui, |ui| {
        text::subheading(ui, 2, "How often is this right?");
        let q = cx.library().quality();
        text::body(
            ui,
            format!(
                "On {} described cases it found {} of {} emergencies and the right urgency in {}.",
                q.cases, q.emergencies_found, q.emergencies, q.exact
            ),
        );
        ui.add_space(space::S);
        if quiet(ui, Some(icon::INFO), "What that is worth").clicked() {
            cx.ask(Action::Check(CheckStep::View(CheckView::Quality)));
        }
    });
    ui.add_space(space::L);
    card(ui, |ui| {
        text::subheading(ui, 2, "Read instead");
        text::body(
            ui,
            "The guide tells the causes apart: where it hurts, what sets it off, how long it \
             lasts.",
        );
        ui.add_space(space::S);
        if quiet(ui, Some(icon::GUIDE), "Read about the causes").clicked() {
            cx.ask(Action::Guide(GuidePage::Home));
        }
    });
}

/// What the diary has answered already, each to be left out again.
fn from_diary(ui: &mut Ui, cx: &mut Cx<'_>) {
    let knowledge = cx.library().knowledge();
    let told: Vec<String> = cx.state.check.from_diary().map(str::to_owned).collect();
    if told.is_empty() {
        return;
    }
    card(ui, |ui| {
        text::subheading(ui, 2, "From your diary");
        text::muted(
            ui,
            "These are answered already. Leave out what is wrong; you will then be asked.",
        );
        for id in told {
            let Some(finding) = knowledge.finding(&id) else {
                continue;
            };
            let Some(answer) = cx.state.check.run().answer(&id).cloned() else {
                continue;
            };
            ui.add_space(space::XS);
            hairline(ui);
            ui.add_space(space::XS);
            text::body(ui, sentence(finding, &answer));
            text::caption(ui, &finding.ask);
            let leave = quiet(ui, Some(icon::CLOSE), "Leave it out");
            if leave
                .accessible_name(format!("Leave it out: {}", finding.ask))
                .clicked()
            {
                cx.ask(Action::Check(CheckStep::Answer(id.clone(), None)));
            }
        }
    });
    ui.add_space(space::L);
}
