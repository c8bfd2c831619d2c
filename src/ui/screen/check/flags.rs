//! A card of red flags: rows to answer, each "yes" or "not sure".

use egui::{FontId, Ui};

use super::question::entered;
use crate::action::{Action, CheckStep};
use crate::screen::Screen;
use crate::triage::{Answer, Finding, Kind, Urgency};
use crate::ui::theme::UiExt as _;
use crate::ui::tokens::{size, space};
use crate::ui::widget::{
    Pick, card, chip, choice, danger, hairline, primary, progress, quiet, secondary,
};
use crate::ui::{Cx, icon, text, urgency};

/// Room for both answers, one of them ticked, so that every row lines up.
const BUTTONS: f32 = 182.0;
/// From this width on the answers stand beside the row.
const BESIDE: f32 = 560.0;

/// Draws the card of a sheet.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, sheet: &str) {
    let knowledge = cx.library().knowledge();
    let cards: Vec<&str> = knowledge
        .sheets()
        .iter()
        .filter(|s| s.flags)
        .map(|s| s.id.as_str())
        .collect();
    let at = cards.iter().position(|id| *id == sheet).unwrap_or(0);
    let Some(named) = knowledge.sheet(sheet) else {
        return;
    };
    text::muted(ui, format!("Red flags, card {} of {}", at + 1, cards.len()));
    progress(ui, at, cards.len());
    ui.add_space(space::S);
    if cx.state.check.urgency() == Some(Urgency::EmergencyNow) {
        stop(ui, cx);
        ui.add_space(space::M);
    }
    let rows: Vec<&Finding> = knowledge.on_sheet(sheet).collect();
    card(ui, |ui| {
        text::subheading(ui, 2, &named.title);
        text::muted(ui, "Press what is true for you. Leave the rest.");
        ui.add_space(space::S);
        for (at, finding) in rows.iter().enumerate() {
            if at > 0 {
                hairline(ui);
            }
            row(ui, cx, finding);
        }
    });
    ui.add_space(space::M);
    end(ui, cx, &rows);
}

/// Is "yes" pressed, but not yet which?
fn is_half_said(cx: &Cx<'_>, finding: &Finding) -> bool {
    cx.state.check.is_opened(&finding.id) && cx.state.check.run().answer(&finding.id).is_none()
}

fn end(ui: &mut Ui, cx: &mut Cx<'_>, rows: &[&Finding]) {
    let half = rows.iter().find(|f| is_half_said(cx, f));
    if let Some(half) = half {
        let line = format!(
            "“{}”: choose the line that fits, or take “Yes” back.",
            half.ask
        );
        text::colored(ui, line, ui.tokens().caution);
        ui.add_space(space::S);
    }
    let said = |f: &&Finding| {
        let answer = cx.state.check.run().answer(&f.id);
        answer.is_some_and(|a| !f.is_nothing(a))
    };
    let word = if half.is_some() || rows.iter().any(said) {
        "Continue"
    } else {
        "None of these"
    };
    ui.horizontal_wrapped(|ui| {
        ui.add_enabled_ui(half.is_none(), |ui| {
            let goes_on = primary(ui, None, word).clicked();
            if goes_on || (half.is_none() && entered(ui)) {
                cx.ask(Action::Check(CheckStep::Next));
            }
        });
        if secondary(ui, Some(icon::BACK), "Back").clicked() {
            cx.ask(Action::Check(CheckStep::Back));
        }
    });
}

/// One row with its answers.
fn row(ui: &mut Ui, cx: &mut Cx<'_>, finding: &Finding) {
    ui.add_space(space::S);
    let width = ui.available_width();
    if width > BESIDE {
        ui.horizontal_top(|ui| {
            let room = width - BUTTONS - 16.0;
            ui.vertical(|ui| {
                ui.set_width(room);
                // A single line stands beside the middle of its buttons.
                ui.add_space(((size::CONTROL - height_of(ui, finding, room)) / 2.0).max(0.0));
                words(ui, finding);
            });
            ui.add_space(8.0);
            buttons(ui, cx, finding);
        });
    } else {
        words(ui, finding);
        ui.horizontal(|ui| buttons(ui, cx, finding));
    }
    if finding.kind() == Kind::One && cx.state.check.is_opened(&finding.id) {
        which(ui, cx, finding);
    }
    ui.add_space(space::S);
}

