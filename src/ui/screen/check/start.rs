//! What the check is, and what it is not.

use egui::Ui;

use super::result::last_kept;
use crate::action::{Action, CheckStep};
use crate::screen::Screen;
use crate::state::{CheckView, GuidePage};
use crate::triage::MOST_QUESTIONS;
use crate::ui::tokens::space;
use crate::ui::widget::{card, primary, quiet, secondary};
use crate::ui::{Cx, icon, text, urgency};

/// Draws the first page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    text::title(ui, "Check");
    text::muted(ui, "How soon should you see someone, and what could it be?");
    ui.add_space(space::M);
    card(ui, |ui| {
        text::subheading(ui, 2, "Before you start");
        ui.add_space(space::XS);
        text::body(
            ui,
            format!(
                "First six short cards of signs that doctors do not want to miss, then at most \
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
            "If you already know that something is badly wrong, do not finish a form first.",
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
            text::muted(ui, when.strftime("%-d %B %Y, %H:%M").to_string());
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
