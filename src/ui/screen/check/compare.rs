//! What changed since an earlier check.

use egui::Ui;

use super::answers::sentence;
use crate::action::{Action, CheckStep};
use crate::diary::entry::{Check, EntryId};
use crate::state::CheckView;
use crate::triage::{Answer, Answers, Finding};
use crate::ui::tokens::space;
use crate::ui::widget::{card, hairline, secondary};
use crate::ui::{Cx, icon, text, urgency};

/// Draws the page.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: EntryId) {
    text::title(ui, "Then and now");
    let entry = cx.state.diary.get(id).cloned();
    match entry.as_ref().and_then(|e| e.as_check()) {
        Some(before) => {
            results(ui, cx, before);
            ui.add_space(space::M);
            answers(ui, cx, before);
        }
        None => {
            text::body(ui, "That check is no longer in the diary.");
        }
    }
    ui.add_space(space::M);
    if secondary(ui, Some(icon::BACK), "Back to the result").clicked() {
        cx.ask(Action::Check(CheckStep::View(CheckView::Run)));
    }
}

fn results(ui: &mut Ui, cx: &Cx<'_>, before: &Check) {
    let now = cx.state.check.assessment();
    let name = |id: &str| {
        let cause = cx.library().cause(id);
        cause.map_or_else(|| id.to_owned(), |c| c.name.clone())
    };
    let then_causes: Vec<String> = before.fitted.iter().map(|f| name(&f.cause)).collect();
    let now_causes: Vec<String> = now
        .map(|a| {
            let fitting = a.fitting();
            fitting.map(|s| name(&s.id)).collect()
        })
        .unwrap_or_default();
    let said = |causes: &[String]| match causes {
        [] => "No cause stands out.".to_owned(),
        some => some.join(", "),
    };
    card(ui, |ui| {
        let when = before.logged_at.civil();
        text::subheading(ui, 2, &cx.state.say_when(when, "%-d %B %Y, {time}"));
        urgency::badge(ui, before.urgency);
        text::body(ui, said(&then_causes));
        ui.add_space(space::S);
        hairline(ui);
        ui.add_space(space::S);
        text::subheading(ui, 2, "Now");
        urgency::badge(ui, now.map_or(before.urgency, |a| a.urgency));
        text::body(ui, said(&now_causes));
    });
}

/// The findings whose answers differ.
fn changed<'a>(cx: &'a Cx<'_>, before: &Answers, now: &Answers) -> Vec<&'a Finding> {
    let open = |answer: Option<&Answer>| match answer {
        Some(Answer::Skipped) | None => None,
        Some(answer) => Some(answer.clone()),
    };
    let findings = cx.library().knowledge().findings().iter();
    findings
        .filter(|f| open(before.get(&f.id)) != open(now.get(&f.id)))
        .collect()
}

fn answers(ui: &mut Ui, cx: &Cx<'_>, before: &Check) {
    let now = cx.state.check.run().answers();
    let rows = changed(cx, &before.answers, now);
    let said = |finding: &Finding, answers: &Answers| {
        answers.get(&finding.id).map_or_else(
            || "Not answered.".to_owned(),
            |answer| sentence(finding, answer),
        )
    };
    card(ui, |ui| {
        text::subheading(ui, 2, "What you answered otherwise");
        if rows.is_empty() {
            text::body(ui, "Nothing: both checks have the same answers.");
        }
        for (at, finding) in rows.iter().enumerate() {
            if at > 0 {
                hairline(ui);
            }
            ui.add_space(space::XS);
            text::strong(ui, &finding.ask);
            text::muted(ui, format!("Then: {}", said(finding, &before.answers)));
            text::body(ui, format!("Now: {}", said(finding, now)));
        }
    });
}