/// How high the words of a row are at this width, in points.
fn height_of(ui: &Ui, finding: &Finding, width: f32) -> f32 {
    let lay = |text: &str, points: f32| {
        let font = FontId::proportional(points);
        let galley = ui
            .painter()
            .layout(text.to_owned(), font, ui.tokens().text, width);
        galley.size().y
    };
    let hint = finding.hint.as_ref().map_or(0.0, |hint| {
        lay(hint, size::CAPTION) + ui.spacing().item_spacing.y
    });
    lay(&finding.ask, size::BODY) + hint
}

fn words(ui: &mut Ui, finding: &Finding) {
    ui.vertical(|ui| {
        text::body(ui, &finding.ask);
        if let Some(hint) = &finding.hint {
            text::caption(ui, hint);
        }
    });
}

fn buttons(ui: &mut Ui, cx: &mut Cx<'_>, finding: &Finding) {
    let current = cx.state.check.run().answer(&finding.id);
    let answer = |answer: Option<Answer>| CheckStep::Answer(finding.id.clone(), answer);
    if finding.kind() == Kind::One {
        let is_kind = |a: &Answer| matches!(a, Answer::Chosen(_)) && !finding.is_nothing(a);
        let chosen = current.is_some_and(is_kind);
        let open = cx.state.check.is_opened(&finding.id);
        let name = format!("Yes: {}", finding.ask);
        if chip(ui, chosen || open, "Yes")
            .accessible_name(name)
            .clicked()
        {
            let open = !(chosen || open);
            cx.ask(Action::Check(CheckStep::Open(finding.id.clone(), open)));
            cx.ask(Action::Check(answer(None)));
        }
    } else {
        let on = current.is_some_and(|a| a.has("yes"));
        let name = format!("Yes: {}", finding.ask);
        if chip(ui, on, "Yes").accessible_name(name).clicked() {
            let next = (!on).then(|| Answer::option("yes"));
            cx.ask(Action::Check(answer(next)));
        }
    }
    if finding.unsure {
        let on = current == Some(&Answer::Unsure);
        let name = format!("Not sure: {}", finding.ask);
        if chip(ui, on, "Not sure").accessible_name(name).clicked() {
            cx.ask(Action::Check(CheckStep::Open(finding.id.clone(), false)));
            cx.ask(Action::Check(answer((!on).then_some(Answer::Unsure))));
        }
    }
}

/// The lines of which one says what kind of "yes" it is.
fn which(ui: &mut Ui, cx: &mut Cx<'_>, finding: &Finding) {
    ui.add_space(space::XS);
    let none = finding.nothing().map(|n| n.id.clone());
    for option in &finding.options {
        if none.as_ref() == Some(&option.id) {
            continue;
        }
        let on = cx
            .state
            .check
            .run()
            .answer(&finding.id)
            .is_some_and(|a| a.has(&option.id));
        if choice(ui, Pick::One, on, None, &option.text).clicked() {
            let answer = Answer::option(&option.id);
            cx.ask(Action::Check(CheckStep::Answer(
                finding.id.clone(),
                Some(answer),
            )));
        }
        ui.add_space(space::XS);
    }
}

/// An emergency sign was pressed: that comes before everything else.
pub(super) fn stop(ui: &mut Ui, cx: &mut Cx<'_>) {
    let words = cx.state.region().emergency_words.clone();
    urgency::banner(ui, Urgency::EmergencyNow, |ui| {
        let said = text::body(ui, &words);
        text::announce(ui, &said, true);
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            if danger(ui, Some(icon::HELP), "Get help").clicked() {
                cx.ask(Action::Open(Screen::Help));
            }
            if quiet(ui, None, "Show the result").clicked() {
                cx.ask(Action::Check(CheckStep::Finish));
            }
        });
    });
}
